"""Sentences composed from the lexicon: who evaluates whom in them is known.

Corpora label a sentence's polarity towards somebody, or that of one pair; they hardly ever say that
the same words are one actor's about another and nobody's about a third. Here a polar word is set in a
frame of which that is known for everybody, so that a model learns what the word says, whose it is,
and to leave the others out. Words and frames are our own.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...language._pipeline import BUNDLED
from ...lexicon._lexicon import VOICE as SPEAKER
from ...lexicon._lexicon import Lexicon
from ...stances.encoder._inputs import HOLDER_HERE, SOMEBODY, TARGET_HERE, VOICE, InputWord
from ._corpora import LABELS, StanceSample

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...lexicon._lexicon import LexicalEntry

ACTORS: Final = frozenset("ABC")
NARRATOR: Final = "-"
LEAST: Final = 0.4
"""Score from which an entry counts as polar."""
NEGATED: Final = -1

# What X stands for is told by the part of speech, "Xed" for its past tense or participle; "B>A" is that
# the word is B's about A, "-" is the narrator, "!" turns the word's sign round.
SAID: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "adj": (
        ("A is X .", "->A"),
        ("A is not X .", "!->A"),
        ("The X A met B on Monday .", "->A"),
        ("A , as X as ever , spoke with B .", "->A"),
        ("For all that B did , A was X over what C had asked for .", "->A"),
        ("B said that A was X .", "B>A"),
        ("B said A had been “ X ” when somebody asked about C in July .", "B>A"),
        ("B found A to be X .", "B>A"),
        ("“ A is X , ” B told C .", "B>A"),
        ("“ A is not X , ” B told reporters in C .", "!B>A"),
        ("According to B , A is X .", "B>A"),
        ("B told A that C was X .", "B>C"),
        ("B called A “ X ” after a meeting with C .", "B>A"),
        ("A , whom B has called X , spoke in C .", "B>A"),
        ("B described A as X , and C left the room .", "B>A"),
        ("A met B , who said that C was X .", "B>C"),
        ("Nobody would call A X , said B .", "!B>A"),
        ("A said little when B came to the X C .", "->C"),
        ("B said of A : “ Very X , as ever . ”", "B>A"),
        ("That A was X was all that B would say .", "B>A"),
        ("Asked by C about A , B used the word “ X ” .", "B>A"),
        ("A was more X than B had expected .", "->A"),
    ),
    "noun": (
        ("A is a X .", "->A"),
        ("A is no X .", "!->A"),
        ("A , a X , met B on Monday .", "->A"),
        ("B called A a X .", "B>A"),
        ("He previously called A a “ X ” over what happened in C .", "->A"),
        ("B said that A was a X .", "B>A"),
        ("“ A is a X , ” B told C .", "B>A"),
        ("B told C that A was not a X .", "!B>A"),
        ("To B , A is a X .", "B>A"),
        ("B went on about A and said “ a X ” twice .", "B>A"),
        ("A spoke with B , the X whom C had sent .", "->B"),
    ),
    "verb": (
        ("B was quick to X A .", "B X A"),
        ("B went on to X A in a speech on Monday .", "B X A"),
        ("In C , B began to X A .", "B X A"),
        ("B has vowed to X A , and C was there .", "B X A"),
        ("C said that B would X A .", "B X A by C"),
        ("“ They will X A , ” B told C .", "they X A by B"),
        ("B did not X A .", "B !X A"),
        ("A met C , whom B had come to X .", "B X C"),
        ("B Xed A on Monday .", "B X A"),
        ("B has Xed A in turn .", "B X A"),
        ("A was Xed by B , and C left the room .", "B X A"),
        ("C said that A had been Xed by B .", "B X A by C"),
        ("A , Xed by B in July , met C .", "B X A"),
        ("“ We were Xed by B , ” A told C .", "B X A by A"),
        ("B spoke of C and Xed A .", "B X A"),
        ("It was B who Xed A , said C .", "B X A by C"),
    ),
    "attitude": (
        ("B is X A .", "B>A"),
        ("C said that B was X A .", "B>A"),
        ("B was X A after a meeting with C .", "B>A"),
        ("B , who is said to be X A , met C .", "B>A"),
        ("“ I am X A , ” B told C .", "B>A"),
        ("B was far more X A than C had been .", "B>A"),
    ),
}


@frozen
class Scene:
    """A sentence and the polarities in it.

    Args:
        words: Its words; those of `ACTORS` are actors.

        signs: By holder and target 1 or -1; whoever is left out is neutral.
    """

    words: tuple[str, ...]
    signs: Mapping[tuple[str, str], int]


def composed(
    lexicon: Lexicon, *, seed: int = 0, scenes: int = 2, share: float = 0.4
) -> Iterator[StanceSample]:
    """Questions about sentences composed from each entry of a lexicon.

    Args:
        lexicon: Where polar words come from.

        seed: Of the frames that are drawn.

        scenes: Sentences an entry.

        share: Chance that an epoch takes a question.

    Example:
        >>> lexicon = Lexicon.of({"adjectives": [("zesty", 0.4, "-")]})
        >>> sample = next(composed(lexicon, seed=1, scenes=1))
        >>> " ".join(word.text for word in sample.words if not word.is_role), LABELS[sample.label]
        ('For all that did , was zesty over what had asked for .', 'positive')
    """
    rng = random.Random(seed)
    for part, entry in _entries(lexicon):
        for number in range(scenes):
            scene = _set(part, entry, *rng.choice(SAID[part]))
            if scene is not None:
                name = f"{entry.part}:{'-'.join(entry.words)}:{number}"
                for words, label in _questions(scene, rng):
                    yield StanceSample(name, words, label, share)


def _entries(lexicon: Lexicon) -> Iterator[tuple[str, LexicalEntry]]:
    for part in ("adj", "noun", "verb"):
        for entry in lexicon.words[part].values():
            if part == "noun" and entry.relation not in {"is", ""}:
                continue
            if part == "adj" and any(pattern.case for pattern in entry.patterns):
                yield "attitude", entry
            if part == "verb" or any(pattern.target == "head" for pattern in entry.patterns):
                yield part, entry


def _set(part: str, entry: LexicalEntry, pattern: str, said: str) -> Scene | None:
    """A sentence with an entry in it; `None` where the entry does not fit."""
    if part == "verb":
        return _done(entry, pattern, said)
    wanted = [f for f in entry.patterns if bool(f.case) == (part == "attitude") and abs(f.score) >= LEAST]
    if not wanted:
        return None
    sign = 1 if wanted[0].score > 0 else -1
    if said.startswith("!"):
        sign, said = -sign, said[1:]
    holder, _, target = said.partition(">")
    filled = " ".join((*entry.words, wanted[0].case)).strip()
    return Scene(_filled(pattern, filled), {(holder, target): sign})


def _done(entry: LexicalEntry, pattern: str, said: str) -> Scene | None:
    """A sentence with a verb: what its doer shows of whom it is done to, and what it shows of both."""
    filled = _past(entry.words) if "Xed" in pattern else entry.words
    doer, verb, other, *source = said.split()
    turn = NEGATED if verb.startswith("!") else 1
    voice = source[1] if source else NARRATOR
    ends = {"subj": doer, "obj": other}
    signs: dict[tuple[str, str], int] = {}
    for part in entry.patterns:
        holder = voice if part.holder == SPEAKER else ends.get(part.holder, "")
        target = ends.get(part.target, "")
        if abs(part.score) >= LEAST and target in ACTORS and (holder in ACTORS or holder == NARRATOR):
            signs[holder, target] = turn * (1 if part.score > 0 else -1)
    is_transitive = any(part.target == "obj" for part in entry.patterns)
    return Scene(_filled(pattern, " ".join(filled)), signs) if is_transitive and signs and filled else None


def _past(words: tuple[str, ...]) -> tuple[str, ...]:
    """A regular verb's past tense and participle; empty for a verb that is not known to be one."""
    first = _pasts().get(words[0])
    return () if first is None else (first, *words[1:])


