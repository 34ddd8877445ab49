"""Keys under which names meet: of people, of bodies, of titles; and what family and given name are.

A key makes one of what Vietnamese print writes in two ways (the tone's place, i/y, case, spaces) and keeps what tells
names apart (the tones, ă/â/a). Pure; linear in the length of a name.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.text.fold import key, to_ascii

_Y_VOWELS = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
# After a consonant (or q + u) a closing y and i are one sound: Lý/Lí, Mỹ/Mĩ, Quý/Quí.
_CLOSING_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])([yỳýỷỹỵ])(?!\w)|(?<=qu)([yỳýỷỹỵ])(?!\w)")
_PUNCTUATION = re.compile(r"[^\w\s]+")
_FOREIGN = re.compile("[fjwz]")
_SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tphcm": "thành phố hồ chí minh",
    "hcm": "hồ chí minh",
    "tp": "thành phố",
    "vn": "việt nam",
    "tw": "trung ương",
    "tư": "trung ương",
    "mttq": "mặt trận tổ quốc",
    "lđlđ": "liên đoàn lao động",
    "lhpn": "liên hiệp phụ nữ",
    "gdđt": "giáo dục và đào tạo",
    "đh": "đại học",
    "cty": "công ty",
}
_FAMILY_WORDS = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly li truong dinh lam mai trinh dao doan "
    "luong ha to ta chu cao phung quach thai tang tong kieu vuong luu mac diep nghiem khuong tiet ton ninh nong giang "
    "giap la lo lu lai luc ma than thach thieu tieu trieu tu ung van vi vien xa y au bach can chau co cu dam dau dien "
    "hua kha khuat kim khong khuc quan sam son sung tan thi"
)
_FAMILIES = frozenset(_FAMILY_WORDS.split())


def name_key(name: str) -> str:
    """The key of a person's or a body's name: folded, i for a closing y, dashes and stops dropped."""
    words = _PUNCTUATION.sub(" ", key(name))
    return " ".join(_CLOSING_Y.sub(lambda m: m[0].translate(_Y_VOWELS), words).split())


def body_key(name: str) -> str:
    """The key of a body's name: as ``name_key``, with the abbreviations of common words written out (UBND, TP, VN)."""
    words = name_key(name).replace("t ư", "trung ương").split()
    return " ".join(_SHORT.get(word, word) for word in words)


def is_vietnamese(name: str) -> bool:
    """True where a name has the shape of a Vietnamese personal name: a known family name, two to five syllables, and
    none of the letters f, j, w, z, which Vietnamese spelling lacks."""
    words = to_ascii(name).lower().split()
    return 2 <= len(words) <= 5 and words[0] in _FAMILIES and _FOREIGN.search(name.lower()) is None


def family_name(name: str) -> str | None:
    """The first syllable of a Vietnamese name; None for a name of another shape, whose order is not known."""
    return name.split()[0] if is_vietnamese(name) else None


def given_name(name: str) -> str | None:
    """The last syllable of a Vietnamese name; None for a name of another shape."""
    return name.split()[-1] if is_vietnamese(name) else None


_MEMBERS = ("uy vien", "dai bieu", "thanh vien", "thuong truc", "bi thu trung uong dang")
_DEPUTIES = ("pho", "thu truong")
_HEADS = (
    "truong",
    "bo truong",
    "chu tich",
    "chu nhiem",
    "bi thu",
    "tong bi thu",
    "tong thong",
    "thu tuong",
    "giam doc",
    "tong giam doc",
    "vu truong",
    "cuc truong",
    "vien truong",
    "hieu truong",
    "dai su",
    "thong doc",
    "tong bien tap",
    "tong thu ky",
    "chanh",
    "tu lenh",
    "hoi truong",
)
_FORMER = re.compile(r"^(?:nguyen|cuu|co|quyen|tan) ")


def rank(title: str) -> str:
    """What a title makes of its holder in the body: head, standing_deputy, deputy, member, other."""
    words = f"{_FORMER.sub('', to_ascii(key(title)).lower())} "
    if _opens(words, _MEMBERS):
        return "member"
    if _opens(words, _DEPUTIES):
        return "standing_deputy" if " thuong truc " in words else "deputy"
    return "head" if _opens(words, _HEADS) else "other"


def _opens(words: str, openings: tuple[str, ...]) -> bool:
    return any(words.startswith(f"{opening} ") for opening in openings)


def title_key(title: str) -> str:
    """The key of an office: folded, without nguyên, cựu, cố, quyền, tân; a doubled ban is one."""
    words = body_key(title)
    words = re.sub(r"^(?:nguyên|cựu|cố|quyền|tân) ", "", words)
    return re.sub(r"\bban ban\b", "ban", words)


_TEMPLATE_WORDS = (
    "hội nghị đại hội thảo tọa đàm lễ cuộc họp buổi gặp mặt làm việc phiên kỳ diễn đàn chương trình công tác tổng kết "
    "sơ kết triển khai nhiệm vụ năm tháng ngày và của về với tại do ở trong để cho các những một lần thứ khóa nhiệm kỳ "
    "tổ chức trực tuyến toàn quốc đại biểu phổ biến quán triệt hướng dẫn thực hiện kỷ niệm khai mạc bế mạc phương "
    "hướng đánh giá kết quả việc đã được dự tham chủ trì đoàn số chiều sáng trưa tối đồng chí ông bà đến"
)
_TEMPLATE = frozenset(name_key(word) for word in _TEMPLATE_WORDS.split())
_NUMBER = re.compile(r"\d+|[ivxl]+")


def topic(name: str) -> list[str]:
    """What an event's name is about: pairs of neighbouring words, without years, numbers and the words of all names."""
    words = [w for w in name_key(name).split() if w not in _TEMPLATE and not _NUMBER.fullmatch(w)]
    return sorted({f"{a} {b}" for a, b in pairwise(words)})


_CONGRESS = re.compile(r"đại hội(?: [a-zà-ỹđ]{1,8}){0,8} ([ivxl]{1,6}|\d{1,2})(?!\w)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def congress_ordinal(name: str) -> int | None:
    """The N of a congress's name ("Đại hội XIII của Đảng", "Đại hội lần thứ 6"); None where it has none."""
    found = _CONGRESS.search(key(name))
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else _roman(found[1])


def _roman(numeral: str) -> int:
    values = [_ROMAN[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
