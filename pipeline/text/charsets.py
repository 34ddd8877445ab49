"""The Vietnamese character sets from before Unicode, as far as Python lacks them.

Sources: VISCII, RFC 1456 (https://www.rfc-editor.org/rfc/rfc1456); TCVN 5712:1993, form VN1, of which the widespread
TCVN3 or ABC is the part without capital tone letters; VNI for Windows (VNI Software), base letter and mark in two
bytes, as Wikipedia's article on VNI tabulates it. Bytes not listed are those of ASCII.
"""

from __future__ import annotations

import re
import unicodedata

_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_TCVN_LOW = dict(zip((1, 2, 4, 5, 6, 17, 18, 19, 20, 21, 22, 23), "ÚỤỪỬỮỨỰỲỶỸÝỴ", strict=True))
_TCVN_HIGH = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)


def _table(low: dict[int, str], high: str) -> str:
    return "".join(low.get(code, chr(code)) for code in range(0x80)) + high


VISCII = _table(_VISCII_LOW, _VISCII_HIGH)
"""The character of each VISCII byte, by its value."""
TCVN = _table(_TCVN_LOW, _TCVN_HIGH)
"""The character of each TCVN 5712 byte, by its value; 0xB0 to 0xB4 are combining tones."""

_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_VNI_MARKS = {
    **dict(zip("ùøûõï", _TONES[1:], strict=True)),
    **dict(zip("âáàåãä", ("\u0302" + tone for tone in _TONES), strict=True)),
    **dict(zip("êéèúüë", ("\u0306" + tone for tone in _TONES), strict=True)),
}
_VNI_LETTERS = dict(zip("ôöæóòîñ", "ơưỉĩịỵđ", strict=True))
_BASES = {"": "aeouyơư", "\u0302": "aeo", "\u0306": "a"}


def _vni_pairs() -> dict[str, str]:
    """Every VNI letter of two characters (its bytes read as windows-1252), in both cases."""
    named = {letter: written for written, letter in _VNI_LETTERS.items()}
    pairs = {}
    for mark, accents in _VNI_MARKS.items():
        quality = accents[:1] if accents[:1] in _BASES else ""
        for base in _BASES[quality]:
            letter = unicodedata.normalize("NFC", base + accents)
            pairs[named.get(base, base) + mark] = letter
            pairs[(named.get(base, base) + mark).upper()] = letter.upper()
    return pairs


VNI = {
    **_vni_pairs(),
    **_VNI_LETTERS,
    **{written.upper(): letter.upper() for written, letter in _VNI_LETTERS.items()},
}
"""Each VNI letter, its bytes read as windows-1252, and what it stands for; two characters go before one."""
_VNI_RUN = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_table(data: bytes, table: str) -> str:
    """``data`` read by a table of 256 characters, in NFC."""
    return unicodedata.normalize("NFC", data.decode("latin-1").translate(table))


def from_vni(data: bytes) -> str:
    """``data`` read as VNI for Windows. Raises UnicodeDecodeError where a byte is of no use in windows-1252."""
    return _VNI_RUN.sub(lambda match: VNI[match[0]], data.decode("cp1252"))
