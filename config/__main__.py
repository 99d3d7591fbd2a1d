"""`python -m config`: checks the environment and the departments, and says what to mend."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dotenv import dotenv_values
from sqlalchemy import make_url

from config.departments import read_departments
from config.describe import env_example, settings_table
from config.errors import ConfigError
from config.parsing import format_weekdays, nearest
from config.settings import PACKAGED_DEPARTMENTS, OfflineSettings, Settings, load

ENV_FILE = Path(".env")


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when the bot can start with this configuration, else 1."""
    options = _parser().parse_args(arguments)
    if options.env_example or options.table:
        sys.stdout.write(env_example() if options.env_example else settings_table())
        return 0
    settings_are_right = _report(describe_settings)
    departments_are_right = _report(describe_departments)
    for remark in unknown_names(ENV_FILE):
        print(f"Note: {remark}")
    if settings_are_right and departments_are_right:
        print("All is well. Start the bot: python -m bot migrate && python -m bot run")
        return 0
    print("Mend what is listed above, then run `python -m config` again. To see the bot without Slack: make demo")
    return 1


HOLIDAYS = {"none": "none are kept", "zone": "of each person's country, as their time zone tells"}


def describe_settings() -> Iterator[str]:
    """What is set, without any secret; raises `ConfigError`."""
    settings = load()
    yield "Settings (environment and .env)"
    yield f"  Slack      {_transport(settings)}"
    if settings.slack_api_url != Settings.model_fields["slack_api_url"].default:
        yield f"  Slack is   {settings.slack_api_url}"
    if settings.clock_url:
        yield f"  Clock      follows {settings.clock_url}"
    yield f"  Database   {describe_database(settings.database_url)}"
    hours = f"{settings.work_start:%H:%M} to {settings.work_end:%H:%M}, {format_weekdays(settings.work_days)}"
    yield f"  Work       {hours}; a new workspace lives in {settings.workspace_zone}"
    yield f"  Holidays   {HOLIDAYS.get(settings.public_holidays, settings.public_holidays)}"


def describe_departments() -> Iterator[str]:
    """What stands in the file of departments; raises `ConfigError`."""
    path = _departments_file()
    seeds = read_departments(path)
    yield f"Departments ({'the packaged file' if path == PACKAGED_DEPARTMENTS else path})"
    for seed in seeds:
        yield f"  {seed.name} ({seed.key}): {len(seed.words)} words"


def describe_database(address: str) -> str:
    """Where the bot remembers, without user and password."""
    if address in ("sqlite://", "sqlite:///:memory:"):
        return "SQLite in memory: all is forgotten when the bot stops"
    if address.startswith("sqlite"):
        return f"SQLite, file {address.removeprefix('sqlite:///')}"
    parts = make_url(address)
    return f"PostgreSQL, {parts.host or 'this machine'}/{parts.database or ''}"


def unknown_names(env_file: Path) -> Iterator[str]:
    """Names in `.env` that look like ours and are not: mostly slips of the pen."""
    known = tuple(name.upper() for name in Settings.model_fields)
    for name in _written(env_file):
        near = nearest(name, known)
        if name.upper() not in known and near:
            yield f"{env_file} sets {name}, which the bot does not know{near}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m config", description="Check what the bot is configured with.")
    parser.add_argument("--env-example", action="store_true", help="print .env.example, made from the settings")
    parser.add_argument("--table", action="store_true", help="print the settings as a Markdown table")
    return parser


def _report(describe: Callable[[], Iterator[str]]) -> bool:
    try:
        print("\n".join(describe()) + "\n")
    except ConfigError as error:
        print(f"{error}\n")
        return False
    return True


def _transport(settings: Settings) -> str:
    if settings.uses_socket_mode:
        return "Socket Mode: the bot calls Slack, no public address needed"
    return f"HTTP: Slack calls the bot, which listens on {settings.host}:{settings.port}"


def _departments_file() -> Path:
    """Departments are checked also when something else is wrong: the file that is named, whatever else is."""
    try:
        return load(OfflineSettings).departments_file
    except ConfigError:
        named = os.environ.get("DEPARTMENTS_FILE") or _written(ENV_FILE).get("DEPARTMENTS_FILE")
        return Path(named) if named else PACKAGED_DEPARTMENTS


def _written(env_file: Path) -> dict[str, str | None]:
    try:
        return dotenv_values(env_file) if env_file.is_file() else {}
    except UnicodeDecodeError:
        return {}  # load() has said so


if __name__ == "__main__":
    sys.exit(main())
