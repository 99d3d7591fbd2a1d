"""Acts at the same instant: each in a thread and a transaction of its own, on a database where these truly overlap."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from bot.database import Scope
from bot.errors import BotError
from tests.support.world import World

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
Act = Callable[[Scope], Any]


def while_under_way(world: World, first: Act, second: Act) -> Any:
    """`second` begins before `first` is committed; answers what it answers, or raises what it raises. Whoever takes no
    lock is through before, with what it read.
    """
    done: list[bool] = []
    with Session(world.engine, expire_on_commit=False) as session:
        first(Scope(session, world.team_id, world.now, world.new_id))
        session.flush()

        def commit_when_waited_for() -> None:
            with world.engine.connect() as watching:
                while not (done or watching.exec_driver_sql(WAITING).scalar()):
                    watching.rollback()
            session.commit()

        def act() -> Any:
            try:
                return world.run(second)
            finally:
                done.append(True)

        return world.at_once(act, commit_when_waited_for)[0]


def all_at_once(world: World, *acts: Act) -> list[Any]:
    """What each act answers, or the error that tells its person kindly; any other error is raised."""
    start = threading.Barrier(len(acts))

    def one(act: Act) -> Any:
        start.wait(10)
        try:
            return world.run(act)
        except BotError as told:
            return told

    return world.at_once(*(lambda act=act: one(act) for act in acts))
