"""Registries in files."""

import datetime as dt
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit import RegistryFormatError, StancekitError
from stancekit.actors import Entry, Registry, Role

CRANE = Entry(
    "crane",
    "Lettice Crane",
    "person",
    aliases=["Letty Crane", "Mayor Letty"],
    pronoun="she",
    parties=["labour"],
    wikidata="Q1000001",
    roles=[Role("mayor", "Harrowbeck", "2021-05-06"), Role("councillor", "Harrowbeck", "2014", "2021-05")],
)
HARROWBECK = Entry("7", "Harrowbeck", "place", demonyms=["Harrowbecker", "Harrowbeckers"], ambiguous=True)

YAML = """
# Who matters in Harrowbeck.
- id: crane
  name: Lettice Crane
  kind: person
  aliases: [Letty Crane, Mayor Letty]
  pronoun: she
  parties: labour
  wikidata: Q1000001
  roles:
    - {title: mayor, of: Harrowbeck, from: 2021-05-06, until: }
    - {title: councillor, of: Harrowbeck, from: 2014, until: 2021-05}
- id: 7
  name: Harrowbeck
  kind: place
  pronoun: ~
  demonyms: [Harrowbecker, Harrowbeckers]
  ambiguous: yes
"""

CSV = """\
id,name,kind,aliases,pronoun,parties,wikidata,demonyms,ambiguous,role,of,from,until
crane,Lettice Crane,person,Letty Crane|Mayor Letty,she,labour,Q1000001,,,mayor,Harrowbeck,2021-05-06,
crane,,,,,,,,,councillor,Harrowbeck,2014,2021-05
7,Harrowbeck,place,,,,,Harrowbecker | Harrowbeckers,yes
"""

JSON = json.dumps(
    [
        {
            "id": "crane",
            "name": "Lettice Crane",
            "kind": "person",
            "aliases": ["Letty Crane", "Mayor Letty"],
            "pronoun": "she",
            "parties": ["labour"],
            "wikidata": "Q1000001",
            "roles": [
                {"title": "mayor", "of": "Harrowbeck", "from": "2021-05-06", "until": None},
                {"title": "councillor", "of": "Harrowbeck", "from": 2014, "until": "2021-05"},
            ],
        },
        {
            "id": 7,
            "name": "Harrowbeck",
            "kind": "place",
            "demonyms": ["Harrowbecker", "Harrowbeckers"],
            "ambiguous": True,
        },
    ]
)


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def faults(write):
    def faults(name, content):
        with pytest.raises(RegistryFormatError) as caught:
            Registry.read(write(name, content))
        return caught.value.faults

    return faults


class TestLayouts:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("own.yaml", YAML),
            ("own.YML", YAML),
            ("own.json", JSON),
            ("own.csv", CSV),
            ("own.csv", CSV.replace(",", ";")),
            ("own.tsv", CSV.replace(",", "\t")),
            ("own.csv", CSV.replace("\n", "\r\n").encode("utf-16")),
        ],
    )
    def test_all_say_the_same(self, write, name, content):
        """One registry, however it is written down."""
        assert Registry.read(write(name, content)).entries == (CRANE, HARROWBECK)

    def test_reads_an_open_file(self, write):
        """Its name tells the layout."""
        with write("own.yaml", YAML).open("rb") as stream:
            assert len(Registry.read(stream)) == 2

    def test_takes_words_for_what_they_say(self, write):
        """YAML's old habit of reading NO as false and a date as a number costs no id."""
        path = write("own.yaml", "- {id: NO, name: 'Null', kind: place, aliases: [On, 1e3, 2024-13-45]}")

        (entry,) = Registry.read(path)

        assert (entry.id, entry.name, entry.aliases) == ("NO", "Null", ("On", "1e3", "2024-13-45"))

    def test_roles_of_a_month_or_a_year_last_it_out(self, write):
        """A term begins with its first day and ends with its last."""
        crane = next(iter(Registry.read(write("own.csv", CSV))))

        assert (crane.roles[1].start, crane.roles[1].end) == (dt.date(2014, 1, 1), dt.date(2021, 5, 31))

    def test_an_empty_list_knows_nobody(self, write):
        """That is a registry, too."""
        assert len(Registry.read(write("own.yaml", "[]"))) == 0


