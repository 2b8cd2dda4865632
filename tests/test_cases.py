"""The teaching cases and their answer keys: every keyed stretch is really there, and nothing marked is left out."""

import json
import re
from datetime import date, datetime

import pytest

from analysis import cases
from analysis.errors import BrokenData
from analysis.outlets import accountability
from analysis.text import words

KINDS = {"direct", "mixed", "indirect"}
CLASSES = {"speech", "scare", "title", "term", "other"}
LABELS = {"boilerplate", "caption", "byline", "credit", "dateline", "headline", "kicker"}
SOURCE_TYPES = {
    "official",
    "political",
    "business",
    "expert",
    "civil society",
    "citizen or witness",
    "document",
    "other media",
    "anonymous",
}
NAMINGS = {"named", "role", "unnamed person", "unnamed group", "body"}
CLAIM_KINDS = {"statement", "number", "date", "person", "place", "quotation"}
INSIDE_MARKS = {"direct", "mixed"}
# An opening mark without a closing one (a quotation that runs on) reaches to the end of its paragraph.
MARKED = re.compile(r"“(?P<curly>[^“”\n]*)|\"(?P<straight>[^\"\n]*)\"|‘(?P<inner>[^‘’\n]*)’")

CASES = [cases.load(case_id) for case_id in cases.ids()]
ARTICLES = [
    pytest.param(article, cases.key(case.id)["articles"].get(article.id), id=f"{case.id}/{article.id}")
    for case in CASES
    for article in case.articles
]


def start_of(text, keyed):
    """Offset of the keyed stretch: its `occurrence`-th non-overlapping match in `text`, from 1."""
    assert keyed["occurrence"] >= 1
    start = -len(keyed["text"])
    for _ in range(keyed["occurrence"]):
        start = text.find(keyed["text"], start + len(keyed["text"]))
        assert start >= 0, keyed
    return start


def marked_stretches(text):
    """(start, end) inside every pair of quotation marks, nested ones too. Written apart from the product's own."""
    found = []
    position = 0
    while match := MARKED.search(text, position):
        found.append(match.span(match.lastgroup))
        position = match.start() + 1 if match.lastgroup == "curly" else match.end()
    return found


def is_marked(text, start, end):
    opened = text[start - 1] in '“‘"'
    closed = text[end] in '”’"\n'
    return opened and closed


def located(text, rows):
    return {(start := start_of(text, row), start + len(row["text"])): row for row in rows}


def quoted_strings(keyed):
    """(article id, string) for everything that a key quotes from the articles, and nothing that was set aside."""
    for article_id, rows in keyed["articles"].items():
        for row in rows["quotations"]:
            yield from ((article_id, row[field]) for field in ("text", "source", "cue", "content") if field in row)
        for row in rows["voices"]:
            yield from ((article_id, mention) for mention in row["mentions"])
        for row in (*rows["spans"], *rows.get("tortured", ())):
            yield article_id, row["text"]
    for claim in keyed["claims"]:
        yield from ((article_id, one) for article_id, found in claim["articles"].items() for one in found)
    for repost in keyed["reposts"]:
        for pair in repost["altered"]:
            yield from ((repost["of"], pair["original"]), (repost["copy"], pair["changed"]))
    for actor in keyed["naming"]:
        yield from ((article_id, label) for article_id, labels in actor["labels"].items() for label in labels)
    for statement in keyed["quote_versions"]:
        yield from statement["versions"].items()


def bare(quoted):
    """The words of a quotation without what its place in the sentence gave it: capital letter, last comma or stop."""
    return quoted.rstrip(",.?!").lower()


