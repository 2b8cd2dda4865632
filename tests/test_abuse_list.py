"""The abuse list: what people paste, upload and ask for that no article is, and what they must then see.

Three tables of one form: name, input, what must hold. Hostile files and addresses have tables of their own in
tests/ingest/test_hostile_files.py and tests/fetching/test_addresses.py; they are rows of this list as well. What
hostile text looks like on the screen and in exports (markup, links, formulas, floods in a headline) is seen in
tests/browser/test_hostile_text.py; that nothing saved is lost when the process is killed or the disk is full, in
tests/store/test_workspaces.py and tests/ui/test_keeping.py.
"""

import math

import pytest

from analysis import fetching, measures, reading
from analysis.errors import UnreadableInput
from analysis.fetching import Visits
from analysis.ingest import files, pasted
from analysis.text import quotations
from tests.fetching.test_addresses import ELSEWHERE, INSIDE, NO_PAGE, WRITTEN_ODDLY
from tests.ingest import inputs
from tests.ingest.inputs import HEADLINE, PARAGRAPHS, TEXT
from tests.ingest.test_hostile_files import HOSTILE

SAID = "“We waited nine years for this,” Mayor Ines Okafor said."
STORY = "\n\n".join(PARAGRAPHS)
RUSSIAN = "Шторм разрушил старую стену в гавани города, и совет решил построить новую стену."
ENGLISH = "The storm broke the old wall of the harbour, and the council decided to build a new one."


def note(words):
    return lambda article, batch: any(words in sentence for sentence in reading.record(article)["problems"])


def problem(words):
    return lambda article, batch: article is None and words in str(batch.problems[0])


def body(text):
    return lambda article, batch: text in article.body


def no_body(text):
    return lambda article, batch: text not in article.body


def speeches(count):
    return lambda article, batch: (
        sum(quotation.kind != "indirect" for quotation in quotations.find(article.body)) == count
    )


def read_at_all(article, batch):
    return article is not None


def missing(measure):
    """The measure gives a reason in place of every number."""
    return lambda article, batch: all(
        value.number is None and value.missing for value in measures.score(article)[measure].values
    )


