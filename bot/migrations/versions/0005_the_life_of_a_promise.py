"""Promises that were asked for, that may be late or whose message was edited, and what shows that one was kept.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_evidence()
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_by_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("asked_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("counter_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("at_risk_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("at_risk_why", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("said_due_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("is_read", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("edited_ts", sa.String(), nullable=True))
        batch_op.create_index(
            "ix_promise_asked",
            ["team_id", "asked_by_id", "state"],
            unique=False,
            sqlite_where=sa.text("asked_by_id IS NOT NULL"),
            postgresql_where=sa.text("asked_by_id IS NOT NULL"),
        )


def downgrade() -> None:
    op.drop_table("evidence")
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.drop_index("ix_promise_asked")
        batch_op.drop_column("edited_ts")
        batch_op.drop_column("is_read")
        batch_op.drop_column("said_due_at")
        batch_op.drop_column("at_risk_why")
        batch_op.drop_column("at_risk_at")
        batch_op.drop_column("counter_at")
        batch_op.drop_column("asked_at")
        batch_op.drop_column("asked_by_id")


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("promise_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("found_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_evidence")),
        sa.UniqueConstraint(
            "team_id", "promise_id", "channel_id", "ts", name=op.f("uq_evidence_team_id_promise_id_channel_id_ts")
        ),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(
            "uq_evidence_offered",
            ["team_id", "promise_id"],
            unique=True,
            sqlite_where=sa.text("state = 'offered'"),
            postgresql_where=sa.text("state = 'offered'"),
        )
        batch_op.create_index("ix_evidence_at", ["team_id", "channel_id", "ts"], unique=False)