def test_the_first_of_the_cases_is_the_one_a_newcomer_sees():
    assert cases.ids()[0] == "ilvane-treaty"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_says_that_it_is_invented(case):
    assert "invented" in case.note
    for article in case.articles:
        assert article.outlet.endswith("(invented)")
        assert article.domain.endswith(".example")
        assert article.url.startswith(f"https://{article.domain}/")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_all_articles_of_a_case_are_of_the_day_of_its_event(case):
    assert {datetime.fromisoformat(article.published).date() for article in case.articles} == {
        date.fromisoformat(case.date)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_ids_are_unique_and_every_article_has_a_key(case):
    article_ids = [article.id for article in case.articles]
    key = cases.key(case.id)
    assert key["case"] == case.id
    assert len(set(article_ids)) == len(article_ids)
    assert list(key["articles"]) == article_ids
    claim_ids = [claim["id"] for claim in key["claims"]]
    assert len(set(claim_ids)) == len(claim_ids)


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_the_raw_text_opens_with_the_headline_and_holds_the_byline_as_a_line(article, key):
    lines = article.text.splitlines()
    assert lines[0].startswith(article.headline)
    assert article.byline in lines


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_an_article_has_300_to_700_words_without_its_page_debris(article, key):
    text = article.text
    for row in key["removed"]:
        text = text.replace(row["text"], "", 1)
    assert 300 <= words.count(text) <= 700


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_every_keyed_quotation_is_in_its_article(article, key):
    ids = [row["id"] for row in key["quotations"]]
    assert len(set(ids)) == len(ids)
    voices = {voice["name"] for voice in key["voices"]}
    for (start, end), row in located(article.text, key["quotations"]).items():
        assert row["kind"] in KINDS
        assert row["speaker"] in voices
        assert row["source"] in article.text
        assert row["cue"] in article.text
        if row["kind"] != "indirect":
            assert is_marked(article.text, start, end), row
        if row["kind"] == "mixed":
            assert row["text"] in row["content"]
            assert row["content"] in article.text


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_quotations_stand_in_reading_order_and_one_attribution_has_one_speaker(article, key):
    attributions = [row["attribution"] for row in key["quotations"]]
    assert sorted(set(attributions)) == list(range(1, attributions[-1] + 1))
    assert attributions == sorted(attributions)
    starts = [start_of(article.text, row) for row in key["quotations"]]
    assert starts == sorted(starts)
    assert len({(row["attribution"], row["speaker"], row["kind"]) for row in key["quotations"]}) == attributions[-1]


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_every_keyed_short_span_stands_between_marks_and_has_a_class_and_a_reason(article, key):
    for (start, end), row in located(article.text, key["spans"]).items():
        assert row["class"] in CLASSES
        assert row["why"]
        assert is_marked(article.text, start, end), row
        assert words.count(row["text"]) <= 8


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_every_marked_stretch_is_keyed(article, key):
    stretches = marked_stretches(article.text)
    spans = located(article.text, key["spans"])
    quotations = located(article.text, key["quotations"])
    short = {stretch for stretch in stretches if words.count(article.text, *stretch) <= 8}
    assert set(spans) == short
    quoted = {stretch for stretch, row in quotations.items() if row["kind"] != "indirect"}
    assert quoted == (set(stretches) - short) | {stretch for stretch in short if spans[stretch]["class"] == "speech"}


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_marks_in_a_headline_are_supported_where_the_words_come_again_in_the_text(article, key):
    marked = located(article.text, [*key["spans"], *key["quotations"]])
    for (_, end), row in marked.items():
        if "headline" in row:
            assert end < len(article.headline)
            times = article.text.lower().count(bare(row["text"]))
            assert times == 1 if row["headline"] == "unsupported" else times > 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_voice_speaks_and_belongs_to_a_side_of_the_case_or_to_none(case):
    for article in case.articles:
        key = cases.key(case.id)["articles"][article.id]
        speakers = {row["speaker"] for row in key["quotations"]}
        assert [voice["name"] for voice in key["voices"] if voice["name"] not in speakers] == []
        assert len({voice["name"] for voice in key["voices"]}) == len(key["voices"])
        for voice in key["voices"]:
            assert voice["side"] in (*case.sides, "")
            assert voice["type"] in SOURCE_TYPES
            assert voice["naming"] in NAMINGS
            assert [mention for mention in voice["mentions"] if mention not in article.text] == []


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_every_removed_stretch_stands_in_the_line_the_key_gives(article, key):
    for (start, _), row in located(article.text, key["removed"]).items():
        assert row["label"] in LABELS
        assert row["reason"]
        assert article.text.count("\n", 0, start) + 1 == row["line"]


@pytest.mark.parametrize(("article", "key"), ARTICLES)
def test_the_occurrence_numbers_hold_in_the_cleaned_text_too(article, key):
    debris = sorted(located(article.text, key["removed"]))
    for (start, end), row in located(article.text, key["quotations"] + key["spans"]).items():
        assert not any(first < end and start < last for first, last in debris), row
        before = [article.text[first:last] for first, last in debris if last <= start]
        assert [text for text in before if row["text"] in text] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_everything_the_key_quotes_is_in_the_body_as_it_is_read(case, read_case):
    bodies = {article.id: article.body for article in read_case(case.id)}
    quoted = list(quoted_strings(cases.key(case.id)))
    assert [(article_id, one) for article_id, one in quoted if not one or one not in bodies[article_id]] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_claim_has_a_kind_and_the_words_of_at_least_one_article(case):
    for claim in cases.key(case.id)["claims"]:
        assert claim["text"].endswith(".")
        assert claim["kind"] in CLAIM_KINDS
        assert claim["articles"]
        assert all(claim["articles"].values())
        assert set(claim.get("versions", {})) <= set(claim["articles"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_claims_are_reported_by_all_by_some_and_by_one(case):
    claims = cases.key(case.id)["claims"]
    assert {1, 2, len(case.articles)} <= {len(claim["articles"]) for claim in claims}
    assert {claim["kind"] for claim in claims} == CLAIM_KINDS


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_repost_names_two_articles_and_changes_words_inside_the_marks(case):
    key = cases.key(case.id)
    texts = {article.id: article.text for article in case.articles}
    assert key["reposts"]
    for repost in key["reposts"]:
        assert repost["how"]
        assert isinstance(repost["credited"], bool)
        quoted = {row["text"] for row in key["articles"][repost["copy"]]["quotations"]}
        original = {row["text"] for row in key["articles"][repost["of"]]["quotations"]}
        for pair in repost["altered"]:
            assert pair["original"] in original
            assert pair["changed"] in quoted - original
        for row in key["articles"][repost["copy"]].get("tortured", ()):
            start_of(texts[repost["copy"]], row)
            assert row["original"] in texts[repost["of"]]
            assert row["original"] not in texts[repost["copy"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_actor_is_named_by_two_articles_at_least_and_not_by_all_alike(case):
    for actor in cases.key(case.id)["naming"]:
        assert len(actor["labels"]) >= 2, actor["actor"]
        assert all(actor["labels"].values())
        assert len({tuple(labels) for labels in actor["labels"].values()}) >= 2, actor["actor"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_version_of_a_quotation_stands_inside_marks_and_is_said_by_its_speaker(case):
    key = cases.key(case.id)
    for statement in key["quote_versions"]:
        assert len(statement["versions"]) >= 2
        for article_id, quoted in statement["versions"].items():
            article = key["articles"][article_id]
            called = {voice["name"] for voice in article["voices"] if voice.get("same_as") == statement["speaker"]}
            speakers = {
                row["speaker"] for row in article["quotations"] if row["kind"] in INSIDE_MARKS and quoted in row["text"]
            }
            assert speakers & (called | {statement["speaker"]}), (statement["id"], article_id)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_altered_version_has_other_words_and_the_rest_are_cuts_of_one(case):
    for statement in cases.key(case.id)["quote_versions"]:
        altered = set(statement["altered"])
        assert altered < set(statement["versions"])
        kept = [bare(quoted) for article_id, quoted in statement["versions"].items() if article_id not in altered]
        longest = max(kept, key=len)
        assert all(quoted in longest for quoted in kept), statement["id"]
        assert not any(bare(statement["versions"][article_id]) in longest for article_id in altered), statement["id"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_has_the_constructions_it_was_written_for(case):
    key = cases.key(case.id)
    articles = key["articles"].values()
    assert {row["class"] for rows in articles for row in rows["spans"]} == CLASSES
    assert {row["kind"] for rows in articles for row in rows["quotations"]} == KINDS
    assert any("relayed" in row for rows in articles for row in rows["quotations"])
    assert any(row.get("headline") == "unsupported" for rows in articles for row in rows["spans"])
    assert sum(voice["type"] == "anonymous" for rows in articles for voice in rows["voices"]) >= 3
    assert any(statement["altered"] for statement in key["quote_versions"])


@pytest.mark.parametrize("case", ["scarn-quarry", "tarrowick-buses"])
def test_marks_in_a_headline_are_supported_in_one_article(case):
    articles = cases.key(case)["articles"].values()
    assert any(row.get("headline") == "supported" for rows in articles for row in rows["quotations"])


def test_scare_quotes_are_the_business_of_some_outlets_and_not_of_agencies_and_copies():
    scare = {}
    for case in CASES:
        for name, rows in cases.key(case.id)["articles"].items():
            scare[name] = sum(row["class"] == "scare" for row in rows["spans"])
    assert all(scare[name] >= 2 for name in ("tallow-post", "ostrel-sentinel", "daily-clamour", "ridge-not-rubble"))
    assert not any(scare[name] for name in ("meridian-wire", "newsglim24", "halyard-wire", "northmoor-courier"))


@pytest.mark.parametrize(("case", "spun"), [("ilvane-treaty", "newsglim24"), ("scarn-quarry", "infobrisk")])
def test_a_spun_copy_has_phrases_that_a_machine_has_left(case, spun):
    assert len(cases.key(case)["articles"][spun]["tortured"]) >= 6


def test_a_case_that_does_not_exist_is_refused_with_the_cases_there_are():
    with pytest.raises(BrokenData, match=r"no teaching case '\.\./lexicons'.*ilvane-treaty"):
        cases.load("../lexicons")
    with pytest.raises(BrokenData, match="no teaching case"):
        cases.key("")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(cases, "CASES", tmp_path)
    made = tmp_path / "one"
    made.mkdir()
    return made


def test_a_case_without_its_article_file_names_the_file(folder):
    original = json.loads((cases.DATA / "cases/ilvane-treaty/case.json").read_text(encoding="utf-8"))
    (folder / "case.json").write_text(json.dumps(original), encoding="utf-8")
    with pytest.raises(BrokenData, match=r"data/cases/one/meridian-wire.txt cannot be read"):
        cases.load("one")


def test_a_case_without_a_field_names_the_field(folder):
    (folder / "case.json").write_text('{"id": "one"}', encoding="utf-8")
    with pytest.raises(BrokenData, match="the field 'title' is missing"):
        cases.load("one")


def test_a_case_with_a_field_of_the_wrong_kind_is_broken_data(folder):
    fields = {"id": "one", "title": "", "summary": "", "date": "", "note": "", "sides": [], "articles": ["a.txt"]}
    (folder / "case.json").write_text(json.dumps(fields), encoding="utf-8")
    with pytest.raises(BrokenData, match="a field is of the wrong kind"):
        cases.load("one")


@pytest.mark.parametrize("broken", ["{", "[]", None])
def test_a_key_that_is_no_json_object_or_is_missing_is_broken_data(folder, broken):
    (folder / "case.json").write_text("{}", encoding="utf-8")
    if broken is not None:
        (folder / "key.json").write_text(broken, encoding="utf-8")
    with pytest.raises(BrokenData, match=r"data/cases/one/key.json cannot be read"):
        cases.key("one")


@pytest.mark.parametrize("article", [param.values[0] for param in ARTICLES], ids=[param.id for param in ARTICLES])
def test_what_is_told_of_an_invented_outlet_answers_known_questions_on_its_own_pages(article):
    asked = {part.key for part in accountability.components()}
    assert article.facts
    for fact in article.facts:
        assert fact.component in asked and fact.value in {"yes", "partly", "no"}
        assert fact.source_url.startswith(f"https://{article.domain}/") and fact.checked_on == article.published[:10]
        assert fact.note
