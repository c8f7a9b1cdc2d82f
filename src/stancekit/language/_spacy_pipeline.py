"""Any spaCy pipeline as one of ours, its labels brought to Universal Dependencies."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import define

from ..errors import PipelineError
from ..values import ActorKind, Document, Name, Sentence, Span, Token
from ._segments import paragraphs, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_KINDS = {
    "PERSON": ActorKind.PERSON, "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANIZATION,
    "PLACE": ActorKind.PLACE, "GPE": ActorKind.PLACE, "LOC": ActorKind.PLACE, "FAC": ActorKind.PLACE,
}  # fmt: skip

# ClearNLP's relations (Choi & Palmer 2012) that are UD's under another name.
_RENAMED = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "dobj": "obj", "dative": "iobj", "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt",
    "neg": "advmod", "npadvmod": "obl:unmarked", "nmod": "compound", "preconj": "cc:preconj",
    "predet": "det:predet", "quantmod": "advmod", "intj": "discourse", "meta": "parataxis",
    "complm": "mark", "oprd": "xcomp",
}  # fmt: skip

_CLEARNLP_ONLY = frozenset({"nsubjpass", "dobj", "pobj", "auxpass", "attr", "acomp", "relcl", "poss", "prt"})


@define
class _Node:
    """A token on its way from one scheme to the other."""

    dep: str
    head: int
    pos: str


class SpacyPipeline:
    """Reads with a spaCy pipeline.

    Args:
        nlp: It needs a parser (or whatever sets heads and relations); names come from its
            entities, part of speech and lemmas from what it has.

    Raises:
        PipelineError: Nothing in the pipeline sets relations.
    """

    def __init__(self, nlp: Language) -> None:
        if not any("token.dep" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names):
            parts = ", ".join(nlp.pipe_names) or "nothing"
            msg = f"'nlp' must have a component that sets relations, such as a parser (got {parts})"
            raise PipelineError(msg)
        self._nlp = nlp
        self.language = str(nlp.lang)
        self.version = version_of(nlp)

    def parse(self, text: str, *, skip: Iterable[Span] = ()) -> Document:
        """Parse *text* paragraph by paragraph; words inside *skip* belong to no sentence."""
        spans, left_out = paragraphs(text), sorted(skip)
        pieces = [piece for span in spans for piece in _without(span, left_out)]
        texts = [piece.of(text).encode("utf-8", "replace").decode("utf-8") for piece in pieces]
        docs = self._nlp.pipe(texts, batch_size=32)
        return Document(
            text,
            spans,
            [s for piece, doc in zip(pieces, docs, strict=True) for s in sentences(doc, offset=piece.start)],
        )


def version_of(nlp: Language) -> str:
    """Name and version of a spaCy pipeline, as they are recorded."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


class SpacyDoc:
    """What a spaCy pipeline has read already, in the place of a pipeline.

    Args:
        doc: Parsed, as `SpacyPipeline` has it.

        version: Name and version of the pipeline that read it, where known.

    Raises:
        PipelineError: It has no relations.
    """

    def __init__(self, doc: Doc, version: str = "") -> None:
        if not doc.has_annotation("DEP") and doc.text.strip():
            msg = "'doc' must have relations, as a parser sets them (got none); add a parser to its pipeline"
            raise PipelineError(msg)
        self._doc = doc
        self.language = str(doc.lang_)
        self.version = version or f"spaCy Doc ({doc.lang_})"

    def parse(self, text: str, *, skip: Iterable[Span] = ()) -> Document:
        """Bring the `Doc` into our form; words inside *skip* belong to no sentence.

        Raises:
            ValueError: *text* is not the text of the `Doc`.
        """
        if text != self._doc.text:
            msg = f"'doc' must be of the same text as the article (got {self._doc.text[:40]!r}...)"
            raise ValueError(msg)
        spans, left_out = paragraphs(text), sorted(skip)
        allowed = [piece for span in spans for piece in _without(span, left_out)]
        return Document(text, spans, [s for sent in self._doc.sents for s in _inside(sent, allowed)])


def _inside(sent: SpacySpan, allowed: Sequence[Span]) -> Iterator[Sentence]:
    """A sentence, or its parts where it runs from one paragraph or over a passage that is left out."""
    first = bisect_right(allowed, sent.start_char, key=lambda piece: piece.end)
    for piece in allowed[first:]:
        if piece.start >= sent.end_char:
            break
        inside = [token.i for token in sent if piece.start <= token.idx < piece.end and not token.is_space]
        if not inside:
            continue
        part = sent.doc[inside[0] : inside[-1] + 1]
        if len(inside) == sum(not token.is_space for token in sent):
            yield from pieces(_sentence(sent, 0))
        else:
            yield from sentences(part.as_doc(), offset=part.start_char)


