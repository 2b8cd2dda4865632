"""Golden values: claims against the answer key of the teaching case, which was written before the matcher."""

from tests.benchmarks import score_claims

FLOOR = 0.85


def test_claim_presence_reaches_the_floor():
    for strict in (False, True):
        assert score_claims.f1(*score_claims.score("ilvane-treaty", strict)) >= FLOOR
