"""The `rules` scorer: polar words composed over the parse.

In order: `_polar_words` finds the lexicon's words in a sentence; `_predication` and
`_holders_and_targets` fill their patterns; `_target_reach` says which words stand for an actor;
`_scope_walk`, `_negation`, `_embedding` and `_scope` find what changes a word's score; `_evaluation`
puts them together; `_weights` sums the evaluations up; `_evidence` and `_explanation` show them;
`_scorer` is the scorer.
"""
