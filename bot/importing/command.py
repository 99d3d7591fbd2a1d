"""What the command does: check the whole file, then stage and write it; or write the directory into a file."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.clock import Clock, machine_seconds
from bot.errors import CommandLineError
from bot.facts import CustomerFacts
from bot.importing.checking import Checked, Told, check
from bot.importing.csv_lines import disarmed, read_text
from bot.importing.store import Pace, Store, open_store
from bot.ledger import directory, exports, imports
from bot.ledger.directory import Outcome
from bot.ledger.entries import OPERATOR
from bot.ledger.imports import Refused

MOST_WRONG, MOST_TOLD = 100, 20
A_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for. `url` is the database's."""

    url: str
    file: str
    workspace: str | None
    tiers: Sequence[str]
    is_dry: bool = False


def import_customers(wish: Wish, clock: Clock) -> int:
    """Import a file; answers the exit code: 1 when a line is wrong, and then nothing was written."""
    text = read_text(wish.file)
    console = Console(stderr=True, highlight=False)
    with open_store(wish.url, wish.workspace, clock) as store:
        began = machine_seconds()
        if not wish.is_dry:
            _finish_interrupted(store, console)
        checked = _check(text, wish, store, console)
        if checked.wrong:
            _tell_wrong(checked, wish.file)
            return 1
        if wish.is_dry:
            _tell_dry(checked)
            return 0
        written, refused = _write_all(store, checked.rows, console)
        written["unchanged"] += checked.unchanged
        seconds = machine_seconds() - began
        print(f"{_counted(written)} It took {seconds:.0f} s.")
        return _tell_refused(refused)


def _check(text: str, wish: Wish, store: Store, console: Console) -> Checked:
    company = store.read(directory.company, wish.tiers)
    with Bar("Checking", text.count("\n"), console) as bar:
        return check(text, company, lambda rows: store.read(directory.known, rows), bar.reached)


def _finish_interrupted(store: Store, console: Console) -> None:
    """What an import before this one left on the stage is written first; what it had not staged whole is forgotten."""
    left = store.run(imports.take_over, store.machine)
    if left is None:
        return
    if left.is_staged:
        console.print(f"An import was interrupted: its last {left.left:,} of {left.rows:,} rows are written first.")
        _tell_refused(_write_staged(store, left.id, left.left, console)[1])
        return
    pace = Pace(store)
    is_left = True
    while is_left:
        with pace.keeping() as rows:
            is_left = store.run(imports.clear_some, rows)
    store.run(imports.end, left.id, OPERATOR)


def _write_all(store: Store, rows: list[CustomerFacts], console: Console) -> tuple[Counter[Outcome], list[Refused]]:
    if not rows:
        return Counter(), []
    import_id = store.run(imports.begin, len(rows), store.machine)
    try:
        _stage(store, import_id, rows, console)
        return _write_staged(store, import_id, len(rows), console)
    except KeyboardInterrupt:
        store.run(imports.let_go, import_id, store.machine)
        print("Interrupted. Run the same command again: it goes on where this one ended.", file=sys.stderr)
        raise


def _stage(store: Store, import_id: str, rows: list[CustomerFacts], console: Console) -> None:
    pace = Pace(store, 500)
    first = 0
    with Bar("Staging", len(rows), console) as bar:
        while first < len(rows):
            with pace.keeping() as number:
                store.run(imports.stage, import_id, first, rows[first : first + number], store.machine)
            first += number
            bar.reached(first)
    store.run(imports.all_staged, import_id, store.machine)


def _write_staged(store: Store, import_id: str, total: int, console: Console) -> tuple[Counter[Outcome], list[Refused]]:
    written, refused = Counter[Outcome](), list[Refused]()
    pace = Pace(store)
    with Bar("Writing", total, console) as bar:
        while True:
            with pace.keeping() as rows:
                more, wrong = store.run(imports.write_some, import_id, rows, store.machine, OPERATOR)
            if not more and not wrong:
                break
            written += more
            refused += wrong
            bar.reached(written.total() + len(refused))
    store.run(imports.end, import_id, OPERATOR, written)
    return written, refused


class Bar:
    """How far it is: a bar on a terminal, a line at each tenth elsewhere."""

    def __init__(self, words: str, total: int, console: Console) -> None:
        self._words, self._total, self._console = words, max(total, 1), console
        self._tenth = 0
        columns = (TextColumn("{task.description:9}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=console) if console.is_terminal else None

    def __enter__(self) -> Bar:
        if self._progress is not None:
            self._progress.start()
            self._task = self._progress.add_task(self._words, total=self._total)
        return self

    def __exit__(self, *failure: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def reached(self, number: int) -> None:
        number = min(number, self._total)
        if self._progress is not None:
            self._progress.update(self._task, completed=number)
        elif number * 10 // self._total > self._tenth:
            self._tenth = number * 10 // self._total
            self._console.print(f"{self._words}: {number:,} of {self._total:,}")


def _tell_wrong(checked: Checked, file: str) -> None:
    for one in checked.wrong[:MOST_WRONG]:
        print(one, file=sys.stderr)
    if len(checked.wrong) > MOST_WRONG:
        print(f"… and {len(checked.wrong) - MOST_WRONG:,} more.", file=sys.stderr)
    faults = f"{len(checked.wrong):,} thing{'' if len(checked.wrong) == 1 else 's'}"
    print(f"Nothing was imported: mend {faults} in {file}, then run it again.", file=sys.stderr)


def _tell_dry(checked: Checked) -> None:
    for title, found in (("Would add", checked.added), ("Would change", checked.changed)):
        _tell_some(title, found)
    print(f"{checked.unchanged:,} would stay as they are. Nothing was written.")


def _tell_some(title: str, found: list[Told]) -> None:
    print(f"{title} {len(found):,}{':' if found else '.'}")
    for one in found[:MOST_TOLD]:
        print(f"  {one}")
    if len(found) > MOST_TOLD:
        print(f"  … and {len(found) - MOST_TOLD:,} more")


def _tell_refused(refused: list[Refused]) -> int:
    for facts, words in refused:
        print(f"{facts.name} was not written: {words}", file=sys.stderr)
    return 1 if refused else 0


def _counted(written: Counter[Outcome]) -> str:
    return f"{written['added']:,} added, {written['changed']:,} changed, {written['unchanged']:,} unchanged."


def export_customers(wish: Wish, clock: Clock) -> int:
    """Write the directory into a file ("-": standard output), in the columns in which it is imported."""
    with open_store(wish.url, wish.workspace, clock) as store, _writing(wish.file) as out:
        writer = csv.DictWriter(out, exports.FIELDS, lineterminator="\n")
        writer.writeheader()
        last, number = "", 0
        while rows := store.read(exports.rows_after, last, A_PAGE):
            writer.writerows({name: disarmed(cell) for name, cell in row.items()} for row in rows)
            last, number = rows[-1]["id"], number + len(rows)
    if wish.file != "-":
        print(f"{number:,} customers in {wish.file}.")
    return 0


@contextmanager
def _writing(file: str) -> Iterator[TextIO]:
    if file == "-":
        yield sys.stdout
        return
    try:
        with Path(file).open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        problem = f"{file} can't be written: {error.strerror or error}"
        raise CommandLineError(problem=problem, remedy="Give the path of a file that may be written") from error
