"""The closed word classes of English: pronouns, determiners, prepositions, conjunctions, auxiliaries.

Closed classes take in no new words, so they stand in code, each of them once. Open classes are tables of
the `lexicon`. All in lower case with straight apostrophes.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class PronounForms:
    """The forms of a personal pronoun.

    Example:
        >>> SHE.object, SHE.determiner, SHE.possessive
        ('her', 'her', 'hers')
    """

    subject: str
    object: str
    determiner: str
    possessive: str
    reflexive: str

    @property
    def all(self) -> frozenset[str]:
        """Every form."""
        return frozenset((self.subject, self.object, self.determiner, self.possessive, self.reflexive))


I: Final = PronounForms("i", "me", "my", "mine", "myself")  # noqa: E741
WE: Final = PronounForms("we", "us", "our", "ours", "ourselves")
YOU: Final = PronounForms("you", "you", "your", "yours", "yourself")
YOU_PLURAL: Final = PronounForms("you", "you", "your", "yours", "yourselves")
HE: Final = PronounForms("he", "him", "his", "his", "himself")
SHE: Final = PronounForms("she", "her", "her", "hers", "herself")
IT: Final = PronounForms("it", "it", "its", "its", "itself")
THEY: Final = PronounForms("they", "them", "their", "theirs", "themselves")

_THIRD: Final = (HE, SHE, IT, THEY)
_ALL: Final = (I, WE, YOU, YOU_PLURAL, *_THIRD)

FIRST_PERSON_SINGULAR: Final = I.all
FIRST_PERSON_PLURAL: Final = WE.all
FIRST_PERSON: Final = I.all | WE.all
SECOND_PERSON: Final = YOU.all | YOU_PLURAL.all
THIRD_PERSON: Final = {form: forms.subject for forms in _THIRD for form in sorted(forms.all)}
"""Every form of the third person, and its subject form."""
PERSONAL: Final = FIRST_PERSON | SECOND_PERSON | THIRD_PERSON.keys()
REFLEXIVE: Final = frozenset(forms.reflexive for forms in _THIRD)
"""Of the third person."""
THIRD_PERSON_OWNERS: Final = frozenset(forms.determiner for forms in _THIRD)
OWNERS: Final = frozenset(forms.determiner for forms in _ALL)
"""Possessive determiners."""

RELATIVE: Final = frozenset("who whom whose that which".split())
INTERROGATIVE: Final = frozenset("who whom whose which what".split())
NEGATIVE_PRONOUNS: Final = frozenset("nobody none neither nothing".split())
GENERIC_PRONOUNS: Final = frozenset(
    "all any anybody anyone everybody everyone few most neither nobody none one".split()
)
"""Whoever speaks of what these think, speaks for himself: "nobody trusts him"."""

ARTICLES: Final = frozenset("the a an".split())
DEMONSTRATIVE_SINGULAR: Final = frozenset("this that".split())
DEMONSTRATIVE_PLURAL: Final = frozenset("these those".split())
DEFINITE: Final = frozenset({"the"}) | DEMONSTRATIVE_SINGULAR
POSSESSIVE_MARKS: Final = frozenset({"'s", "'", "s'", "’"})
ORDINALS: Final = frozenset("first second third fourth fifth last next".split())

NEGATORS: Final = frozenset(
    "barely hardly neither never no nobody none nor not nothing scarcely without".split()
)
"""Function words that turn an evaluation round."""

NAME_JOINERS: Final = ARTICLES - {"an"} | frozenset("of and for in at on to &".split())
"""What may stand inside a name, but does not end it."""
LOCATIVE: Final = frozenset("in at near from to across outside around inside into throughout".split())
"""Prepositions before a place."""
DIRECTIONAL: Final = frozenset(
    "about against at behind for in into of on onto over to toward towards upon with".split()
)
"""Prepositions between an attitude or an act and what it is aimed at."""
TEMPORAL: Final = frozenset("after amid before despite during following since till until".split())
"""Prepositions that tell when or in spite of what somebody acts, and nothing of how."""
OBJECT_CONTROL: Final = frozenset("as for from into of".split())
"""Markers of a clause whose understood subject is the object: "blamed him for lying"."""

INTERROGATIVE_MARKERS: Final = frozenset("if whether".split())
"""What begins a clause that is asked, where it is somebody's object."""
CONCESSIVE: Final = frozenset("although despite even notwithstanding though whereas while whilst".split())
CONDITIONAL: Final = frozenset("if unless whether lest assuming provided suppose".split())

WOULD: Final = frozenset("would ’d 'd".split())
POSSIBILITY: Final = frozenset("can could may might must should shall ought".split())
"""Auxiliaries that hedge."""

DETACHED_PREFIXES: Final = frozenset("anti counter ex mid non post pre pro".split())
"""What, with a hyphen, makes another word of a polar one."""

