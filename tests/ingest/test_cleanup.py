import pytest

from analysis.ingest import cleanup, datelines, furniture, plain_text
from analysis.ingest.repair import repair

HEADLINE = "Harbour Council Votes To Close Old Bridge"
LEDE = "The harbour council voted on Monday to close the old bridge, which carries nine thousand cars a day."
SECOND = "“We had no choice,” council leader Ann Roe told reporters after the vote in the town hall."
THIRD = "Shop owners near the bridge said they feared for their trade and would go to court."
LAST = "The bridge was built in 1911 and was last repaired twenty years ago, according to the council."
BODY = [LEDE, SECOND, THIRD, LAST]


def read(*lines, **typed):
    return plain_text.read("\n\n".join(lines), id="a", **typed)[0]


def paragraphs(article):
    return article.body.split("\n\n")


def reasons(article):
    return {item.text: item.reason for item in article.removed}


def test_an_article_without_furniture_stays_whole():
    article = read(HEADLINE, *BODY)
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert article.headline == HEADLINE
    assert article.headline_end == len(HEADLINE)
    assert article.removed == ()


def test_a_text_without_a_headline_has_none():
    article = read(*BODY)
    assert article.headline == ""
    assert paragraphs(article) == BODY


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("We use cookies to make this site better. Accept or change your settings.", "cookie notice"),
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("12 Comments", "comment form"),
        ("Share on Facebook", "share bar"),
        ("4,512 shares", "share bar"),
        ("Follow The Harbour Post on Twitter and Facebook.", "invitation to follow"),
        ("Sign up for our free morning newsletter.", "newsletter sign-up"),
        ("This article is for subscribers only. Already a subscriber? Log in", "subscription notice"),
        ("READ MORE: Ferry Company Raises Its Fares Again", "link to another article"),
        ("Related | Town Hall Roof Leaks", "link to another article"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("© 2022 Harbour Post. All rights reserved.", "copyright notice"),
        ("Tags: bridge, council, traffic", "tag list"),
        ("3 min read", "site furniture"),
        ("No widgets found in this sidebar area", "site furniture"),
        ("The views expressed in this article are those of its author.", "about the author or the firm"),
        ("Reporting by Jane Doe; Editing by John Roe", "agency or source credit"),
        ("(AFP)", "agency or source credit"),
        ("Source: Harbour News Agency", "agency or source credit"),
        ("Jane Doe contributed to this report.", "agency or source credit"),
        ("File photo of Ann Roe and John Doe.", "caption or credit of a picture"),
        ("Ann Roe in the town hall. Photo by John Doe/Getty Images", "caption or credit of a picture"),
        ("Media caption, The council leader greets drivers", "caption or credit of a picture"),
        ("Sign up to Harbour Post Daily – our newsletter every weekday at 7am", "newsletter sign-up"),
        ("* * *", "no words, only a divider"),
        ("Rusty: the bridge seen from the ferry. Picture: Harbour Post", "caption or credit of a picture"),
        ("Drivers wait at the old bridge – Photo by Jane Doe", "caption or credit of a picture"),
        ("A wedding photo of Ann Roe in happier times.", "caption or credit of a picture"),
        ("Share | Print | Copy link", "share bar"),
    ],
)
def test_furniture_inside_the_article_is_set_aside_with_its_reason(line, reason):
    article = read(HEADLINE, LEDE, SECOND, line, THIRD, LAST)
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert reasons(article) == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "“Your email address will not be published, we promise you that,” the council's letter to residents said.",
        "Correction: An earlier version of this article misspelled the name of the council leader.",
        "Editor's note: The council leader is the writer's sister.",
        "By Tuesday, most drivers had found another way into town.",
        "A photo of the bridge went viral.",
        "He was born here.",
        "Share prices fell sharply after the vote.",
        "Comments by the mayor caused a stir.",
        "Related companies were not told, the council said.",
        "Source of the trouble is the rust, an engineer said.",
        "Read by thousands, the report blamed the council.",
        "More than nine thousand cars now need another way into town.",
        "What comes next",
        "She did not.",
        "• Nine thousand cars",
        "RAMOS: Did you know of the rust before the vote?",
        "The mayor put the bridge on a poster. Picture this: nine thousand cars, and nowhere to go.",
        "A grim picture of the harbour.",
        "She took every frame herself. Photo by photo, the archive of the bridge grew.",
        "The council’s site stores cookies so that it can remember you, a court found. Accept all that or leave.",
        "Chief Engineer Ann Roe, The Harbour Post reported, knew of the rust.",
        "About the bridge",
    ],
)
def test_body_lines_that_look_like_furniture_stay(line):
    assert paragraphs(read(HEADLINE, LEDE, SECOND, line, THIRD, LAST)) == [HEADLINE, LEDE, SECOND, line, THIRD, LAST]


