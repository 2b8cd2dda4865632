"""What a page says of its article: headline, byline, date, outlet, address, language.

A page can call itself anything, so that all of this is a claim: the name and the address it gives itself never
overrule the address it came from.
"""

import re
from datetime import datetime
from itertools import chain
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from analysis.ingest import archived, credits, json_ld
from analysis.ingest.lines import key

SAVED = re.compile(r"(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"]{4,2000})")
CLAIMED = "The address is what the page says of itself; the file does not tell where it was saved from."
HEAD = 3000  # characters in which browsers note where a page was saved from
SAME = re.compile(r"\A(?:www\d?|m|mobile|amp|edition)\.")
LANGUAGE = re.compile(r"\A([a-z]{2,3})(?:[-_]|\Z)")
DATED = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])")
PUBLISHED = (
    "article:published_time",
    "article.published",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publish-date",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "ptime",
    "pdate",
    "date",
)
TITLE_PARTS = re.compile(r"\s+[|–—»•·-]\s+|\s*\|\s*")


class Facts(NamedTuple):
    """What is known of the article; "" where the page says nothing.

    url: where the page was fetched or saved. canonical: the address that it claims, where that is on another site.
    free: False where the page says that not everybody may read it. body: the text inside JSON-LD.
    """

    headline: str = ""
    byline: str = ""
    published: str = ""
    site: str = ""
    url: str = ""
    canonical: str = ""
    language: str = ""
    body: str = ""
    free: bool | None = None
    notes: tuple[str, ...] = ()


def find(tree: HtmlElement, markup: str, url: str = "") -> Facts:
    """The facts of the page. url: where it was fetched, if it was."""
    told, meta = json_ld.find(tree), _meta(tree)
    site = next((name for name in (meta.get("og:site_name", ""), told.site) if name and "://" not in name), "")
    site = TITLE_PARTS.split(site)[0][:80]
    address, canonical, notes = _addresses(tree, markup, url, meta)
    byline = _byline(told.byline or meta.get("author", ""), site)
    published = _published(tree, told.published, meta, address)
    if not byline or not published:
        guessed = extract_metadata(tree, url or None)
        byline = byline or _byline(_undated((guessed.author or "").replace("; ", ", ")), site)
        # Where a page has only "© 2019", the guess is the first of January.
        if not published and guessed.date and not guessed.date.endswith("-01-01"):
            published = guessed.date
            notes = (*notes, f"The date, {published}, was guessed; the page states no date of publication.")
    return Facts(
        headline=_headline(tree, told.headline, meta.get("og:title", ""), site),
        byline=byline,
        published=published,
        site=site,
        url=address,
        canonical=canonical,
        language=_language(told.language, tree.get("lang") or "", meta.get("og:locale", "")),
        body=told.body,
        free=told.free,
        notes=notes,
    )


def _published(tree: HtmlElement, told: str, meta: dict[str, str], address: str) -> str:
    """The date of publication as JSON-LD, a <meta>, an attribute or the address states it; "" where none does."""
    marked = (
        element.get("datetime") or element.get("content") or "".join(element.itertext())
        for element in tree.iter("time", "meta", "span", "abbr")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    )
    stated = chain([told], (meta.get(name, "") for name in PUBLISHED), marked)
    found = next((day for day in map(iso_date, stated) if day), "")
    dated = None if found else DATED.search(address)
    return f"{dated[1]}-{int(dated[2]):02}-{int(dated[3]):02}" if dated else found


def iso_date(text: str) -> str:
    """`text` where it is a date or date and time of ISO 8601 after 1990, or a date in words made one; else ""."""
    text = text.strip()
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        found = credits.without_dates(text)[1]
        return found if found > "1990" else ""
    return text if when.year > 1990 else ""


