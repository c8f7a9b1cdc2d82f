"""Words as data: the tables of a language folder.

- `_cues`: words that report, and nouns for who may speak
- `_lexicon`: polar words, by which somebody evaluates somebody
- `_word_classes`: nouns, verbs and adjectives by what rules ask of them; words of names and titles
- `data/en`: the tables of English
"""

from ._word_classes import WordClasses

__all__ = ["WordClasses"]
