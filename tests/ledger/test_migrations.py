"""A database of an earlier version is brought up to date, and keeps what it holds."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from bot import migrations
from bot.database import has_newest_tables, make_engine, transact
from bot.ledger import workspaces
from tests.support.world import OPEN, World


def test_a_workspace_of_the_first_tables_learns_from_then_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'older.db'}"
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("sqlalchemy.url", url)
    command.upgrade(config, "0001")
    engine = make_engine(url)
    row = "('T1', 'Acme', 'https://acme.slack.com/', 'UBOT', 'UTC', '09:00', '17:00', '01234', '2026-11-01 00:00:00')"
    columns = "team_id, name, url, bot_user_id, zone, work_start, work_end, work_days, created_at"
    transact(engine, lambda session: session.execute(text(f"INSERT INTO workspace ({columns}) VALUES {row}")))
    assert not has_newest_tables(url)
    migrations.upgrade(url)
    assert has_newest_tables(url)
    assert World(engine).run(workspaces.get).learning == "propose"
    assert World(engine).install().share(OPEN).is_new
    engine.dispose()
