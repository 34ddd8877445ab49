"""Whom a name may mean: the index leaves out nobody whom the tests of names accept, and takes time in proportion."""

import time
from itertools import islice, product

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.people.link import Circle, _fits, _join, _stands_for
from pipeline.extract.people.syllables import is_syllable

LETTERS = st.text("aăbn.", min_size=1, max_size=3)
LONG = st.sampled_from(["thongloun", "thonloun", "sisoulith", "sisoulitt", "xisoulith", "thonglounx"])
NAMES = st.lists(st.one_of(LETTERS, LONG), min_size=1, max_size=4).map(tuple)


def circle_of(names: list[tuple[str, ...]]) -> Circle:
    circle = Circle()
    for name in names:
        circle.meet(name, all(map(is_syllable, name)))
    return circle


@given(st.lists(NAMES, max_size=8), NAMES)
def test_a_full_name_finds_all_whom_it_fits(met: list[tuple[str, ...]], name: tuple[str, ...]) -> None:
    circle = circle_of(met)
    fitting = [who for who, known in enumerate(circle.people) if _fits(name, known)]
    found = circle.namesakes.of_name(name)
    assert [who for who in found if _fits(name, circle.people[who])] == fitting


@given(st.lists(NAMES, max_size=8), st.one_of(LETTERS, LONG), st.booleans())
def test_one_word_finds_all_whom_it_stands_for(met: list[tuple[str, ...]], word: str, announced: bool) -> None:
    circle = circle_of(met)
    able = [who for who, known in enumerate(circle.people) if _stands_for(word, known, announced)]
    found = circle.namesakes.of_word(word)
    assert [who for who in found if _stands_for(word, circle.people[who], announced)] == able


def test_many_people_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        names = list(islice(product(*[[f"{a}{b}" for a in "bcdghklmnt" for b in "aeiou"]] * 3), count))
        circle = Circle()
        start = time.process_time()
        for name in names:
            _join(circle, name)
        assert len(circle.people) == count
        return time.process_time() - start

    short, long = (min(seconds(count) for _ in range(3)) for count in (500, 4_000))
    assert long < 30 * max(short, 0.002)
