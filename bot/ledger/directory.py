"""What is known of customers, written: from a form, a file, or the API, for one or for many at once.

First what is to be known is compared with what is (`compare`, which writes nothing), then the difference is written.
What an import or the API says adds up with what is known; what a form says stands in place of it (`exactly`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, cast

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError

from bot.database import Scope
from bot.errors import CustomerChanged, NameTaken
from bot.facts import CompanyFacts, CustomerFacts, Fault, PersonFacts
from bot.ledger import customer_owners, customers, departments
from bot.models import Address, Alias, Customer, CustomerOwner, Entry, Teammate
from bot.statements import insert_all, insert_or_skip, is_sqlite, one_of

Outcome = Literal["added", "changed", "unchanged"]
_CUSTOMER = cast(Table, Customer.__table__)
_OTHER_WAY_ROUND = "To call both so, split the two in Slack, and merge them the other way round."
_REMEDY = "Take it out; or, if the two are one customer, use that name, or merge them in Slack."


@dataclass(frozen=True, slots=True)
class Known:
    """What the directory has that a batch may touch: whose each name and address is, those customers (with whom they
    were merged into), and the owners of each, those of its duplicates among them.
    """

    by_norm: dict[str, str]
    by_address: dict[str, str]
    customers: dict[str, Customer]
    owners: dict[str, set[str]]

    def kept(self, customer_id: str | None) -> Customer | None:
        """The customer as whom that one counts."""
        found = self.customers.get(customer_id or "")
        if found is None or found.merged_into_id is None:
            return found
        return self.customers.get(found.merged_into_id)

    def named(self, facts: CustomerFacts) -> Customer | None:
        """Whom these facts are about. A duplicate that was merged is told of by itself, so that splitting it off leaves
        each with what is theirs.
        """
        return self.customers.get(facts.id or self.by_norm.get(facts.norm, ""))


@dataclass(frozen=True, slots=True)
class Change:
    """The difference for one customer (None: a new one). What is None, or empty, stays as it is."""

    facts: CustomerFacts
    customer: Customer | None
    values: dict[str, str | None] = field(default_factory=dict)
    aliases: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    dropped_norms: tuple[str, ...] = ()
    dropped_addresses: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        if self.customer is None:
            return "added"
        lists = (self.aliases, self.addresses, self.owners, self.dropped_norms, self.dropped_addresses)
        return "changed" if self.values or any(lists) else "unchanged"

    @property
    def fields(self) -> list[str]:
        """The names of what differs."""
        named = {
            "aliases": self.aliases or self.dropped_norms,
            "addresses": self.addresses or self.dropped_addresses,
            "owners": self.owners,
        }
        return [*self.values, *(name for name, found in named.items() if found)]


def company(scope: Scope, tiers: Sequence[str] = ()) -> CompanyFacts:
    """What the fields of a customer may name here."""
    of_all = select(Teammate).where(Teammate.team_id == scope.team_id).order_by(Teammate.id)
    people = tuple(_person(one) for one in scope.session.execute(of_all).scalars())
    every = tuple((one.id, one.key, one.name) for one in departments.active(scope))
    return CompanyFacts(tuple(tiers), every, people)


def _person(one: Teammate) -> PersonFacts:
    return PersonFacts(
        one.id,
        one.name,
        is_bot=one.is_bot,
        is_guest=one.is_guest,
        is_deleted=one.is_deleted,
        is_stranger=one.is_stranger,
    )


def known(scope: Scope, wanted: Sequence[CustomerFacts], *, for_update: bool = False) -> Known:
    """All that matters for comparing these facts, in a few statements."""
    keys, is_sure = _keys(scope, wanted), False
    while not is_sure:
        by_norm, by_address = keys
        ids = {*by_norm.values(), *by_address.values(), *(facts.id for facts in wanted if facts.id)}
        found = _load(scope, ids, for_update)
        kept = {one.merged_into_id for one in found.values() if one.merged_into_id is not None} - found.keys()
        found |= _load(scope, kept, for_update)
        # Whoever held one of them locked may have taken a name from it, or removed it. (On SQLite nobody else writes.)
        keys = _keys(scope, wanted) if for_update and not is_sqlite(scope.session) else keys
        is_sure = keys == (by_norm, by_address)
    return Known(by_norm, by_address, found, _owners(scope, found))


def _keys(scope: Scope, wanted: Sequence[CustomerFacts]) -> tuple[dict[str, str], dict[str, str]]:
    """Whose these names are, and these addresses."""
    norms = {norm for facts in wanted for norm in (facts.norm, *(alias for alias, _ in facts.aliases)) if norm}
    addresses = {address for facts in wanted for address in facts.addresses}
    return customers.by_keys(scope, Alias, norms), customers.by_keys(scope, Address, addresses)


def _load(scope: Scope, ids: Collection[str], for_update: bool) -> dict[str, Customer]:
    if not ids:
        return {}
    wanted = select(Customer).where(Customer.team_id == scope.team_id, one_of(scope.session, Customer.id, ids))
    if for_update:
        # In order, so that two writers never deadlock.
        wanted = wanted.order_by(Customer.id).with_for_update().execution_options(populate_existing=True)
    return {one.id: one for one in scope.session.execute(wanted).scalars()}


def _owners(scope: Scope, known: dict[str, Customer]) -> dict[str, set[str]]:
    """By whom each counts as."""
    found: dict[str, set[str]] = {}
    columns = (CustomerOwner.customer_id, CustomerOwner.user_id)
    theirs = (CustomerOwner.team_id == scope.team_id, one_of(scope.session, CustomerOwner.customer_id, known))
    for customer_id, user_id in scope.session.execute(select(*columns).where(*theirs)) if known else ():
        found.setdefault(known[customer_id].merged_into_id or customer_id, set()).add(user_id)
    return found


def compare(have: Known, facts: CustomerFacts) -> Change | list[Fault]:
    """What is to be written of one customer, or why it can't be: then nothing may be."""
    target = have.named(facts)
    if facts.id and target is None:
        words = "stands for no customer. Leave it empty to add one, or export the directory to see the ids."
        return [Fault("id", words)]
    if faults := list(_clashes(have, facts, target)):
        return faults
    aliases = facts.aliases if target is not None and not facts.id else ((facts.norm, facts.name), *facts.aliases)
    values = {"tier": facts.tier, "home_department_id": facts.home}
    if facts.id:
        values["name"] = facts.name
    owners = have.owners.get(target.merged_into_id or target.id, set()) if target is not None else set()
    return Change(
        facts,
        target,
        {name: value for name, value in values.items() if value and value != getattr(target, name, None)},
        tuple((norm, name) for norm, name in aliases if norm not in have.by_norm),
        tuple(one for one in facts.addresses if one not in have.by_address),
        tuple(one for one in facts.owners if one not in owners),
    )


