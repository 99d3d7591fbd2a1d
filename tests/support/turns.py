"""In which order several workers play the tests, so that none waits for the last of another.

Each begins with an equal part of all (`--dist worksteal`), and who is through takes over the end of another's. So each
part begins with what takes long, and ends with what is short: what is left to take over in the end takes no time.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

LONG_FIRST = ("process", "sim", "book", "flow", "browser", "node", "wire", "ledger", "importing")
"""Folders by how long one of their tests takes; the others' take a moment."""


def in_turns(items: Sequence[pytest.Item], workers: int) -> list[pytest.Item]:
    """The same tests, those of a file together, in as many parts."""
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(_place(item), []).append(item)
    parts: list[list[pytest.Item]] = [[] for _ in range(workers)]
    for some in sorted(files.values(), key=lambda some: (_rank(some[0]), -len(some))):
        min(parts, key=len).extend(some)
    return [item for part in parts for item in part]


def _place(item: pytest.Item) -> str:
    """Its file; processes are started by one worker alone, since each of them is as busy as a worker."""
    return "process" if _folder(item) == "process" else str(item.path)


def _rank(item: pytest.Item) -> int:
    folder = _folder(item)
    return LONG_FIRST.index(folder) if folder in LONG_FIRST else len(LONG_FIRST)


def _folder(item: pytest.Item) -> str:
    return item.path.relative_to(item.config.rootpath / "tests").parts[0]
