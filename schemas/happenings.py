"""Tables of official documents and events, and of who and what took part in them."""

from __future__ import annotations

from schemas.columns import COUNTRY, ROMAN, coded, dated, flag, identifier, integer, link, maybe, text
from schemas.model import Table

_DOCUMENT = ("tài liệu nói điều đó", "the document that says so")
_MENTION = ("đề cập làm bằng chứng", "the mention it rests on")


class Directives(Table, table="directives", vi="Văn bản chính thức: chỉ thị, nghị quyết, kết luận, quyết định, luật…"):
    """Official documents: directives, resolutions, conclusions, decisions, laws, treaties."""

    directive_id = identifier("dir", "mã văn bản", "the document's identifier")
    type_code = maybe(
        text("mã loại (CT, NQ, QĐ…)", "code of its type (CT, NQ, QĐ…)"), "loại không có mã", "has no code"
    )
    type_vi = text("loại văn bản như viết", "type, as written")
    type_en = maybe(text("loại tiếng Anh", "type in English"), "sổ đăng ký không có", "no register gives the English")
    number = maybe(text("số như in", "number, as printed"), "không nêu số", "no number is given")
    symbol = maybe(
        text("ký hiệu chuẩn hóa (12-CT/TW)", "normalised symbol (12-CT/TW)"),
        "chỉ biết loại và tên hoặc số",
        "only a type and a name or number is known",
    )
    system = coded("system", "hệ thống", "system")
    issuer_id = maybe(link("organizations.organization_id", "cơ quan ban hành", "the body that issued it"))
    term = maybe(text("khóa (số La Mã)", "term (Roman numeral)", pattern=ROMAN))
    issued = dated("ngày ban hành", "date of issue")
    title = maybe(text("trích yếu hoặc tên", "subject or name"))
    in_register = flag("có trong sổ văn bản", "stands in the register of official documents")
    n_documents = integer("số tài liệu nhắc tới", "number of documents that name it")


class Events(Table, table="events", vi="Sự kiện: ở một nơi, vào một lúc, đã diễn ra hoặc được thông báo."):
    """Happenings at a time and a place that took place or are announced."""

    event_id = identifier("evt", "mã sự kiện", "the event's identifier")
    event_type = coded("event_type", "loại", "type")
    name = text("tên hoặc câu tường thuật", "its name, or the phrase that reports it")
    name_ascii = text("tên không dấu để tra cứu", "the name without diacritics, to search by")
    date = dated("ngày diễn ra", "date")
    date_basis = coded("date_basis", "ngày dựa vào đâu", "what the date rests on")
    time_of_day = maybe(coded("time_of_day", "buổi", "part of the day"))
    place = maybe(text("nơi như viết", "place, as written"))
    place_id = maybe(link("places.place_id", "địa danh", "the place"), "nơi không có trong sổ", "not in the register")
    format = maybe(coded("event_format", "hình thức", "in person, online or both"))
    status = coded("event_status", "tình trạng", "status")
    ordinal = maybe(integer("lần thứ mấy", "the N of 'the Nth'", minimum=1))
    term = maybe(text("khóa (số La Mã)", "term (Roman numeral)", pattern=ROMAN))
    series_id = maybe(text("chuỗi sự kiện định kỳ", "the series it belongs to"), "không thuộc chuỗi", "of no series")
    part_of = maybe(link("events.event_id", "thuộc sự kiện", "the event it is part of"), "độc lập", "stands alone")
    n_documents = integer("số tài liệu nhắc tới", "number of documents that tell of it", minimum=0)


class EventDocuments(Table, table="event_documents", vi="Tài liệu nào nói tới sự kiện nào."):
    """Which document tells of which event."""

    event_id = link("events.event_id", "sự kiện", "the event", key=True)
    document_id = link("documents.document_id", "tài liệu", "the document", key=True)
    is_primary = flag("bài tường thuật sự kiện, không chỉ nhắc tới", "the document reports it, not merely mentions it")


class Participations(Table, table="participations", vi="Ai tham gia sự kiện nào, với vai trò gì."):
    """Who took part in which event, and how."""

    event_id = link("events.event_id", "sự kiện", "the event", key=True)
    person_id = link("people.person_id", "người", "the person", key=True)
    role = coded("participation_role", "vai trò", "role", key=True)
    document_id = link("documents.document_id", *_DOCUMENT, key=True)
    mention_id = link("mentions.mention_id", *_MENTION)


class EventOrganizations(Table, table="event_organizations", vi="Tổ chức nào tham gia sự kiện nào, với vai trò gì."):
    """Which body took part in which event, and how."""

    event_id = link("events.event_id", "sự kiện", "the event", key=True)
    organization_id = link("organizations.organization_id", "tổ chức", "the body", key=True)
    role = coded("event_organization_role", "vai trò", "role", key=True)
    document_id = link("documents.document_id", *_DOCUMENT, key=True)
    mention_id = link("mentions.mention_id", *_MENTION)


class EventCountries(Table, table="event_countries", vi="Nước nào liên quan sự kiện nào, với vai trò gì."):
    """Which country took part in which event, and how."""

    event_id = link("events.event_id", "sự kiện", "the event", key=True)
    country = text("nước (ISO 3166-1)", "country (ISO 3166-1)", key=True, pattern=COUNTRY)
    role = coded("event_country_role", "vai trò", "role", key=True)
    document_id = link("documents.document_id", *_DOCUMENT, key=True)
    mention_id = link("mentions.mention_id", *_MENTION)


class EventDirectives(Table, table="event_directives", vi="Sự kiện liên quan thế nào tới văn bản."):
    """How an event relates to an official document."""

    event_id = link("events.event_id", "sự kiện", "the event", key=True)
    directive_id = link("directives.directive_id", "văn bản", "the official document", key=True)
    relation = coded("event_directive_relation", "quan hệ", "relation", key=True)
    document_id = link("documents.document_id", *_DOCUMENT, key=True)
    mention_id = link("mentions.mention_id", *_MENTION)


class DirectiveRelations(Table, table="directive_relations", vi="Văn bản này liên quan thế nào tới văn bản kia."):
    """How one official document relates to another."""

    directive_id = link("directives.directive_id", "văn bản", "the document", key=True)
    relation = coded("directive_relation", "quan hệ", "relation", key=True)
    target_id = link("directives.directive_id", "văn bản kia", "the other document", key=True)
    source_id = text(
        "nguồn: mã tài liệu, hoặc reg-…", "source: the document's id, or reg-…", key=True, pattern=r"^(doc|reg)-\S.*$"
    )
    document_id = maybe(link("documents.document_id", *_DOCUMENT), "nguồn là sổ đăng ký", "the source is a register")
    mention_id = maybe(link("mentions.mention_id", *_MENTION), "nguồn là sổ đăng ký", "the source is a register")
