"""Values as JSON records, and back: the one converter that readers, writers and the command line share.

A record is what `json` reads and writes. `converter` knows every value; the functions here add what JSON
leaves open: which version of the format it is, what an id refers to, and where in a record a fault is.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from contextvars import ContextVar
from difflib import get_close_matches
from enum import StrEnum
from reprlib import Repr
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, get_args, get_origin

from attrs import NOTHING, Factory, evolve, field, fields, frozen, has, resolve_types
from cattrs import (
    BaseValidationError,
    ClassValidationError,
    Converter,
    IterableValidationError,
    transform_error,
)
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_unstructure_fn, override

from .errors import ArticleFormatError
from .values import (
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

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterator, Sequence

    Reader = Callable[[Any, Any], Any]

__all__ = ["article_from_record", "article_to_record", "dumps", "from_record", "loads", "to_record"]

T = TypeVar("T")

SCHEMA: Final = 1
"""The version of the format, in each analysis record as ``schema``."""

converter: Final = Converter(unstruct_collection_overrides={tuple: list})
"""Turns every value into a record and back; `structure` also says where a record is wrong."""

_FLAT: Final[set[type[Any]]] = {Mention, Evidence, Boilerplate, AnalysisWarning}

_FAULTS = (ValueError, TypeError, KeyError, BaseValidationError)

# Surrogates can't be encoded; the others end a line for `str.splitlines`, and a record is one line.
_UNSAFE = re.compile("[\ud800-\udfff\x85\u2028\u2029]")
_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

_brief = Repr()
_brief.maxstring = _brief.maxother = 60


@frozen
class _Surroundings:
    """What the parts of an analysis record refer to: its text, and who and what goes by which id."""

    text: str | None = None
    actors: Mapping[str, Actor] = field(factory=dict)
    quotes: Mapping[str, Quote] = field(factory=dict)


_surroundings: ContextVar[_Surroundings] = ContextVar("_surroundings", default=_Surroundings())  # noqa: B039 - frozen


# --- In and out ----------------------------------------------------------------------------------


def to_record(analysis: Analysis) -> dict[str, Any]:
    """An analysis as the record that ``stancekit analyze --format jsonl`` writes.

    Example:
        >>> record = to_record(Analysis(Article("Ann left.", id="n1"), actors=[Actor("a1", "Ann", "person")]))
        >>> record["article"]
        {'id': 'n1', 'text': 'Ann left.', 'language': 'en'}
    """
    return {"schema": SCHEMA, **converter.unstructure(analysis)}


def from_record(record: Any, *, source: str = "<record>") -> Analysis:
    """Read an analysis record.

    Args:
        record: What `to_record` made; keys that it does not make are ignored.

        source: What to call the record in an error.

    Raises:
        ArticleFormatError: The record breaks the format; says all that is wrong, and where.

    Example:
        >>> from_record({"schema": 1, "article": {"text": ""}, "warnings": [{"kind": "odd"}]})
        Traceback (most recent call last):
        ...
        stancekit.errors.ArticleFormatError: <record>: must be one of 'empty-text', ... (got 'odd')
        @ $.warnings[0].kind; required field missing @ $.warnings[0].message
    """
    if isinstance(record, Mapping):
        _check_schema(record.get("schema"), source)
    return structure(record, Analysis, source=source)


def article_to_record(article: Article) -> dict[str, Any]:
    """An article as a record, without the fields that it leaves open."""
    record: dict[str, Any] = converter.unstructure(article)
    return record


def article_from_record(record: Any, *, source: str = "<record>") -> Article:
    """Read an article's record, as corpora keep them: a null is a field left out, an id may be a number.

    Args:
        record: ``text``, and any other field of `Article`; further keys are ignored.

        source: What to call the record in an error.

    Raises:
        ArticleFormatError: The record is no article; says all that is wrong, and where.

    Example:
        >>> article_from_record({"text": "Ann left.", "id": 7, "title": None, "length": 9})
        Article(text='Ann left.', id='7', title=None, ...)
    """
    if isinstance(record, Mapping) and "schema" in record:
        _check_schema(record["schema"], source)
    return structure(record, Article, source=source)


def dumps(analysis: Analysis) -> str:
    """An analysis as one line of JSON, without the line's end; see `to_record` and `to_line`."""
    return to_line(to_record(analysis))


