"""One function in several processes, its answers in the order of what it is asked."""

from __future__ import annotations

import pickle
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_WAITING_PER_WORKER = 4
"""Questions handed out ahead to each worker, so that none is idle and memory stays bounded."""

_ENDED = (
    "a worker process ended before it answered. Each imports the program anew: what a script runs must stand "
    "below 'if __name__ == \"__main__\":', and what a notebook defines, such as a scorer, in a module of its "
    "own; workers=1 needs neither"
)

Question = tuple[Any, ...]
"""The arguments of one call."""


def ask_in_processes(
    pickled: bytes, questions: Iterable[Question], workers: int
) -> Iterator[tuple[Question, Future[Any]]]:
    """Call a function once a question, in *workers* processes.

    Args:
        pickled: The function.

        questions: The arguments of each call, drawn as they are needed.

        workers: Processes, at least 1.

    Returns:
        Each question with its answer, which may still be awaited, in order.

    Raises:
        BrokenProcessPool: A process can't be started.
    """
    waiting: deque[tuple[Question, Future[Any]]] = deque()
    with TemporaryDirectory() as folder:
        # By a file: what a process is started with goes through a pipe, and where the process dies before
        # it reads much of that, as in a script without a guard, whoever writes waits for ever.
        path = Path(folder) / "function"
        path.write_bytes(pickled)
        # Forking copies locks that the model's threads hold: start afresh, on every system alike.
        with ProcessPoolExecutor(workers, get_context("spawn"), _start, (path,)) as pool:
            try:
                for question in questions:
                    waiting.append((question, _hand_out(pool, question)))
                    if len(waiting) >= workers * _WAITING_PER_WORKER:
                        yield waiting.popleft()
                yield from waiting
            finally:
                pool.shutdown(cancel_futures=True)  # whoever stops waits for no answer more


def answer_of(future: Future[Any]) -> Any:
    """Wait for an answer.

    Raises:
        BrokenProcessPool: The process ended before it answered; the message says why that happens.
    """
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise BrokenProcessPool(_ENDED) from error


def _hand_out(pool: ProcessPoolExecutor, question: Question) -> Future[Any]:
    try:
        with _interrupts_kept():
            return pool.submit(_answer, question)
    except BrokenProcessPool as error:
        raise BrokenProcessPool(_ENDED) from error


@contextmanager
def _interrupts_kept() -> Iterator[None]:
    """Keep Ctrl-C, which goes to all processes, from those that are started in here; ours comes later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_function: Callable[..., Any] | None = None


def _start(path: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us ends us, without a traceback of ours
    global _function  # noqa: PLW0603  # a process pool hands its workers nothing else
    _function = pickle.loads(path.read_bytes())  # noqa: S301  # written by the process that started us


def _answer(question: Question) -> Any:
    if _function is None:
        msg = "the worker was not started"
        raise RuntimeError(msg)
    return _function(*question)
