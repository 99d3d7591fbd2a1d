"""Customers, the names by which they are known, and where they write from.

A duplicate that was merged is found by its own names and addresses still; it counts as the one whom it was merged into.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Select, case, delete, func, select
from sqlalchemy.orm import aliased

from bot import statements
from bot.database import Scope, plain
from bot.errors import CustomerGone, CustomerInUse, CustomersMerged
from bot.ledger import entries
from bot.models import Address, Alias, Customer, CustomerOwner, Department, Mention
from bot.statements import find_locked, insert_or_skip, one_of, prepared


def look_up(scope: Scope, norms: Iterable[str]) -> dict[str, str]:
    """Which of these normalised spellings are names of customers: spelling → the customer's name."""
    wanted = sorted(set(norms))
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


def look_up_addresses(scope: Scope, addresses: Collection[str]) -> dict[str, str]:
    """Which of these addresses are customers': address → the customer's name."""
    if not addresses:
        return {}
    return {row.address: row.name for row in scope.session.execute(*_writing_from(scope.team_id, sorted(addresses)))}


@prepared
def _writing_from(team: str, addresses: Collection[str]) -> Select[str, str]:
    return (
        select(Address.address, Customer.name)
        .join(Customer, (Customer.team_id == Address.team_id) & (Customer.id == Address.customer_id))
        .where(Address.team_id == team, Address.address.in_(addresses))
    )


def homes(scope: Scope, names: Collection[str]) -> dict[str, str]:
    """Where the customers of these names are at home: customer's name → key of their department."""
    if not names:
        return {}
    return {row.name: row.key for row in scope.session.execute(*_at_home(scope.team_id, sorted(names)))}


@prepared
def _at_home(team: str, names: Collection[str]) -> Select[str, str]:
    kept, part = aliased(Customer), aliased(Customer)
    of_a_duplicate = (
        select(part.home_department_id)
        .where(
            part.team_id == team,
            part.merged_into_id == func.coalesce(Customer.merged_into_id, Customer.id),
            part.home_department_id.is_not(None),
        )
        .order_by(part.id)
        .limit(1)
        .correlate(Customer)
        .scalar_subquery()
    )
    own = func.coalesce(kept.home_department_id, case((kept.id.is_(None), Customer.home_department_id)))
    home = func.coalesce(own, of_a_duplicate)
    return (
        select(Customer.name, Department.key)
        .outerjoin(kept, (kept.team_id == Customer.team_id) & (kept.id == Customer.merged_into_id))
        .join(Department, (Department.team_id == Customer.team_id) & (Department.id == home))
        .where(Customer.team_id == team, Customer.name.in_(names))
    )


def find(scope: Scope, norm: str) -> Customer | None:
    """The customer with that normalised name; of one that was merged, whom it counts as."""
    return _kept(scope, _one(scope, Alias, Alias.norm == norm))


def find_by_address(scope: Scope, address: str) -> Customer | None:
    """The same, by where they write from."""
    return _kept(scope, _one(scope, Address, Address.address == address))


def meant(scope: Scope, norm: str, addresses: Sequence[str] = ()) -> Customer | None:
    """Whom somebody means: by a name, else by where they write from."""
    found = find(scope, norm) if norm else None
    return found or next(filter(None, (find_by_address(scope, one) for one in addresses)), None)


def get(scope: Scope, customer_id: str, *, by: str | None = None) -> Customer:
    """The customer, or whom it was merged into; locked when somebody is about to change it (`by`).

    Raises CustomerGone.
    """
    look = statements.find if by is None else find_locked
    found = look(scope.session, Customer, scope.team_id, customer_id)
    if found is None:
        raise CustomerGone
    return found if found.merged_into_id is None else get(scope, found.merged_into_id, by=by)


def _one(scope: Scope, table: Any, condition: Any) -> Customer | None:
    named = (Customer.team_id == table.team_id) & (Customer.id == table.customer_id)
    statement = select(Customer).join(table, named).where(table.team_id == scope.team_id, condition)
    return scope.session.execute(statement).scalar_one_or_none()


def _kept(scope: Scope, found: Customer | None) -> Customer | None:
    return found if found is None or found.merged_into_id is None else get(scope, found.merged_into_id)


