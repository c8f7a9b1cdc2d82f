"""Values to records."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cattrs.gen import make_dict_unstructure_fn, override

from ..values import Actor, Analysis, Article, Candidate, Narrator, Quote, SourceMap, Span, Stance
from ._plain import converter
from ._reading import FLAT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable


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


def _quote_writer() -> Callable[[Quote], dict[str, Any]]:
    as_id = override(unstruct_hook=_id_of)
    as_ids = override(unstruct_hook=lambda somebody: [_id_of(one) for one in somebody])
    write = make_dict_unstructure_fn(Quote, converter, speakers=as_ids, parent=as_id)

    def write_quote(quote: Quote) -> dict[str, Any]:
        record = write(quote)
        last = {name: record.pop(name) for name in ("speakers", "parent")}
        return {**record, "speaker": _id_of(quote.speaker), **last}

    return write_quote


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


converter.register_unstructure_hook(StrEnum, lambda word: word.value)
converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
converter.register_unstructure_hook(SourceMap, lambda origin: converter.unstructure(origin.pieces))
converter.register_unstructure_hook(Narrator, _id_of)
for _cls in FLAT:
    converter.register_unstructure_hook(_cls, _flat_writer_of(_cls))
converter.register_unstructure_hook(Article, _article_writer())
converter.register_unstructure_hook(
    Candidate, make_dict_unstructure_fn(Candidate, converter, sentence=override(omit=True))
)
converter.register_unstructure_hook(Quote, _quote_writer())
converter.register_unstructure_hook(Stance, _stance_writer())
converter.register_unstructure_hook(Analysis, _write_analysis)
