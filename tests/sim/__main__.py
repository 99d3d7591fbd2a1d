"""The simulator's command line.

python -m tests.sim --weeks 200 --seed 1 --processes 2    many weeks; a violated invariant fails
python -m tests.sim --replay 17 --trace week.txt          one week again, with its trace
python -m tests.sim --bugs                                each deliberate bug is found
python -m tests.sim --ci                                  a fixed set, all bugs, and one fresh seed
"""

from __future__ import annotations

import argparse
import secrets
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from bot.wiring import calm_collector
from tests.sim.bugs import BUGS
from tests.sim.faults import never_struck
from tests.sim.simulate import Outcome, run_week

FIXED = range(1, 9)
MOST_WEEKS = 20
"""Within so many weeks each deliberate bug must be found."""
FRESH = 1_000_000
MESSAGES = ("mention", "again", "chatter", "promise", "reply")
LEAST = {"messages": 150, "mentions": 30, "promises": 15, "faults": 30}
"""What a week holds at least; a thinner one would prove less than it seems to."""


def main() -> int:
    asked = _arguments()
    if asked.replay is not None:
        return _replay(asked.replay, asked.bug, asked.trace)
    if asked.bug or asked.bugs:
        return _find_bugs([asked.bug] if asked.bug else list(BUGS), asked.seed, asked.processes)
    if asked.ci:
        failed = _weeks([*FIXED, *([] if asked.fixed else [_fresh()])], asked.processes)
        return failed or _find_bugs(list(BUGS), asked.seed, asked.processes)
    return _weeks(range(asked.seed, asked.seed + asked.weeks), asked.processes)


def _fresh() -> int:
    seed = FRESH + secrets.randbelow(FRESH)
    print(f"fresh seed: {seed}", flush=True)
    return seed


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.sim", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--weeks", type=int, default=200, help="how many weeks, each with a seed of its own")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--replay", type=int, metavar="SEED", help="run one week again")
    parser.add_argument("--trace", type=Path, help="where the trace of a replay goes (else it is printed)")
    parser.add_argument("--bug", choices=list(BUGS), default="", help="plant one bug")
    parser.add_argument("--bugs", action="store_true", help="plant all bugs, one by one")
    parser.add_argument("--ci", action="store_true", help="a fixed set of weeks, all bugs, and one fresh seed")
    parser.add_argument("--fixed", action="store_true", help="with --ci: no fresh seed")
    return parser.parse_args()


def _outcomes(seeds: Iterable[int], processes: int, bug: str = "") -> Iterator[Outcome]:
    if processes == 1:
        yield from map(partial(_lean, bug=bug), seeds)
        return
    with ProcessPoolExecutor(processes, initializer=calm_collector) as pool:
        yield from pool.map(partial(_lean, bug=bug), seeds)


def _lean(seed: int, bug: str) -> Outcome:
    """Without the trace: it is large, and a seed gives it again."""
    outcome = run_week(seed, bug)
    outcome.lines = []
    return outcome


def _weeks(seeds: Iterable[int], processes: int) -> int:
    """Run weeks; print what struck and what was violated. Answers the exit code."""
    begun, failed, count, seconds = time.monotonic(), list[int](), 0, 0.0
    struck, acts = Counter[str](), Counter[str]()
    for outcome in _outcomes(seeds, processes):
        count, seconds = count + 1, seconds + outcome.seconds
        struck, acts = struck + outcome.struck, acts + outcome.acts
        outcome.violations += _thin(outcome)
        if outcome.violations:
            failed.append(outcome.seed)
            _tell(outcome)
        elif count % 10 == 0:
            print(f"{count} weeks, {time.monotonic() - begun:.0f} s", flush=True)
    _counts("acts", acts, count)
    _counts("faults", struck, count)
    missing = never_struck(struck)
    if missing:
        print(f"never struck: {', '.join(missing)}")
    print(f"{count} weeks in {time.monotonic() - begun:.0f} s; {seconds / max(1, count):.1f} s of a processor each")
    if failed:
        print(f"violated in {len(failed)}: replay with --replay {failed[0]} (seeds {', '.join(map(str, failed))})")
    return 1 if failed or missing else 0


def _thin(outcome: Outcome) -> list[str]:
    """What the week had too little of; a week that ended early, because something was violated, is none."""
    if outcome.violations:
        return []
    acts = outcome.acts
    held = {
        "messages": sum(acts[kind] for kind in MESSAGES),
        "mentions": acts["mention"],
        "promises": acts["promise"],
        "faults": outcome.struck.total(),
    }
    return [f"it had {held[name]} {name}, of {least} at least" for name, least in LEAST.items() if held[name] < least]


def _tell(outcome: Outcome) -> None:
    print(f"seed {outcome.seed} violates:")
    for violation in outcome.violations[:10]:
        print(f"  {violation}")
    sys.stdout.flush()


def _counts(name: str, counted: Counter[str], weeks: int) -> None:
    print(f"{name} (all, and each week):")
    for kind, number in sorted(counted.items()):
        print(f"  {kind:32} {number:7}  {number / max(1, weeks):6.1f}")


def _replay(seed: int, bug: str, path: Path | None) -> int:
    outcome = run_week(seed, bug)
    if path is not None:
        path.write_text("\n".join(outcome.lines) + "\n", encoding="utf-8")
    else:
        print("\n".join(outcome.lines))
    print(f"seed {seed}: {len(outcome.lines)} lines, {outcome.digest}")
    if outcome.violations:
        _tell(outcome)
    return 1 if outcome.violations else 0


def _find_bugs(names: list[str], first: int, processes: int) -> int:
    """Plant each bug in week after week until it is found. Answers the exit code."""
    begun, count = time.monotonic(), 0
    with ProcessPoolExecutor(processes, initializer=calm_collector) as pool:
        for name, (weeks, violation) in zip(names, pool.map(partial(_find, first), names), strict=True):
            told = f"found in week {weeks}: {violation}" if weeks else f"NOT FOUND in {MOST_WEEKS} weeks"
            print(f"{name:32} {told}", flush=True)
            count += bool(weeks)
    print(f"{count} of {len(names)} bugs found in {time.monotonic() - begun:.0f} s")
    return 0 if count == len(names) else 1


def _find(first: int, name: str) -> tuple[int, str]:
    """In which week, counted from 1, and by what; 0 when it is never found."""
    for number in range(MOST_WEEKS):
        violations = run_week(first + number, name).violations
        if violations:
            return number + 1, violations[0]
    return 0, ""


if __name__ == "__main__":
    sys.exit(main())
