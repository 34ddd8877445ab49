"""Find the bodies that a document names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.model import Document
from pipeline.extract.model import Organization
from pipeline.extract.organizations.grammar import Growth, grow
from pipeline.extract.organizations.lexicon import OrganizationLexicon, Registered
from pipeline.extract.organizations.scene import Scene, build_scene
from pipeline.extract.parts import Bodies, BodyMention, PlaceMention
from pipeline.text.fold import key
from pipeline.text.phrases import Hit
from pipeline.text.spans import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A body's name found in the text, before it is known which names mean one body."""

    span: Span
    registered: Registered | None
    kind: str | None
    rule: str


def find_organizations(document: Document, lexicon: OrganizationLexicon, places: Sequence[PlaceMention]) -> Bodies:
    """Every body named outside furniture: by the register, by grammar, by an abbreviation the text defines."""
    scene = build_scene(document.text, lexicon, places)
    furniture = document.spans("furniture")
    return number(document.text, [n for n in names(scene) if not any(f.overlaps(n.span) for f in furniture)])


def names(scene: Scene) -> list[Named]:
    """The names in a text, leftmost and longest first, none overlapping."""
    found: list[Named] = []
    end = 0
    for start in sorted({*scene.names, *scene.heads}):
        if start < end or _is_in_place(scene, start):
            continue
        named = _longer(scene, scene.names.get(start), grow(scene, start))
        if named:
            found.append(named)
            end = named.span.end
    return found


def _is_in_place(scene: Scene, start: int) -> bool:
    """True for "Đài" of Đài Loan and "Ban" of Tây Ban Nha."""
    return start in scene.inside_places and start not in scene.names


def _longer(scene: Scene, known: Hit[Registered] | None, name: Growth | None) -> Named | None:
    if known and (name is None or known.span.end >= name.end):
        return Named(known.span, known.value, known.value.kind, "register")
    if name is None:
        return None
    return Named(Span(name.start, name.end), None, name.head.kind, "grammar")


def number(text: str, found: Sequence[Named]) -> Bodies:
    """One ``Organization`` for all names that mean one body, and a mention for each name."""
    bodies: dict[str, Organization] = {}
    mentions: list[BodyMention] = []
    for named in found:
        quote = named.span.of(text)
        identity = named.registered.key if named.registered else key(quote)
        bodies.setdefault(identity, _body(quote, named))
        mentions.append(BodyMention(named.span, list(bodies).index(identity), named.rule))
    return Bodies(tuple(bodies.values()), tuple(mentions))


def _body(quote: str, named: Named) -> Organization:
    known = named.registered
    return Organization(quote, known.key if known else None, None, named.kind, known.country if known else None)
