"""Where the tasks of a stage run: in this process, in a pool of processes, or on a Ray cluster.

Belongs here: handing out tasks and taking back results, a few at a time, so that input may be larger than memory.
Does not: what a task does. Every engine yields the same results in the same order.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
ENGINES = ("local", "ray")
_AHEAD = 3


def run_tasks(
    function: Callable[[Task], Result], tasks: Iterable[Task], *, engine: str = "local", workers: int | None = None
) -> Iterator[Result]:
    """``function`` over ``tasks``, results in the tasks' order. ``function`` must be importable by name.

    ``workers``: processes, by default one a core. One worker, or one task, runs in this process. Whatever a task
    raises is raised here. Raises ValueError for an unknown engine, ModuleNotFoundError where Ray is not installed."""
    if engine not in ENGINES:
        raise ValueError(f"unknown engine {engine!r}: choose one of {', '.join(ENGINES)}")
    if engine == "ray":
        return _on_ray(function, tasks, workers)
    waiting = iter(tasks)
    first = list(islice(waiting, 2))
    count = workers or os.cpu_count() or 1
    if count == 1 or len(first) < 2:
        return map(function, chain(first, waiting))
    return _in_pool(function, chain(first, waiting), count)


def _in_pool(function: Callable[[Task], Result], tasks: Iterable[Task], workers: int) -> Iterator[Result]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([function.__module__])
    pool = ProcessPoolExecutor(workers, mp_context=context)
    under_way: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            under_way.append(pool.submit(function, task))
            if len(under_way) >= workers * _AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _on_ray(function: Callable[[Task], Result], tasks: Iterable[Task], workers: int | None) -> Iterator[Result]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    if not ray.is_initialized():
        ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False)
    remote = ray.remote(function)
    ahead = int(ray.cluster_resources().get("CPU", 1)) * _AHEAD
    under_way: deque[Any] = deque()
    for task in tasks:
        under_way.append(remote.remote(task))
        if len(under_way) >= ahead:
            yield ray.get(under_way.popleft())
    while under_way:
        yield ray.get(under_way.popleft())
