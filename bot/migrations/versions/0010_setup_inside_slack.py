"""Departments that are archived, admins whom teammates name, the digest's own moment, and guides for newcomers.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import UTCDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.add_column(sa.Column("archived_at", UTCDateTime(), nullable=True))
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        batch_op.add_column(sa.Column("named_admin_by", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("guided_at", UTCDateTime(), nullable=True))
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("digest_day", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("digest_at", sa.Time(), server_default="09:00:00", nullable=False))
        batch_op.add_column(sa.Column("guides_off", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("setup_told_at", UTCDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        for column in ("setup_told_at", "guides_off", "digest_at", "digest_day"):
            batch_op.drop_column(column)
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        batch_op.drop_column("guided_at")
        batch_op.drop_column("named_admin_by")
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.drop_column("archived_at")
