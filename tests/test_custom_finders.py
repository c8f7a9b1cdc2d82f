"""The analyzer with parts of somebody else's: finders of actors and quotes, and a second language."""

from __future__ import annotations

import re
from functools import partial

import pytest
from attrs import evolve

import stancekit as sk
from stancekit.actors import Cast, find_actors
from stancekit.quotes import Attributions, Cues, find_quotes
from stancekit.stances import TextScorer

TEXT = "“Tim Weaver is brave,” said Olga Brandt. Weaver met Nina Holt."


def find_persons(document, *, article=None, registry=None):
    """Ours, but for Nina Holt."""
    cast = find_actors(document, article=article, registry=registry)
    return Cast([actor for actor in cast if actor.name != "Nina Holt"])


def find_unspoken(document, actors):
    """Ours, without a word of who speaks."""
    found = find_quotes(document, actors)
    return evolve(found, quotes=tuple(evolve(q, speakers=()) for q in found.quotes))


def find_advertisements(text):
    """Lines that say they are some."""
    return [sk.Boilerplate(sk.Span(*line.span()), "promotion") for line in re.finditer(r"Werbung: .*", text)]


class TestFinders:
    def test_of_actors_may_be_another(self):
        """Who is found is who the other finder finds."""
        analysis = sk.Analyzer("rules", find_actors=find_persons).analyze(TEXT)

        assert [actor.name for actor in analysis.actors] == ["Tim Weaver", "Olga Brandt"]
        assert analysis.versions["actors"] == "find_persons"

    def test_of_quotes_may_be_another(self):
        """Nobody holds what nobody is known to say."""
        analysis = sk.Analyzer("rules", find_quotes=find_unspoken).analyze(TEXT)

        assert [quote.speaker for quote in analysis.quotes] == [None]
        assert not analysis.stances
        assert analysis.versions["quotes"] == "find_unspoken"

    def test_of_ours_with_settings_are_told_with_them(self):
        """A part that is ours but for its settings is recorded with their versions."""
        cues = Cues.extended({"cues": [("opinionate", "verb", "saying", "emphatic", "quote that")]})

        analyzer = sk.Analyzer("rules", find_quotes=partial(find_quotes, cues=cues))

        assert analyzer.versions["quotes"] == f"find_quotes(cues={cues.version})"

    def test_of_boilerplate_may_be_another(self):
        """What it marks is left alone."""
        text = "Werbung: Tim Weaver is brave.\nOlga Brandt praised Nina Holt."

        analysis = sk.Analyzer("rules", find_boilerplate=find_advertisements).analyze(text)

        assert [actor.name for actor in analysis.actors] == ["Olga Brandt", "Nina Holt"]
        assert [passage.span for passage in analysis.boilerplate] == [sk.Span(0, 29)]
        assert analysis.versions["boilerplate"] == "find_advertisements"

    def test_of_ours_are_not_told(self):
        """Versions name what is not stancekit's own."""
        assert {*sk.Analyzer("rules").versions} == {"stancekit", "language", "lexicon", "scorer"}


NAMES = {"Anna": "Keller", "Paul": "Weber"}
PLACES = {"ist": "cop", "sagte": "root", "mutig": "root"}


class German:
    """A language of a few words: what a pipeline is to do, and nothing more."""

    version = "tiny_de 0.1"
    language = "de"

    def parse(self, text, *, skip=()):
        """A sentence a clause; the words of a name stand together."""
        parts = [*re.finditer(r"„[^“]*“|[^„“]*\w[^„“]*", text)]
        paragraph = sk.Span(0, len(text))
        return sk.Document(text, [paragraph], [self.sentence(text, part) for part in parts])

    def sentence(self, text, part):
        """All words hang on the first."""
        found = [*re.finditer(r"\w+|[^\w\s]", part[0])]
        tokens = [
            sk.Token(
                at, part.start() + word.start(), part.start() + word.end(), word[0], word[0].lower(),
                "PROPN" if word[0] in {*NAMES, *NAMES.values()} else "X", "", "root" if at == 0 else "dep", 0,
            )
            for at, word in enumerate(found)
        ]  # fmt: skip
        names = [
            sk.Name(sk.Span(one.start, other.end), "person")
            for one, other in zip(tokens, tokens[1:], strict=False)
            if NAMES.get(one.text) == other.text
        ]
        return sk.Sentence(tokens, names)


def find_german_quotes(document, actors):
    """What stands between German marks belongs to who is named behind it."""
    quotes = []
    for number, found in enumerate(re.finditer(r"„([^“]+)“, (sagte) ", document.text), 1):
        speaker = next(a for a in actors for m in a.mentions if m.span.start == found.end())
        quotes.append(
            sk.Quote(
                f"q{number}",
                "direct",
                [sk.Span(*found.span(1))],
                cue=sk.Span(*found.span(2)),
                speakers=[speaker],
            )
        )
    return Attributions(tuple(quotes), tuple(actors))


def classify(texts):
    """One word of praise."""
    return [(0, 0, 1) if "mutig" in text else (0, 1, 0) for text in texts]


@pytest.fixture(scope="module")
def german():
    return sk.Analyzer(TextScorer("wort", classify), nlp=German(), find_quotes=find_german_quotes)


class TestSecondLanguage:
    def test_is_read(self, german):
        """A pipeline, a finder of quotes and a scorer are a language: nothing else asks for English."""
        text = "„Paul Weber ist mutig“, sagte Anna Keller."

        analysis = german.analyze(sk.Article(text, language="de"))

        (stance,) = analysis.stances
        assert (stance.holder.name, stance.target.name) == ("Anna Keller", "Paul Weber")
        assert stance.polarity == "positive"
        assert [item.text for item in stance.evidence] == ["mutig"]
        assert analysis.versions == german.versions
        assert german.versions["language"] == "tiny_de 0.1"

    def test_takes_a_text_for_its_own(self, german):
        """Who hands in bare text hands in what the pipeline reads."""
        analysis = german.analyze("„Paul Weber ist mutig“, sagte Anna Keller.")

        assert analysis.article.language == "de"
        assert [stance.target.name for stance in analysis.stances] == ["Paul Weber"]

    def test_reads_no_other(self, german):
        """An article in English is warned of when the pipeline reads German."""
        analysis = german.analyze(sk.Article("“Paul Weber is brave,” said Anna Keller.", language="en"))

        assert [warning.kind.value for warning in analysis.warnings] == ["unsupported-language"]
