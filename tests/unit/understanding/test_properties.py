"""What must hold for any text: nothing raises, folding is stable, work grows with length, moments read back."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import WorkingHours
from bot.facts import Attachment, DepartmentWords, MailFile, Post
from bot.understanding import candidate_names, canonical_url, normalise_name, quote_key, read, read_due, split_due
from bot.understanding.english.moments.groups import find_groups
from bot.understanding.moments.lexer import lex
from bot.understanding.moments.line import Line, Writer

NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)
HOURS = WorkingHours(zone="America/New_York")
TEAMS = (DepartmentWords("finance", "Finance", "Invoices and refunds.", ("refund",)),)


def _words(text: str) -> list[str]:
    return text.split()


TIME_WORDS = _words(
    """
by before after until at on in the of a an this next last coming end beginning mid early late first thing EOD
COB EOW EOM EOY today tomorrow tonight noon midnight morning afternoon evening lunch week weekend month quarter
year day days hours minutes business working Monday Tue Fri Sat Sunday May March 3rd 31st Feb 29 30 32 99 0 3
3pm 12am 15:30 24:00 25:61 3.30 13h05 2026-02-30 2026-12-01T25:00 12/31 31/12 0/0 99/99 1.1. 9999-12-31
0001-01-01 half quarter past to from and between - - , . PT UTC UTC+14 UTC+99 London time couple few second two
three twenty one hundred ago later now from since 10000 99999 weeks years I'll call him
"""
)
WORDS = st.one_of(st.sampled_from(TIME_WORDS), st.text(max_size=12))
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=15).map("".join)
)
MOMENTS = st.integers(0, 6_000_000).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


@settings(max_examples=300, deadline=None)
@given(
    TEXTS,
    MOMENTS,
    st.sampled_from(["UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Kiritimati"]),
    st.sampled_from(["en-US", "en-GB", "", "xx"]),
)
def test_moments_never_raise_and_are_aware(text: str, at: datetime, zone: str, locale: str) -> None:
    hours = WorkingHours(zone=zone)
    moment = read_due(text, at, hours, locale)
    rest, same = split_due(text, at, hours, locale)
    assert same == moment
    assert isinstance(rest, str)
    if moment is not None:
        assert moment.utcoffset() == moment.astimezone(hours.info).utcoffset()


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.booleans())
def test_reading_never_raises(text: str, other: str, by_app: bool) -> None:
    post = Post(
        text,
        NOW,
        HOURS,
        attachments=(Attachment(other, text, other, text, other),),
        mails=(MailFile(other, text, other),),
        by_app=by_app,
        app_name=other,
        names=tuple((name, "Someone") for name in candidate_names(Post(text, NOW))[:5]),
    )
    reading = read(post, TEAMS)
    assert 0 <= reading.mention.score <= 1
    assert 0 <= reading.promise.score <= 1
    assert reading == read(post, TEAMS)


@given(
    st.one_of(
        st.text(max_size=80),
        st.text(max_size=40).map("https://www.reddit.com/".__add__),
        st.text(max_size=40).map("http://m.x.com/a/status/1?".__add__),
    )
)
def test_canonical_url_is_idempotent(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once


@given(st.text(min_size=40, max_size=120))
def test_quote_key_ignores_case_and_decoration(text: str) -> None:
    key = quote_key(text)
    assert quote_key(f"“{text}”") == key
    assert quote_key("  " + text + "\n…") == key
    if key is not None:
        assert quote_key(key) == key


@given(st.text(max_size=60))
def test_normal_names_are_stable(name: str) -> None:
    once = normalise_name(name)
    assert normalise_name(once) == once


RENDERINGS = (
    "%A %d %B %Y, %H:%M",
    "%a %d %b %Y at %H:%M",
    "%B %d, %Y at %I:%M %p",
    "%Y-%m-%d %H:%M",
    "%d.%m.%Y %H:%M",
    "%H:%M on %d %B %Y",
)


@settings(max_examples=150)
@given(st.integers(0, 60 * 24 * 700), st.sampled_from(RENDERINGS))
def test_moments_that_are_shown_read_back(minutes: int, rendering: str) -> None:
    moment = datetime(2026, 11, 18, 15, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert read_due(moment.strftime(rendering), NOW, WorkingHours()) == moment


@settings(max_examples=100)
@given(st.integers(1, 6), st.integers(0, 23), st.integers(0, 59))
def test_days_of_the_week_read_back(days: int, hour: int, minute: int) -> None:
    day = NOW + timedelta(days=days)
    moment = day.replace(hour=hour, minute=minute, second=0, microsecond=0)
    assert read_due(moment.strftime("%A %H:%M"), NOW, WorkingHours()) == moment
    assert read_due(moment.strftime("by %a at %I:%M%p"), NOW, WorkingHours()) == moment


def steps(text: str) -> int:
    line = Line(lex(text))
    list(find_groups(line, Writer(NOW.astimezone(ZoneInfo("UTC")), WorkingHours(), False), moments=10**9, steps=10**9))
    return line.steps


@pytest.mark.parametrize(
    "phrase",
    [
        *TIME_WORDS,
        "by the end of next week ",
        "from 3 to ",
        "in 2 hours and ",
        "the first of ",
        "1 - 2 - ",
        "next next ",
    ],
)
def test_work_grows_linearly_with_length(phrase: str) -> None:
    short, long = steps(f"{phrase} " * 100), steps(f"{phrase} " * 1000)
    assert long <= 11 * short + 200
    assert long <= 1000 * 800


HOSTILE = [
    unit * (4000 // len(unit))
    for unit in (
        "a ",
        "1",
        "1.",
        "1/",
        "a1",
        "I'll ",
        "(",
        "_",
        "*a",
        "<",
        "'a ",
        "customer ",
        "my account ",
        "@a",
        '"',
        "/",
        "x",
    )
] + ["&gt; a\n" * 500, "if you " * 500, "i told her we " * 280]


@pytest.mark.parametrize(
    "text",
    HOSTILE,
)
def test_no_text_takes_long(text: str) -> None:
    start = time.perf_counter()
    read(Post(text, NOW, by_app=False), TEAMS)
    read(Post(text, NOW, by_app=True), TEAMS)
    assert time.perf_counter() - start < 1.0
