"""An input before it is read: its bytes and what stands beside them, or why it cannot be had."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.documents.model import Given

LARGEST = 32 * 1024 * 1024
"""The most bytes that one text, row or archive member may have: an article is a thousand times smaller."""


@dataclass(frozen=True, slots=True)
class RawInput:
    """One text as received. ``source_path`` is relative to the input folder: ``a.txt``, ``b.jsonl#12`` (its twelfth
    line), ``c.zip!/d.txt``."""

    source_path: str
    data: bytes
    given: Given = Given()  # noqa: RUF009 - frozen
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class InputProblem:
    """An input that could not be had; it becomes a row of ``files`` with status error. ``message`` says what to do.

    ``code``: unsupported, unreadable, too_large, bad_row, no_text, bad_archive, unsafe_path.
    """

    source_path: str
    code: str
    message: str


def too_large(source_path: str) -> InputProblem:
    """The problem of an input over ``LARGEST``."""
    return InputProblem(
        source_path, "too_large", f"{source_path}: over {LARGEST >> 20} MiB. Split it, or leave it out of the input."
    )
