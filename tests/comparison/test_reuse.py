import pytest

from analysis.comparison import reuse
from analysis.model import Article

WIRE = (
    "The ferry Alma ran aground off Kestrel Point on Sunday with 212 passengers on board. Nobody was hurt, the "
    "coast guard said. Captain Jorun Haas told reporters that a buoy had been missing from the channel since the "
    "March storm. Divers found a crack of three metres in the hull. The shipping line Norfar has cancelled all "
    "crossings to Vessel Island until Thursday. Some 400 islanders rely on the ferry for food and medicine. Harbour "
    "master Tove Ring said two fishing boats would carry supplies. An inquiry opens on Monday in the town hall of "
    "Kestrel. "
)
SPUN = (
    "The boat Alma hit the bottom off Kestrel Point on Sunday with 212 travellers inside. No one got harmed, the "
    "seaside watch said. Skipper Jorun Haas informed journalists that a buoy had been lacking from the channel "
    "since the March tempest. Jumpers discovered a break of three metres in the frame. The transport line Norfar "
    "has dropped all crossings to Vessel Island until Thursday. Around 400 islanders depend on the boat for food "
    "and drugs. Harbour expert Tove Ring said two angling boats would convey supplies. A request opens on Monday in "
    "the town lobby of Kestrel. "
)
OWN = (
    "Four hundred people on Vessel Island went without fresh bread on Monday. The Alma, their only link with the "
    "coast, sits on a sandbank and will stay there for days. “I heard a bang, then silence,” said a passenger, Pia "
    "Lund, who waded ashore with her two children. Shopkeeper Arne Voll has counted his tins and found enough for a "
    "week. The mayor wants the navy to help, and the county has promised an answer. Teachers kept the school open "
    "for families who were stranded on the island. Norfar did not answer our calls on Monday morning. "
)


def article(name, body, published="", **fields):
    return Article(id=name, body=body, published=published, **fields)


def only(*articles):
    (found,) = reuse.compare(articles)
    return found


def test_a_copy_with_a_new_first_sentence_is_a_repost():
    found = only(article("a", WIRE), article("b", "Travellers had a fright at the weekend. " + WIRE))
    assert found.verdict == "repost"
    assert found.containment == 1.0
    assert "one source, not two" in found.wording


def test_half_a_text_in_a_longer_one_of_its_own_is_shared_copy():
    found = only(article("a", WIRE[: len(WIRE) // 4] + OWN), article("b", WIRE))
    assert found.verdict == "wire copy or shared source"
    assert 0.08 <= found.containment < 0.5


def test_other_words_in_the_same_order_are_a_close_rewriting():
    found = only(article("a", WIRE), article("b", SPUN))
    assert found.verdict == "close rewriting"
    assert found.in_order > 0.8


def test_two_reports_of_their_own_are_independent():
    found = only(article("a", WIRE), article("b", OWN))
    assert found.verdict == "independent"
    assert found.wording == ""


def test_the_same_quotation_in_two_reports_is_no_shared_narration():
    said = (
        "“"
        + "We waited nine hours for a boat that never came and nobody told us why it did not. " * 3
        + "” Pia Lund said. "
    )
    found = only(article("a", said + OWN), article("b", said + WIRE))
    assert found.containment < 0.08


@pytest.mark.parametrize("other", ["Lead. " + WIRE, SPUN], ids=["word for word", "rewritten"])
def test_matches_open_the_words_on_both_sides(other):
    first, second = article("a", WIRE), article("b", other)
    found = only(first, second)
    assert found.matches
    for one in found.matches:
        mine = first.body[one.first_start : one.first_end]
        theirs = second.body[one.second_start : one.second_end]
        assert (mine == theirs) == (found.verdict == "repost")
        assert set(mine.split()) & set(theirs.split())


def test_reposts_and_rewritings_stand_with_their_original_as_one_source():
    articles = [article("a", WIRE), article("b", OWN), article("c", SPUN), article("d", WIRE + "More soon.")]
    assert reuse.sources(articles, reuse.compare(articles)) == (("a", "c", "d"), ("b",))


def test_the_wording_names_who_was_first_where_dates_tell():
    found = only(
        article("a", WIRE, "2026-03-09", outlet="Late Mail"), article("b", WIRE, "2026-03-08", outlet="Coast Wire")
    )
    assert found.wording.startswith("Coast Wire and Late Mail")
    assert "Coast Wire was published first." in found.wording
    assert "first" not in only(article("a", WIRE), article("b", WIRE)).wording


@pytest.mark.parametrize("body", ["", "Nobody was hurt."])
def test_a_short_text_has_no_containment_but_a_reason(body):
    found = only(article("a", WIRE), article("b", body))
    assert found.containment is None
    assert found.verdict == "too short to tell"
    assert found.missing


def test_the_spun_article_of_the_teaching_case_is_no_second_source(case_articles):
    found = reuse.compare(case_articles)
    assert {(one.first, one.second, one.verdict) for one in found if one.verdict != "independent"} == {
        ("meridian-wire", "newsglim24", "close rewriting")
    }
    assert ("meridian-wire", "newsglim24") in reuse.sources(case_articles, found)
