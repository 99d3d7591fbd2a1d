"""A promiser says early that a promise may be late: the card shows it, and whoever can help hears once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Entry, Promise, Slot
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, labels, only, words

WORDS = "I'll get back to her by Friday EOD"


async def promised(town: Town, leads: str | None = "@tom") -> str:
    """The ts of a review on which tom leads, and of which maria promised something."""
    ts = await town.say("@yuki", REVIEW)
    if leads:
        await town.click(leads, town.card_of(ts), act.CLAIM)
    await town.say("@maria", WORDS, thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    return ts


async def mine_of(town: Town, user: str) -> Json:
    await town.ours(user, "mine")
    return town.ephemerals_of(user)[-1]


async def say_at_risk(town: Town, why: str = "") -> Json:
    await town.click("@maria", await mine_of(town, "@maria"), act.AT_RISK)
    return await town.send_form("@maria", reason=why) if why else await town.send_form("@maria")


async def test_the_card_shows_it_and_the_lead_hears_once_why_it_may_be_late(town: Town) -> None:
    ts = await promised(town)
    done = await say_at_risk(town, "finance is out until Friday")
    assert f"<@{town.id_of('@tom')}> hears of it, to help" in words(done)
    assert "may be late: “finance is out until Friday”" in words(town.card_of(ts))
    heard = only(town.dms_of("@tom"))
    assert "says early that it may not be kept" in words(heard)
    assert "They say: “finance is out until Friday”" in words(heard)
    assert "as you lead this mention" in words(heard)
    assert labels(heard) == ["I'll take it"]
    await town.click("@maria", await mine_of(town, "@maria"), act.ON_TRACK)
    assert "may be late" not in words(town.card_of(ts))
    await say_at_risk(town)
    assert len(town.dms_of("@tom")) == 1, "once for each due moment"
    entries = await town.ask(select(Entry.act).where(Entry.act.like("say_%")).order_by(Entry.id))
    assert entries == ["say_at_risk", "say_on_track", "say_at_risk"]


async def test_of_a_promise_without_a_card_nobody_is_said_to_hear(town: Town) -> None:
    await town.ours("@maria", "promise send Ada the invoice by Friday")
    await town.click("@maria", await mine_of(town, "@maria"), act.AT_RISK)
    form = words(town.form_of("@maria"))
    assert "card" not in form
    assert "hears" not in form


async def test_the_nudge_before_it_is_due_asks_and_a_move_ends_the_risk(town: Town) -> None:
    await promised(town)
    await town.jump("2026-11-20T15:00:30-05:00")
    nudge = town.dms_of("@maria")[-1]
    assert labels(nudge) == ["Done", "Tomorrow", "Monday", "At risk…", "Hand over…", "Mute this"]
    await town.click("@maria", nudge, act.AT_RISK)
    await town.send_form("@maria")
    (waiting,) = await town.ask(select(Slot).where(Slot.which == "risk"))
    assert waiting.state == "waiting", "it is Friday night where tom lives"
    await town.click("@maria", nudge, act.MONDAY)
    (found,) = await town.ask(select(Promise))
    assert found.at_risk_at is None
    await town.jump("2026-11-23T09:30:00+01:00")
    assert town.dms_of("@tom") == []


async def test_without_another_lead_the_head_hears_and_may_take_it(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await promised(town, leads=None)
    await say_at_risk(town, "too much on my plate")
    heard = only(town.dms_of("@tom"))
    assert "as head of Finance" in words(heard)
    assert labels(heard) == ["I'll take it", "Mute this"]
    await town.click("@tom", heard, act.HEAD_TAKES)
    (found,) = await town.ask(select(Promise))
    assert (found.user_id, found.at_risk_at) == (town.id_of("@tom"), None)
    assert "has taken this over" in words(town.dms_of("@maria")[-1])


async def test_nobody_can_take_what_is_on_track_again(town: Town) -> None:
    await promised(town)
    await say_at_risk(town)
    heard = only(town.dms_of("@tom"))
    await town.click("@maria", await mine_of(town, "@maria"), act.ON_TRACK)
    assert "it is in good hands" in words(await town.click("@tom", heard, act.HEAD_TAKES))
    (found,) = await town.ask(select(Promise))
    assert found.user_id == town.id_of("@maria")


async def test_what_is_past_due_is_no_risk_any_more(town: Town) -> None:
    await promised(town)
    await town.click("@maria", await mine_of(town, "@maria"), act.AT_RISK)
    await town.jump(datetime.fromisoformat("2026-11-20T17:30:00-05:00"))
    answer = await town.send_form("@maria")
    assert "its moment has passed" in answer["errors"][act.INPUT_REASON]
    assert "At risk…" not in labels(await mine_of(town, "@maria"))
