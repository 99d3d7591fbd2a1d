"""A clock that another process leads: jumps and changes of speed are followed at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.clock import FollowingClock
from bot.slack import leader
from playground import Playground
from tests.support.waiting import until

START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
CLOSE = timedelta(seconds=1)


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    async with Playground(start=START) as opened:
        yield opened


@pytest.fixture
async def clock(slack: Playground) -> AsyncIterator[FollowingClock]:
    async with aiohttp.ClientSession() as session:
        following = await leader.first_time(session, slack.url)
        task = asyncio.create_task(leader.follow(session, slack.url, following))
        # The first long poll tells the version; from then on every change is answered at once.
        heard = asyncio.Event()
        following.on_jump(heard.set)
        await heard.wait()
        yield following
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def is_close(one: datetime, other: datetime) -> bool:
    return abs(one - other) < CLOSE


async def test_it_starts_at_the_leaders_time(slack: Playground, clock: FollowingClock) -> None:
    assert is_close(clock.now(), slack.clock.now())
    assert is_close(clock.machine(), datetime.now(UTC))


async def test_it_follows_a_jump_and_wakes_who_sleeps(slack: Playground, clock: FollowingClock) -> None:
    jumps: list[datetime] = []
    clock.on_jump(lambda: jumps.append(clock.now()))
    slack.clock.advance(3600)
    await until(lambda: len(jumps) == 1)
    assert is_close(jumps[0], START + timedelta(hours=1))
    slack.clock.set(START)
    await until(lambda: len(jumps) == 2)
    assert is_close(jumps[1], START)


async def test_it_follows_the_speed(slack: Playground, clock: FollowingClock) -> None:
    slack.clock.set_speed(3600)
    await until(lambda: clock.speed == 3600)
    begun = clock.now()
    assert clock.machine_seconds_until(begun + timedelta(hours=1)) == pytest.approx(1, abs=0.2)
    await until(lambda: clock.now() > begun + timedelta(minutes=10))
    assert abs(clock.now() - slack.clock.now()) < timedelta(minutes=10)


async def test_it_goes_on_by_itself_while_the_leader_is_silent(slack: Playground, clock: FollowingClock) -> None:
    await slack.stop()
    begun = clock.now()
    await until(lambda: clock.now() > begun)
    assert is_close(clock.now(), begun)


async def test_it_comes_back_to_a_leader_that_was_away(slack: Playground, clock: FollowingClock) -> None:
    port = int(slack.url.rpartition(":")[2])
    await slack.stop()
    later = START + timedelta(days=3)
    again = Playground(start=later)
    again.clock.advance(1)
    again.clock.advance(1)
    await again.start(port)
    await until(lambda: is_close(clock.now(), again.clock.now()))
    await again.stop()
