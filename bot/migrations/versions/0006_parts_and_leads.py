"""A note on each part, the lead offered to others, answers and how we write them, and whether the customer heard back.

Revision ID: 0006
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import Json, UTCDateTime

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None

DEPARTMENT = sa.table(
    "department",
    sa.column("team_id", sa.String()),
    sa.column("id", sa.String()),
    sa.column("on_duty_id", sa.String()),
    sa.column("rota", Json),
)
STANDS = sa.text("state = 'offered'")


def upgrade() -> None:
    _add_words("share", "note")
    _add_words("workspace", "guidelines")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.add_column(sa.Column("heard_back_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("heard_back_by", sa.String(), nullable=True))
    _create_lead_offer()
    _create_answer()
    _make_rotas()


def downgrade() -> None:
    _end_rotas()
    op.drop_table("answer")
    op.drop_table("lead_offer")
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("guidelines")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_column("heard_back_by")
        batch_op.drop_column("heard_back_at")
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.drop_column("note")


def _add_words(table: str, column: str) -> None:
    """Empty in the rows that stand; new ones say it themselves."""
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.add_column(sa.Column(column, sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.alter_column(column, server_default=None)


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


def _create_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("opened_at", UTCDateTime(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=True),
        sa.Column("told_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "mention_id", "user_id", name=op.f("pk_answer")),
    )
    told = sa.text("told_at IS NOT NULL")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(
            "ix_answer_told", ["team_id", "told_at"], unique=False, sqlite_where=told, postgresql_where=told
        )


def _make_rotas() -> None:
    """Whoever was on duty alone is the first of a rota."""
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rota", Json, nullable=False, server_default="[]"))
    alone = DEPARTMENT.c.on_duty_id
    for team_id, key, user_id in op.get_bind().execute(
        sa.select(DEPARTMENT.c.team_id, DEPARTMENT.c.id, alone).where(alone.is_not(None))
    ):
        one = (DEPARTMENT.c.team_id == team_id, DEPARTMENT.c.id == key)
        op.get_bind().execute(sa.update(DEPARTMENT).where(*one).values(rota=[user_id]))
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.drop_column("on_duty_id")
        batch_op.alter_column("rota", server_default=None)


def _end_rotas() -> None:
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.add_column(sa.Column("on_duty_id", sa.String(), nullable=True))
    for team_id, key, rota in op.get_bind().execute(
        sa.select(DEPARTMENT.c.team_id, DEPARTMENT.c.id, DEPARTMENT.c.rota)
    ):
        one = (DEPARTMENT.c.team_id == team_id, DEPARTMENT.c.id == key)
        op.get_bind().execute(sa.update(DEPARTMENT).where(*one).values(on_duty_id=next(iter(rota), None)))
    with op.batch_alter_table("department", schema=None) as batch_op:
        batch_op.drop_column("rota")
