"""Who a cue names as its source, by the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...language._universal import word_of
from ...syntax._trees import (
    DASHES,
    RELATIVES,
    VERBAL,
    is_finite,
    is_participle,
    marker,
    owner_of,
    reach,
    span_of,
)
from ...values import ActorKind, Span

if TYPE_CHECKING:
    from ...values import Name, Sentence, Token
    from ..cues._cued_sentence import CuedSentence

LEFT_OF_NAME = frozenset(
    ("det", "amod", "nmod", "compound", "nummod", "flat", "advmod", "obl", "goeswith", "reparandum", "acl")
)
RIGHT_OF_NAME = frozenset(("flat", "compound", "fixed", "goeswith", "nmod", "nummod", "amod", "conj"))
"""Relations by which words before and behind a noun belong to its name or description."""
FOCUS = frozenset(
    ("even", "only", "just", "also", "both", "either", "neither", "not", "especially", "including")
)
"""Adverbs before a noun that are no part of it."""
JOINERS = frozenset(("-", ".", "’", "'"))
"""Punctuation inside names."""
INHERITING = frozenset(("conj", "xcomp", "advcl", "parataxis", "dep", "list"))
"""Relations by which a verb without a subject has its governor's."""
PHRASE_TAGS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"))
NOMINAL_TAGS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
NOUN_TAGS = frozenset(("NOUN", "PROPN"))
WITHIN = frozenset(("compound", "flat", "amod", "nummod", "det", "nmod"))
"""Relations of a word inside a noun phrase to its noun."""
WH = frozenset(("what", "who", "whom", "which", "that"))
"""Pronouns that begin a clause, whatever they are in it."""
PUT_IN = frozenset(("nsubj", "appos", "conj", "dep", "parataxis", "vocative", "list", "root"))
"""What the parse takes a subject for that is put into another clause."""
PARTING = DASHES | {",", "“", "”", '"'}
CONTROLLED = frozenset(("xcomp", "advcl", "acl", "csubj"))
AWAITING = frozenset(("on", "for"))
"""Prepositions before who is to do something: "rely on Smith to say"."""
ACCOMPANYING = frozenset(("with", "about", "of"))
"""Prepositions before who does something: "ended with Smith saying"."""
LEADING = frozenset(("against", "by", "during", "for", "from", "in", "on", "to", "with"))
"""Prepositions that no subject begins with."""
MAX_STEPS = 8
"""Governors asked for their subject before the search gives up."""
DOCUMENTS = frozenset(
    """account ad advertisement agreement analysis announcement answer article average bill blog
    book budget campaign clip column comment complaint constitution conversation data decision
    document documentary editorial email essay estimate evidence exchange figure filing film finding
    footage form hashtag headline history image indicator inquiry interview investigation law
    lawsuit leaflet letter list lyric manifesto map measure memo memoir message movie news novel
    number op-ed opinion order page paper paragraph petition photo photograph picture plan platform
    play poll polling post poster press proposal record recording remark report research resolution
    result review rhetoric rule ruling score sign site slogan song speech statement statistic story
    study survey tally tape text tone transcript treaty trend tweet verdict version video warrant
    website word""".split()
)
"""Heads of sources that show something without speaking."""

AUTHORING = frozenset(("from", "by"))


@frozen(eq=False)
class Source:
    """The words that name who speaks.

    Args:
        span: Where they stand.

        sentence: Their sentence.

        head: The word that decides who it is.

        antecedent: For a relative pronoun, the noun it stands for.
    """

    span: Span
    sentence: CuedSentence
    head: Token
    antecedent: Token | None = None


def source_at(sentence: CuedSentence, head: Token) -> Source:
    """The source that a noun or pronoun is the head of."""
    if word_of(head) in RELATIVES and head.pos in {"PRON", "DET", "SCONJ"}:
        antecedent = _antecedent(sentence, head)
        return Source(_with_antecedent(sentence, head, antecedent), sentence, head, antecedent)
    span = noun_phrase(sentence, head)
    name = _name_behind(sentence, head) if head.pos == "NOUN" else None
    if name is not None:
        return Source(
            Span(span.start, max(span.end, name.span.end)), sentence, sentence.head_of(name.span) or head
        )
    return Source(span, sentence, head)


