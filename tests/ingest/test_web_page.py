"""Saved and fetched pages: what is the article, what stands beside it, and what only looks like an article."""

import json

import pytest

from analysis.errors import UnreadableInput
from analysis.ingest import manuscript, web_page
from analysis.text import quotations

LEAD = (
    "The harbour wall in Elmstead will be rebuilt, the town council decided on Tuesday night after a debate of four "
    "hours in which both camps spoke at length about money, storms and the fish market."
)
MORE = (
    "Engineers had warned for years that the old stones would not stand another winter, and the insurance of the "
    "fishing fleet depends on a report that has to be handed in before the first autumn gales reach the coast.",
    "The work is to begin in spring, costs fourteen million crowns and takes three years, in which the quay will be "
    "closed to visitors at weekends while the cranes are being moved from one side of the basin to the other.",
)


def page(*blocks, head="", title="Council votes to rebuild harbour wall", body=""):
    paragraphs = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>{title}</h1>{paragraphs}</article>"
        f"{body}<footer><p>About us | Contact | Terms of use of this site and its many services</p></footer>"
        "</body></html>"
    ).encode()


def read(raw, **options):
    [article] = manuscript.read(web_page.read(raw, id="wall", **options)[0])
    return article


def paragraphs(article):
    return article.body.split("\n\n")


def blocks(article, kind):
    return [article.body[span.start : span.end] for span in article.blocks if span.kind == kind]


def set_aside(article, label):
    return [cut.text for cut in article.removed if cut.label == label]


def test_the_article_is_its_headline_and_its_paragraphs():
    article = read(page(LEAD, *MORE))
    assert paragraphs(article) == ["Council votes to rebuild harbour wall", LEAD, *MORE]
    assert article.headline == "Council votes to rebuild harbour wall"
    assert article.headline_end == len(article.headline)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<q>We waited nine years</q>, she said", "“We waited nine years”, she said"),
        ("She said <q>they told us <q>no</q> twice</q> before", "She said “they told us ‘no’ twice” before"),
        ("She said <q>“we waited”</q> and left", "She said “we waited” and left"),
        ("She said <q>we <b>waited</b></q> and left", "She said “we waited” and left"),
        ("She said &ldquo;we waited&rdquo; and left", "She said “we waited” and left"),
        ("She said &quot;we waited&quot; and left", 'She said "we waited" and left'),
        ("She said «we waited» and „so did they“", "She said «we waited» and „so did they“"),
        ("She said “we <a href='/x'>waited</a>,” and left", "She said “we waited,” and left"),
    ],
)
def test_quotation_marks_stand_as_a_browser_shows_them(markup, text):
    rest = "while the whole of the town hall listened to her in silence for once that evening."
    assert f"{text} {rest}" in read(page(LEAD, f"{markup} {rest}", *MORE)).body


def test_a_line_break_inside_a_quotation_does_not_tear_it():
    article = read(
        page(LEAD, "She said: “We waited nine years<br>and shall wait no more than that.” Then she left.", *MORE)
    )
    assert "She said: “We waited nine years and shall wait no more than that.” Then she left." in paragraphs(article)


def test_two_line_breaks_end_a_paragraph():
    article = read(page(LEAD, "The mayor spoke for an hour on Monday.<br><br>The council then voted on it.", *MORE))
    assert "The council then voted on it." in paragraphs(article)


def test_a_block_quotation_is_told_from_a_paragraph():
    quoted = "We have waited nine years for this day, and nobody in this town will miss the old wall for one hour."
    article = read(page(LEAD, f"<blockquote><p>{quoted}</p></blockquote>", *MORE))
    assert f"\u2003{quoted}" in paragraphs(article)
    assert blocks(article, "block quotation") == [quoted]


def test_a_block_quotation_with_a_cue_before_it_is_what_its_speaker_said():
    quoted = "We have waited nine years for this day, and nobody in this town will miss the old wall for one hour."
    lines = (LEAD, "Mayor Ines Okafor told the reporters in the hall:", f"<blockquote>{quoted}</blockquote>", *MORE)
    found = {
        article.body[one.start : one.end]: one for article in [read(page(*lines))] for one in quotations.of(article)
    }
    assert (found[quoted].speaker, found[quoted].cue, found[quoted].kind) == ("Ines Okafor", "told", "direct")


def test_subheadings_and_list_items_are_told_from_paragraphs():
    listed = "<ul><li>The northern basin is closed from March</li><li>The fish market moves to the square</li></ul>"
    article = read(page(LEAD, "<h2>What happens next</h2>", MORE[0], listed, MORE[1]))
    assert blocks(article, "subheading") == ["What happens next"]
    assert blocks(article, "list item") == [
        "The northern basin is closed from March",
        "The fish market moves to the square",
    ]


