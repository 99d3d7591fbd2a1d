"""Statements that are built once, rows that are read once, and whom a transaction concerns."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, Select, select
from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.orm import Session

from bot.database import ThreadedDatabase, Topics, announce, transact
from bot.lanes import Moment, free_lane, take_lanes, wake_lanes
from bot.models import Customer, Entry, StagedCustomer
from bot.statements import find, find_one, insert_all, insert_or_skip, insert_or_update, load, one_of, prepared
from tests.support.statements import statements
from tests.support.world import World

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def customer(number: int, tier: str | None = None) -> dict[str, Any]:
    return {"team_id": "T1", "id": f"C{number}", "name": f"Acme {number}", "tier": tier, "created_at": NOON}


@pytest.fixture(autouse=True)
def three_customers(engine: Engine) -> None:
    transact(engine, lambda session: insert_or_skip(session, Customer, [customer(number) for number in (1, 2, 3)]))


builds: list[str] = []


@prepared
def named(team: str, ids: list[str], *, column: str = "name") -> Select[str]:
    builds.append(column)
    return select(getattr(Customer, column)).where(Customer.team_id == team, Customer.id.in_(ids)).order_by(Customer.id)


def test_a_prepared_statement_is_built_once_and_takes_other_values_each_time(engine: Engine) -> None:
    def ask(session: Session) -> list[list[str]]:
        asked = (named("T1", ["C1"]), named("T1", ["C2", "C3"]), named("T2", ["C1"]), named("T1", []))
        return [list(session.execute(*one).scalars()) for one in asked]

    builds.clear()
    assert transact(engine, ask) == [["Acme 1"], ["Acme 2", "Acme 3"], [], []]
    assert builds in (["name"], [])  # the other database may have had it built


def test_what_is_given_by_keyword_makes_a_statement_of_its_own(engine: Engine) -> None:
    def ask(session: Session) -> list[list[str]]:
        asked = (named("T1", ["C1"]), named("T1", ["C1"], column="id"), named("T1", ["C1"]))
        return [list(session.execute(*one).scalars()) for one in asked]

    assert transact(engine, ask) == [["Acme 1"], ["C1"], ["Acme 1"]]


def test_a_prepared_statement_refuses_too_few_values() -> None:
    with pytest.raises(ValueError, match="zip"):
        named("T1")  # type: ignore[call-arg]


def test_a_row_is_read_once_in_a_transaction_though_nobody_holds_it(engine: Engine) -> None:
    def ask(session: Session) -> list[str]:
        return [find_one(session, Customer, "T1", "C1").name for _ in range(3)]

    with statements(engine) as seen:
        assert transact(engine, ask) == ["Acme 1"] * 3
    assert len(seen) == 1


def test_each_transaction_reads_a_row_anew(engine: Engine) -> None:
    def tier(session: Session) -> str | None:
        return find_one(session, Customer, "T1", "C1").tier

    assert transact(engine, tier) is None
    transact(engine, lambda s: insert_or_update(s, Customer, customer(1, "gold"), ("team_id", "id")))
    assert transact(engine, tier) == "gold"


def test_who_is_not_there_is_none_or_an_error(engine: Engine) -> None:
    assert transact(engine, lambda session: find(session, Customer, "T2", "C1")) is None
    with pytest.raises(NoResultFound, match="Customer"):
        transact(engine, lambda session: find_one(session, Customer, "T2", "C1"))


def test_rows_are_loaded_by_their_ids_in_one_workspace(engine: Engine) -> None:
    found = transact(engine, lambda session: load(session, Customer, "T1", ["C3", "C1", "C9", "C1"]))
    assert {key: row.name for key, row in found.items()} == {"C1": "Acme 1", "C3": "Acme 3"}
    assert transact(engine, lambda session: load(session, Customer, "T2", ["C1"])) == {}


async def test_a_write_tells_whom_it_concerns(database: ThreadedDatabase) -> None:
    heard: list[Topics] = []
    database.on_write.append(heard.append)

    def both(session: Session) -> None:
        announce(session, "nudges")
        announce(session, "out", is_local=True)

    await database.run(lambda session: None)
    await database.run(both)
    assert heard == [frozenset(), {"nudges", "out"}]


async def test_who_waits_for_a_lane_hears_when_work_comes_and_when_it_is_given_back_with_work_left(
    database: ThreadedDatabase,
) -> None:
    heard: list[Topics] = []
    database.on_write.append(heard.append)
    moment = Moment(NOON, NOON)
    await database.run(lambda session: wake_lanes(session, "in", [("T1", "C1", NOON)]))
    (held,) = await database.run(lambda session: take_lanes(session, "in", "worker", moment))
    await database.run(lambda session: free_lane(session, held, NOON))
    (held,) = await database.run(lambda session: take_lanes(session, "in", "worker", moment))
    await database.run(lambda session: free_lane(session, held, None))
    assert heard == [{"in"}, frozenset(), {"in"}, frozenset(), frozenset()]


def test_what_a_savepoint_announced_before_it_was_undone_is_announced_again(postgresql_world: World) -> None:
    """PostgreSQL forgets what is announced in a savepoint that is rolled back."""
    engine = postgresql_world.engine
    address = engine.url.render_as_string(hide_password=False).replace("postgresql+psycopg://", "postgresql://")

    def write(session: Session) -> None:
        savepoint = session.begin_nested()
        announce(session, "out")
        savepoint.rollback()
        announce(session, "out")
        announce(session, "in", is_local=True)
        announce(session, "out")

    with psycopg.connect(address, autocommit=True) as listening:
        listening.execute("LISTEN ours")
        with statements(engine) as seen:
            transact(engine, write)
        told = [one.payload for one in listening.notifies(timeout=5, stop_after=1)]
    assert told == ["out"]
    assert sum("pg_notify" in statement for statement in seen) == 2


# Many rows as one parameter


def test_many_rows_go_in_as_one_parameter_each_value_as_it_was(engine: Engine) -> None:
    """Text of any kind, nothing, numbers and JSON; and what all have in common."""
    texts = ["Acme", 'it\'s; "Ada" \\ 日本 👩‍👧', "", None]
    details: list[dict[str, Any]] = [
        {},
        {"fields": ["name", "tier"], "n": 1},
        {"deep": {"a": [None, True]}},
        {"x": "é"},
    ]
    entries = [
        {"id": f"E{number}", "act": f"act {number}", "subject_id": "K", "details": one}
        for number, one in enumerate(details)
    ]
    made = [{"id": f"M{number}", "name": "one", "tier": text} for number, text in enumerate(texts)]
    staged = [{"number": number, "facts": one} for number, one in enumerate(details)]

    def write(session: Session) -> None:
        insert_all(session, Entry, entries, {"team_id": "T1", "at": NOON, "by": "it's me"})
        same = {"team_id": "T1", "created_at": NOON, "version": 7, "home_department_id": None}
        insert_all(session, Customer, made, same)
        insert_all(session, StagedCustomer, staged, {"team_id": "T1"})
        insert_all(session, Customer, [], {})

    transact(engine, write)
    found = transact(engine, lambda session: list(session.execute(select(Entry).order_by(Entry.id)).scalars()))
    assert [(one.at, one.by, one.details) for one in found] == [(NOON, "it's me", one) for one in details]
    of_made = select(Customer).where(Customer.version == 7).order_by(Customer.id)
    people = transact(engine, lambda session: list(session.execute(of_made).scalars()))
    assert [(one.tier, one.created_at, one.merged_into_id) for one in people] == [(text, NOON, None) for text in texts]
    of_staged = select(StagedCustomer.number, StagedCustomer.facts).order_by(StagedCustomer.number)
    assert transact(engine, lambda session: [tuple(row) for row in session.execute(of_staged)]) == list(
        enumerate(details)
    )


def test_many_rows_of_which_one_stands_already_go_in_not_at_all(engine: Engine) -> None:
    made = [{"id": one, "name": "one"} for one in ("N1", "C1")]
    with pytest.raises(IntegrityError):
        transact(
            engine,
            lambda session: insert_all(session, Customer, made, {"team_id": "T1", "created_at": NOON, "version": 0}),
        )
    assert transact(engine, lambda session: session.get(Customer, ("T1", "N1"))) is None


def test_one_of_very_many_values_is_one_parameter(engine: Engine) -> None:
    def ask(session: Session, *ids: str) -> list[str]:
        return list(session.execute(select(Customer.id).where(one_of(session, Customer.id, ids))).scalars())

    many = [f"no {number}" for number in range(40_000)]
    assert transact(engine, lambda session: sorted(ask(session, "C1", "C3", "it's", *many))) == ["C1", "C3"]
    assert transact(engine, ask) == []
