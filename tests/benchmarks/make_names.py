"""Count the words that names are made of, over a corpus of articles: the registers of names are these counts.

    make_names.py ARTICLES.parquet seeds/registers

Writes ``surnames.csv`` and ``given_names.csv`` (Vietnamese syllables) and ``foreign_names.csv`` (other words). A name
is taken where an honorific or an office stands before a capitalised run; what is so found is then counted wherever it
stands, and every other capitalised word counts as ``other``. A name counts once an article. Counts are facts; no text
of the corpus is kept.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.extract.people.syllables import is_syllable

BEFORE = (
    "Ông|ông|Bà|bà|Đồng chí|đồng chí|Anh|anh|Chị|chị|Em|em|Ngài|ngài|Đại tá|đại tá|Thiếu tướng|thiếu tướng|"
    "Trung tướng|trung tướng|Thượng tướng|thượng tướng|Đại tướng|đại tướng|nhà văn|nhạc sĩ|ca sĩ|diễn viên|luật sư|"
    "bác sĩ|tiến sĩ|Luật sư|Bác sĩ|Tiến sĩ|HLV|nhà báo|nghệ sĩ|họa sĩ|cầu thủ|tiền đạo|tiền vệ"
)
OFFICE = (
    "Tổng thống|tổng thống|Thủ tướng|thủ tướng|Ngoại trưởng|ngoại trưởng|Chủ tịch|chủ tịch|Bộ trưởng|nghị sĩ|Đại sứ"
)
NAME_WORD = r"[^\W\d_a-zà-öø-ÿăđĩũơưạ-ỹ][^\W\d_A-Z]*(?:[-'’][^\W\d_]+)*"
CONTEXT = re.compile(rf"(?<!\w)(?:{BEFORE}) ({NAME_WORD}(?: {NAME_WORD}){{1,3}})(?! ?[-A-ZĐ])")
FOREIGN = re.compile(rf"(?<!\w)(?:{OFFICE}) ({NAME_WORD}(?: {NAME_WORD}){{1,3}})(?! ?[-A-ZĐ])")
RUN = re.compile(rf"(?<![\w'’-]){NAME_WORD}(?: {NAME_WORD}){{0,6}}")
LEAST = 3


def names_of(text: str, countries: set[str]) -> set[str]:
    """The names that an honorific, or for foreigners an office, announces in one article."""
    native = {m[1] for m in CONTEXT.finditer(text)}
    foreign = {m[1] for m in FOREIGN.finditer(text) if not any(map(is_syllable, m[1].split(" ")))}
    return {name for name in native | foreign if countries.isdisjoint((name, name.split(" ")[0]))}


def country_names(path: Path) -> set[str]:
    """Every name of a country in its register, and the first word of each that no Vietnamese syllable is."""
    with path.open(encoding="utf-8") as source:
        names = {n for row in csv.DictReader(source) for n in (row["name_vi"], *row["aliases"].split("|"))}
    return names | {n.split(" ")[0] for n in names if n and not is_syllable(n.split(" ")[0])}


def well_known(articles: list[str], announced: list[set[str]]) -> set[str]:
    """The names announced in two articles or more, and in one of forty that hold them ("Việt Nam" is not)."""
    seen = Counter(name for names in announced for name in names)
    often = {name for name, n in seen.items() if n > 1}
    holding: Counter[str] = Counter()
    for text in articles:
        runs = {m[0] for m in RUN.finditer(text)}
        holding.update({" ".join(p) for run in runs for p in pieces(run.split(" "), often.__contains__, set())})
    return {name for name in often if seen[name] * 40 >= holding[name]}


def pieces(run: list[str], known: Callable[[str], bool], surnames: set[str]) -> Iterator[tuple[str, ...]]:
    """``run`` divided into the names it holds (tuples of two words or more) and single words; what only looks like a
    name (a surname and two words or more) is left out."""
    at = 0
    while at < len(run):
        size = next((n for n in (5, 4, 3, 2) if at + n <= len(run) and known(" ".join(run[at : at + n]))), 1)
        if size == 1 and run[at] in surnames and len(run) - at >= 3:
            return
        yield tuple(run[at : at + size])
        at += size


def count(articles: list[str], announced: list[set[str]]) -> dict[str, Counter[str]]:
    """word -> how many articles have it first, in the middle, last in a name, and capitalised in no name."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names = well_known(articles, announced)
    firsts = Counter(name.split(" ")[0] for name in names)
    surnames = {word for word, n in firsts.items() if n >= 20}
    for text, own in zip(articles, announced, strict=True):
        found = {
            piece
            for m in RUN.finditer(text)
            for piece in pieces(m[0].split(" "), lambda s, own=own: s in names or s in own, surnames)
        }
        for piece in found:
            for role, word in roles(piece):
                counts[word][role] += 1
    return counts


def roles(piece: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(role, word) for each word of a piece."""
    if len(piece) == 1:
        yield "other", piece[0]
        return
    yield "first", piece[0]
    yield from (("middle", word) for word in piece[1:-1])
    yield "last", piece[-1]


def write(path: Path, header: str, rows: Iterable[tuple[object, ...]]) -> None:
    """A CSV register with Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def main(source: str, folder: str) -> None:
    """Read the corpus, write the three registers."""
    articles = pq.read_table(source, columns=["text"]).column("text").to_pylist()
    countries = country_names(Path(folder, "countries.csv"))
    counts = count(articles, [names_of(text, countries) for text in articles])
    words = sorted(counts)
    native = [w for w in words if is_syllable(w)]
    foreign = [w for w in words if not is_syllable(w)]
    surnames = [(w, counts[w]["first"], counts[w]["other"]) for w in native if counts[w]["first"] >= LEAST]
    given = [
        (w, counts[w]["middle"], counts[w]["last"], counts[w]["other"])
        for w in native
        if counts[w]["middle"] + counts[w]["last"] >= LEAST
    ]
    others = [
        (w, counts[w]["first"], counts[w]["middle"] + counts[w]["last"], counts[w]["other"])
        for w in foreign
        if counts[w]["first"] + counts[w]["middle"] + counts[w]["last"] >= LEAST
    ]
    write(Path(folder, "surnames.csv"), "syllable first other", surnames)
    write(Path(folder, "given_names.csv"), "syllable middle last other", given)
    write(Path(folder, "foreign_names.csv"), "word first later other", others)


if __name__ == "__main__":
    main(*sys.argv[1:3])
