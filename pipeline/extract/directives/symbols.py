"""Document numbers: ``12-CT/TW``, ``1209/QĐ-TTg``, ``30/2020/NĐ-CP`` in all their spellings, and their one form.

Party numbering is number HYPHEN type SLASH body, state numbering number SLASH (year SLASH) type HYPHEN body
(Hướng dẫn 36-HD/VPTW of 2018; Nghị định 30/2020/NĐ-CP, appendix I). Print mixes the two up; the body tells which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.directives.lexicon import DirectiveLexicon
from pipeline.text.spans import Span

_DASH = r"/_\-‐‑–—"
_CODE = r"(?:T\.?\s?[ƯW]\.?|[A-ZĐÐƯ][A-Za-zĐÐđƯư&]{0,14}(?:\s?\d{1,2}(?!\d))?(?:\([A-Z]\d?\))?)"
SYMBOL = re.compile(
    rf"(?<![\w/.,])(?P<number>\d{{1,5}}(?:[ ]?[a-zA-Z](?=[ ]?[/-]))?)"
    rf"(?:[ ]?(?P<yearsep>[/-])[ ]?(?P<year>(?:19|2[ ]?0)\d\d)(?=[ ]?[{_DASH}]))?"
    rf"(?P<sep>[ ]{{0,2}}[{_DASH}][ ]{{0,2}}|[ ]?)"
    rf"(?P<codes>{_CODE}(?:[ ]{{0,2}}[{_DASH}][ ]{{0,2}}{_CODE}){{0,6}})"
)
"""A number, maybe a year, and letters between separators; ``parse`` decides whether it is a symbol."""
_SEPARATOR = re.compile(rf"[ ]*[{_DASH}][ ]*")
_CENTRE = re.compile(r"T\.?\s?[ƯW]\.?")
_STATE_BODIES = ("UB", "HĐND", "QH", "CP", "TTG", "VPCP", "S", "B")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document number: its place, its number as printed, the year in it, its one form, and whose system it is."""

    span: Span
    number: str
    year: int | None
    text: str
    code: str | None
    system: str


def find_all(text: str, lexicon: DirectiveLexicon) -> list[Symbol]:
    """Every document number of a text, in order. Those without known letters count after "số" or a type word only:
    see ``citations``."""
    return [s for m in SYMBOL.finditer(text) if (s := parse(m, lexicon))]


def parse(match: re.Match[str], lexicon: DirectiveLexicon) -> Symbol | None:
    """The symbol that a match of ``SYMBOL`` is, or None where its letters name neither a type nor a body."""
    codes = [_letters(c) for c in _SEPARATOR.split(match["codes"])]
    known = [lexicon.codes.get(c.upper()) for c in codes]
    year = int(match["year"].replace(" ", "")) if match["year"] else None
    if not _plausible(match, codes, known, year, lexicon):
        return None
    codes[0] = known[0] or codes[0]
    codes[1:] = [lexicon.bodies.get(c.upper(), c) for c in codes[1:]]
    party = _is_party(codes, year, lexicon) or _printed_as_party(match, codes, year, lexicon)
    number = match["number"].replace(" ", "")
    text = _party(number, codes) if party else _state(number, match["yearsep"] or "/", year, codes)
    return Symbol(Span(*match.span()), number, year, text, known[0], "party" if party else "state")


def _plausible(
    match: re.Match[str], codes: list[str], known: list[str | None], year: int | None, lexicon: DirectiveLexicon
) -> bool:
    separated = bool(match["sep"].strip())
    if year is not None:
        return separated and len("".join(codes)) > 1
    if known[0] is not None and len(codes) > 1:
        return True
    return separated and codes[-1].upper() in lexicon.bodies and (len(codes) > 1 or codes[0].upper() == "TTG")


def _letters(code: str) -> str:
    code = code.replace("Ð", "Đ").replace(" ", "")
    return "TW" if _CENTRE.fullmatch(code) else code.replace("TƯ", "TW")


def _is_party(codes: list[str], year: int | None, lexicon: DirectiveLexicon) -> bool:
    if year is not None or len(codes) < 2:
        return False
    return any(c.upper() in lexicon.party_bodies or c.upper().endswith("TW") for c in codes[1:])


def _printed_as_party(match: re.Match[str], codes: list[str], year: int | None, lexicon: DirectiveLexicon) -> bool:
    """Number HYPHEN type SLASH body, where the body is none that numbers as the state does ("87-KH/TĐTN")."""
    slash = match["codes"].find("/")
    if year is not None or len(codes) != 2 or match["sep"].strip() in ("", "/") or slash < 0:
        return False
    return codes[1].upper() not in lexicon.bodies and not codes[1].upper().startswith(_STATE_BODIES)


def _party(number: str, codes: list[str]) -> str:
    return f"{number}-{codes[0]}/{'-'.join(codes[1:])}"


def _state(number: str, separator: str, year: int | None, codes: list[str]) -> str:
    dated = f"{number}{separator}{year}" if year else number
    return f"{dated}/{'-'.join(codes)}"
