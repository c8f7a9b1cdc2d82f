"""Promises that hold for every text."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancekit.actors import Cast, Registry, find_actors
from stancekit.actors._pipeline import STAGES, State, merge_places, read_actors, replace_stage
from stancekit.actors.entities._article_context import ArticleContext
from stancekit.actors.mentions._token_row import TokenRow
from stancekit.actors.registry._registry import tables_of
from stancekit.values import Document, Span

SEEDS = Path(__file__).parents[2] / "seeds"

# None of them is known to the registry; the sentences below call each "he" or "they".
NAMES = ["Tom Baker", "Paul Keller", "Mark Olsen", "Peter Novak", "David Lunt"]
SENTENCES = [
    "{0} met {1}.",
    "“We are ready,” said {1}.",
    "The US president said that {0} had praised {1} and his wife.",
    "In Kyiv, {0} said he would leave.",
    "{2}, the mayor, thanked {0} for himself.",
    "Russian officials left; the Russian government and the Kremlin stayed, and it paid.",
    "They praised {2}’s speech (and {1}'s).",
    "WHO chief {0} — of Norland — rejected it.",
]

composed = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map(" ".join)


def check(document: Document, cast: Cast) -> None:
    spans = sorted(mention.span for actor in cast for mention in actor.mentions)
    assert all(span.end <= len(document.text) for span in spans)
    assert all(not a.overlaps(b) for a, b in itertools.pairwise(spans))
    assert all(span.of(document.text).strip() for span in spans)
    assert [actor.id for actor in cast] == [f"a{number}" for number in range(1, len(cast) + 1)]
    firsts = [actor.mentions[0].start for actor in cast]
    assert firsts == sorted(firsts)


relaxed = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@relaxed
@given(text=st.text(max_size=300) | st.text(st.sampled_from("AaBb .,'’“”\"(\n-sSheitHU0&"), max_size=2_000))
def test_any_text_has_sound_mentions(parsed, text):
    """Mentions lie inside the text, hold something, and never overlap."""
    document = parsed(text)

    check(document, find_actors(document))


@pytest.mark.parametrize(
    "piece", ["Ann Smith met him. ", "he ", "A B ", "U.S. ", "the president ", "“(’s", "\U0001d400é "]
)
def test_long_texts_too(parsed, piece):
    """Twenty thousand characters of one thing."""
    document = parsed((piece * 20_000)[:20_000])

    check(document, find_actors(document))


@relaxed
@given(text=composed, names=st.permutations(NAMES))
def test_composed_sentences_have_sound_mentions(parsed, text, names):
    """As above, where there is much to find; and the same again."""
    document = parsed(text.format(*names))

    cast = find_actors(document)

    check(document, cast)
    assert find_actors(document) == cast


@relaxed
@given(
    lines=st.lists(st.sampled_from(SENTENCES[:1] + SENTENCES[3:5]), min_size=1, max_size=6),
    names=st.permutations(NAMES),
)
def test_renaming_a_person_renames_the_actor(built, lines, names):
    """Whoever it is, the same places are theirs."""

    def places(chosen):
        marked = "\n".join(lines).format(*(f"[{name}|person]" for name in chosen))
        document = built(marked)
        return [
            [_renamed(document.text[: m.start], chosen) for m in actor.mentions]
            for actor in find_actors(document)
        ]

    assert places(names) == places(NAMES)


def _renamed(before: str, names: list[str]) -> str:
    for number, name in enumerate(names):
        before = before.replace(name, f"{{{number}}}")
    return before


def test_boilerplate_gives_no_actor(parsed):
    """Skipped words belong to no sentence, so nobody is found in them."""
    text = "Tom Baker left.\nAdditional reporting by Ann Smith"

    document = parsed(text, skip=[Span(16, len(text))])

    assert [actor.name for actor in find_actors(document)] == ["Tom Baker"]


def test_nobody_in_nothing():
    """An empty document has an empty cast."""
    assert find_actors(Document("", [], [])) == Cast()


@pytest.fixture(scope="module")
def first_article(parsed):
    text = (SEEDS / "putin-trump.txt").read_text(encoding="utf-8")
    gold = json.loads((SEEDS / "putin-trump.gold.json").read_text(encoding="utf-8"))
    return text, find_actors(parsed(text, skip=[Span(*span) for span in gold["boilerplate"]]))


class TestFirstArticle:
    """The article that the project began with, retold."""

    @pytest.mark.parametrize(
        ("name", "kind", "also"),
        [
            ("Vladimir Putin", "person", {"Putin", "The Russian president", "the Russian leader"}),
            ("Donald Trump", "person", {"Trump", "The Republican leader", "the Republican leader"}),
            ("Volodymyr Zelenskyy", "person", set()),
            ("Robert Mueller", "person", {"the special counsel"}),
            ("Ukraine", "place", {"Kyiv"}),
            ("Russia", "place", {"Moscow", "the Russian government"}),
            ("NBC", "organization", set()),
            ("the American people", "group", set()),
        ],
    )
    def test_everybody_is_one_actor(self, first_article, name, kind, also):
        """Under all their names and descriptions."""
        text, found = first_article
        (actor,) = [a for a in found if a.name == name]

        words = {m.span.of(text) for m in actor.mentions}

        assert str(actor.kind) == kind
        assert also <= words
        assert not {name, *also} & {m.span.of(text) for a in found if a is not actor for m in a.mentions}

    def test_the_credit_names_nobody(self, first_article):
        """Who wrote it is not in the story."""
        assert not [a for a in first_article[1] if "Tennant" in a.name]


def first_state(document: Document) -> State:
    registry = tables_of(Registry.builtin())
    return State(row=TokenRow.of(document), registry=registry, context=ArticleContext(registry))


@relaxed
@given(text=composed)
def test_stages_leave_the_state_before_them_alone(parsed, text):
    """So a stage can be run again, and gives the same."""
    state = first_state(parsed(text.format(*NAMES)))
    for stage in STAGES:
        before = repr((state.entities, state.bindings))

        after = stage(state)

        assert repr((state.entities, state.bindings)) == before
        assert repr(stage(state).entities) == repr(after.entities)
        state = after


@relaxed
@given(text=composed)
def test_ids_of_entities_are_their_positions(parsed, text):
    """After each stage, so that ids index the entities."""
    state = first_state(parsed(text.format(*NAMES)))
    for stage in STAGES:
        state = stage(state)

        assert [entity.id for entity in state.entities] == [*range(len(state.entities))]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)
def test_any_stage_can_be_left_out(parsed, stage):
    """What the others find is sound without it."""
    text = " ".join(SENTENCES).format(*NAMES)
    document = parsed(
        f"Remarks by Ann Lane.\n\nMy fellow Americans, I am glad. {text} Madam Speaker, I thank you."
    )

    check(document, read_actors(document, stages=replace_stage(stage, None)))


def test_a_stage_can_be_replaced(parsed):
    """By any function from state to state."""
    seen = []

    def count(state: State) -> State:
        seen.append(len(state.entities))
        return state

    read_actors(parsed("Ann Smith met Bob Jones."), stages=replace_stage(merge_places, count))

    assert seen == [2]
