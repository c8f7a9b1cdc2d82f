"""One stance as the cells that every table shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ..values import Analysis, Stance

HEADINGS = ("Holder", "Target", "Polarity", "Score", "Evidence", "Voice", "Facets")


@frozen
class Row:
    """A stance in words."""

    holder: str
    target: str
    polarity: str
    score: str
    evidence: str
    voice: str
    facets: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells in the order of `HEADINGS`."""
        return (self.holder, self.target, self.polarity, self.score, self.evidence, self.voice, self.facets)


def rows(analysis: Analysis) -> list[Row]:
    """The stances of an analysis, in text order."""
    return [_row(analysis, stance) for stance in analysis.stances]


def _row(analysis: Analysis, stance: Stance) -> Row:
    words = dict.fromkeys(item.text or analysis.article.words(item.span) for item in stance.evidence)
    polarity = stance.polarity.value
    if stance.certainty != "asserted":
        polarity = f"{polarity} ({stance.certainty.value})"
    return Row(
        holder=stance.holder.name,
        target=stance.target.name,
        polarity=polarity,
        score=f"{stance.score:+.2f}",
        evidence=" · ".join(f"“{' '.join(word.split())}”" for word in words),
        voice=_voice(stance),
        facets=", ".join(facet.value for facet in stance.facets),
    )


def _voice(stance: Stance) -> str:
    if stance.quote is not None:
        return "reported words" if stance.quote.kind == "indirect" else "quoted words"
    return "the article's own voice" if stance.holder.id == "narrator" else "the article's report"
