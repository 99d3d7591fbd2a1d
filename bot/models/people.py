"""People inside, the channels they talk in, and who is in which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal, cast

from sqlalchemy import String, false
from sqlalchemy.orm import Mapped, mapped_column

from bot.clock import WorkingHours
from bot.database import Base, partial_index
from bot.models.workspace import Workspace, weekdays

ChannelMode = Literal["careful", "eager", "off"]
Rhythm = Literal["merged", "each", "daily"]
"""How nudges come: what falls due together in one message, each by itself, or all of them once a day."""


Span = tuple[date, date]
"""Days off: the first and the last of them."""
NO_DAYS: frozenset[date] = frozenset()


def spans_in(off: str) -> list[Span]:
    """'2026-12-24/2027-01-02 2027-02-01/2027-02-01' → the spans."""
    ends = (one.split("/") for one in off.split())
    return [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in ends]


def spans_out(spans: Iterable[Span]) -> str:
    """The reverse."""
    return " ".join(f"{first.isoformat()}/{last.isoformat()}" for first, last in sorted(spans))


@lru_cache(maxsize=512)
def days_in(off: str) -> frozenset[date]:
    """All days of these spans."""
    found = [(first, (last - first).days) for first, last in spans_in(off)]
    return frozenset(first + timedelta(days=number) for first, length in found for number in range(length + 1))


class Teammate(Base):
    """A person of the workspace. Working hours that are not set are the workspace's, in the person's own zone.
    `off` are spans of days on which they don't work (see `days_in`); between `quiet_start` and `quiet_end` nothing
    nudges them, though they work; `evidence_off`: they are not asked whether something shows that a promise was kept.
    Their status in Slack says that they are on leave (`is_away`), until `away_until` or until they change it.

    `is_admin` is Slack's word, `named_admin_by` a teammate's (see `ledger.roles`); `guided_at` is when they were sent
    the guide, or what they had done before there was one showed that they need none.
    """

    __tablename__ = "teammate"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str]
    zone: Mapped[str | None]
    locale: Mapped[str | None]
    is_bot: Mapped[bool] = mapped_column(default=False)
    is_guest: Mapped[bool] = mapped_column(default=False)
    is_admin: Mapped[bool] = mapped_column(default=False)
    is_deleted: Mapped[bool] = mapped_column(default=False)
    is_stranger: Mapped[bool] = mapped_column(default=False)
    dm_channel_id: Mapped[str | None]
    work_start: Mapped[time | None]
    work_end: Mapped[time | None]
    work_days: Mapped[str | None]
    promises_off: Mapped[bool] = mapped_column(default=False)
    share_offers_off: Mapped[bool] = mapped_column(default=False)
    share_offered_at: Mapped[datetime | None]
    named_admin_by: Mapped[str | None]
    guided_at: Mapped[datetime | None]
    off: Mapped[str] = mapped_column(String, default="")
    quiet_start: Mapped[time | None]
    quiet_end: Mapped[time | None]
    rhythm_word: Mapped[str] = mapped_column("rhythm", String, default="merged", server_default="merged")
    evidence_off: Mapped[bool] = mapped_column(default=False, server_default=false())
    is_away: Mapped[bool] = mapped_column(default=False)
    away_until: Mapped[datetime | None]
    fetched_at: Mapped[datetime]

    __table_args__ = (
        partial_index(
            "ix_teammate_outside",
            "team_id",
            "id",
            where="is_guest = 1 OR is_stranger = 1",
            on_postgresql="is_guest OR is_stranger",
        ),
    )

    def hours(self, workspace: Workspace) -> WorkingHours:
        return WorkingHours(
            self.zone or workspace.zone,
            self.work_start or workspace.work_start,
            self.work_end or workspace.work_end,
            weekdays(self.work_days or workspace.work_days),
            days_in(self.off) if self.off else NO_DAYS,
            workspace.holidays,
        )

    @property
    def rhythm(self) -> Rhythm:
        return cast(Rhythm, self.rhythm_word)

    @property
    def is_reachable(self) -> bool:
        """Whether a nudge may go to this person: a teammate who still has an account."""
        return not (self.is_bot or self.is_deleted or self.is_stranger)


class Channel(Base):
    """A conversation that the bot is or was in. `mode` says how eagerly it is read, `promises_off` that none are,
    `reminders_off` that it is not reminded of what is open, `takes_intake` that listening tools may post there.
    """

    __tablename__ = "channel"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str]
    is_private: Mapped[bool] = mapped_column(default=False)
    is_direct: Mapped[bool] = mapped_column(default=False)
    is_shared_outside: Mapped[bool] = mapped_column(default=False)
    is_archived: Mapped[bool] = mapped_column(default=False)
    bot_is_in: Mapped[bool] = mapped_column(default=False)
    mode_word: Mapped[str] = mapped_column("mode", String, default="careful")
    promises_off: Mapped[bool] = mapped_column(default=False)
    reminders_off: Mapped[bool] = mapped_column(default=False)
    takes_intake: Mapped[bool] = mapped_column(default=False, server_default=false())
    welcomed_at: Mapped[datetime | None]
    members_at: Mapped[datetime | None]
    fetched_at: Mapped[datetime]

    @property
    def mode(self) -> ChannelMode:
        return cast(ChannelMode, self.mode_word)

    @property
    def is_open(self) -> bool:
        """Whether every teammate (guests aside) could open it in Slack."""
        return not (self.is_private or self.is_direct)


class Membership(Base):
    """A person who is in a channel; read from Slack when the bot joins and again before it matters."""

    __tablename__ = "membership"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    channel_id: Mapped[str] = mapped_column(String, primary_key=True)
    user_id: Mapped[str] = mapped_column(String, primary_key=True)
