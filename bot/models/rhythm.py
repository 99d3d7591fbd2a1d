"""What the clock does once and only once: slots of nudges, channel reminders, digests."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, partial_index

Which = Literal[
    "before", "missed", "head", "risk", "evidence", "offers", "unclaimed", "unclaimed_head", "fixed", "check_back"
]
Saying = Literal[
    "ended",
    "reopened",
    "guide",
    "first_guide",
    "lead_offer",
    "lead_answer",
    "hand_off",
    "request_answer",
    "request_end",
    "cause",
    "credit",
    "quote",
    "quote_answer",
]
"""Slots at which a message goes into the outbox, of that purpose: it waited for somebody's working hours."""
Act = Literal["leave", "back", "watch", "replan"] | Saying
"""Slots at which something is done and no nudge said: somebody's leave begins, they are at work again, whoever leads an
urgent mention goes home, or somebody's hours are others; or a message goes on its way.
"""
OF_THE_CLOCK = frozenset({"leave", "back", "watch", "replan", *get_args(Saying)})


class Slot(Base):
    """One nudge: (promise or mention, due moment, which reminder, to whom). It ends once: sent, or skipped.

    States: waiting → queued → sent | skipped; waiting → skipped.
    """

    __tablename__ = "slot"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    subject_id: Mapped[str]
    which: Mapped[str]
    person_id: Mapped[str]
    due_at: Mapped[datetime]
    fire_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String, default="waiting")
    reason: Mapped[str | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        # A skipped slot said nothing: what is reopened, or moved back to a moment it had, is planned anew.
        partial_index(
            "uq_slot_once",
            "team_id",
            "subject_id",
            "due_at",
            "which",
            "person_id",
            is_unique=True,
            where="state <> 'skipped'",
        ),
        partial_index(
            "ix_slot_due",
            "fire_at",
            where="state = 'waiting'",
        ),
    )


class ChannelReminder(Base):
    """The one message of a channel and working day; edited in place while the day lasts."""

    __tablename__ = "channel_reminder"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    channel_id: Mapped[str] = mapped_column(String, primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    ts: Mapped[str | None]
    subjects: Mapped[list[str]]


class Digest(Base):
    """The digest of the week that ended at `week_end`: queued once."""

    __tablename__ = "digest"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    week_end: Mapped[datetime] = mapped_column(primary_key=True)
    queued_at: Mapped[datetime]
    ts: Mapped[str | None]
