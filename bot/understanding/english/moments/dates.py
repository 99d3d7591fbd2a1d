"""Calendar dates in words: "March 3, 2015", "the 3rd", "the 15th of next month", "in 2027"."""

from __future__ import annotations

from bot.understanding.english.moments.neighbours import ends_date
from bot.understanding.english.moments.numeric_dates import ASKS_FOR_DAY
from bot.understanding.english.moments.weekdays import which_at, year_after
from bot.understanding.english.time_lookalikes import NO_DAY_ON
from bot.understanding.english.time_neighbours import BEGINS_A_CLAUSE
from bot.understanding.english.time_phrases import AFTER_A_DAY
from bot.understanding.english.time_words import MONTHS, MONTHS_THAT_ARE_VERBS, NEXT, THIS, WEEKDAYS
from bot.understanding.moments.line import Found, Line, Writer
from bot.understanding.moments.slots import Slots


def month_first(line: Line, i: int, _: Writer) -> Found | None:
    """ "March 3", "march 3rd 2015", "Oct/2", "October 2014", "next january", and a month alone."""
    which, j = which_at(line, i)
    month = MONTHS.get(line.word(j))
    if month is None:
        return None
    is_verb = line.word(j) in MONTHS_THAT_ARE_VERBS and not line[j].capital and line[j + 1].text not in AFTER_A_DAY
    if which is not None and is_verb:
        return None  # "this may have happened"
    after = line.after_dot(j + 1)
    slots = Slots(month=month, which=which, solid=which is not None)
    slots.weak = which is None
    skip = after + 1 if line[after].text == "the" else after
    numbered = line.ordinal(skip) or _day_number(line, after)
    if numbered is None and (spoken := line.count(after)) and spoken[1] == after + 2 and spoken[0] <= 31:
        numbered = spoken  # "twenty two"
    if numbered and line[numbered[1]].text == "of" and line[numbered[1] + 1].kind != "num":
        return None
    if which is None and numbered:
        slots.day, after = numbered
        slots.weak, slots.solid = False, True
    return year_after(line, after, slots)


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    token = line[i]
    if token.kind != "num" or len(token.text) > 2 or not 1 <= int(token.text) <= 31:
        return None
    if line[i + 1].glued and line.word(i + 1) in {"am", "pm", "p", "a", "h"}:
        return None
    return int(token.text), i + 1


def day_first(line: Line, i: int, _: Writer) -> Found | None:
    """ "15 of february", "4th July 2016", "14april 2015", "the first of march", "the 21st this month"."""
    numbered = line.ordinal(i)
    is_ordinal = numbered is not None
    if numbered is None:
        numbered = _day_number(line, i)
    if numbered is None:
        return None
    day, j = numbered
    j = line.after_dot(j) if not is_ordinal else j
    of = j + 1 if line[j].text == "of" else j
    if found := _of_a_month(line, of, day):
        return found
    month = MONTHS.get(line.word(of))
    if month is None:
        return None
    if not is_ordinal and of == j and line[of].text == "may" and line.word(of + 1) in {"be", "have", "not", "well"}:
        return None
    return year_after(line, line.after_dot(of + 1), Slots(month=month, day=day, solid=True))


def _of_a_month(line: Line, i: int, day: int) -> Found | None:
    """ "The 3rd of the month", "of next month", "of the following month", "of the month after next"."""
    j = i + 1 if line[i].text == "the" else i
    if line.words(j, "month", "after", "next"):
        return Slots(day=day, period="month", shift=2, solid=True), j + 3
    if j > i and line[j].text == "month":
        return Slots(day=day, solid=True), j + 1
    if (line[j].text in THIS or line[j].text in NEXT) and line[j + 1].text == "month":
        return Slots(day=day, period="month", shift=0 if line[j].text in THIS else 1, solid=True), j + 2
    return None


def day_of_month(line: Line, i: int, _: Writer) -> Found | None:
    """ "the 15th", "the 3rd": digits only ("the second one" is no day), and no noun may follow."""
    token = line[i]
    numbered = line.ordinal(i)
    if numbered is None:
        return None
    day, after = numbered
    before = line[i - 1].text
    is_weekday_before = before in WEEKDAYS or line[i - 2].text in WEEKDAYS
    if token.kind != "num" and not is_weekday_before and not _is_spelled_day(line, i, day, after):
        return None
    if (
        before not in {"month", "the", "on", "by", "until", "till", "to", "from", "through", "-", "next"}
        and not is_weekday_before
    ):
        return None
    if line[after].kind not in ("num", "clock", "hclock") and not ends_date(line, after):
        return None
    return Slots(day=day, weak=True, solid=is_weekday_before), after


def _is_spelled_day(line: Line, i: int, day: int, after: int) -> bool:
    """ "On the twentieth", "by the twelfth": the low ones count other things, too, so more is asked of them."""
    how = line[i - 2].text
    if line[i - 1].text != "the" or how not in ASKS_FOR_DAY or _is_one_of_two(line, after):
        return False
    if day > _MANY or line[after].kind in ("num", "clock", "hclock"):
        return True
    ahead = line[i - 3]
    if how not in ("on", "by") or (how == "by" and day == _SECOND) or ahead.text in NO_DAY_ON:
        return False
    return ahead.kind == "word" or (ahead.text in BEGINS_A_CLAUSE and line[after].text not in (",", "\n", ".", ""))


def _is_one_of_two(line: Line, i: int) -> bool:
    """ "On the first and third floors", "on the sixth of these"."""
    return line[i].text in ("and", "or", "to", "-", "of", "week", "next")


_MANY = 5
_SECOND = 2


def bare_year(line: Line, i: int, _: Writer) -> Found | None:
    """ "in 2014", "since 2014": a year only after a word that asks for one."""
    token = line[i]
    if token.kind != "num" or len(token.text) != 4 or not 1950 <= int(token.text) < 2100:
        return None
    if line[i + 1].kind == "word" and line[i + 1].glued:
        return None
    follows = line[i + 1]
    if follows.kind == "word" and follows.text not in {
        "q",
        "and",
        "or",
        "to",
        "through",
        "until",
        "till",
        "but",
        "so",
        "for",
        "at",
        "we",
        "i",
    }:
        return None
    return Slots(year=int(token.text), weak=True), i + 1
