"""Answers: who may see what was answered before, and two who begin in the same instant."""

from __future__ import annotations

from sqlalchemy import Engine

from bot.ledger import answers
from tests.support.world import ANN, BEN, CAT, PRIVATE, World


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
