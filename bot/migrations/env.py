"""Run by Alembic: how to reach the database, and what the tables shall be."""

from __future__ import annotations

from alembic import context

import bot.inbox
import bot.lanes
import bot.models
import bot.outbox  # noqa: F401 - importing registers the tables
from bot.database import Base, make_engine

engine = make_engine(context.config.get_main_option("sqlalchemy.url") or "")
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
engine.dispose()
