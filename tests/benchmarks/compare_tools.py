"""What the field's tools find on the same articles: people, organizations, values of dates.

    python -m tests.benchmarks.compare_tools [FOLDER ...]

Reads the golden set, and every FOLDER with ``text/<doc>.txt`` and ``gold/<doc>.json`` beside it (without a FOLDER:
``../shared/eval/dev`` where it is at hand). The tools are the extra ``bench``; one that is not installed is named and
skipped. Each gets the text as this project decodes it. Names that stand within a longer name of the same article are
one with it, for every tool; values of dates are compared with their years. underthesea's and pyvi's models ship in
their wheels; pyvi only tags proper nouns, of which those that open with a surname are taken as people.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.documents.model import Document
from pipeline.documents.parse import parse
from pipeline.extract.lexicons import build_lexicons
from pipeline.extract.reader import read
from pipeline.registers import load_registers
from tests.golden.gold import golden_set
from tests.golden.matching import matched, same_body, same_date, same_person, tokens
from tests.golden.score_statements import Tally

DEV = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev"
KINDS = ("people", "organizations", "dates")
# What a relative word is counted from: any fixed day, since no clock may decide.
BASE = datetime(2020, 1, 1)
Finds = Mapping[str, Sequence[Sequence[str]]]
Tool = Callable[[Document], Finds]


@dataclass
class Article:
    """A document and what a careful reader finds in it, a list of names or values a kind."""

    document: Document
    gold: dict[str, list[str]]


def golden_articles() -> list[Article]:
    """The project's own annotated articles."""
    return [
        Article(
            parse(g.text.read_bytes(), g.text.name),
            {"people": [*g.people], "organizations": g.organizations, "dates": [v for v, _ in g.dates]},
        )
        for g in golden_set()
    ]


def folder_articles(folder: Path) -> list[Article]:
    """Articles annotated as JSON, in ``text`` and ``gold`` of ``folder``."""
    return [_article(folder, json.loads(p.read_text(encoding="utf-8"))) for p in sorted(folder.glob("gold/*.json"))]


def _article(folder: Path, gold: Mapping[str, Any]) -> Article:
    name = f"{gold['doc']}.txt"
    found = {
        "people": [p["name"] for p in gold["people"]],
        "organizations": list(gold["organizations"]),
        "dates": [d["value"] for d in gold["dates"] if d["value"]],
    }
    return Article(parse((folder / "text" / name).read_bytes(), name), found)


def tools() -> Iterator[tuple[str, Tool]]:
    """The tools at hand, ours first; those that are missing are named on standard error."""
    yield "huunghi", _ours()
    for name, make in (("underthesea", _underthesea), ("pyvi", _pyvi), ("dateparser", _dateparser)):
        if find_spec(name):
            yield name, make()
        else:
            print(f"{name} is not installed (pip install 'huunghi[bench]'): skipped", file=sys.stderr)


def _ours() -> Tool:
    lexicons = build_lexicons(load_registers())

    def find(document: Document) -> Finds:
        reading = read(document, lexicons)
        forms: dict[tuple[str, int], list[str]] = {}
        for mention in reading.mentions:
            if mention.kind in ("person", "organization") and mention.ref is not None:
                rows = reading.people if mention.kind == "person" else reading.organizations
                met = forms.setdefault((mention.kind, mention.ref), [rows[mention.ref].name])
                met.append(document.text[mention.start : mention.end])
        return {
            "people": [f for (kind, _), f in forms.items() if kind == "person"],
            "organizations": [f for (kind, _), f in forms.items() if kind == "organization"],
            "dates": [[m.value] for m in reading.mentions if m.kind == "date" and m.value],
        }

    return find


def _underthesea() -> Tool:
    from underthesea import ner

    def find(document: Document) -> Finds:
        found: dict[str, list[str]] = {"PER": [], "ORG": []}
        for line in filter(str.strip, document.text.split("\n")):
            for kind, name in _joined((word, tag) for word, _, _, tag in ner(line)):
                found.setdefault(kind, []).append(name)
        return {"people": _longest(found["PER"]), "organizations": _longest(found["ORG"])}

    return find


