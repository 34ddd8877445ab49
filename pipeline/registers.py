"""Opening the registers: the folder of CSV files under ``seeds/registers``, read once per process."""

from __future__ import annotations

from pathlib import Path

from pipeline.extract.registers import Registers, parse_register

PROJECT = Path(__file__).resolve().parent.parent
REGISTERS = PROJECT / "seeds" / "registers"


def load_registers(folder: Path = REGISTERS) -> Registers:
    """Every ``*.csv`` of ``folder`` as a register. Raises FileNotFoundError where the folder is missing."""
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: the registers' folder does not exist")
    files = sorted(folder.glob("*.csv"))
    return Registers({f.stem: parse_register(f.read_text(encoding="utf-8")) for f in files})
