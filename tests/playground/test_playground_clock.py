"""The clock runs, jumps and never freezes."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from playground import PlayClock

START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


class Machine:
    """A machine's clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_starts_where_told_and_runs_with_the_machine() -> None:
    machine = Machine()
    clock = PlayClock(START, monotonic=machine)
    assert clock.now() == START
    machine.now += 1.5
    assert clock.now() == START + timedelta(seconds=1.5)


def test_speed_multiplies_what_the_machine_passes_from_then_on() -> None:
    machine = Machine()
    clock = PlayClock(START, monotonic=machine)
    machine.now += 10
    clock.set_speed(60)
    machine.now += 2
    assert clock.now() == START + timedelta(seconds=10 + 120)


def test_it_refuses_to_freeze_and_to_take_naive_moments() -> None:
    clock = PlayClock(START)
    with pytest.raises(ValueError, match="greater than 0"):
        clock.set_speed(0)
    with pytest.raises(ValueError, match="aware"):
        clock.set(datetime(2026, 1, 1))  # noqa: DTZ001 - naive on purpose


async def test_a_jump_past_the_end_wakes_a_sleeper() -> None:
    clock = PlayClock(START)
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.advance(3599)
    await asyncio.sleep(0.01)
    assert not sleeper.done()
    clock.advance(2)
    await asyncio.wait_for(sleeper, 1)
    assert clock.now() >= START + timedelta(hours=1)


async def test_a_higher_speed_plans_sleepers_anew() -> None:
    clock = PlayClock(START)
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.set_speed(360_000)
    await asyncio.wait_for(sleeper, 1)
    assert clock.now() >= START + timedelta(hours=1)


async def test_sleeping_until_a_past_moment_returns_at_once() -> None:
    clock = PlayClock(START)
    await asyncio.wait_for(clock.sleep_until(START - timedelta(days=1)), 0.1)
    assert clock.now() < START + timedelta(seconds=1)


async def test_changed_answers_when_the_version_grows_and_not_before() -> None:
    clock = PlayClock(START)
    follower = asyncio.create_task(clock.changed(0, 5))
    await asyncio.sleep(0.01)
    assert not follower.done()
    clock.advance(1)
    await asyncio.wait_for(follower, 1)
    assert clock.version == 1


def test_callbacks_hear_of_jumps_until_they_unsubscribe() -> None:
    clock = PlayClock(START)
    heard: list[int] = []
    unsubscribe = clock.on_jump(lambda: heard.append(clock.version))
    clock.advance(1)
    clock.set_speed(2)
    unsubscribe()
    clock.set(START)
    assert heard == [1, 2]
