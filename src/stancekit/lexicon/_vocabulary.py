"""Closed word classes that the grammar of evaluation turns on; lemmas, lower case."""

from __future__ import annotations

from typing import Final

ASCRIBING: Final = frozenset(
    """appoint believe brand call characterise characterize choose consider cast christen crown
    declare deem denounce depict describe dismiss dub elect expose feature find frame hail judge
    label mock name paint perceive picture portray present proclaim pronounce rate reckon recognise
    recognize refer regard remember render reveal see show slam style term think treat view vilify""".split()
)
"""Verbs whose subject gives their object a quality: "called him a genius", "saw her as weak"."""

NAMING: Final = frozenset("brand call declare deem dub label name nickname proclaim pronounce term".split())
"""Those of `ASCRIBING` that say nothing without what they give: "called" whom what?"""

LIKENING: Final = frozenset("compare equate liken".split())
"""Verbs whose object is said to be like what follows "to" or "with"."""

FACTIVE_ASCRIBING: Final = frozenset("appoint choose cast elect expose render reveal show".split())
"""Those of `ASCRIBING` whose quality is asserted by whoever speaks, not by the subject."""

REPORTING: Final = frozenset(
    """accept accuse acknowledge add admit advise agree allege announce answer argue ask assert
    assume assure believe blog boast caution charge cite claim comment complain concede conclude
    confess confirm contend counter cry declare demand deny dispute doubt emphasise emphasize
    estimate exclaim expect explain fear feel figure find foresee gripe guess hear hint hold hope
    imagine imply indicate insinuate insist joke judge know lament maintain mention muse note object
    observe opine pledge point predict proclaim promise pronounce protest quip quote reason recall
    reckon recount reiterate remark remember remind repeat reply report respond retort reveal rule
    say scoff shout shrug signal sneer speculate state stress suggest suppose suspect swear
    sympathise sympathize tell testify think thunder tout tweet urge vow warn whisper wonder worry
    write yell""".split()
)
"""Verbs whose subject answers for what their complement says."""

DENYING: Final = frozenset("deny disbelieve disprove dispute doubt question rebut refute reject".split())
"""Verbs whose subject holds the opposite of their complement."""

NEGATORS: Final = frozenset(
    "barely hardly neither never no nobody none nor not nothing scarcely without".split()
)
"""Function words that turn an evaluation round."""

REFUSING: Final = frozenset("decline refuse".split())
"""Verbs whose subject does not do what their infinitive says."""

ASKING: Final = frozenset(["if", "whether"])
"""Words that begin a clause that is asked, where it is somebody's object."""

NEG_RAISING: Final = frozenset("believe think expect imagine suppose reckon feel seem appear want".split())
"""Verbs whose own negation is meant for their complement: "I don't think he is brave"."""

HOLDING_TRUE: Final = frozenset("case correct fact right true".split())
HOLDING_FALSE: Final = frozenset("absurd false incorrect myth nonsense untrue".split())
"""Predicates of statements: "it is not true that he lied"."""

SHOWING: Final = frozenset(
    """bear boast bring cause command commit continue create demonstrate deliver display embody
    enjoy exercise exert exhibit exude feel have hold inspire keep lack lead lose make offer pose
    possess produce project provoke raise represent retain reveal sell share show spark spread stage
    suffer take trigger use voice wield""".split()
)
"""Verbs whose object is something of their subject: "showed no flexibility"."""

RECEIVING: Final = frozenset(
    """accumulate acquire attract bask confront draw earn encounter endure enjoy escape face fuel
    garner get gain generate incite incur invite meet prompt provoke receive risk spark spur suffer
    survive weather win withstand""".split()
)
"""Verbs whose subject is what their object is aimed at: "drew criticism", "won praise"."""

URGING: Final = frozenset(
    """advise appeal ask beg beseech call encourage exhort implore instruct order press push tell urge
    want""".split()
)
"""Verbs whose subject wants done what their infinitive says: "urged voters to reject him"."""

HAVING_NAME: Final = frozenset("flair gift knack name record reputation talent".split())
"""What somebody has "for" a quality: "a reputation for honesty"."""

GIVING: Final = frozenset(
    """add aim begin deliver deserve express extend feel give harbor harbour have heap hurl issue
    lavish launch lead level mount offer pile pour reserve repeat send show voice""".split()
)
"""Verbs whose subject is who holds the attitude that is their object: "voiced support for"."""

AIMS: Final = frozenset(
    "about against at behind for in into of on onto over to toward towards upon with".split()
)
"""Prepositions between an attitude or an act and what it is aimed at."""

DONE_TO: Final = frozenset(
    """abduction abuse annexation arrest assassination assault attack beating bombardment bombing
    breach bullying burglary capture conquest destruction detention eviction execution exploitation
    hack hacking harassment humiliation imprisonment interference intimidation invasion jailing
    kidnapping killing looting massacre meddling mistreatment molestation murder occupation
    oppression persecution poisoning raid rape repression robbery shooting slaughter stabbing
    subjugation theft torture""".split()
)
"""Acts whose "of", "on" and "against" name who suffers them."""

