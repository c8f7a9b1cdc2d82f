"""Records of articles and analyses to values; the parts of an analysis name each other by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import evolve, has
from cattrs import ClassValidationError, IterableValidationError

from ..values import (
    NARRATOR,
    Actor,
    ActorKind,
    Analysis,
    AnalysisWarning,
    Article,
    Boilerplate,
    Candidate,
    Evidence,
    Mention,
    Narrator,
    Quote,
    QuoteKind,
    SourceMap,
    Span,
    Stance,
)
from ._objects import reader_of
from ._plain import (
    FAULTS,
    T,
    as_list,
    as_object,
    at_field,
    at_index,
    brief,
    converter,
    read_int,
    read_span,
    read_str,
    read_texts,
    read_tuples,
    refuse,
)
from ._surroundings import Surroundings, surroundings

FLAT: Final[set[type[Any]]] = {Mention, Evidence, Boilerplate, AnalysisWarning}


def _read_article(record: Any, type_: Any) -> Article:
    return _read_article_fields({k: v for k, v in as_object(record).items() if v is not None}, type_)


def read_id(value: Any, type_: Any) -> str:
    """A hook for ids, which may be numbers."""
    return str(read_int(value, int)) if isinstance(value, int) else read_str(value, type_)


def _read_pair(value: Any, _: Any) -> tuple[Span, Span]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        refuse("[[start, end], [start, end]]", value)
    return read_span(value[0], Span), read_span(value[1], Span)


def _read_origin(value: Any, _: Any) -> SourceMap:
    return SourceMap(_read_pairs(value, None))


def _read_evidence(record: Any, type_: Any) -> Evidence:
    """Evidence in an analysis may leave its words to the article's text."""
    evidence = _read_evidence_fields(record, type_)
    text = surroundings.get().text
    return evidence if "text" in record or text is None else evolve(evidence, text=evidence.span.of(text))


def _known(what: str, known: Mapping[str, T], id_: Any) -> T:
    if isinstance(id_, str) and id_ in known:
        return known[id_]
    msg = f"unknown {what} {brief.repr(id_)}"
    raise ValueError(msg)


def _find_actor(id_: Any, _: Any) -> Actor:
    return _known("actor", surroundings.get().actors, id_)


def _find_speaker(id_: Any, type_: Any) -> Actor | None:
    return None if id_ is None else _find_actor(id_, type_)


def _read_quote(record: Any, type_: Any) -> Quote:
    """A record names the first speaker apart, and may name him alone."""
    record = as_object(record)
    faults: list[Exception] = []
    speaker = None
    try:
        speaker = _find_speaker(record.get("speaker"), type_)
    except FAULTS as exc:
        faults.append(at_field(exc, "speaker"))
    if "speakers" not in record:
        record = {**record, "speakers": [] if speaker is None else [speaker.id]}
    try:
        quote = _read_quote_fields(record, type_)
        if not faults:
            _check_first_speaker(quote, speaker)
    except ClassValidationError as exc:
        faults += exc.exceptions
    except ValueError as exc:
        faults.append(at_field(exc, "speakers"))
    if faults:
        msg = "while reading Quote"
        raise ClassValidationError(msg, faults, Quote)
    return quote


def _check_first_speaker(quote: Quote, speaker: Actor | None) -> None:
    if quote.speaker is not speaker:
        told, first = (None if who is None else who.name for who in (speaker, quote.speaker))
        msg = f"'speakers' must begin with the speaker, {told!r} (got {first!r})"
        raise ValueError(msg)


def _find_holder(id_: Any, type_: Any) -> Actor | Narrator:
    return NARRATOR if id_ == NARRATOR.id else _find_actor(id_, type_)


def _find_quote(id_: Any, _: Any) -> Quote | None:
    return None if id_ is None else _known("quote", surroundings.get().quotes, id_)


def _read_analysis(record: Any, type_: Any) -> Analysis:
    # The fields of an analysis stand in the order in which they refer to each other, so that each
    # leaves in the surroundings what the next ones need.
    token = surroundings.set(Surroundings())
    try:
        return _read_sections(record, type_)
    finally:
        surroundings.reset(token)


def _read_first(record: Any, type_: Any) -> Article:
    try:
        return _read_article(record, type_)
    finally:
        # Even where the article has another fault, the spans of the rest can be held against its text.
        text = record.get("text") if isinstance(record, Mapping) else None
        surroundings.set(evolve(surroundings.get(), text=text if isinstance(text, str) else None))


