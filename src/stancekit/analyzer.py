"""The one pipeline that ties the rooms together."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cached_property, lru_cache, partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

from . import language, stances
from ._version import __version__
from .actors import find_actors
from .quotes import find_quotes
from .readers import find_boilerplate
from .stances.scoring._protocol import is_scorer
from .values import Analysis, AnalysisWarning, Article, WarningKind
from .values._versions import as_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, TypeGuard

    from spacy.language import Language
    from spacy.tokens import Doc

    from .actors import ActorFinder, Registry
    from .quotes import QuoteFinder
    from .readers import BoilerplateFinder
    from .stances import StanceScorer

__all__ = ["Analyzer", "analyze"]

_WAITING_PER_WORKER = 4
"""Articles handed out ahead to each worker, so that none is idle and memory stays bounded."""


class Analyzer:
    """Reads articles and says who frames whom.

    Threads may share one, if its scorer allows it, as those of stancekit do.

    Args:
        scorer: A stance scorer, or the name of a registered one.

        registry: Whom the finder of actors knows beforehand; `None` for the built-in states and
            their heads, ``Registry.empty()`` for nobody.

        min_confidence: Least confidence a stance needs, 0 to 1; below it the analyzer abstains.

        include_neutral: Whether neutral stances are kept, too.

        nlp: A spaCy pipeline to read with, or anything with `language.Pipeline`'s method and names; `None`
            for the bundled English one.

        find_actors: Called in the place of `stancekit.actors.find_actors`, as
            ``find_actors(document, article=..., registry=...)``; gives a `Cast`.

        find_quotes: Called in the place of `stancekit.quotes.find_quotes`, as
            ``find_quotes(document, actors)``; gives `Attributions`. With another language's words it is
            ``functools.partial(find_quotes, cues=...)``.

        find_boilerplate: Called in the place of `stancekit.readers.find_boilerplate`, as
            ``find_boilerplate(text)``; gives the passages to leave alone, in text order.

    Raises:
        UnknownScorerError: No stance scorer goes by the name.

        TypeError: ``scorer`` is neither a name nor a stance scorer.

        ValueError: ``min_confidence`` is outside 0 to 1.

        PipelineError: The spaCy pipeline has no parser.

    Example:
        >>> analysis = Analyzer(scorer="rules").analyze("Olga Brandt praised Tim Weaver.")
        >>> [(s.holder.name, s.target.name, s.polarity.value) for s in analysis.stances]
        [('Olga Brandt', 'Tim Weaver', 'positive')]
    """

    def __init__(
        self,
        scorer: str | StanceScorer = "default",
        *,
        registry: Registry | None = None,
        min_confidence: float = 0.5,
        include_neutral: bool = False,
        nlp: Language | language.Pipeline | None = None,
        find_actors: ActorFinder | None = None,
        find_quotes: QuoteFinder | None = None,
        find_boilerplate: BoilerplateFinder | None = None,
    ) -> None:
        if not isinstance(scorer, str):
            _check_scorer(scorer)
        if not 0 <= min_confidence <= 1:
            msg = f"'min_confidence' must be from 0 to 1 (got {min_confidence})"
            raise ValueError(msg)
        self.scorer: StanceScorer = stances.scorers.make(scorer) if isinstance(scorer, str) else scorer
        self.registry = registry
        self.min_confidence = min_confidence
        self.include_neutral = include_neutral
        self._find_actors = find_actors
        self._find_quotes = find_quotes
        self._find_boilerplate = find_boilerplate
        self._nlp = nlp
        if nlp is not None:
            self._pipeline  # noqa: B018  # a pipeline that can't be used is refused here

    @cached_property
    def _pipeline(self) -> language.Pipeline:
        return language.load(self._nlp)

    def __repr__(self) -> str:
        return (
            f"<Analyzer: {stances.scorer_label(self.scorer)}, min_confidence {self.min_confidence}, "
            f"{'with' if self.include_neutral else 'without'} neutral stances>"
        )

    def __getstate__(self) -> dict[str, Any]:
        # The bundled model is loaded where it is used: sessions don't travel between processes.
        return {key: value for key, value in vars(self).items() if key != "_pipeline"}

    @property
    def versions(self) -> Mapping[str, str]:
        """Versions of the library, the language model and the scorer that make the analyses."""
        return as_versions(self._versions(self._pipeline))

    def _versions(self, pipeline: language.Pipeline) -> dict[str, str]:
        made_by = {
            "stancekit": __version__,
            "language": pipeline.version,
            "scorer": stances.scorer_label(self.scorer),
        }
        finders = {
            "actors": self._find_actors,
            "quotes": self._find_quotes,
            "boilerplate": self._find_boilerplate,
        }
        for part, own in finders.items():
            if own is not None:
                made_by[part] = _told(own)
        return made_by

    def analyze(self, article: Article | str | Doc, *, doc: Doc | None = None) -> Analysis:
        """Analyze one article.

        Args:
            article: An article, or just its text, in the language that is read; or a spaCy `Doc`,
                which is not parsed again.

            doc: A `Doc` of the article's text, for an article that has been parsed.

        Raises:
            TypeError: It is none of them.

            ValueError: ``doc`` is of another text.

            PipelineError: The `Doc` has no relations, as a parser sets them.

        Returns:
            What was found. What could not be done is among its warnings.
        """
        if doc is None and _is_doc(article):
            doc = article
        article = self._as_article(article)
        return self._analyze(article, self._pipeline if doc is None else self._reading_of(doc))

    def _as_article(self, article: Article | str | Doc) -> Article:
        if isinstance(article, str):
            return Article(article, language=self._pipeline.language)
        if _is_doc(article):
            return Article(article.text, language=article.lang_ or "en")
        if not isinstance(article, Article):
            msg = f"'article' must be an Article, a str or a spaCy Doc (got {type(article).__name__})"
            raise TypeError(msg)
        return article

    def _reading_of(self, doc: Doc) -> language.Pipeline:
        known = getattr(self._nlp, "vocab", None) is doc.vocab
        return language.of_doc(doc, version=self._pipeline.version if known else "")

    def _analyze(self, article: Article, pipeline: language.Pipeline) -> Analysis:
        versions = self._versions(pipeline)
        if (warning := _unreadable(article, pipeline)) is not None:
            return Analysis(article, warnings=[warning], versions=versions)
        boilerplate = (self._find_boilerplate or find_boilerplate)(article.text)
        document = pipeline.parse(article.text, skip=[passage.span for passage in boilerplate])
        cast = (self._find_actors or find_actors)(document, article=article, registry=self.registry)
        attributions = (self._find_quotes or find_quotes)(document, cast.actors)
        found = stances.find_stances(
            document,
            attributions.actors,
            attributions.quotes,
            self.scorer,
            min_confidence=self.min_confidence,
            include_neutral=self.include_neutral,
        )
        return Analysis(
            article,
            actors=attributions.actors,
            quotes=attributions.quotes,
            stances=found.stances,
            warnings=[*cast.warnings, *attributions.warnings, *found.warnings],
            boilerplate=boilerplate,
            versions=versions,
        )

    def stream(self, articles: Iterable[Article | str | Doc], *, workers: int = 1) -> Iterator[Analysis]:
        """Analyze many articles, one after another, in order.

        Articles are drawn as they are needed; one that can't be analyzed gives an analysis that
        holds nothing but a warning.

        Args:
            articles: Articles, texts or spaCy documents.

            workers: Processes to share the work; 1 works in this one. With more, the scorer and
                the registry must be picklable.

        Raises:
            ValueError: ``workers`` is below 1.
        """
        if workers < 1:
            msg = f"'workers' must be at least 1 (got {workers})"
            raise ValueError(msg)
        if workers == 1:
            return map(self._analyze_or_warn, articles)
        return self._stream_in_processes(articles, workers)

    def _stream_in_processes(
        self, articles: Iterable[Article | str | Doc], workers: int
    ) -> Iterator[Analysis]:
        waiting: deque[Future[Analysis]] = deque()
        # Forking copies locks that the model's threads hold: start afresh, on every system alike.
        with ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (self,)) as pool:
            for article in articles:
                waiting.append(pool.submit(_work, article))
                if len(waiting) >= workers * _WAITING_PER_WORKER:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _analyze_or_warn(self, article: Article | str | Doc) -> Analysis:
        known = self._as_article(article)
        try:
            return self.analyze(article)
        except Exception as error:  # noqa: BLE001  # whatever one article does, the others go on
            message = f"{type(error).__name__}: {error}"
            return Analysis(known, warnings=[AnalysisWarning(WarningKind.PARSE_FAILED, message)])


def _told(part: object) -> str:
    """How somebody's own part is recorded: by its version, else by its name, with what is set in it."""
    if isinstance(part, partial):
        settings = [
            *map(_told, part.args),
            *(f"{name}={_told(value)}" for name, value in part.keywords.items()),
        ]
        return f"{_told(part.func)}({', '.join(settings)})"
    if part is None or isinstance(part, str | int | float):
        return repr(part)
    return str(getattr(part, "version", getattr(part, "__qualname__", type(part).__qualname__)))


