"""Laws of due moments: what is shown reads back, no text raises, and the work grows with the length alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.clock import WorkingHours
from bot.messages import text as shown
from bot.understanding import read_due, split_due
from bot.understanding.english.moments.groups import find_groups
from bot.understanding.moments.lexer import lex
from bot.understanding.moments.line import Line, Writer
from bot.understanding.moments.resolve import resolve

ZONES = sorted(
    zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix", "right"))
)
DAY = 24 * 60
NOWS = st.integers(0, 4000 * DAY).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


def whole(moment: datetime) -> bool:
    """Whether its wall time says which moment it is: to the minute, and no second time where clocks go back."""
    return moment.second == 0 and moment.fold == 0


def read(words: str, now: datetime, zone: str) -> datetime | None:
    return read_due(words, now, WorkingHours(zone))


@settings(max_examples=400, deadline=None)
@given(
    NOWS, st.integers(0, 360 * DAY), st.sampled_from(ZONES), st.sampled_from(("{}", "by {}", "Due {}.", "answer by {}"))
)
def test_a_moment_shown_to_a_person_reads_back(now: datetime, ahead: int, zone: str, sentence: str) -> None:
    moment = (now + timedelta(minutes=ahead)).astimezone(ZoneInfo(zone))
    assume(whole(moment))
    assert read(sentence.format(shown.moment_local(moment, zone, now)), now, zone) == moment


@settings(max_examples=200, deadline=None)
@given(NOWS, st.integers(0, 360 * DAY), st.sampled_from(ZONES))
def test_a_moment_shown_in_full_reads_back(now: datetime, ahead: int, zone: str) -> None:
    moment = (now + timedelta(minutes=ahead)).astimezone(ZoneInfo(zone))
    assume(whole(moment))
    assert read(shown.moment_full(moment, zone), now, zone) == moment


@settings(max_examples=200, deadline=None)
@given(NOWS, st.integers(-3000 * DAY, 3000 * DAY), st.sampled_from(ZONES))
def test_what_slack_shows_where_it_knows_no_zone_reads_back(now: datetime, ahead: int, zone: str) -> None:
    moment = (now + timedelta(minutes=ahead)).astimezone(ZoneInfo(zone))
    assume(whole(moment))
    words = shown.moment(moment, zone).partition("|")[2].removesuffix(">")
    without_zone = words.rpartition(" ")[0] if moment.tzname() else words
    assert read(without_zone, now, zone) == moment


@settings(max_examples=200, deadline=None)
@given(NOWS, st.integers(-1, 360), st.sampled_from(ZONES))
def test_a_day_that_is_shown_reads_back_as_its_end_of_work(now: datetime, ahead: int, zone: str) -> None:
    hours = WorkingHours(zone)
    day = hours.local(now).date() + timedelta(days=max(ahead, 1))
    moment = hours.at(day, hours.end)
    assert read(shown.day_name(moment, zone), now, zone) == moment


FORMATS = (
    "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M%z", "%a, %d %b %Y %H:%M:%S %z", "%Y%m%dT%H%M%SZ", "%Y-%m-%dT%H:%M:%SZ",
    "%d %B %Y %H:%M UTC", "%B %d, %Y at %I:%M %p UTC", "%d.%m.%Y %H:%M UTC", "%a %b %d %H:%M:%S UTC %Y",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(NOWS, st.integers(-3000 * DAY, 3000 * DAY), st.sampled_from(ZONES), st.sampled_from(FORMATS))
@example(datetime(2024, 1, 1, tzinfo=UTC), 1028 * DAY, "Europe/Amsterdam", FORMATS[0])
def test_machine_formats_with_a_zone_mean_the_same_to_everyone(now: datetime, ahead: int, zone: str, form: str) -> None:
    moment = now + timedelta(minutes=ahead)
    found = read(moment.strftime(form), now, zone)
    assert found
    assert found.astimezone(UTC) == moment  # where clocks go back, no two zones' times are ever equal


VOCABULARY = """
by before after until at on in the of a an this next last coming end start mid early late first thing EOD COB EOW
EOQ3 H1 Q4 week 53 0 3 3pm 25:61 13h05 24h 1700Z +0100 UTC+99 (PT) (London) in York Europe/Berlin half quarter
Easter Monday Thanksgiving new year's eve Christmas Friday before after business working days 29 Feb 31 April
2026-02-30 9999-12-31 0001-01-01 20261301T250000Z 12/31 99/99 1.1. 30.2. 1,5 2.5 hours weeks 99999 years ago
this time same tomorrow tonight AM e.o.d. day's is over W/C give me couple second twenty-one or two - , . '
"""
WORDS = [*VOCABULARY.split(), "\u2013", "\u2019", "\u0130"]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=15).map("".join),
)


@settings(max_examples=500, deadline=None)
@given(
    TEXTS,
    st.datetimes(datetime(1900, 1, 2), datetime(9990, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(ZONES),
    st.sampled_from(["en-US", "en-GB", "", "xx"]),
    st.sets(st.integers(0, 6), min_size=1),
)
def test_no_text_raises_and_the_same_text_means_the_same(
    text: str, at: datetime, zone: str, locale: str, weekdays: set[int]
) -> None:
    hours = WorkingHours(zone, weekdays=frozenset(weekdays))
    moment = read_due(text, at, hours, locale)
    assert moment == read_due(text, at, hours, locale) == split_due(text, at, hours, locale)[1]
    if moment is not None:
        assert moment.utcoffset() == moment.astimezone(hours.info).utcoffset()


NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)


WITHOUT_END = 10**9


def steps(text: str) -> int:
    """How many tokens the grammar looks at; resolving looks at none."""
    line, writer = Line(lex(text)), Writer(NOW, WorkingHours(), day_first=False)
    for group in find_groups(line, writer, moments=WITHOUT_END, steps=WITHOUT_END):
        resolve(group, writer)
    return line.steps


HOSTILE = [
    *("1/1/", "in ", "next ", "by ", "by by ", "1", "1 ", "1.", "1:", "May ", "Monday ", "Mon-", "the ", "a ", "a1 "),
    *("in the next ", "end of ", "of the ", "first ", "half ", "quarter to ", "from 1 to ", "between 1 and ", "1-"),
    *("not before ", "at the latest ", "(", "3pm ", "3pm PT ", "Christmas ", "new year ", "week after ", "two ", "- "),
    *("a day or two ", "this time ", "and a half ", "12 h ", "1,1 ", "e.o.d. ", "Europe/", "1_", "1a_", "x@1 "),
    *("same time ", "an hour before ", "hours ", "a week ", "every ", "1 - ", "10-11 ", "12-", "a-a", "jan-"),
    *("every second ", "post lunch ", "John 3:16 ", "in 15 ", "12/11 is when ", "12 May Street ", "ratio of 3:45 "),
    *("race in 3:45 ", "brb, 5 min ", "on the third ", "daily at ", "Friday was "),
    *("5 to 5 ", "by about ", "11-25 ", "by 11-25 ", "Christmas weekend ", "top of the hour ", "Monday, ", "28 Days "),
    *("Monday.com ", "UTC-8 ", "9:00 UTC-8 ", "Friday three weeks ", "ran a 1:00 ", "five and twenty to "),
    *("dinner time ", "7-Eleven ", "quarter of the ", "1.12.26 ", "the month after ", "I'll five to five "),
    "31 \u2013 April Friday AM ",
    *WORDS,
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    short, long = steps(f"{unit}" * 300), steps(f"{unit}" * 1200)
    assert long <= 4.4 * short + 400
    assert long <= 1200 * (len(lex(unit * 3)) + 1) * 600


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_any_phrase_said_four_times_as_often_is_four_times_the_work(phrase: str) -> None:
    assert steps(f"{phrase} " * 400) <= 4.4 * steps(f"{phrase} " * 100) + 4000