def _with_antecedent(sentence: Sentence, pronoun: Token, antecedent: Token | None) -> Span:
    """A relative pronoun with the noun that it stands for, where nothing but a comma parts them."""
    if antecedent is None or antecedent.index > pronoun.index:
        return pronoun.span
    phrase = noun_phrase(sentence, antecedent)
    between = [t for t in sentence.tokens[antecedent.index : pronoun.index] if t.start >= phrase.end]
    is_near = phrase.end <= pronoun.start and all(t.text == "," for t in between)
    return Span(phrase.start, pronoun.end) if is_near else pronoun.span


def _name_behind(sentence: Sentence, head: Token) -> Name | None:
    """The person whom a description is followed by: "the head of the bank, Jo Lee, said"."""
    last = reach(sentence, head)[1]
    for name in sentence.names:
        if name.kind is not ActorKind.PERSON or name.span.start <= head.start:
            continue
        inside = sentence.within(name.span)
        if not inside or inside[-1].index > last:
            return None
        after = sentence.tokens[min(inside[-1].index + 1, len(sentence.tokens) - 1)]
        if sentence.tokens[inside[0].index - 1].text == "," and (
            after.text in {",", "("} or after.pos in VERBAL
        ):
            return name
    return None


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    for verb in sentence.ancestors(pronoun)[:MAX_STEPS]:
        if verb.relation == "acl":
            return sentence.head(verb)
    return None


def noun_phrase(sentence: Sentence, head: Token, *, with_others: bool = True) -> Span:
    """A noun with what stands before it and its prepositional phrases.

    Appositions, relative clauses and whatever stands behind a comma are left out.

    Args:
        sentence: The sentence.

        head: The noun.

        with_others: Whether those that it is coordinated with are taken in.
    """
    start = end = head.index
    children = sentence.children(head)
    for child in reversed([c for c in children if c.index < head.index]):
        first, last = reach(sentence, child)
        if last != start - 1 or word_of(child) in FOCUS:
            break
        if child.relation not in LEFT_OF_NAME and not _parts_adjectives(sentence, child):
            break
        start = first
    for child in (c for c in children if c.index > head.index):
        first, last = reach(sentence, child)
        if child.relation == "appos" and _is_name_beside(sentence.tokens[first], child, end):
            return span_of(sentence, start, _uninterrupted(sentence, first, last))
        if child.relation == "conj" and not with_others:
            break
        if child.relation not in RIGHT_OF_NAME or child.dep == "nmod:unmarked" or first != end + 1:
            break
        end = _uninterrupted(sentence, first, last)
        if end != last:
            break
    return span_of(sentence, start, end)


def _parts_adjectives(sentence: Sentence, comma: Token) -> bool:
    """Whether a comma stands between two adjectives: "the bespectacled, gray-haired envoy"."""
    beside = sentence.tokens[comma.index - 1], sentence.tokens[comma.index + 1]
    return comma.text == "," and all(t.relation == "amod" and t.head == comma.head for t in beside)


def _is_name_beside(first: Token, name: Token, end: int) -> bool:
    """Whether an apposition is a name without a comma before it: "party chairman Jo Lee"."""
    return name.pos == "PROPN" and first.pos != "PUNCT" and first.index == end + 1


def _uninterrupted(sentence: Sentence, first: int, last: int) -> int:
    """The last word of a stretch before a comma, a bracket, an apposition or a clause."""
    for token in sentence.tokens[first : last + 1]:
        breaks = token.pos == "PUNCT" and token.text not in JOINERS
        if breaks or token.relation in {"acl", "parataxis", "appos"} or word_of(token) in {"who", "which"}:
            return max(token.index - 1, first)
    return last


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's subject is not who does it."""
    if sentence.child(verb, "nsubj:pass") is not None:
        return True
    subjects = [c.index for c in sentence.children(verb, "nsubj") if c.index < verb.index]
    helpers = [c for c in sentence.children(verb, "aux") if c.index > max(subjects, default=-1)]
    if helpers or subjects:  # "So are some firms, Smith said": "are" is another clause's verb.
        return any(c.dep == "aux:pass" for c in helpers)
    return verb.dep == "acl" and verb.has("VerbForm=Part") and verb.has("Tense=Past")


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it, where a passive says so: "by Smith"."""
    # Of "was accused of lying by Smith" parsers hang the phrase on the last verb.
    verbs = (verb, *sentence.children(verb, "advcl", "xcomp"))
    obliques = (c for v in verbs for c in sentence.children(v, "obl"))
    return next((c for c in obliques if c.dep == "obl:agent" or marker(sentence, c) == "by"), None)


def subject(sentence: CuedSentence, verb: Token) -> Token | None:
    """The word that names who does what *verb* says; its governor's subject where it has none."""
    if is_passive(sentence, verb):
        return agent(sentence, verb)
    found = _parsed_subject(sentence, verb)
    if found is None:
        return find_parenthetical_subject(sentence, verb) or _find_name_directly_before(sentence, verb)
    return _nearer(sentence, verb, found) or found


