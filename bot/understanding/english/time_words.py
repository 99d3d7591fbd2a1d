"""The English words of time. Another language is another folder like the one this file is in."""

from __future__ import annotations


def _table(*rows: tuple[str, int]) -> dict[str, int]:
    return {word: value for words, value in rows for word in words.split()}


MONTHS = _table(
    ("jan january", 1),
    ("feb february febuary", 2),
    ("mar march", 3),
    ("apr april", 4),
    ("may", 5),
    ("jun june", 6),
    ("jul july", 7),
    ("aug august", 8),
    ("sep sept september", 9),
    ("oct october", 10),
    ("nov november", 11),
    ("dec december", 12),
)


MONTHS_THAT_ARE_VERBS = frozenset({"may", "march", "mar"})

WEEKDAYS = _table(
    ("mon monday modnay monady", 0),
    ("tue tues tuesday tuseday teusday tusday", 1),
    ("wed weds wednesday wednesay wensday wendesday wednsday wedneday", 2),
    ("thu thur thurs thursday thursady thrusday thurday", 3),
    ("fri friday firday firady", 4),
    ("sat saturday", 5),
    ("sun sunday", 6),
)
WEEKDAYS_THAT_ARE_WORDS = frozenset({"sat", "sun", "wed", "mon"})

CARDINALS = _table(
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
    ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40),
    ("fifty", 50), ("sixty", 60), ("ninety", 90),
)  # fmt: skip
ORDINALS = _table(
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
    ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14),
    ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19),
    ("twentieth", 20), ("thirtieth", 30),
)  # fmt: skip
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})

TONIGHTS = frozenset({"tonight", "tonite", "tonght", "2nite", "2night"})
RELATIVE_DAYS = _table(
    ("today 2day", 0),
    ("tomorrow tomorow tommorow tommorrow tomorrrow tmr tmrw tmrrw tomo tomoz tomorro tmoro tmw 2moro 2morrow", 1),
    ("yesterday", -1),
)

UNITS = {
    word: unit
    for words, unit in (
        ("second seconds sec secs", "second"),
        ("minute minutes min mins", "minute"),
        ("hour hours hr hrs h", "hour"),
        ("day days d", "day"),
        ("week weeks wk wks", "week"),
        ("fortnight fortnights", "fortnight"),
        ("bd bds", "working"),
        ("month months", "month"),
        ("quarter quarters qtr", "quarter"),
        ("year years yr yrs", "year"),
        ("weekend weekends wkend wknd", "weekend"),
    )
    for word in words.split()
}
PERIODS = {word: unit for word, unit in UNITS.items() if unit in {"week", "month", "quarter", "year", "weekend"}}
GLUED_UNITS = {"m": "minute", "h": "hour", "d": "day", "w": "week", "wk": "week", "s": "second"} | UNITS

PARTS = {
    word: part
    for words, part in (
        ("morning mornings", "morning"),
        ("breakfast breakfasttime", "breakfast"),
        ("lunch lunchtime", "lunch"),
        ("afternoon arvo", "afternoon"),
        ("evening", "evening"),
        ("dinner dinnertime supper suppertime", "dinner"),
        ("night", "night"),
    )
    for word in words.split()
}
MEALS = frozenset({"breakfast", "lunch", "dinner"})
"""Parts of the day that are things, too: “for lunch”, “the dinner was cold”."""
ROUGHLY = frozenset({"about", "around", "approx", "approximately", "roughly", "circa", "ca", "~"})
"""They may stand between an hour and the word that asks for it: “by about 4”."""
NOONS = {"noon": 12, "midday": 12, "noontime": 12, "midnight": 24, "noonish": 12, "middayish": 12}

ENDS = {
    "eod": "day", "eob": "day", "eobd": "day", "eodb": "day", "cob": "day", "cop": "day",
    "eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year",
}  # fmt: skip

THIS = frozenset({"this", "current"})
NEXT = frozenset({"next", "nxt", "following"})
COMING = frozenset({"coming", "upcoming"})
LAST = frozenset({"last", "past", "previous"})

HOW = {
    word: how
    for words, how in (
        ("by until till til untill through thru due within latest", "by"),
        ("before prior b4", "before"),
        ("after since from starting beginning", "after"),
        ("at on in @ around about for circa ca roughly approximately approx sometime ~ over during", "at"),
    )
    for word in words.split()
}
PREPOSITIONS = frozenset(
    {
        "by",
        "on",
        "before",
        "until",
        "till",
        "til",
        "due",
        "at",
        "since",
        "from",
        "after",
        "in",
        "for",
        "during",
        "through",
        "around",
    }
)
RANGES = frozenset({"-", "\u2013", "—", "~", "to", "till", "til", "until", "untill", "through", "thru"})
VAGUE_COUNTS = frozenset({"few", "several", "some", "many", "bit"})
"""“In a few days” names no moment: whoever asks is asked back."""

COUNTED_IN = ("percent", "usd", "eur", "dollar", "dollars", "euro", "euros", "bucks")
"""Figures before these count no time."""
