"""The training loop: several corpora, several tasks, one encoder."""

from __future__ import annotations

import copy
import json
import logging
import random
import time
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch
from attrs import asdict, frozen
from torch import Tensor, nn
from torch.nn import functional

from ...language._pieces import NO_SHAPE, Window, WordPieces
from ._corpora import NAME_TYPES, OUTSIDE, ParagraphSample, spans
from ._loop import batches, follow, optimizer_of, set_rates
from ._model import Reader, relation_scores

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from transformers import PreTrainedModel

log = logging.getLogger(__name__)

IGNORE = -100
MAX_PIECES = 256
"""Longer samples (lists of addresses, mostly) are left out of training."""
NAME_LABELS = (OUTSIDE, *(f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BI"))

TASK_WEIGHTS = {"arcs": 1.0, "relations": 1.0, "tags": 0.5, "edits": 0.5, "starts": 0.3, "names": 1.5}


@frozen(kw_only=True)
class PipelineConfig:
    """What a training run is made of; with the data and the seed it fixes the result.

    The learning rate falls to zero over ``epochs``; a run whose weights another one goes on from may
    ``stop_after`` fewer of them (0 for all).
    """

    seed: int = 0
    layers: int = 6
    epochs: int = 10
    stop_after: int = 0
    pieces_per_batch: int = 1600
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.08
    weight_decay: float = 0.01
    average_decay: float = 0.998
    recase: float = 0.06
    curl_quotes: float = 0.5
    threads: int = 1


@frozen
class Labels:
    """The label sets, in the order of the model's outputs."""

    relations: tuple[str, ...]
    tags: tuple[str, ...]
    edits: tuple[str, ...]
    names: tuple[str, ...] = NAME_LABELS

    @classmethod
    def of(cls, samples: Sequence[ParagraphSample], *, at_least: int = 4) -> Labels:
        """Collect the labels that occur often enough to learn."""

        def frequent(column: str) -> tuple[str, ...]:
            counts = Counter(label for s in samples for label in getattr(s, column) or ())
            return tuple(sorted(label for label, count in counts.items() if count >= at_least))

        return cls(frequent("relations"), frequent("tags"), frequent("edits"))

    def sizes(self) -> dict[str, int]:
        """Number of labels a task."""
        return {task: len(labels) for task, labels in asdict(self).items()}


@frozen(eq=False)
class EncodedParagraph:
    """A sample as arrays; a task it has no annotation for is all `IGNORE`."""

    window: Window
    targets: Mapping[str, np.ndarray]


class SampleEncoder:
    """Turns samples into arrays, with new casing and quotation marks on the way."""

    def __init__(self, pieces: WordPieces, labels: Labels) -> None:
        self.pieces = pieces
        self._index = {
            task: {label: i for i, label in enumerate(values)} for task, values in asdict(labels).items()
        }

    def __call__(self, sample: ParagraphSample, words: Sequence[str] | None = None) -> EncodedParagraph:
        """Encode a sample, with other *words* in place of its own where given."""
        n = len(sample.words)
        heads = np.full(n, IGNORE) if sample.heads is None else np.array(sample.heads)
        starts = np.full(n, IGNORE) if sample.starts is None else np.array(sample.starts, dtype=int)
        targets = {"arcs": heads, "starts": starts}
        for task, index in self._index.items():
            column = getattr(sample, task)
            targets[task] = np.array(
                [IGNORE] * n if column is None else [index.get(label, IGNORE) for label in column]
            )
        return EncodedParagraph(self.pieces.window(words or sample.words), targets)


def keep_layers(encoder: PreTrainedModel, count: int) -> None:
    """Keep *count* of an encoder's layers, spread evenly from the first to the last."""
    layers = encoder.encoder.layer
    kept = [round(i * (len(layers) - 1) / max(1, count - 1)) for i in range(count)]
    encoder.encoder.layer = nn.ModuleList(layers[i] for i in kept)


def recased(words: Sequence[str], rng: random.Random) -> list[str]:
    """All small, all capitals, or as in a headline."""
    change = rng.choice([str.lower, str.upper, str.upper, str.capitalize, str.capitalize])
    return [change(word) if word.isalpha() else word for word in words]


def curled(words: Sequence[str]) -> list[str]:
    """Straight quotation marks and apostrophes to the typographic ones that news uses."""
    opened = False
    out = []
    for word in words:
        if word in {'"', "``", "''"}:
            opened = not opened
            out.append("“" if opened else "”")
        else:
            out.append(word.replace("'", "’"))
    return out


def batch(encoded: Sequence[EncodedParagraph]) -> tuple[tuple[Tensor, ...], dict[str, Tensor]]:
    """Pad samples into one batch: the model's inputs, and the targets by task."""
    pieces = max(len(e.window.ids) for e in encoded)
    words = max(len(e.window.first) for e in encoded)

    def padded(rows: list[np.ndarray], width: int, fill: int) -> Tensor:
        out = np.full((len(rows), width), fill, dtype=np.int64)
        for target, row in zip(out, rows, strict=True):
            target[: len(row)] = row
        return torch.from_numpy(out)

    windows = [e.window for e in encoded]
    inputs = (
        padded([w.ids for w in windows], pieces, 0),
        padded([w.shapes for w in windows], pieces, NO_SHAPE),
        padded([w.first for w in windows], words, 0),
        padded([w.last for w in windows], words, 0),
        padded([np.ones(len(w.ids), dtype=np.int64) for w in windows], pieces, 0),
    )
    targets = {task: padded([e.targets[task] for e in encoded], words, IGNORE) for task in TASK_WEIGHTS}
    return inputs, targets


def loss(outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor]) -> Tensor:
    """Weighted sum of the tasks' cross-entropies."""
    arcs, labelled, heads, tags, edits, starts, names = (output.float() for output in outputs)
    # No word is the head of a word in padding's place, nor is padding anybody's head.
    real = functional.pad(targets["any"], (1, 0), value=True)
    arcs = arcs.masked_fill(~real[:, None, :], -1e4)
    chosen = targets["arcs"].clamp(min=0)
    scores = {
        "arcs": arcs,
        "relations": relation_scores(labelled, heads, chosen),
        "tags": tags,
        "edits": edits,
        "starts": starts,
        "names": names,
    }
    total = outputs[0].new_zeros((), dtype=torch.float32)
    for task, weight in TASK_WEIGHTS.items():
        wanted = targets[task].flatten()
        if (wanted != IGNORE).any():
            total = total + weight * functional.cross_entropy(
                scores[task].flatten(0, 1), wanted, ignore_index=IGNORE
            )
    return total


def _word_mask(inputs: tuple[Tensor, ...]) -> Tensor:
    return inputs[2] > 0


class PipelineTrainer:
    """Fits a `Reader`, keeps a moving average of its weights, and saves each epoch."""

    def __init__(
        self, backbone: PreTrainedModel, pieces: WordPieces, labels: Labels, config: PipelineConfig, out: Path
    ) -> None:
        self.config = config
        self.labels = labels
        self.out = out
        self.encode = SampleEncoder(pieces, labels)
        self._rng = random.Random(config.seed)
        torch.manual_seed(config.seed)
        torch.set_num_threads(config.threads)
        keep_layers(backbone, config.layers)
        self.model = Reader(backbone, labels.sizes())
        self.average = copy.deepcopy(self.model).eval()

    def go_on_from(self, checkpoint: Path) -> None:
        """Begin with the weights of another run with the same labels."""
        weights = torch.load(checkpoint, weights_only=True)
        self.model.load_state_dict(weights)
        self.average.load_state_dict(weights)

    def fit(self, train: Sequence[ParagraphSample], dev: Mapping[str, Sequence[ParagraphSample]]) -> None:
        """Train for the configured epochs; write a checkpoint and a line of figures after each."""
        config = self.config
        optimizer = optimizer_of(self.model, config, betas=(0.9, 0.98))
        rates = [group["lr"] for group in optimizer.param_groups]
        steps = config.epochs * sum(1 for _ in self._batches(train))
        step, began = 0, time.monotonic()
        for epoch in range(1, config.epochs + 1):
            self.model.train()
            for inputs, targets in self._batches(train):
                set_rates(optimizer, rates, (step + 1) / (steps + 1), config.warmup)
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    outputs = self.model(*inputs)
                value = loss(outputs, {**targets, "any": _word_mask(inputs)})
                optimizer.zero_grad()
                value.backward()
                nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                optimizer.step()
                step += 1
                follow(self.average, self.model, step, config.average_decay)
                if step % 50 == 0:
                    log.info(
                        "step %d of %d, loss %.3f, %.1f min",
                        step,
                        steps,
                        value.item(),
                        (time.monotonic() - began) / 60,
                    )
            figures = {
                name: evaluate(self.average, self.encode, samples, self.labels)
                for name, samples in dev.items()
            }
            log.info("epoch %d %s", epoch, json.dumps(figures))
            torch.save(self.average.state_dict(), self.out / "checkpoint.pt")
            if epoch == config.stop_after:
                break

    def _batches(
        self, samples: Sequence[ParagraphSample]
    ) -> Iterator[tuple[tuple[Tensor, ...], dict[str, Tensor]]]:
        """One epoch in random order, samples of like length together."""
        order = list(samples)
        self._rng.shuffle(order)
        encoded = [self._vary(sample) for sample in order]
        encoded = [e for e in encoded if len(e.window.ids) <= MAX_PIECES]
        for group in batches(encoded, _length, self.config.pieces_per_batch, self._rng):
            yield batch(group)

    def _vary(self, sample: ParagraphSample) -> EncodedParagraph:
        words: Sequence[str] = sample.words
        if self._rng.random() < self.config.curl_quotes:
            words = curled(words)
        if self._rng.random() < self.config.recase:
            words = recased(words, self._rng)
        return self.encode(sample, words)


def _length(encoded: EncodedParagraph) -> int:
    return len(encoded.window.ids)


def evaluate(
    model: Reader, encode: SampleEncoder, samples: Sequence[ParagraphSample], labels: Labels
) -> dict[str, float]:
    """Accuracy a task (%, on gold words; punctuation left out of the parse) and F1 of names."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    gold_names, said_names, both = Counter[str](), Counter[str](), Counter[str]()
    punct = labels.relations.index("punct")
    for begin in range(0, len(samples), 16):
        rows = samples[begin : begin + 16]
        chunk = [encode(sample) for sample in rows]
        inputs, targets = batch(chunk)
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            arcs, labelled, heads, tags, edits, starts, names = (o.float() for o in model(*inputs))
        real = functional.pad(_word_mask(inputs), (1, 0), value=True)
        chosen = arcs.masked_fill(~real[:, None, :], -1e4).argmax(-1)
        said = {
            "arcs": chosen,
            "relations": relation_scores(labelled, heads, chosen).argmax(-1),
            "tags": tags.argmax(-1),
            "edits": edits.argmax(-1),
            "starts": starts.argmax(-1),
            "names": names.argmax(-1),
        }
        words = (targets["arcs"] != IGNORE) & (targets["relations"] != punct)
        hit = said["arcs"] == targets["arcs"]
        right["uas"] += int((hit & words).sum())
        right["las"] += int((hit & (said["relations"] == targets["relations"]) & words).sum())
        seen["uas"] += int(words.sum())
        seen["las"] += int(words.sum())
        for task in ("tags", "edits"):
            known = targets[task] != IGNORE
            right[task] += int(((said[task] == targets[task]) & known).sum())
            seen[task] += int(known.sum())
        known = targets["starts"] != IGNORE
        right["sentences"] += 2 * int(((said["starts"] == 1) & (targets["starts"] == 1)).sum())
        seen["sentences"] += int((known & (said["starts"] == 1)).sum() + (targets["starts"] == 1).sum())
        for row, sample in enumerate(rows):
            if sample.names is None:
                continue
            gold = spans(sample.names)
            mine = spans([labels.names[i] for i in said["names"][row, : len(sample.words)].tolist()])
            gold_names.update(kind for *_, kind in gold)
            said_names.update(kind for *_, kind in mine)
            both.update(kind for *_, kind in gold & mine)
    figures = {task: round(100 * right[task] / count, 2) for task, count in seen.items() if count}
    if gold_names:
        figures["names"] = _f1(sum(both.values()), sum(said_names.values()), sum(gold_names.values()))
        figures |= {kind: _f1(both[kind], said_names[kind], gold_names[kind]) for kind in NAME_TYPES}
    return figures


def _f1(both: int, said: int, gold: int) -> float:
    return round(200 * both / max(1, said + gold), 2)
