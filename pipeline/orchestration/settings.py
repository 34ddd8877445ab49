"""What a run reads, writes and how it works: one resource, filled from the environment, changed in the launchpad."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import dagster as dg
from pydantic import Field

from pipeline.build import RELEASE_DATE, Settings, settings_for
from pipeline.registers import PROJECT

ENVIRONMENT = {
    "input_folder": ("HUUNGHI_INPUT", "seeds/articles"),
    "output_folder": ("HUUNGHI_OUTPUT", "outputs"),
    "registers_folder": ("HUUNGHI_REGISTERS", "seeds/registers"),
    "release_date": ("HUUNGHI_RELEASE_DATE", RELEASE_DATE.isoformat()),
    "engine": ("HUUNGHI_ENGINE", "local"),
    "workers": ("HUUNGHI_WORKERS", "0"),
}
"""Setting -> the environment variable that sets its default, and the default without it."""


def default(name: str) -> str:
    """The default of a setting: its environment variable, or what the project is set to."""
    variable, usual = ENVIRONMENT[name]
    return os.environ.get(variable, usual)


class Workplace(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folders of a run and how it works. Relative paths count from the project's root."""

    input_folder: str = Field(
        default=default("input_folder"),
        description="The folder of articles: .txt, .html, .jsonl, .parquet, archives of these. HUUNGHI_INPUT",
    )
    output_folder: str = Field(
        default=default("output_folder"),
        description="Where releases, latest.json and the cache go. HUUNGHI_OUTPUT",
    )
    registers_folder: str = Field(
        default=default("registers_folder"),
        description="The folder of registers (CSV): bodies, titles, document types, places. HUUNGHI_REGISTERS",
    )
    release_date: str = Field(
        default=default("release_date"),
        description="The release's date, YYYY-MM-DD; it makes the version, and no clock is read. HUUNGHI_RELEASE_DATE",
    )
    engine: str = Field(
        default=default("engine"),
        description="Where articles are read: local (a pool of processes) or ray (a cluster). HUUNGHI_ENGINE",
    )
    workers: int = Field(
        default=int(default("workers")),
        description="Processes that read articles; 0 means one a core. HUUNGHI_WORKERS",
    )

    cache_folder: str = Field(default="", description="Where readings are kept for the next run; empty: output/cache.")

    @property
    def source(self) -> Path:
        """The folder of articles."""
        return PROJECT / self.input_folder

    @property
    def output(self) -> Path:
        """The folder of releases."""
        return PROJECT / self.output_folder

    @property
    def day(self) -> date:
        """The release's date. Raises ValueError where it is none."""
        return date.fromisoformat(self.release_date)

    def settings(self) -> Settings:
        """The same as the plain functions take it."""
        return settings_for(
            self.source,
            PROJECT / self.cache_folder if self.cache_folder else self.output / "cache",
            self.output,
            self.day,
            registers=PROJECT / self.registers_folder,
            engine=self.engine,
            workers=self.workers or None,
        )