FOR_OBJECT: Final = frozenset("as for from into of".split())
"""Markers of a clause whose understood subject is the object: "blamed him for lying"."""

SUBJECT_CONTROL: Final = frozenset("promise threaten vow pledge".split())
"""Verbs whose infinitive's subject is their own, although they have an object."""

CONCESSIVE: Final = frozenset("although despite even notwithstanding though whereas while whilst".split())
CONDITIONAL: Final = frozenset("if unless whether lest assuming provided suppose".split())
WOULD: Final = frozenset("would ’d 'd".split())
HEDGING_AUX: Final = frozenset("can could may might must should shall ought".split())

OTHER_PEOPLE: Final = frozenset(
    """accuser adherent admirer adversary advisor aide ally apologist assailant attacker attorney aunt
    backer biographer bodyguard boss boyfriend brother challenger cheerleader child client colleague
    companion competitor counterpart cousin critic critics daughter defender deputy detractor
    devotee disciple driver enemy estranged ex-husband ex-wife family fan father fiance fiancee foe
    follower friend girlfriend grandfather grandmother hater hero husband kid killer lawyer lover
    loyalist mentor mistress mother native neighbor neighbour nemesis nephew niece opponent
    opposition parent partner predecessor protege relative rival roommate sceptic sibling sister
    skeptic son spouse stepfather successor supporter teacher uncle victim voter widow wife
    worshipper""".split()
)
"""Whoever is one of these to an actor is somebody else: "his critics", "her brother"."""

PERSONAL: Final = frozenset(
    "he him himself his she her hers herself it its itself they them their theirs themselves".split()
)
"""Pronouns that may stand for somebody named in the same sentence."""

FIRST_PERSON: Final = frozenset("i me my mine myself we us our ours ourselves".split())
"""Pronouns of whoever speaks."""

NEGATIVE_SUBJECTS: Final = frozenset("nobody none neither nothing".split())
"""Subjects that negate their predicate."""

GENERIC: Final = frozenset(
    "all any anybody anyone everybody everyone few most neither nobody none one".split()
)
"""Whoever speaks of what these think, speaks for himself: "nobody trusts him"."""

CONTESTS: Final = frozenset(
    """advantage bout compete contest debate election fall fare final game lose loss match perform play
    poll primary race run run-off runoff struggle trail victory win""".split()
)
"""What two do or have against each other without a word of what either thinks: "a race against Ann"."""

PREFIXES: Final = frozenset("anti counter ex mid non post pre pro".split())
"""What, with a hyphen, makes another word of a polar one."""

GOING_TO: Final = frozenset(
    "able certain content free glad happy pleased poised prepared ready set sure".split()
)
"""Adjectives that praise nobody before an infinitive."""

GRANTED: Final = frozenset(
    """admiration approval backing blessing confidence endorsement loyalty respect support sympathy
    trust""".split()
)
"""Attitudes of others that somebody has: "has the support of the party"."""

CONFIDING: Final = frozenset("belief confidence disappointment faith pride trust".split())
"""Attitudes that are aimed at what follows "in"; elsewhere it tells where: "endorsements in the Senate"."""

WHEN: Final = frozenset("after amid before despite during following since till until".split())
"""Prepositions that tell when or in spite of what somebody acts, and nothing of how."""

SENT: Final = frozenset("appeal complaint letter petition response".split())
"""Attitudes that are sent to somebody who is not their aim: "a complaint to the court"."""

EVENTS: Final = frozenset(
    """accord affair agreement ballot bill biography book caucus conflict coverage crisis deal debate
    documentary election film issue movie negotiation poll primary profile question referendum
    summit talk talks trial vote war""".split()
)
"""What a name before tells apart, without a word of whose it is: "the Iraq war"."""

DOING: Final = frozenset("do say write".split())
"""Verbs by which "what somebody does" stands for who does it."""

RELATIVE: Final = frozenset("who whom whose that which".split())

QUOTATION_MARKS: Final = frozenset("“ ” \" '' `` ‘ « » „ ‟ ‹ › '".split())

OPENING: Final = frozenset("“ `` « „".split())
CLOSING: Final = frozenset("” '' »".split())
TWO_WAY: Final = frozenset(['"'])
LOW_AND_HIGH: Final = ("„", "“")
"""A pair whose second mark opens quotes in English."""

STAYING: Final = frozenset("become prove remain stay".split())
"""Verbs whose subject is what their object says it is, if that is "a ..."."""

COPULAS: Final = frozenset("be become remain stay prove seem appear look sound feel turn emerge".split())
"""Verbs that give their subject a quality."""
