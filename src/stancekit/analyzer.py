"""The one pipeline that ties the rooms together."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property, lru_cache, partial
from itertools import starmap
from typing import TYPE_CHECKING

from . import language, stances
from ._version import __version__
from ._workers import answer_of, ask_in_processes
from .actors import Registry, find_actors
from .quotes import Cues, find_quotes
from .readers import Failure, find_boilerplate
from .readers._given_as_text import looks_like_markup, looks_like_path
from .stances.scoring._protocol import is_scorer
from .values import Analysis, AnalysisWarning, Article, WarningKind
from .values._fields import check_number, clipped, shown, wrong_type
from .values._versions import as_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from typing import Any, Never, TypeGuard

    from spacy.language import Language
    from spacy.tokens import Doc

    from .actors import ActorFinder
    from .quotes import QuoteFinder
    from .readers import BoilerplateFinder
    from .stances import StanceScorer

__all__ = ["Analyzer", "analyze"]


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

        TypeError: ``scorer`` is neither a name nor a stance scorer, or another argument has a wrong type.

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
        check_number("min_confidence", min_confidence, 0, 1)
        if not isinstance(include_neutral, bool):
            wrong_type("include_neutral", "True or False", include_neutral)
        if registry is not None and not isinstance(registry, Registry):
            rule = "a Registry or None; read one from a file by Registry.read(path)"
            wrong_type("registry", rule, registry)
        if nlp is not None and not _is_pipeline(nlp):
            wrong_type("nlp", "a spaCy pipeline, such as spacy.load(name), or one of stancekit's kind", nlp)
        finders = {
            "find_actors": find_actors,
            "find_quotes": find_quotes,
            "find_boilerplate": find_boilerplate,
        }
        for name, finder in finders.items():
            if finder is not None and not callable(finder):
                wrong_type(name, "a function or None", finder)
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
        """Versions of the library, the language model, the lexicon and the scorer that make the analyses."""
        return as_versions(self._versions(self._pipeline))

    def _versions(self, pipeline: language.Pipeline) -> dict[str, str]:
        made_by = {
            "stancekit": __version__,
            "language": pipeline.version,
            "lexicon": Cues.bundled().version,
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
        if doc is not None and not _is_doc(doc):
            wrong_type("doc", "a spaCy Doc", doc)
        article = self._as_article(article)
        return self._analyze(article, self._pipeline if doc is None else self._reading_of(doc))

    def _as_article(self, article: Article | str | Doc) -> Article:
        if isinstance(article, str):
            return Article(article, language=self._pipeline.language)
        if _is_doc(article):
            return Article(article.text, language=article.lang_ or "en")
        if not isinstance(article, Article):
            got = article if isinstance(article, Failure) else type(article).__name__
            msg = f"'article' must be an Article, a str or a spaCy Doc (got {got})"
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
            warnings=[*_misgiven(article), *cast.warnings, *attributions.warnings, *found.warnings],
            boilerplate=boilerplate,
            versions=versions,
        )

    def stream(self, articles: Iterable[Article | str | Doc], *, workers: int = 1) -> Iterator[Analysis]:
        """Analyze many articles, one after another, in order.

        Articles are drawn as they are needed. One that can't be analyzed gives an analysis that holds
        nothing but a warning, and so does what is no article: a `Failure` of `read_articles`, or a gap in
        a table.

        Args:
            articles: Articles, texts or spaCy documents.

            workers: Processes to share the work; 1 works in this one. With more, the scorer and
                the registry must be picklable, and a script needs ``if __name__ == "__main__":`` before
                what it runs, since each process imports it anew.

        Raises:
            TypeError: ``articles`` is one article or no iterable, or with several workers the scorer or
                the registry is not picklable.

            ValueError: ``workers`` is below 1.

            BrokenProcessPool: A worker process ended, or could not start.
        """
        if isinstance(articles, str | bytes | Mapping | Article) or _is_doc(articles):
            rule = "several articles; use 'analyze' for one, or put it in a list"
            wrong_type("articles", rule, articles)
        if not hasattr(articles, "__iter__"):
            wrong_type("articles", "several articles, such as a list of them", articles)
        if not isinstance(workers, int):
            wrong_type("workers", "a whole number", workers)
        if workers < 1:
            msg = f"'workers' must be at least 1 (got {workers})"
            raise ValueError(msg)
        if workers == 1:
            return starmap(self._analyze_or_warn, enumerate(articles, start=1))
        return self._stream_in_processes(articles, workers, self._pickled())

    def _pickled(self) -> bytes:
        try:
            return pickle.dumps(self._analyze_or_warn)
        except Exception as error:
            rule = "the scorer, the registry and own finders must go into a pickle for 'workers'"
            msg = f"{rule}; define classes and functions in a module (got {shown(error)})"
            raise TypeError(msg) from error

    def _stream_in_processes(
        self, articles: Iterable[Article | str | Doc], workers: int, pickled: bytes
    ) -> Iterator[Analysis]:
        for (position, article), answer in ask_in_processes(pickled, enumerate(articles, start=1), workers):
            yield self._taken_in(position, article, answer)

    def _taken_in(self, position: int, article: Article | str | Doc, answer: Future[Analysis]) -> Analysis:
        try:
            found: Analysis = answer_of(answer)
        except BrokenProcessPool:
            raise
        except (Exception, SystemExit) as error:  # noqa: BLE001  # what can't travel is a fault of this one article
            known = _is_article(article)
            return _failed(self._as_article(article), error) if known else _not_an_article(position, article)
        return found

    def _analyze_or_warn(self, position: int, article: Article | str | Doc) -> Analysis:
        if not _is_article(article):
            return _not_an_article(position, article)
        known = self._as_article(article)
        try:
            return self.analyze(article)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever one article does, the others go on
            return _failed(known, error)


def _failed(article: Article, error: BaseException) -> Analysis:
    message = f"{type(error).__name__}: {error}"
    return Analysis(article, warnings=[AnalysisWarning(WarningKind.PARSE_FAILED, message)])


def _not_an_article(position: int, found: object) -> Analysis:
    """In the place of what can't be analyzed, an analysis that says what it is and where it stood."""
    name, told = f"item-{position}", f"item {position} is no Article, str or spaCy Doc (got {shown(found)})"
    if isinstance(found, Failure):
        name, told = found.source or name, str(found)
    return Analysis(Article("", id=name), warnings=[AnalysisWarning(WarningKind.NOT_AN_ARTICLE, told)])


