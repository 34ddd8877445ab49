"""One article's reading held against its annotation: a tally a field, and of each rule how many finds are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import Lexicons
from pipeline.extract.model import Reading
from pipeline.extract.reader import read
from tests.golden import matching as m
from tests.golden.gold import Gold, GoldEvent
from tests.golden.score_statements import NAMES, Tally, score_figures, score_instructions

FIELDS = (
    "published",
    "people",
    "positions",
    "directives",
    "organizations",
    "dates",
    "dates_with_year",
    "events",
    "events_by_date",
    "event_dates_with_year",
    "event_place",
    "participants",
    "participant_roles",
    "organizers",
    *(name for name in NAMES if name != "figure_subject"),
)


@dataclass
class Scores:
    """Tallies a field; mentions and right ones a (kind, rule)."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    rules: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def add(self, name: str, doc: str, gold: Sequence[Any], found: Sequence[Any], pairs: Sequence[Any]) -> None:
        """Count one article's pairs of gold and find, and what is left on either side."""
        tally = self.fields[name]
        missed = _without(gold, [g for g, _ in pairs])
        spurious = _without(found, [f for _, f in pairs])
        tally.found += len(pairs)
        tally.missed += len(missed)
        tally.spurious += len(spurious)
        tally.errors += [f"{doc} missed {g}" for g in missed] + [f"{doc} spurious {f}" for f in spurious]


def _without(items: Sequence[Any], taken: Sequence[Any]) -> list[Any]:
    left = list(items)
    for item in taken:
        left.remove(item)
    return left


def score(articles: Sequence[Gold], lexicons: Lexicons) -> Scores:
    """The scores of every article read alone."""
    scores = Scores()
    for gold in articles:
        reading = read(parse(gold.text.read_bytes(), gold.text.name), lexicons)
        _Article(gold, reading, scores).score()
    return scores


