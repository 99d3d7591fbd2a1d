"""Whose a customer's praise is, and whether it may be quoted.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

OF_MENTION = ("quote_state", "quote_by", "quote_to")


def upgrade() -> None:
    with op.batch_alter_table("mention", schema=None) as batch_op:
        for name in OF_MENTION:
            batch_op.add_column(sa.Column(name, sa.String(), nullable=True))
    op.create_table(
        "credit",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "mention_id", "user_id", name=op.f("pk_credit")),
    )


def downgrade() -> None:
    op.drop_table("credit")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        for name in reversed(OF_MENTION):
            batch_op.drop_column(name)
