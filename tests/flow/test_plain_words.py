"""Plain words to the bot, in channels and directly: answered to whoever asked alone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Promise
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, has_button, only, words
from tests.flow.test_customers import added, page_of


async def ask(town: Town, user: str, text: str, channel: str = "#support", **more: Any) -> list[Json]:
    """Say something to the bot; what that person alone sees anew."""
    before = [one["ts"] for one in town.seen_by_alone(user)]
    said = text if channel == "@ours" else f"<@{town.id_of('@ours')}> {text}"
    await town.say(user, said, channel, **more)
    return [one for one in town.seen_by_alone(user) if one["ts"] not in before]


async def test_what_is_open_is_whispered_in_the_thread_where_it_was_asked(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    answer = only(await ask(town, "@maria", "what's open?"))
    assert "charged twice" in words(answer)
    assert answer["visible_to"] == town.id_of("@maria")
    answer = only(await ask(town, "@maria", "what is still open?", thread_ts=ts))
    assert answer["thread_ts"] == ts
    assert len(town.cards()) == 1


async def test_in_a_direct_message_everything_is_answered_there(town: Town) -> None:
    await town.say("@yuki", REVIEW)
    assert "charged twice" in words(only(await ask(town, "@maria", "what's open?", "@ours")))
    told = only(await ask(town, "@maria", "I'll get back to Ada by Friday 3pm", "@ours"))
    assert "Your promise is tracked" in words(told)
    assert "Friday 20 November, 15:00" in words(told)
    told = only(await ask(town, "@maria", "remind me to call Acme on Monday", "@ours"))
    assert "call Acme" in words(told)
    assert "Monday 23 November" in words(told)
    mine = words(only(await ask(town, "@maria", "what did I promise?", "@ours")))
    assert "get back to Ada" in mine
    assert "call Acme" in mine
    assert "no time of the day" in words(only(await ask(town, "@maria", "remind me to call her at 25:00", "@ours")))


async def test_a_promise_said_to_it_in_a_thread_is_offered_as_that_messages(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    offer = only(await ask(town, "@maria", "I'll get back to her by Friday", thread_ts=ts))
    assert has_button(offer, act.TRACK)
    await town.click("@maria", offer, act.TRACK)
    assert "get back to her" in words(town.card_of(ts))


async def test_a_reminder_asked_for_in_a_channel_is_ones_own(town: Town) -> None:
    told = only(await ask(town, "@maria", "remind me tomorrow at 11:00 to call Acme"))
    assert "call Acme" in words(told)
    assert town.from_bot("#support") == []
    await town.jump("2026-11-18T09:05:00-05:00")
    assert "call Acme" in words(only(town.dms_of("@maria")))


async def test_who_owns_a_customer(town: Town) -> None:
    await added(town, "@maria", "Acme")
    await town.click("@maria", await page_of(town, "@maria", "Acme"), act.OWN_CUSTOMER)
    answer = only(await ask(town, "@tom", "who owns Acme?"))
    assert f"<@{town.id_of('@maria')}> (owner)" in words(answer)
    assert "no customer of that name" in words(only(await ask(town, "@tom", "who owns Nobody Inc?")))


async def test_unknown_words_get_help_that_fits_and_the_nearest_thing(town: Town) -> None:
    shown = words(only(await ask(town, "@maria", "please configure yourself")))
    assert "`/ours setup`" in shown
    assert "Is it" in shown
    assert "I don't know what you mean" in words(only(await ask(town, "@maria", "xyzzy", "@ours")))
    assert await ask(town, "@maria", "thank you!") == []


async def test_customers_words_said_to_it_are_shared(town: Town) -> None:
    text = f"<@{town.id_of('@ours')}> A customer told me on the phone: I was charged twice, I want my money back!"
    ts = await town.say("@yuki", text)
    assert "charged twice" in words(town.card_of(ts))


async def test_where_guests_read_the_answer_comes_directly_and_people_from_outside_get_none(town: Town) -> None:
    answer = only(await ask(town, "@sam", "what's open?", "#customers"))
    assert answer["channel"] != town.channel_id("#customers")
    assert town.from_bot("#customers") == []


async def test_an_edit_and_words_about_the_bot_are_not_answered(town: Town) -> None:
    bot = f"<@{town.id_of('@ours')}>"
    ts = await town.say("@maria", f"I asked {bot} about it yesterday")
    town.slack.engine.edit(channel="#support", user="@maria", ts=ts, text=f"{bot} what's open?")
    await town.settled()
    assert town.count() == 0


async def test_help_fits_the_moment(town: Town) -> None:
    assert "`/ours setup` does, in three minutes" in words(await town.ours("@maria", "help"))
    assert "makes you the first" in words(await town.ours("@yuki", "help"))
    await town.ours("@tom", "join finance")
    await town.ours("@maria", "promise call Ada by Friday 3pm")
    await town.say("@yuki", REVIEW)
    shown = words(await town.ours("@maria"))
    assert "makes you the first" not in shown
    assert "You have 1 open promise" in shown
    assert "1 mention is still open" in shown
    assert "I'm not in this channel" in words(await town.ours("@maria", "", "#random"))


async def test_a_promise_asked_of_a_teammate_in_plain_words_is_a_request(town: Town) -> None:
    (told,) = await ask(town, "@yuki", f"promise <@{town.id_of('@maria')}> to call Ada back by Friday", "#general")
    assert f"Asked <@{town.id_of('@maria')}> to promise this by" in words(told)
    assert "call Ada back" in words(only(town.dms_of("@maria")))
    (promise,) = await town.ask(select(Promise))
    assert (promise.user_id, promise.state, promise.words) == (town.id_of("@maria"), "requested", "call Ada back")


async def test_a_name_that_is_no_ping_asks_nobody_and_says_so(town: Town) -> None:
    (told,) = await ask(town, "@yuki", "promise @Zoe call Ada back by Friday", "#general", raw=True)
    assert "I can't tell who “@Zoe” is." in words(told)
    assert await town.ask(select(Promise)) == []


async def test_a_promise_asked_of_oneself_is_ones_own(town: Town) -> None:
    await ask(town, "@yuki", f"promise <@{town.id_of('@yuki')}> call Ada back by Friday", "#general")
    (promise,) = await town.ask(select(Promise))
    assert (promise.user_id, promise.state, promise.words) == (town.id_of("@yuki"), "open", "call Ada back")
