"""The encoder that reads a paragraph once for every task, in torch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from ...language._pieces import NO_SHAPE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transformers import PreTrainedModel


class Reader(nn.Module):
    """Names, parse, tags, lemma edits and sentence starts from one pass of an encoder.

    The parse is scored biaffinely (Dozat & Manning, ICLR 2017) over all words of the window, with
    the opening marker as the root.

    Args:
        encoder: A BERT-like encoder; its word embeddings stay frozen.

        sizes: Number of labels a task: ``relations``, ``tags``, ``edits``, ``names``.
    """

    def __init__(
        self,
        encoder: PreTrainedModel,
        sizes: Mapping[str, int],
        *,
        arc: int = 256,
        relation: int = 96,
        dropout: float = 0.15,
    ) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.shapes = nn.Embedding(NO_SHAPE + 1, width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.word = nn.Linear(2 * width, width)
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc = nn.Linear(arc, arc)
        self.relation_dependent = nn.Linear(width, relation)
        self.relation_head = nn.Linear(width, relation)
        self.relation = nn.Parameter(torch.empty(sizes["relations"], relation + 1, relation + 1))
        nn.init.normal_(self.relation, std=0.02)
        self.tags = nn.Linear(width, sizes["tags"])
        self.edits = nn.Linear(width, sizes["edits"])
        self.starts = nn.Linear(width, 2)
        self.name_word = nn.Linear(width, width)
        self.names = nn.Linear(width, sizes["names"])

    def forward(
        self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, mask: Tensor
    ) -> tuple[Tensor, ...]:
        """Score every task.

        Returns:
            ``arcs`` (batch, words, 1 + words; 0 is the root), relation vectors of the dependents
            (batch, words, relations * size) and of the heads (batch, 1 + words, size), then
            ``tags``, ``edits``, ``starts``, ``names`` (batch, words, labels).
        """
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        both = torch.cat([_pick(hidden, first), _pick(hidden, last)], dim=-1)
        words = self.dropout(functional.gelu(self.word(both)))
        rooted = torch.cat([hidden[:, :1], words], dim=1)

        dependents = self.dropout(functional.gelu(self.arc_dependent(words)))
        heads = self.dropout(functional.gelu(self.arc_head(rooted)))
        arcs = self.arc(dependents) @ heads.transpose(1, 2) / math.sqrt(heads.shape[-1])

        dependents = self.dropout(functional.gelu(self.relation_dependent(words)))
        heads = _with_one(self.dropout(functional.gelu(self.relation_head(rooted))))
        # One matrix product, where einsum would run five times slower once exported.
        by_dependent = self.relation.permute(1, 0, 2).flatten(1)
        labelled = _with_one(dependents) @ by_dependent

        named = self.dropout(functional.gelu(self.name_word(words)))
        return (
            arcs,
            labelled,
            heads,
            self.tags(words),
            self.edits(words),
            self.starts(words),
            self.names(named),
        )


def _pick(hidden: Tensor, positions: Tensor) -> Tensor:
    index = positions.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
    return torch.gather(hidden, 1, index)


def _with_one(values: Tensor) -> Tensor:
    return functional.pad(values, (0, 1), value=1.0)


def relation_scores(labelled: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
    """Scores of every relation to each word's chosen head, (batch, words, relations)."""
    picked = _pick(heads, chosen)
    by_relation = labelled.unflatten(-1, (-1, picked.shape[-1]))
    return torch.einsum("bnre,bne->bnr", by_relation, picked)
