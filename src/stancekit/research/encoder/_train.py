"""The training loop of the stance encoder."""

from __future__ import annotations

import copy
import json
import logging
import random
import time
from typing import TYPE_CHECKING

import numpy as np
import torch
from attrs import frozen
from torch import Tensor, nn
from torch.nn import functional

from ...stances.encoder._inputs import HOLDER_HERE, TARGET_HERE, VOICE, encode
from ..language._loop import batches, follow, optimizer_of, set_rates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from ...language._pieces import WordPieces
    from ...stances.encoder._inputs import Inputs
    from ._corpora import StanceSample
    from ._model import StanceEncoder

log = logging.getLogger(__name__)


@frozen(kw_only=True)
class EncoderConfig:
    """What a training run is made of; with the data and the seed it fixes the result.

    ``smoothing`` of each label is spread over all; ``trust`` is the teacher's share in what is aimed
    at; ``hidden_words`` are masked in training; ``by_words`` and ``agreement`` weigh the losses of the
    words' part alone and of two readings that differ; ``scenes`` sentences are composed from each
    entry of the lexicon.
    """

    seed: int = 0
    epochs: int = 4
    pieces_per_batch: int = 1000
    encoder_rate: float = 1.2e-4
    head_rate: float = 5e-4
    warmup: float = 0.1
    weight_decay: float = 0.01
    average_decay: float = 0.998
    smoothing: float = 0.1
    trust: float = 0.4
    hidden_words: float = 0.04
    by_words: float = 0.5
    agreement: float = 0.0
    scenes: int = 2
    threads: int = 1


@frozen(eq=False)
class EncodedCandidate:
    """A sample as arrays.

    Args:
        inputs: What is read.

        wanted: Probabilities of negative, neutral and positive that are aimed at, shape ``(3,)``.

        share: Chance that an epoch takes it, 0 to 1.
    """

    inputs: Inputs
    wanted: NDArray[np.float32]
    share: float = 1.0

    @property
    def label(self) -> int:
        """The likeliest polarity."""
        return int(self.wanted.argmax())


def encoded(
    samples: Sequence[StanceSample], pieces: WordPieces, *, smoothing: float = 0.0
) -> list[EncodedCandidate]:
    """Samples as arrays, with a part of each label spread over all."""
    targets = np.eye(3, dtype=np.float32) * (1 - smoothing) + smoothing / 3
    return [EncodedCandidate(encode(s.words, pieces), targets[s.label], s.share) for s in samples]


def batch(rows: Sequence[Inputs]) -> tuple[Tensor, ...]:
    """Pad inputs into one batch, as `StanceEncoder.forward` takes them."""
    longest = max(len(row.ids) for row in rows)

    def padded(columns: list[np.ndarray], kind: type) -> Tensor:
        out: np.ndarray = np.zeros((len(rows), longest), dtype=kind)
        for target, column in zip(out, columns, strict=True):
            target[: len(column)] = column
        return torch.from_numpy(out)

    return (
        padded([row.ids for row in rows], np.int64),
        padded([row.types for row in rows], np.int64),
        padded([np.ones(len(row.ids)) for row in rows], np.int64),
        padded([row.role_mask(TARGET_HERE) for row in rows], np.float32),
        padded([row.role_mask(HOLDER_HERE, VOICE) for row in rows], np.float32),
        padded([row.plain_mask() for row in rows], np.float32),
    )


