"""Group raw: what goes in. Nothing is copied; each asset says what is there, and its data version is the content."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import dagster as dg

from pipeline.manifest import Stamp
from pipeline.opening import InputError, list_files
from pipeline.orchestration.metadata import OWNERS, markdown
from pipeline.orchestration.settings import Workplace

GROUP = "raw"
ARTICLES = dg.AssetKey(["raw", "articles"])
REGISTERS = dg.AssetKey(["raw", "registers"])


def fingerprint(stamps: Iterable[Stamp]) -> str:
    """A hash of names, sizes and times: while it is the same, nothing in a folder has changed."""
    digest = hashlib.sha256()
    for stamp in stamps:
        digest.update(f"{stamp.file}\0{stamp.size}\0{stamp.mtime_ns}\0".encode())
    return digest.hexdigest()[:16]


def raw_assets() -> list[dg.AssetsDefinition]:
    """The folder of articles, and the registers."""

    # A folder on a network may be away for a moment; nothing after it fails by chance, so nothing else is retried.
    away = dg.RetryPolicy(max_retries=2, delay=2)

    @dg.asset(key=ARTICLES, group_name=GROUP, kinds={"file"}, owners=OWNERS, retry_policy=away)
    def articles(workplace: Workplace) -> dg.MaterializeResult[None]:
        """The files of the input folder: Vietnamese news texts as they were received.

        Change the folder in the launchpad (resource workplace, input_folder)."""
        try:
            stamps = list_files(workplace.source)
        except InputError as error:
            raise dg.Failure(str(error), allow_retries=False) from error
        return dg.MaterializeResult(
            data_version=dg.DataVersion(fingerprint(stamps)), metadata=_folder_metadata(workplace.source, stamps)
        )

    @dg.asset(key=REGISTERS, group_name=GROUP, kinds={"csv"}, owners=OWNERS)
    def registers(workplace: Workplace) -> dg.MaterializeResult[None]:
        """What the project knows beforehand: bodies, titles, document types, official documents, terms, places."""
        folder = workplace.settings().registers
        found = sorted(folder.glob("*.csv"))
        digest = hashlib.sha256(b"".join(p.name.encode() + p.read_bytes() for p in found)).hexdigest()
        counts = [{"register": p.stem, "rows": _rows(p)} for p in found]
        total = sum(_rows(p) for p in found)
        metadata: dict[str, Any] = {"dagster/row_count": total, "registers": dg.MetadataValue.md(markdown(counts))}
        return dg.MaterializeResult(data_version=dg.DataVersion(digest[:16]), metadata=metadata)

    return [articles, registers]


def _folder_metadata(folder: Path, stamps: Sequence[Stamp]) -> dict[str, Any]:
    kinds: dict[str, int] = {}
    for stamp in stamps:
        kind = PurePosixPath(stamp.file).suffix or "(none)"
        kinds[kind] = kinds.get(kind, 0) + 1
    shown = [{"file": s.file, "bytes": s.size} for s in stamps[:10]]
    return {
        "dagster/row_count": len(stamps),
        "folder": dg.MetadataValue.path(str(folder)),
        "bytes": sum(s.size for s in stamps),
        "kinds": dg.MetadataValue.md(markdown([{"kind": k, "files": n} for k, n in sorted(kinds.items())])),
        "preview": dg.MetadataValue.md(markdown(shown)),
    }


def _rows(path: Path) -> int:
    from pipeline.extract.registers import parse_register

    return len(parse_register(path.read_text(encoding="utf-8")))
