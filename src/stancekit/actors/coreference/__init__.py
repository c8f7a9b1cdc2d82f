"""Coreference: noun phrases, pronouns, "I", "you" and "we" -> the entities they refer to.

1. `_addressees` finds who is called by their office alone.
2. `_resolve` reads the text in order. Each mention is noted in the discourse (`_discourse`); noun phrases are
   resolved by rules (`_nominals`, over a `_nominal_index`), third-person pronouns by a linear model
   (`_pronouns`, its `_features` and `_pronoun_weights`).
3. `_dialogue` tells the speakers of interviews and conversations; `_first_person` resolves "I", "you" and
   "we" outside quotation marks.
"""
