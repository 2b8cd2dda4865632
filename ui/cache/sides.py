"""Voices and sides, and their charts."""

from collections.abc import Mapping

import pandas as pd

from analysis import tables
from analysis.charts import floor, frames, side_balance, theme, verb_classes
from analysis.comparison import scare_aims, sides
from analysis.comparison import side_balance as balance_of_sides
from analysis.comparison.sides import Sides
from analysis.model import Result
from ui.cache import Articles, kept, scores


@kept
def suggested(articles: Articles) -> Sides:
    """The sides that the articles suggest, and the voices on them."""
    return sides.suggest(articles)


@kept
def balance(articles: Articles, placed: Sides, indirect: bool, by: str) -> dict[str, Result]:
    """The balance of each article over the sides, by article id."""
    compared = balance_of_sides.compare(articles, placed.sides, placed.assignment, indirect, by)
    return {result.article_id: result for result in compared.results}


def automatic(articles: Articles, placed: Sides, indirect: bool, by: str) -> pd.DataFrame | None:
    """The table of the balance as found, without anybody's corrections; None where nobody corrected anything."""
    before = scores.untouched(articles)
    plain = suggested(before)
    if (before, plain) == (articles, placed):
        return None
    return tables.scores(before, balance(before, plain, indirect, by).values() if plain.sides else ())


@kept
def shares(articles: Articles, placed: Sides, indirect: bool, by: str) -> theme.Figure:
    """The share of each side with its speakers."""
    table = tables.sides(articles, placed.sides, placed.assignment, indirect)
    return side_balance.figure(table, tables.names(articles), [side.name for side in placed.sides], by)


@kept
def verbs(articles: Articles, placed: Sides) -> theme.Figure:
    """Verbs of saying by class and side."""
    names = {side.id: side.name for side in placed.sides}
    by_name = {voice: names.get(side, "") for voice, side in placed.assignment.items()}
    return verb_classes.figure(tables.verbs(articles, by_name), tables.names(articles))


@kept
def aims(articles: Articles) -> pd.DataFrame:
    """Whom the scare quotes of each article are aimed at, by the names shown."""
    placed = suggested(articles)
    table = tables.aims(scare_aims.compare(articles, placed), {side.id: side.name for side in placed.sides})
    return table.replace({"article": tables.names(articles)})


@kept
def joined(articles: Articles) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The mentions joined to voices, and the relayed voices."""
    return tables.mentions(articles), tables.relayed(articles)


@kept
def the_floor(articles: Articles) -> theme.Figure:
    """Who holds the floor from the first line to the last."""
    return floor.figure(tables.floor(articles), tables.names(articles))


def frame_shares(articles: Articles, answers: Mapping[str, Mapping[str, str]]) -> theme.Figure:
    """A reader's answers on the frames, side by side."""
    return frames.figure(tables.frame_shares(articles, answers), tables.names(articles))
