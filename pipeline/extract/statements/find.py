"""Find the figures and the instructions that a document gives."""

from __future__ import annotations

from pipeline.documents.model import Document
from pipeline.extract.parts import Parts, Statements
from pipeline.extract.statements.lexicon import StatementLexicon


def find_statements(document: Document, lexicon: StatementLexicon, parts: Parts) -> Statements:
    """The figures and instructions of a document, from its text and what the other finders found in it."""
    return Statements()
