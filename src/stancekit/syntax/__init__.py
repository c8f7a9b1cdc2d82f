"""One view of a parsed sentence, for every room that asks who does what.

- `_trees`: questions to a `Sentence` and its tokens: reach, marker, finite, participle
- `_sentence`: the rows of a sentence (words, lemmas, relations, dependents by position) and walks in its tree
- `_noun_phrase`: the extent and the head of a noun phrase; whose a noun is
- `_passive`: the passive and its agent
- `_subject`: the subject of a predicate, overt, shared or controlled
- `_clause`: logical subject and object, recipients, obliques; the clause of a word
- `_negation`: what negates a predicate
- `_quotation_marks`: pairs of quotation marks in a text, and how deep each word stands in them
- `_grammar`: `Grammar`, which answers all of these for one sentence

What mends a habit of parsers stands in the module of its question, in a function that names the habit.
"""
