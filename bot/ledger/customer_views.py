"""A customer's page: all that was said and promised, how they stood, and who knows them, as its reader may see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from sqlalchemy import case, func, select

from bot.database import Scope
from bot.facts import Stance
from bot.ledger import customer_owners, customers, departments, mention_views, people, promise_views
from bot.ledger.mention_views import TAKEN, Wanted
from bot.ledger.visibility import Audience
from bot.messages.customer_views import CustomerForm, CustomerView
from bot.messages.views import Some
from bot.models import Address, Alias, Customer, Mention, Share
from bot.statements import chunks

A_PAGE = 8
MOST_HELPERS = 10
MOST_NEAR = 5


def meant(scope: Scope, norm: str, written: str, audience: Audience, addresses: Sequence[str] = ()) -> CustomerView:
    """The first page of whom somebody means by a name, or by where they write from."""
    found = customers.meant(scope, norm, addresses)
    return _unknown(scope, norm, written, audience) if found is None else page(scope, found, audience)


def _unknown(scope: Scope, norm: str, name: str, audience: Audience) -> CustomerView:
    """Somebody whom we don't know: whom we do know by a name that begins like theirs."""
    sees_all = audience.shape(scope).sees_open
    near = customers.names_like(scope, norm, MOST_NEAR) if sees_all else []
    return CustomerView(name, False, "unknown", None, (), (), near=tuple(near), may_change=sees_all)


def page(scope: Scope, found: Customer, audience: Audience, number: int = 0) -> CustomerView:
    """The page of that number of a customer."""
    ids = customers.ids_of(scope, found)
    said = _said(scope, audience, ids)
    promised = promise_views.ids_about(scope, audience, [row.id for row in said])
    pages = max(1, -(-max(len(said), len(promised)) // A_PAGE))
    number = min(max(number, 0), pages - 1)
    here = slice(number * A_PAGE, (number + 1) * A_PAGE)
    stances = _stances(said)
    shown = CustomerView(
        name=found.name,
        is_known=True,
        stance=stances[0][0] if stances else "unknown",
        home_department=None,
        mentions=Some(mention_views.by_ids(scope, [row.id for row in said[here]], audience), len(said)),
        promises=Some(promise_views.by_ids(scope, promised[here], audience), len(promised)),
        id=found.id,
        stances=stances,
        helpers=_helpers(scope, [row.id for row in said if row.is_shown]),
        reader=audience.user_id or "",
        zone=people.hours_of(scope, audience.user_id or "").zone,
        page=number,
        pages=pages,
    )
    return _with_directory(scope, found, ids, shown) if audience.shape(scope).sees_open else shown


def _said(scope: Scope, audience: Audience, ids: Sequence[str]) -> Sequence[Any]:
    """All that they said and the reader may see, the newest first: id, stance, when, and whether the reader could open
    where it is worked on.
    """
    is_shown = case((mention_views.work_is_shown(scope, audience), 1), else_=0).label("is_shown")
    conditions = mention_views.conditions(scope, audience, Wanted(customer_ids=tuple(ids)))
    statement = select(Mention.id, Mention.stance, Mention.created_at, is_shown).where(*conditions)
    return scope.session.execute(statement.order_by(Mention.id.desc())).all()


def _with_directory(scope: Scope, found: Customer, ids: list[str], shown: CustomerView) -> CustomerView:
    """What the directory knows: it is for teammates."""
    merged = customers.merged_into(scope, found.id)
    tier, home_id = customers.shown_as(found, merged)
    names = scope.session.execute(
        select(Alias.name).where(Alias.team_id == scope.team_id, Alias.customer_id.in_(ids)).order_by(Alias.id)
    ).scalars()
    return replace(
        shown,
        home_department=departments.get(scope, home_id).name if home_id else None,
        tier=tier,
        aliases=tuple(one for one in dict.fromkeys(names) if one != found.name),
        addresses=tuple(_addresses(scope, ids)),
        owners=tuple(customer_owners.of(scope, ids)),
        merged=tuple((one.id, one.name) for one in merged),
        may_change=True,
    )


def form(scope: Scope, found: Customer) -> CustomerForm:
    """What the customer's form starts with: what is their own, without what came with merged duplicates."""
    names = select(Alias.name).where(Alias.team_id == scope.team_id, Alias.customer_id == found.id)
    addresses = _addresses(scope, [found.id])
    owners = customer_owners.of(scope, customers.ids_of(scope, found))
    known = {one.id: one.name for one in people.by_ids(scope, owners)}
    return CustomerForm(
        id=found.id,
        version=found.version,
        name=found.name,
        aliases=tuple(one for one in scope.session.execute(names.order_by(Alias.id)).scalars() if one != found.name),
        domains=tuple(one for one in addresses if "/" not in one),
        handles=tuple(one for one in addresses if "/" in one),
        tier=found.tier,
        home_id=found.home_department_id,
        owners=tuple((one, known.get(one, one)) for one in owners),
    )


def _addresses(scope: Scope, ids: list[str]) -> list[str]:
    statement = select(Address.address).where(Address.team_id == scope.team_id, Address.customer_id.in_(ids))
    return sorted(scope.session.execute(statement).scalars(), key=lambda one: ("/" in one, one))


def _stances(said: Sequence[Any]) -> tuple[tuple[Stance, datetime], ...]:
    """How they stood, and since when: the newest first, neighbours that are alike put together."""
    told = [row for row in said if row.stance != "unknown"]
    alike = [(stance, list(some)) for stance, some in groupby(told, key=lambda row: row.stance)]
    return tuple((cast(Stance, stance), some[-1].created_at) for stance, some in alike)


def _helpers(scope: Scope, mention_ids: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Who took part in these mentions, and in how many."""
    found: Counter[str] = Counter()
    columns = select(Share.user_id, func.count()).group_by(Share.user_id)
    for some_ids in chunks(mention_ids):
        theirs = (Share.team_id == scope.team_id, Share.mention_id.in_(some_ids), Share.state.in_(TAKEN))
        for user_id, times in scope.session.execute(columns.where(*theirs)):
            found[user_id] += times
    most = sorted(found, key=lambda user_id: (-found[user_id], user_id))[:MOST_HELPERS]
    return tuple((one, found[one]) for one in customer_owners.reachable(scope, most))
