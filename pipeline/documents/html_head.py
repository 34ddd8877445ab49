"""What the head of a web page says: headline, address, site, date of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='article:published_time']/@content",
    "//meta[@name='DC.date.issued' or @name='dc.date.issued']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SITE_TAIL = re.compile(r"\s+[|–—-]\s+[^|]{2,60}$")
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"


def headline(tree: HtmlElement) -> str | None:
    """The page's headline: og:title, a single h1, or the title element without the site's name."""
    heads = [h.text_content() for h in tree.iter("h1")]
    name = _first(tree, "//meta[@property='og:title']/@content")
    title = _first(tree, "//head/title/text()")
    found = name or (heads[0] if len(heads) == 1 else None) or (title and _SITE_TAIL.sub("", title))
    return " ".join(found.split()) or None if found else None


def canonical(tree: HtmlElement) -> str | None:
    """The page's own address."""
    return _first(tree, "//link[@rel='canonical']/@href") or _first(tree, "//meta[@property='og:url']/@content")


def site_name(tree: HtmlElement) -> str | None:
    """The site's name as the page gives it."""
    return _first(tree, "//meta[@property='og:site_name']/@content")


def published(tree: HtmlElement) -> str | None:
    """When the page says that it was published: ISO, as it stands there; else the day that htmldate reads in its head.

    htmldate's search through the visible text is off: it would take a page's clock.
    """
    stated = next((v for path in _PUBLISHED if (v := _first(tree, path)) and _ISO.match(v)), None)
    return stated or next((d for d in _linked_dates(tree) if _ISO.match(d)), None) or _head_date(tree)


def _head_date(tree: HtmlElement) -> str | None:
    from copy import deepcopy

    from htmldate import find_date
    from lxml.html import Element

    page = Element("html")
    page.extend(deepcopy(head) for head in tree.iterchildren("head"))
    found = find_date(page, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    return str(found) if found else None


def _linked_dates(tree: HtmlElement) -> Iterator[str]:
    """``datePublished`` in the JSON-LD blocks."""
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting = [json.loads(block)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, dict):
                if isinstance(date := item.get("datePublished"), str):
                    yield date
                waiting += item.values()
            elif isinstance(item, list):
                waiting += item


def _first(tree: HtmlElement, path: str) -> str | None:
    return next((text for found in tree.xpath(path) if (text := str(found).strip())), None)