def loads(line: str | bytes, *, source: str = "<record>") -> Analysis:
    """Read what `dumps` wrote.

    Raises:
        ArticleFormatError: The line is not JSON, or not an analysis record.
    """
    return from_record(from_line(line, source=source), source=source)


def to_line(record: Any) -> str:
    r"""A record as one line of JSON that can be encoded as UTF-8, whatever is in it.

    Raises:
        ValueError: A number is not finite, or a text holds the two surrogates of one character as two
            characters: in JSON they would become one, and every later offset would be wrong.

    Example:
        >>> print(to_line({"text": "é \ud800 \u2028"}))
        {"text": "é \ud800 \u2028"}
    """
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    if pair := _SPLIT_PAIR.search(line):
        msg = (
            f"a record must not hold a character as two surrogates (got {pair[0]!r}); to join them: "
            "text.encode('utf-16', 'surrogatepass').decode('utf-16', 'surrogatepass')"
        )
        raise ValueError(msg)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def from_line(line: str | bytes, *, source: str = "<record>") -> Any:
    """Read one JSON text, of any shape.

    Raises:
        ArticleFormatError: It is not JSON: misspelled, nested too deeply, a number that is none.
    """
    try:
        return json.loads(line, parse_constant=_refuse_constant)
    except RecursionError:
        raise ArticleFormatError(source, ["not valid JSON: nested too deeply"]) from None
    except ValueError as exc:
        raise ArticleFormatError(source, [f"not valid JSON: {exc}"]) from None


def structure(record: Any, type_: type[T], *, source: str = "<record>", place: str = "$") -> T:
    """Read a record as a value of one type, such as a `Candidate`.

    Args:
        record: The record.

        type_: What it should be.

        source: What to call the record in an error.

        place: Where in the source it stands, for the places of its faults.

    Raises:
        ArticleFormatError: The record breaks the type's rules; says all that is wrong, and where.

    Example:
        >>> structure({"text": "Ann praised Bob.", "target": [12, 15]}, Candidate)
        Candidate(text='Ann praised Bob.', target=Span(start=12, end=15), holder=None, others=())
    """
    try:
        return converter.structure(record, type_)
    except _FAULTS as exc:
        faults = transform_error(exc, place, format_exception=_reason)
        raise ArticleFormatError(source, faults) from None


def _check_schema(schema: Any, source: str) -> None:
    if schema is None or (schema == SCHEMA and not isinstance(schema, bool)):
        return
    rule = f"'schema' must be {SCHEMA}; a newer stancekit may read others"
    raise ArticleFormatError(source, [f"{rule} (got {_brief.repr(schema)}) @ $.schema"])


def _refuse_constant(name: str) -> None:
    msg = f"{name} is not a number"
    raise ValueError(msg)


def _reason(exc: BaseException, _: type | None) -> str:
    """Prefer the value's own words over a general phrase."""
    return "required field missing" if isinstance(exc, KeyError) else str(exc.args[0])


# --- Plain things: strict, so that no null becomes "None" and no text a list of letters ------------


def _refuse(rule: str, value: Any) -> NoReturn:
    msg = f"must be {rule} (got {_brief.repr(value)})"
    raise TypeError(msg)


