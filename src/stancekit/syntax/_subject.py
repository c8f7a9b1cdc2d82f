"""The subject of a predicate: its own, one shared with a governor, or a controller's.

Each mend of a parser's habit is a function of its own that names the habit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..language._function_words import OBJECT_CONTROL, OBLIQUE_PREPOSITIONS
from ._noun_phrase import noun_phrase, phrase_head
from ._passive import is_passive
from ._sentence import NOMINAL_TAGS, NOUN_TAGS, SUBJECTS
from ._trees import DASHES

if TYPE_CHECKING:
    from ._sentence import SentenceTree

_MAX_STEPS: Final = 12
"""Governors whose subject is tried; real chains have two or three steps."""
_SHARING: Final = frozenset(
    "conj aux cop compound fixed advcl advcl:relcl obl xcomp parataxis dep list".split()
)
"""Relations of predicates to those whose subject they share."""
_ADNOMINAL: Final = frozenset(["acl", "acl:relcl"])
_PARTING: Final = DASHES | {",", "“", "”", '"'}
"""Marks that set a parenthetical clause off."""
WH: Final = frozenset(("what", "who", "whom", "which", "that"))
"""Pronouns that begin a clause, whatever they are in it."""
SUBJECT_TAGS: Final = NOMINAL_TAGS | {"ADJ", "DET", "X", "SYM"}
_COVERT: Final = frozenset(("nsubj", "appos", "conj", "dep", "parataxis", "vocative", "list", "root"))
"""Relations that parsers give to the subject of a parenthetical clause."""
_CONTROLLED: Final = frozenset(("xcomp", "advcl", "acl", "csubj"))
_BEFORE_INFINITIVE: Final = frozenset(("on", "for"))
"""Prepositions before the subject of an infinitive: "rely on Smith to say"."""
_BEFORE_PARTICIPLE: Final = frozenset(("with", "about", "of"))
"""Prepositions before the subject of a participle: "ended with Smith saying"."""


def subjects(tree: SentenceTree, predicate: int) -> list[int]:
    """The subject of a predicate, overt or understood; empty if there is none."""
    found = _in_tree(tree, predicate)
    mended = _nearer(tree, predicate, found[0]) if found else _directly_before(tree, predicate)
    return found if mended is None else [mended]


def _in_tree(tree: SentenceTree, predicate: int) -> list[int]:
    """The subject by the relations of the parse: its own, a controller, or its governor's."""
    at = predicate
    for _ in range(_MAX_STEPS):
        own = own_subjects(tree, at) or _of_participle_before(tree, at)
        if own:
            return own
        if tree.is_root(at):
            return _of_clause_behind(tree, at)
        if understood := controllers(tree, at):
            return understood
        if tree.deps[at] in _ADNOMINAL:
            noun = tree.heads[at]
            return _owner_of_act(tree, noun) if is_infinitive(tree, at) else _of_modified_noun(tree, at, noun)
        if not _shares_subject(tree, at):
            return []
        at = tree.heads[at]
    return []


def _shares_subject(tree: SentenceTree, at: int) -> bool:
    """Whether a predicate without a subject has its governor's."""
    relation = tree.deps[at]
    return relation in _SHARING or (relation in {"obj", "nmod"} and tree.poses[at] == "VERB")


def own_subjects(tree: SentenceTree, predicate: int) -> list[int]:
    """The subjects that the parse gives a predicate.

    Habit: parsers take what "to" leads to for a subject in "insisting to Jones".
    """
    return [kid for kid in tree.kids_in(predicate, SUBJECTS) if not _follows_preposition(tree, kid)]


def _follows_preposition(tree: SentenceTree, noun: int) -> bool:
    first = tree.reaches[noun][0]
    is_case = tree.relation(first) == "case" and tree.heads[first] == noun
    return is_case and tree.words[first] in OBLIQUE_PREPOSITIONS


def _of_participle_before(tree: SentenceTree, verb: int) -> list[int]:
    """Habit: parsers hang the subject on a participle before its verb: "Smith, facing defeat, said"."""
    for clause in tree.kids_in(verb, ("advcl", "ccomp")):
        is_bare = not tree.is_finite(clause) and tree.kid_in(clause, ("mark",)) is None
        if clause < verb and is_bare:
            return tree.kids_in(clause, SUBJECTS)
    return []


def _of_clause_behind(tree: SentenceTree, participle: int) -> list[int]:
    """Habit: parsers hang the main clause on a participle before it: "Citing costs, he left"."""
    if not tree.is_participle(participle):
        return []
    for clause in tree.kids_in(participle, ("parataxis", "ccomp")):
        subject = tree.kid_in(clause, SUBJECTS)
        if clause > participle and subject is not None and subject < clause:
            return [subject]
    return []


