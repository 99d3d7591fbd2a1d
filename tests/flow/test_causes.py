"""The loop is closed: mentions wait for a bug, somebody says that it is fixed, and each customer gets their word."""

from __future__ import annotations

from typing import Any

import pytest

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import BUG, REVIEW, Json, find_button, has_button, labels, only, words
from tests.flow.test_requests import THURSDAY, moment


async def choose(town: Town, user: str, message: Json, what: str, **values: Any) -> Json:
    """Open the card's menu, choose a form there, fill it in and send it."""
    menu = find_button(message, act.MORE)
    option = next(one["value"] for one in menu["options"] if one["value"].startswith(what))
    done = await town.slack.engine.click(
        user=user,
        channel=message["channel"],
        ts=message["ts"],
        action_id=menu["action_id"],
        block_id=menu["block_id"],
        value=option,
    )
    assert done["ok"], done
    await town.settled()
    answer = await town.send_form(user, **values)
    await town.close_form(user)
    return answer


async def _two_that_wait(town: Town) -> tuple[str, str]:
    one, other = await town.say("@yuki", REVIEW), await town.say("@maria", BUG)
    await town.click("@tom", town.card_of(one), act.CLAIM)
    await town.click("@amara", town.card_of(other), act.CLAIM)
    told = await choose(town, "@tom", town.card_of(one), act.MORE_WAITS, cause="OPS-12")
    assert "nobody is reminded to take it up" in words(told)
    await choose(town, "@amara", town.card_of(other), act.MORE_WAITS, cause="https://tracker.example/browse/OPS-12")
    return one, other


async def test_all_who_owe_a_word_hear_once_and_promise_it(town: Town) -> None:
    one, other = await _two_that_wait(town)
    assert f"Waits for OPS-12*, says <@{town.id_of('@tom')}>" in words(town.card_of(one))
    assert "<https://tracker.example/browse/OPS-12|OPS-12>" in words(town.card_of(other))
    done = only(await town.click("@maria", town.card_of(one), act.FIX))
    assert "OPS-12 is fixed.* 2 mentions waited for it." in words(done)
    for user in ("@tom", "@amara"):
        nudge = only(town.dms_of(user))
        assert "was waiting for it: a word to them closes the loop" in words(nudge)
        assert labels(nudge) == ["I'll tell them", "They know", "Not fixed after all"]
    promised = only(await town.click("@tom", town.dms_of("@tom")[-1], act.FIX_PROMISE))
    assert "Tracked, due Wednesday 18 November, 17:00." in words(promised)
    assert "Tell the customer that OPS-12 is fixed" in words(town.card_of(one))
    assert "nobody else is asked to" in words(only(await town.click("@amara", town.dms_of("@amara")[-1], act.FIX_TOLD)))
    assert "The customer knows." in words(town.card_of(other))


async def test_a_post_of_an_integration_is_offered_and_not_believed(town: Town) -> None:
    one, _ = await _two_that_wait(town)
    attached = [{"title": "OPS-12: export is broken", "text": "Status: Resolved", "fallback": "OPS-12 resolved"}]
    town.slack.engine.user(user="tracker", is_bot=True, real_name="Tracker")
    await town.say("@tracker", "An issue was updated", attachments=attached, subtype="bot_message")
    question = only(town.dms_of("@tom"))
    assert "Is OPS-12 fixed?*" in words(question)
    assert "I believe no post by itself" in words(question)
    assert "Waits for OPS-12" in words(town.card_of(one))
    done = (await town.click("@tom", question, act.FIX_YES))[0]
    assert "OPS-12 is fixed.* 2 mentions waited for it." in words(done)
    assert "OPS-12 is fixed*" in words(town.card_of(one))
    assert has_button(town.card_of(one), act.UNFIX)


async def test_fixed_by_command_and_not_fixed_after_all(town: Town) -> None:
    one, _ = await _two_that_wait(town)
    assert "OPS-12* — 2 mentions wait" in words(await town.ours("@maria", "fixed"))
    assert "Nothing that you can open waits for “bug 99”" in words(await town.ours("@maria", "fixed bug 99"))
    assert "OPS-12 is fixed" in words(await town.ours("@maria", "fixed ops-12"))
    assert "does the customer know? *answered* says so." in words(town.card_of(one)).lower()
    nudge = only(town.dms_of("@tom"))
    assert "is not fixed; it waits again" in words(only(await town.click("@tom", nudge, act.UNFIX)))
    assert "Waits for OPS-12" in words(town.card_of(one))
    told = await choose(town, "@tom", town.card_of(one), act.MORE_WAITS, no_wait=["on"])
    assert "It waits for nothing any more." in words(told)
    assert "Waits for" not in words(town.card_of(one)).replace("Waits for…", "")


async def test_a_promise_that_is_bound_to_a_bug_joins_it(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@tom", "Once bug 4711 is fixed I'll get back to her, by Friday 27 November", thread_ts=ts)
    await town.click("@tom", town.offers_to("@tom")[-1], act.TRACK)
    assert "Waits for #4711" in words(town.card_of(ts))
    await town.ours("@maria", "fixed bug 4711")
    assert "#4711 is fixed" in words(town.dms_of("@tom")[-1])


async def test_a_promise_that_is_bound_to_something_without_a_name_may_name_it(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@tom", "Once the fix is out I'll ping them.", thread_ts=ts)
    await town.click("@tom", only(town.offers_to("@tom")), act.TRACK)
    form = town.form_of("@tom")
    assert "You wrote “Once the fix is out”." in str(form["blocks"])
    answer = await town.send_form("@tom", cause="…", moment=moment(THURSDAY))
    assert "cause" in answer["errors"]
    told = words(await town.send_form("@tom", cause="bug  4711", moment=moment(THURSDAY)))
    assert "Once somebody says that what it waits for is fixed, whoever is on it hears." in told
    assert f"Waits for bug 4711*, says <@{town.id_of('@tom')}>" in words(town.card_of(ts))
    await town.ours("@yuki", "fixed bug 4711")
    assert any("closes the loop" in words(one) for one in town.dms_of("@tom"))


async def test_whoever_names_nothing_has_their_promise_tracked_as_ever(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@tom", "Once the fix is out I'll ping them.", thread_ts=ts)
    await town.click("@tom", only(town.offers_to("@tom")), act.TRACK)
    told = words(await town.send_form("@tom", cause="", moment=moment(THURSDAY)))
    assert "Tracked: due" in told
    assert "waits" not in told
    assert "Waits for " not in words(town.card_of(ts)), "only the menu offers it"


@pytest.mark.parametrize("promise", ["Once OPS-12 is out I'll ping them.", "I'll get back to them."])
async def test_where_nothing_is_without_a_name_nothing_is_asked(town: Town, promise: str) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.say("@tom", promise, thread_ts=ts)
    await town.click("@tom", only(town.offers_to("@tom")), act.TRACK)
    assert "cause" not in [block["block_id"] for block in town.form_of("@tom")["blocks"]]