def _unreadable(article: Article, pipeline: language.Pipeline) -> AnalysisWarning | None:
    if not article.text.strip():
        return AnalysisWarning(WarningKind.EMPTY_TEXT, "the article holds no text")
    spoken, read = article.language.partition("-")[0].lower(), pipeline.language
    if spoken != read:
        message = f"the language is {spoken!r}, the pipeline reads {read!r}; pass an 'nlp' that reads it"
        return AnalysisWarning(WarningKind.UNSUPPORTED_LANGUAGE, message)
    return None


def _check_scorer(scorer: StanceScorer) -> None:
    if not is_scorer(scorer):
        rule = "'scorer' must be the name of a stance scorer, or have a 'name' and a method 'score'"
        hint = f"; make one: {scorer.__name__}(...)" if isinstance(scorer, type) else ""
        msg = f"{rule} (got {scorer!r}){hint}"
        raise TypeError(msg)


def _is_doc(article: object) -> TypeGuard[Doc]:
    if isinstance(article, str | Article):
        return False  # the usual case needs no spaCy
    from spacy.tokens import Doc

    return isinstance(article, Doc)


_worker: Analyzer | None = None


def _start_worker(analyzer: Analyzer) -> None:
    global _worker  # noqa: PLW0603  # a process pool hands its workers nothing else
    _worker = analyzer


def _work(article: Article | str | Doc) -> Analysis:
    if _worker is None:
        msg = "the worker was not started"
        raise RuntimeError(msg)
    return _worker._analyze_or_warn(article)


@lru_cache(maxsize=1)
def _default() -> Analyzer:
    return Analyzer()


def analyze(article: Article | str | Doc) -> Analysis:
    """Analyze one article with the default `Analyzer`, which is made once.

    Raises:
        TypeError: It is no `Article`, `str` or spaCy `Doc`.

    Example:
        >>> analysis = analyze("“Trump is a genius,” said Putin.")
        >>> [(q.kind.value, q.speaker.name) for q in analysis.quotes if q.speaker]
        [('direct', 'Putin')]
    """
    return _default().analyze(article)
