"""The whole file before anything is written: its header, each of its lines, and no two that claim the same."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.errors import CommandLineError
from bot.facts import CompanyFacts, CustomerFacts, Fault
from bot.importing.csv_lines import Line, armed, delimiter_of, read_lines
from bot.ledger.claims import Claims
from bot.ledger.directory import Change, Known, compare
from bot.understanding import CUSTOMER_FIELDS, CustomerReader

AT_ONCE = 1_000
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
SHOWN = {"home_department_id": "home_department", "addresses": "domains or handles"}
Ask = Callable[[Sequence[CustomerFacts]], Known]
Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, and where: the line, the column (empty: the line as a whole), and words with the remedy."""

    line: int
    column: str
    words: str

    def __str__(self) -> str:
        return f"line {self.line}{f', {self.column}' if self.column else ''}: {self.words}"


@dataclass(frozen=True, slots=True)
class Told:
    """What a line would change: the fields of a customer who is there, or (None) a new one."""

    line: int
    name: str
    fields: tuple[str, ...] | None

    def __str__(self) -> str:
        return f"line {self.line}: {self.name}" + (f" ({', '.join(self.fields)})" if self.fields is not None else "")


@dataclass(slots=True)
class Checked:
    """A file that was looked at: what is wrong in it; or what is to be written, without what is known already."""

    rows: list[CustomerFacts] = field(default_factory=list)
    added: list[Told] = field(default_factory=list)
    changed: list[Told] = field(default_factory=list)
    unchanged: int = 0
    wrong: list[Wrong] = field(default_factory=list)


def check(text: str, company: CompanyFacts, ask: Ask, tell: Tell = lambda _: None) -> Checked:
    """`ask` looks up what the directory has of some rows; `tell` hears how many lines were looked at. Raises
    CommandLineError when there are no lines at all.
    """
    lines = read_lines(text, delimiter := delimiter_of(text.partition("\n")[0]))
    header = next(lines)
    columns, wrong = read_header(header)
    if wrong:
        return Checked(wrong=wrong)
    found = Checked()
    reader, claims = CustomerReader(company), Claims("line")
    for batch in _batches(lines):
        good = [
            (line.number, facts) for line in batch if (facts := _read(line, columns, delimiter, reader, found.wrong))
        ]
        have = ask([facts for _, facts in good])
        for number, facts in good:
            _compare(number, facts, have, claims, found)
        tell(batch[-1].number)
    if not (found.rows or found.unchanged or found.wrong):
        raise CommandLineError(problem="The file has a header and no lines", remedy="Write one line for each customer")
    found.wrong.sort(key=lambda one: one.line)
    return found


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    for line in lines:
        batch.append(line)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def read_header(header: Line) -> tuple[tuple[str, ...], list[Wrong]]:
    """The columns, in normal form, and what is wrong with them."""
    columns = tuple("_".join(cell.strip().casefold().replace("-", " ").split()) for cell in header.cells)
    known = ", ".join(CUSTOMER_FIELDS)
    wrong = [Wrong(1, "", f"the header {header.fault.words}")] if header.fault else []
    for number, column in enumerate(columns):
        if not column:
            words = f"column {number + 1} has no name. Name it, or delete it. The columns are {known}."
            wrong.append(Wrong(1, "", words))
        elif column not in CUSTOMER_FIELDS:
            near = difflib.get_close_matches(column, CUSTOMER_FIELDS, n=1)
            meant = f"Did you mean {near[0]}? " if near else ""
            wrong.append(Wrong(1, column[:40], f"is no column that I know. {meant}The columns are {known}."))
        elif column in columns[:number]:
            wrong.append(Wrong(1, column, "is there twice. Keep one of the two columns."))
    if "name" not in columns and not wrong:
        wrong.append(Wrong(1, "", f"the header has no column “name”. The columns are {known}."))
    return columns, wrong


def _read(
    line: Line, columns: tuple[str, ...], delimiter: str, reader: CustomerReader, wrong: list[Wrong]
) -> CustomerFacts | None:
    if line.fault is not None:
        at = line.fault.field
        column = columns[int(at)] if at and int(at) < len(columns) else ""
        wrong.append(Wrong(line.number, column, line.fault.words))
        return None
    if len(line.cells) != len(columns):
        wrong.append(Wrong(line.number, "", _cells_words(len(line.cells), len(columns), delimiter)))
        return None
    facts, faults = reader.read(dict(zip(columns, map(armed, line.cells), strict=True)))
    wrong += [Wrong(line.number, fault.field, fault.words) for fault in faults]
    return None if faults else facts


def _cells_words(found: int, wanted: int, delimiter: str) -> str:
    if found > wanted:
        remedy = f"Put cells that hold {SEPARATORS[delimiter]} in quotes"
    else:
        remedy = f"Add the {SEPARATORS[delimiter]} of the cells that are empty, or look for a quote that is not closed"
    return f"has {found} cell{'' if found == 1 else 's'}, and the header {wanted}. {remedy}."


def _compare(number: int, facts: CustomerFacts, have: Known, claims: Claims, found: Checked) -> None:
    faults: list[Fault] = claims.check(number, facts, have)
    change = compare(have, facts)
    if not isinstance(change, Change) or faults:
        faults += change if isinstance(change, list) else []
        found.wrong += [Wrong(number, fault.field, fault.words) for fault in faults]
    elif change.outcome == "unchanged":
        found.unchanged += 1
    else:
        found.rows.append(facts)
        is_new = change.outcome == "added"
        told = Told(number, facts.name, None if is_new else tuple(SHOWN.get(one, one) for one in change.fields))
        (found.added if is_new else found.changed).append(told)
