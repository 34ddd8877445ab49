"""The wording by which Vietnamese news pages mark what is not running text: section words, credits, links, agencies.

Each list is closed and compared folded (case and tone place do not matter). They were put together from the usual
rubrics of Vietnamese news sites; a word earns its place by standing alone on a line where no sentence would.
"""

from __future__ import annotations

import re

from pipeline.documents.lines import Line
from pipeline.text.fold import key
from pipeline.text.names import words


def _words(listed: str) -> frozenset[str]:
    return frozenset(key(word) for word in listed.split("|"))


SECTIONS = _words(
    """
    Trang chủ | Trang nhất | Tin tức | Tin tức - Sự kiện | Tin tức sự kiện | Tin nổi bật | Tin mới | Tin mới nhất |
    Thời sự | Thời sự trong nước | Chính trị | Chính trị - Xã hội | Chính trị - Ngoại giao | Xã hội | Xây dựng Đảng |
    Đối ngoại | Đối ngoại nhân dân | Ngoại giao | Hội nhập | Hội nhập quốc tế | Hợp tác quốc tế | Quốc tế | Thế giới |
    Trong nước | Kinh tế | Kinh doanh | Văn hóa | Văn hóa - Xã hội | Giáo dục | Khoa học | Pháp luật | Quốc phòng |
    An ninh | Quốc phòng - An ninh | Quốc phòng an ninh | Đời sống | Thể thao | Giải trí | Sức khỏe | Y tế | Du lịch |
    Công nghệ | Môi trường | Bạn đọc | Góc nhìn | Bình luận | Phân tích | Tiêu điểm | Sự kiện | Vấn đề hôm nay |
    Tin hoạt động | Hoạt động | Hoạt động đối ngoại | Tin đối ngoại | Hữu nghị | Hoạt động hữu nghị | Bạn bè quốc tế |
    Việt Nam và thế giới | Biển đảo | Người Việt Nam ở nước ngoài | Người Việt | Kiều bào | Nghiên cứu - Trao đổi |
    Nghiên cứu | Đảng | Nhà nước | Quốc hội | Mặt trận | Phát biểu | Bài phát biểu | Tư liệu | Văn kiện | Media |
    Multimedia | Video | Ảnh | Podcast | E-Magazine | Emagazine | Infographic | Longform | Nhịp cầu hữu nghị |
    Thông tin đối ngoại | Tin trong nước | Tin quốc tế | Tin địa phương | Địa phương | Thông báo
    """
)
"""Section words that a page prints above its headline."""

RELATED = _words(
    """
    Tin liên quan | Bài liên quan | Bài viết liên quan | Các tin liên quan | Tin bài liên quan | Các bài liên quan |
    Tin cùng chuyên mục | Cùng chuyên mục | Tin khác | Các tin khác | Bài khác | Bài viết khác | Tin mới |
    Tin mới nhất | Tin mới hơn | Tin cũ hơn | Tin đã đưa | Tin đọc nhiều | Đọc nhiều | Đọc nhiều nhất | Xem nhiều |
    Xem nhiều nhất | Xem thêm | Xem tiếp | Đọc thêm | Có thể bạn quan tâm | Tin nổi bật | Bài đọc nhiều |
    Bài viết cùng chuyên mục | Bài cùng chuyên mục | Chủ đề liên quan | Mời quý độc giả | Tin tiếp theo | Tin trước |
    Bài mới nhất | Bài viết mới | Cùng chủ đề | Tin cùng loại | Các bài viết khác | Liên quan
    """
)
"""Headings of a list of other articles; the headlines under them belong to the list."""

CONTROLS = _words(
    """
    Bình luận | Gửi bình luận | Ý kiến | Ý kiến bạn đọc | Ý kiến của bạn | Viết bình luận | Bình luận của bạn |
    Phản hồi | Gửi phản hồi | Gửi ý kiến | Chia sẻ | Chia sẻ bài viết | Chia sẻ bài viết này | In bài viết | In bài |
    In trang | Bản in | In | Gửi email | Gửi bài viết | Gửi cho bạn bè | Lưu bài viết | Lưu | Theo dõi | Quay lại |
    Trở lại | Về đầu trang | Lên đầu trang | Đầu trang | Trở về trang chủ | Facebook | Twitter | Zalo | Google News |
    Nghe đọc bài | Nghe bài viết | Nghe audio | Cỡ chữ | Aa | A+ | A- | Phóng to | Thu nhỏ | Đăng nhập | Đăng ký |
    Tìm kiếm | Menu | Print | Email | Share | Like | Tweet | Quảng cáo | Advertisement | Tags | Tag | Từ khóa |
    Sao chép liên kết | Copy link | Link | Thích | Báo lỗi | Đóng | RSS | Xem chi tiết | Xem ảnh lớn | Tải về |
    Slideshow | Trang trước | Trang sau | Đánh giá bài viết | Nhận xét | Về trang chủ |
    Họ và tên | Họ tên | Nội dung bình luận | Mã xác nhận | Mã bảo mật |
    Gửi | Hủy | Xem ảnh gốc | Nội dung
    """
)
"""Buttons and boxes of a page."""

