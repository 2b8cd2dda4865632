"""Adding articles in the dashboard, without a browser: what is fetched, what is kept, what is told."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.fetching import Visits
from analysis.ingest.manuscript import Manuscript
from analysis.workspace import Draft, Event
from tests.ingest.inputs import TEXT
from tests.ingest.test_web_page import LEAD, MORE, page
from ui.state import address

TIMEOUT = 30


def articles_page():
    import runpy  # noqa: PLC0415  the function is run as a script of its own

    runpy.run_path("ui/pages/articles.py")


@pytest.fixture
def opened(loopback):
    """The page Articles with an event of its own, allowed to fetch from the test's server."""

    def run(*drafts, references=()):
        app = AppTest.from_function(articles_page, default_timeout=TIMEOUT)
        app.session_state["events"] = {"own": Event("own", "Own", "", drafts, references)}
        app.session_state[address.PAGE] = "articles"
        app.session_state["visits"] = Visits(network=loopback, limit=20)
        return app.run()

    return run


def drafts(app):
    return app.session_state["events"]["own"].drafts


def press(app, label):
    [button] = [one for one in app.button if one.label.startswith(label)]
    return button.click().run()


def told(app, kind):
    return [box.value for box in getattr(app, kind)]


def test_references_are_fetched_only_on_request_and_one_that_fails_stays(opened, server):
    server.page("/wall", page(LEAD, *MORE))
    references = (
        Manuscript("a", "", title="The wall", outlet="Courier", url=server.url("/wall")),
        Manuscript("b", "", title="The fair", url=server.url("/gone")),
    )
    app = opened(references=references)
    assert server.asked == []
    app = press(app, "Fetch the texts of all (2)")
    assert not app.exception
    [draft] = drafts(app)
    assert LEAD in draft.read().body
    assert draft.read().outlet == "Courier"
    assert app.session_state["events"]["own"].references == references[1:]
    assert "no page at this address" in told(app, "error")[0]


def test_addresses_give_a_line_each_and_those_that_fail_stay_in_the_box(opened, server):
    server.page("/wall", page(LEAD, *MORE))
    server.page("/paid", page("Subscribe to continue reading this article and support our work."))
    kept = Draft("kept", Manuscript("kept", TEXT))
    app = opened(kept)
    app.text_area(key="pasted_text").set_value("Typed and not added yet")
    gone = [server.url("/paid"), server.url("/gone"), "ftp://courier.example/a"]
    app.text_area(key="addresses").set_value("\n".join([gone[0], server.url("/wall"), *gone[1:]])).run()
    app = press(app, "Fetch")
    assert not app.exception
    assert [draft.id for draft in drafts(app)] == ["kept", "wall"]
    assert told(app, "error")[0].count("- ") == 3
    assert "upload that file" in told(app, "error")[0]
    assert "was added" in told(app, "success")[0]
    assert app.text_area(key="addresses").value == "\n".join(gone)
    assert app.text_area(key="pasted_text").value == "Typed and not added yet"


def test_a_session_that_fetched_its_share_is_told_so_and_keeps_its_articles(opened, server):
    server.page("/wall", page(LEAD, *MORE))
    app = opened(Draft("kept", Manuscript("kept", TEXT)))
    app.session_state["visits"].limit = 0
    app.text_area(key="addresses").set_value(server.url("/wall")).run()
    app = press(app, "Fetch")
    assert "0 pages were fetched in this session, which is its limit" in told(app, "error")[0]
    assert len(drafts(app)) == 1


def test_fetching_that_is_switched_off_leaves_the_other_ways_in(opened, monkeypatch):
    monkeypatch.setenv("PARALLAX_FETCH", "off")
    app = opened(references=(Manuscript("a", "", title="The wall", url="https://courier.example/wall"),))
    assert "switched off" in told(app, "info")[-1]
    assert not [one for one in app.button if one.label.startswith("Fetch")]
    app.text_area(key="pasted_text").set_value(TEXT).run()
    assert len(drafts(press(app, "Add this article"))) == 1


def test_the_same_text_again_is_named_and_kept_with_a_way_out(opened):
    app = opened(Draft("first", Manuscript("first", TEXT, outlet="Courier")))
    app.text_area(key="pasted_text").set_value(TEXT)
    app.text_input(key="pasted_outlet").set_value("Tide").run()
    app = press(app, "Add this article")
    assert "the same text as “Courier”" in told(app, "success")[0].replace("\\", "")
    assert len(drafts(app)) == 2
    app = press(app, "Take out “Tide”")
    assert [draft.id for draft in drafts(app)] == ["first"]


def test_what_was_typed_beside_several_articles_is_told_to_be_unused(opened):
    app = opened()
    other = TEXT.replace("wall", "pier").replace("harbour", "river")
    app.text_area(key="pasted_text").set_value(f"{TEXT}\n-----\n{other}")
    app.text_input(key="pasted_outlet").set_value("Tide").run()
    app = press(app, "Add this article")
    assert "was not used" in told(app, "warning")[0]
    assert [draft.read().outlet for draft in drafts(app)] == ["", ""]
    assert app.text_area(key="pasted_text").value == ""


GERMAN = """Stadtrat beschließt neue Hafenmauer

Der Stadtrat von Elmstead hat am Dienstagabend beschlossen, die alte Hafenmauer neu zu bauen.

„Wir haben neun Jahre auf diesen Tag gewartet“, sagte Bürgermeisterin Ines Okafor nach der Sitzung.
"""


def test_a_person_can_say_in_which_language_an_article_is(opened):
    app = opened(Draft("a", Manuscript("a", GERMAN)))
    assert any("written in German" in text.value for text in app.text)
    app.session_state["check_a"] = True
    app = app.run()
    language = next(box for box in app.selectbox if box.label.startswith("Language"))
    assert (language.label, language.value) == ("Language (found)", "de")
    app = language.set_value("en").run()
    assert not any("written in German" in text.value for text in app.text)
    assert drafts(app)[0].read().language == "en"


def test_a_text_that_was_emptied_is_refused_and_stays(opened):
    app = opened(Draft("a", Manuscript("a", TEXT)))
    app.session_state["check_a"] = True
    app = app.run()
    app = next(one for one in app.toggle if one.label == "Change the text").set_value(True).run()
    box = next(one for one in app.text_area if one.label == "Text before clean-up")
    box.set_value(" ").run()
    app = press(app, "Read this text")
    assert "The text was left as it was" in told(app, "error")[0].replace("\\", "")
    assert drafts(app)[0].read().body.startswith(TEXT[:20])
