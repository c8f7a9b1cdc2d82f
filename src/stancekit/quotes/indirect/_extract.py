"""Reported speech and thought without need of quotation marks, by the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...language._universal import word_of
from ...lexicon._cues import Cue, CueClass, Takes, matching
from ...syntax._trees import VERBAL, is_participle, marker, owner_of, reach, span_of
from ..sources._source_spans import Source, agent, source_at, subject
from ._constructions import complement
from ._content_clause import is_main
from ._parenthetical import left_part
from ._reporting_verb import reports, same_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from ...values import Span, Token
    from ..cues._cued_sentence import CuedSentence

MAX_WORDS = 400
"""Longer sentences are lists or tables, and are not searched."""
OWNING = frozenset(("of", "by", "from", "in", "among"))
"""Prepositions between a claim and who makes it."""
WHOSE = OWNING - {"of", "in"}
"""The same where others lead to what it is about: "support among voters", "criticism by Smith"."""
HAVING = frozenset(
    """air announce deliver echo express give have hear hold issue keep level lose make offer put repeat
    reiterate raise send share state take voice""".split()
)
"""Verbs whose subject makes the claim that is their object."""
CLAUSAL = frozenset(("ccomp", "csubj"))
ASKED_OR_TOLD = frozenset(("", "that", "if", "whether", "how", "what", "when", "where", "why"))
"""What a clause behind an adjective begins with: "it is unclear whether", "she is certain that"."""
POLLS = frozenset(("poll", "survey"))
HOLDERS = frozenset(("many", "most", "some", "other", "few"))
VIEWS = frozenset("account estimation eye judgement judgment mind opinion telling view".split())
"""In which somebody sees it: "in Smith's view"."""
VIEWPOINTS = {
    "in": Cue(("in",), "phrase", "showing", "neutral", frozenset((Takes.CLAUSE,))),
    "to": Cue(("to",), "phrase", "thinking", "neutral", frozenset((Takes.CLAUSE,))),
}
"""Prepositions that name a source at the head of a sentence."""
ADVERB_ENDING = "ly"


@frozen(eq=False)
class Draft:
    """An attribution as the parse shows it, before quotation marks are looked at.

    Args:
        regions: The stretches of the text that hold the content.

        cue: The reporting words.

        entry: What the lexicon says of them.

        source: Who is named as the source.

        frame: By what construction it was found.

        needs_marks: Whether it is one only if something in it stands in quotation marks.
    """

    regions: tuple[Span, ...]
    cue: Span
    entry: Cue
    source: Source | None
    frame: Takes
    needs_marks: bool = False


def clause_drafts(sentence: CuedSentence) -> Iterator[Draft]:
    """The attributions that the parse of a sentence shows, in the order of their cues."""
    if len(sentence.tokens) > MAX_WORDS:
        return
    cues = sentence.cues
    for token in sentence.tokens:
        if token.pos in VERBAL:
            yield from _verb_drafts(sentence, token, sentence.verb_cues(token))
        elif token.pos == "NOUN" and (nouns := cues.nouns.get(token.lemma.lower())):
            yield from _noun_drafts(sentence, token, nouns)
        elif token.pos == "ADJ" and (adjectives := cues.adjectives.get(token.lemma.lower())):
            yield from _adjective_drafts(sentence, token, adjectives)
        phrases = cues.phrases.get(token.text.lower())
        if phrases is not None:
            yield from _phrase_drafts(sentence, token, phrases)
    yield from _fronted_drafts(sentence)


def _cue_span(sentence: CuedSentence, token: Token, entry: Cue) -> Span:
    return span_of(sentence, token.index, token.index + len(entry.words) - 1)


def _source(sentence: CuedSentence, head: Token | None) -> Source | None:
    return None if head is None or head.dep.startswith("expl") else source_at(sentence, head)


# --- verbs ----------------------------------------------------------------------------------------


def _verb_drafts(sentence: CuedSentence, verb: Token, entries: Sequence[Cue]) -> Iterator[Draft]:
    entry = matching(entries, sentence.tokens, verb.index)
    found = None if entry is None else complement(sentence, verb, entry)
    if entry is None or found is None:
        return
    cue = _cue_span(sentence, verb, entry)
    if any(region.overlaps(cue) for region in found.regions):
        return
    source = found.source or _source(sentence, _reporter_outside(sentence, verb, entry, found.regions))
    yield Draft(found.regions, cue, entry, source, found.frame, needs_marks=found.needs_marks)


def _reporter_outside(
    sentence: CuedSentence, verb: Token, entry: Cue, regions: Sequence[Span]
) -> Token | None:
    """Who reports, and is not in what is reported."""
    head = None if Takes.SEEM in entry.takes else reporter(sentence, verb)
    if head is None or not any(head.span in region for region in regions):
        return head
    others = sentence.children(verb, "nsubj")
    return next((c for c in others if not any(c.span in region for region in regions)), None)


def is_bare_participle(sentence: CuedSentence, verb: Token) -> bool:
    """Whether somebody is told or asked without words that say so: "asked whether", "when told that"."""
    return (
        verb.relation in {"advcl", "ccomp"}
        and verb.has("Tense=Past")
        and sentence.child(verb, "nsubj", "aux") is None
    )


def reporter(sentence: CuedSentence, verb: Token) -> Token | None:
    """Who reports; where the parse takes the report for a part of the one before, who reports that."""
    if is_bare_participle(sentence, verb):
        return agent(sentence, verb)
    if verb.relation == "conj":
        clause = sentence.head(verb)
        if not clause.is_root and same_report(sentence, sentence.head(clause), clause, verb):
            return subject(sentence, sentence.head(clause))
    if verb.relation == "advcl" and is_participle(verb) and sentence.child(verb, "mark") is None:
        clause = sentence.head(verb)
        if (
            clause.relation == "ccomp"
            and reports(sentence, sentence.head(clause))
            and verb.index > clause.index + 2
        ):
            return subject(sentence, sentence.head(clause))
    return subject(sentence, verb)


# --- nouns and adjectives -------------------------------------------------------------------------


def _noun_drafts(sentence: CuedSentence, noun: Token, entries: Sequence[Cue]) -> Iterator[Draft]:
    entry = matching(entries, sentence.tokens, noun.index)
    if entry is None:
        return
    if Takes.OBJECT in entry.takes:
        yield from _phrase_of(sentence, noun, entry, _owner(sentence, noun, WHOSE))
        return
    clause = _clause_of_noun(sentence, noun, entry)
    if clause is None:
        return
    regions = (_behind(sentence, clause, noun),)
    verb = sentence.head(noun)
    if noun.relation == "obl" and marker(sentence, noun) == "in" and reports(sentence, verb):
        # "said in a statement that": the verb is the cue.
        source = _source(sentence, subject(sentence, verb))
        yield Draft(regions, verb.span, sentence.verb_cues(verb)[-1], source, Takes.THAT)
        return
    owner = _source(sentence, _owner(sentence, noun, OWNING))
    yield Draft(regions, noun.span, entry, owner, Takes.THAT)


def _phrase_of(sentence: CuedSentence, word: Token, entry: Cue, owner: Token | None) -> Iterator[Draft]:
    """What a noun or an adjective is about: "criticism of the plan", "wary of the plan"."""
    preposition = sentence.tokens[word.index + 1]
    about = preposition if preposition.is_root else sentence.head(preposition)
    first, last = preposition.index + 1, reach(sentence, about)[1]
    if about.index < first:
        return
    region = span_of(sentence, first, last)
    yield Draft(
        (region,),
        span_of(sentence, word.index, preposition.index),
        entry,
        _source(sentence, owner),
        Takes.OBJECT,
    )


def _behind(sentence: CuedSentence, clause: Token, cue: Token) -> Span:
    """A clause that stands behind its cue, not reaching over it."""
    first, last = reach(sentence, clause)
    return span_of(sentence, max(first, cue.index + 1), last)


def _clause_of_noun(sentence: CuedSentence, noun: Token, entry: Cue) -> Token | None:
    """The clause that says what the claim, the hope, the plan is."""
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


def _owner(sentence: CuedSentence, noun: Token, prepositions: Set[str]) -> Token | None:
    """Whose claim it is: "his claim", "the claim of Smith", "fears in Kyiv", "Smith made the claim"."""
    owner = owner_of(sentence, noun)
    verb = sentence.head(noun)
    if owner is not None and owner.pos == "PRON" and noun.relation == "obj" and verb.lemma in HAVING:
        return subject(sentence, verb) or owner
    if owner is not None:
        return owner
    for child in (*sentence.children(noun, "nmod"), *sentence.children(verb, "obl")):
        if child.index > noun.index and marker(sentence, child) in prepositions:
            return child
    return subject(sentence, verb) if noun.relation == "obj" and verb.lemma in HAVING else None


def _adjective_drafts(sentence: CuedSentence, adjective: Token, entries: Sequence[Cue]) -> Iterator[Draft]:
    entry = matching(entries, sentence.tokens, adjective.index)
    if entry is None:
        return
    if Takes.OBJECT in entry.takes:
        yield from _phrase_of(sentence, adjective, entry, subject(sentence, adjective))
        return
    for child in sentence.children(adjective, "ccomp", "csubj", "xcomp", "advcl"):
        word = marker(sentence, child)
        is_clause = child.relation in CLAUSAL and word in ASKED_OR_TOLD and Takes.THAT in entry.takes
        is_infinitive = word == "to" and Takes.INFINITIVE in entry.takes
        if child.index > adjective.index and (is_clause or is_infinitive):
            named = subject(sentence, adjective)
            region = _behind(sentence, child, adjective)
            is_open = named is not None and (named.dep == "expl" or word_of(named) == "it")
            source = None if is_open else _source(sentence, named)
            yield Draft((region,), adjective.span, entry, source, Takes.THAT)
            return


# --- prepositions and adverbs ---------------------------------------------------------------------


def _phrase_drafts(sentence: CuedSentence, token: Token, entries: Sequence[Cue]) -> Iterator[Draft]:
    entry = matching(entries, sentence.tokens, token.index)
    if entry is None:
        return
    cue = _cue_span(sentence, token, entry)
    if token.pos == "ADV" or entry.words[-1].endswith(ADVERB_ENDING):
        if not token.is_root:
            first, last = reach(sentence, sentence.head(token))
            regions = _without(sentence, (first, last), (token.index, token.index))
            if regions:
                yield Draft(regions, cue, entry, None, Takes.CLAUSE)
        return
    noun = _governed(sentence, token.index + len(entry.words) - 1)
    if noun is not None and not noun.is_root:
        first, last = reach(sentence, noun)
        regions = _set_off(sentence, noun, (min(first, token.index), last))
        if regions:
            yield Draft(regions, cue, entry, _source(sentence, noun), Takes.CLAUSE)


def _fronted_drafts(sentence: CuedSentence) -> Iterator[Draft]:
    """A view at the head of its sentence: "To Smith, it is a victory", "In a new poll, most approve"."""
    tokens = sentence.tokens
    at = next((i for i, token in enumerate(tokens[:3]) if token.pos not in {"CCONJ", "PUNCT"}), 0)
    entry = VIEWPOINTS.get(tokens[at].text.lower())
    noun = None if entry is None else _governed(sentence, at)
    if entry is None or noun is None or not _holds_view(sentence, entry, noun):
        return
    owner = sentence.child(noun, "nmod:poss") if noun.lemma.lower() in VIEWS else None
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
        yield Draft((region,), tokens[at].span, entry, _source(sentence, owner or noun), Takes.CLAUSE)


def _holds_view(sentence: CuedSentence, entry: Cue, noun: Token) -> bool:
    """Whether a noun is one that "in", or "to", makes the source of what follows."""
    if entry.kind is CueClass.SHOWING:
        return noun.lemma.lower() in POLLS or (
            noun.lemma.lower() in VIEWS and sentence.child(noun, "nmod:poss") is not None
        )
    return noun.pos in {"PROPN", "PRON"} or sentence.is_somebody(noun) or noun.lemma.lower() in HOLDERS


def _without(sentence: CuedSentence, whole: tuple[int, int], part: tuple[int, int]) -> tuple[Span, ...]:
    """What is left of a range of words without the words of another."""
    sides = ((whole[0], part[0] - 1), (part[1] + 1, whole[1]))
    return tuple(span_of(sentence, first, last) for first, last in sides if first <= last)


def _set_off(sentence: CuedSentence, noun: Token, phrase: tuple[int, int]) -> tuple[Span, ...]:
    """What "according to ..." is said of: the sentence where it is set off by commas, else its clause."""
    tokens = sentence.tokens
    begin, end = phrase
    first, last = reach(sentence, sentence.head(noun))
    comma_before = "," in {tokens[begin].text, tokens[max(0, begin - 1)].text}
    is_over, is_begun = (
        not any(is_main(sentence, token) for token in part) for part in (tokens[end + 1 :], tokens[:begin])
    )
    if comma_before and is_over:
        first, last = left_part(sentence, begin), end
    elif comma_before and is_begun:
        first, last = left_part(sentence, begin), len(tokens) - 1
    elif all(token.pos == "PUNCT" for token in tokens[:begin]):
        last = len(tokens) - 1
    else:
        last = min(last, _before_contrast(sentence, end, last))
    return _without(sentence, (first, last), phrase)


def _before_contrast(sentence: CuedSentence, end: int, last: int) -> int:
    """Where a clause ends behind whose source the narrator goes on: ", but Reed denies it"."""
    comma, joint = (sentence.tokens[min(at, last)] for at in (end + 1, end + 2))
    is_contrast = comma.text == "," and joint.pos == "CCONJ"
    is_clause = any(is_main(sentence, token) for token in sentence.tokens[end + 3 : last + 1])
    return end if is_contrast and is_clause else last


def _governed(sentence: CuedSentence, last: int) -> Token | None:
    """The noun behind "according to": the nearest governor of its words that stands behind them."""
    current = sentence.tokens[last]
    for _ in range(3):
        current = sentence.head(current)
        if current.index > last:
            return current
    return None
