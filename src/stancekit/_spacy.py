"""stancekit as a component of a spaCy pipeline: ``nlp.add_pipe("stancekit")``.

spaCy finds it by its entry point, and imports it whenever a pipeline is made, ours or not; so this module
imports the rest of stancekit when the component is asked for.
"""

# No postponed annotations: the oldest spaCy that we take reads the factory's as they stand.
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from .analyzer import Analyzer
    from .values import Analysis, Stance

KEY: Final = "stancekit"
"""Under which a `Doc` keeps its analysis, as JSON, so that the two are saved and sent together."""


class StancekitComponent:
    """Analyzes each `Doc` with the parse that it has.

    Args:
        analyzer: Whose scorer, registry and threshold count.

        version: Name and version of the pipeline it stands in.
    """

    def __init__(self, analyzer: "Analyzer", version: str) -> None:
        self.analyzer = analyzer
        self._version = version

    def __call__(self, doc: Doc) -> Doc:
        """Analyze, and leave the analysis with the `Doc`."""
        from . import records
        from .language import of_doc
        from .values import Article

        article = Article(doc.text, language=doc.lang_ or "en")
        reading = of_doc(doc, version=self._version)
        doc.user_data[KEY] = records.dumps(self.analyzer._analyze(article, reading))
        return doc


@Language.factory(
    "stancekit",
    assigns=["doc._.stancekit", "doc._.stances", "span._.stances"],
    requires=["token.dep", "token.head", "doc.sents"],
    default_config={"scorer": "default", "min_confidence": 0.5, "include_neutral": False},
)
def make_component(
    nlp: Language,
    name: str,  # noqa: ARG001  # spaCy tells it
    *,
    scorer: str,
    min_confidence: float,
    include_neutral: bool,
) -> StancekitComponent:
    """Make the component as a pipeline's settings say, and let each `Doc` and `Span` show what was found.

    Args:
        nlp: The pipeline it is for.

        name: What it is called there.

        scorer: The name of a stance scorer.

        min_confidence: As `Analyzer` has it.

        include_neutral: As `Analyzer` has it.
    """
    from .analyzer import Analyzer
    from .language._spacy_pipeline import version_of

    for owner, attribute, getter in (
        (Doc, "stancekit", _analysis),
        (Doc, "stances", _stances),
        (Span, "stances", _stances_inside),
    ):
        if not owner.has_extension(attribute):
            owner.set_extension(attribute, getter=getter)
    analyzer = Analyzer(scorer, min_confidence=min_confidence, include_neutral=include_neutral)
    return StancekitComponent(analyzer, version_of(nlp))


def _analysis(doc: Doc) -> "Analysis | None":
    told = doc.user_data.get(KEY)
    return None if told is None else _read(told)


@lru_cache(maxsize=16)
def _read(told: str) -> "Analysis":
    from . import records

    return records.loads(told)


def _stances(doc: Doc) -> "tuple[Stance, ...]":
    analysis = _analysis(doc)
    return () if analysis is None else analysis.stances


def _stances_inside(span: Span) -> "tuple[Stance, ...]":
    """Those whose sentence shares a character with the span."""
    return tuple(
        stance
        for stance in _stances(span.doc)
        if stance.sentence.start < span.end_char and span.start_char < stance.sentence.end
    )
