"""What is said in somebody's working hours, though it is no nudge: how it ended, what they are asked in the place of
others, and what lapsed. It waits as a slot: a row of the outbox would hold up all else that goes to that person.
"""

from __future__ import annotations

from bot import outbox
from bot.database import Scope
from bot.ledger import nudge_times, slots
from bot.models import Slot
from bot.models.rhythm import Saying


def say(scope: Scope, purpose: Saying, person_id: str, subject_id: str) -> None:
    """As soon as they work. It is worded then, or left out where nothing is left to say."""
    at = nudge_times.of(scope, person_id).wait_until(scope.now, scope.now)
    if at is None:
        _put(scope, purpose, person_id, subject_id)
    else:
        slots.plan_act(scope, purpose, subject_id, person_id, at)


def say_now(scope: Scope, slot: Slot) -> None:
    """The moment of such a slot has come."""
    _put(scope, slot.which, slot.person_id, slot.subject_id)


def _put(scope: Scope, purpose: str, person_id: str, subject_id: str) -> None:
    outbox.put(scope, outbox.Saying(person_id, purpose, subject_id, key=f"{purpose}:{subject_id}:{person_id}"))
