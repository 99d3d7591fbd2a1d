"""Two people save the same form at the same instant: nobody undoes unawares what the other has just saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from bot.clock import WorkingHours
from bot.database import Scope
from bot.errors import AdminsOnly
from bot.facts import DepartmentFacts
from bot.handlers import department_sheets as sheets
from bot.handlers import file_setup, house_forms
from bot.handlers.sections import SECTIONS
from bot.handlers.setup import save_section
from bot.handlers.stacks import About, marks
from bot.handlers.submissions import Submission
from bot.ledger import department_files, departments, homes, people, roles, views, watching, workspaces
from bot.ledger.departments import Arrangement
from bot.messages import actions as act
from tests.support.at_once import while_under_way
from tests.support.world import ANN, BEN, CAT, EVA, OPEN, PEOPLE, World

SECTION = {one.key: one for one in SECTIONS}


@pytest.fixture
def world(postgresql_world: World) -> World:
    """Cat is an admin in Slack; she named Ann and Ben."""
    world = postgresql_world
    world.run(people.remember, [replace(one, is_admin=True) for one in PEOPLE if one.id == CAT])
    world.run(roles.name, [ANN, BEN], CAT)
    return world


def sent(by: str, about: About, **inputs: dict[str, Any]) -> Submission:
    return Submission("T1", by, about.text(), {name: {name: held} for name, held in inputs.items()})


def people_chosen(*user_ids: str) -> dict[str, Any]:
    return {"type": "multi_users_select", "selected_users": list(user_ids)}


def test_the_hours_of_the_house(world: World) -> None:
    about = About("hours", was=marks(world.run(SECTION["hours"].values)))
    form = sent(CAT, about, work_start={"type": "timepicker", "selected_time": "10:00"})

    def others(scope: Scope) -> None:
        workspaces.choose_hours(scope, WorkingHours("UTC", time(8), time(17)), BEN)

    again = while_under_way(world, others, lambda scope: save_section(scope, SECTION["hours"], about, form))
    assert "@Ben changed *Work begins* to “08:00”" in str(again)
    assert world.run(workspaces.get).work_start == time(8)


def test_two_admins_who_take_the_role_from_each_other(world: World) -> None:
    world.run(people.remember, [one for one in PEOPLE if one.id == CAT])
    about = About("roles", was=marks(world.run(SECTION["roles"].values)))

    def save(by: str) -> Any:
        form = sent(by, about, admins=people_chosen(by))
        return lambda scope: save_section(scope, SECTION["roles"], about, form)

    with pytest.raises(AdminsOnly):
        while_under_way(world, save(ANN), save(BEN))
    assert world.run(roles.admins) == [ANN]


def test_a_department(world: World) -> None:
    finance = world.department("finance")
    was = marks(sheets.values_of(world.run(sheets.sheet_of, finance, CAT)))
    about = About(finance, was=was)
    form = sent(CAT, about, head={"type": "users_select", "selected_user": EVA})

    def others(scope: Scope) -> None:
        departments.arrange(scope, finance, Arrangement(BEN, (), None, None), BEN)

    again = while_under_way(world, others, lambda scope: sheets.save(scope, about, form, []))
    assert "@Ben changed *Head* to “@Ben”" in str(again)
    assert world.run(departments.get, finance).head_id == BEN


def test_a_channel(world: World) -> None:
    first = marks(house_forms.values_of(world.run(views.setup, CAT, OPEN)))
    on, off = [{"value": "on"}], list[Any]()
    chosen = {act.INPUT_CHANNEL_PROMISES: on, act.INPUT_CHANNEL_REMINDERS: off, act.INPUT_CHANNEL_INTAKE: off}
    switches = {name: {"type": "checkboxes", "selected_options": held} for name, held in chosen.items()}
    mode = {"type": "radio_buttons", "selected_option": {"value": "careful"}}
    form = sent(CAT, About(channel_id=OPEN, first=first), channel_mode=mode, **switches)

    def others(scope: Scope) -> None:
        watching.choose_mode(scope, OPEN, "eager", BEN)

    while_under_way(world, others, lambda scope: house_forms.setup(scope, form))
    channel = world.run(people.find_channel, OPEN)
    assert channel is not None
    assert (channel.mode, channel.reminders_off) == ("eager", True)


def test_a_file_of_departments(world: World) -> None:
    """Two admins have read what their files would change; the second is shown what the first one left."""
    (finance,) = (one for one in world.run(department_files.export) if one.key == "finance")
    theirs, ours = replace(finance, description="Invoices."), replace(finance, description="Money.")

    def import_as_shown(wanted: DepartmentFacts) -> Any:
        about = About(was=world.run(file_setup.mark, [wanted]))
        return lambda scope: file_setup.make_as_shown(scope, [wanted], about, CAT)

    assert while_under_way(world, import_as_shown(theirs), import_as_shown(ours)) is None
    assert world.run(departments.get, world.department("finance")).description == "Invoices."
    assert world.run(import_as_shown(ours)) is not None


def test_two_lists_of_a_home(world: World) -> None:
    """Two quick clicks: each list stays where its owner leafed to."""
    world.run(homes.opened, ANN)
    while_under_way(
        world,
        lambda scope: homes.turn_to(scope, ANN, "promises", 2),
        lambda scope: homes.turn_to(scope, ANN, "mentions", 1),
    )
    home = world.run(homes.get, ANN)
    assert home is not None
    assert home.pages == {"promises": 2, "mentions": 1}
