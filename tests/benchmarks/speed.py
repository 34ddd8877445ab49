"""How fast articles are parsed, read and built, and what one changed article costs.

    python -m tests.benchmarks.speed [FOLDER] [--copies N] [--workers N]

FOLDER holds ``.txt`` articles; without one, the golden set's, ``--copies`` times over, each copy made another article
by a last line of its own. Parsing and reading are timed in one process, in processor time, so that a busy machine
counts less; the whole build in processor time of all its processes and in elapsed time. ``again`` builds the unchanged
folder, ``changed`` the folder with one article changed: their share of the whole is what counts, not the seconds.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.build import build
from pipeline.documents.parse import parse
from pipeline.extract.lexicons import build_lexicons
from pipeline.extract.reader import read
from pipeline.registers import load_registers
from tests.golden.gold import OWN


def copied(target: Path, copies: int) -> Path:
    """The golden set's texts in ``target``, ``copies`` times, no two alike."""
    for source in sorted(OWN.glob("*.txt")):
        text = source.read_text(encoding="utf-8")
        for copy in range(copies):
            (target / f"{source.stem}-{copy:04d}.txt").write_text(f"{text}\nBản in số {copy}.\n", encoding="utf-8")
    return target


def processor_time() -> float:
    """Seconds of processor time of this process and of those that it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor time, and elapsed."""
    elapsed, busy = time.perf_counter(), processor_time()
    work()
    return processor_time() - busy, time.perf_counter() - elapsed


def stages(folder: Path) -> dict[str, float]:
    """Seconds of processor time to open the lexicons, parse every article, read every one."""
    files = [(p.read_bytes(), p.name) for p in sorted(folder.glob("*.txt"))]
    lexicons, documents = None, []

    def open_lexicons() -> None:
        nonlocal lexicons
        lexicons = build_lexicons(load_registers())

    seconds = {"lexicons": timed(open_lexicons)[0]}
    seconds["parse"] = timed(lambda: documents.extend(parse(*f) for f in files))[0]
    seconds["read"] = timed(lambda: [read(d, lexicons) for d in documents])[0]
    return seconds


def builds(folder: Path, workers: int) -> dict[str, tuple[float, float]]:
    """Processor and elapsed seconds of a first build, one of the same folder, and one with an article changed."""
    with tempfile.TemporaryDirectory(prefix="speed-") as output:

        def run() -> None:
            build(folder, output=Path(output), workers=workers)

        found = {"build": timed(run), "again": timed(run)}
        first = min(folder.glob("*.txt"))
        kept = first.read_bytes()
        try:
            first.write_bytes(kept + "Tin đã được sửa.\n".encode())
            found["changed"] = timed(run)
        finally:
            first.write_bytes(kept)
    return found


def report(folder: Path, workers: int) -> None:
    """Print the figures of a folder."""
    files = sorted(folder.glob("*.txt"))
    size = sum(p.stat().st_size for p in files) / 1e6
    print(f"{len(files)} articles, {size:.2f} MB")
    for stage, seconds in stages(folder).items():
        rate = "" if stage == "lexicons" else f"{len(files) / seconds:10.0f} articles/s {size / seconds:8.3f} MB/s"
        print(f"{stage:10}{seconds:8.2f} s{rate}")
    runs = builds(folder, workers)
    for stage, (busy, elapsed) in runs.items():
        share = f"{elapsed / runs['build'][1]:8.0%} of the first"
        print(f"{stage:10}{busy:8.2f} s busy {elapsed:8.2f} s elapsed {len(files) / elapsed:8.0f} articles/s{share}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure a folder, or copies of the golden set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="articles-") as made:
        # A folder of the caller's is copied: one article of it is changed.
        source = Path(made)
        if options.folder is None:
            copied(source, options.copies)
        else:
            for path in options.folder.glob("*.txt"):
                (source / path.name).write_bytes(path.read_bytes())
        report(source, options.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
