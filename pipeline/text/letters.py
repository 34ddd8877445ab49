"""The Latin letters by case, as bodies of character classes: ``rf"[{UPPER}][{LOWER}]+"`` is a capitalised word."""

from __future__ import annotations

_LATIN = [
    chr(code)
    for first, last in ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF))
    for code in range(first, last + 1)
]
UPPER = "".join(c for c in _LATIN if c.isupper())
"""Upper-case Latin letters, Vietnamese and all other marks included."""
LOWER = "".join(c for c in _LATIN if c.islower())
"""Lower-case Latin letters likewise."""
