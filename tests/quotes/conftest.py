"""Texts parsed by the bundled pipeline, with the actors that a test names."""

from __future__ import annotations

import re

import pytest

from stancekit.language import load
from stancekit.quotes import find_quotes
from stancekit.values import Actor, Mention, Span


class Reader:
    """What a text's quotes say, in words."""

    def __init__(self, text, names):
        self.text = text
        self.document = load().parse(text)
        self.actors = tuple(
            Actor(f"a{number}", name, "person", mentions=self._mentions(name))
            for number, name in enumerate(names, 1)
        )
        self.found = find_quotes(self.document, self.actors)

    def _mentions(self, name):
        surname = re.escape(name.split()[-1])
        pattern = rf"\b(?:{re.escape(name)}|{surname})\b"
        return [Mention(Span(*match.span())) for match in re.finditer(pattern, self.text)]

    def contents(self, *kinds):
        """The words of the quotes of these kinds, spans joined by " / "."""
        return [" / ".join(span.of(self.text) for span in q.content) for q in self.of(*kinds)]

    def of(self, *kinds):
        """The quotes of these kinds."""
        return [q for q in self.found.quotes if not kinds or q.kind in kinds]

    def told(self, *kinds):
        """Speaker's name, cue and content of each."""
        return [
            (q.speaker.name if q.speaker else None, q.cue.of(self.text) if q.cue else None, content)
            for q, content in zip(self.of(*kinds), self.contents(*kinds), strict=True)
        ]

    def sources(self):
        """The source words of each quote."""
        return [q.source.of(self.text) if q.source else None for q in self.found.quotes]

    def warnings(self):
        """The kinds of the warnings."""
        return [warning.kind.value for warning in self.found.warnings]


@pytest.fixture(scope="session")
def read():
    """Find the quotes of a text in which these people are named."""

    def read(text, *names):
        return Reader(text, names)

    return read
