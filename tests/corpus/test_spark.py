"""Scoring under Spark's mapInPandas: pip install pyspark, with Java 17 or newer, and run this file."""

import pandas as pd
import pytest

from analysis.corpus.partition import score_batches, score_partition, spark_schema
from tests.corpus.texts import rows

sql = pytest.importorskip("pyspark.sql", reason="Spark is not installed: pip install pyspark")


@pytest.fixture
def session():
    settings = {"spark.sql.execution.arrow.maxRecordsPerBatch": "7", "spark.ui.enabled": "false"}
    built = sql.SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    yield built
    built.stop()


def test_spark_gives_the_rows_of_pandas(session):
    frame = pd.DataFrame(rows(60))
    scores = session.createDataFrame(frame).repartition(4).mapInPandas(score_batches, schema=spark_schema())
    found = pd.DataFrame([row.asDict() for row in scores.collect()])
    expected = score_partition(frame)
    found = found.set_index("id").loc[expected["id"]].reset_index()[list(expected.columns)]
    for name, column in expected.items():
        told = [None if pd.isna(value) else value for value in column]
        assert [None if pd.isna(value) else value for value in found[name]] == told, name
