"""What analyses ask, on corpora that know how a sentence frames its target but not who does.

A model trained on whole sentences says how the *sentence* frames somebody. Whose opinion it is, an
analysis must know: it asks for the narrator, each speaker and each actor by itself, on the words
that are theirs. Here the corpora's sentences are taken apart as an analysis does it, and the parts
are labelled from the sentence's label and a teacher:

* what an actor holds, by the teacher;
* what a speaker says in a quote, as the sentence is labelled where the teacher finds it in the quote;
* what the narrator says, as the sentence is labelled, unless the teacher finds that polarity with an
  actor, or the words that are left without it. Of a polarity that a corpus gives to an actor, the
  narrator is free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

from ...actors import find_actors
from ...language import load
from ...quotes import find_quotes
from ...stances.candidates._generate import find_candidates
from ...stances.encoder._inputs import VOICE, encode, input_words
from ...stances.masking._mask import mask
from ...values import NARRATOR, Span
from ._corpora import LABELS, rows
from ._train import EncodedCandidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from ...language._pieces import WordPieces
    from ...stances.encoder._inputs import InputWord
    from ._teaching import StanceTeacher

NEUTRAL: Final = LABELS.index("neutral")
_SURE: Final = 0.5
_UNKNOWN: Final = np.full(3, 1 / 3, dtype=np.float32)
_HELD_SHARE: Final = 0.5
_SMOOTH: Final = np.eye(3, dtype=np.float32) * 0.9 + np.float32(0.1 / 3)


@frozen
class Asked:
    """A question that an analysis asks about a target.

    Args:
        row: Number of the row it comes from.

        label: Index of the row's polarity.

        holder: Id of who would hold it.

        words: What is read.

        whole: Whether it is asked of the whole sentence.

        is_actors: Whether the corpus says that an actor holds the row's polarity.
    """

    row: int
    label: int
    holder: str
    words: tuple[InputWord, ...]
    whole: bool
    is_actors: bool

    @property
    def is_voice(self) -> bool:
        """Whether the passage's own voice is asked for."""
        return self.words[0].is_role and self.words[0].text == VOICE


def asked(path: Path) -> Iterator[Asked]:
    """What an analysis asks of each row's target; rows as in `framed` or `directed`, polar ones of these."""
    for number, row in enumerate(rows(path)):
        holder = row.get("holder")
        if "p" in row and holder is None:
            continue
        target = row["target"] if "p" not in row else row["q" if holder == "p" else "p"]
        for found, words, whole in _questions(row["text"], Span(*target)):
            yield Asked(number, LABELS.index(row["label"]), found, words, whole, "p" in row)


def _questions(text: str, target: Span) -> Iterator[tuple[str, tuple[InputWord, ...], bool]]:
    document = load().parse(text)
    attributions = find_quotes(document, find_actors(document).actors)
    for item in find_candidates(document, attributions.actors, attributions.quotes):
        start = item.sentence.start
        mentions = (item.candidate.target, *item.other_mentions.target)
        if any(mention.shift(start).overlaps(target) for mention in mentions):
            words = tuple(input_words(mask(item.candidate, item.other_mentions).candidate))
            yield item.holder.id, words, item.candidate.text == item.sentence.of(text)


def voiced(questions: Sequence[Asked], teacher: StanceTeacher, pieces: WordPieces) -> list[EncodedCandidate]:
    """Questions with what is aimed at, as the module's text says."""
    # A voice's words are shown to the teacher without the voice: how do they frame the target?
    shown = [EncodedCandidate(encode(q.words[q.is_voice :], pieces), _UNKNOWN) for q in questions]
    said = teacher(shown)
    held: dict[tuple[int, int], float] = {}
    for question, found in zip(questions, said, strict=True):
        if not question.is_voice:
            key = (question.row, question.label)
            held[key] = max(held.get(key, 0.0), float(found[question.label]))
    return [
        EncodedCandidate(encode(q.words, pieces), *_aim(q, found, held.get((q.row, q.label), 0.0)))
        for q, found in zip(questions, said, strict=True)
    ]


def _aim(question: Asked, said: NDArray[np.float32], held: float) -> tuple[NDArray[np.float32], float]:
    if not question.is_voice:
        return said, _HELD_SHARE
    label = question.label
    is_said = said[label] >= _SURE
    if question.holder == NARRATOR.id:
        is_said = not question.is_actors and held < _SURE and (question.whole or is_said)
    return _SMOOTH[label if is_said else NEUTRAL], 1.0
