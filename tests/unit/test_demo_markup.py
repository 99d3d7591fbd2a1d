"""What Slack would show of mrkdwn and blocks, as lines of a terminal."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.markup import Reader, message_lines, mrkdwn_text, short_address
from bot.messages.welcomes import welcome

NAMES = {"U1": "maria", "C1": "support", "S1": "finance-team"}
READER = Reader(lambda some_id: NAMES.get(some_id, some_id), "Europe/Berlin")


def plain(mrkdwn: str) -> str:
    return mrkdwn_text(mrkdwn, READER).plain


def styles(mrkdwn: str) -> dict[str, str]:
    text = mrkdwn_text(mrkdwn, READER)
    return {text.plain[span.start : span.end]: str(span.style) for span in text.spans}


@pytest.mark.parametrize(
    ("mrkdwn", "shown"),
    [
        ("*Finance* — 'refund'", "Finance — 'refund'"),
        ("<@U1> and <#C1> and <!subteam^S1> and <!here>", "@maria and #support and @finance-team and @here"),
        ("<https://x.com/a/status/1|Open the original>", "Open the original"),
        ("<https://www.trustpilot.com/reviews/1/>", "trustpilot.com/reviews/1"),
        ("due <!date^1780678800^{date_short_pretty} at {time}|Fri 5 Jun>", "due Fri 5 Jun at 19:00"),
        ("1 &lt; 2 &amp; 3 &gt; 2", "1 < 2 & 3 > 2"),
        (":wave: say `/ours help`", "👋 say /ours help"),
        ("2 * 3 * 4, snake_case_name and ~5", "2 * 3 * 4, snake_case_name and ~5"),
        (":no_such_emoji: 10:30:15", ":no_such_emoji: 10:30:15"),
        ("<mailto:ada@example.com|ada@example.com>", "ada@example.com"),
        ("", ""),
    ],
)
def test_mrkdwn_reads_as_in_slack(mrkdwn: str, shown: str) -> None:
    assert plain(mrkdwn) == shown


def test_styles_are_kept() -> None:
    assert styles("*bold* _soft_ ~gone~ `code`") == {
        "bold": "bold",
        "soft": "italic",
        "gone": "strike",
        "code": "green",
    }
    assert "bold" in styles("*<@U1> asks*")["@maria"]


def test_escaped_words_stay_words() -> None:
    assert plain("&lt;@U1&gt; &lt;!channel&gt;") == "<@U1> <!channel>"


def test_long_addresses_are_cut() -> None:
    assert len(short_address("https://example.com/" + "a" * 200)) == 46


def test_a_message_of_ours_reads_by_lines() -> None:
    words = welcome()
    lines = message_lines({"text": words.text, "blocks": list(words.blocks)}, READER)
    assert lines[0].plain == "👋 Hello, I'm Ours. I help you look after your customers together."
    assert {line.kind for line in lines} == {"words"}


def test_blocks_of_every_kind() -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "Done"}, "style": "primary"}
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": "Your week"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "A customer\n> said this\n&gt; and that\n\nend"}},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "Only you see this."}]},
        {"type": "actions", "elements": [button, button]},
        {"type": "divider"},
    ]
    assert [(line.kind, line.plain) for line in message_lines({"text": "fallback", "blocks": blocks}, READER)] == [
        ("words", "Your week"),
        ("words", "A customer"),
        ("quote", "said this"),
        ("quote", "and that"),
        ("words", "end"),
        ("small", "Only you see this."),
        ("buttons", "[Done]  [Done]"),
    ]


def test_what_a_person_posts_shows_text_attachments_and_mails() -> None:
    message = {
        "text": "look",
        "blocks": [{"type": "rich_text", "elements": []}],
        "attachments": [{"service_name": "X", "author_name": "Kim", "text": "It crashes"}],
        "files": [{"subject": "Hello", "from": [{"original": "ada@example.com"}], "plain_text": "I want\nto buy"}],
    }
    assert [line.plain for line in message_lines(message, READER)] == [
        "look",
        "X · Kim:",
        "It crashes",
        "✉ Hello, from ada@example.com",
        "I want to buy",
    ]
