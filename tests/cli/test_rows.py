"""Files of rows: each faulty one is named with what is wrong and what to do, the others go on."""

import io
import json
import re

import pytest

from stancekit.cli._output import STDIN, Failures
from stancekit.cli._rows import BATCH, UnreadableError, opened_rows, rated_rows
from stancekit.values import Polarity, Rating

GOOD = {"id": 7, "text": "Ann praised Bob.", "target": [12, 15], "holder": [0, 3], "label": "positive"}
NEUTRAL = Rating.of_score(0)


@pytest.fixture
def rows(tmp_path):
    """Writes rows, reads them back."""

    def read(*records, **options):
        path = tmp_path / "rows.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        failures = Failures()
        with opened_rows(str(path), failures, **options) as found:
            return [*found], failures

    return read


class TestReading:
    def test_gives_candidate_label_and_group(self, rows):
        """A row holds all that scoring, training and measuring need."""
        (row,), failures = rows({**GOOD, "group": "story-1"}, labelled=True)

        assert (row.id, row.label, row.group) == (7, Polarity.POSITIVE, "story-1")
        assert row.candidate.target.of(row.candidate.text) == "Bob"
        assert failures.exit_code == 0

    def test_asks_for_labels_only_where_they_are_needed(self, rows):
        """What is scored needs no right answer, not even a legal one."""
        (row,), failures = rows({**GOOD, "label": "dunno"})

        assert row.label is None
        assert failures.count == 0

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            ({"target": [12, 99]}, "'target' must lie inside the text of 16 characters (got 12 to 99)"),
            (
                {"target": [3, 3]},
                "'end' must be greater than 'start', 3 (got 3) @ $.target; give offsets as [start, end]",
            ),
            ({"target": [-1, 3]}, "'start' must be at least 0 (got -1) @ $.target"),
            ({"target": [11, 12]}, "'target' must be the words that name somebody (got ' ')"),
            ({"target": None}, "must be [start, end] (got None) @ $.target"),
            ({"target": [0.0, 3]}, "must be a whole number (got 0.0) @ $.target"),
            ({"holder": [11, 13]}, "'holder' must not overlap 'target', 12 to 15 (got 11 to 13)"),
            ({"holder": [3, 4]}, "'holder' must be the words that name somebody (got ' ')"),
            ({"label": "pos"}, "must be one of 'negative', 'neutral', 'positive' (got 'pos') @ $.label"),
            ({"label": -1}, "must be one of 'negative', 'neutral', 'positive' (got -1) @ $.label"),
            ({"label": None}, "must be one of 'negative', 'neutral', 'positive' (got None) @ $.label"),
            ({"text": 5}, "must be a string (got 5) @ $.text; give the passage as one string"),
            ({"text": None}, "must be a string (got None) @ $.text"),
            ({"group": ["a"]}, "must be a string or a whole number (got ['a']) @ $.group"),
        ],
    )
    def test_names_a_faulty_row_by_line_and_id(self, rows, capsys, change, told):
        """File, line, id, rule, what arrived; the row behind it goes on."""
        found, failures = rows({**GOOD, **change}, {**GOOD, "id": 8}, labelled=True)

        error = capsys.readouterr().err
        assert re.search(r"rows\.jsonl:1 \(row 7\): ", error)
        assert told in error
        assert [row.id for row in found] == [8]
        assert failures.count == failures.exit_code == 1

    @pytest.mark.parametrize("id_", [None, True, 1.5, ["x"]])
    def test_asks_for_an_id(self, rows, capsys, id_):
        """An answer must find its row again."""
        found, _ = rows({**GOOD, "id": id_})

        assert not found
        assert f"must be a string or a whole number (got {id_!r}) @ $.id" in capsys.readouterr().err

    def test_tells_a_missing_label_from_a_wrong_one(self, rows, capsys):
        """Nothing arrived, and the message says so."""
        rows({key: value for key, value in GOOD.items() if key != "label"}, labelled=True)

        assert "'positive' (got none) @ $.label" in capsys.readouterr().err

    def test_tells_all_faults_of_a_row(self, rows, capsys):
        """One round of mending is enough."""
        rows({"id": 1, "text": "Ann left.", "target": [0, 30], "label": "bad"}, labelled=True)

        error = capsys.readouterr().err
        assert "@ $.target" in error
        assert "@ $.label" in error

    @pytest.mark.parametrize(
        "change",
        [
            {"id": "a" * 100_000, "text": 5},
            {"others": [5] * 20_000},
            {"target": [["a" * 1000] * 1000] * 1000},
        ],
        ids=["id", "faults", "value"],
    )
    def test_a_message_has_an_end(self, rows, capsys, change):
        """Whatever a row holds."""
        _, failures = rows(GOOD | change)

        assert failures.count == 1
        assert len(capsys.readouterr().err) < 10_000

    @pytest.mark.parametrize("record", [[1, 2], "Ann", None])
    def test_names_what_is_no_object(self, rows, capsys, record):
        """A line of something else is one fault, not five."""
        rows(record)

        assert capsys.readouterr().err.count("must be") == 1

    def test_warns_of_an_id_that_comes_twice(self, rows, capsys):
        """Both rows stay, and nothing failed."""
        found, failures = rows(GOOD, {**GOOD, "text": "Ann scolded Bob."})

        assert len(found) == 2
        assert failures.exit_code == 0
        assert "rows.jsonl:2 (row 7): its 'id' is that of line 1, too" in capsys.readouterr().err

    def test_groups_by_a_field_of_the_users_choice(self, rows, capsys):
        """A field that was asked for must be there."""
        found, failures = rows({**GOOD, "article": "a"}, GOOD, group="article")

        assert [row.group for row in found] == ["a"]
        assert failures.count == 1
        assert "(got None) @ $.article" in capsys.readouterr().err

    def test_passes_over_marks_and_empty_lines(self, tmp_path):
        """A byte-order mark and blank lines are not rows."""
        path = tmp_path / "rows.jsonl"
        path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\n")

        with opened_rows(str(path), Failures()) as found:
            assert [row.source for row in found] == [f"{path}:1 (row 7)"]

    def test_reads_standard_input(self, monkeypatch):
        """Rows come through a pipe as well, and it stays open."""
        stdin = io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode()))
        monkeypatch.setattr("sys.stdin", stdin)

        with opened_rows(STDIN, Failures()) as found:
            assert len([*found]) == 1
        assert not stdin.buffer.closed

    def test_tells_what_it_cannot_open(self, tmp_path):
        """A folder is no file of rows."""
        with (
            pytest.raises(UnreadableError, match=r"give a \.jsonl file of rows"),
            opened_rows(str(tmp_path), Failures()),
        ):
            pass


