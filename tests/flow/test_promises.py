"""A promise from its offer to its end: every button, every form, every reverse."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Entry, Promise, Slot
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, has_button, labels, only, words

WORDS = "I'll get back to her by Friday EOD"
FRIDAY = "2026-11-20T15:00:30-05:00"
MONDAY = "2026-11-23T09:00:30-05:00"


async def offered(town: Town, text: str = WORDS) -> Json:
    """The offer to maria, in the thread of a review."""
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", text, thread_ts=ts)
    return only(town.offers_to("@maria"))


async def nudged(town: Town, moment: str = FRIDAY) -> Json:
    """The DM to maria about her tracked promise."""
    offer = await offered(town)
    await town.click("@maria", offer, act.TRACK)
    await town.jump(moment)
    return town.dms_of("@maria")[-1]


async def promise_of(town: Town) -> Promise:
    (found,) = await town.ask(select(Promise))
    assert isinstance(found, Promise)
    return found


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


# the offer


async def test_an_offer_without_a_moment_asks_for_one_when_it_is_tracked(town: Town) -> None:
    offer = await offered(town, "I'll get back to her about this")
    assert labels(offer) == ["Track it", "Not a promise", "Never offer me this"]
    await town.click("@maria", offer, act.TRACK)
    done = await town.send_form("@maria", moment=moment("2026-11-19T12:00:00-05:00"))
    assert "Thursday 19 November, 12:00" in words(done)
    assert (await promise_of(town)).state == "open"


async def test_another_date_tracks_it(town: Town) -> None:
    await town.click("@maria", await offered(town), act.CHANGE_DATE)
    done = await town.send_form("@maria", moment=moment("2026-11-19T12:00:00-05:00"))
    assert "Tracked: due Thursday 19 November, 12:00" in words(done)
    assert (await promise_of(town)).due_at == datetime.fromisoformat("2026-11-19T12:00:00-05:00")


async def test_a_moment_that_has_passed_is_refused_beside_its_input(town: Town) -> None:
    await town.click("@maria", await offered(town), act.CHANGE_DATE)
    answer = await town.send_form("@maria", moment=moment("2026-11-16T12:00:00-05:00"))
    assert answer["response_action"] == "errors"
    assert "has passed already" in answer["errors"][act.INPUT_MOMENT]
    assert (await promise_of(town)).state == "offered"
    await town.send_form("@maria", moment=moment("2026-11-19T12:00:00-05:00"))
    assert (await promise_of(town)).state == "open"


async def test_not_a_promise_forgets_the_words(town: Town) -> None:
    answer = only(await town.click("@maria", await offered(town), act.NOT_A_PROMISE))
    assert "I won't track it" in words(answer)
    assert ((await promise_of(town)).state, (await promise_of(town)).words) == ("declined", "")
    assert "owe nobody anything" in words(await town.ours("@maria", "mine"))


async def test_an_old_offers_no_after_it_was_tracked_says_that_it_is_tracked(town: Town) -> None:
    offer = await offered(town)
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.TRACK)
    answer = await town.click("@maria", offer, act.NOT_A_PROMISE)
    assert f"You track it already: “{WORDS}”" in words(answer)
    assert (await promise_of(town)).state == "open"


async def test_never_offer_me_this_and_on_again(town: Town) -> None:
    answer = only(await town.click("@maria", await offered(town), act.NEVER_OFFER))
    assert "won't offer you promises any more" in words(answer)
    ts = town.cards()[0]["thread_ts"]
    await town.say("@maria", "I'll send her the refund by Thursday", thread_ts=ts)
    assert not town.offers_to("@maria")
    await town.click("@maria", answer, act.OFFERS_ON)
    await town.say("@maria", "I'll call her by Thursday noon", thread_ts=ts)
    assert len(town.offers_to("@maria")) == 1


async def test_an_edited_promise_offers_its_newer_words(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", WORDS, thread_ts=ts)
    town.slack.engine.edit(channel="#support", user="@maria", ts=said, text="I'll get back to her by Thursday EOD")
    await town.settled()
    assert "Thursday 19 November" in words(await town.ours("@maria", "mine"))
    town.slack.engine.delete(channel="#support", user="@maria", ts=said)
    await town.settled()
    assert "owe nobody anything" in words(await town.ours("@maria", "mine"))


async def test_unanswered_offers_go_merged_into_one_dm_next_morning_and_lapse(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", WORDS, thread_ts=ts)
    await town.say("@maria", "I'll send her the form by Thursday noon", thread_ts=ts)
    await town.jump("2026-11-18T08:40:00-05:00")
    assert town.dms_of("@maria") == []
    await town.jump("2026-11-18T09:00:30-05:00")
    merged = only(town.dms_of("@maria"))
    assert "Are these 2 promises?" in words(merged)
    first = next(b["value"] for b in _of(merged, act.TRACK))
    await town.slack.engine.click(
        user="@maria", channel=merged["channel"], ts=merged["ts"], action_id=act.numbered(act.TRACK, 0)
    )
    await town.settled()
    left = only(town.dms_of("@maria"))
    assert "Is this a promise?" in words(left)
    assert first not in [b["value"] for b in _of(left, act.TRACK)]
    await town.jump("2026-11-18T17:01:00-05:00")
    states = await town.ask(select(Promise.state).order_by(Promise.id))
    assert sorted(states) == ["expired", "open"]
    assert len(town.dms_of("@maria")) == 1


def _of(message: Json, action: str) -> list[Json]:
    return [e for block in message["blocks"] for e in block.get("elements", []) if action in e.get("action_id", "")]


async def _merged(town: Town) -> Json:
    """The DM to maria with two offers that she did not answer."""
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", WORDS, thread_ts=ts)
    await town.say("@maria", "I'll send her the form by Thursday noon", thread_ts=ts)
    await town.jump("2026-11-18T09:00:30-05:00")
    return only(town.dms_of("@maria"))


async def test_an_answer_stands_above_what_is_left_of_the_merged_offers(town: Town) -> None:
    await town.click("@maria", _first(await _merged(town), act.NEVER_OFFER), act.NEVER_OFFER)
    left = only(town.dms_of("@maria"))
    assert "won't offer you promises any more" in words(left)
    assert "Is this a promise?" in words(left)
    await town.click("@maria", left, act.OFFERS_ON)
    left = only(town.dms_of("@maria"))
    assert "I read for promises again" in words(left)
    assert "Is this a promise?" in words(left)
    await town.click("@maria", left, act.TRACK)
    assert "Tracked" in words(only(town.dms_of("@maria")))
    assert not has_button(only(town.dms_of("@maria")), act.TRACK)


def _first(message: Json, action: str) -> Json:
    """The message with one button of that kind, the first."""
    name = _of(message, action)[0]["action_id"]
    kept = [
        {**b, "elements": [e for e in b["elements"] if e.get("action_id") == name]}
        for b in message["blocks"]
        if any(e.get("action_id") == name for e in b.get("elements", []))
    ]
    return {**message, "blocks": kept}


async def test_a_lapsed_offer_says_so_at_its_old_buttons(town: Town) -> None:
    offer = await offered(town)
    await town.jump("2026-11-18T09:00:30-05:00")
    await town.jump("2026-11-18T17:01:00-05:00")
    answer = await town.click("@maria", offer, act.TRACK)
    assert "This offer has lapsed; nothing is tracked" in words(answer)
    assert (await promise_of(town)).state == "expired"


@pytest.mark.parametrize("action", [act.TRACK, act.CHANGE_DATE, act.NOT_A_PROMISE])
async def test_merged_offers_that_lapsed_say_so(town: Town, action: str) -> None:
    merged = await _merged(town)
    await town.jump("2026-11-18T17:01:00-05:00")
    answer = only(await town.click("@maria", _first(merged, action), action))
    assert "This offer has lapsed; nothing is tracked" in words(answer)
    assert "`/ours promise` makes one in your words" in words(answer)
    assert set(await town.ask(select(Promise.state))) == {"expired"}


# nudges and what settles them


async def test_done_before_the_due_moment_ends_it(town: Town) -> None:
    nudge = await nudged(town)
    answer = only(await town.click("@maria", nudge, act.DONE))
    assert "Kept. Thank you." in words(answer)
    assert not has_button(answer, act.DONE)
    await town.jump(MONDAY)
    assert len(town.dms_of("@maria")) == 1


@pytest.mark.parametrize(
    ("action", "due", "told"),
    [
        (act.TOMORROW, "2026-11-23T17:00:00-05:00", "Monday 23 November, 17:00"),
        (act.MONDAY, "2026-11-23T17:00:00-05:00", "Monday 23 November, 17:00"),
    ],
    ids=["Tomorrow, on a Friday", "Monday"],
)
async def test_one_click_moves_it(town: Town, action: str, due: str, told: str) -> None:
    answer = only(await town.click("@maria", await nudged(town), action))
    assert told in words(answer)
    assert (await promise_of(town)).due_at == datetime.fromisoformat(due)
    await town.jump("2026-11-23T14:45:00-05:00")
    assert len(town.dms_of("@maria")) == 1
    await town.jump("2026-11-23T15:00:30-05:00")
    assert len(town.dms_of("@maria")) == 2


async def test_muting_ends_the_nudges_and_leaves_it_open(town: Town) -> None:
    answer = only(await town.click("@maria", await nudged(town), act.MUTE))
    assert "no more reminders" in words(answer)
    await town.jump(MONDAY)
    assert len(town.dms_of("@maria")) == 1
    assert "muted" in words(await town.ours("@maria", "mine"))


async def test_what_was_done_by_mistake_is_open_again_with_one_click(town: Town) -> None:
    kept = only(await town.click("@maria", await nudged(town), act.DONE))
    again = only(await town.click("@maria", kept, act.REOPEN))
    assert "Open again, due *Friday 20 November, 17:00*" in words(again)
    assert (await promise_of(town)).state == "open"
    await town.jump(MONDAY)
    assert "This was due" in words(town.dms_of("@maria")[-1])


async def test_unmuting_brings_the_nudges_back(town: Town) -> None:
    muted = only(await town.click("@maria", await nudged(town), act.MUTE))
    again = only(await town.click("@maria", muted, act.UNMUTE))
    assert "be reminded of this one again" in words(again)
    await town.jump(MONDAY)
    assert "This was due" in words(town.dms_of("@maria")[-1])


async def test_nothing_is_sent_at_night_or_on_the_weekend(town: Town) -> None:
    await town.ours("@maria", "promise call Ada by Saturday 11am")
    for when in ("2026-11-20T16:50:00-05:00", "2026-11-21T12:30:00-05:00", "2026-11-23T08:40:00-05:00"):
        await town.jump(when)
    dms = town.dms_of("@maria")
    assert len(dms) == 1  # two working hours before a Saturday are Friday 15:00
    await town.jump("2026-11-23T09:00:30-05:00")
    assert len(town.dms_of("@maria")) == 2


# from the list


async def test_mine_moves_with_a_reason(town: Town) -> None:
    await town.click("@maria", await offered(town), act.TRACK)
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.MOVE)
    done = await town.send_form("@maria", moment=moment("2026-11-25T12:00:00-05:00"), reason="waiting for the bank")
    assert "Moved to Wednesday 25 November, 12:00" in words(done)
    (moved,) = await town.ask(select(Entry.details).where(Entry.act == "move_promise"))
    assert moved["why"] == "waiting for the bank"
    await town.jump(FRIDAY)
    assert town.dms_of("@maria") == []


async def test_mine_withdraws_only_with_a_reason(town: Town) -> None:
    await town.click("@maria", await offered(town), act.TRACK)
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.WITHDRAW)
    done = await town.send_form("@maria", reason="she found it herself")
    assert "Withdrawn" in words(done)
    assert ((await promise_of(town)).state, (await promise_of(town)).reason) == ("withdrawn", "she found it herself")
    await town.jump(MONDAY)
    assert town.dms_of("@maria") == []


async def test_mine_opens_again_what_was_withdrawn(town: Town) -> None:
    await town.click("@maria", await offered(town), act.TRACK)
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.WITHDRAW)
    assert "`/ours mine` can reopen it" in words(await town.send_form("@maria", reason="she found it herself"))
    await town.ours("@maria", "mine")
    shown = only(await town.click("@maria", town.ephemerals_of("@maria")[-1], act.REOPEN))
    assert "Settled lately" not in words(shown)
    assert has_button(shown, act.DONE)
    assert ((await promise_of(town)).state, (await promise_of(town)).reason) == ("open", None)


async def test_mine_unmutes(town: Town) -> None:
    await town.click("@maria", await nudged(town), act.MUTE)
    await town.ours("@maria", "mine")
    shown = only(await town.click("@maria", town.ephemerals_of("@maria")[-1], act.UNMUTE))
    assert "muted" not in words(shown)
    assert (await promise_of(town)).muted_at is None


async def test_mine_settles_one_of_several_and_shows_the_rest(town: Town) -> None:
    await town.ours("@maria", "promise call Ada by Friday 3pm")
    await town.ours("@maria", "promise send Bo the form by Thursday 3pm")
    await town.ours("@maria", "mine")
    shown = town.ephemerals_of("@maria")[-1]
    first = next(b for b in _of(shown, act.DONE))
    await town.slack.engine.click(user="@maria", channel=shown["channel"], ts=shown["ts"], action_id=first["action_id"])
    await town.settled()
    left = town.ephemerals_of("@maria")[-1]
    owed, _, settled = words(left).partition("Settled lately")
    assert "call Ada" in owed
    assert "send Bo the form" not in owed
    assert "send Bo the form" in settled


# handing over


async def _asked(town: Town) -> Json:
    await town.click("@maria", await nudged(town), act.HAND_OVER)
    done = await town.send_form("@maria", person="@sam", reason="I am ill")
    assert "Asked. The promise stays yours" in words(done)
    question = only(town.dms_of("@sam"))
    assert "will you take this promise over?" in words(question)
    assert "I am ill" in words(question)
    return question


async def test_a_colleague_takes_a_promise_over(town: Town) -> None:
    answer = only(await town.click("@sam", await _asked(town), act.TAKE))
    assert "It is yours now" in words(answer)
    assert (await promise_of(town)).user_id == town.id_of("@sam")
    assert f"<@{town.id_of('@sam')}> has taken this over" in words(town.dms_of("@maria")[-1])
    count = len(town.dms_of("@maria"))
    await town.jump("2026-11-23T09:00:30-08:00")
    assert len(town.dms_of("@maria")) == count
    assert "This was due" in words(town.dms_of("@sam")[-1])


async def test_a_colleague_can_say_no(town: Town) -> None:
    answer = only(await town.click("@sam", await _asked(town), act.CANT))
    assert "stays with" in words(answer)
    assert "can't take this over" in words(town.dms_of("@maria")[-1])
    assert (await promise_of(town)).user_id == town.id_of("@maria")
    await town.jump(MONDAY)
    assert "This was due" in words(town.dms_of("@maria")[-1])


async def test_who_asked_a_colleague_may_keep_it_after_all(town: Town) -> None:
    question = await _asked(town)
    await town.ours("@maria", "mine")
    listed = town.ephemerals_of("@maria")[-1]
    assert f"you asked <@{town.id_of('@sam')}> to take it over" in words(listed)
    left = only(await town.click("@maria", listed, act.KEEP_MYSELF))
    assert "to take it over" not in words(left)
    assert "Hand over…" in labels(left)
    assert "This is over" in words(only(await town.click("@sam", question, act.TAKE)))
    assert (await promise_of(town)).user_id == town.id_of("@maria")


async def test_a_promise_is_handed_to_nobody_who_could_not_see_it(town: Town) -> None:
    await town.say("@lena", REVIEW, "#deals")
    thread = town.cards("#deals")[0]["thread_ts"]
    await town.say("@maria", WORDS, "#deals", thread_ts=thread)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    await town.jump(FRIDAY)
    await town.click("@maria", town.dms_of("@maria")[-1], act.HAND_OVER)
    for nobody in ("@sam", "@maria", "@ours"):
        answer = await town.send_form("@maria", person=nobody)
        assert act.INPUT_PERSON in answer["errors"], nobody
    assert town.dms_of("@sam") == []


async def test_a_form_names_who_has_the_promise_by_now(town: Town) -> None:
    await _asked(town)
    await town.ours("@maria", "mine")
    await town.click("@maria", town.ephemerals_of("@maria")[-1], act.WITHDRAW)
    await town.click("@sam", only(town.dms_of("@sam")), act.TAKE)
    answer = await town.send_form("@maria", reason="she found it herself")
    assert "Only @sam can do this" in answer["errors"][act.INPUT_REASON]
    assert "<@" not in answer["errors"][act.INPUT_REASON]


# reactions


async def test_a_check_mark_by_the_promiser_keeps_it_and_taking_it_away_reopens(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    said = await town.say("@maria", WORDS, thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    await town.react("@tom", "#support", said)
    assert (await promise_of(town)).state == "open"
    await town.react("@maria", "#support", said)
    assert (await promise_of(town)).state == "kept"
    assert "kept" in words(town.card_of(ts))
    await town.unreact("@maria", "#support", said)
    assert (await promise_of(town)).state == "open"
    await town.jump(FRIDAY)
    assert len(town.dms_of("@maria")) == 1


async def test_a_check_mark_on_the_nudge_keeps_it(town: Town) -> None:
    nudge = await nudged(town)
    await town.react("@maria", nudge["channel"], nudge["ts"], "heavy_check_mark")
    assert (await promise_of(town)).state == "kept"


# who may


async def test_nobody_else_settles_a_promise(town: Town) -> None:
    offer = await offered(town)
    await town.click("@maria", offer, act.TRACK)
    (promise_id,) = await town.ask(select(Promise.id))
    await town.ours("@tom", "promise call Ada by Friday 3pm")
    await town.ours("@tom", "mine")
    shown = town.ephemerals_of("@tom")[-1]
    message = town.slack.core.message(town.slack.core.channel("#support"), shown["ts"])
    for block in message.blocks:
        for element in block.get("elements", []):
            if str(element.get("action_id", "")).startswith(act.DONE):
                element["value"] = promise_id
    answer = await town.click("@tom", town.at("#support", shown["ts"]), act.DONE)
    assert f"Only <@{town.id_of('@maria')}> can do this: it is their promise" in words(answer)
    (state,) = await town.ask(select(Promise.state).where(Promise.id == promise_id))
    assert state == "open"


async def test_the_head_hears_only_after_the_promiser_was_told_and_had_a_working_day(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await town.click("@maria", await offered(town), act.TRACK)
    await town.jump(MONDAY)
    told = town.dms_of("@maria")[-1]
    assert f"<@{town.id_of('@tom')}> hears of it tomorrow" in words(told)
    await town.jump("2026-11-24T08:30:00-05:00")
    assert not [one for one in town.dms_of("@tom") if "may need a hand" in words(one)]
    await town.jump("2026-11-24T09:30:00-05:00")
    escalation = only([one for one in town.dms_of("@tom") if "may need a hand" in words(one)])
    assert "as head of Finance" in words(escalation)
    assert labels(escalation) == ["I'll take it", "Mute this"]
    await town.jump(datetime.fromisoformat("2026-11-25T12:00:00-05:00"))
    assert len([one for one in town.dms_of("@tom") if "may need a hand" in words(one)]) == 1


async def _escalated(town: Town) -> Json:
    """The DM to tom, head of finance, about maria's missed promise."""
    await town.ours("@tom", "join finance")
    await town.click("@maria", await offered(town), act.TRACK)
    await town.jump(MONDAY)
    await town.jump("2026-11-24T09:30:00-05:00")
    return only([one for one in town.dms_of("@tom") if "may need a hand" in words(one)])


