"""How fast stance scorers are, next to a transformer of the size that published targeted sentiment uses.

Run with ``python -m pytest tests/benchmarks/test_scorers.py --benchmark-only -s``; figures go to
``docs/benchmarks.md`` with their date. Everything runs on one core and in one process; the transformer
has random weights, since only its speed is asked for, so nothing is downloaded.
"""

import os
import time
from functools import cache

import pytest
from attrs import evolve

import stancekit as sk
from stancekit import language
from stancekit.stances import rate
from stancekit.testing._news import (
    BLAMING_ADJECTIVES,
    BLAMING_VERBS,
    CUES,
    DAYS,
    PEOPLE,
    PLACES,
    PRAISING_ADJECTIVES,
    PRAISING_VERBS,
)

SENTENCES = 200
"""Sentences that each scorer rates; the transformer reads a tenth of them."""


def news(series: int = 0) -> list[sk.Candidate]:
    """Composed sentences of about 30 words, no two alike, nor those of two series: parses are remembered."""
    found = []
    for n in range(SENTENCES * series, SENTENCES * (series + 1)):
        holder, target, other = (PEOPLE[(n + shift) % len(PEOPLE)] for shift in (0, 3, 5))
        verb = (PRAISING_VERBS, BLAMING_VERBS)[n % 2][n // 2 % 4]
        adjective = (BLAMING_ADJECTIVES, PRAISING_ADJECTIVES)[n // 8 % 2][n // 3 % 6]
        text = (
            f"On {DAYS[n % 5]}, after a meeting of {n + 12} people in {PLACES[n % 4]}, {holder} {verb} {target} "
            f"for the way the committee had handled the flood, and {CUES[n % 6]} that {other} had been "
            f"{adjective} about the costs."
        )
        at = text.index(target)
        found.append(sk.Candidate(text, sk.Span(at, at + len(target))))
    return found


def parsed(candidates: list[sk.Candidate]) -> list[sk.Candidate]:
    """The same as they come from an analysis, where each sentence has its parse."""
    pipeline = language.load()
    documents = [pipeline.parse(candidate.text) for candidate in candidates]
    return [evolve(c, sentence=d.sentences[0]) for c, d in zip(candidates, documents, strict=True)]


def per_second(ask, candidates) -> float:
    """Candidates a second, by the processor's time: the machine may be shared."""
    began = time.process_time()
    ask(candidates)
    return len(candidates) / (time.process_time() - began)


@cache
def transformer():
    """A roberta-base with random weights and three classes, and its speed."""
    torch = pytest.importorskip("torch", reason="the transformer to compare with needs torch")
    transformers = pytest.importorskip("transformers", reason="the transformer to compare with needs it")
    torch.set_num_threads(1)
    torch.manual_seed(0)
    base = transformers.RobertaModel(transformers.RobertaConfig(), add_pooling_layer=False).eval()
    head = torch.nn.Linear(base.config.hidden_size, 3)

    def ask(candidates):
        with torch.inference_mode():
            for candidate in candidates:
                # About 1.3 pieces a word, as its own tokenizer makes of news, and two ends.
                pieces = torch.randint(5, 50_000, (1, 2 + int(1.3 * len(candidate.text.split()))))
                head(base(pieces).last_hidden_state[:, 0]).softmax(dim=-1)

    ask(news()[:2])
    return per_second(ask, news()[: SENTENCES // 10])


@pytest.mark.parametrize(("series", "name"), [*enumerate(sk.scorers.names())])
def test_speed(benchmark, series, name):
    """Candidates a second as rows and with a parse, and the former as a multiple of the transformer's."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    other = transformer()
    scorer = sk.scorers.make(name)
    rate(scorer, [sk.Candidate("A first one loads what is loaded late.", sk.Span(2, 7))])
    rows = news(series)

    own = benchmark.pedantic(per_second, (lambda batch: rate(scorer, batch), rows), rounds=1)

    told = {
        "rows_per_second": round(own, 1),
        "parsed_per_second": round(per_second(lambda batch: rate(scorer, batch), parsed(rows)), 1),
        "roberta_base_per_second": round(other, 1),
        "rows_to_roberta_base": round(own / other, 1),
    }
    benchmark.extra_info.update(told)
    print(f"\n{name}: {told}", end="")  # noqa: T201  # the figures are what it is run for
    assert own > other
