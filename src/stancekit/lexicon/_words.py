"""Closed word lists of the actors room, all in lower case with straight apostrophes."""

from __future__ import annotations

ARTICLES = frozenset({"the", "a", "an"})
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "at", "on", "to", "a", "&"})
"""What may stand inside a name, but does not end it."""
POSSESSIVE_MARKS = frozenset({"'s", "'", "s'", "’"})

HONORIFICS = frozenset(
    """mr mrs ms miss mx madam madame dr prof sir dame lord lady sen rep gov gen col lt capt maj sgt
    cpl adm cmdr rev hon sr fr judge justice president senator congressman congresswoman
    representative secretary governor mayor minister chancellor premier councillor professor
    doctor general colonel captain lieutenant sergeant admiral ambassador commissioner sheriff
    pope king queen prince princess emperor cardinal archbishop bishop ayatollah sheikh""".split()
)
"""Titles that make a person of the name behind them, whatever the name finder said."""

TITLE_MODIFIERS = frozenset(
    """former ex then then- late current acting interim deputy vice assistant incoming outgoing
    the a an our their its his her this us u.s. uk u.k. eu e.u. un u.n. state federal national
    fellow veteran senior junior chief honorary retired first second republican democratic democrat
    labour conservative tory liberal""".split()
)
"""Words that may stand before a title inside what the name finder took for a name."""

NAME_SUFFIXES = frozenset(
    "jr jr. sr sr. ii iii iv esq esq. phd md qc kc mp mep obe cbe i v vi vii viii".split()
)
GENERATIONS = frozenset({"jr", "ii", "iii", "iv"})
"""Suffixes that tell a son from his father."""

PARTICLES = frozenset(
    """de da di du del della der den van von der ten ter la le el al bin ben ibn bint abu dos das
    mac st san santa y e af av zu""".split()
)

ORGANIZATION_WORDS = frozenset(
    """inc corp corporation company co ltd llc plc gmbh group holdings partners bank fund trust
    university college school institute academy hospital clinic laboratory center centre ministry
    department office bureau agency authority commission committee council parliament congress
    senate assembly house court tribunal party union federation association organization
    organisation society foundation alliance coalition league club team army navy force forces
    police guard corps brigade times post journal herald tribune gazette guardian courier news
    media press network television radio studios records airlines airways motors systems
    technologies industries enterprises services solutions church estates homes athletic wanderers
    brewery breweries cement chemicals electric electronics energy foods glass insurance logistics
    mills oil paper petroleum pharma pharmaceuticals plastics shipping software steel telecom textiles
    tobacco""".split()
)
"""A name of several words that ends in one of these (or its plural) is an organization's."""

ORGANIZATION_OPENERS = frozenset(
    """university ministry department bank church institute house court office federation college
    council""".split()
)
"""A name that begins with one of these and "of" is an organization's."""

EPITHETS = frozenset("great terrible conqueror confessor magnificent bold brave wise younger elder".split())
"""What a ruler's name ends in behind "the"."""

OF_COMPANIES = frozenset(
    "plant factory brewery refinery subsidiary spokesman spokeswoman spokesperson".split()
)
"""What a name right before it is a company's: "the Corvane plant"."""

MEETINGS = frozenset(
    """forum conference summit festival dialogue symposium convention marathon tournament championship
    treaty accord protocol award awards prize medal""".split()
)
"""What is called after where it is held or signed: "the Larkhill forum" makes no person of Larkhill."""

EVENTS = frozenset(
    """summit festival award awards prize act amendment treaty accord accords olympics championship
    championships primary caucuses debate election elections""".split()
)
"""Last words of names that are no actor's: "the Clean Rivers Act"."""

PUBLIC_BODIES = frozenset(
    """council university college school hospital police court airport museum library ministry
    department government parliament assembly courier times post journal herald tribune gazette
    news chronicle observer institute cathedral orchestra zoo theatre theater""".split()
)
"""What is named after a place: an organization "X Council" makes X a place, not its short name."""

