"""More that people and the clock may do at the same instant: causes, check-backs, credit and quotes, who is away and
back, how one wants to hear, departments that are brought in, and messages that go.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.database import Scope
from bot.errors import CauseGone, PromiseGone
from bot.facts import PersonFacts
from bot.ledger import (
    causes,
    check_backs,
    departments,
    evidence,
    firing,
    hand_offs,
    leaves,
    marks,
    mentions,
    people,
    praise,
    settings,
    slots,
)
from bot.models import Cause, Promise
from bot.statements import find_locked
from tests.support.actors import Act, Scene
from tests.support.world import OPEN

KEY = ("OPS-12", "OPS-12")


def _wait(at: Scene) -> Act:
    if at.is_even:
        return lambda s: causes.wait(s, at.mention_id, at.who, KEY)
    return lambda s: causes.wait_no_more(s, at.mention_id, at.who)


def _fix(at: Scene) -> Act:
    found = at.world.run(lambda s: list(s.session.execute(select(Cause.id).order_by(Cause.id)).scalars()))
    if not found:
        raise CauseGone
    does: Callable[[Scope, str, str], Any] = causes.fix if at.is_even else causes.unfix
    return lambda s: does(s, found[-1], at.who)


def _said_fixed(at: Scene) -> Act:
    ts = at.world.ts()
    return lambda s: causes.said_fixed(s, [KEY[0]], OPEN, ts)


def _check_back(at: Scene) -> Act:
    if at.is_even:
        return lambda s: check_backs.ask(s, at.mention_id, at.who, check_backs.DAYS[0])
    return lambda s: check_backs.take_back(s, at.mention_id, at.who)


def _bring_in(at: Scene) -> Act:
    finance = at.world.department("finance")
    does: Callable[[Scope, str, str, str], Any] = mentions.bring_in if at.is_even else mentions.take_back
    return lambda s: does(s, at.mention_id, finance, at.who)


def _quote(at: Scene) -> Act:
    acts: list[Act] = [
        lambda s: praise.ask_to_quote(s, at.mention_id, at.who),
        lambda s: praise.answer_quote(s, at.mention_id, at.owner, at.is_even),
        lambda s: praise.take_quote_back(s, at.mention_id, at.who),
        lambda s: praise.credit(s, at.mention_id, at.who, at.other),
        lambda s: praise.take_credit_back(s, at.mention_id, at.who, at.other),
    ]
    return acts[at.throw[2] % len(acts)]


def _leave(at: Scene) -> Act:
    """A status says that whoever leads (or somebody) is away for some days, or is back."""
    user_id, until = at.leader, at.world.now + timedelta(days=2) if at.is_even else None
    zone = at.world.run(people.hours_of, user_id).zone
    away = PersonFacts(user_id, user_id, zone=zone, is_away=at.is_even, away_until=until if at.is_even else None)

    def follow(scope: Scope) -> None:
        changed = leaves.changed(scope, [away])
        people.remember(scope, [away])
        for one in changed:
            leaves.follow(scope, one)

    return follow


def _choose(at: Scene) -> Act:
    def choose(scope: Scope) -> None:
        now = settings.of(scope, at.who)
        settings.choose(scope, at.who, replace(now, rhythm="daily" if at.is_even else "each"))

    return choose


def _take_over(at: Scene) -> Act:
    found = at.promise_in("open")

    def take(scope: Scope) -> Any:
        promise = find_locked(scope.session, Promise, scope.team_id, found.id)
        if promise is None or promise.state != "open" or promise.user_id == at.who:
            raise PromiseGone
        return hand_offs.take_over(scope, promise, at.who)

    return take


def _mark(at: Scene) -> Act:
    """✅ on the promise, or away from it, as the job reads it."""
    found = at.promise_in("open", "kept")
    mark = marks.Mark(str(found.channel_id), str(found.ts), "white_check_mark")
    return lambda s: marks.note(s, s.session.get_one(Promise, (s.team_id, found.id)), mark, not at.is_even)


def _delete_evidence(at: Scene) -> Act:
    if not at.evidence:
        raise PromiseGone
    shown = at.evidence[-1]
    channel_id, ts = str(shown.channel_id), str(shown.ts)
    return lambda s: evidence.deleted(s, channel_id, ts)


SIDES: dict[str, Callable[[Scene], Act]] = {
    "wait": _wait,
    "fix": _fix,
    "an integration says fixed": _said_fixed,
    "tell fixed": lambda at: lambda s: (causes.tell if at.is_even else causes.tell_not)(s, at.mention_id, at.who),
    "check back": _check_back,
    "promise a word": lambda at: lambda s: check_backs.promise_a_word(s, at.mention_id, at.who, "I'll write to her"),
    "customer speaks": lambda at: lambda s: mentions.customer_spoke(s, at.mention_id),
    "bring in": _bring_in,
    "join": lambda at: lambda s: departments.join(s, at.product, at.who, at.who),
    "quote": _quote,
    "leave": _leave,
    "choose": _choose,
    "take over": _take_over,
    "mark": _mark,
    "delete evidence": _delete_evidence,
    "fire": lambda at: lambda s: firing.fire(s, slots.take_due(s.session, s.now)),
    "misses": lambda at: firing.note_misses,
}
