"""A second language: a pipeline that follows the protocol, and the folder ``de`` of tables.

Everything else is stancekit's own: the finders of actors and quotes, and the `rules` scorer. The sentences are
parsed by hand in Universal Dependencies, so that what is tested is no parser.
"""

from __future__ import annotations

import pickle
from functools import partial
from pathlib import Path

import conllu
import pytest

import stancekit as sk
from stancekit.actors import find_actors
from stancekit.lexicon import WordClasses
from stancekit.quotes import Cues, find_quotes
from stancekit.stances import Lexicon, RulesScorer
from stancekit.syntax._grammar import Grammar

HERE = Path(__file__).parent / "de"
TREES = conllu.parse((HERE / "sentences.conllu").read_text(encoding="utf-8"))
TEXTS = {tree.metadata["sent_id"]: tree.metadata["text"] for tree in TREES}


class German:
    """Knows the sentences of a treebank by heart, and no others."""

    version = "de_by_heart 1.0"
    language = "de"

    def parse(self, text, *, skip=()):
        """A document of the known sentences in a text."""
        found = sorted((text.find(t.metadata["text"]), at) for at, t in enumerate(TREES))
        sentences = [sentence_of(TREES[at], start) for start, at in found if start >= 0]
        return sk.Document(text, [sk.Span(0, len(text))], sentences)


def sentence_of(tree, start):
    """A tree as a sentence that begins at an offset."""
    tokens = [
        sk.Token(
            at, begin, end, word["form"], word["lemma"], word["upos"], feats_of(word), word["deprel"],
            word["head"] - 1 if word["head"] else at,
        )
        for at, (word, begin, end) in enumerate(placed(tree, start))
    ]  # fmt: skip
    return sk.Sentence(tokens, names_in(tree, tokens))


def feats_of(word):
    """The features as they are written."""
    return "|".join(f"{name}={value}" for name, value in (word["feats"] or {}).items())


def placed(tree, start):
    """Each syntactic word with its offsets; those that are written as one ("beim") share that word's."""
    end, until = start, 0
    for word in tree:
        is_range = isinstance(word["id"], tuple)
        if is_range or word["id"] > until:
            begin, end = start, start + len(word["form"])
            start = end + (0 if (word["misc"] or {}).get("SpaceAfter") == "No" else 1)
        if is_range:
            until = word["id"][2]
        else:
            yield word, begin, end


def names_in(tree, tokens):
    """The names that the last column marks: B- begins one, I- goes on."""
    words = (word for word in tree if isinstance(word["id"], int))
    marks = [(word["misc"] or {}).get("Name", "") for word in words]
    begins = [at for at, mark in enumerate(marks) if mark.startswith("B-")]
    for at in begins:
        last = at
        while last + 1 < len(marks) and marks[last + 1].startswith("I-"):
            last += 1
        yield sk.Name(sk.Span(tokens[at].start, tokens[last].end), marks[at].removeprefix("B-"))


READER = partial(find_quotes, cues=Cues.of(HERE))
REGISTRY = sk.Registry.read(HERE / "registry.csv")


def analyzer_with(scorer):
    """An analyzer of German."""
    return sk.Analyzer(scorer, nlp=German(), registry=REGISTRY, find_quotes=READER)


GERMAN = analyzer_with(RulesScorer(Lexicon.of(HERE)))


def analyze(*ids):
    """The analysis of some of the sentences, one behind the other."""
    return GERMAN.analyze(" ".join(TEXTS[one] for one in ids))


KELLER, WEBER, VOICE = "Anna Keller", "Paul Weber", ""


def told(analysis):
    """Holder (nobody for the article's own voice), target, polarity and evidence of each stance."""
    return [
        (
            "" if stance.holder == sk.NARRATOR else stance.holder.name,
            stance.target.name,
            stance.polarity.value,
            *(item.text for item in stance.evidence),
        )
        for stance in analysis.stances
    ]


