"""Writing Vietnamese in the encodings of before Unicode, to test that it can be read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from pipeline.text.charsets import TCVN, VISCII, VNI

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WRITTEN = {letter: written for written, letter in VNI.items()}


def _by_table(table: str) -> Callable[[str], bytes]:
    codes = {letter: bytes([code]) for code, letter in enumerate(table)}
    return lambda text: b"".join(codes[c] for c in text)


def _vni(text: str) -> bytes:
    return "".join(_WRITTEN.get(c, c) for c in text).encode("cp1252")


def _cp1258(text: str) -> bytes:
    """The base letter, then its tone as a mark of its own, as Windows wrote it."""
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        out.append(base + "".join(c for c in parts if c in _TONES))
    return "".join(out).encode("cp1258")


ENCODERS: dict[str, Callable[[str], bytes]] = {
    "tcvn3": _by_table(TCVN),
    "viscii": _by_table(VISCII),
    "vni": _vni,
    "windows-1258": _cp1258,
}
