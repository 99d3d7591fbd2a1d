"""A customer: a person or company outside, the names by which people call them, and where they write from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, partial_index


class Customer(Base):
    """`name` is always one of the customer's aliases, too. `version` grows with every change of what is known of them.

    A duplicate that was merged keeps all that is its own; `merged_into_id` says as whom it counts (who itself is merged
    into nobody).
    """

    __tablename__ = "customer"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str]
    tier: Mapped[str | None]
    home_department_id: Mapped[str | None]
    created_at: Mapped[datetime]
    merged_into_id: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=0, server_default="0")

    __table_args__ = (
        Index("ix_customer_name", "team_id", "name"),
        partial_index(
            "ix_customer_merged",
            "team_id",
            "merged_into_id",
            where="merged_into_id IS NOT NULL",
        ),
    )


class Alias(Base):
    """A name of a customer as it is looked up (`norm`: normalised by understanding), and as it is written.

    The newest one's `id` tells processes that names were added (`name_bitmaps`): a row is never given another norm.
    """

    __tablename__ = "alias"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    norm: Mapped[str] = mapped_column(String, primary_key=True)
    customer_id: Mapped[str]
    id: Mapped[str]
    name: Mapped[str]
    created_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_alias_customer", "team_id", "customer_id"),
        Index("ix_alias_newest", "team_id", "id"),
    )


class Address(Base):
    """Where a customer writes from, normalised by understanding: a domain (`acme.com`), a mail address
    (`ada@acme.com`), or a handle behind its site (`x.com/acme`).
    """

    __tablename__ = "address"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    address: Mapped[str] = mapped_column(String, primary_key=True)
    customer_id: Mapped[str]

    __table_args__ = (Index("ix_address_customer", "team_id", "customer_id"),)


class CustomerOwner(Base):
    """A teammate who knows a customer and looks after them. Owners add up."""

    __tablename__ = "customer_owner"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    customer_id: Mapped[str] = mapped_column(String, primary_key=True)
    user_id: Mapped[str] = mapped_column(String, primary_key=True)
    added_at: Mapped[datetime]


class CustomerImport(Base):
    """An import under way: one for each workspace. Until all its rows are staged nothing of it is visible; from then on
    it is only finished, by whoever runs the command next. `taken_until` is on the machine's clock.
    """

    __tablename__ = "customer_import"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str]
    at: Mapped[datetime]
    rows: Mapped[int]
    is_staged: Mapped[bool] = mapped_column(default=False)
    taken_until: Mapped[datetime]


class StagedCustomer(Base):
    """A row of an import that was checked and is not written yet: what the ledger is to be told."""

    __tablename__ = "staged_customer"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    facts: Mapped[dict[str, Any]]
