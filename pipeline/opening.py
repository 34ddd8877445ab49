"""The files of an input folder, and the inputs that each of them holds, as rows of ``batch.INPUT_SCHEMA``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.manifest import Stamp


class InputError(ValueError):
    """The input folder cannot be used: the message says which, why, and what to do."""

    for_people = True


def list_files(source: Path) -> list[Stamp]:
    """The files below ``source`` (or ``source`` itself, a file), sorted by name; hidden ones are left out.

    Raises InputError where it is missing or holds no file."""
    if not source.exists():
        raise InputError(f"{source}: no such folder. Give the folder that holds the articles (.txt, .html, .jsonl …).")
    paths = [source] if source.is_file() else sorted(p for p in source.rglob("*") if p.is_file())
    root = source.parent if source.is_file() else source
    named = [(p.relative_to(root), p) for p in paths]
    stamps = [_stamp(name, path) for name, path in named if not any(part.startswith(".") for part in name.parts)]
    if not stamps:
        raise InputError(f"{source}: the folder holds no files. Put articles into it (.txt, .html, .jsonl …).")
    return stamps


def _stamp(name: Path, path: Path) -> Stamp:
    about = path.stat()
    return Stamp(name.as_posix(), about.st_size, about.st_mtime_ns)


def open_file(source: Path, name: str) -> Iterator[dict[str, object]]:
    """The inputs that one file holds; a file that cannot be read is one input without bytes, and says why."""
    path = source if source.is_file() else source / name
    try:
        yield {"source_path": name, "data": path.read_bytes()}
    except OSError as error:
        yield {"source_path": name, "error_code": "unreadable", "error_message": f"{error.strerror}: {name}"}
