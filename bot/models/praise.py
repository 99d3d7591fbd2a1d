"""Praise: a happy customer's words, who earned them, and whether they may be quoted."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base

QuoteState = Literal["asked", "allowed", "refused", "taken_back"]

# Whether a customer may be quoted: the graph of docs/states.md.
QUOTE_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "ask": frozenset({(None, "asked"), ("taken_back", "asked"), ("refused", "asked")}),
    "allow": frozenset({("asked", "allowed"), ("refused", "allowed")}),
    "refuse": frozenset({("asked", "refused"), ("allowed", "refused")}),
    "take_back": frozenset({("asked", "taken_back")}),
}


class Credit(Base):
    """A teammate says (`by`) that a customer's praise belongs to another."""

    __tablename__ = "credit"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str] = mapped_column(String, primary_key=True)
    user_id: Mapped[str] = mapped_column(String, primary_key=True)
    by: Mapped[str]
    created_at: Mapped[datetime]