PLACE_WORDS = frozenset(
    """street road avenue lane boulevard square park river lake sea ocean bay gulf strait island
    islands peninsula mountain mountains mount hill hills valley desert county province state
    district region city town village airport bridge beach forest canal harbour harbor port
    coast cape territory territories republic border mosque temple palace castle tower stadium arena
    monument cemetery plaza highway expressway trail falls canyon creek lagoon
    archipelago""".split()
)
"""A name of several words that ends in one of these is a place's."""

LOCATIVES = frozenset(
    {"in", "at", "near", "from", "to", "across", "outside", "around", "inside", "into", "throughout"}
)

SPEECH_VERBS = frozenset(
    """say tell add ask reply answer claim argue insist note warn announce declare state explain
    believe think write tweet admit deny suggest concede recall confirm acknowledge complain
    describe call praise accuse criticize criticise condemn thank vow promise urge demand hope
    want know feel fear worry joke quip stress boast agree disagree respond remark observe
    testify allege maintain contend assert stated smile laugh""".split()
)

AGENT_VERBS = SPEECH_VERBS | frozenset(
    """accept reject refuse decide invade attack launch impose order sign seek plan offer send agree
    approve summon expel recognize recognise threaten pledge propose respond retaliate negotiate
    support oppose back blame sanction deploy withdraw annex seize try intend consider expect
    pursue provide supply deliver denounce welcome signal push press pressure allow block ban face
    need show meddle""".split()
)
"""Verbs whose subject acts by will: a capital that does so stands for its state."""

PERSONAL_VERBS = frozenset(
    """marry wed divorce kiss hug befriend interview elect re-elect reelect appoint sack arrest jail
    imprison handcuff murder assassinate behead stab widow mourn bear""".split()
)
"""Verbs whose object is a person: "interviewed Pell"."""

TRUSTING_VERBS = frozenset(
    """trust mistrust distrust thank praise blame admire forgive congratulate hire fire nominate
    defend pity envy greet""".split()
)
"""Verbs whose object is a person more often than a body of people."""

JUDGING_VERBS = frozenset(
    """praise blame thank trust distrust mistrust accuse criticize criticise condemn denounce commend
    applaud salute hail slam blast mock ridicule insult admire respect despise hate fear forgive
    congratulate attack defend betray fault rebuke scold honor honour""".split()
)
"""Verbs that judge whom they are done to."""

GOVERNMENTS = frozenset({"government", "administration", "authorities", "regime", "leadership"})
"""Nouns that stand for a state behind its demonym or its name."""

PEOPLES = frozenset({"people", "public", "nation", "citizens"})
"""Nouns that make a group of a demonym."""

PARTIES = {
    "republican": "republican", "republicans": "republican", "gop": "republican", "r": "republican",
    "democrat": "democratic", "democrats": "democratic", "democratic": "democratic", "d": "democratic",
    "tory": "conservative", "tories": "conservative", "conservative": "conservative",
    "conservatives": "conservative", "labour": "labour", "libertarian": "libertarian",
}  # fmt: skip
"""Words for a party and its members, and the party under one name."""

MEMBERS = frozenset({"republican", "democrat", "libertarian", "conservative", "tory"})
"""Nouns for a member of a party: "the Republican"."""

ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "next"})

PARTY_STATES = {"republican": "United States", "democratic": "United States"}
"""The state that a party's name leaves no doubt of."""

