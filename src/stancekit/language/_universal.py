"""What rules ask of a word, in whatever language: the English function word, the relation that rules know.

The rules ask for English function words: "not", "he", "which". Of a word that English does not have, the
features of Universal Dependencies tell which of them does the same, so that a rule asks once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import _function_words as closed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..values import Token

# What English has, by part of speech: "no" is an adverb in Spanish, "i" an article in Italian.
_ENGLISH: Final = {
    "PRON": closed.PRONOUNS,
    "DET": closed.DETERMINERS,
    "ADV": closed.NEGATIVE_ADVERBS,
    "PART": closed.NEGATIVE_PARTICLES,
    "SCONJ": closed.SUBORDINATORS,
}

FUNCTION_TAGS: Final = frozenset(_ENGLISH)
"""Parts of speech that have function words; words of no other have a `counterpart`."""

_PLAIN: Final = frozenset(
    """acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound
    compound:prt conj cop csubj csubj:outer csubj:pass dep det:predet discourse dislocated expl fixed flat
    goeswith iobj list mark nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl
    obl:agent obl:unmarked orphan parataxis punct reparandum root vocative xcomp""".split()
)
"""Relations that rules know as they are, subtypes of English among them, but for ``nmod`` and ``det``."""

_RENAMED: Final = {
    f"{relation}:{old}": f"{relation}:unmarked" for relation in ("nmod", "obl") for old in ("npmod", "tmod")
}
"""What treebanks called some of them before."""

_COMPLEMENTS: Final = frozenset({"ccomp", "csubj", "acl"})
_NEGATIVE: Final = {"PRON": "nobody", "DET": "no", "ADV": "not", "PART": "not"}
_BY_GENDER: Final = {"Masc": closed.HE, "Fem": closed.SHE, "Neut": closed.IT}
_BY_PERSON: Final = {
    ("1", "Sing"): closed.I,
    ("1", "Plur"): closed.WE,
    ("2", "Sing"): closed.YOU,
    ("2", "Plur"): closed.YOU_PLURAL,
    ("3", "Plur"): closed.THEY,
}


def counterpart(token: Token) -> str | None:
    """The English function word that does what a word of another language does; `None` for all others.

    Features tell: ``Polarity``, ``PronType``, ``Person``, ``Number``, ``Gender``, ``Poss``, ``Reflex``,
    ``Case``, ``Definite``. A pronoun of the third person whose gender they do not tell has none.

    Example:
        >>> from stancekit import Token
        >>> feats = "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"
        >>> counterpart(Token(0, 0, 3, "sie", "sie", "PRON", feats, "nsubj", 1))
        'she'
    """
    english = _ENGLISH.get(token.pos)
    if english is None or not token.feats or token.text.lower() in english:
        return None
    return _by_features(token)


def word_of(token: Token) -> str:
    """A word in small letters; of another language's function word the English `counterpart`."""
    word = token.text.lower()
    english = _ENGLISH.get(token.pos)
    if english is None or word in english or not token.feats:
        return word
    return _by_features(token) or word


def is_that(token: Token, clause: Token) -> bool:
    """Whether a word is a conjunction that opens, as "that" does, what is said or thought.

    Args:
        token: The word.

        clause: The head of the clause that it marks.
    """
    if token.pos != "SCONJ":
        return False
    word = token.text.lower()
    return word == "that" or (
        word not in _ENGLISH["SCONJ"] and token.relation == "mark" and clause.dep in _COMPLEMENTS
    )


def is_owner(token: Token) -> bool:
    """Whether a word before or behind a noun names whose it is, without a preposition: "his", "Ann's".

    Treebanks tell that by ``nmod:poss``, by a determiner with ``Poss=Yes``, or by ``nmod`` and the genitive.
    """
    if token.relation == "det":
        return "Poss=Yes" in token.feats or token.dep == "det:poss"
    return token.dep == "nmod:poss" or (
        token.dep == "nmod" and token.pos in {"NOUN", "PROPN"} and "Case=Gen" in token.feats
    )


def relation_of(token: Token) -> str:
    """The relation to the governor: an owner's is ``nmod:poss``, and subtypes that English lacks are cut.

    Example:
        >>> from stancekit import Token
        >>> relation_of(Token(0, 0, 2, "ne", "ne", "ADV", "Polarity=Neg", "advmod:neg", 1))
        'advmod'
    """
    dep = token.dep
    if dep in _PLAIN:
        return dep
    if is_owner(token):
        return "nmod:poss"
    return dep if ":" not in dep else _RENAMED.get(dep, token.relation)


def _by_features(token: Token) -> str | None:
    if token.pos in {"ADV", "PART"} and "Neg" not in token.feats:
        return None
    if not token.text.strip("'’-").replace("-", "").isalpha():
        return None  # an English word that a tokenizer left together with others: "act—my"
    feats = dict(feature.partition("=")[::2] for feature in token.feats.split("|"))
    kinds = feats.get("PronType", "").split(",")
    if feats.get("Polarity") == "Neg" or "Neg" in kinds:
        return _NEGATIVE.get(token.pos)
    return _pronoun(feats, kinds) if token.pos in {"PRON", "DET"} else None


def _pronoun(feats: Mapping[str, str], kinds: Sequence[str]) -> str | None:
    """A pronoun or an article, by its features and by what sorts of pronoun they say it is."""
    if "Rel" in kinds:
        return "which"
    if "Prs" in kinds or feats.get("Poss") == "Yes":
        return _personal(feats)
    if "Dem" in kinds:
        return "these" if feats.get("Number") == "Plur" else "this"
    return {"Def": "the", "Ind": "a"}.get(feats.get("Definite", ""))


def _personal(feats: Mapping[str, str]) -> str | None:
    """A personal pronoun; one that stands before what it owns has its owner's features in layers."""
    is_owner = feats.get("Poss") == "Yes"

    def told(feature: str) -> str:
        layered = feats.get(f"{feature}[psor]", "")
        return (layered or ("" if is_owner and feature != "Person" else feats.get(feature, ""))).split(",")[0]

    person, number = told("Person"), told("Number") or "Sing"
    forms = _BY_PERSON.get((person, number)) or (_BY_GENDER.get(told("Gender")) if person == "3" else None)
    if forms is None:
        return None
    if is_owner:
        return forms.determiner
    if feats.get("Reflex") == "Yes":
        return forms.reflexive
    return forms.subject if feats.get("Case", "Nom") == "Nom" else forms.object
