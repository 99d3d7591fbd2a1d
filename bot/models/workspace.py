"""A workspace in which the bot is installed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from sqlalchemy import String, false
from sqlalchemy.orm import Mapped, mapped_column

from bot.clock import WorkingHours
from bot.database import Base

MENTION_EMOJI = "customer speaking_head_in_silhouette"
"""One that a workspace may have made for it, and one that every workspace has and few react with."""


class Workspace(Base):
    """`zone` and the hours hold for the digest, for channel reminders, and for people who set none. `holidays` is whose
    public holidays nobody works on (see `calendars`). `guidelines` is how we answer customers, in the house's words.
    `mention_emoji` are names of emoji, with spaces between: a reaction with one shares a message. `learning` says
    whether corrections are kept and rules proposed ("propose"), weigh besides ("at_once"), or neither ("off").
    The digest comes on `digest_day` (0 is Monday) at `digest_at`; `guides_off` says that new teammates get no guide,
    `setup_told_at` when somebody was led to the setup. Until `homes_until` somebody's Home follows what happens; after
    it no act looks for one.
    """

    __tablename__ = "workspace"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str]
    url: Mapped[str]
    app_id: Mapped[str | None]
    bot_user_id: Mapped[str]
    bot_id: Mapped[str | None]
    zone: Mapped[str]
    work_start: Mapped[time] = mapped_column(default=time(9))
    work_end: Mapped[time] = mapped_column(default=time(17))
    work_days: Mapped[str] = mapped_column(String, default="01234")
    holidays: Mapped[str] = mapped_column(String, default="none", server_default="none")
    digest_channel_id: Mapped[str | None]
    digest_day: Mapped[int] = mapped_column(default=0, server_default="0")
    digest_at: Mapped[time] = mapped_column(default=time(9), server_default="09:00:00")
    guidelines: Mapped[str] = mapped_column(String, default="")
    learning: Mapped[str] = mapped_column(String, default="propose", server_default="propose")
    guides_off: Mapped[bool] = mapped_column(default=False, server_default=false())
    setup_told_at: Mapped[datetime | None]
    homes_until: Mapped[datetime | None]
    mention_emoji: Mapped[str] = mapped_column(String, default=MENTION_EMOJI, server_default=MENTION_EMOJI)
    created_at: Mapped[datetime]

    @property
    def hours(self) -> WorkingHours:
        own_days = weekdays(self.work_days)
        return WorkingHours(self.zone, self.work_start, self.work_end, own_days, holidays=self.holidays)


def weekdays(digits: str) -> frozenset[int]:
    """'01234' → Monday to Friday."""
    return frozenset(int(digit) for digit in digits)


def digits(weekdays: Iterable[int]) -> str:
    """The reverse: Monday to Friday → '01234'."""
    return "".join(str(day) for day in sorted(weekdays))
