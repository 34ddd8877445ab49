"""``codebook.md``: every table, column, code and empty cell explained in Vietnamese and English.

Belongs here: the rendering. Does not: what is said (``schemas``).
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.release.draft import ABOUT_EN, ABOUT_VI, TITLE_EN, TITLE_VI, Draft
from pipeline.tables.findings import Connection, as_text, rows
from schemas import VOCABULARIES, Vocabulary, codebook_rows, info, keys, names, quoted

_HEAD = """| cột / column | kiểu / type | nghĩa | meaning | ví dụ / example | khi trống / when empty |
|---|---|---|---|---|---|"""
_READING = """- Ngày là ba cột: `…_edtf` (EDTF, ISO 8601-2), `…_earliest`, `…_latest`; không chính xác hơn nguồn của nó.
- A date is three columns: `…_edtf` (EDTF, ISO 8601-2), `…_earliest`, `…_latest`. None is more precise than its source.
- Vị trí ký tự đếm bằng ký tự Unicode trong văn bản NFC: `text[char_start:char_end] == quote`.
- Offsets count Unicode code points of the NFC text: `text[char_start:char_end] == quote`.
- Trong `csv/`, một ô mà bảng tính sẽ chạy như công thức có dấu `'` đứng trước.
- In `csv/`, a cell that a spreadsheet would run as a formula has `'` before it.
- `huunghi.duckdb` có khóa (DuckDB 1.1 trở lên); `huunghi-v1.0.duckdb` là các bảng ấy không có khóa, cho DuckDB 1.0.
- `huunghi.duckdb` has keys (DuckDB 1.1 and later); `huunghi-v1.0.duckdb` has the same tables without, for DuckDB 1.0.
"""


def write_codebook(draft: Draft) -> None:
    """Write ``codebook.md``."""
    draft.write("codebook.md", "\n".join(_lines(draft)) + "\n")


def _lines(draft: Draft) -> Iterator[str]:
    yield f"# {TITLE_VI} / {TITLE_EN}\n"
    yield f"Phiên bản / version {draft.version}, lược đồ / schema {draft.schema_version}.\n"
    yield f"{ABOUT_VI}\n\n{ABOUT_EN}\n\n{_READING}"
    yield "![Các bảng và liên kết / tables and references](diagram.svg)\n"
    for table in draft.tables:
        yield from _table(draft.con, table, draft.tables[table].rows)
    yield "# Danh mục mã / Vocabularies\n"
    for vocabulary in VOCABULARIES.values():
        yield from _vocabulary(vocabulary)


def _table(con: Connection, table: str, total: int) -> Iterator[str]:
    about = info(table)
    yield f"## {table}\n\n{about.vi} {about.en}\n"
    yield f"{total} dòng / rows. Khóa / key: {', '.join(f'`{k}`' for k in keys(table))}.\n"
    yield _HEAD
    example = example_row(con, table)
    for row in codebook_rows(table):
        kind = " ".join(filter(None, [row["type"], row["key"], _code(row["vocabulary"]), _arrow(row["references"])]))
        empty = f"{row['null_vi']} / {row['null_en']}" if row["null_vi"] else "luôn có / always filled"
        cells = [f"`{row['column']}`", kind, row["vi"], row["en"] + _age(row), example.get(row["column"], ""), empty]
        yield "| " + " | ".join(map(_cell, cells)) + " |"
    yield ""


def _code(vocabulary: str) -> str:
    return f"[{vocabulary}](#{vocabulary})" if vocabulary else ""


def _arrow(references: str) -> str:
    return f"→ {references}" if references else ""


def _age(row: dict[str, str]) -> str:
    """Since when a column is there, and until when: nothing for one of the first version that stays."""
    parts = [f"since {row['since']}"] if row["since"] != "1.0.0" else []
    parts += [f"deprecated since {row['deprecated']}"] if row["deprecated"] else []
    parts += [f"removed in {row['removed_in']}"] if row["removed_in"] else []
    return f" ({', '.join(parts)})" if parts else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def example_row(con: Connection, table: str) -> dict[str, str]:
    """The fullest row of a table (the first by key among equals), as text; empty where the table is."""
    filled = " + ".join(f"(CASE WHEN {quoted(c)} IS NULL THEN 0 ELSE 1 END)" for c in names(table))
    order = ", ".join(map(quoted, keys(table)))
    found = rows(con, f"SELECT * FROM {quoted(table)} ORDER BY {filled} DESC, {order} LIMIT 1")
    return {name: value or "" for name, value in as_text(found[0]).items()} if found else {}


def _vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    yield f"## {vocabulary.name}\n\n{vocabulary.vi} / {vocabulary.en}\n"
    yield "| mã / code | nghĩa | meaning |\n|---|---|---|"
    for term in vocabulary.terms:
        yield f"| `{term.code}` | {term.vi} | {term.en} |"
    yield ""
