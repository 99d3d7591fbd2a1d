"""Somebody's Home as it is now, and the call that publishes it."""

from __future__ import annotations

from datetime import date, timedelta

from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import departments, home_sections, homes, people, roles, workspaces
from bot.ledger.home_pages import Reader
from bot.ledger.visibility import Audience
from bot.messages import home as words
from bot.messages.home import HomeView
from bot.models import Home
from bot.outbox import OutboxRow

SHOWN = 4  # channels and departments that a first page names


def render(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    """Publishes the Home of the row's lane, if its owner still looks at it."""
    user_id = homes.owner_of(row.lane_id)
    home = homes.get(scope, user_id)
    person = people.find(scope, user_id)
    if home is None or home.opened_at is None:
        return Silence("nobody has opened it")
    if person is None or not person.is_reachable:
        return Silence("its owner has no account any more")
    return Outgoing("views.publish", {"user_id": user_id, "view": words.home(view(scope, home))})


def view(scope: Scope, home: Home) -> HomeView:
    """All lists, for their owner alone."""
    user_id = home.user_id
    hours = people.hours_of(scope, user_id)
    audience = Audience(user_id=user_id, hidden=frozenset(home.hidden))
    sections = home_sections.read(scope, Reader(user_id, audience, hours.zone), home.pages)
    is_admin, is_set_up = roles.is_admin(scope, user_id), workspaces.is_set_up(scope)
    is_idle = not any(one.name != "settled" for one in sections)
    return HomeView(
        sections=sections,
        is_admin=is_admin,
        off_until=off_until(hours.days_off, hours.local(scope.now).date()),
        channels=_channels(scope, user_id) if is_idle else (),
        departments=_to_join(scope, user_id) if is_idle else (),
        is_colleague=people.is_colleague(scope, user_id),
        is_set_up=is_set_up,
        asks=None if is_set_up or is_admin else next(iter(roles.admins(scope)), None),
    )


def off_until(days_off: frozenset[date], today: date) -> date | None:
    """The last of the days off in a row that today is one of; None when it is none."""
    if today not in days_off:
        return None
    last = today
    while last + timedelta(days=1) in days_off:
        last += timedelta(days=1)
    return last


def _channels(scope: Scope, user_id: str) -> tuple[str, ...]:
    return tuple(people.read_channels(scope, user_id)[:SHOWN])


def _to_join(scope: Scope, user_id: str) -> tuple[str, ...]:
    if departments.of_person(scope, user_id) or not people.is_colleague(scope, user_id):
        return ()
    return tuple(department.key for department in departments.active(scope)[:SHOWN])