def find_parenthetical_subject(sentence: Sentence, verb: Token) -> Token | None:
    """A noun directly before a finite verb, behind a comma, that the parse takes for a description.

    In "Reed, Jane Smith said, was late" Jane Smith is no apposition to Reed.
    """
    word = sentence.tokens[verb.index - 1]
    if not verb.index or not is_finite(sentence, verb) or word.pos not in NOMINAL_TAGS:
        return None
    head = _phrase_head(sentence, word, -1, verb.index)
    if head is None or head.relation not in {"appos", "conj"} or head.has("Case=Acc"):
        return None
    first = sentence.within(noun_phrase(sentence, head))[0].index
    return head if first and sentence.tokens[first - 1].text in PARTING else None


def _find_name_directly_before(sentence: CuedSentence, verb: Token) -> Token | None:
    """The name that a finite verb follows, with no more than brackets between: "Jane Smith (Lab.) said".

    Where a verb has no subject, the parse took the name for a part of what stands before it.
    """
    at, depth = verb.index - 1, 0
    while at > 0 and (depth or sentence.tokens[at].pos in {"ADV", "AUX"} or sentence.tokens[at].text in ")]"):
        depth += (sentence.tokens[at].text in {")", "]"}) - (sentence.tokens[at].text in {"(", "["})
        at -= 1
    if at < 0 or sentence.tokens[at].pos != "PROPN" or not is_finite(sentence, verb):
        return None
    head = _phrase_head(sentence, sentence.tokens[at], -1, verb.index)
    return None if head is None or marker(sentence, head) else head


def _parsed_subject(sentence: CuedSentence, verb: Token) -> Token | None:
    current = verb
    for _ in range(MAX_STEPS):
        found = _own_subject(sentence, current) or _before_participle(sentence, current)
        if found is not None:
            return found
        if current.is_root:
            return _behind_participle(sentence, current)
        governor = sentence.head(current)
        controller = _controller(sentence, current)
        if controller is not None:
            return controller
        if current.relation == "acl":
            return _modified(sentence, current, governor)
        if current.relation not in INHERITING:
            return None
        current = governor
    return None


