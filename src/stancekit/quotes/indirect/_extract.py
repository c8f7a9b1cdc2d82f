"""Reported clauses of a sentence: cue, source and content, without need of quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...language._function_words import ADJECTIVE_CLAUSE_MARKERS
from ...language._universal import word_of
from ...lexicon._cues import Cue, CueClass, Takes, matching
from ...syntax._trees import VERBAL, is_participle, marker, owner_of, reach, span_of
from ..sources._source_spans import Source, source_at
from ._constructions import find_complement
from ._content_clause import is_in_main_clause
from ._parenthetical import first_of_left_clause
from ._reporting_verb import is_coordinated_report, is_verb_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from ...values import Span, Token
    from ..cues._cued_sentence import CuedSentence

MAX_WORDS = 400
"""Longer sentences are lists or tables, and are not searched."""
PREPOSITIONS_OF_OWNER = frozenset(("of", "by", "from", "in", "among"))
"""Prepositions between a claim and its source: "the claim of Smith"."""
PREPOSITIONS_OF_JUDGE = PREPOSITIONS_OF_OWNER - {"of", "in"}
"""The same for nouns whose "of" and "in" lead to the content: "support among voters"."""
CLAUSE_RELATIONS = frozenset(("ccomp", "csubj"))
VIEW_HOLDERS = frozenset(("many", "most", "some", "other", "few"))
VIEWPOINTS = {
    "in": Cue(("in",), "phrase", "showing", "neutral", frozenset((Takes.CLAUSE,))),
    "to": Cue(("to",), "phrase", "thinking", "neutral", frozenset((Takes.CLAUSE,))),
}
"""Prepositions before a source at the beginning of a sentence."""
ADVERB_ENDING = "ly"


@frozen(eq=False)
class ReportedClause:
    """An attribution by the parse alone, not yet fitted to quotation marks.

    Args:
        regions: The stretches of the text that hold the content.

        cue: The reporting words.

        entry: What the lexicon says of them.

        source: Who is named as the source.

        construction: By what construction it was found.

        needs_marks: Whether it is one only if something in it stands in quotation marks.
    """

    regions: tuple[Span, ...]
    cue: Span
    entry: Cue
    source: Source | None
    construction: Takes
    needs_marks: bool = False


def find_reported_clauses(sentence: CuedSentence) -> Iterator[ReportedClause]:
    """The reported clauses of a sentence, in the order of their cues."""
    if len(sentence.tokens) > MAX_WORDS:
        return
    cues = sentence.cues
    for token in sentence.tokens:
        if token.pos in VERBAL:
            yield from _find_by_verb(sentence, token, sentence.verb_cues(token))
        elif token.pos == "NOUN" and (nouns := cues.nouns.get(token.lemma.lower())):
            yield from _find_by_noun(sentence, token, nouns)
        elif token.pos == "ADJ" and (adjectives := cues.adjectives.get(token.lemma.lower())):
            yield from _find_by_adjective(sentence, token, adjectives)
        phrases = cues.phrases.get(token.text.lower())
        if phrases is not None:
            yield from _find_by_phrase(sentence, token, phrases)
    yield from _find_fronted_view(sentence)


def _cue_span(sentence: CuedSentence, token: Token, entry: Cue) -> Span:
    return span_of(sentence, token.index, token.index + len(entry.words) - 1)


def _source(sentence: CuedSentence, head: Token | None) -> Source | None:
    return None if head is None or head.dep.startswith("expl") else source_at(sentence, head)


# --- verbs ----------------------------------------------------------------------------------------


def _find_by_verb(sentence: CuedSentence, verb: Token, entries: Sequence[Cue]) -> Iterator[ReportedClause]:
    entry = matching(entries, sentence.tokens, verb.index)
    found = None if entry is None else find_complement(sentence, verb, entry)
    if entry is None or found is None:
        return
    cue = _cue_span(sentence, verb, entry)
    if any(region.overlaps(cue) for region in found.regions):
        return
    source = found.source or _source(sentence, _find_reporter_outside(sentence, verb, entry, found.regions))
    yield ReportedClause(found.regions, cue, entry, source, found.construction, needs_marks=found.needs_marks)


def _find_reporter_outside(
    sentence: CuedSentence, verb: Token, entry: Cue, regions: Sequence[Span]
) -> Token | None:
    """The source of a verb, if it stands outside the content."""
    head = None if Takes.SEEM in entry.takes else find_reporter(sentence, verb)
    if head is None or not any(head.span in region for region in regions):
        return head
    others = sentence.children(verb, "nsubj")
    return next((c for c in others if not any(c.span in region for region in regions)), None)


def is_bare_participle(sentence: CuedSentence, verb: Token) -> bool:
    """Whether a participle reports without its subject: "asked whether", "when told that"."""
    return (
        verb.relation in {"advcl", "ccomp"}
        and verb.has("Tense=Past")
        and sentence.child(verb, "nsubj", "aux") is None
    )


def find_reporter(sentence: CuedSentence, verb: Token) -> Token | None:
    """The source's head; a report coordinated with the content of another has that one's source."""
    if is_bare_participle(sentence, verb):
        return sentence.agent(verb)
    if verb.relation == "conj":
        clause = sentence.head(verb)
        if not clause.is_root and is_coordinated_report(sentence, sentence.head(clause), clause, verb):
            return sentence.doer(sentence.head(clause))
    if verb.relation == "advcl" and is_participle(verb) and sentence.child(verb, "mark") is None:
        clause = sentence.head(verb)
        if (
            clause.relation == "ccomp"
            and is_verb_of_saying(sentence, sentence.head(clause))
            and verb.index > clause.index + 2
        ):
            return sentence.doer(sentence.head(clause))
    return sentence.doer(verb)


# --- nouns and adjectives -------------------------------------------------------------------------


def _find_by_noun(sentence: CuedSentence, noun: Token, entries: Sequence[Cue]) -> Iterator[ReportedClause]:
    entry = matching(entries, sentence.tokens, noun.index)
    if entry is None:
        return
    if Takes.OBJECT in entry.takes:
        yield from _find_object_of_cue(
            sentence, noun, entry, _find_owner(sentence, noun, PREPOSITIONS_OF_JUDGE)
        )
        return
    clause = _find_clause_of_noun(sentence, noun, entry)
    if clause is None:
        return
    regions = (_span_behind(sentence, clause, noun),)
    verb = sentence.head(noun)
    if noun.relation == "obl" and marker(sentence, noun) == "in" and is_verb_of_saying(sentence, verb):
        # "said in a statement that": the verb is the cue.
        source = _source(sentence, sentence.doer(verb))
        yield ReportedClause(regions, verb.span, sentence.verb_cues(verb)[-1], source, Takes.THAT)
        return
    owner = _source(sentence, _find_owner(sentence, noun, PREPOSITIONS_OF_OWNER))
    yield ReportedClause(regions, noun.span, entry, owner, Takes.THAT)


def _find_object_of_cue(
    sentence: CuedSentence, word: Token, entry: Cue, owner: Token | None
) -> Iterator[ReportedClause]:
    """The object of a noun or an adjective: "criticism of the plan", "wary of the plan"."""
    preposition = sentence.tokens[word.index + 1]
    about = preposition if preposition.is_root else sentence.head(preposition)
    first, last = preposition.index + 1, reach(sentence, about)[1]
    if about.index < first:
        return
    region = span_of(sentence, first, last)
    yield ReportedClause(
        (region,),
        span_of(sentence, word.index, preposition.index),
        entry,
        _source(sentence, owner),
        Takes.OBJECT,
    )


def _span_behind(sentence: CuedSentence, clause: Token, cue: Token) -> Span:
    """The part of a clause that stands behind its cue."""
    first, last = reach(sentence, clause)
    return span_of(sentence, max(first, cue.index + 1), last)


def _find_clause_of_noun(sentence: CuedSentence, noun: Token, entry: Cue) -> Token | None:
    """The content clause of a noun: "the claim that", "the plan to"."""
    markers = _markers(entry)
    for child in sentence.children(noun, "acl", "ccomp", "xcomp"):
        if child.index > noun.index and marker(sentence, child) in markers:
            return child
    verb = sentence.head(noun)
    if (
        noun.relation != "obj"
        or "that" not in markers
        or any(Takes.THAT in e.takes for e in sentence.verb_cues(verb))
    ):
        return None
    clauses = sentence.children(verb, "ccomp")
    return next((c for c in clauses if c.index > noun.index and marker(sentence, c) == "that"), None)


def _markers(entry: Cue) -> set[str]:
    return {word for word, takes in (("that", Takes.THAT), ("to", Takes.INFINITIVE)) if takes in entry.takes}


def _find_owner(sentence: CuedSentence, noun: Token, prepositions: Set[str]) -> Token | None:
    """The source of a claim: "his claim", "the claim of Smith", "fears in Kyiv", "Smith made the claim"."""
    owner = owner_of(sentence, noun)
    verb = sentence.head(noun)
    if (
        owner is not None
        and owner.pos == "PRON"
        and noun.relation == "obj"
        and verb.lemma in sentence.verbs.claiming
    ):
        return sentence.doer(verb) or owner
    if owner is not None:
        return owner
    for child in (*sentence.children(noun, "nmod"), *sentence.children(verb, "obl")):
        if child.index > noun.index and marker(sentence, child) in prepositions:
            return child
    return sentence.doer(verb) if noun.relation == "obj" and verb.lemma in sentence.verbs.claiming else None


def _find_by_adjective(
    sentence: CuedSentence, adjective: Token, entries: Sequence[Cue]
) -> Iterator[ReportedClause]:
    entry = matching(entries, sentence.tokens, adjective.index)
    if entry is None:
        return
    if Takes.OBJECT in entry.takes:
        yield from _find_object_of_cue(sentence, adjective, entry, sentence.doer(adjective))
        return
    for child in sentence.children(adjective, "ccomp", "csubj", "xcomp", "advcl"):
        word = marker(sentence, child)
        is_clause = (
            child.relation in CLAUSE_RELATIONS
            and word in ADJECTIVE_CLAUSE_MARKERS
            and Takes.THAT in entry.takes
        )
        is_infinitive = word == "to" and Takes.INFINITIVE in entry.takes
        if child.index > adjective.index and (is_clause or is_infinitive):
            named = sentence.doer(adjective)
            region = _span_behind(sentence, child, adjective)
            is_open = named is not None and (named.dep == "expl" or word_of(named) == "it")
            source = None if is_open else _source(sentence, named)
            yield ReportedClause((region,), adjective.span, entry, source, Takes.THAT)
            return


# --- prepositions and adverbs ---------------------------------------------------------------------


def _find_by_phrase(sentence: CuedSentence, token: Token, entries: Sequence[Cue]) -> Iterator[ReportedClause]:
    entry = matching(entries, sentence.tokens, token.index)
    if entry is None:
        return
    cue = _cue_span(sentence, token, entry)
    if token.pos == "ADV" or entry.words[-1].endswith(ADVERB_ENDING):
        if not token.is_root:
            first, last = reach(sentence, sentence.head(token))
            regions = _without_part(sentence, (first, last), (token.index, token.index))
            if regions:
                yield ReportedClause(regions, cue, entry, None, Takes.CLAUSE)
        return
    noun = _find_governed_noun(sentence, token.index + len(entry.words) - 1)
    if noun is not None and not noun.is_root:
        first, last = reach(sentence, noun)
        regions = _find_clause_around_phrase(sentence, noun, (min(first, token.index), last))
        if regions:
            yield ReportedClause(regions, cue, entry, _source(sentence, noun), Takes.CLAUSE)


def _find_fronted_view(sentence: CuedSentence) -> Iterator[ReportedClause]:
    """A viewpoint phrase at the beginning: "To Smith, it is a victory", "In a new poll, most approve"."""
    tokens = sentence.tokens
    at = next((i for i, token in enumerate(tokens[:3]) if token.pos not in {"CCONJ", "PUNCT"}), 0)
    entry = VIEWPOINTS.get(tokens[at].text.lower())
    noun = None if entry is None else _find_governed_noun(sentence, at)
    if entry is None or noun is None or not _holds_view(sentence, entry, noun):
        return
    owner = sentence.child(noun, "nmod:poss") if noun.lemma.lower() in sentence.nouns.viewpoint else None
    end = reach(sentence, noun)[1]
    comma = end if tokens[end].text == "," else end + 1
    is_set_off = comma < len(tokens) and tokens[comma].text == ","
    begin = comma + 1 if is_set_off else comma
    if (
        (is_set_off or owner is not None)
        and begin + 1 < len(tokens)
        and any(token.has("VerbForm=Fin") for token in tokens[begin:])
    ):
        region = span_of(sentence, begin, len(tokens) - 1)
        yield ReportedClause(
            (region,), tokens[at].span, entry, _source(sentence, owner or noun), Takes.CLAUSE
        )


def _holds_view(sentence: CuedSentence, entry: Cue, noun: Token) -> bool:
    """Whether a noun is the source in a phrase with "in" or "to"."""
    if entry.kind is CueClass.SHOWING:
        return noun.lemma.lower() in sentence.nouns.poll or (
            noun.lemma.lower() in sentence.nouns.viewpoint and sentence.child(noun, "nmod:poss") is not None
        )
    return noun.pos in {"PROPN", "PRON"} or sentence.is_somebody(noun) or noun.lemma.lower() in VIEW_HOLDERS


def _without_part(sentence: CuedSentence, whole: tuple[int, int], part: tuple[int, int]) -> tuple[Span, ...]:
    """A range of words without another range."""
    sides = ((whole[0], part[0] - 1), (part[1] + 1, whole[1]))
    return tuple(span_of(sentence, first, last) for first, last in sides if first <= last)


def _find_clause_around_phrase(
    sentence: CuedSentence, noun: Token, phrase: tuple[int, int]
) -> tuple[Span, ...]:
    """The content of "according to ...": the sentence if commas set the phrase off, else its clause."""
    tokens = sentence.tokens
    begin, end = phrase
    first, last = reach(sentence, sentence.head(noun))
    comma_before = "," in {tokens[begin].text, tokens[max(0, begin - 1)].text}
    is_over, is_begun = (
        not any(is_in_main_clause(sentence, token) for token in part)
        for part in (tokens[end + 1 :], tokens[:begin])
    )
    if comma_before and is_over:
        first, last = first_of_left_clause(sentence, begin), end
    elif comma_before and is_begun:
        first, last = first_of_left_clause(sentence, begin), len(tokens) - 1
    elif all(token.pos == "PUNCT" for token in tokens[:begin]):
        last = len(tokens) - 1
    else:
        last = min(last, _last_before_contrast(sentence, end, last))
    return _without_part(sentence, (first, last), phrase)


def _last_before_contrast(sentence: CuedSentence, end: int, last: int) -> int:
    """The last word of the content before a contrast of the narrator's: ", but Reed denies it"."""
    comma, joint = (sentence.tokens[min(at, last)] for at in (end + 1, end + 2))
    is_contrast = comma.text == "," and joint.pos == "CCONJ"
    is_clause = any(is_in_main_clause(sentence, token) for token in sentence.tokens[end + 3 : last + 1])
    return end if is_contrast and is_clause else last


def _find_governed_noun(sentence: CuedSentence, last: int) -> Token | None:
    """The noun behind "according to": the nearest governor that follows the cue."""
    current = sentence.tokens[last]
    for _ in range(3):
        current = sentence.head(current)
        if current.index > last:
            return current
    return None
