"""Own words and quoted words; Slack's markup as plain text; sentences."""

from __future__ import annotations

import pytest

from bot.understanding.parts import separate_text
from bot.understanding.text import link_targets, plain_text, sentences


def test_lines_quoted_are_not_own() -> None:
    parts = separate_text("look:\n&gt; first line\n&gt; second\nI'll answer\n&gt; another")
    assert parts.own == "look:\nI'll answer"
    assert parts.quotes == ("first line\nsecond", "another")


def test_everything_after_three_is_quoted() -> None:
    parts = separate_text("see\n&gt;&gt;&gt; one\ntwo")
    assert (parts.own, parts.quotes) == ("see", ("one\ntwo",))


def test_forwarded_text_is_quoted() -> None:
    parts = separate_text("fyi\n---------- Forwarded message ----------\nI will pay tomorrow")
    assert (parts.own, parts.quotes) == ("fyi", ("I will pay tomorrow",))
    parts = separate_text("fyi\nOn Mon, Nov 16, 2026 at 9:00 AM Jo Ray wrote:\n&gt; I will pay tomorrow")
    assert parts.quotes == ("I will pay tomorrow",)


def test_words_in_quotation_marks_are_said_by_others() -> None:
    parts = separate_text("She wrote “I will send it tomorrow morning” and I'll check")
    assert parts.said == ("I will send it tomorrow morning",)
    assert "tomorrow" not in parts.own
    assert "I'll check" in parts.own


def test_code_is_nobodys_words() -> None:
    parts = separate_text("see `retry in 5 minutes` and ```\n> x\nI will\n``` ok")
    assert parts.own == "see   and   ok"
    assert parts.code


@pytest.mark.parametrize(
    ("mrkdwn", "plain"),
    [
        ("&lt;b&gt; &amp; co", "<b> & co"),
        ("<https://example.com/a|the page>", "the page"),
        ("<https://example.com/a>", "https://example.com/a"),
        ("<mailto:jo@example.com|jo@example.com>", "jo@example.com"),
        ("ask <@U123>", "ask @someone"),
        ("in <#C1|sales>", "in #sales"),
        ("*bold* _it_ ~gone~", "bold it gone"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("<!channel> hi", "@someone hi"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_plain_text(mrkdwn: str, plain: str) -> None:
    assert plain_text(mrkdwn) == plain


def test_links() -> None:
    text = "a <https://a.example/x?a=1&amp;b=2|label> b https://b.example/y. <https://c.example>"
    assert link_targets(text) == ["https://a.example/x?a=1&b=2", "https://b.example/y", "https://c.example"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("I'll call at 3 p.m. tomorrow", 1),
        ("e.g. this one. And that", 2),
        ("line\nline", 2),
        ("", 0),
        ("version 3.11 is out", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count
