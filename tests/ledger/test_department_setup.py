"""Departments in the setup: many of them, what is archived, and who comes with a user group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import DepartmentArchived, DepartmentNamed, NameMissing, PeopleUnfit
from bot.ledger import department_edits, department_views, departments, people, tags, views
from bot.ledger.department_edits import About, FromGroup
from bot.messages import department_forms, forms
from bot.models import Mention
from bot.understanding import describe_department, meant_department
from tests.support.world import ANN, BEN, CAT, EVA, GUEST, PEOPLE, World
from tests.unit.messages.message_limits import check_view


@pytest.fixture
def world(world: World) -> World:
    """Cat is an admin."""
    world.run(people.remember, [replace(one, is_admin=True) for one in PEOPLE if one.id == CAT])
    return world


def test_two_hundred_departments_fit_every_view(world: World) -> None:
    def make(scope: object) -> None:
        for number in range(200):
            department_edits.add(scope, About(f"Department {number}", "Some of it."), CAT)  # type: ignore[arg-type]

    world.run(make)
    first = world.run(department_views.page, 0)
    assert (first.total, first.pages, len(first.departments)) == (204, 11, 20)
    for number in range(first.pages):
        check_view(department_forms.listing(world.run(department_views.page, number), "about"))
    check_view(forms.bring_in("M1", world.run(departments.views)))
    assert "204 departments" in world.run(department_views.line)


def test_what_is_archived_is_read_and_asked_no_more_and_older_cards_keep_it(world: World) -> None:
    finance = world.department("finance")
    world.run(departments.join, finance, ANN, ANN)
    recorded = world.share(concerned=("finance",))
    world.run(department_edits.archive, finance, CAT)
    assert "finance" not in {one.key for one in world.run(departments.words)}
    assert "Finance" not in {one.name for one in world.run(departments.views)}
    card = world.run(lambda scope: views.card(scope, scope.session.get_one(Mention, ("T1", recorded.mention_id))))
    assert [tag.name for tag in card.tags] == ["Finance"]
    other = world.share(concerned=("finance", "product"), quote="Another one")
    assert [tag.asked_id for tag in world.run(tags.of_mention, other.mention_id) if tag.department_id == finance] in (
        [],
        [None],
    )
    world.run(department_edits.restore, finance, CAT)
    assert "finance" in {one.key for one in world.run(departments.words)}


def test_names_are_given_once(world: World) -> None:
    with pytest.raises(DepartmentNamed):
        world.run(department_edits.create, About("FINANCE", "x"), CAT)
    world.run(department_edits.archive, world.department("finance"), CAT)
    with pytest.raises(DepartmentArchived):
        world.run(department_edits.create, About("finance", "x"), CAT)
    with pytest.raises(NameMissing):
        world.run(department_edits.create, About(" — ", "x"), CAT)
    with pytest.raises(PeopleUnfit):
        world.run(department_edits.create, About("Parcels", "x", (), (GUEST,)), CAT)


def test_a_user_group_brings_its_people_and_whoever_joins_it(world: World) -> None:
    wanted = FromGroup("S1", "Parcels", "Late ones.", (ANN, GUEST))
    (made,) = world.run(department_edits.from_groups, [wanted], CAT)
    assert world.run(departments.members, made.id) == [ANN]
    world.run(department_edits.group_changed, "S1", (BEN, EVA, GUEST), (ANN,))
    assert world.run(departments.members, made.id) == [BEN, EVA]
    assert world.run(lambda scope: departments.get(scope, made.id).head_id) == BEN


@pytest.mark.parametrize(
    ("name", "key"),
    [("Finance team", "finance"), ("SUPPORT", "customer_service"), ("Engineering", "product"), ("Parcels", None)],
)
def test_a_teams_name_says_which_department_it_is(world: World, name: str, key: str | None) -> None:
    assert meant_department(name, world.run(departments.words)) == key


def test_a_name_that_is_known_describes_its_department() -> None:
    assert describe_department("Logistics") == "Answers what customers say of delivery."
    assert describe_department("Xyzzy") == ""


@pytest.mark.parametrize(
    ("name", "key"), [("R&D", "r_d"), ("2nd level", "department_2nd_level"), ("財務", "department")]
)
def test_a_key_is_made_of_any_name(name: str, key: str) -> None:
    assert department_edits.new_key(name, ()) == key
    assert department_edits.new_key(name, (key,)) == f"{key}_2"
