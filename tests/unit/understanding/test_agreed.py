"""Whoever is asked and only agrees has promised what they were asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts import Post
from bot.understanding import agrees, read

AT = datetime(2026, 11, 17, 15, tzinfo=UTC)
ASKED = "<@U1|maria> can you get back to her by Friday?"


@pytest.mark.parametrize(
    "text",
    [
        "Sure",
        "Sure, Friday.",
        "ok :+1:",
        ":thumbsup::skin-tone-2:",
        "yes, by tomorrow noon",
        "Yes, thanks!",
        "Of course!",
        "np",
        "I can do that by 3pm",
        "Sure thing, <@U2|ann>",
        "yes — end of day",
    ],
)
def test_a_reply_that_does_nothing_but_agree_is_known(text: str) -> None:
    assert agrees(Post(text, AT))


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Not sure",
        "Okay?",
        "ok cool story",
        "yes but not before Monday",
        "no, ok",
        "Yes, she already has it",
        "I can't do that",
        "Thanks",
        "Friday",
        "> Sure",
        "",
    ],
)
def test_what_says_more_or_no_or_asks_back_agrees_to_nothing(text: str) -> None:
    assert not agrees(Post(text, AT))


@pytest.mark.parametrize(
    ("asked", "reply", "words", "due"),
    [
        (ASKED, "Sure", "Sure (can you get back to her by Friday?)", 20),
        (ASKED, "Yes, Thursday", "Yes, Thursday (can you get back to her by Friday?)", 19),
        ("Please send him the new invoice", "ok", "ok (Please send him the new invoice)", None),
        ("It is urgent. Could you call them back today?", "np", "np (Could you call them back today?)", 17),
        ("Could you answer the review? I am out.", "Will do", "Will do (Could you answer the review?)", None),
        ("Can someone call her back today?", "Sure", "Sure (Can someone call her back today?)", 17),
        ("Could anybody from billing reply to him?", "Yes", "Yes (Could anybody from billing reply to him?)", None),
        ("Who can answer the review by Friday?", "I can", "I can (Who can answer the review by Friday?)", 20),
        ("Do you want to reply to them?", "Yes", "Yes (Do you want to reply to them?)", None),
        ("Would you like to take this one?", "Sure", "Sure (Would you like to take this one?)", None),
        ("Why don't you call them tomorrow?", "ok", "ok (Why don't you call them tomorrow?)", 18),
        ("Maybe you should send her the invoice.", "Will do", "Will do (Maybe you should send her the invoice.)", None),
        ("I need you to get back to them by Friday", "Of course", None, 20),
        ("I'd like you to write the answer", "np", None, None),
        ("It'd be great if you could call him today.", "Sure", None, 17),
        ("Send her the new invoice, please.", "ok", "ok (Send her the new invoice, please.)", None),
        ("Call them back before noon?", "ok", None, 18),
    ],
)
def test_agreement_promises_what_was_asked(asked: str, reply: str, words: str | None, due: int | None) -> None:
    found = read(Post(reply, AT, asked=asked), [])
    assert found.promise.is_promise
    assert found.promise.words == (words or f"{reply} ({asked})")
    assert "agrees to" in found.promise.reasons[0].words
    assert (found.due and found.due.day) == due


@pytest.mark.parametrize(
    "asked",
    [
        "Can you see the card?",
        "Could you tell me why?",
        "Will you come to lunch?",
        "I answered her.",
        "Who is on duty?",
        "> can you get back to her by Friday?",
        "She asked whether you can get back to her by Friday",
        "Do you want to see the card?",
        "Do you want me to reply to them?",
        "Would you like an answer by Friday?",
        "Who can be that rude?",
        "Can someone be that rude?",
        "You should have called them",
        "You should see their mail",
        "Sending it now",
        "Reply was fine",
        "Call with Acme went well",
        "Checks out",
        "Answer is on its way",
    ],
)
def test_agreement_to_what_asks_for_nothing_promises_nothing(asked: str) -> None:
    assert not read(Post("Sure", AT, asked=asked), []).promise.is_promise


def test_agreement_alone_promises_nothing() -> None:
    assert not read(Post("Sure, Friday", AT), []).promise.is_promise


def test_words_that_promise_by_themselves_do_so_whatever_was_said_before() -> None:
    assert read(Post("Will do", AT, asked="She is still waiting."), []).promise.words == "Will do"


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_is_too_strange(reply: str, asked: str) -> None:
    agrees(Post(reply, AT))
    read(Post(reply, AT, asked=asked), [])
