"""The sentences that promises are learned from, and the folds in which they lie."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bench.reading.report import rows
from bench.training.fitting import Example, fold_of

CHAT = Path(__file__).parent / "chat"
COUNTS = {
    "ami": (1.0, 4.5),
    "lin_enron": (4.0, 4.0),
    "chat": (4.5, 4.5),
    "calls": (3.0, 3.0),
    "irc": (30.0, 0.0),
}
"""How much an example counts, without and with a promise.

The corpora are as unlike in size as in their share of promises, and one threshold serves all: so chat, where a wrong
offer costs most, and mail, of which there is little, count more.
"""
MEETING_FOLDS = 6
"""The four meetings of one group lie in one fold: they share people, and a way of speaking."""


def gather() -> list[Example]:
    """All sentences with their labels: mail, meetings, ordinary chat, and our own."""
    found = [
        Example(row["text"], bool(row["label"]), name := row["corpus"], COUNTS[name][row["label"]], talks_of(row["id"]))
        for row in rows("promises.jsonl")
    ]
    found += [Example(row["text"], False, "irc", COUNTS["irc"][0]) for row in rows("chat.jsonl")]
    for path in sorted(CHAT.glob("*.txt")):
        corpus = "calls" if path.stem.startswith("calls") else "chat"
        label = path.stem.endswith("promises")
        found += [Example(line, label, corpus, COUNTS[corpus][label]) for line in own_lines(path)]
    return found


def talks_of(name: str) -> str:
    """The group whose talks these are: "ami-ES2002a-106" is of "ES2002"; empty for all that is no talk."""
    match = re.match(r"ami-([A-Z]+\d+)", name)
    return match[1] if match else ""


def part_of(example: Example) -> int:
    """The fold of an example: by its group, else by its letters."""
    if example.talks:
        return int(hashlib.sha256(f"x{example.talks}".encode()).hexdigest(), 16) % MEETING_FOLDS
    return fold_of(example.text)


def own_lines(path: Path) -> list[str]:
    """The sentences of a file of ours, one a line, without its heading."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]
