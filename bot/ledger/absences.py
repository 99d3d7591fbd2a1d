"""Who is not there: on leave, as their status or their days off say, or out of hours for long."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.database import Scope
from bot.facts import Absence
from bot.ledger import people

LONG = timedelta(hours=4)
"""Of working hours on leave, or of any hours until work begins: from then on somebody else is asked."""
LOOK_AGAIN = timedelta(days=1)
"""Where nobody says until when."""


def back_at(scope: Scope, user_id: str) -> datetime | None:
    """When somebody who is on leave works again (or is looked at again, where nobody knows); None for all others."""
    person = people.find(scope, user_id)
    if person is None:
        return None
    if person.is_away and (person.away_until is None or person.away_until > scope.now):
        until = person.away_until or scope.now + LOOK_AGAIN
        return people.hours_of(scope, user_id).next_working(until)
    hours = people.hours_of(scope, user_id)
    return hours.next_working(scope.now) if hours.local(scope.now).date() in hours.days_off else None


def is_on_leave(scope: Scope, user_id: str) -> bool:
    return back_at(scope, user_id) is not None


def is_known_until(scope: Scope, user_id: str) -> bool:
    """Whether it is known when somebody who is on leave is back."""
    person = people.find(scope, user_id)
    return person is not None and not (person.is_away and person.away_until is None)


def kind(scope: Scope, user_id: str) -> Absence:
    """Why somebody else is to be asked in their place; empty while there is no need."""
    person = people.find(scope, user_id)
    if person is not None and not person.is_reachable:
        return "gone"
    back, hours = back_at(scope, user_id), people.hours_of(scope, user_id)
    if back is not None:
        return "leave" if hours.add_working(scope.now, LONG) < back else ""
    return "" if hours.next_working(scope.now) - scope.now < LONG else "hours"


def works_now(scope: Scope, user_id: str) -> bool:
    return people.hours_of(scope, user_id).is_working(scope.now) and not is_on_leave(scope, user_id)
