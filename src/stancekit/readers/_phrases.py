"""The words that tell what is not part of the story.

Own lists, from reading news sites and agency copy. All lower case with straight apostrophes, but for the
names of agencies. Where a list asks for the beginning of a line, "sign up" does not match "signs up".
"""

from __future__ import annotations

EXACT = {
    "promotion": (
        "ad feedback", "advertisement", "advertising", "after newsletter promotion",
        "article continues below", "continue reading", "continue reading the main story", "donate now",
        "follow us", "join now", "join the conversation", "more promotions", "newsletter", "newsletters",
        "scroll to continue", "share", "share on facebook", "share on twitter", "share this",
        "share this article", "share this story", "sign up", "sign up here", "sign up now",
        "skip advertisement", "skip past newsletter promotion", "sponsored", "sponsored content",
        "story continues below", "story continues below advertisement", "subscribe", "subscribe here",
        "subscribe now", "subscribe today", "support us", "what's hot",
    ),
    "related": (
        "also read", "also see", "editor's picks", "explore more", "further reading", "in other news",
        "keep reading", "latest news", "more coverage", "more from this author", "more from us",
        "more like this", "more news", "more on this", "more on this story", "more on this topic",
        "more stories", "most popular", "most read", "most viewed", "must read", "must reads",
        "our coverage", "people also read", "popular stories", "read also", "read more", "read next",
        "read this next", "recommended", "recommended for you", "recommended reading",
        "recommended stories", "related", "related articles", "related content", "related coverage",
        "related links", "related news", "related reading", "related stories", "related story",
        "related topics", "see also", "see more", "top stories", "topics", "trending", "trending now",
        "trending stories", "up next", "what to read next", "you may also like", "you might also like",
    ),
}  # fmt: skip
"""Whole lines, whatever punctuation surrounds them."""

LABELS = {
    "related": (
        "also read", "also see", "don't miss", "explore", "further reading", "go deeper", "keep reading",
        "listen", "listen now", "more", "more coverage", "more from", "more on this",
        "more on this story", "more on this topic", "must read", "read", "read also", "read more",
        "read next", "recommended", "recommended reading", "related", "related article",
        "related articles", "related coverage", "related news", "related reading", "related stories",
        "related story", "related topics", "see also", "see more", "up next", "watch", "watch also",
        "watch live", "watch now", "you may also like",
    ),
    "caption": (
        "caption", "file", "file image", "file photo", "file picture", "graphic", "graphics",
        "illustration", "image", "image caption", "image copyright", "image credit", "image source",
        "images", "media caption", "photo", "photo caption", "photo credit", "photo credits",
        "photo illustration", "photograph", "photographer", "photographs", "photography", "photos", "pic",
        "picture", "picture credit", "pictured", "pictures", "video", "video caption", "video credit",
    ),
    "promotion": ("newsletter", "sign up", "subscribe", "advertisement", "sponsored", "sponsored by"),
    "credit": ("our standards",),
}  # fmt: skip
"""Lines that begin with one of these and a colon or a bar."""

CAPTION_OPENERS = ("image caption", "image copyright", "image credit", "image source", "media caption")
"""They need no colon."""

NETWORKS = (
    "bluesky", "facebook", "instagram", "linkedin", "telegram", "threads", "tiktok", "twitter", "x",
    "youtube",
)  # fmt: skip

RELATED_OPENERS = (
    "more on this story", "read more about", "read more from", "read more on", "read the full",
)  # fmt: skip
"""They need no colon, but no full stop may follow."""

POINTERS = ("click", "hear", "listen to", "read", "see", "view", "watch")
"""They point to what stands elsewhere on the page: "Watch the interview below"."""

URGENT_OPENERS = ("register for", "sign up", "simply sign up", "subscribe", "unlock")
"""A line that begins so is a promotion if it holds one of `PROMOTED`, or one of `OURS`."""

