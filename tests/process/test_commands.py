"""The command line, as real processes: clear words and exit codes, never a traceback."""

from __future__ import annotations

import json
import signal
import socket
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, select, update

import bot.lanes
import bot.models
import bot.outbox
from bot.database import Base, Ids, Scope, has_newest_tables, transact
from bot.inbox import Arrival, InboxRow, mark_tried, store
from bot.models import Customer, CustomerImport
from tests.process.conftest import REVIEW, Process, Site
from tests.support.waiting import until

ALL_TABLES = (bot.models, bot.outbox, bot.lanes)  # importing them registers their tables
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


def code(process: Process) -> int | None:
    """The exit code of a process that told no traceback."""
    assert "Traceback" not in process.words, process.words
    return process.running.returncode


async def test_sigterm_ends_in_order(site: Site) -> None:
    """What is under way is finished: nothing stays taken or uncertain."""
    run = await site.serve("run")
    await until(lambda: len(site.calls("chat.postMessage")) == 1)  # how to begin
    site.slack.engine.fault(kind="delay", method="chat.postMessage", seconds=60)
    site.say(REVIEW.format(1))
    await until(lambda: len(site.calls("chat.postMessage")) == 2)
    assert await run.terminate() == 0
    assert code(run) == 0
    assert len(site.cards()) == 1
    engine = site.engine()
    assert set(_column(engine, bot.outbox.OutboxRow.state)) <= {"sent", "waiting"}
    assert set(_column(engine, bot.lanes.Lane.taken_by)) == {None}


async def test_sigterm_ends_in_order_over_socket_mode(site: Site) -> None:
    run = await site.serve("run", SLACK_APP_TOKEN=site.slack.settings.app_token)
    ts = site.say(REVIEW.format(1))
    await until(lambda: site.cards() == [ts], 20)
    assert {one["transport"] for delivery in site.slack.core.deliveries for one in delivery.attempts} == {"socket"}
    assert await run.terminate() == 0
    assert code(run) == 0


@pytest.mark.parametrize("transport", ["http", "socket"])
async def test_even_a_talkative_log_holds_nobodys_words(site: Site, transport: str) -> None:
    more = {"SLACK_APP_TOKEN": site.slack.settings.app_token} if transport == "socket" else {}
    run = await site.serve("run", LOG_LEVEL="debug", **more)
    ts = site.say(REVIEW.format("Zanzibar"))
    await until(lambda: site.cards() == [ts], 40)
    await site.slack.engine.command(channel="#support", user="@maria", command="/ours", text="customer Zanzibar")
    assert await run.terminate() == 0
    assert "Ours is ready" in run.words
    assert "Zanzibar" not in run.words
    assert "refund" not in run.words


async def test_two_processes_that_start_at_once_on_a_new_sqlite_file_both_start(new_site: Site) -> None:
    both = [await new_site.start(command) for command in ("web", "worker")]
    for process in both:
        await process.ready()
        assert code(process) is None


async def test_sigterm_ends_a_process_that_waits_for_slack(site: Site) -> None:
    """It starts before its Slack can be reached, and is stopped again."""
    run = await site.start("run", SLACK_API_URL=f"http://127.0.0.1:{_free_port()}/api/")
    await until(lambda: "does not answer yet" in run.words, 30)
    assert await run.terminate() == 0
    assert code(run) == 0


@pytest.mark.parametrize("command", ["run", "migrate", "doctor"])
async def test_wrong_settings_are_told_in_words(site: Site, command: str) -> None:
    process = await site.run(command, DATABASE_URL="mongodb://nowhere")
    assert code(process) == 1
    assert "DATABASE_URL" in process.words


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("SLACK_BOT_TOKEN", "", "SLACK_BOT_TOKEN is missing"),
        ("SLACK_BOT_TOKEN", "xoxb-of-another-app", "invalid_auth"),
        ("SLACK_APP_TOKEN", "xapp-of-another-app", "SLACK_APP_TOKEN"),
        ("CLOCK_URL", "http://127.0.0.1:1", "CLOCK_URL"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all/ours.db", "DATABASE_URL"),
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing", "DATABASE_URL"),
        ("HOST", "203.0.113.7", "203.0.113.7"),
    ],
)
async def test_what_cannot_work_is_told_at_the_start(site: Site, setting: str, value: str, words: str) -> None:
    process = await site.run("run", **{setting: value})
    assert code(process) == 1
    assert words in process.words


