"""A note on each part, the lead offered to others, and whether the customer heard back.

Revision ID: 0006
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0006"
down_revision = "0003"
branch_labels = None
depends_on = None

STANDS = sa.text("state = 'offered'")


def upgrade() -> None:
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.add_column(sa.Column("heard_back_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("heard_back_by", sa.String(), nullable=True))
    _create_lead_offer()


def downgrade() -> None:
    op.drop_table("lead_offer")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_column("heard_back_by")
        batch_op.drop_column("heard_back_at")
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.drop_column("note")


def _create_lead_offer() -> None:
    op.create_table(
        "lead_offer",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("from_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("lapses_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_lead_offer")),
    )
    with op.batch_alter_table("lead_offer", schema=None) as batch_op:
        batch_op.create_index(
            "uq_lead_offer_stands", ["team_id", "mention_id"], unique=True, sqlite_where=STANDS, postgresql_where=STANDS
        )
        batch_op.create_index(
            "ix_lead_offer_to", ["team_id", "to_id"], unique=False, sqlite_where=STANDS, postgresql_where=STANDS
        )
        batch_op.create_index("ix_lead_offer_lapses", ["state", "lapses_at"], unique=False)
