"""Two customers are one (`merge`), or are not (`split`). What each has stays its own: parting them gives all back."""

from __future__ import annotations

from bot.database import Scope
from bot.errors import CustomersAreOne
from bot.ledger import customer_owners, customers, entries
from bot.models import Customer
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
    carried = _carried(scope, kept.id, duplicate.id)
    duplicate.merged_into_id = None
    back = [one for one in customers.merged_into(scope, kept.id) if one.id in carried]
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


def _carried(scope: Scope, kept_id: str, duplicate_id: str) -> set[str]:
    """Who came along when the two were merged last."""
    found = (entry.details for entry in reversed(entries.history(scope, kept_id)) if entry.act == "merge_customers")
    return set(next((merged["carried"] for merged in found if merged["duplicate"] == duplicate_id), ()))
