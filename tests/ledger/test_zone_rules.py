"""A country changes its clocks after a promise was made: five o'clock stays five o'clock, and nothing is said twice."""

from __future__ import annotations

import contextlib
import itertools
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import update

from bot.clock import reload_zones
from bot.database import ThreadedDatabase
from bot.errors import DatabaseAway
from bot.facts import PersonFacts
from bot.jobs.loops import Shop
from bot.jobs.ticks import Ticks
from bot.ledger import entries, people, promises, zones
from bot.models import Promise, Slot
from tests.ledger.conftest import WorldClock
from tests.support.world import ANN, BEN, World
from tests.wire.conftest import Hiccup

TOWN = "Test/Town"


@dataclass(frozen=True)
class Rules:
    """The zone data of this machine, in which one town follows the rules of another place."""

    folder: Path

    def become(self, place: str | None) -> None:
        """The town's rules are those of that place from now on; None: this machine knows no such town."""
        file = self.folder / TOWN
        file.parent.mkdir(exist_ok=True)
        if place is None:
            file.unlink()
        else:
            file.write_bytes((resources.files("tzdata.zoneinfo") / place).read_bytes())
        reload_zones()


@pytest.fixture
def rules(tmp_path: Path) -> Iterator[Rules]:
    usual = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([str(tmp_path), *usual])
    yield Rules(tmp_path)
    zoneinfo.reset_tzpath(usual)
    reload_zones()


@pytest.fixture
def town(world: World, rules: Rules) -> World:
    """Ann lives in the town, an hour ahead of UTC."""
    rules.become("Africa/Lagos")
    world.run(people.remember, [PersonFacts(ANN, "Ann", zone=TOWN)])
    return world


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def follow(world: World) -> int:
    return sum(world.run(zones.follow, promise_id) for promise_id in world.run(zones.astray))


def moments(world: World, promise_id: str) -> dict[str, tuple[str, datetime]]:
    return {slot.which: (slot.state, slot.fire_at) for slot in world.slots(promise_id)}


@pytest.mark.parametrize(("place", "due"), [("Africa/Cairo", at(26, 15)), ("Africa/Abidjan", at(26, 17))])
def test_it_is_due_at_the_same_wall_time_and_so_are_its_nudges(
    town: World, rules: Rules, place: str, due: datetime
) -> None:
    promise_id = town.promised(at(26, 16))
    rules.become(place)
    assert (follow(town), follow(town)) == (1, 0)
    assert (town.promise(promise_id).due_at, town.promise(promise_id).due_wall) == (due, "2026-11-26T17:00:00")
    tomorrow = due + timedelta(hours=16)  # nine o'clock
    assert moments(town, promise_id) == {
        "before": ("waiting", due - timedelta(hours=2)),
        "missed": ("waiting", tomorrow),
    }
    (shifted,) = [one for one in town.run(entries.history, promise_id) if one.act == "shift_promise"]
    assert (shifted.by, shifted.details["due"]) == (entries.BOT, due.isoformat())
    told = []
    while town.now < at(28, 0):
        town.later(minutes=30)
        told += [(town.now, *one) for one in town.told()]
    assert told == [(due - timedelta(hours=2), ANN, "before"), (tomorrow, ANN, "missed")]


def test_what_was_said_is_not_said_again(town: World, rules: Rules) -> None:
    promise_id = town.promised(at(26, 16))
    town.now = at(26, 14)
    assert town.told() == [(ANN, "before")]
    rules.become("Africa/Abidjan")
    assert follow(town) == 1
    town.now = at(26, 16, 30)
    assert town.told() == []
    town.run(promises.keep, promise_id, ANN)
    town.run(promises.reopen, promise_id, ANN)
    assert town.told() == []
    town.now = at(27, 9)
    assert town.told() == [(ANN, "missed")]


def test_a_nudge_that_waits_in_the_outbox_is_said_with_the_new_moment(town: World, rules: Rules) -> None:
    town.promised(at(26, 16))
    town.now = at(26, 14)
    town.fire()
    rules.become("Africa/Abidjan")
    follow(town)
    ((row, outgoing),) = town.send()
    assert (row.purpose, "today 17:00" in str(outgoing.arguments)) == ("nudge", True)


def test_a_moment_that_the_new_rules_have_passed_is_missed(town: World, rules: Rules) -> None:
    promise_id = town.promised(at(24, 16))
    town.now = at(24, 15, 30)
    rules.become("Africa/Cairo")
    follow(town)
    assert town.run(promises.note_misses) == 1
    assert moments(town, promise_id)["missed"] == ("waiting", at(25, 7))


def test_what_is_past_or_settled_stays_as_it_was(town: World, rules: Rules) -> None:
    missed, kept = town.promised(at(24, 16)), town.promised(at(26, 16))
    town.run(promises.keep, kept, ANN)
    town.now = at(24, 16)
    town.run(promises.note_misses)
    rules.become("Africa/Abidjan")
    assert follow(town) == 0
    assert (town.promise(missed).due_at, town.promise(kept).due_at) == (at(24, 16), at(26, 16))


