"""Tables of what came in and what each source says: files, documents, zones, mentions, claims, redirects, issues."""

from __future__ import annotations

from schemas.columns import SHA256, coded, dated, flag, identifier, integer, link, maybe, text
from schemas.model import Rule, Table

ENTITIES = (
    "people.person_id",
    "organizations.organization_id",
    "directives.directive_id",
    "events.event_id",
)
_ENTITY_OF_MENTION = (*ENTITIES, "figures.figure_id", "instructions.instruction_id")
_CLAIM_ROWS = (
    "events.event_id",
    "directives.directive_id",
    "organizations.organization_id",
    "documents.document_id",
    "people.person_id",
    "places.place_id",
)
SPAN = Rule("span", "char_start < char_end", "khoảng ký tự không rỗng", "a span is not empty")
_OPEN_SPAN = Rule(
    "span",
    "(char_start IS NULL) = (char_end IS NULL) AND char_start <= char_end",
    "khoảng ký tự có đủ hai đầu",
    "a span has both ends, in order",
)


class Files(Table, table="files", vi="Mọi tệp đầu vào, mỗi tệp đúng một dòng."):
    """Every input, exactly one row each."""

    source_path = text("đường dẫn của tệp trong thư mục đầu vào", "the file's path within the input", key=True)
    sha256 = text(
        "SHA-256 của nội dung tệp (rỗng khi không đọc được tệp)",
        "SHA-256 of the file's bytes (empty where they could not be read)",
        key=True,
        pattern=r"^([0-9a-f]{64})?$",
    )
    document_id = maybe(
        link("documents.document_id", "tài liệu đọc được từ tệp", "the document read from the file"),
        "không có tài liệu nào",
        "no document came of it",
    )
    status = coded("file_status", "tệp đã được xử lý ra sao", "what became of the file")
    media_type = text("loại nội dung (MIME)", "media type (MIME)")
    encoding = maybe(
        text("bảng mã đã nhận ra", "the character encoding that was detected"), "không có văn bản", "there is no text"
    )


class Documents(
    Table,
    table="documents",
    vi="Mỗi bài viết đọc được.",
    rules=(Rule("counts", "n_chars > 0", "tài liệu có chữ", "a document has text"),),
):
    """Every text that was read."""

    document_id = identifier("doc", "mã tài liệu", "the document's identifier")
    source_path = link("files.source_path", "tệp đầu tiên chứa tài liệu", "the first file that holds it")
    text_sha256 = text("SHA-256 của văn bản đã giải mã (UTF-8, NFC)", "SHA-256 of the decoded text", pattern=SHA256)
    language = coded("language", "ngôn ngữ", "language")
    title = maybe(text("tiêu đề", "title"))
    publisher = maybe(text("cơ quan hoặc trang đăng", "publisher or site"))
    agency = maybe(text("hãng tin được ghi nguồn", "the agency credited"))
    byline = maybe(text("tác giả như ghi trong bài", "author as printed"))
    url = maybe(text("địa chỉ của bài", "the article's address", pattern=r"^https?://\S+$"))
    published = dated("ngày đăng", "date of publication")
    n_chars = integer("số ký tự Unicode", "number of code points")
    n_mentions = integer("số đề cập", "number of mentions")


class Zones(Table, table="zones", vi="Phần nào của tài liệu là gì.", rules=(SPAN,)):
    """What part of a document is what; from furniture no fact is taken."""

    document_id = link("documents.document_id", "tài liệu", "the document", key=True)
    char_start = integer("vị trí bắt đầu (ký tự Unicode, từ 0)", "start, in code points from 0", key=True)
    char_end = integer("vị trí kết thúc (không gồm)", "end, exclusive")
    kind = coded("zone_kind", "loại phần", "what the part is")