PRONOUNS: Final = (
    PERSONAL
    | RELATIVE
    | INTERROGATIVE
    | NEGATIVE_PRONOUNS
    | DEMONSTRATIVE_SINGULAR
    | DEMONSTRATIVE_PLURAL
    | frozenset(
        """'s ’s themself 'em ’em em ya thy u one ones oneself whatever whoever whomever whichever such
        there nowhere""".split()
    )
)
DETERMINERS: Final = (
    ARTICLES
    | DEMONSTRATIVE_SINGULAR
    | DEMONSTRATIVE_PLURAL
    | OWNERS
    | frozenset(
        """no none neither another any some every each all both half either such what which whatever
        whichever whose""".split()
    )
)
NEGATIVE_ADVERBS: Final = frozenset("never neither no none nor nowhere not n't n’t".split())
NEGATIVE_PARTICLES: Final = frozenset("not n't n’t neither nor don't don’t 't ’t nt".split())
SUBORDINATORS: Final = frozenset(
    """about after against although as at because before between but by despite for from how if in into
    lest like of on once over regarding since so than that though to toward towards unless until what
    when where whereas whether while why with without""".split()
)
"""Conjunctions, and prepositions that open a clause."""

VERB_PREFIXES: Final = tuple("counter fore inter mis out over re un under up with".split())
"""Before an irregular verb they leave its forms as they are: "misled", "overthrew"."""

AFTER_OBJECT_HER: Final = frozenset(
    """a about above across after again against all alone although among an and any anything anyway are
    around as at away back be because been before behind below beneath beside besides between beyond
    but by can could despite did do does down during each either enough every everything except for
    from had has have he here him his how i if in instead into is it its like me more must my
    neither no nor not nothing of off on onto or our out over shall she should since so some
    something than that the their them then there these they this those though through throughout
    till to today together tomorrow tonight too toward towards twice under unless until up upon us
    via was we were what when whenever where whether which while who whoever why with within without
    would yesterday yet you your""".split()
)
"""Words before which "her" is an object, where no parse tells: closed classes and adverbs of time and
place, without those that often stand before an adjective or are nouns as well ("her often harsh tone",
"her will")."""

NARRATING_SUBORDINATORS: Final = frozenset(
    ("although", "because", "if", "since", "that", "though", "unless", "until", "whereas", "whether", "while")
)
"""Conjunctions that no report begins with: they continue the content or contrast it."""
CONTENT_CLAUSE_OPENERS: Final = frozenset(
    ("that", "why", "how", "what", "whether", "if", "where", "when", "who", "which")
)
"""First words of a content clause."""
ADJECTIVE_CLAUSE_MARKERS: Final = frozenset(
    ("", "that", "if", "whether", "how", "what", "when", "where", "why")
)
"""First words of a clause behind an adjective: "it is unclear whether", "she is certain that"."""
TEMPORAL_OPENERS: Final = frozenset(("at", "during", "after", "before", "when", "while", "since", "until"))
"""First words of adverbials of time and occasion."""
OBJECT_PREPOSITIONS: Final = frozenset(
    ("about", "after", "against", "at", "by", "for", "into", "of", "on", "over", "to", "with")
)
"""Last words of cues with a prepositional object."""
CONTINUING_WORDS: Final = frozenset(("because", "since", "if", "unless", "when", "for", "that", "including"))
"""Words behind a report's comma that continue the content."""
IMPERSONAL_PRONOUNS: Final = frozenset(
    "nobody none nothing little much enough it this that what which".split()
)
"""Sources that refer to no person."""
QUANTIFYING_PRONOUNS: Final = frozenset(
    ("some", "many", "most", "few", "several", "others", "another", "one", "both", "someone", "somebody")
)
"""Pronouns that are an unnamed source: "some say"."""
INDEFINITE_DETERMINERS: Final = frozenset(
    ("a", "an", "some", "one", "two", "three", "several", "many", "other", "another")
)
"""Determiners of an indefinite noun phrase."""
FOCUS_ADVERBS: Final = frozenset("even only just also both either neither not especially including".split())
"""Focus adverbs, which stand before a noun phrase."""
OBLIQUE_PREPOSITIONS: Final = frozenset("against by during for from in on to with".split())
"""Prepositions that no subject begins with."""

OPEN_DETERMINERS: Final = frozenset("a an any another each every no which what next new".split())
"""Words before a title that leave its holder open."""
NAME_PREFIXES: Final = frozenset("all anti co ex mid neo non pan post pre pro sub trans ultra un".split())
"""What, with a hyphen, begins no name of its own."""
PERSON_BREAKS: Final = frozenset("of from in at for on to with by".split())
"""Prepositions behind a person's name that end it."""
