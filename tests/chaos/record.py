"""What the town's people did, and what they were told of it: the other side of the account."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Place = tuple[str, str]
"""(channel id, ts)"""


@dataclass
class Post:
    """Something a customer said, in which form, and where it was posted; `edited` (a word of the newer text) and
    `deleted` are what became of the first place.
    """

    number: int
    form: str
    user: str
    places: list[Place]
    edited: str = ""
    deleted: bool = False
    has_promises: bool = False


@dataclass
class Promised:
    """A promise as its maker knows it. `place` is their message; None when it was typed as a command.

    `told` is the last that the bot said of it: "" (nothing yet), "tracked" or "kept"; `moves` counts the moves that it
    confirmed. `tried` are the acts that may have been done, whether their answer came or not.
    """

    user: str
    marker: str
    place: Place | None
    told: str = ""
    tried: list[str] = field(default_factory=list)
    moves: int = 0
    checked: bool = False

    def hear(self, words: str) -> None:
        """What the bot answered to a click or a command of theirs."""
        if "Tracked" in words or "promise is tracked" in words:
            self.told = self.told or "tracked"
        elif "Moved to" in words:
            self.moves += 1
        elif "Kept. Thank you" in words or "Thank you for coming back" in words:
            self.told = "kept"

    def may_be(self, is_checked: bool | None) -> set[str]:
        """The states in which it may stand in the ledger. `is_checked`: its ✅ was acknowledged; None: it was not."""
        if self.told == "kept" or (self.told and is_checked):
            return {"kept"}
        states = {"open"} if self.told or self.place is None else {"offered", "expired"}
        if "track" in self.tried:
            states.add("open")
        if "keep" in self.tried or self.checked:
            states.add("kept")
        return states


@dataclass
class Record:
    """All of it; `counts` are for the final account only."""

    posts: list[Post] = field(default_factory=list)
    promises: list[Promised] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    number: int = 0

    def next_number(self) -> int:
        self.number += 1
        return self.number

    def count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1
