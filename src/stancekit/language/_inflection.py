"""The forms of English verbs, and the way back from a form to its verb."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from ._function_words import VERB_PREFIXES

_VOWELS: Final = frozenset("aeiou")
_SHORTEST = 2
"""Letters of a stem: "dying" is of "die"."""

OTHER_VERBS: Final = frozenset("found ground lay left rebound saw wound".split())
"""Forms of one verb that are the base of another."""


@lru_cache(maxsize=20_000)
def inflections(verb: str) -> frozenset[str]:
    """The forms of a verb, its base included; some that do not exist do no harm.

    Example:
        >>> sorted(inflections("deny"))
        ['denied', 'denies', 'deny', 'denying']
        >>> "quipped" in inflections("quip"), "misled" in inflections("mislead")
        (True, True)
    """
    return frozenset({verb, *_regular(verb), *_irregular(verb)})


@lru_cache(maxsize=20_000)
def base_of(form: str) -> str | None:
    """The verb of an irregular form; `None` for a regular one, and where it may be another verb's base.

    Example:
        >>> base_of("stole"), base_of("misled"), base_of("found"), base_of("denied")
        ('steal', 'mislead', None, None)
    """
    for prefix in ("", *VERB_PREFIXES):
        rest = form.removeprefix(prefix) if form.startswith(prefix) else ""
        if rest in _bases() and not {form, rest} & OTHER_VERBS:
            return prefix + _bases()[rest]
    return None


def regular_bases(form: str) -> list[str]:
    """What a regular form may be a form of; some of them are no verbs.

    Example:
        >>> regular_bases("bullied"), regular_bases("stopping")
        (['bully', 'bulli', 'bullie'], ['stop', 'stopp', 'stoppe'])
    """
    found: list[str] = []
    for ending in ("ed", "ing", "es", "s", "d"):
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < _SHORTEST:
            continue
        found += [stem[:-1] + "y"] if stem.endswith("i") else []
        found += [stem[:-1] + "ie"] if ending == "ing" and stem.endswith("y") else []
        found += [stem[:-1]] if stem[-1] == stem[-2] else []
        found += [stem, stem + "e"]
    return [base for base in dict.fromkeys(found) if form in _regular(base)]


def _regular(verb: str) -> set[str]:
    if verb.endswith("ie"):
        return {verb + "s", verb + "d", verb[:-2] + "ying"}
    if verb.endswith("e"):
        return {verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    forms = {verb + plural, verb + "ed", verb + "ing"}
    if verb[-1:] not in "aeiouwxy" and verb[-2:-1] in _VOWELS:
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return forms


def _irregular(verb: str) -> set[str]:
    for prefix in ("", *VERB_PREFIXES):
        rest = verb.removeprefix(prefix) if verb.startswith(prefix) else ""
        if rest in _forms():
            return {prefix + form for form in _forms()[rest]}
    return set()


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    table = (files("stancekit.language") / "data" / "irregular.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t")
    return {row["base"]: tuple("|".join((row["past"], row["participle"])).split("|")) for row in rows}


@cache
def _bases() -> dict[str, str]:
    return {form: base for base, forms in _forms().items() for form in forms if form not in _forms()}