async def test_a_taken_port_is_told(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = await site.run("run", PORT=str(taken.getsockname()[1]))
    assert code(process) == 1
    assert "PORT" in process.words


@pytest.mark.parametrize("command", ["web", "worker", "doctor"])
async def test_a_database_without_tables_is_told_how_to_get_them(new_postgresql_site: Site, command: str) -> None:
    process = await new_postgresql_site.run(command)
    assert code(process) == 1
    assert "python -m bot migrate" in process.words


@pytest.mark.parametrize("command", [("doctor",), ("retry", "065e2c4ac6a6a6ea1a3f70")])
async def test_a_database_that_is_not_there_is_neither_made_nor_asked(new_site: Site, command: tuple[str, ...]) -> None:
    file = new_site.folder / "mistyped.db"
    process = await new_site.run(*command, DATABASE_URL=f"sqlite:///{file}")
    assert code(process) == 1
    assert "python -m bot migrate" in process.words
    assert not file.exists()


@pytest.mark.parametrize("command", [("run",), ("migrate",), ("doctor",), ("retry", "065e2c4ac6a6a6ea1a3f70")])
async def test_a_file_that_is_no_database_is_told(new_site: Site, command: tuple[str, ...]) -> None:
    file = new_site.folder / "notes.txt"
    file.write_text("A file of somebody's that DATABASE_URL names by mistake.\n" * 100)
    process = await new_site.run(*command, DATABASE_URL=f"sqlite:///{file}")
    assert code(process) == 1
    assert "DATABASE_URL" in process.words


async def test_migrate_makes_exactly_the_models_tables(new_site: Site) -> None:
    await _check_migration(new_site)


async def test_migrate_makes_exactly_the_models_tables_on_postgresql(new_postgresql_site: Site) -> None:
    await _check_migration(new_postgresql_site)


async def test_of_some_that_migrate_at_once_one_does_and_the_others_find_it_done(new_site: Site) -> None:
    await _migrate_at_once(new_site)


async def test_of_some_that_migrate_postgresql_at_once_one_does_it(new_postgresql_site: Site) -> None:
    await _migrate_at_once(new_postgresql_site)


async def _migrate_at_once(site: Site) -> None:
    for process in [await site.start("migrate") for _ in range(3)]:
        await process.ended()
        assert code(process) == 0
    assert has_newest_tables(site.database_url)


async def _check_migration(site: Site) -> None:
    for _ in range(2):  # again: nothing is left to do
        assert code(await site.run("migrate")) == 0
    engine = site.engine()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
        assert set(inspect(connection).get_table_names()) == {"alembic_version", *Base.metadata.tables}
        indexes = {index["name"] for table in Base.metadata.tables for index in inspect(connection).get_indexes(table)}
    assert {index.name for table in Base.metadata.tables.values() for index in table.indexes} <= indexes


async def test_doctor_tells_of_what_failed_and_retry_puts_it_back(site: Site) -> None:
    well = await site.run("doctor")
    assert (code(well), "All is well" in well.output) == (0, True)
    engine = site.engine()
    row_id = transact(engine, _fail)
    ill = await site.run("doctor")
    assert code(ill) == 1
    assert row_id in ill.output
    assert "KeyError: 'user'" in ill.output
    assert "python -m bot retry" in ill.output
    assert "the customer's words" not in ill.output
    assert code(await site.run("retry", row_id)) == 0
    assert _column(engine, InboxRow.state) == ["waiting"]
    again = await site.run("retry", row_id)
    assert (code(again), "No failed row" in again.output) == (1, True)


async def test_customers_are_imported_and_exported_while_the_bot_runs(site: Site) -> None:
    await site.serve("run")
    file = site.folder / "customers.csv"
    file.write_text("name,domains\n" + "".join(f"Customer {n},c{n}.example\n" for n in range(500)), encoding="utf-8")
    dry = await site.run("customers", "import", str(file), "--dry-run")
    assert (code(dry), "Would add 500:" in dry.output) == (0, True)
    imported = await site.run("customers", "import", str(file))
    assert (code(imported), "500 added, 0 changed" in imported.output) == (0, True)
    exported = await site.run("customers", "export", "-")
    assert (code(exported), len(exported.output.splitlines())) == (0, 501)
    file.write_text("name,domains\nNew,new.example\nOther,nothing\n", encoding="utf-8")
    wrong = await site.run("customers", "import", str(file))
    assert (code(wrong), "line 3, domains: “nothing” is no domain" in wrong.words) == (1, True)
    assert len((await site.run("customers", "export", "-")).output.splitlines()) == 501
    missing = await site.run("customers", "import", "nowhere.csv")
    assert (code(missing), "nowhere.csv can't be read" in missing.words) == (1, True)


async def test_departments_are_exported_and_imported_while_the_bot_runs(site: Site) -> None:
    await site.serve("run")
    file = site.folder / "departments.toml"
    assert code(await site.run("departments", "export", str(file))) == 0
    same = await site.run("departments", "import", str(file))
    assert (code(same), "0 added, 0 changed, 9 as they were" in same.output) == (0, True)
    file.write_text(file.read_text(encoding="utf-8").replace('"Legal"', '"Law"'), encoding="utf-8")
    dry = await site.run("departments", "import", str(file), "--dry-run")
    assert (code(dry), "Law: was Legal" in dry.output) == (0, True)
    assert "1 changed" in (await site.run("departments", "import", str(file))).output
    assert '"Law"' in (await site.run("departments", "export", "-")).output
    file.write_text("[legal]\nname = 3\n", encoding="utf-8")
    wrong = await site.run("departments", "import", str(file))
    assert (code(wrong), "Department `legal`: it needs a name" in wrong.words) == (1, True)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGKILL])
