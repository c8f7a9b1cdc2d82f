"""The English words that the actors room asks for, by name."""

from __future__ import annotations

from ..language import _function_words as closed
from ._word_classes import WordClasses

_NOUNS, _VERBS = WordClasses.bundled().nouns, WordClasses.bundled().verbs
_NAMES, _ADJECTIVES = WordClasses.bundled().names, WordClasses.bundled().adjectives

ARTICLES = closed.ARTICLES
SMALL_WORDS = closed.NAME_JOINERS
POSSESSIVE_MARKS = closed.POSSESSIVE_MARKS
LOCATIVES = closed.LOCATIVE
ORDINALS = closed.ORDINALS
DEFINITE = closed.DEFINITE
PLURAL_DEFINITE = closed.DEMONSTRATIVE_PLURAL
OWNERS = closed.OWNERS
OPEN_DETERMINERS = closed.OPEN_DETERMINERS
NAME_PREFIXES = closed.NAME_PREFIXES
PERSON_BREAKS = closed.PERSON_BREAKS
HE, SHE, IT, THEY = (forms.subject for forms in (closed.HE, closed.SHE, closed.IT, closed.THEY))
PRONOUNS = closed.THIRD_PERSON
REFLEXIVES = closed.REFLEXIVE
POSSESSIVES = closed.THIRD_PERSON_OWNERS
FIRST_PERSONS = closed.FIRST_PERSON_SINGULAR
FIRST_PERSONS_PLURAL = closed.FIRST_PERSON_PLURAL
SECOND_PERSONS = closed.SECOND_PERSON

HONORIFICS = _NAMES.honorific
TITLE_MODIFIERS = _NAMES.title_modifier
NAME_SUFFIXES = _NAMES.suffix
GENERATIONS = _NAMES.generation
PARTICLES = _NAMES.particle
ORGANIZATION_WORDS = _NAMES.organization_ending
ORGANIZATION_OPENERS = _NAMES.organization_opening
COMPANY_SUFFIXES = _NAMES.company_ending
FIRM_SUFFIXES = _NAMES.legal_form
EPITHETS = _NAMES.epithet
EVENTS = _NAMES.event_ending
PLACE_WORDS = _NAMES.place_ending
PARTIES = _NAMES.party
MEMBERS = _NAMES.party_member
PARTY_STATES = _NAMES.party_state
PARTY_GROUPS = _NAMES.party_plural
CALENDAR = _NAMES.calendar
NICKNAMES = _NAMES.nickname
ABBREVIATIONS = _NAMES.title_variant
DEPUTIES = _NAMES.deputy
FORMER = _ADJECTIVES.former
DIGNITIES = _NAMES.dignity
GREETINGS = _NAMES.greeting
ALIAS_MARKERS = _NAMES.alias_marker
ALIAS_FILLERS = _NAMES.alias_filler

SPEECH_VERBS = _VERBS.reporting
AGENT_VERBS = _VERBS.reporting | _VERBS.agentive
PERSONAL_VERBS = _VERBS.personal
TRUSTING_VERBS = _VERBS.trusting
EMPTY_VERBS = _VERBS.expletive

OF_COMPANIES = _NOUNS.company_part
MEETINGS = _NOUNS.meeting
PUBLIC_BODIES = _NOUNS.public_body
GOVERNMENTS = _NOUNS.government
PEOPLES = _NOUNS.populace
BROADER = _NOUNS.office_hypernym
PERSON_NOUNS = _NOUNS.person
KIN = _NOUNS.kin
CROWD_NOUNS = _NOUNS.crowd
ORGANIZATION_NOUNS = _NOUNS.organization
ANY_BODY = _NOUNS.generic_organization
COMPANY_NOUNS = _NOUNS.company
PLACE_NOUNS = _NOUNS.place
STATE_NOUNS = _NOUNS.state
REGION_NOUNS = _NOUNS.region
CITY_NOUNS = _NOUNS.city
ANYBODY = _NOUNS.generic_person
SPEECHES = _NOUNS.speech
