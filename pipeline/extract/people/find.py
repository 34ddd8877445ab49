"""Find the people that a document names, the titles it gives them, and what stands for them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.parts import Bodies, People, PlaceMention
from pipeline.extract.people.lexicon import PeopleLexicon
from pipeline.text.spans import Span


def find_people(
    document: Document,
    lexicon: PeopleLexicon,
    bodies: Bodies,
    places: Sequence[PlaceMention],
    avoid: Sequence[Span],
) -> People:
    """Every individual named outside furniture and by-lines, once each under the fullest form.

    ``avoid``: spans of dates and official documents, where no name stands."""
    return People()
