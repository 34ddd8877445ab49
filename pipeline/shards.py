"""The readings of a folder, kept as Parquet shards and brought up to date by content.

Belongs here: which inputs are new, changed, gone or the same; writing, rewriting and dropping shards. Does not: how an
input is opened (``documents.inputs``) or read (``batch``), where tasks run (``engines``).

A shard holds whole rows of ``READING_SCHEMA``. After an update the shards hold exactly one row for each input of the
folder. What was read once is not read again while its bytes and the extractor are the same, whatever its name.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.batch import INPUT_SCHEMA, arrow_fields, extract_batch
from pipeline.documents.model import Given
from pipeline.engines import run_tasks
from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.manifest import Entry, Manifest, Stamp, load_manifest, save_manifest, shard_name, write_table
from pipeline.opening import list_files, open_file
from pipeline.registers import REGISTERS, load_registers

SHARD_ROWS = 100
SHARD_BYTES = 1_000_000
_SMALL = 8
_SOURCES = ("text", "documents", "extract", "batch.py")
Row = dict[str, object]
Progress = Callable[[int, int], None]


class Task(NamedTuple):
    """Inputs to read (``INPUT_SCHEMA``), the shard to write, the folder of the registers, and the extractor's hash."""

    table: pa.Table
    shard: Path
    registers: Path
    extractor: str


@dataclass(frozen=True, slots=True)
class Update:
    """What an update found: the shards that hold the readings, what made them, and how many inputs there are, were
    read now, were known already, and went away."""

    shards: tuple[Path, ...]
    extractor: str
    inputs: int
    extracted: int
    reused: int
    removed: int


@dataclass(slots=True)
class _Plan:
    """What is known so far of the folder: ``entries`` of the new manifest; ``carried``: old shard -> the rows of it
    that stay, each as (name it had, entry it has)."""

    cache: Path
    extractor: str
    entries: list[Entry] = field(default_factory=list)
    carried: dict[str, list[tuple[str, Entry]]] = field(default_factory=dict)
    extracted: int = 0

    def carry(self, known: Entry, stamp: Stamp, source_path: str) -> None:
        """Keep a reading that is there already, under the name that its input has now."""
        entry = Entry(*stamp, source_path, known.key, known.shard)
        self.carried.setdefault(known.shard, []).append((known.source_path, entry))

    def place(self, found: Sequence[tuple[Stamp, str, str]]) -> Path:
        """The shard for inputs (stamp, name, key) that are to be read or moved together."""
        name = shard_name(self.extractor, ((path, key) for _, path, key in found))
        self.entries += [Entry(*stamp, path, key, name) for stamp, path, key in found]
        return self.cache / name


def extractor_hash(registers: Path = REGISTERS) -> str:
    """What a reading depends on besides its input: the sources of the pure stages, and the registers."""
    here = Path(__file__).resolve().parent
    return tree_hash(*(here / name for name in _SOURCES), registers)


def tree_hash(*roots: Path) -> str:
    """A hash of files and folders, by names and bytes; what is hidden, compiled or missing does not count."""
    digest = hashlib.sha256()
    for root in roots:
        for path in [root] if root.is_file() else sorted(filter(_counts, root.rglob("*"))):
            digest.update(f"{path.relative_to(root.parent).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")


def update_shards(
    source: Path,
    cache: Path,
    *,
    registers: Path = REGISTERS,
    engine: str = "local",
    workers: int | None = None,
    progress: Progress = lambda done, total: None,
) -> Update:
    """Bring the readings of ``source`` in ``cache`` up to date; ``progress`` is told (files done, files in all).

    Raises what ``list_files`` raises for a folder that is missing or empty, and what ``run_tasks`` raises."""
    files = list_files(source)
    plan = _Plan(cache, extractor_hash(registers))
    old = load_manifest(cache)
    known = [e for e in old.entries if e.key] if old.extractor == plan.extractor else []
    trusted = _by_stamp(known if old.source == str(source.resolve()) else [])
    cache.mkdir(parents=True, exist_ok=True)
    fresh = _fresh(_told(files, progress), source, plan, trusted, {e.key: e for e in known})
    tasks = (
        Task(_inputs(group), plan.place([k for k, _ in group]), registers, plan.extractor) for group in _groups(fresh)
    )
    plan.extracted = sum(run_tasks(write_shard, tasks, engine=engine, workers=workers))
    _carry(plan, Counter(e.shard for e in known))
    save_manifest(cache, Manifest(str(source.resolve()), plan.extractor, tuple(plan.entries)))
    return _finish(plan, {e.source_path for e in old.entries})