def _without(span: Span, left_out: list[Span]) -> Iterator[Span]:
    begin = span.start
    for hole in left_out:
        if hole.overlaps(span):
            if hole.start > begin:
                yield Span(begin, hole.start)
            begin = max(begin, hole.end)
    if begin < span.end:
        yield Span(begin, span.end)


def sentences(doc: Doc, *, offset: int = 0) -> Iterator[Sentence]:
    """Bring a parsed `Doc` into our form; blanks are left out.

    Args:
        doc: Parsed in Universal Dependencies or ClearNLP's relations.

        offset: Where the `Doc` begins in the text.
    """
    for sent in doc.sents:
        if any(not token.is_space for token in sent):
            yield from pieces(_sentence(sent, offset))


def _sentence(sent: SpacySpan, offset: int) -> Sentence:
    nodes = [
        _Node("root" if token.head.i == token.i else token.dep_, token.head.i - sent.start, token.pos_)
        for token in sent
    ]
    if any(node.dep in _CLEARNLP_ONLY for node in nodes):
        _to_universal(nodes, [token.lemma_ for token in sent])
    kept = [i for i, token in enumerate(sent) if not token.is_space]
    index = {old: new for new, old in enumerate(kept)}
    root = next((i for i in kept if nodes[i].head == i), kept[0])
    tokens = [
        Token(
            index[i],
            offset + sent[i].idx,
            offset + sent[i].idx + len(sent[i].text),
            sent[i].text,
            _lemma(sent[i].lemma_ or sent[i].text, nodes[i].pos),
            nodes[i].pos,
            str(sent[i].morph),
            nodes[i].dep,
            index.get(nodes[i].head, index[root]),
        )
        for i in kept
    ]
    names = [
        Name(Span(offset + ent.start_char, offset + ent.end_char), _KINDS[ent.label_])
        for ent in sent.ents
        if ent.label_ in _KINDS and ent.text.strip()
    ]
    return Sentence(tokens, names)


def _lemma(lemma: str, pos: str) -> str:
    return lemma if pos == "PROPN" or lemma == "I" else lemma.lower()


def _to_universal(nodes: list[_Node], lemmas: list[str]) -> None:
    """Turn ClearNLP's trees, where prepositions and copulas govern, into UD's, in place."""
    for node in nodes:
        node.dep = _RENAMED.get(node.dep, node.dep)
    _lower_prepositions(nodes)
    _lower_copulas(nodes, lemmas)


def _lower_prepositions(nodes: list[_Node]) -> None:
    """Make "talks <-prep- with <-pobj- Kyiv" into "talks <-nmod- Kyiv, with <-case- Kyiv"."""
    for index, node in enumerate(nodes):
        if node.dep not in {"pobj", "pcomp"}:
            continue
        preposition = nodes[node.head]
        noun = node.dep == "pobj"
        governor = preposition.head
        nominal = nodes[governor].pos in {"NOUN", "PROPN", "PRON", "NUM"}
        if preposition.dep == "agent":
            node.dep = "obl:agent"
        elif noun:
            node.dep = "nmod" if nominal else "obl"
        else:
            node.dep = "acl" if nominal else "advcl"
        for sibling in nodes:
            if sibling is not node and sibling.head == node.head and sibling is not preposition:
                sibling.head = index
        preposition_index = node.head
        if preposition.head == preposition_index:
            node.dep, node.head = "root", index
        else:
            node.head = governor
        preposition.dep, preposition.head = ("case" if noun else "mark"), index


def _lower_copulas(nodes: list[_Node], lemmas: list[str]) -> None:
    """Make "is <-attr- genius" into "genius -cop-> is", with all that hung on the verb."""
    for index, node in enumerate(nodes):
        if node.dep not in {"attr", "acomp"}:
            continue
        verb_index = node.head
        verb = nodes[verb_index]
        if lemmas[verb_index].lower() != "be":
            node.dep = "xcomp"
            continue
        children: dict[int, list[_Node]] = defaultdict(list)
        for other in nodes:
            children[other.head].append(other)
        for sibling in children[verb_index]:
            if sibling is not node and sibling is not verb:
                sibling.head = index
        node.dep = verb.dep
        node.head = index if verb.head == verb_index else verb.head
        verb.dep, verb.head, verb.pos = "cop", index, "AUX"
