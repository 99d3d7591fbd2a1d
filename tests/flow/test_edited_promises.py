"""The message of a tracked promise is edited: its words follow, and its promiser is asked what becomes of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Promise
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, has_button, labels, only, words

WORDS = "I'll get back to her by Friday EOD"


async def promised(town: Town) -> tuple[str, str]:
    """The ts of a review, and of maria's tracked promise in its thread."""
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", WORDS, thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    return ts, said


async def edit(town: Town, ts: str, text: str) -> None:
    town.slack.engine.edit(channel="#support", user="@maria", ts=ts, text=text)
    await town.settled()


def questions(town: Town) -> list[Json]:
    return [one for one in town.seen_by_alone("@maria") if has_button(one, act.EDIT_LEAVE)]


async def promise_of(town: Town) -> Promise:
    (found,) = await town.ask(select(Promise))
    assert isinstance(found, Promise)
    return found


async def test_another_moment_is_offered_once_and_moves_it(town: Town) -> None:
    ts, said = await promised(town)
    await edit(town, said, "I'll get back to her by Thursday noon")
    question = only(questions(town))
    assert "move the promise to Thursday 19 November, 12:00?" in words(question)
    assert "It is due Friday 20 November, 17:00" in words(question).replace("*", "")
    assert labels(question) == ["Move it", "Leave it"]
    assert (await promise_of(town)).due_at == datetime.fromisoformat("2026-11-20T17:00:00-05:00"), "not by itself"
    assert "Thursday noon" in words(town.card_of(ts)), "the words follow"
    moved = only(await town.click("@maria", question, act.EDIT_MOVE))
    assert "Moved to" in words(moved)
    assert (await promise_of(town)).due_at == datetime.fromisoformat("2026-11-19T12:00:00-05:00")
    await edit(town, said, "I'll get back to her by Thursday noon!")
    assert questions(town) == []


async def test_it_may_be_left_where_it_is(town: Town) -> None:
    _, said = await promised(town)
    await edit(town, said, "I'll get back to her by Thursday noon")
    left = only(await town.click("@maria", only(questions(town)), act.EDIT_LEAVE))
    assert "It stays as it is" in words(left)
    assert (await promise_of(town)).due_at == datetime.fromisoformat("2026-11-20T17:00:00-05:00")
    await town.jump("2026-11-20T15:00:30-05:00")
    assert "You promised this for" in words(town.dms_of("@maria")[-1])


async def test_an_edit_that_takes_the_promise_away_offers_to_withdraw(town: Town) -> None:
    ts, said = await promised(town)
    await edit(town, said, "Tom knows her well")
    question = only(questions(town))
    assert "and promises nothing any more. Withdraw the promise?" in words(question)
    assert "get back to her" not in words(town.card_of(ts)), "nobody reads what was edited away"
    await town.click("@maria", question, act.WITHDRAW)
    await town.send_form("@maria", reason="Tom answers her")
    assert (await promise_of(town)).state == "withdrawn"


async def test_an_edit_of_the_words_alone_or_of_what_is_settled_asks_nothing(town: Town) -> None:
    ts, said = await promised(town)
    await edit(town, said, "I will get back to Ada by Friday EOD")
    assert questions(town) == []
    assert "get back to Ada" in words(town.card_of(ts))
    await town.react("@maria", "#support", said)
    await edit(town, said, "I'll get back to Ada by Thursday noon")
    assert questions(town) == []
    assert "Thursday noon" in words(town.card_of(ts))


async def test_moving_it_by_hand_first_leaves_nothing_to_ask(town: Town) -> None:
    _, said = await promised(town)
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.MOVE)
    await town.send_form("@maria", moment=int(datetime.fromisoformat("2026-11-19T12:00:00-05:00").timestamp()))
    await edit(town, said, "I'll get back to her by Thursday noon")
    assert questions(town) == []


async def test_an_offer_that_an_edit_took_away_comes_again_with_an_edit_that_promises(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", WORDS, thread_ts=ts)
    await edit(town, said, "Tom knows her well")
    assert (await promise_of(town)).state == "expired"
    await edit(town, said, "Tom knows her well. I'll get back to her by Thursday noon")
    assert (await promise_of(town)).state == "offered"
    await town.click("@maria", town.offers_to("@maria")[-1], act.TRACK)
    assert (await promise_of(town)).due_at == datetime.fromisoformat("2026-11-19T12:00:00-05:00")


async def test_an_offer_whose_edit_names_a_moment_of_the_past_names_none(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", WORDS, thread_ts=ts)
    await edit(town, said, "I told her yesterday that I'll get back to her")
    assert (await promise_of(town)).state == "offered"
    assert (await promise_of(town)).due_at is None


async def test_what_was_put_aside_or_dismissed_is_not_offered_again_by_an_edit(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", WORDS, thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.NOT_A_PROMISE)
    await edit(town, said, "I'll get back to her by Thursday noon")
    assert (await promise_of(town)).state == "declined"
    other = await town.say("@maria", WORDS, thread_ts=ts)
    await edit(town, other, "Tom knows her well")
    await town.click("@tom", town.card_of(ts), act.DISMISS)
    await edit(town, other, "I'll get back to her by Thursday noon")
    assert {one.state for one in await town.ask(select(Promise))} == {"declined", "expired"}
