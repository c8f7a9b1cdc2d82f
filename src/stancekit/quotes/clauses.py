"""Reported speech and thought without need of quotation marks, by the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from .complements import complement, is_main, left_part, reports, same_report
from .cues import Cue, CueClass, Takes, lexicon, matching, verb_cues
from .sources import Source, is_passive, source_at, subject
from .trees import VERBAL, marker, reach, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..values import Sentence, Span, Token

MAX_WORDS = 400
"""Longer sentences are lists or tables, and are not searched."""
OWNING = frozenset(("of", "by", "from", "in", "among"))
"""Prepositions between a claim and who makes it."""
HAVING = frozenset(
    """air announce deliver echo express give have hear hold issue level make offer repeat reiterate raise
    send share state take voice""".split()
)
"""Verbs whose subject makes the claim that is their object."""
OWNERLESS = frozenset((CueClass.SAYING, CueClass.FEARING, CueClass.BLAMING))
"""What is reported even where nobody is named: "allegations that"."""
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

        may_lack_source: Whether it says something even where nobody is named: "it was reported".

        needs_marks: Whether it is one only if something in it stands in quotation marks.
    """

    regions: tuple[Span, ...]
    cue: Span
    entry: Cue
    source: Source | None
    frame: Takes
    may_lack_source: bool = False
    needs_marks: bool = False


def clause_drafts(sentence: Sentence) -> Iterator[Draft]:
    """The attributions that the parse of a sentence shows, in the order of their cues."""
    if len(sentence.tokens) > MAX_WORDS:
        return
    tables = lexicon()
    for token in sentence.tokens:
        if token.pos in VERBAL:
            yield from _verb_drafts(sentence, token, verb_cues(token))
        elif token.pos == "NOUN" and token.lemma in tables.nouns:
            yield from _noun_drafts(sentence, token, tables.nouns[token.lemma][0])
        elif token.pos == "ADJ" and token.lemma in tables.adjectives:
            yield from _adjective_drafts(sentence, token, tables.adjectives[token.lemma][0])
        phrases = tables.phrases.get(token.text.lower())
        if phrases is not None:
            yield from _phrase_drafts(sentence, token, phrases)


def _cue_span(sentence: Sentence, token: Token, entry: Cue) -> Span:
    return span_of(sentence, token.index, token.index + len(entry.words) - 1)


def _source(sentence: Sentence, head: Token | None) -> Source | None:
    return None if head is None or head.dep.startswith("expl") else source_at(sentence, head)


# --- verbs ----------------------------------------------------------------------------------------


def _verb_drafts(sentence: Sentence, verb: Token, entries: Sequence[Cue]) -> Iterator[Draft]:
    entry = matching(entries, sentence.tokens, verb.index)
    found = None if entry is None else complement(sentence, verb, entry)
    if entry is None or found is None:
        return
    cue = _cue_span(sentence, verb, entry)
    if any(region.overlaps(cue) for region in found.regions):
        return
    head = _reporter(sentence, verb)
    if head is not None and any(head.span in region for region in found.regions):
        head = None
    yield Draft(
        found.regions,
        cue,
        entry,
        _source(sentence, head),
        found.frame,
        may_lack_source=is_passive(sentence, verb),
        needs_marks=found.needs_marks,
    )


def _reporter(sentence: Sentence, verb: Token) -> Token | None:
    """Who reports; where the parse takes the report for a part of the one before, who reports that."""
    if verb.relation == "conj":
        clause = sentence.head(verb)
        if not clause.is_root and same_report(sentence, sentence.head(clause), clause, verb):
            return subject(sentence, sentence.head(clause))
    return subject(sentence, verb)


# --- nouns and adjectives -------------------------------------------------------------------------


def _noun_drafts(sentence: Sentence, noun: Token, entry: Cue) -> Iterator[Draft]:
    clause = _clause_of_noun(sentence, noun, entry)
    if clause is None:
        return
    regions = (_behind(sentence, clause, noun),)
    verb = sentence.head(noun)
    if noun.relation == "obl" and marker(sentence, noun) == "in" and reports(verb):
        # "said in a statement that": the verb is the cue.
        source = _source(sentence, subject(sentence, verb))
        yield Draft(regions, verb.span, verb_cues(verb)[-1], source, Takes.THAT)
        return
    owner = _source(sentence, _owner(sentence, noun))
    yield Draft(regions, noun.span, entry, owner, Takes.THAT, may_lack_source=entry.kind in OWNERLESS)


