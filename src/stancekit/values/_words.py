"""The fixed vocabularies: each is a string, so it compares and serializes as one."""

from __future__ import annotations

from enum import StrEnum


class Polarity(StrEnum):
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


class Facet(StrEnum):
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


class Certainty(StrEnum):
    """How firmly a stance is put."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"


class ActorKind(StrEnum):
    """What sort of somebody an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    UNNAMED = "unnamed"


class MentionKind(StrEnum):
    """By what sort of words somebody is mentioned."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class QuoteKind(StrEnum):
    """In quotation marks, without, partly; or a few words quoted at a distance."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    SCARE = "scare"


class Attitude(StrEnum):
    """How a cue stands to what it reports: what "claimed" and "admitted" say beyond "said"."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    CONCEDING = "conceding"
    ENDORSING = "endorsing"
    EMPHATIC = "emphatic"


class BoilerplateKind(StrEnum):
    """Why a passage is not part of the story."""

    PROMOTION = "promotion"
    RELATED = "related"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    DATELINE = "dateline"
    COPYRIGHT = "copyright"


class WarningKind(StrEnum):
    """What an analysis could not do, or did with doubt."""

    EMPTY_TEXT = "empty-text"
    UNBALANCED_MARK = "unbalanced-mark"
    UNKNOWN_SPEAKER = "unknown-speaker"
    UNSUPPORTED_LANGUAGE = "unsupported-language"
    AMBIGUOUS_NAME = "ambiguous-name"
    SCORER_FAILED = "scorer-failed"
    NO_EVIDENCE = "no-evidence"
    PARSE_FAILED = "parse-failed"
