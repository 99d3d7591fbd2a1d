"""How English joins its words of time: what stands before, between and behind them, and fixed phrases."""

from __future__ import annotations

import re

from bot.understanding.english.feast_words import FEAST_STARTS
from bot.understanding.english.time_words import (
    CARDINALS,
    COMING,
    ENDS,
    LAST,
    MEALS,
    MONTHS,
    NEXT,
    NOONS,
    ORDINALS,
    PARTS,
    PERIODS,
    RELATIVE_DAYS,
    THIS,
    TONIGHTS,
    WEEKDAYS,
)
from bot.understanding.patterns import regex, word_set

STOPS = frozenset(
    {"", "\n", ".", ",", ";", "!", "?", ")", ":", "-", "\u2013", "~", "/", "*", "_", "'", '"', "\u201d", "@"}
)
"""What ends a run of words in every language."""
AFTER_A_DAY = (
    STOPS
    | word_set("at by before and or if so then when with to till until through for from around after because since but")
    | word_set("in unless as instead of on is was would works between this next am pm a i we you please latest week (")
    | word_set("noon midday midnight first late early mid start end might may will should could can however though")
    | frozenset(PARTS)
    | frozenset(ENDS)
    | frozenset(MONTHS)
)
"""What may follow the name or number of a day; before another noun it only says which ("the Friday meeting")."""
NO_DAY_AFTER = word_set("merry every each most some happy any other")
OTHER_CALENDARS = word_set("lunar chinese korean vietnamese tibetan jewish islamic persian orthodox coptic")
"""Their feasts bear names of ours and lie on other days."""
OWNERS = word_set("the our my your their his her a")
POSSESSED = frozenset(ENDS) | frozenset(PARTS) | word_set("end close start")
EXTRA_WEEKS = {"week": "week", "fortnight": "fortnight"}
EXTRA_WEEK_PHRASES = ((("in", "a", "week"), "week"), (("in", "two", "weeks"), "fortnight"))
DAY_PHRASES: tuple[tuple[tuple[str, ...], str, int], ...] = (
    (("day", "after", "tomorrow"), "relative", 2),
    (("day", "before", "yesterday"), "relative", -2),
    (("this", "day", "next", "week"), "relative", 7),
    (("same", "day"), "weak", 0),
    (("very", "day"), "weak", 0),
    (("very", "next", "day"), "weak", 1),
    (("next", "day"), "weak", 1),
    (("following", "day"), "weak", 1),
    (("next", "working", "day"), "working", 1),
    (("next", "business", "day"), "working", 1),
    (("next", "work", "day"), "working", 1),
    (("next", "biz", "day"), "working", 1),
    (("following", "business", "day"), "working", 1),
    (("following", "working", "day"), "working", 1),
)
"""Phrases that name a day by its distance in days or working days; a weak one needs a preposition."""
EDGES = {
    "rest": "", "end": "end", "beginning": "start", "start": "start", "middle": "mid", "mid": "mid",
    "early": "early", "late": "late", "later": "late", "close": "end",
}  # fmt: skip
EDGES_WITH_OF = frozenset({"close"})
"""“Close of the week”, but “close it next week”."""
HOUR_EDGES = {"top": 60, "bottom": 30}
"""“At the top of the hour”: minutes of the running hour."""
WORK_ENDS = frozenset({"end", "close", "rest"})
WORK_STARTS = frozenset({"start", "beginning", "opening", "open"})
WORKDAY_OWNERS = word_set("the my our your their this working business work")
WORKDAYS = word_set("day shift play workday")
WORK = word_set("business work working biz")
OVER = word_set("over out done up finished through")
"""“Before the week is out” is before its end."""
WEEKS_OF = {"of": "of", "beginning": "from", "starting": "from", "commencing": "from", "from": "from"}
LAST_THING_ON = TONIGHTS | frozenset(RELATIVE_DAYS) | frozenset(WEEKDAYS) | word_set("on this before at in")
CALENDAR_WEEKS = frozenset({"cw", "kw"})
NTH_PERIODS = {"q": "quarter", "h": "half"}
HALVES = {"first": 1, "second": 2, "1st": 1, "2nd": 2, "latter": 2}
PART_MODIFIERS = {
    "early": "early", "late": "late", "later": "late", "mid": "mid", "middle": "mid", "end": "end", "first": "first",
}  # fmt: skip
HALVES_OF_DAY = {"am": "morning", "pm": "afternoon"}
DATES_A_THING = word_set("of from dated")
DATED_THINGS = word_set(
    "mail email message letter order invoice ticket complaint review call note request question tweet post report"
    " booking payment charge bill reply purchase delivery parcel voicemail comment statement receipt form case"
)
"""“Her mail of Monday” and “the order from 12/5” say which one it is, not when anything is due."""
WHOSE = word_set("the her his their your that this my our 's its")
GREETED = word_set("good a every all each per my nice lovely our any")
"""Before a part of the day they greet or count: "good morning", "every night"."""
BEING = word_set("i'm we're they're you're he's she's am im")
"""“We're at lunch” tells where they are."""
PART_ASKS = word_set("the by before after until till at")  # and "post", where it means after
AFTER_FIRST_THING = STOPS | frozenset(RELATIVE_DAYS) | frozenset(WEEKDAYS) | frozenset(MONTHS)
AFTER_FIRST_THING |= word_set("on in next this after when and if then at for before so because (")
PART_PHRASES: tuple[tuple[tuple[str, ...], str, str | None, int | None], ...] = (
    (("early", "in", "the", "day"), "morning", None, None),
    (("late", "in", "the", "day"), "afternoon", "late", None),
    (("later", "in", "the", "day"), "afternoon", None, None),
    (("first", "thing", "in", "the", "morning"), "first thing", None, None),
    (("first", "thing"), "first thing", None, None),
    (("last", "night"), "night", None, -1),
)
"""Words, the part of the day, its modifier, and the day's distance."""
DISTANCE_LEADS = frozenset({"in", "within", "after", "+", "over", "inside"})
APPROXIMATELY = word_set(
    "the next about around approximately under just another roughly coming ~ like maybe perhaps say"
)
APPROXIMATELY |= word_set("of exactly precisely max maximum only less almost nearly another")
APPROXIMATELY_PHRASES = (
    ("less", "than"), ("no", "more", "than"), ("not", "more", "than"), ("at", "most"), ("at", "the", "most"),
    ("up", "to"),
)  # fmt: skip
AMOUNT_ADJECTIVES = word_set("more coming next last past full whole good solid short")
BACK = frozenset({"before", "earlier"})
ARTICLES = frozenset({"a", "an"})
LATER = frozenset({"later", "hence"})
ANCHORS = frozenset({"from", "after", "before", "on", "past"})
COUNTLESS = frozenset({"second", "sec", "minute", "min"})
"""“A second” is no distance: “wait a second”."""
DECADES = word_set("the late early mid ' \u2019")
"""Behind these "90s" are years."""
FIXED_AMOUNTS: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("half", "an", "hour"), "hour", 0.5),
    (("half", "a", "day"), "day", 0.5),
    (("half", "a", "year"), "month", 6),
    (("half", "hour"), "hour", 0.5),
    (("hour", "and", "a", "half"), "hour", 1.5),
    (("a", "half", "hour"), "hour", 0.5),
    (("a", "quarter", "of", "an", "hour"), "minute", 15),
    (("quarter", "of", "an", "hour"), "minute", 15),
    (("three", "quarters", "of", "an", "hour"), "minute", 45),
)
ADDED_HALVES: tuple[tuple[str, ...], ...] = (("and", "a", "half"), ("\u00bd",))
GIVES = frozenset({"me", "us"})
"""“Give me 20 minutes” is a distance from now."""
PREFIXES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("not", "before"), "after"),
    (("no", "earlier", "than"), "after"),
    (("not", "earlier", "than"), "after"),
    (("no", "later", "than"), "by"),
    (("not", "later", "than"), "by"),
    (("nlt",), "by"),
    (("as", "late", "as"), "by"),
    (("at", "the", "latest"), "by"),
    (("on", "or", "before"), "by"),
    (("by", "or", "before"), "by"),
    (("before", "or", "on"), "by"),
    (("before", "or", "by"), "by"),
    (("at", "or", "before"), "by"),
    (("in", "advance", "of"), "before"),
    (("later", "than"), "after"),
    (("prior", "to"), "before"),
    (("ahead", "of"), "before"),
    (("due", "date"), "by"),
    (("due", "by"), "by"),
)
"""What stands before the time words, and how it relates to them."""
PREFIX_STARTS = frozenset(words[0] for words, _ in PREFIXES)
PREFIX_FILLERS = word_set("* _ the an , than is on very : =")
FILLERS = word_set(": * _ the a an at on in of , @ around about sometime early right ( ) for my our from as between")
HEDGES = word_set("probably likely maybe perhaps say ideally hopefully possibly preferably latest")
LABELS = word_set("deadline due eta date")
"""Before a moment they mean "by"."""
SUFFIXES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("at", "the", "latest"), "by"),
    (("at", "the", "very", "latest"), "by"),
    (("at", "latest"), "by"),
    (("the", "latest"), "by"),
    (("latest",), "by"),
    (("or", "sooner"), "by"),
    (("or", "earlier"), "by"),
    (("or", "before"), "by"),
    (("or", "later"), ""),
    (("at", "the", "earliest"), ""),
    (("earliest",), ""),
)
DENIALS = word_set("not isn't wasn't can't cannot won't don't")
DOES = word_set("do make until")
BEHIND = word_set("since")
"""What was there before is nothing that is due."""
MINUTES_PAST = {"past": 1, "after": 1, "from": 1, "to": -1, "till": -1, "til": -1, "before": -1, "of": -1}
"""“Ten past two”, “quarter till five”."""
MINUTE_WORDS = frozenset({"minutes", "minute", "mins", "min"})
SPOKEN_MINUTES = frozenset({5, 10, 20, 25})
AFTER_HOUR = STOPS | word_set(
    "on and so if or then today sharp tomorrow tonight this to till until ish latest but with"
)
AFTER_HOUR |= word_set("because when the at next in as though please max tops by for")
AFTER_HOUR |= frozenset(WEEKDAYS) | TONIGHTS
"""What may follow a bare hour wherever it stands; `time_neighbours` has what may follow one that is asked for."""
NOT_AFTER_THE = frozenset(word for word, part in PARTS.items() if part not in MEALS) | {"latest"}
"""“At 4 the latest”."""
DATE_OR_VERSION = word_set("by before after until till til than")
"""Before two numbers with a dot between them."""
RELEASES = word_set(
    "to version versions v ver upgrade upgraded upgrading release build tag install installed running run"
)
"""Before a version."""
AFTER_A_NUMBER = word_set("on today tomorrow this next")
ASKS_FOR_HOUR = word_set("at by before until till til @ from after around between than")
APPROXIMATE_HOURS = word_set("ish sharp approximately approx")
HOURS_WORDS = word_set("hours hrs hr h")
NUMBERED = word_set("building room floor version phase step part day")
SAME_TIMES = (("this", "time"), ("same", "time"), ("the", "same", "time"))

