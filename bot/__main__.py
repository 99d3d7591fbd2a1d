"""The command line: run, web, worker, migrate, doctor, retry, token, departments, customers, demo, story, read."""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from bot.errors import BotError, CommandLineError, told_shortly

log = logging.getLogger(__name__)
OURS = {"bot", "config", "__main__"}
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LONGEST_TOKEN = 3_650
DEEPEST = 5  # errors that came of each other, as a log tells them


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; answers the exit code. Mistakes are told in words, without a traceback."""
    gc.set_threshold(50_000, 20, 20)  # to look for garbage in what is imported takes a sixth of the start
    parser = make_parser()
    chosen = parser.parse_args(arguments)
    from config.errors import ConfigError  # noqa: PLC0415 - pydantic is not for every command

    try:
        code: int = chosen.command(chosen)
    except (ConfigError, BotError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Ours: a company owns its customers together.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, command: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=words, description=words)
        one.set_defaults(command=command)
        return one

    add("run", lambda _: _serve(("receive", "work")), "everything in one process")
    add("web", lambda _: _serve(("receive",)), "receive what Slack sends")
    add("worker", lambda _: _serve(("work",)), "read, send and keep time")
    add("migrate", _migrate, "create or bring up to date the database")
    add("doctor", _doctor, "what is stuck or failed, and what to do about it")
    retry = add("retry", _retry, "try a failed row again")
    retry.add_argument("id", help="the row's id, as doctor shows it")
    demo = add("demo", _demo, "a local Slack in the browser, with a company and two weeks of its life")
    demo.add_argument("--port", type=int, default=None, metavar="N", help="where the page is (8070, or a free one)")
    demo.add_argument("--no-browser", action="store_true", help="only print the address")
    story = add("story", _story, "the same two weeks told in the terminal, in a minute")
    story.add_argument("--replay", metavar="FILE", help='JSON Lines with a "text": real customers\' words instead')
    story.add_argument("--limit", type=int, default=None, metavar="N", help="replay at most N of them")
    story.add_argument("--check", action="store_true", help="fail unless each becomes one card with a reason")
    story.add_argument("--svg", metavar="FILE", help="draw a few scenes of the two weeks into this file")
    token = add("token", _token, "make a token with which another program may call us")
    token.add_argument("--hook", action="store_true", help="a key and a secret for POST /hooks/mentions instead")
    token.add_argument("name", metavar="NAME", help="who will use it, like crm: entries of the history say so")
    token.add_argument("--days", type=int, default=365, metavar="N", help="how long it holds (365)")
    token.add_argument("--workspace", metavar="ID", help="needed where the bot is in several workspaces")
    _add_departments(add("departments", _departments, "export departments to a TOML file, or import them"))
    _add_customers(add("customers", _customers, "import the directory of customers from a CSV file, or export it"))
    add_reading(add("read", _read, "show what is read in lines of text"))
    return parser


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options of `read`: they stand here, since what reads takes a sixth of a second to load."""
    parser.epilog = (
        'A line is plain text, or a JSON object: "text", and if you like "id", "at" (when it was written, as'
        ' "2026-11-23T14:05:00"), "tz" ("Europe/Berlin"), "locale" ("en-GB": the day comes first) and "holidays"'
        ' ("none", "zone", "DE" or "DE-BY").'
    )
    departments = "departments to read with (TOML, as config/departments.toml)"
    parser.add_argument("--departments", metavar="FILE", help=departments)
    parser.add_argument("--directory", metavar="FILE", help="customers' names, one a line")
    parser.add_argument("--corrections", metavar="FILE", help='past corrections, JSON Lines {"text","departments"}')


def _add_departments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(metavar="import|export", required=True, dest="act")
    importing = acts.add_parser("import", help="make the departments as the file says; a mistake changes nothing")
    importing.add_argument("file", metavar="FILE", help="a TOML file, like config/departments.toml or an export")
    importing.add_argument("--dry-run", action="store_true", help="only show what would change")
    exporting = acts.add_parser("export", help="write all departments into a file that can be imported again")
    exporting.add_argument("file", metavar="FILE", help='where to write ("-": to standard output)')
    for one in (importing, exporting):
        one.add_argument("--workspace", metavar="ID", help="needed where the bot is in several workspaces")


