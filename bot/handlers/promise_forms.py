"""Forms about a promise: each function does what its form asks for, and says what was done."""

from __future__ import annotations

from typing import Any

from bot.database import Scope
from bot.errors import CauseMissing
from bot.handlers.requests import asking_of
from bot.handlers.submissions import Submission, local
from bot.ledger import (
    causes,
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
from bot.understanding import cause_key, cause_said, names_cause


def change_date(scope: Scope, sent: Submission) -> str:
    """The date of an offer: choosing one tracks it. Of an open promise it moves."""
    due = sent.moment(act.INPUT_MOMENT)
    promise = promises.find(scope, sent.about, sent.user_id)
    waits = _name_cause(scope, promise.mention_id, sent)
    if promise.state == "open":
        promises.move(scope, sent.about, sent.user_id, due)
    else:
        offers.track(scope, sent.about, sent.user_id, due)
    return f"Tracked: due {local(scope, sent.user_id, due)}. I remind you once before.{waits}"


def _name_cause(scope: Scope, mention_id: str | None, sent: Submission) -> str:
    """The promiser named what theirs waits for: its mention does from now on. Answers what to say of it."""
    name = " ".join(sent.text(act.INPUT_CAUSE).split())
    if not name or mention_id is None:
        return ""
    if not any(letter.isalnum() for letter in name):
        raise CauseMissing
    causes.wait(scope, mention_id, sent.user_id, (cause_key(name), name))
    return " Once somebody says that what it waits for is fixed, whoever is on it hears."


def unnamed_cause(scope: Scope, promise: Any) -> str:
    """What an offer is bound to, as its words say it ("once the fix is out"), where that has no name by which others
    would speak of it, and its mention waits for nothing yet.
    """
    if promise.state != "offered" or promise.due_at is not None or not causes.may_wait(scope, promise):
        return ""
    said = cause_said(promise.words)
    return "" if names_cause(said) else said


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
