"""Web pages: the visible text of the whole page, and what its mark-up tells about the parts.

The visible text is the document's text, so that offsets count in what a reader sees; trafilatura tells the article from
the page around it, meta elements and htmldate tell its date. The libraries load when the first page is read.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.text.fold import key
from pipeline.text.names import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPENS = re.compile(
    r"\s{0,100}(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)
_SUFFIXES = (".html", ".htm", ".xhtml")
_UNSEEN = words("script style noscript template head svg iframe object select option textarea canvas audio video")
_BREAKS = words("br li tr dt dd option")
_BLOCKS = words(
    "p div h1 h2 h3 h4 h5 h6 ul ol dl table article section main header footer nav aside figure figcaption blockquote"
    " pre form fieldset address hr body center"
)
_HINTS = {
    "h1": "title",
    "figcaption": "caption",
    **dict.fromkeys(("nav", "footer", "aside", "form", "button", "header", "menu"), "furniture"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LARGEST = 4_000_000
_LONGEST_ARTICLE = 300_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its visible text, a zone kind for some of its lines (by their number among the non-blank ones),
    and what its head says."""

    text: str
    hints: dict[int, str]
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(slots=True)
class _Walk:
    """The lines gathered so far, each with the hint of the element that it began in."""

    lines: list[tuple[str, str | None]] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    hints: list[str | None] = field(default_factory=lambda: [None])
    line_hint: str | None = None

    def add(self, text: str | None) -> None:
        if text and text.strip() and not "".join(self.parts).strip():
            self.line_hint = self.hints[-1]
        self.parts.append(text or "")

    def flush(self, gap: int) -> None:
        line = _SPACE.sub(" ", "".join(self.parts)).strip(" ")
        if line.strip():
            self.lines.append((line, self.line_hint))
            self.gaps.append(gap)
        elif self.gaps:
            self.gaps[-1] = max(self.gaps[-1], gap)
        self.parts = []


def is_html(source_path: str, text: str) -> bool:
    """True for a web page, by its name or by how it opens."""
    return source_path.lower().endswith(_SUFFIXES) or _OPENS.match(text) is not None


def read_page(markup: str) -> Page:
    """The visible text of a page and what its mark-up tells; a page without an element has no text."""
    import lxml.html
    from lxml.etree import ParserError

    from pipeline.documents.html_head import canonical, headline, published, site_name

    try:
        tree = lxml.html.document_fromstring(markup, parser=_parser())
    except ParserError:
        return Page("", {})
    walk = _walk(tree)
    text = "".join(line + "\n" * gap for (line, _), gap in zip(walk.lines, walk.gaps, strict=True)).rstrip("\n")
    title = headline(tree)
    hints = _hints(walk.lines, title, _article(markup))
    return Page(text, hints, title, canonical(tree), site_name(tree), published(tree))


def _parser() -> object:
    import lxml.html

    return lxml.html.HTMLParser(encoding="utf-8", remove_pis=True)


def _walk(tree: HtmlElement) -> _Walk:
    from lxml.etree import iterwalk

    walk = _Walk()
    walker = iterwalk(tree, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "comment":
            walk.add(element.tail)
        elif event == "start":
            if _start(walk, element):
                walker.skip_subtree()
        else:
            _end(walk, element)
    walk.flush(1)
    return walk


def _start(walk: _Walk, element: HtmlElement) -> bool:
    """Enter an element; True where what is in it is not seen."""
    if element.tag in _BLOCKS:
        walk.flush(2)
    elif element.tag in _BREAKS:
        walk.flush(1)
    walk.hints.append(_hint(element) or walk.hints[-1])
    unseen = (
        element.tag in _UNSEEN or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
    )
    if not unseen:
        walk.add(element.text)
    return unseen


def _end(walk: _Walk, element: HtmlElement) -> None:
    if element.tag in _BLOCKS:
        walk.flush(2)
    elif element.tag in _BREAKS:
        walk.flush(1)
    walk.hints.pop()
    walk.add(element.tail)


def _hint(element: HtmlElement) -> str | None:
    if "caption" in element.get("class", "").lower() and element.tag != "table":
        return "caption"
    if element.tag == "header" and any(e.tag in ("article", "main") for e in element.iterancestors()):
        return None
    return _HINTS.get(element.tag)


def _article(markup: str) -> str:
    """The article's own text as trafilatura finds it, as one folded string; empty where it finds none.

    Beyond these bounds no article is looked for: each line is compared with it.
    """
    if len(markup) > _LARGEST:
        return ""
    import trafilatura

    # It reports each page that it finds no article in, which is no fault of the run.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True)
    return key(found) if found and len(found) <= _LONGEST_ARTICLE else ""


def _hints(lines: list[tuple[str, str | None]], title: str | None, article: str) -> dict[int, str]:
    """A kind for each line that the mark-up tells: the headline, captions, and as furniture what is no article."""
    kinds: dict[int, str] = {}
    for index, (line, hint) in enumerate(lines):
        kind = _kind(key(line), hint, article)
        if kind:
            kinds[index] = kind
    titles = [i for i, kind in kinds.items() if kind == "title"]
    named = [i for i, (line, _) in enumerate(lines) if title and key(line) == key(title)]
    chosen = next((i for i in named if i in titles), None) or next(iter(titles or named), None)
    kinds.update(dict.fromkeys(titles, "furniture"))
    if chosen is not None:
        kinds[chosen] = "title"
    return kinds


def _kind(line: str, hint: str | None, article: str) -> str | None:
    if hint in ("title", "caption"):
        return hint
    if article and line in article:
        return None
    return "furniture" if hint == "furniture" or (article and len(line) < _LINE) else None


_LINE = 300
"""A line longer than this is a paragraph, whatever trafilatura left out."""
