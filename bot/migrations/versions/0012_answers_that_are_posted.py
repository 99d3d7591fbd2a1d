"""An answer that its writer has posted in the customer's thread.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("posted_ts", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_column("posted_ts")
        batch_op.drop_column("asked_at")
