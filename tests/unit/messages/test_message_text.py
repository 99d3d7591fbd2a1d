"""The words made safe, one trick at a time."""

# ruff: noqa: RUF001 (look-alikes of marks are what is tested)

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import text
from tests.unit.messages.message_limits import check_mrkdwn, check_words, length

NOW = datetime(2026, 3, 6, 15, tzinfo=UTC)
JOIN = text.JOINER
ANY_TEXT = st.text(alphabet=st.sampled_from("ab <>@!#|&^*_~`\n:\u2068\u202eש👩U7here"), max_size=80) | st.text()


@pytest.mark.parametrize(
    ("event", "read"),
    [
        ("Tom &amp; Ada &lt;3", "Tom & Ada <3"),
        ("<@U1|maria> asks <@U2>", "@maria asks @someone"),
        ("<!here> <!subteam^S1|@finance> <#C1|support>", "@here @finance #support"),
        ("see <https://a.example/?x=1&amp;y=2|the post>", "see the post"),
        ("<https://a.example/?x=1&amp;y=2>", "https://a.example/?x=1&y=2"),
        ("<mailto:ada@a.example|ada@a.example>", "ada@a.example"),
        ("<!date^1^{date}|Friday>", "Friday"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_plain_is_what_a_reader_saw(event: str, read: str) -> None:
    assert text.plain(event) == read


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
        ("<!channel>", f"@{JOIN}channel"),
        ("<<!here>!channel>", "@someone"),
        ("<!<@U7>|x>", "x"),
        ("<@U7", "&lt;@U7"),
        ("mail me: here@home.example", "mail me: here@home.example"),
        ("snake_case 2*3 _it_ ~no~ `ls`", "snake_case 2∗3 ˍitˍ ∼no∼ ˋlsˋ"),
        ("cut\x00 here\x1b[0m", "cut here[0m"),
        ("\u202eevil", "evil"),
        ("hi שלום", "\u2068hi שלום\u2069"),
    ],
)
def test_escape_shows_the_words_and_nothing_else(raw: str, shown: str) -> None:
    assert text.escape(raw) == shown


@given(ANY_TEXT, st.integers(20, 200))
def test_escaped_words_are_safe_and_short(raw: str, limit: int) -> None:
    for safe in (text.escape(raw, limit), text.inline(raw, limit), text.quote(raw, limit), text.said(raw, limit)):
        check_words(safe)
        check_mrkdwn(safe, frozenset(), frozenset())
        assert length(safe) <= limit
    assert "\n" not in text.inline(raw, limit)


@given(ANY_TEXT)
def test_labels_are_never_empty_and_hold_no_ping(raw: str) -> None:
    words = text.label(raw, 75)
    check_words(words)
    assert words.strip()
    assert length(words) <= 75
    assert not any(start in words for start in ("<@", "<!", "<#"))


def test_plain_of_escaped_words_gives_them_back() -> None:
    assert text.plain(text.escape("Tom & Ada <3 1 > 0")) == "Tom & Ada <3 1 > 0"


def test_quotes_keep_their_lines_and_drop_the_rest() -> None:
    assert text.quote("one\n\n  two  \r\nthree", most_lines=2) == "> one\n> two …"
    assert text.quote(" \n ") == "> …"


def test_shortening_prefers_the_end_of_a_word() -> None:
    assert text.shorten("I was charged twice", 15) == "I was charged…"
    assert text.shorten("abcdefghij", 5) == "abcd…"
    assert text.shorten("fits", 4) == "fits"


def test_entities_are_never_cut_in_half() -> None:
    assert text.escape("&" * 10, 12) == "&amp;&amp;…"


def test_links_go_to_the_web_only() -> None:
    assert text.link("https://a.example/?a=1&b=2", "A & B") == "<https://a.example/?a=1&amp;b=2|A &amp; B>"
    assert text.link("https://a.example/<!here>|x y", "here") == "<https://a.example/%3C!here%3E%7Cx%20y|here>"
    for bad in (None, "", "javascript:alert(1)", "https://", "https:// a", "https://a.example/" + "x" * 3000):
        assert text.link(bad, "words") == "words"


def test_only_ids_become_pings() -> None:
    assert text.person("U123ABC") == "<@U123ABC>"
    assert text.group("S1") == "<!subteam^S1>"
    assert text.channel("C1") == "<#C1>"
    assert text.person("!channel>") == "!channel>"
    assert text.person("U1> <!here") == "U1> \u2039!here"


def test_our_own_words_keep_their_markup_and_only_the_people_we_name() -> None:
    words = "Only <@U1> can, not <@U2>: `/ours promise` & <!here>"
    assert text.harmless(words, ("U1",)) == f"Only <@U1> can, not @someone: `/ours promise` &amp; @{JOIN}here"


def test_a_moment_is_shown_in_each_readers_zone() -> None:
    words = text.moment(NOW, "America/New_York")
    assert words == "<!date^1772809200^{date_short_pretty} at {time}|Fri 6 Mar 2026, 10:00 EST>"
    assert text.moment(NOW, "No/Where").endswith("|Fri 6 Mar 2026, 15:00 UTC>")


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(hours=2), "today 17:00"),
        (timedelta(hours=12), "tomorrow 03:00"),
        (timedelta(hours=-22), "yesterday 17:00"),
        (timedelta(days=3), "Monday 15:00"),
        (timedelta(days=7), "Fri 13 March, 15:00"),
        (timedelta(days=-3), "Tue 3 March, 15:00"),
        (timedelta(days=365), "Sat 6 March 2027, 15:00"),
    ],
)
def test_a_moment_as_one_says_it(ahead: timedelta, said: str) -> None:
    assert text.moment_local(NOW + ahead, "UTC", NOW) == said


def test_today_is_the_readers_today() -> None:
    late = datetime(2026, 3, 7, 3, tzinfo=UTC)
    assert text.moment_local(late, "America/New_York", NOW) == "today 22:00"
    assert text.moment_full(late, "America/New_York") == "Friday 6 March, 22:00"
    assert text.day_name(late, "Asia/Tokyo") == "Saturday 7 March"


def test_small_words() -> None:
    assert text.count(1, "promise") == "1 promise"
    assert text.count(1200, "promise") == "1,200 promises"
    assert text.count(2, "person", "people") == "2 people"
    assert text.listed([]) == ""
    assert text.listed(["a"]) == "a"
    assert text.listed(["a", "b", "c"]) == "a, b and c"
    assert text.listed(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert text.ago(NOW - timedelta(hours=4), NOW) == "4 hours ago"
    assert text.ago(NOW - timedelta(minutes=1), NOW) == "1 minute ago"
    assert text.ago(NOW + timedelta(minutes=1), NOW) == "just now"
    assert text.ago(NOW - timedelta(hours=41), NOW) == "2 days ago"
    assert text.ago(NOW - timedelta(days=3), NOW) == "3 days ago"