class Mentions(
    Table,
    table="mentions",
    vi="Bằng chứng: mọi dữ kiện ở bảng khác dẫn về đây hoặc về một dòng sổ đăng ký.",
    rules=(
        SPAN,
        Rule(
            "quote_length",
            "char_end - char_start = length(quote)",
            "trích dẫn dài đúng bằng khoảng ký tự",
            "a quote is as long as its span",
        ),
        Rule(
            "entity",
            "(kind IN ('date', 'place')) = (entity_id IS NULL)",
            "chỉ ngày và địa danh không có thực thể",
            "only dates and places have no entity",
        ),
    ),
):
    """The evidence: every fact in the other tables leads here or to a register row."""

    mention_id = identifier("men", "mã đề cập", "the mention's identifier")
    document_id = link("documents.document_id", "tài liệu", "the document")
    char_start = integer("vị trí bắt đầu (ký tự Unicode, từ 0)", "start, in code points from 0")
    char_end = integer("vị trí kết thúc (không gồm)", "end, exclusive")
    quote = text("đúng nguyên văn trong khoảng", "exactly the characters of the span", longest=160)
    kind = coded("mention_kind", "loại đề cập", "kind of mention")
    entity_id = maybe(
        link(_ENTITY_OF_MENTION, "dòng tương ứng trong bảng của loại đó", "the row in the table of its kind"),
        "ngày hoặc địa danh",
        "a date or a place",
    )
    value = maybe(
        text(
            "giá trị mà chính bài viết cho: ngày là EDTF, địa danh là tên chuẩn hóa, văn bản là ký hiệu",
            "what its own article gives: date: EDTF; place: normalised name; directive: symbol",
        ),
        "loại này không có giá trị",
        "its kind has no value, or the article gives none",
    )
    rule = text("quy tắc đã tìm ra", "the rule that found it")


class Claims(
    Table,
    table="claims",
    vi="Mỗi nguồn nói gì về một trường dữ liệu; các nguồn khác nhau là các dòng khác nhau.",
    rules=(
        Rule(
            "source",
            "mention_id IS NOT NULL OR register_row IS NOT NULL OR document_id IS NOT NULL",
            "lời khẳng định phải có nguồn",
            "a claim has a source",
        ),
    ),
):
    """Where sources speak about one field, each source's word; nothing is averaged away."""

    claim_id = identifier("clm", "mã lời khẳng định", "the claim's identifier")
    table_name = coded("claim_table", "bảng", "the table")
    row_id = link(_CLAIM_ROWS, "dòng", "the row")
    column_name = text("cột (ngày: phần trước _edtf)", "the column (dates: the part before _edtf)")
    value = text("giá trị nguồn cho", "the value that the source gives")
    document_id = maybe(
        link("documents.document_id", "tài liệu nói điều đó", "the document that says it"),
        "nguồn là sổ đăng ký",
        "the source is a register",
    )
    mention_id = maybe(
        link("mentions.mention_id", "đề cập nói điều đó", "the mention that says it"),
        "không có đoạn riêng",
        "no span of its own",
    )
    register_row = maybe(text("dòng sổ đăng ký", "the register's row"), "nguồn là tài liệu", "the source is a document")
    chosen = flag("dòng thực thể lấy giá trị này", "the entity's row shows this one")


class Redirects(
    Table,
    table="redirects",
    vi="Mã cũ nay là gì.",
    rules=(
        Rule(
            "withdrawn",
            "(kind = 'withdrawn') = (new_id = '')",
            "chỉ mã đã rút không có mã mới",
            "only a withdrawn identifier has no new one",
        ),
    ),
):
    """What became of an identifier."""

    old_id = text("mã cũ", "the old identifier", key=True)
    new_id = link(
        (*ENTITIES, "redirects.old_id"),
        "mã mới (rỗng khi đã rút)",
        "the new identifier (empty where withdrawn)",
        key=True,
    )
    kind = coded("redirect_kind", "loại thay đổi", "what happened")
    since = text("từ phiên bản nội dung nào", "since which content version")
    reason = text("lý do", "the reason")


class Issues(
    Table,
    table="issues",
    vi="Những gì không được đưa vào, và vì sao.",
    rules=(_OPEN_SPAN,),
):
    """What was not taken in, and why; nothing disappears."""

    issue_id = identifier("iss", "mã vấn đề", "the issue's identifier")
    source_path = maybe(
        link("files.source_path", "tệp liên quan", "the file it is about"), "cả lần dựng", "the whole build"
    )
    document_id = maybe(
        link("documents.document_id", "tài liệu liên quan", "the document it is about"),
        "không thuộc tài liệu nào",
        "not about a document",
    )
    code = text("mã vấn đề", "what kind of issue", pattern=r"^[a-z][a-z0-9_.-]*$")
    severity = coded("severity", "mức độ", "severity")
    char_start = maybe(integer("vị trí bắt đầu", "start, in code points"), "cả tài liệu", "the whole document")
    char_end = maybe(integer("vị trí kết thúc", "end, exclusive"), "cả tài liệu", "the whole document")
    message = text("giải thích", "explanation")
