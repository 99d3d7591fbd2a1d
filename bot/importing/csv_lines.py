"""A CSV file as people's programs write it, read strictly: what is not plain is told with its line, never guessed.

(Python's csv module reads stray quotes as it pleases, and swallows half a file after one that is not closed.)
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.errors import CommandLineError
from bot.facts import Fault

DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 10_000
FORMULAS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the line of the file on which it begins, its cells; or what is wrong with it."""

    number: int
    cells: tuple[str, ...]
    fault: Fault | None = None


def disarmed(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula, as one that it shows: somebody chose that name."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULAS) else cell


def armed(cell: str) -> str:
    """The reverse."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULAS) else cell


def read_text(path: str) -> str:
    """The file's text. Raises CommandLineError when it can't be read, or is no UTF-8 (with the line that isn't)."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        problem = f"{path} can't be read: {error.strerror or error}"
        raise CommandLineError(problem=problem, remedy="Give the path of a CSV file that exists") from error
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CommandLineError(problem=f"{path} is UTF-16", remedy='Save it as "CSV UTF-8"')
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        problem = f"Line {number} of {path} is no UTF-8"
        raise CommandLineError(problem=problem, remedy='Save the file as "CSV UTF-8" (in Excel: Save as…)') from error


def delimiter_of(header: str) -> str:
    """What separates the cells: whatever the header has most of."""
    return max(DELIMITERS, key=header.count)


def read_lines(text: str, delimiter: str) -> Iterator[Line]:
    """All rows, the header first. Empty lines at the end are none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    number = 0
    while number < len(lines):
        first, line = number, lines[number]
        number += 1
        if '"' not in line:
            fault = None if line.strip() else Fault("", "is empty. Delete it.")
            yield Line(first + 1, tuple(line.split(delimiter)), fault)
            continue
        cells, fault, number = _quoted(lines, first, delimiter)
        yield Line(first + 1, tuple(cells), fault)


def _quoted(lines: Sequence[str], first: int, delimiter: str) -> tuple[list[str], Fault | None, int]:
    """A row with quotes, which may go on over several lines; and the line after it (after a fault, the next line)."""
    cells: list[str] = []
    text, at, number = lines[first], 0, first + 1
    while True:
        if not text.startswith('"', at):
            end = text.find(delimiter, at)
            cell = text[at:] if end < 0 else text[at:end]
            if '"' in cell:
                words = (
                    f"has a quote in the middle of a cell: {cell[:40]}. Put the whole cell in quotes, and double it."
                )
                return cells, Fault(str(len(cells)), words), first + 1
            cells.append(cell)
        else:
            end = _closing(text, at + 1)
            while end < 0 and number < len(lines) and len(text) - at < LONGEST_CELL:
                text, number = f"{text}\n{lines[number]}", number + 1
                end = _closing(text, at + 1)
            if end < 0:
                words = "opens a quote that is never closed. Close it, or take it out."
                return cells, Fault(str(len(cells)), words), first + 1
            cells.append(text[at + 1 : end].replace('""', '"'))
            end += 1
            if end < len(text) and not text.startswith(delimiter, end):
                words = f"goes on after its closing quote: {text[end : end + 20].strip()}. Double quotes within a cell."
                return cells, Fault(str(len(cells) - 1), words), first + 1
            end = end if end < len(text) else -1
        if end < 0:
            return cells, None, number
        at = end + 1


def _closing(text: str, start: int) -> int:
    """Where the quote closes that was opened before `start`; -1 when it doesn't."""
    at = text.find('"', start)
    while at >= 0 and text.startswith('"', at + 1):
        at = text.find('"', at + 2)
    return at
