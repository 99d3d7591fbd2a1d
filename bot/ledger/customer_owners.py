"""Who knows a customer: owners add up. And who may change what is known of customers."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select

from bot.database import Scope
from bot.errors import NotAllowed, OwnerUnfit
from bot.ledger import cards, customers, entries, people
from bot.models import CustomerOwner, Mention
from bot.statements import insert_or_skip

MOST_CARDS = 100


def check_may_change(scope: Scope, by: str) -> None:
    """Raises NotAllowed for guests and for people from outside."""
    if not people.is_colleague(scope, by):
        raise NotAllowed(why="guests and people from outside don't change customers; ask a teammate to")


def of(scope: Scope, customer_ids: Collection[str]) -> list[str]:
    """The owners of a customer, those who were there first first; those without an account left out."""
    statement = (
        select(CustomerOwner.user_id)
        .where(CustomerOwner.team_id == scope.team_id, CustomerOwner.customer_id.in_(customer_ids))
        .order_by(CustomerOwner.added_at, CustomerOwner.user_id)
    )
    return reachable(scope, list(scope.session.execute(statement).scalars()))


def reachable(scope: Scope, user_ids: Collection[str]) -> list[str]:
    """Those who still have an account here, each once."""
    known = {one.id for one in people.by_ids(scope, sorted(set(user_ids))) if one.is_reachable}
    return [one for one in dict.fromkeys(user_ids) if one in known]


def add(scope: Scope, customer_id: str, user_id: str, by: str) -> bool:
    """Somebody knows that customer. Answers False when they did already. Raises OwnerUnfit."""
    check_may_change(scope, by)
    customer = customers.get(scope, customer_id, by=by)
    if not people.is_colleague(scope, user_id):
        raise OwnerUnfit
    if user_id in of(scope, customers.ids_of(scope, customer)):
        return False
    row = {"team_id": scope.team_id, "customer_id": customer.id, "user_id": user_id, "added_at": scope.now}
    insert_or_skip(scope.session, CustomerOwner, [row])
    entries.write(scope, "add_owner", customer.id, by, person=user_id)
    return True


def drop(scope: Scope, customer_id: str, user_id: str, by: str) -> bool:
    """The reverse of `add`. Answers False when they were none."""
    check_may_change(scope, by)
    customer = customers.get(scope, customer_id, by=by)
    theirs = (
        CustomerOwner.team_id == scope.team_id,
        CustomerOwner.customer_id.in_(customers.ids_of(scope, customer)),
        CustomerOwner.user_id == user_id,
    )
    gone = scope.session.execute(delete(CustomerOwner).where(*theirs).returning(CustomerOwner.user_id)).first()
    if gone is not None:
        entries.write(scope, "drop_owner", customer.id, by, person=user_id)
    return gone is not None


def refresh_cards(scope: Scope, customer_ids: Collection[str]) -> None:
    """Cards show a customer's name: they are updated when it is another one, open mentions first, then the latest.

    Of very many the oldest keep the old name until something else changes on them: each is a call to Slack.
    """
    statement = select(Mention).where(
        Mention.team_id == scope.team_id,
        Mention.customer_id.in_(customer_ids),
        Mention.customer_id.is_not(None),
        Mention.dismissed_at.is_(None),
    )
    open_first = statement.order_by(Mention.answered_at.is_not(None), Mention.id.desc())
    for mention in scope.session.execute(open_first.limit(MOST_CARDS)).scalars():
        cards.changed(scope, mention)
