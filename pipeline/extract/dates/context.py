"""What stands around a number: whether it can be a date at all, and what of the words before it belongs to it."""

from __future__ import annotations

import re

from pipeline.extract.dates.grammar import PART, PARTS_OF_DAY, WEEKDAY

_WINDOW = 40
_RELATIVE = r"(?:nay|qua|mai|kia|mốt)"
_LEADS = (
    "n?gày|ngảy|hôm|họ|nhà|rồi|này|tết|cùng|từ|đến|tới|trước|sau|vào|lúc|kể|hồi|dịp|lễ|mùng|mồng"
    rf"|{PART}|{_RELATIVE}|{WEEKDAY}|\d{{1,2}} ?(?:h|giờ)\d{{0,2}}"
)
_CALENDAR_BEFORE = re.compile(rf"(?<!\w)(?:{_LEADS})[ ,(:]{{0,3}}$")
_GATHERING_BEFORE = re.compile(
    r"(?<!\w)(?:hội đàm|hội nghị|hội thảo|họp báo|cuộc họp|cuộc gặp|phiên họp|buổi họp|buổi lễ|điện đàm|đối thoại"
    r"|lễ viếng|thượng đỉnh|tọa đàm|làm việc|chuyến thăm|công du)(?!\w)(?! (?:trên|dưới|hơn|gần|khoảng))"
    r"[^.,;:()\d\n]{0,25}(?<! thứ)(?<! lần)[ ]$"
)
_DAY_BEFORE = re.compile(rf"(?<!\w)(?:n?gày|ngảy|hôm|{PART}|{_RELATIVE}|{WEEKDAY}|mùng|mồng)[ ,(:]{{0,3}}$")
_NAMED_PLACES = (
    "đường|phố|quảng trường|bệnh viện|bv|trường|thpt|công viên|cầu|nhà máy|công ty|dinh|rạp|chợ|số nhà|số|tỷ lệ|tỉ lệ"
    "|tỷ số|tỉ số|nhà thi đấu|khoản|điểm|quốc lộ|ql|tl|tỉnh lộ|cấp|lớp|hạng"
)
_NAMED_PLACE = re.compile(rf"(?<!\w)(?:{_NAMED_PLACES})[ ]{{0,2}}$")
_COUNTED = (
    "%|kg|g|km|m|m2|ha|tấn|lít|cốc|thìa|số|lượng|quả|bát|diện tích|dân số|người|đồng|triệu|tỷ|tỉ|usd|giá|phần|suất|thời"
    "|quãng|chặng|tổng|trận|sao|inch|đại biểu|thành viên|nước|chỉ tiêu|yếu tố|lý do|cuộc|vé|tuổi|lần|con|chiếc|cái|mẫu"
    "|dự án|nội dung|xã|huyện|tỉnh|phường|thôn|hộ|căn|mục|câu|bài|loại|môn|đơn vị|vụ|phiếu|ca|học sinh|nhóm|cơ sở|doanh"
)
_COUNTED_AFTER = re.compile(rf"[ ]{{0,2}}(?:{_COUNTED})(?!\w)")
_SPAN_AFTER = re.compile(r"[ ]{1,2}(?:(?:ngày|tháng|năm(?! nay| ngoái| sau)|tuần|giờ|phút|giây)(?!\w)|\d)")
_PREFIX = re.compile(
    rf"(?:(?<!\w)(?:{PART})(?:[ ]{_RELATIVE})?[ ,]{{0,2}})?(?:(?<!\w)(?:{WEEKDAY})[ ,]{{1,2}})?"
    r"(?:(?<!\w)từ[ ])?(?:(?<!\w)(?:ngày|mùng|mồng)[ ]{0,2})?$"
)
_SHARE = re.compile(
    r"(?<!\w)(?:gần|hơn|khoảng|chiếm|trên|dưới|đạt|quá|ít nhất|đủ|được|tới mức|giảm|tăng|cắt|có)"
    r"[ ](?:tới[ ]|đến[ ]|từ[ ])?$"
)
_NAMED_DAY = re.compile(r"(?<!\w)(?:ngày|mùng|mồng)[ ]{1,2}$")
_PART_BEFORE = re.compile(rf"(?<!\w)({PART})(?:[ ]{_RELATIVE})?[ ,]{{0,2}}(?:{WEEKDAY})?[ ,]{{0,2}}\((?:ngày[ ])?$")
_SPOKEN_PART = re.compile(rf"(?<!\w)({PART})(?!\w)")


def before(text: str, start: int) -> str:
    """The characters of the same line just before ``start``."""
    return text[max(0, start - _WINDOW) : start].rsplit("\n", 1)[-1]


def said_as_date(text: str, start: int) -> bool:
    """True where a calendar word leads up to the number ("hôm", "từ", "sáng", "(")."""
    return bool(_CALENDAR_BEFORE.search(before(text, start)))


def well_said(text: str, start: int) -> bool:
    """True where the word before the number is a day or a part of one, which no measure takes."""
    return bool(_DAY_BEFORE.search(before(text, start)))


def met_on(text: str, start: int) -> bool:
    """True where the name of a gathering leads up to the number ("hội đàm Mỹ - Triều 12-6", "thượng đỉnh 27-4")."""
    return bool(_GATHERING_BEFORE.search(before(text, start)))


def names_something(text: str, start: int) -> bool:
    """True where the number names a street, a hospital, a score ("đường 3/2", "tỷ số 2-1")."""
    return bool(_NAMED_PLACE.search(before(text, start)))


def shares(text: str, start: int) -> bool:
    """True where a share is led up to ("gần tới 2/3 số phiếu", "chiếm 1/2")."""
    return bool(_SHARE.search(before(text, start)))


def named_day(text: str, start: int) -> bool:
    """True where "ngày", "mùng" stands right before."""
    return bool(_NAMED_DAY.search(before(text, start)))


def counted(text: str, end: int) -> bool:
    """True where what follows is counted or measured by the number ("1/2 kg")."""
    return bool(_COUNTED_AFTER.match(text, end))


def goes_on(text: str, end: int) -> bool:
    """True where the sentence goes on with a word, as after a fraction ("2/3 chiều cao")."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


def spans_time(text: str, end: int) -> bool:
    """True where a unit of time, or the rest of a number torn apart, follows ("3-4 ngày", "24/2 4h")."""
    return bool(_SPAN_AFTER.match(text, end))


def prefix_start(text: str, start: int) -> int:
    """Where the expression begins once the part of day, the weekday and "từ", "ngày" before it are taken in."""
    line = before(text, start)
    match = _PREFIX.search(line)
    return start - (len(line) - match.start()) if match else start


def time_of_day(text: str, start: int, end: int) -> str | None:
    """morning, noon, afternoon, evening of the part of day said in the expression, or right before its bracket."""
    match = _SPOKEN_PART.search(text, start, end) or _PART_BEFORE.search(before(text, start))
    return PARTS_OF_DAY[match[1]] if match else None
