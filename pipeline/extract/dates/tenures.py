"""Who holds an office in an article, as evidence of its year: the register says from when to when he held it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.extract.dates.between import Lead, in_year
from pipeline.extract.registers import Row, split_cell
from pipeline.text.edtf import bounds
from pipeline.text.fold import fold

_OPEN = date(2199, 1, 1)
_SLACK, _CHANGE = timedelta(days=7), timedelta(days=75)
YEARS = range(1990, 2100)
_FILL = (
    "chính phủ|nước|cộng hòa|cộng hòa nhân dân|dân chủ nhân dân|xã hội chủ nghĩa|chxhcn|chủ nghĩa|việt nam|vn|liên bang"
    "|ông|bà|đồng chí|đ/c|ngài|thượng tướng|đại tướng|trung tướng|quốc hội|đảng|đảng cộng sản|ban chấp hành trung ương"
)
_NO_LONGER = re.compile(
    r"(?<!\w)(?:nguyên|cựu|cố|phó|quyền|thời|dưới thời|khi đó|lúc đó|bấy giờ|khi là|khi làm|từng là|nhớ)[ ]$"
)
_AT_THAT_TIME = re.compile(r"[ ,(]{1,3}(?:khi đó|lúc đó|khi ấy|bấy giờ|lúc bấy giờ|hồi đó)(?!\w)")
_YEAR_SAID = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE = 260


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holder of an office: his folded names, the pattern of "office name" and "name, office", the days he held it."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]
    spans: tuple[tuple[date, date], ...]


def build_tenures(rows: Iterable[Row]) -> tuple[Tenure, ...]:
    """The register ``tenures``, one ``Tenure`` a person and office; who held it twice has two spans."""
    spans: dict[tuple[str, str, str, str], list[tuple[date, date]]] = {}
    for row in rows:
        who = (row["name_vi"], row["aliases"], row["titles"], row["of_vi"])
        spans.setdefault(who, []).append((_first(row["valid_from"]), _last(row["valid_to"])))
    return tuple(_tenure(who, tuple(held)) for who, held in spans.items())


def _tenure(who: tuple[str, str, str, str], spans: tuple[tuple[date, date], ...]) -> Tenure:
    names = _spellings(fold(n) for n in (who[0], *split_cell(who[1])))
    people, titles = _any(names), _any(fold(t) for t in split_cell(who[2]))
    fill = "|".join([_FILL, *(re.escape(fold(o)) for o in split_cell(who[3]))])
    before = rf"(?<!\w){titles}(?: (?:{fill})){{0,5}} {people}(?!\w)"
    after = rf"(?<!\w){people}(?:,| -|,? là) {titles}(?: (?:{fill})){{0,4}}(?=[,.;:)\n])"
    return Tenure(names, re.compile(f"{before}|{after}"), spans)


def _spellings(names: Iterable[str]) -> tuple[str, ...]:
    """With the hyphens of foreign names set as papers set them: "jae-in", "jae - in", "jae in"."""
    return tuple(dict.fromkeys(n.replace("-", dash) for n in names for dash in ("-", " - ", " ")))


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))})"


def _first(value: str) -> date:
    return bounds(value).earliest or date.min


def _last(value: str) -> date:
    return bounds(value).latest or _OPEN


def held_years(named: Sequence[Tenure], lead: Lead) -> frozenset[int] | None:
    """The years in which the lead's day lies within these tenures; where they contradict each other, those that most of
    them fit, some weeks about a change of office taken in. None where there are none."""
    if not named:
        return None
    days = {y: in_year(y, lead) for y in YEARS}
    strict = [frozenset(y for y, day in days.items() if _held(day, t, _SLACK)) for t in named]
    common = frozenset.intersection(*strict)
    if common:
        return common
    loose = [frozenset(y for y, day in days.items() if _held(day, t, _CHANGE)) for t in named]
    count = Counter(y for years in loose for y in years)
    most = frozenset(y for y, n in count.items() if n == max(count.values()))
    return most & loose[0] or most


def _held(day: date, tenure: Tenure, slack: timedelta) -> bool:
    """True within a tenure; after its end papers still write the office for some weeks ("Chủ tịch nước A từ trần")."""
    return any(first - slack <= day <= last + _CHANGE for first, last in tenure.spans)


def in_office(folded: str, tenures: Sequence[Tenure]) -> list[Tenure]:
    """Those whose name stands with their office, as they hold it at the time of the article, in text order."""
    found = []
    for tenure in tenures:
        if any(name in folded for name in tenure.names):
            start = next((m.start() for m in tenure.pattern.finditer(folded) if _holds(folded, m)), None)
            found += [(start, tenure)] if start is not None else []
    return [tenure for _, tenure in sorted(found, key=lambda one: one[0])]


def _holds(folded: str, match: re.Match[str]) -> bool:
    """Not "nguyên Thủ tướng", not "Thủ tướng khi đó", and not in a sentence that began with a year."""
    sentence = folded[max(0, match.start() - _SENTENCE) : match.start()]
    sentence = re.split(r"\n|\. ", sentence)[-1]
    if _NO_LONGER.search(sentence) or _AT_THAT_TIME.match(folded, match.end()):
        return False
    return not _YEAR_SAID.search(sentence)
