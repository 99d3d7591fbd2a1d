"""Weeks in which clocks change, a clock that is put back, a machine that slept: each thing once, and the right one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.jobs.ticks import Ticks
from bot.ledger import digests, promises, workspaces
from bot.ledger.visibility import Audience
from tests.support.world import ANN, BEN, DIGESTS, EVA, OPEN, World

WEEK = timedelta(days=7)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """November 2026 in UTC; New York is five hours behind, Berlin one ahead."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def choose_digest(world: World, zone: str = "Europe/London") -> None:
    world.run(workspaces.choose_zone, zone, ANN)
    world.run(workspaces.choose_digest_channel, DIGESTS, ANN)


def said(world: World, purpose: str) -> list[str]:
    return [str(outgoing.arguments) for row, outgoing in world.send() if row.purpose == purpose]


# Clocks that change


@pytest.mark.parametrize(
    "zone",
    [
        "America/New_York",
        "Europe/London",
        "America/Santiago",  # at midnight, in the southern half
        "Africa/Cairo",  # at midnight
        "Asia/Beirut",  # at midnight
        "Australia/Lord_Howe",  # by half an hour
    ],
)
def test_all_year_the_digest_comes_on_monday_at_nine_and_no_hour_is_left_out(world: World, zone: str) -> None:
    choose_digest(world, zone)
    world.now = world.run(digests.next_moment)
    before, lengths = world.now - WEEK, set()
    for _ in range(53):
        local = world.now.astimezone(ZoneInfo(zone))
        assert (local.weekday(), f"{local:%H:%M}") == (0, "09:00")
        assert [world.run(digests.put_due), world.run(digests.put_due)] == [True, False]
        if world.now - before != WEEK:
            lengths.add(world.now - before)
            assert world.run(digests.view, Audience(channel_id=DIGESTS), world.now).start == before
        before, world.now = world.now, world.run(digests.next_moment)
    change = timedelta(minutes=30) if zone == "Australia/Lord_Howe" else timedelta(hours=1)
    assert lengths == {WEEK - change, WEEK + change}
    assert len(world.rows("digest")) == 53


def test_a_nudge_comes_two_working_hours_before_on_the_wall_though_clocks_changed_in_the_night(world: World) -> None:
    world.now = datetime(2026, 10, 30, 15, tzinfo=UTC)  # a Friday in New York, where clocks go back on Sunday
    promise_id = world.promised(datetime(2026, 11, 2, 15, tzinfo=UTC))  # Monday at ten
    (before,) = [slot.fire_at for slot in world.slots(promise_id) if slot.which == "before"]
    assert before.astimezone(ZoneInfo("America/New_York")).strftime("%A %H:%M") == "Friday 16:00"


# What is late


def test_a_digest_that_was_due_while_nobody_kept_time_comes_once_and_says_that_it_is_late(world: World) -> None:
    choose_digest(world)
    world.now = datetime(2026, 12, 16, 11, tzinfo=UTC)  # a Wednesday, three weeks later
    assert [world.run(digests.put_due), world.run(digests.put_due)] == [True, False]
    (shown,) = said(world, "digest")
    assert "This comes late: it was due Monday 14 December, 09:00" in shown


@pytest.mark.parametrize(("minutes", "is_late"), [(0, False), (59, False), (60, True)])
def test_a_digest_is_late_after_an_hour_whatever_kept_it(world: World, minutes: int, is_late: bool) -> None:
    choose_digest(world)
    world.now = at(30, 9)
    assert world.run(digests.put_due)
    world.later(minutes=minutes)
    (shown,) = said(world, "digest")
    assert ("This comes late" in shown) == is_late


def test_a_reminder_that_slack_took_after_work_is_not_posted_then(world: World) -> None:
    world.share(OPEN)
    world.now = at(24, 10)
    assert world.remind() == 1
    world.now = at(24, 17)
    assert said(world, "reminder") == []
    world.now = at(25, 10)
    assert world.remind() == 1
    assert len(said(world, "reminder")) == 1


# A clock that is put back an hour


