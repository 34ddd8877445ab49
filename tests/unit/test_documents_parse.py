"""What a document says of itself, and what is said of what is none."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.documents.model import Given
from pipeline.documents.parse import UnreadableDocument, parse

TEXT = """Tăng cường hữu nghị với bạn bè

Sáng 4/3, Hội hữu nghị họp tại Huế.

Hội nghị nhất trí.

Văn Thử (TTXVN/Vietnam+)"""


def test_title_agency_signature_outlet() -> None:
    document = parse(TEXT.encode(), "a.txt")
    assert document.title == "Tăng cường hữu nghị với bạn bè"
    assert (document.agency, document.byline, document.publisher) == ("TTXVN", "Văn Thử", "Vietnam+")
    assert (document.language, document.encoding, document.media_type) == ("vi", "utf-8", "text/plain")
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_credit_names_no_agency_of_the_report() -> None:
    text = TEXT.replace("Văn Thử (TTXVN/Vietnam+)", "PV").replace("nhất trí.", "nhất trí.\n\nQuang cảnh. Ảnh: TTXVN")
    assert parse(text.encode(), "a.txt").agency is None


def test_what_is_given_beside_the_text() -> None:
    given = Given("Tên khác", "https://hoi.example/1", "2020-01-02T07:05:00+07:00")
    document = parse(b"H\xe1\xbb\x8dp h\xc3\xb4m qua.", "r.jsonl#1", given)
    assert (document.title, document.url, document.published) == (
        "Tên khác",
        "https://hoi.example/1",
        "2020-01-02T07:05",
    )


@pytest.mark.parametrize("published", ["hôm qua", "2020-02-31", ""])
def test_a_given_date_that_is_none_is_left_out(published: str) -> None:
    assert parse(TEXT.encode(), "a.txt", Given(published=published)).published is None


def test_a_given_day_in_the_vietnamese_order() -> None:
    assert parse(TEXT.encode(), "a.txt", Given(published="02/01/2020")).published == "2020-01-02"


def test_the_address_of_the_source_is_the_url() -> None:
    text = TEXT.replace("Văn Thử (TTXVN/Vietnam+)", "Nguồn: https://hoi.example/bai.html")
    assert parse(text.encode(), "a.txt").url == "https://hoi.example/bai.html"


def test_another_language_is_not_called_vietnamese() -> None:
    assert parse(b"The association met in Hue on 4 March.", "a.txt").language == "en"
    assert parse(b"L'association se retrouve demain.", "a.txt").language == "und"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b" \n\t", "empty"), (b"%PDF-1.4", "undecodable"), (b"\xe9\xe9\xe9", "undecodable")],
)
def test_what_is_no_text_says_where_and_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^in/a\.txt: .*Save it as plain text in UTF-8") as caught:
        parse(data, "in/a.txt")
    assert caught.value.code == code
