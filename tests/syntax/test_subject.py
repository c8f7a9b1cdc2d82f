"""The subject of a predicate: overt, shared, controlled, and mended where parsers err."""

import pytest


@pytest.fixture
def subjects(grammar_of, words_at):
    """The words of the subject of a predicate."""

    def subjects(rows, predicate):
        grammar = grammar_of(rows)
        at = next(token.index for token in grammar.tokens if token.text == predicate)
        return words_at(grammar, grammar.subjects(at))

    return subjects


class TestSubjects:
    @pytest.mark.parametrize(
        ("rows", "predicate", "subject"),
        [
            ("Reed/PROPN/nsubj/1 left/VERB/root/1/fin", "left", ["Reed"]),
            ("Reed/PROPN/nsubj:pass/2 was/AUX/aux:pass/2 fined/VERB/root/2/ed", "fined", ["Reed"]),
            (
                "Reed/PROPN/nsubj/1 sat/VERB/root/1/fin and/CCONJ/cc/3 left/VERB/conj/1/fin",
                "left",
                ["Reed"],
            ),
            (
                "Reed/PROPN/nsubj/1 tried/VERB/root/1/fin to/PART/mark/3 leave/VERB/xcomp/1/inf",
                "leave",
                ["Reed"],
            ),
            ("It/PRON/obj/1 rained/VERB/root/1/fin", "rained", []),
        ],
    )
    def test_are_overt_or_shared(self, subjects, rows, predicate, subject):
        """A verb has its own, or its governor's."""
        assert subjects(rows, predicate) == subject

    @pytest.mark.parametrize(
        ("rows", "predicate", "subject"),
        [
            (
                "Reed/PROPN/nsubj/1 urged/VERB/root/1/fin Lee/PROPN/obj/1 to/PART/mark/4 go/VERB/xcomp/1/inf",
                "go",
                ["Lee"],
            ),
            (
                "Reed/PROPN/nsubj/1 promised/VERB/root/1/fin/promise Lee/PROPN/obj/1 to/PART/mark/4 "
                "go/VERB/xcomp/1/inf",
                "go",
                ["Reed"],
            ),
            (
                "Reed/PROPN/nsubj/1 thanked/VERB/root/1/fin Lee/PROPN/obj/1 for/SCONJ/mark/4 "
                "helping/VERB/advcl/1/ing",
                "helping",
                ["Lee"],
            ),
            (
                "Reed/PROPN/nsubj/1 gave/VERB/root/1/fin Lee/PROPN/iobj/1 credit/NOUN/obj/1 for/SCONJ/mark/5 "
                "helping/VERB/advcl/1/ing",
                "helping",
                ["Lee"],
            ),
        ],
    )
    def test_are_controlled(self, subjects, rows, predicate, subject):
        """An open complement has its governor's object, but after "promise" its subject."""
        assert subjects(rows, predicate) == subject

    @pytest.mark.parametrize(
        ("rows", "predicate", "subject"),
        [
            ("the/DET/det/1 man/NOUN/root/1 who/PRON/nsubj/3 left/VERB/acl:relcl/1/fin", "left", ["who"]),
            ("a/DET/det/1 man/NOUN/root/1 hated/VERB/acl/1/ed", "hated", ["man"]),
            (
                "Reed/PROPN/nmod:poss/1 plan/NOUN/root/1 to/PART/mark/3 leave/VERB/acl/1/inf",
                "leave",
                ["Reed"],
            ),
            (
                "Reed/PROPN/nsubj/1 had/VERB/root/1/fin plans/NOUN/obj/1 to/PART/mark/4 leave/VERB/acl/2/inf",
                "leave",
                ["Reed"],
            ),
            (
                "Reed/PROPN/nsubj/1 issued/VERB/root/1/fin statement/NOUN/obj/1 denying/VERB/acl/2/ing",
                "denying",
                ["Reed"],
            ),
        ],
    )
    def test_of_clauses_on_a_noun(self, subjects, rows, predicate, subject):
        """It is the noun, who owns the plan, or who issues the text."""
        assert subjects(rows, predicate) == subject


