"""Whoever can't or won't take it, whatever is taken back: somebody hears in time, once, and the right one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot import outbox
from bot.database import Scope
from bot.facts import PersonFacts
from bot.ledger import hand_offs, mentions, nudging, offers, people, promises, shares, speech, tags
from bot.models import Department
from bot.outbox import OutboxRow
from tests.support.world import ANN, BEN, CAT, DAN, EVA, OPEN, World


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def on_duty(world: World, key: str, head: str, duty: str) -> None:
    department_id = world.join(key, head, duty)
    world.run(lambda scope: setattr(scope.session.get_one(Department, ("T1", department_id)), "rota", [duty]))


def told_until(world: World, days: int = 4) -> list[tuple[str, str]]:
    """Every two hours a tick; to whom which nudge went."""
    heard: list[tuple[str, str]] = []
    for _ in range(days * 12):
        world.later(hours=2)
        heard += world.told()
    return heard


def missed(world: World, *, head: str = DAN) -> str:
    """Ann's promise, of which she was told that it was missed."""
    world.join("product", head)
    mention_id = world.share().mention_id
    promise_id = world.promised(at(24, 20), mention_id=mention_id)
    world.now = at(24, 18)
    world.told()
    world.now = at(24, 21)
    assert world.told() == [(ANN, "missed")]
    return promise_id


# Mentions that nobody claimed


@pytest.mark.parametrize("how", ["declines", "mutes", "leaves the company"])
def test_when_the_asked_person_is_out_of_it_the_head_hears(world: World, how: str) -> None:
    on_duty(world, "product", CAT, ANN)
    mention_id = world.share(by=EVA).mention_id
    world.later(hours=1)
    if how == "declines":
        world.release(mention_id, ANN)
    elif how == "mutes":
        world.run(lambda scope: shares.mute(scope, mentions.get(scope, mention_id), ANN))
    else:
        world.run(people.remember, [PersonFacts(ANN, "Ann", zone="America/New_York", is_deleted=True)])
    assert told_until(world) == [(CAT, "unclaimed_head")]


def test_when_somebody_else_is_on_it_a_refusal_reaches_no_head(world: World) -> None:
    on_duty(world, "product", CAT, ANN)
    mention_id = world.share(by=EVA).mention_id
    world.claim(mention_id, BEN)
    world.release(mention_id, ANN)
    assert told_until(world) == []


def test_the_head_of_a_department_that_is_not_concerned_hears_nothing_until_that_is_undone(world: World) -> None:
    on_duty(world, "product", CAT, ANN)
    mention_id = world.share(by=EVA).mention_id
    world.release(mention_id, ANN)
    product = world.department("product")
    world.run(mentions.leave_out, mention_id, product, BEN)
    assert told_until(world) == []
    world.run(mentions.undo_leave_out, mention_id, product, BEN)
    assert told_until(world) == [(CAT, "unclaimed_head")]


def test_a_head_of_two_departments_hears_while_one_of_them_is_concerned(world: World) -> None:
    for key, who in (("product", ANN), ("finance", DAN)):
        on_duty(world, key, CAT, who)
    mention_id = world.share(by=EVA, concerned=("product", "finance")).mention_id
    for who in (ANN, DAN):
        world.release(mention_id, who)
    world.run(mentions.leave_out, mention_id, world.department("product"), BEN)
    assert told_until(world) == [(CAT, "unclaimed_head")]


def test_two_nudges_confirmed_at_the_same_instant_reach_their_head_once(postgresql_world: World) -> None:
    world = postgresql_world
    for key, who in (("product", ANN), ("finance", DAN)):
        on_duty(world, key, CAT, who)
    world.share(by=EVA, concerned=("product", "finance"))
    world.now = at(23, 19)
    world.fire()
    rows = world.rows("nudge")

    def confirm(row_id: str, later: int) -> None:
        with Session(world.engine, expire_on_commit=False) as session, session.begin():
            scope = Scope(session, "T1", world.now + timedelta(milliseconds=later), world.new_id)
            mine = session.get_one(OutboxRow, ("T1", row_id))
            outbox.mark_sent(scope, mine, world.ts())
            speech.said(scope, mine, "D1", world.ts())

    world.at_once(*[lambda row=row, n=n: confirm(row.id, n) for n, row in enumerate(rows)])
    assert told_until(world) == [(CAT, "unclaimed_head")]


def test_a_head_is_told_of_their_own_department(world: World) -> None:
    world.join("finance", BEN)
    on_duty(world, "product", CAT, ANN)
    world.share(by=EVA, concerned=("finance", "product"))
    texts: dict[str, str] = {}
    for _ in range(48):
        world.later(hours=2)
        world.fire()
        texts |= {row.lane_id: str(outgoing.arguments) for row, outgoing in world.send() if row.purpose == "nudge"}
    assert "waiting for Product" in texts[CAT]
    assert "waiting for Finance" in texts[BEN]


