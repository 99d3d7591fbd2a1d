"""The database in trouble: what an error of it means, and who tells."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError

from bot.errors import DatabaseAway, DiskFull, NoDatabase

log = logging.getLogger(__name__)
RETRIABLE_SQLSTATES = {"40001", "40P01"}  # serialization failure, deadlock
# The second is SQLite's word when not even its list of what is in the log can grow.
DISK_FULL = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "53100"}
# PostgreSQL's words for a connection that failed, or that it ends or refuses since it stops, crashed or starts.
AWAY = ("08", "57P01", "57P02", "57P03")
# SQLite's words for a file that is something else, or damaged.
NO_DATABASE = {"SQLITE_NOTADB", "SQLITE_CORRUPT"}
CONNECTING = (OperationalError, InterfaceError)


def is_deadlock(error: Exception) -> bool:
    """Whether transactions met: this one will be run again, so nobody else may catch the error."""
    return isinstance(error, OperationalError) and getattr(error.orig, "sqlstate", None) in RETRIABLE_SQLSTATES


def is_disk_full(error: Exception) -> bool:
    found = getattr(error, "orig", error)
    return bool({getattr(found, "sqlite_errorname", None), getattr(found, "sqlstate", None)} & DISK_FULL)


def is_away(error: Exception) -> bool:
    """Whether PostgreSQL cannot be reached, or the connection to it was lost. (A SQLite file is never away.)"""
    if not isinstance(error, DBAPIError) or not hasattr(error.orig, "sqlstate"):
        return False
    sqlstate = getattr(error.orig, "sqlstate", None)
    if sqlstate is None:  # the driver's own word; without a statement, it is about the connection
        return error.connection_invalidated or (isinstance(error, CONNECTING) and error.statement is None)
    return error.connection_invalidated or str(sqlstate).startswith(AWAY)


def was_lost(away: DatabaseAway) -> bool:
    """Whether there was a connection, and it is gone: the server may be there again. None is made anew in vain."""
    return isinstance(away.__cause__, DBAPIError) and away.__cause__.connection_invalidated


def is_no_database(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlite_errorname", None) in NO_DATABASE


def first_line(error: DBAPIError) -> str:
    """What the driver says, in a line."""
    return (str(error.orig).splitlines() or [type(error.orig).__name__])[0]


def is_of_database(error: Exception) -> bool:
    """Whether the database is in trouble, not what was written: no row is to blame, and the transaction fails whole."""
    return is_deadlock(error) or is_disk_full(error) or is_away(error)


@contextmanager
def telling_when_away() -> Iterator[None]:
    """For commands that open the database: raises NoDatabase or DiskFull, in words, when that fails."""
    try:
        yield
    except DatabaseAway as away:
        raise NoDatabase(**away.fields) from away
    except DatabaseError as error:
        if is_disk_full(error):
            raise DiskFull from error
        if not isinstance(error, OperationalError) and not is_no_database(error):
            raise
        raise NoDatabase(why=first_line(error)) from error


class Outage:
    """Says in the log when the database goes away, and when it is back: once, however many stumble over it.

    Before it was ever there nothing is said: that is for whoever opens it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._was_there = False
        self._began: float | None = None
        self._failed_at = 0.0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Around each transaction."""
        begun = time.monotonic()
        try:
            yield
        except DatabaseAway as away:
            with self._lock:
                self._note_away(away)
            raise
        if self._began is not None or not self._was_there:
            with self._lock:
                self._note_there(begun)

    def _note_away(self, away: DatabaseAway) -> None:
        self._failed_at = time.monotonic()
        if self._was_there and self._began is None:
            self._began = self._failed_at
            log.error("%s (%s)", away, away.fields["why"])

    def _note_there(self, begun: float) -> None:
        """A transaction went well. One that began before the latest failure says nothing of what is now."""
        self._was_there = True
        if self._began is not None and begun > self._failed_at:
            log.info("the database is back, after %.0f s", time.monotonic() - self._began)
            self._began = None
