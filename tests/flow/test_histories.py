"""*History*: the whole life of a promise in one view, for whoever may see the promise."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from bot.messages import actions as act
from bot.models import Promise
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, Json, find_button, has_button, only, words

WORDS = "I'll get back to her by Friday EOD"


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


async def mine_of(town: Town, user: str) -> Json:
    await town.ours(user, "mine")
    return town.ephemerals_of(user)[-1]


async def lived(town: Town) -> str:
    """Maria's promise: tracked, said to be at risk, moved with a reason, kept, opened again."""
    ts = await town.say("@yuki", REVIEW)
    await town.say("@maria", WORDS, thread_ts=ts)
    await town.click("@maria", only(town.offers_to("@maria")), act.TRACK)
    await town.click("@maria", await mine_of(town, "@maria"), act.AT_RISK)
    await town.send_form("@maria", reason="finance is out")
    await town.click("@maria", await mine_of(town, "@maria"), act.MOVE)
    await town.send_form("@maria", moment=moment("2026-11-24T12:00:00-05:00"), reason="she agreed to Tuesday")
    await town.click("@maria", await mine_of(town, "@maria"), act.DONE)
    await town.click("@maria", await mine_of(town, "@maria"), act.REOPEN)
    return ts


async def test_the_promiser_reads_all_of_it_from_mine(town: Town) -> None:
    await lived(town)
    await town.jump("2026-11-24T10:00:30-05:00")
    await town.click("@maria", await mine_of(town, "@maria"), act.HISTORY)
    shown = words(town.form_of("@maria"))
    told = (
        "I offered to keep it",
        "had it tracked, due",
        "said that it may be late: “finance is out”",
        "moved it from",
        "she agreed to Tuesday",
        "kept it",
        "opened it again",
        "I reminded you before it is due",
    )
    places = [shown.index(each) for each in told]
    assert places == sorted(places), "oldest first"


async def test_who_reads_the_card_reads_what_is_for_them(town: Town) -> None:
    ts = await lived(town)
    await town.jump("2026-11-24T10:00:30-05:00")
    await town.click("@tom", town.card_of(ts), act.HISTORY)
    shown = words(town.form_of("@tom"))
    assert f"<@{town.id_of('@maria')}> moved it from" in shown
    assert "offered to keep it" not in shown, "what was offered is its speaker's"
    assert "reminded you" not in shown


async def test_a_request_is_told_to_the_two_and_its_answer_to_all(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.ASK_PROMISE)
    await town.send_form("@tom", person="@maria", words="call", moment=moment("2026-11-19T12:00:00-05:00"))
    request = only(town.dms_of("@maria"))
    await town.click("@maria", request, act.REQUEST_COUNTER)
    await town.send_form("@maria", moment=moment("2026-11-20T12:00:00-05:00"))
    await town.click("@tom", town.dms_of("@tom")[-1], act.REQUEST_FINE)
    for user, is_party in (("@tom", True), ("@maria", True), ("@yuki", False)):
        await town.click(user, town.card_of(ts), act.HISTORY)
        shown = words(town.form_of(user))
        assert f"<@{town.id_of('@tom')}> asked <@{town.id_of('@maria')}> for it" in shown
        assert f"<@{town.id_of('@tom')}> agreed to that moment" in shown
        assert ("proposed another moment" in shown) == is_party


async def test_a_long_life_has_pages(town: Town) -> None:
    await lived(town)
    for _ in range(12):
        await town.click("@maria", await mine_of(town, "@maria"), act.DONE)
        await town.click("@maria", await mine_of(town, "@maria"), act.REOPEN)
    await town.click("@maria", await mine_of(town, "@maria"), act.HISTORY)
    first = town.form_of("@maria")
    assert "Page 1 of 2" in words(first)
    button = find_button(first, act.HISTORY_PAGE, "Later")
    done = await town.slack.engine.click(
        user="@maria", view_id=first["id"], action_id=button["action_id"], block_id=button["block_id"]
    )
    assert done["ok"], done
    await town.settled()
    second = town.form_of("@maria")
    assert "Page 2 of 2" in words(second)
    assert "I offered to keep it" not in words(second)
    assert WORDS in words(second), "each page says what it is about"
    assert has_button(second, act.HISTORY_PAGE)


async def test_nobody_reads_the_life_of_what_they_could_not_open(town: Town) -> None:
    await town.ours("@maria", "promise call Ada by Friday")
    (promise_id,) = await town.ask(select(Promise.id))
    ts = await town.say("@yuki", REVIEW)
    card = town.card_of(ts)
    message = town.slack.core.message(town.slack.core.channel("#support"), card["ts"])
    for block in message.blocks:
        if block.get("accessory", {}).get("type") == "button":
            block["accessory"] |= {"action_id": act.HISTORY, "value": f"promise|{promise_id}"}
    whisper = only(await town.click("@tom", town.card_of(ts), act.HISTORY))
    assert "I can't find that promise any more" in words(whisper)
    with pytest.raises(AssertionError, match="no form is open"):
        town.form_of("@tom")
