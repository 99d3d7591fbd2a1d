"""Who has taken part or promised something before there was a guide for it needs none.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        UPDATE teammate SET guided_at = fetched_at
        WHERE guided_at IS NULL AND (
            EXISTS (
                SELECT 1 FROM share WHERE share.team_id = teammate.team_id AND share.user_id = teammate.id
                AND share.claimed_at IS NOT NULL
            )
            OR EXISTS (
                SELECT 1 FROM promise WHERE promise.team_id = teammate.team_id AND promise.user_id = teammate.id
                AND promise.opened_at IS NOT NULL
            )
        )
        """
    )


def downgrade() -> None:
    pass