def controllers(tree: SentenceTree, clause: int) -> list[int]:
    """The understood subject of a clause, where it is no subject of the governor: "urged him to say"."""
    found = object_control(tree, clause, tree.heads[clause]) or _own_object_before(tree, clause)
    if not found and tree.relation(clause) in _CONTROLLED:
        beside = _noun_beside(tree, clause)
        found = [] if beside is None else [beside]
    return found


def object_control(tree: SentenceTree, clause: int, head: int) -> list[int]:
    """A verb's object, where that is the subject of a clause that depends on the verb.

    So it is of an open complement ("urged him to say"), and of a phrase that no comma sets off ("thanked him
    for saying"); there a recipient goes first ("gave him credit for saying").
    """
    if tree.deps[clause] == "xcomp":
        found = [] if tree.lemmas[head] in tree.verbs.subject_control else _objects(tree, head, clause)
    elif _may_be_controlled_phrase(tree, clause):
        found = _recipients(tree, head) or tree.kids_in(head, ("obj",))
    else:
        found = []
    return [kid for kid in found if kid < clause and tree.word_of(kid) not in WH]


def _objects(tree: SentenceTree, verb: int, before: int) -> list[int]:
    """The object of a verb; parsers take that of "called him a fool" for a predicate, too."""
    found = tree.kids_in(verb, ("obj",)) or tree.kids_in(verb, ("iobj",))
    return found or [kid for kid in tree.kids_in(verb, ("xcomp",)) if kid < before and tree.is_nominal(kid)]


def _may_be_controlled_phrase(tree: SentenceTree, clause: int) -> bool:
    if tree.deps[clause] not in {"advcl", "obl"} or tree.case_of(clause) not in OBJECT_CONTROL:
        return False
    return tree.tokens[max(0, tree.reaches[clause][0] - 1)].text != ","


def _recipients(tree: SentenceTree, verb: int) -> list[int]:
    if tree.kid_in(verb, ("obj",)) is None:
        return tree.kids_in(verb, ("iobj",))
    return tree.kids_in(verb, ("iobj",)) or [
        kid for kid in tree.kids_in(verb, ("obl",)) if tree.case_of(kid) == "to"
    ]


def _own_object_before(tree: SentenceTree, clause: int) -> list[int]:
    """Habit: parsers hang "him" of "urged him to say", "heard him say" on the second verb."""
    if tree.relation(clause) not in _CONTROLLED:
        return []
    marks = tree.kids_in(clause, ("mark",))
    begin = marks[0] if marks else clause
    if marks and not is_infinitive(tree, clause):
        return []
    return [k for k in tree.kids_in(clause, ("obj", "iobj")) if k < begin and tree.word_of(k) not in WH][:1]


def is_infinitive(tree: SentenceTree, at: int) -> bool:
    """Whether "to" marks a clause."""
    return any(tree.deps[kid] == "mark" and tree.lemmas[kid] == "to" for kid in tree.kids[at])


def _owner_of_act(tree: SentenceTree, noun: int) -> list[int]:
    """The subject of an infinitive on a noun: whose the plan or the chance is, else the somebody itself."""
    owners = tree.kids_in(noun, ("nmod:poss",))
    if owners:
        return owners
    head = tree.heads[noun]
    if tree.deps[noun] == "obj" and tree.poses[head] == "VERB":
        return tree.kids_in(head, SUBJECTS)
    return [noun] if tree.is_somebody(noun) or tree.poses[noun] in {"PROPN", "PRON"} else []


def _of_modified_noun(tree: SentenceTree, clause: int, noun: int) -> list[int]:
    """The subject of an adnominal clause: the noun, the issuer of a text, or the main clause's subject.

    Habit: parsers hang a participle of the main clause on a noun: "He met the mayor, calling her a fool".
    """
    if _is_loose(tree, clause, noun):
        for above in (noun, *tree.up(noun)):
            if (subject := tree.kid_in(above, SUBJECTS)) is not None:
                return [subject]
        return [noun]
    issuer = _issuer(tree, noun)
    if issuer is not None:
        return [issuer]
    return [noun] if tree.poses[noun] in SUBJECT_TAGS else []


def _is_loose(tree: SentenceTree, clause: int, noun: int) -> bool:
    """Whether a participle on a noun rather belongs to the verb above it."""
    if not tree.is_participle(clause):
        return False
    if tree.kid_in(clause, ("mark",)) is not None:
        return True
    first = max(0, tree.reaches[clause][0] - 1)
    if not any(token.text in _PARTING for token in tree.tokens[first : first + 2]):
        return False
    relation = tree.relation(noun)
    is_thing = tree.tokens[noun].lemma not in tree.nouns.document or relation == "obl"
    is_time = tree.deps[noun] in {"obl:unmarked", "nmod:unmarked"}
    is_object = relation in {"obj", "iobj", "obl"} and is_thing
    return is_time or is_object or (tree.poses[noun] == "NOUN" and not tree.is_somebody(noun) and is_thing)


