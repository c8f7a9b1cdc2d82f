"""Logical subject and object, recipients and obliques."""

ACTIVE = "Reed/PROPN/nsubj/1 praised/VERB/root/1/fin Lee/PROPN/obj/1"
PASSIVE = (
    "Lee/PROPN/nsubj:pass/2 was/AUX/aux:pass/2 praised/VERB/root/2/ed by/ADP/case/4 Reed/PROPN/obl:agent/2"
)


def test_active_and_passive_say_the_same(grammar_of, words_at):
    """Who praises whom is the same in both."""
    active, passive = grammar_of(ACTIVE), grammar_of(PASSIVE)

    assert words_at(active, active.doers(1)) == words_at(passive, passive.doers(2)) == ["Reed"]
    assert words_at(active, active.done_to(1)) == words_at(passive, passive.done_to(2)) == ["Lee"]


def test_a_relative_clause_may_lack_its_object(grammar_of, words_at):
    """It is the antecedent: "the man Reed praised"."""
    grammar = grammar_of("man/NOUN/root/0 Reed/PROPN/nsubj/2 praised/VERB/acl:relcl/0/fin")

    assert words_at(grammar, grammar.done_to(2)) == ["man"]


def test_an_object_is_taken_for_a_predicate(grammar_of, words_at):
    """Habit: of two predicates in "called him a fool" the first is the object."""
    grammar = grammar_of("Reed/PROPN/nsubj/1 called/VERB/root/1/fin him/PRON/xcomp/1 fool/NOUN/xcomp/1")

    assert words_at(grammar, grammar.done_to(1)) == ["him"]


def test_a_preposition_is_taken_for_a_particle(grammar_of, words_at):
    """Habit: in "turned on him" the preposition is the verb's particle, and "him" its object."""
    grammar = grammar_of("Reed/PROPN/nsubj/1 turned/VERB/root/1/fin on/ADP/compound:prt/1 him/PRON/obj/1")

    assert words_at(grammar, grammar.obliques(1, "on")) == ["him"]


def test_recipients_are_objects_or_behind_to(grammar_of, words_at):
    """Both orders of giving."""
    first = grammar_of("Reed/PROPN/nsubj/1 gave/VERB/root/1/fin Lee/PROPN/iobj/1 praise/NOUN/obj/1")
    second = grammar_of(
        "Reed/PROPN/nsubj/1 gave/VERB/root/1/fin praise/NOUN/obj/1 to/ADP/case/4 Lee/PROPN/obl/1"
    )

    assert words_at(first, first.recipients(1)) == words_at(second, second.recipients(1)) == ["Lee"]
