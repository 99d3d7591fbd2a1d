"""The directory as rows of text, in the fields in which it is imported."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.database import Scope
from bot.ledger import departments
from bot.models import Address, Alias, Customer, CustomerOwner

FIELDS = ("id", "name", "aliases", "domains", "handles", "tier", "home_department", "owners")


def rows_after(scope: Scope, customer_id: str, most: int) -> list[dict[str, str]]:
    """The next customers behind that id, in the order of their ids. A merged duplicate's names, addresses and owners
    stand with whom it counts as, so that importing them all again changes nothing.
    """
    statement = select(Customer).where(
        Customer.team_id == scope.team_id, Customer.id > customer_id, Customer.merged_into_id.is_(None)
    )
    found = list(scope.session.execute(statement.order_by(Customer.id).limit(most)).scalars())
    kept = {one.id: one.id for one in found} | _parts(scope, [one.id for one in found])
    names, places, owners = _aliases(scope, kept), _addresses(scope, kept), _owners(scope, kept)
    keys = {one.id: one.key for one in departments.every(scope)}
    return [
        {
            "id": one.id,
            "name": one.name,
            # A name's normal form knows no punctuation, so this is the same name.
            "aliases": "; ".join(name.replace(";", ",") for name in names.get(one.id, ()) if name != one.name),
            "domains": "; ".join(place for place in places.get(one.id, ()) if "/" not in place),
            "handles": "; ".join(place for place in places.get(one.id, ()) if "/" in place),
            "tier": one.tier or "",
            "home_department": keys.get(one.home_department_id or "", ""),
            "owners": "; ".join(owners.get(one.id, ())),
        }
        for one in found
    ]


def _parts(scope: Scope, ids: Sequence[str]) -> dict[str, str]:
    columns = select(Customer.id, Customer.merged_into_id)
    found = scope.session.execute(columns.where(Customer.team_id == scope.team_id, Customer.merged_into_id.in_(ids)))
    return {part: str(kept) for part, kept in found}


def _aliases(scope: Scope, kept: dict[str, str]) -> dict[str, list[str]]:
    columns = select(Alias.customer_id, Alias.name).order_by(Alias.id)
    found = scope.session.execute(columns.where(Alias.team_id == scope.team_id, Alias.customer_id.in_(sorted(kept))))
    return _grouped([(kept[whose], name) for whose, name in found])


def _addresses(scope: Scope, kept: dict[str, str]) -> dict[str, list[str]]:
    columns = select(Address.customer_id, Address.address).order_by(Address.address)
    theirs = (Address.team_id == scope.team_id, Address.customer_id.in_(sorted(kept)))
    return _grouped([(kept[whose], place) for whose, place in scope.session.execute(columns.where(*theirs))])


def _owners(scope: Scope, kept: dict[str, str]) -> dict[str, list[str]]:
    columns = select(CustomerOwner.customer_id, CustomerOwner.user_id).order_by(CustomerOwner.user_id)
    theirs = (CustomerOwner.team_id == scope.team_id, CustomerOwner.customer_id.in_(sorted(kept)))
    return _grouped([(kept[whose], who) for whose, who in scope.session.execute(columns.where(*theirs))])


def _grouped(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for whose, value in pairs:
        values = found.setdefault(whose, [])
        if value not in values:
            values.append(value)
    return found
