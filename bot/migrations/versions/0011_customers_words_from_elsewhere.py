"""Customers' words from a form or from listening tools, and the channels where such tools may post.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intake",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("customer", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("said_at", UTCDateTime(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("mention_id", sa.String(), nullable=True),
        sa.Column("refused", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_intake")),
        sa.UniqueConstraint("team_id", "key", name=op.f("uq_intake_team_id_key")),
        sa.UniqueConstraint("team_id", "signature", name=op.f("uq_intake_team_id_signature")),
    )
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.create_index("ix_intake_created", ["created_at"], unique=False)
    with op.batch_alter_table("channel", schema=None) as batch_op:
        batch_op.add_column(sa.Column("takes_intake", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("channel", schema=None) as batch_op:
        batch_op.drop_column("takes_intake")
    op.drop_table("intake")