def _behind(sentence: Sentence, clause: Token, cue: Token) -> Span:
    """A clause that stands behind its cue, not reaching over it."""
    first, last = reach(sentence, clause)
    return span_of(sentence, max(first, cue.index + 1), last)


def _clause_of_noun(sentence: Sentence, noun: Token, entry: Cue) -> Token | None:
    """The clause that says what the claim, the hope, the plan is."""
    markers = _markers(entry)
    for child in sentence.children(noun, "acl", "ccomp", "xcomp"):
        if child.index > noun.index and marker(sentence, child) in markers:
            return child
    verb = sentence.head(noun)
    if noun.relation != "obj" or "that" not in markers or any(Takes.THAT in e.takes for e in verb_cues(verb)):
        return None
    clauses = sentence.children(verb, "ccomp")
    return next((c for c in clauses if c.index > noun.index and marker(sentence, c) == "that"), None)


def _markers(entry: Cue) -> set[str]:
    return {word for word, takes in (("that", Takes.THAT), ("to", Takes.INFINITIVE)) if takes in entry.takes}


def _owner(sentence: Sentence, noun: Token) -> Token | None:
    """Whose claim it is: "his claim", "the claim of Smith", "fears in Kyiv", "Smith made the claim"."""
    owner = sentence.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    verb = sentence.head(noun)
    for child in (*sentence.children(noun, "nmod"), *sentence.children(verb, "obl")):
        if child.index > noun.index and marker(sentence, child) in OWNING:
            return child
    return subject(sentence, verb) if noun.relation == "obj" and verb.lemma in HAVING else None


def _adjective_drafts(sentence: Sentence, adjective: Token, entry: Cue) -> Iterator[Draft]:
    for child in sentence.children(adjective, "ccomp", "xcomp", "advcl"):
        word = marker(sentence, child)
        is_clause = child.relation == "ccomp" and word in {"that", ""} and Takes.THAT in entry.takes
        is_infinitive = word == "to" and Takes.INFINITIVE in entry.takes
        if child.index > adjective.index and (is_clause or is_infinitive):
            source = _source(sentence, subject(sentence, adjective))
            yield Draft((_behind(sentence, child, adjective),), adjective.span, entry, source, Takes.THAT)
            return


# --- prepositions and adverbs ---------------------------------------------------------------------


def _phrase_drafts(sentence: Sentence, token: Token, entries: Sequence[Cue]) -> Iterator[Draft]:
    entry = matching(entries, sentence.tokens, token.index)
    if entry is None:
        return
    cue = _cue_span(sentence, token, entry)
    if entry.words[-1].endswith(ADVERB_ENDING):
        if not token.is_root:
            first, last = reach(sentence, sentence.head(token))
            regions = _without(sentence, (first, last), (token.index, token.index))
            if regions:
                yield Draft(regions, cue, entry, None, Takes.CLAUSE, may_lack_source=True)
        return
    noun = _governed(sentence, token.index + len(entry.words) - 1)
    if noun is not None and not noun.is_root:
        first, last = reach(sentence, noun)
        regions = _set_off(sentence, noun, (min(first, token.index), last))
        if regions:
            yield Draft(regions, cue, entry, _source(sentence, noun), Takes.CLAUSE)


def _without(sentence: Sentence, whole: tuple[int, int], part: tuple[int, int]) -> tuple[Span, ...]:
    """What is left of a range of words without the words of another."""
    sides = ((whole[0], part[0] - 1), (part[1] + 1, whole[1]))
    return tuple(span_of(sentence, first, last) for first, last in sides if first <= last)


def _set_off(sentence: Sentence, noun: Token, phrase: tuple[int, int]) -> tuple[Span, ...]:
    """What "according to ..." is said of: the sentence where it is set off by commas, else its clause."""
    tokens = sentence.tokens
    begin, end = phrase
    first, last = reach(sentence, sentence.head(noun))
    comma_before = "," in {tokens[begin].text, tokens[max(0, begin - 1)].text}
    if comma_before and not any(map(is_main, tokens[end + 1 :])):
        first, last = left_part(sentence, begin), end
    elif all(token.pos == "PUNCT" for token in tokens[:begin]):
        last = len(tokens) - 1
    return _without(sentence, (first, last), phrase)


def _governed(sentence: Sentence, last: int) -> Token | None:
    """The noun behind "according to": the nearest governor of its words that stands behind them."""
    current = sentence.tokens[last]
    for _ in range(3):
        current = sentence.head(current)
        if current.index > last:
            return current
    return None
