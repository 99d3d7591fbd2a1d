"""What teammates write to a customer: drafts and answers, one of each teammate for each mention."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, partial_index


class Answer(Base):
    """`opened_at` is when its writer began (last), `words` what they saved, `told_at` when they said it was sent. It
    is to be posted since `asked_at`, and stands in the customer's thread at `posted_ts`.
    """

    __tablename__ = "answer"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str] = mapped_column(String, primary_key=True)
    user_id: Mapped[str] = mapped_column(String, primary_key=True)
    words: Mapped[str] = mapped_column(String, default="")
    opened_at: Mapped[datetime]
    saved_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    posted_ts: Mapped[str | None]

    __table_args__ = (
        partial_index(
            "ix_answer_told",
            "team_id",
            "told_at",
            where="told_at IS NOT NULL",
        ),
    )
