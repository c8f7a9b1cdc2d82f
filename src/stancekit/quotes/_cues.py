"""Cues: the words that report what somebody says, thinks, wants."""

from __future__ import annotations

import csv
from collections import defaultdict
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..values import Attitude

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..values import Token


class Part(StrEnum):
    """What sort of word a cue is."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adj"
    PHRASE = "phrase"


class CueClass(StrEnum):
    """What a cue reports."""

    SAYING = "saying"
    WRITING = "writing"
    ASKING = "asking"
    THINKING = "thinking"
    WANTING = "wanting"
    FEARING = "fearing"
    PRAISING = "praising"
    BLAMING = "blaming"
    CALLING = "calling"
    SHOWING = "showing"


class Takes(StrEnum):
    """What a cue governs."""

    QUOTE = "quote"
    """Words in quotation marks, or a clause that stands beside it: "He is ready, Smith said"."""
    THAT = "that"
    """A finite clause, with or without "that"; a clause with "whether" or "how"."""
    INFINITIVE = "inf"
    """An infinitive with the source as its subject: "promised to end the war"."""
    ORDER = "order"
    """Somebody and an infinitive: "urged him to go"."""
    OBJECT = "obj"
    """A noun phrase: "praised the deal"."""
    NAME = "name"
    """Somebody and what he is called: "called him a genius", "described it as a mistake"."""
    OF = "of"
    """Somebody and a phrase with "of": "accused him of lying"."""
    SEEM = "seem"
    """What seems so, as its subject, and how it seems: "the race appears to be over"."""
    CLAUSE = "clause"
    """The clause it stands in: "according to Smith, ..."."""


@frozen
class Cue:
    """An entry of the cue lexicon.

    Args:
        words: Its words in base form: "say", "point out", "according to".

        part: What sort of word it is.

        kind: What it reports.

        attitude: How it stands to that.

        takes: What it governs.

    Example:
        >>> claim = lexicon().verbs["claim"][-1]
        >>> claim.kind.value, claim.attitude.value
        ('saying', 'doubting')
    """

    words: tuple[str, ...]
    part: Part = field(converter=Part)
    kind: CueClass = field(converter=CueClass)
    attitude: Attitude = field(converter=Attitude)
    takes: frozenset[Takes]


@frozen
class Lexicon:
    """Cues by their first word, the longest first.

    Args:
        verbs: Verbs, with their particles, by every form of the first word.

        nouns: Nouns.

        adjectives: Adjectives.

        phrases: Prepositions and adverbs.
    """

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Cue, ...]]
    phrases: Mapping[str, tuple[Cue, ...]]


def matching(cues: Iterable[Cue], tokens: Sequence[Token], at: int) -> Cue | None:
    """The first of *cues* whose further words follow the token at *at*.

    Example:
        >>> matching(lexicon().verbs["laugh"], [], 0).words
        ('laugh',)
    """
    for cue in cues:
        rest = cue.words[1:]
        if not rest or rest == tuple(t.text.lower() for t in tokens[at + 1 : at + 1 + len(rest)]):
            return cue
    return None


IRREGULAR: dict[str, tuple[str, ...]] = {
    "bear": ("bore", "borne"),
    "become": ("became",),
    "begin": ("began", "begun"),
    "bet": ("bet",),
    "bite": ("bit", "bitten"),
    "cast": ("cast",),
    "choose": ("chose", "chosen"),
    "come": ("came",),
    "cut": ("cut",),
    "drive": ("drove", "driven"),
    "feel": ("felt",),
    "fight": ("fought",),
    "find": ("found",),
    "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"),
    "go": ("went", "gone", "goes"),
    "hear": ("heard",),
    "hit": ("hit",),
    "hold": ("held",),
    "know": ("knew", "known"),
    "lay": ("laid",),
    "learn": ("learnt", "learned"),
    "lie": ("lied", "lying"),
    "make": ("made",),
    "mean": ("meant",),
    "put": ("put",),
    "read": ("read",),
    "say": ("said",),
    "see": ("saw", "seen"),
    "seek": ("sought",),
    "set": ("set",),
    "shoot": ("shot",),
    "show": ("shown", "showed"),
    "sing": ("sang", "sung"),
    "speak": ("spoke", "spoken"),
    "spell": ("spelt", "spelled"),
    "spit": ("spat",),
    "stand": ("stood",),
    "strike": ("struck",),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "tear": ("tore", "torn"),
    "tell": ("told",),
    "think": ("thought",),
    "understand": ("understood",),
    "undertake": ("undertook", "undertaken"),
    "upbraid": ("upbraided",),
    "write": ("wrote", "written"),
}
"""Past forms that no rule gives."""
VOWELS = frozenset("aeiou")


def inflections(verb: str) -> frozenset[str]:
    """The forms of a verb, its base included; some that do not exist do no harm.

    Example:
        >>> sorted(inflections("deny"))
        ['denied', 'denies', 'deny', 'denying']
        >>> "quipped" in inflections("quip"), "told" in inflections("tell")
        (True, True)
    """
    forms = {verb, *IRREGULAR.get(verb, ())}
    if verb.endswith("e"):
        forms |= {verb + "s", verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    else:
        plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
        forms |= {verb + plural, verb + "ed", verb + "ing"}
        if verb[-1] not in "aeiouwxy" and verb[-2] in VOWELS:
            forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return frozenset(forms)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The cue lexicon of the library; read once."""
    text = (files("stancekit.quotes") / "data" / "cues.tsv").read_text(encoding="utf-8")
    tables: dict[Part, dict[str, list[Cue]]] = {part: defaultdict(list) for part in Part}
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        takes = frozenset(map(Takes, row["takes"].split()))
        cue = Cue(tuple(row["cue"].split()), row["part"], row["class"], row["attitude"], takes)
        tables[cue.part][cue.words[0]].append(cue)
    verbs = _longest_first(tables[Part.VERB])
    forms = {form: verbs[verb] for verb in verbs for form in inflections(verb)}
    return Lexicon({**forms, **verbs}, *(_longest_first(tables[part]) for part in list(Part)[1:]))


def verb_cues(token: Token) -> tuple[Cue, ...]:
    """The entries for a verb: by its form, since lemmas of rare verbs are often wrong, else by its lemma."""
    verbs = lexicon().verbs
    return verbs.get(token.text.lower()) or verbs.get(token.lemma, ())


def _longest_first(table: Mapping[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    return {first: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for first, cues in table.items()}
