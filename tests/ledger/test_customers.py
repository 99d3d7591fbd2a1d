"""The directory of customers: names, addresses, owners, and duplicates that are merged; each act with its reverse."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from bot.database import Scope
from bot.errors import (
    CustomerChanged,
    CustomerGone,
    CustomerInUse,
    CustomersAreOne,
    CustomersMerged,
    NameTaken,
    NotAllowed,
    OwnerUnfit,
)
from bot.facts import CustomerFacts, Fault
from bot.ledger import customer_owners, customer_views, customers, directory, entries, mentions, merging
from bot.ledger.claims import Claims
from bot.ledger.directory import Change
from bot.ledger.visibility import Audience
from bot.messages.customer_views import CustomerView
from bot.models import Address, Alias, Customer, CustomerOwner, Entry
from bot.understanding import CustomerReader
from tests.ledger.test_two_workspaces import rows_of
from tests.support import databases
from tests.support.world import ANN, BEN, BOT, CAT, DAN, GONE, GUEST, OPEN, PRIVATE, SECOND, STRANGER, TEAM, World

READER = Audience(user_id=CAT)


def facts(world: World, **fields: Any) -> CustomerFacts:
    """What somebody says of a customer, as a form or a file has it."""
    company = world.run(directory.company, ("gold", "silver"))
    found, faults = CustomerReader(company).read(fields)
    assert faults == []
    return found


def tell(world: World, **fields: Any) -> str:
    """The outcome of an upsert; or what clashes."""
    said = facts(world, **fields)

    def write(scope: Scope) -> str:
        found = directory.compare(directory.known(scope, [said], for_update=True), said)
        if isinstance(found, list):
            return " ".join(fault.words for fault in found)
        directory.write(scope, [found], "operator")
        return found.outcome

    return world.run(write)


def page(world: World, name: str, reader: str = CAT) -> Any:
    return world.run(customer_views.meant, name.casefold(), name, Audience(user_id=reader))


def id_of(world: World, norm: str) -> str:
    found = world.run(customers.find, norm)
    assert found is not None
    return found.id


def acts(world: World, customer_id: str) -> list[tuple[str, str]]:
    return [(entry.act, entry.by) for entry in world.run(entries.history, customer_id)]


def test_what_is_told_adds_up_and_telling_it_again_changes_nothing(world: World) -> None:
    fields = {
        "name": "Acme Corp.",
        "aliases": "Akme; ACME Labs",
        "domains": "acme.com, acme.co.uk",
        "handles": "https://twitter.com/Acme",
        "tier": "Gold",
        "home_department": "sales",
        "owners": "Ann; UBEN",
    }
    assert tell(world, **fields) == "added"
    assert tell(world, **fields) == "unchanged"
    assert tell(world, name="acme", domains="acme.de", owners="cat") == "changed"
    shown = page(world, "akme")
    assert (shown.name, shown.tier, shown.home_department) == ("Acme Corp.", "gold", "Sales")
    assert shown.aliases == ("Akme", "ACME Labs")
    assert shown.addresses == ("acme.co.uk", "acme.com", "acme.de", "x.com/acme")
    assert shown.owners == (ANN, BEN, CAT)
    assert acts(world, shown.id) == [("add_customer", "operator"), ("change_customer", "operator")]


def test_a_name_or_an_address_of_somebody_else_is_refused_with_whose_it_is(world: World) -> None:
    tell(world, name="Acme", aliases="Akme", domains="acme.com", handles="x.com/acme")
    for fields in ({"aliases": "akme"}, {"domains": "acme.com"}, {"handles": "x.com/acme"}):
        assert "of Acme already" in tell(world, name="Globex", **fields)
    assert "no customer" in tell(world, name="Globex", id="0")
    assert world.run(customers.find, "globex") is None


def test_with_its_id_a_customer_gets_another_name_and_is_found_by_the_old_one_still(world: World) -> None:
    tell(world, name="Acme", domains="acme.com")
    known = id_of(world, "acme")
    assert tell(world, name="Zenith", id=known) == "changed"
    assert page(world, "acme").name == "Zenith"
    assert world.run(customers.look_up, ["zenith", "acme"]) == {"zenith": "Zenith", "acme": "Zenith"}


def test_addresses_and_homes_are_looked_up_by_what_understanding_proposes(world: World) -> None:
    tell(world, name="Acme", domains="acme.com", home_department="Sales")
    assert world.run(customers.look_up_addresses, ["acme.com", "globex.com"]) == {"acme.com": "Acme"}
    assert world.run(customers.homes, ["Acme"]) == {"Acme": "sales"}


def test_a_form_stands_in_place_of_what_was_known(world: World) -> None:
    tell(world, name="Acme", aliases="Akme", domains="acme.com", tier="gold", home_department="Sales", owners="Ann")
    known = id_of(world, "acme")
    said = replace(facts(world, name="Acme", domains="acme.de"), id=known)
    assert world.run(directory.arrange, said, 0, CAT) == "changed"
    shown = page(world, "acme")
    assert (shown.aliases, shown.addresses, shown.tier, shown.home_department) == ((), ("acme.de",), None, None)
    assert shown.owners == (ANN,), "owners add up; leaving is an act of its own"
    assert world.run(customers.find, "akme") is None
    assert acts(world, known)[-1] == ("change_customer", CAT)


def test_a_renamed_customer_keeps_the_old_name_as_another_one(world: World) -> None:
    tell(world, name="Acme")
    mention_id = world.share(customer="Acme").mention_id
    world.send()
    said = replace(facts(world, name="Zenith"), id=id_of(world, "acme"))
    world.run(directory.arrange, said, 0, CAT)
    assert page(world, "acme").aliases == ("Acme",)
    assert [row.subject_id for row in world.rows("card")] == [mention_id], "the card shows the new name"
    back = replace(facts(world, name="Acme"), id=said.id)
    world.run(directory.arrange, back, 1, CAT)
    assert (page(world, "acme").name, page(world, "zenith").is_known) == ("Acme", True)


def test_whoever_saves_an_older_form_is_told_and_nothing_is_lost(world: World) -> None:
    tell(world, name="Acme")
    said = replace(facts(world, name="Acme", domains="acme.com"), id=id_of(world, "acme"))
    world.run(directory.arrange, said, 0, CAT)
    with pytest.raises(CustomerChanged):
        world.run(directory.arrange, replace(said, addresses=()), 0, DAN)
    assert page(world, "acme").addresses == ("acme.com",)


@pytest.mark.parametrize("who", [GUEST, STRANGER, GONE, BOT])
def test_only_teammates_change_customers_and_own_them(world: World, who: str) -> None:
    tell(world, name="Acme")
    tell(world, name="Globex")
    known, other = id_of(world, "acme"), id_of(world, "globex")
    said = replace(facts(world, name="Acme", domains="acme.com"), id=known)
    for act in (
        lambda: world.run(directory.arrange, said, 0, who),
        lambda: world.run(customer_owners.add, known, ANN, who),
        lambda: world.run(merging.merge, known, other, who),
        lambda: world.run(merging.split, known, who),
    ):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(OwnerUnfit):
        world.run(customer_owners.add, known, who, ANN)


def test_owners_add_up_and_leaving_is_the_reverse(world: World) -> None:
    tell(world, name="Acme")
    known = id_of(world, "acme")
    assert [world.run(customer_owners.add, known, who, ANN) for who in (ANN, BEN, ANN)] == [True, True, False]
    assert page(world, "acme").owners == (ANN, BEN)
    assert [world.run(customer_owners.drop, known, who, CAT) for who in (ANN, ANN)] == [True, False]
    assert page(world, "acme").owners == (BEN,)
    assert acts(world, known)[1:] == [("add_owner", ANN), ("add_owner", ANN), ("drop_owner", CAT)]


def test_a_merged_duplicate_counts_as_the_other_and_split_gives_all_back(world: World) -> None:
    tell(world, name="Acme", domains="acme.com", owners="Ann")
    tell(world, name="Acme Labs", handles="x.com/labs", tier="gold", home_department="sales", owners="Ben")
    kept, duplicate = id_of(world, "acme"), id_of(world, "acme labs")
    for name in ("Acme", "Acme Labs"):
        world.share(customer=name)
    before = rows_of(world.engine, TEAM, "alias", "address", "customer_owner")
    world.run(merging.merge, kept, duplicate, CAT)
    shown = page(world, "acme labs")
    assert (shown.name, shown.tier, shown.home_department) == ("Acme", "gold", "Sales")
    assert (shown.aliases, shown.addresses, shown.owners) == (("Acme Labs",), ("acme.com", "x.com/labs"), (ANN, BEN))
    assert len(shown.mentions) == 2
    assert world.run(customers.name_of, duplicate) == "Acme"
    assert world.run(customers.homes, ["Acme", "Acme Labs"]) == {"Acme": "sales", "Acme Labs": "sales"}
    world.share(customer="Acme Labs")
    world.run(merging.split, duplicate, DAN)
    assert (page(world, "acme").tier, page(world, "acme labs").tier) == (None, "gold")
    assert (len(page(world, "acme").mentions), len(page(world, "acme labs").mentions)) == (1, 2)
    assert rows_of(world.engine, TEAM, *before) == before
    assert acts(world, kept)[-2:] == [("merge_customers", CAT), ("split_customers", DAN)]
    assert world.run(merging.split, duplicate, DAN) is None


def test_who_was_merged_before_goes_along_and_comes_back_along(world: World) -> None:
    for name in ("One", "Two", "Three"):
        tell(world, name=name)
    one, two, three = (id_of(world, name) for name in ("one", "two", "three"))
    world.run(merging.merge, two, one, ANN)
    world.run(merging.merge, three, two, ANN)
    assert {page(world, name).name for name in ("one", "two", "three")} == {"Three"}
    world.run(merging.split, two, ANN)
    assert [page(world, name).name for name in ("one", "two", "three")] == ["Two", "Two", "Three"]
    world.run(merging.split, one, ANN)
    assert [page(world, name).name for name in ("one", "two", "three")] == ["One", "Two", "Three"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_however_customers_are_merged_and_split_each_name_leads_to_one_and_splitting_all_gives_all_back(
    sqlite: Engine, acts: list[tuple[bool, int, int]]
) -> None:
    databases.empty(sqlite)
    world = World(sqlite).install()
    for number in range(5):
        tell(world, name=f"Name {number}", domains=f"n{number}.com", tier=("gold", "silver", "")[number % 3])
    ids = [id_of(world, f"name {number}") for number in range(5)]
    before = rows_of(world.engine, TEAM, "alias", "address")
    tiers = [page(world, f"name {number}").tier for number in range(5)]
    for is_merge, one, other in acts:
        with suppress(CustomersAreOne):
            if is_merge:
                world.run(merging.merge, ids[one], ids[other], ANN)
            else:
                world.run(merging.split, ids[one], ANN)
        for number in range(5):
            kept = world.run(customers.get, ids[number])
            assert kept.merged_into_id is None
            assert id_of(world, f"name {number}") == kept.id
    for _ in range(5):
        for customer_id in reversed(ids):
            world.run(merging.split, customer_id, ANN)
    assert [id_of(world, f"name {number}") for number in range(5)] == ids
    assert [page(world, f"name {number}").tier for number in range(5)] == tiers
    assert rows_of(world.engine, TEAM, *before) == before


def test_merging_one_with_itself_and_removing_what_is_merged_are_refused(world: World) -> None:
    tell(world, name="Acme", aliases="Akme")
    tell(world, name="Globex")
    kept, duplicate = id_of(world, "acme"), id_of(world, "globex")
    world.run(merging.merge, kept, duplicate, ANN)
    for other in (kept, duplicate):
        with pytest.raises(CustomersAreOne):
            world.run(merging.merge, kept, other, ANN)
    for one in (kept, duplicate):
        with pytest.raises(CustomersMerged):
            world.run(customers.remove, one, ANN)
    with pytest.raises(CustomerGone):
        world.run(merging.merge, kept, "0", ANN)


def test_a_removed_customer_leaves_no_name_and_no_address(world: World) -> None:
    tell(world, name="Acme", aliases="Akme", domains="acme.com", owners="Ann")
    assert world.run(customers.remove, id_of(world, "acme"), ANN) == "Acme"
    rows = rows_of(world.engine, TEAM)
    assert not any(rows[name] for name in ("customer", "alias", "address", "customer_owner"))
    tell(world, name="Globex")
    world.share(customer="Globex")
    with pytest.raises(CustomerInUse):
        world.run(customers.remove, id_of(world, "globex"), ANN)


def test_entries_hold_no_names(world: World) -> None:
    tell(world, name="Zanzibar", aliases="Zanzi", domains="zanzi.example", owners="Ann")
    tell(world, name="Zanzibar", aliases="Zan", tier="gold")
    told = world.run(lambda scope: [entry.details for entry in scope.session.execute(select(Entry)).scalars()])
    assert "zan" not in str(told).casefold()


def test_two_who_merge_crosswise_at_once_both_get_an_answer(postgresql_world: World) -> None:
    world = postgresql_world
    tell(world, name="Acme")
    tell(world, name="Globex")
    one, other = id_of(world, "acme"), id_of(world, "globex")

    def merge(kept: str, duplicate: str) -> str:
        try:
            return world.run(merging.merge, kept, duplicate, ANN).name
        except CustomersAreOne:
            return "told"

    first, second = world.at_once(lambda: merge(one, other), lambda: merge(other, one))
    assert {first, second} & {"Acme", "Globex"}
    assert "told" in (first, second)
    assert page(world, "acme").name == page(world, "globex").name


def test_two_who_take_one_name_at_once_do_not_both_get_it(postgresql_world: World) -> None:
    world = postgresql_world
    tell(world, name="Acme")
    tell(world, name="Globex")

    def take(name: str) -> str:
        try:
            return tell(world, name=name, aliases="Zenith")
        except NameTaken:
            return "told"

    for _ in range(5):
        found = world.at_once(lambda: take("Acme"), lambda: take("Globex"))
        assert "changed" in found or found.count("unchanged") == 1
        owner = page(world, "zenith").name
        assert sum(answer in {"changed", "unchanged"} for answer in found) == 1, found
        assert owner in {"Acme", "Globex"}


# The page


def test_the_page_says_when_only_one_person_knows_them(world: World) -> None:
    tell(world, name="Initech", owners="Ann")
    mention_id = world.share(customer="Initech").mention_id
    assert page(world, "initech").helpers == ()
    world.claim(mention_id, BEN)
    shown = page(world, "initech")
    assert (shown.owners, shown.helpers) == ((ANN,), ((BEN, 1),))


def test_the_page_shows_nobody_more_than_they_could_open(world: World) -> None:
    tell(world, name="Initech", domains="initech.com", tier="gold", owners="Ann")
    mention_id = world.share(PRIVATE, by=BEN, customer="Initech").mention_id
    world.claim(mention_id, BEN)
    inside, outside, guest = (page(world, "initech", reader) for reader in (ANN, CAT, GUEST))
    assert (len(inside.mentions), inside.helpers, inside.stance) == (1, ((BEN, 1),), "adversary")
    assert (len(outside.mentions), outside.helpers, outside.stance, outside.stances) == (0, (), "unknown", ())
    assert outside.owners == (ANN,)
    assert (guest.tier, guest.addresses, guest.owners, guest.may_change) == (None, (), (), False)


def test_every_mention_is_on_one_of_the_pages(world: World) -> None:
    tell(world, name="Initech")
    shared = []
    for number in range(2 * customer_views.A_PAGE + 3):
        world.later(minutes=1)
        shared.append(world.share((OPEN, SECOND)[number % 2], customer="Initech").mention_id)

    def turn(number: int) -> CustomerView:
        known = id_of(world, "initech")
        return world.run(lambda scope: customer_views.page(scope, customers.get(scope, known), READER, number))

    pages = [turn(number) for number in range(3)]
    assert [line.mention_id for one in pages for line in one.mentions] == shared[::-1]
    assert [(one.page, one.pages) for one in pages] == [(0, 3), (1, 3), (2, 3)]
    assert turn(99).page == 2


def test_how_they_stood_is_told_turn_by_turn(world: World) -> None:
    tell(world, name="Initech")
    moments = []
    for stance in ("adversary", "adversary", "unknown", "advocate", "adversary"):
        world.later(days=1)
        mention_id = world.share(customer="Initech").mention_id
        world.run(lambda scope, s=stance, m=mention_id: setattr(mentions.get(scope, m), "stance", s))  # type: ignore[misc]
        moments.append(world.now)
    assert page(world, "initech").stances == (
        ("adversary", moments[4]),
        ("advocate", moments[3]),
        ("adversary", moments[0]),
    )


def test_an_unknown_name_is_shown_with_those_that_begin_like_it(world: World) -> None:
    tell(world, name="Acme Labs")
    assert page(world, "acme").near == ("Acme Labs",)
    assert page(world, "acme", GUEST).near == ()


def test_a_batch_is_compared_and_written_in_a_few_statements(engine: Engine) -> None:
    world = World(engine).install()
    wanted = [facts(world, name=f"Customer {number}", domains=f"c{number}.com") for number in range(50)]

    def write(scope: Scope) -> Any:
        have = directory.known(scope, wanted, for_update=True)
        found = [directory.compare(have, one) for one in wanted]
        assert all(isinstance(one, Change) for one in found)
        return directory.write(scope, [one for one in found if isinstance(one, Change)], "operator")

    assert world.run(write) == {"added": 50}
    assert world.run(write) == {"unchanged": 50}
    held = rows_of(engine, TEAM)
    counted = [len(held[table.__tablename__]) for table in (Customer, Alias, Address, CustomerOwner)]
    assert counted == [50, 50, 50, 0]


def test_claims_of_one_batch_are_told_with_the_earlier_line(world: World) -> None:
    tell(world, name="Acme", aliases="Akme")
    rows = [
        facts(world, name="Acme", domains="a.com"),
        facts(world, name="Akme"),
        facts(world, name="Zed", domains="a.com"),
    ]
    have = world.run(directory.known, rows)
    claims = Claims("line")
    found = [claims.check(number, row, have) for number, row in enumerate(rows, start=2)]
    assert found[0] == []
    assert [fault.field for fault in found[1]] == ["id"]
    assert found[2] == [Fault("domains", "“a.com” is in line 2 already. Keep one, or put the two together.")]
