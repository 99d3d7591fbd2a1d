"""Customers' words that no message brought: a teammate typed them into a form, or a listening tool sent them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, partial_index


class Intake(Base):
    """They are posted in a channel (`ts`), and are a mention there (`mention_id`); then words and author are erased.
    `by` is a person's id, or "hook:" and the name of a tool. `key` makes it one however often it is sent, `digest` is
    of what was sent with it, and no `signature` counts twice. `said_at` is when the customer said it, `refused` why it
    could not be posted.
    """

    __tablename__ = "intake"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    key: Mapped[str]
    digest: Mapped[str]
    signature: Mapped[str | None]
    by: Mapped[str]
    channel_id: Mapped[str]
    words: Mapped[str]
    author: Mapped[str]
    customer: Mapped[str]
    url: Mapped[str]
    source: Mapped[str]
    said_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ts: Mapped[str | None]
    mention_id: Mapped[str | None]
    refused: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("team_id", "key"),
        UniqueConstraint("team_id", "signature"),
        Index("ix_intake_created", "created_at"),
        partial_index("ix_intake_waiting", "team_id", where="ts IS NULL AND refused IS NULL"),
    )
