"""Composed reports: passages of which it is known what is quoted in them, how, and who says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen
from hypothesis import strategies as st

from ..values import Actor, ActorKind, Mention, QuoteKind, Span
from ._news import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

CLAIMS: Final = (
    "the harbour was sold last year",
    "nobody had read the report",
    "they would win the vote",
    "the plan was a mistake",
)
MARK_STYLES: Final = (
    ("“”", "‘’"),
    ('""', "''"),
    ("‘’", "“”"),
    ("''", '""'),
    ("«»", "‹›"),
    ("»«", "›‹"),
    ("„“", "‚‘"),
    ("„”", "‚’"),
    ("「」", "『』"),
)
"""Opening and closing marks, of a quote and of one inside it."""

# “” and ‘’ stand for the marks of a quote and of one inside it, {a} and {b} for people, {claim} and {more}
# for clauses; <1 and 1> enclose content of the first quote, {1=said} is its cue. A form ends with what its
# quotes are: kind, who speaks, and which quote it is nested in.
_D, _I, _M, _S = QuoteKind.DIRECT, QuoteKind.INDIRECT, QuoteKind.MIXED, QuoteKind.SCARE
_Plan = tuple[QuoteKind, str, int | None]
FORMS: Final[dict[str, tuple[str, tuple[_Plan, ...]]]] = {
    "direct": ("“<1{Claim},1>” {a} {1=said}.", ((_D, "a", None),)),
    "inverted": ("“<1{Claim},1>” {1=said} {a} on Monday.", ((_D, "a", None),)),
    "introduced": ("{a} {1=told} reporters: “<1{Claim}.1>”", ((_D, "a", None),)),
    "according": ("“<1{Claim},1>” {1=according to} {a}.", ((_D, "a", None),)),
    "split": ("“<1{Claim},1>” {a} {1=said}, “<1and {more}.1>”", ((_D, "a", None),)),
    "continued": ("“<1{Claim},1>” {a} {1=said}. “<1{More}.1>”", ((_D, "a", None),)),
    "paragraphs": ("“<1{Claim}.1>\n“<1{More},1>” {a} {1=said}.", ((_D, "a", None),)),
    "reported": ("{a} {1=said} <1that {claim}1>.", ((_I, "a", None),)),
    "bare": ("{a} {1=argued} <1{claim}1>.", ((_I, "a", None),)),
    "prefaced": ("{1=According to} {a}, <1{claim}1>.", ((_I, "a", None),)),
    "partly": ("{a} {1=said} <1that {claim} and was1> “<1beyond repair1>”.", ((_M, "a", None),)),
    "called": ("{a} {1=called} <1{b} a1> “<1genius1>”.", ((_M, "a", None),)),
    "scare": ("The “<1rescue plan1>” is one page long.", ((_S, "", None),)),
    "nested": (
        "“<1{b} {2=told} me, ‘<2I will never resign,2>’ and left,1>” {a} {1=said}.",
        ((_D, "a", None), (_D, "b", 0)),
    ),
    "both": ("“<1{Claim},1>” {a} and {b} {1=said}.", ((_D, "ab", None),)),
}
"""Each form with a name: its words, and its quotes."""

_PIECE = re.compile(r"(\{[^}]+\}|<\d|\d>)")
_CURLY_ONLY = frozenset({"paragraphs"})
"""Forms that open a quote anew: only with marks that open can it be told from one that closes."""


@frozen
class ReportedQuote:
    """What a composed passage quotes.

    Args:
        kind: Direct, indirect, mixed or scare.

        content: The attributed words without their quotation marks.

        cue: Its reporting words, if any.

        speakers: Who says it, by name.

        parent: The place among the passage's quotes of the one that it is nested in.
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    cue: Span | None
    speakers: tuple[str, ...]
    parent: int | None


@frozen
class ReportedPassage:
    """A sentence or two, and what is quoted in them.

    Args:
        text: The passage.

        form: The name of its form.

        quotes: What it quotes, in text order.

        actors: The people named in it.
    """

    text: str
    form: str
    quotes: tuple[ReportedQuote, ...]
    actors: tuple[Actor, ...]


@st.composite
def reported_passages(
    draw: DrawFn,
    *,
    forms: SearchStrategy[str] = st.sampled_from(tuple(FORMS)),  # noqa: B008 - draws nothing
    people: SearchStrategy[str] = st.sampled_from(PEOPLE),  # noqa: B008 - draws nothing
    claims: SearchStrategy[str] = st.sampled_from(CLAIMS),  # noqa: B008 - draws nothing
    marks: SearchStrategy[tuple[str, str]] = st.sampled_from(MARK_STYLES),  # noqa: B008 - draws nothing
) -> ReportedPassage:
    """English passages with a quote of any kind, split, nested, over paragraphs, in marks of any style.

    Args:
        draw: Hypothesis' own.

        forms: Names of forms, from those that there are.

        people: Who speaks; two different people a passage.

        claims: What is said; two different clauses a passage.

        marks: The marks of a quote, and of a quote inside it, each the opening one and the closing one.
    """
    form = draw(forms)
    cast = draw(st.lists(people, min_size=2, max_size=2, unique=True))
    said = draw(st.lists(claims, min_size=2, max_size=2, unique=True))
    style = MARK_STYLES[0] if form in _CURLY_ONLY else draw(marks)
    return compose(form, cast, said, style)


def compose(
    form: str, people: Sequence[str], claims: Sequence[str], marks: tuple[str, str]
) -> ReportedPassage:
    """One passage: a form with its people, its clauses and its marks filled in."""
    template, plans = FORMS[form]
    names = dict(zip("ab", people, strict=True))
    words = {**names, "claim": claims[0], "more": claims[1]}
    words |= {key.capitalize(): words[key][0].upper() + words[key][1:] for key in ("claim", "more")}
    parts: list[str] = []
    end = 0
    opened: dict[str, int] = {}
    content: dict[str, list[Span]] = {}
    cues: dict[str, Span] = {}
    mentions: dict[str, list[Mention]] = {key: [] for key in names}
    for piece in filter(None, _PIECE.split(template.translate(str.maketrans("“”‘’", "".join(marks))))):
        if re.fullmatch(r"<\d", piece):
            opened[piece[1]] = end
        elif re.fullmatch(r"\d>", piece):
            content.setdefault(piece[0], []).append(Span(opened[piece[0]], end))
        else:
            slot, _, cue = piece.strip("{}").partition("=") if piece.startswith("{") else ("", "", "")
            text = cue or (words[slot] if slot else piece)
            span = Span(end, end + len(text))
            if cue:
                cues[slot] = span
            elif slot in mentions:
                mentions[slot].append(Mention(span))
            parts.append(text)
            end += len(text)
    quotes = tuple(
        ReportedQuote(kind, tuple(content[key]), cues.get(key), tuple(names[who] for who in speakers), parent)
        for key, (kind, speakers, parent) in zip("12", plans, strict=False)
    )
    actors = tuple(
        Actor(f"a{number}", names[key], ActorKind.PERSON, mentions=mentions[key])
        for number, key in enumerate(names, 1)
        if mentions[key]
    )
    return ReportedPassage("".join(parts), form, quotes, actors)
