"""What stands around a citation: who issued the document and when, in which term, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.directives.nearby import Nearby
from pipeline.extract.parts import BodyMention, DateExpression
from pipeline.text.spans import Span

_TERM = re.compile(r"[ ,(]{0,3}[Kk]h(?:óa|oá)[ ](?P<term>[IVXL]{1,6}|\d{1,2})(?!\w)\)?")
_YEAR = re.compile(r"[ (]{1,2}(?:năm[ ])?(?P<year>(?:19|20)\d\d)(?![\d/.-])\)?")
_OF = re.compile(r"[ ,(]{0,3}(?:của|do)[ ]")
_LEADER = re.compile(r"(?:(?:Phó )?Chủ tịch|Thủ tướng|Bộ trưởng|Giám đốc|Tổng Bí thư|Chánh án|Viện trưởng)[ ]$")
_ABOUT = re.compile(r"[ ,:(]{0,3}(?:[vV]ề việc|[vV]ề|v/v)[ ]{1,2}[\"“«']?")
_QUOTED = re.compile(r"[ ,:]{0,3}[\"“«]([^\"”»\n]{8,200})[\"”»]")
_DATED = re.compile(r"[ ,(]{0,3}(?:(?:được[ ])?(?:ban hành|ký|ra)[ ])?(?:vào[ ])?$")
_TITLE_END = re.compile(
    r"[.;\n\"”»(]|,? (?:được|đã|sẽ|có hiệu lực|do|thì|nêu|yêu cầu"
    r"|và (?:Chỉ thị|Nghị quyết|Kết luận|Quyết định|Quy định|Đề án))(?!\w)"
    r"|, (?=(?:Ban|Bộ|Chính phủ|Quốc hội|Thủ tướng|Đảng|Tổng|Ủy ban|Uỷ ban|UBND)(?!\w))| để (?=[A-ZĐ])"
)
_VERB = re.compile(
    r"^(?:[ ]?\([^()]{1,25}\))?[ ,](?:(?:vừa|đã|sẽ|cũng|tiếp tục|chính thức|mới|lại|thay mặt|vẫn)[ ]){0,3}"
    r"(?:ký[ ])?(?:ban hành|ra|có|ký|thông qua|công bố|đưa ra)(?:[ ](?:các|hai|những|một))?[ ]?$"
)
_CITY = r"(?: (?:tỉnh|thành phố|TP\.?|huyện|quận|xã|thị xã))?(?: [A-ZĐ]\w{0,9}){0,4}"
_BODY = re.compile(
    r"[Bb]ộ Chính trị|Ban Bí thư(?: [Tt]rung ương(?: Đảng)?)?|Ban Chấp hành [Tt]rung ương(?: Đảng)?"
    r"|Trung ương(?: Đảng)?|Thủ tướng(?: [Cc]hính phủ)?|Chính phủ|(?:Ủy|Uỷ) ban [Tt]hường vụ Quốc hội|Quốc hội"
    r"|Chủ tịch nước|Thanh tra Chính phủ"
    rf"|(?:Chủ tịch )?(?:UBND|[ỦU][yỷ] ban [Nn]hân dân|HĐND|Hội đồng nhân dân){_CITY}"
    r"|[Bb]ộ [A-ZĐ]\w{1,9}(?:(?: và | & | - |, | )[A-ZĐ]\w{1,9}){0,6}(?: [a-zà-ỹ]{2,7}(?= (?:về|quy|hướng|ngày)))?"
    r"|[Hh]ội nghị (?:lần thứ [\wà-ỹ]{1,8} )?(?:Ban Chấp hành )?(?:TW|T\.Ư|Trung ương)(?: \d{1,2})?"
    rf"|(?:Tỉnh|Thành|Huyện|Quận) (?:ủy|uỷ){_CITY}|Đảng (?:ủy|uỷ)(?: [A-ZĐ]\w{{0,9}}){{0,4}}"
)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LONGEST_TITLE = 200
_REACH = 120


@dataclass(frozen=True, slots=True)
class Details:
    """What a citation's surroundings say; ``issuer`` is an index of ``Bodies.bodies``, ``issued`` EDTF."""

    issuer: int | None = None
    issuer_text: str | None = None
    issued: str | None = None
    term: str | None = None
    title: str | None = None


