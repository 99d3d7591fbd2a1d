"""Two acts on one promise at the same instant: the second waits for the first, and sees what it did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.database import Scope
from bot.errors import PromiseSettled
from bot.ledger import offers, promises
from tests.support.world import ANN, World

DUE = datetime(2026, 11, 26, 15, tzinfo=UTC)
LATER = DUE + timedelta(days=2)
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"

Act = Callable[[Scope, str], Any]


def keep(scope: Scope, promise_id: str) -> Any:
    return promises.keep(scope, promise_id, ANN)


def move(scope: Scope, promise_id: str) -> Any:
    return promises.move(scope, promise_id, ANN, LATER)


def track(scope: Scope, promise_id: str) -> Any:
    return offers.track(scope, promise_id, ANN)


def decline(scope: Scope, promise_id: str) -> Any:
    return offers.decline(scope, promise_id, ANN)


def withdraw(scope: Scope, promise_id: str) -> Any:
    return promises.withdraw(scope, promise_id, ANN, "why")


def while_under_way(world: World, promise_id: str, first: Act, second: Act) -> None:
    """`second` begins before `first` is committed. Whoever takes no lock is through before, with what it read."""
    done: list[bool] = []
    with Session(world.engine, expire_on_commit=False) as session:
        first(Scope(session, world.team_id, world.now, world.new_id), promise_id)

        def commit_when_waited_for() -> None:
            with world.engine.connect() as watching:
                while not (done or watching.exec_driver_sql(WAITING).scalar()):
                    watching.rollback()
            session.commit()

        def act() -> None:
            try:
                world.run(second, promise_id)
            finally:
                done.append(True)

        world.at_once(commit_when_waited_for, act)


@pytest.mark.parametrize(("first", "second"), [(keep, move), (keep, withdraw), (withdraw, keep), (withdraw, move)])
def test_what_is_settled_meanwhile_is_not_changed_any_more(postgresql_world: World, first: Act, second: Act) -> None:
    world = postgresql_world
    promise_id = world.promised(DUE)
    with pytest.raises(PromiseSettled):
        while_under_way(world, promise_id, first, second)
    kept = world.promise(promise_id)
    assert (kept.state, kept.due_at) == ("kept" if first is keep else "withdrawn", DUE)
    assert world.slots(promise_id, "waiting") == []


def test_a_promise_moved_meanwhile_is_kept_as_of_its_new_moment(postgresql_world: World) -> None:
    world = postgresql_world
    promise_id = world.promised(DUE)
    world.now = DUE - timedelta(minutes=1)
    while_under_way(world, promise_id, move, lambda scope, one: promises.keep(_at(scope, DUE), one, ANN))
    found = world.promise(promise_id)
    assert (found.state, found.due_at, found.missed_at) == ("kept", LATER, None)
    assert world.slots(promise_id, "waiting") == []


def _at(scope: Scope, moment: datetime) -> Scope:
    return Scope(scope.session, scope.team_id, moment, scope.new_id)


@pytest.mark.parametrize(("first", "second"), [(decline, track), (track, decline)])
def test_an_offer_is_answered_once(postgresql_world: World, first: Act, second: Act) -> None:
    world = postgresql_world
    promise_id = world.offered(DUE)
    with pytest.raises(PromiseSettled):
        while_under_way(world, promise_id, first, second)
    assert world.promise(promise_id).state == ("declined" if first is decline else "open")
    assert bool(world.slots(promise_id, "waiting")) == (first is track)
