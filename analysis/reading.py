"""From paths and addresses to articles, one after the other: what the command line and the pages call.

for found in reading.read(["folder/", "page.html", "https://courier.example/wall"]):
    ...                     # an Article, or an UnreadableInput with one sentence
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from analysis import fetching, ingest
from analysis.errors import UnreadableInput
from analysis.fetching import Visits
from analysis.ingest import batch, files
from analysis.ingest.batch import Batch
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article
from analysis.text import languages

AT_ONCE = 4  # pages fetched at the same time, each of another site
Record = dict[str, Any]


def read(
    sources: Iterable[str | Path], *, as_is: bool = False, follow: bool = False, visits: Visits | None = None
) -> Iterator[Article | UnreadableInput]:
    """The articles of files, folders and addresses, in order, each with an id of its own.

    follow: fetch the text of references (from feeds, BibTeX, RIS, tables of addresses). visits: see fetching.
    """
    visits = visits or Visits()
    used: dict[str, int] = {}
    bodies: dict[bytes, str] = {}
    for source in sources:
        for found in _each(source, as_is, visits):
            if follow and isinstance(found, Article) and not found.body and found.url:
                found = _followed(found, visits)  # noqa: PLW2901
            yield found if isinstance(found, UnreadableInput) else _told_apart(found, used, bodies)


def manuscripts(sources: Iterable[str | Path]) -> Iterator[Manuscript | UnreadableInput]:
    """The raw texts of files, folders and addresses, each with an id of its own; see `read`."""
    used: set[str] = set()
    visits = Visits()
    for source in sources:
        for found in _fetched(str(source), visits) if is_address(source) else ingest.manuscripts(source):
            if isinstance(found, UnreadableInput):
                yield found
                continue
            number, name = 1, found.id
            while name in used:
                number += 1
                name = f"{found.id}-{number}"
            used.add(name)
            yield replace(found, id=name)


def read_urls(urls: Iterable[str], visits: Visits) -> Iterator[tuple[str, Batch]]:
    """Each address with what was read there, as soon as it is there; pages of different sites at the same time."""
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        asked = {pool.submit(read_url, url, visits): url for url in dict.fromkeys(urls)}
        for done in as_completed(asked):
            yield asked[done], done.result()


def read_url(url: str, visits: Visits) -> Batch:
    """What the page, document or feed at `url` holds; a problem where it could not be fetched or read."""
    return batch.gathered(_fetched(url.strip(), visits))


def follow(reference: Manuscript, visits: Visits) -> Manuscript | UnreadableInput:
    """The article that a reference points to; what the reference says fills what the page does not say."""
    if not reference.url:
        return UnreadableInput(f"{reference.title or reference.id}: the reference has no address; paste the text.")
    there = read_url(reference.url, visits)
    if not there.manuscripts:
        return next(iter(there.problems), UnreadableInput(f"{reference.url}: no article was found there."))
    found = there.manuscripts[0]
    fields: dict[str, Any] = {
        "title": found.title or reference.title,
        "outlet": found.outlet or reference.outlet,
        "byline": found.byline or reference.byline,
        "published": found.published or reference.published,
    }
    return replace(found, **fields, id=reference.id, source=reference.source)


def follow_all(
    references: Iterable[Manuscript], visits: Visits
) -> Iterator[tuple[Manuscript, Manuscript | UnreadableInput]]:
    """Each reference with its article, as soon as it is there; see read_urls."""
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        asked = {pool.submit(follow, one, visits): one for one in references}
        for done in as_completed(asked):
            yield asked[done], done.result()


def record(article: Article) -> Record:
    """The article as plain JSON types, as `python -m analysis read` writes it.

    text: the body without the headline, which has a field of its own. problems: what a reader should know of the
    reading, in sentences; what was set aside is in removed.
    """
    text = article.body[article.headline_end :].lstrip("\n")
    return {
        "id": article.id,
        "source": article.source,
        "headline": article.headline,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "language": article.language or languages.find(article.body),
        "text": text,
        "removed": [{"text": cut.text, "reason": cut.reason} for cut in article.removed],
        "problems": problems(article),
    }


def problems(article: Article) -> list[str]:
    """What a reader should know of how the article was read: what was repaired, and where it is not in English."""
    spoken = article.language or languages.find(article.body)
    return [*article.notes, *languages.problems(article.body, spoken)]


def _each(source: str | Path, as_is: bool, visits: Visits) -> Iterator[Article | UnreadableInput]:
    if not is_address(source):
        yield from ingest.read_path(source, as_is=as_is)
        return
    for found in _fetched(str(source), visits):
        yield found if isinstance(found, UnreadableInput) else ingest.article_of(found, as_is=as_is)


def is_address(source: str | Path) -> bool:
    """Whether a source is the address of a page and not a path."""
    return isinstance(source, str) and source.strip().lower().startswith(("http://", "https://"))


def _fetched(url: str, visits: Visits) -> Iterator[Manuscript | UnreadableInput]:
    """What stands at the address; its source is the address that was asked for."""
    try:
        page = fetching.fetch(url, visits)
    except UnreadableInput as error:
        yield UnreadableInput(f"{url}: {str(error).rstrip('.')}.")
        return
    for found in files.each(_name(page.url), page.body, url=page.url, charset=page.charset):
        if isinstance(found, UnreadableInput):
            yield UnreadableInput(f"{url}: {str(found).partition(': ')[2]}")
        else:
            yield replace(found, source=url, url=found.url or page.url)


def _followed(reference: Article, visits: Visits) -> Article | UnreadableInput:
    """The article a reference points to."""
    told = Manuscript(
        id=reference.id,
        text="",
        title=reference.headline,
        outlet=reference.outlet,
        byline=reference.byline,
        published=reference.published,
        url=reference.url,
        source=reference.source,
    )
    found = follow(told, visits)
    return found if isinstance(found, UnreadableInput) else ingest.article_of(found)


def _name(url: str) -> str:
    """A name for the file at an address, from the last part of its path that says something."""
    parts = urlsplit(url)
    pieces = [piece for piece in PurePosixPath(unquote(parts.path)).parts if piece != "/"]
    told = next((piece for piece in reversed(pieces) if any(char.isalpha() for char in piece)), "")
    return told[:80] or (parts.hostname or "page")


def own_id(id: str, used: dict[str, int]) -> str:
    """The id, or where it is taken a new one; `used` holds how often each was asked for, and is brought up to date."""
    count = used.get(id, 0) + 1
    while count > 1 and f"{id}-{count}" in used:
        count += 1
    used[id] = count
    if count == 1:
        return id
    used[f"{id}-{count}"] = 1
    return f"{id}-{count}"


def _told_apart(article: Article, used: dict[str, int], bodies: dict[bytes, str]) -> Article:
    """The article with an id that no earlier one has, and a note where an earlier one has the same text."""
    article = replace(article, id=own_id(article.id, used))
    if not article.body:
        return article
    digest = sha256(article.body.encode("utf-8", "surrogatepass")).digest()
    twin = bodies.setdefault(digest, article.id)
    if twin == article.id:
        return article
    return replace(article, notes=(*article.notes, f"The same text as {twin}."))
