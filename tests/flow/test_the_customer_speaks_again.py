"""The customer's next words on an answered mention reopen it, with the same owners."""

from __future__ import annotations

import pytest

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, has_button, words

AGAIN = "I was charged twice again, and still nobody answers my mails!"


async def answered(town: Town) -> str:
    """Tom is on it, and has answered. Answers the review's ts."""
    ts = await town.say("@maria", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    assert "closed" in words(town.card_of(ts))
    return ts


@pytest.mark.parametrize(
    "says", [{"user": "@maria", "text": f"&gt; {AGAIN}", "raw": True}, {"user": "@reviews", "text": AGAIN}]
)
async def test_their_next_words_in_the_thread_reopen_it(town: Town, says: dict[str, str]) -> None:
    town.slack.engine.user(user="reviews", is_bot=True, real_name="Review Watch")
    ts = await answered(town)
    await town.say(thread_ts=ts, **says)
    card = town.card_of(ts)
    assert "closed" not in words(card)
    assert f"<@{town.id_of('@tom')}>" in words(card)
    assert has_button(card, act.ANSWERED)


@pytest.mark.parametrize(
    "text", ["Thanks Tom, well done!", "Our answer: https://www.trustpilot.com/reviews/6659c1f2ab"]
)
async def test_a_teammates_own_words_or_a_link_do_not(town: Town, text: str) -> None:
    ts = await answered(town)
    await town.say("@maria", text, thread_ts=ts)
    assert "closed" in words(town.card_of(ts))