def _add_customers(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(metavar="import|export", required=True, dest="act")
    importing = acts.add_parser("import", help="add and change customers; a file with a mistake changes nothing")
    importing.add_argument("file", metavar="FILE", help="a CSV file (UTF-8), its first line: name,aliases,domains,…")
    importing.add_argument("--dry-run", action="store_true", help="only show what would change")
    exporting = acts.add_parser("export", help="write all customers into a CSV file that can be imported again")
    exporting.add_argument("file", metavar="FILE", help='where to write ("-": to standard output)')
    for one in (importing, exporting):
        one.add_argument("--workspace", metavar="ID", help="needed where the bot is in several workspaces")


def _serve(parts: Sequence[str]) -> int:
    from config.apart import load_apart  # noqa: PLC0415

    settings = load_apart()
    os.environ.pop("SLACK_BOT_TOKEN", None)  # it is in the settings; Bolt would warn that it does not use this one
    _set_up_logs(settings.log_level.upper())
    import uvloop  # noqa: PLC0415

    from bot.database import has_newest_tables  # noqa: PLC0415

    if settings.database_url.startswith("sqlite") and not has_newest_tables(settings.database_url):
        # In a child, so that Alembic's memory goes with it.
        migrated = subprocess.run([sys.executable, "-m", "bot", "migrate"], check=False)
        if migrated.returncode != 0:
            return migrated.returncode

    uvloop.run(_live(settings, parts))
    return 0


def _set_up_logs(level: str) -> None:
    logging.basicConfig(level=level, format=LOG_FORMAT)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it would tell of every tick
    for handler in logging.getLogger().handlers:
        handler.addFilter(_holds_no_words)
        handler.setFormatter(WordlessFormatter(LOG_FORMAT))


class WordlessFormatter(logging.Formatter):
    """Of an error it says where it came from, frame by frame, and of its own words what `told_shortly` does."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging names it
        told: list[str] = []
        error = ei[1]
        while error is not None and len(told) < DEEPEST:
            told.append("".join(traceback.format_tb(error.__traceback__)) + told_shortly(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhich came of:\n".join(told)


def _holds_no_words(record: logging.LogRecord) -> bool:
    """At debug slack_sdk and Bolt write down what people said; and Bolt's loggers heed no level that we set."""
    return record.levelno >= logging.INFO or record.name.partition(".")[0] in OURS


async def _live(settings: object, parts: Sequence[str]) -> None:
    from bot.wiring import House, calm_collector  # noqa: PLC0415

    house = House(settings, parts)  # type: ignore[arg-type]
    ended = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    starting, ending = asyncio.create_task(house.start()), asyncio.create_task(ended.wait())
    try:
        # A process that still waits for Slack can be stopped as well.
        await asyncio.wait({starting, ending}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
            calm_collector()
            log.info("Ours is ready (%s)", ", ".join(parts))
            await ending
    finally:
        starting.cancel()
        ending.cancel()
        await asyncio.gather(starting, ending, return_exceptions=True)
        await house.stop()


def _migrate(_: argparse.Namespace) -> int:
    from bot.migrations import upgrade  # noqa: PLC0415
    from bot.outages import telling_when_away  # noqa: PLC0415
    from config.settings import OfflineSettings, load  # noqa: PLC0415

    with telling_when_away():
        upgrade(load(OfflineSettings).database_url)
    return 0


def _doctor(_: argparse.Namespace) -> int:
    from bot.doctor import report  # noqa: PLC0415
    from config.settings import OfflineSettings, load  # noqa: PLC0415

    words, is_well = report(load(OfflineSettings).database_url, SystemClock().now())
    print(words)
    return 0 if is_well else 1


def _retry(chosen: argparse.Namespace) -> int:
    from bot.doctor import retry  # noqa: PLC0415
    from config.settings import OfflineSettings, load  # noqa: PLC0415

    found = retry(load(OfflineSettings).database_url, chosen.id, SystemClock().now())
    missing = "No failed row has that id, or a newer one says the same. `python -m bot doctor` lists what failed."
    print("It is tried again." if found else missing)
    return 0 if found else 1


def _demo(chosen: argparse.Namespace) -> int:
    from bot import demo  # noqa: PLC0415

    return demo.run_demo(chosen.port, not chosen.no_browser)


def _story(chosen: argparse.Namespace) -> int:
    from bot import demo  # noqa: PLC0415

    return demo.run_story(chosen.replay, chosen.limit, chosen.check, chosen.svg)


def _departments(chosen: argparse.Namespace) -> int:
    from bot.importing.department_command import Wish, export_departments, import_departments  # noqa: PLC0415
    from bot.seeds import read_file, write_file  # noqa: PLC0415
    from config.settings import OfflineSettings, load  # noqa: PLC0415

    is_dry = bool(getattr(chosen, "dry_run", False))
    url = load(OfflineSettings).database_url
    wish = Wish(url, chosen.file, chosen.workspace, read_file, write_file, is_dry)
    act = import_departments if chosen.act == "import" else export_departments
    return act(wish, SystemClock())


def _customers(chosen: argparse.Namespace) -> int:
    from bot.importing.command import Wish, export_customers, import_customers  # noqa: PLC0415
    from config.settings import OfflineSettings, load  # noqa: PLC0415

    settings = load(OfflineSettings)
    is_dry = bool(getattr(chosen, "dry_run", False))
    wish = Wish(settings.database_url, chosen.file, chosen.workspace, settings.customer_tiers, is_dry)
    act = import_customers if chosen.act == "import" else export_customers
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # who is asked to end leaves things as Ctrl-C does
    return act(wish, SystemClock())


def _token(chosen: argparse.Namespace) -> int:
    from bot import tokens  # noqa: PLC0415
    from bot.importing.store import open_store  # noqa: PLC0415
    from config.settings import SECRET_TOO_SHORT, OfflineSettings, load  # noqa: PLC0415

    settings, clock = load(OfflineSettings), SystemClock()
    if settings.api_secret is None:
        raise CommandLineError(problem="API_SECRET is not set, so the API is off", remedy=f"It {SECRET_TOO_SHORT}")
    name = "".join(sign for sign in chosen.name if sign.isalnum() or sign in "-_ ")[:40].strip()
    if not name or not 0 < chosen.days <= LONGEST_TOKEN:
        remedy = f"Like: python -m bot token crm --days 90 (1 to {LONGEST_TOKEN} days)"
        raise CommandLineError(problem="A token wants a name and days", remedy=remedy)
    with open_store(settings.database_url, chosen.workspace, clock) as store:
        given = tokens.Pass(store.team_id, name, clock.machine() + timedelta(days=chosen.days))
    secret = settings.api_secret.get_secret_value()
    if chosen.hook:
        key, signing = tokens.make_hook(secret, given)
        print(f"X-Ours-Key: {key}\nsecret: {signing}")
    else:
        print(tokens.make(secret, given))
    print(f"For {name} in workspace {given.team_id}, until {given.until:%d %B %Y}. Keep it secret.", file=sys.stderr)
    return 0


def _read(chosen: argparse.Namespace) -> int:
    from bot import read  # noqa: PLC0415
    from bot.facts import DepartmentWords  # noqa: PLC0415
    from config.departments import read_departments  # noqa: PLC0415
    from config.settings import PACKAGED_DEPARTMENTS  # noqa: PLC0415

    seeds = read_departments(Path(chosen.departments) if chosen.departments else PACKAGED_DEPARTMENTS)
    words = [DepartmentWords(seed.key, seed.name, seed.description, seed.words) for seed in seeds]
    return read.main(chosen, words, sys.stdin, sys.stdout, SystemClock().now().astimezone(UTC))


if __name__ == "__main__":
    sys.exit(main())