def compare_exactly(scope: Scope, facts: CustomerFacts) -> Change | list[Fault]:
    """As `compare`, for one customer who is there (`facts.id`): what the facts don't say is to go, but for the name
    that they had until now.
    """
    have = known(scope, [facts], for_update=True)
    found = compare(have, facts)
    if isinstance(found, list) or found.customer is None:
        return found
    whose = (Alias.team_id == scope.team_id, Alias.customer_id == found.customer.id)
    names = scope.session.execute(select(Alias.norm, Alias.name).where(*whose)).all()
    lives = (Address.team_id == scope.team_id, Address.customer_id == found.customer.id)
    places = scope.session.execute(select(Address.address).where(*lives)).scalars()
    said = {facts.norm, *(norm for norm, _ in facts.aliases)}
    wanted = {"name": facts.name, "tier": facts.tier, "home_department_id": facts.home}
    return replace(
        found,
        values={name: value for name, value in wanted.items() if value != getattr(found.customer, name)},
        dropped_norms=tuple(norm for norm, name in names if norm not in said and name != found.customer.name),
        dropped_addresses=tuple(one for one in places if one not in facts.addresses),
    )


def arrange(scope: Scope, facts: CustomerFacts, version: int, by: str) -> Outcome | list[Fault]:
    """What a form says of a customer who is there (`facts.id`) stands in place of what was known of them when it was
    opened (`version`). Answers what is wrong, if anything; then nothing is written. Raises CustomerChanged.
    """
    customer_owners.check_may_change(scope, by)
    customer = customers.get(scope, facts.id or "", by=by)
    if customer.id != facts.id or customer.version != version:  # merged meanwhile, or changed
        raise CustomerChanged
    found = compare_exactly(scope, facts)
    if isinstance(found, list):
        return found
    write(scope, [found], by)
    scope.session.expire(customer)
    if "name" in found.values:
        customer_owners.refresh_cards(scope, customers.ids_of(scope, customer))
    return found.outcome


def _clashes(have: Known, facts: CustomerFacts, target: Customer | None) -> Iterable[Fault]:
    """Names and addresses that are somebody else's; and a new name that is the other's, of two that were merged."""
    own = have.kept(target.id) if target is not None else None
    named = have.customers.get(have.by_norm.get(facts.norm, ""))
    is_taken = named is not None and named is not target and have.kept(named.id) is own
    if target is not None and named is not None and is_taken and facts.name != target.name:
        words = f"“{facts.name[:60]}” is a name of {named.name[:60]}, with which it was merged. {_OTHER_WAY_ROUND}"
        yield Fault("name", words)
    for norm, name in ((facts.norm, facts.name), *facts.aliases):
        other = have.kept(have.by_norm.get(norm))
        if other is not None and other is not own:
            words = f"“{name[:60]}” is a name of {other.name[:60]} already. {_REMEDY}"
            yield Fault("name" if norm == facts.norm else "aliases", words)
    for address in facts.addresses:
        other = have.kept(have.by_address.get(address))
        if other is not None and other is not own:
            words = f"{address} is of {other.name[:60]} already. {_REMEDY}"
            yield Fault("handles" if "/" in address else "domains", words)


