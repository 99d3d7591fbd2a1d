"""The sender: one row, one call, exactly once.

`started_at` is committed before the call. A reply that never came makes the row uncertain: it is looked up by its id
in the message metadata, not sooner than 30 s after the attempt, before anything is sent again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from bot import lanes, outbox, pace
from bot.database import Scope
from bot.errors import DatabaseAway, DiskFull, LeaseLost, SlackRefused, is_told, told_shortly
from bot.facts import Outgoing, Silence
from bot.jobs import taking_in
from bot.jobs.loops import Crew, Shop, take, while_held
from bot.lanes import Held
from bot.ledger import cards, people, speech
from bot.outbox import OutboxRow
from bot.slack import calls, fetch
from bot.statements import find_one

log = logging.getLogger(__name__)
T = TypeVar("T")

PACE = timedelta(seconds=1)  # one new message per second and channel; what is there is changed at once
WINDOW = timedelta(minutes=10)  # the look-up begins so long before the attempt: our clock may be ahead of Slack's
SOON = timedelta(seconds=5)
MARGIN = timedelta(seconds=15)  # a call that begins so long before its lease ends is over by then
SILENT = "nothing, however often it was asked"
AT_ONCE = 20  # rows that a lane may end in silence within one transaction


@dataclass(frozen=True, slots=True)
class Send:
    row: OutboxRow
    outgoing: Outgoing


@dataclass(frozen=True, slots=True)
class LookUp:
    row: OutboxRow


@dataclass(frozen=True, slots=True)
class OpenDm:
    row: OutboxRow
    user_id: str


@dataclass(slots=True)
class Hand:
    """What a step has in hand: its lane, and the row it works on, once that is known. Whatever comes of the step is
    written down of this row: meanwhile another may have become the lane's first.
    """

    held: Held
    row_id: str | None = None


class Stop:
    """The lane was given back."""


@dataclass(frozen=True, slots=True)
class Later:
    """A new message waits its second."""

    at: datetime


STOP = Stop()
Step = Send | LookUp | OpenDm | None


class Sender:
    """Works through the outbox, lane by lane."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._bookmarks = fetch.Bookmarks()
        self.crew = Crew()

    async def do_some(self) -> bool:
        """Take lanes that are due and begin one step in each; answers whether there were any."""
        return await take(self._shop, "out", self.crew, self._step)

    async def _step(self, held: Held) -> None:
        hand = Hand(held)
        try:
            step = await self._run(held, lambda session: self._begin(session, hand))
            match step:
                case Send():
                    await self._send(held, step)
                case LookUp():
                    await self._look_up(held, step.row)
                case OpenDm():
                    await self._open_dm(held, step)
        except LeaseLost:
            log.info("lane %s was taken over", held.id)
        except (DatabaseAway, DiskFull) as error:
            # Nothing could be written down until the lease ended; the lane is taken again.
            if not is_told(error):
                log.error("lane %s waits: %s", held.id, error)
        except Exception as error:
            log.exception("a row of lane %s could not be sent; it waits", held.id)
            await self._stumble(hand, error)

    def _begin(self, session: Session, hand: Hand) -> Step:
        """Decide what the lane's first row needs, and mark it started if it is to be sent. One transaction."""
        held = hand.held
        scope = self._shop.scope_at(held.team_id)(session)
        lanes.keep_lane(session, held, self._shop.clock.machine())
        for _ in range(AT_ONCE):
            row = outbox.next_unsent(session, held)
            if row is not None and row.state == "waiting" and row.purpose == cards.PING:
                # Whoever takes part meanwhile needs none.
                row = outbox.unsent(session, held, cards.next_card(scope, held.id)) or row
            ready = outbox.ready_at(row)
            if row is None or ready is None or not lanes.has_passed(ready, scope.now):
                lanes.free_lane(session, held, ready)
                return None
            hand.row_id = row.id
            if row.state != "waiting":
                return self._unsure(scope, held, row)
            step = self._start(scope, held, row)
            if isinstance(step, Later):
                return self._change(scope, hand, step)
            if step is not None:
                return None if isinstance(step, Stop) else step
        lanes.free_lane(session, held, scope.now)
        return None

    def _change(self, scope: Scope, hand: Hand, later: Later) -> Step:
        """While a new message waits its second, what stands there already changes: a click is answered at once."""
        row = outbox.unsent(scope.session, hand.held, cards.next_card(scope, hand.held.id, stands=True))
        step: Step | Stop | Later = later
        if row is not None:
            hand.row_id = row.id
            step = self._start(scope, hand.held, row)
        if isinstance(step, Later | None):
            # Not by `next_at`: a change that comes meanwhile wakes the lane.
            lanes.free_lane(scope.session, hand.held, later.at if step is not None else scope.now)
            return None
        return None if isinstance(step, Stop) else step

    def _unsure(self, scope: Scope, held: Held, row: OutboxRow) -> Step:
        """Nobody knows what became of a started row: an update is simply said again, the rest is looked up."""
        if row.method == "chat.postEphemeral":
            outbox.mark_sent(scope, row, None)  # at most once: ephemerals have no history to look in
        elif row.method in outbox.SAID_AGAIN:
            _unanswered(scope, row)
        else:
            outbox.mark_uncertain(scope, row, row.error or "no reply")
            ready = outbox.ready_at(row)
            if ready is None or lanes.has_passed(ready, scope.now):
                return LookUp(row) if self._may_call(scope, held, fetch.look_up_method(row)) else None
            # The clock went back since it was started: from now on Slack still gets its time.
        scope.session.flush()
        lanes.free_lane(scope.session, held, outbox.ready_at(outbox.next_unsent(scope.session, held)))
        return None

    def _may_call(self, scope: Scope, held: Held, method: str) -> bool:
        """Whether Slack takes calls of this method now; else the lane is given back until then."""
        blocked = pace.blocked_until(scope, method)
        if blocked is not None:
            lanes.free_lane(scope.session, held, scope.now, next_at=blocked)
        return blocked is None

    def _start(self, scope: Scope, held: Held, row: OutboxRow) -> Step | Stop | Later:
        """Render the row from the latest state. None: it ended in silence; STOP: its method is blocked; Later: here."""
        channel_id = _channel(scope, held.id)
        if channel_id is None:
            return OpenDm(row, held.id) if self._may_call(scope, held, fetch.OPEN_DM) else STOP
        outgoing = speech.render(scope, row)
        if isinstance(outgoing, Silence):
            outbox.mark_cancelled(scope, row, outgoing.reason)
            speech.silenced(scope, row, outgoing)
            scope.session.flush()
            return None
        if not self._may_call(scope, held, outgoing.method):
            return STOP
        paced = pace.blocked_until(scope, pace.in_lane(outgoing.method, held.id))
        if paced is not None:
            return Later(paced)
        outbox.mark_started(scope, row, channel_id, outgoing)
        return Send(row, outgoing)

    async def _send(self, held: Held, step: Send) -> None:
        row, outgoing = step.row, step.outgoing
        arguments = _arguments(row, outgoing)
        client = self._shop.client(held.team_id)
        machine = self._shop.clock.machine()
        if machine > held.until - MARGIN or lanes.has_passed(held.until, machine):
            # The machine slept in between, or its clock went back: another worker may be looking the row up now, and
            # would not find it.
            raise LeaseLost
        try:
            sent = await calls.send(client, outgoing.method, arguments)
        except calls.SlackBusyError as busy:
            _tell_if_shut(busy)
            await self._finish(held, row, busy)
        except SlackRefused as error:
            log.warning("Slack refused %s (%s) for outbox row %s", outgoing.method, error.fields["error"], row.id)
            await self._finish(held, row, error)
        except calls.SlackUnknownError as error:
            log.warning("no reply for outbox row %s (%s); it will be looked up", row.id, error)
            await self._finish(held, row, error)
        else:
            await self._finish(held, row, sent)

    async def _finish(self, held: Held, row: OutboxRow, outcome: Any) -> None:
        """Write down what Slack answered, and give the lane back. Raises LeaseLost when it is not ours any more."""

        def finish(scope: Scope) -> datetime | None:
            mine = find_one(scope.session, OutboxRow, held.team_id, row.id)
            match outcome:
                case calls.Sent():
                    outbox.mark_sent(scope, mine, outcome.ts)
                    taking_in.said(scope, mine, outcome.channel_id, outcome.ts)
                    pace.note_answer(scope, str(mine.method))
                case calls.SlackBusyError():
                    outbox.put_back(scope, mine, scope.now, str(outcome))
                    return _blocked(scope, outcome)
                case SlackRefused():
                    outbox.mark_refused(scope, mine, outcome.words)
                    speech.refused(scope, mine, str(outcome.fields["error"]))
                    pace.note_answer(scope, str(mine.method))
                case _:
                    outbox.mark_uncertain(scope, mine, str(outcome))
            if mine.method == pace.POST:
                pace.block(scope, pace.in_lane(pace.POST, held.id), scope.now + PACE)
            return None

        await self._write(held, finish)

    async def _look_up(self, held: Held, row: OutboxRow) -> None:
        client = self._shop.client(held.team_id)
        try:
            ts = await self._find(client, row)
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            await self._wait_for_slack(held, row, fetch.look_up_method(row), error)
        except SlackRefused as refusal:
            # The channel or the thread is gone: whether it was said will never be known, so it is not said again.
            await self._fail(held, row, refusal)
        else:
            await self._write(held, lambda scope: _looked_up(scope, row.id, ts))

    async def _find(self, client: AsyncWebClient, row: OutboxRow) -> str | None:
        """From before the attempt until now: the machine may have slept between the two."""
        now = self._shop.clock.now()
        started = row.started_at or now
        return await fetch.look_up(client, row, min(started, now) - WINDOW, self._bookmarks)

    async def _open_dm(self, held: Held, step: OpenDm) -> None:
        client = self._shop.client(held.team_id)
        try:
            channel_id = await fetch.open_dm(client, step.user_id)
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            await self._wait_for_slack(held, step.row, fetch.OPEN_DM, error)
        except SlackRefused as refusal:
            # Nobody can write to that person.
            await self._fail(held, step.row, refusal)
        else:
            await self._write(held, lambda scope: _opened(scope, held, step, channel_id))

    async def _fail(self, held: Held, row: OutboxRow, refusal: SlackRefused) -> None:
        """The row fails with Slack's word for it, unless it was settled meanwhile."""

        def fail(scope: Scope) -> None:
            mine = outbox.unsent(scope.session, held, row.id)
            if mine is not None:
                outbox.mark_failed(scope, mine, refusal.words)
                speech.refused(scope, mine, str(refusal.fields["error"]))
            pace.note_answer(scope, str(refusal.fields["method"]))

        await self._write(held, fail)

    async def _stumble(self, hand: Hand, error: Exception) -> None:
        """An error of our own in the row at hand: it is tried again, and steps aside after a few times."""
        held = hand.held

        def stumble(scope: Scope) -> datetime | None:
            row = outbox.unsent(scope.session, held, hand.row_id)
            if row is None or outbox.mark_tried(scope, row, told_shortly(error)):
                return scope.now + SOON
            speech.refused(scope, row, speech.UNSAYABLE)
            return None

        try:
            await self._write(held, stumble)
        except LeaseLost:
            log.info("lane %s was taken over", held.id)
        except Exception as trouble:
            # The lease ends by itself; then the lane is taken again.
            if not is_told(trouble):
                log.exception("nothing can be written down of lane %s", held.id)

    async def _wait_for_slack(
        self, held: Held, row: OutboxRow, method: str, error: calls.SlackBusyError | calls.SlackUnknownError
    ) -> None:
        """Nothing is known of the row yet: the lane is given back, with work for later. What Slack says of a method
        holds for all lanes; where it says nothing, the row was tried, and steps aside in the end if it answers others.
        """
        _tell_if_shut(error)

        def wait(scope: Scope) -> datetime | None:
            if isinstance(error, calls.SlackBusyError):
                return _blocked(scope, error)
            mine = outbox.unsent(scope.session, held, row.id)
            if mine is None:
                return None
            pause = outbox.mark_silent(scope, mine, method, str(error))
            if pause is None:
                speech.refused(scope, mine, SILENT)
            return None if pause is None else scope.now + max(SOON, pause)

        await self._write(held, wait)

    async def _write(self, held: Held, change: Callable[[Scope], datetime | None]) -> None:
        """One transaction: make the change, and give the lane back, to be taken not before what `change` answers.

        Raises LeaseLost when the lane is not ours any more.
        """

        def write(session: Session) -> None:
            scope = self._shop.scope_at(held.team_id)(session)
            lanes.keep_lane(session, held, self._shop.clock.machine())
            next_at = change(scope)
            session.flush()
            lanes.free_lane(session, held, outbox.ready_at(outbox.next_unsent(session, held)), next_at)

        await self._run(held, write)

    async def _run(self, held: Held, fn: Callable[[Session], T]) -> T:
        """One transaction of a lane in hand, which begins with keep_lane."""
        return await while_held(self._shop, held, lambda: self._shop.database.run(fn))


