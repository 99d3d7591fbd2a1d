"""A department answers some kinds of mention; it has people or a user group, a channel, a head, someone on duty."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Json
from bot.facts import DepartmentWords


class Department(Base):
    """`rota` are those on duty, a week each in turn (see `ledger.duty`). One that was archived is asked no more, and no
    mention is tagged with it; older cards keep it.
    """

    __tablename__ = "department"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    key: Mapped[str]
    name: Mapped[str]
    description: Mapped[str]
    words: Mapped[list[str]]
    head_id: Mapped[str | None]
    rota: Mapped[list[str]] = mapped_column(Json, default=list)
    group_id: Mapped[str | None]
    channel_id: Mapped[str | None]
    archived_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("team_id", "key"),)

    @property
    def reading(self) -> DepartmentWords:
        """What understanding needs to know of it."""
        return DepartmentWords(self.key, self.name, self.description, tuple(self.words))


class DepartmentMember(Base):
    __tablename__ = "department_member"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    department_id: Mapped[str] = mapped_column(String, primary_key=True)
    user_id: Mapped[str] = mapped_column(String, primary_key=True)
    joined_at: Mapped[datetime]
