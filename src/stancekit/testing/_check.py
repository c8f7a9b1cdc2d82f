"""What every stance scorer must do, and the smallest candidate with which one does not."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from threading import Barrier
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

from attrs import field, frozen
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky

from ..errors import ScorerContractError
from ..values import Candidate, Polarity, Rating
from ._questions import extremes, questions, renamings, specimens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hypothesis.strategies import SearchStrategy

    from ..stances.scoring._protocol import StanceScorer

T = TypeVar("T")

_TOLERANCE: Final = 1e-6
"""What a probability may move with the company a candidate is rated in; matrix products round."""

_THREADS: Final = 4
"""How many ask at once, each about everything."""

_SHOWN: Final = 600
"""Characters of a candidate that a message shows at each end."""


def check_scorer(scorer: StanceScorer, *, max_examples: int = 50, picklable: bool = True) -> None:
    """Draw candidates, and see whether a stance scorer keeps its promises.

    It answers each candidate once, in order, with a `Rating` or `None`; the same when asked again,
    alone, in another order, by several threads at once, of a pickled copy and with everybody renamed;
    fails at no passage, be it a bare name or a very long one; shows evidence for every rating that is
    not neutral, inside the passage and outside the names; and can be pickled, for worker processes, also
    after it was asked. It is asked as the analyzer asks it: names are masked.

    Args:
        scorer: Whom to check.

        max_examples: How many batches of candidates to draw, and how many renamings.

        picklable: Whether it must go into a pickle; ``False`` for one that no worker process is to use.

    Raises:
        ScorerContractError: It broke a promise; tells which, for the smallest candidates found.

    Example:
        >>> class Random:
        ...     name = "random"
        ...     def score(self, candidates):
        ...         return []
        >>> check_scorer(Random())
        Traceback (most recent call last):
        ...
        stancekit.errors.ScorerContractError: stance scorer 'random' must answer once for each ...
    """
    name = getattr(scorer, "name", None)
    if not isinstance(name, str) or not name:
        msg = f"a stance scorer must have a 'name', a string that is not empty (got {name!r} of {scorer!r})"
        raise ScorerContractError(msg)
    promises = _Promises(scorer, _copy_of(scorer, strict=False))
    batches = st.lists(questions(), min_size=1, max_size=4)
    try:
        _run(promises.check_batch, batches, max_examples)
        _run(promises.check_renaming, renamings(), max_examples)
        promises.check_batch(extremes())
        promises.check_threads(specimens())
        promises.check_founded()
        if picklable:
            promises.check_copy(specimens())
    except Flaky as exc:
        msg = f"stance scorer {name!r} must answer the same every time (got other answers to one question)"
        raise ScorerContractError(msg) from exc


def _run(check: Callable[[T], None], drawn: SearchStrategy[T], max_examples: int) -> None:
    """The same examples each time, without the deadlines and health checks that are meant for test suites."""

    @settings(
        max_examples=max_examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
        suppress_health_check=[*HealthCheck],
    )
    @given(drawn)
    def run(example: T) -> None:
        check(example)

    try:
        run()
    except ScorerContractError as exc:
        exc.__notes__ = []  # Hypothesis tells the failing example, which the message has already
        raise


class _Pickler(pickle.Pickler):
    """Leaves classes outside, so that those defined inside a test will do: what they hold must travel."""

    def __init__(self, file: BytesIO, outside: list[type]) -> None:
        super().__init__(file)
        self._outside = outside

    def persistent_id(self, obj: object) -> int | None:
        if not isinstance(obj, type):
            return None
        self._outside.append(obj)
        return len(self._outside) - 1


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BytesIO, outside: list[type]) -> None:
        super().__init__(file)
        self._outside = outside

    def persistent_load(self, place: int) -> type:
        return self._outside[place]


def _copy_of(scorer: StanceScorer, *, strict: bool) -> StanceScorer | None:
    """What comes back from a pickle; `None` for who can't go into one, unless that is a breach."""
    there, classes = BytesIO(), list[type]()
    try:
        _Pickler(there, classes).dump(scorer)
    except Exception as exc:
        if not strict:
            return None
        rule = f"stance scorer {scorer.name!r} must go into a pickle, for worker processes (got {exc!r})"
        msg = f"{rule}; pass picklable=False where none is to use it"
        raise ScorerContractError(msg) from exc
    there.seek(0)
    try:
        copy: StanceScorer = _Unpickler(there, classes).load()
    except Exception as exc:
        msg = f"stance scorer {scorer.name!r} must come back from its own pickle (got {exc!r})"
        raise ScorerContractError(msg) from exc
    return copy