def _arguments(row: OutboxRow, outgoing: Outgoing) -> dict[str, Any]:
    """Of the call: a Home stands in no channel, and only what has a history can be found again by its metadata."""
    if outgoing.method == "views.publish":
        return dict(outgoing.arguments)
    arguments: dict[str, Any] = {"channel": row.channel_id, **outgoing.arguments}
    if outgoing.method != "chat.postEphemeral":
        arguments["metadata"] = outbox.metadata(row.id)
    return arguments


def _blocked(scope: Scope, busy: calls.SlackBusyError) -> datetime:
    return pace.block(scope, busy.method, scope.now + timedelta(seconds=busy.seconds))


def _tell_if_shut(error: Exception) -> None:
    if isinstance(error, calls.SlackShutError):
        log.error("the app can't speak: %s", error)


def _opened(scope: Scope, held: Held, step: OpenDm, channel_id: str) -> None:
    people.remember_dm(scope, step.user_id, channel_id)
    row = outbox.unsent(scope.session, held, step.row.id)
    if row is not None:
        outbox.mark_answered(scope, row, fetch.OPEN_DM)


def _looked_up(scope: Scope, row_id: str, ts: str | None) -> None:
    """Slack has it (then it was said), or it has not (then it is said again)."""
    row = scope.session.get_one(OutboxRow, (scope.team_id, row_id))
    pace.note_answer(scope, fetch.look_up_method(row))
    if ts is None:
        _unanswered(scope, row)
    else:
        outbox.mark_sent(scope, row, ts)
        taking_in.said(scope, row, str(row.channel_id), ts)


def _unanswered(scope: Scope, row: OutboxRow) -> None:
    """Nothing came of the call: it is made again after a while, but not for ever if Slack answers others."""
    if not outbox.mark_unanswered(scope, row, row.error or "no reply"):
        speech.refused(scope, row, SILENT)


def _channel(scope: Scope, lane_id: str) -> str | None:
    """A lane is a channel's, or a person's: then the conversation with them, if it was opened."""
    if not lane_id.startswith(("U", "W")):
        return lane_id
    person = people.find(scope, lane_id)
    return person.dm_channel_id if person else None
