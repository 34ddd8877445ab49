"""The closed lists: every code with its Vietnamese and its English label; each list has ``other``.

An unknown value in a source becomes ``other`` with the original kept and a warning; a value outside its list that
the pipeline made stops the build.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One code of a list with its labels; ``aliases``: other spellings that registers use for it."""

    code: str
    vi: str
    en: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list; ``vi``/``en`` say what it classifies."""

    name: str
    vi: str
    en: str
    terms: tuple[Term, ...]

    @property
    def codes(self) -> list[str]:
        """The codes, in their published order."""
        return [t.code for t in self.terms]

    def normalise(self, value: str) -> str:
        """The code that ``value`` is a spelling of, or ``other``."""
        folded = value.strip().lower().replace("-", "_").replace(" ", "_")
        return next((t.code for t in self.terms if folded == t.code or folded in t.aliases), "other")


_OTHER = "other|khác|other"


def _list(name: str, vi: str, en: str, *lines: str) -> Vocabulary:
    """A vocabulary from lines ``code|vi|en[|alias,alias]``; ``other`` is added where the lines lack it."""
    rows = [line.split("|") for line in (*lines, _OTHER)]
    terms = {r[0]: Term(r[0], r[1], r[2], tuple(r[3].split(",")) if len(r) > 3 else ()) for r in rows}
    return Vocabulary(name, vi, en, tuple(terms.values()))


_LISTS = (
    _list(
        "file_status",
        "số phận của một tệp đầu vào",
        "what became of an input",
        "read|đã đọc|read",
        "duplicate|trùng với tệp khác|the same bytes as another file",
        "error|không đọc được|could not be read",
        "withdrawn|đã rút|withdrawn",
    ),
    _list(
        "zone_kind",
        "phần của văn bản",
        "part of a document",
        "title|tiêu đề|title",
        "lead|sa-pô|lead",
        "body|thân bài|body",
        "caption|chú thích ảnh|caption",
        "byline|tên tác giả, nguồn tin|by-line",
        "salutation|lời chào đầu bài phát biểu|salutation",
        "furniture|thành phần trang, không phải bài|page furniture",
    ),
    _list(
        "mention_kind",
        "loại đề cập",
        "kind of mention",
        "person|người|person",
        "organization|tổ chức|organization",
        "directive|văn bản|official document",
        "event|sự kiện|event",
        "date|ngày tháng|date",
        "place|địa danh|place",
        "figure|số liệu|figure",
        "instruction|yêu cầu, đề nghị|instruction",
    ),
    _list(
        "name_kind",
        "loại tên",
        "kind of name",
        "canonical|tên chuẩn|canonical name",
        "variant|biến thể|variant",
        "abbreviation|viết tắt|abbreviation",
        "misspelling|viết sai|misspelling",
        "english|tên tiếng Anh|English name",
    ),
    _list(
        "position_status",
        "tình trạng chức vụ",
        "whether a position is held",
        "current|đương chức|current",
        "former|nguyên|former",
        "acting|quyền|acting",
        "late|cố|late",
    ),
    _list(
        "membership_role",
        "vai trò trong tổ chức",
        "role in a body",
        "head|người đứng đầu|head",
        "standing_deputy|phó thường trực|standing deputy",
        "deputy|cấp phó|deputy",
        "member|thành viên|member",
    ),
    _list(
        "organization_kind",
        "loại tổ chức",
        "kind of body",
        "party|cơ quan Đảng|party organ",
        "state|cơ quan nhà nước|state organ",
        "legislature|cơ quan lập pháp|legislature",
        "front|Mặt trận Tổ quốc|Fatherland Front",
        "mass_organization|tổ chức chính trị - xã hội|mass organisation|mass_organisation",
        "union_of_associations|liên hiệp, hội hữu nghị|union of associations, friendship association",
        "press|cơ quan báo chí|press",
        "international|tổ chức quốc tế|international organisation",
        "foreign|tổ chức nước ngoài|foreign body",
        "embassy|cơ quan đại diện ngoại giao|embassy or mission",
        "company|doanh nghiệp|company",
        "academic|trường, viện|school or institute",
        "military|quân đội, công an|armed forces, police",
    ),
    _list(
        "system",
        "hệ thống văn bản",
        "system of documents",
        "party|văn bản của Đảng|Party documents",
        "state|văn bản của Nhà nước|State documents",
    ),
    _list(
        "event_type",
        "loại sự kiện",
        "type of event",
        "conference|hội nghị|conference",
        "congress|đại hội|congress",
        "session|phiên họp, kỳ họp, buổi làm việc|session, working meeting",
        "talks|hội đàm|talks",
        "reception|tiếp, hội kiến, chào xã giao|reception, courtesy call",
        "visit|thăm, chuyến thăm|visit",
        "seminar|hội thảo, tọa đàm|seminar",
        "forum|diễn đàn, đối thoại|forum, dialogue",
        "ceremony|lễ, kỷ niệm, mít tinh|ceremony",
        "signing|ký kết|signing",
        "appointment|bổ nhiệm, bầu, điều động|appointment, election",
        "cultural|triển lãm, giao lưu, liên hoan|cultural event",
        "call|điện đàm|telephone or video call",
        "message|điện mừng, thư|message, letter",
        "donation|trao quà, viện trợ|donation, aid",
        "press|họp báo, công bố|press conference, publication",
    ),
    _list(
        "date_basis",
        "ngày sự kiện dựa vào đâu",
        "what an event's date rests on",
        "stated|bài viết nêu rõ|stated in the article",
        "published|suy từ ngày đăng|from the publication date",
        "reporting_year|suy từ năm tổng kết|from the year under review",
        "context|suy từ ngày khác trong bài|from another date in the article",
        "term|suy từ nhiệm kỳ|from the term of office",
        "cited_document|không sớm hơn văn bản được dẫn|not before a cited document",
        "cross_document|từ bài khác về cùng sự kiện|from another article on the same event",
        "register|từ sổ đăng ký có nguồn|from a register row with a source",
        "correction|do người biên tập sửa|a correction",
        "none|không xác định được|not determined",
    ),
    _list(
        "time_of_day",
        "buổi",
        "part of the day",
        "morning|sáng|morning",
        "noon|trưa|noon",
        "afternoon|chiều|afternoon",
        "evening|tối|evening",
    ),
    _list(
        "event_format",
        "hình thức tổ chức",
        "how people met",
        "in_person|trực tiếp|in person",
        "online|trực tuyến|online",
        "hybrid|trực tiếp kết hợp trực tuyến|hybrid",
    ),
    _list(
        "event_status",
        "tình trạng sự kiện",
        "whether an event took place",
        "held|đã diễn ra|held",
        "announced|được thông báo|announced",
        "cancelled|bị hủy|cancelled",
        "unknown|không rõ|unknown",
    ),
    _list(
        "participation_role",
        "vai trò của người tham dự",
        "a person's role in an event",
        "chair|chủ trì|chair",
        "host|chủ nhà, người tiếp|host",
        "guest|khách|guest",
        "speaker|phát biểu|speaker",
        "attendee|tham dự|attendee",
        "signatory|ký kết|signatory",
        "appointee|được bổ nhiệm, được bầu|appointee",
        "recipient|nhận|recipient",
        "organizer|tổ chức|organizer",
    ),
    _list(
        "event_organization_role",
        "vai trò của tổ chức trong sự kiện",
        "a body's role in an event",
        "organizer|đơn vị tổ chức|organizer",
        "host|chủ nhà|host",
        "participant|tham gia|participant",
    ),
    _list(
        "event_country_role",
        "vai trò của nước trong sự kiện",
        "a country's role in an event",
        "host|nước chủ nhà|host",
        "guest|nước khách|guest",
        "subject|nước được nói tới|subject",
    ),
    _list(
        "event_directive_relation",
        "sự kiện liên quan thế nào tới văn bản",
        "how an event relates to a document",
        "disseminates|quán triệt, phổ biến|disseminates",
        "implements|triển khai thực hiện|implements",
        "reviews|sơ kết, tổng kết|reviews",
        "cites|dẫn|cites",
        "amends|sửa đổi|amends",
        "replaces|thay thế|replaces",
        "calls_for|kêu gọi ban hành|calls for",
    ),
    _list(
        "directive_relation",
        "quan hệ giữa hai văn bản",
        "how two documents relate",
        "replaces|thay thế|replaces",
        "amends|sửa đổi|amends",
        "implements|thực hiện|implements",
        "follows|tiếp nối|follows",
        "promulgates|ban hành kèm theo|promulgates",
    ),
    _list(
        "qualifier",
        "mức chính xác của con số",
        "how exact a figure is",
        "exact|đúng|exact",
        "more_than|hơn|more than",
        "at_least|ít nhất|at least",
        "about|khoảng|about",
        "nearly|gần|nearly",
        "at_most|nhiều nhất|at most",
        "less_than|dưới|less than",
    ),
    _list(
        "redirect_kind",
        "số phận của mã cũ",
        "what became of an identifier",
        "merged|đã gộp|merged",
        "split|đã tách|split",
        "moved|đã chuyển|moved",
        "withdrawn|đã rút|withdrawn",
    ),
    _list(
        "severity",
        "mức độ",
        "severity",
        "error|lỗi|error",
        "warning|cảnh báo|warning",
    ),
    _list(
        "language",
        "ngôn ngữ văn bản",
        "language of a text",
        "vi|tiếng Việt|Vietnamese",
        "en|tiếng Anh|English",
    ),
    _list(
        "claim_table",
        "bảng mà nguồn nói tới",
        "the table a claim is about",
        "events|sự kiện|events",
        "directives|văn bản|official documents",
        "organizations|tổ chức|organizations",
        "documents|tài liệu|documents",
        "people|người|people",
        "places|địa danh|places",
    ),
)

VOCABULARIES: dict[str, Vocabulary] = {v.name: v for v in _LISTS}
