"""A cause: something internal that mentions wait for, until somebody says that it is fixed."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, partial_index

CauseState = Literal["open", "fixed"]

# The graph of docs/states.md.
CAUSE_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "wait": frozenset({(None, "open")}),
    "fix": frozenset({("open", "fixed")}),
    "unfix": frozenset({("fixed", "open")}),
}
OPEN = "state = 'open'"


class Cause(Base):
    """`key` is what makes two names the same; of one key one is open at a time. What it is called stands with each
    mention. A post (`said_channel_id`, `said_ts`) says that it is fixed, and `asked_id` is asked whether that is so.
    """

    __tablename__ = "cause"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    key: Mapped[str]
    state: Mapped[str] = mapped_column(String, default="open")
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    fixed_at: Mapped[datetime | None]
    fixed_by: Mapped[str | None]
    asked_id: Mapped[str | None]
    said_channel_id: Mapped[str | None]
    said_ts: Mapped[str | None]

    __table_args__ = (partial_index("uq_cause_open", "team_id", "key", is_unique=True, where=OPEN),)