class TestFaults:
    def test_are_told_all_together_with_their_places(self, faults):
        """Each with its line, the key as the file has it, and the nearest that there is."""
        assert faults(
            "own.yaml",
            """
- id: crane
  name: Lettice Crane
  kind: persn
  alias: [Letty]
  wikidata: q12
  roles:
  - {title: mayor, from: 2021-25-06, start: 2021}
  - {title: mayor, from: 2022, until: 2021}
- id: pell
  pronoun: no
- Harrowbeck
""",
        ) == (
            "must be one of 'person', 'organization', 'place', 'group', 'unnamed' (got 'persn') @ line 2, $.kind",
            "'start' must be a date, a month or a year, such as 2021-05-06 (got '2021-25-06') @ line 2, $.roles[0].from",
            "unknown key 'start'; there are title, of, from, until @ line 2, $.roles[0]",
            "'end' must not lie before 'start', 2022-01-01 (got 2021-12-31) @ line 2, $.roles[1].until",
            "'wikidata' must be the id of an item of Wikidata, such as Q42 (got 'q12') @ line 2, $.wikidata",
            "unknown key 'alias'; did you mean 'aliases'? @ line 2, $",
            "required field missing @ line 10, $.name",
            "required field missing @ line 10, $.kind",
            "'pronoun' must be one of 'he', 'she', 'they', 'it' (got 'no') @ line 10, $.pronoun",
            "must be an object (got 'Harrowbeck') @ line 12, $",
        )

    def test_an_id_stands_once(self, faults):
        """Both places are named."""
        text = '[{"id": 1, "name": "A", "kind": "place"}, {"id": "1", "name": "B", "kind": "place"}]'

        assert faults("own.json", text) == ("'id' must be unique (got '1' @ $[0] too) @ $[1].id",)

    @pytest.mark.parametrize(
        ("name", "content", "fault"),
        [
            ("own.yaml", "", "must be a list of entries"),
            ("own.yaml", "id: crane", "must be a list of entries"),
            ("own.json", "{}", "must be a list of entries"),
            (
                "own.yaml",
                "- {id: a, id: b}",
                "not valid YAML: the key 'id' stands twice in one object @ line 1",
            ),
            ("own.yaml", "- [a\n- b", "not valid YAML:"),
            ("own.yaml", "- {[a]: b}", "not valid YAML: a key must be a word @ line 1"),
            ("own.yaml", "- a\n---\n- b", "not valid YAML:"),
            ("own.yaml", "[" * 5000, "not valid YAML:"),
            ("own.json", "[", "not valid JSON:"),
            ("own.csv", "", "column 'id' is missing @ line 1"),
            ("own.csv", "id,name,kind,role,form\n", "unknown column 'form'; did you mean 'from'? @ line 1"),
            ("own.csv", "id,name,kind,id\n", "column 'id' stands twice @ line 1"),
            ("own.csv", "id,name,kind\na,b,place,d\n", "must have at most 3 cells (got 4) @ line 2"),
            ("own.csv", 'id,name,kind\na,"b"c,place\n', "not valid CSV:"),
            (
                "own.csv",
                "id,name,kind\na,b,place\na,c,\n",
                "'name' must be empty or the same in all lines of 'a' (got 'c') @ line 3, $.name",
            ),
            (
                "own.csv",
                "id,name,kind,of\na,b,place,c\n",
                "required field missing @ line 2, $.roles[0].title",
            ),
            ("own.txt", "", "the name must end in one of .yaml, .yml, .csv, .tsv, .json"),
            ("own.yaml", b"\x00\x01", "must be text"),
        ],
    )
    def test_a_file_that_is_no_registry_says_why(self, faults, name, content, fault):
        """Whatever is wrong comes as one error, never as a library's own."""
        assert any(told.startswith(fault) for told in faults(name, content))

    def test_a_missing_file_is_one_of_ours(self, tmp_path):
        """The message names it."""
        with pytest.raises(StancekitError, match=r"absent\.yaml: must be readable"):
            Registry.read(tmp_path / "absent.yaml")

    @pytest.mark.parametrize(
        "inner",
        ["a", "[a]", "{a: b}", "&b [a, *b]"],
    )
    def test_aliases_of_aliases_are_refused_before_they_are_made(self, faults, inner):
        """Few lines could fill the memory and the terminal."""
        lines = [f"- &a0 [{inner}]", *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]

        (fault,) = faults("own.yaml", "\n".join(lines))

        assert fault.startswith("not valid YAML: aliases must repeat at most 100,000 values (got more")

    def test_an_entry_repeated_too_often_is_refused(self, faults):
        """One alias after another does the same as one of another."""
        lines = [
            f"- &a {{id: a, name: b, kind: person, aliases: [{', '.join('x' * 1000)}]}}",
            *["- *a"] * 200,
        ]

        (fault,) = faults("own.yaml", "\n".join(lines))

        assert "aliases must repeat at most" in fault

    def test_an_alias_may_repeat_some(self, write):
        """A list that several share is what aliases are for."""
        lines = [
            "- {id: a, name: Ann Lee, kind: person, parties: &p [North, South]}",
            *(f"- {{id: a{n}, name: Ann Lee{n}, kind: person, parties: *p}}" for n in range(500)),
        ]

        assert len(Registry.read(write("own.yaml", "\n".join(lines)))) == 501

    def test_references_round_in_a_ring_are_refused(self, faults):
        """Anchors may be used, but not to hold themselves."""
        assert faults("own.yaml", "- &a [*a]") == ("must be an object (got [None]) @ line 1, $",)

    @settings(max_examples=60, deadline=None)
    @given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
    @pytest.mark.parametrize("ending", ["yaml", "csv", "json"])
    def test_no_bytes_raise_anything_else(self, tmp_path_factory, content, ending):
        """A file is a registry, or a registry's format error."""
        path = tmp_path_factory.getbasetemp() / f"any.{ending}"
        path.write_bytes(content)
        with suppress(RegistryFormatError):
            Registry.read(path)
