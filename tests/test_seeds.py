"""The sample articles and their gold annotation, which later measurements rest on."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from stancekit.errors import ArticleFormatError
from stancekit.records import from_record
from stancekit.records._plain import structure
from stancekit.values import NARRATOR, MentionKind, Span

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = {path.name.removesuffix(".txt"): path for path in sorted(SEEDS.glob("*.txt"))}
GOLDS = {path.name.removesuffix(".gold.json"): path for path in sorted(SEEDS.glob("*.gold.json"))}


class Gold:
    """One sample article: its text, its gold record, and the analysis that the record describes."""

    def __init__(self, slug: str) -> None:
        self.text = TEXTS[slug].read_bytes().decode("utf-8")
        record = json.loads(GOLDS[slug].read_text(encoding="utf-8"))
        # The gold says only where boilerplate stands, not of what kind it is.
        self.boilerplate = structure(record.pop("boilerplate"), tuple[Span, ...], source=slug)
        self.record = {**record, "article": {**record["article"], "text": self.text}}
        self.analysis = from_record(self.record, source=slug)

    @property
    def spans(self) -> dict[str, list[Span]]:
        """All that is annotated, by what it is."""
        analysis = self.analysis
        return {
            "mentions": [m.span for actor in analysis.actors for m in actor.mentions],
            "content": [span for quote in analysis.quotes for span in quote.content],
            "cues": [quote.cue for quote in analysis.quotes if quote.cue],
            "sources": [quote.source for quote in analysis.quotes if quote.source],
            "sentences": [stance.sentence for stance in analysis.stances],
            "evidence": [item.span for stance in analysis.stances for item in stance.evidence],
        }


@pytest.fixture(scope="module", params=GOLDS)
def gold(request: pytest.FixtureRequest) -> Gold:
    return Gold(request.param)


def test_every_text_has_its_gold() -> None:
    """Texts and annotations come in pairs."""
    assert [*TEXTS] == [*GOLDS]
    assert len(GOLDS) >= 4


def test_record_is_the_analysis(gold: Gold) -> None:
    """The record keeps the format: spans inside the text, ids that lead somewhere, evidence in its sentence."""
    analysis = gold.analysis

    assert [actor.id for actor in analysis.actors] == [actor["id"] for actor in gold.record["actors"]]
    assert [quote.id for quote in analysis.quotes] == [quote["id"] for quote in gold.record["quotes"]]
    assert [stance.id for stance in analysis.stances] == [stance["id"] for stance in gold.record["stances"]]


@pytest.mark.parametrize(
    ("section", "change", "rule"),
    [
        ("actors", {"mentions": [{"start": 0, "end": 10**6, "kind": "name"}]}, "inside the text"),
        ("quotes", {"content": [[0, 10**6]]}, "inside the text"),
        ("quotes", {"cue": [0, 10**6]}, "inside the text"),
        ("quotes", {"speaker": "nobody"}, "unknown actor"),
        ("stances", {"holder": "nobody"}, "unknown actor"),
        ("stances", {"target": "nobody"}, "unknown actor"),
        ("stances", {"quote": "none"}, "unknown quote"),
        ("stances", {"evidence": []}, "must not be empty"),
        ("stances", {"sentence": [0, 1]}, "inside its sentence"),
    ],
)
def test_broken_records_are_refused(gold: Gold, section: str, change: dict[str, Any], rule: str) -> None:
    """Reading a gold record checks it: one with a stray span or id would not load."""
    first, *others = gold.record[section]
    broken = {**gold.record, section: [{**first, **change}, *others]}

    with pytest.raises(ArticleFormatError, match=rule):
        from_record(broken)


def test_text_is_a_paragraph_a_line(gold: Gold) -> None:
    """UTF-8 with LF, no blank lines, no whitespace round a line."""
    lines = gold.text.removesuffix("\n").split("\n")

    assert "\r" not in gold.text
    assert all(line and line == line.strip() for line in lines)


def test_no_span_is_padded(gold: Gold) -> None:
    """No span begins or ends with whitespace."""
    padded = {
        what: [words for s in spans if (words := s.of(gold.text)) != words.strip()]
        for what, spans in gold.spans.items()
    }

    assert not any(padded.values()), padded


def test_no_span_cuts_a_word(gold: Gold) -> None:
    """Every span begins and ends where a word does."""
    cut = {
        what: [s.of(gold.text) for s in spans if _cuts_a_word(gold.text, s)]
        for what, spans in gold.spans.items()
    }

    assert not any(cut.values()), cut


def test_names_are_mentioned(gold: Gold) -> None:
    """An actor's name and aliases are what its name mentions say; unnamed actors have none."""
    for actor in gold.analysis.actors:
        said = {m.span.of(gold.text) for m in actor.mentions if m.kind is MentionKind.NAME}

        assert actor.mentions, actor.name
        assert said <= {actor.name, *actor.aliases}, actor.name
        assert {*actor.aliases} <= said, actor.name


def test_evidence_lies_outside_the_names(gold: Gold) -> None:
    """Nobody is praised or blamed by a name."""
    names = [m.span for a in gold.analysis.actors for m in a.mentions if m.kind is MentionKind.NAME]
    strays = [
        (stance.id, item.text)
        for stance in gold.analysis.stances
        for item in stance.evidence
        if any(item.span.overlaps(name) for name in names)
    ]

    assert not strays


def test_evidence_points_where_the_stance_does(gold: Gold) -> None:
    """The weights of a stance's evidence have its sign in sum."""
    for stance in gold.analysis.stances:
        assert sum(item.weight for item in stance.evidence) * stance.polarity.sign > 0, stance.id


def test_target_is_mentioned_in_its_sentence(gold: Gold) -> None:
    """A stance stands only where its target is mentioned."""
    absent = [
        (stance.id, stance.target.name)
        for stance in gold.analysis.stances
        if not any(m.span in stance.sentence for m in stance.target.mentions)
    ]

    assert not absent


def test_one_stance_a_pair_and_sentence(gold: Gold) -> None:
    """No holder evaluates the same target twice in one sentence."""
    keys = [(stance.holder.id, stance.target.id, stance.sentence) for stance in gold.analysis.stances]

    assert len({*keys}) == len(keys)


def test_quoted_stances_are_never_the_narrators(gold: Gold) -> None:
    """What is quoted is held by an actor, its speaker or whom the speaker tells of; but scare quotes sneer."""
    quoted = [stance for stance in gold.analysis.stances if stance.quote and stance.quote.kind != "scare"]

    assert not [stance.id for stance in quoted if stance.holder is NARRATOR]


def test_boilerplate_holds_nothing(gold: Gold) -> None:
    """Nobody is mentioned in, quoted in or judged by what is not part of the story."""
    inside = {
        what: [s.of(gold.text) for s in spans if any(s.overlaps(passage) for passage in gold.boilerplate)]
        for what, spans in gold.spans.items()
    }

    assert not any(inside.values()), inside


def test_boilerplate_is_in_order(gold: Gold) -> None:
    """Passages stand in text order and do not overlap."""
    assert all(left.end <= right.start for left, right in pairwise(gold.boilerplate))


def _cuts_a_word(text: str, span: Span) -> bool:
    def inside(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    return inside(span.start) or inside(span.end)