def _read_str(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        _refuse("a string", value)
    return value


def _read_int(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        _refuse("a whole number", value)
    return value


def _read_float(value: Any, _: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        _refuse("a number", value)
    try:
        return float(value)
    except OverflowError:
        _refuse("a number that fits a float", value)


def _read_word(value: Any, type_: type[StrEnum]) -> StrEnum:
    if isinstance(value, str) and value in type_.__members__.values():
        return type_(value)
    words = ", ".join(repr(word.value) for word in type_)
    msg = f"must be one of {words} (got {_brief.repr(value)})"
    raise ValueError(msg)


def _read_span(value: Any, _: Any) -> Span:
    if not isinstance(value, list | tuple) or len(value) != 2:
        _refuse("[start, end]", value)
    return _inside(Span(_read_int(value[0], int), _read_int(value[1], int)))


def _inside(span: Span) -> Span:
    text = _surroundings.get().text
    if text is not None and span.end > len(text):
        msg = f"must lie inside the text of {len(text)} characters (got {span.start} to {span.end})"
        raise ValueError(msg)
    return span


def _is_tuple_of_any_length(type_: Any) -> bool:
    return get_origin(type_) is tuple and get_args(type_)[-1] is ...


def _read_tuples(type_: Any, read_item: Reader | None = None) -> Callable[[Any, Any], tuple[Any, ...]]:
    """For ``tuple[X, ...]``: a list of X, each of whose faults is told."""
    (item_type, _) = get_args(type_)
    hook: Reader = read_item or converter.get_structure_hook(item_type)

    def read(values: Any, _: Any) -> tuple[Any, ...]:
        items, faults = [], []
        for index, value in enumerate(_as_list(values)):
            try:
                items.append(hook(value, item_type))
            except _FAULTS as exc:
                faults.append(_at_index(exc, index))
        if faults:
            msg = "while reading a list"
            raise IterableValidationError(msg, faults, type_)
        return tuple(items)

    return read


def _as_list(values: Any) -> list[Any] | tuple[Any, ...]:
    if not isinstance(values, list | tuple):
        _refuse("a list", values)
    return values


def _as_object(record: Any) -> Mapping[str, Any]:
    if not isinstance(record, Mapping):
        _refuse("an object", record)
    return record


def _at_index(exc: Exception, index: int | str) -> Exception:
    exc.add_note(IterableValidationNote(f"at {index}", index, None))
    return exc


def _at_field(exc: Exception, name: str) -> Exception:
    exc.add_note(AttributeValidationNote(f"in {name}", name, None))
    return exc


# --- Values --------------------------------------------------------------------------------------


def reader_of(
    cls: type[Any],
    *,
    flat: bool = False,
    closed: bool = False,
    keys: Mapping[str, str] | None = None,
    **hooks: Reader,
) -> Reader:
    """Read an object as *cls*, field by field.

    Unlike the hooks that cattrs generates, this one tells the faults of all fields, and those that the
    value's own rules find among them.

    Args:
        cls: An attrs class.

        flat: Whether its span is written as ``start`` and ``end`` of the object itself.

        closed: Whether a key that stands for no field is a fault; it is ignored elsewhere.

        keys: Of fields that are called otherwise in records.

        hooks: For some fields, instead of the converter's own.
    """
    resolve_types(cls)
    if flat:
        hooks["span"] = _read_ends
    columns = [(f, hooks.get(f.name) or converter.get_structure_hook(f.type)) for f in fields(cls)]
    key_of = {f.name: f.name for f in fields(cls)} | dict(keys or {})

    def read(record: Any, _: Any) -> Any:
        record = _as_object(record)
        given: dict[str, Any] = {}
        faults: dict[str, Exception] = {}
        for column, hook in columns:
            name, key = column.name, key_of[column.name]
            whole = flat and name == "span"
            try:
                if whole or key in record:
                    given[name] = hook(record if whole else record[key], column.type)
                elif column.default is NOTHING:
                    raise KeyError(key)
            except _FAULTS as exc:
                faults[name] = exc if whole else _at_field(exc, key)
        if closed:
            faults |= _unknown_keys(record, [*key_of.values()])
        return _build(cls, given, faults, key_of)

    return read


def _unknown_keys(record: Mapping[str, Any], known: Sequence[str]) -> dict[str, Exception]:
    """A fault for each key of an object that stands for nothing."""
    faults: dict[str, Exception] = {}
    for key in record:
        if key not in known:
            near = get_close_matches(str(key), known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(known)}"
            faults[f"unknown {key}"] = ValueError(f"unknown key {_brief.repr(key)}{hint}")
    return faults


def _read_ends(record: Mapping[str, Any], type_: Any) -> Span | None:
    ends = [record.get("start"), record.get("end")]
    if ends == [None, None] and type_ is not Span:
        return None
    for name, offset in zip(("start", "end"), ends, strict=True):
        if not isinstance(offset, int) or isinstance(offset, bool):
            msg = f"{name!r} must be a whole number (got {_brief.repr(offset)})"
            raise TypeError(msg)
    return _inside(Span(*ends))


def _build(
    cls: type[T], given: Mapping[str, Any], faults: Mapping[str, Exception], key_of: Mapping[str, str]
) -> T:
    """Make the value, or raise the faults of all its fields together."""
    told = [*faults.values()]
    if not told:
        try:
            return cls(**given)
        except (TypeError, ValueError) as exc:
            told = [*_broken_rules(cls, given, faults, key_of)] or [exc]
    else:
        told += _broken_rules(cls, given, faults, key_of)
    msg = f"while reading {cls.__name__}"
    raise ClassValidationError(msg, told, cls)


def _broken_rules(
    cls: type[Any], given: Mapping[str, Any], unread: Collection[str], key_of: Mapping[str, str]
) -> Iterator[Exception]:
    """What the rules of *cls* say of each field; its own ``__init__`` stops at the first that is broken."""
    draft = object.__new__(cls)
    for column in fields(cls):
        value = given.get(column.name, column.default)
        if column.name in unread or value is NOTHING or isinstance(value, Factory):  # type: ignore[arg-type]
            continue
        try:
            object.__setattr__(draft, column.name, column.converter(value) if column.converter else value)
        except (TypeError, ValueError) as exc:
            yield _at_field(exc, key_of[column.name])
    for column in fields(cls):
        if column.validator is None or not hasattr(draft, column.name):
            continue
        try:
            column.validator(draft, column, getattr(draft, column.name))
        except AttributeError:
            continue  # the rule compares with a field that has a fault of its own
        except (TypeError, ValueError) as exc:
            yield _at_field(exc, key_of[column.name])


def _read_article(record: Any, type_: Any) -> Article:
    return _read_article_fields({k: v for k, v in _as_object(record).items() if v is not None}, type_)


def read_id(value: Any, type_: Any) -> str:
    """A hook for ids, which may be numbers."""
    return str(_read_int(value, int)) if isinstance(value, int) else _read_str(value, type_)


def read_texts(value: Any, type_: Any) -> tuple[str, ...]:
    """A hook for lists of strings; one that is no list stands for itself."""
    if isinstance(value, str):
        return (value,)
    return _read_strings(value, type_)


def _read_pair(value: Any, _: Any) -> tuple[Span, Span]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        _refuse("[[start, end], [start, end]]", value)
    return _read_span(value[0], Span), _read_span(value[1], Span)


def _read_origin(value: Any, _: Any) -> SourceMap:
    return SourceMap(_read_pairs(value, None))


def _read_evidence(record: Any, type_: Any) -> Evidence:
    """Evidence in an analysis may leave its words to the article's text."""
    evidence = _read_evidence_fields(record, type_)
    text = _surroundings.get().text
    return evidence if "text" in record or text is None else evolve(evidence, text=evidence.span.of(text))


# --- Parts of an analysis, which name each other by id ---------------------------------------------


def _known(what: str, known: Mapping[str, T], id_: Any) -> T:
    if isinstance(id_, str) and id_ in known:
        return known[id_]
    msg = f"unknown {what} {_brief.repr(id_)}"
    raise ValueError(msg)


def _find_actor(id_: Any, _: Any) -> Actor:
    return _known("actor", _surroundings.get().actors, id_)


def _find_speaker(id_: Any, type_: Any) -> Actor | None:
    return None if id_ is None else _find_actor(id_, type_)


def _find_holder(id_: Any, type_: Any) -> Actor | Narrator:
    return NARRATOR if id_ == NARRATOR.id else _find_actor(id_, type_)


def _find_quote(id_: Any, _: Any) -> Quote | None:
    return None if id_ is None else _known("quote", _surroundings.get().quotes, id_)


def _read_analysis(record: Any, type_: Any) -> Analysis:
    # The fields of an analysis stand in the order in which they refer to each other, so that each
    # leaves in the surroundings what the next ones need.
    token = _surroundings.set(_Surroundings())
    try:
        return _read_sections(record, type_)
    finally:
        _surroundings.reset(token)


def _read_first(record: Any, type_: Any) -> Article:
    try:
        return _read_article(record, type_)
    finally:
        # Even where the article has another fault, the spans of the rest can be held against its text.
        text = record.get("text") if isinstance(record, Mapping) else None
        _surroundings.set(evolve(_surroundings.get(), text=text if isinstance(text, str) else None))


def _read_actors(records: Any, type_: Any) -> tuple[Actor, ...]:
    actors: tuple[Actor, ...] = ()
    try:
        actors = _read_every_actor(records, type_)
    except _FAULTS:
        # Who refers to an actor with a fault has none for that.
        actors = tuple(Actor(id_, id_, ActorKind.UNNAMED) for id_ in _ids(records) if id_)
        raise
    finally:
        _surroundings.set(evolve(_surroundings.get(), actors={actor.id: actor for actor in actors}))
    return actors


def _read_quotes(records: Any, _: Any) -> tuple[Quote, ...]:
    ids = _ids(_as_list(records))
    quotes: dict[int, Quote] = {}
    faults: dict[int, Exception] = {}
    # As with actors: who refers to a quote with a fault has none for that.
    known = {id_: Quote(id_, QuoteKind.DIRECT, [Span(0, 1)]) for id_ in ids if id_}
    _surroundings.set(evolve(_surroundings.get(), quotes=known))
    for index in _parents_first(records, ids):
        try:
            quotes[index] = known[ids[index]] = _read_quote(records[index], Quote)
        except _FAULTS as exc:
            faults[index] = _at_index(exc, index)
    for index in {*range(len(ids))} - {*quotes, *faults}:
        msg = f"'parent' must not lead round in a ring (got {_brief.repr(records[index]['parent'])})"
        faults[index] = _at_index(ValueError(msg), index)
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


def _read_versions(record: Any, _: Any) -> tuple[tuple[str, str], ...]:
    versions, faults = [], []
    for name, version in _as_object(record).items():
        try:
            versions.append((name, _read_str(version, str)))
        except TypeError as exc:
            faults.append(_at_index(exc, name))
    if faults:
        msg = "while reading versions"
        raise IterableValidationError(msg, faults, dict)
    return tuple(versions)


# --- Out -----------------------------------------------------------------------------------------


def _id_of(somebody: Actor | Narrator | Quote | None) -> str | None:
    return None if somebody is None else somebody.id


def _flat_writer_of(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    write = make_dict_unstructure_fn(cls, converter, span=override(omit=True))

    def write_flat(value: Any) -> dict[str, Any]:
        span = value.span
        return {"start": span and span.start, "end": span and span.end, **write(value)}

    return write_flat


def _article_writer() -> Callable[[Article], dict[str, Any]]:
    write = make_dict_unstructure_fn(Article, converter, published=override(unstruct_hook=_iso_format))

    def write_article(article: Article) -> dict[str, Any]:
        told = {name: value for name, value in write(article).items() if value is not None}
        if not article.authors:
            del told["authors"]
        return {"id": article.id, **told}

    return write_article


def _iso_format(published: dt.date | None) -> str | None:
    return None if published is None else published.isoformat()


def _stance_writer() -> Callable[[Stance], dict[str, Any]]:
    as_id = override(unstruct_hook=_id_of)
    write = make_dict_unstructure_fn(Stance, converter, holder=as_id, target=as_id, quote=as_id)

    def write_stance(stance: Stance) -> dict[str, Any]:
        return {**write(stance), "attitude": stance.attitude.value}

    return write_stance


def _write_analysis(analysis: Analysis) -> dict[str, Any]:
    sections = ("article", "warnings", "actors", "quotes", "stances", "boilerplate")
    record = {name: converter.unstructure(getattr(analysis, name)) for name in sections}
    return {**record, "versions": dict(analysis.versions)}


# --- The converter: plain things first, since each hook below looks up those of its fields ----------

converter.register_structure_hook(str, _read_str)
converter.register_structure_hook(int, _read_int)
converter.register_structure_hook(float, _read_float)
converter.register_structure_hook(StrEnum, _read_word)
converter.register_structure_hook_factory(_is_tuple_of_any_length, _read_tuples)
converter.register_structure_hook_factory(lambda t: isinstance(t, type) and has(t), reader_of)
converter.register_structure_hook(Span, _read_span)
converter.register_structure_hook_func(lambda t: t == tuple[Span, Span], _read_pair)
_read_strings: Final = _read_tuples(tuple[str, ...])
_read_pairs: Final = _read_tuples(tuple[tuple[Span, Span], ...])
converter.register_structure_hook(SourceMap, _read_origin)

_read_article_fields: Final[Callable[[Any, Any], Article]] = reader_of(
    Article, id=read_id, published=_read_str, authors=read_texts
)
_read_evidence_fields: Final[Callable[[Any, Any], Evidence]] = reader_of(Evidence, flat=True)
converter.register_structure_hook(Article, _read_article)
converter.register_structure_hook(Evidence, _read_evidence)
for _cls in _FLAT - {Evidence}:
    converter.register_structure_hook(_cls, reader_of(_cls, flat=True))
converter.register_structure_hook(Candidate, reader_of(Candidate, sentence=lambda *_: None))

_find_speakers: Final = _read_tuples(tuple[Actor, ...], _find_actor)
_read_quote: Final[Callable[[Any, Any], Quote]] = reader_of(
    Quote, speaker=_find_speaker, speakers=_find_speakers, parent=_find_quote
)
converter.register_structure_hook(Quote, _read_quote)
converter.register_structure_hook(
    Stance, reader_of(Stance, holder=_find_holder, target=_find_actor, quote=_find_quote)
)
_read_every_actor: Final = _read_tuples(tuple[Actor, ...])
_read_sections: Final[Callable[[Any, Any], Analysis]] = reader_of(
    Analysis, article=_read_first, actors=_read_actors, quotes=_read_quotes, versions=_read_versions
)
converter.register_structure_hook(Analysis, _read_analysis)

converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
converter.register_unstructure_hook(SourceMap, lambda origin: converter.unstructure(origin.pieces))
converter.register_unstructure_hook(Narrator, _id_of)
for _cls in _FLAT:
    converter.register_unstructure_hook(_cls, _flat_writer_of(_cls))
converter.register_unstructure_hook(Article, _article_writer())
_as_id: Final = override(unstruct_hook=_id_of)
_as_ids: Final = override(unstruct_hook=lambda somebody: [_id_of(one) for one in somebody])
converter.register_unstructure_hook(
    Candidate, make_dict_unstructure_fn(Candidate, converter, sentence=override(omit=True))
)
converter.register_unstructure_hook(
    Quote, make_dict_unstructure_fn(Quote, converter, speaker=_as_id, speakers=_as_ids, parent=_as_id)
)
converter.register_unstructure_hook(Stance, _stance_writer())
converter.register_unstructure_hook(Analysis, _write_analysis)
