"""What a head may do about a promise that was missed, and that nobody else may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import PromiseGone, PromiseSettled
from bot.ledger import escalations, hand_offs, people, promises
from tests.support.world import ANN, BEN, CAT, PRIVATE, World


@pytest.fixture
def heard(world: World) -> str:
    """A promise of ann's, of which ben heard as head of product."""
    world.join("product", BEN)
    mention_id = world.share(PRIVATE).mention_id
    promise_id = world.promised(world.now + timedelta(hours=2), channel=PRIVATE, mention_id=mention_id)
    told: list[tuple[str, str]] = []
    for _ in range(80):
        world.later(hours=1)
        told += world.told()
    assert (BEN, "head") in told
    return promise_id


def test_the_head_who_was_told_takes_it_over(world: World, heard: str) -> None:
    asked = world.run(hand_offs.offer, heard, ANN, BEN)
    taken = world.run(escalations.take_over, heard, BEN)
    assert (taken.from_id, taken.to_id, taken.state) == (ANN, BEN, "accepted")
    assert world.promise(heard).user_id == BEN
    with pytest.raises(PromiseSettled):
        world.run(hand_offs.answer, asked.id, BEN, True)
    with pytest.raises(PromiseSettled, match="already yours"):
        world.run(escalations.take_over, heard, BEN)


def test_nobody_else_takes_it_over_or_learns_that_it_is_there(world: World, heard: str) -> None:
    for act in (escalations.take_over, escalations.mute, escalations.unmute):
        for somebody in (CAT, ANN):
            with pytest.raises(PromiseGone):
                world.run(act, heard, somebody)
        with pytest.raises(PromiseGone):
            world.run(act, "no such promise", BEN)


def test_a_head_who_left_the_private_channel_takes_nothing_from_it(world: World, heard: str) -> None:
    world.run(people.drop_member, PRIVATE, BEN)
    with pytest.raises(PromiseGone):
        world.run(escalations.take_over, heard, BEN)


def test_what_was_kept_meanwhile_is_taken_over_by_nobody(world: World, heard: str) -> None:
    world.run(promises.keep, heard, ANN)
    with pytest.raises(PromiseSettled, match="already kept"):
        world.run(escalations.take_over, heard, BEN)
