"""The command line as a person meets it: help, builds, queries, accounts, and trouble told in a sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.build import build
from pipeline.cli import COMMANDS, main

pytestmark = pytest.mark.usefixtures("same_rules")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory, shared_articles: Path) -> Path:
    return build(shared_articles, into=tmp_path_factory.mktemp("tables")).folder


def huunghi(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.mark.parametrize("command", [*COMMANDS, None])
def test_help_explains(command: str | None) -> None:
    result = huunghi(*([command] if command else []), "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output
    assert len(result.output.splitlines()) > 6


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from pipeline.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in run.stdout.splitlines()[-1].split()}
    assert "click" in loaded
    assert loaded & {"dagster", "duckdb", "pandera", "polars", "pyarrow", "rich"} == set()


def test_build_prints_what_came_out(own_articles: Path, tmp_path: Path) -> None:
    result = huunghi("build", "--input", own_articles, "--into", tmp_path / "tables")
    assert result.exit_code == 0, result.output
    assert "3 inputs: 3 read now" in result.output
    assert "3  documents" in result.output
    assert "query --from" in result.output


def test_build_makes_a_release_and_says_when_nothing_changed(own_articles: Path, tmp_path: Path) -> None:
    arguments = ["build", "--input", own_articles, "--output", tmp_path / "out", "--release-date", "2025-03-02"]
    assert "Release 2025.3.0" in huunghi(*arguments).output
    again = huunghi(*arguments)
    assert again.exit_code == 0
    assert "nothing changed" in again.output
    assert json.loads((tmp_path / "out" / "latest.json").read_text())["version"] == "2025.3.0"
    asked = huunghi("query", "SELECT count(*) AS n FROM documents", "--from", tmp_path / "out", "--format", "json")
    assert json.loads(asked.output) == [{"n": 3}]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--input", "{tmp}/nowhere", "--into", "{tmp}/out"], "no such folder"),
        (["build", "--input", "{tmp}", "--into", "{tmp}/out"], "holds no files"),
        (["build", "--input", "{tmp}"], "--into DIR"),
        (["build", "--input", "{tmp}", "--output", "a", "--into", "b"], "--into DIR"),
        (["query", "SELECT 1", "--from", "{tmp}"], "no tables here"),
        (["query", "SELEC 1", "--from", "{tables}"], "syntax error"),
        (["explain", "evt-nobody", "--from", "{tables}"], "no row has this identifier"),
        (["accept", "--output", "{tmp}"], "no tables here"),
    ],
)
def test_trouble_is_told_and_exits_non_zero(arguments: list[str], said: str, tables: Path, tmp_path: Path) -> None:
    result = huunghi(*(a.format(tmp=tmp_path, tables=tables) for a in arguments))
    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output


def test_query_answers_in_three_forms(tables: Path) -> None:
    sql = "SELECT source_path, n_chars > 0 AS filled FROM documents ORDER BY 1 LIMIT 1"
    assert huunghi("query", sql, "--from", tables).output == "source_path,filled\nhoi-nghi.txt,True\n"
    assert json.loads(huunghi("query", sql, "--from", tables, "--format", "json").output)[0]["filled"] is True
    assert "1 rows" in huunghi("query", sql, "--from", tables, "--format", "table").output


def test_explain_shows_row_evidence_and_date(tables: Path, shared_articles: Path) -> None:
    sql = "SELECT event_id FROM events WHERE event_type = 'reception'"
    event = huunghi("query", sql, "--from", tables).output.splitlines()[1]
    account = huunghi("explain", event, "--from", tables, "--input", shared_articles).output
    assert "date_edtf          2021-08-20" in account
    assert "tiep-doan.txt" in account
    assert "(stated)" in account
    assert "…" in account


def test_accept_takes_the_grown_register_over(own_articles: Path, tmp_path: Path) -> None:
    huunghi("build", "--input", own_articles, "--output", tmp_path / "out")
    result = huunghi("accept", "--output", tmp_path / "out", "--to", tmp_path / "identifiers")
    assert result.exit_code == 0
    assert (tmp_path / "identifiers" / "evt.csv").read_text().count("\nevt-") >= 3
    assert "0 new rows" in huunghi("accept", "--output", tmp_path / "out", "--to", tmp_path / "identifiers").output
