"""Reading blind: the same articles without what tells who published them.

A masked article keeps its date, its words and every offset: a name is covered letter by letter, so that what is marked,
corrected or counted in the masked body stands at the same place of the real one. Nothing of the outlet is left in it,
so whatever is made from masked articles (charts, tables, files, addresses) cannot tell either.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from string import ascii_uppercase

from analysis.model import Article, Correction, Publisher, Removed, Result
from analysis.outlets import addresses, describe
from analysis.outlets.registry import load
from analysis.text import authors

COVER = "▇"
HIDDEN = "hidden until you reveal it"
NOBODY = "hidden"  # id of the publisher of a masked article; no outlet is registered under it
ABOUT_OUTLETS = ("outlet_credibility", "article_sourcing")  # measures that rest on who publishes and who signs
BRACKETS = re.compile(r"\s*\([^()]*\)")
LETTER = re.compile(r"\w")
ID = 8  # hex digits: short enough for an address, long enough for the articles of one event
SHORTEST = 3  # letters of a name that is covered; a shorter one would cover half of the text


def name(article_id: str) -> str:
    """The id of an article while its outlet is hidden: always the same, and it does not tell the real one."""
    return sha256(f"masked {article_id}".encode()).hexdigest()[:ID]


def masked(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles as “Article A”, “Article B” …, in an order that does not depend on the one given.

    Covered in each body: the names and the address of its own outlet, and the author of its byline. What others are
    called stays: an outlet may be an actor of another one's story. Removed lines keep their reason, not their words.
    """
    shuffled = sorted(articles, key=lambda article: name(article.id))
    return tuple(_masked(article, f"Article {_letters(rank)}") for rank, article in enumerate(shuffled))


def is_masked(article: Article) -> bool:
    """Whether `masked` made this article."""
    return article.publisher is not None and article.publisher.outlet_id == NOBODY


def held_back(article: Article, results: Mapping[str, Result]) -> dict[str, Result]:
    """`results`, by measure; of a masked article without those that would count the hiding instead of the article."""
    hidden = ABOUT_OUTLETS if is_masked(article) else ()
    return {**results, **{measure: Result(measure, article.id, missing=HIDDEN) for measure in hidden}}


def _masked(article: Article, label: str) -> Article:
    names = _pattern(tuple(sorted(set(_names(article)), key=lambda printed: (-len(printed), printed))))
    body = _covered(article.body, names)
    return replace(
        article,
        id=name(article.id),
        body=body,
        outlet=label,
        publisher=Publisher(outlet_id=NOBODY, name=label),
        headline=body[: article.headline_end] or _covered(article.headline, names),
        byline=HIDDEN if article.byline else "",
        corrections=tuple(_of_words(body, one) for one in article.corrections),
        removed=tuple(Removed(LETTER.sub(COVER, cut.text), cut.reason, cut.label, cut.line) for cut in article.removed),
        domain="",
        dateline="",
        credit="",
        url="",
        canonical="",
        source="",
        facts=(),
        notes=(),
    )


def unmasked(body: str, correction: Correction) -> Correction:
    """The correction of a masked article as one of the article with this `body`: the offsets are the same."""
    return _of_words(body, correction)


def _of_words(body: str, correction: Correction) -> Correction:
    return replace(correction, words=body[correction.start : correction.end]) if correction.words else correction


def _covered(text: str, names: re.Pattern[str] | None) -> str:
    """`text` with the letters of every name covered; its length stays."""
    return names.sub(lambda found: LETTER.sub(COVER, found.group()), text) if names else text


def _names(article: Article) -> Iterator[str]:
    """What names the outlet or the author of the article: registered and typed names, address, byline."""
    record = describe(article)
    printed = [article.outlet, record.name, article.domain, record.domain]
    if record.publisher and record.publisher.outlet_id:
        printed += _registered(record.publisher.outlet_id)
    if (address := addresses.read(article.url)) is not None:
        printed += [address.host, address.host.removeprefix("www.")]
    author = authors.find(article.byline, article.outlet)
    printed += [author.name] if author.level == authors.PERSON else []
    yield from (short for text in printed if len(short := BRACKETS.sub("", text).strip()) >= SHORTEST)


@lru_cache(maxsize=256)
def _registered(outlet_id: str) -> tuple[str, ...]:
    """Every name that the registry has for the outlet."""
    return tuple(alias.alias for rows in load().names.values() for alias in rows if alias.outlet_id == outlet_id)


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the names, longest first: as written, in capitals, and what a paper calls itself (“told the Post”)."""
    if not names:
        return None
    forms = dict.fromkeys(form for one in names for form in (one, one.removeprefix("The "), one.upper()))
    last = dict.fromkeys(one.split()[-1] for one in names if " " in one and one.split()[-1][:1].isupper())
    whole = "|".join(re.escape(form) for form in forms if len(form) >= SHORTEST)
    short = rf"|(?<=\b[Tt]he )(?:{'|'.join(map(re.escape, last))})(?!\w|\s+[A-Z])" if last else ""
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w){short}")


def _letters(rank: int) -> str:
    """A, B … Z, AA, AB … for a rank from 0."""
    before, at = divmod(rank, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[at]
