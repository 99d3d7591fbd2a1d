"""One tick works for everybody: what stumbles over one person, promise or workspace holds up nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.clock import SystemClock
from bot.database import Scope, ThreadedDatabase, Topic, Topics, announced
from bot.jobs.ticks import Ticks
from bot.ledger import people, presence
from bot.models import Absence, Teammate, Workspace
from bot.slack import events
from tests.support.world import ANN, BEN, CAT, OTHER_TEAM, World

NOWHERE = "America/Not_Yet_Known"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def lose_zone(world: World, user_id: str) -> None:
    """What stands in the database after it was moved to a machine with older time zone data."""
    world.run(lambda s: s.session.execute(update(Teammate).where(Teammate.id == user_id).values(zone=NOWHERE)))


async def test_one_persons_unknown_zone_stops_nobody_elses_nudges(world: World, ticks: Ticks) -> None:
    for user_id in (ANN, BEN, CAT):
        world.promised(at(24, 15), by=user_id)
    lose_zone(world, ANN)
    world.now = at(24, 14)
    due = await ticks.nudge()
    assert sorted(row.lane_id for row in world.rows("nudge")) == [BEN, CAT]
    assert [slot.state for slot in world.slots() if slot.person_id == ANN] == ["waiting"] * 2
    assert due is not None
    assert due > world.now


async def test_what_could_not_be_queued_is_queued_when_its_trouble_is_mended(world: World, ticks: Ticks) -> None:
    world.promised(at(24, 20), by=ANN)
    lose_zone(world, ANN)
    world.now = at(24, 18)
    await ticks.nudge()
    assert world.rows("nudge") == []
    world.run(lambda s: s.session.execute(update(Teammate).values(zone="America/New_York")))
    world.later(minutes=11)
    await ticks.nudge()
    assert [row.lane_id for row in world.rows("nudge")] == [ANN]


async def test_a_workspace_whose_misses_cannot_be_written_down_stops_no_other(
    world: World, ticks: Ticks, caplog: pytest.LogCaptureFixture
) -> None:
    other = World(world.engine, OTHER_TEAM, counter=world.counter).install()
    mention_id = other.share().mention_id
    other.promised(at(24, 12), mention_id=mention_id)
    world.promised(at(24, 15), by=BEN)
    nowhere = update(Workspace).where(Workspace.team_id == OTHER_TEAM).values(zone=NOWHERE)
    world.run(lambda s: s.session.execute(nowhere))
    world.now = at(24, 14)
    due = await ticks.nudge()
    assert f"promises of workspace {OTHER_TEAM} could not be settled" in caplog.text
    assert [row.lane_id for row in world.rows("nudge")] == [BEN]
    assert due is not None
    assert due >= world.now + timedelta(seconds=30), "no worker runs hot over it"


async def test_a_workspace_that_cannot_be_reminded_stops_no_other(world: World, ticks: Ticks) -> None:
    other = World(world.engine, "T0", counter=world.counter).install()  # it comes first
    world.share()
    nowhere = update(Workspace).where(Workspace.team_id == other.team_id).values(zone=NOWHERE)
    world.run(lambda s: s.session.execute(nowhere))
    world.now = at(24, 10)
    due = await ticks.remind()
    assert len(world.rows("reminder")) == 1
    assert due == world.now + timedelta(minutes=1)


def test_a_zone_that_is_not_known_here_is_none(world: World) -> None:
    facts = events.person({"id": ANN, "name": "ann", "tz": NOWHERE})
    assert facts.zone is None
    world.run(people.remember, [facts])
    assert world.run(people.hours_of, ANN).zone == "Europe/London"
    assert events.person({"id": ANN, "name": "ann", "tz": "Europe/Berlin"}).zone == "Europe/Berlin"
    for odd in ("../etc/passwd", "", "Europe"):
        assert events.person({"id": ANN, "name": "ann", "tz": odd}).zone is None


async def test_while_nudges_are_held_back_the_tick_rests(
    world: World, ticks: Ticks, database: ThreadedDatabase
) -> None:
    """What a tick writes wakes it again: if it wrote each time, it would never sleep."""
    writes: list[Topics] = []
    world.promised(at(24, 15), by=BEN)
    world.now = at(24, 14, 30)
    world.run(presence.begin_absence, world.now - timedelta(hours=1), presence.NOBODY_LISTENED)
    database.on_write.append(writes.append)
    due = await ticks.nudge()
    assert writes
    writes.clear()
    assert await ticks.nudge() == due == world.now + timedelta(minutes=1)
    assert writes == []
    world.later(minutes=1)
    world.run(lambda scope: presence.close_absence(scope, find_absence(scope)))
    await ticks.nudge()
    assert world.rows("nudge")


async def test_a_machine_that_slept_for_a_day_nudges_nobody_before_it_knows_what_was_settled(
    world: World, ticks: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.promised(at(25, 16), by=BEN)
    world.now = at(24, 9)
    world.run(presence.listens, timedelta(minutes=3))
    monkeypatch.setattr(SystemClock, "machine", lambda clock: world.now)
    await ticks.nudge()
    world.now = at(25, 14, 30)  # nobody has said yet that they listen again
    await ticks.nudge()
    await ticks.remind()
    assert world.rows() == []
    assert world.run(find_absence).began_at == at(24, 9)


async def test_as_soon_as_somebody_is_known_to_listen_nudges_wait_no_longer(world: World, ticks: Ticks) -> None:
    """The clock jumped: the tick comes before whoever listens has said that this was no absence."""
    world.promised(at(24, 15), by=BEN)
    world.now = at(24, 13)
    world.run(presence.listens, timedelta(minutes=3))
    world.now = at(24, 14, 30)
    await ticks.nudge()
    assert not world.rows("nudge")

    def listens(scope: Scope) -> set[Topic]:
        presence.clock_moved(scope)
        presence.listens(scope, timedelta(minutes=3))
        return set(announced(scope.session))

    assert {"nudges", "reminders"} <= world.run(listens)
    world.later(seconds=1)
    await ticks.nudge()
    assert world.rows("nudge")


def find_absence(scope: Scope) -> Absence:
    found = presence.open_absence(scope)
    assert found is not None
    return found
