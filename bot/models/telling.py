"""What is told another program of the ledger's entries, and how far they were looked through."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base


class Telling(Base):
    """One entry: `state` is waiting, sent, private (never told) or failed (given up after a day)."""

    __tablename__ = "telling"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    entry_id: Mapped[str] = mapped_column(String, primary_key=True)
    subject_id: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime]
    next_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]

    __table_args__ = (Index("ix_telling_state", "team_id", "state", "entry_id"),)


class TellingCursor(Base):
    """`since_id`: entries before it are not told. Those up to `swept_at` (of the machine's time) were looked through;
    `taken_until` is a worker's lease, of the machine's time, too. The other program did not answer `tries` times in a
    row, and rests until `rests_until`.
    """

    __tablename__ = "telling_cursor"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    since_id: Mapped[str]
    swept_at: Mapped[datetime]
    taken_until: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    rests_until: Mapped[datetime | None]
