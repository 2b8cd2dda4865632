"""What holds for any input: nothing breaks, nothing is lost unseen, spans lie in the text, twice gives the same."""

import gzip
import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import measures
from analysis.errors import UnreadableInput
from analysis.fetching import addresses, robots
from analysis.ingest import cleanup, files, manuscript, page_blocks, pasted, plain_text, web_page
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.repair import repair
from analysis.text import quotations, sentences
from tests.ingest import inputs

SLOW = settings(max_examples=60, deadline=10_000, suppress_health_check=list(HealthCheck))
QUICK = settings(max_examples=200, deadline=5_000, suppress_health_check=list(HealthCheck))

MARKS = "“”‘’\"'«»„‹›「」`´"
TOKENS = (
    *MARKS,
    *" \n\t.,:;?!-–—|()[]<>&#@*_=/\\0123",
    "\n\n",
    "\u200b",
    "\u202e",
    "\xa0",
    "\x00",
    "😀",
    "е",
    "ａ",
    "the ",
    "wall ",
    "Mayor ",
    "Ines Okafor ",
    "said ",
    "told reporters ",
    "according to ",
    "By Tomas Reyl",
    "Read more",
    "Advertisement",
    "Source: Reuters",
    "14 March 2026",
    "We use cookies",
    "About us",
    "HARBOUR (Courier) — ",
    "BREAKING: ",
    "so-called ",
    "not ",
    "Mr. ",
    "U.S. ",
    "â€œ",
    "http://x.example/a",
    "-----\n",
    "Outlet: ",
)
PIECES = st.sampled_from(TOKENS)
TEXTS = st.one_of(st.lists(PIECES, max_size=120).map("".join), st.text(max_size=300))

TAGS = (
    "p",
    "div",
    "q",
    "blockquote",
    "h1",
    "h2",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "figure",
    "figcaption",
    "span",
    "a",
    "br",
)
ELEMENTS = st.tuples(st.sampled_from(TAGS), st.sampled_from(["", " class='twitter-tweet'", " itemprop='articleBody'"]))
MARKUP = st.recursive(
    TEXTS,
    lambda inner: st.builds(
        lambda element, content: f"<{element[0]}{element[1]}>{''.join(content)}</{element[0]}>",
        ELEMENTS,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)
STARTS = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"{\\rtf1 ",
        b"<!doctype html><html>",
        b"<?xml version='1.0'?><rss>",
        b"MIME-Version: 1.0\nContent-Type: text/html\n\n",
        b"TY  - NEWS\n",
        b"@article{a,",
        b"[",
        b'{"id": 1, "text": "',
        b"text,title\n",
        b"\xff\xfe",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ]
)
NAMES = st.sampled_from(
    ["a.txt", "a.html", "a.pdf", "a.docx", "a.csv", "a.json", "a.jsonl", "a.zip", "a.md", "a.mhtml", "a", ""]
)


def letters(text):
    return sorted(char for char in text if not char.isspace())


@QUICK
@given(TEXTS)
def test_cleaning_decides_every_line_and_loses_none(text):
    repaired = repair(text).text
    lines = cleanup.classify(repaired)
    assert letters("".join(line.text for line in lines)) == letters(repaired)
    assert all(line.label for line in lines)
    for line in lines:
        for part in line.parts:
            assert 0 <= part.start < part.end <= len(line.text)


@QUICK
@given(TEXTS)
def test_an_article_holds_what_was_typed_and_names_the_rest(text):
    try:
        [article] = plain_text.read(text, id="a")
    except UnreadableInput:
        assert not repair(text).text.strip()
        return
    kept = article.body + "".join(cut.text for cut in article.removed)
    assert letters(kept) == letters(repair(text).text)
    assert plain_text.read(text, id="a") == [article]
    assert all(cut.reason and cut.label for cut in article.removed)


@QUICK
@given(TEXTS)
def test_a_line_that_was_set_aside_can_be_put_back(text):
    try:
        [article] = plain_text.read(text, id="a")
    except UnreadableInput:
        return
    [whole] = plain_text.read(text, id="a", keep=frozenset(cut.line for cut in article.removed))
    assert whole.removed == ()
    assert letters(whole.body) == letters(repair(text).text)


@QUICK
@given(TEXTS)
def test_text_taken_as_it_is_stays_as_it_is(text):
    try:
        [article] = plain_text.read(text, id="a", as_is=True)
    except UnreadableInput:
        return
    assert article.body == text


