"""Praise, as people meet it: thanked for, passed on to who earned it, and quoted where the customer allows."""

from __future__ import annotations

from bot.messages import actions as act
from tests.flow.harness import Town
from tests.flow.seen import labels, only, words

PRAISE = "https://www.trustpilot.com/reviews/joy1 “I love the new mobile app, thank you so much! Best update ever.”"


async def test_it_is_thanked_for_and_told_to_who_earned_it(town: Town) -> None:
    await town.ours("@tom", "join product")
    ts = await town.say("@yuki", PRAISE)
    card = town.card_of(ts)
    assert labels(card)[1:3] == ["I'll thank them", "This is theirs…"] or "I'll thank them" in labels(card)
    pings = [one for one in town.from_bot("#support", ts) if "This is yours: a customer is happy" in words(one)]
    assert "Nothing is asked of you" in words(only(pings))
    await town.click("@maria", card, act.CREDIT)
    done = await town.send_form("@maria", person=town.id_of("@amara"))
    await town.close_form("@maria")
    assert "They read that it is theirs" in words(done)
    told = only(town.dms_of("@amara"))
    assert "This is yours*, says" in words(told)
    assert labels(told) == []
    assert f"This praise is <@{town.id_of('@amara')}>'s." in words(town.card_of(ts))
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    await town.click("@tom", town.card_of(ts), act.ANSWERED)
    assert "Not thanked yet" in labels(town.card_of(ts))


async def test_who_would_like_to_quote_and_leads_asks_for_themselves(town: Town) -> None:
    ts = await town.say("@yuki", PRAISE)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    asked = words((await town.click("@tom", town.card_of(ts), act.QUOTE))[0])
    assert "you ask the customer" in asked
    assert "*You would like to quote this.*" in words(only(town.dms_of("@tom")))
    assert f"<@{town.id_of('@tom')}> would like to quote this, and asks the customer." in words(town.card_of(ts))


async def test_who_leads_asks_whether_it_may_be_quoted(town: Town) -> None:
    ts = await town.say("@yuki", PRAISE)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    asked = only(await town.click("@maria", town.card_of(ts), act.QUOTE))
    assert f"I ask <@{town.id_of('@tom')}> to ask the customer" in words(asked)
    question = only(town.dms_of("@tom"))
    assert labels(question) == ["They allow it", "They'd rather not"]
    assert "it may be quoted" in words(only(await town.click("@tom", question, act.QUOTE_YES)))
    assert "*You may quote this*: the customer allows it" in words(only(town.dms_of("@maria")))
    assert "May be quoted" in words(town.card_of(ts))
    assert "it is not quoted" in words(only(await town.click("@tom", town.card_of(ts), act.QUOTE_NO)))
    assert "Not to be quoted" in words(town.card_of(ts))
