"""Treebanks and name corpora -> samples: paragraphs with whatever each corpus annotates."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import conllu
from attrs import evolve, frozen

from ...language._lemmas import edit_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME_TYPES = ("PERSON", "ORG", "PLACE")
OUTSIDE = "O"

MAX_WORDS = 110
"""Paragraphs are cut into samples of at most this many words, at sentence ends where possible."""

# The four corpora's names for our three types.
_TYPES = {
    "per": "PERSON", "person": "PERSON", "politician": "PERSON",
    "org": "ORG", "organisation": "ORG", "organization": "ORG", "politicalparty": "ORG",
    "corporation": "ORG", "group": "ORG",
    "loc": "PLACE", "location": "PLACE", "country": "PLACE", "place": "PLACE",
}  # fmt: skip

_TITLES = frozenset(
    """mr mrs ms miss dr president vice-president vice senator sen rep representative
    congressman congresswoman judge justice prime minister premier king queen prince princess
    emperor sir lord lady dame prof professor pope governor gov mayor captain capt general gen
    colonel col lieutenant lt sergeant sgt major maj admiral commander secretary ambassador
    chancellor chairman chairwoman chief director speaker father brother sister saint reverend
    rev attorney commissioner sheikh foreign deputy special advisor adviser spokesman
    spokeswoman spokesperson former us u.s. of state the a an our his her their this""".split()
)

# Government text calls states organizations; the treebanks and the readers of news call them places.
_STATES = frozenset(
    """syria iraq iran turkey russia france germany australia jordan lebanon israel egypt china
    britain england uk u.k. us u.s. usa america canada italy spain ukraine libya yemen qatar
    afghanistan pakistan european india japan kuwait bahrain cuba mexico poland greece sweden norway
    denmark netherlands belgium austria""".split()
) | {"united states", "united kingdom", "saudi arabia", "united arab emirates"}


@frozen(kw_only=True)
class ParagraphSample:
    """Words of one paragraph and what a corpus says of them.

    Every annotation is `None` where the corpus has none. ``heads`` counts words from 1, 0 is the
    root; ``starts`` marks the first word of each sentence; ``names`` are BIO tags.
    """

    words: tuple[str, ...]
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    edits: tuple[str, ...] | None = None
    starts: tuple[bool, ...] | None = None
    names: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    spaces: tuple[bool, ...] | None = None


def treebank(path: Path, *, entity_layer: bool = False) -> list[list[ParagraphSample]]:
    """Read a CoNLL-U file: a list of documents, each a list of sentences.

    Args:
        path: A Universal Dependencies treebank.

        entity_layer: Whether MISC holds GUM's ``Entity`` annotation, from which names are derived.
    """
    documents: list[list[ParagraphSample]] = []
    with path.open(encoding="utf-8") as lines:
        for sentence in conllu.parse_incr(lines):
            new_document = "newdoc id" in sentence.metadata
            new_paragraph = any(key.startswith("newpar") for key in sentence.metadata)
            if new_document or not documents:
                documents.append([])
            sample = _sentence(sentence, entity_layer=entity_layer)
            # A paragraph's first sentence carries the mark on its first word.
            if not new_paragraph and not new_document and documents[-1]:
                sample = evolve(sample, starts=(False, *sample.starts[1:]))  # type: ignore[index]
            documents[-1].append(sample)
    return documents


def _sentence(sentence: conllu.TokenList, *, entity_layer: bool) -> ParagraphSample:
    tokens = [token for token in sentence if isinstance(token["id"], int)]
    forms, spaces = _surface(sentence)
    names = None
    if entity_layer:
        names = bio(len(tokens), _gum_names(tokens))
    return ParagraphSample(
        words=tuple(forms),
        spaces=tuple(spaces),
        heads=tuple(token["head"] for token in tokens),
        relations=tuple(token["deprel"] for token in tokens),
        tags=tuple(_tag(token) for token in tokens),
        lemmas=tuple(token["lemma"] for token in tokens),
        edits=tuple(edit_between(form, token["lemma"]) for form, token in zip(forms, tokens, strict=True)),
        starts=(True,) + (False,) * (len(tokens) - 1),
        names=names,
    )


def _tag(token: conllu.Token) -> str:
    feats = token["feats"] or {}
    return "|".join([token["upos"], *(f"{key}={value}" for key, value in sorted(feats.items()))])


def _surface(sentence: conllu.TokenList) -> tuple[list[str], list[bool]]:
    """The words as they stand in the text: parts of "don't" are "do" and "n't", never "not"."""
    forms = {token["id"]: token["form"] for token in sentence if isinstance(token["id"], int)}
    spaces = {
        token["id"]: (token["misc"] or {}).get("SpaceAfter") != "No"
        for token in sentence
        if isinstance(token["id"], int)
    }
    for token in sentence:
        if not (isinstance(token["id"], tuple) and token["id"][1] == "-"):
            continue
        begin, _, end = token["id"]
        for word in range(begin, end):
            spaces[word] = False
        spaces[end] = (token["misc"] or {}).get("SpaceAfter") != "No"
        if "".join(forms[word] for word in range(begin, end + 1)) != token["form"]:
            cut = min(len(forms[end]), len(token["form"]) - 1) if end == begin + 1 else 0
            if cut > 0:
                forms[begin], forms[end] = token["form"][:-cut], token["form"][-cut:]
    return list(forms.values()), list(spaces.values())


_ENTITY = re.compile(
    r"\((?P<open>\d+(?:\[\d+/\d+\])?)-(?P<type>[a-z]+)[^()]*(?P<closed>\))?|(?P<close>\d+(?:\[\d+/\d+\])?)\)"
)
_GUM_TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}


def _gum_mentions(tokens: list[conllu.Token]) -> Iterator[tuple[int, int, str]]:
    """GUM's entity brackets as (begin, end, type), end exclusive, shortest last."""
    waiting: list[tuple[str, str, int]] = []
    found = []
    for position, token in enumerate(tokens):
        # A MISC value may itself hold "=", which the reader keeps in the value.
        for match in _ENTITY.finditer((token["misc"] or {}).get("Entity") or ""):
            if match["open"]:
                waiting.append((match["open"], match["type"], position))
                if match["closed"]:
                    _, kind, begin = waiting.pop()
                    found.append((begin, position + 1, kind))
                continue
            for index in range(len(waiting) - 1, -1, -1):
                if waiting[index][0] == match["close"]:
                    _, kind, begin = waiting.pop(index)
                    found.append((begin, position + 1, kind))
                    break
    return iter(sorted(found, key=lambda item: item[0] - item[1]))


