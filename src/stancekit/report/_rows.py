"""One stance as the cells that every table shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ..values import Analysis, Stance

HEADINGS = ("Holder → target", "Stance", "Score", "Evidence", "Voice", "Facets")


@frozen
class Row:
    """A stance in words."""

    pair: str
    polarity: str
    score: str
    evidence: str
    voice: str
    facets: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells in the order of `HEADINGS`."""
        return (self.pair, self.polarity, self.score, self.evidence, self.voice, self.facets)


def rows(analysis: Analysis) -> list[Row]:
    """The stances of an analysis, in text order."""
    return [_row(analysis, stance) for stance in analysis.stances]


def _row(analysis: Analysis, stance: Stance) -> Row:
    words = dict.fromkeys(item.text or analysis.article.words(item.span) for item in stance.evidence)
    polarity = stance.polarity.value
    if stance.certainty != "asserted":
        polarity = f"{polarity} ({stance.certainty.value})"
    return Row(
        pair=f"{stance.holder.name} → {stance.target.name}",
        polarity=polarity,
        score=f"{stance.score:+.2f}",
        evidence=" · ".join(f"“{' '.join(word.split())}”" for word in words),
        voice=_voice(stance),
        facets=", ".join(facet.value for facet in stance.facets),
    )


def _voice(stance: Stance) -> str:
    """In whose words: the holder's, in marks or not, or the article's, of its own or of another's stance."""
    if stance.quote is not None:
        return "reported" if stance.quote.kind == "indirect" else "quoted"
    return "own voice" if stance.holder.id == "narrator" else "told"
