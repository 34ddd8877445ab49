"""Closed word lists that the grammar of bodies' names stops at or looks back for."""

from __future__ import annotations

import re

from pipeline.text.names import words

UNIT = re.compile(
    r"(?:tỉnh|thành phố|tp|thị xã|thị trấn|huyện|quận|xã|phường|bang|vùng|khu vực|nước)(?:\. ?| |(?=\W|$))",
    re.IGNORECASE,
)
"""A unit's word, after which its name or number may follow."""

BRACKETED = re.compile(r" \(([A-ZĐ&-]{2,8})\)(?= )")
"""An abbreviation in brackets, in the middle of the name that it stands for."""

_TITLE_WORDS = [
    *("Chủ tịch", "Phó", "Bí thư", "Bộ trưởng", "Thứ trưởng", "Tổng Bí thư", "Tổng thống", "Tổng thư ký", "Trưởng"),
    *(
        "Giám đốc",
        "Chánh văn",
        "Chánh Văn",
        "Chánh án",
        "Chánh thanh",
        "Chánh Thanh",
        "Đại sứ",
        "Ông",
        "Bà",
        "Ủy viên",
        "Uỷ viên",
        "Thủ tướng",
        "Đồng chí",
        "Thượng tướng",
    ),
    *("Thượng tá", "Thượng úy", "Đại tướng", "Đại tá", "Trung tướng", "Trung tá", "Thiếu tướng", "Thiếu tá", "Nguyên"),
    *("Viện trưởng", "Cục trưởng", "Vụ trưởng", "GS", "PGS", "TS", "ThS", "Quyền", "Khoá", "Khóa", "Nghị quyết"),
    *("Quyết định", "Chỉ thị", "Luật sư", "Đại biểu", "Tham tán", "Chủ nhiệm", "PV", "Ngoại trưởng", "Tướng", "Họp"),
    *("Lễ", "Kỳ họp", "Hội nghị", "Đại hội", "Tổng giám đốc", "Tổng Giám đốc", "Tổng cục trưởng", "Thư ký", "Hội thảo"),
    *("Đề án", "Dự án", "Thông tư", "Hiệp định", "Luật", "Nghị định"),
]
TITLES = re.compile(rf"(?:{'|'.join(_TITLE_WORDS)})\b")
"""A title or the name of a happening, before which a body's name ends."""

LAW = re.compile(r"(?<!kỷ )(?<!pháp )(?<!kỉ )(?:luật|pháp lệnh)(?: (?:tổ chức|sửa đổi|về|hoạt động giám sát của))? $")
"""What stands before a body's name that is part of a law's: "Luật Tổ chức Chính phủ"."""

SHORT_COUNTRIES = words("Thái Việt Xô Trung Nhật Hàn Ấn Triều Pháp Mỹ Nga Lào")
"""A country's short form in a pair: "Việt - Xô"."""

PLURALS = words("các những nhiều mọi mỗi từng")
"""A head after one of these is a common noun: "các Hội hữu nghị"."""

COMPOUNDS = {
    "hội": words("ngày đại quốc xã cơ dạ hiệp lễ vũ giáo chi hương tổng thảo quân"),
    "quốc hội": words("toàn tổ"),
    "sở": words("cơ trụ xứ"),
    "trường": words("nghị hội thị môi quảng công lập hiện nông lâm nhà"),
    "báo": words("nhà họp thông cảnh tình dự tờ áp sách"),
    "bộ": words("cán toàn nội đảng tiến câu cuốn đồng"),
    "ban": words("tây tiểu bồ phân ủy chợ"),
    "đảng": words("chính đoàn"),
    "phòng": words("quốc văn hải đề dự xung tiên"),
    "vụ": words("nhiệm nghiệp dịch phục chức nội ngoại tài công hậu học chuyên án sự pháp đặc thời vị quân nước"),
    "cục": words("tổng chi bố kết"),
    "viện": words("bệnh học thành quan nghị thượng hạ"),
    "đài": words("lâu đền võ"),
    "công ty": words("tổng"),
    "đại học": words("trường"),
    "hội đồng": words("đại"),
    "chính phủ": words("phi liên"),
    "hãng": words("các"),
    "thường trực tỉnh ủy": words("thư"),
    "thường trực thành ủy": words("thư"),
    "thường trực HĐND": words("tịch"),
    "thường trực hội đồng nhân dân": words("tịch"),
}
"""A head after one of these syllables is the end of another word: "đại hội", "cơ sở", "hội trường", "nhà báo"."""

JOINT_FIELDS = frozenset(["quốc gia", "nhà nước", "hỗn hợp", "liên chính phủ", "trung ương"])
"""Fields of a committee after which "về" says what it is about."""

WHOLE_FIELDS = frozenset(
    ["ngoại giao", "quốc phòng", "công an", "tư pháp", "y tế", "nội vụ", "tài chính", "công thương", "xây dựng"]
)
"""Fields of a ministry that a bare "và" joins as equals: "Bộ Ngoại giao và Quốc phòng" is two bodies, not one."""

STOPS = words(
    """
    vùng khu chính mang đã đang sẽ là có và với tại ở trong cho về của từ được bị do cũng phải cần vừa mới này đó
    nói nêu tổ chỉ công thông phối ban khẳng trình ký họp yêu đề cùng hay hoặc để khi theo trên vào ra đến tới như
    mà thì không chưa nhằm qua sau trước bàn giao tiếp đi thăm dự gửi nhận trao mời đón làm thực vẫn các những một
    hai khóa khoá nhiệm lần năm ngày sáng chiều tối tỉnh thành quận huyện ông bà cô anh chị nào kia ấy rồi lại đều
    còn hiện nay vì nếu bởi thuộc gồm lớn nhất mạnh tốt hàng đầu uy hoạt chuyên đóng sang lên xuống bằng giữa
    gặp hôm nhắc kêu hoan hủy huỷ rút đưa nhưng mặc dù song
    ngoài dưới gần quyết tuyên xác phát cử lập mở bổ bầu đánh xin khởi kiểm thay thừa muốn
    """
)
"""Words that are never the second syllable of a field, nor part of a description."""

SPELLED_OUT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "mttq": "mặt trận tổ quốc",
    "đh": "đại học",
    "cty": "công ty",
    "ctcp": "công ty cổ phần",
    "cp": "cổ phần",
    "đsq": "đại sứ quán",
    "tw": "trung ương",
    "tư": "trung ương",
    "t.ư": "trung ương",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubkt": "ủy ban kiểm tra",
    "csgt": "cảnh sát giao thông",
    "csđt": "cảnh sát điều tra",
    "gtvt": "giao thông vận tải",
    "vn": "@việt_nam",
    "việt": "@việt_nam",
    "đbqh": "đại biểu quốc hội",
    "lhpn": "liên hiệp phụ nữ",
    "lđlđ": "liên đoàn lao động",
    "ttcp": "thanh tra chính phủ",
    "bhxh": "bảo hiểm xã hội",
}
"""Abbreviations within bodies' names, folded, and what they stand for there."""

SMALL_WORDS = words("của nước và tỉnh thành phố các tp tp.")
"""Words that two forms of one name may differ by."""

ENDINGS = words("tại ở quốc chính hội công thượng hạ bộ trung thành tỉnh")
"""First words of what a full name has and its short form leaves out: "... của Quốc hội", "... Trung ương"."""
