"""The house's hours, its holidays or somebody's zone are others: what waits comes when it would be planned now."""

from __future__ import annotations

from datetime import UTC, datetime, time

from bot.clock import WorkingHours
from bot.database import Scope
from bot.facts import PersonFacts
from bot.jobs import applying
from bot.jobs.preparing import Prepared
from bot.ledger import firing, replanning, slots, workspaces
from bot.models import Slot
from bot.slack.events import PersonChanged
from tests.support.world import ANN, CAT, World

THURSDAY = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


def tick(world: World) -> None:
    world.run(lambda scope: firing.fire(scope, slots.take_due(scope.session, scope.now)))


def before(world: World, promise_id: str) -> Slot:
    (slot,) = [one for one in world.slots(promise_id, "waiting") if one.which == "before"]
    return slot


def test_a_reminder_comes_before_its_moment_also_when_the_house_closes_earlier(world: World) -> None:
    promise_id = world.promised(THURSDAY, CAT)
    assert before(world, promise_id).fire_at == datetime(2026, 11, 26, 12, 0, tzinfo=UTC)

    def choose(scope: Scope) -> None:
        workspaces.choose_hours(scope, WorkingHours("Europe/London", time(8), time(11)), CAT)
        replanning.everybody(scope)

    world.run(choose)
    tick(world)
    assert before(world, promise_id).fire_at == datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def test_whoever_travels_is_reminded_while_they_work_there(world: World) -> None:
    due = datetime(2026, 11, 26, 22, 0, tzinfo=UTC)  # 17:00 in New York, 23:00 in Berlin
    promise_id = world.promised(due, ANN)
    assert before(world, promise_id).fire_at == datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
    event = PersonChanged(PersonFacts(ANN, "Ann", zone="Europe/Berlin", locale="en-US"))
    world.run(applying.apply, Prepared(event))
    tick(world)
    assert before(world, promise_id).fire_at == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


def test_what_slack_says_again_plans_nothing(world: World) -> None:
    world.promised(THURSDAY, CAT)
    world.run(applying.apply, Prepared(PersonChanged(PersonFacts(CAT, "Cat", zone="Europe/London", locale="en-US"))))
    assert [slot for slot in world.slots() if slot.which == "replan"] == []