def _gum_names(tokens: list[conllu.Token]) -> list[tuple[int, int, str]]:
    taken: set[int] = set()
    names = []
    for begin, end, kind in _gum_mentions(tokens):
        if kind not in _GUM_TYPES:
            continue
        span = _name_in(tokens, begin, end, _GUM_TYPES[kind])
        if span and not taken & {*range(*span)}:
            taken |= {*range(*span)}
            names.append((*span, _GUM_TYPES[kind]))
    return names


def _name_in(tokens: list[conllu.Token], begin: int, end: int, kind: str) -> tuple[int, int] | None:
    """The name inside a mention: "the late President [Jimmy Carter] of Georgia"."""
    heads = [i for i in range(begin, end) if not begin < tokens[i]["head"] <= end]
    if not heads or tokens[heads[0]]["upos"] != "PROPN":
        return None
    head = tokens[heads[0]]
    # "the Director" is an office, "the Israelis" are a group: neither is a person's name.
    if kind == "PERSON" and (head["xpos"] == "NNPS" or head["form"].lower() in _TITLES):
        return None
    left = right = heads[0]
    while left > begin and _belongs(tokens, left - 1, kind):
        left -= 1
    while right + 1 < end:
        after = tokens[right + 1]
        attached = left <= after["head"] - 1 <= right
        if (after["deprel"] == "flat" and attached) or (
            attached
            and after["upos"] in {"PROPN", "NUM"}
            and after["deprel"] in {"compound", "nummod", "nmod:unmarked"}
        ):
            right += 1
        elif (
            kind != "PERSON"
            and after["form"] in {"of", "for"}
            and right + 2 < end
            and (tail := _tail(tokens, right + 1, left, end))
        ):
            right = tail
        else:
            break
    return left, right + 1


def _tail(tokens: list[conllu.Token], case: int, left: int, end: int) -> int | None:
    """End of "... of the United Nations" where it belongs to the name on its left."""
    noun = tokens[case]["head"] - 1
    if (
        not case < noun < end
        or tokens[noun]["upos"] != "PROPN"
        or not left <= tokens[noun]["head"] - 1 < case
    ):
        return None
    between = [tokens[i] for i in range(case + 1, noun)]
    if all(token["form"][:1].isupper() or token["form"] in {"the", "and"} for token in between):
        return noun
    return None


def _belongs(tokens: list[conllu.Token], position: int, kind: str) -> bool:
    token = tokens[position]
    if not token["form"][:1].isupper() and not token["form"][:1].isdigit():
        return False
    if kind == "PERSON":
        title = token["deprel"] == "nmod:desc" or token["form"].lower().rstrip(".") in _TITLES
        return token["upos"] in {"PROPN", "X"} and token["deprel"] in {"compound", "flat"} and not title
    return token["deprel"] in {"compound", "flat", "amod", "nummod", "nmod"}


