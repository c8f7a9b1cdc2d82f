"""A parsed sentence as rows over word positions, and walks in its tree.

A position is an index into the sentence's tokens. Every walk up the tree is bounded by the tree's depth,
and none recurses. Words of other languages are read through `language._universal`, so that a question
is asked once: function words by their English counterpart, relations without subtypes that English lacks.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from ..language._universal import FUNCTION_TAGS, counterpart, relation_of, word_of
from ..lexicon._word_classes import WordClasses
from ..values import Span
from ._trees import is_finite, is_participle

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from ..values import Sentence, Token

SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
"""Relations of syntactic subjects."""
NOMINAL_TAGS: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
"""Tags of words that can head a subject."""
NOUN_TAGS: Final = frozenset(("NOUN", "PROPN"))


def nobody(_: Token) -> bool:
    """Answer for a language whose nouns for people are not known."""
    return False


class SentenceTree:
    """A sentence's words, relations and dependents by position.

    Args:
        sentence: A parsed sentence in Universal Dependencies.

        classes: The word classes of its language; those of English if left out.

        is_somebody: Whether a noun is for people or bodies.
    """

    def __init__(
        self,
        sentence: Sentence,
        classes: WordClasses | None = None,
        is_somebody: Callable[[Token], bool] = nobody,
    ) -> None:
        self.sentence = sentence
        self.classes = WordClasses.bundled() if classes is None else classes
        self.nouns, self.verbs = self.classes.nouns, self.classes.verbs
        self.adjectives = self.classes.adjectives
        self._is_somebody = is_somebody
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.lemmas = [
            (counterpart(token) if token.pos in FUNCTION_TAGS else None) or token.lemma.lower()
            for token in self.tokens
        ]
        self.words = [token.text.lower().replace("’", "'") for token in self.tokens]
        self.deps = [relation_of(token) for token in self.tokens]
        self.poses = [token.pos for token in self.tokens]
        self.heads = [token.head for token in self.tokens]
        self.kids: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                self.kids[token.head].append(token.index)
        if "acl" in self.deps:
            self._mark_relative_clauses()

    def _mark_relative_clauses(self) -> None:
        """Label clauses with a relative pronoun in treebanks that have no ``acl:relcl``."""
        for at, dep in enumerate(self.deps):
            if dep == "acl" and any(counterpart(self.tokens[kid]) == "which" for kid in self.kids[at]):
                self.deps[at] = "acl:relcl"

    def kids_in(self, at: int, relations: Container[str]) -> list[int]:
        """Dependents of a word in one of these relations (exact names)."""
        return [kid for kid in self.kids[at] if self.deps[kid] in relations]

    def kid_in(self, at: int, relations: Container[str]) -> int | None:
        """The first of `kids_in`."""
        return next((kid for kid in self.kids[at] if self.deps[kid] in relations), None)

    def case_of(self, at: int) -> str:
        """The preposition (or ``by``, ``as``) that marks a phrase; empty if none does."""
        kid = self.kid_in(at, ("case", "mark"))
        return "" if kid is None else self.lemmas[kid]

    def up(self, at: int) -> Iterator[int]:
        """The governors of a word, nearest first."""
        while self.heads[at] != at:
            at = self.heads[at]
            yield at

    def word_of(self, at: int) -> str:
        """A word in small letters; of another language's function word the English counterpart."""
        return word_of(self.tokens[at])

    def is_root(self, at: int) -> bool:
        """Whether no word governs a word."""
        return self.heads[at] == at

    def relation(self, at: int) -> str:
        """The relation to the governor without its subtype."""
        return self.deps[at].partition(":")[0]

    @cached_property
    def reaches(self) -> list[tuple[int, int]]:
        """For each word, the first and the last position that it governs, itself included."""
        first, last = [*range(len(self.tokens))], [*range(len(self.tokens))]
        for at in self._leaves_first:
            head = self.heads[at]
            first[head], last[head] = min(first[head], first[at]), max(last[head], last[at])
        return list(zip(first, last, strict=True))

    @cached_property
    def _leaves_first(self) -> list[int]:
        found = [at for at in range(len(self.tokens)) if self.is_root(at)]
        for at in found:
            found.extend(self.kids[at])
        return found[::-1]

    def span(self, first: int, last: int) -> Span:
        """From one word to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def is_finite(self, verb: int) -> bool:
        """Whether a verb is finite, or has an auxiliary that is: "said", "has said", "will say"."""
        return is_finite(self.sentence, self.tokens[verb])

    def is_participle(self, at: int) -> bool:
        """Whether a verb ends in -ing."""
        return is_participle(self.tokens[at])

    def is_somebody(self, noun: int) -> bool:
        """Whether a noun is for people or bodies, who can speak and act."""
        return self._is_somebody(self.tokens[noun])

    def is_name(self, at: int) -> bool:
        """Whether a word is a proper noun."""
        return self.poses[at] == "PROPN"

    def is_nominal(self, at: int) -> bool:
        """Whether a word is a noun, a name or a pronoun."""
        return self.poses[at] in NOMINAL_TAGS
