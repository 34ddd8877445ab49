"""From folders, tables and archives to inputs: everything is an input or a problem, in the order of names."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.documents import archives
from pipeline.documents.inputs import InputError, InputProblem, RawInput, iter_inputs
from pipeline.documents.model import Given
from pipeline.documents.raw import LARGEST


def found(path: Path) -> dict[str, str]:
    """Each input's path, and its text or the code of its problem."""
    return {i.source_path: i.data.decode() if isinstance(i, RawInput) else i.code for i in iter_inputs(path)}


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ["b.txt", "a/c.txt", "a.html", "noname", "x.pdf", ".hidden", "articles.csv", ".git/a.txt", "Thumbs.db"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    expected = {"a.html": "a.html", "a/c.txt": "a/c.txt", "b.txt": "b.txt", "noname": "noname", "x.pdf": "unsupported"}
    assert found(tmp_path) == expected
    assert list(found(tmp_path)) == sorted(expected)


def test_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một")
    (tmp_path / "b.txt").write_text("hai")
    assert found(tmp_path / "a.txt") == {"a.txt": "một"}


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such folder.*Give the folder"):
        list(iter_inputs(tmp_path / "gone"))


def test_a_dead_link_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone")
    assert found(tmp_path) == {"dead.txt": "unreadable"}


def test_jsonl_rows(tmp_path: Path) -> None:
    good = {"text": "một", "title": " Tên ", "url": "https://hoi.example", "published": "2020-01-02", "other": 1}
    lines = [json.dumps(good), "", "[1]", "{", '{"text": 3}', '{"text": "\\ud800"}', '{"text": " "}', '{"text": "hai"}']
    (tmp_path / "r.jsonl").write_text("\n".join(lines))
    codes = {"r.jsonl#1": "một", "r.jsonl#3": "bad_row", "r.jsonl#4": "bad_row", "r.jsonl#5": "no_text"}
    assert found(tmp_path) == {**codes, "r.jsonl#6": "bad_row", "r.jsonl#7": "no_text", "r.jsonl#8": "hai"}
    first = next(iter_inputs(tmp_path))
    assert isinstance(first, RawInput)
    assert first.given == Given("Tên", "https://hoi.example", "2020-01-02")


def test_parquet_rows(tmp_path: Path) -> None:
    table = pa.table({"published": [date(2020, 1, 2), None], "text": ["một", None], "more": [1, 2]})
    pq.write_table(table, tmp_path / "p.parquet")
    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "q.parquet")
    (tmp_path / "r.parquet").write_bytes(b"PAR1 no")
    codes = {"p.parquet#1": "một", "p.parquet#2": "no_text", "q.parquet": "no_text", "r.parquet": "unreadable"}
    assert found(tmp_path) == codes
    first = next(iter_inputs(tmp_path))
    assert isinstance(first, RawInput)
    assert first.given.published == "2020-01-02"


def test_zip_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.txt", "một")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x.txt", "hai")
        archive.writestr("in/rows.jsonl", '{"text": "ba"}')
        archive.writestr("../out.txt", "x")
        archive.writestr("/abs.txt", "x")
        archive.writestr("again.zip", b"")
        archive.writestr("__MACOSX/x.txt", "x")
        archive.writestr("big.txt", b"0" * (LARGEST + 1))
    assert found(tmp_path) == {
        "z.zip!/x.txt": "một",
        "z.zip!/x.txt~2": "hai",
        "z.zip!/in/rows.jsonl#1": "ba",
        "z.zip!/../out.txt": "unsafe_path",
        "z.zip!//abs.txt": "unsafe_path",
        "z.zip!/again.zip": "unsupported",
        "z.zip!/big.txt": "too_large",
    }


def test_a_member_whose_bytes_are_damaged_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "một hai ba")
        archive.writestr("b.txt", "bốn")
    (tmp_path / "z.zip").write_bytes(
        buffer.getvalue().replace("một hai ba".encode(), b"x" * len("một hai ba".encode()), 1)
    )
    assert found(tmp_path) == {"z.zip!/a.txt": "bad_archive", "z.zip!/b.txt": "bốn"}


def test_tar_members(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "t.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("d/a.txt")
        member.size = 3
        archive.addfile(member, io.BytesIO(b"abc"))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hosts"
        archive.addfile(link)
    assert found(tmp_path) == {"t.tar.gz!/d/a.txt": "abc", "t.tar.gz!/link.txt": "unsupported"}


@pytest.mark.parametrize("name", ["z.zip", "t.tar", "t.tar.gz", "t.tgz"])
def test_what_is_no_archive_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b this is none")
    assert found(tmp_path) == {name: "bad_archive"}


def test_an_archive_is_read_no_further_than_its_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_MOST_MEMBERS", 2)
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.txt", "x")
    assert found(tmp_path) == {"z.zip!/0.txt": "x", "z.zip!/1.txt": "x", "z.zip": "too_large"}


def test_a_file_over_the_bound_is_a_problem(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    problem = next(iter_inputs(tmp_path))
    assert isinstance(problem, InputProblem)
    assert problem.code == "too_large"
    assert problem.message.startswith("a.txt: over 32 MiB")