PARTY_GROUPS = frozenset(
    {"republicans", "democrats", "tories", "conservatives", "liberals", "greens", "socialists"}
)
"""Plurals that name the members of a party."""

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march july
    september october november december christmas easter ramadan""".split()
)

NICKNAMES = {
    "bill": "william", "billy": "william", "will": "william", "bob": "robert", "bobby": "robert",
    "rob": "robert", "joe": "joseph", "mike": "michael", "jim": "james", "jimmy": "james",
    "tom": "thomas", "tony": "anthony", "dick": "richard", "rick": "richard", "rich": "richard",
    "ted": "edward", "ed": "edward", "ben": "benjamin", "bernie": "bernard", "liz": "elizabeth",
    "beth": "elizabeth", "kate": "katherine", "katie": "katherine", "sue": "susan",
    "chuck": "charles", "charlie": "charles", "dan": "daniel", "dave": "david", "don": "donald",
    "greg": "gregory", "jeff": "jeffrey", "larry": "lawrence", "matt": "matthew", "nick": "nicholas",
    "pete": "peter", "ron": "ronald", "sam": "samuel", "steve": "steven", "tim": "timothy",
    "alex": "alexander", "andy": "andrew", "chris": "christopher", "doug": "douglas",
    "ken": "kenneth", "mitch": "mitchell", "pat": "patrick", "ray": "raymond", "vlad": "vladimir",
}  # fmt: skip

HE, SHE, IT, THEY = "he", "she", "it", "they"
PRONOUNS = {
    "he": HE, "him": HE, "his": HE, "himself": HE,
    "she": SHE, "her": SHE, "hers": SHE, "herself": SHE,
    "it": IT, "its": IT, "itself": IT,
    "they": THEY, "them": THEY, "their": THEY, "theirs": THEY, "themselves": THEY,
}  # fmt: skip
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
POSSESSIVES = frozenset({"his", "her", "its", "their"})

FIRST_PERSONS = frozenset({"i", "me", "my", "myself", "mine"})
FIRST_PERSONS_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SECOND_PERSONS = frozenset({"you", "your", "yours", "yourself"})

ABBREVIATIONS = {
    "sen": "senator", "gov": "governor", "gen": "general", "rep": "representative", "col": "colonel",
    "lt": "lieutenant", "capt": "captain", "maj": "major", "sgt": "sergeant", "adm": "admiral",
    "cmdr": "commander", "prof": "professor", "dr": "doctor", "rev": "reverend", "pres": "president",
    "ceo": "chief executive", "pm": "prime minister", "mp": "member of parliament",
    "sheikha": "sheikh", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "congresswoman": "congressman",
}  # fmt: skip
"""One word for offices that are one."""

BROADER = {
    "leader": frozenset(
        """president premier chancellor king queen emperor emir sultan prince taoiseach pope chairman
        minister secretary mayor governor senator chief captain""".split()
    ),
    "ruler": frozenset("king queen emperor emir sultan prince president".split()),
    "strongman": frozenset({"president", "leader", "minister"}),
    "monarch": frozenset("king queen emperor sultan emir".split()),
    "politician": frozenset(
        """president senator representative congressman mayor governor minister councillor chancellor
        premier leader candidate""".split()
    ),
    "lawmaker": frozenset("senator representative congressman parliament councillor speaker".split()),
    "legislator": frozenset("senator representative congressman parliament councillor speaker".split()),
    "official": frozenset("minister secretary director commissioner ambassador governor spokesman".split()),
    "diplomat": frozenset("ambassador envoy consul minister secretary".split()),
    "boss": frozenset("executive director manager chairman chief".split()),
    "chief": frozenset("executive director commissioner secretary president".split()),
    "executive": frozenset("president director chairman".split()),
    "officer": frozenset("captain colonel general major lieutenant sergeant".split()),
    "academic": frozenset({"professor", "lecturer"}),
    "clergyman": frozenset("bishop archbishop pope priest cardinal".split()),
}  # fmt: skip
"""Broader nouns, and the last words of the offices whose holders they can name."""

DEPUTIES = frozenset({"vice", "deputy", "assistant", "under"})

PERSON_NOUNS = {
    "man": HE, "woman": SHE, "boy": HE, "girl": SHE, "father": HE, "mother": SHE, "brother": HE,
    "sister": SHE, "son": HE, "daughter": SHE, "husband": HE, "wife": SHE, "uncle": HE, "aunt": SHE,
    "grandfather": HE, "grandmother": SHE, "boyfriend": HE, "girlfriend": SHE, "guy": HE, "lady": SHE,
    "gentleman": HE, "king": HE, "queen": SHE, "child": None, "baby": None, "person": None,
    "friend": None, "colleague": None, "patient": None, "teenager": None, "kid": None,
    "someone": None, "somebody": None, "anyone": None, "everyone": None, "nobody": None,
}  # fmt: skip
"""Nouns for persons that are no offices, with the pronoun they imply."""

KIN = frozenset(
    """husband wife widow widower father mother brother sister son daughter uncle aunt nephew niece cousin
    grandfather grandmother grandson granddaughter boyfriend girlfriend fiance fiancee""".split()
)
"""Nouns for whom only a person has."""

CROWD_NOUNS = frozenset(
    """troop soldier force fighter militant rebel insurgent guerrilla separatist terrorist hostage
    prisoner refugee migrant immigrant settler protester demonstrator supporter opponent critic ally
    voter taxpayer worker employee miner farmer teacher student pupil parent resident villager
    citizen civilian family victim survivor member manager investigator agent officer guard police
    authority lawmaker senator player fan athlete doctor nurse colleague people man woman child girl
    boy youth leader follower believer veteran volunteer tenant passenger shopper picketer
    pensioner renter homeowner creditor staffer rioter looter visitor guest unionist attacker robber
    contractor labourer laborer docker bureaucrat peasant""".split()
)
"""Nouns whose plural is a group of people, besides those of offices."""

ORGANIZATION_NOUNS = frozenset(
    """company firm corporation group union agency council committee commission party bank club team
    university college school hospital institute ministry department organization organisation
    association federation foundation charity newspaper paper magazine network broadcaster channel
    airline manufacturer maker retailer developer startup start-up business conglomerate carmaker
    automaker chain studio publisher court parliament congress senate house assembly church alliance
    bloc coalition militia movement army force police authority board regulator watchdog think-tank
    lab laboratory museum theatre theater orchestra band league society trust fund brand outlet""".split()
)
ANY_BODY = frozenset(
    """company firm corporation business group union organization organisation club team charity
    network manufacturer maker retailer developer airline carmaker automaker startup start-up
    publisher agency broadcaster newspaper""".split()
)
"""Nouns that may call an organization of which nothing is known."""

COMPANY_NOUNS = frozenset(
    """company firm corporation business manufacturer maker retailer developer conglomerate carmaker
    automaker chain studio publisher airline startup start-up brand giant""".split()
)
COMPANY_SUFFIXES = frozenset(
    """inc corp corporation company co ltd llc plc gmbh group holdings partners motors systems
    technologies industries enterprises airlines airways studios records homes estates glass
    gaming software energy oil foods pharmaceuticals""".split()
)

PLACE_NOUNS = frozenset(
    """country nation state city town village island province region district county republic
    kingdom capital municipality territory river lake mountain park bridge street neighborhood
    neighbourhood suburb peninsula site estate area""".split()
)
STATE_NOUNS = frozenset({"country", "nation"})
REGION_NOUNS = frozenset("island archipelago peninsula province kingdom republic territory".split())
"""Nouns that may call a place of which nothing is known, where it is the only one."""
CITY_NOUNS = frozenset({"city", "town", "village", "municipality", "capital"})

DEFINITE = frozenset({"the", "this", "that"})
PLURAL_DEFINITE = frozenset({"these", "those"})
OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your"})
FORMER = frozenset({"former", "ex", "then", "late", "erstwhile", "previous", "onetime"})

EMPTY_VERBS = frozenset({"seem", "appear", "happen", "matter", "rain", "snow", "take"})
"""After these, "it" mostly stands for nobody."""

FIRM_SUFFIXES = frozenset({"inc", "corp", "ltd", "llc", "plc", "co", "gmbh", "limited"})
"""What may follow a firm's name behind a comma."""