class TestHabits:
    """Each is a habit of parsers, and mended once."""

    def test_a_subject_is_taken_for_a_part_of_what_stands_before(self, subjects):
        """A verb without a subject has the name that it follows directly."""
        rows = "Reed/PROPN/compound/1 notes/VERB/root/1/fin that/SCONJ/obj/1"

        assert subjects(rows, "notes") == ["Reed"]

    def test_brackets_part_a_subject_from_its_verb(self, subjects):
        """So does a name with brackets between."""
        rows = (
            "At/ADP/case/1 noon/NOUN/obl/6 Jane/PROPN/appos/1 (/PUNCT/punct/4 Lab./PROPN/appos/2 "
            ")/PUNCT/punct/4 said/VERB/root/6/fin no/INTJ/obj/6"
        )

        assert subjects(rows, "said") == ["Jane"]

    def test_an_addressee_is_taken_for_a_subject(self, subjects):
        """What "to" leads to is none: "insisting to Smith"."""
        rows = (
            "Reed/PROPN/nsubj/1 pressed/VERB/root/1/fin Smith/PROPN/obj/1 ,/PUNCT/punct/4 "
            "insisting/VERB/advcl/1/ing to/ADP/case/6 Smith/PROPN/nsubj/4"
        )

        assert subjects(rows, "insisting") == ["Reed"]

    def test_a_participle_of_the_main_clause_hangs_on_its_object(self, subjects):
        """Behind a comma it belongs to the verb: "met neighbours, calling them thieves"."""
        rows = (
            "Reed/PROPN/nsubj/1 met/VERB/root/1/fin neighbours/NOUN/obj/1 ,/PUNCT/punct/4 "
            "calling/VERB/acl/2/ing them/PRON/obj/4 thieves/NOUN/xcomp/4"
        )

        assert subjects(rows, "calling") == ["Reed"]

    def test_a_main_clause_hangs_on_the_participle_before_it(self, subjects):
        """The participle has the main clause's subject: "Citing costs, Reed urged"."""
        rows = (
            "Citing/VERB/root/0/ing costs/NOUN/obj/0 ,/PUNCT/punct/4 Reed/PROPN/nsubj/4 "
            "urged/VERB/parataxis/0/fin Smith/PROPN/iobj/4"
        )

        assert subjects(rows, "Citing") == ["Reed"]

    def test_a_subject_hangs_on_the_participle_behind_it(self, subjects):
        """The verb has it all the same: "Reed, facing defeat, left"."""
        rows = (
            "Reed/PROPN/nsubj/2 ,/PUNCT/punct/2 facing/VERB/advcl/5/ing defeat/NOUN/obj/2 ,/PUNCT/punct/2 "
            "left/VERB/root/5/fin"
        )

        assert subjects(rows, "left") == ["Reed"]

    def test_a_controller_hangs_on_the_second_verb(self, subjects):
        """In "heard Lee say", Lee says it, even as the object of "say"."""
        rows = "Reed/PROPN/nsubj/1 heard/VERB/root/1/fin Lee/PROPN/obj/3 say/VERB/xcomp/1/inf so/ADV/advmod/3"

        assert subjects(rows, "say") == ["Lee"]

    def test_a_controller_behind_a_preposition_hangs_anywhere(self, subjects):
        """In "waited for Lee to speak", Lee speaks."""
        rows = (
            "Reed/PROPN/nsubj/1 waited/VERB/root/1/fin for/ADP/case/3 Lee/PROPN/obl/1 to/PART/mark/5 "
            "speak/VERB/advcl/1/inf"
        )

        assert subjects(rows, "speak") == ["Lee"]

    def test_an_adverbial_is_no_controller(self, subjects):
        """Nor what "on" leads to, where the verb has an object: "used a rally on Thursday to praise"."""
        rows = (
            "Reed/PROPN/nsubj/1 used/VERB/root/1/fin rallies/NOUN/obj/1 on/ADP/case/4 Thursday/PROPN/obl/1 "
            "to/PART/mark/6 praise/VERB/xcomp/1/inf"
        )

        assert "Thursday" not in subjects(rows, "praise")

    @pytest.mark.parametrize("relation", ["appos", "conj"])
    def test_a_parenthetical_subject_is_taken_for_an_apposition(self, subjects, relation):
        """In "Reed, Smith said, was late", Smith said it."""
        rows = (
            f"Reed/PROPN/nsubj/6 ,/PUNCT/punct/2 Smith/PROPN/{relation}/0 said/VERB/parataxis/6/fin "
            ",/PUNCT/punct/3 was/AUX/cop/6/fin late/ADJ/root/6"
        )

        assert subjects(rows, "said") == ["Smith"]

    def test_what_is_taken_for_the_subject(self, subjects):
        """In "what Smith said", Smith said it."""
        rows = "what/PRON/nsubj/2 Smith/PROPN/obj/2 said/VERB/root/2/fin"

        assert subjects(rows, "said") == ["Smith"]
