"""Which namings in one article mean one document: by symbol, by type and number, by name, by "Chỉ thị này"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.directives.details import Details
from pipeline.extract.directives.nearby import Nearby, disjoint, overlaps_any
from pipeline.extract.model import Directive
from pipeline.extract.parts import DirectiveMention
from pipeline.text.fold import key
from pipeline.text.spans import Span

_THIS = re.compile(
    r"(?<!\w)(Nghị quyết|Chỉ thị|Kết luận|Quyết định|Nghị định|Thông tư|Đề án|Quy chế|Quy định|Luật|Hiệp định|Công ước)"
    r" (?:này|nêu trên|nói trên)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a document, with what stands around it."""

    span: Span
    type_code: str | None
    type_vi: str
    number: str | None
    symbol: str | None
    system: str
    details: Details
    rule: str


def merge(text: str, namings: Sequence[Naming]) -> tuple[tuple[Directive, ...], tuple[DirectiveMention, ...]]:
    """One directive a document, its mentions in text order; full symbols are filed before short forms seek theirs."""
    directives: list[Directive] = []
    filed: dict[str, list[int]] = {}
    placed: dict[int, int] = {}
    for i, naming in sorted(enumerate(namings), key=lambda p: (p[1].symbol is None, p[1].number is None, p[0])):
        keys = _keys(naming)
        near = sorted({n for k in keys for n in filed.get(k, ())})
        found = next((n for n in near if _one(naming, directives[n])), None)
        if found is None:
            found = len(directives)
            directives.append(_directive(naming))
        else:
            directives[found] = _with(directives[found], naming)
        placed[i] = found
        _file(filed, keys, found)
    mentions = [DirectiveMention(n.span, placed[i], n.rule) for i, n in enumerate(namings)]
    mentions += _back_references(text, mentions, directives)
    return _in_text_order(directives, sorted(mentions, key=lambda m: m.span))


def _keys(naming: Naming) -> list[str]:
    """What a naming is looked up by: only namings that share one of these can mean one document."""
    keys = [f"symbol {_symbol(naming.symbol)}"] if naming.symbol else []
    name = _number(naming.number) or key(naming.details.title or "")
    return [*keys, f"{key(naming.type_vi)} {name}"]


def _file(filed: dict[str, list[int]], keys: Sequence[str], index: int) -> None:
    for k in keys:
        rows = filed.setdefault(k, [])
        if index not in rows[-1:]:
            rows.append(index)


def _one(naming: Naming, other: Directive) -> bool:
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


def _directive(naming: Naming) -> Directive:
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


def _with(directive: Directive, naming: Naming) -> Directive:
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
    by_type: dict[str, list[DirectiveMention]] = {}
    for mention in mentions:
        by_type.setdefault(key(directives[mention.directive].type_vi), []).append(mention)
    places = {name: Nearby(rows) for name, rows in by_type.items()}
    taken = disjoint([m.span for m in mentions])
    found = []
    for match in _THIS.finditer(text):
        span = Span(*match.span())
        last = places[key(match[1])].last_before(span.start) if key(match[1]) in places else None
        if last and not overlaps_any(span, taken):
            found.append(DirectiveMention(span, last.directive, "this-document"))
    return found


def _in_text_order(
    directives: Sequence[Directive], mentions: Sequence[DirectiveMention]
) -> tuple[tuple[Directive, ...], tuple[DirectiveMention, ...]]:
    order = list(dict.fromkeys(m.directive for m in mentions))
    place = {old: new for new, old in enumerate(order)}
    moved = tuple(replace(m, directive=place[m.directive]) for m in mentions)
    return tuple(directives[i] for i in order), moved
