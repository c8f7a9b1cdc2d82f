"""The forms of English verbs, by which they are known even where a lemma is wrong."""

from __future__ import annotations

IRREGULAR: dict[str, tuple[str, ...]] = {
    "bear": ("bore", "borne"),
    "become": ("became",),
    "begin": ("began", "begun"),
    "bet": ("bet",),
    "bite": ("bit", "bitten"),
    "cast": ("cast",),
    "choose": ("chose", "chosen"),
    "come": ("came",),
    "cut": ("cut",),
    "drive": ("drove", "driven"),
    "feel": ("felt",),
    "fight": ("fought",),
    "find": ("found",),
    "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"),
    "go": ("went", "gone", "goes"),
    "hear": ("heard",),
    "hit": ("hit",),
    "hold": ("held",),
    "know": ("knew", "known"),
    "lay": ("laid",),
    "learn": ("learnt", "learned"),
    "lie": ("lied", "lying"),
    "make": ("made",),
    "mean": ("meant",),
    "put": ("put",),
    "read": ("read",),
    "say": ("said",),
    "see": ("saw", "seen"),
    "seek": ("sought",),
    "set": ("set",),
    "shoot": ("shot",),
    "show": ("shown", "showed"),
    "sing": ("sang", "sung"),
    "speak": ("spoke", "spoken"),
    "spell": ("spelt", "spelled"),
    "spit": ("spat",),
    "stand": ("stood",),
    "strike": ("struck",),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "tear": ("tore", "torn"),
    "tell": ("told",),
    "think": ("thought",),
    "understand": ("understood",),
    "undertake": ("undertook", "undertaken"),
    "upbraid": ("upbraided",),
    "write": ("wrote", "written"),
}
"""Past forms that no rule gives."""
VOWELS = frozenset("aeiou")


def inflections(verb: str) -> frozenset[str]:
    """The forms of a verb, its base included; some that do not exist do no harm.

    Example:
        >>> sorted(inflections("deny"))
        ['denied', 'denies', 'deny', 'denying']
        >>> "quipped" in inflections("quip"), "told" in inflections("tell")
        (True, True)
    """
    forms = {verb, *IRREGULAR.get(verb, ())}
    if verb.endswith("e"):
        forms |= {verb + "s", verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y") and verb[-2:-1] not in VOWELS:
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    else:
        plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
        forms |= {verb + plural, verb + "ed", verb + "ing"}
        if verb[-1] not in "aeiouwxy" and verb[-2:-1] in VOWELS:
            forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return frozenset(forms)
