"""One's own settings: what they do to due moments and to nudges, those that wait among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.database import Scope
from bot.errors import BotError, DaysMissing, HoursUnfit, OffTooLong, OffTooMany, OffUnfit, QuietAlways, QuietUnfit
from bot.ledger import entries, evidence, nudge_times, people, promises, settings, workspaces
from bot.ledger.evidence import Found
from bot.ledger.settings import Choices, OwnHours
from bot.models import Promise
from tests.support.world import ANN, BEN, CAT, MONDAY, OPEN, World

EARLY = OwnHours(time(7), time(13), frozenset({0, 1, 2, 3, 4, 5}))
WEEK = (date(2026, 11, 24), date(2026, 11, 27))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of that November; New York lies five hours behind."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def choose(world: World, user_id: str = ANN, **chosen: Any) -> Choices:
    return world.run(settings.choose, user_id, replace(world.run(settings.of, user_id), **chosen))


def fires(world: World, promise_id: str) -> dict[str, datetime]:
    return {slot.which: slot.fire_at for slot in world.slots(promise_id, "waiting")}


# what is chosen


def test_own_hours_count_for_everything_and_the_houses_come_back(world: World) -> None:
    choose(world, hours=EARLY)
    hours = world.run(people.hours_of, ANN)
    assert (hours.start, hours.end, hours.weekdays, hours.zone) == (*EARLY_AS_CHOSEN, "America/New_York")
    choose(world, hours=None)
    assert world.run(people.hours_of, ANN).end == time(17)
    assert world.run(settings.of, ANN) == Choices()


EARLY_AS_CHOSEN = (EARLY.start, EARLY.end, EARLY.days)


def test_whoever_chooses_the_houses_hours_follows_the_house(world: World) -> None:
    choose(world, hours=OwnHours(time(9), time(17), frozenset(range(5))))
    assert world.run(settings.of, ANN).hours is None


def test_days_off_that_touch_are_one_and_those_that_are_over_are_forgotten(world: World) -> None:
    first, second = (date(2026, 12, 1), date(2026, 12, 2)), (date(2026, 12, 3), date(2026, 12, 4))
    assert choose(world, off=(second, first)).off == ((first[0], second[1]),)
    world.later(days=20)
    assert world.run(settings.of, ANN).off == ()


@pytest.mark.parametrize(
    ("chosen", "error"),
    [
        ({"hours": OwnHours(time(17), time(9), frozenset({1}))}, HoursUnfit),
        ({"hours": OwnHours(time(9), time(17), frozenset())}, DaysMissing),
        ({"quiet": (time(12), time(12))}, QuietUnfit),
        ({"quiet": (time(9), time(17))}, QuietAlways),
        ({"quiet": (time(9, 20), time(16, 40))}, QuietAlways),
        ({"off": ((date(2026, 12, 2), date(2026, 12, 1)),)}, OffUnfit),
        ({"off": ((date(2026, 11, 20), date(2026, 11, 22)),)}, OffUnfit),
        ({"off": ((date(2026, 12, 2), date(2027, 12, 30)),)}, OffTooLong),
        ({"off": ((date(2028, 12, 2), date(2028, 12, 3)),)}, OffTooLong),
        ({"off": tuple((date(2026, 12, day), date(2026, 12, day)) for day in range(1, 23, 2))}, OffTooMany),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_changed(
    world: World, chosen: dict[str, Any], error: type[BotError]
) -> None:
    before = choose(world, evidence=False)
    with pytest.raises(error):
        choose(world, ANN, **(chosen | {"rhythm": "daily"}))
    assert world.run(settings.of, ANN) == before


def test_the_history_says_which_choice_changed_and_not_what(world: World) -> None:
    choose(world, off=(WEEK,), rhythm="daily")
    (entry,) = world.run(entries.history, ANN)
    assert (entry.act, entry.by, entry.details) == ("choose_settings", ANN, {"changed": "off rhythm"})
    choose(world)
    assert len(world.run(entries.history, ANN)) == 1, "choosing the same again changes nothing"


# nudges


def test_what_waits_follows_other_hours(world: World) -> None:
    promise_id = world.promised(at(24, 20))  # 15:00 in New York
    assert fires(world, promise_id) == {"before": at(24, 18), "missed": at(24, 21)}
    choose(world, hours=EARLY)
    assert fires(world, promise_id) == {"before": at(24, 16), "missed": at(25, 12)}
    choose(world, hours=None)
    assert fires(world, promise_id) == {"before": at(24, 18), "missed": at(24, 21)}


def test_quiet_hours_put_a_nudge_off_and_what_would_come_too_late_comes_before_them(world: World) -> None:
    soon, late = world.promised(at(24, 19)), world.promised(at(24, 22))
    choose(world, quiet=(time(12), time(14)))  # 17:00 to 19:00 UTC
    assert fires(world, late)["before"] == at(24, 20)
    assert fires(world, soon)["before"] == at(24, 16, 30), "half an hour before quiet begins"
    choose(world, quiet=(time(12), time(17)))
    assert fires(world, late)["before"] == at(24, 16, 30)
    world.now = at(24, 16, 29)
    assert world.told() == []
    world.now = at(24, 16, 30)
    assert world.told() == [(ANN, "before, before")]


def test_once_a_day_all_comes_together_as_work_begins(world: World) -> None:
    choose(world, rhythm="daily")
    ids = [world.promised(at(24, hour)) for hour in (16, 18, 21)]
    assert {fires(world, one)["before"] for one in ids} == {at(24, 14)}
    assert {fires(world, one)["missed"] for one in ids} == {at(25, 14)}
    world.now = at(24, 14)
    assert world.told() == [(ANN, "before, before, before")]
    for hour in (15, 17, 20, 22):
        world.now = at(24, hour)
        assert world.told() == []
    world.now = at(25, 14)
    assert world.told() == [(ANN, "missed, missed, missed")]


def test_what_comes_once_a_day_is_late_rather_than_lost(world: World) -> None:
    choose(world, rhythm="daily")
    world.promised(at(24, 21))
    world.now = at(24, 16, 40)
    assert world.told() == [(ANN, "before")]


def test_each_by_itself(world: World) -> None:
    for hour in (20, 20):
        world.promised(at(24, hour))
    choose(world, rhythm="each")
    world.now = at(24, 18)
    assert world.told() == [(ANN, "before"), (ANN, "before")]


def test_nothing_comes_on_days_off_and_what_was_left_unsaid_is_planned_when_they_end(world: World) -> None:
    promise_id = world.promised(at(26, 21))
    world.now = at(24, 13)
    choose(world, off=(WEEK,))
    assert fires(world, promise_id) == {"missed": at(30, 14)}
    world.now = at(26, 15)
    assert world.told() == []
    assert world.run(settings.come_back, ANN)
    assert fires(world, promise_id) == {"before": at(26, 19), "missed": at(27, 14)}
    assert not world.run(settings.come_back, ANN)


def test_a_muted_promise_stays_muted(world: World) -> None:
    promise_id = world.promised(at(24, 20))
    world.run(promises.mute, promise_id, ANN)
    choose(world, hours=EARLY)
    assert fires(world, promise_id) == {}


def test_whoever_is_off_is_not_asked_while_somebody_is_there(world: World) -> None:
    world.join("product", ANN, BEN)
    choose(world, off=((MONDAY.date(), MONDAY.date()),))
    mention_id = world.share(by=CAT).mention_id
    assert [slot.person_id for slot in world.slots(mention_id)] == [BEN]


def test_days_off_ahead_begin_by_themselves(world: World) -> None:
    choose(world, off=(WEEK,))
    (begins,) = [slot for slot in world.slots(ANN, "waiting") if slot.which == "leave"]
    assert begins.fire_at == at(24, 5), "as the day begins in New York"
    choose(world, off=())
    assert not [slot for slot in world.slots(ANN, "waiting") if slot.which == "leave"]


def test_promises_that_fall_due_on_days_off_are_counted(world: World) -> None:
    world.promised(at(26, 21))
    world.promised(at(30, 21))
    assert world.run(settings.due_while_off, ANN, [WEEK]) == 1


def test_whoever_does_not_want_to_be_asked_is_not(world: World) -> None:
    promise_id = world.promised(at(26, 21))

    shown = Found("words", OPEN, "9.1", "1.1")

    def offer() -> str | None:
        return world.run(lambda scope: evidence.offer(scope, _promise(scope, promise_id), shown))

    choose(world, evidence=False)
    assert offer() is None
    choose(world, evidence=True)
    assert offer() is not None


def _promise(scope: Scope, promise_id: str) -> Promise:
    return scope.session.get_one(Promise, (scope.team_id, promise_id))


def test_a_question_that_waits_ends_when_they_are_switched_off(world: World) -> None:
    promise_id = world.promised(at(26, 21))
    world.now = at(24, 3)  # at night
    found = Found("customer", OPEN, "9.1", "1.1")
    world.run(lambda scope: evidence.offer(scope, _promise(scope, promise_id), found))
    assert "evidence" in fires(world, promise_id)
    choose(world, evidence=False)
    assert "evidence" not in fires(world, promise_id)


def test_quiet_hours_that_the_houses_new_hours_leave_nothing_of_count_no_more(world: World) -> None:
    choose(world, quiet=(time(9), time(15)))

    def shorter(scope: Scope) -> None:
        workspaces.get(scope).work_end = time(15)

    world.run(shorter)
    assert world.run(nudge_times.of, ANN).quiet is None
    assert world.run(nudge_times.of, ANN).next(MONDAY + timedelta(days=1)) is not None
