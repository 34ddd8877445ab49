"""Find the happenings that a document reports or mentions, with date, place, organisers, participants."""

from __future__ import annotations

from pipeline.documents.model import Document
from pipeline.extract.events.lexicon import EventLexicon
from pipeline.extract.parts import Events, Parts


def find_events(document: Document, lexicon: EventLexicon, parts: Parts) -> Events:
    """The events of a document, from its text and what the other finders found in it."""
    return Events()
