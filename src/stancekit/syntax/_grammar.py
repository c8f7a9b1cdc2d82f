"""Who does what in a parsed sentence, whatever the construction.

Works on word positions; a position is an index into the sentence's tokens. Every walk up the tree
is bounded by the tree's depth, and none recurses.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from ..language._function_words import OBJECT_CONTROL, RELATIVE
from ..language._universal import FUNCTION_TAGS, counterpart, relation_of
from ..lexicon._word_classes import WordClasses
from ._mark_tokens import CLOSING, LOW_AND_HIGH, OPENING, TWO_WAY

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ..values import Sentence, Token

SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
_OBLIQUES: Final = frozenset(["obl", "obl:agent", "obl:unmarked", "nmod"])
_NOUNS: Final = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
_OWNING: Final = frozenset("of by from for".split())
_SHARING: Final = frozenset("conj aux cop compound fixed advcl advcl:relcl obl xcomp".split())
"""Relations of predicates to those whose subject they share."""

_OF_NOUN_CLAUSE: Final = frozenset(["acl", "acl:relcl"])
_MAX_STEPS = 12
"""Subjects further up than this are not looked for; real chains have two or three steps."""


class Grammar:
    """A sentence's grammatical roles, worked out where they are asked for.

    Args:
        sentence: A parsed sentence in Universal Dependencies.

        classes: The word classes of its language; those of English if left out.
    """

    def __init__(self, sentence: Sentence, classes: WordClasses | None = None) -> None:
        self.sentence = sentence
        self.classes = WordClasses.bundled() if classes is None else classes
        self.nouns, self.verbs = self.classes.nouns, self.classes.verbs
        self.adjectives = self.classes.adjectives
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
            self._tell_relative_clauses()

    def _tell_relative_clauses(self) -> None:
        """Call them so where a treebank does not, by a relative pronoun that English does not have."""
        for at, dep in enumerate(self.deps):
            if dep == "acl" and any(counterpart(self.tokens[kid]) == "which" for kid in self.kids[at]):
                self.deps[at] = "acl:relcl"

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word, whether it stands in double quotation marks."""
        found = []
        inside, opening = False, ""
        for at, token in enumerate(self.tokens):
            if inside and (opening, token.text) == LOW_AND_HIGH:
                inside = False
            elif token.text in CLOSING or (token.text in TWO_WAY and not self._opens(at, inside=inside)):
                if not inside and True not in found:
                    # A closing mark alone ends a quote that began in an earlier sentence.
                    found = [True] * at
                inside = False
            elif token.text in OPENING or token.text in TWO_WAY:
                inside, opening = True, token.text
            found.append(inside)
        return found

    def _opens(self, at: int, *, inside: bool) -> bool:
        """Whether a mark that may do both begins a quote: by the spaces beside it, else by its turn."""
        before = at > 0 and self.tokens[at - 1].end == self.tokens[at].start
        after = at + 1 < len(self.tokens) and self.tokens[at + 1].start == self.tokens[at].end
        return not inside if before == after else after

    @cached_property
    def speakers(self) -> list[int]:
        """The subjects of reporting verbs."""
        return [
            who
            for at, lemma in enumerate(self.lemmas)
            if lemma in self.verbs.reporting and self.poses[at] == "VERB"
            for who in self.kids_in(at, SUBJECTS)
        ]

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

    def is_passive(self, verb: int) -> bool:
        """Whether a verb's syntactic subject is what the action is done to."""
        if self.kid_in(verb, ("nsubj:pass", "aux:pass", "obl:agent")) is not None:
            return True
        token = self.tokens[verb]
        if "Tense=Past|VerbForm=Part" not in token.feats or self.kid_in(verb, ("aux", "nsubj")) is not None:
            return False
        if self.deps[verb] == "conj":
            return self.poses[self.heads[verb]] == "VERB" and self.is_passive_once(self.heads[verb])
        return self.deps[verb] in {"acl", "amod", "advcl", "xcomp", "appos", "parataxis", "root"}

    def is_passive_once(self, verb: int) -> bool:
        """`is_passive` by the verb's own auxiliary alone."""
        return self.kid_in(verb, ("nsubj:pass", "aux:pass", "obl:agent")) is not None

    def subjects(self, at: int) -> list[int]:
        """The syntactic subject of a predicate, spoken or understood; empty if there is none."""
        for _ in range(_MAX_STEPS):
            own = self.kids_in(at, SUBJECTS)
            if own or self.heads[at] == at:
                return own
            dep, head = self.deps[at], self.heads[at]
            if dep in _OF_NOUN_CLAUSE:
                return self._owner_of_act(head) if self._is_infinitive(at) else [head]
            if understood := self.object_control(at, head):
                return understood
            if not (dep in _SHARING or (dep in {"obj", "nmod"} and self.poses[at] == "VERB")):
                return []
            at = head
        return []

    def object_control(self, at: int, head: int) -> list[int]:
        """A verb's object, where that is whom a dependent clause speaks of."""
        dep = self.deps[at]
        controls = dep == "xcomp" and self.lemmas[head] not in self.verbs.subject_control
        if not controls and not (dep in {"advcl", "obl"} and self.case_of(at) in OBJECT_CONTROL):
            return []
        found = self.kids_in(head, ("obj",)) or self.kids_in(head, ("iobj",))
        before = [kid for kid in self.kids_in(head, ("xcomp",)) if kid < at and self.is_nominal(kid)]
        return found or (before if dep == "xcomp" else [])

    def _is_infinitive(self, at: int) -> bool:
        return any(self.deps[kid] == "mark" and self.lemmas[kid] == "to" for kid in self.kids[at])

    def _owner_of_act(self, noun: int) -> list[int]:
        """Whose the plan, the attempt, the failure is that an infinitive spells out."""
        owners = self.kids_in(noun, ("nmod:poss",))
        if owners:
            return owners
        head = self.heads[noun]
        if self.deps[noun] == "obj" and self.poses[head] == "VERB":
            return self.kids_in(head, SUBJECTS)
        return []

    def agents(self, verb: int) -> list[int]:
        """Who does it, in the passive: "by ..."."""
        found = self._by(verb)
        if not found and self.deps[verb] == "xcomp":
            # Of "felt betrayed by him" parsers hang "him" on the first verb.
            found = [kid for kid in self._by(self.heads[verb]) if kid > verb]
        if not found:
            # Of "accused of lying by him" they hang it on the last.
            inner = self.kids_in(verb, ("advcl", "obl", "xcomp", "ccomp"))
            active = (at for at in inner if self.kid_in(at, ("nsubj:pass", "aux:pass")) is None)
            found = [kid for at in active for kid in self._by(at)]
        return found

    def _by(self, verb: int) -> list[int]:
        return [
            kid
            for kid in self.kids_in(verb, {*_OBLIQUES, "nsubj"})
            if self.deps[kid] == "obl:agent" or self.case_of(kid) == "by"
        ]

    def doers(self, verb: int) -> list[int]:
        """The logical subject."""
        return self.agents(verb) if self.is_passive(verb) else self.subjects(verb)

    def done_to(self, verb: int) -> list[int]:
        """The logical object."""
        if self.is_passive(verb):
            own = self.kids_in(verb, ("nsubj:pass",))
            if own:
                return own
            if self.deps[verb] == "amod":
                return [self.heads[verb]]
            return (
                self.kids_in(verb, ("obj",))
                if self.kid_in(verb, ("nsubj",)) is not None
                else self.subjects(verb)
            )
        objects = self.kids_in(verb, ("obj",)) or self.kids_in(verb, ("iobj",))
        if not objects and len(predicates := self.kids_in(verb, ("xcomp",))) > 1:
            # Parsers take the object of "called him a fool" for a predicate, too.
            objects = predicates[:1]
        if objects:
            return objects
        if self.deps[verb] == "acl:relcl" and self._lacks_object(verb):
            return [self.heads[verb]]
        return []

    def _lacks_object(self, verb: int) -> bool:
        """In a relative clause with a subject of its own, the antecedent is what is missing."""
        subject = self.kid_in(verb, ("nsubj",))
        return subject is not None and self.lemmas[subject] not in RELATIVE

    def recipients(self, verb: int) -> list[int]:
        """To whom."""
        found = self.kids_in(verb, ("iobj",))
        if found:
            return found
        if self.is_passive(verb) and self.kid_in(verb, ("obj",)) is not None:
            return self.kids_in(verb, ("nsubj:pass",))
        return [kid for kid in self.kids_in(verb, _OBLIQUES) if self.case_of(kid) == "to"]

    def obliques(self, at: int, case: str) -> list[int]:
        """What a word reaches by a preposition; also where the parse hung it on the object."""
        found = [kid for kid in self.kids_in(at, _OBLIQUES) if self.case_of(kid) == case]
        if not found and any(self.lemmas[kid] == case for kid in self.kids_in(at, ("compound:prt",))):
            # Parsers take the "on" of "turned on him" for the verb's.
            found = [kid for kid in self.kids_in(at, ("obl", "obj")) if not self.case_of(kid)]
        if found:
            return found
        return [
            kid
            for obj in self.kids_in(at, ("obj", "obl", "xcomp", "advmod", "compound:prt"))
            for kid in self.kids_in(obj, _OBLIQUES)
            if self.case_of(kid) == case
        ]

    def clause_of(self, at: int) -> int:
        """The predicate of the clause that a word stands in."""
        for _ in range(len(self.tokens)):
            if self.is_predicate(at):
                return at
            at = self.heads[at]
        return at

    def is_predicate(self, at: int) -> bool:
        """Whether a word heads a clause."""
        dep = self.deps[at]
        if self.heads[at] == at or dep.partition(":")[0] in {"ccomp", "advcl", "acl", "parataxis", "csubj"}:
            return True
        if self.kid_in(at, SUBJECTS) is not None:
            return True
        return dep == "conj" and self.poses[at] == "VERB"

    def owners(self, noun: int) -> list[int]:
        """Whose a noun is: "his courage", "the courage of Ann", "the Smith scandal"."""
        found = self.kids_in(noun, ("nmod:poss",))
        if self.lemmas[noun] in self.nouns.harm:
            return found + [kid for kid in self.kids_in(noun, ("nmod",)) if self.case_of(kid) == "by"]
        if found:
            return found
        beside = ("nmod",) if self.lemmas[noun] in self.nouns.event else ("nmod", "compound", "nmod:desc")
        return [
            kid
            for kid in self.kids_in(noun, beside)
            if self.deps[kid] != "nmod" or self.case_of(kid) in _OWNING
        ]

    def is_name(self, at: int) -> bool:
        """Whether a word is a proper noun."""
        return self.poses[at] == "PROPN"

    def is_nominal(self, at: int) -> bool:
        """Whether a word is a noun, a name or a pronoun."""
        return self.poses[at] in _NOUNS
