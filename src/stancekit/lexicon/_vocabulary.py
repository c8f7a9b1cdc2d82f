"""The English words that the grammar of evaluation turns on, by name."""

from __future__ import annotations

from typing import Final

from ..language import _function_words as closed
from ._word_classes import WordClasses

_NOUNS, _VERBS = WordClasses.bundled().nouns, WordClasses.bundled().verbs
_ADJECTIVES = WordClasses.bundled().adjectives

ASCRIBING: Final = _VERBS.ascribing
NAMING: Final = _VERBS.naming
LIKENING: Final = _VERBS.likening
FACTIVE_ASCRIBING: Final = _VERBS.factive_ascribing
REPORTING: Final = _VERBS.reporting
DENYING: Final = _VERBS.denying
REFUSING: Final = _VERBS.refusing
NEG_RAISING: Final = _VERBS.neg_raising
SHOWING: Final = _VERBS.showing
RECEIVING: Final = _VERBS.receiving
URGING: Final = _VERBS.urging
GIVING: Final = _VERBS.giving
SUBJECT_CONTROL: Final = _VERBS.subject_control
DOING: Final = _VERBS.doing
STAYING: Final = _VERBS.staying
COPULAS: Final = _VERBS.copula
CONTESTS: Final = _VERBS.contest | _NOUNS.contest

HOLDING_TRUE: Final = _NOUNS.holding_true | _ADJECTIVES.holding_true
HOLDING_FALSE: Final = _NOUNS.holding_false | _ADJECTIVES.holding_false
HAVING_NAME: Final = _NOUNS.reputation
DONE_TO: Final = _NOUNS.harm
OTHER_PEOPLE: Final = _NOUNS.relation
GRANTED: Final = _NOUNS.support
CONFIDING: Final = _NOUNS.trust
SENT: Final = _NOUNS.message
EVENTS: Final = _NOUNS.event
GOING_TO: Final = _ADJECTIVES.disposed

NEGATORS: Final = closed.NEGATORS
ASKING: Final = closed.INTERROGATIVE_MARKERS
AIMS: Final = closed.DIRECTIONAL
FOR_OBJECT: Final = closed.OBJECT_CONTROL
CONCESSIVE: Final = closed.CONCESSIVE
CONDITIONAL: Final = closed.CONDITIONAL
WOULD: Final = closed.WOULD
HEDGING_AUX: Final = closed.POSSIBILITY
PERSONAL: Final = frozenset(closed.THIRD_PERSON)
FIRST_PERSON: Final = closed.FIRST_PERSON
NEGATIVE_SUBJECTS: Final = closed.NEGATIVE_PRONOUNS
GENERIC: Final = closed.GENERIC_PRONOUNS
PREFIXES: Final = closed.DETACHED_PREFIXES
WHEN: Final = closed.TEMPORAL
RELATIVE: Final = closed.RELATIVE

QUOTATION_MARKS: Final = frozenset("“ ” \" '' `` ‘ « » „ ‟ ‹ › '".split())
OPENING: Final = frozenset("“ `` « „".split())
CLOSING: Final = frozenset("” '' »".split())
TWO_WAY: Final = frozenset(['"'])
LOW_AND_HIGH: Final = ("„", "“")
"""A pair whose second mark opens quotes in English."""
