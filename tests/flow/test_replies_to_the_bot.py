"""What the bot itself wrote is never read as anybody's words, whoever replies to it."""

from __future__ import annotations

from sqlalchemy import update

from bot.messages import actions as act
from bot.models import Department
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, only, words


async def test_a_reply_under_a_reminder_makes_no_mention_of_the_reminder(town: Town) -> None:
    await town.say("@maria", REVIEW)
    await town.jump("2026-11-18T10:00:00+00:00")
    reminder = only([one for one in town.from_bot("#support") if "here today" in words(one)])
    for _ in range(2):
        await town.say("@tom", "thanks for reminding us", thread_ts=reminder["ts"])
    assert len(town.cards()) == 1
    roots = [one for one in town.slack.core.calls if one["args"].get("latest") == reminder["ts"]]
    assert len(roots) == 1, "it is fetched once, and known from then on"


async def test_a_reply_under_a_card_in_a_departments_channel_makes_no_second_card(town: Town) -> None:
    for channel in ("#engineering", "#customers"):
        await town.say("@tom", "hello", channel=channel)
    there = town.channel_id("#engineering")
    await town.house.database.run(lambda session: session.execute(update(Department).values(channel_id=there)))
    await town.say("@tom", REVIEW, channel="#customers")  # a guest reads there
    card = only(town.cards("#engineering"))
    await town.say("@ravi", "I look into it", channel="#engineering", thread_ts=card["ts"])
    assert only(town.cards("#engineering"))["ts"] == card["ts"]


async def test_nobody_makes_a_mention_of_the_bots_own_words(town: Town) -> None:
    ts = await town.say("@maria", REVIEW)
    card = town.card_of(ts)
    told = only(await town.shortcut("@tom", act.SHORTCUT_MENTION, "#support", card["ts"]))
    assert "I wrote that message myself" in words(told)
    assert town.card_of(ts)["ts"] == card["ts"]
    assert len(town.cards()) == 1
