"""The word classes of a language, by table: an attribute a class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, fields, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PRONOUNS: Final = ("he", "she", "it", "they")


def _pronoun(value: str) -> str | None:
    if value and value not in _PRONOUNS:
        msg = f"the value of a 'person' must be one of {', '.join(_PRONOUNS)}, or empty (got {value!r})"
        raise ValueError(msg)
    return value or None


def _words() -> Any:  # as attrs types its own `field`
    """A class whose words have no value."""
    return field(factory=frozenset)


def _values(read: Callable[[str], Any] = str) -> Any:
    """A class whose words have a value each."""
    return field(factory=dict, metadata={"read": read})


def _several(value: str) -> frozenset[str]:
    return frozenset(value.split())


@frozen(repr=False)
class NounClasses:
    """Classes of nouns in base form: each attribute is a class of ``noun_classes.tsv``.

    Args:
        person: Persons by no office, with the pronoun that a noun implies: "woman".

        generic_person: Which alone do not tell who is meant: "the people".

        kin: Whom only a person has: "widow".

        crowd: Whose plural is a group of people, besides those of offices: "striker".

        quantity: Amounts of people: "a handful of voters".

        relation: Who is one of these to somebody is somebody else: "his critics", "her brother".

        office_hypernym: Broader nouns, with the last words of the offices whose holders they name:
            "leader" names a "president" or a "premier".

        populace: What makes a group of a demonym: "the Greek people".

        government: What stands for a state behind its demonym or its name: "the Greek government".

        organization: Organizations: "union".

        generic_organization: May name an organization of which nothing is known: "the group".

        company: Companies: "carmaker".

        company_part: What a name right before it is a company's: "the Corvane plant".

        public_body: What is named after a place: "Leeds Council" makes a place of Leeds.

        place: Places: "village".

        state: States: "nation".

        region: May name a place of which nothing is known, where it is the only one: "the island".

        city: Cities: "town".

        meeting: What is named after where it is held or signed: "the Larkhill forum".

        event: What a name before tells apart, without a word of whose it is: "the Iraq war".

        document: Heads of sources that show something without speaking: "the report said".

        speech: What a heading announces somebody's words by: "remarks by".

        medium: Media of statements: "in a tweet".

        viewpoint: Of viewpoint phrases: "in her view".

        poll: What finds a share of people to think something: "a poll".

        contest: What two have against each other, whatever either thinks: "a race against Ann".

        harm: Acts whose "of", "on" and "against" name who suffers them: "the murder of Bob".

        support: Attitudes of others that somebody has: "has the support of the party".

        trust: Attitudes that are aimed at what follows "in": "faith in Ann".

        message: Attitudes that are sent to somebody who is not their aim: "a complaint to the court".

        reputation: What somebody has "for" a quality: "a reputation for honesty".

        holding_true: Predicates of statements that hold: "it is a fact that".

        holding_false: Predicates of statements that do not: "it is a myth that".
    """

    person: Mapping[str, str | None] = _values(_pronoun)
    generic_person: frozenset[str] = _words()
    kin: frozenset[str] = _words()
    crowd: frozenset[str] = _words()
    quantity: frozenset[str] = _words()
    relation: frozenset[str] = _words()
    office_hypernym: Mapping[str, frozenset[str]] = _values(_several)
    populace: frozenset[str] = _words()
    government: frozenset[str] = _words()
    organization: frozenset[str] = _words()
    generic_organization: frozenset[str] = _words()
    company: frozenset[str] = _words()
    company_part: frozenset[str] = _words()
    public_body: frozenset[str] = _words()
    place: frozenset[str] = _words()
    state: frozenset[str] = _words()
    region: frozenset[str] = _words()
    city: frozenset[str] = _words()
    meeting: frozenset[str] = _words()
    event: frozenset[str] = _words()
    document: frozenset[str] = _words()
    speech: frozenset[str] = _words()
    medium: frozenset[str] = _words()
    viewpoint: frozenset[str] = _words()
    poll: frozenset[str] = _words()
    contest: frozenset[str] = _words()
    harm: frozenset[str] = _words()
    support: frozenset[str] = _words()
    trust: frozenset[str] = _words()
    message: frozenset[str] = _words()
    reputation: frozenset[str] = _words()
    holding_true: frozenset[str] = _words()
    holding_false: frozenset[str] = _words()


@frozen(repr=False)
class VerbClasses:
    """Classes of verbs in base form: each attribute is a class of ``verb_classes.tsv``.

    Args:
        reporting: Whose subject answers for what their complement says: "claim". The verbs of ``cues.tsv``
            that take a statement are among them.

        claiming: Whose subject is the source of the claim that is their object: "made the claim".

        asserting: Which endorse what they report, but assert nothing under negation: "could not confirm".

        addressing: Whose object is spoken to: "tell".

        often_personal: Whose object is often a person: "remind".

        agentive: Whose subject acts by will, besides those that report: "invade".

        personal: Whose object is a person: "interview".

        trusting: Whose object is a person more often than a body of people: "admire".

        expletive: After which "it" mostly stands for nobody: "it seems".

        ascribing: Whose subject gives their object a quality: "called him a genius".

        naming: Of the ascribing those that say nothing without what they give: "dub".

        factive_ascribing: Of the ascribing those whose quality whoever speaks asserts: "reveal".

        likening: Whose object is said to be like what follows "to" or "with": "compare".

        denying: Whose subject holds the opposite of their complement: "deny".

        refusing: Whose subject does not do what their infinitive says: "decline".

        neg_raising: Whose own negation is meant for their complement: "I don't think he is brave".

        showing: Whose object is something of their subject: "showed no flexibility".

        receiving: Whose subject is what their object is aimed at: "drew criticism".

        giving: Whose subject holds the attitude that is their object: "voiced support for".

        urging: Whose subject wants done what their infinitive says: "urged voters to reject him".

        subject_control: Whose infinitive has their own subject, although they have an object: "promise".

        copula: Which give their subject a quality: "seem".

        staying: Whose subject is what their object says, if that is "a ...": "remain a threat".

        doing: By which "what somebody does" stands for who does it: "say".

        contest: What two do against each other, whatever either thinks: "run against Ann".

        neutral: Which evaluate nobody by themselves: "tell".
    """

    reporting: frozenset[str] = _words()
    claiming: frozenset[str] = _words()
    asserting: frozenset[str] = _words()
    addressing: frozenset[str] = _words()
    often_personal: frozenset[str] = _words()
    agentive: frozenset[str] = _words()
    personal: frozenset[str] = _words()
    trusting: frozenset[str] = _words()
    expletive: frozenset[str] = _words()
    ascribing: frozenset[str] = _words()
    naming: frozenset[str] = _words()
    factive_ascribing: frozenset[str] = _words()
    likening: frozenset[str] = _words()
    denying: frozenset[str] = _words()
    refusing: frozenset[str] = _words()
    neg_raising: frozenset[str] = _words()
    showing: frozenset[str] = _words()
    receiving: frozenset[str] = _words()
    giving: frozenset[str] = _words()
    urging: frozenset[str] = _words()
    subject_control: frozenset[str] = _words()
    copula: frozenset[str] = _words()
    staying: frozenset[str] = _words()
    doing: frozenset[str] = _words()
    contest: frozenset[str] = _words()
    neutral: frozenset[str] = _words()


@frozen(repr=False)
class AdjectiveClasses:
    """Classes of adjectives: each attribute is a class of ``adjective_classes.tsv``.

    Args:
        former: Of who is no longer what the noun says: "ex".

        disposed: Which praise nobody before an infinitive: "ready to go".

        holding_true: Predicates of statements that hold: "it is true that".

        holding_false: Predicates of statements that do not: "it is untrue that".
    """

    former: frozenset[str] = _words()
    disposed: frozenset[str] = _words()
    holding_true: frozenset[str] = _words()
    holding_false: frozenset[str] = _words()


@frozen(repr=False)
class NameWords:
    """What names and titles are made of: each attribute is a class of ``name_words.tsv``.

    Args:
        honorific: Titles that make a person of the name behind them: "senator".

        title_modifier: May stand before a title inside what the name finder took for a name: "former".

        deputy: Before a title, of somebody who does not hold that office: "vice".

        title_variant: Titles that are one, and under which word: "sen", "spokeswoman".

        dignity: Second words of forms of address, and the first: "honour", of "your honour".

        suffix: Behind a person's name: "jr".

        generation: Suffixes that tell a son from his father: "iii".

        particle: Small parts of surnames: "van".

        epithet: What a ruler's name ends in behind "the": "great".

        nickname: Short first names, and the full one.

        alias_marker: Between two names of somebody: "aka".

        alias_filler: Beside an alias marker: "better known as".

        organization_ending: A name of several words that ends in one of these, or its plural, is an
            organization's.

        organization_opening: A name that begins with one of these and "of" is an organization's.

        company_ending: A name that ends in one of these is a company's.

        legal_form: What may follow a firm's name behind a comma: "ltd".

        place_ending: A name of several words that ends in one of these is a place's.

        event_ending: Last words of names that are no actor's: "the Clean Rivers Act".

        party: Words for a party and its members, and the party under one name.

        party_member: Nouns for a member of a party.

        party_plural: Plurals that name the members of a party.

        party_state: Parties whose name leaves no doubt of their state, and the state.

        calendar: Days, months and feasts.

        greeting: Before whoever introduces himself: "hello".
    """

    honorific: frozenset[str] = _words()
    title_modifier: frozenset[str] = _words()
    deputy: frozenset[str] = _words()
    title_variant: Mapping[str, str] = _values()
    dignity: Mapping[str, str] = _values()
    suffix: frozenset[str] = _words()
    generation: frozenset[str] = _words()
    particle: frozenset[str] = _words()
    epithet: frozenset[str] = _words()
    nickname: Mapping[str, str] = _values()
    alias_marker: frozenset[str] = _words()
    alias_filler: frozenset[str] = _words()
    organization_ending: frozenset[str] = _words()
    organization_opening: frozenset[str] = _words()
    company_ending: frozenset[str] = _words()
    legal_form: frozenset[str] = _words()
    place_ending: frozenset[str] = _words()
    event_ending: frozenset[str] = _words()
    party: Mapping[str, str] = _values()
    party_member: frozenset[str] = _words()
    party_plural: frozenset[str] = _words()
    party_state: Mapping[str, str] = _values()
    calendar: frozenset[str] = _words()
    greeting: frozenset[str] = _words()


TABLES: Final = {
    "noun_classes": NounClasses,
    "verb_classes": VerbClasses,
    "adjective_classes": AdjectiveClasses,
    "name_words": NameWords,
}
"""The tables, and what each of them fills."""

CLASSES: Final = {table: {each.name: each for each in fields(filled)} for table, filled in TABLES.items()}
"""The classes of each table."""


def value_of(table: str, name: str, written: str) -> Any:  # what the class holds
    """The value that a row gives a word of a class; `None` where the class has none.

    Raises:
        ValueError: It is none that the class has.
    """
    read = reader_of(table, name)
    if read is None and written:
        msg = f"a word of the class {name!r} must have no value (got {written!r})"
        raise ValueError(msg)
    if read not in {None, _pronoun} and not written:
        msg = f"a word of the class {name!r} must have a value (got none)"
        raise ValueError(msg)
    return read(written) if read else None


def reader_of(table: str, name: str) -> Callable[[str], Any] | None:
    """How the values of a class are read; `None` where it has none."""
    read: Callable[[str], Any] | None = CLASSES[table][name].metadata.get("read")
    return read
