import pytest

from analysis.errors import UnreadableInput
from analysis.ingest import plain_text, read_path
from analysis.model import Article
from tests.timing import assert_linear

TEXT = "Council closes bridge.\n\nThe harbour council voted to close the old bridge on Monday evening.\n\nShare\n"


def test_as_is_leaves_the_text_unchanged():
    [article] = plain_text.read("\x00" + TEXT.replace("\n", "\r\n"), id="a", as_is=True)
    assert article.body == "\x00" + TEXT.replace("\n", "\r\n")
    assert article.removed == ()


def test_as_is_takes_a_short_first_line_as_headline():
    [article] = plain_text.read(TEXT, id="a", as_is=True)
    assert article.headline == "Council closes bridge."
    assert article.headline_end == len("Council closes bridge.")


def test_as_is_takes_a_first_line_without_a_full_stop_as_headline():
    [article] = plain_text.read("Council closes bridge\nIt is rust.\nCars wait.", id="a", as_is=True)
    assert article.headline == "Council closes bridge"


def test_as_is_finds_no_headline_in_a_full_paragraph():
    [article] = plain_text.read(
        "One sentence follows another here. " * 12 + "\n\nThe end came late.", id="a", as_is=True
    )
    assert article.headline == ""


def test_a_typed_title_is_the_first_paragraph_and_leaves_an_as_is_body_alone():
    [cleaned] = plain_text.read(TEXT, id="a", title="Bridge Shut")
    assert cleaned.body.startswith("Bridge Shut\n\n")
    assert cleaned.headline == "Bridge Shut"
    [as_is] = plain_text.read(TEXT, id="a", title="Bridge Shut", as_is=True)
    assert as_is.body == TEXT
    assert (as_is.headline, as_is.headline_end) == ("Bridge Shut", 0)


def test_a_typed_title_is_not_doubled_when_the_text_begins_with_it():
    [article] = plain_text.read(TEXT, id="a", title="Council closes bridge")
    assert article.body.startswith("Council closes bridge\n\nThe harbour council")


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://WWW.Example.com:8080/a?b", "www.example.com"),
        ("example.com/story", "example.com"),
        ("", ""),
        ("http://[bad", ""),
        ("https://user:pw@example.com", "example.com"),
    ],
)
def test_the_domain_is_the_host_in_small_letters(url, domain):
    assert plain_text.read(TEXT, id="a", url=url)[0].domain == domain


def test_what_the_user_typed_wins():
    text = TEXT.replace("\n\n", "\n\nBy Jane Doe\n\nJune 3, 2022\n\n", 1)
    typed = {"outlet": "Post", "byline": "J. D.", "published": "2022-06-01", "event": "bridge"}
    [article] = plain_text.read(text, id="a", **typed)
    assert {field: getattr(article, field) for field in typed} == typed


@pytest.mark.parametrize("raw", ["", " \n\t\n", b"", "\x00\x00"])
def test_an_empty_text_is_refused_in_a_sentence(raw):
    with pytest.raises(UnreadableInput, match="Nothing to analyse"):
        plain_text.read(raw, id="a")


def test_what_was_repaired_is_told_in_notes():
    [article] = plain_text.read("\x00" + TEXT, id="a")
    assert article.notes == ("1 control character removed.",)
    assert plain_text.read(TEXT, id="a")[0].notes == ()
    assert plain_text.read("\x00" + TEXT, id="a", as_is=True)[0].notes == ()


def test_as_is_takes_a_cry_above_a_byline_as_headline():
    [article] = plain_text.read("Council closes our bridge!\nBy Jane Doe\n\nCars wait.", id="a", as_is=True)
    assert article.headline == "Council closes our bridge!"


def test_too_much_text_is_refused_with_the_limit():
    with pytest.raises(UnreadableInput, match="20 MB"):
        plain_text.read("a" * 20_000_001, id="a")


HOSTILE = {
    "one line": "A word and “another. " * 10_000,
    "one long word": "A" * 200_000,
    "open marks": "“" * 100_000,
    "stops": ". " * 100_000,
    "here": "Read here. " * 20_000,
    "emoji": "😀 " * 50_000,
    "right to left": "قال الرئيس إنه سيغادر المدينة غدا. \u202e" * 3_000,
    "one-word paragraphs": "\n\n".join(f"Word{n}" for n in range(10_000)),
    "furniture": "Share\nBy Jane Doe\nRead more\nOther Big Headline Of The Day\n" * 2_500,
    "title suffixes": "\n".join(f"Council closes bridge – Post {n}" for n in range(10_000)),
    "brackets": "(A" * 50_000,
    "bars": "A long enough sentence stands here before the list of bars.\n\n" + "Share | " * 20_000,
    "about": "\n".join(["The council closed the bridge on Monday night."] * 50 + ["About Post", "Post is."] * 5_000),
    "cookies": "Post sets cookies so that it can remember you.\n" * 5_000,
    "credits": "She left. Photo: A" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_time(name):
    assert plain_text.read(HOSTILE[name], id="a") == plain_text.read(HOSTILE[name], id="a")
    assert_linear(lambda text: plain_text.read(text, id="a"), HOSTILE[name])


def test_ten_thousand_one_word_paragraphs_all_stay():
    [article] = plain_text.read(HOSTILE["one-word paragraphs"], id="a")
    assert article.body == HOSTILE["one-word paragraphs"]


def test_a_folder_gives_its_articles_in_order_and_errors_in_place(tmp_path):
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "c.jsonl").write_text('{"id": "c1", "text": "The bridge is closed."}\n')
    (tmp_path / "d.pdf").write_bytes(b"%PDF")
    first, second, third, fourth = read_path(tmp_path)
    assert isinstance(first, UnreadableInput)
    assert "a.txt" in str(first)
    assert isinstance(second, Article)
    assert isinstance(third, Article)
    assert (second.id, third.id) == ("b", "c1")
    assert "d.pdf" in str(fourth)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", None, "does not exist"),
        ("a.pdf", b"%PDF", "not a PDF"),
        ("a.txt", b"", "Nothing to analyse"),
        ("a.txt", bytes(range(256)) * 20, "a.txt"),
        ("a.txt", b"a" * 20_000_001, "20 MB"),
    ],
)
def test_every_unreadable_file_is_named_in_one_sentence(tmp_path, name, content, words):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    [error] = read_path(tmp_path / name)
    assert isinstance(error, UnreadableInput)
    assert words in str(error)
    assert name in str(error)


def test_an_empty_folder_is_told(tmp_path):
    [error] = read_path(tmp_path)
    assert "holds no file" in str(error)


def test_a_json_file_without_articles_in_a_folder_is_there_for_another_purpose(tmp_path):
    (tmp_path / "a.txt").write_text("Ferry stops\n\nThe ferry to Norholm stopped on Monday after a storm.")
    (tmp_path / "key.json").write_text('{"speakers": ["Ann"]}')
    found = list(read_path(tmp_path))
    assert [article.id for article in found] == ["a"]
