"""Forms about a promise: each function does what its form asks for, and says what was done."""

from __future__ import annotations

from bot.database import Scope
from bot.handlers.requests import asking_of
from bot.handlers.submissions import Submission, local
from bot.ledger import (
    hand_offs,
    offers,
    promises,
    requests,
    risks,
)
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.messages import actions as act
from bot.messages.text import person


def change_date(scope: Scope, sent: Submission) -> str:
    """The date of an offer: choosing one tracks it. Of an open promise it moves."""
    due = sent.moment(act.INPUT_MOMENT)
    promise = promises.find(scope, sent.about, sent.user_id)
    if promise.state == "open":
        promises.move(scope, sent.about, sent.user_id, due)
    else:
        offers.track(scope, sent.about, sent.user_id, due)
    return f"Tracked: due {local(scope, sent.user_id, due)}. I remind you once before."


def move(scope: Scope, sent: Submission) -> str:
    due = sent.moment(act.INPUT_MOMENT)
    promises.move(scope, sent.about, sent.user_id, due, sent.text(act.INPUT_REASON))
    return f"Moved to {local(scope, sent.user_id, due)}. I remind you once before."


def withdraw(scope: Scope, sent: Submission) -> str:
    promises.withdraw(scope, sent.about, sent.user_id, sent.text(act.INPUT_REASON))
    return "Withdrawn. Nobody is reminded of it any more. `/ours mine` can reopen it."


def at_risk(scope: Scope, sent: Submission) -> str:
    promise = risks.say_at_risk(scope, sent.about, sent.user_id, sent.text(act.INPUT_REASON))
    helper = risks.helper_of(scope, promise)
    hears = f" {person(helper)} hears of it, to help." if helper else ""
    return f"Noted: it may be late.{hears} *On track again* in `/ours mine` takes it back, *Move…* names a new day."


def hand_over(scope: Scope, sent: Submission) -> str:
    hand_offs.offer(scope, sent.about, sent.user_id, sent.person(act.INPUT_PERSON), sent.text(act.INPUT_REASON))
    return "Asked. The promise stays yours until they take it; you are told either way."


def ask_promise(scope: Scope, sent: Submission) -> str:
    due = sent.moment(act.INPUT_MOMENT)
    wanted = Asking(sent.person(act.INPUT_PERSON), Spoken(sent.text(act.INPUT_WORDS), due, None))
    requests.ask(scope, asking_of(scope, sent.about, wanted, sent.user_id), sent.user_id)
    by = local(scope, sent.user_id, due)
    return f"Asked: by {by}. You are told the answer. Until then, `/ours mine` can withdraw the request."


def counter(scope: Scope, sent: Submission) -> str:
    due = sent.moment(act.INPUT_MOMENT)
    requests.counter(scope, sent.about, sent.user_id, due)
    return f"Proposed: {local(scope, sent.user_id, due)}. You are told whether it is fine."