@pytest.mark.parametrize(
    "kind", ["twitter-tweet", "instagram-media", "bluesky-embed", "tiktok-embed", "mastodon-embed"]
)
def test_an_embedded_post_is_set_aside_and_can_be_put_back(kind):
    post = f"<blockquote class='{kind}'><p>What a night for our town!</p>— Ines (@ines) 3 June</blockquote>"
    [found] = web_page.read(page(LEAD, MORE[0], post, MORE[1]), id="wall")
    [article] = manuscript.read(found)
    [aside] = [cut for cut in article.removed if cut.label == "embedded post"]
    assert aside.text == "What a night for our town! — Ines (@ines) 3 June"
    assert "What a night" not in article.body
    [restored] = manuscript.read(found, keep=frozenset({aside.line}))
    assert paragraphs(restored)[3] == aside.text


def test_a_caption_is_set_aside_in_its_place():
    picture = "<figure><img src='wall.jpg' alt='x'><figcaption>The wall in May. Photo: R. Reyl</figcaption></figure>"
    article = read(page(LEAD, picture, *MORE))
    assert set_aside(article, "caption") == ["The wall in May. Photo: R. Reyl"]
    assert "Reyl" not in article.body


def test_a_caption_that_repeats_the_first_sentence_leaves_it_in_the_text():
    article = read(page(LEAD, f"<figure><img src='w.jpg'><figcaption>{LEAD}</figcaption></figure>", *MORE))
    assert LEAD in paragraphs(article)


def test_an_article_cut_into_boxes_is_read_to_its_end():
    box = "<div class='chunk body'>{}</div><div class='ad'>Advertisement</div>"
    long = [
        f"<p>{text} This was said in part {number} of the story by those who know.</p>"
        for number, text in enumerate([LEAD, *MORE, LEAD, *MORE, LEAD, *MORE])
    ]
    article = read(page(*(box.format("".join(long[start : start + 3])) for start in (0, 3, 6))))
    assert [f"in part {number} of" in article.body for number in range(9)] == [True] * 9
    assert article.body.index("part 2 of") < article.body.index("part 3 of") < article.body.index("part 8 of")


@pytest.mark.parametrize("name", ["comments", "related-stories", "author-box", "sidebar"])
def test_a_box_of_the_same_class_beside_the_article_is_left_out(name):
    box = "<div class='text'>{}</div>"
    other = f"<div class='{name}'>{box.format(f'<p>{MORE[1]} Written elsewhere.</p>')}</div>"
    article = read(page(box.format("".join(f"<p>{text}</p>" for text in (LEAD, *MORE))), other))
    assert "Written elsewhere." not in article.body


def test_a_hover_card_inside_a_sentence_is_no_part_of_it():
    card = "<span><img src='i.jpg'><a href='/i'>Ines Okafor</a><a href='/1'>Okafor opens a school</a></span>"
    article = read(
        page(LEAD, f"Mayor <span><a href='/i'>Ines Okafor</a>{card}</span> voted for the plan, she said.", *MORE)
    )
    assert "Mayor Ines Okafor voted for the plan, she said." in paragraphs(article)


LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour wall: council &amp; town agree",
    "author": [{"@type": "Person", "name": "By Tomas Reyl"}, {"@type": "Person", "name": "Ada Lund"}],
    "datePublished": "2026-03-14T08:00:00+01:00",
    "publisher": {"@type": "Organization", "name": "Elmstead Courier"},
    "inLanguage": "en-GB",
}


def ld(block):
    return f"<script type='application/ld+json'>{json.dumps(block)}</script>"


def test_json_ld_tells_byline_date_and_outlet_and_the_page_its_headline():
    article = read(page(LEAD, *MORE, head=ld(LD)), url="https://courier.example/wall")
    assert article.byline == "Tomas Reyl, Ada Lund"
    assert article.published == "2026-03-14T08:00:00+01:00"
    assert article.outlet == "Elmstead Courier"
    assert article.headline == "Council votes to rebuild harbour wall"
    assert article.language == "en"


def test_authors_named_by_reference_are_found_in_the_graph():
    block = {"@graph": [{**LD, "author": {"@id": "#t"}}, {"@type": "Person", "@id": "#t", "name": "Tomas Reyl"}]}
    assert read(page(LEAD, *MORE, head=ld(block))).byline == "Tomas Reyl"


