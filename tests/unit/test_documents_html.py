"""Web pages: the visible text is the document, and its parts are told by the mark-up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.documents.model import Document
from pipeline.documents.parse import UnreadableDocument, parse

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Gặp gỡ hữu nghị Việt Nam - Lào | Báo Thử</title>
<meta property="og:site_name" content="Báo Thử">{head}
<link rel="canonical" href="https://bao.example/gap-go.html"><script>var tin = "không thấy"</script></head>
<body><header><div class="clock">Thứ Ba, 28/05/2024 23:47</div>
<nav><li>Trang chủ</li><li>Kiều bào ta</li></nav></header>
<article><h1>Gặp gỡ hữu nghị Việt Nam - Lào</h1>
<p>Sáng 4/3, tại Hà Nội, Hội hữu nghị Việt Nam - Lào đã tổ chức buổi gặp gỡ với đoàn đại biểu
   nước bạn, nhân dịp năm mới cổ truyền của hai dân tộc.</p>
<figure><img src="x.jpg" alt="Gap go"><figcaption>Bà Trần Thị Mẫu trao quà. Ảnh: Văn Thử</figcaption></figure>
<p>Phát biểu tại buổi gặp gỡ, <b>Chủ tịch Hội Trần Thị Mẫu</b> nhấn mạnh quan hệ đặc biệt giữa hai nước.<!-- x --></p>
<p style="display: none">Không ai thấy dòng này.</p>
<p>Đại sứ nước bạn cảm ơn tình cảm của nhân dân Việt Nam và chúc quan hệ hai nước mãi mãi xanh tươi.</p>
<p><strong>Nguyễn Thử</strong></p></article>
<aside><h3>Tin liên quan</h3><a href="#">Hội nghị tổng kết năm 2020 của Hội</a></aside>
<footer>Bản quyền thuộc Báo Thử</footer></body></html>"""
META = '<meta property="article:published_time" content="2021-03-04T09:15:00+07:00">'
LINKED = '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-03-04T09:15:00+07:00"}]}</script>'


def page(head: str = "") -> Document:
    return parse(PAGE.format(head=head).replace("{{", "{").encode(), "a.html")


def test_the_visible_text_is_the_text() -> None:
    text = page().text
    assert "không thấy" not in text
    assert "Không ai thấy" not in text
    assert "với đoàn đại biểu nước bạn, nhân dịp" in text
    assert "Thứ Ba, 28/05/2024 23:47" in text


def test_zones_follow_the_mark_up() -> None:
    document = page()
    zones = [(z.kind, z.span.of(document.text)[:20]) for z in document.zones]
    assert [kind for kind, _ in zones] == [
        *("furniture", "furniture", "furniture", "title", "lead", "caption", "byline", "body", "body", "byline"),
        *("furniture", "furniture", "furniture"),
    ]
    assert ("caption", "Bà Trần Thị Mẫu trao") in zones


def test_what_the_head_says() -> None:
    document = page(META)
    assert document.title == "Gặp gỡ hữu nghị Việt Nam - Lào"
    assert document.publisher == "Báo Thử"
    assert document.url == "https://bao.example/gap-go.html"
    assert document.published == "2021-03-04T09:15"
    assert document.byline == "Nguyễn Thử"
    assert document.media_type == "text/html"


def test_the_date_in_linked_data() -> None:
    assert page(LINKED).published == "2021-03-04T09:15"


def test_the_clock_of_the_page_is_no_date() -> None:
    assert page().published is None


def test_a_page_is_told_by_its_first_words_too() -> None:
    assert parse(b"<html><body><p>Xin ch\xc3\xa0o</p></body></html>", "row#1").text == "Xin chào"


@pytest.mark.parametrize("markup", ["", "<html></html>", "<p></p>", "<!-- -->"])
def test_a_page_without_text(markup: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.html: there is no text"):
        parse(markup.encode(), "a.html")


def test_plain_text_loads_no_parser_of_pages() -> None:
    code = (
        "import sys; from pipeline.documents.parse import parse; parse(b'Xin.', 'a.txt'); print('lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