def test_the_headline_is_kept_once():
    repeat = HEADLINE.upper()
    article = read(f"{HEADLINE} – Rheinpost24", HEADLINE, repeat, *BODY)
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert article.outlet == "Rheinpost24"
    assert reasons(article)[repeat] == "repeat of the headline"


@pytest.mark.parametrize("ending", [" | The Harbour Post", " - Harbour News", " — harbourpost.com"])
def test_an_outlet_behind_the_headline_is_cut_off(ending):
    article = read(HEADLINE + ending, *BODY)
    assert article.headline == HEADLINE
    assert article.outlet == ending.strip(" |-—")


def test_a_page_title_of_many_pieces_gives_the_piece_that_is_repeated():
    article = read(f"Town | {HEADLINE} | World News | The Harbour Post", HEADLINE, *BODY)
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert article.outlet == "The Harbour Post"


def test_a_dash_inside_a_headline_stays():
    headline = "Harbour council votes to close old bridge – at last"
    assert read(headline, *BODY).headline == headline


@pytest.mark.parametrize("kicker", ["BREAKING:", "BREAKING: ", "WATCH: ", "Breaking News | "])
def test_a_kicker_is_cut_from_the_headline(kicker):
    article = read(kicker + HEADLINE, *BODY)
    assert article.headline == HEADLINE
    assert article.body.startswith(HEADLINE + "\n\n")


def test_tagline_and_section_above_the_headline_are_set_aside():
    article = read("Fresh every morning.", "Politics", HEADLINE, *BODY)
    assert paragraphs(article) == [HEADLINE, *BODY]


def test_a_headline_may_end_in_a_full_stop():
    assert (
        read("Harbour council votes to close old bridge.", *BODY).headline
        == "Harbour council votes to close old bridge."
    )


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "JANE DOE AND JOHN ROE"),
        ("Written by harbour24", "harbour24"),
        ("By kevin", "kevin"),
        ("By Jane Doe | June 3, 2022", "Jane Doe"),
        ("Jane Doe, Staff Writer", "Jane Doe"),
        ("Jane Doe in Geneva", "Jane Doe"),
        ("By Jane Doe, Associated Press", "Jane Doe, Associated Press"),
        ("By Jane Doe and John Roe, Harbour Wire (Elmstead)", "Jane Doe and John Roe, Harbour Wire (Elmstead)"),
        ("By Jane Doe, Chief Reporter, The Harbour Post", "Jane Doe, Chief Reporter, The Harbour Post"),
        ("Posted by Jane Doe for Two Harbours", "Jane Doe for Two Harbours"),
        ("Posted by webmaster7 on June 3, 2022 | 14 Comments", "webmaster7"),
        ("By Jane Doe | Politics | 4 min read", "Jane Doe"),
        ("Political Desk, The Harbour Post", "Political Desk"),
        ("Our Correspondent", "Our Correspondent"),
        ("Jane Doe, Harbour Correspondent, The Daily Quay", "Jane Doe"),
    ],
)
def test_a_byline_is_recognised(line, author):
    article = read(HEADLINE, line, *BODY)
    assert article.byline == author
    assert paragraphs(article) == [HEADLINE, *BODY]


def test_a_name_directly_above_a_date_is_the_byline():
    article = read(HEADLINE, "Jane Doe", "June 3, 2022", *BODY)
    assert (article.byline, article.published) == ("Jane Doe", "2022-06-03")


