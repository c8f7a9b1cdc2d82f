"""Documents built by hand, so that names and parses are what a test says."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from stancekit.values import Document, Name, Sentence, Span, Token

MARKED = re.compile(r"\[([^|\]]+)\|([a-z]+)\]")
WORD = re.compile(r"['’]s\b|[^\W_]+(?:[.-][^\W_]+)*|\S")
VERBS = {"said", "met", "left", "rejected", "praised", "spoke", "lives", "won", "said."}
TAGS = {
    "the": "DET",
    "a": "DET",
    "he": "PRON",
    "she": "PRON",
    "it": "PRON",
    "his": "PRON",
    "in": "ADP",
    "of": "ADP",
    "and": "CCONJ",
}


def _tag(word: str) -> str:
    if not any(c.isalnum() for c in word):
        return "PUNCT"
    if word.lower() in TAGS:
        return TAGS[word.lower()]
    if word in VERBS:
        return "VERB"
    return "PROPN" if word[:1].isupper() else "NOUN"


def _sentence(text: str, start: int, end: int, names: list[Name]) -> Sentence:
    words = [(m.start() + start, m.end() + start) for m in WORD.finditer(text[start:end])]
    tags = [_tag(text[s:e]) for s, e in words]
    root = tags.index("VERB") if "VERB" in tags else 0
    tokens = []
    for index, ((s, e), tag) in enumerate(zip(words, tags, strict=True)):
        subject = index == root - 1 and tag in {"PROPN", "PRON"}
        dep = "root" if index == root else "nsubj" if subject else "punct" if tag == "PUNCT" else "dep"
        lemma = {"said": "say", "rejected": "reject", "met": "meet", "praised": "praise"}.get(
            text[s:e], text[s:e]
        )
        tokens.append(Token(index, s, e, text[s:e], lemma, tag, "", dep, root))
    inside = [name for name in names if start <= name.span.start < end]
    return Sentence(tokens, inside)


def build(marked: str) -> Document:
    """Make a document of ``[Ann Smith|person] met [Acme|organization].``, a sentence a line."""
    text, names, done = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[done : match.start()]
        names.append(Name(Span(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        done = match.end()
    text += marked[done:]
    sentences, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            sentences.append(_sentence(text, start, start + len(line), names))
        start += len(line) + 1
    return Document(text, [Span(0, len(text))] if text else [], sentences)


@pytest.fixture(scope="session")
def built():
    return build


@pytest.fixture(scope="session")
def labelled(parsed):
    """Parse a text, but with these names and kinds for the name finder's."""

    def label(text: str, **kinds: str) -> Document:
        document = parsed(text)
        spans = [
            Name(Span(*match.span()), kind)
            for name, kind in kinds.items()
            for match in re.finditer(name.replace("_", " "), text)
        ]
        spans.sort(key=lambda name: name.span)
        sentences = [
            evolve(s, names=[name for name in spans if s.start <= name.span.start < s.end])
            for s in document.sentences
        ]
        return evolve(document, sentences=sentences)

    return label
