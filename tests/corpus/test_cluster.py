"""Scoring on a real cluster of two Dask workers on this machine, one of which is killed half-way."""

import os
import signal

import pandas as pd
import pytest

from analysis.corpus import columns
from analysis.corpus.partition import score_partition
from tests.corpus.texts import rows

distributed = pytest.importorskip(
    "distributed", reason="Dask is not installed: pip install -r requirements-cluster.txt"
)
dataframe = pytest.importorskip("dask.dataframe", reason="Dask is not installed with its dataframes")

PARTITIONS = 12


@pytest.fixture
def client():
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster, distributed.Client(cluster) as client:
        client.wait_for_workers(2, timeout=120)
        yield client


def test_a_killed_worker_loses_no_row(client):
    frame = pd.DataFrame(rows(60))
    table = dataframe.from_pandas(frame, npartitions=PARTITIONS)
    scored = table.map_partitions(score_partition, meta=columns.meta())
    futures = client.compute(scored.to_delayed())
    assert len(futures) == PARTITIONS
    pids = list(client.run(os.getpid).values())
    done = distributed.as_completed(futures)
    for _ in range(3):
        next(done)
    os.kill(pids[0], signal.SIGKILL)  # with the partitions it has finished, which are computed again
    found = pd.concat(client.gather(futures))
    assert pids[0] not in client.run(os.getpid).values()
    pd.testing.assert_frame_equal(found, score_partition(frame))
    assert dict(found.dtypes.astype(str)) == dict(columns.types())
