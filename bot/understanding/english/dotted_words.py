"""Words that are shortened with a dot, and what tells whether a sentence goes on behind it."""

from __future__ import annotations

from bot.understanding.english.time_words import MONTHS, WEEKDAYS
from bot.understanding.english.zone_words import ZONES
from bot.understanding.patterns import word_set

NEVER_LAST = word_set(
    "mr mrs ms mx messrs dr prof rev hon sgt capt lt col gen e.g i.e eg ie vs cf approx incl excl resp"
)
"""Something always follows these."""
NUMBERING = word_set("no nos nr fig figs sec vol p pp ch art ext ca max min rm apt ste para cl min approx")
"""“No. 7”: a figure follows these where they are shortened words."""
MAYBE_LAST = word_set("etc al est dept assoc intl govt mgr mgmt ave blvd rd")
FIRMS = word_set("inc ltd co corp llc plc bros jr sr st mt ft")
"""A name may follow these: "Acme Ltd. London", "St. Mary"."""
HALVES_OF_DAY = word_set("a.m p.m")
SHORT_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
SHORT_DAYS = word_set("mon tue tues wed weds thu thur thurs fri sat sun")
WORDS_TOO = word_set("sat sun wed mar")
"""“There we sat. 3 people waited”: days where they are written large, or behind a word of `ASKS_FOR_A_DAY`."""
ASKS_FOR_A_DAY = word_set("on by next this until till before after from for since due and or to")
WHEN = word_set("eod eob cob am pm noon midday midnight")
"""What goes on about the day, also in capitals."""
GOES_ON = word_set(
    "at by before after until till til to through from between and or if when morning afternoon evening night lunch"
    " first early late latest onwards the with because so that but instead please unless sharp next this tomorrow today"
    " of in for on"
)
"""What goes on about it where no sentence begins with a capital."""
NO_NAMES = word_set(
    "i you he she it we they this that these those there here the a an my our your his her its their who what when"
    " where why how which if so and but or then also please thanks thank sorry ok okay yes no yeah let lets will can"
    " could would should may might must do does did is are was were not now later both all any some each every once"
    " after before until since as in on at by for from to with both nobody everybody everyone somebody someone just"
)
"""With a capital these begin a sentence; other words may be names."""
LETTERED = word_set(
    "plan option vitamin type class grade part team section block exhibit appendix room gate group phase tier series"
    " do am than and or unit hall terminal zone version model hepatitis category"
)
"""“Plan B.” is no initial."""
FRONTED = word_set("at by on before after until around from tomorrow today tonight next this in")
"""A sentence that begins with one of these, and has said nothing else yet, goes on behind its hour."""
MONTH_NAMES = frozenset(MONTHS)
DAY_NAMES = frozenset(WEEKDAYS)
ZONE_NAMES = frozenset(ZONES)
