"""Good news: told to whoever earned it, asked of nobody, thanked for, and quoted where the customer allows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.errors import NotAllowed, QuoteSettled
from bot.facts import StanceReading
from bot.ledger import digests, entries, mentions, praise, sightings
from bot.ledger.visibility import Audience
from tests.ledger.test_causes import NEXT_MONDAY
from tests.support.world import ANN, BEN, CAT, DAN, DIGESTS, EVA, GUEST, OPEN, PRIVATE, World, reading


def praised(world: World, channel: str = OPEN, concerned: tuple[str, ...] = ("product",)) -> str:
    read = replace(reading("I love the new dashboard!", concerned), stance=StanceReading("advocate", 0.0, 0.0))
    return world.run(sightings.record, world.said(channel, BEN), read, BEN).mention_id


def said(world: World, purpose: str) -> list[tuple[str, str]]:
    return [(row.lane_id, str(outgoing)) for row, outgoing in world.send() if row.purpose == purpose]


def test_who_answers_for_it_reads_that_it_is_theirs_and_is_asked_nothing(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN)
    praised(world)
    ((_, words),) = said(world, "ping")
    assert "This is yours: a customer is happy" in words
    assert "Could you take a look" not in words


def test_one_gentle_nudge_and_no_head(engine: Engine) -> None:
    world = World(engine).install()
    world.join("product", DAN, CAT)
    world.join("sales", ANN)
    mention_id = praised(world, concerned=("product", "sales"))
    told = []
    for _ in range(60):
        world.later(hours=2)
        world.fire()
        told += said(world, "nudge")
    assert len(told) == 1
    assert "A word of thanks is all it takes" in told[0][1]
    assert world.remind() == 0
    assert {slot.which for slot in world.slots(mention_id)} == {"unclaimed"}


def test_praise_is_passed_on_to_who_earned_it_and_taken_back(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = praised(world)
    assert world.run(praise.credit, mention_id, BEN, EVA)
    assert not world.run(praise.credit, mention_id, BEN, EVA)
    ((to, words),) = said(world, praise.CREDIT)
    assert (to, "This is yours" in words, "Nothing is asked of you" in words) == (EVA, True, True)
    assert world.run(praise.credit, mention_id, BEN, DAN)
    assert world.run(praise.take_credit_back, mention_id, CAT, DAN)
    assert not world.run(praise.take_credit_back, mention_id, CAT, DAN)
    assert said(world, praise.CREDIT) == []
    with pytest.raises(NotAllowed):
        world.run(praise.credit, mention_id, BEN, GUEST)
    with pytest.raises(NotAllowed):
        world.run(praise.credit, praised(world, PRIVATE), BEN, CAT)
    acts = [one.act for one in world.run(entries.history, mention_id) if "credit" in one.act]
    assert acts == ["credit", "credit", "take_credit_back"]


def test_whoever_leads_asks_the_customer_and_each_answer_has_its_reverse(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = praised(world)
    world.claim(mention_id, ANN)
    assert world.run(praise.ask_to_quote, mention_id, CAT) == ANN
    with pytest.raises(QuoteSettled):
        world.run(praise.ask_to_quote, mention_id, EVA)
    assert [to for to, _ in said(world, praise.QUOTE)] == [ANN]
    with pytest.raises(NotAllowed):
        world.run(praise.answer_quote, mention_id, EVA, True)
    assert world.run(praise.answer_quote, mention_id, ANN, True)
    assert not world.run(praise.answer_quote, mention_id, ANN, True)
    ((to, words),) = said(world, praise.QUOTED)
    assert (to, "You may quote this" in words) == (CAT, True)
    assert world.run(praise.answer_quote, mention_id, ANN, False)
    assert world.mention(mention_id).quote_state == "refused"
    assert world.run(praise.answer_quote, mention_id, ANN, True)
    assert not world.run(praise.take_quote_back, mention_id, CAT)


def test_where_nobody_leads_the_sharer_is_asked_and_it_is_taken_back(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = praised(world)
    assert world.run(praise.ask_to_quote, mention_id, CAT) == BEN
    assert world.run(praise.take_quote_back, mention_id, CAT)
    assert said(world, praise.QUOTE) == []
    assert world.run(praise.ask_to_quote, mention_id, CAT) == BEN


def test_it_counts_as_good_news(engine: Engine) -> None:
    world = World(engine).install()
    one = praised(world)
    world.claim(one, ANN)
    world.run(praise.ask_to_quote, one, CAT)
    world.run(praise.answer_quote, one, ANN, True)
    world.run(mentions.mark_answered, one, ANN)
    week = world.run(lambda s: digests.view(s, Audience(channel_id=DIGESTS), NEXT_MONDAY))
    assert week.groups is not None
    found = {name: len(week.groups.get(name, ())) for name in ("advocate", "thanked", "quotable", "waiting")}
    assert found == {"advocate": 1, "thanked": 1, "quotable": 1, "waiting": 0}
