"""From bytes to a document's text: the encoding detected, line ends ``\\n``, NFC."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class NotText(ValueError):
    """Bytes that are no text in any encoding known here; ``str()`` says why."""


class Decoded(NamedTuple):
    """A text (``\\n`` line ends, NFC) and the encoding that its bytes were in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of ``data``. Raises NotText where it is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(f"no text in an encoding known here (byte {error.start})") from error
    if "\x00" in text:
        raise NotText("a binary file: it holds zero bytes")
    return Decoded(normalise(text), "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")


def normalise(text: str) -> str:
    """Line ends as ``\\n`` and NFC; nothing else is changed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
