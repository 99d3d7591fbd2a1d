"""One line of the ledger's history: who did what, when. Never changed, never deleted with its subject alive."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Json


class Entry(Base):
    """`by` is a person's id, or "ours" for the bot. `details` hold ids and moments, and reasons that people gave."""

    __tablename__ = "entry"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    act: Mapped[str]
    subject_id: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)

    __table_args__ = (Index("ix_entry_subject", "team_id", "subject_id"),)
