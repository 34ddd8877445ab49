"""What a closed list is: codes with a Vietnamese and an English label, and ``other`` for what is not known.

Belongs here: the values. Does not: any list (``vocabularies``).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One code of a list with its labels; ``aliases``: other spellings that registers use for it."""

    code: str
    vi: str
    en: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list; ``vi``/``en`` say what it classifies."""

    name: str
    vi: str
    en: str
    terms: tuple[Term, ...]

    @property
    def codes(self) -> list[str]:
        """The codes, in their published order."""
        return [t.code for t in self.terms]

    def normalise(self, value: str) -> str:
        """The code that ``value`` is a spelling of, or ``other``."""
        folded = value.strip().lower().replace("-", "_").replace(" ", "_")
        return next((t.code for t in self.terms if folded == t.code or folded in t.aliases), "other")


_OTHER = "other|khác|other"


def closed_list(name: str, vi: str, en: str, *lines: str) -> Vocabulary:
    """A vocabulary from lines ``code|vi|en[|alias,alias]``; ``other`` is added where the lines lack it."""
    rows = [line.split("|") for line in (*lines, _OTHER)]
    terms = {r[0]: Term(r[0], r[1], r[2], tuple(r[3].split(",")) if len(r) > 3 else ()) for r in rows}
    return Vocabulary(name, vi, en, tuple(terms.values()))