def _joined(tagged: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Names from words tagged B-X, I-X, O: (X, name)."""
    kind, words = "", list[str]()
    for word, tag in [*tagged, ("", "O")]:
        if words and not (tag.startswith("I-") and tag[2:] == kind):
            yield kind, " ".join(words)
            words = []
        if tag != "O":
            kind = tag[2:]
            words.append(word)


def _pyvi() -> Tool:
    from pyvi import ViPosTagger, ViTokenizer

    surnames = {row["syllable"] for row in load_registers().rows("surnames")}

    def find(document: Document) -> Finds:
        names: list[str] = []
        for line in filter(str.strip, document.text.split("\n")):
            words, tags = ViPosTagger.postagging(ViTokenizer.tokenize(line))
            tagged = [(w.replace("_", " "), "I-Np" if t == "Np" else "O") for w, t in zip(words, tags, strict=True)]
            names += [name for _, name in _joined(tagged)]
        return {"people": _longest(n for n in names if " " in n and n.split()[0] in surnames)}

    return find


def _dateparser() -> Tool:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": BASE, "DATE_ORDER": "DMY"}

    def find(document: Document) -> Finds:
        found = search_dates(document.text, languages=["vi"], settings=settings) or []
        return {"dates": [[day.date().isoformat()] for _, day in found]}

    return find


def _longest(names: Iterable[str]) -> list[list[str]]:
    """Names that do not stand within a longer one, each once, in the order of first meeting."""
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(tokens(name), name)
    longer = {t for t in unique if any(t != u and f" {t} " in f" {u} " for u in unique)}
    return [[n] for t, n in unique.items() if t and t not in longer]


SAME: dict[str, Callable[[str, Sequence[str]], bool]] = {
    "people": same_person,
    "organizations": same_body,
    "dates": lambda gold, found: same_date(gold, found[0], years=True),
}


def score(tool: Tool, articles: Sequence[Article]) -> tuple[dict[str, Tally], float]:
    """The tallies of what the tool finds, and the seconds of processor time that it took, its first call left out."""
    tallies: dict[str, Tally] = {}
    tool(articles[0].document)
    started = time.process_time()
    finds = [tool(a.document) for a in articles]
    seconds = time.process_time() - started
    for article, found in zip(articles, finds, strict=True):
        for kind in (k for k in KINDS if k in found):
            _count(tallies.setdefault(kind, Tally()), kind, article, found[kind])
    return tallies, seconds


def _count(tally: Tally, kind: str, article: Article, found: Sequence[Sequence[str]]) -> None:
    gold = list(dict.fromkeys(article.gold[kind]))
    met = list({tuple(f): f for f in found}.values())
    pairs = matched(gold, met, SAME[kind])
    tally.found += len(pairs)
    tally.missed += len(gold) - len(pairs)
    tally.spurious += len(met) - len(pairs)


def main(folders: Sequence[str]) -> int:
    """Print a table a set of articles."""
    sets = {"golden set": golden_articles()}
    for folder in [Path(f) for f in folders] or [DEV] * DEV.is_dir():
        sets[folder.name] = folder_articles(folder)
    at_hand = list(tools())
    for name, articles in sets.items():
        size = sum(len(a.document.text.encode()) for a in articles) / 1e6
        print(f"\n{name}: {len(articles)} articles, {size:.2f} MB")
        print(f"{'':14}" + "".join(f"{kind + ' P/R/F1':>26}" for kind in KINDS) + f"{'MB/s':>8}")
        for tool, find in at_hand:
            tallies, seconds = score(find, articles)
            cells = [_cell(tallies.get(kind)) for kind in KINDS]
            print(f"{tool:14}" + "".join(f"{c:>26}" for c in cells) + f"{size / seconds:8.3f}")
    return 0


def _cell(tally: Tally | None) -> str:
    return f"{tally.precision:.2f} / {tally.recall:.2f} / {tally.f1:.2f}" if tally else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
