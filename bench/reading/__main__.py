"""Prints one table of all that is read, and writes the misses to a file for reading: `python -m bench.reading FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from bench import readers
from bench.reading import departments, mentions, moments, promises, stance, unread
from bench.reading.report import Report, folder

PARTS = {
    "promises": promises,
    "moments": moments,
    "mentions": mentions,
    "departments": departments,
    "stance": stance,
    "unread": unread,
}


def main(arguments: list[str]) -> int:
    """Measure all parts, or those that are named."""
    if not (folder() / "deadlines.jsonl").is_file():
        print("Set OURS_DATA to the folder with deadlines.jsonl and its neighbours.")
        return 2
    chosen = [name for name in arguments if name in PARTS] or list(PARTS)
    report = Report()
    for name in chosen:
        PARTS[name].measure(report)
    if chosen == list(PARTS):
        report.figure("memory", "all readers", "", readers.memory())
    for path in (Path(name) for name in arguments if name not in PARTS):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(report.misses) + "\n", encoding="utf-8")
        print(f"{len(report.misses)} misses to read: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
