"""Folding for look-up: letters that look or sound the same in Vietnamese print become one.

Nothing here changes a document's text. ``fold`` keeps the length, so that an offset into the folded text is an offset
into the text: case, no-break spaces, dashes, quotes, look-alike letters (Ð U+00D0, ð for đ), and the place of the tone
in oa, oe, uy (hoà/hòa, Uỷ/Ủy: both placements are in official use). ``to_ascii`` is for ``_ascii`` columns.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SPACES = "\u00a0\u202f\u2009\u2007\u2002\u2003\u3000\u200b\ufeff\t"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4`"
_LIKE = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    "\u00d0": "đ",
    "\u00f0": "đ",
    "\u0189": "đ",
    "\u0130": "i",
}
_TABLE = str.maketrans(_LIKE)


def _old_to_new() -> dict[str, str]:
    """``oà`` -> ``òa`` and its like for oa, oe, uy: the tone on the second vowel moved to the first."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            old = first + unicodedata.normalize("NFC", second + tone)
            pairs[old] = unicodedata.normalize("NFC", first + tone) + second
    return pairs


_TONE_PLACE = _old_to_new()
# Only an open syllable moves its tone (hoà -> hòa); hoàn keeps it. A class of second letters scans three times as fast
# as the eighteen pairs spelt out; pairs that are none (uà) stay as they are.
_OPEN = re.compile(rf"[ou][{''.join(old[1] for old in _TONE_PLACE)}](?![\w\u0300-\u036f])")
_RARE = re.compile(f"[{re.escape(''.join(_LIKE))}]")


def fold(text: str) -> str:
    """``text`` lower-cased with look-alikes and the tone's place made one; same length as ``text``."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if _RARE.search(lowered):
        for found in set(_RARE.findall(lowered)):
            lowered = lowered.replace(found, _LIKE[found])
    return _OPEN.sub(_move_tone, lowered)


def _move_tone(match: re.Match[str]) -> str:
    """Quý is q + uy with the tone where it is; elsewhere the pair's tone goes to its first letter."""
    after_q = match.start() > 0 and match.string[match.start() - 1] == "q"
    return match[0] if after_q else _TONE_PLACE.get(match[0], match[0])


def key(text: str) -> str:
    """A look-up key: folded, NFC, runs of white space made one space, ends stripped."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


def to_ascii(text: str) -> str:
    """``text`` without marks, ``đ`` as ``d``: what someone types without a Vietnamese keyboard. Case is kept."""
    marked = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D").replace("Ð", "D").replace("ð", "d"))
    plain = "".join(c for c in marked if not unicodedata.combining(c))
    return " ".join(plain.translate(_TABLE).split()) if plain else ""
