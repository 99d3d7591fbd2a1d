"""The outbox: one waiting row per card, order, and a sender that never says what was taken back."""

from __future__ import annotations

import threading
from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import doctor, outbox, pace, unsaid
from bot.database import Scope
from bot.facts import Outgoing
from bot.lanes import Held
from bot.ledger import cards, firing, promises, slots
from bot.models import Mention, Slot
from bot.outbox import LOOK_UP_AFTER, OutboxRow, Saying
from tests.support.world import ANN, MONDAY, OPEN, World

LANE = Held("T1", "out", OPEN, "w", MONDAY)
CALL = Outgoing("chat.postMessage", {"thread_ts": "1.1"})


def put(world: World, purpose: str = "ping", key: str | None = None) -> str | None:
    return world.run(outbox.put, Saying(OPEN, purpose, "M1", key=key))


def first(world: World) -> OutboxRow | None:
    return world.run(lambda scope: outbox.next_unsent(scope.session, LANE))


def start(scope: Scope, row_id: str) -> None:
    outbox.mark_started(scope, scope.session.get_one(OutboxRow, (scope.team_id, row_id)), OPEN, CALL)


def change(world: World, row_id: str | None, state: str, error: str = "x") -> None:
    def act(scope: Scope) -> None:
        row = scope.session.get_one(OutboxRow, (scope.team_id, row_id))
        if state == "started":
            outbox.mark_started(scope, row, OPEN, CALL)
        elif state == "failed":
            outbox.mark_failed(scope, row, error)
        elif state == "uncertain":
            outbox.mark_uncertain(scope, row, error)
        else:
            outbox.put_back(scope, row, scope.now, error)

    world.run(act)


def test_a_card_waits_once_however_often_it_changes(world: World) -> None:
    assert put(world, "card", "card:M1") is not None
    assert put(world, "card", "card:M1") is None
    assert len(world.rows("card")) == 1


def test_a_change_while_the_card_is_being_sent_waits_behind_it(world: World) -> None:
    sending = put(world, "card", "card:M1")
    change(world, sending, "started")
    assert put(world, "card", "card:M1") is not None
    found = first(world)
    assert found is not None
    assert found.id == sending


def test_rows_without_a_key_all_wait(world: World) -> None:
    assert put(world) != put(world)
    assert len(world.rows("ping")) == 2


def test_a_lane_waits_behind_a_row_of_which_nobody_knows_whether_slack_has_it(world: World) -> None:
    unsure, _next = put(world), put(world)
    change(world, unsure, "started")
    change(world, unsure, "uncertain")
    found = first(world)
    assert found is not None
    assert (found.id, outbox.ready_at(found)) == (unsure, MONDAY + LOOK_UP_AFTER)


def test_a_row_put_back_gives_way_to_a_newer_one_that_says_the_same(world: World) -> None:
    old = put(world, "card", "card:M1")
    change(world, old, "started")
    put(world, "card", "card:M1")
    change(world, old, "waiting")
    assert [row.state for row in world.rows("card", state=None)] == ["cancelled", "waiting"]


def test_offers_put_back_are_said_by_the_newer_message(world: World) -> None:
    """Slack took the first message for nothing; meanwhile another offer has fallen due, and they share their key."""
    first_offer = world.offered(MONDAY + timedelta(days=5))
    world.later(days=1)
    world.fire()
    (sending,) = world.rows("nudge")
    change(world, sending.id, "started")
    second_offer = world.offered(MONDAY + timedelta(days=5))
    world.run(lambda scope: scope.session.execute(update(Slot).values(fire_at=scope.now)))
    world.fire()
    change(world, sending.id, "uncertain")
    change(world, sending.id, "waiting")
    assert world.told() == [(ANN, "offers, offers")]
    ended = [slot for subject_id in (first_offer, second_offer) for slot in world.slots(subject_id)]
    assert [(slot.which, slot.state) for slot in ended] == [("offers", "sent")] * 2


def test_a_row_put_back_alone_waits_again(world: World) -> None:
    row = put(world)
    change(world, row, "started")
    change(world, row, "waiting")
    (back,) = world.rows("ping")
    assert (back.id, back.started_at, back.tries) == (row, None, 0)


def test_a_failed_row_is_retried_but_not_beside_a_newer_one(world: World) -> None:
    old = put(world, "card", "card:M1")
    change(world, old, "failed")
    assert world.run(lambda scope: [row.id for row in unsaid.failed(scope.session, scope.now)]) == [old]
    new = put(world, "card", "card:M1")
    assert not world.run(lambda scope: unsaid.retry(scope.session, str(old), scope.now))
    change(world, new, "failed")
    assert world.run(lambda scope: unsaid.retry(scope.session, str(old), scope.now))
    assert [row.id for row in world.rows("card")] == [old]


def unsure_for(world: World, time: timedelta) -> str | None:
    """A row whose call had no reply, so long ago."""
    row_id = put(world)
    change(world, row_id, "started")
    change(world, row_id, "uncertain")
    world.now += time
    return row_id


def test_doctor_advises_to_leave_alone_what_is_uncertain_and_to_retry_what_failed(world: World) -> None:
    unsure = unsure_for(world, timedelta(minutes=20))
    words, is_well = world.run(lambda scope: doctor.examine(scope.session, scope.now))
    assert not is_well
    assert f"message {unsure} (ping) was sent 20 min ago without a reply from Slack" in words
    assert ("leave it alone" in words, "bot retry" in words) == (True, False)
    change(world, put(world), "failed")
    words, is_well = world.run(lambda scope: doctor.examine(scope.session, scope.now))
    assert (is_well, "leave it alone" in words, "bot retry" in words) == (False, False, True)


