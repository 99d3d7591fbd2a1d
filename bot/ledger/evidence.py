"""Evidence of keeping: what may show that a promise was kept. Its promiser is asked, and nothing counts by itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, select

from bot import outbox
from bot.database import Scope
from bot.errors import EvidenceGone, PromiseGone
from bot.facts import EvidenceKind
from bot.ledger import entries, people, promises, slots, visibility
from bot.models import Evidence, Promise
from bot.models.promise import EVIDENCE_MOVES
from bot.statements import find_one_locked, insert_or_skip, prepared

EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Found:
    """A message that may show it, in a thread; `url` is where a link in it leads."""

    kind: EvidenceKind
    channel_id: str
    ts: str
    thread_ts: str
    url: str | None = None


def owed(scope: Scope, mention_id: str, by: str) -> list[Promise]:
    """The open promises about a mention that were made before the message with that ts, the soonest due first."""
    found = scope.session.execute(*_owed(scope.team_id, mention_id)).scalars()
    return [one for one in found if one.ts is None or float(one.ts) < float(by)]


@prepared
def _owed(team: str, mention: str) -> Select[Promise]:
    of_mention = (Promise.team_id == team, Promise.mention_id == mention, Promise.state == "open")
    return select(Promise).where(*of_mention).order_by(Promise.due_at, Promise.id)


def offer(scope: Scope, promise: Promise, found: Found) -> str | None:
    """Ask its promiser, in private, whether this shows that they kept it: at once where they just wrote it, and when
    they work where the customer did. None while another question about it waits, when this was asked before, where
    they don't want to be asked, or where it was settled or handed over in this moment. Promises are locked before
    mentions.
    """
    promiser = people.find(scope, promise.user_id)
    if promiser is not None and promiser.evidence_off:
        return None
    whose, promise = promise.user_id, find_one_locked(scope.session, Promise, scope.team_id, promise.id)
    if promise.state != "open" or promise.user_id != whose:
        return None
    row = {
        "team_id": scope.team_id,
        "id": scope.new_id(),
        "promise_id": promise.id,
        "kind": found.kind,
        "channel_id": found.channel_id,
        "ts": found.ts,
        "thread_ts": found.thread_ts,
        "url": found.url,
        "state": "offered",
        "found_at": scope.now,
    }
    if not insert_or_skip(scope.session, Evidence, [row], Evidence.id):
        return None
    entries.write(scope, "offer_evidence", promise.id, entries.BOT, kind=found.kind)
    if found.kind == "customer":
        slots.plan_evidence(scope, promise)
    else:
        outside = visibility.has_outsiders(scope, found.channel_id)
        lane = promise.user_id if outside else found.channel_id
        outbox.put(scope, outbox.Saying(lane, EVIDENCE, promise.id))
    return str(row["id"])


def count(scope: Scope, evidence_id: str, by: str) -> Promise:
    """*Yes, kept*: the promise is kept, and this stands with it. Also after *Not yet*; *Reopen* is its reverse."""
    promise, shown = _get(scope, evidence_id, by)
    if shown.state == "counted":
        return promise
    if promise.state == "open":
        _move(scope, shown, "count", "counted")
        entries.write(scope, "count_evidence", promise.id, by, kind=shown.kind)
    return promises.keep(scope, promise.id, by, "evidence")


def refuse(scope: Scope, evidence_id: str, by: str) -> Promise:
    """*Not yet*: the promise stays open, and is not asked about this again."""
    promise, shown = _get(scope, evidence_id, by)
    if shown.state == "offered":
        _move(scope, shown, "refuse", "refused")
        entries.write(scope, "refuse_evidence", promise.id, by, kind=shown.kind)
        slots.skip(scope, promise.id, "not yet", which="evidence")
    return promise


def _move(scope: Scope, shown: Evidence, act: str, to: str) -> None:
    if (shown.state, to) not in EVIDENCE_MOVES[act]:
        raise EvidenceGone
    shown.state, shown.ended_at = to, scope.now
    outbox.cancel(scope, shown.promise_id, to, (EVIDENCE,))
    scope.session.flush()


def _get(scope: Scope, evidence_id: str, by: str) -> tuple[Promise, Evidence]:
    """The promise is locked first, as in every act on it."""
    shown = scope.session.get(Evidence, (scope.team_id, evidence_id))
    if shown is None:
        raise PromiseGone
    promise = promises.find(scope, shown.promise_id, by)
    return promise, find_one_locked(scope.session, Evidence, scope.team_id, shown.id)


def standing(scope: Scope, promise_id: str) -> Evidence | None:
    """What its promiser is asked about now."""
    return scope.session.execute(*_of(scope.team_id, [promise_id], ["offered"])).scalars().first()


def of_promises(scope: Scope, promise_ids: Collection[str], states: Collection[str]) -> dict[str, Evidence]:
    """By promise, what stands with it in these states, the latest."""
    if not promise_ids:
        return {}
    found = scope.session.execute(*_of(scope.team_id, sorted(promise_ids), sorted(states))).scalars()
    return {one.promise_id: one for one in found}


@prepared
def _of(team: str, among: Collection[str], states: Collection[str]) -> Select[Evidence]:
    wanted = (Evidence.team_id == team, Evidence.promise_id.in_(among), Evidence.state.in_(states))
    return select(Evidence).where(*wanted).order_by(Evidence.ended_at, Evidence.id)


def deleted(scope: Scope, channel_id: str, ts: str) -> None:
    """Its message is gone: nobody is asked about it any more, and what counted stands without a link."""
    for found in list(scope.session.execute(*_at(scope.team_id, channel_id, ts)).scalars()):
        promise = find_one_locked(scope.session, Promise, scope.team_id, found.promise_id)
        shown = find_one_locked(scope.session, Evidence, scope.team_id, found.id)
        if shown.state == "offered":
            _move(scope, shown, "lapse", "lapsed")
            slots.skip(scope, promise.id, "its message was deleted", which="evidence")
        shown.channel_id = shown.ts = shown.thread_ts = shown.url = None
        promises.show(scope, promise)


@prepared
def _at(team: str, channel: str, ts: str) -> Select[Evidence]:
    there = (Evidence.team_id == team, Evidence.channel_id == channel, Evidence.ts == ts)
    return select(Evidence).where(*there).order_by(Evidence.id)
