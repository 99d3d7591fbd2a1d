"""The graphs of docs/states.md, read off the page: the table under each picture, and the picture."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "docs" / "states.md").read_text(encoding="utf-8")
Edges = set[tuple[str, str | None, str | None]]


def table(name: str) -> Edges:
    """The edges of the table under `<!-- edges: name -->`: act, from, to."""
    after = PAGE.split(f"<!-- edges: {name} -->")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:4]] for line in after.splitlines() if line.startswith("|")]
    return {(act, _state(start), _state(to)) for act, start, to in rows[2:]}


def graph(name: str) -> Edges:
    """The edges of the picture above that table."""
    before = PAGE.split(f"<!-- edges: {name} -->")[0].rsplit("stateDiagram-v2", 1)[1]
    found = re.findall(r"^\s+(\S+) --> (\S+): (\S+)$", before, re.MULTILINE)
    return {(act, _state(start), _state(to)) for start, to, act in found}


def moves(code: dict[str, frozenset[tuple[str | None, str]]]) -> Edges:
    """The edges that the code has."""
    return {(act, start, to) for act, edges in code.items() for start, to in edges}


def _state(word: str) -> str | None:
    return None if word in {"—", "[*]"} else word