def _is_article(found: object) -> bool:
    return isinstance(found, str | Article) or _is_doc(found)


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
        message = f"the language is {shown(spoken)}, the pipeline reads {read!r}; pass an 'nlp' that reads it"
        return AnalysisWarning(WarningKind.UNSUPPORTED_LANGUAGE, message)
    return None


def _misgiven(article: Article) -> Iterator[AnalysisWarning]:
    """Whether the text is something that should have been read first; it is analyzed all the same."""
    if looks_like_path(article.text):
        message = "the text looks like a path or an address; read a file by stancekit.read_article(path)"
        yield AnalysisWarning(WarningKind.LOOKS_LIKE_PATH, message)
    elif article.origin is None and looks_like_markup(article.text):
        message = "the text looks like markup; read a page by stancekit.read_article(io.StringIO(page))"
        yield AnalysisWarning(WarningKind.LOOKS_LIKE_MARKUP, message)


def _check_scorer(scorer: StanceScorer) -> None:
    if not is_scorer(scorer):
        rule = "'scorer' must be the name of a stance scorer, or have a 'name' and a method 'score'"
        hint = f"; make one: {scorer.__name__}(...)" if isinstance(scorer, type) else ""
        msg = f"{rule} (got {scorer!r}){hint}"
        raise TypeError(msg)


def _is_pipeline(nlp: object) -> bool:
    """Whether it has what spaCy's have, or the names of `language.Pipeline`."""
    return hasattr(nlp, "pipe_names") or all(hasattr(nlp, name) for name in ("parse", "version", "language"))


def _is_doc(article: object) -> TypeGuard[Doc]:
    if isinstance(article, str | Article):
        return False  # the usual case needs no spaCy
    from spacy.tokens import Doc

    return isinstance(article, Doc)


@lru_cache(maxsize=1)
def _default() -> Analyzer:
    return Analyzer()


def analyze(article: Article | str | Doc, **settings: Never) -> Analysis:
    """Analyze one article with the default `Analyzer`, which is made once.

    Args:
        article: An article, or just its text; or a spaCy `Doc`, which is not parsed again.

        settings: None; an analyzer with settings is made once for many articles, by `Analyzer`.

    Raises:
        TypeError: It is no `Article`, `str` or spaCy `Doc`, or a setting is given.

    Example:
        >>> analysis = analyze("“Trump is a genius,” said Putin.")
        >>> [(q.kind.value, q.speaker.name) for q in analysis.quotes if q.speaker]
        [('direct', 'Putin')]
    """
    if settings:
        told = clipped(", ".join(f"{name}=..." for name in settings))
        made = "Analyzer().analyze(article, doc=...)" if "doc" in settings else f"Analyzer({told})"
        msg = f"'analyze' takes the article alone (got {told}); make an analyzer: stancekit.{made}"
        raise TypeError(msg)
    return _default().analyze(article)
