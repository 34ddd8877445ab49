"""Find the bodies that a document names."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.organizations.bodies import number
from pipeline.extract.organizations.lexicon import OrganizationLexicon
from pipeline.extract.organizations.names import find_names
from pipeline.extract.organizations.scene import build_scene
from pipeline.extract.parts import Bodies, PlaceMention


def find_organizations(document: Document, lexicon: OrganizationLexicon, places: Sequence[PlaceMention]) -> Bodies:
    """Every body named outside furniture: by the register, by grammar, by an abbreviation the text defines."""
    scene = build_scene(document.text, lexicon, places)
    furniture = document.spans("furniture")
    found = [n for n in find_names(scene) if not any(f.overlaps(n.span) for f in furniture)]
    return number(scene, found)
