"""Every table of a comparison, ready to be handed in: each row says of which article, outlet, date, address and event.

What a correction changed stands in columns of its own beside what was found without it. Words of an article stand here
in short spans; in full only where a person says that they may.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

import pandas as pd

from analysis import lexicons, outlets, tables
from analysis.model import Article, Result
from analysis.report import excerpts
from analysis.report.chart import Chart
from analysis.report.compared import Compared, Results
from analysis.text import words

WHO = ("event", "article", "outlet", "published", "url")
PAIR = ("first", "second")
QUOTING = {"text", "passage", "lede"}  # columns with words of an article that can be long
ORIGIN = {"both": "as found", "left_only": "after a correction", "right_only": "before a correction"}
ARTICLES = ("headline", "byline", "words", "language", "source", "set aside", "corrections")
CORRECTIONS = ("article", "subject", "start", "end", "text", "was", "now", "note")
NOT_REPORTED = ("article", "claim", "kind", "text", "reported by", "coverage", "all later")
VERSIONS = ("statement", "article", "speaker", "start", "end", "text", "altered")
TOPS = ("article", "headline", "lede", "headline claims", "lede claims", "own words")


def build(found: Compared, full_texts: Set[str] = frozenset()) -> dict[str, pd.DataFrame]:
    """Name of the table -> table, the articles first; empty tables keep their columns.

    full_texts: ids of the articles whose words may be reproduced in full.
    """
    raw = {"articles": _articles(found), **_of_articles(found), **_of_events(found)}
    return {name: _short(name, with_sources(table, found), full_texts) for name, table in raw.items()}


def of_chart(drawn: Chart, found: Compared, full_texts: Set[str] = frozenset()) -> pd.DataFrame:
    """The table that a chart was drawn from, with its sources."""
    return _short(drawn.source, with_sources(drawn.table, found), full_texts)


def _short(name: str, table: pd.DataFrame, full_texts: Set[str]) -> pd.DataFrame:
    """`table` with long passages cut; in the list of all sentences to a few words, since together they are the text."""
    most = int(lexicons.threshold("sentence_handle" if name == "sentences" else "short_span"))
    cut = {
        column: [
            text if article in full_texts else excerpts.shortened(text, most)
            for text, article in zip(table[column], table["article"], strict=True)
        ]
        for column in QUOTING & set(table.columns)
    }
    return table.assign(**cut)


def with_sources(table: pd.DataFrame, found: Compared) -> pd.DataFrame:
    """`table` with the event, outlet, date and address of the article, or of both articles, in every row."""
    by_id = {article.id: article for article in found.articles}
    if set(PAIR) <= set(table.columns):
        told = table.copy()
        told.insert(0, "event", _event(found.articles))
        for side in PAIR:
            for column in ("outlet", "published", "url"):
                told[f"{side} {column}"] = [_told(by_id[name])[column] for name in told[side]]
        return told
    rest = [column for column in table.columns if column not in WHO]
    who = pd.DataFrame([_told(by_id[name]) for name in table["article"]], columns=list(WHO), index=table.index)
    return pd.concat([who, table[rest]], axis=1)


def _told(article: Article) -> dict[str, str]:
    return {
        "event": article.event,
        "article": article.id,
        "outlet": outlets.name(article),
        "published": article.published,
        "url": article.url,
    }


def _event(articles: Sequence[Article]) -> str:
    return "; ".join(dict.fromkeys(filter(None, (article.event for article in articles))))


def _articles(found: Compared) -> pd.DataFrame:
    rows = [
        (
            *(one.id, one.headline, one.byline, words.count(one.body), one.language, _without_folder(one.source)),
            *(len(one.removed), len(one.corrections) + (one.publisher is not None)),
        )
        for one in found.articles
    ]
    return pd.DataFrame(rows, columns=["article", *ARTICLES])


def _without_folder(source: str) -> str:
    """An address as it is; of a file its name: who hands in a table need not tell how a computer is laid out."""
    return source if "://" in source else source.replace("\\", "/").rpartition("/")[2]


def _of_articles(found: Compared) -> dict[str, pd.DataFrame]:
    """The tables that need no second article."""
    articles = found.articles
    return {
        "scores": _beside(found, _all(found.results), _all(found.automatic)),
        "evidence": _evidence(found),
        "corrections": _corrections(articles),
        "sentences": tables.sentences(articles),
        "quotations": tables.floor(articles),
        "mentions": tables.mentions(articles),
        "relayed": tables.relayed(articles),
        "frames": tables.frame_shares(articles, found.answers),
    }


def _of_events(found: Compared) -> dict[str, pd.DataFrame]:
    """The tables that lay articles side by side."""
    side_names = {side.id: side.name for side in found.sides.sides}
    return {
        "event_match": tables.event_pairs(found.match),
        "voices": tables.voices(found.articles),
        "sides": tables.sides(found.articles, found.sides.sides, found.sides.assignment, indirect=False),
        "side_balance": _beside(found, found.balance, found.automatic_balance),
        "verb_classes": tables.verbs(found.articles, found.sides_by_voice),
        "claims": _claims(found),
        "not_reported": _not_reported(found),
        "omissions": _gaps(found),
        "positions": tables.positions(found.order, found.claims.claims),
        "order": tables.order_pairs(found.order),
        "labels": _labels(found),
        "actor_tone": tables.scores(found.articles, found.actor_tones),
        "acts": tables.acts(found.articles),
        "scare_aims": tables.aims(found.aims, side_names),
        "quote_versions": _versions(found),
        "tone_difference": tables.tone_differences(found.articles),
        "distinctive_words": tables.distinctive(found.words),
        "headlines": _tops(found),
        "reuse": tables.reuse_pairs(found.reuse),
    }


def _beside(found: Compared, results: Iterable[Result], untouched: Iterable[Result]) -> pd.DataFrame:
    """The scores with corrections, and beside them those without."""
    key = ["article", "measure", "part"]
    kept = tables.scores(found.articles, results)
    automatic = tables.scores(found.articles, untouched)[[*key, "value", "n", "missing"]]
    renamed = automatic.rename(columns={name: f"automatic {name}" for name in ("value", "n", "missing")})
    both = _joined(kept, renamed, key).drop(columns="counted")
    both[["n", "automatic n"]] = both[["n", "automatic n"]].astype("Int64")
    same = both["value"].eq(both["automatic value"]) | (both["value"].isna() & both["automatic value"].isna())
    both["corrected"] = [("no" if one else "yes") for one in same]
    return both


def _evidence(found: Compared) -> pd.DataFrame:
    """Every span with corrections and without, and in which of the two it stands."""
    kept = tables.evidence(found.articles, _all(found.results))
    automatic = tables.evidence(found.articles, _all(found.automatic))
    both = _joined(kept.drop_duplicates(), automatic.drop_duplicates())
    both["counted"] = both["counted"].astype(str).map(ORIGIN)
    return both


def _joined(kept: pd.DataFrame, automatic: pd.DataFrame, on: list[str] | None = None) -> pd.DataFrame:
    """Both tables side by side, in the order of `kept`, what only stands in `automatic` last; "counted" says where."""
    numbered = kept.assign(order=range(len(kept)))
    both = numbered.merge(automatic, on=on or list(kept.columns), how="outer", indicator="counted")
    return both.sort_values("order", kind="stable").drop(columns="order").reset_index(drop=True)


def _claims(found: Compared) -> pd.DataFrame:
    """Every place of a claim with corrections and without, and in which of the two it stands."""
    kept = tables.claims(found.claims.claims, found.articles)
    automatic = tables.claims(found.automatic_claims.claims, found.articles).drop(columns="claim")
    both = _joined(kept, automatic.drop_duplicates(), list(automatic.columns))
    both["counted"] = both["counted"].astype(str).map(ORIGIN)
    return both.assign(claim=both["claim"].fillna(""))


def _labels(found: Compared) -> pd.DataFrame:
    """The labels with corrections and without, and in which of the two each row stands."""
    both = _joined(tables.labels(found.articles), tables.labels(found.untouched))
    return both.assign(counted=both["counted"].astype(str).map(ORIGIN))


def _gaps(found: Compared) -> pd.DataFrame:
    """The gaps with corrections, and beside them those without."""
    automatic = tables.gaps(found.automatic_omissions).rename(columns=lambda name: f"automatic {name}")
    return pd.concat([tables.gaps(found.omissions), automatic.drop(columns="automatic article")], axis=1)


def _all(results: Results) -> Iterable[Result]:
    return [result for of_article in results.values() for result in of_article.values()]


def _corrections(articles: Sequence[Article]) -> pd.DataFrame:
    rows = [
        (one.id, fix.subject, fix.start, fix.end, one.body[fix.start : fix.end], fix.was, fix.now, fix.note)
        for one in articles
        for fix in one.corrections
    ]
    return pd.DataFrame(rows, columns=list(CORRECTIONS))


def _not_reported(found: Compared) -> pd.DataFrame:
    claims = {claim.id: claim for claim in found.claims.claims}
    rows = [
        (
            *(one.article, one.claim, claims[one.claim].kind, claims[one.claim].text),
            *("; ".join(one.reported_by), one.coverage, "yes" if one.later else "no"),
        )
        for one in found.omissions.not_reported
    ]
    return pd.DataFrame(rows, columns=list(NOT_REPORTED))


def _versions(found: Compared) -> pd.DataFrame:
    bodies = {one.id: one.body for one in found.articles}
    rows = [
        (
            *(number, version.article, version.speaker or statement.speaker, version.start, version.end),
            *(bodies[version.article][version.start : version.end], "yes" if version.altered else "no"),
        )
        for number, statement in enumerate(found.versions, start=1)
        for version in statement.versions
    ]
    return pd.DataFrame(rows, columns=list(VERSIONS))


def _tops(found: Compared) -> pd.DataFrame:
    bodies: Mapping[str, str] = {one.id: one.body for one in found.articles}
    rows = []
    for top in found.tops:
        body = bodies[top.article]
        parts = [body[part.start : part.end] if part else "" for part in (top.headline, top.lede)]
        own = "; ".join(body[word.start : word.end] for word in top.own_words)
        rows.append((top.article, *parts, "; ".join(top.headline_claims), "; ".join(top.lede_claims), own))
    return pd.DataFrame(rows, columns=list(TOPS))
