"""A signature is made where a key is given, and one that is missing or of another key is refused."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from pipeline.release.manifest import SUMS
from pipeline.release.publish import publish
from pipeline.release.sign import SignatureError, check_signature, sign
from pipeline.release.verify import verify
from tests.release_samples import sample_tables


def _key(folder: Path, name: str) -> tuple[Path, Path]:
    public, secret = folder / f"{name}.pub", folder / f"{name}.key"
    subprocess.run(["minisign", "-G", "-W", "-p", public, "-s", secret], check=True, capture_output=True)
    return public, secret


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_a_signed_release_is_known_by_its_key_alone(tmp_path: Path) -> None:
    public, secret = _key(tmp_path, "own")
    other, _ = _key(tmp_path, "other")
    folder = publish(sample_tables(), tmp_path / "out", date(2026, 11, 21), {"n": "1"}, secret_key=secret).folder
    check_signature(folder / SUMS, public)
    assert verify(folder) == []
    with pytest.raises(SignatureError, match="minisign"):
        check_signature(folder / SUMS, other)
    (folder / SUMS).chmod(0o644)
    (folder / SUMS).write_text((folder / SUMS).read_text().replace("a", "b", 1))
    with pytest.raises(SignatureError, match="minisign"):
        check_signature(folder / SUMS, public)


def test_without_the_program_or_the_signature_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_text("x")
    with pytest.raises(SignatureError, match="no signature beside it"):
        check_signature(tmp_path / "x", tmp_path / "key")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SignatureError, match="minisign is not installed"):
        sign(tmp_path / "x", tmp_path / "key")
