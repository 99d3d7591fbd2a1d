"""The ledger of one workspace, for a command: transactions of its own, so short that no ack of the bot has to wait."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.clock import Clock, machine_seconds
from bot.database import Ids, Scope, check_schema, is_missing_file, look, make_engine, transact
from bot.errors import CommandLineError, NameTaken, NotOurDatabase
from bot.ledger import workspaces
from bot.outages import telling_when_away

P = ParamSpec("P")
T = TypeVar("T")
TRIES = 5


@dataclass(frozen=True, slots=True)
class Store:
    engine: Engine
    reading: Engine
    team_id: str
    clock: Clock
    new_id: Ids

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def machine(self) -> datetime:
        return self.clock.machine()

    def run(self, fn: Callable[Concatenate[Scope, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """One writing transaction; again where somebody else took a name just then: it is told whose it is."""
        for attempt in range(TRIES):
            try:
                return transact(self.engine, lambda session: fn(self._scope(session), *args, **kwargs))
            except NameTaken:
                if attempt == TRIES - 1:
                    raise
        raise AssertionError("unreachable")

    def read(self, fn: Callable[Concatenate[Scope, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        return look(self.reading, lambda session: fn(self._scope(session), *args, **kwargs))

    def _scope(self, session: Session) -> Scope:
        return Scope(session, self.team_id, self.clock.now(), self.new_id)


@contextmanager
def open_store(url: str, team_id: str | None, clock: Clock) -> Iterator[Store]:
    """The workspace of that id; without one the only workspace. Raises NotOurDatabase, NoDatabase, CommandLineError."""
    if is_missing_file(url):
        raise NotOurDatabase  # looking would make the file
    engine, reading = make_engine(url), make_engine(url, read_only=True)
    try:
        with telling_when_away():
            look(reading, check_schema)
            known = look(reading, workspaces.all_team_ids)
            yield Store(engine, reading, _chosen(known, team_id), clock, Ids(clock.machine, _chance))
    finally:
        reading.dispose()
        engine.dispose()


def _chance(size: int) -> str:
    """Four of them for each customer: the system's own chance takes longer than all the rest of an id."""
    return f"{random.getrandbits(8 * size):0{2 * size}x}"


def _chosen(known: list[str], team_id: str | None) -> str:
    if team_id is not None and team_id not in known:
        remedy = f"The workspaces are {', '.join(known) or 'none: start the bot once'}"
        raise CommandLineError(problem=f"There is no workspace {team_id} here", remedy=remedy)
    if not known:
        raise CommandLineError(problem="The bot is in no workspace yet", remedy="Start it once: python -m bot run")
    if team_id is None and len(known) > 1:
        remedy = f"Say which one you mean: --workspace {known[0]}"
        raise CommandLineError(problem=f"The bot is in {len(known)} workspaces ({', '.join(known)})", remedy=remedy)
    return team_id or known[0]


class Pace:
    """How many rows a transaction takes: what it writes in less than a tenth of a second, so that acks wait no longer.

    SQLite lets one writer in, and whoever waits looks again within a tenth of a second: between two transactions the
    door stays open for a while, or nobody else would ever meet it open.
    """

    TARGET = 0.08
    MOST = 2_000

    def __init__(self, store: Store, rows: int = 100) -> None:
        self.rows = rows
        self._is_sqlite = store.is_sqlite

    @contextmanager
    def keeping(self) -> Iterator[int]:
        """Around a transaction; gives how many rows it takes."""
        began = machine_seconds()
        yield self.rows
        took = machine_seconds() - began
        self.rows = int(min(self.MOST, max(10, self.rows * min(2.0, self.TARGET / max(took, 0.001)))))
        if self._is_sqlite:
            time.sleep(max(0.02, 0.4 * took))
