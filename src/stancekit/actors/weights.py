"""Weights of the model in `focus`.

Fitted to the third-person pronouns of GUM's training part (CC BY 4.0) without its conversations: he
and she 946, it 971, they 684; no text counts for more than ten. A softmax over the candidates and
"nobody", with an L2 penalty. Set by hand, because GUM's genres hold too few cases: "speaker",
"inside marks", "in quotes" of it, "fronted", and half a point more for "nobody" of it and they.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final[dict[str, dict[str, float]]] = {
    "person": {
        "above 0 nsubj": 0.34, "above 0 owner": 0.92, "across marks": -0.98, "across paragraphs": -1.23,
        "agrees": 0.58, "ahead owner": 0.9, "alone": 0.71, "away 0": 0.77, "away 1": -0.06, "away 2": -0.31,
        "away 3": -0.57, "both subjects": 1.36, "count": 0.83, "fronted": 2.5, "in quotes": 0.26,
        "inside marks": -1.5, "kind person": -0.3, "near": 1.9, "nested": -0.48, "nobody": 0.11,
        "object": -0.38, "oblique": 0.05, "owner": 0.83, "rank 0": 0.23, "rank 2": -0.34, "shallowest": 0.1,
        "speaker": -2.0, "stranger": 0.2, "stranger away 0": 0.37, "stranger away 1": -0.56,
        "stranger away 2": 0.39, "subject": -0.14, "subject away 0": 0.28, "subject away 1": -0.24,
        "subject away 2": -0.22, "unknown gender": -0.78, "was subject 0": -0.5, "was subject 1": 1.07,
        "word name": -0.75, "word nominal": 0.06, "word pronoun": 0.54,
    },
    "it": {
        "above 0 owner": 1.45, "above 1 obj": 0.43, "across marks": 0.07, "across paragraphs": -0.47,
        "agrees": -0.58, "alone": 0.89, "away 0": 1.38, "away 1": 0.65, "away 2": -0.69, "away 3": -1.73,
        "both subjects": 0.85, "count": 0.78, "first here": -0.97, "in quotes": -1.0, "inside marks": -1.0,
        "kind organization": -0.75, "kind place": -0.29, "near": 1.63, "nested": -0.86, "nobody": 1.08,
        "object": -0.07, "oblique": -0.84, "owner": 0.99, "rank 0": 0.29, "rank 2": -0.66,
        "shallowest": 0.49, "speaker": -2.0, "stranger": 0.41, "stranger away 0": -0.23,
        "stranger away 2": 0.49, "subject": 0.24, "subject away 0": 0.09, "subject away 2": 0.12,
        "was subject 0": -0.2, "was subject 1": 0.18, "word name": -0.13, "word nominal": -0.61,
        "word pronoun": 0.19,
    },
    "they": {
        "above 0 nsubj": 0.6, "above 0 owner": 0.77, "above 1 nsubj": -1.03, "above 1 owner": 0.85,
        "across marks": -0.83, "across paragraphs": -1.31, "alone": -0.28, "away 0": 1.38, "away 1": -0.06,
        "away 2": -0.7, "away 3": -1.16, "both speak": 1.51, "both subjects": 0.71, "count": -0.19,
        "in quotes": -0.55, "inside marks": -1.0, "kind group": 0.24, "kind organization": -0.97,
        "near": 0.51, "nested": -0.74, "nobody": 0.97, "object": -0.34, "oblique": -0.67, "owner": 1.15,
        "rank 0": 0.37, "rank 2": -0.71, "speaker": -1.0, "stranger": 0.24, "stranger away 0": -0.18,
        "stranger away 1": 0.51, "stranger away 2": -0.07, "subject": 0.13, "subject away 0": -0.13,
        "subject away 1": 0.45, "subject away 2": -0.13, "was subject 0": 0.59, "was subject 1": -0.1,
        "word nominal": -0.57, "word pronoun": 0.06,
    },
}  # fmt: skip
"""Log-odds of each feature by class of pronoun: he and she, it, they."""
