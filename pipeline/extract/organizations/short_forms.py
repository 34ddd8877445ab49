"""Forms that lead back to a body named in full: abbreviations the text defines, and a head word alone.

"Liên hiệp các tổ chức hữu nghị Việt Nam (VUFO)" makes every VUFO that body; "(sau đây gọi là Liên hiệp)" does so for
"Liên hiệp"; without a definition a capitalised head alone ("Hội", "Tập đoàn") is the last body named with that head.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.organizations.names import Named
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import BRACKETED
from pipeline.text.names import is_vietnamese
from pipeline.text.spans import Span

_CALLED = r"(?:sau đây |dưới đây )?(?:gọi tắt|viết tắt|gọi chung|gọi|tên viết tắt|tên tắt)(?: là|:)?"
_DEFINED = re.compile(
    rf"(?: ?[(\[](?:(?:{_CALLED})[ :]?)?|, {_CALLED} )[\"“']?"
    r"([A-ZĐ][\w&.-]{1,14}|[A-ZĐÀ-Ỹ]\w{1,7}(?: \w{1,7}){1,3})[\"”']?(?=[)\];,.]| ?-?\d| [)\]]|$)"
)
_ACRONYM = re.compile(r"[A-ZĐƯ&.-]*[A-ZĐƯ]{2}[A-ZĐƯa-zđư&.-]*")
_TREATY = re.compile(r"(?:hiệp định|công ước|hiệp ước|nghị định thư)[^.,;()\n]{0,90}$")
_LONGEST_TREATY = 104
_SHORT = "short"
_SHORTEST = 2


def with_short_forms(scene: Scene, found: Sequence[Named]) -> list[Named]:
    """``found`` and, in text order, the short forms that lead back to its names (``refers``: the full name's span)."""
    taken = {at for n in found for at in range(*n.span)}
    defined = {**dict(_brands(scene, found)), **_first(_definitions(scene, found))}
    found = _same_abbreviation(scene, found, defined)
    found = _resolved(found, defined, scene)
    short = [
        Named(Span(m.start(), m.end()), None, full.kind, "abbreviation", m.end(), refers=full.span)
        for abbreviation, full in defined.items()
        for m in re.finditer(rf"(?<!\w){re.escape(abbreviation)}(?!\w)", scene.text)
        if m.start() not in taken
    ]
    taken |= {at for n in short for at in range(*n.span)}
    return sorted([*found, *short, *_heads_alone(scene, found, taken)], key=lambda n: (n.span.start, -n.span.end))


def _first(pairs: Iterable[tuple[str, Named]]) -> dict[str, Named]:
    first: dict[str, Named] = {}
    for short, full in pairs:
        first.setdefault(short, full)
    return first


def _same_abbreviation(scene: Scene, found: Sequence[Named], defined: Mapping[str, Named]) -> list[Named]:
    """``found``, where a second full name with an abbreviation already defined leads to the first."""
    later = {full.span: defined[short] for short, full in _definitions(scene, found) if defined[short] is not full}
    return [replace(n, refers=later[n.span].span) if n.span in later and not n.registered else n for n in found]


def _resolved(found: Sequence[Named], defined: Mapping[str, Named], scene: Scene) -> list[Named]:
    """``found``, each full name whose abbreviation the register knows resolved by it ("... Triều Tiên (KCNA)")."""
    known = {n.span.of(scene.text): n.registered for n in found if n.registered}
    by_full = {full.span: known[short] for short, full in defined.items() if short in known}
    return [
        n if n.registered else replace(_defined_by(scene, n, defined), registered=by_full.get(n.span)) for n in found
    ]


def _defined_by(scene: Scene, named: Named, defined: Mapping[str, Named]) -> Named:
    """A trade name in foreign letters, led back to the full name that it follows in brackets."""
    full = defined.get(named.span.of(scene.text)) if named.rule == "foreign" else None
    return named if full is None or full is named else replace(named, refers=full.span)


def _definitions(scene: Scene, found: Sequence[Named]) -> Iterator[tuple[str, Named]]:
    brands = {n.span for n in found if _is_trade_name(n)}
    for named in found:
        if _is_defined_else(scene, named):
            continue
        match = _DEFINED.match(scene.text, named.span.end)
        if (
            match
            and match.start(1) not in scene.places
            and (
                _ACRONYM.fullmatch(match[1])
                or Span(*match.span(1)) in brands
                or "gọi" in match[0]
                or "viết tắt" in match[0]
            )
        ):
            yield match[1].rstrip("."), named
        within = BRACKETED.search(scene.text, *named.span)
        if within:
            yield within[1], named


def _is_trade_name(named: Named) -> bool:
    known = named.registered
    return named.rule == "foreign" or (known is not None and known.kind == "company" and " " not in known.name)


def _is_defined_else(scene: Scene, named: Named) -> bool:
    """True where a bracket after the name is not its own: it is short, or ends a treaty's ("... - EU (EVFTA)")."""
    before = max(0, named.span.start - _LONGEST_TREATY)
    return _ACRONYM.fullmatch(named.span.of(scene.text)) is not None or bool(
        _TREATY.search(scene.folded, before, named.span.start)
    )


def _brands(scene: Scene, found: Sequence[Named]) -> Iterator[tuple[str, Named]]:
    for named in found:
        brand = scene.text[named.head_end + 1 : named.span.end]
        if named.kind == "company" and named.registered is None and brand and _is_brand(brand):
            yield brand, named


def _is_brand(name: str) -> bool:
    """True for a trade name in foreign letters, which stands alone elsewhere ("Tập đoàn Nidec", then "Nidec")."""
    first, *rest = name.split()
    return not rest and first[0].isupper() and not is_vietnamese(first) and len(first) > _SHORTEST


def _heads_alone(scene: Scene, found: Sequence[Named], taken: set[int]) -> Iterator[Named]:
    full = deque(sorted((n for n in found if n.inside is None), key=lambda n: n.span))
    last: dict[str, Named] = {}
    for start, hit in sorted(scene.heads.items()):
        while full and full[0].span.end <= start:
            named = full.popleft()
            last.update(dict.fromkeys(_openings(scene, named), named))
        body = last.get(hit.value.word)
        if body and _SHORT in hit.value.traits and start not in taken and _stands_alone(scene, hit.span):
            yield Named(hit.span, None, body.kind, "head", hit.span.end, refers=body.span)


def _openings(scene: Scene, named: Named) -> list[str]:
    """The first word of a name, its first two, and its first three."""
    words = scene.folded[named.span.start : named.span.end].split()
    return [" ".join(words[:count]) for count in (1, 2, 3)]


def _stands_alone(scene: Scene, span: Span) -> bool:
    """True for a capitalised head inside a sentence that is no part of a longer name."""
    text, end = scene.text, span.end
    words = span.of(text).split()
    opening = text[max(0, span.start - 2) : span.start]
    if not words[0][0].isupper() or not opening.strip(" ") or opening[0] in "\n.!?:":
        return False
    following = text[end + 1 : end + 2] if text[end : end + 1] == " " else ""
    return text[end : end + 1] in (" ", ",", ".", ";", ")") and not following.isupper() and not following.isdigit()