@cache
def _pasts() -> dict[str, str]:
    lemmas = json.loads((BUNDLED / "lemmas.json").read_text(encoding="utf-8"))["VERB"]
    return {lemma: form for form, lemma in lemmas.items() if form.endswith("ed")}


def _filled(pattern: str, filled: str) -> tuple[str, ...]:
    if filled[0] in "aeiou":
        pattern = pattern.replace(" a X", " an X").replace(" a “ X", " an “ X")
    return tuple(pattern.replace("Xed", "X").replace("X", filled).split())


def _questions(scene: Scene, rng: random.Random) -> Iterator[tuple[tuple[InputWord, ...], int]]:
    """Every polar pair of a sentence, as many neutral ones, and how it frames its target."""
    here = [word for word in scene.words if word in ACTORS]
    pairs = [(NARRATOR, actor) for actor in here] + [*permutations(here, 2)]
    neutral = [pair for pair in pairs if pair not in scene.signs]
    framed: dict[str, set[int]] = defaultdict(set)
    for (holder, target), sign in scene.signs.items():
        framed[target].add(sign)
        yield _read(scene, holder, target), _label(sign)
    for holder, target in rng.sample(neutral, min(2, len(neutral))):
        yield _read(scene, holder, target), _label(0)
    target = rng.choice(here)
    if len(framed[target]) < 2:
        yield _read(scene, "", target), _label(next(iter(framed[target]), 0))


def _label(sign: int) -> int:
    return LABELS.index(("negative", "neutral", "positive")[sign + 1])


def _read(scene: Scene, holder: str, target: str) -> tuple[InputWord, ...]:
    """The sentence with roles in place of actors, as `input_words` gives it."""
    roles = dict.fromkeys(ACTORS, SOMEBODY) | {holder: HOLDER_HERE, target: TARGET_HERE}
    words = [InputWord(0, 0, VOICE, is_role=True)] if holder == NARRATOR else []
    end = 0
    for word in scene.words:
        is_actor = word in ACTORS
        words.append(InputWord(end, end + len(word), roles[word] if is_actor else word, is_role=is_actor))
        end += len(word) + 1
    return tuple(words)