class EncoderTrainer:
    """Fits a `StanceEncoder`, keeps a moving average of its weights, and saves each epoch."""

    def __init__(self, model: StanceEncoder, hidden: int, config: EncoderConfig, out: Path) -> None:
        self.config = config
        self.out = out
        self.model = model
        self._hidden = hidden
        self._rng = random.Random(config.seed)
        self.average = copy.deepcopy(model).eval()

    def fit(self, train: Sequence[EncodedCandidate], dev: Mapping[str, Sequence[EncodedCandidate]]) -> None:
        """Train for the configured epochs; write a checkpoint and a line of figures after each."""
        config = self.config
        optimizer = optimizer_of(self.model, config, betas=(0.9, 0.999))
        rates = [group["lr"] for group in optimizer.param_groups]
        steps = config.epochs * sum(1 for _ in self._batches(train))
        step, began = 0, time.monotonic()
        for epoch in range(1, config.epochs + 1):
            self.model.train()
            for rows in self._batches(train):
                set_rates(optimizer, rates, (step + 1) / (steps + 1), config.warmup)
                value = self._loss(rows)
                optimizer.zero_grad()
                value.backward()
                nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                optimizer.step()
                step += 1
                follow(self.average, self.model, step, config.average_decay)
                if step % 50 == 0:
                    minutes = (time.monotonic() - began) / 60
                    log.info("step %d of %d, loss %.3f, %.1f min", step, steps, value.item(), minutes)
            figures = {name: evaluate(self.average, rows) for name, rows in dev.items()}
            log.info("epoch %d %s", epoch, json.dumps(figures))
            self.save()

    def save(self) -> None:
        """Write the averaged weights."""
        torch.save(self.average.state_dict(), self.out / "checkpoint.pt")

    def _loss(self, rows: Sequence[EncodedCandidate]) -> Tensor:
        both, by_words = self._read(rows)
        value = self._against(both, rows) + self.config.by_words * self._against(by_words, rows)
        if not self.config.agreement:
            return value
        again, by_words = self._read(rows)
        value = value + self._against(again, rows) + self.config.by_words * self._against(by_words, rows)
        return value / 2 + self.config.agreement * disagreement(both, again)

    def _read(self, rows: Sequence[EncodedCandidate]) -> tuple[Tensor, Tensor]:
        inputs = batch([row.inputs for row in rows])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            whole, parts, _ = self.model(self._with_hidden(inputs[0], inputs[-1]), *inputs[1:])
        by_words = parts.float().sum(1)
        return whole.float() + by_words, by_words

    @staticmethod
    def _against(scores: Tensor, rows: Sequence[EncodedCandidate]) -> Tensor:
        return functional.cross_entropy(scores, torch.from_numpy(np.stack([row.wanted for row in rows])))

    def _with_hidden(self, ids: Tensor, plain: Tensor) -> Tensor:
        chance = torch.tensor([[self._rng.random() for _ in row] for row in ids])
        return torch.where((plain > 0) & (chance < self.config.hidden_words), self._hidden, ids)

    def _batches(self, samples: Sequence[EncodedCandidate]) -> Iterator[list[EncodedCandidate]]:
        """One epoch in random order, samples of like length together."""
        order = [s for s in samples if self._rng.random() < s.share]
        self._rng.shuffle(order)
        return batches(order, _length, self.config.pieces_per_batch, self._rng)


def _length(sample: EncodedCandidate) -> int:
    return len(sample.inputs.ids)


def disagreement(one: Tensor, other: Tensor) -> Tensor:
    """How far two readings under different dropout are apart (R-Drop, Liang et al., NeurIPS 2021)."""
    first, second = (functional.log_softmax(x, dim=-1) for x in (one, other))
    there = functional.kl_div(first, second, log_target=True, reduction="batchmean")
    return (there + functional.kl_div(second, first, log_target=True, reduction="batchmean")) / 2


def scores(model: StanceEncoder, rows: Sequence[EncodedCandidate]) -> tuple[np.ndarray, np.ndarray]:
    """Unnormalized log-probabilities, shape ``(n_rows, 3)``: all, and the words' alone."""
    out = np.zeros((2, len(rows), 3), dtype=np.float32)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].inputs.ids))
    for begin in range(0, len(order), 32):
        chosen = order[begin : begin + 32]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            whole, parts, _ = model(*batch([rows[at].inputs for at in chosen]))
        by_words = parts.float().sum(1)
        out[0, chosen], out[1, chosen] = whole.float() + by_words, by_words
    return out[0], out[1]


def evaluate(model: StanceEncoder, rows: Sequence[EncodedCandidate]) -> dict[str, float]:
    """Macro-F1 in per cent, of both parts and of the words' alone."""
    gold = np.array([row.label for row in rows])
    return {
        name: round(100 * macro_f1(gold, found.argmax(1)), 2)
        for name, found in zip(("all", "words"), scores(model, rows), strict=True)
    }


def macro_f1(gold: np.ndarray, said: np.ndarray) -> float:
    """Mean F1 of the three polarities."""
    found = [
        2 * float(((gold == c) & (said == c)).sum()) / max(1, int((gold == c).sum() + (said == c).sum()))
        for c in range(3)
    ]
    return sum(found) / len(found)
