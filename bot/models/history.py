"""How far Slack's history has been read, and when nobody listened."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, partial_index

PlaceKind = Literal["channel", "thread", "message"]


class Watermark(Base):
    """How far the history of one place has been read: never the newest event that came, but what was read itself.

    `thread_ts` is empty for a channel, the root's ts for a thread, the message's own for a single message (a nudge, of
    which only the reactions are read). Ts are Slack's: `since` is when the bot began to listen there (what is older is
    not read anew), `read_until` the newest message before which nothing is missing.

    A reading that is under way may be interrupted and goes on: it began at `top` and has come to `reached` (downwards
    in a channel, upwards in a thread). `wanted_at` is when it was asked for (None: it is done), `rank` how much it
    matters: what nudges wait for comes first, what was read before last.
    """

    __tablename__ = "watermark"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    channel_id: Mapped[str] = mapped_column(String, primary_key=True)
    thread_ts: Mapped[str] = mapped_column(String, primary_key=True, default="")
    kind: Mapped[str]
    since: Mapped[str]
    read_until: Mapped[str]
    top: Mapped[str | None]
    reached: Mapped[str | None]
    rank: Mapped[int] = mapped_column(default=0)
    wanted_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]

    __table_args__ = (
        partial_index(
            "ix_watermark_wanted",
            "team_id",
            "rank",
            "wanted_at",
            where="wanted_at IS NOT NULL",
        ),
    )


class Presence(Base):
    """When a workspace was surely listened to last, and by when whoever listens says so again: later than that, nobody
    does. When all its places were wanted last, and are next. When a watchdog thought last that no events come.
    """

    __tablename__ = "presence"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    listened_at: Mapped[datetime]
    silent_at: Mapped[datetime]
    pass_at: Mapped[datetime | None]
    pass_due_at: Mapped[datetime]
    alarm_at: Mapped[datetime | None]


class Absence(Base):
    """Nobody listened from `began_at` to `ended_at`, or no event came; `closed_at` is when all of it had been read."""

    __tablename__ = "absence"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime]
    reason: Mapped[str]
    closed_at: Mapped[datetime | None]
    messages: Mapped[int] = mapped_column(default=0)
    mentions: Mapped[int] = mapped_column(default=0)
    promises: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        partial_index(
            "ix_absence_open",
            "team_id",
            where="closed_at IS NULL",
        ),
    )
