"""Which entries another program was told, and how far they were looked through.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "telling",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("next_at", UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "entry_id", name=op.f("pk_telling")),
    )
    with op.batch_alter_table("telling", schema=None) as batch_op:
        batch_op.create_index("ix_telling_state", ["team_id", "state", "entry_id"], unique=False)
    op.create_table(
        "telling_cursor",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("since_id", sa.String(), nullable=False),
        sa.Column("swept_at", UTCDateTime(), nullable=False),
        sa.Column("taken_until", UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("rests_until", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_telling_cursor")),
    )


def downgrade() -> None:
    op.drop_table("telling_cursor")
    op.drop_table("telling")
