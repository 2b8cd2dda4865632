import pytest

from analysis import lexicons
from analysis.measures import attribution_verbs
from analysis.model import Article


def result(body):
    return attribution_verbs.score(Article(id="a", body=body))


def values(body):
    return {value.part: value for value in result(body).values}


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("said", "neutral"),
        ("pointed out", "endorsing"),
        ("claimed", "doubting"),
        ("admitted", "reluctant"),
        ("warned", "force"),
        ("fumed", "other"),
    ],
)
def test_a_verb_has_its_class_and_the_span_is_the_verb(verb, kind):
    body = f"“The wall will fall,” Ann Vale {verb}."
    (span,) = result(body).spans
    assert (body[span.start : span.end], span.kind, span.label) == (verb, kind, "Ann Vale")


def test_a_denial_is_a_verb_of_denial():
    (span,) = result("Ann Vale denied that the wall would fall.").spans
    assert span.kind == "denial"


def test_one_verb_for_two_stretches_counts_once():
    assert values("“It will hold,” Ann Vale said, “or it will fall.”")["neutral"].number == 1


def test_the_share_that_is_not_neutral_leaves_other_verbs_out():
    body = "".join(f"“It will fall,” Ann Vale {verb}.\n\n" for verb in ("said", "said", "claimed", "warned", "added"))
    share = values(body + "“It will fall,” Ann Vale fumed.")["not neutral"]
    assert (share.number, share.n) == (pytest.approx(2 / 5), 5)


def test_under_five_verbs_there_is_no_share():
    share = values("“It will fall,” Ann Vale claimed.")["not neutral"]
    assert share.number is None
    assert "1 verb" in share.missing


def test_a_contested_verb_is_marked_and_has_a_plainer_alternative():
    (span,) = result("“It will fall,” Ann Vale claimed.").spans
    assert "contested" in span.note
    assert "plainer: said" in span.note
    (span,) = result("“It will fall,” Ann Vale revealed.").spans
    assert "contested" not in span.note


def test_every_listed_verb_is_a_verb_of_the_quotations_too():
    known = {row["term"] for row in lexicons.rows("lexicons/quotations.csv")}
    for row in lexicons.rows("lexicons/attribution_verbs.csv"):
        assert row["term"] in known
        assert row["contested"] in ("yes", "no")
        assert row["note"], row["term"]


def test_a_claimed_class_has_no_verb_of_the_passive():
    assert values("The delegation was ordered to leave.")["force"].number == 0
