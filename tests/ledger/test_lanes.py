"""Lanes: each to one worker, a lease that is checked, and no wake-up lost."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from bot.database import transact
from bot.errors import LeaseLost
from bot.lanes import FAR, LEASE, Held, Lane, Moment, free_lane, keep_lane, next_due, take_lanes, wake_lanes
from tests.support.world import MONDAY

SECOND = timedelta(seconds=1)


def wake(engine: Engine, *lanes: str, at: datetime = MONDAY) -> None:
    transact(engine, lambda s: wake_lanes(s, "in", [("T1", lane, at) for lane in lanes]))


def take(engine: Engine, worker: str = "w1", at: datetime = MONDAY, limit: int = 8) -> list[Held]:
    return transact(engine, lambda s: take_lanes(s, "in", worker, Moment(at, at), limit))


def lane(engine: Engine, lane_id: str = "C1") -> Lane:
    return transact(engine, lambda s: s.get_one(Lane, ("T1", "in", lane_id)))


def test_a_lane_is_taken_by_one_worker_only(engine: Engine) -> None:
    wake(engine, "C1")
    assert [held.id for held in take(engine)] == ["C1"]
    assert take(engine, "w2") == []


def test_a_lane_without_work_or_before_its_moment_is_not_taken(engine: Engine) -> None:
    wake(engine, "C1", at=MONDAY + SECOND)
    assert take(engine) == []
    (held,) = take(engine, at=MONDAY + SECOND)
    transact(engine, lambda s: free_lane(s, held, None))
    assert take(engine, at=MONDAY + 2 * SECOND) == []


def test_a_lane_keeps_its_pace(engine: Engine) -> None:
    wake(engine, "C1")
    (held,) = take(engine)
    transact(engine, lambda s: free_lane(s, held, MONDAY, next_at=MONDAY + SECOND))
    assert take(engine) == []
    assert transact(engine, lambda s: next_due(s, "in", Moment(MONDAY, MONDAY))) == MONDAY + SECOND
    assert len(take(engine, at=MONDAY + SECOND)) == 1


def test_an_expired_lease_is_taken_over_and_the_old_holder_writes_nothing(engine: Engine) -> None:
    wake(engine, "C1")
    (old,) = take(engine)
    (new,) = take(engine, "w2", MONDAY + LEASE)

    def write(session: Session) -> None:
        wake_lanes(session, "out", [("T1", "from the old holder", MONDAY)])
        keep_lane(session, old, MONDAY + LEASE)

    with pytest.raises(LeaseLost):
        transact(engine, write)
    assert transact(engine, lambda s: s.get(Lane, ("T1", "out", "from the old holder"))) is None
    transact(engine, lambda s: free_lane(s, old, None))
    assert lane(engine).taken_by == new.worker


def test_a_step_that_slept_through_its_lease_does_not_pass_for_the_same_workers_next_one(engine: Engine) -> None:
    wake(engine, "C1")
    (old,) = take(engine)
    (_new,) = take(engine, "w1", MONDAY + LEASE)
    with pytest.raises(LeaseLost):
        transact(engine, lambda s: keep_lane(s, old, MONDAY + LEASE))


def test_a_lease_is_lengthened_only_while_it_lasts(engine: Engine) -> None:
    wake(engine, "C1")
    (held,) = take(engine)
    transact(engine, lambda s: keep_lane(s, held, MONDAY + LEASE - SECOND))
    assert lane(engine).taken_until == MONDAY + 2 * LEASE - SECOND
    with pytest.raises(LeaseLost):
        transact(engine, lambda s: keep_lane(s, held, MONDAY + 2 * LEASE))


def test_waking_again_keeps_the_earlier_moment(engine: Engine) -> None:
    wake(engine, "C1", at=MONDAY)
    wake(engine, "C1", at=MONDAY + SECOND)
    assert lane(engine).ready_at == MONDAY
    wake(engine, "C1", at=MONDAY - SECOND)
    assert lane(engine).ready_at == MONDAY - SECOND


def test_next_due_looks_past_lanes_that_someone_holds(engine: Engine) -> None:
    wake(engine, "C1")
    take(engine)
    wake(engine, "C2", at=MONDAY + 5 * SECOND)
    assert transact(engine, lambda s: next_due(s, "in", Moment(MONDAY, MONDAY))) == MONDAY + 5 * SECOND
    assert transact(engine, lambda s: next_due(s, "in", Moment(MONDAY, MONDAY + LEASE))) == MONDAY


def test_a_clock_that_goes_back_leaves_no_lane_waiting_for_it(engine: Engine) -> None:
    """What was written for a moment an hour ahead is due; what waits for five minutes still waits."""
    wake(engine, "C1", at=MONDAY + 3600 * SECOND)
    assert transact(engine, lambda s: next_due(s, "in", Moment(MONDAY, MONDAY))) == MONDAY
    (held,) = take(engine)
    transact(engine, lambda s: free_lane(s, held, MONDAY, next_at=MONDAY + 3600 * SECOND))
    assert transact(engine, lambda s: next_due(s, "in", Moment(MONDAY, MONDAY))) == MONDAY
    (held,) = take(engine)
    transact(engine, lambda s: free_lane(s, held, MONDAY, next_at=MONDAY + FAR))
    assert transact(engine, lambda s: next_due(s, "in", Moment(MONDAY, MONDAY))) == MONDAY + FAR
    assert take(engine) == []


def test_a_lease_from_before_the_clock_went_back_holds_no_lane(engine: Engine) -> None:
    wake(engine, "C1")
    (old,) = take(engine)
    early = Moment(MONDAY, MONDAY - FAR + LEASE)
    assert transact(engine, lambda s: next_due(s, "in", early)) is None, "it lasts five minutes at most"
    early = Moment(MONDAY, MONDAY - FAR)
    assert transact(engine, lambda s: next_due(s, "in", early)) == MONDAY
    (new,) = transact(engine, lambda s: take_lanes(s, "in", "w2", early))
    with pytest.raises(LeaseLost):
        transact(engine, lambda s: keep_lane(s, old, early.machine))
    transact(engine, lambda s: keep_lane(s, new, early.machine))
    assert transact(engine, lambda s: next_due(s, "in", early)) is None


def test_workers_at_the_same_instant_take_disjoint_lanes(engine: Engine) -> None:
    wake(engine, *(f"C{number:02}" for number in range(40)))
    meet = threading.Barrier(4, timeout=10)
    taken: list[str] = []

    def work(name: str) -> None:
        meet.wait()
        while found := take(engine, name, limit=3):
            taken.extend(held.id for held in found)

    threads = [threading.Thread(target=work, args=(f"w{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(taken) == [f"C{number:02}" for number in range(40)]


def test_a_lane_that_another_transaction_is_taking_is_skipped_not_waited_for(postgresql: Engine) -> None:
    wake(postgresql, "C1", "C2")
    with Session(postgresql) as first, first.begin():
        assert [held.id for held in take_lanes(first, "in", "w1", Moment(MONDAY, MONDAY), 1)] == ["C1"]
        assert [held.id for held in take(postgresql, "w2")] == ["C2"]


def test_no_more_lanes_are_taken_than_wanted_whatever_postgresql_plans(postgresql: Engine) -> None:
    wake(postgresql, *(f"C{number}" for number in range(5)))
    with Session(postgresql) as session, session.begin():
        for plan in ("hashjoin", "mergejoin", "hashagg", "sort", "material", "seqscan"):
            session.execute(text(f"SET LOCAL enable_{plan} = off"))
        assert len(take_lanes(session, "in", "w1", Moment(MONDAY, MONDAY), 2)) == 2


def test_a_wake_while_the_lane_is_being_freed_is_not_lost(postgresql: Engine) -> None:
    """The holder has seen that nothing waits, and has not committed; the wake waits for it, then stands."""
    wake(postgresql, "C1")
    (held,) = take(postgresql)
    with Session(postgresql) as freeing, freeing.begin():
        keep_lane(freeing, held, MONDAY)
        waking = threading.Thread(target=wake, args=(postgresql, "C1"), kwargs={"at": MONDAY + SECOND})
        waking.start()
        free_lane(freeing, held, None)
        waking.join(0.2)
        assert waking.is_alive(), "the lane was not locked before its rows were looked at"
    waking.join(10)
    assert lane(postgresql).ready_at == MONDAY + SECOND
