"""Due moments: what people write at work, and what only looks like a moment."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.clock import WorkingHours
from bot.understanding import impossible_clock, read_due, split_due

ZONE = ZoneInfo("America/New_York")
HOURS = WorkingHours(zone="America/New_York")
WEDNESDAY = datetime(2026, 11, 18, 10, 0, tzinfo=ZONE)


def due(text: str, at: datetime = WEDNESDAY, hours: WorkingHours = HOURS, locale: str = "en-US") -> str | None:
    moment = read_due(text, at, hours, locale)
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None


SAID = [
    # days: the end of work
    ("by Friday", "2026-11-20 17:00"),
    ("I'll get back to her by Friday EOD", "2026-11-20 17:00"),
    ("by EOD Friday", "2026-11-20 17:00"),
    ("Friday", "2026-11-20 17:00"),
    ("on Fri.", "2026-11-20 17:00"),
    ("this Friday", "2026-11-20 17:00"),
    ("next Friday", "2026-11-27 17:00"),
    ("Friday next week", "2026-11-27 17:00"),
    ("Friday week", "2026-11-27 17:00"),
    ("a week from Friday", "2026-11-27 17:00"),
    ("a week from Tuesday", "2026-12-01 17:00"),
    ("a week on Monday", "2026-11-30 17:00"),
    ("two weeks from Monday", "2026-12-07 17:00"),
    ("Wednesday", "2026-11-18 17:00"),
    ("next Wednesday", "2026-11-25 17:00"),
    ("Monday", "2026-11-23 17:00"),
    ("next Mon", "2026-11-23 17:00"),
    ("this coming Monday", "2026-11-23 17:00"),
    ("today", "2026-11-18 17:00"),
    ("by end of day today", "2026-11-18 17:00"),
    ("tomorrow", "2026-11-19 17:00"),
    ("tmrw", "2026-11-19 17:00"),
    ("the day after tomorrow", "2026-11-20 17:00"),
    ("by the end of tomorrow", "2026-11-19 17:00"),
    ("no later than Thursday", "2026-11-19 17:00"),
    ("Thursday at the latest", "2026-11-19 17:00"),
    ("until Thursday", "2026-11-19 17:00"),
    ("before Friday", "2026-11-19 17:00"),
    ("before Monday", "2026-11-20 17:00"),
    ("before the weekend", "2026-11-20 17:00"),
    ("before the end of the week", "2026-11-20 17:00"),
    ("after the weekend", "2026-11-23 09:00"),
    # short forms of "end of"
    ("EOD", "2026-11-18 17:00"),
    ("by COB", "2026-11-18 17:00"),
    ("COB Monday", "2026-11-23 17:00"),
    ("close of business tomorrow", "2026-11-19 17:00"),
    ("by end of business Friday", "2026-11-20 17:00"),
    ("end of play tomorrow", "2026-11-19 17:00"),
    ("by end-of-day", "2026-11-18 17:00"),
    ("by the end of the day", "2026-11-18 17:00"),
    ("EOW", "2026-11-20 17:00"),
    ("by end of week", "2026-11-20 17:00"),
    ("end of next week", "2026-11-27 17:00"),
    ("by the end of next week", "2026-11-27 17:00"),
    ("EOM", "2026-11-30 17:00"),
    ("by end of month", "2026-11-30 17:00"),
    ("end of next month", "2026-12-31 17:00"),
    ("by end of November", "2026-11-30 17:00"),
    ("EOQ", "2026-12-31 17:00"),
    ("by EOY", "2026-12-31 17:00"),
    # spans: "by" the end, bare the start, running the end
    ("next week", "2026-11-23 09:00"),
    ("by next week", "2026-11-27 17:00"),
    ("early next week", "2026-11-23 09:00"),
    ("by early next week", "2026-11-24 17:00"),
    ("this week", "2026-11-20 17:00"),
    ("later this week", "2026-11-20 17:00"),
    ("later today", "2026-11-18 17:00"),
    ("mid-week", "2026-11-18 17:00"),
    ("midweek", "2026-11-18 17:00"),
    ("mid next week", "2026-11-25 17:00"),
    ("middle of next week", "2026-11-25 17:00"),
    ("mid-December", "2026-12-15 17:00"),
    ("next month", "2026-12-01 09:00"),
    ("within the week", "2026-11-25 17:00"),
    # parts of the day
    ("tomorrow morning", "2026-11-19 09:00"),
    ("by tomorrow morning", "2026-11-19 12:00"),
    ("tomorrow afternoon", "2026-11-19 12:00"),
    ("by tomorrow afternoon", "2026-11-19 17:00"),
    ("this afternoon", "2026-11-18 12:00"),
    ("Friday morning", "2026-11-20 09:00"),
    ("on Friday afternoon", "2026-11-20 12:00"),
    ("first thing tomorrow", "2026-11-19 09:00"),
    ("tomorrow first thing", "2026-11-19 09:00"),
    ("first thing Monday", "2026-11-23 09:00"),
    ("first thing in the morning", "2026-11-19 09:00"),
    ("before lunch", "2026-11-18 12:00"),
    ("before lunch tomorrow", "2026-11-19 12:00"),
    ("after lunch", "2026-11-18 13:00"),
    ("by noon", "2026-11-18 12:00"),
    ("by lunchtime", "2026-11-18 13:00"),
    ("tonight", "2026-11-18 20:00"),
    ("this evening", "2026-11-18 18:00"),
    ("by midnight", "2026-11-19 00:00"),
    ("by noon on Friday", "2026-11-20 12:00"),
    ("Friday noon", "2026-11-20 12:00"),
    # clock times
    ("by 3pm", "2026-11-18 15:00"),
    ("at 3 pm", "2026-11-18 15:00"),
    ("on it, answer by 3", "2026-11-18 15:00"),
    ("by 3:30", "2026-11-18 15:30"),
    ("at 14:00", "2026-11-18 14:00"),
    ("by 9", "2026-11-19 09:00"),
    ("at 9am", "2026-11-19 09:00"),
    ("tomorrow at 9", "2026-11-19 09:00"),
    ("tomorrow at 4", "2026-11-19 16:00"),
    ("tomorrow 4pm", "2026-11-19 16:00"),
    ("half three", "2026-11-18 15:30"),
    ("at half past two", "2026-11-18 14:30"),
    ("quarter to five", "2026-11-18 16:45"),
    ("a quarter past 1", "2026-11-18 13:15"),
    ("ten past four", "2026-11-18 16:10"),
    ("at ten to four", "2026-11-18 15:50"),
    ("at five", "2026-11-18 17:00"),
    ("3 o'clock", "2026-11-18 15:00"),
    ("Friday 3pm", "2026-11-20 15:00"),
    ("3pm Friday", "2026-11-20 15:00"),
    ("by Friday 3pm", "2026-11-20 15:00"),
    ("by Friday at 3", "2026-11-20 15:00"),
    ("Friday by 3pm", "2026-11-20 15:00"),
    ("by 11.30am on Friday", "2026-11-20 11:30"),
    ("Mon 9:30", "2026-11-23 09:30"),
    ("between 2 and 4pm tomorrow", "2026-11-19 14:00"),
    ("from 2-4pm on Thursday", "2026-11-19 14:00"),
    ("before 5", "2026-11-18 17:00"),
    ("after 3pm", "2026-11-18 15:00"),
    # zones
    ("by 3pm PT", "2026-11-18 18:00"),
    ("3pm PT tomorrow", "2026-11-19 18:00"),
    ("15:00 CET tomorrow", "2026-11-19 09:00"),
    ("16:00 UTC", "2026-11-18 11:00"),
    ("Friday 9am London time", "2026-11-20 04:00"),
    ("5pm ET", "2026-11-18 17:00"),
    ("2pm (PST)", "2026-11-18 17:00"),
    ("18:00 UTC+1", "2026-11-18 12:00"),
    ("noon Pacific time", "2026-11-18 15:00"),
    ("EOD PT", "2026-11-18 20:00"),
    ("by COB Friday PT", "2026-11-20 20:00"),
    # distances
    ("in two hours", "2026-11-18 12:00"),
    ("in 2h", "2026-11-18 12:00"),
    ("in 30 min", "2026-11-18 10:30"),
    ("in half an hour", "2026-11-18 10:30"),
    ("in an hour and a half", "2026-11-18 11:30"),
    ("in 1.5 hours", "2026-11-18 11:30"),
    ("within the hour", "2026-11-18 11:00"),
    ("within an hour", "2026-11-18 11:00"),
    ("within 24 hours", "2026-11-19 10:00"),
    ("in the next 2 hours", "2026-11-18 12:00"),
    ("in a couple of hours", "2026-11-18 12:00"),
    ("an hour from now", "2026-11-18 11:00"),
    ("in 3 days", "2026-11-21 17:00"),
    ("within two days", "2026-11-20 17:00"),
    ("in 2 business days", "2026-11-20 17:00"),
    ("in three working days", "2026-11-23 17:00"),
    ("within 5 business days", "2026-11-25 17:00"),
    ("in a week", "2026-11-25 17:00"),
    ("in a fortnight", "2026-12-02 17:00"),
    ("in two weeks", "2026-12-02 17:00"),
    ("in a month", "2026-12-18 17:00"),
    ("two days from now", "2026-11-20 17:00"),
    ("in 2 days' time", "2026-11-20 17:00"),
    ("the next business day", "2026-11-19 17:00"),
    # dates
    ("the 3rd", "2026-12-03 17:00"),
    ("by the 25th", "2026-11-25 17:00"),
    ("on the 30th at noon", "2026-11-30 12:00"),
    ("Nov 24", "2026-11-24 17:00"),
    ("by November 24th", "2026-11-24 17:00"),
    ("24 Nov", "2026-11-24 17:00"),
    ("24th of November", "2026-11-24 17:00"),
    ("the 24th of November", "2026-11-24 17:00"),
    ("Tuesday the 24th", "2026-11-24 17:00"),
    ("Tue, Nov 24 at 2:15pm", "2026-11-24 14:15"),
    ("December 1, 2026", "2026-12-01 17:00"),
    ("1 December 2026", "2026-12-01 17:00"),
    ("2026-12-01", "2026-12-01 17:00"),
    ("by 2026-12-01 15:00", "2026-12-01 15:00"),
    ("12/1/2026", "2026-12-01 17:00"),
    ("by 12/1", "2026-12-01 17:00"),
    ("01.12.2026", "2026-12-01 17:00"),
    ("2026-12-01T15:00:00Z", "2026-12-01 10:00"),
    ("2026-12-01T15:00:00+01:00", "2026-12-01 09:00"),
    ("first Monday in December", "2026-12-07 17:00"),
    ("the last Friday of the month", "2026-11-27 17:00"),
    ("Jan 5", "2027-01-05 17:00"),
    ("by Jan 5th 10am", "2027-01-05 10:00"),
    ("on May 4", "2027-05-04 17:00"),
    ("Christmas Eve", "2026-12-24 17:00"),
    # more of the above
    ("by close of play Friday", "2026-11-20 17:00"),
    ("by Monday the latest", "2026-11-23 17:00"),
    ("not before Monday", "2026-11-23 17:00"),
    ("tomorrow around 3ish", "2026-11-19 15:00"),
    ("3-ish tomorrow", "2026-11-19 15:00"),
    ("in two to three weeks", "2026-12-09 17:00"),
    ("in 2-3 days", "2026-11-21 17:00"),
    ("in an hour's time", "2026-11-18 11:00"),
    ("at noon tomorrow PT", "2026-11-19 15:00"),
    ("by 1700", "2026-11-18 17:00"),
    ("end of Q4", "2026-12-31 17:00"),
    ("by Q2", "2027-06-30 17:00"),
    ("by the weekend", "2026-11-20 17:00"),
    ("the next morning", "2026-11-19 09:00"),
    ("in the morning", "2026-11-19 09:00"),
    ("by the first week of December", "2026-12-04 17:00"),
    ("the last day of the month", "2026-11-30 17:00"),
    ("first week of January", "2027-01-01 09:00"),
    ("this coming week", "2026-11-23 09:00"),
    ("a fortnight on Friday", "2026-12-04 17:00"),
    ("two days before Friday", "2026-11-18 17:00"),
    ("3 days from tomorrow", "2026-11-22 17:00"),
    ("the week of Nov 30", "2026-11-30 09:00"),
    ("the week after next", "2026-11-30 09:00"),
    ("9 tomorrow morning", "2026-11-19 09:00"),
    ("by 3 this afternoon", "2026-11-18 15:00"),
    ("Fri 20 Nov 2026, 17:00", "2026-11-20 17:00"),
    # in sentences
    ("Told her we'd have it Friday", "2026-11-20 17:00"),
    ("let me check with legal and reply tomorrow", "2026-11-19 17:00"),
    ("we'll ship her a new one Monday", "2026-11-23 17:00"),
    ("Can't make Thursday, but I'll send it by Monday noon", "2026-11-23 12:00"),
    ("I called them yesterday and will follow up on Friday", "2026-11-20 17:00"),
    ("not today, tomorrow", "2026-11-19 17:00"),
]


def test_moments_people_say() -> None:
    assert [(text, expected, due(text)) for text, expected in SAID if due(text) != expected] == []


NO_MOMENT = [
    "May I ask why",
    "you may be right",
    "they march on",
    "March on, team",
    "the second one",
    "wait a second",
    "version 3.11",
    "python 3.11 is out",
    "we moved to 3.11.4",
    "support is 24/7",
    "it costs $15",
    "it costs 15%",
    "soon",
    "later",
    "ASAP",
    "I'll do it shortly",
    "at some point",
    "in a bit",
    "in a few days",
    "when I can",
    "we sat down",
    "the sun is out",
    "mon dieu",
    "she wed her boss",
    "step 3 of 5",
    "page 12",
    "room 4",
    "by 3 people",
    "at 5 percent",
    "at 10 Downing Street",
    "1/2 of them",
    "50/50",
    "ratio 16:9 is fine",
    "call 555-1234",
    "10.0.0.1",
    "192.168.1.12:8080",
    "order #12345",
    "ticket 2024",
    "room 2026",
    "good morning",
    "good evening all",
    "every night",
    "every Friday",
    "each Monday we meet",
    "30 Feb",
    "November 31",
    "in 10",
    "by then",
    "until further notice",
    "before the meeting",
    "Q&A",
    "day by day",
    "one day",
    "the other day",
    "these days",
    "the first time",
    "at first",
    "second to none",
    "in a minute",
    "give me a minute",
    "hang on a sec",
    "for two hours",
    "it takes 3 days",
    "a 5 minute call",
    "24 hours a day",
    "half of them",
    "the end",
    "in the end",
    "end of story",
    "end of discussion",
    "this is it",
    "next steps",
    "last but not least",
    "next one please",
    "I can do 2 or 3",
    "by and large",
    "at one with nature",
    "",
    "   ",
    "https://example.com/2026/11/20/post",
    "see v2.10 of the doc",
    "utf-8",
    "mp3 and h264",
    "april is on leave",
    "may the force be with you",
    "now what",
    "right now it fails",
]


def test_no_moment() -> None:
    assert [(text, due(text)) for text in NO_MOMENT if due(text) is not None] == []


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("by 4/12", "en-US", "2027-04-12 17:00"),
        ("by 4/12", "en-GB", "2026-12-04 17:00"),
        ("by 4/12", "de-DE", "2026-12-04 17:00"),
        ("on 25/12", "en-US", "2026-12-25 17:00"),
        ("04/12/2026", "en-GB", "2026-12-04 17:00"),
        ("04/12/2026", "en-US", "2026-04-12 17:00"),
    ],
)
def test_order_of_dates_follows_the_locale(text: str, locale: str, expected: str) -> None:
    assert due(text, locale=locale) == expected


def test_clock_time_comes_from_the_writers_working_hours() -> None:
    early = WorkingHours(zone="America/New_York", start=time(7), end=time(15, 30))
    assert due("by Friday", hours=early) == "2026-11-20 15:30"
    assert due("first thing tomorrow", hours=early) == "2026-11-19 07:00"
    assert due("EOD", hours=early) == "2026-11-18 15:30"


def test_days_off_and_weekends_are_skipped_where_working_days_count() -> None:
    off = WorkingHours(zone="America/New_York", days_off=frozenset({date(2026, 11, 20), date(2026, 11, 30)}))
    assert due("EOW", hours=off) == "2026-11-19 17:00"
    assert due("in 2 business days", hours=off) == "2026-11-23 17:00"
    assert due("by end of month", hours=off) == "2026-11-27 17:00"


def test_a_week_from_sunday_to_thursday() -> None:
    cairo = WorkingHours(zone="Africa/Cairo", weekdays=frozenset({6, 0, 1, 2, 3}))
    assert (
        due("in 2 business days", at=datetime(2026, 11, 19, 10, tzinfo=ZoneInfo("Africa/Cairo")), hours=cairo)
        == "2026-11-23 17:00"
    )


@pytest.mark.parametrize(
    "zone", ["Asia/Tokyo", "Europe/Berlin", "America/Los_Angeles", "Australia/Sydney", "Asia/Kolkata", "UTC"]
)
def test_read_in_the_speakers_zone(zone: str) -> None:
    hours = WorkingHours(zone=zone)
    moment = read_due("by Friday EOD", datetime(2026, 11, 18, 12, tzinfo=ZoneInfo("UTC")), hours)
    assert moment is not None
    assert moment == datetime(2026, 11, 20, 17, tzinfo=ZoneInfo(zone))
    assert moment.tzinfo is not None


def test_late_workers_mean_tonight() -> None:
    evening = WEDNESDAY.replace(hour=19)
    assert due("today", at=evening) == "2026-11-18 23:59"
    assert due("EOD", at=evening) == "2026-11-18 23:59"
    assert due("by 3pm", at=evening) == "2026-11-19 15:00"
    assert due("Wednesday", at=evening) == "2026-11-25 17:00"


def test_a_wall_time_that_summer_time_skips_lies_after_the_gap() -> None:
    at = datetime(2027, 3, 13, 12, tzinfo=ZONE)
    assert due("tomorrow at 2:30am", at=at) == "2027-03-14 03:30"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("call Acme by Friday 3pm", "call Acme"),
        ("send the refund tomorrow", "send the refund"),
        ("tomorrow: send the refund", "send the refund"),
        ("by EOD, answer Jane about the invoice", "answer Jane about the invoice"),
        ("call Acme", "call Acme"),
        ("ship 3 boxes in two days to Lille", "ship 3 boxes to Lille"),
    ],
)
def test_split_takes_the_moment_out(text: str, rest: str) -> None:
    assert split_due(text, WEDNESDAY, HOURS)[0] == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call Bob on Friday at 25:00", "25:00"),
        ("at 9:75", "9:75"),
        ("at 13pm on Friday", "13pm"),
        ("at 15:30 pm", "15:30 pm"),
        ("Friday 24:00", ""),
        ("by 3:30 pm, not 15h30", ""),
        ("send the 16:9 video by 5pm", ""),
        ("page 130, or by Friday", ""),
    ],
)
def test_what_is_written_like_a_clock_time_and_is_none(text: str, expected: str) -> None:
    assert impossible_clock(text) == expected
