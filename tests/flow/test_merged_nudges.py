"""Several things fall due for one person at one time: one message, in which each button settles its own."""

from __future__ import annotations

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Promise, Slot
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, find_button, has_button, only, words


async def _away_for_two_days(town: Town) -> Json:
    """Maria owes two answers and is asked for a mention; the bot's next look comes two days after all of it was due."""
    await town.ours("@maria", "promise call Ada by Wednesday 11am")
    await town.ours("@maria", "promise write to Bob by Wednesday 12:00")
    await town.ours("@maria", "join finance")
    await town.say("@yuki", REVIEW)
    await town.jump("2026-11-20T10:00:00-05:00")
    return only(town.dms_of("@maria"))


def _of(message: Json, action: str, value: str) -> Json:
    """The message with that one button, of the promise with this id."""
    kept = [
        {**block, "elements": [one for one in block["elements"] if one.get("value") == value]}
        for block in message["blocks"]
        if any(one.get("value") == value for one in block.get("elements", []))
    ]
    assert find_button({**message, "blocks": kept}, action)
    return {**message, "blocks": kept}


async def _ids(town: Town) -> list[str]:
    return await town.ask(select(Promise.id).order_by(Promise.due_at))


async def test_after_two_days_away_a_person_gets_one_message(town: Town) -> None:
    merged = await _away_for_two_days(town)
    shown = words(merged)
    assert "3 things wait for you." in shown
    assert shown.count("This was due *Wed") == 2
    assert "A customer is still waiting for Finance" in shown
    ended = await town.ask(select(Slot.state).where(Slot.person_id == town.id_of("@maria")))
    assert sorted(ended) == ["sent", "sent", "sent", "skipped", "skipped"]
    await town.jump("2026-11-20T15:00:00-05:00")
    only(town.dms_of("@maria"))


async def test_each_button_settles_its_own_and_leaves_the_rest(town: Town) -> None:
    merged = await _away_for_two_days(town)
    first, second = await _ids(town)
    left = only(await town.click("@maria", _of(merged, act.DONE, first), act.DONE))
    assert "Thank you for coming back to it" in words(left)
    assert "2 things wait for you." in words(left)
    answer = only(await town.click("@maria", left, act.CLAIM))
    assert "You're on it" in words(answer)
    left = only(await town.click("@maria", _of(town.dms_of("@maria")[0], act.MUTE, second), act.MUTE))
    assert "no more reminders of this one" in words(left)
    assert not has_button(left, act.DONE)
    left = only(await town.click("@maria", left, act.UNMUTE))
    assert "You'll be reminded of this one again" in words(left)
    assert has_button(left, act.DONE)
    assert await town.ask(select(Promise.state).order_by(Promise.due_at)) == ["kept", "open"]


async def test_a_reaction_on_it_means_none_of_several_promises(town: Town) -> None:
    merged = await _away_for_two_days(town)
    await town.react("@maria", merged["channel"], merged["ts"])
    assert set(await town.ask(select(Promise.state))) == {"open"}


async def test_a_reaction_means_the_one_promise_in_it(town: Town) -> None:
    await town.ours("@maria", "promise call Ada by Wednesday 11am")
    await town.ours("@maria", "join finance")
    await town.say("@yuki", REVIEW)
    await town.jump("2026-11-20T10:00:00-05:00")
    merged = only(town.dms_of("@maria"))
    assert "2 things wait for you." in words(merged)
    await town.react("@maria", merged["channel"], merged["ts"])
    assert await town.ask(select(Promise.state)) == ["kept"]
