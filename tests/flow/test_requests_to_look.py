"""*Could you take a look?* is answered in its place when the mention is dismissed, and asks again once it is one."""

from __future__ import annotations

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, only, words

ASKS = "Could you take a look?"


async def shared(town: Town) -> str:
    """Tom and amara are asked to look."""
    await town.ours("@tom", "join finance")
    await town.ours("@amara", "join customer service")
    ts = await town.say("@yuki", REVIEW)
    assert ASKS in words(ping_of(town, ts))
    return ts


def ping_of(town: Town, ts: str) -> Json:
    """The one request to look in a thread, or what stands in its place."""
    return only(town.from_bot("#support", ts)[1:])  # the card comes first


async def test_a_dismissed_mention_asks_nobody_to_look_and_undo_asks_again(town: Town) -> None:
    ts = await shared(town)
    asked = words(ping_of(town, ts))
    await town.click("@tom", town.card_of(ts), act.DISMISS)
    settled = words(ping_of(town, ts))
    assert ASKS not in settled
    assert "Nothing is asked of you here any more" in settled
    await town.click("@tom", town.card_of(ts), act.UNDO_DISMISS)
    assert words(ping_of(town, ts)) == asked


async def test_words_that_were_taken_back_ask_nobody_to_look(town: Town) -> None:
    ts = await shared(town)
    town.slack.engine.delete(channel="#support", user="@yuki", ts=ts)
    await town.settled()
    told = words(ping_of(town, ts))
    assert ASKS not in told
    assert "taken back" in told


async def test_whoever_is_on_it_meanwhile_is_not_asked_again(town: Town) -> None:
    ts = await shared(town)
    for user in ("@tom", "@amara"):
        await town.click(user, town.card_of(ts), act.CLAIM)
    await town.click("@yuki", town.card_of(ts), act.DISMISS)
    await town.click("@yuki", town.card_of(ts), act.UNDO_DISMISS)
    assert "Nobody else is asked here" in words(ping_of(town, ts))
