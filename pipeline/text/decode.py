"""From bytes to a document's text: the encoding detected, line ends ``\\n``, NFC.

UTF-8 and UTF-16 are told by their form. What is neither is tried as each Vietnamese character set of before Unicode,
and the one stands that gives Vietnamese syllables (``syllables.plausibility``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from pipeline.text.charsets import TCVN, VISCII, from_table, from_vni
from pipeline.text.syllables import plausibility

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an Office document of the old kind"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)
_LEGACY: tuple[tuple[str, Callable[[bytes], str]], ...] = (
    ("windows-1258", lambda data: unicodedata.normalize("NFC", data.decode("cp1258"))),
    ("tcvn3", lambda data: from_table(data, TCVN)),
    ("vni", from_vni),
    ("viscii", lambda data: from_table(data, VISCII)),
)
_PLAUSIBLE = 0.6
_SAMPLE = 65_536
_HALF_ZERO = 0.2
_SHORTEST_UTF16 = 4
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02
_OWN_LETTER = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_FOREIGN_LETTER = re.compile(r"[\u0080-\u00ff\u2013-\u2122]")
_MOST_DAMAGE = 0.001


class NotText(ValueError):
    """Bytes that are no text in any encoding known here; ``str()`` says why."""


class Decoded(NamedTuple):
    """A text (``\\n`` line ends, NFC) and the encoding that its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of ``data``. Raises NotText where it is none.

    ``encoding`` is utf-8, utf-8-sig, utf-16, utf-16-le, utf-16-be, utf-32, windows-1258, tcvn3, vni or viscii;
    ``utf-8+vni`` (and its like) where a text in the older set was kept as Unicode byte by byte; ``utf-8-damaged`` where
    a few bytes of UTF-8 were lost (each is U+FFFD then).
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"this is {kind}, no plain text")
    text, encoding = _unicode(data) or _legacy(data)
    text = normalise(text)
    if _CONTROL.search(text) and ("\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text)):
        raise NotText("this is a binary file, no text")
    return _unmixed(text) if encoding == "utf-8" else Decoded(text, encoding)


def normalise(text: str) -> str:
    """Line ends as ``\\n`` and NFC; nothing else is changed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _unicode(data: bytes) -> tuple[str, str] | None:
    """The text of bytes that are UTF-8, UTF-16 or UTF-32 by their form; None where they are not."""
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _silent_utf16(data) or "utf-8"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-8"):
            return None
        raise NotText(f"{encoding} broken at byte {error.start}") from error


def _silent_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is often zero, and only every second one."""
    head = data[:4096]
    half = len(head) // 2
    if half < _SHORTEST_UTF16:
        return None
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if max(even, odd) < _HALF_ZERO or min(even, odd) > _HALF_ZERO / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _legacy(data: bytes) -> tuple[str, str]:
    """The reading of ``data`` in the old set under which its words are the most Vietnamese."""
    sample = _telling(data)
    share, name, reading = max(((_share(read, sample), name, read) for name, read in _LEGACY), key=lambda c: c[0])
    damaged = data.decode("utf-8", "replace")
    if _OWN_LETTER.search(damaged) and damaged.count("\ufffd") <= max(1, _MOST_DAMAGE * len(damaged)):
        return damaged, "utf-8-damaged"
    if share < _PLAUSIBLE:
        place = damaged.index("\ufffd")
        raise NotText(f"no encoding that Vietnamese is written in fits its bytes (from about character {place})")
    return reading(data), name


def _telling(data: bytes) -> bytes:
    """The lines that hold bytes beyond ASCII, up to a sample: only these tell one old set from another."""
    if len(data) <= _SAMPLE:
        return data
    return b"\n".join(line for line in data[: 8 * _SAMPLE].split(b"\n") if not line.isascii())[:_SAMPLE]


def _share(read: Callable[[bytes], str], sample: bytes) -> float:
    try:
        return plausibility(read(sample))
    except UnicodeDecodeError:
        return 0.0


def _unmixed(text: str) -> Decoded:
    """A text whose old bytes were taken for Unicode one by one (``Höõu nghò``), put right; any other as it is."""
    if _OWN_LETTER.search(text) or len(_FOREIGN_LETTER.findall(text[:_SAMPLE])) < _MOST_CONTROLS * len(text[:_SAMPLE]):
        return Decoded(text, "utf-8")
    before = plausibility(text[:_SAMPLE])
    for name, read in (*_LEGACY[1:], ("utf-8", lambda data: data.decode("utf-8"))):
        try:
            mended = normalise(read(_one_byte_each(text)))
        except UnicodeError:
            continue
        if plausibility(mended[:_SAMPLE]) > max(_PLAUSIBLE, before + 0.2):
            return Decoded(mended, f"utf-8+{name}")
    return Decoded(text, "utf-8")


def _one_byte_each(text: str) -> bytes:
    """The bytes that were taken for characters. Raises UnicodeEncodeError where one never was a byte."""
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return text.encode("latin-1")
