"""Which namings in one article mean one document: by symbol, by type and number, by name, by "Chỉ thị này"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.directives.details import Details
from pipeline.extract.model import Directive
from pipeline.extract.parts import DirectiveMention
from pipeline.text.fold import key
from pipeline.text.spans import Span

_THIS = re.compile(
    r"(?<!\w)(Nghị quyết|Chỉ thị|Kết luận|Quyết định|Nghị định|Thông tư|Đề án|Quy chế|Quy định|Luật|Hiệp định|Công ước)"
    r" (?:này|nêu trên|nói trên)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """One naming of a document, with what stands around it."""

    span: Span
    type_code: str | None
    type_vi: str
    number: str | None
    symbol: str | None
    system: str
    details: Details
    rule: str


def merge(text: str, namings: Sequence[Named]) -> tuple[tuple[Directive, ...], tuple[DirectiveMention, ...]]:
    """One directive a document, its mentions in text order; full symbols are filed before short forms seek theirs."""
    directives: list[Directive] = []
    placed: dict[int, int] = {}
    for i, naming in sorted(enumerate(namings), key=lambda p: (p[1].symbol is None, p[1].number is None, p[0])):
        found = _same(naming, directives)
        if found is None:
            placed[i] = len(directives)
            directives.append(_directive(naming))
        else:
            placed[i] = found
            directives[found] = _with(directives[found], naming)
    mentions = [DirectiveMention(n.span, placed[i], n.rule) for i, n in enumerate(namings)]
    mentions += _back_references(text, mentions, directives)
    return _in_text_order(directives, sorted(mentions, key=lambda m: m.span))


def _same(naming: Named, directives: Sequence[Directive]) -> int | None:
    for i, other in enumerate(directives):
        if _one(naming, other):
            return i
    return None


def _one(naming: Named, other: Directive) -> bool:
    if naming.symbol and other.symbol:
        return _symbol(naming.symbol) == _symbol(other.symbol)
    if key(naming.type_vi) != key(other.type_vi):
        return False
    if naming.number or other.number:
        return _number(naming.number) == _number(other.number) and not _differ(naming.details, other)
    return key(naming.details.title or "") == key(other.title or "")


def _differ(details: Details, other: Directive) -> bool:
    """Two years or two issuers of one number are two documents ("Nghị quyết 54 của Quốc hội", "... của HĐND")."""
    years = (details.issued or "")[:4], (other.issued or "")[:4]
    return bool(years[0] and years[1] and years[0] != years[1] and "X" not in years[0] + years[1])


def _symbol(symbol: str) -> str:
    return key(symbol).replace(" ", "")


def _number(number: str | None) -> str | None:
    return number.lstrip("0") if number else None


def _directive(naming: Named) -> Directive:
    d = naming.details
    return Directive(
        type_code=naming.type_code,
        type_vi=naming.type_vi,
        number=naming.number,
        symbol=naming.symbol,
        system=naming.system,
        issuer=d.issuer,
        issuer_text=d.issuer_text,
        term=d.term,
        issued=d.issued,
        title=d.title,
    )


def _with(directive: Directive, naming: Named) -> Directive:
    """The directive with what a further naming adds; what is known already stands."""
    d = naming.details
    issuer = (directive.issuer, directive.issuer_text) if directive.issuer_text else (d.issuer, d.issuer_text)
    issued = d.issued if d.issued and len(d.issued) > len(directive.issued or "") else directive.issued
    return replace(
        directive,
        symbol=directive.symbol or naming.symbol,
        issuer=issuer[0],
        issuer_text=issuer[1],
        term=directive.term or d.term,
        issued=issued,
        title=directive.title or d.title,
    )


def _back_references(
    text: str, mentions: Sequence[DirectiveMention], directives: Sequence[Directive]
) -> list[DirectiveMention]:
    """ "Chỉ thị này" means the document of that type that was named last."""
    found = []
    for match in _THIS.finditer(text):
        span = Span(*match.span())
        earlier = [m for m in mentions if m.span.end <= span.start and _is(directives[m.directive], match[1])]
        if earlier and not any(span.overlaps(m.span) for m in mentions):
            found.append(DirectiveMention(span, max(earlier, key=lambda m: m.span).directive, "this-document"))
    return found


def _is(directive: Directive, type_vi: str) -> bool:
    return key(directive.type_vi) == key(type_vi)


def _in_text_order(
    directives: Sequence[Directive], mentions: Sequence[DirectiveMention]
) -> tuple[tuple[Directive, ...], tuple[DirectiveMention, ...]]:
    order = list(dict.fromkeys(m.directive for m in mentions))
    place = {old: new for new, old in enumerate(order)}
    moved = tuple(replace(m, directive=place[m.directive]) for m in mentions)
    return tuple(directives[i] for i in order), moved