def test_a_byline_whose_name_is_lost_is_set_aside():
    article = read(HEADLINE, "Posted by", *BODY)
    assert article.byline == ""
    assert reasons(article) == {"Posted by": "byline"}


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("June 3, 2022", "2022-06-03"),
        ("Published: Friday, 3 June 2022, 10:45 am GMT", "2022-06-03"),
        ("2022-06-03", "2022-06-03"),
        ("13/06/2022", "2022-06-13"),
        ("03/06/2022", ""),
        ("5 hours ago", ""),
    ],
)
def test_a_date_alone_on_a_line_is_the_date_of_publication(line, published):
    article = read(HEADLINE, line, *BODY)
    assert article.published == published
    assert paragraphs(article) == [HEADLINE, *BODY]


def test_the_day_of_an_update_gives_way_to_the_first_date():
    assert read(HEADLINE, "Updated June 9, 2022", "Published June 3, 2022", *BODY).published == "2022-06-03"


@pytest.mark.parametrize(
    ("dateline", "kept"),
    [
        ("MOSCOW:", "MOSCOW"),
        ("New Delhi:", "New Delhi"),
        ("LOS ANGELES, Sept. 28 (UPI) —", "LOS ANGELES, Sept. 28 (UPI)"),
        ("WASHINGTON (AP) —", "WASHINGTON (AP)"),
        ("(Reuters) -", "(Reuters)"),
        ("SPRINGFIELD, Ill. –", "SPRINGFIELD, Ill."),
        ("MOSCOW, December 1. /TASS/.", "MOSCOW, December 1. /TASS/."),
        ("ELMSTEAD, April 3 (Harbour Wire) —", "ELMSTEAD, April 3 (Harbour Wire)"),
        ("ELMSTEAD (Harbour Wire) -", "ELMSTEAD (Harbour Wire)"),
    ],
)
def test_a_dateline_is_split_off(dateline, kept):
    article = read(HEADLINE, f"{dateline} {LEDE}", SECOND, THIRD)
    assert article.dateline == kept
    assert paragraphs(article)[1] == LEDE


@pytest.mark.parametrize(
    "opening",
    [
        "ROE: We",
        "ROE (Lab) — We",
        "ROE (D-Ill.) — We",
        "NATO (North Atlantic Treaty Organization) — We",
        "Ann Roe (D-Ill.) said",
        "NATO — which",
        "BOOM: We",
        "Rep. Ann Roe (R-TX) — We",
        "Ann Roe — We",
    ],
)
def test_other_openings_are_no_datelines(opening):
    assert datelines.dateline(f"{opening} had no choice but to close the old bridge.") is None


def test_a_place_before_a_colon_is_a_dateline_where_the_text_names_it_as_a_place():
    third = "Shop owners in Elmstead said they feared for their trade and would go to court."
    assert read(HEADLINE, f"ELMSTEAD: {LEDE}", SECOND, third).dateline == "ELMSTEAD"
    assert read(HEADLINE, f"ELMSTEAD: {LEDE}", SECOND, THIRD).dateline == ""


def test_the_typed_outlet_is_known_in_a_dateline_and_behind_the_headline():
    article = read(f"{HEADLINE} – Quayside", f"Elmstead (Quayside) – {LEDE}", SECOND, THIRD, outlet="Quayside")
    assert (article.headline, article.dateline) == (HEADLINE, "Elmstead (Quayside)")
    assert read(f"{HEADLINE} – Quayside", LEDE, SECOND, THIRD).headline == f"{HEADLINE} – Quayside"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Jane Doe", "repeat of the byline"),
        ("BY JANE DOE", "repeat of the byline"),
        ("Jane Doe | Quayside | 3 June 2022", "repeat of the byline"),
        ("Quayside", "repeat of the outlet's name"),
        ("The Quayside (Elmstead)", "repeat of the outlet's name"),
        ("quayside.example", "repeat of the outlet's name"),
        ("Posted on Friday, 3 June", "repeat of the date of publication"),
    ],
)
@pytest.mark.parametrize("place", [1, 5])
def test_lines_that_repeat_what_was_typed_are_set_aside(line, reason, place):
    typed = {"byline": "By Jane Doe", "outlet": "The Quayside", "published": "2022-06-03"}
    lines = [HEADLINE, *BODY]
    lines.insert(place, line)
    article = read(*lines, **typed, url="https://quayside.example/bridge")
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert reasons(article) == {line: reason}


