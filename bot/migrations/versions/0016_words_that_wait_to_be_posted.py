"""How many customers' words wait to be posted is counted without a walk through all that ever came.

Revision ID: 0016
Revises: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    waits = sa.text("ts IS NULL AND refused IS NULL")
    op.create_index("ix_intake_waiting", "intake", ["team_id"], sqlite_where=waits, postgresql_where=waits)


def downgrade() -> None:
    op.drop_index("ix_intake_waiting", table_name="intake")
