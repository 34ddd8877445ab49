"""Archives of inputs: ``.zip``, ``.tar``, ``.tar.gz``. Members are read in memory; nothing is unpacked to disk.

Bounded, so that an archive made to harm cannot: each member, all of them together, and their number.
"""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, BinaryIO, NamedTuple

from pipeline.documents.raw import LARGEST, InputProblem, too_large

_MOST_MEMBERS = 1_000_000
_UNIX_LINK = 0xA
_MOST_BYTES = 8 * 1024**3
_BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(RuntimeError, NotImplementedError, ValueError),
)
"""What the standard library raises on a damaged, encrypted or unknown archive (RuntimeError: a password is needed)."""


class Member(NamedTuple):
    """A file in an archive: its name there, and its bytes."""

    name: str
    data: bytes


class _Entry(NamedTuple):
    name: str
    size: int
    regular: bool
    open: Callable[[], IO[bytes] | None]


def zip_members(source_path: str, stream: BinaryIO) -> Iterator[Member | InputProblem]:
    """The files in a zip archive; one that cannot be read is a problem of its own."""
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        yield _bad(source_path, error)
        return
    with archive:
        yield from _members(source_path, _zip_entries(archive))


def tar_members(source_path: str, stream: BinaryIO) -> Iterator[Member | InputProblem]:
    """The files in a tar archive, compressed or not."""
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            yield from _members(source_path, _tar_entries(archive))
    except (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
        yield _bad(source_path, error)


def _zip_entries(archive: zipfile.ZipFile) -> Iterator[_Entry]:
    for info in archive.infolist():
        if not info.is_dir():
            link = (info.external_attr >> 28) == _UNIX_LINK
            yield _Entry(info.filename, info.file_size, not link, partial(archive.open, info))


def _tar_entries(archive: tarfile.TarFile) -> Iterator[_Entry]:
    for info in archive:
        if not info.isdir():
            yield _Entry(info.name, info.size, info.isreg(), partial(archive.extractfile, info))


def _members(source_path: str, entries: Iterator[_Entry]) -> Iterator[Member | InputProblem]:
    taken = 0
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, start=1):
        if number > _MOST_MEMBERS or taken > _MOST_BYTES:
            yield InputProblem(
                source_path, "too_large", f"{source_path}: the rest is not read; the archive is too large."
            )
            return
        seen[entry.name] = seen.get(entry.name, 0) + 1
        name = entry.name if seen[entry.name] == 1 else f"{entry.name}~{seen[entry.name]}"
        member = _member(source_path, name, entry)
        taken += len(member.data) if isinstance(member, Member) else 0
        yield member


def _member(source_path: str, name: str, entry: _Entry) -> Member | InputProblem:
    path = f"{source_path}!/{name}"
    if _is_unsafe(entry.name):
        return InputProblem(path, "unsafe_path", f"{path}: the member's name leads out of the archive; not read.")
    if not entry.regular:
        return InputProblem(path, "unsupported", f"{path}: a link or device, no file; not read.")
    if entry.size > LARGEST:
        return too_large(path)
    try:
        stream = entry.open()
        data = stream.read(LARGEST + 1) if stream else b""
    except _BROKEN as error:
        return _bad(path, error)
    return too_large(path) if len(data) > LARGEST else Member(name, data)


def _is_unsafe(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"


def _bad(path: str, error: BaseException) -> InputProblem:
    why = (str(error).splitlines() or [type(error).__name__])[0][:120]
    return InputProblem(path, "bad_archive", f"{path}: cannot be read ({why}). Pack it anew, without a password.")
