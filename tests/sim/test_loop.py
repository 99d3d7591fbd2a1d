"""Virtual time: it jumps, order is drawn from the seed, and real waiting is an error."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextvars import Context
from random import Random
from typing import Any

import pytest

from tests.sim.life import CURRENT, Life, may_run
from tests.sim.loop import Stuck, VirtualLoop
from tests.sim.trace import Trace

DAY = 86_400.0


@pytest.fixture
def loop() -> Iterator[VirtualLoop]:
    made = VirtualLoop(Random(1))
    yield made
    made.close()


def run(loop: VirtualLoop, work: Coroutine[Any, Any, Any]) -> Any:
    return loop.run_until_complete(work)


def order(seed: int) -> list[int]:
    made: list[int] = []
    loop = VirtualLoop(Random(seed))

    async def note(number: int) -> None:
        made.append(number)

    async def all_of_them() -> None:
        await asyncio.gather(*(note(number) for number in range(8)))

    loop.run_until_complete(all_of_them())
    loop.close()
    return made


def test_a_day_passes_at_once(loop: VirtualLoop) -> None:
    run(loop, asyncio.sleep(DAY))
    assert loop.time() == DAY


def test_what_is_ready_runs_in_an_order_of_the_seed() -> None:
    assert order(1) == order(1)
    assert len({tuple(order(seed)) for seed in range(5)}) > 1


def test_waiting_for_nothing_is_an_error(loop: VirtualLoop) -> None:
    async def forever() -> None:
        await asyncio.Event().wait()

    task = loop.create_task(forever())
    with pytest.raises(Stuck):
        loop.run_forever()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        run(loop, asyncio.wait_for(task, 1))


def test_a_thread_is_an_error(loop: VirtualLoop) -> None:
    async def think() -> None:
        await asyncio.to_thread(sum, [1, 2])

    with pytest.raises(Stuck):
        run(loop, think())


def test_the_dead_do_nothing_not_even_in_the_end(loop: VirtualLoop) -> None:
    done: list[str] = []
    life = Life("w", loop, Trace(loop.time), Random(1))
    loop.may_run = may_run

    async def live() -> None:
        try:
            await asyncio.sleep(10)
        finally:
            done.append("finally")

    async def kill() -> None:
        task = loop.start(live(), life.context)
        await asyncio.sleep(5)
        life.die("of old age")
        await asyncio.sleep(20)
        assert not task.done()
        assert done == []
        loop.may_run = None
        task.cancel()
        loop.raise_dead()
        await asyncio.wait([task])

    run(loop, kill())
    assert life.is_dead
    assert done == ["finally"]


def test_death_waits_at_an_await(loop: VirtualLoop) -> None:
    life = Life("w", loop, Trace(loop.time), Random(1))
    context: Context = life.context
    life.die_at_step(2)
    assert context[CURRENT] is life
    assert [may_run(context) for _ in range(4)] == [True, True, False, False]
    assert life.is_dead