def read_details(
    text: str,
    span: Span,
    stop: int,
    dates: Nearby[DateExpression],
    bodies: Nearby[BodyMention],
    year: int | None,
) -> Details:
    """The details of the citation at ``span``; nothing is read beyond ``stop``, where the next citation begins."""
    after = _Tail(text, span.end, stop, dates, bodies).read()
    before = (
        _before(text, span.start, dates, bodies) if after.issuer_text is None or after.issued is None else Details()
    )
    named = after if after.issuer_text else before
    issued = after.issued or (str(year) if year else None) or before.issued
    return Details(named.issuer, named.issuer_text, issued, after.term, after.title)


class _Tail:
    """Reading on from a citation: date, issuer, term, title, in whatever order they stand."""

    def __init__(
        self, text: str, at: int, stop: int, dates: Nearby[DateExpression], bodies: Nearby[BodyMention]
    ) -> None:
        self.text, self.at, self.stop = text, at, stop
        self.dates, self.bodies = dates, bodies
        self.issuer: tuple[int | None, str] | None = None
        self.issued: str | None = None
        self.term: str | None = None

    def read(self) -> Details:
        while self._date() or self._year() or self._issuer() or self._term():
            pass
        index, name = self.issuer or (None, None)
        return Details(index, name, self.issued, self.term, self._title())

    def _date(self) -> bool:
        found = next(iter(self.dates.between(self.at, self.at + 24)), None)
        if self.issued or found is None or not _DATED.fullmatch(self.text, self.at, found.span.start):
            return False
        self.issued = found.value
        self.at = found.span.end + self.text.startswith(")", found.span.end)
        return True

    def _year(self) -> bool:
        match = None if self.issued else _YEAR.match(self.text, self.at)
        if match is None:
            return False
        self.issued, self.at = match["year"], match.end()
        return True

    def _issuer(self) -> bool:
        match = None if self.issuer else _OF.match(self.text, self.at)
        found = body_at(self.text, match.end(), self.bodies) if match else None
        if found is None:
            return False
        index, span = found
        self.issuer, self.at = (index, span.of(self.text)), span.end
        return True

    def _term(self) -> bool:
        match = None if self.term else _TERM.match(self.text, self.at)
        if match is None:
            return False
        self.term, self.at = roman(match["term"]), match.end()
        return True

    def _title(self) -> str | None:
        quoted = _QUOTED.match(self.text, self.at)
        if quoted:
            return quoted[1].strip()
        about = _ABOUT.match(self.text, self.at)
        if about is None:
            return None
        end = _TITLE_END.search(self.text, about.end(), min(about.end() + _LONGEST_TITLE, self.stop))
        limit = end.start() if end else min(about.end() + _LONGEST_TITLE, self.stop)
        return self.text[about.end() : limit].rstrip(" ,:và").strip() or None


def body_at(text: str, at: int, bodies: Nearby[BodyMention]) -> tuple[int | None, Span] | None:
    """The body named at an offset (a leader's title may stand before it): its index where it is one of ``bodies``."""
    led = [m for m in bodies.between(at, at + 15) if m.span.start == at or _LEADER.fullmatch(text, at, m.span.start)]
    if led:
        longest = max(led, key=lambda m: m.span.end)
        return longest.body, Span(at, longest.span.end)
    match = _BODY.match(text, at)
    return (None, Span(*match.span())) if match else None


def _before(text: str, start: int, dates: Nearby[DateExpression], bodies: Nearby[BodyMention]) -> Details:
    """ "Ngày 17-5-2007, UBND TP Đà Nẵng ban hành quyết định số 3634": the issuer and the day before the verb."""
    low = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    named = [m for m in bodies.between(low, start) if _says(text, m.span.end, start)]
    own = [] if named else list(_BODY.finditer(text, low, start))
    spans = [(m.body, m.span) for m in _outermost(named)] + [
        (None, Span(*m.span())) for m in own if _says(text, m.end(), start)
    ]
    if not spans:
        return Details(issued=None)
    index, span = spans[-1]
    leader = _LEADER.search(text, max(low, span.start - 16), span.start)
    begin = leader.start() if leader else span.start
    dated = [d for d in dates.between(max(0, begin - 60), begin) if begin - 6 <= d.span.end <= begin]
    return Details(index, text[begin : span.end], dated[-1].value if dated else None)


def _says(text: str, end: int, start: int) -> bool:
    return end < start and bool(_VERB.match(text[end:start]))


def _outermost(mentions: Sequence[BodyMention]) -> list[BodyMention]:
    return [m for m in mentions if not any(o is not m and o.span.covers(m.span) for o in mentions)]


def roman(term: str) -> str:
    """A term as a Roman numeral: "11" is XI."""
    if not term.isdigit():
        return term
    left, out = int(term), ""
    for value, letters in _ROMAN:
        while left >= value:
            out, left = out + letters, left - value
    return out
