"""The words that the finder of organizations looks up, compiled once from the registers.

Registers: ``organizations`` (bodies with their aliases), ``title_bounds`` (of which the verbs and particles that end a
title end a body's description too: ``stops``) and ``organization_words``, whose ``role`` is one of
head: a word that begins a body's name, with its traits (``Head``);
field: what names are made of; traits verb (in lower case it is also a verb), act (also after "và"), type (it makes no
proper name);
not: what begins like a name and is none ("bộ luật");
generic: what is no body's name when nothing follows ("ban tổ chức").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.registers import Registers, Row, split_cell
from pipeline.text.names import is_vietnamese
from pipeline.text.phrases import Phrases

_KIND_WORD = re.compile(
    r"(?:báo|tạp chí|đài|tập đoàn|tổng công ty|công ty|ngân hàng|hãng|thông tấn|cổng) ", re.IGNORECASE
)
_SIGN = re.compile(r" ?([-&]) ?")
# An international body's name of so many words, another's of more, is the body's even in lower case ("phong trào không
# liên kết", "tòa án nhân dân tối cao").
_LONG = 4
# Of a name of two words the first is capitalised: "toàn quốc Hội Luật gia" names no Quốc hội.
_SHORTEST = 2
_BRAND_KINDS = frozenset(["press", "company"])


@dataclass(frozen=True, slots=True)
class Registered:
    """A name of a registered body. ``key``: the register's ``name_vi``; ``name``: the form found."""

    key: str
    kind: str
    country: str | None
    abbreviation: str | None
    name: str

    def fits(self, quote: str) -> bool:
        """True where ``quote``, equal when folded, is also capitalised as this name is."""
        if self.name.isupper():
            return quote.isupper()
        mine, found = [w[0].isupper() for w in self.name.split()], [w[0].isupper() for w in quote.split()]
        brand = self.kind in _BRAND_KINDS and not _KIND_WORD.match(self.name)
        if brand or len(mine) == 1:
            return mine == found or quote.isupper() or (found[0] and not all(map(is_vietnamese, quote.split())))
        if len(found) == _SHORTEST:
            return found[0]
        return any(found) or len(found) > _LONG or (self.kind == "international" and len(found) == _LONG)


@dataclass(frozen=True, slots=True)
class Head:
    """A word that begins a body's name ("Bộ", "Liên hiệp", "Công ty"), with what may follow it.

    ``traits``: lower (may be written in lower case), body (another body may follow), names (people's and foreign
    names may follow), local (an unnamed unit may follow: "UBND tỉnh"), mission ("tại Lào" may follow), country, press
    (the name proper begins after the head), before_brand (so it does where a registered name follows), list (fields
    with commas), proper (more than fields must follow), compound (a lower-case second syllable may follow), organ (a
    body may follow at once: "Văn phòng Quốc hội"), place_only (nothing but a place may), fielded (a field must come
    before a place), noverb (no field that is also a verb may come first), patron (a person's name may follow), soon
    (a lower-case field only where a capital comes soon), before_field (in lower case only before a field in capitals),
    led (in lower case a field or a foreign word must come first), owned (a body must end it), announces (it is no part
    of the name), wary (its description ends at a verb), short (alone it is the last body so headed), numbered (a number
    may follow), bare (a name by itself), strict (no unknown word may follow), never_place (no place at once), both (the
    name without the head is its name too).
    """

    word: str
    kind: str
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class OrganizationLexicon:
    """Compiled look-ups of this folder."""

    names: Phrases[Registered]
    heads: Phrases[Head]
    fields: Phrases[frozenset[str]]
    not_names: Phrases[frozenset[str]]
    generic: Phrases[frozenset[str]]
    stops: Phrases[str]


def build_lexicon(registers: Registers) -> OrganizationLexicon:
    """Compile the look-ups from the registers."""
    words = registers.rows("organization_words")
    return OrganizationLexicon(
        names=Phrases(_names(registers)),
        heads=Phrases((r["word"], _head(r)) for r in words if r["role"] == "head"),
        fields=_of_role(words, "field"),
        not_names=_of_role(words, "not"),
        generic=_of_role(words, "generic"),
        stops=Phrases((r["word"], r["word"]) for r in registers.rows("title_bounds") if r["role"] == "end"),
    )


def _of_role(words: tuple[Row, ...], role: str) -> Phrases[frozenset[str]]:
    return Phrases((r["word"], frozenset(split_cell(r["traits"]))) for r in words if r["role"] == role)


def _head(row: Row) -> Head:
    return Head(row["word"], row["kind"], frozenset(split_cell(row["traits"])))


def _names(registers: Registers) -> Iterator[tuple[str, Registered]]:
    for row in registers.rows("organizations"):
        for name in [row["name_vi"], *split_cell(row["aliases"])]:
            for form in _printed_forms(name):
                yield form, _registered(row, form)


def _printed_forms(name: str) -> list[str]:
    """A name, and the same with "VN" for "Việt Nam" and with spaces around its dashes ("Bộ LĐ - TB & XH")."""
    forms = [name, name.replace("Việt Nam", "VN")]
    spaced = _SIGN.sub(r" \1 ", name)
    return [*forms, spaced] if spaced.split()[0] in ("Bộ", "Sở", "Ủy") else forms


def _registered(row: Row, name: str) -> Registered:
    short = next((a for a in split_cell(row["aliases"]) if " " not in a and a.isupper()), None)
    return Registered(row["name_vi"], row["kind"], row["country"] or None, short, name)
