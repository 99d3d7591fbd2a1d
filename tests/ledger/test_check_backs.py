"""Check back in some days: once, in working time, to whoever asked or leads; not when the customer spoke again."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from bot.facts import PersonFacts
from bot.ledger import check_backs, entries, mentions, people
from tests.support.world import ANN, BEN, CAT, World


def answered(world: World, *owners: str) -> str:
    mention_id = world.share(by=BEN).mention_id
    for user_id in owners or (ANN,):
        world.claim(mention_id, user_id)
    world.run(mentions.mark_answered, mention_id, (owners or (ANN,))[0])
    world.send()
    return mention_id


def asked(world: World, **passed: float) -> list[tuple[str, str]]:
    world.later(**passed)
    world.fire()
    return [(row.lane_id, str(outgoing)) for row, outgoing in world.send() if row.purpose == "nudge"]


def test_it_is_asked_once_in_working_time(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = answered(world)
    at = world.run(check_backs.ask, mention_id, ANN, 14)
    assert world.run(people.hours_of, ANN).is_working(at)
    assert asked(world, days=13) == []
    ((to, words),) = asked(world, days=1)
    assert (to, "Did it last?" in words, "since you asked to check back" in words) == (ANN, True, True)
    assert asked(world, days=30) == []


def test_another_day_takes_its_place_and_it_is_taken_back(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = answered(world)
    world.run(check_backs.ask, mention_id, ANN, 7)
    world.run(check_backs.ask, mention_id, CAT, 14)
    assert asked(world, days=8) == []
    assert [to for to, _ in asked(world, days=7)] == [CAT]
    other = answered(world, CAT)
    world.run(check_backs.ask, other, CAT, 7)
    assert world.run(check_backs.take_back, other, BEN)
    assert not world.run(check_backs.take_back, other, BEN)
    assert asked(world, days=9) == []


def test_the_customers_next_words_end_it(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = answered(world)
    world.run(check_backs.ask, mention_id, ANN, 7)
    world.run(mentions.customer_spoke, mention_id)
    assert world.mention(mention_id).answered_at is None
    world.run(mentions.mark_answered, mention_id, ANN)
    assert asked(world, days=9) == []


def test_who_takes_back_that_it_is_no_mention_gets_its_check_back_back(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = answered(world)
    world.run(check_backs.ask, mention_id, ANN, 14)
    world.run(mentions.dismiss, mention_id, BEN)
    world.run(mentions.undo_dismiss, mention_id, BEN)
    assert asked(world, days=13) == []
    assert [to for to, _ in asked(world, days=1)] == [ANN]
    world.run(mentions.dismiss, mention_id, BEN)
    world.run(mentions.undo_dismiss, mention_id, BEN)
    assert asked(world, days=30) == []


def test_of_what_is_no_mention_nobody_asks_whether_it_lasted(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = answered(world)
    world.run(check_backs.ask, mention_id, ANN, 7)
    world.run(mentions.dismiss, mention_id, BEN)
    assert asked(world, days=9) == []


def test_of_what_is_still_open_nobody_asks_whether_it_lasted(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = world.share(by=BEN).mention_id
    world.claim(mention_id, ANN)
    world.run(check_backs.ask, mention_id, ANN, 7)
    assert asked(world, days=9) == []


def test_the_card_of_what_is_still_open_then_says_no_more_that_somebody_will_ask(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = world.share(by=BEN).mention_id
    world.claim(mention_id, ANN)
    world.run(check_backs.ask, mention_id, ANN, 7)
    world.send()
    world.later(days=7)
    world.fire()
    assert [row.subject_id for row in world.rows("card")] == [mention_id]


def test_whoever_leads_is_asked_where_the_asker_is_gone(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = answered(world, ANN, CAT)
    world.run(check_backs.ask, mention_id, BEN, 7)
    world.run(people.remember, [PersonFacts(BEN, "Ben", is_deleted=True)])
    asked(world, days=7, hours=1)
    ((to, words),) = asked(world, hours=4)
    assert (to, "since you lead this mention" in words) == (ANN, True)


def test_all_is_well_not_yet_and_a_word(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = answered(world)
    world.run(check_backs.ask, mention_id, ANN, 7)
    asked(world, days=7, hours=1)
    world.run(check_backs.all_is_well, mention_id, ANN)
    assert world.mention(mention_id).check_back_at is None
    assert "all_is_well" in [one.act for one in world.run(entries.history, mention_id)]
    assert world.run(mentions.undo_answered, mention_id, ANN)
    promise = world.run(check_backs.promise_a_word, mention_id, ANN, "Write to her")
    assert promise.due_at is not None
    assert timedelta(hours=8) < promise.due_at - world.now < timedelta(days=4)
