"""Writing so that a reader, or a killed run, never sees half: sync, rename without replacing, swap, lock.

Belongs here: what the file system is asked. Does not: what is written.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_NO_REPLACE, _EXCHANGE = 1, 2


class Busy(ValueError):
    """Another run is publishing into the same folder."""

    for_people = True


@contextmanager
def sole_publisher(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for one run; the hold ends with the process, however it ends. Raises Busy where it is taken."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise Busy(f"{folder}: another run is publishing here; let it end and run again") from error
    finally:
        os.close(handle)


def rename_new(source: Path, target: Path) -> None:
    """Rename, and never replace. Raises FileExistsError where ``target`` stands.

    Linux: renameat2(2) with RENAME_NOREPLACE. Elsewhere rename(2), which refuses a folder that is not empty."""
    try:
        if not _renameat2(source, target, _NO_REPLACE):
            os.rename(source, target)
    except OSError as error:
        if error.errno in (errno.EEXIST, errno.ENOTEMPTY):
            raise FileExistsError(errno.EEXIST, "already published", str(target)) from error
        raise


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places; at once where the system can (renameat2 with RENAME_EXCHANGE)."""
    if not _renameat2(one, other, _EXCHANGE):
        aside = one.with_name(f"{one.name}-aside")
        os.rename(other, aside)
        os.rename(one, other)
        os.rename(aside, one)
    sync(other.parent)


def _renameat2(source: Path, target: Path, flags: int) -> bool:
    """True where renamed; False where the system or the file system has no renameat2."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(source), _AT_FDCWD, os.fsencode(target), flags) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(number, os.strerror(number), str(source), None, str(target))


def swap_text(path: Path, text: str) -> None:
    """Replace a file's text at once, on disk when this returns."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(part, path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Bring a file's bytes, or a folder's entries, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Bring everything below ``folder`` to the disk: files first, then the folders that name them."""
    for root, _, files in os.walk(folder, topdown=False):
        for name in sorted(files):
            sync(Path(root, name))
        sync(Path(root))
