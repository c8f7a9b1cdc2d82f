"""The fixed vocabularies: each is a string, so it compares and serializes as one."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import StrEnum
from typing import NoReturn

from ._fields import shown


class _Word(StrEnum):
    """A vocabulary that says which words it has where another one is asked for."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        *_, field = re.findall("[A-Z][a-z]+", cls.__name__)  # an ActorKind is somebody's 'kind'
        words = [word.value for word in cls]
        near = get_close_matches(value[:40], words, n=1) if isinstance(value, str) else []
        hint = f"; did you mean {near[0]!r}?" if near else ""
        msg = f"{field.lower()!r} must be one of {', '.join(map(repr, words))} (got {shown(value)}){hint}"
        raise ValueError(msg)


class Polarity(_Word):
    """The direction of a stance towards its target.

    Example:
        >>> Polarity("negative").sign
        -1
    """

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"

    @property
    def sign(self) -> int:
        """-1, 0 or 1."""
        return {"negative": -1, "neutral": 0, "positive": 1}[self.value]


class Facet(_Word):
    """What of a target is praised or blamed.

    Competence, morality and warmth follow the dimensions of social evaluation (Abele et al.,
    Psychological Review 2021); strength, legitimacy, threat and victimhood are those that news
    adds for states and leaders.
    """

    COMPETENCE = "competence"
    STRENGTH = "strength"
    MORALITY = "morality"
    WARMTH = "warmth"
    LEGITIMACY = "legitimacy"
    THREAT = "threat"
    VICTIMHOOD = "victimhood"


class Certainty(_Word):
    """How firmly a stance is put."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"


class ActorKind(_Word):
    """What sort of somebody an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    UNNAMED = "unnamed"


class MentionKind(_Word):
    """By what sort of words somebody is mentioned."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class QuoteKind(_Word):
    """In quotation marks, without, partly; or a few words quoted at a distance."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    SCARE = "scare"


class Attitude(_Word):
    """How a cue stands to what it reports: what "claimed" and "admitted" say beyond "said"."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    CONCEDING = "conceding"
    ENDORSING = "endorsing"
    EMPHATIC = "emphatic"


class BoilerplateKind(_Word):
    """Why a passage is not part of the story."""

    PROMOTION = "promotion"
    RELATED = "related"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    DATELINE = "dateline"
    COPYRIGHT = "copyright"


class WarningKind(_Word):
    """What an analysis could not do, or did with doubt."""

    EMPTY_TEXT = "empty-text"
    LOOKS_LIKE_MARKUP = "looks-like-markup"
    LOOKS_LIKE_PATH = "looks-like-path"
    NOT_AN_ARTICLE = "not-an-article"
    UNBALANCED_MARK = "unbalanced-mark"
    UNKNOWN_SPEAKER = "unknown-speaker"
    UNSUPPORTED_LANGUAGE = "unsupported-language"
    AMBIGUOUS_NAME = "ambiguous-name"
    SCORER_FAILED = "scorer-failed"
    NO_EVIDENCE = "no-evidence"
    PARSE_FAILED = "parse-failed"
