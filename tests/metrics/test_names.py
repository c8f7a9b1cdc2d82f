"""The same passages with other names in them."""

import json

import pytest

from stancekit.errors import ScorerContractError
from stancekit.metrics import example_names, name_sensitivity
from stancekit.stances import scorers
from stancekit.values import Rating

FAME = {"fame": {"known": ["Ann Lee", "Ann Orr"], "unknown": ["Bo Ray"]}}
PRONOUNS = {"pronoun": {pronoun: [pronoun] for pronoun in ("he", "she", "they")}}


class Reader:
    """Judges by who somebody is."""

    name, version = "reader", "1.0"

    def __init__(self, *, hated="Bo Ray", silent=False):
        self.hated = hated
        self.hate = None if silent else Rating.of_score(-0.6)

    def score(self, candidates):
        """Blame for one name, wherever it stands."""
        return [self.hate if self.hated in c.text else Rating.of_score(0.1) for c in candidates]


class TestWhoReadsNames:
    def test_is_found_out_where_it_sees_them(self):
        """The largest difference, where it is, for whom; the mask makes it none."""
        (kind,) = name_sensitivity(Reader(), names=FAME).kinds

        assert kind.raw.difference == pytest.approx(0.7)
        assert (kind.raw.lowest, kind.raw.lowest_group) == ("Bo Ray", "unknown")
        assert kind.raw.group_difference == pytest.approx(0.7)
        assert kind.raw.flipped == 1
        assert (kind.masked.difference, kind.masked.flipped, kind.masked.group_difference) == (0, 0, 0)

    def test_fails_with_a_message_that_tells_how_to_help(self):
        """Scorer, difference, names, passage, way out."""
        found = name_sensitivity(Reader(), names=FAME)

        found.check()
        with pytest.raises(ScorerContractError) as caught:
            found.check(masked=False)

        assert str(caught.value) == (
            "stance scorer 'reader 1.0' must score everybody alike, with their names to be seen (got scores "
            "0.700 apart for 'Bo Ray' and 'Ann Lee' in '___ misled the inspectors about the bridge.', kind "
            "'fame'); ask it through stancekit.stances.rate, which masks names, and train it on masked text"
        )

    def test_is_found_out_by_silence(self):
        """To abstain for some names only is a difference, too."""
        found = name_sensitivity(Reader(silent=True), names=FAME)

        assert found.kinds[0].raw.flipped == 1

    def test_is_found_out_at_the_holder(self):
        """Who says it is put into the passages as well as of whom it is said."""
        found = name_sensitivity(Reader(hated="Bo Ray met"), names=FAME, passages=["{Holder} met {them}."])

        assert found.kinds[0].raw.passage == "___ met Lena Marsh."

    def test_would_be_found_out_behind_a_mask_that_leaks(self, monkeypatch):
        """What holds by construction is measured all the same."""
        monkeypatch.setattr("stancekit.metrics._names.rate", lambda scorer, batch: scorer.score(batch))

        with pytest.raises(ScorerContractError, match="with their names masked"):
            name_sensitivity(Reader(), names=FAME).check()


@pytest.mark.parametrize("name", ["rules", "textblob"])
def test_pronouns_make_no_difference(name):
    """He, she and they are judged alike, in every case and place."""
    name_sensitivity(scorers.make(name), names=PRONOUNS).check()


def test_examples_are_many():
    """Over fifty of each kind, in groups of about the same size, none twice."""
    for kind, groups in example_names().items():
        names = [name for group in groups.values() for name in group]
        assert len(names) == len({*names})
        assert len({len(group) for group in groups.values()}) == 1
        assert kind == "pronoun" or len(names) > 50


def test_records_are_json():
    """Everything is written."""
    found = name_sensitivity(Reader(), names=FAME, passages=["{They} left."])

    assert json.loads(json.dumps(found.to_record()))["kinds"][0]["raw"]["lowest"] == "Bo Ray"