MILD_OPENERS = (
    "already a", "become a", "click here", "create a", "create an", "create your", "discover",
    "don't miss", "download", "each week", "enjoying this", "enter your", "every week", "follow",
    "for daily", "for more", "for the latest", "get", "join", "keep up", "like this", "like what you",
    "listen to", "love this", "never miss", "our daily", "our free", "our newsletter", "receive",
    "start your", "stay", "support", "tap here", "thank you for", "thanks for", "this article is",
    "this content is", "this is an edition of", "this is an excerpt", "this story is",
    "to continue reading", "to get", "to read", "to receive", "to subscribe", "tune in", "want",
    "you are reading", "you can sign up", "you can subscribe", "you're reading",
)  # fmt: skip
"""A line that begins so is a promotion if it holds one of `PROMOTED` and speaks to the reader (`READER`)."""

PROMOTED = (
    "alerts", "an email", "app store", "at no cost", "briefing", "by email", "delivered daily",
    "delivered directly", "delivered free", "delivered to you", "delivered weekly", "digest",
    "e-mail alerts", "email address", "email alerts", "email updates", "emails", "facebook group",
    "facebook page", "for free", "free trial", "free updates", "inbox", "membership", "newsletter",
    "newsletters", "notifications", "our app", "our channel", "our journalism", "podcast", "podcasts",
    "push alerts", "subscriber", "subscribers", "subscription", "telegram channel", "the app",
    "whatsapp channel", "whatsapp group", "your email", "youtube channel",
)  # fmt: skip

OURS = ("our", "us", "here")

READER = ("click", "free", "here", "our", "sign", "subscribe", "subscribers", "us", "you", "your")

INBOX = ("to your inbox", "in your inbox")
"""Promotions whatever they begin with."""

SAYING = ("according", "added", "asked", "reported", "said", "say", "says", "told", "wrote")
"""A line with one of these is reported speech, and no promotion."""

STANDFIRST = (
    "briefing", "daily", "digest", "each", "every", "guide", "inbox", "newsletter", "subscribers",
    "weekday", "weekdays", "weekly", "you", "your",
)  # fmt: skip
"""One of these stands in the line that says what a newsletter holds."""

WORK = (
    "additional editing", "additional reporting", "additional research", "additional writing", "compiled",
    "data analysis", "edited", "editing", "extra reporting", "fact-checking", "further reporting",
    "graphic", "graphics", "illustration", "illustrations", "more reporting", "photo", "photograph",
    "photographs", "photography", "photos", "produced", "production", "reported", "reporting",
    "reporting and editing", "reporting and writing", "research", "translated", "translation", "video",
    "with additional reporting", "with assistance", "with contributions", "with reporting", "writing",
    "writing and editing", "writing and reporting",
)  # fmt: skip
"""What people are credited with, before "by" or "from"."""

PICTURE_WORK = frozenset(
    [
        "graphic",
        "graphics",
        "illustration",
        "illustrations",
        "photo",
        "photograph",
        "photographs",
        "photography",
        "photos",
        "video",
    ]
)
"""What of `WORK` credits a picture."""

BYLINE_OPENERS = (
    "analysis by", "by", "interview by", "opinion by", "posted by", "report by", "review by", "story by",
    "text by", "words by", "written by",
)  # fmt: skip

NOT_NAMES = frozenset(
    """
    a all an and any as at august autumn but by christmas comparison contrast dawn december default design
    dusk early easter eight every executive far february five for four friday from her his how if in it
    its january july late law march may mid midnight monday most my nine no noon not november now october
    of on once one or order our ramadan same saturday september seven six some spring such summer sunday
    ten thanksgiving that the their then these this those three thursday to tuesday two way wednesday what
    when where which who why winter with your
    """.split()
)
"""No first names: "By Thursday", "By The Way"."""

NAMES_IN_ING = frozenset(
    [
        "bing", "fleming", "irving", "jing", "ling", "ming", "ning", "ping", "sterling", "ting", "xing",
        "ying",
    ]
)  # fmt: skip
"""First names that look like those of headlines: "By Banning Books"."""

NOT_IN_BYLINES = frozenset(
    """
    are be been can could did do does had has have he her his how i if is it its just more most must no
    not say says she should still than that their these they this those was we were what when which who
    why would you your
    """.split()
)
"""Words of headlines, whatever their casing."""

