"""Measure the bundled pipeline on raw text, as a user gets it.

Command: ``python -m stancekit.research.language.measure DATA``; needs the extra ``train``.
Input: ``DATA`` with the dev parts of the treebanks, and names.
Output: a line of JSON for each set, F1 in per cent for each task, and words a second.
Time: a few minutes on one core.

Words, sentences, parts of speech, lemmas and relations are scored as in the CoNLL 2018 shared task
(Zeman et al. 2018): F1 over words whose characters are the same in both; punctuation counts. Names
are exact span and type.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ...language import load as load_pipeline
from ...language._pipeline import KINDS
from ._corpora import spans
from ._data import documents, name_sets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...language._pipeline import Pipeline
    from ...values import Document
    from ._corpora import ParagraphSample


class GoldParse:
    """A corpus document's text and what stands where."""

    def __init__(self, sentences: Sequence[ParagraphSample]) -> None:
        self.words: dict[tuple[int, int], tuple[str, str, str, tuple[int, int]]] = {}
        self.sentences: set[tuple[int, int]] = set()
        self.names: set[tuple[int, int, str]] = set()
        self.has_names = all(sentence.names is not None for sentence in sentences)
        self.text = ""
        for sentence in sentences:
            self._add(sentence)

    def _add(self, sentence: ParagraphSample) -> None:
        if self.text and sentence.starts is not None:
            self.text = self.text.rstrip() + ("\n\n" if sentence.starts[0] else " ")
        where = []
        spaces = sentence.spaces or (True,) * len(sentence.words)
        for word, space in zip(sentence.words, spaces, strict=True):
            where.append((len(self.text), len(self.text) + len(word)))
            self.text += word + (" " if space else "")
        if sentence.names is not None:
            self.names |= {(where[b][0], where[e - 1][1], kind) for b, e, kind in spans(sentence.names)}
        if (
            sentence.heads is None
            or sentence.relations is None
            or sentence.tags is None
            or sentence.edits is None
        ):
            return
        self.sentences.add((where[0][0], where[-1][1]))
        for at, head, relation, tag, lemma in zip(
            where,
            sentence.heads,
            sentence.relations,
            sentence.tags,
            sentence.lemmas or sentence.words,
            strict=True,
        ):
            governor = where[head - 1] if head else at
            self.words[at] = (tag.partition("|")[0], lemma.lower(), relation, governor)


def compare(gold: GoldParse, document: Document, right: Counter[str], counts: Counter[str]) -> None:
    """Add one document's hits and totals."""
    said = {}
    for sentence in document.sentences:
        for token in sentence.tokens:
            head = sentence.head(token)
            said[token.start, token.end] = (
                token.pos, token.lemma.lower(), token.dep, (head.start, head.end),
            )  # fmt: skip
    if gold.words:
        mine = {(s.start, s.end) for s in document.sentences}
        right["sentences"] += len(mine & gold.sentences)
        counts["sentences"] += len(mine) + len(gold.sentences)
        for task in ("words", "upos", "lemmas", "uas", "las"):
            counts[task] += len(said) + len(gold.words)
        for at in said.keys() & gold.words.keys():
            pos, lemma, relation, head_at = gold.words[at]
            my_pos, my_lemma, my_relation, my_head = said[at]
            right["words"] += 1
            right["upos"] += pos == my_pos
            right["lemmas"] += lemma == my_lemma
            right["uas"] += head_at == my_head
            right["las"] += head_at == my_head and relation == my_relation
    if gold.has_names:
        types = {kind: label for label, kind in KINDS.items()}
        found = {(n.span.start, n.span.end, types[n.kind]) for n in document.names}
        for label in ("names", *KINDS):
            mine_of = {name for name in found if label in {"names", name[2]}}
            theirs = {name for name in gold.names if label in {"names", name[2]}}
            right[label] += len(mine_of & theirs)
            counts[label] += len(mine_of) + len(theirs)


def measure(pipeline: Pipeline, corpus: Iterable[Sequence[ParagraphSample]]) -> dict[str, float]:
    """F1 (%) a task over a corpus of documents, and words a second."""
    right, counts = Counter[str](), Counter[str]()
    seconds, words = 0.0, 0
    for sentences in corpus:
        gold = GoldParse(sentences)
        began = time.perf_counter()
        document = pipeline.parse(gold.text)
        seconds += time.perf_counter() - began
        words += sum(len(sentence.words) for sentence in sentences)
        compare(gold, document, right, counts)
    figures = {task: round(200 * right[task] / total, 2) for task, total in counts.items() if total}
    return {**figures, "words_per_second": round(words / seconds)}


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m stancekit.research.language.measure",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, help="folder with gum/, ewt/ and ner/")
    data = parser.parse_args().data
    pipeline = load_pipeline()
    pipeline.parse("A first sentence loads what is loaded late.")
    for name, corpus in {**documents(data), **name_sets(data)}.items():
        print(name, json.dumps(measure(pipeline, corpus)), flush=True)  # noqa: T201  # the command's output


if __name__ == "__main__":
    main()
