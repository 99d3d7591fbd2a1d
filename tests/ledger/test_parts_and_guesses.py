"""Whoever promises has a part; and a department that was only guessed gives way to words that come later."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.facts import NOTHING_SPECIFIC, DepartmentReading, Reading, Reason
from bot.ledger import departments, hand_offs, offers, shares, sightings, tags
from tests.support.world import ANN, BEN, CAT, EVA, MONDAY, World, reading

SOON = MONDAY + timedelta(hours=6)


def states(world: World, mention_id: str) -> dict[str, str]:
    return {share.user_id: share.state for share in world.run(shares.of_mention, mention_id)}


def tagged(world: World, mention_id: str) -> dict[str, list[str]]:
    return {
        world.run(departments.get, tag.department_id).key: tag.reasons for tag in world.run(tags.of_mention, mention_id)
    }


def guess() -> Reading:
    asked = DepartmentReading("customer_service", 0.1, (Reason("fallback", NOTHING_SPECIFIC),), True)
    return replace(reading(quote="", concerned=()), departments=(asked,))


def guessed(world: World) -> tuple[str, str]:
    """A bare link by Cat; Eva is asked for customer service. Answers the mention's id, and the post's ts."""
    world.join("customer_service", EVA)
    world.join("product", BEN)
    said = world.said(by=CAT)
    return world.run(sightings.record, said, guess(), CAT).mention_id, said.ts


def unfurl(world: World, ts: str, *concerned: str) -> None:
    edited = world.said(by=CAT, ts=ts, edited_ts=world.ts())
    world.run(sightings.record, edited, reading("It crashes", concerned), CAT)


def test_tracking_a_promise_is_being_on_it(world: World) -> None:
    world.join("product", BEN)
    mention_id = world.share().mention_id
    promise_id = world.offered(SOON, by=ANN, mention_id=mention_id)
    assert states(world, mention_id) == {BEN: "asked"}
    world.run(offers.track, promise_id, ANN)
    assert states(world, mention_id) == {ANN: "claimed", BEN: "asked"}
    assert [slot.reason for slot in world.slots(mention_id)] == ["claimed"]


def test_a_promise_taken_over_brings_its_new_owner_in(world: World) -> None:
    mention_id = world.share().mention_id
    promise_id = world.promised(SOON, mention_id=mention_id)
    hand_off_id = world.run(hand_offs.offer, promise_id, ANN, BEN, "").id
    assert states(world, mention_id) == {ANN: "claimed"}
    world.run(hand_offs.answer, hand_off_id, BEN, True)
    assert states(world, mention_id) == {ANN: "claimed", BEN: "claimed"}


def test_words_that_come_later_take_the_place_of_a_guess(world: World) -> None:
    mention_id, ts = guessed(world)
    assert tagged(world, mention_id) == {"customer_service": [NOTHING_SPECIFIC]}
    unfurl(world, ts, "product")
    assert tagged(world, mention_id) == {"product": ["about product"]}
    assert states(world, mention_id) == {BEN: "asked"}
    assert {(slot.person_id, slot.state) for slot in world.slots(mention_id)} == {(EVA, "skipped"), (BEN, "waiting")}


def test_a_guess_that_proves_right_gets_its_reason(world: World) -> None:
    mention_id, ts = guessed(world)
    unfurl(world, ts, "customer_service")
    assert tagged(world, mention_id) == {"customer_service": ["about customer_service"]}
    assert states(world, mention_id) == {EVA: "asked"}


def test_a_guess_that_was_acted_on_stands(world: World) -> None:
    mention_id, ts = guessed(world)
    world.claim(mention_id, EVA)
    unfurl(world, ts, "product")
    assert set(tagged(world, mention_id)) == {"customer_service", "product"}
    assert states(world, mention_id)[EVA] == "claimed"


def test_whoever_is_asked_for_two_departments_stays_asked(world: World) -> None:
    world.join("product", EVA)
    mention_id, ts = guessed(world)
    unfurl(world, ts, "product")
    assert states(world, mention_id) == {EVA: "asked"}
