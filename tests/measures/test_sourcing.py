from typing import NamedTuple

import pytest

from analysis import cases, lexicons
from analysis.measures import sourcing
from analysis.model import Article
from analysis.text import quotations, sources

FIVE = (
    "“We waited nine years,” Mayor Ines Okafor said. “Nobody will miss it,” officials said.\n\n"
    "“It is a gift,” said Tomas Reyl, a fisherman. “It is a shame,” one source said. “It will fall,” experts said."
)
NAMING = {"body": "named body", "role": "role only"}


def result(body):
    return sourcing.score(Article(id="a", body=body))


def values(body):
    return {value.part: value for value in result(body).values}


def test_attributions_are_counted_by_rung_and_by_type():
    found = values(FIVE)
    assert {rung: found[rung].number for rung in sources.RUNGS} == {
        **dict.fromkeys(sources.RUNGS, 0),
        **{"named": 2, "unnamed person": 1, "unnamed group": 2},
    }
    assert found["type: official"].number == 1
    assert found["type: citizen or witness"].number == 1
    assert found["type: expert"].number == 1
    assert found["type: anonymous"].number == 2


def test_the_share_without_a_name_is_taken_of_the_clear_attributions():
    share = values(FIVE)["anonymous attributions"]
    assert (share.number, share.n) == (pytest.approx(3 / 5), 5)


def test_under_five_attributions_there_is_no_share():
    share = values("“It will fall,” officials said.")["anonymous attributions"]
    assert share.number is None
    assert "1 attribution" in share.missing


def test_a_value_opens_the_words_it_counts():
    found = result(FIVE)
    opened = {
        value.part: [FIVE[span.start : span.end] for span in found.evidence(value)]
        for value in found.values
        if value.part in ("type: expert", "unnamed person")
    }
    assert opened == {"type: expert": ["It will fall,"], "unnamed person": ["It is a shame,"]}


def test_every_count_has_as_many_spans():
    found = result(FIVE + " The wall reportedly fell, he wrote, citing sources. She asked not to be named.")
    for value in found.values:
        if value.number is not None and not value.unit.startswith("share"):
            assert len(found.evidence(value)) == value.number, value.part


def test_explained_anonymity_is_counted():
    body = "An official, who spoke on condition of anonymity because he was not authorised to speak, said no."
    assert values(body)["anonymity explained"].number == 1
    assert values(body)["anonymity unexplained"].number == 0


def test_every_row_of_the_word_list_has_a_weight_and_a_class_in_use():
    kinds = {row["class"] for row in lexicons.rows("lexicons/sourcing.csv")}
    assert kinds >= sources.TOLD
    assert {row["weight"] for row in lexicons.rows("lexicons/sourcing.csv")} <= {"0", "1", "2"}


class Agreement(NamedTuple):
    """With the key of a case: at least so many pairs, such shares of types and namings, at most so many wrong types."""

    pairs: int
    types: float
    naming: float
    wrong: int


AGREEMENT = {
    "ilvane-treaty": Agreement(58, 0.95, 0.95, 0),
    "scarn-quarry": Agreement(65, 0.49, 0.95, 4),
    "tarrowick-buses": Agreement(80, 0.53, 0.95, 2),
}
SPUN = {"newsglim24", "infobrisk"}


@pytest.mark.parametrize("case", cases.ids())
def test_types_and_naming_agree_with_the_key_of_a_teaching_case(case, read_case):
    """Of the keyed quotations whose speaker is found, in the articles that no machine has rewritten."""
    key = cases.key(case)["articles"]
    pairs = [pair for article in read_case(case) if article.id not in SPUN for pair in _pairs(article, key)]
    types = sum(voice["type"] == source.kind for voice, source in pairs) / len(pairs)
    naming = sum(NAMING.get(voice["naming"], voice["naming"]) == source.rung for voice, source in pairs) / len(pairs)
    least = AGREEMENT[case]
    assert len(pairs) >= least.pairs
    assert types >= least.types
    assert naming >= least.naming
    wrong = [(v["name"], s.kind) for v, s in pairs if s.kind not in (v["type"], "unknown")]
    assert len(wrong) <= least.wrong, wrong


def _pairs(article, keys):
    """(keyed voice, source found) of every keyed quotation that is found with its speaker."""
    voices = {voice["name"]: voice for voice in keys[article.id]["voices"]}
    found = list(zip(quotations.find(article.body), sources.find(article.body), strict=True))
    for row in keys[article.id]["quotations"]:
        start = -1
        for _ in range(row["occurrence"]):
            start = article.body.find(row["text"], start + 1)
        end = start + len(row["text"])
        for quotation, source in found:
            shared = min(end, quotation.end) - max(start, quotation.start)
            if shared > (end - start) / 2 and quotation.speaker == row["speaker"]:
                yield voices[row["speaker"]], source
                break
