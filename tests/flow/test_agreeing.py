"""Somebody asks a teammate in a mention's thread, and they say yes: that is a promise, and it is offered as one."""

from __future__ import annotations

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, words

ASKED = "can you get back to her by Friday EOD?"


async def asked(town: Town, text: str = ASKED, of: str = "@maria") -> str:
    """yuki shares a review, and asks in its thread; answers the thread."""
    ts = await town.say("@yuki", REVIEW)
    await town.say("@yuki", f"<@{town.id_of(of)}> {text}", thread_ts=ts)
    return ts


async def test_agreement_is_offered_with_what_it_agrees_to(town: Town) -> None:
    ts = await asked(town)
    await town.say("@maria", "Sure :+1:", thread_ts=ts)
    (offer,) = town.offers_to("@maria")
    assert f"Sure ({ASKED})" in words(offer)
    assert "Due *Friday 20 November, 17:00*" in words(offer)
    await town.click("@maria", offer, act.TRACK)
    assert ASKED in words(await town.ours("@maria", "mine"))


async def test_who_agrees_may_name_another_moment(town: Town) -> None:
    ts = await asked(town)
    await town.say("@maria", "Yes, Thursday noon", thread_ts=ts)
    (offer,) = town.offers_to("@maria")
    assert "Due *Thursday 19 November, 12:00*" in words(offer)


async def test_the_post_that_shared_it_may_ask_and_the_card_between_is_no_answer(town: Town) -> None:
    ts = await town.say("@yuki", f"<@{town.id_of('@maria')}> could you call them back?\n{REVIEW}")
    assert town.card_of(ts)
    await town.say("@maria", "ok", thread_ts=ts)
    (offer,) = town.offers_to("@maria")
    assert "could you call them back?" in words(offer)


async def test_whoever_was_not_asked_promises_nothing_by_agreeing(town: Town) -> None:
    ts = await asked(town, of="@tom")
    await town.say("@maria", "Sure", thread_ts=ts)
    assert not town.offers_to("@maria")


async def test_agreement_to_oneself_or_to_what_asks_nothing_is_no_promise(town: Town) -> None:
    ts = await asked(town)
    await town.say("@maria", "She wrote twice already.", thread_ts=ts)
    await town.say("@maria", "ok", thread_ts=ts)
    await town.say("@yuki", "She is in Berlin.", thread_ts=ts)
    await town.say("@maria", "ok", thread_ts=ts)
    assert not town.offers_to("@maria")


async def test_agreement_outside_of_mentions_is_not_looked_into(town: Town) -> None:
    ts = await town.say("@yuki", f"<@{town.id_of('@maria')}> can you call the caterer back today?")
    await town.say("@maria", "Sure", thread_ts=ts)
    assert not town.offers_to("@maria")
