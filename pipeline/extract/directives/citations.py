"""Citations: a type word with its number or symbol ("Chỉ thị số 12-CT/TW", "Nghị quyết 18, 19", "quyết định 367")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.extract.directives.lexicon import DirectiveLexicon, DocumentType
from pipeline.extract.directives.nearby import disjoint, overlaps_any
from pipeline.extract.directives.symbols import Symbol, find_all
from pipeline.text.fold import fold
from pipeline.text.spans import Span

_NUMBERED = re.compile(r"[ ]{0,2}(?:số[ ]{0,2}:?[ ]{0,2})?")
_MARKED = re.compile(r"(?:[ ](?!của[ ]|số[ ])[^\s,.;:()\"“”]{1,15}){0,10}?[ ]số[ ]{0,2}:?[ ]{0,2}(?=\d)")
_BARE = re.compile(r"(?P<number>\d{1,5}[a-zđ]?)(?:[ ]?/[ ]?(?P<year>(?:19|20)\d\d))?(?![\w%/])(?![.,]\d)(?!-\d)")
_ODD = re.compile(
    r"(?P<number>\d{1,5})[ ]?/[ ]?(?P<codes>[A-ZĐ]{2,}[A-Za-zĐđ]{0,15}"
    r"(?:[ ]?[-/][ ]?[A-ZĐ][A-Za-zĐđ]{0,15}(?:[ ]?\d)?(?:[ ]?\([A-Z][ ]?\d?[ ]?\))?){0,4})"
)
_STANDARD = re.compile(
    r"(?<!\w)(?P<kind>[QT]CVN)[ ]?(?P<rest>(?P<number>\d{1,5})(?:[ ]?-[ ]?[A-Z]{2})?"
    r"(?:[ ]?[:-][ ]?(?:19|20)\d\d)?(?:[ ]?/[ ]?[A-ZĐ]{2,9})?)"
)
_NEXT = re.compile(r"[ ]?(?:\([^()]{0,40}\))?[ ]?(?:,|;|và|hoặc|,[ ]và)[ ](?:(?:theo|tại|cả)[ ])?(?:số[ ])?(?=\d)")
_COUNTED_WORDS = (
    r"người|đối tượng|bị can|bị cáo|bị hại|tháng(?! \d)|trường|dự án|thẩm|vụ|đồng|triệu|tỷ|tỉ|nghìn|ngàn|trăm|usd|km|m"
    r"|m2|ha|tấn|lần|chuyến|sản phẩm|phần|mức|điều(?! chỉnh)|khoản|tên|nữ|nam|cá nhân|tổ chức|cán bộ|chiến sĩ|nước|tỉnh"
    r"|thành phố|thành viên|xã|huyện|quận|phường|nhân viên|nhân sự|nhân chứng|học sinh|học viên|sinh viên|thí sinh"
    r"|hành khách|doanh nghiệp|công ty|cơ sở|cơ quan|đơn vị|nội dung|nhóm|vấn đề|loại|điểm|hạng|căn|suất|giờ|phút|giây"
    r"|tuần|ngày(?! \d)|năm(?! (?:19|20)\d\d(?! ?-))|chỉ tiêu|phó|bộ|ban(?! hành)|tàu|xe|máy|đại biểu|đại diện|ủy viên"
    r"|gói|tuyến|khu|lô|mẫu|môn|trận|đội|hộ|cửa|ngân hàng|phòng|trẻ|nhà|cây|con|khẩu|quả|thủ tục|giải pháp|bài|bức"
    r"|phiên|đợt|trong số"
)
_VERBS = frozenset(["Quy định", "Thông báo", "Hướng dẫn", "Kết luận", "Quyết định"])
_TAKEN = re.compile(r"[ ]?[,.;:)]|[ ](?:của|về|ngày|năm|này|trên|do|và)(?!\w)")
_COUNTED = re.compile(rf" (?:{_COUNTED_WORDS})(?!\w)")
_OTHERS = "tại|ở|nhà|đường|phố|tàu|xe|biển|lô|thửa|tờ|khu|ô|căn|đa|con|tổng|trong|dân|một|mã|mang|cầu|trạm|thầu|án"
_OTHER_NUMBERS = frozenset(_OTHERS.split("|"))


@dataclass(frozen=True, slots=True)
class Citation:
    """One naming of a document: where, of what type, under which number; ``figures``: where the number stands alone."""

    span: Span
    figures: Span
    type: DocumentType | None
    number: str
    symbol: Symbol | None
    year: int | None
    rule: str


def find_citations(text: str, lexicon: DirectiveLexicon) -> list[Citation]:
    """Every citation with a number, in text order, none overlapping."""
    symbols = {s.span.start: s for s in find_all(text, lexicon)}
    folded = fold(text)
    found: list[Citation] = []
    hits = lexicon.types.find(folded)
    stops = [*(h.span.start for h in hits[1:]), len(text)][: len(hits)]
    for hit, stop in zip(hits, stops, strict=True):
        if not found or hit.span.start >= found[-1].span.end:
            found += _cited(text, folded, hit.span, stop, hit.value, symbols)
    taken = disjoint([c.span for c in found])
    found += [_alone(s, lexicon) for s in symbols.values() if not overlaps_any(s.span, taken)]
    found += [_standard(m) for m in _STANDARD.finditer(text)]
    return sorted((c for c in found if c.type is None or c.type.reading != "ignored"), key=lambda c: c.span)


def _standard(match: re.Match[str]) -> Citation:
    """A technical regulation or standard: "QCVN 01-2009", "QCVN 08-MT:2015/BTNMT"."""
    text = f"{match['kind']} {match['rest'].replace(' ', '')}"
    span = Span(*match.span())
    type_ = DocumentType(match["kind"], match["kind"], "state", "symbol")
    return Citation(
        span, span, type_, match["number"], Symbol(span, match["number"], None, text, None, "state"), None, "standard"
    )


def _cited(
    text: str, folded: str, word: Span, stop: int, type_: DocumentType, symbols: dict[int, Symbol]
) -> list[Citation]:
    first = _first(text, folded, word, stop, type_, symbols)
    if first is None:
        return []
    found = [first]
    while (following := _following(text, folded, found[-1], symbols)) is not None:
        found.append(following)
    return _share_symbol(found)


def _first(
    text: str, folded: str, word: Span, stop: int, type_: DocumentType, symbols: dict[int, Symbol]
) -> Citation | None:
    for lead in (_NUMBERED.match(folded, word.end), _MARKED.match(folded, word.end)):
        if lead is None or lead.end() > stop:
            continue
        named = _numbered(text, folded, lead.end(), type_, symbols, "số" in lead[0])
        if named and (named.symbol or named.year or not _elsewhere(lead[0])):
            return replace(named, span=Span(word.start, named.span.end))
    return None


def _elsewhere(lead: str) -> bool:
    """Whether the "số" that the type word leads to belongs to something else ("quyết định thuê đất tại số 97")."""
    words = lead.split()
    return len(words) > 5 or any(w in _OTHER_NUMBERS for w in words)


def _numbered(
    text: str, folded: str, at: int, type_: DocumentType, symbols: dict[int, Symbol], said: bool
) -> Citation | None:
    if at in symbols:
        return _of_symbol(symbols[at], type_)
    if type_.reading in ("symbol", "ignored") or (type_.reading == "name" and not said):
        return None
    odd = _ODD.match(text, at)
    if odd:
        return _of_odd(odd, type_)
    bare = _BARE.match(text, at)
    if bare is None or at == 0 or not _names(folded, bare, type_, said, text):
        return None
    year = int(bare["year"]) if bare["year"] else None
    return Citation(Span(at, bare.end()), Span(at, bare.end()), type_, bare["number"], None, year, "type-number")


def _names(folded: str, bare: re.Match[str], type_: DocumentType, said: bool, text: str) -> bool:
    """Whether a bare number after a type word names a document rather than counts things."""
    if said:
        return True
    if type_.reading != "plain" or len(bare["number"]) < 2 or _COUNTED.match(folded, bare.end()):
        return False
    verb = type_.name in _VERBS and text[bare.start() - 1 - len(type_.name)].islower()
    certain = bare["number"].startswith("0") or len(bare["number"]) > 2
    return not verb or certain or bool(_TAKEN.match(folded, bare.end()))


def _of_symbol(symbol: Symbol, type_: DocumentType | None) -> Citation:
    return Citation(symbol.span, symbol.span, type_, symbol.number, symbol, symbol.year, "symbol")


def _of_odd(match: re.Match[str], type_: DocumentType) -> Citation:
    codes = re.sub(r"[ ]", "", match["codes"])
    text = f"{match['number']}/{codes}"
    symbol = Symbol(Span(*match.span()), match["number"], None, text, None, "state")
    return Citation(symbol.span, symbol.span, type_, symbol.number, symbol, None, "symbol-of-office")


def _following(text: str, folded: str, last: Citation, symbols: dict[int, Symbol]) -> Citation | None:
    lead = _NEXT.match(folded, last.span.end)
    if lead is None or last.type is None:
        return None
    return _numbered(text, folded, lead.end(), last.type, symbols, "số" in lead[0])


def _share_symbol(found: list[Citation]) -> list[Citation]:
    """ "10, 11 và 12-NQ/TW": the letters of the last stand for all."""
    last = found[-1].symbol
    if last is None:
        return found
    return [c if c.symbol or c.year else replace(c, symbol=_like(last, c)) for c in found]


def _like(symbol: Symbol, citation: Citation) -> Symbol:
    text = citation.number + symbol.text[len(symbol.number) :]
    return replace(symbol, span=citation.span, number=citation.number, text=text)


def _alone(symbol: Symbol, lexicon: DirectiveLexicon) -> Citation:
    code = (symbol.code or "").upper()
    type_ = lexicon.by_code.get((symbol.system, code)) or lexicon.by_code.get(("state", code))
    return _of_symbol(symbol, type_)