@dataclass
class _Article:
    gold: Gold
    reading: Reading
    scores: Scores

    def score(self) -> None:
        published = (self.reading.document.published or "")[:10] or None
        self.scores.fields["published"].agree(published == self.gold.published, f"{self.gold.doc} {published}")
        right = {
            "person": self._people(),
            "organization": self._bodies(),
            "directive": self._directives(),
            "date": self._dates(),
            "event": self._events(),
        }
        self._rules(right)
        score_figures(self.gold.statements, self.reading, self.scores.fields)
        score_instructions(self.gold.statements, self.reading, self.scores.fields)

    def _forms(self, kind: str) -> dict[int, set[str]]:
        """Every form in which each person or body of the reading stands in the text, its name among them."""
        named = self.reading.people if kind == "person" else self.reading.organizations
        forms = {i: {row.name} for i, row in enumerate(named)}
        for mention in self.reading.mentions:
            if mention.kind == kind and mention.ref is not None:
                forms[mention.ref].add(self.reading.document.text[mention.start : mention.end])
        return forms

    def _add(self, name: str, gold: Sequence[Any], found: Sequence[Any], pairs: Sequence[Any]) -> set[Any]:
        self.scores.add(name, self.gold.doc, gold, found, pairs)
        return {f for _, f in pairs}

    def _people(self) -> set[Hashable]:
        forms = self._forms("person")
        pairs = m.matched(list(self.gold.people), forms, lambda g, f: m.same_person(g, forms[f]))
        named = {g for g, _ in pairs}
        wanted = [n for n in self.gold.people if n in self.gold.public or n in named]
        told = {i: self.reading.people[i].name for i in forms}
        self._add("people", wanted, list(told.values()), [(g, told[f]) for g, f in pairs])
        titles = [(n, t) for n, ts in self.gold.people.items() for t in ts]
        held = sorted({(p.person, p.title) for p in self.reading.positions})
        fits = m.matched(titles, held, lambda g, f: m.same_person(g[0], forms[f[0]]) and m.same_title(g[1], f[1]))
        shown = {f: (told[f[0]], f[1]) for f in held}
        self._add("positions", titles, list(shown.values()), [(g, shown[f]) for g, f in fits])
        return {f for _, f in pairs}

    def _bodies(self) -> set[Hashable]:
        forms = self._forms("organization")
        pairs = m.matched(self.gold.organizations, forms, lambda g, f: m.same_body(g, forms[f]))
        told = {i: self.reading.organizations[i].name for i in forms}
        self._add("organizations", self.gold.organizations, list(told.values()), [(g, told[f]) for g, f in pairs])
        return {f for _, f in pairs}

    def _directives(self) -> set[Hashable]:
        found = [(d.type_vi, d.symbol, d.number) for d in self.reading.directives]
        pairs = m.matched(self.gold.directives, list(enumerate(found)), lambda g, f: m.same_directive(g, f[1]))
        numbered = [d for d in self.gold.directives if d[1] or d[2]]
        told = [f for f in found if f[1] or f[2]]
        kept = [(g, f) for g, (_, f) in pairs if (g[1] or g[2]) and (f[1] or f[2])]
        self._add("directives", numbered, told, kept)
        return {i for _, (i, _) in pairs}

    def _dates(self) -> set[Hashable]:
        gold = list(dict.fromkeys(v for v, _ in self.gold.dates))
        found = list(dict.fromkeys(v.value or "" for v in self.reading.mentions if v.kind == "date"))
        for name, years in (("dates", False), ("dates_with_year", True)):
            pairs = m.matched(gold, found, partial(m.same_date, years=years))
            self._add(name, gold, found, pairs)
        return {v for v in found if any(m.same_date(g, v, years=True) for g in gold)}

    def _events(self) -> set[Hashable]:
        gold = self.gold.events
        found = [i for i, e in enumerate(self.reading.events) if e.primary]
        rows = self.reading.events

        def by_date(g: int, f: int) -> bool:
            return m.same_date(gold[g].date, rows[f].date, years=False)

        def by_type(g: int, f: int) -> bool:
            return gold[g].event_type == rows[f].event_type and by_date(g, f)

        def by_year(g: int, f: int) -> bool:
            return m.same_date(gold[g].date, rows[f].date, years=True)

        told = {i: f"{rows[i].event_type} {rows[i].date} {rows[i].name[:60]} #{i}" for i in found}
        shown = [f"{e.event_type} {e.date} {e.name[:60]} #{n}" for n, e in enumerate(gold)]
        kept: list[tuple[int, int]] = []
        for name, same in (("events_by_date", by_date), ("event_dates_with_year", by_year), ("events", by_type)):
            kept = m.matched(range(len(gold)), found, same)
            self._add(name, shown, list(told.values()), [(shown[g], told[f]) for g, f in kept])
        for g, f in kept:
            self._event_fields(gold[g], f)
        return {f for _, f in kept}

    def _event_fields(self, gold: GoldEvent, found: int) -> None:
        place = self.reading.events[found].place
        wanted, met = [gold.place] if gold.place else [], [place] if place else []
        self._add("event_place", wanted, met, m.matched(wanted, met, m.same_place))
        self._participants(gold, found)
        bodies = self._forms("organization")
        there = sorted({o.organization for o in self.reading.event_organizations if _organizes(o, found)})
        pairs = m.matched(gold.organizers, there, lambda g, f: m.same_body(g, bodies[f]))
        told = {f: self.reading.organizations[f].name for f in there}
        self._add("organizers", gold.organizers, list(told.values()), [(g, told[f]) for g, f in pairs])

    def _participants(self, gold: GoldEvent, found: int) -> None:
        forms = self._forms("person")
        parts = sorted({(p.person, p.role) for p in self.reading.participations if p.event == found})
        roles = m.matched(gold.parts, parts, lambda g, f: m.same_person(g[0], forms[f[0]]) and g[1] == f[1])
        told = {p: self.reading.people[p].name for p, _ in parts}
        shown = {f: (told[f[0]], f[1]) for f in parts}
        self._add("participant_roles", gold.parts, list(shown.values()), [(g, shown[f]) for g, f in roles])
        names = list(dict.fromkeys(n for n, _ in gold.parts))
        pairs = m.matched(names, told, lambda g, f: m.same_person(g, forms[f]))
        self._add("participants", names, list(told.values()), [(g, told[f]) for g, f in pairs])

    def _rules(self, right: dict[str, set[Hashable]]) -> None:
        for mention in self.reading.mentions:
            if mention.kind not in right or not self._reported(mention.kind, mention.ref):
                continue
            count = self.scores.rules[mention.kind, mention.rule]
            count[0] += 1
            count[1] += (mention.value if mention.kind == "date" else mention.ref) in right[mention.kind]

    def _reported(self, kind: str, ref: int | None) -> bool:
        """False for events that the article only mentions: those are not annotated."""
        return kind != "event" or (ref is not None and self.reading.events[ref].primary)


def _organizes(row: Any, event: int) -> bool:
    return bool(row.event == event and row.role == "organizer")
