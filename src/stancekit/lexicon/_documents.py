"""Nouns of texts and figures, which show something without speaking."""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = frozenset(
    """account ad advertisement agreement analysis announcement answer article average bill blog
    book budget campaign clip column comment complaint constitution conversation data decision
    document documentary editorial email essay estimate evidence exchange figure filing film finding
    footage form hashtag headline history image indicator inquiry interview investigation law
    lawsuit leaflet letter list lyric manifesto map measure memo memoir message movie news novel
    number op-ed opinion order page paper paragraph petition photo photograph picture plan platform
    play poll polling post poster press proposal record recording remark report research resolution
    result review rhetoric rule ruling score sign site slogan song speech statement statistic story
    study survey tally tape text tone transcript treaty trend tweet verdict version video warrant
    website word""".split()
)
