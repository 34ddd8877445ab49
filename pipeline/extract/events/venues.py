"""Places as written: a venue with its town, a unit of land that no register has, a place of the registers."""

from __future__ import annotations

import re
from itertools import takewhile

from pipeline.extract.events.scene import Scene
from pipeline.extract.page import inside
from pipeline.extract.parts import PlaceMention
from pipeline.text.spans import Span

UNITS = (
    "thủ đô|thành phố|tp\\.?|tỉnh|nước|huyện|quận|thị xã|thị trấn|xã|phường|bang|tiểu bang|vùng|đảo|quần đảo"
    "|vương quốc|liên bang|cộng hòa|bán đảo|đặc khu|cố đô"
)
_UNIT_NAMED = re.compile(
    r"(?<!\w)(?:tại|ở) ((?:thị trấn|thị xã|xã|phường|huyện|quận|bang|tiểu bang|làng|thôn|bản|đảo|thành phố|tp\.?|tỉnh)"
    r"(?: [^\W\d_]{1,20}){1,4})"
)
_LOCALITY = re.compile(
    r"(?:\s?[(,–-]\s?|(?<=tp)\. ?|\s(?:thuộc|ở|tại)\s)(?:(?:thủ đô|thành phố|tp\.?|tỉnh|huyện|quận|thị xã) ?)?"
)
_VENUE_WORDS = (
    "trụ sở|nhà tang lễ|phủ chủ tịch|nhà quốc hội|văn phòng|hội trường|trung tâm|cung|khách sạn|bảo tàng"
    "|nhà hát|điện|nhà khách|học viện|đại sứ quán|trường|nghĩa trang|đài tưởng niệm|nhà văn hóa"
    "|phòng khách|sân vận động|nhà thi đấu|sân|sân bay|quảng trường|dinh|tòa nhà|bệnh viện|nhà xác|khu di tích"
    "|lăng|đền|chùa|nhà thờ|công viên|tượng đài|cửa khẩu|cảng|nhà máy|nhà trắng|lâu đài|cung điện|thượng viện|hạ viện"
    "|tòa án|trại giam|khu công nghiệp|tháp|nhà ga|phòng họp|lầu năm góc|nhà văn phòng|tổng hành dinh|biệt thự"
    "|tân cảng|quân cảng|bến cảng|căn cứ|nhà lưu niệm|nhà tưởng niệm|nhà riêng|tư gia|thư viện|tổng lãnh sự quán"
    "|đình|miếu|thành cổ|câu lạc bộ|viện bảo tàng|hội sở|nhà tù|trại tạm giam"
)
VENUE = re.compile(
    rf"(?<!\w)(?:tại|đến|tới|ở) (?:khuôn viên )?((?:{_VENUE_WORDS})(?: [^\W\d_]{{1,15}}){{0,12}}?)"
    r"(?=[,.;:\n(]| \(| (?:và|trong|từ|do|với|vào|để|nhân|ngay|cùng|đã|sáng|chiều|tối|về|khi|nơi|là|có|sẽ|được"
    r"|cho|theo|ngày|tán thành|biểu quyết|diễn ra|tổ chức|phát biểu|chứng kiến|ông|bà|các|cũng"
    r"|thuộc|như|những|hôm|sau|trước|nhằm|vẫn|đang)\b|$)"
)
_LOCALITY_REACH = 40
_SHORT = 3
TOWNS = frozenset({"district", "city", "province"})


def venue_named(scene: Scene, span: Span) -> tuple[str, str] | None:
    """A venue with a name of its own: "hội trường" alone is none."""
    words = inside(scene.words, Span(span.start + 1, span.end))
    name = scene.text[span.start : min([span.end, *(w.span.start for w in words)])].strip()
    return (name, name) if any(c.isupper() for c in name) else None


def town_of(scene: Scene, end: int) -> tuple[str, str] | None:
    """ "Trung tâm Hội nghị quốc gia (Hà Nội)": the town set right after a venue."""
    near = inside(scene.places, Span(max(0, end - _SHORT), end + _LOCALITY_REACH))
    within = [p for p in near if p.kind in TOWNS and p.span.start < end < p.span.end]
    if within:
        return as_written(scene, within[0])
    after = [p for p in near if p.kind in TOWNS and p.span.start >= end]
    near = [p for p in after if _LOCALITY.fullmatch(scene.folded, end, p.span.start)]
    return as_written(scene, near[0]) if near else None


def unit_named(scene: Scene, span: Span) -> tuple[str, str] | None:
    """ "tại xã A": a unit of land with its name, where no register has it."""
    found = _UNIT_NAMED.search(scene.folded, span.start, span.end)
    if found is None:
        return None
    words = scene.text[found.start(1) : found.end(1)].split(" ")
    heads = 2 if " ".join(words[:2]).lower() in ("thị trấn", "thị xã", "thành phố", "tiểu bang") else 1
    named = list(takewhile(lambda w: w[:1].isupper(), words[heads:]))
    name = " ".join([*words[:heads], *named])
    return (name, name) if named else None


def as_written(scene: Scene, place: PlaceMention) -> tuple[str, str]:
    """The place's words in the text and its normalised name."""
    return place.span.of(scene.text), place.value