_WHICH = THIS | NEXT | COMING | LAST
_NUMBERS = frozenset(CARDINALS) | frozenset(ORDINALS)
STARTS: dict[str, frozenset[str]] = {
    "holiday": FEAST_STARTS,
    "end of work": frozenset(ENDS) | WORK_ENDS | WORK_STARTS | word_set("day day's business last"),
    "same time": frozenset(words[0] for words in SAME_TIMES),
    "numbered part": LAST | frozenset(ORDINALS),
    "now": word_set("just right now"),
    "month": frozenset(MONTHS) | _WHICH,
    "day of a month": _NUMBERS,
    "weekday": frozenset(WEEKDAYS) | frozenset(f"{word}'s" for word in WEEKDAYS) | frozenset(ORDINALS) | _WHICH,
    "relative day": frozenset(RELATIVE_DAYS)
    | frozenset(f"{word}'s" for word in RELATIVE_DAYS)
    | frozenset(words[0] for words, _, _ in DAY_PHRASES),
    "distance": DISTANCE_LEADS
    | _WHICH
    | frozenset(CARDINALS)
    | ARTICLES
    | word_set("less give gimme day half hour quarter couple"),
    "clock": frozenset(CARDINALS) | frozenset(NOONS) | word_set("a half quarter"),
    "part of the day": frozenset(PARTS)
    | frozenset(PART_MODIFIERS)
    | frozenset(HALVES_OF_DAY)
    | frozenset(words[0] for words, _, _, _ in PART_PHRASES)
    | (THIS | NEXT | TONIGHTS),
    "edge": frozenset(EDGES),
    "hour edge": frozenset(HOUR_EDGES),
    "period": frozenset(PERIODS)
    | frozenset(f"{word}'s" for word in PERIODS)
    | (frozenset(ORDINALS) | _WHICH | CALENDAR_WEEKS | frozenset(NTH_PERIODS) | word_set("midweek new w")),
}
"""With which words each kind of time expression begins; at any other word the grammar need not try."""
_STEMS = sorted(
    word_set(
        "mon tue wed wen thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec tod tom tmr tmw tmo yest ton"
    )
    | word_set(
        "noon mid morn after even night lunch breakf dinn supp week wk day month year quarter hour hr min cob cop clos"
    )
    | word_set("end eod eob")
    | word_set(
        "eow eom eoq eoy e.o. one two three four five six seven eight nine ten eleven twelve twenty thirty forty"
    )
    | word_set("half fort first last now christ xmas nye new hall box thanksg easter good pentec junet cinco same arvo")
    | word_set("secon thir fift nint twelf twentie")
    | word_set("business start valent mardi epiph qtr modn teusd tused tusd thrusd fird fira")
)


def _by_first_letter(stems: list[str]) -> str:
    """One pattern for all stems, in which a first letter is looked at once."""
    letters = sorted({stem[0] for stem in stems})
    return "|".join(
        letter + "(?:" + "|".join(re.escape(stem[1:]) for stem in stems if stem[0] == letter) + ")"
        for letter in letters
    )


TRIGGER = regex(rf"(?i)\d|\b(?:{_by_first_letter(_STEMS)})")
"""A quick look for what every moment has: a figure, or the beginning of a word of time."""
