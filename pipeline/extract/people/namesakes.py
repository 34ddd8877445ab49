"""Whom of the people met a name may mean, found without comparing it with everyone.

What is found holds everyone whom the tests of ``link`` can accept, and others too: the tests decide."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.text.fold import to_ascii

# Two spellings of this length that differ by one letter begin or end with the same four.
_LONG, _HALF = 9, 4

Key = tuple[str, ...]


@dataclass(slots=True)
class Namesakes:
    """People (by number) filed under what their names share with others that may mean them."""

    _filed: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def add(self, who: int, key: Key, native: bool) -> None:
        """File a person under his fullest name; numbers rise from one call to the next."""
        joined = "".join(key)
        names = [("whole", joined), *(("word", word) for word in key)]
        if native:
            names += [("ascii", to_ascii(" ".join(key))), *(("pair", " ".join(key[i:])) for i in range(len(key) - 1))]
        else:
            names += [("foreign", word) for word in key] + [("letter", word[:1]) for word in key] + _halves(joined)
        for part in key:
            names += [(f"part {half}", letters) for half, letters in _halves(part)]
        for name in dict.fromkeys(names):
            self._filed.setdefault(name, []).append(who)

    def of_name(self, key: Key) -> list[int]:
        """Those whom a full name may mean, in rising order."""
        joined = "".join(key)
        spelt = next((("foreign", word) for word in key if not word.endswith(".")), ("letter", key[0][:1]))
        names = [("whole", joined), ("ascii", to_ascii(" ".join(key))), ("pair", " ".join(key)), spelt]
        return self._under([*names, *_halves(joined)])

    def of_word(self, word: str) -> list[int]:
        """Those whom a name of one word may mean, in rising order."""
        parts = [(f"part {half}", letters) for half, letters in _halves(word)]
        return self._under([("whole", word), ("word", word), *parts])

    def _under(self, names: list[tuple[str, str]]) -> list[int]:
        return sorted({who for name in names for who in self._filed.get(name, ())})


def _halves(spelling: str) -> list[tuple[str, str]]:
    if len(spelling) < _LONG:
        return []
    return [("begins", spelling[:_HALF]), ("ends", spelling[-_HALF:])]
