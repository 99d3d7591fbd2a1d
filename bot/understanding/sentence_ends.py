"""Whether a dot ends a sentence: not where it shortens a word or stands in a date, and something follows it."""

from __future__ import annotations

from typing import NamedTuple

from bot.understanding.english import dotted_words as words
from bot.understanding.patterns import regex

_LONGEST_LAST = 24
_LAST = regex(r"(?:^|(?<=[\s(\[\"'/,-]))(?:(\d{1,2}(?:\.\d{1,2})?)|([^\W\d_]{1,8}(?:\.[^\W\d_]){0,4}))\.$")
_AHEAD = regex(r"[\"'(\[]{0,2}(?:#?(\d)|([^\W\d_]{1,20}))")
_MOST_FRONTED = 6


class _Ahead(NamedTuple):
    """What comes behind the dot: a figure or a word; `shows` tells whether a small letter is a sign that it goes on."""

    word: str
    is_figure: bool
    is_small: bool
    shows: bool

    @property
    def goes_on(self) -> bool:
        return self.is_small and (self.shows or self.word in words.GOES_ON | words.WHEN)

    @property
    def is_name(self) -> bool:
        """Whether it may be a name: written large, and no word that often begins a sentence."""
        return bool(self.word) and not self.is_small and self.word not in words.NO_NAMES


def goes_on(said: str, coming: str, *, capitals: bool) -> bool:
    """Whether a sentence that was `said` up to a dot goes on with what is `coming`.

    `capitals` tells whether its writer begins sentences with them: where nobody does, a small letter shows nothing.
    """
    last, found = _LAST.search(said[-_LONGEST_LAST:]), _AHEAD.match(coming)
    if last is None or found is None:
        return False
    figure, word = last[1], last[2]
    before = said[: len(said) - len(last[0])]
    ahead = _Ahead((found[2] or "").casefold(), bool(found[1]), bool(found[2]) and found[2][0].islower(), capitals)
    if figure:
        return (ahead.is_figure or ahead.goes_on) if "." in figure else ahead.word in words.MONTH_NAMES
    if word.isupper() and (len(word) == 1 or "." in word):
        return _is_initial(before, word) and (ahead.is_small or ahead.is_name)
    return _shortens(before, word, ahead)


def _shortens(before: str, word: str, ahead: _Ahead) -> bool:
    key = word.casefold()
    if key in words.NEVER_LAST:
        return True
    if key in words.NUMBERING and ahead.is_figure:
        return True
    if key in words.SHORT_DAYS or key in words.SHORT_MONTHS:
        return _is_day(before, word) and _goes_on_about(key, ahead)
    if key in words.HALVES_OF_DAY:
        return _goes_on_behind_hour(before, ahead)
    if key in words.FIRMS:
        return ahead.is_small or ahead.is_name
    return key in words.MAYBE_LAST and ahead.is_small


def _is_initial(before: str, word: str) -> bool:
    """ "J. Smith", "the U.S. team", but "plan B.", "so do I."."""
    said = before.rsplit(None, 1)
    return word != "I" and not (len(word) == 1 and said and said[-1].casefold() in words.LETTERED)


def _is_day(before: str, word: str) -> bool:
    """Whether it is no verb: "we sat.", "they wed."."""
    said = before.rstrip(" ,(").rsplit(None, 1)
    is_asked = bool(said) and said[-1].casefold() in words.ASKS_FOR_A_DAY
    return word.casefold() not in words.WORDS_TOO or word[0].isupper() or is_asked


def _goes_on_about(key: str, ahead: _Ahead) -> bool:
    """ "Dec. 15", "Fri. at 3", "Sat. Nov. 28", "Mon. EOD"."""
    if ahead.is_figure or ahead.goes_on or ahead.word in words.WHEN:
        return True
    return key in words.SHORT_DAYS and ahead.word in words.MONTH_NAMES


def _goes_on_behind_hour(before: str, ahead: _Ahead) -> bool:
    """ "3 p.m. EST", "3 p.m. Friday", "At 3 p.m. I'll call"; but "they rang at 3 p.m. I'll call"."""
    if ahead.is_small or ahead.is_figure or ahead.word in words.MONTH_NAMES | words.DAY_NAMES | words.ZONE_NAMES:
        return True
    said = before.split(None, _MOST_FRONTED)
    return 0 < len(said) < _MOST_FRONTED and said[0].casefold() in words.FRONTED
