"""Words are data: an open word class is a table of the lexicon, never a literal in code."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import stancekit
from stancekit.language import _universal

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(stancekit.__file__).parent

MOST = 7
"""A literal of more words is a list of words."""

APART = {
    "research": "trains and measures; no analysis runs it",
    "testing": "makes news up",
}
"""Rooms whose words make no analysis."""

EXCEPTIONS = {
    "actors/registry/_files.py": "columns of registries",
    "language/_function_words.py": "the closed classes of English: the one place where they stand",
    "language/_spacy_pipeline.py": "relations of other treebanks",
    "lexicon/_lexicon.py": "tables of the lexicon, and their parts of speech",
    "readers/_bounded_markup.py": "elements of HTML",
    "readers/_html.py": "elements of XML",
}
"""Modules with lists that are no word class of a language."""

WORD = re.compile(r"[a-z][a-z'’.-]*( [a-z'’.-]+){0,3}")
RELATIONS = _universal._PLAIN | {"det", "nmod"}


def words_of(node: ast.AST) -> list[str]:
    """The words that a literal lists, in whatever way it is written."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)), attr="split"), args=[]):
            return words.split()
        case ast.List(elts=items) | ast.Set(elts=items) | ast.Tuple(elts=items):
            return [word for item in items for word in own_or_inner(item)]
        case ast.Dict(keys=keys, values=values):
            names = [word for key in keys if key is not None for word in own_or_inner(key)]
            told = [word for value in values for word in own_or_inner(value)]
            return [] if names and RELATIONS.issuperset(names) else [*names, *told]
        case ast.Call(args=args):
            return [word for item in args for word in words_of(item)]
        case ast.BinOp(left=left, right=right):
            return [*words_of(left), *words_of(right)]
    return []


def own_or_inner(node: ast.AST) -> list[str]:
    match node:
        case ast.Constant(value=str(word)):
            return [word]
    return words_of(node)


def lists_of_words(source: str) -> Iterator[tuple[int, list[str]]]:
    """The literals that list more than a few words, each with its line; the outermost of nested ones."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_table_of_names(node):
            continue
        words = [word for word in words_of(node) if WORD.fullmatch(word)]
        if len(words) > MOST and not RELATIONS.issuperset(words):
            yield node.lineno, words  # type: ignore[attr-defined]
        else:
            waiting += ast.iter_child_nodes(node)


def is_table_of_names(node: ast.Assign | ast.AnnAssign) -> bool:
    """Whether it says what others may import, or what columns a table has."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return isinstance(target, ast.Name) and target.id in {"__all__", "COLUMNS"}


class TestListsOfWords:
    """The measure itself, held against lists written by hand."""

    @pytest.mark.parametrize(
        "source",
        [
            'A = frozenset("one two three four five six seven eight".split())',
            'A = {"one", "two", "three", "four", "five", "six", "seven", "eight"}',
            'A = ("one", "two", "three", "four", "five six", "seven", "eight", "nine")',
            'A = {"one": "two", "three": "four", "five": "six", "seven": "eight"}',
            'A = {"one": ["two", "three", "four"], "five": ["six", "seven", "eight"]}',
            'A = frozenset("one two three four".split()) | {"five", "six", "seven", "eight"}',
            'def f(x):\n    return x in ("one", "two", "three", "four", "five", "six", "seven", "eight")',
        ],
    )
    def test_finds_every_way_to_write_it(self, source):
        """As a string, a set, a tuple, a dictionary, a sum: it is a list all the same."""
        assert len([*lists_of_words(source)]) == 1

    @pytest.mark.parametrize(
        "source",
        [
            'A = frozenset("one two three four five six seven".split())',
            'A = ("nsubj", "obj", "iobj", "obl", "advmod", "amod", "conj", "appos")',
            'A = ("NOUN", "VERB", "ADJ", "ADV", "PRON", "PROPN", "NUM", "SYM")',
            '__all__ = ["one", "two", "three", "four", "five", "six", "seven", "eight"]',
            'A = "One two three four five six seven eight nine."',
        ],
    )
    def test_knows_other_lists(self, source):
        """A few words, labels of grammar and names of code are no word class."""
        assert not [*lists_of_words(source)]


MODULES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in APART
    and path.relative_to(PACKAGE).as_posix() not in EXCEPTIONS
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_open_classes_are_tables(path):
    """A list of words belongs in the lexicon, where another language can have its own."""
    assert [*lists_of_words(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_exceptions_are_still_needed(name):
    """An exception that nothing uses any more goes away."""
    assert [*lists_of_words((PACKAGE / name).read_text(encoding="utf-8"))]