def write(scope: Scope, changes: Sequence[Change], by: str, **details: Any) -> Counter[Outcome]:
    """Write differences that were compared in this transaction, with an entry for each. Raises NameTaken when somebody
    took a name or an address meanwhile; then nothing of the transaction may stay.
    """
    differ = [change for change in changes if change.outcome != "unchanged"]
    made = [(change, change.customer.id if change.customer is not None else scope.new_id()) for change in differ]
    new = [_row(change, whose) for change, whose in made if change.customer is None]
    fixed = {"team_id": scope.team_id, "created_at": scope.now, "merged_into_id": None, "version": 0}
    insert_all(scope.session, Customer, new, fixed)
    _update_all(scope, [change for change in differ if change.customer is not None])
    _drop(scope, made)
    _write_names(scope, made)
    _write_owners(scope, [(whose, user_id) for change, whose in made for user_id in change.owners])
    _note(scope, made, by, details)
    return Counter(change.outcome for change in changes)


def _row(change: Change, customer_id: str) -> dict[str, Any]:
    facts = change.facts
    return {"id": customer_id, "name": facts.name, "tier": facts.tier, "home_department_id": facts.home}


def _update_all(scope: Scope, changes: Sequence[Change]) -> None:
    """All of which the same changes by one statement: many are executed at once."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for change in changes:
        row = {f"to_{name}": value for name, value in change.values.items()}
        row |= {"of_team": scope.team_id, "of_id": change.customer.id if change.customer else ""}
        alike.setdefault(tuple(change.values), []).append(row)
    for names, rows in alike.items():
        scope.session.execute(_update(names), rows)


@cache
def _update(names: tuple[str, ...]) -> Any:
    values: dict[str, Any] = {name: bindparam(f"to_{name}") for name in names}
    whose = (_CUSTOMER.c.team_id == bindparam("of_team"), _CUSTOMER.c.id == bindparam("of_id"))
    return update(_CUSTOMER).where(*whose).values(**values, version=_CUSTOMER.c.version + 1)


def _drop(scope: Scope, made: Sequence[tuple[Change, str]]) -> None:
    for change, customer_id in made:
        gone = ((Alias, Alias.norm, change.dropped_norms), (Address, Address.address, change.dropped_addresses))
        for table, column, keys in gone:
            if keys:
                theirs = (table.team_id == scope.team_id, table.customer_id == customer_id, column.in_(keys))
                scope.session.execute(delete(table).where(*theirs))


def _write_names(scope: Scope, made: Sequence[tuple[Change, str]]) -> None:
    """In order, so that two writers never deadlock; whoever finds a name taken meanwhile says so."""
    aliases = [
        {"norm": norm, "customer_id": whose, "id": scope.new_id(), "name": name}
        for change, whose in made
        for norm, name in change.aliases
    ]
    addresses = [
        {"address": one, "customer_id": whose}
        for one, whose in sorted((one, whose) for change, whose in made for one in change.addresses)
    ]
    team = {"team_id": scope.team_id}
    try:
        insert_all(scope.session, Alias, sorted(aliases, key=lambda row: row["norm"]), team | {"created_at": scope.now})
        insert_all(scope.session, Address, addresses, team)
    except IntegrityError as error:
        raise NameTaken from error


def _write_owners(scope: Scope, found: Iterable[tuple[str, str]]) -> None:
    rows = [
        {"team_id": scope.team_id, "customer_id": customer_id, "user_id": user_id, "added_at": scope.now}
        for customer_id, user_id in sorted(found)
    ]
    insert_or_skip(scope.session, CustomerOwner, rows)


def _note(scope: Scope, made: Sequence[tuple[Change, str]], by: str, details: dict[str, Any]) -> None:
    """One entry each; details hold which fields, no names: these go when the customer goes."""
    rows = [
        {
            "id": scope.new_id(),
            "act": "add_customer" if change.customer is None else "change_customer",
            "subject_id": customer_id,
            "details": details if change.customer is None else details | {"fields": change.fields},
        }
        for change, customer_id in made
    ]
    insert_all(scope.session, Entry, rows, {"team_id": scope.team_id, "at": scope.now, "by": by})
