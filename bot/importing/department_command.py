"""Departments from a file, and into one, on the command line: the same as *Import and export* in Slack."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock
from bot.errors import CommandLineError
from bot.facts import DepartmentFacts
from bot.importing.store import open_store
from bot.ledger import department_files
from bot.ledger.entries import OPERATOR


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for. `url` is the database's; `read` and `write` know the form of the file."""

    url: str
    file: str
    workspace: str | None
    read: Callable[[str], tuple[DepartmentFacts, ...]]
    write: Callable[[Sequence[DepartmentFacts]], str]
    is_dry: bool = False


def export_departments(wish: Wish, clock: Clock) -> int:
    """Write all departments into a file, or to standard output ("-")."""
    with open_store(wish.url, wish.workspace, clock) as store:
        text = wish.write(store.read(department_files.export))
    if wish.file == "-":
        sys.stdout.write(text)
        return 0
    try:
        Path(wish.file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommandLineError(problem=f"{wish.file} cannot be written", remedy=f"{error.strerror}.") from error
    return 0


def import_departments(wish: Wish, clock: Clock) -> int:
    """Import a file, all of it or nothing; with `is_dry`, only say what it would change."""
    wanted = wish.read(_text_of(wish.file))
    with open_store(wish.url, wish.workspace, clock) as store:
        if wish.is_dry:
            lines = store.read(department_files.plan, wanted)
        else:
            lines = store.run(department_files.apply, wanted, OPERATOR)
    for line in lines:
        if line.act != "keep":
            print(f"{line.name}: {'new' if line.act == 'create' else ', '.join(line.what)}")
    done = Counter(line.act for line in lines)
    would = "would be " if wish.is_dry else ""
    print(f"{done['create']} {would}added, {done['change']} {would}changed, {done['keep']} as they were.")
    return 0


def _text_of(path: str) -> str:
    remedy = "Give the path of a TOML file, like that of an export"
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandLineError(problem=f"{path} can't be read: {error.strerror or error}", remedy=remedy) from error
    except UnicodeDecodeError as error:
        raise CommandLineError(problem=f"{path} is no text in UTF-8", remedy=remedy) from error
