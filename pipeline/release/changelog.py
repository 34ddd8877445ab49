"""``CHANGELOG.md`` of the data, in Vietnamese and English, drafted from the differences of two releases.

Belongs here: telling the differences. Does not: finding them (``compare``).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.release.compare import Change
from pipeline.release.draft import Draft
from pipeline.release.gate import additions, declared, read_declared

FILE = "CHANGELOG.md"
_TITLE = "# Nhật ký thay đổi dữ liệu / Changes of the data\n"
_OPS = {"added": ("thêm", "added"), "removed": ("bỏ", "removed"), "changed": ("đổi", "changed")}
_CAUSES = {
    "source": ("bài viết đến hoặc đi", "an article came or went"),
    "method": ("phương pháp thay đổi", "the method changed"),
    "correction": ("người biên tập quyết định", "someone decided"),
}


def write_changelog(draft: Draft, changes: Sequence[Change]) -> None:
    """Write ``CHANGELOG.md``: what this release changed, above what the release before said."""
    earlier = _earlier(draft.previous_folder)
    draft.write(FILE, f"{_TITLE}\n{entry(draft, changes)}{earlier}")


def _earlier(folder: Path | None) -> str:
    path = folder / FILE if folder else None
    if path is None or not path.is_file():
        return ""
    return "\n" + path.read_text(encoding="utf-8").removeprefix(_TITLE).lstrip("\n")


def entry(draft: Draft, changes: Sequence[Change]) -> str:
    """What one release changed, as Markdown."""
    lines = [f"## {draft.version} ({draft.release_date})", ""]
    if draft.previous is None or draft.previous_folder is None:
        lines += ["Bản phát hành đầu tiên. / The first release.", "", *_first(draft)]
    else:
        lines += [f"So với {draft.previous.version}. / Compared with {draft.previous.version}.", ""]
        lines += _schema(draft.previous_folder) + _changes(changes)
    return "\n".join(lines) + "\n"


def _first(draft: Draft) -> list[str]:
    return [f"- `{table}`: {entry.rows} dòng / rows" for table, entry in draft.tables.items() if entry.rows]


def _schema(previous: Path) -> list[str]:
    new = additions(read_declared(previous), declared())
    return [f"- Lược đồ: thêm / schema: new {', '.join(f'`{n}`' for n in new)}"] if new else []


def _changes(changes: Sequence[Change]) -> list[str]:
    if not changes:
        return ["Không dòng nào thay đổi. / No row changed."]
    return [_line(c) for c in sorted(changes, key=lambda c: (c.table, list(_OPS).index(c.op), c.cause))]


def _line(change: Change) -> str:
    (op_vi, op_en), (why_vi, why_en) = _OPS[change.op], _CAUSES[change.cause]
    return f"- `{change.table}`: {op_vi} {change.rows} dòng ({why_vi}) / {change.rows} rows {op_en} ({why_en})"