async def tick(world: World, ticks: Ticks) -> list[tuple[str, str]]:
    await ticks.nudge()
    await ticks.remind()
    return [(row.purpose, row.lane_id) for row, _ in world.send() if row.purpose in {"nudge", "reminder", "digest"}]


async def test_what_was_said_before_the_clock_was_put_back_is_not_said_again(world: World, ticks: Ticks) -> None:
    choose_digest(world)
    world.share(OPEN)
    world.promised(at(30, 20))
    for moment in (at(30, 9), at(30, 9, 30), at(30, 18)):
        world.now = moment
        assert await tick(world, ticks)
        world.later(hours=-1)
        for _ in range(7):
            assert await tick(world, ticks) == []
            world.later(minutes=10)


async def test_a_reminder_that_waits_while_the_clock_is_put_back_still_comes(world: World, ticks: Ticks) -> None:
    world.share(OPEN)
    world.now = at(24, 9, 40)
    await ticks.remind()
    world.later(hours=-1)
    assert await tick(world, ticks) == [("reminder", OPEN)]


async def test_what_waits_does_not_wait_for_the_clock_to_catch_up(world: World, ticks: Ticks) -> None:
    """Made and queued by the wrong clock, settled and told by the right one."""
    world.promised(at(24, 20))
    world.now = at(24, 18, 50)
    await ticks.nudge()
    late = world.promised(at(24, 22))
    world.later(hours=-1)
    assert await tick(world, ticks) == [("nudge", ANN)]
    world.run(promises.move, late, ANN, at(24, 19))
    world.now = at(24, 18, 30)
    assert await tick(world, ticks) == [("nudge", ANN)]
    world.now = at(24, 21)
    assert await tick(world, ticks) == [("nudge", ANN)]
    assert {slot.which: slot.state for slot in world.slots(late) if slot.state != "skipped"} == {
        "before": "sent",
        "missed": "sent",
    }


# A machine that slept for a day


async def test_on_waking_there_is_one_nudge_and_the_misses_are_noted(world: World, ticks: Ticks) -> None:
    found = [world.promised(at(24, hour)) for hour in (18, 19, 20)]
    theirs = world.promised(at(24, 12), BEN)
    coming = world.promised(at(25, 20))
    world.now = at(24, 15)
    assert await tick(world, ticks) == [("nudge", BEN)]  # and Ann's wait until 16:00, 17:00 and 18:00
    world.now = at(25, 18, 10)
    assert await tick(world, ticks) == [("nudge", ANN)]
    assert [world.promise(one).missed_at for one in (*found, theirs, coming)] == [
        *(at(24, hour) for hour in (18, 19, 20)),
        at(24, 12),
        None,
    ]
    states = [{slot.which: slot.state for slot in world.slots(one)} for one in (*found, coming)]
    assert states == [*[{"before": "skipped", "missed": "sent"}] * 3, {"before": "sent", "missed": "waiting"}]
    assert await tick(world, ticks) == []


async def test_on_waking_no_channel_hears_of_a_day_that_is_over(world: World, ticks: Ticks) -> None:
    world.share(OPEN, EVA)
    world.now = at(24, 10)
    await ticks.remind()  # it slept before this was sent
    world.now = at(26, 10)
    assert await tick(world, ticks) == [("reminder", OPEN)]
    assert [row.state for row in world.rows("reminder", state=None)] == ["cancelled", "sent"]


async def test_waking_in_the_evening_reminds_no_channel_and_nudges_nobody(world: World, ticks: Ticks) -> None:
    world.share(OPEN, EVA)
    world.promised(at(24, 12), BEN)
    world.now = at(24, 20)
    assert await tick(world, ticks) == []
    world.now = at(25, 10)
    assert sorted(await tick(world, ticks)) == [("nudge", BEN), ("reminder", OPEN)]


async def test_on_waking_the_digest_that_was_due_comes(world: World, ticks: Ticks) -> None:
    choose_digest(world)
    world.now = at(29, 14)
    assert await tick(world, ticks) == []
    world.now = at(30, 14)
    assert await tick(world, ticks) == [("digest", DIGESTS)]
    assert await tick(world, ticks) == []
