"""A teammate's Home: the tab of the app that shows what waits for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base

LIVE_FOR = timedelta(days=1)
"""So long after somebody opened their Home it follows what happens."""


class Home(Base):
    """When they opened it last (None: Slack shows it no more), which page of which list they look at, and the private
    channels of which Slack did not say who is in them when it was opened: nothing of those is shown.
    """

    __tablename__ = "home"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    user_id: Mapped[str] = mapped_column(String, primary_key=True)
    opened_at: Mapped[datetime | None]
    pages: Mapped[dict[str, Any]]
    hidden: Mapped[list[str]]