@pytest.mark.parametrize("line", ["Jane Doe", "3 June", "Quayside"])
def test_a_subheading_inside_the_text_stays_although_it_was_typed(line):
    typed = {"byline": "Jane Doe", "outlet": "Quayside", "published": "2022-06-03"}
    lines = [HEADLINE, LEDE, SECOND, line, THIRD, LAST]
    assert paragraphs(read(*lines, **typed)) == lines


def test_the_line_that_is_the_typed_headline_is_not_called_a_repeat():
    article = read("Fresh every morning.", HEADLINE, *BODY, title=HEADLINE)
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert reasons(article) == {"Fresh every morning.": "line above the headline"}


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge bosses “dumb as rust” as our town is cut in two at the river!",
        "Who let the old bridge rust until the whole town was cut in two?",
        "Will the council of the harbour ever tell us “we were wrong about the bridge”?",
    ],
)
@pytest.mark.parametrize("following", [["By Jane Doe"], []])
def test_a_first_line_that_cries_or_asks_is_the_headline(headline, following):
    second = "The harbour council voted on Monday to close the old bridge, which carries nine thousand cars a day, "
    article = read(headline, *following, second + "after engineers had warned of rust in its piers for years.", *BODY)
    assert article.headline == headline


@pytest.mark.parametrize("following", ["By Jane Doe", "June 3, 2022", "Jane Doe, Staff Writer"])
def test_a_sentence_with_several_articles_above_a_byline_or_date_is_the_headline(following):
    headline = "The council of the harbour has closed the old bridge after a vote in the town hall."
    assert read(headline, following, *BODY).headline == headline
    assert read(headline, *BODY).headline == ""


def test_a_short_sentence_above_a_dateline_is_the_headline():
    headline = "The council has closed the old bridge after a vote."
    assert read(headline, f"ELMSTEAD, June 3 (Harbour Wire) — {LEDE}", *BODY[1:]).headline == headline


def test_a_question_inside_the_text_is_not_the_headline():
    question = "And who let the old bridge rust until the whole town was cut in two?"
    article = read(HEADLINE, question, *BODY)
    assert article.headline == HEADLINE
    assert question in paragraphs(article)