PARTICLES = frozenset(
    """
    al bin bint da dal dalla das de del della den der di dos du e el ibn la le les lo of san st ten ter
    van vande vander von y zu zum zur
    """.split()
)
"""Lower-case parts of names."""

CONNECTORS = frozenset(
    """
    aboard and at by first for from in last modified near on original originally posted published the to
    updated via with
    """.split()
)

ROLES = frozenset(
    """
    additional agencies agency analyst anchor arts assistance associate bureau business chief chiefs city
    columnist commentary compilation compiled contributing contributions contributor contributors
    correspondent correspondents courts crime critic culture data defence defense deputy desk diplomatic
    director economics economy edited editing editor editorial editors education energy environment
    executive features finance foreign freelance graphics guest head health home international
    investigations investigative journalist journalists legal managing national new news newsroom online
    photographer photographs photography photos political politics producer producers production reporter
    reporters reporting research researcher royal science security senior service social special sports
    staff studio team technology trainee translated translation video visual wire wires world writer
    writers writing
    """.split()
)
"""Lower-case words that say what somebody does at a newsroom."""

WEEKDAYS = frozenset(
    """
    fri friday mon monday sat saturday sun sunday thu thursday tue tuesday wed wednesday
    """.split()
)

MONTHS = frozenset(
    """
    apr april aug august dec december feb february jan january jul july jun june mar march may nov
    november oct october sep sept september
    """.split()
)

TIME_WORDS = frozenset(
    """
    a.m ago am bst cest cet edt est et gmt hour hours ist min mins minute minutes msk nd p.m pdt pm pst rd
    read st th today utc yesterday
    """.split()
)

STAMP_OPENERS = (
    "first published", "last modified", "last updated", "originally published", "posted", "published",
    "updated",
)  # fmt: skip

AGENCIES = frozenset(
    """
    aa afp agencies al-jazeera anadolu ani ansa ap apa armenpress axios bbc belga bernama bloomberg bns
    bta cbs cna cnn cns cp dpa dw efe epa euronews fides ians interfax irna itar-tass jta kcna kff kuna
    kyodo lusa mena mti nbc nhk nna npr ntb nyt pa pap prnewswire pti reuters rfe/rl ria ritzau rns sana
    spa staff tanjug tasr tass tns tt ukrinform unian upi voa wafa wam xinhua yonhap
    """.split()
)

AGENCIES_WITHOUT_BRACKETS = frozenset(["AFP", "AP", "CNN"])
"""They may follow the place as they are: "London CNN — ..."."""

AGENCY_WORDS = frozenset(
    [
        "agency",
        "associated",
        "correspondent",
        "media",
        "news",
        "newswire",
        "press",
        "reporter",
        "service",
        "wire",
    ]
)
"""In the longer names of agencies: "The Canadian Press", "Globe Newswire"."""

ACRONYMS = frozenset(
    """
    AIDS ANALYSIS ASEAN AUKUS BREAKING BRICS CORRECTION COVID ECOWAS EXCLUSIVE FIFA FILE HAMAS INTERPOL
    ISIL ISIS MERCOSUR NASA NASDAQ NATO OPEC OPINION OSCE SARS UEFA UKIP UNESCO UNHCR UNICEF UNRWA UPDATE
    USAID WATCH
    """.split()
)
"""Words in capitals that may begin a sentence before a dash, but are no place."""

PICTURE_AGENCIES = frozenset(
    [
        "action images", "afp", "alamy", "alamy stock photo", "anadolu", "ap", "ap photo",
        "associated press", "bloomberg", "epa", "epa-efe", "getty", "getty images", "imago",
        "magnum photos", "nurphoto", "pa", "pa images", "pa media", "press association", "reuters", "rex",
        "rex features", "shutterstock", "sipa", "sipa usa", "tass", "the guardian", "ukrinform", "upi",
        "wikimedia commons", "xinhua", "zuma", "zumapress",
    ]
)  # fmt: skip
"""Who a picture is from, behind a stroke at the end of a caption: "Jane Doe/Getty Images"."""

RIGHTS = (
    "all rights reserved", "may not be published, broadcast", "may not be reproduced without",
    "reproduced with permission", "without the express written",
)  # fmt: skip
