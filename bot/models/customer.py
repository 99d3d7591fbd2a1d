"""A customer: a person or company outside, with the names by which people call them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base


class Customer(Base):
    __tablename__ = "customer"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str]
    tier: Mapped[str | None]
    home_department_id: Mapped[str | None]
    created_at: Mapped[datetime]


class Alias(Base):
    """A name of a customer as it is looked up: normalised by understanding.

    It comes with its customer: the newest customer's id tells processes that names were added (`name_bitmaps`).
    """

    __tablename__ = "alias"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    norm: Mapped[str] = mapped_column(String, primary_key=True)
    customer_id: Mapped[str]
