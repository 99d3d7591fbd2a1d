"""What the simulator asks by itself has the answers that the bot's own questions have."""

from __future__ import annotations

from datetime import timedelta

from bot import lanes
from bot.lanes import Moment, wake_lanes
from bot.ledger import offers, promises, slots
from tests.sim import quick
from tests.support.world import MONDAY, TEAM, World

MOMENTS = [Moment(MONDAY + timedelta(minutes=minutes), MONDAY) for minutes in (-600, 0, 600)]


def test_the_next_lane_is_the_same(sqlite_world: World) -> None:
    ask = quick.of_lanes(lanes._next_due())
    for moment in MOMENTS:
        assert sqlite_world.run(lambda s, at=moment: ask(s.session, "in", at)) is None  # type: ignore[misc]
    sqlite_world.run(lambda s: wake_lanes(s.session, "in", [(TEAM, "C1", MONDAY)]))
    for moment in MOMENTS:
        found = sqlite_world.run(lambda s, at=moment: lanes.next_due(s.session, "in", at))  # type: ignore[misc]
        assert sqlite_world.run(lambda s, at=moment: ask(s.session, "in", at)) == found  # type: ignore[misc]


def test_the_next_nudge_miss_and_lapse_are_the_same(sqlite_world: World) -> None:
    sqlite_world.promised(MONDAY + timedelta(hours=5))
    sqlite_world.offered(None)
    for room in (slots, promises, offers):
        ask, own = quick.plain(room._next_due()), room.next_due
        assert sqlite_world.run(lambda s, do=ask: do(s.session)) == sqlite_world.run(lambda s, do=own: do(s.session))  # type: ignore[misc]
