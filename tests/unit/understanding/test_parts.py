"""Own words and quoted words; Slack's markup as plain text; sentences."""

from __future__ import annotations

import pytest

from bot.understanding.parts import separate_text, without_relayed
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


MAIL = "From: Ada Ray <ada@acme.example>\nSent: Monday, November 16, 2026 9:12 AM\nTo: billing@ours.example\n"


@pytest.mark.parametrize("heading", [MAIL, MAIL.replace("From:", "*From:*"), "-----Original Message-----\n" + MAIL])
def test_a_pasted_mail_is_quoted_without_its_heading(heading: str) -> None:
    parts = separate_text(f"fyi\n\n{heading}Subject: Invoice 4471\n\nYou charged us twice.\nI'll call tomorrow.")
    assert parts.own == "fyi"
    assert parts.quotes == ("Invoice 4471\nYou charged us twice.\nI'll call tomorrow.",)


@pytest.mark.parametrize(
    "sender", ["Tom Lee", "<mailto:tom@ours.example|tom@ours.example>", "Tom &lt;tom@OURS.example&gt;"]
)
def test_a_mail_among_colleagues_is_told_from_one_from_outside(sender: str) -> None:
    assert separate_text(f"{MAIL.replace('Ada Ray <ada@acme.example>', sender)}\nHello").origins == ("inside",)
    assert separate_text(f"{MAIL}\nHello").origins == ("outside",)


def test_what_goes_from_here_to_there_is_no_mail() -> None:
    text = "From: Berlin\nTo: Munich\nI'll send it today"
    assert separate_text(text).own == text


def test_an_answer_below_quoted_lines_is_own() -> None:
    address = "<mailto:ada.ray@a-long-name-of-a-company.example|ada.ray@a-long-name-of-a-company.example>"
    parts = separate_text(
        f"On Mon, Nov 16, 2026 at 9 Ada {address} wrote:\n\n&gt; charged twice\n\nI'll fix it by Friday"
    )
    assert (parts.own, parts.quotes) == ("I'll fix it by Friday", ("charged twice",))


@pytest.mark.parametrize(
    ("own", "left"),
    [
        ("She wrote: I'll cancel by Friday", ""),
        ("Customer: I'll check out at noon\nI'll call a taxi", "I'll call a taxi"),
        ("From Ada: I'll send it tomorrow", ""),
        ("Feedback from the survey: I will never come back", ""),
        ("Ada asked: can you call? I'll call at 3", "? I'll call at 3"),
        ('She wrote: "…" I will call her', 'She wrote: "…" I will call her'),
        ("as I said: I'll call her", "as I said: I'll call her"),
        ("Customer: Acme. I'll call them", "Customer: Acme. I'll call them"),
        ("Next step: I'll call them", "Next step: I'll call them"),
        ("I asked her: I'll call at 3 then", "I asked her: I'll call at 3 then"),
    ],
)
def test_what_is_relayed_after_a_colon_is_not_the_writers(own: str, left: str) -> None:
    assert without_relayed(own).strip() == left


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
