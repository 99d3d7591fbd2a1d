"""Two people click at the same instant, on PostgreSQL: both are right, or one is told kindly."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.messages import actions as act
from tests.flow.harness import Town, open_town
from tests.flow.seen import REVIEW, Json, find_button, only, words

WORDS = "I'll get back to her by Friday EOD"


@pytest.fixture
async def town(postgresql_town_url: str) -> AsyncIterator[Town]:
    async with open_town(postgresql_town_url) as opened:
        yield opened


async def click_at_once(town: Town, *clicks: tuple[str, Json, str]) -> list[list[str]]:
    """All these clicks in one instant; what each of these people alone sees anew."""
    before = {user: [str(one) for one in town.seen_by_alone(user)] for user, _, _ in clicks}
    found = [(user, message, find_button(message, action)) for user, message, action in clicks]
    done = await asyncio.gather(
        *(
            town.slack.engine.click(
                user=user,
                channel=message["channel"],
                ts=message["ts"],
                action_id=button["action_id"],
                block_id=button["block_id"],
            )
            for user, message, button in found
        )
    )
    assert all(one["ok"] for one in done)
    await town.settled()
    return [[words(one) for one in town.seen_by_alone(user) if str(one) not in before[user]] for user, _, _ in clicks]


async def test_those_who_take_a_part_at_once_all_have_one_and_one_leads(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    card = town.card_of(ts)
    told = await click_at_once(town, ("@tom", card, act.CLAIM), ("@sam", card, act.CLAIM), ("@maria", card, act.CLAIM))
    assert told == [[], [], []]
    shown = words(town.card_of(ts))
    assert all(f"<@{town.id_of(who)}>" in shown for who in ("@tom", "@sam", "@maria"))
    assert shown.count("lead") == 1


async def test_of_two_who_say_answered_one_is_told_that_it_was(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    card = town.card_of(ts)
    await click_at_once(town, ("@tom", card, act.CLAIM), ("@sam", card, act.CLAIM))
    card = town.card_of(ts)
    told = await click_at_once(town, ("@tom", card, act.ANSWERED), ("@sam", card, act.ANSWERED))
    assert sorted(map(len, told)) == [0, 1]
    assert "It was answered already" in "".join(told[0] + told[1])


async def test_a_promise_that_is_kept_while_a_colleague_takes_it_over_is_one_or_the_other(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", WORDS, thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    await town.jump("2026-11-20T15:01:00-05:00")
    nudge = town.dms_of("@maria")[-1]
    await town.click("@maria", nudge, act.HAND_OVER)
    await town.send_form("@maria", person="@sam", reason="I am ill")
    await town.close_form("@maria")
    question = town.dms_of("@sam")[-1]
    kept, taken = await click_at_once(town, ("@maria", nudge, act.DONE), ("@sam", question, act.TAKE))
    shown = words(town.card_of(ts))
    if "It is yours now" in "".join(taken):
        assert f"<@{town.id_of('@sam')}>" in shown
        assert "Only" in "".join(kept)
    else:
        assert "This is over" in "".join(taken)
        assert "Kept. Thank you" in "".join(kept)