@pytest.mark.parametrize(
    "block",
    [
        "{",
        "[[[[",
        '{"@type": 7, "author": 8}',
        '{"@type": "NewsArticle", "author": [null, 3, {"name": {}}]}',
        "[" * 90_000,
    ],
)
def test_broken_json_ld_says_nothing(block):
    article = read(page(LEAD, *MORE, head=f"<script type='application/ld+json'>{block}</script>"))
    assert (article.byline, article.outlet) == ("", "")


def test_open_graph_speaks_where_json_ld_is_silent():
    head = (
        "<meta property='og:site_name' content='Elmstead Courier'><meta name='author' content='Ada Lund'>"
        "<meta property='article:published_time' content='2026-03-14T08:00:00Z'>"
    )
    article = read(page(LEAD, *MORE, head=head))
    assert (article.outlet, article.byline, article.published) == (
        "Elmstead Courier",
        "Ada Lund",
        "2026-03-14T08:00:00Z",
    )


def test_the_outlet_that_a_page_names_counts_as_printed_and_not_as_typed():
    article = read(page(LEAD, *MORE, head=ld(LD)), url="https://evil.example/wall")
    [credit] = [cut for cut in article.removed if cut.label == "credit"]
    assert credit.text == article.outlet == "Elmstead Courier"


def test_a_page_that_claims_another_site_is_read_from_where_it_was_fetched():
    head = "<link rel='canonical' href='https://reuters.com/world/wall'>"
    article = read(page(LEAD, *MORE, head=head), url="https://evil.example/wall")
    assert (article.url, article.domain) == ("https://evil.example/wall", "evil.example")
    assert article.canonical == "https://reuters.com/world/wall"
    assert any("claims to be" in note for note in article.notes)


@pytest.mark.parametrize("canonical", ["/wall", "https://www.courier.example/wall", "https://amp.courier.example/wall"])
def test_a_canonical_address_on_the_same_site_is_no_claim(canonical):
    head = f"<link rel='canonical' href='{canonical}'>"
    assert read(page(LEAD, *MORE, head=head), url="https://courier.example/wall").canonical == ""


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0028)https://courier.example/wall -->",
        "<!--\n Page saved with SingleFile \n url: https://courier.example/wall \n-->",
    ],
)
def test_a_browser_notes_where_a_page_was_saved_from(comment):
    raw = comment.encode() + page(LEAD, *MORE, head="<meta property='og:url' content='https://reuters.com/1'>")
    article = read(raw)
    assert article.url == "https://courier.example/wall"
    assert article.canonical == "https://reuters.com/1"


def test_an_archived_copy_is_named_and_its_toolbar_is_no_text():
    bar = f"<div id='wm-ipp-base'><p>{LEAD.replace('harbour', 'archive')}</p></div>"
    head = "<link rel='canonical' href='https://courier.example/wall'>"
    article = read(
        page(bar, LEAD, *MORE, head=head), url="https://web.archive.org/web/20260314081500/https://courier.example/wall"
    )
    assert "archive wall" not in article.body
    assert article.canonical == ""
    assert "An archived copy of https://courier.example, saved on 2026-03-14." in article.notes


COPY = "https://web.archive.org/web/20260314081500/https://courier.example/wall"


@pytest.mark.parametrize(
    "head",
    [
        f"<link rel='canonical' href='{COPY}'>",
        '<script>__wm.wombat("https://courier.example/wall","20260314081500","https://web.archive.org/","web");</script>',
    ],
)
def test_a_saved_page_of_an_archive_is_known_as_a_copy(head):
    article = read(page(LEAD, *MORE, head=head))
    assert article.url == COPY
    assert "An archived copy of https://courier.example, saved on 2026-03-14." in article.notes
    assert any("says of itself" in note for note in article.notes)


def test_a_short_address_of_an_archive_is_known_by_the_long_one_in_its_page():
    long = "http://archive.today/2026.03.14-081500/https://courier.example/wall"
    links = f"<link rel='canonical' href='https://archive.ph/AbCdE'><link rel='bookmark' href='{long}'>"
    article = read(page(LEAD, *MORE, head=links), url="https://archive.ph/AbCdE")
    assert article.url == long
    assert "An archived copy of https://courier.example, saved on 2026-03-14." in article.notes


def test_a_page_elsewhere_cannot_pass_for_a_copy_in_an_archive():
    article = read(page(LEAD, *MORE, head=f"<link rel='canonical' href='{COPY}'>"), url="https://tide.example/wall")
    assert (article.url, article.canonical) == ("https://tide.example/wall", COPY)
    assert not any("archived copy" in note for note in article.notes)


