"""Find the official documents that an article names."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.directives.citations import Citation, find_citations
from pipeline.extract.directives.lexicon import DirectiveLexicon
from pipeline.extract.directives.symbols import find_all
from pipeline.extract.model import Directive
from pipeline.extract.parts import Bodies, DateExpression, DirectiveMention, Directives
from pipeline.text.spans import Span, mask


def find_symbols(document: Document, lexicon: DirectiveLexicon) -> tuple[Span, ...]:
    """The spans of document numbers and symbols, to be kept away from the finder of dates."""
    return tuple(sorted({s.span for s in find_all(document.text, lexicon)} | _cited_numbers(document, lexicon)))


def find_directives(
    document: Document, lexicon: DirectiveLexicon, dates: Sequence[DateExpression], bodies: Bodies
) -> Directives:
    """Every official document named outside furniture, one a document, its short forms resolved to it."""
    text = mask(document.text, document.spans("furniture"))
    citations = [c for c in find_citations(text, lexicon) if c.type is not None]
    keys: list[tuple[str, str | None, str]] = []
    directives: list[Directive] = []
    mentions: list[DirectiveMention] = []
    for c in sorted(citations, key=lambda c: c.symbol is None):
        index = _index(c, keys)
        if index == len(keys):
            keys.append(_key(c))
            directives.append(_directive(c))
        mentions.append(DirectiveMention(c.span, index, c.rule))
    return Directives(tuple(directives), tuple(sorted(mentions, key=lambda m: m.span)))


def _cited_numbers(document: Document, lexicon: DirectiveLexicon) -> set[Span]:
    cited = find_citations(document.text, lexicon)
    return {Span(c.span.end - len(c.number), c.span.end) for c in cited if c.symbol is None and c.year is None}


def _key(c: Citation) -> tuple[str, str | None, str]:
    assert c.type is not None
    return (c.type.name, c.symbol.text.upper() if c.symbol else None, c.number.lstrip("0"))


def _index(c: Citation, keys: list[tuple[str, str | None, str]]) -> int:
    name, symbol, number = _key(c)
    for i, (other, other_symbol, other_number) in enumerate(keys):
        same_number = name == other and number == other_number
        if symbol and other_symbol and symbol == other_symbol:
            return i
        if same_number and not (symbol and other_symbol):
            return i
    return len(keys)


def _directive(c: Citation) -> Directive:
    assert c.type is not None
    system = c.symbol.system if c.symbol else "other"
    return Directive(
        type_code=c.type.code,
        type_vi=c.type.name,
        number=c.number,
        symbol=c.symbol.text if c.symbol else None,
        system=system,
        issuer=None,
        issuer_text=None,
        term=None,
        issued=None,
        title=None,
    )
