"""Somebody goes on leave, as their status in Slack says: a colleague stands in, and they hear once what happened."""

from __future__ import annotations

import re
from datetime import datetime

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, has_button, labels, only, words

BACK = "2026-11-25T00:00:00-05:00"


async def on_leave(town: Town, user: str, until: str = BACK) -> None:
    seconds = int(datetime.fromisoformat(until).timestamp())
    town.slack.engine.user(user=user, status_emoji=":palm_tree:", status_text="Vacationing", status_expiration=seconds)
    await town.settled()


async def is_back(town: Town, user: str) -> None:
    town.slack.engine.user(user=user, status_emoji="", status_text="", status_expiration=0)
    await town.settled()


async def test_a_colleague_stands_in_for_the_time_of_a_leave(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@amara", town.card_of(ts), act.CLAIM)
    tom, amara = f"<@{town.id_of('@tom')}>", f"<@{town.id_of('@amara')}>"
    await on_leave(town, "@tom")
    assert f"not there; {amara} was asked to stand in" in words(town.card_of(ts))
    question = town.dms_of("@amara")[-1]
    assert f"{tom} is on leave until " in words(question)
    assert "You get this as you are on it, too." in words(question)
    assert labels(question) == ["I'll stand in", "I can't"]
    answer = only(await town.click("@amara", question, act.LEAD))
    assert f"You lead until {tom} is back. Thank you." in words(answer)
    assert f"{amara} — lead" in words(town.card_of(ts))
    assert town.dms_of("@tom") == []
    await town.jump("2026-11-25T15:30:00+01:00")
    assert f"{tom} is back, and leads again" in words(town.dms_of("@amara")[-1])
    told = only(town.dms_of("@tom"))
    assert "Welcome back." in words(told)
    assert f"{amara} stood in; you lead again" in words(told)
    assert f"{tom} — lead" in words(town.card_of(ts))


async def test_a_question_that_is_read_on_the_next_day_is_not_wrong_about_today(town: Town) -> None:
    """Until when it waits and somebody is away is for Slack to say, at the moment in which it is read."""
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@amara", town.card_of(ts), act.CLAIM)
    await on_leave(town, "@tom")
    question = words(town.dms_of("@amara")[-1])
    assert len(re.findall(r"until <!date\^\d+\^\{date_short_pretty\} at \{time\}\|[A-Z]", question)) == 2
    assert not re.search(r"(?:to|yester)(?:day|morrow)", question)


async def test_who_comes_back_early_has_it_back(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@amara", town.card_of(ts), act.CLAIM)
    await on_leave(town, "@tom")
    question = town.dms_of("@amara")[-1]
    await is_back(town, "@tom")
    assert "no longer stands" in words(only(await town.click("@amara", question, act.LEAD)))
    assert not has_button(town.dms_of("@amara")[-1], act.LEAD), "what can't be answered any more can't be pressed"
    assert "it is with you again" in words(town.dms_of("@tom")[-1])
    assert f"<@{town.id_of('@tom')}> — lead" in words(town.card_of(ts))


async def test_a_promise_of_somebody_who_left_is_taken_over(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@amara", town.card_of(ts), act.CLAIM)
    await town.say("@tom", "I'll get back to her by tomorrow 5pm", thread_ts=ts)
    await town.click("@tom", town.offers_to("@tom")[-1], act.TRACK)
    town.slack.engine.user(user="@tom", deleted=True)
    await town.settled()
    question = town.dms_of("@amara")[-1]
    assert "has no account here any more, and promised a customer this. Will you take it over?" in words(question)
    assert "It is yours now" in words(only(await town.click("@amara", question, act.TAKE)))
    assert f"<@{town.id_of('@amara')}>: " in words(town.card_of(ts))
