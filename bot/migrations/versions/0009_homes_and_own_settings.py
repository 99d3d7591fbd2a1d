"""Homes that follow what happens, and what teammates choose for themselves: hours, days off, how they are nudged.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import Json, UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

OPEN = sa.text("answered_at IS NULL AND dismissed_at IS NULL")
CHOSEN = ("off", "rhythm", "evidence_off", "quiet_start", "quiet_end")


def upgrade() -> None:
    op.create_table(
        "home",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("opened_at", UTCDateTime(), nullable=True),
        sa.Column("pages", Json, nullable=False),
        sa.Column("hidden", Json, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "user_id", name=op.f("pk_home")),
    )
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("homes_until", UTCDateTime(), nullable=True))
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("off", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("rhythm", sa.String(), nullable=False, server_default="merged"))
        batch_op.add_column(sa.Column("evidence_off", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("quiet_start", sa.Time(), nullable=True))
        batch_op.add_column(sa.Column("quiet_end", sa.Time(), nullable=True))
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        batch_op.alter_column("off", server_default=None)
    op.create_index(
        "ix_mention_waiting",
        "mention",
        ["team_id", "answered_at", "dismissed_at", "id"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index("ix_mention_waiting", table_name="mention")
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        for name in CHOSEN:
            batch_op.drop_column(name)
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("homes_until")
    op.drop_table("home")
