"""What reads locks nothing: on PostgreSQL each of its statements is a transaction, and SQLite has no such locks."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from bot.database import ThreadedDatabase


class WatchedDatabase(ThreadedDatabase):
    """The database; whoever asks for a lock where they only read fails."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        event.listen(self.reading, "before_execute", refuse_locks)


def refuse_locks(_connection: Any, statement: Any, *_more: Any) -> None:
    if getattr(statement, "_for_update_arg", None) is not None:
        raise AssertionError(f"this is a lock, and it is only read: {statement}")
