"""Asking a scorer: what it sees, and what is taken from it."""

from __future__ import annotations

import pytest
from attrs import frozen

from stancekit.errors import ScorerContractError
from stancekit.stances.scoring._rate import rate
from stancekit.values import Candidate, Evidence, Rating, Span

ASKED = Candidate("Ann Smith praised Bob.", Span(18, 21), Span(0, 9))


@frozen
class Says:
    """Gives the answers it is made with."""

    answers: tuple
    name: str = "says"

    def score(self, candidates):
        """Whatever is asked."""
        return self.answers


def with_evidence(*spans):
    return Rating.of_score(0.5, evidence=[Evidence(span, 0.5 / len(spans)) for span in spans])


class TestQuestion:
    def test_no_name_is_seen(self):
        """A scorer is shown placeholders."""
        seen = []

        class Spy:
            name = "spy"

            def score(self, candidates):
                seen.extend(candidates)
                return [None for _ in candidates]

        rate(Spy(), [ASKED])

        assert [c.text for c in seen] == ["Boyle praised Alden."]

    def test_nothing_asked(self):
        """No candidate, no call."""
        assert rate(Says((None,)), []) == []


class TestAnswer:
    def test_evidence_comes_back(self):
        """Offsets lead into the original, and the words are filled in."""
        (rating,) = rate(Says((with_evidence(Span(6, 13)),)), [ASKED])

        (item,) = rating.evidence
        assert (item.span, item.text) == (Span(10, 17), "praised")

    def test_abstention_stays(self):
        """`None` is an answer."""
        assert rate(Says((None,)), [ASKED]) == [None]

    @pytest.mark.parametrize("answers", [(), (None, None)])
    def test_count(self, answers):
        """One answer a candidate."""
        with pytest.raises(
            ScorerContractError, match=rf"'says' must answer once .*got {len(answers)} answers for 1"
        ):
            rate(Says(answers), [ASKED])

    def test_type(self):
        """Nothing but ratings and abstentions."""
        with pytest.raises(ScorerContractError, match=r"must answer with a Rating or None \(got 0.5"):
            rate(Says((0.5,)), [ASKED])

    def test_evidence_beyond_the_text(self):
        """Evidence lies inside the passage that was shown."""
        with pytest.raises(ScorerContractError, match="inside the passage of 20 characters"):
            rate(Says((with_evidence(Span(18, 22)),)), [ASKED])

    @pytest.mark.parametrize("span", [Span(0, 5), Span(3, 8), Span(0, 20)])
    def test_evidence_on_a_name(self, span):
        """Evidence that touches a placeholder is refused."""
        with pytest.raises(ScorerContractError, match="outside the actors' names"):
            rate(Says((with_evidence(span),)), [ASKED])