_LINKS = (
    r">|»|\[?xem thêm\b\s*[:>\]»]|đọc thêm\b\s*[:>»]|xem tiếp\b\s*[:>»]|tin liên quan\s*[:>»]"
    r"|bài liên quan\s*[:>»]|mời (?:quý )?(?:bạn|độc giả|vị)[^.]{0,40} (?:đón đọc|xem thêm)"
)
_COUNTS = (
    r"từ khóa\s*:|tags?\s*:|chủ đề\s*:|lượt (?:xem|đọc)\s*:?\s*\d|số lượt (?:xem|truy cập)\s*:|bình luận\s*\(\d+\)"
    r"|\d[\d.,]{0,12} (?:lượt xem|lượt đọc|bình luận)$|chia sẻ\s*:\s*$|trang chủ\s*[>/»›→|]"
)
_IMPRINT = (
    r"bản quyền thuộc|giấy phép (?:số|hoạt động|xuất bản|thiết lập)|ghi rõ nguồn|(?:phó )?tổng biên tập\s*:"
    r"|chịu trách nhiệm (?:chính|nội dung|quản lý)\s*:|(?:điện thoại|email|fax|hotline|tòa soạn|trụ sở)\s*:|©|®"
    r"|copyright"
)
FURNITURE_LINE = re.compile(rf"(?:{_LINKS}|{_COUNTS}|{_IMPRINT})")
"""What opens a line that a page puts beside the article (matched against the folded line)."""

AGENCIES = (
    *("TTXVN", "VNA", "Xinhua", "Tân Hoa Xã", "Reuters", "AFP", "AP", "KPL"),
    *("Prensa Latina", "TASS", "Yonhap", "Kyodo"),
)
"""News agencies, as a dateline or a by-line names them."""

_OUTLETS = (
    r"TTXVN|VNA|VOV(?:\d|\.VN|online)?|VTV(?:\.vn)?|VGP(?: News)?|VGPNEWS|TTO|TNO|NDO|NLĐO|NLDO|SGGPO?|CAND|ĐCSVN|ĐCS"
    r"|QĐND(?: Online)?|TG&VN|PLO|PLVN|HNMO?|KTĐT|Chinhphu\.vn|Baoquocte\.vn|Thời Đại|Dân trí|VnExpress|Vietnam\+"
    r"|VietnamPlus|Thanh Niên|LĐO?|Lao Động|baotintuc\.vn|Người Đưa Tin|MTO?|CLO|DNNN|BQT"
)
_HOST = r"[\w-]{2,20}\.(?:vn|com|net|org)(?:\.vn)?"
DATELINE = re.compile(
    rf"(?:\((?:{_OUTLETS}|{_HOST})\)\s*[-–—:.]?|\([A-ZĐ&]{{2,8}}\)\s*[-–—]|(?:{_OUTLETS})\s*(?:[-–—]|:(?=\s))"
    rf"|{_HOST}(?:\s*[-–—]|\.(?=\s)))\s*(?=[\"“'‘(]?\w)"
)
"""The outlet that a report opens with: ``TTXVN -``, ``(Chinhphu.vn) –``."""

_SHARING = words(
    "facebook twitter zalo email print chia sẻ in bài viết lưu like share linkedin youtube tiktok google news"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_HASHTAGS = re.compile(r"#\w[^#\n]{0,60}(?:#\w[^#\n]{0,60})*")
_SITE = re.compile(
    r"(?:báo [\w ]{2,30}(?:online|điện tử)|báo điện tử [\w ]{2,40}|(?:cổng|trang) thông tin điện tử\b.{0,90}"
    r"|[\w.-]{2,40}\.(?:vn|com|net|org)|tạp chí [\w ]{2,40})"
)
_MORE = re.compile(r"(?:Xem thêm|Đọc thêm|XEM THÊM) [^\W\d_a-z][^\n]{10,200}[^.:,;]$")
SHORT = 60
"""No section word, button or heading of links is longer than this."""


def is_furniture_word(line: Line) -> bool:
    """True for a line that is a section word, a bread-crumb, a button, a page's imprint or a site's name."""
    if FURNITURE_LINE.match(line.folded) or _MORE.match(line.text):
        return True
    if len(line.text) > 2 * SHORT or line.text.endswith("."):
        return False
    word = line.key
    if word.strip(" :.>»") in SECTIONS or word.strip(" :.()[]>»0123456789") in CONTROLS:
        return True
    spoken = _LETTERS.findall(word)
    return bool(spoken) and (_SHARING.issuperset(spoken) or any(f.fullmatch(word) for f in (_SITE, _HASHTAGS)))
