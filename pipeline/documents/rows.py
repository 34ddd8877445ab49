"""Tables of texts: ``.jsonl`` (an object a line) and ``.parquet``; ``text`` and, if there, title, url, published."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from pipeline.documents.model import Given
from pipeline.documents.raw import LARGEST, InputProblem, RawInput, too_large

_BESIDE = ("title", "url", "published")
_ROWS_AT_ONCE = 1024


def jsonl_rows(source_path: str, stream: BinaryIO) -> Iterator[RawInput | InputProblem]:
    """One input a line of JSON; blank lines are none. ``source_path#12`` is the twelfth line."""
    for number, line in enumerate(_lines(stream), start=1):
        path = f"{source_path}#{number}"
        if len(line) > LARGEST:
            yield too_large(path)
        elif line.strip():
            yield _json_row(path, line)


def parquet_rows(source_path: str, stream: BinaryIO) -> Iterator[RawInput | InputProblem]:
    """One input a row of a Parquet file; ``source_path#12`` is the twelfth row."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(stream)
        columns = [name for name in ("text", *_BESIDE) if name in file.schema_arrow.names]
        if "text" not in columns:
            yield InputProblem(source_path, "no_text", f"{source_path}: no column text. Name the column of texts so.")
            return
        number = 0
        for batch in file.iter_batches(_ROWS_AT_ONCE, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _row(f"{source_path}#{number}", row)
    except (pa.ArrowException, OSError) as error:
        yield InputProblem(source_path, "unreadable", f"{source_path}: no Parquet that can be read ({_first(error)}).")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one longer than ``LARGEST`` only so much that it is seen to be too long."""
    while line := stream.readline(LARGEST + 1):
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST + 1)
        yield line


def _json_row(path: str, line: bytes) -> RawInput | InputProblem:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return InputProblem(path, "bad_row", f"{path}: no JSON ({_first(error)}). Write one object a line, in UTF-8.")
    if not isinstance(row, dict):
        return InputProblem(path, "bad_row", f"{path}: not an object. Write one object with a field text a line.")
    return _row(path, row)


def _row(path: str, row: dict[str, object]) -> RawInput | InputProblem:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return InputProblem(path, "no_text", f"{path}: its field text is missing, empty or no string.")
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return InputProblem(path, "bad_row", f"{path}: its text holds half a character (a lone surrogate).")
    return too_large(path) if len(data) > LARGEST else RawInput(path, data, Given(*_beside(row)))


def _beside(row: dict[str, object]) -> Iterable[str | None]:
    return (_string(row.get(name)) for name in _BESIDE)


def _string(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() or None if isinstance(value, str) else None


def _first(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]
