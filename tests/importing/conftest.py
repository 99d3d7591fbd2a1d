"""A database with an installed workspace and the schema's mark, as the command line finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from bot.database import SCHEMA, transact
from tests.support.world import World


@pytest.fixture
def marked(world: World) -> Iterator[World]:
    """`check_schema` finds what `python -m bot migrate` leaves."""

    def mark(session: object) -> None:
        session.execute(text("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)"))  # type: ignore[attr-defined]
        session.execute(text("DELETE FROM alembic_version"))  # type: ignore[attr-defined]
        session.execute(text(f"INSERT INTO alembic_version VALUES ('{SCHEMA}')"))  # type: ignore[attr-defined]

    transact(world.engine, mark)
    yield world
    # What others of this worker find in PostgreSQL is as they expect it.
    transact(world.engine, lambda session: session.execute(text("DROP TABLE alembic_version")))
