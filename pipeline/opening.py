"""The files of an input folder, and the inputs that each of them holds, as rows of ``batch.INPUT_SCHEMA``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from pipeline.documents import inputs
from pipeline.documents.inputs import InputError
from pipeline.manifest import Stamp

__all__ = ["InputError", "list_files", "open_file"]


def list_files(source: Path) -> list[Stamp]:
    """The files below ``source`` (or ``source`` itself, a file), sorted by name, without those that ``inputs`` ignores.

    Raises InputError where it is missing or holds no file."""
    root = source.parent if source.is_file() else source
    stamps = [_stamp(Path(name), root / name) for name in inputs.list_files(source)]
    if not stamps:
        raise InputError(f"{source}: the folder holds no files. Put articles into it (.txt, .html, .jsonl …).")
    return stamps


def _stamp(name: Path, path: Path) -> Stamp:
    about = path.lstat() if not path.exists() else path.stat()
    return Stamp(name.as_posix(), about.st_size, about.st_mtime_ns)


def open_file(source: Path, name: str) -> Iterator[dict[str, object]]:
    """The inputs that one file holds; what cannot be read is one input without bytes, and says why."""
    root = source.parent if source.is_file() else source
    for found in inputs.open_file(root, name):
        if isinstance(found, inputs.InputProblem):
            about = {"error_code": found.code, "error_message": found.message}
            yield {"source_path": found.source_path, **about}
        else:
            yield {"source_path": found.source_path, "data": found.data, **asdict(found.given)}
