"""Two who change what is known of customers at the same instant: nothing is lost, and no form writes over another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.database import Scope
from bot.errors import BotError
from bot.facts import CustomerFacts
from bot.ledger import (
    customers,
    directory,
    merging,
)
from bot.models import Alias, Customer
from tests.support.at_once import all_at_once, while_under_way
from tests.support.world import ANN, BEN, World

DUE = datetime(2026, 11, 26, 15, tzinfo=UTC)


@pytest.fixture
def world(postgresql_world: World) -> World:
    return postgresql_world


def test_a_form_of_a_customer_who_was_merged_meanwhile_changes_nobody(world: World) -> None:
    """The two may have been changed as often: their versions alone tell nothing."""
    acme = world.run(customers.add, "Acme", "acme", ANN)
    globex = world.run(customers.add, "Globex", "globex", ANN)
    for customer in (acme, globex):
        norm = customer.name.casefold()
        facts = CustomerFacts(customer.name, norm, id=customer.id, addresses=(f"{norm}.com",))
        world.run(directory.arrange, facts, customer.version, ANN)
    world.run(merging.merge, acme.id, globex.id, BEN)
    facts = CustomerFacts("Globex Inc", "globexinc", id=globex.id)
    with pytest.raises(BotError):
        world.run(directory.arrange, facts, world.run(lambda s: customers.get(s, acme.id).version), ANN)
    assert world.run(lambda s: customers.get(s, acme.id).name) == "Acme"


def test_a_customer_who_is_removed_while_a_program_tells_of_them_is_added_whole(world: World) -> None:
    world.run(customers.add, "Acme", "acme", ANN)
    acme = world.run(customers.find, "acme")
    assert acme is not None

    def put(scope: Scope) -> None:
        wanted = [CustomerFacts("Acme", "acme", addresses=("acme.com",))]
        change = directory.compare(directory.known(scope, wanted, for_update=True), wanted[0])
        assert isinstance(change, directory.Change)
        directory.write(scope, [change], "api:crm")

    while_under_way(world, lambda s: customers.remove(s, acme.id, ANN), put)
    found = world.run(customers.find, "acme")
    assert found is not None
    assert found.id != acme.id


def test_a_name_that_moved_meanwhile_is_seen_where_it_is_now(world: World) -> None:
    """A form drops a name from one customer while a program says that it is that customer's."""
    acme = world.run(customers.add, "Acme", "acme", ANN)
    facts = CustomerFacts("Acme", "acme", id=acme.id, aliases=(("acmeltd", "Acme Ltd"),))
    world.run(directory.arrange, facts, 0, ANN)

    def put(scope: Scope) -> None:
        wanted = [CustomerFacts("Acme", "acme", aliases=(("acmeltd", "Acme Ltd"),))]
        change = directory.compare(directory.known(scope, wanted, for_update=True), wanted[0])
        assert isinstance(change, directory.Change)
        directory.write(scope, [change], "api:crm")

    while_under_way(world, lambda s: directory.arrange(s, replace(facts, aliases=()), 1, ANN), put)
    names = world.run(lambda s: set(s.session.execute(select(Alias.norm)).scalars()))
    assert names == {"acme", "acmeltd"}


def test_two_who_merge_two_customers_crosswise_leave_one(world: World) -> None:
    acme, globex = (world.run(customers.add, name, name.casefold(), ANN).id for name in ("Acme", "Globex"))
    told = all_at_once(
        world, lambda s: merging.merge(s, acme, globex, ANN), lambda s: merging.merge(s, globex, acme, BEN)
    )
    assert sum(isinstance(one, BotError) for one in told) == 1
    kept = world.run(lambda s: [c for c in s.session.execute(select(Customer)).scalars() if c.merged_into_id is None])
    assert len(kept) == 1