async def test_the_head_takes_a_missed_promise_over_and_its_promiser_is_told(town: Town) -> None:
    answer = only(await town.click("@tom", await _escalated(town), act.HEAD_TAKES))
    assert "It is yours now" in words(answer)
    assert (await promise_of(town)).user_id == town.id_of("@tom")
    assert f"<@{town.id_of('@tom')}> has taken this over" in words(town.dms_of("@maria")[-1])
    (entry,) = await town.ask(select(Entry).where(Entry.act == "take_over"))
    assert (entry.by, entry.details) == (town.id_of("@tom"), {"giver": town.id_of("@maria")})
    told = len(town.dms_of("@maria"))
    await town.ours("@tom", "mine")
    await town.click("@tom", town.ephemerals_of("@tom")[-1], act.HAND_OVER)
    await town.send_form("@tom", person="@maria")
    assert len(town.dms_of("@maria")) == told + 1


async def test_the_head_leaves_alone_what_was_moved_meanwhile(town: Town) -> None:
    escalation = await _escalated(town)
    await town.click("@maria", town.dms_of("@maria")[-1], act.TOMORROW)
    answer = only(await town.click("@tom", escalation, act.HEAD_TAKES))
    assert "it is in good hands" in words(answer)
    assert (await promise_of(town)).user_id == town.id_of("@maria")


