"""Check back in a week: did it last?"""

from __future__ import annotations

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import REVIEW, labels, only, words
from tests.flow.test_causes import choose


async def _answered(town: Town) -> str:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    return ts


async def test_asked_from_the_menu_and_opened_again_with_the_same_people(town: Town) -> None:
    ts = await _answered(town)
    told = await choose(town, "@tom", town.card_of(ts), act.MORE_CHECK, check_back="7")
    assert "I ask you on Tuesday 24 November" in words(told)
    assert f"Did the answer last? I'll ask <@{town.id_of('@tom')}>: " in words(town.card_of(ts))
    await town.jump("2026-11-24T09:30:00-05:00")
    nudge = town.dms_of("@tom")[-1]
    assert "Did it last?* A word to the customer now shows that we care." in words(nudge)
    assert labels(nudge) == ["All is well", "Not yet", "I'll write to them"]
    assert "open again, with the same people" in words(only(await town.click("@tom", nudge, act.CHECK_NOT)))
    card = words(town.card_of(ts))
    assert f"<@{town.id_of('@tom')}> — lead" in card
    assert "Did the answer last?" not in card


async def test_what_is_open_still_is_not_asked_about_as_was_said(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    told = await choose(town, "@tom", town.card_of(ts), act.MORE_CHECK, check_back="7")
    assert "if it is answered by then" in words(told)
    await town.jump("2026-11-24T09:30:00-05:00")
    await town.click("@amara", town.card_of(ts), act.CLAIM)
    assert not any("Did it last" in words(one) for one in town.dms_of("@tom"))
    assert "Did the answer last?" not in words(town.card_of(ts)), "its day is over"


async def test_with_the_answer_and_taken_back(town: Town) -> None:
    ts = await town.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@tom", town.card_of(ts), act.WRITE)
    await town.send_form("@tom", answer="Dear Ada", sent=["on"], check_back="14")
    await town.close_form("@tom")
    assert "Did the answer last?" in words(town.card_of(ts))
    told = await choose(town, "@amara", town.card_of(ts), act.MORE_CHECK, no_check_back=["on"])
    assert "I don't ask" in words(told)
    await town.jump("2026-12-02T10:00:00-05:00")
    assert not any("Did it last" in words(one) for one in town.dms_of("@tom"))


async def test_a_word_is_promised_or_all_is_well(town: Town) -> None:
    one = await _answered(town)
    await choose(town, "@tom", town.card_of(one), act.MORE_CHECK, check_back="7")
    other = await town.say("@maria", REVIEW.replace("abc123", "abc124").replace("charged", "billed"))
    await town.click("@amara", town.card_of(other), act.CLAIM)
    await town.click("@amara", town.card_of(other), act.ANSWERED)
    await choose(town, "@amara", town.card_of(other), act.MORE_CHECK, check_back="7")
    await town.jump("2026-11-24T09:30:00-05:00")
    told = only(await town.click("@tom", town.dms_of("@tom")[-1], act.CHECK_WRITE))
    assert "Tracked, due Wednesday 25 November" in words(told)
    assert "Write to the customer: did it last?" in words(town.card_of(one))
    told = only(await town.click("@amara", town.dms_of("@amara")[-1], act.CHECK_WELL))
    assert "I ask no more about this one" in words(told)
