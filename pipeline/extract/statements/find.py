"""Find the figures and the instructions that a document gives."""

from __future__ import annotations

from pipeline.documents.model import Document
from pipeline.extract.page import Page
from pipeline.extract.parts import Parts, Statements
from pipeline.extract.statements.figures import find_figures
from pipeline.extract.statements.instructions import find_instructions
from pipeline.extract.statements.lexicon import StatementLexicon


def find_statements(document: Document, lexicon: StatementLexicon, parts: Parts) -> Statements:
    """The figures and instructions of a document, from its text and what the other finders found in it."""
    page = Page(document, lexicon.cues, parts)
    figures, figure_mentions = find_figures(page, lexicon)
    instructions, instruction_mentions = find_instructions(page)
    return Statements(
        figures=figures,
        figure_mentions=figure_mentions,
        instructions=instructions,
        instruction_mentions=instruction_mentions,
    )
