"""Small sets of words, and the commonest Vietnamese surnames: what may open a person's name."""

from __future__ import annotations

import re
import unicodedata

from pipeline.text.fold import fold


def words(text: str) -> frozenset[str]:
    """The set of the words of ``text``: how a short word list is written down."""
    return frozenset(text.split())


# The surnames of over 99 % of Vietnamese people whom newspapers name, least ambiguous readings only.
_COMMON = words("""
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lâm Mai Trịnh Đào Hà Cao
Lương Lưu Tạ Tô Châu Thái Phùng Vương Tống Từ Quách La Triệu Nông Hứa Lại Chu Tòng Thân Kiều Văn Ninh Nghiêm Giàng
Thào Vi Lò Sùng Hầu Uông Doãn Mạc Khổng Thạch Danh Kim Bạch Cù Ma Ksor Rơ Y Đàm Đồng Viên Vừ Quàng Hoà Thích Tăng
Phó Khuất Lã Lục Mạch Âu Tiêu Cung Điểu Siu Trà Diệp Giang Ông Bế Hờ Lầu Mùa Tẩn Chẩu Chá Cầm Leo Lường Đèo Đậu
""")
SURNAMES = frozenset(fold(name) for name in _COMMON)


def is_surname(word: str) -> bool:
    """True where ``word`` is capitalised and a common Vietnamese surname."""
    return word[:1].isupper() and fold(word) in SURNAMES


_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?[aăâeêioôơuưy]{{1,3}}(?:ng|nh|ch|[cmnpt])?")
_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def is_vietnamese(word: str) -> bool:
    """True where ``word`` is spelled as one Vietnamese syllable (Sơn, nghiêng; not Trump, Yonhap, UDIC)."""
    plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", fold(word))))
    return _SYLLABLE.fullmatch(plain) is not None
