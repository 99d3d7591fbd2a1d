"""Very many customers: a bitmap rules spellings out before the table is asked, and is never behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from bot.database import Scope
from bot.facts import CustomerFacts
from bot.ledger import customers, directory, merging, name_bitmaps
from bot.ledger.name_bitmaps import NameBitmap
from bot.models import Alias, Customer
from tests.support.statements import statements
from tests.support.world import ANN, OTHER_TEAM, TEAM, World

MANY, FEWEST = 5_000, 1_000


@pytest.fixture
def large(sqlite: Engine) -> World:
    """A workspace with many names, added an hour ago."""
    return with_many(World(sqlite).install())


def with_many(world: World) -> World:
    world.run(add_many)
    world.now += timedelta(hours=1)
    return world


def add_many(scope: Scope) -> None:
    made = [(scope.new_id(), f"customer {number}") for number in range(MANY)]
    rows = [{"team_id": scope.team_id, "id": one, "name": name, "created_at": scope.now} for one, name in made]
    scope.session.execute(insert(Customer), rows)
    scope.session.execute(insert(Alias), [customers.alias_row(scope, one, name, name) for one, name in made])


def look_up(world: World, *norms: str) -> dict[str, str]:
    """As a message is prepared: what is known is read first, with much else; then, maybe, the table is asked."""
    known = world.run(name_bitmaps.current, FEWEST)
    return world.run(customers.look_up, [norm for norm in norms if known is None or norm in known])


def read_all(world: World) -> None:
    """The bitmap is built a part at each message."""
    for _ in range(MANY // name_bitmaps.STEP + 2):
        assert look_up(world, "customer 7", "no customer") == {"customer 7": "customer 7"}


def asked(world: World, *norms: str) -> int:
    with statements(world.engine) as found:
        look_up(world, *norms)
    return len(found)


def test_names_are_found_while_the_bitmap_is_built_and_after(world: World) -> None:
    """On both databases."""
    read_all(with_many(world))
    assert look_up(world, "customer 1", "customer 4999", "customer 5000") == {
        "customer 1": "customer 1",
        "customer 4999": "customer 4999",
    }


def test_the_table_is_asked_only_for_what_may_be_a_name(large: World) -> None:
    read_all(large)
    without, with_name = asked(large, "moved the call", "the call"), asked(large, "customer 1")
    assert (without, with_name) == (1, 2)


def test_a_customer_who_was_just_added_is_found(large: World) -> None:
    read_all(large)
    large.run(customers.add, "Acme", "acme", ANN)
    assert look_up(large, "acme") == {"acme": "Acme"}
    large.now += timedelta(hours=1)
    read_all(large)
    assert look_up(large, "acme", "customer 4999") == {"acme": "Acme", "customer 4999": "customer 4999"}


def told(scope: Scope, facts: CustomerFacts) -> None:
    change = directory.compare(directory.known(scope, [facts]), facts)
    assert isinstance(change, directory.Change)
    directory.write(scope, [change], ANN)


def test_whatever_name_a_customer_gets_later_is_found(large: World) -> None:
    """Another one, a new one, those of an import, and of a duplicate that is merged or split off."""
    read_all(large)
    known = large.run(customers.find, "customer 1")
    other = large.run(customers.find, "customer 2")
    assert known is not None
    assert other is not None
    acts: dict[str, Callable[[Scope], Any]] = {
        "akme": lambda scope: told(scope, CustomerFacts("Customer 1", "customer 1", (("akme", "Akme"),))),
        "zenith": lambda scope: directory.arrange(scope, CustomerFacts("Zenith", "zenith", id=known.id), 1, ANN),
        "imported": lambda scope: told(scope, CustomerFacts("Imported", "imported")),
        "customer 2": lambda scope: merging.merge(scope, known.id, other.id, ANN),
        "customer 3": lambda scope: merging.split(scope, other.id, ANN),
    }
    for norm, act in acts.items():
        large.run(act)
        assert norm in look_up(large, norm, "no customer"), "at once"
        large.now += timedelta(hours=1)
        for _ in range(MANY // name_bitmaps.STEP + 2):
            assert norm in look_up(large, norm, "no customer"), "while the bitmap is built, and after"


def test_a_customer_who_was_removed_is_not_found(large: World) -> None:
    added = large.run(customers.add, "Acme", "acme", ANN)
    large.now += timedelta(hours=1)
    read_all(large)
    large.run(customers.remove, added.id, ANN)
    assert look_up(large, "acme") == {}
    assert look_up(large, "customer 1") == {"customer 1": "customer 1"}


def test_the_bitmap_waits_until_transactions_that_began_earlier_have_ended(large: World) -> None:
    """Another process may commit a customer with an earlier id after a later one was seen."""
    large.run(customers.add, "Acme", "acme", ANN)
    read_all(large)
    late = {"team_id": TEAM, "id": "0", "name": "Late", "created_at": large.now}
    alias = {**late, "norm": "late", "customer_id": "0"}
    large.run(lambda scope: scope.session.execute(insert(Customer), [late]))
    large.run(lambda scope: scope.session.execute(insert(Alias), [alias]))
    assert look_up(large, "late") == {"late": "Late"}


def test_a_small_directory_needs_no_bitmap(world: World) -> None:
    world.run(customers.add, "Acme", "acme", ANN)
    world.now += timedelta(hours=1)
    assert look_up(world, "acme", "other") == {"acme": "Acme"}
    assert asked(world, "acme", "other") == 1


def test_another_workspaces_names_are_not_ours(large: World) -> None:
    read_all(large)
    other = World(large.engine, team_id=OTHER_TEAM)
    assert look_up(other, "customer 1") == {}


def test_a_bitmap_never_says_no_to_what_was_added_and_seldom_yes_to_what_was_not() -> None:
    bitmap = NameBitmap(2_000)
    for number in range(2_000):
        bitmap.add(f"name {number}")
    assert all(f"name {number}" in bitmap for number in range(2_000))
    assert sum(f"other {number}" in bitmap for number in range(10_000)) < 100
    assert len(bitmap) <= 2 * 2_000 + 1
