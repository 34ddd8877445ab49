"""Numbered meetings as evidence of a year: sessions of the National Assembly by its terms, others by the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.extract.dates.between import Lead, in_year
from pipeline.extract.registers import Row, split_cell
from pipeline.text.edtf import bounds
from pipeline.text.fold import fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11}
_ROMAN |= {"xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16}
_WORDS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_WORDS |= {"mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15}
_NUMBER = rf"(\d{{1,3}}(?!\d)|(?:{'|'.join(sorted((*_ROMAN, *_WORDS), key=len, reverse=True))})(?!\w))"
_TERM = rf"(?:khóa|nhiệm kỳ)(?: thứ)? {_NUMBER}"
_SESSION = re.compile(
    rf"(?<!\w)kỳ họp(?: lần)?(?: thứ)? {_NUMBER},?(?: (?:của )?(?:quốc hội|qh)(?: việt nam)?)?,? ?\(?(?:{_TERM})?"
)
_ASSEMBLY = re.compile(r"(?<!\w)(?:quốc hội|qh)(?!\w)")
_COUNCIL = re.compile(r"[^.\n]{0,20}(?:hđnd|hội đồng nhân dân|hội đồng|ủy ban|ubkt)(?!\w)")
_DATED = re.compile(r"[^.;\n]{0,25}?(?<!\d)20\d\d(?!\d)")
_SPRING, _AUTUMN = range(2, 9), range(8, 13)
_EVE, _NEAR, _EVER = timedelta(days=1), timedelta(days=20), timedelta.max


@dataclass(frozen=True, slots=True)
class Gathering:
    """One numbered meeting: its folded names, one of which stands wherever the pattern of name and number does (groups
    1, 3: number; 2, 4: term), its days."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]
    term: int | None
    ordinal: int
    start: date
    end: date


def build_gatherings(rows: Iterable[Row]) -> tuple[Gathering, ...]:
    """The register ``gatherings``."""
    found = []
    patterns: dict[tuple[str, ...], re.Pattern[str]] = {}
    for row in rows:
        start, end = bounds(row["start"]).earliest, bounds(row["end"]).latest
        names = tuple(fold(w) for w in split_cell(row["words_vi"]))
        pattern = patterns.setdefault(names, _pattern(names))
        if start and end:
            term = _ROMAN[row["term"].lower()] if row["term"] else None
            found.append(Gathering(names, pattern, term, int(row["ordinal"]), start, end))
    return tuple(found)


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """ "Hội nghị Trung ương 14 khóa XI", "Hội nghị lần thứ 14 Ban Chấp hành Trung ương Đảng khóa XI", "IPU-132"."""
    name = f"(?:{'|'.join(re.escape(n) for n in sorted(names, key=len, reverse=True))})"
    term = rf"(?:[^.;\n]{{0,40}}?{_TERM})?"
    after = rf"(?<!\w){name}[ (-]{{1,3}}(?:lần )?(?:thứ )?{_NUMBER}{term}"
    before = rf"(?<!\w)lần thứ {_NUMBER},? (?:của )?{name}(?!\w){term}"
    return re.compile(f"{after}|{before}")


def assembly(folded: str, lead: Lead, elections: Mapping[int, int]) -> frozenset[int]:
    """The years of the sessions of the National Assembly that are named and held in the lead's part of the year: by law
    two a year, the first in the summer of the election. A session named without its term may be of any."""
    if not _ASSEMBLY.search(folded):
        return frozenset()
    told: set[int] = set()
    loose: set[int] = set()
    for match in _SESSION.finditer(folded):
        number = _value(match[1])
        if number not in range(1, 12) or not _in_season(number, lead) or _is_other(folded, match):
            continue
        terms = [_value(match[2])] if match[2] else sorted(elections)
        years = {elections[t] + (number - 1) // 2 for t in terms if t in elections}
        (told if match[2] else loose).update(years)
    return frozenset({max(told)} if told else loose)


def _is_other(folded: str, match: re.Match[str]) -> bool:
    """Not of the National Assembly, or dated itself ("kỳ họp thứ 7 giữa năm 2014")."""
    return bool(_COUNCIL.match(folded, match.end(1)) or _DATED.match(folded, match.end(1)))


def _in_season(number: int, lead: Lead) -> bool:
    return lead.month in (_SPRING if number % 2 else _AUTUMN)


def gathered(folded: str, lead: Lead, gatherings: Sequence[Gathering]) -> frozenset[int]:
    """The years of the registered meetings that are named and were held at the lead's day; else of those held some
    days before or after. One named with its term comes before one without."""
    years: dict[tuple[bool, bool], set[int]] = {}
    named: dict[re.Pattern[str], list[tuple[int, int | None]]] = {}
    for one in gatherings:
        if one.pattern not in named:
            named[one.pattern] = _numbers(folded, one)
        terms = [term for number, term in named[one.pattern] if number == one.ordinal and term in (None, one.term)]
        away = _away(in_year(one.start.year, lead), one) if terms else _EVER
        if away <= _NEAR:
            rank = (away > _EVE, one.term is not None and None in terms and one.term not in terms)
            years.setdefault(rank, set()).add(one.start.year)
    return frozenset(years[min(years)]) if years else frozenset()


def _numbers(folded: str, one: Gathering) -> list[tuple[int, int | None]]:
    """The numbers and terms with which a meeting's series is named."""
    if not any(name in folded for name in one.names):
        return []
    return [_read(m) for m in one.pattern.finditer(folded) if not _is_paper(folded, m)]


def _away(day: date, one: Gathering) -> timedelta:
    """How long before a meeting or after it a day lies; nothing in the midst of it."""
    return max(one.start - day, day - one.end, timedelta(0))


def _is_paper(folded: str, match: re.Match[str]) -> bool:
    return folded.endswith("nghị quyết ", 0, match.start())


def _read(match: re.Match[str]) -> tuple[int, int | None]:
    term = match[2] or match[4]
    return _value(match[1] or match[3]), _value(term) if term else None


def _value(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN.get(text) or _WORDS[text]
