"""Find the places that a document names."""

from __future__ import annotations

from pipeline.documents.model import Document
from pipeline.extract.parts import PlaceMention
from pipeline.extract.places.lexicon import PlaceLexicon


def find_places(document: Document, lexicon: PlaceLexicon) -> tuple[PlaceMention, ...]:
    """Every place named outside furniture, in text order; names inside a longer name of a body or person too."""
    return ()
