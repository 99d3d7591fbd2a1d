"""What slots that fall due lead to: an act of the clock, a stand-in who is asked, or a nudge."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from bot.database import Scope
from bot.ledger import (
    absences,
    check_backs,
    hand_offs,
    head_absences,
    later,
    leaves,
    nudging,
    promises,
    replanning,
    slots,
)
from bot.models import Promise, Slot
from bot.models.rhythm import Saying
from bot.statements import find_locked

DONE = "something was done, and nothing said"
ACTS: dict[str, Callable[[Scope, Slot], None]] = {
    "leave": lambda scope, slot: leaves.begin(scope, slot.person_id),
    "back": lambda scope, slot: leaves.back(scope, slot.person_id),
    "watch": lambda scope, slot: leaves.watch(scope, slot.subject_id, slot.person_id),
    "replan": lambda scope, slot: replanning.replan(scope, slot.person_id),
    **dict.fromkeys(get_args(Saying), later.say_now),
}


def fire(scope: Scope, taken: slots.Taken) -> None:
    """Do what these slots are for, and queue the nudges among them."""
    nudges: slots.Taken = []
    for slot in taken:
        if slot.which in ACTS:
            # Ended first: the act may plan the next one of its kind.
            slots.end(scope, slot, "skipped", DONE)
            scope.session.flush()
            ACTS[slot.which](scope, slot)
            continue
        if slot.which == "before" and absences.kind(scope, slot.person_id) == "leave":
            _cover(scope, slot)
        if not (check_backs.pass_on(scope, slot) or head_absences.pass_on(scope, slot)):
            nudges.append(slot)
    nudging.fire(scope, nudges)


def _cover(scope: Scope, slot: Slot) -> None:
    """A promise of somebody on leave falls due soon: the customer shall have their word in time."""
    promise = find_locked(scope.session, Promise, scope.team_id, slot.subject_id)
    if promise is not None and nudging.overtaken(scope, slot) is None:
        hand_offs.ask_stand_in(scope, promise, "leave")


def note_misses(scope: Scope) -> int:
    """Write down which promises' moments have passed; where whoever promised is not there, somebody who is may take it
    over. Answers how many.
    """
    missed = promises.missed_now(scope)
    for promise in missed:
        why = absences.kind(scope, promise.user_id)
        if not why:
            continue
        asked = hand_offs.ask_stand_in(scope, promise, why)
        if why != "hours":
            nudging.plan_head_of_absent(scope, promise, asked.to_id if asked is not None else None)
    return len(missed)