class Picky:
    """Fails at some passages."""

    name = "picky"

    def __init__(self, hated):
        self.hated, self.asked = hated, []

    def score(self, candidates):
        """Count the questions, and answer those that are liked."""
        self.asked.append(len(candidates))
        if any(self.hated in candidate.text for candidate in candidates):
            raise RuntimeError(self.hated)
        return [NEUTRAL for _ in candidates]


class TestRating:
    def test_a_row_that_breaks_the_scorer_is_alone_in_it(self, rows, capsys):
        """The batch is halved until the row is found; every other one has its rating."""
        records = [{**GOOD, "id": n, "text": f"Ann praised Bob {n}."} for n in range(BATCH + 10)]
        records[99]["text"] = "Ann praised Bob in vain."
        found, failures = rows(*records)
        scorer = Picky("vain")

        answered = [*rated_rows(scorer, found, failures)]

        assert [row.id for row, rating in answered if rating is None] == [99]
        assert [row.id for row, _ in answered] == [*range(BATCH + 10)]
        assert (
            "rows.jsonl:100 (row 99): stance scorer 'picky' failed with RuntimeError: vain"
            in capsys.readouterr().err
        )
        assert failures.count == 1
        assert len(scorer.asked) < 20

    def test_all_goes_on_where_every_row_fails(self, rows, capsys):
        """A broken scorer is named for each row, and that is all."""
        found, failures = rows(*({**GOOD, "id": n} for n in range(5)))

        assert [rating for _, rating in rated_rows(Picky("Ann"), found, failures)] == [NEUTRAL] * 5
        assert [rating for _, rating in rated_rows(Picky("praised"), found, failures)] == [None] * 5
        assert failures.count == 5
