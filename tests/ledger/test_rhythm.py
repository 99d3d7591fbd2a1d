"""Channel reminders and the weekly digest: once, silent when there is nothing, at the workspace's own hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.ledger import cards, digests, mentions, promises, reminders, workspaces
from bot.ledger.visibility import Audience
from tests.support.world import ANN, BEN, CAT, DIGESTS, EVA, MONDAY, OPEN, SECOND, World

LONDON_9_30 = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def remind(world: World) -> int:
    return world.remind()


def test_a_channel_is_reminded_once_a_working_day(world: World) -> None:
    world.share(OPEN)
    assert [remind(world), remind(world)] == [1, 0]
    assert [row.lane_id for row in world.rows("reminder")] == [OPEN]
    world.later(days=1)
    assert remind(world) == 1


def test_workers_at_the_same_instant_remind_once(world: World) -> None:
    world.share(OPEN)
    assert sorted(world.at_once(*[lambda: remind(world)] * 4)) == [0, 0, 0, 1]
    assert len(world.rows("reminder")) == 1


def test_silence_when_nothing_is_open(world: World) -> None:
    mention_id = world.share(OPEN).mention_id
    world.run(mentions.mark_answered, mention_id, ANN)
    dismissed = world.share(SECOND).mention_id
    world.run(mentions.dismiss, dismissed, ANN)
    assert remind(world) == 0
    assert world.rows("reminder") == []


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (LONDON_9_30, date(2026, 11, 24)),
        (LONDON_9_30 - timedelta(seconds=1), None),
        (LONDON_9_30.replace(hour=16, minute=59), date(2026, 11, 24)),
        (LONDON_9_30.replace(hour=17, minute=0), None),
        (LONDON_9_30 + timedelta(days=4), None),  # Saturday
    ],
)
def test_only_in_the_working_hours_of_a_working_day(world: World, moment: datetime, day: date | None) -> None:
    world.now = moment
    assert world.run(reminders.due_day) == day
    assert world.run(reminders.next_moment) > moment


def test_it_is_edited_in_place_and_new_things_wait_for_tomorrow(world: World) -> None:
    mention_id = world.share(OPEN).mention_id
    remind(world)
    world.send()
    world.claim(mention_id, ANN)
    world.run(lambda s: cards.changed(s, mentions.get(s, mention_id)))
    world.share(OPEN, BEN)
    sent = {row.purpose: outgoing for row, outgoing in world.send()}
    assert sent["reminder"].method == "chat.update"
    view = world.run(reminders.view, OPEN, MONDAY.date())
    assert ([line.mention_id for line in view.owned], view.unowned) == ([mention_id], ())


def test_promises_due_that_day_are_in_it(world: World) -> None:
    mention_id = world.share(OPEN).mention_id
    today = world.promised(MONDAY + timedelta(hours=4), mention_id=mention_id)
    world.promised(MONDAY + timedelta(days=2), mention_id=mention_id)
    remind(world)
    assert [one.id for one in world.run(reminders.view, OPEN, MONDAY.date()).due] == [today]


def test_a_reminder_that_waited_over_night_says_nothing(world: World) -> None:
    world.share(OPEN)
    remind(world)
    world.later(days=1)
    assert "reminder" not in {row.purpose for row, _ in world.send()}


# The digest


def choose(world: World, channel: str | None = DIGESTS) -> None:
    world.run(workspaces.choose_digest_channel, channel, ANN)


def test_no_digest_for_a_week_that_ended_before_the_channel_was_chosen(world: World) -> None:
    assert not world.run(digests.put_due)
    choose(world)
    assert not world.run(digests.put_due)
    world.now = datetime(2026, 11, 30, 8, 59, tzinfo=UTC)
    assert not world.run(digests.put_due)
    world.later(minutes=1)
    assert world.run(digests.put_due)


def test_once_a_week_however_many_ticks(world: World) -> None:
    choose(world)
    queued = 0
    for _ in range(5 * 7):
        world.later(hours=24)
        queued += sum(world.at_once(*[lambda: world.run(digests.put_due)] * 2))
    assert queued == 5
    assert len(world.rows("digest")) == 5


def test_switched_off_and_on_again_tells_nothing_after_the_fact(world: World) -> None:
    choose(world)
    choose(world, None)
    world.later(days=16)
    assert not world.run(digests.put_due)
    choose(world)
    assert not world.run(digests.put_due)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("America/New_York", datetime(2026, 10, 26, tzinfo=UTC)),  # clocks go back on 1 November
        ("America/New_York", datetime(2027, 3, 8, tzinfo=UTC)),  # and forward on 14 March
        ("Europe/London", datetime(2026, 10, 19, tzinfo=UTC)),
        ("Europe/London", datetime(2027, 3, 22, tzinfo=UTC)),
        ("Asia/Kolkata", datetime(2026, 11, 2, tzinfo=UTC)),
    ],
)
def test_weeks_in_which_clocks_change_are_told_once_and_whole(world: World, zone: str, start: datetime) -> None:
    world.now = start
    world.run(lambda scope: setattr(workspaces.get(scope), "created_at", start - timedelta(days=2)))
    world.run(workspaces.choose_zone, zone, ANN)
    choose(world)
    ends = []
    for _ in range(3 * 7 * 6):
        world.later(hours=4)
        if world.run(digests.put_due):
            ends.append(world.run(lambda scope: workspaces.last_digest(workspaces.get(scope), scope.now)))
    assert len(ends) in {3, 4}
    weeks = [world.run(digests.view, Audience(channel_id=DIGESTS), end) for end in ends]
    assert all(later.start == earlier.end for earlier, later in pairwise(weeks))


def test_a_clock_that_was_weeks_ahead_costs_no_digest_of_the_weeks_before(world: World) -> None:
    choose(world)
    monday = world.now
    world.later(days=40)
    assert world.run(digests.put_due), "it can't know better"
    world.now = monday
    for _ in range(3):
        world.later(days=7)
        assert world.run(digests.put_due)
        world.now -= timedelta(hours=7)  # the clock goes back over the moment of the digest
        assert not world.run(digests.put_due)
        world.now += timedelta(hours=7)


def test_the_digest_counts_what_happened_in_its_week(world: World) -> None:
    choose(world)
    world.join("sales", EVA)
    mention_id = world.share(OPEN).mention_id
    kept, late, still = (world.promised(MONDAY + timedelta(hours=hours)) for hours in (4, 5, 200))
    world.run(promises.keep, kept, ANN)
    world.run(mentions.bring_in, mention_id, world.department("sales"), BEN)
    world.claim(mention_id, EVA)
    world.later(days=1)
    world.run(promises.keep, late, ANN)
    dropped = world.share(SECOND, CAT).mention_id
    world.run(mentions.dismiss, dropped, CAT)
    end = datetime(2026, 11, 30, 9, tzinfo=UTC)
    week = world.run(digests.view, Audience(channel_id=DIGESTS), end)
    assert [line.mention_id for line in week.mentions] == [mention_id]
    shown = (week.kept, week.kept_late, week.still_open, week.missed)
    assert [[one.id for one in part] for part in shown] == [[kept], [late], [still], []]
    assert [(door.user_id, door.department) for door in week.doors] == [(BEN, "Sales")]
    assert week.sharers == (ANN,)
    after = world.run(digests.view, Audience(channel_id=DIGESTS), end + timedelta(days=7))
    assert (after.mentions, after.kept, after.doors) == ((), (), ())


def test_a_channel_met_late_in_the_day_is_reminded_from_the_next_one(world: World) -> None:
    world.run(reminders.begin_tomorrow, OPEN)
    world.share(OPEN)
    assert remind(world) == 0
    world.later(days=1)
    assert remind(world) == 1
