"""The questions that the bot asks after most writes, asked without SQLAlchemy: they are the most frequent of all.

They are the bot's own statements, compiled once by SQLAlchemy and run by sqlite3 itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from bot.lanes import Box, Moment, asked


class Question:
    """One statement that answers with a moment; `values` are given by the names of its parameters."""

    def __init__(self, statement: Select[Any]) -> None:
        compiled = statement.compile(
            dialect=sqlite.dialect(paramstyle="named"), compile_kwargs={"render_postcompile": True}
        )
        self._text = str(compiled)
        self._fixed = {name: _stored(value) for name, value in compiled.params.items() if value is not None}

    def ask(self, session: Session, **values: Any) -> datetime | None:
        driver = session.connection().connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        given = self._fixed | {name: _stored(value) for name, value in values.items()}
        ((found,),) = driver.execute(self._text, given).fetchall()
        return None if found is None else datetime.fromisoformat(found).replace(tzinfo=UTC)


def _stored(value: Any) -> Any:
    """As SQLAlchemy stores it in SQLite."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    return value


def of_lanes(statement: Select[Any]) -> Callable[[Session, Box, Moment], datetime | None]:
    """In place of bot.lanes.next_due."""
    question = Question(statement)

    def next_due(session: Session, box: Box, moment: Moment) -> datetime | None:
        return question.ask(session, **asked(box, moment))

    return next_due


def plain(statement: Select[Any]) -> Callable[[Session], datetime | None]:
    """In place of a question without parameters."""
    return Question(statement).ask