@frozen
class _Promises:
    """What a scorer promises, one method each."""

    scorer: StanceScorer
    copy: StanceScorer | None
    unfounded: list[tuple[Candidate, Rating]] = field(factory=list)

    def check_batch(self, batch: Sequence[Candidate]) -> None:
        """Number, order, company, repetition, evidence."""
        answers = self._ask(self.scorer, batch)
        self._compare("asked again", batch, answers, self._ask(self.scorer, batch), tolerance=0)
        for candidate, answer in zip(batch, answers, strict=True):
            self._check_evidence(candidate, answer)
            self._compare("alone", [candidate], [answer], self._ask(self.scorer, [candidate]))
        backwards = self._ask(self.scorer, batch[::-1])
        self._compare("in another order", batch, answers, backwards[::-1])
        if self.copy is not None:
            self._compare("as a pickled copy", batch, answers, self._ask(self.copy, batch), tolerance=0)

    def check_renaming(self, pair: tuple[Candidate, Candidate]) -> None:
        """Who the actors are changes nothing."""
        candidate, renamed = pair
        answer, other = self._ask(self.scorer, [candidate]), self._ask(self.scorer, [renamed])
        self._check_evidence(candidate, answer[0])
        self._compare("with everybody renamed", [candidate], answer, other)

    def check_threads(self, batch: Sequence[Candidate]) -> None:
        """Who else is asking changes nothing."""
        how = "when several threads ask at once"
        answers = self._ask(self.scorer, batch)
        for candidate, answer in zip(batch, answers, strict=True):
            self._check_evidence(candidate, answer)
        turned = [[*batch[at:], *batch[:at]] for at in range(_THREADS)]
        together = Barrier(_THREADS)

        def ask(own: Sequence[Candidate]) -> list[Rating | None]:
            together.wait()
            return self._ask(self.scorer, own, how)

        with _hasty_threads(), ThreadPoolExecutor(_THREADS) as pool:
            told = [pool.submit(ask, own) for own in turned]
        for at, (own, future) in enumerate(zip(turned, told, strict=True)):
            self._compare(how, own, [*answers[at:], *answers[:at]], future.result())

    def check_copy(self, batch: Sequence[Candidate]) -> None:
        """A copy that is made when all is said answers as the one that was asked."""
        copy = _copy_of(self.scorer, strict=True)
        if copy is not None:
            told = self._ask(self.scorer, batch), self._ask(copy, batch)
            self._compare("as a pickled copy", batch, *told, tolerance=0)

    def check_founded(self) -> None:
        """Each rating so far that is not neutral showed its words; else no analysis makes a stance of it."""
        if self.unfounded:
            candidate, answer = min(self.unfounded, key=lambda pair: len(pair[0].text))
            got = f"{answer.polarity.value} without evidence"
            self._complain("show the words that carry each rating that is not neutral", got, candidate)

    def _ask(self, scorer: StanceScorer, batch: Sequence[Candidate], how: str = "") -> list[Rating | None]:
        from ..stances import rate

        try:
            return rate(scorer, batch)
        except ScorerContractError as exc:
            msg = " ".join(filter(None, [f"{exc},", how, f"asked about {_as_seen(batch)}"]))
            raise ScorerContractError(msg) from exc
        except Exception as exc:
            rule = f"must not fail {how}".strip()
            msg = f"stance scorer {scorer.name!r} {rule} (got {exc!r}, asked about {_as_seen(batch)})"
            raise ScorerContractError(msg) from exc

    def _check_evidence(self, candidate: Candidate, answer: Rating | None) -> None:
        names = [candidate.target, *([candidate.holder] if candidate.holder else []), *candidate.others]
        if answer is not None and answer.polarity.sign and not answer.evidence:
            self.unfounded.append((candidate, answer))
        for item in answer.evidence if answer else ():
            if item.end > len(candidate.text) or any(item.span.overlaps(name) for name in names):
                self._complain("show evidence inside the passage and outside the names", item, candidate)

    def _compare(
        self,
        how: str,
        batch: Sequence[Candidate],
        answers: Sequence[Rating | None],
        others: Sequence[Rating | None],
        *,
        tolerance: float = _TOLERANCE,
    ) -> None:
        for candidate, answer, other in zip(batch, answers, others, strict=True):
            if not _alike(answer, other, tolerance):
                self._complain(f"answer the same {how}", f"{_told(answer)} and {_told(other)}", candidate)

    def _complain(self, rule: str, got: object, candidate: Candidate) -> NoReturn:
        msg = f"stance scorer {self.scorer.name!r} must {rule} (got {got}, asked about {_shown(candidate)})"
        raise ScorerContractError(msg)


def _told(answer: Rating | None) -> str:
    """An answer with all its digits: two that differ may differ in the last."""
    if answer is None:
        return "None"
    shares = ", ".join(f"{polarity.value} {getattr(answer, polarity.value)!r}" for polarity in Polarity)
    evidence = [(item.text, item.weight, item.facet and item.facet.value) for item in answer.evidence]
    return f"{answer.certainty.value} {shares}, evidence {evidence!r}"


def _as_seen(batch: Sequence[Candidate]) -> str:
    """Candidates as the scorer saw them, since what is said of it may count in that text."""
    from ..stances.masking._mask import mask

    return _shown([mask(candidate).candidate for candidate in batch])


def _shown(asked: object) -> str:
    text = repr(asked)
    return text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]} ... {text[-_SHOWN:]}"


@contextmanager
def _hasty_threads() -> Iterator[None]:
    """Let threads take turns so often that who shares what it should not is found out."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def _alike(one: Rating | None, other: Rating | None, tolerance: float) -> bool:
    if one is None or other is None:
        return one is other
    if one.certainty != other.certainty or len(one.evidence) != len(other.evidence):
        return False
    pairs = [(getattr(one, p.value), getattr(other, p.value)) for p in Polarity]
    pairs += [(a.weight, b.weight) for a, b in zip(one.evidence, other.evidence, strict=True)]
    # Names of other lengths move evidence, but not the words.
    return all(abs(a - b) <= tolerance for a, b in pairs) and all(
        (a.text, a.facet) == (b.text, b.facet) for a, b in zip(one.evidence, other.evidence, strict=True)
    )
