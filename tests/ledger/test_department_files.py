"""Departments as a file: what is exported imports to the same; what a file would change is known before it does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import AdminsOnly, FileWrong
from bot.facts import DepartmentFacts, PersonFacts
from bot.ledger import department_edits, department_files, departments, people
from bot.ledger.department_edits import About
from bot.ledger.departments import Arrangement
from bot.ledger.entries import OPERATOR
from bot.seeds import read_file, write_file
from tests.support.world import ANN, BEN, CAT, CONNECT, DAN, GUEST, OPEN, PEOPLE, SECOND, STAFF, World

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='"\\#\x7f'), max_size=30)
NAMES = WORDS.map(lambda text: " ".join(text.split())[:75]).filter(lambda text: any(map(str.isalnum, text)))
PLAIN = WORDS.map(lambda text: " ".join(text.casefold().split())[:60].strip()).filter(bool)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
SOME = st.lists(st.sampled_from(STAFF), unique=True, max_size=4).map(tuple)


@st.composite
def departments_of_a_file(draw: st.DrawFn) -> tuple[DepartmentFacts, ...]:
    keys = draw(st.lists(KEYS | st.sampled_from(("product", "finance")), unique=True, min_size=1, max_size=4))
    names = draw(
        st.lists(NAMES, unique_by=departments.folded, min_size=len(keys), max_size=len(keys)).filter(
            lambda found: not {departments.folded(one) for one in found} & {"product", "finance", "sales"}
        )
    )
    return tuple(_department(draw, key, name) for key, name in zip(keys, names, strict=True))


def _department(draw: st.DrawFn, key: str, name: str) -> DepartmentFacts:
    return DepartmentFacts(
        key=key,
        name=name,
        description=draw(NAMES),
        words=tuple(draw(st.lists(PLAIN, unique=True, max_size=3))),
        head=draw(st.sampled_from(("", *STAFF))),
        people=draw(SOME),
        on_duty=draw(SOME),
        channel=draw(st.sampled_from(("", OPEN, SECOND))),
        group=draw(st.sampled_from(("", "S123", "S456"))),
        is_archived=draw(st.booleans()),
    )


@given(departments_of_a_file())
@settings(max_examples=50)
def test_a_file_says_what_was_written_into_it(found: tuple[DepartmentFacts, ...]) -> None:
    assert read_file(write_file(found)) == found


def test_of_a_known_department_its_key_and_what_changes_are_enough(world: World) -> None:
    before = {one.key: one for one in world.run(department_files.export)}
    line = world.run(department_files.plan, read_file('[product]\nname = "Things"'))[0]
    assert line.what == ("was Product",)
    world.run(department_files.apply, read_file('[product]\nname = "Things"'), OPERATOR)
    after = {one.key: one for one in world.run(department_files.export)}
    assert after == before | {"product": replace(before["product"], name="Things")}


def test_a_new_department_needs_a_name_and_a_description(world: World) -> None:
    with pytest.raises(FileWrong, match="`parcels` is new, so it needs both"):
        world.run(department_files.plan, read_file('[parcels]\nwords = ["late"]'))


def fitting(world: World, found: tuple[DepartmentFacts, ...]) -> list[DepartmentFacts]:
    """Those whose names nothing in the workspace has: examples share one."""
    taken = {departments.folded(one.name) for one in world.run(department_files.export)}
    return [one for one in found if departments.folded(one.name) not in taken]


@given(departments_of_a_file(), departments_of_a_file())
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_exported_imports_to_the_same_whatever_happened_meanwhile(
    world: World, first: tuple[DepartmentFacts, ...], second: tuple[DepartmentFacts, ...]
) -> None:
    world.run(department_files.apply, fitting(world, first), OPERATOR)
    exported = world.run(department_files.export)
    assert all(line.act == "keep" for line in world.run(department_files.plan, exported)), "it changes nothing"
    world.run(department_files.apply, fitting(world, second), OPERATOR)
    world.run(department_files.apply, read_file(write_file(exported)), OPERATOR)
    keys = {one.key for one in exported}
    assert tuple(one for one in world.run(department_files.export) if one.key in keys) == exported


def test_names_may_change_places(world: World) -> None:
    product, finance = (
        next(one for one in world.run(department_files.export) if one.key == key) for key in ("product", "finance")
    )
    world.run(department_files.apply, [replace(product, name="Finance"), replace(finance, name="Product")], OPERATOR)
    assert {one.key: one.name for one in world.run(departments.every)}["finance"] == "Product"


def test_what_a_file_leaves_out_stays(world: World) -> None:
    world.run(departments.join, world.department("finance"), ANN, ANN)
    world.run(department_files.apply, read_file('[finance]\nname = "Money"\ndescription = "All of it."'), OPERATOR)
    finance = next(one for one in world.run(department_files.export) if one.key == "finance")
    assert (finance.name, finance.head, finance.people) == ("Money", ANN, (ANN,))


def test_a_plan_says_what_would_change(world: World) -> None:
    finance = next(one for one in world.run(department_files.export) if one.key == "finance")
    wanted = replace(
        finance, name="Money", words=(*(finance.words or ()), "refunds"), people=(ANN, BEN), head=BEN, is_archived=True
    )
    (line,) = world.run(department_files.plan, [wanted])
    assert line.what == ("was Finance", "words (+1)", "people (+2)", "head", "archived")
    (line,) = world.run(department_files.plan, [replace(finance, key="money", name="Money")])
    assert line.act == "create"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "product"}, "`finance` would be called as `product` is"),
        ({"people": (GUEST,)}, f"`finance`: {GUEST} is no teammate"),
        ({"head": "UNOBODY"}, "`finance`: UNOBODY is no teammate"),
        ({"channel": CONNECT}, f"guests or people from outside read the channel {CONNECT}"),
        ({"channel": "CELSEWHERE"}, "I am not in the channel CELSEWHERE"),
    ],
)
def test_what_cant_be_is_told_with_its_place_and_nothing_is_done(
    world: World, change: dict[str, object], told: str
) -> None:
    finance = next(one for one in world.run(department_files.export) if one.key == "finance")
    fine = DepartmentFacts("logistics", "Logistics", "Parcels.")
    with pytest.raises(FileWrong) as caught:
        world.run(department_files.apply, [fine, replace(finance, **change)], OPERATOR)  # type: ignore[arg-type]
    assert told in caught.value.words
    assert "logistics" not in world.run(departments.by_key)


def test_only_admins_import_make_and_archive(world: World) -> None:
    world.run(people.remember, [replace(one, is_admin=True) for one in PEOPLE if one.id == CAT])
    for act in (
        lambda scope: department_files.apply(scope, department_files.export(scope), ANN),
        lambda scope: department_edits.create(scope, About("Parcels", "Late ones."), ANN),
        lambda scope: department_edits.archive(scope, world.department("finance"), ANN),
        lambda scope: department_edits.restore(scope, world.department("finance"), ANN),
        lambda scope: department_edits.from_groups(scope, [], ANN),
    ):
        with pytest.raises(AdminsOnly) as caught:
            world.run(act)
        assert caught.value.people == (CAT,)
    world.run(department_edits.create, About("Parcels", "Late ones."), CAT)


def test_a_head_edits_their_own_department_and_no_other(world: World) -> None:
    world.run(people.remember, [replace(one, is_admin=True) for one in PEOPLE if one.id == CAT])
    world.run(departments.join, world.department("finance"), ANN, ANN)
    world.run(department_edits.edit, world.department("finance"), About(words=("refund",)), ANN)
    world.run(departments.arrange, world.department("finance"), Arrangement(ANN, (ANN,), OPEN, None), ANN)
    for department, by in (("finance", BEN), ("product", ANN)):
        with pytest.raises(AdminsOnly if department == "product" else Exception):
            world.run(department_edits.edit, world.department(department), About(words=("bug",)), by)


def test_what_was_exported_is_imported_without_a_change_also_when_somebody_has_left(world: World) -> None:
    department_id = world.join("product", ANN, DAN)
    world.run(departments.arrange, department_id, Arrangement(ANN, (DAN, ANN), None, None), ANN)
    world.join("finance", BEN)
    for user_id in (DAN, BEN):  # one of a rota, and a head who was alone
        world.run(people.remember, [PersonFacts(user_id, user_id, is_deleted=True)])
    exported = world.run(department_files.export)
    assert {line.act for line in world.run(department_files.plan, exported)} == {"keep"}
    world.run(department_files.apply, exported, OPERATOR)
    assert world.run(department_files.export) == exported
