"""Answers: who may see what was answered before, and two who begin in the same instant."""

from __future__ import annotations

from sqlalchemy import Engine

from bot.ledger import answers, customers, mentions, views
from tests.support.world import ANN, BEN, CAT, OPEN, PRIVATE, SECOND, World


def answered(world: World, mention_id: str, by: str, words: str) -> None:
    world.claim(mention_id, by)
    world.run(answers.begin, mention_id, by)
    assert world.run(answers.write, mention_id, by, words, True)


def test_an_answer_in_a_private_channel_is_shown_to_its_members_alone(engine: Engine) -> None:
    world = World(engine).install()
    secret = world.share(PRIVATE, quote="a secret").mention_id
    answered(world, secret, BEN, "we keep it")
    wanted = world.share(quote="another").mention_id
    world.claim(wanted, BEN)
    assert [one.words for one in world.run(answers.lately, wanted, BEN)] == ["we keep it"]
    assert world.run(answers.lately, wanted, CAT) == []


def test_what_was_dismissed_or_not_sent_is_no_example(engine: Engine) -> None:
    world = World(engine).install()
    draft = world.share(quote="one").mention_id
    world.claim(draft, ANN)
    world.run(answers.write, draft, ANN, "not sent", False)
    assert world.run(answers.lately, world.share(quote="two").mention_id, ANN) == []


def test_two_who_begin_in_the_same_instant_hear_of_each_other_once(engine: Engine) -> None:
    world = World(engine).install()
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    world.claim(mention_id, BEN)
    world.at_once(lambda: world.run(answers.begin, mention_id, ANN), lambda: world.run(answers.begin, mention_id, BEN))
    told = world.rows(answers.BOTH)
    assert len(told) == 1
    assert {(row.lane_id, row.details["user"]) for row in told} <= {(ANN, BEN), (BEN, ANN)}


def two_of_acme(world: World, second: str = OPEN) -> tuple[str, str]:
    """Two mentions of one customer: Ann is on the first, Ben on the other."""
    world.run(customers.add, "Acme", "acme", ANN)
    first, other = (world.share(channel, customer="Acme", quote=channel).mention_id for channel in (SECOND, second))
    world.claim(first, ANN)
    world.claim(other, BEN)
    return first, other


def test_who_begins_to_answer_the_same_customer_about_something_else_is_told_and_so_is_the_other(world: World) -> None:
    first, other = two_of_acme(world)
    world.run(answers.begin, first, ANN)
    assert world.rows(answers.BOTH) == []
    world.run(answers.begin, other, BEN)
    world.run(answers.begin, other, BEN)
    ((row, said),) = [(row, said) for row, said in world.send() if row.purpose == answers.BOTH]
    assert row.lane_id == ANN
    assert f"<@{BEN}> has begun to write to the same customer." in str(said.arguments)
    view = world.run(lambda scope: views.answer(scope, mentions.get(scope, other), BEN, None))
    assert [user_id for user_id, _ in view.elsewhere] == [ANN]


def test_nobody_hears_of_an_answer_in_a_channel_that_they_could_not_open(world: World) -> None:
    world.run(customers.add, "Acme", "acme", ANN)
    secret, open_ = world.share(PRIVATE, customer="Acme").mention_id, world.share(SECOND, customer="Acme").mention_id
    world.claim(secret, BEN)
    world.claim(open_, CAT)
    world.run(answers.begin, secret, BEN)
    world.run(answers.begin, open_, CAT)
    assert world.rows(answers.BOTH) == []
    assert world.run(lambda scope: answers.elsewhere(scope, mentions.get(scope, open_), CAT)) == []


def test_of_two_who_begin_at_once_about_two_things_one_hears_of_the_other(postgresql_world: World) -> None:
    world = postgresql_world
    first, other = two_of_acme(world)
    world.at_once(lambda: world.run(answers.begin, first, ANN), lambda: world.run(answers.begin, other, BEN))
    assert len(world.rows(answers.BOTH)) == 1
