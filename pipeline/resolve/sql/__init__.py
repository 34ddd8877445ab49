"""The SQL of linking and shaping, one file a step; ``statement`` gives a file's text."""

from __future__ import annotations

from importlib.resources import files


def statement(name: str) -> str:
    """The text of ``<name>.sql``: one or more statements, run in order. Raises FileNotFoundError for no such step."""
    return files(__name__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
