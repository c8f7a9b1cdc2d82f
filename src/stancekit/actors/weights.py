"""Weights of the model in `focus`; `stancekit.actors.training` writes this file.

Fitted to the third-person pronouns of GUM's training part (CC BY 4.0) without its conversations:
he and she 946, it 959, they 684. No text counts for more than ten.
A softmax over the candidates and "nobody", with an L2 penalty. Set by hand, because GUM's genres hold
too few cases: "speaker", "inside marks", "in quotes" of it, "fronted", and a quarter more for
"nobody" of it and they.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final[dict[str, dict[str, float]]] = {
    "person": {
        "above 0 nsubj": 0.08, "above 0 owner": 0.3, "above 1 owner": -0.11, "across marks": -0.18,
        "across paragraphs": -0.62, "agrees": 0.59, "ahead owner": 0.08, "alone": 0.14, "away 0": 0.65,
        "away 2": -0.1, "away 3": -0.45, "both subjects": 0.41, "count": 0.7, "fronted": 2.5,
        "inside marks": -1.5, "kind person": -0.07, "near": 0.41, "nested": -0.36, "nobody": -0.05,
        "object": -0.08, "owner": 0.32, "rank 0": 0.34, "rank 2": -0.3, "speaker": -2.0, "stranger": 0.12,
        "stranger away 0": 0.24, "stranger away 1": -0.14, "subject": 0.17, "subject away 0": 0.27,
        "subject away 1": 0.12, "subject away 2": -0.22, "unknown gender": -0.54, "was subject 0": 0.23,
        "was subject 1": 0.45, "word name": -0.55, "word nominal": 0.15, "word pronoun": 0.45,
    },
    "it": {
        "above 0 nsubj": 0.27, "above 0 owner": 1.05, "above 1 nsubj": -1.05, "above 1 obj": 0.34,
        "across marks": -0.13, "across paragraphs": -0.52, "agrees": -0.64, "alone": 0.95, "away 0": 1.46,
        "away 1": 0.47, "away 2": -0.9, "away 3": -1.68, "both subjects": 0.72, "count": 0.72,
        "first here": -0.33, "in quotes": -1.0, "inside marks": -1.0, "kind organization": -0.8,
        "kind place": -0.38, "near": 1.38, "nested": -0.77, "nobody": 0.89, "oblique": -1.13, "owner": 1.19,
        "rank 1": -0.15, "rank 2": -0.47, "shallowest": -0.05, "speaker": -2.0, "stranger": 0.54,
        "stranger away 0": -0.21, "stranger away 1": 0.12, "stranger away 2": 0.64, "subject": 0.11,
        "subject away 0": -0.18, "subject away 1": -0.09, "subject away 2": 0.37, "was subject 0": 0.49,
        "was subject 1": 0.78, "word name": -0.38, "word nominal": -0.72, "word pronoun": 0.45,
    },
    "they": {
        "above 0 nsubj": 0.9, "above 0 owner": 1.05, "above 1 owner": 0.68, "across marks": -0.84,
        "across paragraphs": -1.17, "agrees": 0.35, "alone": -0.09, "away 0": 1.5, "away 1": -0.19,
        "away 2": -0.65, "away 3": -1.2, "both speak": 1.56, "both subjects": 0.34, "count": -0.26,
        "in quotes": -0.17, "inside marks": -1.0, "kind group": 0.47, "kind organization": -1.17,
        "near": -0.34, "nested": -0.79, "nobody": 0.8, "object": -0.32, "oblique": -0.96, "owner": 1.16,
        "rank 0": 0.34, "rank 1": -0.17, "rank 2": -0.72, "speaker": -1.0, "stranger": 0.15,
        "stranger away 1": 0.46, "stranger away 2": -0.29, "subject": 0.36, "subject away 0": 0.07,
        "subject away 1": 0.37, "subject away 2": -0.08, "was subject 0": 0.07, "was subject 1": 0.08,
        "word name": 0.26, "word nominal": -0.6, "word pronoun": -0.2,
    },
}  # fmt: skip
"""Log-odds of each feature by class of pronoun: he and she, it, they."""
