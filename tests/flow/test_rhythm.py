"""What the clock makes the bot say: reminders of channels, nudges of what nobody claims, the digest."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.database import Scope
from bot.ledger import departments
from bot.messages import actions as act
from bot.models import Entry
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, Json, labels, links, local, only, words

NOON = "T12:00:00+00:00"


def reminders(town: Town, channel: str = "#support") -> list[Json]:
    return [one for one in town.from_bot(channel) if "here today" in words(one)]


def nudges(town: Town, user: str) -> list[Json]:
    return [one for one in town.dms_of(user) if "still waiting" in words(one)]


# reminders of channels


async def test_a_channel_is_reminded_once_a_working_day_and_only_of_what_is_open(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@yuki", "hello", "#general")
    await town.jump("2026-11-18T09:15:00+00:00")
    assert reminders(town) == []
    for moment in ("09:30:30", "10:00:00", "16:00:00"):
        await town.jump(f"2026-11-18T{moment}+00:00")
        assert "*1 without an owner yet*" in words(only(reminders(town)))
    assert town.follow(links(only(reminders(town)))[0])["ts"] == town.card_of(ts)["ts"]
    assert town.from_bot("#general") == []
    await town.jump(f"2026-11-19{NOON}")
    assert len(reminders(town)) == 2
    await town.jump(f"2026-11-20{NOON}")
    for weekend in ("2026-11-21", "2026-11-22"):
        await town.jump(f"{weekend}{NOON}")
        assert len(reminders(town)) == 3


async def test_the_reminder_is_edited_in_place_as_things_settle(town: Town) -> None:
    first, second = await town.say("@yuki", REVIEW), await town.say("@yuki", BUG)
    await town.jump(f"2026-11-18{NOON}")
    reminder = only(reminders(town))
    assert "*2 without an owner yet*" in words(reminder)
    await town.click("@tom", town.card_of(first), act.CLAIM)
    shown = words(town.at("#support", reminder["ts"]))
    assert "*1 without an owner yet*" in shown
    assert "*1 in good hands*" in shown
    await town.click("@tom", town.card_of(first), act.ANSWERED)
    await town.click("@tom", town.card_of(second), act.DISMISS)
    assert "All done here today" in words(town.at("#support", reminder["ts"]))
    await town.click("@tom", town.card_of(second), act.UNDO_DISMISS)
    assert "*1 without an owner yet*" in words(town.at("#support", reminder["ts"]))
    assert len(reminders(town)) == 1


async def test_what_is_new_waits_for_the_next_days_reminder(town: Town) -> None:
    await town.say("@yuki", REVIEW)
    await town.jump(f"2026-11-18{NOON}")
    await town.say("@yuki", BUG)
    assert "*1 without an owner yet*" in words(only(reminders(town)))
    await town.jump(f"2026-11-19{NOON}")
    assert "*2 without an owner yet*" in words(reminders(town)[-1])


async def test_a_channel_where_nothing_is_open_stays_silent(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    posted = town.count()
    for day in ("18", "19", "20", "23"):
        await town.jump(f"2026-11-{day}{NOON}")
    assert town.count() == posted


async def test_a_channel_that_wants_no_reminders_gets_none_and_is_still_read(town: Town) -> None:
    await town.ours("@maria", "setup")
    await town.send_form("@maria", channel_reminders=[])
    await town.say("@yuki", REVIEW)
    await town.jump(f"2026-11-18{NOON}")
    assert reminders(town) == []
    assert len(town.cards()) == 1
    (entry,) = await town.ask(select(Entry).where(Entry.act == "set_channel"))
    assert (entry.by, entry.details["reminders"]) == (town.id_of("@maria"), False)
    await town.close_form("@maria")
    await town.ours("@maria", "setup")
    switch = next(b for b in town.form_of("@maria")["blocks"] if b.get("block_id") == act.INPUT_CHANNEL_REMINDERS)
    await town.send_form("@maria", channel_reminders=switch["element"]["options"])
    assert reminders(town) == []
    await town.jump(f"2026-11-19{NOON}")
    assert "`/ours setup` in this channel switches it off" in words(only(reminders(town)))


async def test_a_promise_that_is_due_today_is_in_the_reminder(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", "I'll get back to her by Friday EOD", thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    await town.jump(f"2026-11-19{NOON}")
    assert "promise due" not in words(reminders(town)[-1])
    await town.jump(f"2026-11-20{NOON}")
    assert "*1 promise due*" in words(reminders(town)[-1])


# what nobody claims


async def test_after_four_working_hours_the_asked_person_is_nudged_once(town: Town) -> None:
    await town.ours("@tom", "join finance")
    ts = await town.say("@yuki", REVIEW)
    await town.jump("2026-11-18T11:40:00+01:00")
    assert nudges(town, "@tom") == []
    await town.jump("2026-11-18T12:30:00+01:00")
    nudge = only(nudges(town, "@tom"))
    assert local(nudge["ts"], "Europe/Berlin").hour == 12
    assert "as the person asked for Finance" in words(nudge)
    assert town.follow(links(nudge)[0])["ts"] == town.card_of(ts)["ts"]
    assert labels(nudge) == ["I'm on it", "Mute this"]
    answer = only(await town.click("@tom", nudge, act.CLAIM))
    assert "You're on it" in words(answer)
    assert f"<@{town.id_of('@tom')}> — Finance, lead" in words(town.card_of(ts))
    for day in ("19", "20", "23"):
        await town.jump(f"2026-11-{day}{NOON}")
    assert len(nudges(town, "@tom")) == 1


async def test_nobody_is_nudged_about_what_somebody_took_up(town: Town) -> None:
    await town.ours("@tom", "join finance")
    for number, act_of_somebody in enumerate((act.CLAIM, act.ANSWERED, act.DISMISS)):
        ts = await town.say("@yuki", f"https://www.trustpilot.com/reviews/{number} “{number} times I want a refund”")
        await town.click("@sam", town.card_of(ts), act_of_somebody)
    await town.jump(f"2026-11-18{NOON}")
    await town.jump(f"2026-11-20{NOON}")
    assert town.dms_of("@tom") == []


async def test_stepping_back_starts_the_four_hours_anew(town: Town) -> None:
    await town.ours("@tom", "join finance")
    ts = await town.say("@yuki", REVIEW)
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    await town.jump("2026-11-18T12:30:00+01:00")
    await town.click("@sam", town.card_of(ts), act.RELEASE)
    assert nudges(town, "@tom") == []
    await town.jump("2026-11-18T16:50:00+01:00")
    only(nudges(town, "@tom"))


async def _on_duty(town: Town, user: str) -> None:
    """The duty rota of Finance says so."""
    person, now = town.id_of(user), town.now()

    def write(scope: Scope) -> None:
        departments.by_key(scope)["finance"].rota = [person]

    team_id = next(iter(town.slack.core.world.teams))
    await town.house.database.run(lambda session: write(Scope(session, team_id, now, town.house.new_id)))


async def test_the_head_hears_after_the_person_on_duty(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await town.ours("@amara", "join finance")
    await _on_duty(town, "@amara")
    ts = await town.say("@yuki", REVIEW)
    assert f"<@{town.id_of('@amara')}>, on duty for *Finance*" in words(town.from_bot("#support", ts))
    await town.jump("2026-11-18T12:30:00+01:00")
    only(nudges(town, "@amara"))
    assert town.dms_of("@tom") == []
    await town.jump("2026-11-18T16:50:00+01:00")
    assert "as head of Finance" in words(only(nudges(town, "@tom")))
    for day in ("19", "20", "23"):
        await town.jump(f"2026-11-{day}{NOON}")
    assert len(nudges(town, "@tom")) == len(nudges(town, "@amara")) == 1


async def test_muting_ends_the_nudges_of_one_person_about_one_mention(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await town.ours("@amara", "join customer service")
    ts = await town.say("@yuki", REVIEW)
    await town.jump("2026-11-18T12:30:00+01:00")
    answer = only(await town.click("@tom", only(nudges(town, "@tom")), act.MUTE_MENTION))
    assert "no more nudges about this one" in words(answer)
    await town.click("@sam", town.card_of(ts), act.CLAIM)
    await town.click("@sam", town.card_of(ts), act.RELEASE)
    await town.jump(f"2026-11-19{NOON}")
    await town.jump(f"2026-11-20{NOON}")
    assert len(nudges(town, "@tom")) == 1
    assert len(nudges(town, "@amara")) == 2


async def test_unmuting_a_mention_starts_the_four_hours_anew(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await town.say("@yuki", REVIEW)
    await town.jump("2026-11-18T12:30:00+01:00")
    muted = only(await town.click("@tom", only(nudges(town, "@tom")), act.MUTE_MENTION))
    again = only(await town.click("@tom", muted, act.UNMUTE_MENTION))
    assert "reminded of this one again" in words(again)
    await town.jump("2026-11-18T16:45:00+01:00")
    assert len(nudges(town, "@tom")) == 2


# the digest


async def _digest_in_general(town: Town) -> None:
    await town.set_up("@maria", "hours", zone="Europe/Berlin")
    await town.set_up("@maria", "digest", digest_channel="#general")


async def test_the_digest_comes_once_each_monday_at_nine(town: Town) -> None:
    await _digest_in_general(town)
    await town.jump("2026-11-23T08:45:00+01:00")
    assert town.from_bot("#general") == []
    for moment in ("2026-11-23T09:00:30+01:00", "2026-11-23T12:00:00+01:00", "2026-11-29T12:00:00+01:00"):
        await town.jump(moment)
        assert "A quiet week" in words(only(town.from_bot("#general")))
    await town.jump("2026-11-30T09:00:30+01:00")
    assert len(town.from_bot("#general")) == 2


async def test_a_digest_that_is_late_still_comes_and_tells_of_its_own_week(town: Town) -> None:
    await _digest_in_general(town)
    ts = await town.say("@yuki", REVIEW)
    await town.jump("2026-11-24T15:00:00+01:00")
    digest = only(town.from_bot("#general"))
    assert "16 to 23 November" in words(digest)
    assert {town.follow(link)["ts"] for link in links(digest)} == {town.card_of(ts)["ts"]}


async def test_the_digest_names_people_only_in_thanks(town: Town) -> None:
    await _digest_in_general(town)
    await town.say("@yuki", REVIEW)
    await town.ours("@maria", "promise call Ada by Thursday 3pm")
    await town.jump("2026-11-23T09:00:30+01:00")
    digest = words(only(town.from_bot("#general")))
    assert f"Thank you for sharing, <@{town.id_of('@yuki')}>" in digest
    assert digest.count("<@") == 1


async def test_the_digest_counts_no_promise_that_only_its_maker_saw(town: Town) -> None:
    await _digest_in_general(town)
    ts = await town.say("@yuki", REVIEW)
    await town.ours("@maria", "promise call Ada by 30 November 3pm")
    await town.say("@maria", "I'll get back to her by 30 November", thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    assert "*1* open" in words(await town.ours("@maria", "digest"))
    await town.jump("2026-11-23T09:00:30+01:00")
    digest = only(town.from_bot("#general"))
    assert "*1* open" in words(digest)
    assert "call Ada" in words(await town.ours("@maria", "mine"))


async def test_the_digest_can_be_switched_off(town: Town) -> None:
    await _digest_in_general(town)
    await town.set_up("@maria", "digest", digest_channel=None)
    await town.jump(town.now() + timedelta(days=7))
    assert town.from_bot("#general") == []
