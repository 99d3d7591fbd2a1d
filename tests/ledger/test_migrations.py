"""A database of an earlier version is brought up to date, and keeps what it holds."""

from __future__ import annotations

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from bot import migrations
from bot.database import SCHEMA, has_newest_tables, make_engine, transact
from bot.ledger import customer_views, customers, mentions, name_bitmaps, people, shares, workspaces
from bot.ledger.visibility import Audience
from tests.support.world import ANN, BEN, OPEN, World

CUSTOMER = "(team_id, id, name, created_at)"


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
    customer = "('T1', 'K1', 'Acme Corp', '2026-11-01 00:00:00')"
    transact(engine, lambda session: session.execute(text(f"INSERT INTO customer {CUSTOMER} VALUES {customer}")))
    transact(engine, lambda session: session.execute(text("INSERT INTO alias VALUES ('T1', 'acme', 'K1')")))
    assert not has_newest_tables(url)
    migrations.upgrade(url)
    assert has_newest_tables(url)
    assert World(engine).run(workspaces.get).learning == "propose"
    page = World(engine).run(customer_views.meant, "acme", "Acme", Audience())
    assert (page.name, page.is_known) == ("Acme Corp", True)
    assert "acme" in (World(engine).run(name_bitmaps.current, 1) or ["acme"])
    assert World(engine).run(customers.look_up, ["acme"]) == {"acme": "Acme Corp"}
    assert World(engine).install().share(OPEN).is_new
    engine.dispose()


def test_who_took_part_before_there_was_a_guide_for_it_gets_none(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'older.db'}"
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("sqlalchemy.url", url)
    command.upgrade(config, "0016")
    engine = make_engine(url)
    world = World(engine).install()
    mention_id = world.share(OPEN).mention_id
    world.run(lambda scope: shares.claim(scope, mentions.get(scope, mention_id, by=ANN), ANN))
    transact(engine, lambda session: session.execute(text("UPDATE teammate SET guided_at = NULL")))
    migrations.upgrade(url)
    guided = {one.id for one in world.run(people.by_ids, [ANN, BEN]) if one.guided_at is not None}
    assert guided == {ANN}
    engine.dispose()


def test_nobody_sees_a_database_that_is_half_way(tmp_path: Path) -> None:
    """Another process that starts at the same moment would take the steps in between."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    looking = make_engine(url, read_only=True)
    seen: set[str] = set()
    ended = threading.Event()

    def look() -> None:
        while not ended.is_set():
            with looking.connect() as connection:
                if inspect(connection).has_table("alembic_version"):
                    seen.update(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())

    watcher = threading.Thread(target=look)
    watcher.start()
    migrations.upgrade(url)
    ended.set()
    watcher.join()
    looking.dispose()
    assert seen <= {SCHEMA}
