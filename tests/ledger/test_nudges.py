"""Nudges: at the right moment, in working hours, once, and the head only after what was said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.facts import PersonFacts
from bot.ledger import mentions, nudge_times, people, promises, shares, slots
from bot.models import Department, Promise, Slot
from bot.outbox import OutboxRow
from tests.support.world import ANN, BEN, CAT, DAN, EVA, MONDAY, PRIVATE, World

HOUR = timedelta(hours=1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """November 2026 in UTC; New York is five hours behind, Berlin one ahead."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def moments(world: World, due: datetime, by: str = ANN) -> dict[str, datetime]:
    return {slot.which: slot.fire_at for slot in world.slots(world.promised(due, by), "waiting")}


def test_two_working_hours_before_and_the_first_working_moment_an_hour_after(world: World) -> None:
    assert moments(world, at(24, 20)) == {"before": at(24, 18), "missed": at(24, 21)}


def test_before_counts_working_hours_over_a_night_and_a_weekend(world: World) -> None:
    assert moments(world, at(24, 15))["before"] == at(23, 21), "10:00 less two working hours is 16:00 the day before"
    assert moments(world, at(30, 14, 30))["before"] == at(27, 20, 30)


def test_half_way_if_the_moment_is_nearer(world: World) -> None:
    assert moments(world, MONDAY + HOUR)["before"] == MONDAY + HOUR / 2


def test_due_at_night_is_nudged_in_working_hours(world: World) -> None:
    assert moments(world, at(25, 3)) == {"before": at(24, 20), "missed": at(25, 14)}


def test_due_on_the_weekend_waits_for_monday(world: World) -> None:
    assert moments(world, at(28, 18)) == {"before": at(27, 20), "missed": at(30, 14)}


def test_no_working_time_before_it_is_skipped_with_a_reason(world: World) -> None:
    world.now = at(28, 12)
    promise_id = world.promised(at(28, 18))
    assert [(slot.which, slot.state) for slot in world.slots(promise_id)] == [
        ("before", "skipped"),
        ("missed", "waiting"),
    ]


def test_every_nudge_goes_once_and_only_in_working_hours(world: World) -> None:
    world.promised(at(24, 20))
    told: list[tuple[datetime, str, str]] = []
    while world.now < at(28, 0):
        told += [(world.now, *one) for one in world.told()]
        world.later(hours=1)
    assert told == [(at(24, 18), ANN, "before"), (at(24, 21), ANN, "missed")]


def test_a_nudge_that_comes_late_is_put_off_to_working_hours(world: World) -> None:
    promise_id = world.promised(at(24, 20))
    world.now = at(24, 23)  # the machine slept; it is evening in New York
    assert world.told() == []
    found = {slot.which: (slot.state, slot.fire_at) for slot in world.slots(promise_id)}
    assert found["before"][0] == "skipped"
    assert found["missed"] == ("waiting", at(25, 14))


def test_a_queued_nudge_that_waited_into_the_night_is_put_off_by_the_sender(world: World) -> None:
    promise_id = world.promised(at(24, 20))
    world.now = at(24, 21)
    world.fire()
    world.now = at(24, 22, 30)
    assert world.send() == []
    missed = next(slot for slot in world.slots(promise_id) if slot.which == "missed")
    assert (missed.state, missed.fire_at) == ("waiting", at(25, 14))


def test_a_person_without_an_account_is_not_nudged(world: World) -> None:
    promise_id = world.promised(at(24, 20))
    world.run(people.remember, [PersonFacts(ANN, "Ann", is_deleted=True)])
    world.now = at(24, 18)
    assert world.told() == []
    assert world.slots(promise_id)[0].state == "skipped"


def missed(world: World, head: str = DAN) -> str:
    """A promise on a mention whose department has a head, told as missed on Tuesday 16:00 in New York."""
    world.join("product", head)
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    promise_id = world.promised(at(24, 20), mention_id=mention_id)
    world.now = at(24, 18)
    world.told()
    world.now = at(24, 21)
    assert world.told() == [(ANN, "missed")]
    return promise_id


def test_the_head_hears_one_working_day_after_the_promiser_was_told_when(world: World) -> None:
    promise_id = missed(world)
    promise = world.promise(promise_id)
    assert (promise.told_at, promise.head_hears_at) == (at(24, 21), at(25, 21))
    world.now = at(25, 20, 59)
    assert world.told() == []
    world.now = at(25, 21)
    assert world.told() == [(DAN, "head")]


def test_the_head_does_not_hear_before_the_promiser_was_told(world: World) -> None:
    promise_id = missed(world)
    other = world.promised(at(25, 20), mention_id=world.promise(promise_id).mention_id)
    assert [slot.which for slot in world.slots(promise_id) if slot.person_id == DAN] == ["head"]
    assert [slot.which for slot in world.slots(other) if slot.person_id == DAN] == []
    world.now = at(25, 21)
    assert (ANN, "missed") in world.told()
    assert [slot.which for slot in world.slots(other) if slot.person_id == DAN] == ["head"]


def test_keeping_moving_or_handing_over_in_time_spares_the_head(world: World) -> None:
    promise_id = missed(world)
    world.run(promises.move, promise_id, ANN, at(27, 20))
    world.now = at(25, 21)
    assert world.told() == []


def test_the_head_who_promised_escalates_to_nobody(world: World) -> None:
    promise_id = missed(world, head=ANN)
    assert world.promise(promise_id).head_hears_at is None


def test_a_head_who_could_not_open_the_thread_never_hears(world: World) -> None:
    world.join("product", CAT)
    mention_id = world.share(PRIVATE).mention_id
    promise_id = world.promised(at(24, 20), channel=PRIVATE, mention_id=mention_id)
    world.now = at(24, 21)
    world.told()
    assert {slot.person_id for slot in world.slots(promise_id)} == {ANN}