@QUICK
@given(TEXTS)
def test_pasted_text_never_breaks_the_reader(text):
    batch = pasted.read(text)
    assert batch.manuscripts or batch.references or batch.problems
    for found in batch.manuscripts:
        try:
            manuscript.read(found)
        except UnreadableInput as error:
            assert "Nothing to analyse" in str(error)


@SLOW
@given(TEXTS)
def test_every_measure_gives_numbers_or_reasons_and_spans_in_the_text(text):
    try:
        [article] = plain_text.read(text, id="a")
    except UnreadableInput:
        return
    for name, result in measures.score(article).items():
        assert result == measures.score(article)[name]
        for span in result.spans:
            assert 0 <= span.start < span.end <= len(article.body)
        for value in result.values:
            assert value.missing if value.number is None else math.isfinite(value.number)


@QUICK
@given(TEXTS)
def test_quotations_and_sentences_lie_in_the_text(text):
    for quotation in quotations.find(text):
        assert 0 <= quotation.start < quotation.end <= len(text)
    last = 0
    for start, end in sentences.find(text):
        assert last <= start < end <= len(text)
        last = end


@SLOW
@given(MARKUP)
def test_any_markup_gives_an_article_or_a_reason(markup):
    raw = f"<!doctype html><html><body>{markup}</body></html>".encode("utf-8", "surrogatepass")
    try:
        [found] = web_page.read(raw, id="a", url="https://courier.example/a")
    except UnreadableInput as error:
        assert str(error)
        return
    [article] = manuscript.read(found)
    for span in article.blocks:
        assert 0 <= span.start < span.end <= len(article.body)
    assert web_page.read(raw, id="a", url="https://courier.example/a") == [found]


@QUICK
@given(MARKUP)
def test_a_fragment_of_markup_keeps_its_words(markup):
    try:
        blocks = page_blocks.fragment(markup.replace("\x00", ""))
    except (ValueError, AssertionError):
        return
    assert all(block.text.strip() for block in blocks)


@settings(SLOW, max_examples=120)
@given(NAMES, STARTS, st.binary(max_size=400), st.booleans())
def test_any_bytes_under_any_name_give_articles_or_sentences(name, start, rest, is_packed):
    raw = gzip.compress(start + rest) if is_packed else start + rest
    batch = files.read(name, raw)
    assert batch.manuscripts or batch.references or batch.problems
    for sentence in batch.problems:
        assert str(sentence).endswith(".")
        assert "Traceback" not in str(sentence)


GOOD = {
    "a.docx": inputs.docx(),
    "a.pdf": inputs.pdf([["A line of text."]]),
    "a.xlsx": inputs.xlsx([["text"], ["A wall fell."]]),
    "a.zip": inputs.archive({"a.txt": inputs.TEXT}),
    "a.rtf": inputs.rtf(inputs.TEXT),
    "a.mhtml": inputs.mhtml(b"<html><body><p>A wall fell.</p></body></html>", "https://courier.example/a"),
    "a.xml": inputs.RSS.encode(),
    "a.bib": inputs.BIBTEX.encode(),
}


@pytest.mark.parametrize("name", GOOD)
@settings(SLOW, max_examples=25)
@given(data=st.data())
def test_a_damaged_file_gives_articles_or_sentences(name, data):
    raw = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    batch = files.read(name, bytes(raw[: data.draw(st.integers(1, len(raw)))]))
    assert batch.manuscripts or batch.references or batch.problems


@QUICK
@given(st.one_of(st.text(max_size=80), st.text(max_size=60).map("http://".__add__)))
def test_any_text_is_an_address_or_refused(text):
    try:
        place = addresses.target(text, addresses.PUBLIC.ports)
    except UnreadableInput:
        return
    assert place.scheme in {"http", "https"}
    assert place.url.isascii()
    assert not any(char in place.path for char in " \r\n\t\x00")
    assert addresses.target(place.url, addresses.PUBLIC.ports) == place


@QUICK
@given(st.text(max_size=300), st.text(max_size=40))
def test_any_robots_txt_answers(text, path):
    assert robots.parse(text, "Parallax").allows(f"/{path}") in {True, False}


@QUICK
@given(TEXTS, st.lists(st.tuples(st.sampled_from(["paragraph", "caption", "block quotation", "list item"]), TEXTS)))
def test_paragraphs_of_a_document_keep_their_kinds(title, passages):
    text, kinds = manuscript.lined(passages)
    try:
        [article] = manuscript.read(Manuscript(id="a", text=text, title=title, kinds=kinds))
    except UnreadableInput:
        assert not repair(text).text.strip()
        return
    for span in article.blocks:
        assert 0 <= span.start < span.end <= len(article.body)
        assert span.kind in {"block quotation", "list item"}
