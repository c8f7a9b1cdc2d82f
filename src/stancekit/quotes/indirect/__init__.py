"""Indirect quotes: the complements of reporting words in the parse.

- `_reporting_verb`: a reporting verb, its dependents, and its complement
- `_content_clause`: clauses with or without "that"
- `_object_phrases`: objects, infinitives, prepositional objects
- `_raising_and_passive`: complements divided between subject and predicate
- `_parenthetical`, `_inversion`: reports beside or inside their content
- `_constructions`: the table that tries these in order
- `_extract`: the reported clauses of a sentence, by verbs, nouns, adjectives and phrases
- `_trim`: the narrator's words at the end of a reported clause and inside it
"""
