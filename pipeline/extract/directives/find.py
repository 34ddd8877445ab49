"""Find the official documents that an article names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.model import Document
from pipeline.extract.directives.citations import Citation, find_citations
from pipeline.extract.directives.details import Details, read_details, roman
from pipeline.extract.directives.identity import Naming, merge
from pipeline.extract.directives.lexicon import DirectiveLexicon
from pipeline.extract.directives.names import Named, find_named
from pipeline.extract.directives.nearby import Nearby
from pipeline.extract.directives.relations import find_relations
from pipeline.extract.directives.symbols import find_all
from pipeline.extract.parts import Bodies, BodyMention, DateExpression, Directives
from pipeline.text.spans import Span, mask

_TERM = re.compile(r"kh(?:óa|oá) ([IVXL]{1,6}|\d{1,2})(?!\w)")


def find_symbols(document: Document, lexicon: DirectiveLexicon) -> tuple[Span, ...]:
    """The spans of document numbers and symbols, to be kept away from the finder of dates."""
    cited = {c.figures for c in find_citations(document.text, lexicon)}
    return tuple(sorted({s.span for s in find_all(document.text, lexicon)} | cited))


def find_directives(
    document: Document, lexicon: DirectiveLexicon, dates: Sequence[DateExpression], bodies: Bodies
) -> Directives:
    """Every official document named outside furniture, one a document, its short forms resolved to it."""
    text = mask(document.text, document.spans("furniture"))
    cited = [c for c in find_citations(text, lexicon) if c.type is not None]
    known = Nearby(bodies.mentions)
    named = find_named(text, [c.span for c in cited], known)
    starts = sorted([c.span.start for c in cited] + [n.span.start for n in named] + [len(text)])
    around = _Around(text, starts, Nearby(dates), known, lexicon)
    namings = [_of_citation(around, c) for c in cited] + [_of_name(around, n) for n in named]
    directives, mentions = merge(text, sorted(namings, key=lambda n: n.span))
    return Directives(directives, mentions, find_relations(text, mentions))


@dataclass(frozen=True, slots=True)
class _Around:
    """What the surroundings of a naming are read with; ``starts``: where namings begin, and the text's end."""

    text: str
    starts: Sequence[int]
    dates: Nearby[DateExpression]
    bodies: Nearby[BodyMention]
    lexicon: DirectiveLexicon

    def details(self, span: Span, year: int | None) -> Details:
        stop = self.starts[bisect_left(self.starts, span.end)]
        return read_details(self.text, span, stop, self.dates, self.bodies, year)


def _of_citation(around: _Around, citation: Citation) -> Naming:
    assert citation.type is not None
    symbol = citation.symbol
    return Naming(
        citation.span,
        citation.type.code,
        citation.type.name,
        citation.number,
        symbol.text if symbol else None,
        symbol.system if symbol else citation.type.system,
        around.details(citation.span, citation.year),
        citation.rule,
    )


def _of_name(around: _Around, named: Named) -> Naming:
    known = around.lexicon.types.get(named.type_vi)
    system = known.system if known else ("state" if named.kind in ("law", "constitution") else "other")
    code = known.code if known else None
    return Naming(named.span, code, named.type_vi, None, None, system, _name_details(around, named), named.rule)


def _name_details(around: _Around, named: Named) -> Details:
    name = re.sub(r"\s+", " ", named.span.of(around.text))
    if named.kind == "order":
        word = Span(named.span.start, named.span.start + len(named.type_vi))
        details = around.details(word, None)
        return replace(details, title=f"{name} về {details.title}" if details.title else name)
    if named.kind == "congress":
        term = _TERM.search(name)
        issuer = name.split(" ", 2)[2].removeprefix("của ")
        return Details(issuer_text=issuer, term=roman(term[1]) if term else None, title=name)
    dated = named.year if named.kind != "plan" else None
    return Details(issued=str(dated) if dated else None, title=name)