def test_who_joins_a_department_is_asked_about_what_waits_for_it(world: World) -> None:
    waiting = [world.share(by=EVA).mention_id for _ in range(tags.MOST_ASKED + 2)]
    world.send()
    world.join("product", ANN)
    world.run(tags.department_changed, world.department("product"))
    pings = [row.subject_id for row, _ in world.send() if row.purpose == "ping"]
    assert sorted(map(str, pings)) == sorted(waiting[-tags.MOST_ASKED :]), "the newest, not all at once"
    world.now = at(23, 19, 30)
    assert world.told() == [(ANN, ", ".join(["unclaimed"] * tags.MOST_ASKED))]


def test_a_mention_with_somebody_asked_is_not_asked_about_again(world: World) -> None:
    world.join("product", BEN)
    world.share(by=EVA)
    world.send()
    world.join("product", ANN)
    world.run(tags.department_changed, world.department("product"))
    assert [row.purpose for row, _ in world.send()] == ["card"]


# Promises


def test_the_head_of_another_department_does_not_hear_of_a_heads_own_promise(world: World) -> None:
    world.join("product", ANN)
    world.join("finance", CAT)
    mention_id = world.share(concerned=("product", "finance")).mention_id
    world.claim(mention_id, ANN)
    promise_id = world.promised(at(24, 20), mention_id=mention_id)
    assert world.run(lambda scope: nudging.head_of_promise(scope, promises.find(scope, promise_id, ANN))) is None
    assert (CAT, "head") not in told_until(world)


def test_reopened_after_its_miss_the_head_still_hears(world: World) -> None:
    promise_id = missed(world)
    world.run(promises.keep, promise_id, ANN)
    world.later(minutes=1)
    world.run(promises.reopen, promise_id, ANN)
    assert told_until(world) == [(DAN, "head")]


def test_handed_there_and_back_after_its_miss_the_head_still_hears(world: World) -> None:
    promise_id = missed(world)
    for giver, taker in ((ANN, BEN), (BEN, ANN)):
        hand_off = world.run(hand_offs.offer, promise_id, giver, taker)
        world.run(hand_offs.answer, hand_off.id, taker, True)
        world.later(minutes=1)
    assert told_until(world) == [(DAN, "head")]


def test_a_colleague_who_was_asked_to_take_over_has_a_working_day_before_the_head_hears(world: World) -> None:
    promise_id = missed(world)
    world.now = at(25, 20)
    hand_off = world.run(hand_offs.offer, promise_id, ANN, BEN)
    announced = world.promise(promise_id).head_hears_at
    assert announced is not None
    world.now = announced
    assert world.told() == []
    world.now = at(26, 15)
    assert world.told() == [], "Ben, in Berlin, has all of his Thursday's work"
    world.run(hand_offs.answer, hand_off.id, BEN, False)
    assert (DAN, "head") in told_until(world)


# Offers


def test_an_offer_reminded_of_late_in_the_day_can_be_answered_the_next(world: World) -> None:
    promise_id = world.offered(at(30, 20))
    world.now = at(24, 21, 58)  # 16:58 in New York: the bot was down all day
    assert world.told() == [(ANN, "offers")]
    assert world.promise(promise_id).expires_at == at(25, 22)
    world.now = at(25, 22)
    world.run(offers.expire_due)
    assert world.promise(promise_id).state == "expired"


def test_an_offer_reminded_of_in_the_morning_lapses_that_evening(world: World) -> None:
    promise_id = world.offered(at(30, 20))
    world.now = at(24, 14)
    assert world.told() == [(ANN, "offers")]
    assert world.promise(promise_id).expires_at == at(24, 22)


def test_a_persons_offers_come_in_one_message_however_many_fall_due(world: World) -> None:
    who = [f"U{number:03}" for number in range(30)]
    world.run(people.remember, [PersonFacts(one, one, zone="Europe/London") for one in who])
    for _ in range(2):
        for one in who:
            world.offered(at(30, 20), by=one)
    world.now = at(24, 9)
    for _ in range(3):
        world.fire()
    assert sorted(row.lane_id for row in world.rows("nudge")) == who
    world.send()
    assert {slot.state for slot in world.slots()} == {"sent"}


def test_the_offers_of_another_channel_do_not_reach_the_channel(world: World) -> None:
    world.offered(at(30, 20), channel=OPEN)
    world.now = at(24, 14)
    world.fire()
    assert [row.lane_id for row in world.rows("nudge")] == [ANN]
