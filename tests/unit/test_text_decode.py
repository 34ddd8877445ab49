"""Encodings: told by their form or by the syllables they give; what is no text is said to be none."""

from __future__ import annotations

import pytest

from pipeline.text.decode import NotText, decode
from pipeline.text.syllables import is_bare_syllable, is_syllable, plausibility
from tests.legacy import ENCODERS

TEXT = "Hội hữu nghị họp sáng nay tại Huế.\nBà Trần Thị Mẫu, Chủ tịch Hội, đề nghị mở rộng quan hệ với bạn bè các nước."


@pytest.mark.parametrize("encoding", sorted(ENCODERS))
def test_each_old_encoding(encoding: str) -> None:
    assert decode(ENCODERS[encoding](TEXT)) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
    ],
)
def test_unicode(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)


def test_decomposed_letters_become_one() -> None:
    assert decode("Hô\u0323i".encode()).text == "Hội"


def test_old_bytes_kept_as_unicode_are_put_right() -> None:
    assert decode(ENCODERS["vni"](TEXT).decode("cp1252").encode()) == (TEXT, "utf-8+vni")


def test_foreign_words_stay_as_they_are() -> None:
    assert decode("déjà vu à la carte".encode()).text == "déjà vu à la carte"


def test_a_lost_byte_does_not_lose_the_text() -> None:
    found = decode(TEXT.encode() + "ộ".encode()[:2])
    assert (found.text[: len(TEXT)], found.encoding) == (TEXT, "utf-8-damaged")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
        (b"PK\x03\x04....", "zip archive"),
        (b"\x89PNG\r\n", "a picture"),
        (bytes(range(256)) * 4, "no encoding|binary"),
        (b"\x00\x01\x02\x03" * 20, "binary"),
        (b"caf\xe9 au lait, cr\xe8me br\xfbl\xe9e", "no encoding"),
        (b"\xff\xfeA", "utf-16 broken"),
    ],
)
def test_no_text(data: bytes, says: str) -> None:
    with pytest.raises(NotText, match=says):
        decode(data)


@pytest.mark.parametrize(
    "word",
    [*("nghiêng", "quốc", "giếng", "gì", "yếu", "Uỷ"), *("thuỷ", "khuya", "xoong", "ĐẢNG", "huỳnh", "khuếch")],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["höõu", "déjà", "über", "ngjhị", "bzz", "ámá"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_syllables_without_marks() -> None:
    assert all(map(is_bare_syllable, ["Doi", "ngoai", "nhan", "dan"]))
    assert not is_bare_syllable("friendship")
    assert plausibility("no marks at all") == 0.0
