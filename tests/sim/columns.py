"""How values of the bot's own column types go into SQLite and come out of it, without SQLAlchemy's chains of functions.

What they do is what these do; a morning of the simulation is held against one without any short cut.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.types import TypeEngine

from bot.database import Json, UTCDateTime

Way = Callable[[Any], Any] | None
EMPTY: dict[str, Callable[[], Any]] = {"{}": dict, "[]": list}


def into(kind: TypeEngine[Any], dialect: Any) -> Way:
    """How a value goes in; None when it stays as it is."""
    return _moment_in if isinstance(kind, UTCDateTime) else kind.dialect_impl(dialect).bind_processor(dialect)


def out_of(kind: TypeEngine[Any], dialect: Any) -> Way:
    """How a value comes out; None when it stays as it is."""
    if isinstance(kind, UTCDateTime):
        return _moment_out
    if isinstance(kind, Json):
        return _json_out
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _moment_in(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a zone must not reach the database: {moment!r}")
    local = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return local.isoformat(" ", "microseconds")[:26]  # without the zone


def _moment_out(stored: str | None) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(stored + "+00:00")


def _json_out(stored: str | None) -> Any:
    if stored is None:
        return None
    empty = EMPTY.get(stored)
    return empty() if empty is not None else json.loads(stored)
