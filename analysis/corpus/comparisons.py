"""One event of a corpus as one row: the whole record, or what can be counted in it.

Imported only where events are compared: scoring needs neither scipy nor its 40 MB in every process.
"""

from collections.abc import Sequence

from analysis.comparison import reuse
from analysis.corpus.columns import Row, storable
from analysis.model import Article
from analysis.report import comparison_record, json_line


def build(event: str, articles: Sequence[Article], *, insist: bool, has_records: bool) -> Row:
    """The row of one event, as a record or with the columns of columns.EVENT; "" where only one is named."""
    record = comparison_record.build(articles, insist)
    told = {**comparison_record.heading(event, articles), **record} if event else record
    id = storable(event)
    if has_records:
        return {"id": id, "named": id, "record": json_line.build(told)}
    return {"id": id, "articles": len(articles), **_counted(told)}


def _counted(record: comparison_record.Record) -> Row:
    match = record["event_match"]
    return {
        "verdict": match["verdict"] or "",
        "score": match["score"] if match["score"] is not None else float("nan"),
        "odd": storable("; ".join(match["odd"])),
        "reasons": storable(" ".join(match["reasons"])),
        "claims": len(record["claims"]),
        "not_reported": len(record["not_reported"]),
        "quotations_in_versions": len(record["quotation_versions"]),
        "quotations_altered": sum(bool(one["altered"]) for one in record["quotation_versions"]),
        "actors_named": len(record["naming"]),
        "pairs_of_one_source": sum(pair["verdict"] in reuse.ONE_SOURCE for pair in record["reuse"]),
    }