@pytest.mark.parametrize(
    "notice",
    [
        "Quayside sets cookies so that it can remember you. Accept cookies | Manage settings",
        "Harbour Media stores some cookies on your device to improve what you read.",
        "The Quayside group places cookies for advertising. Learn more or change your settings.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 5])
def test_a_cookie_notice_in_other_words_is_set_aside_above_and_below_the_text(notice, place):
    lines = [HEADLINE, *BODY]
    lines.insert(place, notice)
    article = read(*lines)
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert reasons(article) == {notice: "cookie notice"}


def test_an_article_about_cookies_stays_whole():
    lede = "Most shops place cookies on your computer so that they can remember you when you return."
    lines = ["Harbour Shops Told To Ask Before They Track", lede, *BODY[1:], "Cookies last for up to two years."]
    assert paragraphs(read(*lines)) == lines


def test_a_sentence_that_only_pointed_to_a_link_is_cut():
    article = read(HEADLINE, LEDE, f"{SECOND} Details of the vote can be found here.", THIRD)
    assert paragraphs(article)[2] == SECOND


@pytest.mark.parametrize("sentence", ["“You can read it here.”", "The rust can be seen here.", "She was born here."])
def test_other_sentences_ending_in_here_stay(sentence):
    assert sentence in read(HEADLINE, LEDE, f"{SECOND} {sentence}", THIRD).body


def test_a_headline_under_a_repeated_section_label_is_not_the_articles():
    article = read("Harbour", HEADLINE, LEDE, SECOND, "Harbour", "Ferry Company Raises Its Fares Again", THIRD, LAST)
    assert paragraphs(article) == [HEADLINE, *BODY]


def test_a_name_alone_between_standfirst_and_text_is_the_outlet():
    article = read(HEADLINE, LEDE, "Harbourpost", SECOND, THIRD, LAST)
    assert article.outlet == "Harbourpost"
    assert paragraphs(article) == [HEADLINE, *BODY]


def test_subheadings_stay():
    lines = [HEADLINE, LEDE, "The vote", SECOND, "Fear among shops", THIRD, LAST]
    assert paragraphs(read(*lines)) == lines


def test_everything_after_about_us_is_set_aside():
    promo = "Our firm advises investors in the harbour region and has done so since 1992."
    article = read(HEADLINE, *BODY, "About Us", promo)
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert reasons(article)[promo] == "about the author or the firm, after the article's end"


def test_a_box_about_the_outlet_behind_a_comment_form_has_its_own_reason():
    box = ["Leave a Reply", "Your address stays with us.", "About Quayside", "Quayside is read in every house here."]
    article = read(HEADLINE, *BODY, *box, outlet="Quayside")
    assert paragraphs(article) == [HEADLINE, *BODY]
    assert list(reasons(article).values()) == [
        "comment form",
        "comment, after the article's end",
        "about the outlet",
        "about the outlet, after the article's end",
    ]


def test_a_last_box_that_begins_with_the_name_in_its_heading_is_set_aside():
    lines = [HEADLINE, *BODY, "About Harbour Bonds", "Harbour Bonds advises investors in the region since 1992."]
    assert paragraphs(read(*lines)) == [HEADLINE, *BODY]


def test_a_last_chapter_about_something_stays():
    lines = [HEADLINE, *BODY, "About the old bridge", "Cars have crossed it for a hundred years, and trams for ten."]
    assert paragraphs(read(*lines)) == lines


def test_a_tail_heading_near_the_top_does_not_end_the_article():
    assert paragraphs(read(HEADLINE, "Comments", *BODY)) == [HEADLINE, *BODY]


def test_short_lines_after_the_end_are_set_aside():
    assert paragraphs(read(HEADLINE, *BODY, "Bridges", "Ann Roe", "Harbour council")) == [HEADLINE, *BODY]


def test_a_standfirst_given_twice_is_kept_once_and_a_refrain_twice():
    assert paragraphs(read(HEADLINE, LEDE, LEDE, SECOND, THIRD)) == [HEADLINE, LEDE, SECOND, THIRD]
    refrain = [HEADLINE, LEDE, SECOND, THIRD, LAST, THIRD]
    assert paragraphs(read(*refrain)) == refrain


def test_lines_wrapped_at_a_fixed_width_become_paragraphs():
    text = "\n".join(["The harbour council voted on", "monday to close the old bridge", "which carries cars."] * 4)
    assert read(f"{HEADLINE}\n\n{text}").body.count("\n\n") == 1


def test_text_without_running_prose_keeps_its_lines():
    lines = ["Yes", "No", "Perhaps"]
    assert paragraphs(read(*lines)) == lines


def test_every_set_aside_line_can_be_put_back_at_its_place():
    article = read(HEADLINE, LEDE, "Advertisement", SECOND, THIRD)
    assert [item.line for item in article.removed] == [5]
    restored = read(HEADLINE, LEDE, "Advertisement", SECOND, THIRD, keep=frozenset({5}))
    assert paragraphs(restored) == [HEADLINE, LEDE, "Advertisement", SECOND, THIRD]
    assert restored.removed == ()


def test_a_dateline_is_put_back_with_its_line():
    restored = read(HEADLINE, f"MOSCOW: {LEDE}", SECOND, keep=frozenset({3}))
    assert f"MOSCOW: {LEDE}" in restored.body


def test_no_word_of_the_input_is_lost():
    text = (
        f"Fresh every morning.\n\nBREAKING: {HEADLINE}\n\nMOSCOW: {LEDE}\n\n{SECOND}\n\nShare\n\n{THIRD} Read it here."
    )
    [article] = plain_text.read(text, id="a")
    assert sorted(text.split()) == sorted(
        [*article.body.split(), *(w for r in article.removed for w in r.text.split())]
    )


def test_classify_gives_every_line_of_the_input_once():
    text = f"{HEADLINE}\n\n{LEDE}\n\nShare\n"
    lines = cleanup.classify(repair(text).text)
    assert [(line.number, line.label) for line in lines] == [
        (1, "headline"),
        (2, "blank"),
        (3, "body"),
        (4, "blank"),
        (5, "boilerplate"),
    ]


def test_no_phrase_of_the_list_stands_for_an_empty_line():
    assert furniture.reason("___") == ""
