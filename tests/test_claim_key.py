"""Golden values: claims against the answer keys of the teaching cases, which were written apart from the matcher."""

import pytest

from analysis import cases
from tests.benchmarks import score_claims

FLOORS = {"best match": 0.86, "one to one": 0.84}  # over all cases together


@pytest.mark.parametrize("how", FLOORS)
def test_claim_presence_stays_above_its_floor(how):
    counts = [score_claims.score(case_id, strict=how == "one to one") for case_id in cases.ids()]
    assert score_claims.f1(*map(sum, zip(*counts, strict=True))) >= FLOORS[how]
