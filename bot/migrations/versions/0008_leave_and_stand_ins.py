"""Who is on leave, and who was asked to stand in for them.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STOOD_IN = sa.text("why <> '' AND state IN ('offered', 'accepted')")
UNTOLD = sa.text("why <> '' AND told_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_away", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("away_until", UTCDateTime(), nullable=True))
    with op.batch_alter_table("lead_offer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("why", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("hand_off", schema=None) as batch_op:
        batch_op.add_column(sa.Column("why", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("told_at", UTCDateTime(), nullable=True))
    for table, column in (("teammate", "is_away"), ("lead_offer", "why"), ("hand_off", "why")):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, server_default=None)
    op.create_index(
        "ix_lead_offer_stood_in", "lead_offer", ["team_id", "from_id"], sqlite_where=STOOD_IN, postgresql_where=STOOD_IN
    )
    op.create_index(
        "ix_hand_off_untold", "hand_off", ["team_id", "from_id"], sqlite_where=UNTOLD, postgresql_where=UNTOLD
    )


def downgrade() -> None:
    op.drop_index("ix_hand_off_untold", table_name="hand_off")
    op.drop_index("ix_lead_offer_stood_in", table_name="lead_offer")
    with op.batch_alter_table("hand_off", schema=None) as batch_op:
        batch_op.drop_column("told_at")
        batch_op.drop_column("why")
    with op.batch_alter_table("lead_offer", schema=None) as batch_op:
        batch_op.drop_column("why")
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        batch_op.drop_column("away_until")
        batch_op.drop_column("is_away")
