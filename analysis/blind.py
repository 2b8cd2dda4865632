"""Reading blind: the same articles without what tells who published them.

A masked article keeps its date, its words and every offset: a name is covered letter by letter, so that what is marked,
corrected or counted in the masked body stands at the same place of the real one. Nothing of the outlet is left in it,
so whatever is made from masked articles (charts, tables, files, addresses) cannot tell either.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from hashlib import sha256
from string import ascii_uppercase

from analysis.model import Article, Correction, Publisher, Removed, Result
from analysis.outlets import addresses, describe
from analysis.outlets.registry import load
from analysis.text import authors

COVER = "▇"
HIDDEN = "hidden until you reveal it"
AUTHOR = f"author {HIDDEN}"
NOBODY = "hidden"  # id of the publisher of a masked article; no outlet is registered under it
ABOUT_OUTLETS = ("outlet_credibility", "article_sourcing")  # measures that rest on who publishes and who signs
BRACKETS = re.compile(r"\s*\([^()]*\)")
LETTER = re.compile(r"\w")
NO_LETTER = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"(?<![\w.-])(?:[@#]\w+|[\w-]+(?:\.[\w-]+)+)")  # handles, hashtags, hosts
HOST_END = re.compile(r"(?:\.[a-z]{2,8}){1,2}$")  # .com, .co.uk, .example
ID = 8  # hex digits: short enough for an address, long enough for the articles of one event
SHORTEST = 3  # letters of a name that is covered, unless it is two capitals: a shorter one would cover half of the text
CLEAR = 5  # letters of a name that tells the outlet wherever it stands in a handle; a shorter one only in front


def name(article_id: str) -> str:
    """The id of an article while its outlet is hidden: always the same, and it does not tell the real one."""
    return sha256(f"masked {article_id}".encode()).hexdigest()[:ID]


def masked(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles as “Article A”, “Article B” …, in an order that does not depend on the one given.

    Covered in each body: the names, addresses and handles of all their outlets, and the author of its own byline. Other
    outlets stay, and so do institutions that publish their own news (the White House), but in their own text: covered
    everywhere, the story would lose its actors. Removed lines keep their reason, not their words.
    """
    shuffled = sorted(articles, key=lambda article: name(article.id))
    outlets_here = _outlets_of(shuffled)
    return tuple(
        _masked(article, f"Article {_letters(rank)}", _Names({*_names(article), *outlets_here}))
        for rank, article in enumerate(shuffled)
    )


def covered(text: str, articles: Sequence[Article]) -> str:
    """`text` without what names the outlets and authors of `articles`."""
    return _Names({name for article in articles for name in _names(article)}).covered(text)


def is_masked(article: Article) -> bool:
    """Whether `masked` made this article."""
    return article.publisher is not None and article.publisher.outlet_id == NOBODY


def held_back(article: Article, results: Mapping[str, Result]) -> dict[str, Result]:
    """`results`, by measure; of a masked article without those that would count the hiding instead of the article."""
    hidden = ABOUT_OUTLETS if is_masked(article) else ()
    return {**results, **{measure: Result(measure, article.id, missing=HIDDEN) for measure in hidden}}