def ids_of(scope: Scope, customer: Customer) -> list[str]:
    """The ids under which a customer's mentions stand: its own, and those of the duplicates merged into it."""
    return [customer.id, *(part.id for part in merged_into(scope, customer.id))]


def merged_into(scope: Scope, customer_id: str) -> list[Customer]:
    """The duplicates that count as this customer."""
    statement = select(Customer).where(Customer.team_id == scope.team_id, Customer.merged_into_id == customer_id)
    return list(scope.session.execute(statement.order_by(Customer.id)).scalars())


def shown_as(customer: Customer, parts: Sequence[Customer]) -> tuple[str | None, str | None]:
    """Tier and home department: the customer's own, else those of the first duplicate that has one."""
    every = (customer, *parts)
    tiers = (one.tier for one in every if one.tier is not None)
    homes_ = (one.home_department_id for one in every if one.home_department_id is not None)
    return next(tiers, None), next(homes_, None)


def names_like(scope: Scope, norm: str, most: int) -> list[str]:
    """Names of customers that begin like this one."""
    begins = Alias.norm.startswith(norm, autoescape=True)
    statement = select(Alias.name).where(Alias.team_id == scope.team_id, begins).order_by(Alias.norm).limit(most)
    return list(scope.session.execute(statement).scalars()) if norm else []


def add(scope: Scope, name: str, norm: str, by: str) -> Customer:
    """Add a customer by name; the one who has that name already is answered."""
    known = find(scope, norm)
    if known is not None:
        return known
    customer = Customer(team_id=scope.team_id, id=scope.new_id(), name=name, created_at=scope.now, version=0)
    if not insert_or_skip(scope.session, Alias, [alias_row(scope, customer.id, norm, name)], Alias.norm):
        added_meanwhile = find(scope, norm)
        if added_meanwhile is not None:
            return added_meanwhile
    scope.session.add(customer)
    scope.session.flush()
    entries.write(scope, "add_customer", customer.id, by)
    return customer


def alias_row(scope: Scope, customer_id: str, norm: str, name: str) -> dict[str, Any]:
    return {
        "team_id": scope.team_id,
        "norm": norm,
        "customer_id": customer_id,
        "id": scope.new_id(),
        "name": name,
        "created_at": scope.now,
    }


def remove(scope: Scope, customer_id: str, by: str) -> str | None:
    """The reverse of `add`; answers the name that is gone. Raises CustomerInUse when a mention refers to it, and
    CustomersMerged when a duplicate counts as this one.
    """
    customer = find_locked(scope.session, Customer, scope.team_id, customer_id)
    if customer is None:
        return None
    refers = select(Mention.id).where(Mention.team_id == scope.team_id, Mention.customer_id == customer_id).limit(1)
    if scope.session.execute(refers).first() is not None:
        # How many, and where, is not for everybody to know.
        raise CustomerInUse(name=customer.name[:60])
    if (parts := merged_into(scope, customer_id)) or customer.merged_into_id is not None:
        raise CustomersMerged(name=customer.name[:60], other=parts[0].name[:60] if parts else "another one")
    for table in (Alias, Address, CustomerOwner):
        theirs = (table.team_id == scope.team_id, table.customer_id == customer_id)
        scope.session.execute(delete(table).where(*theirs))
    scope.session.delete(customer)
    entries.write(scope, "remove_customer", customer_id, by)
    return customer.name


def name_of(scope: Scope, customer_id: str | None) -> str | None:
    """Under which name a customer is shown: of one that was merged, the name of whom it counts as."""
    if customer_id is None:
        return None
    customer = scope.session.get(Customer, (scope.team_id, customer_id))
    if customer is None or customer.merged_into_id is None:
        return customer.name if customer else None
    return name_of(scope, customer.merged_into_id)


def load(scope: Scope, customer_ids: Collection[str]) -> dict[str, Customer]:
    return statements.load(scope.session, Customer, scope.team_id, customer_ids)


def by_keys(scope: Scope, table: type[Alias] | type[Address], keys: Collection[str]) -> dict[str, str]:
    """Whose these names (or addresses) are: normal form → the customer's own id."""
    if not keys:
        return {}
    column = Alias.norm if table is Alias else Address.address
    wanted = (table.team_id == scope.team_id, one_of(scope.session, column, keys))
    return {row[0]: row[1] for row in scope.session.execute(plain(select(column, table.customer_id).where(*wanted)))}