def _read_actors(records: Any, type_: Any) -> tuple[Actor, ...]:
    actors: tuple[Actor, ...] = ()
    try:
        actors = _read_every_actor(records, type_)
    except FAULTS:
        # Who refers to an actor with a fault has none for that.
        actors = tuple(Actor(id_, id_, ActorKind.UNNAMED) for id_ in _ids(records) if id_)
        raise
    finally:
        surroundings.set(evolve(surroundings.get(), actors={actor.id: actor for actor in actors}))
    return actors


def _read_quotes(records: Any, _: Any) -> tuple[Quote, ...]:
    ids = _ids(as_list(records))
    quotes: dict[int, Quote] = {}
    faults: dict[int, Exception] = {}
    # As with actors: who refers to a quote with a fault has none for that.
    known = {id_: Quote(id_, QuoteKind.DIRECT, [Span(0, 1)]) for id_ in ids if id_}
    surroundings.set(evolve(surroundings.get(), quotes=known))
    for index in _parents_first(records, ids):
        try:
            quotes[index] = known[ids[index]] = _read_quote(records[index], Quote)
        except FAULTS as exc:
            faults[index] = at_index(exc, index)
    for index in {*range(len(ids))} - {*quotes, *faults}:
        msg = f"'parent' must not lead round in a ring (got {brief.repr(records[index]['parent'])})"
        faults[index] = at_index(ValueError(msg), index)
    if faults:
        msg = "while reading quotes"
        raise IterableValidationError(msg, [faults[index] for index in sorted(faults)], tuple[Quote, ...])
    return tuple(quotes[index] for index in range(len(ids)))


def _ids(records: Any) -> list[str]:
    """What the records of a list say they are called; an empty text where they don't."""
    if not isinstance(records, list | tuple):
        return []
    ids = [record.get("id") if isinstance(record, Mapping) else None for record in records]
    return [id_ if isinstance(id_, str) else "" for id_ in ids]


def _parents_first(records: Any, ids: list[str]) -> list[int]:
    """Where the quotes stand, each behind its parent; those in a ring of parents, and theirs, nowhere."""
    places = {id_: index for index, id_ in enumerate(ids) if id_}
    nested: defaultdict[int, list[int]] = defaultdict(list)
    order: list[int] = []
    for index, record in enumerate(records):
        parent = record.get("parent") if isinstance(record, Mapping) else None
        place = places.get(parent) if isinstance(parent, str) else None
        (order if place is None else nested[place]).append(index)
    for index in order:  # grows as it goes
        order.extend(nested[index])
    return order


def _read_versions(record: Any, _: Any) -> Mapping[str, str]:
    versions: dict[str, str] = {}
    faults = []
    for name, version in as_object(record).items():
        try:
            versions[name] = read_str(version, str)
        except TypeError as exc:
            faults.append(at_index(exc, name))
    if faults:
        msg = "while reading versions"
        raise IterableValidationError(msg, faults, dict)
    return versions


converter.register_structure_hook_factory(lambda t: isinstance(t, type) and has(t), reader_of)
converter.register_structure_hook_func(lambda t: t == tuple[Span, Span], _read_pair)
_read_pairs: Final = read_tuples(tuple[tuple[Span, Span], ...])
converter.register_structure_hook(SourceMap, _read_origin)

_read_article_fields: Final[Callable[[Any, Any], Article]] = reader_of(
    Article, id=read_id, published=read_str, authors=read_texts
)
_read_evidence_fields: Final[Callable[[Any, Any], Evidence]] = reader_of(Evidence, flat=True)
converter.register_structure_hook(Article, _read_article)
converter.register_structure_hook(Evidence, _read_evidence)
for _cls in FLAT - {Evidence}:
    converter.register_structure_hook(_cls, reader_of(_cls, flat=True))
converter.register_structure_hook(Candidate, reader_of(Candidate, sentence=lambda *_: None))

_find_speakers: Final = read_tuples(tuple[Actor, ...], _find_actor)
_read_quote_fields: Final[Callable[[Any, Any], Quote]] = reader_of(
    Quote, speakers=_find_speakers, parent=_find_quote
)
converter.register_structure_hook(Quote, _read_quote)
converter.register_structure_hook(
    Stance, reader_of(Stance, holder=_find_holder, target=_find_actor, quote=_find_quote)
)
_read_every_actor: Final = read_tuples(tuple[Actor, ...])
_read_sections: Final[Callable[[Any, Any], Analysis]] = reader_of(
    Analysis, article=_read_first, actors=_read_actors, quotes=_read_quotes, versions=_read_versions
)
converter.register_structure_hook(Analysis, _read_analysis)
