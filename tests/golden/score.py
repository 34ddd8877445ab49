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
from collections.abc import Sequence
from typing import Any

from pipeline.extract.lexicons import build_lexicons
from pipeline.measured import MEASURED
from pipeline.registers import load_registers
from tests.golden.compare import Scores, score
from tests.golden.gold import HERE, SEEDS, Gold, golden_set
from tests.golden.score_statements import Tally

FIRST_READING = HERE / "first_reading.csv"
NOTE = (
    "The rules have been corrected where these articles showed a fault: the figures are an upper estimate for other "
    "articles. first_reading, by the rules as they were before the set's own articles were written, is the lower one."
)


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