def _masked(article: Article, label: str, names: "_Names") -> Article:
    body = names.covered(article.body)
    return replace(
        article,
        id=name(article.id),
        body=body,
        outlet=label,
        publisher=Publisher(outlet_id=NOBODY, name=label),
        headline=body[: article.headline_end] or names.covered(article.headline),
        byline=AUTHOR if article.byline else "",
        published=_without_zone(article.published),
        corrections=tuple(names.of_correction(_of_words(body, one)) for one in article.corrections),
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


def _without_zone(published: str) -> str:
    """A time in UTC: the zone of a page tells where it is made."""
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return published
    return when.astimezone(UTC).isoformat() if when.tzinfo else published


def unmasked(body: str, correction: Correction) -> Correction:
    """The correction of a masked article as one of the article with this `body`: the offsets are the same."""
    return _of_words(body, correction)


def _of_words(body: str, correction: Correction) -> Correction:
    return replace(correction, words=body[correction.start : correction.end]) if correction.words else correction


class _Names:
    """What has to be covered: names as they are written, and the addresses and handles that are made of them."""

    def __init__(self, names: Iterable[str]) -> None:
        printed = sorted(set(names), key=lambda one: (-len(one), one))
        self.pattern = _pattern(tuple(printed))
        squeezed = (_squeezed(HOST_END.sub("", one)) for one in printed)
        self.keys = tuple(dict.fromkeys(one for one in squeezed if len(one) >= SHORTEST))

    def covered(self, text: str) -> str:
        """`text` with the letters of every name covered; its length stays."""
        if self.pattern is None:
            return text
        text = ADDRESS.sub(lambda found: self._handle(found.group()), text)
        return self.pattern.sub(lambda found: LETTER.sub(COVER, found.group()), text)

    def of_correction(self, one: Correction) -> Correction:
        return replace(one, was=self.covered(one.was), now=self.covered(one.now), note=self.covered(one.note))

    def _handle(self, text: str) -> str:
        """An address or a handle, covered where it is made of one of the names: @CourierNews, courier.example/wall."""
        plain = _squeezed(text.removeprefix("www."))
        is_theirs = any(one in plain if len(one) >= CLEAR else plain.startswith(one) for one in self.keys)
        return LETTER.sub(COVER, text) if is_theirs else text


def _squeezed(text: str) -> str:
    """A name as it stands in a handle: harbourtide."""
    return NO_LETTER.sub("", text.lower().removeprefix("the "))


def _outlets_of(articles: Iterable[Article]) -> frozenset[str]:
    """What names the outlets of `articles`, without institutions that publish their own news."""
    return frozenset(name for article in articles for name in _outlet(article) if name not in _institutions())


@cache
def _institutions() -> frozenset[str]:
    registry = load()
    sources = {alias.outlet_id for rows in registry.names.values() for alias in rows if alias.role == "source"}
    return frozenset(name for outlet in sources for name in (registry.outlets[outlet].name, *_registered(outlet)))


def _names(article: Article) -> Iterator[str]:
    """What names the outlet or the author of the article."""
    yield from _outlet(article)
    author = authors.find(article.byline, article.outlet)
    if author.level == authors.PERSON:
        yield author.name


def _outlet(article: Article) -> Iterator[str]:
    """What names the outlet of the article: registered and typed names, addresses."""
    record = describe(article)
    printed = [article.outlet, record.name, article.domain, record.domain]
    if record.publisher and record.publisher.outlet_id:
        printed += _registered(record.publisher.outlet_id)
    if (address := addresses.read(article.url)) is not None:
        printed += [address.host, address.host.removeprefix("www.")]
    shortened = (BRACKETS.sub("", text).strip() for text in printed)
    yield from (short for short in shortened if len(short) >= SHORTEST or (len(short) == 2 and short.isupper()))


@lru_cache(maxsize=256)
def _registered(outlet_id: str) -> tuple[str, ...]:
    """Every name that the registry has for the outlet."""
    return tuple(alias.alias for rows in load().names.values() for alias in rows if alias.outlet_id == outlet_id)


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the names, longest first: as written, in capitals, and what a paper calls itself (“told the Post”)."""
    if not names:
        return None
    forms = dict.fromkeys(
        form for one in names for form in (one, one.removeprefix("The "), one.upper(), *_initials(one))
    )
    last = dict.fromkeys(one.split()[-1] for one in names if " " in one and one.split()[-1][:1].isupper())
    whole = "|".join(map(re.escape, forms))
    short = rf"|(?<=\b[Tt]he )(?:{'|'.join(map(re.escape, last))})(?!\w|\s+[A-Z])" if last else ""
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w){short}")


def _initials(name: str) -> Iterator[str]:
    """The capitals that stand for a name: ORB for ORB Regional, NYT for The New York Times."""
    parts = name.removeprefix("The ").split()
    letters = "".join(part[0] for part in parts if part[0].isupper())
    yield from (one for one in (*parts, letters) if len(one) >= SHORTEST and one.isupper() and one.isalpha())


def _letters(rank: int) -> str:
    """A, B … Z, AA, AB … for a rank from 0."""
    before, at = divmod(rank, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[at]
