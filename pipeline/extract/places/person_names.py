"""Telling a place from a person who bears its name: "bà Nga", "Lê Thị Nga", "Trần Thái Bình" are no places."""

from __future__ import annotations

import re

from pipeline.text.fold import fold
from pipeline.text.names import is_surname, words
from pipeline.text.spans import Span

_HONORIFICS = words("ông bà anh chị em cô chú bác cụ thầy cháu đồng_chí đ/c")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
# One-word names that are everyday words when they open a sentence or stand before one of these words.
_EVERYDAY = {
    "anh": words("sơn em chị hùng dũng ta ấy là đã sẽ đang cho nói kể còn cũng và vừa từng được bị"),
    "pháp": words("vân luật lý lệnh chế nhân y danh môn luân lí"),
    "mỹ": words(
        "lai tho hào lộc xuyên tú thuận phước khê sơn thủy lệ tâm linh hạnh dung đức thuật phẩm quan viện đình nhân học"
    ),
    "đức": words("thọ phổ cơ trọng linh hòa huệ phật chúa thánh giáo mẹ cha tính độ hồng dục"),
    "ý": words("yên nhi lan kiến thức nghĩa tưởng chí định đồ thích muốn là"),
    "áo": words("dài quần khoác"),
    "nga": words("my sơn"),
    "nhật": words("ký trình báo thực tân"),
}
# After one of these a one-word name is the country's.
_BEFORE_COUNTRY = words("nước tại sang thăm người tới")
_SENTENCE_WORDS = frozenset({"anh", "ý", "áo"})
_LONGEST_NAME = 4


def is_in_a_person(text: str, span: Span, is_one_word: bool) -> bool:
    """True where the place's name at ``span`` is part of a person's, or an everyday word."""
    if is_one_word and _is_everyday(text, span):
        return True
    before = _words_before(text, span.start)
    if not before:
        return False
    if fold(before[0]) in _HONORIFICS:
        return is_one_word
    run = _capitalised_run(before)
    if not run:
        return False
    after_run = before[len(run)] if len(before) > len(run) else ""
    return is_surname(run[-1]) or (is_one_word and fold(after_run) in _HONORIFICS)


def _is_everyday(text: str, span: Span) -> bool:
    word = fold(span.of(text))
    before = _WORD_BEFORE.search(text[max(0, span.start - 10) : span.start])
    if before and fold(before[1]) in _BEFORE_COUNTRY:
        return False
    following = re.match(r" ([^\W\d_]+)", text[span.end : span.end + 16])
    if following and fold(following[1]) in _EVERYDAY.get(word, ()):
        return True
    return word in _SENTENCE_WORDS and _opens_sentence(text, span.start)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(' "“‘(')
    return not before or before[-1] in "\n.!?:…-"


def _words_before(text: str, start: int) -> list[str]:
    """Up to five words that stand before ``start`` with nothing but single spaces between, nearest first."""
    found: list[str] = []
    while len(found) <= _LONGEST_NAME and (match := _WORD_BEFORE.search(text[max(0, start - 14) : start])):
        found.append(match[1])
        start -= len(match[0])
    return found


def _capitalised_run(before: list[str]) -> list[str]:
    run: list[str] = []
    for word in before:
        if not (word[0].isupper() and (len(word) == 1 or word[1:].islower())):
            break
        run.append(word)
    return run
