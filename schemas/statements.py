"""Tables of what was said: figures that reports give, and instructions."""

from __future__ import annotations

from schemas.columns import coded, dated, identifier, integer, link, maybe, number, text
from schemas.model import Rule, Table
from schemas.sources import SPAN

_NONE = ("không nêu", "none is named")


class Figures(
    Table,
    table="figures",
    vi="Những con số mà báo cáo đưa ra.",
    rules=(Rule("range", "value <= value_max", "khoảng số phải thuận", "a range runs forward"),),
):
    """The numbers that reports give."""

    figure_id = identifier("fig", "mã số liệu", "the figure's identifier")
    document_id = link("documents.document_id", "tài liệu", "the document")
    mention_id = link("mentions.mention_id", "đề cập làm bằng chứng", "the mention it rests on")
    measure_vi = text("đếm cái gì", "what is counted, in Vietnamese")
    measure_en = maybe(text("đếm cái gì (tiếng Anh)", "what is counted, in English"), *_NONE)
    value = number("giá trị", "value")
    value_max = maybe(
        number("giá trị lớn nhất của khoảng", "the upper end of a range"), "không phải khoảng", "no range"
    )
    qualifier = coded("qualifier", "mức chính xác", "how exact it is")
    unit_vi = maybe(text("đơn vị", "unit"), *_NONE)
    subject_vi = maybe(text("về ai, cái gì", "about whom or what"), *_NONE)
    organization_id = maybe(link("organizations.organization_id", "tổ chức", "the body"), *_NONE)
    period = dated("thời kỳ", "the period it covers")
    part_of = maybe(
        link("figures.figure_id", "là một phần của số liệu", "the figure it is part of"), "độc lập", "stands alone"
    )


class Instructions(Table, table="instructions", vi="Ai yêu cầu ai làm gì.", rules=(SPAN,)):
    """Who asked whom to do what."""

    instruction_id = identifier("ins", "mã yêu cầu", "the instruction's identifier")
    document_id = link("documents.document_id", "tài liệu", "the document")
    mention_id = link("mentions.mention_id", "đề cập làm bằng chứng", "the mention it rests on")
    event_id = maybe(link("events.event_id", "sự kiện nơi nói", "the event at which it was said"), *_NONE)
    speaker_id = maybe(link("people.person_id", "người nói", "the speaker"), *_NONE)
    addressee = maybe(text("người, cơ quan được yêu cầu", "to whom it is addressed"), *_NONE)
    ordinal = maybe(
        integer("thứ tự (Một là, Hai là…)", "its place in a numbered list", minimum=1), "không đánh số", "no"
    )
    char_start = integer("vị trí bắt đầu của cả yêu cầu", "start of the whole, in code points")
    char_end = integer("vị trí kết thúc của cả yêu cầu (không gồm)", "end of the whole, exclusive")
    summary = text("160 ký tự đầu", "its first 160 characters", longest=160)
    trigger = maybe(text("từ mở đầu (đề nghị, yêu cầu…)", "the word that opens it"), "không có", "none")
    directive_id = maybe(link("directives.directive_id", "văn bản được nói tới", "the document it is about"), *_NONE)
