"""A clock time that only says which: "3 am calls are the worst", "the midnight release", "Noon Foods"."""

from __future__ import annotations

from bot.understanding.english.moments.halves import is_day
from bot.understanding.english.moments.neighbours import goes_on
from bot.understanding.english.time_lookalikes import IDIOMS_OF_HOURS
from bot.understanding.english.time_neighbours import EVENTS, NEVER_NOUNS
from bot.understanding.english.time_words import HOW, NOONS
from bot.understanding.moments.line import Line


def describes(line: Line, i: int, after: int) -> bool:
    """Whether the clock time from `i` to `after` is not asked for and a noun behind it takes it for itself.

    Behind an hour that is a plural ("9am meetings"; "9am meeting tomorrow" is a moment), behind noon and midnight any
    noun but an event.
    """
    noun, before = line[after], line[i - 1].text
    if noun.text in IDIOMS_OF_HOURS and line[after - 1].text in ("o'clock", "oclock"):
        return True
    if noun.kind != "word" or noun.glued or before in HOW or is_day(line, i - 2 if before in (",", "(") else i - 1):
        return False
    if noun.text in EVENTS or noun.text in NEVER_NOUNS or goes_on(line, after, NEVER_NOUNS):
        return False
    is_plural = len(noun.text) > 3 and noun.text.endswith("s") and not noun.text.endswith(("ss", "us", "is"))
    return line[after - 1].text in NOONS or (is_plural and not noun.capital)
