"""Find the bodies that a document names."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.organizations.lexicon import OrganizationLexicon
from pipeline.extract.parts import Bodies, PlaceMention


def find_organizations(document: Document, lexicon: OrganizationLexicon, places: Sequence[PlaceMention]) -> Bodies:
    """Every body named outside furniture: by the register, by grammar, by an abbreviation the text defines."""
    return Bodies()