def _issuer(tree: SentenceTree, document: int) -> int | None:
    """Who issues the text that says something: "the mayor issued a statement saying"."""
    if tree.tokens[document].lemma not in tree.nouns.document or tree.relation(document) != "obj":
        return None
    verb = tree.heads[document]
    return None if is_passive(tree, verb) else tree.kid_in(verb, SUBJECTS)


def _noun_beside(tree: SentenceTree, clause: int) -> int | None:
    """The subject between a preposition and an infinitive or a participle, whatever its governor.

    Habit: parsers hang "Smith" of "waited for Smith to say" on the first verb or on the second.
    """
    to = next((kid for kid in tree.kids_in(clause, ("mark",)) if tree.words[kid] == "to"), None)
    if to is None and not tree.is_participle(clause):
        return None
    at = clause if to is None else to
    if not at or not tree.is_nominal(at - 1) or _has_object(tree, tree.heads[clause], at):
        return None
    noun = phrase_head(tree, at - 1, -1, at)
    if noun is None or not (tree.poses[noun] in {"PROPN", "PRON"} or tree.is_somebody(noun)):
        return None
    first = noun_phrase(tree, noun)[0]
    before = tree.words[first - 1] if first else ""
    return noun if before in (_BEFORE_PARTICIPLE if to is None else _BEFORE_INFINITIVE) else None


def _has_object(tree: SentenceTree, verb: int, before: int) -> bool:
    """Whether a verb has an object before a position: "used the rally on Thursday to say"."""
    return any(kid < before for kid in tree.kids_in(verb, ("obj",)))


def _directly_before(tree: SentenceTree, verb: int) -> int | None:
    """A noun before a finite verb that has no subject in the parse."""
    found = parenthetical_subject(tree, verb)
    return _name_directly_before(tree, verb) if found is None else found


def parenthetical_subject(tree: SentenceTree, verb: int) -> int | None:
    """The noun directly before a finite verb, behind a comma.

    Habit: parsers take it for an apposition or a conjunct: Jane Smith in "Reed, Jane Smith said, was late".
    """
    if not verb or not tree.is_finite(verb) or not tree.is_nominal(verb - 1):
        return None
    head = phrase_head(tree, verb - 1, -1, verb)
    if head is None or tree.relation(head) not in {"appos", "conj"} or tree.tokens[head].has("Case=Acc"):
        return None
    first = noun_phrase(tree, head)[0]
    return head if first and tree.tokens[first - 1].text in _PARTING else None


def _name_directly_before(tree: SentenceTree, verb: int) -> int | None:
    """The name before a finite verb, with only brackets and adverbs between: "Jane Smith (Lab.) said".

    Habit: parsers take the name for a part of the clause before it.
    """
    at, depth = verb - 1, 0
    while at > 0 and (depth or tree.poses[at] in {"ADV", "AUX"} or tree.tokens[at].text in ")]"):
        depth += (tree.tokens[at].text in {")", "]"}) - (tree.tokens[at].text in {"(", "["})
        at -= 1
    if at < 0 or not tree.is_name(at) or not tree.is_finite(verb):
        return None
    head = phrase_head(tree, at, -1, verb)
    return None if head is None or tree.case_of(head) else head


def _nearer(tree: SentenceTree, verb: int, found: int) -> int | None:
    """A noun between a verb and its subject in the parse that must be the subject.

    Habit: parsers take "what" for the subject of "what Smith said", and "the plan" for that of "said" in
    "the plan, Smith said, will fail".
    """
    if found >= verb - 1:
        return None
    if tree.words[found] in WH:  # in English, whose verbs follow their subject
        is_phrase = tree.poses[found + 1] in SUBJECT_TAGS
        return phrase_head(tree, found + 1, found, verb) if is_phrase else None
    last = verb - 1
    while tree.poses[last] in {"AUX", "ADV", "PART"} and last > found:
        last -= 1
    begin, end = noun_phrase(tree, found)
    if last <= found + 1 or not tree.is_nominal(last) or begin <= last <= end:
        return None
    head = phrase_head(tree, last, found, verb)
    if head is None or tree.relation(head) not in _COVERT or tree.kid_in(head, ("cc", "case")) is not None:
        return None
    first = noun_phrase(tree, head)[0]
    before = first - 1
    is_new_phrase = tree.poses[first] == "DET" and tree.poses[before] in NOUN_TAGS
    return head if tree.tokens[before].text in _PARTING or is_new_phrase else None