PASTED = [
    ("empty paste", "", problem("Nothing to analyse yet")),
    ("spaces and line ends", " \n\t\n  ", problem("Nothing to analyse yet")),
    ("one word", "Word", missing("readability")),
    ("one letter", "a", read_at_all),
    ("one full stop", ".", read_at_all),
    ("numbers only", "12 34 56. 78 90.", read_at_all),
    ("emoji only", "😀 😀 😀", missing("readability")),
    ("five thousand emoji", "😀" * 5_000, read_at_all),
    ("families of emoji", "👩‍👩‍👧 said “yes 😀” on Monday.", body("👩‍👩‍👧")),
    ("one line of a megabyte", "word " * 200_000, read_at_all),
    ("one word of a megabyte", "x" * 1_000_000, read_at_all),
    ("more than the limit", "x" * 20_000_001, problem("20 MB")),
    ("a hundred thousand opening marks", "“" * 100_000, read_at_all),
    ("a hundred thousand closing marks", "”" * 100_000, read_at_all),
    ("a hundred thousand straight marks", '"' * 100_000, read_at_all),
    ("a hundred thousand apostrophes", "'" * 100_000, read_at_all),
    ("a hundred thousand openings", "“word " * 100_000, note("100,000 quotation marks are never closed")),
    ("five thousand quotations", "“No,” she said. " * 5_000, speeches(5_000)),
    (
        "a mark never closed",
        f"{ENGLISH}\n\nShe said: “We waited and waited.\n\n{ENGLISH}",
        note("1 quotation mark is never closed"),
    ),
    ("marks glued to words", "He said that”people won’t wait” and no’breakthrough’ came.", body("that”people")),
    ("marks in marks", f"{ENGLISH}\n\n“They told us ‘no’ twice,” she said.", speeches(1)),
    (
        "a speech over paragraphs",
        f"{ENGLISH}\n\n“We waited nine years for it.\n\n“We shall wait no more,” Ines Okafor said.\n\n{ENGLISH}",
        lambda article, batch: speeches(2)(article, batch) and not article.notes,
    ),
    ("apostrophes", "’Tis James’ wall, and it’s the fishermen’s quay of the ’90s.", speeches(0)),
    ("feet and inches", "The wall is 5'10\" high and 6' wide, the engineers wrote.", speeches(0)),
    ("angled marks", "«We waited nine years for this day,» the mayor said.", speeches(1)),
    ("German marks", "„We waited nine years for this day,“ the mayor said.", speeches(1)),
    ("TeX marks", "``We waited nine years for this day,'' the mayor said.", body("``We waited")),
    (
        "corner marks",
        "「We waited nine years」 the mayor said.",
        note("The marks 「 」 are not read as quotation marks"),
    ),
    ("wrongly decoded marks", SAID.encode().decode("sloppy-windows-1252"), note("wrongly decoded")),
    ("marks decoded wrongly twice", SAID.encode().decode("cp1252", "ignore"), read_at_all),
    ("NUL bytes", "The\x00 wall\x00 fell.", note("2 control characters")),
    ("zero-width spaces", "The har\u200bbour wall fell.", body("harbour")),
    ("zero-width spaces are told", "The har\u200bbour wall fell.", note("invisible character")),
    ("soft hyphens", "The har\u00adbour wall fell.", body("harbour")),
    ("a right-to-left override", "The mayor \u202eavokO\u202c left.", no_body("\u202e")),
    ("letters of two alphabets", "Vladimir Рutin spoke to the council on Monday.", note("two alphabets")),
    ("piles of accents", "The w" + "\u0301" * 500 + "all fell on Monday.", read_at_all),
    ("full-width letters", "Ｔｈｅ ｗａｌｌ ｆｅｌｌ．", body("The wall fell.")),
    ("full-width letters are told", "Ｔｈｅ ｗａｌｌ ｆｅｌｌ．", note("12 full-width signs written as usual ones")),
    ("full-width commas of a Chinese text", "市议会决定修建新墙，市长表示。", body("，")),
    ("lone halves of surrogate pairs", "The wall \ud800 fell.", no_body("\ud800")),
    ("unassigned code points", "The wall \U000e0fff fell \ufdd0.", read_at_all),
    ("line separators", "The wall fell.\u2028It stood.\u2029It fell.", read_at_all),
    ("carriage returns", "The wall fell.\r\rIt stood.\r\n\r\nIt fell.", read_at_all),
    ("a Russian article", f"{RUSSIAN}\n\n" * 4, note("in Russian")),
    (
        "a Russian article has no scores",
        f"{RUSSIAN}\n\n" * 4,
        lambda a, b: "Russian" in measures.score(a)["sentiment"].missing,
    ),
    (
        "an Arabic article",
        "قرر مجلس المدينة مساء الثلاثاء بناء جدار جديد في الميناء، حسبما أعلن رئيس البلدية. " * 4,
        note("in Arabic"),
    ),
    (
        "a Chinese article",
        "市议会周二晚间决定在港口修建一道新墙，市长表示，这项工程将耗资一千四百万。" * 4,
        note("in Chinese"),
    ),
    ("half English, half Russian", f"{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH} Yes.\n\n{RUSSIAN} Да.", note("is in Russian")),
    (
        "words that mean nothing",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
        note("in Latin"),
    ),
    ("ten thousand paragraphs of a word", "\n\n".join(f"Word{n}" for n in range(10_000)), read_at_all),
    ("a hundred thousand line ends", f"{ENGLISH}{chr(10) * 100_000}{ENGLISH}", read_at_all),
    ("a script in the headline", f"<script>alert(1)</script> wall\n\n{STORY}", body("<script>alert(1)</script>")),
    ("an event handler", f"<img src=x onerror=alert(1)> wall falls\n\n{STORY}", body("onerror")),
    ("a picture in Markdown", f"![](http://tracker.example/t.png) wall falls\n\n{STORY}", body("![](http")),
    ("formulas and colours", f"The $x$ :red[wall] **falls** today\n\n{STORY}", body(":red[wall]")),
    ("a link to a script", f"[Wall](javascript:alert(1)) falls today\n\n{STORY}", body("javascript:alert")),
    ("a formula of a spreadsheet", f'=HYPERLINK("http://x") wall falls\n\n{STORY}', body("=HYPERLINK")),
    ("a headline of five thousand letters", f"{'Wall ' * 1000}\n\n{TEXT}", read_at_all),
    ("a path as the outlet", f"Outlet: ../../etc/passwd\n\n{TEXT}", lambda a, b: a.outlet == "../../etc/passwd"),
    ("JSON", '{"id": 1, "text": "The wall fell."}', read_at_all),
    ("a page's markup", "<p>" * 50_000, read_at_all),
    ("a hundred thousand brackets", "(" * 50_000 + ")" * 50_000, read_at_all),
    ("a hundred thousand dashes", "- " * 50_000, read_at_all),
    ("dividers only", "-----\n" * 5_000, problem("Nothing to analyse yet")),
    ("commas only", "," * 100_000, read_at_all),
    ("tabs only between words", "wall\t" * 50_000, read_at_all),
    ("capitals only", TEXT.upper(), read_at_all),
    ("one sentence without an end", "and the wall " * 20_000, read_at_all),
    ("abbreviations only", "U.S. e.g. Mr. St. " * 10_000, read_at_all),
    ("addresses only", "https://courier.example/wall?a=1&b=2 " * 2_000, read_at_all),
    ("two articles at once", f"{TEXT}\n-----\n{TEXT}", lambda a, b: len(b.manuscripts) == 2),
    ("control sequences of a terminal", "\x1b[31mThe wall\x1b[0m fell.", no_body("\x1b")),
]


