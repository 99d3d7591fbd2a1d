"""Which moves docs/states.md allows: the same tables that people read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "states.md"
THINGS = ("promise", "evidence", "share", "lead_offer", "cause", "tag_rule", "slot", "outbox", "inbox")


@cache
def edges(thing: str) -> frozenset[tuple[str | None, str]]:
    """From which state to which."""
    after = PAGE.read_text(encoding="utf-8").split(f"<!-- edges: {thing} -->")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[2:4]] for line in after.splitlines() if line.startswith("|")]
    found = {(None if before == "—" else before, now) for before, now in rows[2:]}
    return frozenset((before, now) for before, now in found if now != "—")


# A share that never was is made as one that was declined, and claimed in the same transaction.
UNSEEN = {"share": frozenset({(None, "declined")})}


def allows(thing: str, before: str | None, now: str) -> bool:
    return (before, now) in edges(thing) or (before, now) in UNSEEN.get(thing, frozenset())
