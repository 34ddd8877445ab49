"""From a folder, a file or an archive to its inputs, one after the other, in the order of their names.

The only module of this folder that opens files. What cannot be read comes as an ``InputProblem``: nothing is lost.
Left out on purpose (``is_ignored``): hidden files and folders, what operating systems leave behind (``__MACOSX``,
``Thumbs.db``, ``desktop.ini``), and files that tell about the articles: ``articles.csv``, ``README``, ``README.md``,
``LICENSE``, ``SHA256SUMS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pipeline.documents.archives import Member, tar_members, zip_members
from pipeline.documents.raw import LARGEST, InputProblem, RawInput, too_large
from pipeline.documents.rows import jsonl_rows, parquet_rows

__all__ = ["InputError", "InputProblem", "RawInput", "is_ignored", "iter_inputs", "list_files", "open_file"]

_Inputs = Iterator[RawInput | InputProblem]
_ROWS: dict[str, Callable[[str, BinaryIO], _Inputs]] = {
    ".jsonl": jsonl_rows,
    ".ndjson": jsonl_rows,
    ".parquet": parquet_rows,
}
_ARCHIVES: dict[str, Callable[[str, BinaryIO], Iterator[Member | InputProblem]]] = {
    ".zip": zip_members,
    ".tar": tar_members,
    ".tgz": tar_members,
    ".tar.gz": tar_members,
}
_TEXTS = {".txt": "text/plain", "": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}
_IGNORED = frozenset(
    ["articles.csv", "readme", "readme.md", "license", "sha256sums", "thumbs.db", "desktop.ini", "__macosx"]
)
_KINDS = ".txt, .html, .jsonl, .parquet, .zip and .tar.gz"


class InputError(ValueError):
    """The input folder cannot be used: the message says which, why, and what to do."""

    for_people = True


def iter_inputs(path: Path) -> _Inputs:
    """Every input below a folder (or in one file), sorted by name.

    ``source_path`` is relative to the folder. Raises InputError where ``path`` does not exist.
    """
    root = path.parent if path.is_file() else path
    for name in list_files(path):
        yield from open_file(root, name)


def list_files(path: Path) -> list[str]:
    """The files below a folder (or the file itself), relative to it, sorted, without those ignored.

    Raises InputError where ``path`` does not exist.
    """
    if not path.exists():
        raise InputError(f"{path}: no such folder or file. Give the folder that holds the articles ({_KINDS}).")
    if path.is_file():
        return [path.name]
    names = (p.relative_to(path).as_posix() for p in path.rglob("*") if p.is_file() or p.is_symlink())
    return sorted(name for name in names if not is_ignored(name))


def is_ignored(name: str) -> bool:
    """True for a path that is left out on purpose: hidden, of an operating system, or telling about the articles."""
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") or part.lower() in _IGNORED for part in parts)


def open_file(root: Path, name: str) -> _Inputs:
    """The inputs that the file ``name`` below ``root`` holds."""
    try:
        with (root / name).open("rb") as stream:
            yield from _open(name, stream)
    except OSError as error:
        yield InputProblem(name, "unreadable", f"{name}: {error.strerror or 'cannot be opened'}.")


def _open(name: str, stream: BinaryIO) -> _Inputs:
    kind = _suffix(name)
    if kind in _ARCHIVES:
        for member in _ARCHIVES[kind](name, stream):
            yield from _open_member(name, member)
    else:
        yield from _open_plain(name, kind, stream)


def _open_member(archive: str, member: Member | InputProblem) -> _Inputs:
    if isinstance(member, InputProblem):
        yield member
    elif not is_ignored(member.name):
        yield from _open_plain(f"{archive}!/{member.name}", _suffix(member.name), BytesIO(member.data))


def _open_plain(path: str, kind: str, stream: BinaryIO) -> _Inputs:
    """A text or a table of texts; an archive is neither (one inside another is not opened)."""
    if kind in _ROWS:
        yield from _ROWS[kind](path, stream)
    elif kind in _TEXTS:
        data = stream.read(LARGEST + 1)
        yield too_large(path) if len(data) > LARGEST else RawInput(path, data, media_type=_TEXTS[kind])
    else:
        yield InputProblem(path, "unsupported", f"{path}: this kind of file is not read. Known are {_KINDS}.")


def _suffix(name: str) -> str:
    path = PurePosixPath(name.lower().partition("~")[0])
    return ".tar.gz" if path.name.endswith(".tar.gz") else path.suffix