def same_site(one: str, other: str) -> bool:
    """Whether two addresses lie on the same site: the same host, or one a part of the other."""
    first, second = (SAME.sub("", host(address)) for address in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def host(address: str) -> str:
    """The host of an http address in small letters; "" where it is none."""
    try:
        parts = urlsplit(address.strip())
        return (parts.hostname or "").rstrip(".") if parts.scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The <meta> elements, by property or name; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        text = " ".join((element.get("content") or "").split())
        if name and text:
            found.setdefault(name, text)
    return found


def _headline(tree: HtmlElement, told: str, social: str, site: str) -> str:
    """The <h1> that shares most of its words with a title the page gives; else the title without the outlet's name."""
    title = " ".join((tree.findtext(".//title") or "").split())
    titles = [text for text in (told, social, title) if text]
    shares: dict[str, float] = {}
    for element in tree.iter("h1"):
        text = " ".join("".join(element.itertext()).split())
        if len(text) <= 300 and key(text) != key(site):
            shares[text] = max((_shared(text, other) for other in titles), default=0.0)
    best = max(shares, key=lambda text: shares[text], default="")
    if best and shares[best] >= 0.5:
        return best
    return told or without_site(social, site) or without_site(title, site)


def _shared(text: str, other: str) -> float:
    """The share of the headline's words that stand in the other title; 0 for a headline of one or two words."""
    mine, theirs = key(text).split(), set(key(other).split())
    is_told = len(mine) > 2 or (mine and set(mine) == theirs)
    return sum(word in theirs for word in mine) / len(mine) if is_told else 0.0


def without_site(title: str, site: str) -> str:
    """The title of a page without the outlet's name behind or before it."""
    parts = TITLE_PARTS.split(title)
    if len(parts) > 1 and site and key(parts[-1]) == key(site):
        return title[: title.rfind(parts[-1])].rstrip(" |–—»•·-")
    if len(parts) > 1 and site and key(parts[0]) == key(site):
        return title[title.find(parts[0]) + len(parts[0]) :].lstrip(" |–—»•·-")
    cut = credits.suffix(title, site)
    return title[: cut.start] if cut else title


def _byline(text: str, site: str) -> str:
    """The author's name; "" where it is only the outlet's own name or an address."""
    name = text.strip()
    if name.lower().startswith("by "):
        name = name[3:].strip()
    return "" if "://" in name or "@" in name or key(name) in {key(site), ""} else name[:200]


def _undated(author: str) -> str:
    """A guessed author without the words of a date that stood behind the name."""
    words = author.split()
    while words and (
        words[-1].strip(",.").lower() in credits.MONTHS or credits.WEEKDAY.fullmatch(words[-1].strip(","))
    ):
        words.pop()
    return credits.signed(" ".join(words)) if words else ""


def _language(*told: str) -> str:
    """The two or three letters of the first language tag."""
    found = (LANGUAGE.match(tag.strip().lower()) for tag in told)
    return next((match[1] for match in found if match), "")


def _addresses(tree: HtmlElement, markup: str, url: str, meta: dict[str, str]) -> tuple[str, str, tuple[str, ...]]:
    """Where the page comes from, the address it claims on another site, and a note on what is only its own word."""
    saved = SAVED.search(markup[:HEAD])
    known = url or (saved[1] if saved else "")
    named = [(link.get("rel") or "", link.get("href") or "") for link in tree.iter("link")]
    copy = archived.find(known, [link for rel, link in named if rel in {"canonical", "bookmark"}], markup)
    if copy:
        return copy.url, "", (copy.note,) if known else (copy.note, CLAIMED)
    links = [link for rel, link in named if "canonical" in rel.split()]
    claims = [urljoin(known, claim.strip()) for claim in (*links, meta.get("og:url", "")) if claim.strip()]
    claims = [claim for claim in claims if host(claim)]
    if not known:
        return (claims[0], "", (CLAIMED,)) if claims else ("", "", ())
    elsewhere = [claim for claim in claims if not same_site(claim, known) and host(claim) not in known]
    if not elsewhere:
        return known, "", ()
    note = (
        f"Read from {host(known)}, but the page names {elsewhere[0]} as its address: "
        "it claims to be that page, or is republished from there.",
    )
    return known, elsewhere[0], note