def _finish(plan: _Plan, before: set[str]) -> Update:
    names = {e.shard for e in plan.entries}
    for path in plan.cache.glob("*.parquet"):
        if path.name not in names and path.name != "manifest.parquet":
            path.unlink()
    count, gone = len(plan.entries), before - {e.source_path for e in plan.entries}
    shards = tuple(plan.cache / name for name in sorted(names))
    return Update(shards, plan.extractor, count, plan.extracted, count - plan.extracted, len(gone))


def _by_stamp(entries: Iterable[Entry]) -> dict[Stamp, list[Entry]]:
    filed: dict[Stamp, list[Entry]] = {}
    for entry in entries:
        filed.setdefault(entry.stamp, []).append(entry)
    return filed


def _told(files: Sequence[Stamp], progress: Progress) -> Iterator[Stamp]:
    for done, file in enumerate(files):
        progress(done, len(files))
        yield file
    progress(len(files), len(files))


Found = tuple[tuple[Stamp, str, str], Row]


def _fresh(
    files: Iterable[Stamp], source: Path, plan: _Plan, trusted: dict[Stamp, list[Entry]], keys: dict[str, Entry]
) -> Iterator[Found]:
    """The inputs that must be read; those known already go to the plan."""
    for stamp in files:
        if stamp in trusted:
            for entry in trusted[stamp]:
                plan.carry(entry, stamp, entry.source_path)
            continue
        for row in open_file(source, stamp.file):
            path, key = str(row["source_path"]), input_key(row)
            if key in keys:
                plan.carry(keys[key], stamp, path)
            else:
                yield (stamp, path, key), row


def input_key(row: Row) -> str:
    """What the reading of an input depends on: its bytes, its suffix, and what is given beside it; not its name.

    Empty where the input could not be opened: that is tried anew each time."""
    data = row.get("data")
    if not isinstance(data, bytes):
        return ""
    digest = hashlib.sha256(data)
    beside = [PurePosixPath(str(row["source_path"])).suffix, *(str(row.get(f.name)) for f in arrow_fields(Given))]
    digest.update("\0".join(beside).encode())
    return digest.hexdigest()


def _groups(found: Iterable[Found]) -> Iterator[list[Found]]:
    group: list[Found] = []
    weight = 0
    for item in found:
        group.append(item)
        weight += len(data) if isinstance(data := item[1].get("data"), bytes) else 0
        if len(group) >= SHARD_ROWS or weight >= SHARD_BYTES:
            yield group
            group, weight = [], 0
    if group:
        yield group


def _inputs(group: Sequence[Found]) -> pa.Table:
    return pa.Table.from_pylist([row for _, row in group], schema=INPUT_SCHEMA)


def write_shard(task: Task) -> int:
    """Read the inputs of a task into its shard; how many. A shard that a broken run left whole is not made again."""
    if not task.shard.exists():
        write_table(extract_batch(task.table, _lexicons(task.registers, task.extractor)), task.shard)
    return len(task.table)


@lru_cache(maxsize=1)
def _lexicons(registers: Path, extractor: str) -> Lexicons:
    # The hash is asked for so that a process that lives long sees a register that was edited.
    return build_lexicons(load_registers(registers))


def _carry(plan: _Plan, sizes: Counter[str]) -> None:
    """Keep shards that stay as they are; write anew those that lost or renamed a row, and many small ones as one."""
    whole = [s for s, rows in plan.carried.items() if _unchanged(rows, sizes[s])]
    small = [s for s in whole if sizes[s] * 4 < SHARD_ROWS]
    keep = set(whole) - set(small if len(small) > _SMALL else ())
    plan.entries += [entry for shard in keep for _, entry in plan.carried[shard]]
    moving = sorted(set(plan.carried) - keep)
    for rows, table in _moved(plan, moving):
        write_table(table, plan.place([(e.stamp, e.source_path, e.key) for e in rows]))


def _unchanged(rows: Sequence[tuple[str, Entry]], size: int) -> bool:
    return len(rows) == size and all(name == entry.source_path for name, entry in rows)


def _moved(plan: _Plan, shards: Sequence[str]) -> Iterator[tuple[list[Entry], pa.Table]]:
    entries: list[Entry] = []
    tables: list[pa.Table] = []
    for shard in shards:
        entries += [entry for _, entry in plan.carried[shard]]
        tables.append(_picked(plan.cache / shard, plan.carried[shard]))
        if len(entries) >= SHARD_ROWS or shard == shards[-1]:
            yield entries, pa.concat_tables(tables)
            entries, tables = [], []


def _picked(shard: Path, rows: Sequence[tuple[str, Entry]]) -> pa.Table:
    table = pq.read_table(shard)
    at = {name: i for i, name in enumerate(table.column("source_path").to_pylist())}
    picked = table.take([at[name] for name, _ in rows])
    index = picked.schema.get_field_index("source_path")
    names = pa.array([entry.source_path for _, entry in rows], pa.string())
    return picked.set_column(index, picked.schema.field(index), names)
