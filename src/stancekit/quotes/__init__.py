"""Quotes: a parsed document and its actors to attributions (source, cue, content, speaker).

The stages, in order:

- `cues`: reporting words in a sentence, and their attitude to the content
- `marks`: the document's tokens with their quotation marks, and the quoted stretches
- `sources`: source spans, and the cue beside a quoted stretch
- `indirect`: complements of reporting words, construction by construction
- `direct`: quoted stretches joined to direct quotes, their cues; transcripts
- `assembly`: direct, indirect and mixed quotes fitted to the marks and nested
- `speakers`: sources resolved to actors
- `_pipeline`: the stages run one after the other
"""

from ..lexicon._cues import Cues
from ._pipeline import Attributions, QuoteFinder, find_quotes

__all__ = ["Attributions", "Cues", "QuoteFinder", "find_quotes"]
