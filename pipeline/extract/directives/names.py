"""Official documents known by name alone: laws, treaties, congress resolutions, plans ("Luật Đất đai 2013")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.directives.details import body_at
from pipeline.extract.directives.nearby import Nearby, disjoint, overlaps_any
from pipeline.extract.parts import BodyMention
from pipeline.text.spans import Span

_LAWS = r"Bộ [Ll]uật|Luật|Pháp lệnh|bộ luật|Đạo luật"
_TREATIES = (
    r"Hiệp định|Hiệp ước|Công ước|Nghị định thư|Tuyên bố chung|Tuyên bố|Thông cáo chung|Biên bản ghi nhớ|Bản ghi nhớ"
    r"|Hiến chương|Bộ [Qq]uy tắc [Ứứ]ng xử|Thỏa thuận|Thoả thuận"
)
_PLANS = r"Kế hoạch|Đề án|Chiến lược|Quy chế|Cương lĩnh|Điều lệ|Chương trình hành động"
_ORDERS = r"Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Nghị định|Thông tư|Thông báo|Hướng dẫn|Pháp lệnh|Lệnh"
_OPENING = re.compile(rf"(?<!\w)(?P<type>{_LAWS}|{_TREATIES}|{_PLANS}|{_ORDERS}|Hiến pháp)(?!\w)")
_CONGRESS = re.compile(
    r" (?:của )?(?:Đại hội|Hội nghị|Trung ương|TW|T\.Ư)"
    r"(?: (?:[Đđ]ại hội|[Hh]ội nghị|đại biểu|toàn quốc|lần|thứ|Đảng|bộ|của|Ban|Chấp hành"
    r"|Trung ương|TW|kh(?:óa|oá)|[IVXL]{1,6}|\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|nhiệm kỳ"
    r"|\(kh(?:óa|oá) [IVXL\d]{1,5}\))(?!\w)){1,14}"
)
_TERM_YEARS = re.compile(r",? \(?nhiệm kỳ \d{4} ?[-–] ?\d{4}\)?")
_WORD = re.compile(r"[ ]{1,2}(?:[-–][ ])?([\w&/]{1,14})(?P<end>[,.;:)\"”]?)")
_YEAR = re.compile(r"[ ,(]{1,3}(?:năm )?((?:19|20)\d\d)(?![\d/-])")
_STOP_WORDS = (
    "có được đã sẽ của là cũng theo thì với để trong khi do mà nhằm này đó nêu quy không chưa đang vừa mới tại từ cho"
    " bị và"
    " hoặc phải cần đến vào trên như hay lần rằng vẫn còn nên bởi sau trước ngày hiện lại nhưng chỉ thực giữ gồm kế"
    " thay thành mang trình chiều sáng tối áp xem cùng quan giai nếu vì đồng nói giúp mở tạo sửa bổ hết ra lên"
)
_TREATY_WORDS = "và với của cho trong không theo từ trên tại hết đồng quy đến trình"
_PLAN_WORDS = "cho trong của với đến"
_STOPS = frozenset(_STOP_WORDS.split())
_TREATY_STOPS = _STOPS - frozenset(_TREATY_WORDS.split())
_PLAN_STOPS = _STOPS - frozenset(_PLAN_WORDS.split())
_NOT_LAW = frozenset(["sư", "gia", "pháp", "lệ", "định", "tục", "hình", "chơi", "sửa", "này"])
_AMENDING = re.compile(r" sửa đổi(?:,? bổ sung)?(?: một số điều)? của (?:các )?(?:Bộ )?[Ll]uật(?= )")
_PAIRED = {"phòng": "chống", "đua": "khen", "bộ": "công", "cảnh": "nhập", "dục": "thể", "công chức": "viên"}
_BODY_BEFORE = re.compile(
    r"(?<!\w)(?:Bộ|Sở|Vụ|Phòng|Viện|Cục|Tổng cục|Ban|Ủy ban|Uỷ ban|Khoa|ngành|Trường|ĐH|học|trưởng|và|[Cc]ông ty)[ ]$"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:\"“”]\s{0,2}|\n\s{0,3}|[-•] )$")
_LONGEST = {"law": 9, "treaty": 18, "plan": 14}


@dataclass(frozen=True, slots=True)
class Named:
    """A document known by its name: the span of the whole name, its type as written, and a year in the name."""

    span: Span
    type_vi: str
    kind: str
    year: int | None
    rule: str


def find_named(text: str, taken: Sequence[Span], bodies: Nearby[BodyMention]) -> list[Named]:
    """Every document named without a number, outside ``taken`` (the citations with one), in text order."""
    found: list[Named] = []
    taken = disjoint(taken)
    for match in _OPENING.finditer(text):
        if overlaps_any(Span(*match.span()), taken) or (found and match.start() < found[-1].span.end):
            continue
        named = _named(text, match, bodies)
        if named and not overlaps_any(named.span, taken):
            found.append(named)
    return found


def _named(text: str, match: re.Match[str], bodies: Nearby[BodyMention]) -> Named | None:
    word = match["type"]
    if word == "Hiến pháp":
        return _finish(text, match.start(), match.end(), word, "constitution")
    if _BODY_BEFORE.search(text, max(0, match.start() - 10), match.start()):
        return None
    for opening, read in ((_LAWS, _law), (_TREATIES, _treaty), (_PLANS, _plan)):
        if re.fullmatch(opening, word):
            return read(text, match)
    return _order(text, match, bodies)


def _law(text: str, match: re.Match[str]) -> Named | None:
    amending = _AMENDING.match(text, match.end())
    if amending:
        return _finish(text, match.start(), _name_end(text, amending.end(), "law"), match["type"], "law")
    first = _WORD.match(text, match.end())
    if first is None or first[1] in _NOT_LAW or not first[1][0].isalpha():
        return None
    if not first[1][0].isupper() and (match["type"][0].islower() or _opens_sentence(text, match.start())):
        return None
    end = _name_end(text, match.end(), "law")
    return _finish(text, match.start(), end, match["type"], "law") if end > match.end() else None


def _treaty(text: str, match: re.Match[str]) -> Named | None:
    end = max(match.end(), _name_end(text, match.end(), "treaty"))
    name = text[match.end() : end].split()
    if (
        not name
        or (len(name) < 2 and not name[0][0].isupper())
        or (_opens_sentence(text, match.start()) and len(name) < 2)
    ):
        return None
    if name[0] in ("trên", "này", "lần", "quan", "của"):
        return None
    if match["type"] == "Tuyên bố" and not any(w[0].isupper() for w in name):
        return None
    return _finish(text, match.start(), end, match["type"], "treaty")


def _plan(text: str, match: re.Match[str]) -> Named | None:
    if _opens_sentence(text, match.start()):
        return None
    quoted = re.compile(r" [\"“]([^\"”\n]{6,180})[\"”]").match(text, match.end())
    end = quoted.end() if quoted else _name_end(text, match.end(), "plan")
    if len(text[match.end() : end].split()) < 2:
        return None
    return _finish(text, match.start(), end, match["type"], "plan")


def _order(text: str, match: re.Match[str], bodies: Nearby[BodyMention]) -> Named | None:
    congress = _CONGRESS.match(text, match.end()) if match["type"] == "Nghị quyết" else None
    if congress:
        return Named(_whole(text, match, congress, bodies), match["type"], "congress", None, "congress-resolution")
    if not text.startswith(" của ", match.end()) or _opens_sentence(text, match.start()):
        return None
    body = body_at(text, match.end() + 5, bodies)
    return Named(Span(match.start(), body[1].end), match["type"], "order", None, "order-of-body") if body else None


def _whole(text: str, match: re.Match[str], congress: re.Match[str], bodies: Nearby[BodyMention]) -> Span:
    """ "Nghị quyết Đại hội lần thứ VI, nhiệm kỳ 2019 - 2024 của Liên hiệp": with the term and the body."""
    term = _TERM_YEARS.match(text, congress.end())
    end = term.end() if term else congress.end()
    body = body_at(text, end + len(" của "), bodies) if text.startswith(" của ", end) else None
    return Span(match.start(), body[1].end if body else end)


def _name_end(text: str, at: int, kind: str) -> int:
    """Where a name ends: at punctuation, at a word that opens a clause, or after so many words."""
    stops = {"treaty": _TREATY_STOPS, "plan": _PLAN_STOPS}.get(kind, _STOPS)
    last = ""
    for _ in range(_LONGEST[kind]):
        word = _WORD.match(text, at)
        if word is None or (word[1].lower() in stops and (last, word[1]) not in _INSIDE):
            break
        at, last = word.end(1), word[1].lower()
        if word["end"] and not _pair(text, word):
            break
        at += len(word["end"])
    return _without_tail(text, at)


_INSIDE = frozenset([("tự", "do"), ("nhân", "và"), ("đạc", "và"), ("hợp", "đồng")])
_TAIL = re.compile(r"(?: (?:và|với|của|cho|trong|không|theo|từ|trên|tại|như|đến|các))+$")


def _pair(text: str, word: re.Match[str]) -> bool:
    """ "Phòng, chống tham nhũng", "Thi đua, khen thưởng": a comma inside a law's name."""
    following = _PAIRED.get(word[1].lower())
    return (
        bool(following)
        and word["end"] == ","
        and text[word.end() : word.end() + 12].lstrip().lower().startswith(str(following))
    )


def _without_tail(text: str, end: int) -> int:
    tail = _TAIL.search(text, max(0, end - 40), end)
    return tail.start() if tail else end


def _finish(text: str, start: int, end: int, type_vi: str, rule: str) -> Named:
    year = _YEAR.match(text, end)
    inside = re.search(r"((?:19|20)\d\d)$", text[start:end])
    value = int(year[1]) if year else int(inside[1]) if inside else None
    stop = year.end(1) if year else end
    return Named(Span(start, stop), type_vi, rule, value, f"named-{rule}")


def _opens_sentence(text: str, start: int) -> bool:
    return bool(_SENTENCE_START.search(text[max(0, start - 4) : start])) or start == 0
