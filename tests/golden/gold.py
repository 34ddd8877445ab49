"""The golden set: annotated articles, one ``<doc>.gold`` each, in a form that is quick to write and to check.

One line a fact, ``kind: field | field | ...``, ``-`` for none, ``#`` opens a remark. The rules of annotation stand in
README.md beside this file. What a line holds, by its kind:

- ``annotated``: the day of annotation; ``published``: the article's date as it says it
- ``person``: name | title | title ...
- ``organization``: name
- ``directive``: type | symbol | number
- ``date``: value | text; a value may list alternatives with ``or`` where the article leaves them open
- ``event``: type | date | part of day | place | name, for what the article reports; the lines ``organizer`` and those
  named after a role (``chair``, ``host``, ``guest`` ...) that follow belong to it
- ``figure``: value (or ``low..high``) | qualifier | unit | period | part of | quote
- ``instruction``: ordinal | speaker | trigger | first words ... last words
- ``figure?`` and ``instruction?``: careful readers differ; it counts neither way
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
OWN = HERE / "articles"
SEEDS = HERE / "seeds"
SEED_TEXTS = HERE.parents[1] / "seeds" / "articles"
ROLES = ("chair", "host", "guest", "speaker", "attendee", "signatory", "appointee", "recipient", "organizer")


@dataclass
class GoldEvent:
    """A happening that the article reports; ``parts``: (name, role)."""

    event_type: str
    date: str | None
    time_of_day: str | None
    place: str | None
    name: str
    organizers: list[str] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Gold:
    """What a careful reader finds in one article. ``statements``: figures and instructions as the statement scorer
    takes them."""

    doc: str
    text: Path
    annotated: str = ""
    published: str | None = None
    people: dict[str, list[str]] = field(default_factory=dict)
    organizations: list[str] = field(default_factory=list)
    directives: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    dates: list[tuple[str, str]] = field(default_factory=list)
    events: list[GoldEvent] = field(default_factory=list)
    statements: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {"figures": [], "instructions": []})

    @property
    def public(self) -> set[str]:
        """Those with an office or a part in an event: the others may be left unnamed."""
        return {n for n, titles in self.people.items() if titles} | {n for e in self.events for n, _ in e.parts}


def golden_set() -> list[Gold]:
    """Every annotated article whose text is at hand: our own, and the seeds where they are."""
    return [*_folder(OWN, OWN), *_folder(SEEDS, SEED_TEXTS)]


def _folder(golds: Path, texts: Path) -> Iterator[Gold]:
    for path in sorted(golds.glob("*.gold")):
        text = texts / f"{path.stem}.txt"
        if text.is_file():
            yield read_gold(path, text)


def read_gold(path: Path, text: Path) -> Gold:
    """One annotated article. Raises ValueError with the line where a line is not understood."""
    gold = Gold(path.stem, text)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            kind, _, rest = line.strip().partition(": ")
            try:
                _take(gold, kind, [f.strip() for f in rest.split(" | ")])
            except (ValueError, IndexError) as error:
                raise ValueError(f"{path.name}, line {number}: {line}") from error
    return gold


def _take(gold: Gold, kind: str, fields: list[str]) -> None:
    if kind == "event":
        kind_of, date, time_of_day, place, name = fields
        gold.events.append(GoldEvent(kind_of, none(date), none(time_of_day), none(place), name))
    elif kind == "organizer" and len(fields) == 1:
        gold.events[-1].organizers.append(fields[0])
    elif kind.removesuffix("-person") in ROLES:
        gold.events[-1].parts.append((fields[0], kind.removesuffix("-person")))
    elif kind.removesuffix("?") in ("figure", "instruction"):
        made = (_figure if kind.startswith("figure") else _instruction)(fields)
        gold.statements[kind.removesuffix("?") + "s"].append({**made, "optional": kind.endswith("?")})
    else:
        _take_simple(gold, kind, fields)


def _take_simple(gold: Gold, kind: str, fields: list[str]) -> None:
    if kind in ("annotated", "published"):
        setattr(gold, kind, fields[0])
    elif kind == "person":
        gold.people[fields[0]] = fields[1:]
    elif kind == "organization":
        gold.organizations.append(fields[0])
    elif kind == "directive":
        gold.directives.append((fields[0], none(fields[1]), none(fields[2])))
    elif kind == "date":
        gold.dates.append((fields[0], fields[1]))
    else:
        raise ValueError(kind)


def _figure(fields: list[str]) -> dict[str, Any]:
    value, qualifier, unit, period, part_of, quote = fields
    low, _, high = value.partition("..")
    return {
        "value": float(low),
        "value_max": float(high) if high else None,
        "qualifier": none(qualifier),
        "unit_vi": none(unit),
        "period": none(period),
        "part_of": none(part_of),
        "quote": quote,
    }


def _instruction(fields: list[str]) -> dict[str, Any]:
    ordinal, speaker, trigger, words = fields
    first, last = words.split(" ... ")
    number = none(ordinal)
    return {
        "ordinal": int(number) if number else None,
        "speaker": none(speaker),
        "trigger": none(trigger),
        "quote_start": first,
        "quote_end": last,
    }


def none(field_: str) -> str | None:
    """A field's text, None for ``-``."""
    return None if field_ == "-" else field_
