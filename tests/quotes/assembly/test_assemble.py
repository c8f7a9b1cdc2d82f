"""Clauses put beside each other, before quotation marks are looked at."""

from stancekit.lexicon._cues import Takes
from stancekit.quotes import Cues
from stancekit.quotes.assembly._assemble import _cut_before_next_report
from stancekit.quotes.indirect._extract import ReportedClause
from stancekit.values import Span


def test_what_is_told_ends_before_the_report_behind_it():
    """A clause that the parse lets run on into ", said Smith" is cut there, and the report is left alone."""
    text = "The plan seems to fail, said Smith."
    entry = Cues.bundled().verbs["say"][0]
    told, cue = Span(0, 22), Span(24, 28)
    report = ReportedClause((told,), cue, entry, None, Takes.QUOTE)
    seeming = ReportedClause((Span(0, 8), Span(15, 34)), Span(9, 14), entry, None, Takes.SEEM)

    kept, cut = _cut_before_next_report([report, seeming])

    assert (kept.regions, kept.cue.of(text)) == ((told,), "said")
    assert [region.of(text) for region in cut.regions] == ["The plan", "to fail"]
