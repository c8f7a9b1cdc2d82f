"""What the training loops of our networks share: rates, batches, and the moving average of weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import torch
from torch import nn

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

_SORTED_TOGETHER = 600
"""Samples among which those of like length are looked for."""


class Rates(Protocol):
    """The settings of a run that this module reads."""

    @property
    def encoder_rate(self) -> float:
        """Learning rate of the pretrained encoder."""

    @property
    def head_rate(self) -> float:
        """Learning rate of what is new."""

    @property
    def weight_decay(self) -> float:
        """Of matrices."""


def optimizer_of(model: nn.Module, config: Rates, *, betas: tuple[float, float]) -> torch.optim.Optimizer:
    """AdamW with a rate of their own for what is not the encoder's, and decay for matrices alone."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            key = (name.startswith("encoder."), parameter.ndim > 1)
            groups.setdefault(key, []).append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": parameters,
                "lr": config.encoder_rate if inner else config.head_rate,
                "weight_decay": config.weight_decay if matrix else 0.0,
            }
            for (inner, matrix), parameters in groups.items()
        ],
        betas=betas,
    )


def set_rates(optimizer: torch.optim.Optimizer, rates: Sequence[float], share: float, warmup: float) -> None:
    """Rates after a *share* of the steps: up in a line to *rates*, then down to nothing."""
    scale = max(0.0, min(1.0, share / warmup if share < warmup else (1 - share) / (1 - warmup)))
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate * scale


def follow(average: nn.Module, model: nn.Module, step: int, decay: float) -> None:
    """Move an average of weights towards a model's; faster in the first steps."""
    kept = min(decay, step / (step + 10))
    with torch.no_grad():
        for mean, new in zip(average.parameters(), model.parameters(), strict=True):
            if new.requires_grad:
                mean.lerp_(new, 1 - kept)


def batches(
    samples: Sequence[T], length: Callable[[T], int], most: int, rng: random.Random
) -> Iterator[list[T]]:
    """Samples of like length together, padded to *most* pieces at most, in random order."""
    groups: list[list[T]] = []
    for begin in range(0, len(samples), _SORTED_TOGETHER):
        groups += _cut(sorted(samples[begin : begin + _SORTED_TOGETHER], key=length), length, most)
    rng.shuffle(groups)
    yield from groups


def _cut(ordered: Sequence[T], length: Callable[[T], int], most: int) -> Iterator[list[T]]:
    group: list[T] = []
    for sample in ordered:
        if group and (len(group) + 1) * length(sample) > most:
            yield group
            group = []
        group.append(sample)
    if group:
        yield group
