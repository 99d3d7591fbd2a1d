"""Customers and the names by which they are known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Select, delete, select

from bot.database import Scope
from bot.errors import CustomerInUse
from bot.ledger import entries, name_bitmaps
from bot.models import Alias, Customer, Department, Mention
from bot.statements import insert_or_skip, prepared


def look_up(scope: Scope, norms: Iterable[str], fewest: int = name_bitmaps.FEWEST_NAMES) -> dict[str, str]:
    """Which of these normalised spellings are names of customers: spelling → the customer's name.

    `fewest` is from how many names on a bitmap spares the table most of them.
    """
    wanted: Sequence[str] = sorted(set(norms))
    if wanted:
        wanted = name_bitmaps.rule_out(scope, wanted, fewest)
    if not wanted:
        return {}
    return {row.norm: row.name for row in scope.session.execute(*_named(scope.team_id, wanted))}


@prepared
def _named(team: str, norms: Collection[str]) -> Select[str, str]:
    return (
        select(Alias.norm, Customer.name)
        .join(Customer, (Customer.team_id == Alias.team_id) & (Customer.id == Alias.customer_id))
        .where(Alias.team_id == team, Alias.norm.in_(norms))
    )


def homes(scope: Scope, norms: Collection[str]) -> dict[str, str]:
    """Where the customers of these normalised names are at home: customer's name → key of their department."""
    if not norms:
        return {}
    return {row.name: row.key for row in scope.session.execute(*_at_home(scope.team_id, sorted(norms)))}


@prepared
def _at_home(team: str, norms: Collection[str]) -> Select[str, str]:
    return (
        select(Customer.name, Department.key)
        .join(Alias, (Alias.team_id == Customer.team_id) & (Alias.customer_id == Customer.id))
        .join(Department, (Department.team_id == Customer.team_id) & (Department.id == Customer.home_department_id))
        .where(Alias.team_id == team, Alias.norm.in_(norms))
    )


def find(scope: Scope, norm: str) -> Customer | None:
    """The customer with that normalised name."""
    statement = (
        select(Customer)
        .join(Alias, (Customer.team_id == Alias.team_id) & (Customer.id == Alias.customer_id))
        .where(Alias.team_id == scope.team_id, Alias.norm == norm)
    )
    return scope.session.execute(statement).scalar_one_or_none()


def add(scope: Scope, name: str, norm: str, by: str) -> Customer:
    """Add a customer by name; the one who has that name already is answered."""
    known = find(scope, norm)
    if known is not None:
        return known
    customer = Customer(team_id=scope.team_id, id=scope.new_id(), name=name, created_at=scope.now)
    row = {"team_id": scope.team_id, "norm": norm, "customer_id": customer.id}
    if not insert_or_skip(scope.session, Alias, [row], Alias.norm):
        added_meanwhile = find(scope, norm)
        if added_meanwhile is not None:
            return added_meanwhile
    scope.session.add(customer)
    scope.session.flush()
    entries.write(scope, "add_customer", customer.id, by)
    return customer


def remove(scope: Scope, customer_id: str, by: str) -> str | None:
    """The reverse of `add`; answers the name that is gone. Raises CustomerInUse when a mention refers to it."""
    customer = scope.session.get(Customer, (scope.team_id, customer_id), with_for_update=True)
    if customer is None:
        return None
    refers = select(Mention.id).where(Mention.team_id == scope.team_id, Mention.customer_id == customer_id).limit(1)
    if scope.session.execute(refers).first() is not None:
        # How many, and where, is not for everybody to know.
        raise CustomerInUse(name=customer.name[:60])
    scope.session.execute(delete(Alias).where(Alias.team_id == scope.team_id, Alias.customer_id == customer_id))
    scope.session.delete(customer)
    entries.write(scope, "remove_customer", customer_id, by)
    return customer.name


def name_of(scope: Scope, customer_id: str | None) -> str | None:
    if customer_id is None:
        return None
    customer = scope.session.get(Customer, (scope.team_id, customer_id))
    return customer.name if customer else None
