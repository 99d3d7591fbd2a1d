"""A workspace is installed once, by however many processes start together."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import Engine

from bot.clock import WorkingHours
from bot.facts import DepartmentFacts, PersonFacts, WorkspaceFacts
from bot.ledger import departments, people, workspaces
from bot.models import Workspace
from tests.support.world import BOT, DIGESTS, TEAM, World

FACTS = WorkspaceFacts(TEAM, "Acme", "https://acme.slack.com/", BOT, "BOURS", "A1")
SEEDS = [DepartmentFacts(key, key.title(), f"answers for {key}", (key,)) for key in ("finance", "legal")]
TOKYO = WorkingHours("Asia/Tokyo", time(10), time(18), frozenset({0, 1, 2, 3}), holidays="zone")


def install(world: World, facts: WorkspaceFacts = FACTS) -> Workspace:
    return world.run(workspaces.install, facts, SEEDS, TOKYO)


def test_processes_that_start_together_make_one_workspace(engine: Engine) -> None:
    world = World(engine)
    found = world.at_once(*[lambda: install(world)] * 8)
    assert {(one.team_id, one.hours, one.bot_id) for one in found} == {(TEAM, TOKYO, "BOURS")}
    assert [one.key for one in world.run(departments.every)] == ["finance", "legal"]


def test_installing_again_refreshes_what_slack_says_and_keeps_what_people_chose(engine: Engine) -> None:
    world = World(engine)
    install(world)
    world.run(workspaces.choose_zone, "Europe/London", BOT)
    world.run(workspaces.choose_digest_channel, DIGESTS, BOT)
    found = install(world, WorkspaceFacts(TEAM, "Acme Ltd", "https://acme.slack.com/", "UBOT2"))
    assert (found.name, found.bot_user_id, found.bot_id) == ("Acme Ltd", "UBOT2", None)
    assert (found.zone, found.digest_channel_id, found.work_start) == ("Europe/London", DIGESTS, time(10))
    assert len(world.run(departments.every)) == len(SEEDS)
    assert world.run(lambda scope: workspaces.all_team_ids(scope.session)) == [TEAM]


def test_a_person_keeps_the_holidays_of_the_country_they_live_in(engine: Engine) -> None:
    world = World(engine)
    install(world)
    world.run(people.remember, [PersonFacts("UNYC", "Nia", "America/New_York"), PersonFacts("ULON", "Lou", None)])
    nia, lou = world.run(people.hours_of, "UNYC"), world.run(people.hours_of, "ULON")
    thanksgiving, culture_day = date(2026, 11, 26), date(2026, 11, 3)
    assert (nia.is_working_day(thanksgiving), lou.is_working_day(thanksgiving)) == (False, True)
    assert (nia.is_working_day(culture_day), lou.is_working_day(culture_day)) == (True, False)