def reported(analysis):
    """Kind, speaker, cue, words and attitude of each quote."""
    text = analysis.article.text
    return [
        (
            quote.kind.value,
            quote.speaker.name if quote.speaker else "",
            quote.cue.of(text),
            " / ".join(span.of(text) for span in quote.content),
            quote.attitude.value,
        )
        for quote in analysis.quotes
    ]


@pytest.mark.parametrize(
    ("ids", "quote"),
    [
        (["direct"], ("direct", KELLER, "sagte", "Paul Weber ist mutig", "neutral")),
        (["spoke-he", "direct-pronoun"], ("direct", WEBER, "sagte", "Anna Keller lügt", "neutral")),
        (["that"], ("indirect", KELLER, "sagte", "dass Paul Weber ein Feigling sei", "neutral")),
        (["subjunctive"], ("indirect", WEBER, "erklärte", "Anna Keller habe gelogen", "neutral")),
        (["report-behind"], ("indirect", KELLER, "sagte", "Paul Weber sei klug", "neutral")),
        (["according"], ("indirect", WEBER, "Laut", "ist Anna Keller keine Heldin", "neutral")),
        (["allegedly"], ("indirect", "", "angeblich", "Paul Weber ist / klug", "doubting")),
        (["claim"], ("indirect", WEBER, "Behauptung", "dass Anna Keller lüge", "doubting")),
        (["denied-cue"], ("indirect", KELLER, "behauptete", "dass Paul Weber lüge", "neutral")),
        (["unnamed"], ("indirect", "Eine Sprecherin", "sagte", "Anna Keller sei ehrlich", "neutral")),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else None,
)
def test_quotes(ids, quote):
    """Inverted cues, "dass" or none, "laut", pronouns as sources: found by the folder's cues and the parse."""
    assert reported(analyze(*ids)) == [quote]


@pytest.mark.parametrize(
    ("ids", "stance"),
    [
        (["direct"], (KELLER, WEBER, "positive", "mutig")),
        (["direct-first-person"], (KELLER, WEBER, "positive", "bewundere")),
        (["spoke-he", "direct-pronoun"], (WEBER, KELLER, "negative", "lügt")),
        (["that"], (KELLER, WEBER, "negative", "Feigling")),
        (["subjunctive"], (WEBER, KELLER, "negative", "gelogen")),
        (["report-behind"], (KELLER, WEBER, "positive", "klug")),
        (["according"], (WEBER, KELLER, "negative", "keine Heldin")),
        (["claim"], (WEBER, KELLER, "negative", "lüge")),
        (["unnamed"], ("Eine Sprecherin", KELLER, "positive", "ehrlich")),
        (["negated"], (VOICE, WEBER, "negative", "nicht mutig")),
        (["copula"], (VOICE, KELLER, "positive", "sehr klug")),
        (["object"], (KELLER, WEBER, "positive", "lobte")),
        (["passive"], (WEBER, KELLER, "negative", "kritisiert")),
        (["contraction"], (KELLER, WEBER, "positive", "lobte")),
        (["relative"], (WEBER, KELLER, "negative", "kritisierte")),
        (["spoke-he", "object-pronoun"], (KELLER, WEBER, "positive", "bewunderte")),
        (["spoke-he", "possessive-pronoun"], (VOICE, WEBER, "negative", "Feigheit")),
        (["spoke-she", "subject-pronoun"], (VOICE, KELLER, "positive", "ehrlich")),
        (["spoke-she", "genitive"], (VOICE, KELLER, "positive", "Mut")),
        (["demonym"], (WEBER, "Norländer", "negative", "kritisierte")),
        (["alias"], (KELLER, "Nordrepublik", "positive", "lobte")),
        (["ascribing"], (KELLER, WEBER, "negative", "Feigling")),
        (["showing"], (VOICE, WEBER, "positive", "Mut")),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else None,
)
def test_stances(ids, stance):
    """Who frames whom, how, and by what words: by the folder's polar words and the parse."""
    assert told(analyze(*ids))[0] == stance


@pytest.mark.parametrize("ids", [[one] for one in TEXTS if one != "relative"])
def test_says_no_more_of_anybody(ids):
    """A sentence with one polar word makes one stance at most."""
    assert len(told(analyze(*ids))) <= 1


def test_verbs_that_deny_are_the_folders_own():
    """Of what somebody denies, the article says nothing."""
    assert told(analyze("denying")) == []


class TestActors:
    def test_are_one_in_every_case(self):
        """A name that is declined is who is named: its base form is what is compared."""
        analysis = analyze("spoke-she", "genitive")

        (keller,) = analysis.actors
        assert (keller.name, keller.aliases) == (KELLER, ("Kellers",))

    def test_of_pronouns(self):
        """Gender and number are read from the features."""
        analysis = analyze("spoke-he", "object-pronoun", "possessive-pronoun", "spoke-she", "subject-pronoun")

        pronouns = {
            actor.name: [m.span.of(analysis.article.text) for m in actor.mentions if m.kind == "pronoun"]
            for actor in analysis.actors
        }
        assert pronouns == {WEBER: ["ihn", "Seine"], KELLER: ["Sie"]}

    def test_of_the_registry(self):
        """An alias of the folder's registry leads to its entry."""
        (found,) = (actor for actor in analyze("alias").actors if actor.entry)

        assert found.entry == "norland"


class TestActorsByWordClasses:
    TOLD = ("honorific", "title", "office")

    def cast(self, **settings):
        """Each actor's name and mentions."""
        text = " ".join(TEXTS[one] for one in self.TOLD)
        found = find_actors(German().parse(text), **settings)
        return {actor.name: [mention.span.of(text) for mention in actor.mentions] for actor in found}

    def test_know_titles_offices_and_groups(self):
        """What stands before a name is no part of it, and tells gender and office; a crowd is a group."""
        assert self.cast(classes=WordClasses.of(HERE)) == {
            "Keller": ["Keller", "sie"],
            "den Demonstranten": ["den Demonstranten"],
            "Weber": ["Weber", "Der Bürgermeister"],
        }

    def test_are_needed(self):
        """English classes know none of these words, so that "sie" may be anybody."""
        assert self.cast() == {
            "Kanzlerin Keller": ["Kanzlerin Keller"],
            "Bürgermeister Weber": ["Bürgermeister Weber", "sie"],
        }

    def test_are_told(self):
        """An analysis says by which classes its actors were found."""
        classes = WordClasses.of(HERE)

        analyzer = sk.Analyzer(nlp=German(), find_actors=partial(find_actors, classes=classes))

        assert analyzer.versions["actors"] == f"find_actors(classes={classes.version})"


class Recorder:
    """Keeps what it is shown."""

    name = "recorder"

    def __init__(self):
        self.shown = []

    def score(self, candidates):
        """Abstain."""
        self.shown += [candidate.text for candidate in candidates]
        return [None for _ in candidates]


def test_names_are_masked_as_in_english():
    """Placeholders are the same in every language, and so is the ending of a masked possessive."""
    recorder = Recorder()

    analyzer_with(recorder).analyze(f"{TEXTS['spoke-he']} {TEXTS['possessive-pronoun']}")

    assert recorder.shown == ["Alden sprach lange.", "Alden's Feigheit überraschte alle."]


def test_marks_of_german_are_closed():
    """What closes a quote in German opens one in English."""
    (sentence,) = German().parse(TEXTS["direct"]).sentences

    inside = [
        word for word, is_inside in zip(sentence.tokens, Grammar(sentence).quoted, strict=True) if is_inside
    ]
    assert [word.text for word in inside] == ["Paul", "Weber", "ist", "mutig"]


class TestFinderWithCues:
    def test_goes_into_a_pickle(self):
        """So that other processes can use it."""
        document = German().parse(TEXTS["that"])

        again = pickle.loads(pickle.dumps(READER))

        assert again(document).quotes == READER(document).quotes

    def test_is_told(self):
        """An analysis says by which table its quotes were found."""
        assert GERMAN.versions["quotes"] == f"find_quotes(cues={Cues.of(HERE).version})"

    def test_finds_nothing_by_another_language(self):
        """Without the folder's cues nobody says anything."""
        assert not find_quotes(German().parse(TEXTS["that"])).quotes
