"""One batch of inputs to one batch of readings, Arrow in and Arrow out: the function that every engine runs.

Belongs here: the Arrow form of what ``documents`` and ``extract`` make, derived from their dataclasses, and the one
function from bytes to readings. Does not: files, processes, a connection; a rule of language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa

from pipeline.documents.model import Document, Given
from pipeline.documents.parse import UnreadableDocument, parse
from pipeline.extract.lexicons import Lexicons
from pipeline.extract.model import Reading
from pipeline.extract.reader import read

_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type of a field's annotation: a scalar, ``X | None``, or ``tuple[Dataclass, ...]`` as list<struct>.

    Raises KeyError for an annotation that has no Arrow form, so that a new field is not lost."""
    if get_origin(hint) is tuple:
        return pa.list_(pa.struct(arrow_fields(get_args(hint)[0])))
    known = [arm for arm in get_args(hint) if arm is not NoneType] or [hint]
    return _SCALARS[known[0]]


@cache
def arrow_fields(cls: type[Any]) -> tuple[pa.Field, ...]:
    """The Arrow fields of a dataclass, in its own order; a field is nullable where its annotation admits None."""
    hints = get_type_hints(cls)
    return tuple(
        pa.field(f.name, arrow_type(hints[f.name]), nullable=NoneType in get_args(hints[f.name])) for f in fields(cls)
    )


_TROUBLE = (pa.field("error_code", pa.string()), pa.field("error_message", pa.string()))
_FINDS = tuple(f for f in fields(Reading) if f.name != "document")

INPUT_SCHEMA = pa.schema(
    [pa.field("source_path", pa.string(), False), pa.field("data", pa.large_binary()), *arrow_fields(Given), *_TROUBLE]
)
"""One input a row: its path below the input folder, its bytes, what stands beside the text (``Given``); where its file
could not be opened, ``data`` is null and ``error_code``/``error_message`` say why."""

READING_SCHEMA = pa.schema(
    [
        pa.field("status", pa.string(), False),
        *_TROUBLE,
        *(f.with_nullable(f.name not in ("source_path", "sha256")) for f in arrow_fields(Document)),
        *(pa.field(f.name, arrow_type(get_type_hints(Reading)[f.name])) for f in _FINDS),
    ]
)
"""One input a row: ``status`` (read, error), ``error_code`` and ``error_message`` where it is error, the document's
fields, and each tuple of ``Reading`` as list<struct>. A row with status error has the fields that are known: its path,
the hash of its bytes, and no finds."""


def extract_batch(table: pa.Table, lexicons: Lexicons) -> pa.Table:
    """Read every row of ``table`` (INPUT_SCHEMA): one row out (READING_SCHEMA) for each row in, in the same order.

    What is no text becomes a row with status error. A fault of a finder is a fault of the project and is raised, with
    a note that names the input."""
    return readings_table([_one(row, lexicons) for row in table.to_pylist()])


def _one(row: dict[str, Any], lexicons: Lexicons) -> dict[str, Any]:
    path, data = row["source_path"], row["data"]
    if data is None:
        return _failed(path, "", row["error_code"] or "unreadable", row["error_message"] or "no bytes")
    try:
        document = parse(data, path, Given(*(row[f.name] for f in fields(Given))))
    except UnreadableDocument as error:
        return _failed(path, hashlib.sha256(data).hexdigest(), error.code, str(error))
    with naming(path):
        reading = read(document, lexicons)
    return {"status": "read", **_values(document), **{f.name: getattr(reading, f.name) for f in _FINDS}}


def _failed(path: str, sha256: str, code: str, message: str) -> dict[str, Any]:
    about = {"status": "error", "error_code": code, "error_message": message}
    return {**about, "source_path": path, "sha256": sha256, "media_type": "application/octet-stream"}


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Whatever is raised inside goes on, with a note that says which input was being read."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"while reading {path}")
        raise


def _values(item: Any) -> dict[str, Any]:
    return {f.name: getattr(item, f.name) for f in fields(item)}


def readings_table(rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Rows whose cells are scalars or tuples of dataclasses, as a table of READING_SCHEMA; what is missing is null,
    a missing list is empty."""
    columns = [_column(field.type, [row.get(field.name) for row in rows]) for field in READING_SCHEMA]
    return pa.Table.from_arrays(columns, schema=READING_SCHEMA)


def _column(kind: pa.DataType, cells: Sequence[Any]) -> pa.Array:
    return _lists(kind, cells) if pa.types.is_list(kind) else pa.array(cells, kind)


def _lists(kind: pa.DataType, cells: Sequence[Sequence[Any] | None]) -> pa.Array:
    flat = [item for cell in cells for item in cell or ()]
    struct = kind.value_type
    members = [pa.array([getattr(item, f.name) for item in flat], f.type) for f in struct]
    values = pa.StructArray.from_arrays(members, fields=list(struct))
    return pa.ListArray.from_arrays(pa.array(_offsets(cells), pa.int32()), values, type=kind)


def _offsets(cells: Iterable[Sequence[Any] | None]) -> list[int]:
    offsets = [0]
    for cell in cells:
        offsets.append(offsets[-1] + len(cell or ()))
    return offsets