async def test_an_import_that_is_stopped_is_finished_by_the_next(site: Site, stop: signal.Signals) -> None:
    await site.serve("run")
    file = site.folder / "customers.csv"
    file.write_text("name\n" + "".join(f"Customer {n}\n" for n in range(10_000)), encoding="utf-8")
    importing = await site.start("customers", "import", str(file))
    engine = site.engine()
    await until(lambda: len(_column(engine, Customer.id)) > 0, 40)
    importing.running.send_signal(stop)
    assert await importing.ended() == (130 if stop == signal.SIGTERM else -stop)
    assert 0 < len(_column(engine, Customer.id)) < 10_000
    if stop == signal.SIGTERM:
        assert "Run the same command again" in importing.words
    else:
        busy = await site.run("customers", "import", str(file))
        assert (code(busy), "is under way" in busy.words) == (1, True)
        ended = update(CustomerImport).values(taken_until=datetime.now(UTC))
        transact(engine, lambda session: session.execute(ended))
    again = await site.run("customers", "import", str(file))
    assert (code(again), "rows are written first" in again.words) == (0, True)
    assert len(_column(engine, Customer.id)) == 10_000
    assert _column(engine, CustomerImport.id) == []


@pytest.mark.parametrize("transport", ["http", "socket"])
async def test_another_program_tells_of_customers_with_a_token(site: Site, transport: str) -> None:
    off = await site.run("token", "crm")
    assert (code(off), "API_SECRET is not set" in off.words) == (1, True)
    more = {"API_SECRET": "a secret that is long enough for it"}
    more |= {"SLACK_APP_TOKEN": site.slack.settings.app_token} if transport == "socket" else {}
    run = await site.serve("run", **more)
    made = await site.run("token", "crm", "--days", "30", **more)
    assert code(made) == 0
    headers = {"Authorization": f"Bearer {made.output.strip()}"}
    address = f"http://127.0.0.1:{run.port}/api/customers"
    async with aiohttp.ClientSession() as session:
        async with session.put(address, json={"name": "Acme"}, headers=headers) as reply:
            assert (reply.status, (await reply.json())["customers"][0]["outcome"]) == (200, "added")
        async with session.put(address, json={"name": "Acme"}) as reply:
            assert reply.status == 401
    assert made.output.strip() not in run.words
    assert await run.terminate() == 0


def _fail(session: Any) -> str:
    """An event that failed for good."""
    event = Arrival("T1", "C1", "Ev1", None, "message", {"event": {"text": "the customer's words"}})
    scope = Scope(session, "T1", NOW, Ids(lambda: NOW))
    store(session, [event], scope.new_id, NOW)
    row_id = session.execute(select(InboxRow.id)).scalar_one()
    while mark_tried(scope, row_id, "KeyError: 'user'") is not None:
        pass
    return str(row_id)


def _column(engine: Engine, column: Any) -> list[Any]:
    return transact(engine, lambda session: list(session.execute(select(column)).scalars()))


async def test_read_answers_three_lines_with_three(site: Site) -> None:
    lines = ["I was charged twice", '{"id": "b", "text": "I\'ll call her by Friday", "tz": "Europe/Berlin"}', "lunch?"]
    process = await site.run("read", given="\n".join(lines) + "\n")
    assert code(process) == 0
    found = [json.loads(line) for line in process.output.splitlines()]
    assert [one["id"] for one in found] == [1, "b", 3]
    assert found[1]["promise"]["is"] is True


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
