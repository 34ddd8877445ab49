"""Find the bodies that a document names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.documents.credits import credit_start
from pipeline.documents.model import Document
from pipeline.extract.organizations.bodies import number
from pipeline.extract.organizations.lexicon import OrganizationLexicon
from pipeline.extract.organizations.names import find_names
from pipeline.extract.organizations.scene import build_scene
from pipeline.extract.organizations.short_forms import with_short_forms
from pipeline.extract.parts import Bodies, PlaceMention
from pipeline.text.fold import fold
from pipeline.text.spans import Span, Spread

_SEAT = "trụ sở "


def find_organizations(document: Document, lexicon: OrganizationLexicon, places: Sequence[PlaceMention]) -> Bodies:
    """Every body named outside furniture: by the register, by grammar, by an abbreviation the text defines."""
    scene = build_scene(document.text, lexicon, places)
    barred = Spread([*document.spans("furniture"), *_credits(document), *_venues(document, places)])
    found = [n for n in find_names(scene) if not barred.covers(n.span)]
    return number(scene, [n for n in with_short_forms(scene, found) if not barred.covers(n.span)])


def _venues(document: Document, places: Sequence[PlaceMention]) -> Iterator[Span]:
    """Places called after a body; not the body's own seat ("Trụ sở Trung ương Đảng"), which names it."""
    for place in places:
        if place.kind == "venue" and not fold(place.span.of(document.text)).startswith(_SEAT):
            yield place.span


def _credits(document: Document) -> Iterator[Span]:
    """Who is credited for a picture is no body of the article ("Ảnh: TTXVN")."""
    for zone in document.zones:
        start = credit_start(zone.span.of(document.text))
        if start is not None:
            yield Span(zone.start + start, zone.end)
