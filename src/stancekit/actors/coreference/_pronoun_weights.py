"""Weights of the model in `_focus`; `stancekit.research.coreference` writes this file.

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
        "across paragraphs": -0.63, "agrees": 0.58, "ahead owner": 0.08, "alone": 0.13, "away 0": 0.65,
        "away 2": -0.1, "away 3": -0.46, "both subjects": 0.39, "count": 0.71, "first here": -0.06,
        "fronted": 2.5, "inside marks": -1.5, "kind person": -0.07, "near": 0.41, "nested": -0.39,
        "nobody": -0.05, "object": -0.07, "owner": 0.31, "rank 0": 0.34, "rank 2": -0.29, "speaker": -2.0,
        "stranger": 0.12, "stranger away 0": 0.25, "stranger away 1": -0.14, "subject": 0.19,
        "subject away 0": 0.27, "subject away 1": 0.12, "subject away 2": -0.2, "unknown gender": -0.53,
        "was subject 0": 0.23, "was subject 1": 0.44, "word name": -0.54, "word nominal": 0.16,
        "word pronoun": 0.43,
    },
    "it": {
        "above 0 nsubj": 0.29, "above 0 owner": 1.11, "above 1 nsubj": -1.02, "above 1 obj": 0.36,
        "across marks": -0.16, "across paragraphs": -0.49, "agrees": -0.66, "alone": 0.95, "away 0": 1.38,
        "away 1": 0.41, "away 2": -0.87, "away 3": -1.58, "both subjects": 0.75, "count": 0.77,
        "first here": -0.46, "in quotes": -1.0, "inside marks": -1.0, "kind organization": -0.76,
        "kind place": -0.32, "near": 1.43, "nested": -0.73, "nobody": 0.91, "oblique": -1.13, "owner": 1.12,
        "rank 1": -0.17, "rank 2": -0.46, "shallowest": -0.09, "speaker": -2.0, "stranger": 0.43,
        "stranger away 0": -0.2, "stranger away 1": 0.11, "stranger away 2": 0.51, "subject": 0.11,
        "subject away 0": -0.19, "subject away 1": -0.07, "subject away 2": 0.37, "was subject 0": 0.49,
        "was subject 1": 0.82, "word name": -0.42, "word nominal": -0.54, "word pronoun": 0.3,
    },
    "they": {
        "above 0 nsubj": 0.93, "above 0 owner": 1.05, "above 1 owner": 0.69, "across marks": -0.83,
        "across paragraphs": -1.25, "agrees": 0.36, "alone": -0.08, "away 0": 1.56, "away 1": -0.07,
        "away 2": -0.8, "away 3": -1.24, "both speak": 1.57, "both subjects": 0.31, "count": -0.12,
        "first here": 0.27, "in quotes": -0.18, "inside marks": -1.0, "kind group": 0.57,
        "kind organization": -1.22, "near": -0.37, "nested": -0.81, "nobody": 0.79, "object": -0.32,
        "oblique": -0.97, "owner": 1.2, "rank 0": 0.36, "rank 1": -0.19, "rank 2": -0.72, "speaker": -1.0,
        "stranger": 0.11, "stranger away 1": 0.37, "stranger away 2": -0.21, "subject": 0.36,
        "subject away 0": 0.06, "subject away 1": 0.36, "subject away 2": -0.05, "was subject 0": 0.06,
        "was subject 1": 0.12, "word nominal": -0.57,
    },
}  # fmt: skip
"""Log-odds of each feature by class of pronoun: he and she, it, they."""
