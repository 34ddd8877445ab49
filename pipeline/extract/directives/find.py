"""Find the official documents that an article names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.documents.model import Document
from pipeline.extract.directives.citations import Citation, find_citations
from pipeline.extract.directives.details import Details, read_details
from pipeline.extract.directives.identity import Named as Naming
from pipeline.extract.directives.identity import merge
from pipeline.extract.directives.lexicon import DirectiveLexicon
from pipeline.extract.directives.names import Named, find_named
from pipeline.extract.directives.relations import find_relations
from pipeline.extract.directives.symbols import find_all
from pipeline.extract.parts import Bodies, DateExpression, Directives
from pipeline.text.spans import Span, mask


def find_symbols(document: Document, lexicon: DirectiveLexicon) -> tuple[Span, ...]:
    """The spans of document numbers and symbols, to be kept away from the finder of dates."""
    bare = {_number(c) for c in find_citations(document.text, lexicon) if c.year is None or c.symbol}
    return tuple(sorted({s.span for s in find_all(document.text, lexicon)} | bare))


def find_directives(
    document: Document, lexicon: DirectiveLexicon, dates: Sequence[DateExpression], bodies: Bodies
) -> Directives:
    """Every official document named outside furniture, one a document, its short forms resolved to it."""
    text = mask(document.text, document.spans("furniture"))
    cited = [c for c in find_citations(text, lexicon) if c.type is not None]
    named = find_named(text, [c.span for c in cited], bodies)
    starts = sorted([c.span.start for c in cited] + [n.span.start for n in named] + [len(text)])
    namings = [_of_citation(text, c, _next(starts, c.span), dates, bodies) for c in cited]
    namings += [_of_name(text, n, _next(starts, n.span), dates, bodies, lexicon) for n in named]
    directives, mentions = merge(text, sorted(namings, key=lambda n: n.span))
    return Directives(directives, mentions, find_relations(text, mentions))


def _number(citation: Citation) -> Span:
    if citation.symbol:
        return citation.symbol.span
    return Span(citation.span.end - len(citation.number), citation.span.end)


def _next(starts: Sequence[int], span: Span) -> int:
    return next(s for s in starts if s >= span.end)


def _of_citation(text: str, citation: Citation, stop: int, dates: Sequence[DateExpression], bodies: Bodies) -> Naming:
    assert citation.type is not None
    details = read_details(text, citation.span, stop, dates, bodies, citation.year)
    symbol = citation.symbol
    system = symbol.system if symbol else citation.type.system
    return Naming(
        citation.span,
        citation.type.code,
        citation.type.name,
        citation.number,
        symbol.text if symbol else None,
        system,
        details,
        citation.rule,
    )


def _of_name(
    text: str, named: Named, stop: int, dates: Sequence[DateExpression], bodies: Bodies, lexicon: DirectiveLexicon
) -> Naming:
    details = _name_details(text, named, stop, dates, bodies)
    known = lexicon.types.get(named.type_vi)
    system = known.system if known else ("state" if named.kind in ("law", "constitution") else "other")
    code = known.code if known else None
    return Naming(named.span, code, named.type_vi, None, None, system, details, named.rule)


def _name_details(text: str, named: Named, stop: int, dates: Sequence[DateExpression], bodies: Bodies) -> Details:
    name = re.sub(r"\s+", " ", named.span.of(text))
    if named.kind == "order":
        word = Span(named.span.start, named.span.start + len(named.type_vi))
        details = read_details(text, word, stop, dates, bodies, None)
        return replace(details, title=f"{name} về {details.title}" if details.title else name)
    return Details(issued=str(named.year) if named.year else None, title=name)
