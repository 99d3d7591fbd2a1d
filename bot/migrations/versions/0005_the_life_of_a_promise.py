"""Promises that were asked for, and those that may be late.

Revision ID: 0005
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0005"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_by_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("asked_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("counter_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("at_risk_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("at_risk_why", sa.String(), nullable=True))
        batch_op.create_index(
            "ix_promise_asked",
            ["team_id", "asked_by_id", "state"],
            unique=False,
            sqlite_where=sa.text("asked_by_id IS NOT NULL"),
            postgresql_where=sa.text("asked_by_id IS NOT NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.drop_index("ix_promise_asked")
        batch_op.drop_column("at_risk_why")
        batch_op.drop_column("at_risk_at")
        batch_op.drop_column("counter_at")
        batch_op.drop_column("asked_at")
        batch_op.drop_column("asked_by_id")