async def test_the_head_mutes_one_promise_and_hears_of_it_no_more(town: Town) -> None:
    muted = only(await town.click("@tom", await _escalated(town), act.HEAD_MUTES))
    assert f"It stays with <@{town.id_of('@maria')}>" in words(muted)
    await town.click("@maria", town.dms_of("@maria")[-1], act.TOMORROW)
    await town.jump("2026-11-27T09:00:30-05:00")
    assert "This was due" in words(town.dms_of("@maria")[-1])
    assert "hears of it" not in words(town.dms_of("@maria")[-1])
    again = only(await town.click("@tom", muted, act.HEAD_UNMUTES))
    assert "hear of this one again" in words(again)
    assert (await promise_of(town)).head_muted_id is None


async def test_the_head_hears_nothing_when_it_was_moved_in_time(town: Town) -> None:
    await town.ours("@tom", "join finance")
    await town.click("@maria", await offered(town), act.TRACK)
    await town.jump(MONDAY)
    await town.click("@maria", town.dms_of("@maria")[-1], act.TOMORROW)
    await town.jump("2026-11-24T09:30:00-05:00")
    assert not [one for one in town.dms_of("@tom") if "may need a hand" in words(one)]
    assert await town.ask(select(Slot.id).where(Slot.which == "head", Slot.state == "sent")) == []


async def test_a_promise_made_close_to_its_moment_is_nudged_half_way(town: Town) -> None:
    await town.ours("@maria", "promise call Ada in 100 minutes")
    await town.jump(town.now() + timedelta(minutes=30))
    assert town.dms_of("@maria") == []
    await town.jump(town.now() + timedelta(minutes=25))
    assert len(town.dms_of("@maria")) == 1


@pytest.mark.parametrize(("locale", "due"), [("en-US", "Monday 12 April"), ("en-GB", "Friday 4 December")])
async def test_a_date_in_digits_is_read_as_its_speaker_writes_dates(town: Town, locale: str, due: str) -> None:
    town.slack.engine.user(user="@maria", locale=locale)
    await town.settled()
    offer = await offered(town, "I'll send her the refund by 4/12")
    assert due in words(offer)


async def test_so_it_is_for_somebody_whom_the_bot_has_just_met(town: Town) -> None:
    town.slack.engine.user(user="nina", locale="en-GB", tz="Europe/London")
    town.slack.engine.join(channel="#support", user="@nina")
    ts = await town.say("@yuki", REVIEW)
    await town.say("@nina", "I'll send her the refund by 4/12", thread_ts=ts)
    assert "Friday 4 December" in words(only(town.offers_to("@nina")))
