"""An account of one row: what it says, the evidence in its context, how it was dated, what was merged into it."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.documents.model import Given
from pipeline.documents.parse import parse
from pipeline.look import QuestionError, open_tables
from pipeline.opening import InputError, list_files, open_file
from pipeline.registers import PROJECT
from pipeline.tables.findings import Connection, rows
from schemas import TABLES, columns, keys, literal, quoted

Row = dict[str, Any]
_CALLED = (
    ("people", "person_id", "name"),
    ("organizations", "organization_id", "name"),
    ("directives", "directive_id", "coalesce(symbol, title, type_vi)"),
    ("events", "event_id", "name"),
)
JUDGEMENTS = PROJECT / "seeds" / "judgements.csv"
AROUND = 60
MOST = 40
BASES = {
    "stated": "the day is written in the text with its year",
    "published": "the year is that of the article's publication",
    "reporting_year": "the year is the one that the meeting reports on",
    "context": "the year is that of another date in the same article",
    "term": "the year is bound by the term that the article names",
    "cited_document": "bound by an official document that the article cites",
    "cross_document": "another article reports the same event and gives the date",
    "register": "from a row of the registers, see the claims",
    "correction": "corrected by hand, see seeds/corrections.csv",
    "none": "no source gives it",
}


def explain(
    folder: Path, identifier: str, source: Path, judgements: Path = PROJECT / "seeds" / "judgements.csv"
) -> str:
    """The account of the row with this identifier, as text; a redirected identifier is followed.

    ``source``: the articles, whose text gives the context of each quote where it is still the text that was read.
    Raises QuestionError where no row has the identifier."""
    with open_tables(folder) as con:
        lines, current = _follow(con, identifier)
        table, row = _find(con, current)
        lines += [f"{current}  ({table})", *_cells(row), *_evidence(con, row, current, source)]
        lines += [*_dated(con, row, current), *_forms(con, current), *_related(con, table, current)]
        lines += [*_redirected(con, current), *_decided(con, current, judgements)]
    return "\n".join(lines)


def _follow(con: Connection, identifier: str) -> tuple[list[str], str]:
    lines: list[str] = []
    seen = {identifier}
    while found := rows(con, f"SELECT * FROM redirects WHERE old_id = {literal(identifier)} ORDER BY ALL LIMIT 1"):
        step = found[0]
        lines.append(f"{identifier} was {step['kind']} in {step['since']}: {step['reason'] or 'no reason given'}")
        if not step["new_id"] or step["new_id"] in seen:
            break
        identifier = step["new_id"]
        seen.add(identifier)
    return lines, identifier


def _find(con: Connection, identifier: str) -> tuple[str, Row]:
    for table in TABLES:
        if len(keys(table)) == 1:
            found = rows(con, f"SELECT * FROM {quoted(table)} WHERE {quoted(keys(table)[0])} = {literal(identifier)}")
            if found:
                return table, found[0]
    raise QuestionError(f"{identifier}: no row has this identifier. Find one: huunghi query 'SELECT * FROM events'")


def _cells(row: Row) -> list[str]:
    return [f"  {name:<18} {value}" for name, value in row.items() if value is not None]


def _evidence(con: Connection, row: Row, identifier: str, source: Path) -> list[str]:
    chosen = {f"entity_id = {literal(identifier)}", f"mention_id = {literal(str(row.get('mention_id') or identifier))}"}
    query = f"""SELECT d.source_path, d.title, d.text_sha256, m.* FROM mentions m JOIN documents d USING (document_id)
        WHERE {" OR ".join(sorted(chosen))} ORDER BY d.source_path, m.char_start, m.char_end, m.kind LIMIT {MOST + 1}"""
    found = rows(con, query)
    lines = ["", "Evidence"] if found else []
    texts = {path: _text(source, path) for path in sorted({str(m["source_path"]) for m in found})}
    before = None
    for mention in found[:MOST]:
        if mention["source_path"] != before:
            before = mention["source_path"]
            lines.append(f"  {before}: {mention['title'] or 'without title'}")
        lines.append(_in_context(mention, texts[str(before)]))
    return [*lines, "  … and more: table mentions"] if len(found) > MOST else lines


def _in_context(mention: Row, text: str | None) -> str:
    start, end = int(mention["char_start"]), int(mention["char_end"])
    place = f"    {start}–{end}  "
    if text is None or hashlib.sha256(text.encode()).hexdigest() != mention["text_sha256"]:
        return f"{place}«{mention['quote']}»"
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{place}…{before}«{text[start:end]}»{after}…".split("\n")) + f"  [{mention['rule']}]"


def _text(source: Path, path: str) -> str | None:
    """The text of an input, or None where it is not at hand."""
    try:
        files = [f for f in list_files(source) if path == f.file or path.startswith(f.file)]
    except InputError:
        return None
    return next(filter(None, (_document_text(source, file.file, path) for file in files)), None)


def _document_text(source: Path, file: str, path: str) -> str | None:
    for row in open_file(source, file):
        data = row.get("data")
        if row["source_path"] == path and isinstance(data, bytes):
            return parse(data, path, Given()).text
    return None


def _dated(con: Connection, row: Row, identifier: str) -> list[str]:
    lines = ["", "How it was dated and resolved"]
    if basis := row.get("date_basis"):
        lines.append(f"  {row.get('date_edtf') or 'no date'}: {BASES.get(str(basis), basis)} ({basis})")
    query = f"""SELECT c.*, d.source_path FROM claims c LEFT JOIN documents d USING (document_id)
        WHERE row_id = {literal(identifier)} ORDER BY column_name, chosen DESC, value, claim_id LIMIT {MOST}"""
    for claim in rows(con, query):
        said_by = claim["source_path"] or f"register {claim['register_row']}"
        lines.append(f"  {'*' if claim['chosen'] else ' '} {claim['column_name']} = {claim['value']}  ({said_by})")
    return lines if len(lines) > 2 else []


def _forms(con: Connection, identifier: str) -> list[str]:
    query = f"""SELECT name, kind, count(DISTINCT source_id) AS sources FROM names
        WHERE entity_id = {literal(identifier)} GROUP BY ALL ORDER BY kind, name LIMIT {MOST}"""
    found = [f"  {r['name']}  ({r['kind']}, {r['sources']} sources)" for r in rows(con, query)]
    return ["", "Forms that were taken for the same", *found] if found else []


def _related(con: Connection, table: str, identifier: str) -> Iterator[str]:
    """The rows of other tables that refer to this one."""
    key = f"{table}.{keys(table)[0]}"
    for other in TABLES:
        pointing = [c.name for c in columns(other) if key in c.references]
        if other in ("mentions", "claims", "names", "zones") or not pointing:
            continue
        where = " OR ".join(f"{quoted(c)} = {literal(identifier)}" for c in pointing)
        found = rows(con, f"SELECT * FROM {quoted(other)} WHERE {where} ORDER BY ALL LIMIT {MOST}")
        if found:
            names = _names(con, [str(value) for row in found for value in row.values()])
            yield from ("", other, *(f"  {_short(r, identifier, names)}" for r in found))


def _short(row: Row, identifier: str, names: dict[str, str]) -> str:
    shown = (str(value) for value in row.values() if value is not None and value != identifier)
    return "  ".join(f"{names[value]} ({value})" if value in names else value for value in shown)


def _names(con: Connection, identifiers: Iterable[str]) -> dict[str, str]:
    """What the entities among these identifiers are called."""
    wanted = ", ".join(literal(i) for i in sorted(set(identifiers)) if i.startswith(("per-", "org-", "dir-", "evt-")))
    parts = (
        f"SELECT {key} AS id, {name} AS name FROM {table} WHERE {key} IN ({wanted})" for table, key, name in _CALLED
    )
    return {r["id"]: r["name"] for r in rows(con, " UNION ALL ".join(parts))} if wanted else {}


def _redirected(con: Connection, identifier: str) -> list[str]:
    query = f"SELECT * FROM redirects WHERE new_id = {literal(identifier)} ORDER BY old_id LIMIT {MOST}"
    found = [f"  {r['old_id']}  {r['kind']} in {r['since']}: {r['reason'] or ''}" for r in rows(con, query)]
    return ["", "Identifiers that lead here", *found] if found else []


def _decided(con: Connection, identifier: str, judgements: Path) -> list[str]:
    """The rows of ``judgements.csv`` that name this identifier."""
    if not judgements.is_file():
        return []
    with judgements.open(encoding="utf-8", newline="") as file:
        named = [row for row in csv.DictReader(file) if identifier in row.values()]
    found = ["  " + "  ".join(filter(None, row.values())) for row in named]
    return ["", "Decided by hand", *found] if found else []