def test_an_offer_follows_too(town: World, rules: Rules) -> None:
    promise_id = town.offered(at(26, 16))
    rules.become("Africa/Cairo")
    assert follow(town) == 1
    assert town.promise(promise_id).due_at == at(26, 15)
    assert [slot.which for slot in town.slots(promise_id, "waiting")] == ["offers"]


def test_people_elsewhere_are_not_touched(town: World, rules: Rules) -> None:
    promise_id = town.promised(at(26, 16), BEN)
    rules.become("Africa/Cairo")
    assert town.run(zones.astray) == []
    assert not town.run(zones.follow, promise_id)


def test_a_zone_that_this_machine_does_not_know_changes_nothing(town: World, rules: Rules) -> None:
    promise_id = town.promised(at(26, 16))
    rules.become(None)
    assert town.run(zones.astray) == []
    assert not town.run(zones.follow, promise_id)


def test_of_a_wall_time_that_comes_twice_the_one_that_was_meant_stays(world: World) -> None:
    world.now = datetime(2026, 10, 30, 15, tzinfo=UTC)
    for hour in (5, 6):  # both 01:30 in New York, where clocks go back on 1 November
        world.promised(datetime(2026, 11, 1, hour, 30, tzinfo=UTC))
    assert world.run(zones.astray) == []


def test_a_moment_that_was_told_before_is_not_told_again(town: World, rules: Rules) -> None:
    """Moved from one moment to another that the new rules put back to the first."""
    promise_id = town.promised(at(26, 15))
    town.now = at(26, 13)
    assert town.told() == [(ANN, "before")]
    town.run(promises.move, promise_id, ANN, at(26, 16))
    rules.become("Africa/Cairo")
    assert follow(town) == 1
    assert town.promise(promise_id).due_at == at(26, 15)
    town.now = at(26, 14)
    assert town.told() == []
    reasons = [(slot.which, slot.reason) for slot in town.slots(promise_id) if slot.state == "skipped"]
    assert ("before", "planned for this moment already") in reasons
    town.now = at(27, 9)
    assert town.told() == [(ANN, "missed")]


# The tick


async def test_at_start_moments_are_put_right_before_a_miss_is_noted(town: World, rules: Rules, ticks: Ticks) -> None:
    promise_id = town.promised(at(26, 16))
    rules.become("Africa/Abidjan")
    town.now = at(26, 16, 30)
    await ticks.nudge()
    assert town.promise(promise_id).missed_at is None
    town.now = at(26, 17)
    await ticks.nudge()
    assert town.promise(promise_id).missed_at == at(26, 17)


async def test_each_hour_it_is_looked_whether_rules_have_changed(town: World, rules: Rules, ticks: Ticks) -> None:
    promise_id = town.promised(at(26, 16))
    assert await ticks.follow_zones() == town.now + timedelta(hours=1)
    rules.become("Africa/Cairo")
    town.later(hours=1)
    await ticks.follow_zones()
    assert town.promise(promise_id).due_at == at(26, 15)


async def test_one_that_cannot_be_moved_stops_no_other(
    town: World, rules: Rules, ticks: Ticks, caplog: pytest.LogCaptureFixture
) -> None:
    """Its slots' person lives where this machine knows no zone; the promise was made elsewhere."""
    stuck, other = town.promised(at(26, 16)), town.promised(at(26, 16))
    gone = update(Promise).where(Promise.id == stuck).values(user_id="UNOWHERE")
    town.run(lambda s: s.session.execute(gone))
    town.run(people.remember, [PersonFacts("UNOWHERE", "Nobody", zone="Test/Nowhere")])
    rules.become("Africa/Cairo")
    await ticks.follow_zones()
    assert f"the due moment of promise {stuck} could not be moved" in caplog.text
    assert (town.promise(stuck).due_at, town.promise(other).due_at) == (at(26, 16), at(26, 15))
    assert {slot.due_at for slot in town.run(lambda s: s.session.query(Slot).filter_by(subject_id=stuck).all())} == {
        at(26, 16)
    }


async def test_when_the_database_goes_away_meanwhile_nothing_counts_as_looked_at(
    town: World, rules: Rules, database: ThreadedDatabase
) -> None:
    """Whichever transaction meets it."""
    for number in itertools.count(1):
        promise_id = town.promised(at(26, 16))
        rules.become("Africa/Cairo")
        hiccup = Hiccup(database, DatabaseAway(), number)
        ticks = Ticks(Shop(hiccup, WorldClock(town), town.new_id, lambda _: AsyncWebClient(), "worker"))
        with contextlib.suppress(DatabaseAway):
            await ticks.nudge()
        if not hiccup.is_dead:
            break
        await ticks.nudge()
        assert town.promise(promise_id).due_at == at(26, 15)
        rules.become("Africa/Lagos")
    assert number > 3
