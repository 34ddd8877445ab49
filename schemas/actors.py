"""Tables of who there is: people, names, positions, memberships, organizations, places."""

from __future__ import annotations

from schemas.columns import COUNTRY, WIKIDATA, coded, dated, identifier, integer, link, maybe, text
from schemas.model import Table
from schemas.sources import ENTITIES

_NOT_LINKED = ("chưa gắn", "not linked")
_NO_ENGLISH = ("sổ đăng ký không có tên tiếng Anh", "no register gives the English")
_ASCII_VI = "tên không dấu để tra cứu (đ -> d)"
_ASCII_EN = "the name without diacritics, to search by (đ -> d)"


class People(Table, table="people", vi="Người có chức vụ hoặc tham gia sự kiện, và nhân vật lịch sử."):
    """People with an office or a part in an event, and historical persons."""

    person_id = identifier("per", "mã người", "the person's identifier")
    name = text("họ tên có dấu", "name, with diacritics")
    name_ascii = text(_ASCII_VI, _ASCII_EN)
    family_name = maybe(text("họ", "family name"), "không tách được", "the name is not divided")
    given_name = maybe(text("tên gọi", "given name"), "không tách được", "the name is not divided")
    wikidata_id = maybe(text("mã Wikidata", "Wikidata item", pattern=WIKIDATA), *_NOT_LINKED)
    n_documents = integer("số tài liệu nhắc tới", "number of documents that name the person")
    first_seen = dated("tài liệu sớm nhất nhắc tới", "the earliest document that names the person")
    last_seen = dated("tài liệu muộn nhất nhắc tới", "the latest document that names the person")


class Names(Table, table="names", vi="Mọi dạng tên đã gặp."):
    """Every form of a name that was met."""

    entity_id = link((*ENTITIES, "places.place_id"), "thực thể mang tên", "the entity that bears it", key=True)
    name = text("tên như đã gặp", "the name as met", key=True)
    kind = coded("name_kind", "loại tên", "kind of name", key=True)
    source_id = text(
        "nguồn: mã tài liệu, hoặc reg-…", "source: the document's id, or reg-…", key=True, pattern=r"^(doc|reg)-\S.*$"
    )
    name_ascii = text(_ASCII_VI, _ASCII_EN)
    document_id = maybe(
        link("documents.document_id", "tài liệu", "the document"),
        "nguồn là sổ đăng ký",
        "the source is a register",
    )


class Positions(Table, table="positions", vi="Một người giữ chức gì, theo lời của tài liệu nào."):
    """What a person was, on whose word."""

    position_id = identifier("pos", "mã chức vụ", "the position's identifier")
    person_id = link("people.person_id", "người", "the person")
    title = text("chức danh đầy đủ như viết, bỏ kính ngữ", "the whole phrase as written, honorifics off")
    title_en = maybe(text("chức danh tiếng Anh", "title in English"), *_NO_ENGLISH)
    organization_id = maybe(
        link("organizations.organization_id", "tổ chức trong chức danh", "the body that the title names"),
        "chức danh không nêu tổ chức",
        "the title names no body",
    )
    status = coded("position_status", "tình trạng", "whether it is held")
    document_id = link("documents.document_id", "tài liệu nói điều đó", "the document that says so")
    mention_id = link("mentions.mention_id", "đề cập người mang chức danh", "the mention it stands by")
    as_of = dated("thời điểm mà tài liệu nói tới", "the day of which the document speaks")


class Memberships(Table, table="memberships", vi="Ai giữ chức gì, từ khi nào đến khi nào, ghép từ các chức vụ."):
    """Who held what from when to when, put together from positions."""

    membership_id = identifier("mbr", "mã thành viên", "the membership's identifier")
    person_id = link("people.person_id", "người", "the person")
    organization_id = maybe(
        link("organizations.organization_id", "tổ chức", "the body"),
        "chức danh không nêu tổ chức",
        "the title names no body",
    )
    role = coded("membership_role", "vai trò", "role")
    title = text("chức danh", "title")
    from_ = dated("giữ chức từ", "held from")
    to = dated("giữ chức đến", "held to")
    n_positions = integer("số dòng chức vụ làm căn cứ", "number of positions it rests on", minimum=1)


class Organizations(Table, table="organizations", vi="Tổ chức, cơ quan."):
    """Bodies: party and state organs, unions, friendship associations, foreign and international organisations."""

    organization_id = identifier("org", "mã tổ chức", "the body's identifier")
    name = text("tên có dấu", "name, with diacritics")
    name_ascii = text(_ASCII_VI, _ASCII_EN)
    name_en = maybe(text("tên tiếng Anh", "name in English"), *_NO_ENGLISH)
    abbreviation = maybe(text("tên viết tắt", "abbreviation"), "không có", "none is known")
    kind = coded("organization_kind", "loại tổ chức", "kind of body")
    country = maybe(text("nước (ISO 3166-1)", "country (ISO 3166-1)", pattern=COUNTRY))
    parent_id = maybe(
        link("organizations.organization_id", "cơ quan cấp trên", "the body it belongs to"), "không rõ", "not known"
    )
    valid_from = dated("tồn tại từ", "existed from")
    valid_to = dated("tồn tại đến", "existed to")
    wikidata_id = maybe(text("mã Wikidata", "Wikidata item", pattern=WIKIDATA), *_NOT_LINKED)


class Places(Table, table="places", vi="Địa danh, kèm thời gian tồn tại."):
    """Places, with the time in which they were so called."""

    place_id = identifier("plc", "mã địa danh", "the place's identifier")
    name = text("tên có dấu", "name, with diacritics")
    name_ascii = text(_ASCII_VI, _ASCII_EN)
    country = maybe(text("nước (ISO 3166-1)", "country (ISO 3166-1)", pattern=COUNTRY))
    valid_from = dated("tồn tại từ", "existed from")
    valid_to = dated("tồn tại đến", "existed to")
