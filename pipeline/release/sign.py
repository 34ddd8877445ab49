"""minisign signatures of SHA256SUMS, through the ``minisign`` program, where a key is given.

Belongs here: calling the program. Does not: keys' keeping; verifying sums.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


class SignatureError(ValueError):
    """A signature could not be made, or is not right."""

    for_people = True


def sign(path: Path, secret_key: Path) -> Path:
    """Sign a file with a minisign key that has no password; the signature stands beside it, ``<name>.minisig``."""
    _run(["-S", "-s", str(secret_key), "-m", str(path)])
    return path.with_name(f"{path.name}.minisig")


def check_signature(path: Path, public_key: Path) -> None:
    """Raises SignatureError where a file's signature is missing or not of this key."""
    if not path.with_name(f"{path.name}.minisig").is_file():
        raise SignatureError(f"{path}: there is no signature beside it")
    _run(["-V", "-q", "-p", str(public_key), "-m", str(path)])


def _run(arguments: list[str]) -> None:
    program = shutil.which("minisign")
    if program is None:
        raise SignatureError("minisign is not installed: a signature can be neither made nor checked")
    done = subprocess.run([program, *arguments], input="", capture_output=True, text=True, check=False)
    if done.returncode:
        raise SignatureError(f"minisign: {(done.stderr or done.stdout).strip()}")
