"""A head is on leave: what they would hear goes to whoever is there in their place, with the reason."""

from __future__ import annotations

import json
from datetime import timedelta

from bot.ledger import departments, escalations
from bot.ledger.departments import Arrangement
from bot.ledger.head_absences import AWAY
from bot.outbox import OutboxRow
from tests.ledger.test_leaves import NEXT_WEEK, status
from tests.support.world import ANN, BEN, CAT, DAN, World


def product(world: World, *rota: str) -> str:
    """Ben heads product, ann is in it; on duty for it are these."""
    department_id = world.join("product", BEN, ANN)
    if rota:
        world.run(departments.arrange, department_id, Arrangement(BEN, tuple(rota), None, None), BEN)
    return department_id


def overdue(world: World) -> str:
    mention_id = world.share().mention_id
    return world.promised(world.now + timedelta(hours=2), mention_id=mention_id)


def heard(world: World, hours: int = 80) -> list[tuple[str, str, str]]:
    """What heads, and those in their place, were told: who, which, and the words."""
    found = []
    for _ in range(hours):
        world.later(hours=1)
        world.fire()
        which = {slot.id: slot.which for slot in world.slots()}
        for row, outgoing in world.send():
            found += [
                (row.lane_id, which[one], json.dumps(outgoing.arguments))
                for one in slots_of(row)
                if which[one] in {"head", "unclaimed_head"}
            ]
    return found


def slots_of(row: OutboxRow) -> list[str]:
    return [row.slot_id] if row.slot_id else list(row.details.get("slots", []))


def test_who_is_on_duty_hears_in_place_of_the_head_and_why(world: World) -> None:
    product(world, CAT)
    status(world, BEN, world.now + NEXT_WEEK)
    promise_id = overdue(world)
    ((who, which, said),) = heard(world)
    assert (who, which) == (CAT, "head")
    assert f"in place of <@{BEN}>, the head of Product, who is on leave" in said
    assert world.run(escalations.take_over, promise_id, CAT).to_id == CAT


def test_without_duty_another_departments_head_hears(world: World) -> None:
    product(world)
    world.join("finance", DAN)
    status(world, BEN, world.now + NEXT_WEEK)
    mention_id = world.share(concerned=("product", "finance")).mention_id
    world.promised(world.now + timedelta(hours=2), mention_id=mention_id)
    assert [(who, which) for who, which, _ in heard(world)] == [(DAN, "head")]


def test_who_leaves_after_it_was_planned_passes_it_on_at_once(world: World) -> None:
    product(world, CAT)
    overdue(world)
    while not any(slot.which == "head" for slot in world.slots()):
        world.later(hours=1)
        world.told()
    status(world, BEN, world.now + NEXT_WEEK)
    of_head = {(slot.person_id, slot.state, slot.reason) for slot in world.slots() if slot.which == "head"}
    assert of_head == {(BEN, "skipped", AWAY), (CAT, "waiting", None)}
    assert [who for who, _, _ in heard(world)] == [CAT]


def test_where_nobody_else_is_there_it_waits_for_the_head(world: World) -> None:
    product(world)
    status(world, BEN, world.now + timedelta(days=4))
    overdue(world)
    assert heard(world, 60) == []
    status(world, BEN, is_away=False)
    assert [(who, which) for who, which, _ in heard(world)] == [(BEN, "head")]


def test_a_mention_that_nobody_takes_goes_to_whoever_is_there(world: World) -> None:
    department_id = product(world, CAT)
    mention_id = world.share().mention_id
    status(world, BEN, world.now + NEXT_WEEK)
    world.run(departments.arrange, department_id, Arrangement(BEN, (CAT, DAN), None, None), BEN)
    told = heard(world)
    assert [(who, which) for who, which, _ in told] == [(DAN, "unclaimed_head")], "cat was asked by herself"
    assert f"in place of <@{BEN}>" in told[0][2]
    assert "since nobody is on it yet" in told[0][2]
    assert world.claim(mention_id, DAN)
