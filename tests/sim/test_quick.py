"""What goes straight to sqlite3 in a simulated week has the answers that SQLAlchemy gives."""

from __future__ import annotations

from tests.sim.quick import DirectSession
from tests.sim.simulate import run_week
from tests.sim.swapping import swapped
from tests.sim.week import MORNING

SEED = 3


def test_a_morning_is_the_same_without_short_cuts() -> None:
    quick = run_week(SEED, size=MORNING)
    with swapped(DirectSession, "is_direct", value=False):
        slow = run_week(SEED, size=MORNING)
    assert quick.lines == slow.lines
    assert quick.struck["death"]
