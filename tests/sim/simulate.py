"""One week from beginning to end: set up, faults, the drain, and what must hold."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.sim import ending
from tests.sim.bugs import planted
from tests.sim.faults import Storm
from tests.sim.life import may_run
from tests.sim.listening import listening
from tests.sim.loop import VirtualLoop
from tests.sim.people import People
from tests.sim.room import ALONE, MANY
from tests.sim.safety import Safety
from tests.sim.stage import Stage, build, stream, tear_down
from tests.sim.swapping import standing_in
from tests.sim.truth import Truth
from tests.sim.week import WEEK, Size, Week


@dataclass
class Outcome:
    """What came of a week. `seconds` are of the processor; they are in no trace."""

    seed: int
    lines: list[str]
    digest: str
    violations: list[str]
    struck: Counter[str]
    acts: Counter[str]
    seconds: float = 0.0
    steps: int = 0
    end: dict[str, int] = field(default_factory=dict)


def run_week(seed: int, bug: str = "", size: Size = WEEK) -> Outcome:
    """The week of that seed. With a bug planted, it ends at the first violation."""
    begun = time.process_time()
    loop = VirtualLoop(stream(seed, "loop"))
    loop.may_run = may_run
    asyncio.set_event_loop(loop)
    try:
        with standing_in(), planted(bug):
            outcome = loop.run_until_complete(_week(seed, loop, size, is_first_enough=bool(bug)))
    finally:
        asyncio.set_event_loop(None)
        loop.close()
    outcome.seconds, outcome.steps = time.process_time() - begun, loop.steps
    return outcome


async def _week(seed: int, loop: VirtualLoop, size: Size, *, is_first_enough: bool) -> Outcome:
    stage = build(seed, loop)
    with listening(stage.blame):
        playing = loop.start(_play(stage, size))
        ends = [playing, loop.start(stage.blamed.wait())] if is_first_enough else [playing]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        if playing.done():
            playing.result()
        outcome = Outcome(
            seed, stage.trace.lines, stage.trace.digest(), stage.violations[:], stage.trace.struck, stage.trace.acts
        )
        await tear_down(stage)
    return outcome


async def _play(stage: Stage, size: Size) -> None:
    loop = stage.loop
    chance = stage.chance("plan")
    truth = Truth()
    people = People(stage, truth)
    Safety(stage, truth, people)
    week = Week(stage, people, size)
    stage.room.open(chance.choice((ALONE, ALONE, MANY)))
    await asyncio.sleep(60)
    await week.set_up()
    week.plan()
    storm = Storm(stage, week.moments, size)
    storm.plan()
    await asyncio.sleep(size.seconds - loop.time())
    storm.stop()
    people.until = loop.time()
    await asyncio.sleep(size.drain)
    ending.check(stage, truth, has_digest=size.has_digest)
