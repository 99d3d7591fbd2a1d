"""Duty: a week each in turn, in the workspace's weeks; round the earth whoever works just now goes first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from bot.facts import PersonFacts
from bot.ledger import departments, duty, mentions, people
from bot.ledger.departments import Arrangement
from tests.support.world import ANN, BEN, CAT, World


def rota(world: World, *user_ids: str) -> str:
    product = world.department("product")
    world.run(departments.arrange, product, Arrangement(None, user_ids, None, None), ANN)
    return product


def first(world: World, department_id: str) -> str | None:
    return next(iter(world.run(lambda s: duty.on_now(s, departments.get(s, department_id)))), None)


def test_each_has_a_week_and_the_turn_goes_round(engine: Engine) -> None:
    world = World(engine).install()
    product = rota(world, ANN, BEN, CAT)
    weeks = []
    for _ in range(6):
        weeks.append(first(world, product))
        world.later(hours=7 * 24)
    assert weeks[:3] == weeks[3:]
    assert set(weeks) == {ANN, BEN, CAT}


def test_within_a_week_it_stays_the_same_person(engine: Engine) -> None:
    world = World(engine).install()
    product = rota(world, ANN, BEN)
    seen = set()
    for _ in range(5):  # Monday to Friday
        seen.add(first(world, product))
        world.later(hours=24)
    assert len(seen) == 1


def test_who_works_just_now_stands_in_for_whose_week_it_is(engine: Engine) -> None:
    world = World(engine).install()
    zones = {ANN: "Europe/London", BEN: "America/Los_Angeles", CAT: "Australia/Sydney"}
    world.run(people.remember, [PersonFacts(who, who, zone=zone) for who, zone in zones.items()])
    product = rota(world, ANN, BEN, CAT)
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    asked = {}
    for hour in (1, 10, 20):  # noon in Sydney, morning in London, noon in Los Angeles
        world.now = monday + timedelta(hours=hour)
        asked[hour] = first(world, product)
    assert asked == {1: CAT, 10: ANN, 20: BEN}


def test_who_is_on_duty_is_asked_and_who_left_is_not(engine: Engine) -> None:
    world = World(engine).install()
    product = rota(world, ANN, BEN)
    whose = first(world, product)
    assert whose is not None
    other = BEN if whose == ANN else ANN
    world.run(people.remember, [PersonFacts(whose, whose, is_deleted=True)])
    mention_id = world.share().mention_id
    world.run(mentions.bring_in, mention_id, product, CAT)
    assert first(world, product) == other
    world.run(departments.leave, product, other, other)
    assert first(world, product) is None
