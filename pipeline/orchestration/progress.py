"""Telling how far a long stage is: to the terminal that started the run, and to the run's log."""

from collections.abc import Callable
from contextvars import ContextVar

import dagster as dg

from pipeline.shards import Progress

Tell = Callable[[str, int, int], None]
LISTENER: ContextVar[Tell | None] = ContextVar("listener", default=None)
"""Whoever started the run in this process and wants to be told (stage, done, in all)."""


def report(context: dg.AssetExecutionContext, stage: str) -> Progress:
    """A function for (done, in all) that tells the listener each step, and the log each tenth."""
    listener, tenths = LISTENER.get(), set[int]()

    def tell(done: int, total: int) -> None:
        if listener is not None:
            listener(stage, done, total)
        tenth = 10 * done // max(total, 1)
        if tenth and tenth not in tenths and total >= 100:
            tenths.add(tenth)
            context.log.info(f"{stage}: {done} of {total} files")

    return tell
