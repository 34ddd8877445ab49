"""Score the reading of articles against the golden set, field by field and rule by rule.

``python -m tests.golden.score`` prints precision, recall and F1 of each field, and the precision of each rule over the
golden set (``--errors``: what was missed and what was spurious). ``--write`` puts the figures into
``pipeline/measured.json``, which every release carries in its ``quality.json``; a test makes them again and compares.

``first_reading.csv`` is what the rules reached on the texts of our own before any of them was written: the rules have
been corrected since where these texts showed a general fault, so what they reach now is the upper estimate of what
they reach on other articles, and the first reading the lower.

Each article is read alone. A field of an event (place, participants, roles, organizers) is scored over the events that
were found. A mention is right where what it names is right; ``at_least`` is the lower end of Wilson's 95 % interval,
the most that so few mentions can promise.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import sys
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.extract.model import Reading
from pipeline.extract.reader import read
from pipeline.measured import MEASURED
from pipeline.registers import load_registers
from tests.golden import matching as m
from tests.golden.gold import HERE, SEEDS, Gold, GoldEvent, golden_set
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


FIRST_READING = HERE / "first_reading.csv"
NOTE = (
    "The rules have been corrected where these articles showed a fault: the figures are an upper estimate for other "
    "articles. first_reading, by the rules as they were before the set's own articles were written, is the lower one."
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
            pairs = m.matched(gold, found, lambda g, f, years=years: m.same_date(g, f, years=years))  # type: ignore[misc]
            self._add(name, gold, found, pairs)
        return {v for v in found if any(m.same_date(g, v, years=True) for g in gold)}

    def _events(self) -> set[Hashable]:
        gold = self.gold.events
        found = [i for i, e in enumerate(self.reading.events) if e.primary]
        rows = self.reading.events

        def by_date(g: GoldEvent, f: int) -> bool:
            return m.same_date(g.date, rows[f].date, years=False)

        def by_type(g: GoldEvent, f: int) -> bool:
            return g.event_type == rows[f].event_type and by_date(g, f)

        def by_year(g: GoldEvent, f: int) -> bool:
            return m.same_date(g.date, rows[f].date, years=True)

        told = {i: f"{rows[i].event_type} {rows[i].date} {rows[i].name[:60]} #{i}" for i in found}
        shown = [f"{e.event_type} {e.date} {e.name[:60]} #{n}" for n, e in enumerate(gold)]
        kept: list[tuple[int, int]] = []
        for name, same in (("events_by_date", by_date), ("event_dates_with_year", by_year), ("events", by_type)):
            kept = m.matched(range(len(gold)), found, lambda g, f, same=same: same(gold[g], f))  # type: ignore[misc]
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


def figures(articles: Sequence[Gold], scores: Scores) -> dict[str, Any]:
    """What a release says of its reading: the set it was measured on, each field, each rule."""
    seeds = sum(1 for g in articles if (SEEDS / f"{g.doc}.gold").is_file())
    return {
        "set": {
            "articles": len(articles),
            "seeds": seeds,
            "own": len(articles) - seeds,
            "words": sum(len(g.text.read_text(encoding="utf-8").split()) for g in articles),
            "annotated": max(g.annotated for g in articles),
            "sha256": _digest(articles),
        },
        "fields": {name: _row(tally) for name, tally in scores.fields.items()},
        "note": NOTE,
        "first_reading": first_reading(),
        "rules": [_rule(kind, rule, *scores.rules[kind, rule]) for kind, rule in sorted(scores.rules)],
    }


def first_reading() -> dict[str, dict[str, float]]:
    """Precision, recall and F1 a field of the texts of our own, by the rules that stood before them."""
    with FIRST_READING.open(encoding="utf-8", newline="") as file:
        return {r["field"]: {k: float(r[k]) for k in ("precision", "recall", "f1")} for r in csv.DictReader(file)}


def _digest(articles: Sequence[Gold]) -> str:
    texts = sorted(hashlib.sha256(g.text.read_bytes()).hexdigest() for g in articles)
    return hashlib.sha256("".join(texts).encode()).hexdigest()


def _row(tally: Tally) -> dict[str, float | int]:
    measured = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    counts = {"gold": tally.found + tally.missed, "found": tally.found + tally.spurious}
    return {**{k: round(v, 4) for k, v in measured.items()}, **counts}


def _rule(kind: str, rule: str, mentions: int, right: int) -> dict[str, Any]:
    shares = {"precision": round(right / mentions, 4), "at_least": round(wilson(right, mentions), 4)}
    return {"kind": kind, "rule": rule, "mentions": mentions, "right": right, **shares}


def wilson(right: int, total: int, z: float = 1.96) -> float:
    """The lower end of Wilson's interval for ``right`` of ``total``; ``z`` 1.96 is 95 %."""
    share = right / total
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, (middle - half) / (1 + z * z / total))


def shown(figures_: dict[str, Any]) -> str:
    """The figures as they are committed."""
    return json.dumps(figures_, ensure_ascii=False, indent=1) + "\n"


def _print(measured: dict[str, Any], scores: Scores, errors: bool, only: Sequence[str]) -> None:
    print(json.dumps(measured["set"]))
    print(f"{'':22}{'precision':>10}{'recall':>9}{'F1':>9}{'gold':>7}{'found':>7}")
    for name, row in measured["fields"].items():
        if not only or name in only:
            shares = f"{row['precision']:10.3f}{row['recall']:9.3f}{row['f1']:9.3f}"
            print(f"{name:22}{shares}{row['gold']:7}{row['found']:7}")
            print(*(f"     {e}\n" for e in scores.fields[name].errors if errors), sep="", end="")
    for rule in [] if only else measured["rules"]:
        print(f"{rule['kind']:14}{rule['rule']:40}{rule['mentions']:6}{rule['precision']:8.3f}{rule['at_least']:8.3f}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores over the golden set, or write them where releases take them from."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help=f"write {MEASURED.name}")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was spurious")
    parser.add_argument("--only", nargs="+", default=[], help="only these fields")
    parser.add_argument("--doc", default="", help="only articles whose name holds this")
    options = parser.parse_args(arguments)
    articles = [g for g in golden_set() if options.doc in g.doc]
    scores = score(articles, build_lexicons(load_registers()))
    measured = figures(articles, scores)
    if options.write:
        MEASURED.write_text(shown(measured), encoding="utf-8")
    else:
        _print(measured, scores, options.errors, options.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
