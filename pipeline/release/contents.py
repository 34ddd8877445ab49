"""Everything that stands in a release folder, in the order in which it is written.

Belongs here: the list. Does not: any file's content.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable

from pipeline.release import manifest as m
from pipeline.release.changelog import write_changelog
from pipeline.release.codebook import write_codebook
from pipeline.release.compare import DIFF, write_diff
from pipeline.release.diagram import write_diagram
from pipeline.release.draft import Draft
from pipeline.release.package import write_croissant, write_package
from pipeline.release.quality import write_quality
from pipeline.release.rights import write_citation, write_linked, write_notice
from pipeline.release.spreadsheets import write_csv, write_xlsx
from pipeline.tables.write import write_duckdb, write_parquet

WITH_KEYS = "huunghi.duckdb"
FOR_OLD = "huunghi-v1.0.duckdb"
"""The same tables without keys, which DuckDB 1.0 opens too."""
_METHOD = ("code", "registers", "lock")


def write_contents(draft: Draft) -> None:
    """Write every file of a release but the manifest and the sums into ``draft.folder``."""
    write_parquet(draft.con, draft.folder)
    for name, keyed in ((WITH_KEYS, True), (FOR_OLD, False)):
        m.seal(write_duckdb(draft.con, draft.folder / name, constraints=keyed))
    _copy_identifiers(draft)
    changes = write_diff(draft.previous_folder, draft.folder, draft.folder / DIFF, code_changed=method_changed(draft))
    write_changelog(draft, changes)
    for write in WRITERS:
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
)
"""What is written from the draft and the files before: descriptors after the files that they describe."""


def method_changed(draft: Draft) -> bool:
    """True where code, registers or the lock file are not those of the release before."""
    before = draft.previous.inputs if draft.previous else {}
    return any(before.get(name) != draft.inputs.get(name) for name in _METHOD)


def _copy_identifiers(draft: Draft) -> None:
    if draft.identifiers:
        target = draft.folder / "identifiers"
        target.mkdir()
        for path in sorted(draft.identifiers.glob("*.csv")):
            shutil.copyfile(path, target / path.name)


def write_sums_and_manifest(draft: Draft) -> None:
    """Write the manifest over the files that stand in the folder, then SHA256SUMS over all of them."""
    folder = draft.folder
    files = {name: m.sha256_file(folder / name) for name in m.summed_files(folder) if name != m.MANIFEST}
    before = draft.previous_folder
    previous = {"version": before.name, "manifest_sha256": m.sha256_file(before / m.MANIFEST)} if before else None
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
    )
    draft.write(m.MANIFEST, found.to_json())
    m.write_sums(folder)
