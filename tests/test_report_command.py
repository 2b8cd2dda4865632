"""`python -m analysis report`: a draft of a report, or a bundle, from files."""

from analysis import __main__, cases, handing_in
from analysis.__main__ import main
from analysis.report import bundle_settings, references


def write(folder):
    for one in cases.load(cases.ids()[0]).articles[:2]:
        (folder / f"{one.id}.txt").write_text(one.text, encoding="utf-8")
    return str(folder)


def test_a_folder_becomes_a_report_with_its_title_and_author(tmp_path):
    (tmp_path / "in").mkdir()
    out = tmp_path / "report.html"
    words = ["--title", "The treaty", "--author", "Ann", "--style", "mla"]
    assert main(["report", write(tmp_path / "in"), "--out", str(out), *words]) == 0
    told = out.read_text(encoding="utf-8")
    for wanted in ("<h1>The treaty</h1>", "Ann", "Claims", "Methods", "Computer"):
        assert (wanted in told) == (wanted != "Computer")


def test_a_bundle_opens_again_with_the_same_articles(tmp_path):
    (tmp_path / "in").mkdir()
    out = tmp_path / "bundle.zip"
    assert main(["report", write(tmp_path / "in"), "--out", str(out)]) == 0
    opened = bundle_settings.read(out.read_bytes())
    [event] = opened.workspace.events
    assert event.id == opened.event == handing_in.EVENT
    assert tuple(draft.read().id for draft in event.drafts) == opened.articles


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    write(tmp_path / "in")
    (tmp_path / "in" / "empty.txt").write_text("")
    assert main(["report", str(tmp_path / "in"), "--out", str(tmp_path / "r.html")]) == 1
    assert "empty.txt" in capsys.readouterr().err
    assert (tmp_path / "r.html").exists()


def test_another_ending_or_nothing_to_read_is_refused(tmp_path, capsys):
    assert main(["report", str(tmp_path), "--out", str(tmp_path / "r.odt")]) == 2
    assert ".docx" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "none.txt"), "--out", str(tmp_path / "r.html")]) == 1
    assert "none.txt" in capsys.readouterr().err
    assert not (tmp_path / "r.html").exists()


def test_the_command_line_offers_what_there_is():
    assert __main__.FORMATS == handing_in.FORMATS
    assert set(__main__.STYLES) == set(references.STYLES)
