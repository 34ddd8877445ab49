"""The words that the finder of events looks up, compiled once from the registers.

``event_words.csv``: a word, the type of happening it names, its kind and what it needs beside it. Kinds: ``noun``
(names the happening: hội nghị), ``verb`` (tells it: bổ nhiệm), ``block`` (looks like one and is none: tiếp tục).
Needs: ``actor`` (a person or body before it), ``body`` (a body before it), ``person`` (a person after it), ``guest``
(an actor before, someone or a delegation after), ``place`` (a place after it), ``house`` (a place or body after it),
``document`` (a document after it), ``voters`` (constituents after it), ``dated`` (a day
after it), ``adopted`` (a body before it and a paper after), ``news`` and ``issued`` (an actor before, in
the title or with a day in the first sentences), ``statement`` (a speaker before, there), ``incident`` (what befell
somebody, there), ``weak`` (counts only where nothing else does). ``roles.csv``: a phrase and the part it gives a
person who stands before it (``subject``), right after it (``object``), or in the list that it opens (``list``).
``event_cues.csv``: phrases that tell how a word near them is meant, each under the name of a cue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extract.cues import cue_patterns
from pipeline.extract.registers import Registers, split_cell
from pipeline.text.phrases import Phrases

GATHERED = frozenset({"conference", "congress", "session", "ceremony"})
# What these words name counts only where nothing else does.
FAINT = frozenset({"weak", "statement", "incident"})


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that names or tells a happening; see the module's text for ``kind`` and ``needs``."""

    event_type: str
    kind: str
    needs: str


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A phrase that gives a person a part in an event: the role, and on which side the person stands."""

    role: str
    side: str


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Compiled look-ups of this folder. ``countries``: folded country name -> ISO 3166-1 alpha-2. ``cues``: the name
    of a cue -> a pattern of its phrases, over folded text, whole words only."""

    words: Phrases[EventWord]
    roles: Phrases[RoleWord]
    countries: Phrases[str]
    types: Mapping[str, str]
    cues: Mapping[str, re.Pattern[str]]


def build_lexicon(registers: Registers) -> EventLexicon:
    """Compile the look-ups from the registers ``event_types``, ``event_words``, ``roles`` and ``countries``."""
    words = ((r["word"], EventWord(r["event_type"], r["kind"], r["needs"])) for r in registers.rows("event_words"))
    roles = ((r["phrase"], RoleWord(r["role"], r["side"])) for r in registers.rows("roles"))
    return EventLexicon(
        words=Phrases(words),
        roles=Phrases(roles),
        countries=Phrases(_country_names(registers)),
        types={r["event_type"]: r["label_vi"] for r in registers.rows("event_types")},
        cues=cue_patterns(registers, "event_cues"),
    )


def _country_names(registers: Registers) -> list[tuple[str, str]]:
    return [
        (name, row["code"])
        for row in registers.rows("countries")
        for name in (row["name_vi"], *split_cell(row["aliases"]))
    ]
