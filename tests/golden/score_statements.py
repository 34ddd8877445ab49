"""Score figures and instructions against annotated articles (eval/GUIDE.md, "figures and instructions").

``python -m tests.golden.score_statements TEXTS GOLD`` reads every ``<doc>.txt`` of TEXTS that has a ``<doc>.json``, and
and prints precision, recall and F1 of each figure below; with ``--errors`` also what was missed and what was spurious.

A figure is found where value, upper value, qualifier and unit agree (a null qualifier is exact); ``figure_period``,
``figure_subject`` (where the gold gives one) and ``figure_part_of`` are scored over those found. An instruction is
found where the two spans share at least half of their joint length and the ordinals agree; ``speaker`` and ``trigger``
are scored over those found. What the gold marks ``optional`` counts neither way.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.documents.parse import parse
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.extract.model import Figure, Instruction, Reading
from pipeline.extract.reader import read
from pipeline.registers import load_registers
from pipeline.text.fold import key

Gold = Mapping[str, Any]


@dataclass
class Tally:
    """Counts of one figure: found, missed, spurious; and the errors as text."""

    found: int = 0
    missed: int = 0
    spurious: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.spurious) if self.found + self.spurious else 1.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def agree(self, right: bool, note: str) -> None:
        """Count one compared value: right, or missed and spurious at once."""
        self.found += right
        self.missed += not right
        self.spurious += not right
        if not right:
            self.errors.append(note)


Scores = dict[str, Tally]
NAMES = (
    "figures",
    "figure_period",
    "figure_subject",
    "figure_part_of",
    "instructions",
    "numbered",
    "speaker",
    "trigger",
)


def score(texts: Path, gold: Path, lexicons: Lexicons) -> Scores:
    """Every tally over the articles that have a gold file."""
    scores = {name: Tally() for name in NAMES}
    for path in sorted(gold.glob("*.json")):
        annotated = json.loads(path.read_text(encoding="utf-8"))
        source = texts / f"{path.stem}.txt"
        reading = read(parse(source.read_bytes(), source.name), lexicons)
        score_figures(annotated, reading, scores)
        score_instructions(annotated, reading, scores)
    return scores


def score_figures(annotated: Gold, reading: Reading, scores: Scores) -> None:
    """Add one article's figures."""
    pairs = _matched(annotated.get("figures", []), reading.figures, _same_figure, scores["figures"], _told_figure)
    for gold, figure in pairs:
        whole = reading.figures[figure.part_of].measure_vi if figure.part_of is not None else None
        scores["figure_period"].agree(gold["period"] == figure.period, f"{gold['quote']}: {figure.period}")
        if "subject" in gold:
            same = _same_name(gold["subject"], figure.subject_vi)
            scores["figure_subject"].agree(same, f"{gold['quote']}: {figure.subject_vi}")
        scores["figure_part_of"].agree(_same_name(gold["part_of"], whole), f"{gold['quote']}: {whole}")


def score_instructions(annotated: Gold, reading: Reading, scores: Scores) -> None:
    """Add one article's instructions."""
    text = reading.document.text
    golden = [{**g, "span": gold_span(text, g)} for g in annotated.get("instructions", [])]
    pairs = _matched(golden, reading.instructions, _same_instruction, scores["instructions"], _told_instruction)
    told = sum(1 for g in golden if g["ordinal"])
    met = sum(1 for g, _ in pairs if g["ordinal"])
    scores["numbered"].found += met
    scores["numbered"].missed += told - met
    scores["numbered"].spurious += sum(1 for i in reading.instructions if i.ordinal) - met
    for gold, instruction in pairs:
        name = reading.people[instruction.speaker].name if instruction.speaker is not None else None
        scores["speaker"].agree(_same_name(gold["speaker"], name), f"{gold['quote_start']}: {name}")
        trigger = instruction.trigger and key(instruction.trigger)
        scores["trigger"].agree(
            (gold["trigger"] and key(gold["trigger"])) == trigger, f"{gold['quote_start']}: {trigger}"
        )


def gold_span(text: str, gold: Gold) -> tuple[int, int]:
    """Where an annotated instruction stands: from its first words to its last."""
    start = text.index(unicodedata.normalize("NFC", gold["quote_start"]))
    end = text.index(gold["quote_end"], start) + len(gold["quote_end"])
    return start, end


def _matched(
    golden: Iterable[Any],
    found: Sequence[Any],
    same: Callable[[Any, Any], bool],
    tally: Tally,
    told: Callable[[Any], str],
) -> list[tuple[Any, Any]]:
    left, pairs = list(found), []
    for gold in sorted(golden, key=lambda g: bool(g.get("optional"))):
        hit = next((f for f in left if same(gold, f)), None)
        if hit is not None:
            left.remove(hit)
        if gold.get("optional"):
            continue
        if hit is None:
            tally.missed += 1
            tally.errors.append(f"missed {gold.get('quote') or gold.get('quote_start')}")
        else:
            tally.found += 1
            pairs.append((gold, hit))
    tally.spurious += len(left)
    tally.errors += [f"spurious {told(f)}" for f in left]
    return pairs


def _same_figure(gold: Gold, figure: Figure) -> bool:
    same_value = (float(gold["value"]), gold.get("value_max")) == (figure.value, figure.value_max)
    same_qualifier = (gold["qualifier"] or "exact") == figure.qualifier
    unit, found = key(gold["unit_vi"] or ""), key(figure.unit_vi or "")
    return same_value and same_qualifier and unit == found


def _same_instruction(gold: Gold, instruction: Instruction) -> bool:
    start, end = gold["span"]
    shared = min(end, instruction.end) - max(start, instruction.start)
    joint = max(end, instruction.end) - min(start, instruction.start)
    return shared >= 0.5 * joint and gold["ordinal"] == instruction.ordinal


def _same_name(gold: str | None, found: str | None) -> bool:
    if gold is None or found is None:
        return gold is found
    return re.sub(r"\W", "", key(gold)) == re.sub(r"\W", "", key(found))


def _told_figure(figure: Figure) -> str:
    return f"{figure.qualifier} {figure.value:g} {figure.measure_vi}"


def _told_instruction(instruction: Instruction) -> str:
    return f"{instruction.trigger}: {instruction.summary[:60]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of a folder of texts against a folder of gold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("texts", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args(arguments)
    for name, tally in score(options.texts, options.gold, build_lexicons(load_registers())).items():
        print(f"{name:16}{tally.precision:8.3f}{tally.recall:8.3f}{tally.f1:8.3f}")
        for error in tally.errors if options.errors else ():
            print("    ", error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
