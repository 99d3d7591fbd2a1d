"""What mentions wait for, and when somebody wants to be asked whether an answer lasted.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

OPEN = sa.text("state = 'open'")
OF_MENTION: dict[str, Any] = {
    "cause_id": sa.String(),
    "waits_for": sa.String(),
    "waits_by": sa.String(),
    "waits_since": UTCDateTime(),
    "fix_told_at": UTCDateTime(),
    "check_back_at": UTCDateTime(),
    "check_back_by": sa.String(),
}


def upgrade() -> None:
    with op.batch_alter_table("mention", schema=None) as batch_op:
        for name, kind in OF_MENTION.items():
            batch_op.add_column(sa.Column(name, kind, nullable=True))
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.add_column(sa.Column("waits_for", sa.String(), nullable=True))
    for column in ("cause_id", "fix_told_at"):
        is_set = sa.text(f"{column} IS NOT NULL")
        name = f"ix_mention_{column.removesuffix('_id').removesuffix('_at')}"
        op.create_index(name, "mention", ["team_id", column], sqlite_where=is_set, postgresql_where=is_set)
    op.create_table(
        "cause",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("fixed_at", UTCDateTime(), nullable=True),
        sa.Column("fixed_by", sa.String(), nullable=True),
        sa.Column("asked_id", sa.String(), nullable=True),
        sa.Column("said_channel_id", sa.String(), nullable=True),
        sa.Column("said_ts", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_cause")),
    )
    op.create_index("uq_cause_open", "cause", ["team_id", "key"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)


def downgrade() -> None:
    op.drop_table("cause")
    op.drop_index("ix_mention_fix_told", table_name="mention")
    op.drop_index("ix_mention_cause", table_name="mention")
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.drop_column("waits_for")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        for name in reversed(OF_MENTION):
            batch_op.drop_column(name)