def test_doctor_is_not_alarmed_by_what_is_uncertain_for_its_usual_moment(world: World) -> None:
    unsure = unsure_for(world, timedelta(seconds=30))
    words, is_well = world.run(lambda scope: doctor.examine(scope.session, scope.now))
    assert is_well
    assert f"message {unsure} (ping) was sent 30 s ago without a reply from Slack; it is looked up" in words
    assert "Waiting to be sent: 1." in words
    assert "Nothing has failed for good. What waits is tried again by itself." in words


def test_what_an_operator_tries_again_has_its_usual_moment_too(world: World) -> None:
    row = put(world)
    change(world, row, "started")
    change(world, row, "failed")
    world.now += timedelta(hours=2)
    assert world.run(lambda scope: unsaid.retry(scope.session, str(row), scope.now))
    assert world.run(lambda scope: unsaid.count_failed(scope.session, scope.now)) == 0
    assert world.run(lambda scope: [one.id for one in unsaid.unsure_of_late(scope.session, scope.now)]) == [row]


def test_cancelling_takes_only_what_waits(world: World) -> None:
    sending, _ = put(world), put(world)
    change(world, sending, "started")
    world.run(outbox.cancel, "M1", "settled")
    assert [row.state for row in world.rows("ping", state=None)] == ["started", "cancelled"]


def test_slack_asks_for_patience_per_method(world: World) -> None:
    until = MONDAY + timedelta(seconds=30)
    world.run(pace.block, "chat.postMessage", MONDAY + timedelta(seconds=10))
    world.run(pace.block, "chat.postMessage", until)
    assert world.run(pace.blocked_until, "chat.postMessage") == until
    assert world.run(pace.blocked_until, "chat.update") is None
    world.now = until
    assert world.run(pace.blocked_until, "chat.postMessage") is None


def test_a_clock_that_goes_back_makes_no_patience_longer(world: World) -> None:
    world.run(pace.block, "chat.postMessage", MONDAY + timedelta(seconds=30))
    world.later(hours=-1)
    assert world.run(pace.blocked_until, "chat.postMessage") is None
    world.now = MONDAY
    assert world.run(pace.block, "chat.update", MONDAY + timedelta(hours=1)) == MONDAY + timedelta(minutes=5)
    assert world.run(pace.blocked_until, "chat.update") == MONDAY + timedelta(minutes=5)


# Transactions that truly overlap


def test_a_nudge_taken_back_while_the_sender_looks_is_not_said(postgresql_world: World) -> None:
    """The keeper has cancelled the row and not committed: the sender waits, and finds the next row instead."""
    world = postgresql_world
    cancelled, other = put(world), put(world)
    found: list[OutboxRow | None] = []
    with Session(world.engine) as keeping, keeping.begin():
        scope = Scope(keeping, world.team_id, world.now, world.new_id)
        outbox.mark_cancelled(scope, keeping.get_one(OutboxRow, ("T1", cancelled)), "kept")
        keeping.flush()
        sending = threading.Thread(target=lambda: found.append(first(world)))
        sending.start()
        sending.join(0.2)
        assert sending.is_alive(), "the sender took a row that is being cancelled"
    sending.join(10)
    assert [row.id for row in found if row] == [other]


def test_a_card_changed_while_it_is_taken_for_sending_is_said_with_its_latest_state(postgresql_world: World) -> None:
    world = postgresql_world
    mention_id = world.share().mention_id
    seen: list[str] = []

    def send() -> None:
        def take(scope: Scope) -> None:
            row = outbox.next_unsent(scope.session, LANE)
            assert row is not None
            start(scope, row.id)
            seen.append(scope.session.get_one(Mention, ("T1", mention_id)).stance)

        world.run(take)

    with Session(world.engine) as changing, changing.begin():
        scope = Scope(changing, world.team_id, world.now, world.new_id)
        mention = changing.get_one(Mention, ("T1", mention_id), with_for_update=True)
        mention.stance = "advocate"
        changing.flush()
        cards.changed(scope, mention)  # a row waits already: it will say this, too
        sending = threading.Thread(target=send)
        sending.start()
        sending.join(0.2)
    sending.join(10)
    assert seen == ["advocate"]


def test_a_card_changed_after_it_was_taken_for_sending_waits_anew(postgresql_world: World) -> None:
    world = postgresql_world
    mention_id = world.share().mention_id
    with Session(world.engine) as sending, sending.begin():
        scope = Scope(sending, world.team_id, world.now, world.new_id)
        row = outbox.next_unsent(sending, LANE)
        assert row is not None
        changing = threading.Thread(
            target=lambda: world.run(lambda s: cards.changed(s, s.session.get_one(Mention, ("T1", mention_id))))
        )
        changing.start()
        changing.join(0.2)
        start(scope, row.id)
    changing.join(10)
    assert [row.state for row in world.rows("card", state=None)] == ["started", "waiting"]


def test_keeping_while_the_tick_queues_the_nudge_leaves_nothing_waiting(postgresql_world: World) -> None:
    world = postgresql_world
    promise_id = world.promised(MONDAY + timedelta(hours=4))
    world.later(hours=2, minutes=1)
    with Session(world.engine) as ticking, ticking.begin():
        scope = Scope(ticking, world.team_id, world.now, world.new_id)
        firing.fire(scope, slots.take_due(ticking, world.now))
        ticking.flush()
        keeping = threading.Thread(target=lambda: world.run(promises.keep, promise_id, ANN))
        keeping.start()
        keeping.join(0.2)
    keeping.join(10)
    assert world.rows("nudge") == []
    assert {slot.state for slot in world.slots(promise_id)} == {"skipped"}
