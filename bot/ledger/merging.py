"""Two customers are one (`merge`), or are not (`split`). What each has stays its own: parting them gives all back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.database import Scope
from bot.errors import CustomersAreOne
from bot.ledger import customer_owners, customers, entries
from bot.models import Customer, Entry
from bot.statements import find_one_locked


def merge(scope: Scope, kept_id: str, duplicate_id: str, by: str) -> Customer:
    """The duplicate counts as the other from now on, with what was merged into it before. Answers who is kept.

    Raises CustomersAreOne.
    """
    customer_owners.check_may_change(scope, by)
    kept, duplicate = _locked(scope, kept_id, duplicate_id, by)
    if kept.id == duplicate.id:
        raise CustomersAreOne(name=duplicate.name[:60])
    carried = customers.merged_into(scope, duplicate.id)
    for one in (duplicate, *carried):
        one.merged_into_id = kept.id
    kept.version += 1
    scope.session.flush()
    along = [one.id for one in carried]
    entries.write(scope, "merge_customers", kept.id, by, duplicate=duplicate.id, carried=along)
    customer_owners.refresh_cards(scope, [duplicate.id, *along])
    return kept


def split(scope: Scope, duplicate_id: str, by: str) -> Customer | None:
    """The reverse of `merge`: the duplicate is a customer of its own again, with what was merged into it before.

    Answers it; None when it was none (any more).
    """
    customer_owners.check_may_change(scope, by)
    kept = customers.get(scope, duplicate_id, by=by)
    duplicate = find_one_locked(scope.session, Customer, scope.team_id, duplicate_id)
    if duplicate.merged_into_id is None:
        return None
    others = [one for one in customers.merged_into(scope, kept.id) if one.id != duplicate.id]
    back = _came_along(scope, kept.id, duplicate.id, others)
    duplicate.merged_into_id = None
    for one in back:
        one.merged_into_id = duplicate.id
    kept.version += 1
    scope.session.flush()
    entries.write(scope, "split_customers", kept.id, by, duplicate=duplicate.id)
    customer_owners.refresh_cards(scope, [duplicate.id, *(one.id for one in back)])
    return duplicate


def _locked(scope: Scope, one_id: str, other_id: str, by: str) -> tuple[Customer, Customer]:
    """Both, as whom they count; locked in order, so that two who merge crosswise don't deadlock."""
    found = {each: customers.get(scope, each).id for each in (one_id, other_id)}
    locked = {each: customers.get(scope, each, by=by) for each in sorted(set(found.values()))}
    return locked[found[one_id]], locked[found[other_id]]


def _came_along(scope: Scope, kept_id: str, duplicate_id: str, others: Sequence[Customer]) -> list[Customer]:
    """Who of the others was merged into the duplicate, or into one who was."""
    into = _merged_last_into(scope, [kept_id, duplicate_id, *(one.id for one in others)])
    found, left = [duplicate_id], list(others)
    while along := [one for one in left if into.get(one.id) in found]:
        found += [one.id for one in along]
        left = [one for one in left if one not in along]
    return [one for one in others if one.id in found]


def _merged_last_into(scope: Scope, ids: Sequence[str]) -> dict[str, str]:
    """By duplicate, into whom of these it was merged last."""
    of_them = (Entry.team_id == scope.team_id, Entry.subject_id.in_(ids), Entry.act == "merge_customers")
    found = scope.session.execute(select(Entry).where(*of_them).order_by(Entry.id)).scalars()
    return {entry.details["duplicate"]: entry.subject_id for entry in found}