# Mentions that nobody claims


def test_after_four_working_hours_the_asked_then_the_head(world: World) -> None:
    product = world.join("product", CAT, ANN)
    world.run(lambda s: setattr(s.session.get_one(Department, ("T1", product)), "rota", [ANN]))
    world.share(by=EVA)
    world.now = at(23, 18, 59)
    assert world.told() == []
    world.now = at(23, 19)
    assert world.told() == [(ANN, "unclaimed")]
    world.now = at(24, 13)
    assert world.told() == [(CAT, "unclaimed_head")], "four working hours of the head's own"
    world.later(days=3)
    assert world.told() == []


def test_a_claim_silences_it(world: World) -> None:
    world.join("product", CAT)
    mention_id = world.share(by=EVA).mention_id
    world.claim(mention_id, ANN)
    world.later(days=2)
    assert world.told() == []


def test_two_asked_people_with_one_head_are_two_nudges_and_one_escalation(world: World) -> None:
    for key, duty in (("product", ANN), ("finance", DAN)):
        department_id = world.join(key, CAT, duty)
        world.run(
            lambda s, department_id=department_id, duty=duty: setattr(  # type: ignore[misc]
                s.session.get_one(Department, ("T1", department_id)), "rota", [duty]
            )
        )
    world.share(by=EVA, concerned=("product", "finance"))
    world.now = at(23, 19)
    assert sorted(world.told()) == [(ANN, "unclaimed"), (DAN, "unclaimed")]
    heard: list[tuple[str, str]] = []
    for _ in range(24):
        world.later(hours=2)
        heard += world.told()
    assert heard == [(CAT, "unclaimed_head")]


def test_one_who_declines_does_not_double_the_others_nudge(world: World) -> None:
    world.join("product", ANN)
    world.join("finance", DAN)
    mention_id = world.share(by=EVA, concerned=("product", "finance")).mention_id
    world.later(hours=1)
    world.release(mention_id, ANN)
    world.now = at(24, 21)
    assert world.told() == [(DAN, "unclaimed")]


def test_released_by_the_last_owner_the_asked_get_their_time_anew(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share(by=EVA).mention_id
    world.claim(mention_id, ANN)
    world.later(hours=1)
    world.release(mention_id, ANN)
    assert [slot.fire_at for slot in world.slots(mention_id, "waiting")] == [at(23, 20)]


def test_muted_for_one_person_only(world: World) -> None:
    world.join("product", ANN)
    world.join("finance", DAN)
    mention_id = world.share(by=EVA, concerned=("product", "finance")).mention_id
    world.run(lambda s: shares.mute(s, mentions.get(s, mention_id), ANN))
    world.now = at(23, 21)
    assert world.told() == [(DAN, "unclaimed")]


def test_a_private_mention_nudges_only_who_can_open_it(world: World) -> None:
    world.join("product", CAT, BEN)
    mention_id = world.share(PRIVATE).mention_id
    assert {slot.person_id for slot in world.slots(mention_id)} == {BEN}
    world.later(days=1)
    assert world.told() == [(BEN, "unclaimed")]
    assert {slot.person_id for slot in world.slots(mention_id)} == {BEN}, "its head could not open the thread"


# Slots


def test_a_slot_waits_once(world: World) -> None:
    promise_id = world.promised(at(24, 20))
    for _ in range(2):
        world.run(lambda s: slots.plan_promise(s, s.session.get_one(Promise, ("T1", promise_id))))
    assert len(world.slots(promise_id)) == 2


def test_slots_are_taken_once_by_takers_at_the_same_instant(world: World) -> None:
    for _ in range(30):
        world.promised(at(24, 20))
    world.now = at(24, 18)
    taken = world.at_once(
        *[lambda: world.run(lambda s: [slot.id for slot in slots.take_due(s.session, s.now)]) for _ in range(4)]
    )
    ids = [slot_id for batch in taken for slot_id in batch]
    assert len(ids) == len(set(ids)) == 30


def test_a_slot_ends_once(world: World) -> None:
    promise_id = world.promised(at(24, 20))

    def end(state: str) -> None:
        world.run(lambda s: slots.end(s, s.session.get_one(Slot, ("T1", first)), state, state))

    first = world.slots(promise_id)[0].id
    end("skipped")
    end("sent")
    world.run(lambda s: slots.postpone(s, s.session.get_one(Slot, ("T1", first)), at(30, 9)))
    found = next(slot for slot in world.slots(promise_id) if slot.id == first)
    assert (found.state, found.reason) == ("skipped", "skipped")


def test_a_nudge_under_way_stays_queued_when_the_promise_is_kept(world: World) -> None:
    promise_id = world.promised(at(24, 20))
    world.now = at(24, 18)
    world.fire()
    (row,) = world.rows("nudge")
    world.run(lambda s: setattr(s.session.get_one(OutboxRow, ("T1", row.id)), "state", "started"))
    world.run(promises.keep, promise_id, ANN)
    assert {slot.which: slot.state for slot in world.slots(promise_id)} == {"before": "queued", "missed": "skipped"}


def test_the_next_due_slot(world: World) -> None:
    assert world.run(lambda s: slots.next_due(s.session)) is None
    world.promised(at(24, 20))
    assert world.run(lambda s: slots.next_due(s.session)) == at(24, 18)


def test_quiet_hours_are_the_persons_own(world: World) -> None:
    world.now = at(24, 21)
    assert world.run(nudge_times.of, ANN).wait_until(world.now, world.now) is None
    assert world.run(nudge_times.of, BEN).wait_until(world.now, world.now) == at(25, 8)