@pytest.mark.parametrize(("text", "holds"), [row[1:] for row in PASTED], ids=[row[0] for row in PASTED])
def test_what_is_pasted_shows_its_expected_result(text, holds):
    batch = pasted.read(text)
    article = next(iter(batch.articles), None)
    assert holds(article, batch)
    if article is not None:
        everything_is_sound(article)


def everything_is_sound(article):
    """Every span lies in the body, every number is one, every gap has its reason, twice the same."""
    for name, result in measures.score(article).items():
        assert result == measures.score(article)[name]
        for span in result.spans:
            assert 0 <= span.start < span.end <= len(article.body)
        for value in result.values:
            assert value.missing if value.number is None else math.isfinite(value.number)


UPLOADED = [
    ("cp1252", ("a.txt", SAID.encode("cp1252")), note("Windows-1252")),
    ("cp1252 letters", ("a.txt", SAID.encode("cp1252")), body(SAID)),
    ("UTF-16 without its mark", ("a.txt", SAID.encode("utf-16-le")), body(SAID)),
    ("UTF-16 the other way", ("a.txt", SAID.encode("utf-16-be")), body(SAID)),
    ("UTF-32", ("a.txt", SAID.encode("utf-32")), body(SAID)),
    ("cp1251", ("a.txt", RUSSIAN.encode("cp1251")), body(RUSSIAN)),
    ("cp1251 is told", ("a.txt", RUSSIAN.encode("cp1251")), note("Read as cp1251")),
    ("KOI8", ("a.txt", RUSSIAN.encode("koi8-r")), body(RUSSIAN)),
    (
        "half UTF-8, half cp1252",
        ("a.txt", SAID.encode() + b"\n\n" + SAID.encode("cp1252")),
        note("1 line not in UTF-8"),
    ),
    ("a picture's name on a text", ("a.png", TEXT.encode()), body(PARAGRAPHS[0])),
    ("no name", ("", TEXT.encode()), body(PARAGRAPHS[0])),
    ("a name of dots", ("..", TEXT.encode()), body(PARAGRAPHS[0])),
    ("a name that climbs", ("../../etc/wall.txt", TEXT.encode()), lambda a, b: a.id == "wall"),
    ("a name of another system", ("C:\\Users\\x\\wall.txt", TEXT.encode()), lambda a, b: a.id == "wall"),
    ("a name with line ends", ("wa\nll.txt", TEXT.encode()), body(PARAGRAPHS[0])),
    ("a sheet of formulas", ("a.xlsx", inputs.xlsx([["text"], ["=1+1"], ["A wall fell."]])), body("A wall fell.")),
    ("a row without text", ("a.csv", b"title,text\nA,\nB,A wall fell.\n"), body("A wall fell.")),
    ("a quoted header", ("a.csv", b'"Title","Text"\n"A","A wall, ""old"", fell."\n'), body('A wall, "old", fell.')),
    ("a mark in a cell", ("a.csv", "text\n“No,” she said.\n".encode()), body("“No,” she said.")),
    (
        "ten thousand columns",
        ("a.csv", b"text" + b",a" * 10_000 + b"\nA wall fell." + b",1" * 10_000),
        body("A wall fell."),
    ),
    ("JSON lines with a bad one", ("a.jsonl", b'{"id":1,"text":"A wall fell."}\n{"id":\n'), body("A wall fell.")),
    (
        "a hundred articles of a database",
        ("a.docx", inputs.docx(inputs.NEXIS.split("\n"))),
        lambda a, b: len(b.articles) == 2,
    ),
]


@pytest.mark.parametrize(("file", "holds"), [row[1:] for row in UPLOADED], ids=[row[0] for row in UPLOADED])
def test_what_is_uploaded_shows_its_expected_result(file, holds):
    batch = files.read(*file)
    [article, *_] = batch.articles
    assert holds(article, batch)
    everything_is_sound(article)


REFUSED = [*WRITTEN_ODDLY, *NO_PAGE, *(url for url, _ in ELSEWHERE)]


@pytest.mark.parametrize(
    "url", [f"http://[{host}]/" if ":" in host else f"http://{host}/" for host in INSIDE] + REFUSED
)
def test_no_address_leads_inside(url):
    with pytest.raises(UnreadableInput) as caught:
        fetching.fetch(url, Visits())
    assert str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_the_list_is_long_enough():
    assert len(PASTED) + len(UPLOADED) + len(HOSTILE) + len(REFUSED) >= 180
    assert HEADLINE in TEXT
