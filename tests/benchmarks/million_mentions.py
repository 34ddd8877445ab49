"""How long linking takes: ``python -m tests.benchmarks.million_mentions [MENTIONS] [FOLDER]`` makes synthetic readings
(invented names, offices, meetings and numbers; several articles report each meeting) and runs every step over them.

Prints seconds a step; the database is on disk, with two threads and a bound on memory.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.batch import readings_table
from pipeline.documents.model import Document, Zone
from pipeline.extract import model as m
from pipeline.registers import load_registers
from pipeline.tables import build as steps
from pipeline.tables.build_engine import Connection, open_build, scalar

SHARD_DOCUMENTS = 2_000
PER_DOCUMENT = 20
_SYLLABLES = "An Bình Châu Dũng Giang Hà Hải Hạnh Hiếu Hoa Hùng Hương Khánh Lan Linh Long Mai Minh Nam Nga Ngọc Phong"
SYLLABLES = _SYLLABLES.split()
_FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý"
FAMILIES = _FAMILIES.split()
TITLES = ("Giám đốc", "Phó Giám đốc", "Chủ tịch", "Phó Chủ tịch")
TOPICS = ("đối ngoại nhân dân", "hợp tác biên giới", "giao lưu văn hóa", "đào tạo cán bộ", "bảo vệ môi trường")


class Writer:
    """The text of one article as it grows, and the mentions in it."""

    def __init__(self) -> None:
        self.text = ""
        self.mentions: list[m.Mention] = []

    def say(self, words: str) -> None:
        """Words that are no mention."""
        self.text += words

    def name(self, kind: str, words: str, ref: int | None, value: str | None = None) -> int:
        """A mention; its index."""
        self.mentions.append(m.Mention(kind, len(self.text), len(self.text) + len(words), ref, value, "synthetic"))
        self.text += words
        return len(self.mentions) - 1


def article(number: int, dice: random.Random) -> m.Reading:
    """One report: a meeting out of a fixed pool, its body, some of its people, the documents it cites."""
    meeting = random.Random(dice.randrange(1, 1 + number // 4 + 10))
    pen = Writer()
    body = f"Hội Khuyến học huyện {_word(meeting)} {_word(meeting)}"
    day = f"{meeting.randrange(1990, 2026)}-{meeting.randrange(1, 13):02d}-{meeting.randrange(1, 29):02d}"
    pen.name("date", f"Ngày {day}", None, day)
    organization = pen.name("organization", body, 0)
    name = f"Hội nghị lần thứ {meeting.randrange(1, 30)} về {meeting.choice(TOPICS)} {_word(meeting)} {_word(meeting)}"
    event = pen.name("event", name, 0)
    number_ = meeting.randrange(1, 400)
    paper = pen.name("directive", f"{number_}/QĐ-TTg", 0, f"{number_}/QĐ-TTg")
    crowd = [f"{meeting.choice(FAMILIES)} {_word(meeting)} {_word(meeting)}" for _ in range(12)]
    chosen = dice.sample(range(12), PER_DOCUMENT - 12)
    seats = {i: meeting.choice(TITLES) for i in range(12)}
    spots = [pen.name("person", crowd[i], k) for k, i in enumerate(chosen)]
    while len(pen.mentions) < PER_DOCUMENT:
        pen.say(", và ")
        pen.name("organization", body, 0)
    pen.say(" " * 3 * len(pen.text))
    return m.Reading(
        document=Document(
            f"{number:07d}.txt", sha256(str(number).encode()).hexdigest(), pen.text, (Zone("body", 0, len(pen.text)),)
        ),
        mentions=tuple(pen.mentions),
        people=tuple(m.Person(crowd[i]) for i in chosen),
        positions=tuple(
            m.Position(k, f"{seats[i]} {body}", 0, "current", spots[k], 0, 5) for k, i in enumerate(chosen)
        ),
        organizations=(m.Organization(body),),
        directives=(
            m.Directive("QĐ", "Quyết định", str(number_), f"{number_}/QĐ-TTg", "state", None, None, None, None, None),
        ),
        events=(
            m.Event(
                "conference",
                name,
                day,
                "stated",
                None,
                "Hà Nội",
                "Hà Nội",
                None,
                "held",
                None,
                None,
                None,
                None,
                True,
                event,
            ),
        ),
        participations=tuple(m.Participation(0, k, "attendee", spots[k]) for k in range(len(chosen))),
        event_organizations=(m.EventOrganization(0, 0, "organizer", organization),),
        event_directives=(m.EventDirective(0, 0, "implements", paper),),
    )


def _word(dice: random.Random) -> str:
    return dice.choice(SYLLABLES)


def write_shards(mentions: int, folder: Path) -> list[Path]:
    """Synthetic readings with about that many mentions, as shards."""
    dice = random.Random(7)
    count = max(1, mentions // PER_DOCUMENT)
    paths = []
    for start in range(0, count, SHARD_DOCUMENTS):
        readings = [article(n, dice) for n in range(start, min(count, start + SHARD_DOCUMENTS))]
        paths.append(folder / f"{start:07d}.parquet")
        pq.write_table(readings_table([_row(r) for r in readings]), paths[-1])
    return paths


def _row(reading: m.Reading) -> dict[str, object]:
    document = {f.name: getattr(reading.document, f.name) for f in fields(Document)}
    finds = {f.name: getattr(reading, f.name) for f in fields(m.Reading) if f.name != "document"}
    return {"status": "read", **document, **finds}


def run(con: Connection, shards: list[Path]) -> Iterator[tuple[str, float]]:
    """Every step of the build, with the seconds it took."""
    registers = load_registers()
    todo: list[tuple[str, Callable[[], object]]] = [
        ("load_readings", lambda: steps.load_readings(con, shards, registers))
    ]
    for step in (steps.link_organizations, steps.link_directives, steps.link_people, steps.link_events):
        todo.append((step.__name__, partial(step, con)))
    todo += [
        ("date_events", lambda: steps.date_events(con)),
        ("assign_identifiers", lambda: steps.assign_identifiers(con)),
        ("shape_tables", lambda: steps.shape_tables(con)),
    ]
    for name, call in todo:
        start = time.perf_counter()
        call()
        yield name, time.perf_counter() - start


def main() -> None:
    """Make the readings, run the steps, print the seconds."""
    mentions = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as place:
        shards = write_shards(mentions, Path(place))
        with open_build(Path(place) / "linking.duckdb", memory_limit="3GB", threads=2) as con:
            total = 0.0
            for name, seconds in run(con, shards):
                total += seconds
                print(f"{name:20} {seconds:8.1f} s", flush=True)
            for table in ("work.mentions", "documents", "people", "events", "directives"):
                print(f"{table:20} {scalar(con, f'SELECT count(*) FROM {table}'):8,}")
            print(f"{'all steps':20} {total:8.1f} s")


if __name__ == "__main__":
    main()
