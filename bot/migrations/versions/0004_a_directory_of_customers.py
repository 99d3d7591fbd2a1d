"""Customers: where they write from, who knows them, duplicates merged; and rows that are being imported.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.database import Json, UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _change_customer()
    _change_alias()
    _create_address()
    _create_customer_owner()
    _create_customer_import()


def downgrade() -> None:
    for name in ("staged_customer", "customer_import", "customer_owner", "address"):
        op.drop_table(name)
    with op.batch_alter_table("alias", schema=None) as batch_op:
        batch_op.drop_index("ix_alias_newest")
        batch_op.drop_index("ix_alias_customer")
        for name in ("created_at", "name", "id"):
            batch_op.drop_column(name)
    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.drop_index("ix_customer_merged")
        batch_op.drop_index("ix_customer_name")
        batch_op.drop_column("version")
        batch_op.drop_column("merged_into_id")


def _change_customer() -> None:
    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_index("ix_customer_name", ["team_id", "name"], unique=False)
        batch_op.create_index(
            "ix_customer_merged",
            ["team_id", "merged_into_id"],
            unique=False,
            sqlite_where=sa.text("merged_into_id IS NOT NULL"),
            postgresql_where=sa.text("merged_into_id IS NOT NULL"),
        )


def _change_alias() -> None:
    """Until now a customer had one name, which came with them."""
    new: dict[str, Any] = {"id": sa.String(), "name": sa.String(), "created_at": UTCDateTime()}
    with op.batch_alter_table("alias", schema=None) as batch_op:
        for name, kind in new.items():
            batch_op.add_column(sa.Column(name, kind, nullable=True))
    theirs = "SELECT {0} FROM customer WHERE customer.team_id = alias.team_id AND customer.id = alias.customer_id"
    values = ", ".join(f"{name} = ({theirs.format(name)})" for name in new)
    op.execute(sa.text(f"UPDATE alias SET {values}"))  # noqa: S608 - nobody's input
    op.execute(sa.text("DELETE FROM alias WHERE id IS NULL"))  # of nobody
    with op.batch_alter_table("alias", schema=None) as batch_op:
        for name, kind in new.items():
            batch_op.alter_column(name, existing_type=kind, nullable=False)
        batch_op.create_index("ix_alias_customer", ["team_id", "customer_id"], unique=False)
        batch_op.create_index("ix_alias_newest", ["team_id", "id"], unique=False)


def _create_address() -> None:
    op.create_table(
        "address",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "address", name=op.f("pk_address")),
    )
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.create_index("ix_address_customer", ["team_id", "customer_id"], unique=False)


def _create_customer_owner() -> None:
    op.create_table(
        "customer_owner",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "customer_id", "user_id", name=op.f("pk_customer_owner")),
    )


def _create_customer_import() -> None:
    op.create_table(
        "customer_import",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("is_staged", sa.Boolean(), nullable=False),
        sa.Column("taken_until", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_customer_import")),
    )
    op.create_table(
        "staged_customer",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "number", name=op.f("pk_staged_customer")),
    )
