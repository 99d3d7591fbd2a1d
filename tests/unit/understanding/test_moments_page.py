"""What the page about due moments says of texts is what is read in them."""

from __future__ import annotations

from pathlib import Path

from tests.unit.understanding.moment_tables import cases, wrong

PAGE = Path(__file__).parents[3] / "docs" / "due-moments.md"
LINES = [line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
TABLE = "\n".join(f"{cells[0]} | {cells[1]}" for cells in LINES if cells[0] not in ("text", "---"))
ROWS = cases(TABLE, "2026-11-18T10:00", "America/New_York")


def test_the_page_has_examples() -> None:
    assert len(ROWS) > 50


def test_the_page_says_what_is_read() -> None:
    assert wrong(ROWS) == []
