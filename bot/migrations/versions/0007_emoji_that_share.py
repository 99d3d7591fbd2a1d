"""Which emoji share a message, and the reactions that made a mention of one.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import Json

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

USUAL = "customer speaking_head_in_silhouette"


def upgrade() -> None:
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("mention_emoji", sa.String(), nullable=False, server_default=USUAL))
    with op.batch_alter_table("sighting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("marks", Json, nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("sighting", schema=None) as batch_op:
        batch_op.drop_column("marks")
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("mention_emoji")