def test_an_address_that_only_the_page_itself_states_is_named_so():
    article = read(page(LEAD, *MORE, head="<meta property='og:url' content='https://courier.example/wall'>"))
    assert article.url == "https://courier.example/wall"
    assert any("says of itself" in note for note in article.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso8859-15", "cp1251"])
def test_a_page_is_decoded_as_it_says(encoding):
    text = "Шторм разрушил стену в гавани." if encoding == "cp1251" else "The café’s “wall” costs ten pounds."
    text = text.replace("’", "'").replace("“", '"').replace("”", '"') if encoding == "iso8859-15" else text
    head = f"<meta charset='{encoding}'>" if encoding not in {"utf-16", "utf-8-sig"} else ""
    raw = page(LEAD, f"{text} {MORE[0]}", MORE[1], head=head).decode().encode(encoding)
    assert text in read(raw).body


def test_the_language_of_the_text_counts_and_not_what_the_page_says():
    german = (
        "Die Hafenmauer wird neu gebaut, entschied der Rat der Stadt am Dienstagabend nach einer langen Debatte.",
        "Ingenieure warnen seit Jahren, dass die alten Steine keinen weiteren Winter überstehen werden, und der "
        "Bürgermeister sagte, die Arbeiten sollten im Frühling beginnen und drei Jahre dauern.",
    )
    assert read(page(*german, *german)).language == "de"


WALLS = {
    "robot": (
        b"<html><title>Just a moment</title><body><p>Checking your browser before you go on.</p></body></html>",
        "robot",
    ),
    "cookies": (
        b"<html><head><title>Courier</title></head><body><div><p>We value your privacy. We and our partners use cookies"
        b" to store your data for personalised ads.</p><p>You can change your consent at any time in our privacy"
        b" policy.</p><button>Accept all</button></div></body></html>",
        "cookies",
    ),
    "scripts": (
        b"<html><head><title>Courier</title></head><body><noscript>You need to enable JavaScript to run this app."
        b"</noscript><div id='root'></div><script src='/a.js'></script></body></html>",
        "scripts",
    ),
    "paywall": (
        b"<html><title>Courier</title><body><div><p>Subscribe to continue reading.</p></div></body></html>",
        "subscription",
    ),
    "gone": (
        b"<html><head><title>404 Not Found</title></head><body><h1>Not found</h1><p>Sorry.</p></body></html>",
        "no article at this address",
    ),
    "empty": (b"<html><head><title>Courier</title></head><body></body></html>", "no article was found"),
}


@pytest.mark.parametrize("name", WALLS)
def test_a_page_without_its_article_is_named_with_the_way_out(name):
    raw, words = WALLS[name]
    with pytest.raises(UnreadableInput) as caught:
        web_page.read(raw)
    assert words in str(caught.value)
    assert "paste the text" in str(caught.value)


def test_the_teaser_in_front_of_a_paywall_is_read_and_named():
    article = read(
        page(LEAD, body="<div><p>Already a subscriber? Log in</p></div>", head=ld({**LD, "isAccessibleForFree": False}))
    )
    assert LEAD in article.body
    assert any("subscription" in note and "save the page" in note for note in article.notes)


def test_a_page_that_shows_its_text_by_scripts_gives_the_text_of_its_json_ld():
    body = "\n".join([LEAD, *MORE])
    head = ld({**LD, "articleBody": body})
    article = read(
        f"<html><head><title>x</title>{head}</head><body><div id='root'></div><script>1</script></body></html>".encode()
    )
    assert paragraphs(article)[1:] == [LEAD, *MORE]


def test_an_article_about_cookies_is_an_article():
    text = "Regulators fined two firms on Monday because their websites set cookies without asking, a court heard."
    assert text in read(page(text, LEAD, *MORE)).body


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<",
        b"<html>",
        b"\x00" * 1000,
        b"<p>" * 50_000,
        b"<html><body>" + b"<div>" * 100_000 + b"text",
        b"<html><body>" + b"<q>" * 20_000,
        b"<html><body><blockquote class='twitter-tweet'>" * 2_000,
        "<html><body><p>\ud800</p></body></html>".encode("utf-16", "surrogatepass"),
    ],
    ids=["empty", "bracket", "html", "zeros", "many p", "deep div", "deep q", "deep posts", "surrogate"],
)
def test_markup_without_an_article_is_refused_and_never_breaks(raw):
    with pytest.raises(UnreadableInput):
        web_page.read(raw)


def test_pictures_inlined_by_the_browser_do_not_count_as_markup():
    inlined = "<img src='data:image/png;base64," + "A" * 6_000_000 + "'>"
    assert LEAD in read(page(LEAD, inlined, *MORE)).body


def test_too_much_markup_is_refused_by_its_limit():
    with pytest.raises(UnreadableInput, match="5 million characters"):
        web_page.read(page(LEAD, *MORE) + b"<i>x</i>" * 700_000)
