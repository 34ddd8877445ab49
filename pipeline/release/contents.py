"""Everything that stands in a release folder, in the order in which it is written.

Belongs here: the list. Does not: any file's content.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence

from pipeline.release import manifest as m
from pipeline.release.changelog import write_changelog
from pipeline.release.codebook import write_codebook
from pipeline.release.compare import DIFF, write_diff
from pipeline.release.diagram import write_diagram
from pipeline.release.draft import Draft
from pipeline.release.ftm import write_ftm
from pipeline.release.guide import write_guide
from pipeline.release.package import write_croissant, write_package
from pipeline.release.quality import write_quality
from pipeline.release.rights import write_citation, write_linked, write_notice
from pipeline.release.show import METHOD
from pipeline.release.spreadsheets import write_csv, write_xlsx
from pipeline.tables.write import write_duckdb, write_parquet

WITH_KEYS = "huunghi.duckdb"
FOR_OLD = "huunghi-v1.0.duckdb"
"""The same tables without keys, which DuckDB 1.0 opens too."""


def write_contents(draft: Draft, extras: Sequence[Callable[[Draft], None]] = ()) -> None:
    """Write every file of a release but the manifest and the sums into ``draft.folder``; ``extras`` write the last."""
    write_parquet(draft.con, draft.folder)
    for name, keyed in ((WITH_KEYS, True), (FOR_OLD, False)):
        m.seal(write_duckdb(draft.con, draft.folder / name, constraints=keyed))
    _copy_identifiers(draft)
    before = draft.previous.inputs if draft.previous else {}
    moved = any(before.get(name) != draft.inputs.get(name) for name in METHOD)
    changes = write_diff(draft.previous_folder, draft.folder, draft.folder / DIFF, code_changed=moved)
    write_changelog(draft, changes)
    for write in (*WRITERS, *extras):
        write(draft)


WRITERS: tuple[Callable[[Draft], None], ...] = (
    write_csv,
    write_xlsx,
    write_package,
    write_croissant,
    write_linked,
    write_citation,
    write_notice,
    write_diagram,
    write_codebook,
    write_quality,
    write_ftm,
    write_guide,
)
"""What is written from the draft and the files before: descriptors after the files that they describe."""


def _copy_identifiers(draft: Draft) -> None:
    if draft.identifiers:
        target = draft.folder / "identifiers"
        target.mkdir()
        for path in sorted(draft.identifiers.glob("*.csv")):
            shutil.copyfile(path, target / path.name)


def write_sums_and_manifest(draft: Draft, withdrawn: tuple[Mapping[str, str], ...] = ()) -> None:
    """Write the manifest over the files that stand in the folder, then SHA256SUMS over all of them."""
    folder = draft.folder
    files = {name: m.sha256_file(folder / name) for name in m.summed_files(folder) if name != m.MANIFEST}
    previous = None
    if draft.previous and draft.previous_folder:
        digest = m.sha256_file(draft.previous_folder / m.MANIFEST)
        previous = {"version": draft.previous.version, "manifest_sha256": digest}
    databases = tuple(name for name in m.all_files(folder) if name.endswith(".duckdb"))
    found = m.Manifest(
        version=draft.version,
        schema_version=draft.schema_version,
        release_date=draft.release_date,
        inputs=dict(draft.inputs),
        previous=previous,
        tables=dict(draft.tables),
        files=files,
        databases=databases,
        withdrawn=withdrawn,
        status="withdrawn" if withdrawn else "published",
    )
    draft.write(m.MANIFEST, found.to_json())
    m.write_sums(folder)