def _behind_participle(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a clause that the parse hangs on a participle before it: "Citing costs, he left"."""
    if not is_participle(verb):
        return None
    clauses = (c for c in sentence.children(verb, "parataxis", "ccomp") if c.index > verb.index)
    return next(
        (s for c in clauses if (s := sentence.child(c, "nsubj")) is not None and s.index < c.index), None
    )


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the parse gives a verb; in "insisting to Jones" what "to" leads to is none."""
    subjects = sentence.children(verb, "nsubj")
    return next((c for c in subjects if not _follows_preposition(sentence, c)), None)


def _follows_preposition(sentence: Sentence, noun: Token) -> bool:
    first = sentence.tokens[reach(sentence, noun)[0]]
    return first.relation == "case" and first.head == noun.index and first.text.lower() in LEADING


def _before_participle(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the parse gives to a participle before its verb: "Smith, facing defeat, said"."""
    for clause in sentence.children(verb, "advcl", "ccomp"):
        is_bare = not is_finite(sentence, clause) and sentence.child(clause, "mark") is None
        if clause.index < verb.index and is_bare:
            return sentence.child(clause, "nsubj")
    return None


def _modified(sentence: CuedSentence, clause: Token, noun: Token) -> Token | None:
    """Who does what a clause says that the parse hangs on a noun: the noun, who issues it, or who acts."""
    first = max(0, reach(sentence, clause)[0] - 1)
    is_apart = any(t.text in PARTING for t in sentence.tokens[first : first + 2]) and is_participle(clause)
    is_thing = noun.lemma not in DOCUMENTS or noun.relation == "obl"
    is_time = noun.dep in {"obl:unmarked", "nmod:unmarked"}
    is_object = noun.relation in {"obj", "iobj", "obl"} and is_thing
    is_unattributed = is_apart and (
        is_time or is_object or (noun.pos == "NOUN" and not sentence.is_somebody(noun) and is_thing)
    )
    if is_unattributed or (is_participle(clause) and sentence.child(clause, "mark") is not None):
        above = sentence.ancestors(noun)[:MAX_STEPS]
        return next((s for a in (noun, *above) if (s := sentence.child(a, "nsubj")) is not None), noun)
    return _issuer(sentence, noun) or (noun if noun.pos in PHRASE_TAGS else None)


def _issuer(sentence: Sentence, document: Token) -> Token | None:
    """Who puts out the text that says something: "the mayor issued a statement saying"."""
    if document.lemma not in DOCUMENTS or document.relation != "obj":
        return None
    verb = sentence.head(document)
    return None if is_passive(sentence, verb) else sentence.child(verb, "nsubj")


def _controller(sentence: CuedSentence, clause: Token) -> Token | None:
    """Who is to do it: "him" in "urged him to say", "heard him say", "waited for him to say"."""
    own = sentence.children(clause, "obj", "iobj")
    objects = sentence.children(sentence.head(clause), "obj", "iobj") if clause.relation == "xcomp" else ()
    found = next((c for c in (*objects, *own) if c.index < clause.index and word_of(c) not in WH), None)
    return found or (_noun_beside(sentence, clause) if clause.relation in CONTROLLED else None)


def _noun_beside(sentence: CuedSentence, clause: Token) -> Token | None:
    """Somebody between a preposition and an infinitive or a participle, whatever they hang on."""
    to = next((c for c in sentence.children(clause, "mark") if c.text.lower() == "to"), None)
    if to is None and not is_participle(clause):
        return None
    at = (clause if to is None else to).index
    noun = _phrase_head(sentence, sentence.tokens[max(0, at - 1)], -1, at)
    if noun is None or not (noun.pos in {"PROPN", "PRON"} or sentence.is_somebody(noun)):
        return None
    first = sentence.within(noun_phrase(sentence, noun))[0].index
    before = sentence.tokens[first - 1].text.lower() if first else ""
    return noun if before in (ACCOMPANYING if to is None else AWAITING) else None


def _nearer(sentence: Sentence, verb: Token, found: Token) -> Token | None:
    """A noun between a verb and what the parse takes for its subject, and that must be the subject itself.

    It is one in "what Smith said", where "what" is the object, and in "the plan, Smith said, will fail",
    where a comma parts the two and none stands before the verb.
    """
    if found.index >= verb.index - 1:
        return None
    if word_of(found) in WH:
        first = sentence.tokens[found.index + 1]
        return _phrase_head(sentence, first, found.index, verb.index) if first.pos in PHRASE_TAGS else None
    last = verb.index - 1
    while sentence.tokens[last].pos in {"AUX", "ADV", "PART"} and last > found.index:
        last -= 1
    word = sentence.tokens[last]
    if last <= found.index + 1 or word.pos not in NOMINAL_TAGS or word.span in noun_phrase(sentence, found):
        return None
    head = _phrase_head(sentence, word, found.index, verb.index)
    if head is None or head.relation not in PUT_IN or sentence.child(head, "cc", "case") is not None:
        return None
    first = sentence.within(noun_phrase(sentence, head))[0]
    before = sentence.tokens[first.index - 1]
    return head if before.text in PARTING or (first.pos == "DET" and before.pos in NOUN_TAGS) else None


def _phrase_head(sentence: Sentence, word: Token, after: int, before: int) -> Token | None:
    """The noun that governs a word's phrase, between two words."""
    while word.pos not in NOMINAL_TAGS or word.relation in WITHIN:
        above = sentence.head(word)
        if word.is_root or not after < above.index < before:
            break
        word = above
    return word if word.pos in NOMINAL_TAGS else None


def find_author(sentence: Sentence, document: Token) -> Token | None:
    """Whose a text is: "a statement from the ministry", "Smith's letter"."""
    owner = owner_of(sentence, document)
    if owner is not None:
        return owner
    phrases = sentence.children(document, "nmod")
    return next((c for c in phrases if marker(sentence, c) in AUTHORING), None)
