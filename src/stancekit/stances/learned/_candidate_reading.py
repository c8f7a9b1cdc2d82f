"""The input of the features: a candidate's words without names, their parse, the evaluations in them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...lexicon._lexicon import Lexicon
from ...syntax._grammar import Grammar
from ..masking._candidate_parse import other_names, sentences_of
from ..rules._evaluation import Evaluation, SentenceEvaluations
from ..rules._polar_words import PolarWord, polar_words
from ..rules._target_reach import actor_shares

if TYPE_CHECKING:
    from ...values import Candidate, Sentence, Token

TARGET_KEY: Final = "@target"
HOLDER_KEY: Final = "@holder"
NAME_KEY: Final = "@name"
NUMBER_KEY: Final = "@number"
"""What stands for a word that is a name or a number; real words never begin with this sign."""


_PARTS: Final = re.compile(r"\W")


@frozen(eq=False)
class PassageWord:
    """A word of a passage; a name of several words is one.

    Args:
        key: Its lemma in lower case, or what stands for a name.

        sentence: Which sentence it stands in, from 0.

        token: The word as parsed; the first one of a name.
    """

    key: str
    sentence: int
    token: Token

    @property
    def is_name(self) -> bool:
        """Whether it stands for an actor or another name."""
        return self.key in {TARGET_KEY, HOLDER_KEY, NAME_KEY}


@frozen(eq=False)
class TargetEvaluation:
    """An evaluation of the target, with its sentence and whether the holder evaluates.

    Args:
        evaluation: By a polar word of the lexicon.

        sentence: Which sentence it stands in.

        is_holders: Whether the candidate's holder evaluates.
    """

    evaluation: Evaluation
    sentence: int
    is_holders: bool


class CandidateReading:
    """The input of feature transformers: a candidate with its parse, worked out once, when asked for.

    Every name is a placeholder here, also those that only the parse knows to be names.

    Args:
        candidate: What is to be judged.
    """

    def __init__(self, candidate: Candidate) -> None:
        self.candidate = candidate
        self.sentences: tuple[Sentence, ...] = tuple(sentences_of(candidate))

    @classmethod
    def of(cls, item: Candidate | CandidateReading) -> CandidateReading:
        """A reading as it is; of a candidate a new one."""
        return item if isinstance(item, cls) else cls(item)  # type: ignore[arg-type]

    @cached_property
    def has_target(self) -> bool:
        """Whether the target stands in a sentence; elsewhere there is no basis to judge."""
        return bool(self.targets)

    @cached_property
    def grammars(self) -> list[Grammar]:
        """The sentences' grammar, in order."""
        return [Grammar(sentence) for sentence in self.sentences]

    @cached_property
    def keys(self) -> list[list[str]]:
        """For each sentence, what stands for each of its tokens."""
        name_keys = _NameKeys(self.candidate)
        return [[name_keys.key_of(token) for token in sentence.tokens] for sentence in self.sentences]

    @cached_property
    def words(self) -> list[PassageWord]:
        """The passage's words in order; a name is one of them."""
        found: list[PassageWord] = []
        for at, sentence in enumerate(self.sentences):
            before = ""
            for token, key in zip(sentence.tokens, self.keys[at], strict=True):
                if key != before or not key.startswith("@"):
                    found.append(PassageWord(key, at, token))
                before = key
        return found

    @cached_property
    def targets(self) -> list[int]:
        """Where the target stands among `words`."""
        return [at for at, word in enumerate(self.words) if word.key == TARGET_KEY]

    @cached_property
    def holders(self) -> list[int]:
        """Where the holder stands among `words`."""
        return [at for at, word in enumerate(self.words) if word.key == HOLDER_KEY]

    @cached_property
    def polar_words(self) -> list[tuple[int, PolarWord]]:
        """The polar words of the passage, each with the number of its sentence."""
        lexicon = Lexicon.bundled()
        return [(at, word) for at, g in enumerate(self.grammars) for word in polar_words(g, lexicon)]

    @cached_property
    def evaluations(self) -> list[TargetEvaluation]:
        """The evaluations of the target by whatever holder."""
        lexicon = Lexicon.bundled()
        found: list[TargetEvaluation] = []
        for at, grammar in enumerate(self.grammars):
            base = self._positions(at, TARGET_KEY)
            if base:
                holder = actor_shares(grammar, self._positions(at, HOLDER_KEY))
                evaluations = SentenceEvaluations(grammar.sentence, lexicon).toward(
                    actor_shares(grammar, base)
                )
                found += [TargetEvaluation(e, at, e.is_held_by(holder)) for e in evaluations]
        return found

    def _positions(self, sentence: int, key: str) -> list[int]:
        return [at for at, other in enumerate(self.keys[sentence]) if other == key]


class _NameKeys:
    """The keys of tokens: lemmas, and what stands for names and numbers."""

    def __init__(self, candidate: Candidate) -> None:
        spans = [(candidate.target, TARGET_KEY)]
        if candidate.holder is not None:
            spans.append((candidate.holder, HOLDER_KEY))
        spans += [(name, NAME_KEY) for name in other_names(candidate)]
        self._at: dict[int, str] = {}
        for span, key in reversed(spans):
            self._at.update(dict.fromkeys(range(span.start, span.end), key))
        self._by_text = {span.of(candidate.text): key for span, key in reversed(spans)}

    def key_of(self, token: Token) -> str:
        for at in range(token.start, token.end):
            if at in self._at:
                return self._at[at]
        if token.text in self._by_text:
            return self._by_text[token.text]
        # A name may be a part of a longer word, such as "pro-Trump".
        for part in _PARTS.split(token.text)[1:]:
            if part in self._by_text:
                return self._by_text[part]
        if token.pos == "PROPN":
            return NAME_KEY
        if token.pos == "NUM" or token.text.isdigit():
            return NUMBER_KEY
        return token.lemma.lower() or token.text.lower()
