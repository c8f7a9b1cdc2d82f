"""What it costs: import, load, speed, memory, and how time grows with text.

Run with ``python -m pytest tests/benchmarks --benchmark-only``; figures go to ``docs/benchmarks.md``
with their date. The floors asserted here are far below the figures: the machine may be busy.
"""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import stancekit as sk
from stancekit import stances
from stancekit.actors import find_actors
from stancekit.language import load
from stancekit.quotes import find_quotes
from stancekit.values import Document, Sentence, Span, Token

SEEDS = Path(__file__).parents[2] / "seeds"
NEWS = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))


def run(code: str) -> str:
    """Run Python code in a process of its own, and give what it prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def analyzer():
    made = sk.Analyzer("rules")
    made.analyze("A first sentence loads what is loaded late.")
    return made


def test_import(benchmark):
    """`import stancekit` stays under 50 ms."""
    code = "import time; t = time.perf_counter(); import stancekit; print(time.perf_counter() - t)"

    seconds = benchmark.pedantic(lambda: float(run(code)), rounds=5)

    benchmark.extra_info["import_ms"] = round(1000 * seconds, 1)
    assert seconds < 0.05


def test_load(benchmark):
    """The pipeline is ready in under 2 seconds in a new process."""
    code = (
        "import time; t = time.perf_counter(); import stancekit as sk; "
        "sk.Analyzer('rules').analyze('Ann praised Bob.'); print(time.perf_counter() - t)"
    )

    seconds = benchmark.pedantic(lambda: float(run(code)), rounds=3)

    benchmark.extra_info["load_s"] = round(seconds, 2)
    assert seconds < 10


def test_speed(benchmark, analyzer):
    """The whole pipeline with the `rules` scorer, on one core."""
    benchmark.pedantic(analyzer.analyze, (NEWS,), rounds=5, warmup_rounds=1)

    benchmark.extra_info["words_per_second"] = round(len(NEWS.split()) / benchmark.stats.stats.min)
    assert benchmark.extra_info["words_per_second"] > 1000


def test_time_is_linear(benchmark, analyzer):
    """Four times the text takes about four times as long."""

    def ratio():
        times = []
        for text in (NEWS * 2, NEWS * 8):
            began = time.perf_counter()
            analyzer.analyze(text)
            times.append(time.perf_counter() - began)
        return times[1] / times[0]

    benchmark.extra_info["ratio_of_4"] = round(benchmark.pedantic(ratio, rounds=1), 2)
    assert benchmark.extra_info["ratio_of_4"] < 8


def test_rules_beside_the_parse(benchmark):
    """Candidates, masking and judging by rules cost a small part of what the parse costs."""
    pipeline, scorer = load(), stances.scorers.make("rules")
    document = pipeline.parse(NEWS)
    told = find_quotes(document, find_actors(document).actors)

    def judge():
        stances.find_stances(document, told.actors, told.quotes, scorer)

    began = time.perf_counter()
    pipeline.parse(NEWS)
    parse = time.perf_counter() - began
    benchmark.pedantic(judge, rounds=5, warmup_rounds=1)

    fastest = benchmark.stats.stats.min
    benchmark.extra_info["words_per_second"] = round(len(NEWS.split()) / fastest)
    benchmark.extra_info["share_of_parse"] = round(fastest / parse, 2)
    assert fastest < parse / 2


def test_memory(benchmark):
    """Peak memory of a process that analyzes 300,000 characters at once stays under 700 MB."""
    code = (
        "import resource, sys, stancekit as sk; from pathlib import Path; "
        f"news = ''.join(p.read_text(encoding='utf-8') for p in sorted(Path({str(SEEDS)!r}).glob('*.txt'))); "
        "analyzer = sk.Analyzer('rules'); "
        "analyzer.analyze((news * (1 + 300_000 // len(news)))[:300_000]); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )

    megabytes = benchmark.pedantic(lambda: int(run(code)), rounds=1)

    benchmark.extra_info["peak_mb"] = megabytes
    assert megabytes < 700


def test_quotes_and_actors(benchmark):
    """Both together take no more processor time than reading the text."""
    pipeline = load()
    pipeline.parse("A first sentence loads what is loaded late.")

    def share():
        began = time.process_time()
        document = pipeline.parse(NEWS)
        parsed = time.process_time()
        find_quotes(document, find_actors(document).actors)
        return (time.process_time() - parsed) / (parsed - began)

    share()
    benchmark.extra_info["share_of_reading"] = round(benchmark.pedantic(share, rounds=3), 3)
    assert benchmark.extra_info["share_of_reading"] < 1


HOSTILE = {
    "marks": "“”\"'‘’«» ",
    "quotes": '“I said ‘no’ to "him" — she’s: „x“ «y» and. ',
    "brackets": "(Smith [said (that ",
    "endless": "Jane Smith said, “it is,” he said that Omar, the mayor, claimed, and ",
    "loose": "“We will win this one.” ",
}
PARTS_OF_SPEECH = {
    **dict.fromkeys(["said", "claimed", "win"], "VERB"),
    **dict.fromkeys(["Jane", "Smith", "Omar"], "PROPN"),
    **dict.fromkeys(["he", "I", "it", "We"], "PRON"),
    "that": "SCONJ",
    "and": "CCONJ",
}
LONGEST = 200
"""Words in a sentence: where the pipeline cuts those that never end."""


def parsed(text):
    """Words that hang on each other in a chain, the deepest tree there is; no model is asked."""
    found = [*re.finditer(r"\w+|[^\w\s]", text)]
    sentences = []
    for begin in range(0, len(found), LONGEST):
        tokens = [
            Token(
                at,
                *match.span(),
                match[0],
                match[0],
                PARTS_OF_SPEECH.get(match[0], "NOUN" if match[0].isalnum() else "PUNCT"),
                "",
                "ccomp" if at else "root",
                max(0, at - 1),
            )
            for at, match in enumerate(found[begin : begin + LONGEST])
        ]
        sentences.append(Sentence(tokens))
    return Document(text, [Span(0, len(text))], sentences)


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(benchmark, unit):
    """A megabyte of marks, of brackets, or of one endless sentence takes four times as long as a quarter."""

    def seconds(size):
        document = parsed((unit * (1 + size // len(unit)))[:size])
        began = time.process_time()
        find_quotes(document, find_actors(document).actors)
        return time.process_time() - began

    def ratio():
        return seconds(1_000_000) / seconds(250_000)

    benchmark.extra_info["ratio_of_4"] = round(benchmark.pedantic(ratio, rounds=1), 2)
    assert benchmark.extra_info["ratio_of_4"] < 8