def bio(length: int, names: Iterable[tuple[int, int, str]]) -> tuple[str, ...]:
    """Spans (begin, end, type) as BIO tags."""
    tags = [OUTSIDE] * length
    for begin, end, kind in names:
        tags[begin:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - begin - 1)]
    return tuple(tags)


def spans(tags: Iterable[str]) -> set[tuple[int, int, str]]:
    """BIO tags as (begin, end, type); an I without its B opens a name."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        if prefix == "I" and found and found[-1][1:] == (i, kind):
            found[-1] = (found[-1][0], i + 1, kind)
        elif kind:
            found.append((i, i + 1, kind))
    return set(found)


def column_file(path: Path, *, word: int = 0, tag: int = -1) -> list[ParagraphSample]:
    """Read a word-a-line file with IOB tags (either scheme): a list of sentences."""
    samples = []
    for blank, group in itertools.groupby(
        path.read_text(encoding="utf-8").split("\n"), key=lambda line: not line.strip()
    ):
        if blank:
            continue
        rows = [
            line.split("\t") if "\t" in line else line.split() for line in group if not line.startswith("# ")
        ]
        rows = [row for row in rows if len(row) > 1 and row[word].strip()]
        if rows:
            words = tuple(row[word] for row in rows)
            names = _clean(words, _spans(row[tag] for row in rows))
            samples.append(ParagraphSample(words=words, names=bio(len(words), names)))
    return samples


def _spans(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """IOB1 or IOB2 tags as spans of our types; other types are left out."""
    found: list[tuple[int, int, str]] = []
    previous = ""
    for position, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        if prefix not in {"B", "I"} or not kind:
            previous = ""
            continue
        if prefix == "I" and previous == kind:
            begin, _, _ = found.pop()
        else:
            begin = position
        found.append((begin, position + 1, kind))
        previous = kind
    return [(b, e, _TYPES[k.lower()]) for b, e, k in found if k.lower() in _TYPES]


def _clean(words: tuple[str, ...], spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Keep proper names only: no pronouns, no common nouns, no articles, no titles."""
    for begin, end, kind in spans:
        start = begin
        while start < end and (
            words[start].lower().rstrip(".") in _TITLES
            if kind == "PERSON"
            else words[start].lower() in {"the", "a", "an"}
        ):
            start += 1
        inside = words[start:end]
        if (
            not inside
            or not any(word[:1].isupper() for word in inside)
            or inside[0] in {"I", "He", "She", "We", "They", "It"}
        ):
            continue
        if kind == "PERSON" and not inside[-1][:1].isupper():
            continue
        is_state = kind == "ORG" and " ".join(inside).lower() in _STATES
        yield start, end, "PLACE" if is_state else kind


def with_names(
    sentences: Iterable[ParagraphSample], named: Iterable[ParagraphSample]
) -> list[ParagraphSample]:
    """Give treebank sentences the names that another file has for the same words."""
    by_words = {sample.words: sample.names for sample in named}
    return [evolve(sample, names=by_words.get(sample.words)) for sample in sentences]


def paragraphs(document: list[ParagraphSample]) -> Iterator[ParagraphSample]:
    """Join a document's sentences into samples of up to `MAX_WORDS` words."""
    group: list[ParagraphSample] = []
    for sentence in document:
        new_paragraph = bool(sentence.starts and sentence.starts[0])
        if group and (new_paragraph or sum(len(s.words) for s in group) + len(sentence.words) > MAX_WORDS):
            yield join(group)
            group = []
        group.append(sentence)
    if group:
        yield join(group)


def join(sentences: list[ParagraphSample]) -> ParagraphSample:
    """Put sentences one after another; an annotation that one of them lacks is dropped."""
    starts = []
    heads: list[int] | None = []
    offset = 0
    for sentence in sentences:
        starts += [True] + [False] * (len(sentence.words) - 1)
        if sentence.heads is None:
            heads = None
        elif heads is not None:
            heads += [head + offset if head else 0 for head in sentence.heads]
        offset += len(sentence.words)

    def chained(name: str) -> tuple[str, ...] | None:
        columns = [getattr(sentence, name) for sentence in sentences]
        return None if any(c is None for c in columns) else tuple(itertools.chain.from_iterable(columns))

    return ParagraphSample(
        words=tuple(itertools.chain.from_iterable(s.words for s in sentences)),
        heads=None if heads is None else tuple(heads),
        relations=chained("relations"),
        tags=chained("tags"),
        edits=chained("edits"),
        starts=tuple(starts) if heads is not None else None,
        names=chained("names"),
        lemmas=chained("lemmas"),
    )
