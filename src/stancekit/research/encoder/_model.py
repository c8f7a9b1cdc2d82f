"""The stance encoder in torch: one pass, two readings of it that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from ...stances.encoder._inputs import ROLES
from ...values import Facet

if TYPE_CHECKING:
    from pathlib import Path

    from transformers import PreTrainedModel

    from ...language._pieces import WordPieces


SURNAMES = ("smith", "jones", "johnson", "brown", "miller", "wilson", "taylor", "anderson")
"""Frequent ones that are a piece of their own: what the roles' embeddings begin with."""

LOWER = 3
"""Layer whose vectors stand for words: further up, a word's vector speaks of its whole sentence."""


class StanceEncoder(nn.Module):
    """Judges from the passage as a whole, and word by word.

    The first part is a classifier over the opening marker, the target, the holder and the mean of
    all pieces. The second adds up a share for each word that stands for nobody (additive multiple
    instance learning, Javed et al., NeurIPS 2022): attention times value, both from a lower layer
    where vectors still stand for their words, so that what a word contributes to the decision is read
    off and not guessed. The sum of both decides.

    Args:
        encoder: A BERT-like encoder; its word embeddings stay frozen, those of the roles are learned.

        roles: Ids of the pieces that stand for somebody, in the order of `ROLES`.

        surnames: Ids of pieces whose mean embedding the roles begin with.
    """

    def __init__(
        self,
        encoder: PreTrainedModel,
        roles: list[int],
        surnames: list[int],
        *,
        narrow: int = 128,
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        known = encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.first_role = min(roles)
        self.roles = nn.Parameter(known[surnames].mean(0).repeat(len(ROLES), 1))
        self.dropout = nn.Dropout(dropout)
        self.whole = nn.Linear(4 * width, width)
        self.decide = nn.Linear(width, 3)
        self.word = nn.Linear(width, narrow)
        self.ends = nn.Linear(2 * width, narrow)
        self.attention = nn.Linear(narrow, 1)
        self.value = nn.Linear(narrow, 3)
        self.facet = nn.Linear(width, len(Facet) + 1)

    def forward(
        self, ids: Tensor, types: Tensor, mask: Tensor, target: Tensor, holder: Tensor, plain: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Score candidates.

        Args:
            ids: Piece ids, (batch, pieces).

            types: 1 for the target's pieces, (batch, pieces).

            mask: 1 for pieces, 0 for padding, (batch, pieces).

            target: 1 for the target where it is judged, (batch, pieces).

            holder: 1 for the holder; all 0 where there is none, (batch, pieces).

            plain: 1 for words that stand for nobody, (batch, pieces).

        Returns:
            What speaks for each polarity, (batch, 3); each piece's part in it, (batch, pieces, 3);
            what speaks for each facet and for none, (batch, pieces, facets + 1).
        """
        hidden, lower = self.read(ids, types, mask)
        ends = torch.cat([_mean(hidden, target), _mean(hidden, holder)], dim=-1)
        everything = torch.cat([hidden[:, 0], ends, _mean(hidden, mask.to(hidden.dtype))], dim=-1)
        whole = self.decide(self.dropout(torch.tanh(self.whole(self.dropout(everything)))))
        words = functional.gelu(self.word(lower) + self.ends(ends).unsqueeze(1))
        attention = self.attention(words).squeeze(-1).float() + (plain.float() - 1) * 1e4
        # Without a single plain word there is nothing to attend to.
        shares = torch.softmax(attention, dim=-1) * plain
        parts = self.value(words) * shares.unsqueeze(-1)
        return whole, parts, self.facet(lower)

    def read(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The vectors of each piece after the last layer and after `LOWER`, (batch, pieces, width)."""
        layers = self.encoder(
            inputs_embeds=self.embedded(ids),
            token_type_ids=types,
            attention_mask=mask,
            output_hidden_states=True,
        ).hidden_states
        return layers[-1], layers[LOWER]

    def embedded(self, ids: Tensor) -> Tensor:
        """Embeddings of pieces and roles."""
        role = (ids - self.first_role).clamp(0, len(ROLES) - 1)
        is_role = ((ids >= self.first_role) & (ids < self.first_role + len(ROLES))).unsqueeze(-1)
        return torch.where(is_role, self.roles[role], self.encoder.embeddings.word_embeddings(ids))


def _mean(hidden: Tensor, chosen: Tensor) -> Tensor:
    weights = chosen.to(hidden.dtype).unsqueeze(-1)
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1)


def build(backbone: Path, pieces: WordPieces) -> StanceEncoder:
    """An untrained stance encoder on a pretrained one."""
    encoder = AutoModel.from_pretrained(backbone, attn_implementation="sdpa", add_pooling_layer=False)
    surnames = [pieces.marker(name) for name in SURNAMES]
    return StanceEncoder(encoder, [pieces.marker(role) for role in ROLES], surnames)


def trained(backbone: Path, run: Path, pieces: WordPieces) -> StanceEncoder:
    """The stance encoder that a run wrote."""
    model = build(backbone, pieces)
    model.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True))
    return model.eval()
