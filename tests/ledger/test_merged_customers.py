"""What is told of a duplicate that counts as another customer is its own: splitting gives each what is theirs."""

from __future__ import annotations

from typing import Any

from bot.database import Scope
from bot.facts import CustomerFacts, Fault
from bot.ledger import customers, directory, exports, merging
from bot.ledger.claims import Claims
from tests.ledger.test_customers import facts, id_of, page, tell
from tests.support.world import ANN, World


def merged(world: World) -> tuple[str, str]:
    """Acme, and Globex that counts as Acme."""
    tell(world, name="Acme", domains="acme.com", tier="silver", owners="Ann")
    tell(world, name="Globex", tier="gold", owners="Ben")
    kept, duplicate = id_of(world, "acme"), id_of(world, "globex")
    world.run(merging.merge, kept, duplicate, ANN)
    return kept, duplicate


def test_what_a_file_says_of_a_merged_name_is_that_ones_after_the_split(world: World) -> None:
    _, duplicate = merged(world)
    assert tell(world, name="Globex", tier="gold", domains="globex.com", home_department="sales") == "changed"
    assert tell(world, name="Globex", tier="gold", domains="globex.com", home_department="sales") == "unchanged"
    shown = page(world, "globex")
    assert (shown.name, shown.tier, shown.addresses) == ("Acme", "silver", ("acme.com", "globex.com"))
    world.run(merging.split, duplicate, ANN)
    acme, globex = page(world, "acme"), page(world, "globex")
    assert (acme.tier, acme.home_department, acme.addresses) == ("silver", None, ("acme.com",))
    assert (globex.tier, globex.home_department, globex.addresses) == ("gold", "Sales", ("globex.com",))


def test_a_program_that_knows_a_duplicate_by_its_id_does_not_rename_whom_it_counts_as(world: World) -> None:
    kept, duplicate = merged(world)
    assert tell(world, id=duplicate, name="Globex", tier="gold") == "unchanged"
    assert tell(world, id=duplicate, name="Globex Labs", tier="gold") == "changed"
    assert world.run(customers.name_of, kept) == "Acme"
    world.run(merging.split, duplicate, ANN)
    assert [page(world, name).name for name in ("acme", "globex", "globex labs")] == [
        "Acme",
        "Globex Labs",
        "Globex Labs",
    ]


def test_a_file_that_names_both_is_read_as_before_they_were_merged(world: World) -> None:
    merged(world)
    rows = [
        facts(world, name="Acme", domains="acme.com", tier="silver", owners="Ann"),
        facts(world, name="Globex", tier="gold", owners="Ben"),
    ]
    assert told_together(world, rows) == ["unchanged", "unchanged"]


def test_an_export_of_merged_customers_is_imported_without_a_change(world: World) -> None:
    _, duplicate = merged(world)
    (row,) = world.run(exports.rows_after, "", 10)
    assert row["owners"] == "UANN; UBEN"
    assert tell(world, **row) == "unchanged"
    world.run(merging.split, duplicate, ANN)
    assert page(world, "acme").owners == (ANN,)


def test_nobody_takes_the_name_of_a_duplicate_that_could_be_split_off(world: World) -> None:
    kept, duplicate = merged(world)
    told = tell(world, id=kept, name="Globex")
    assert told.startswith("“Globex” is a name of Globex, with which it was merged. To call both so, split")
    world.run(merging.split, duplicate, ANN)
    assert [page(world, name).name for name in ("acme", "globex")] == ["Acme", "Globex"]


def test_whoever_came_along_with_a_duplicate_leaves_with_it(world: World) -> None:
    one, two, three, _ = numbered(world)
    world.run(merging.merge, two, one, ANN)
    world.run(merging.merge, three, two, ANN)
    world.run(merging.merge, id_of(world, "four"), three, ANN)
    world.run(merging.split, two, ANN)
    assert names_of_pages(world) == ["Two", "Two", "Four", "Four"]


def test_whoever_was_merged_anew_stays_where_they_were_merged_last(world: World) -> None:
    one, two, three, _ = numbered(world)
    world.run(merging.merge, two, one, ANN)
    world.run(merging.merge, three, two, ANN)
    world.run(merging.split, one, ANN)
    world.run(merging.merge, three, one, ANN)
    world.run(merging.split, two, ANN)
    assert names_of_pages(world) == ["Three", "Two", "Three", "Four"]


def numbered(world: World) -> list[str]:
    for name in ("One", "Two", "Three", "Four"):
        tell(world, name=name)
    return [id_of(world, name) for name in ("one", "two", "three", "four")]


def names_of_pages(world: World) -> list[str]:
    return [page(world, name).name for name in ("one", "two", "three", "four")]


def told_together(world: World, rows: list[CustomerFacts]) -> list[Any]:
    """What comes of the rows of one batch: the outcome of each, or what is wrong with it."""

    def write(scope: Scope) -> list[Any]:
        have, claims, found = directory.known(scope, rows, for_update=True), Claims("line"), list[str | Fault]()
        for number, row in enumerate(rows):
            compared = directory.compare(have, row)
            found += [*claims.check(number, row, have), *(compared if isinstance(compared, list) else [])] or [
                compared.outcome  # type: ignore[union-attr]
            ]
        return found

    return world.run(write)
