"""Run by Alembic: how to reach the database, and what the tables shall be."""

from __future__ import annotations

from alembic import context
from sqlalchemy import text

import bot.inbox
import bot.lanes
import bot.models
import bot.outbox  # noqa: F401 - importing registers the tables
from bot.database import Base, make_engine

engine = make_engine(context.config.get_main_option("sqlalchemy.url") or "")
# One transaction from the first look to the last step: of two processes that start at once, one takes all the steps and
# the other finds nothing left. (Alembic by itself commits each step on SQLite, and another's step comes in between.)
with engine.begin() as connection:
    if engine.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('ours: migrate'))"))
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    context.run_migrations()
engine.dispose()
