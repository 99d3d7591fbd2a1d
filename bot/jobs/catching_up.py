"""Catching up: Slack's history is read on from each place's watermark, one request at a time, as Slack allows.

Two lanes a workspace, one for each method that is asked, so that many workers never read the same place at once. What
was read is stored with how far it was read: a worker that dies loses one request.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import lanes, outbox, pace
from bot.database import Scope, announce
from bot.errors import DatabaseAway, DiskFull, LeaseLost, SlackRefused, is_told, told_shortly, trace_of
from bot.jobs import recovering
from bot.jobs.loops import Crew, Shop, while_held
from bot.lanes import Held
from bot.ledger import watermarks
from bot.ledger.watermarks import Place, Span
from bot.slack import calls, history
from bot.slack.history import Page

log = logging.getLogger(__name__)
PACE = timedelta(seconds=1.5)
"""Between two requests of a method: Slack takes 50 a minute, and some are left for look-ups and roots of threads."""
MANNERS = timedelta(seconds=5)
"""When Slack asks for patience, whoever else waits for the method goes first."""
SOON = timedelta(seconds=15)
IN_A_ROW = 20
"""Requests after which a lane is given back, so that other workspaces have their turn."""
AGAIN = timedelta(minutes=1)
"""So often a page is tried over which we stumble, when nothing else is to be read."""
STUMBLED = "history could not be read on in lane %s: %s"
METHODS = {watermarks.CHANNELS: history.HISTORY, watermarks.THREADS: history.REPLIES}


@dataclass(frozen=True, slots=True)
class Step:
    place: Place
    span: Span


class Historian:
    """Works through the places of history that are wanted."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.crew = Crew()

    async def do_some(self) -> bool:
        """Take lanes that are due and make some requests in each; answers whether there were any."""
        room = await self.crew.room()
        begun = await self._shop.database.run(lambda session: self._begin_all(session, room))
        for held, step in begun:
            if step is not None:
                self.crew.start(self._do(held, step))
        return bool(begun)

    def _begin_all(self, session: Session, room: int) -> list[tuple[Held, Step | None]]:
        shop = self._shop
        taken = lanes.take_lanes(session, "history", shop.worker, shop.moment, room)
        scopes = [(held, shop.scope_at(held.team_id)(session)) for held in taken]
        return [(held, self._begin(scope, held, watermarks.next_place(scope, held.id))) for held, scope in scopes]

    async def _do(self, held: Held, first: Step) -> None:
        """One request after another, until the lane is given back."""
        step, made = first, 1
        try:
            while (upcoming := await self._read(held, step, goes_on=made < IN_A_ROW)) is not None:
                step, made = upcoming, made + 1
        except LeaseLost:
            log.info("lane %s was taken over", held.id)
        except Exception as error:
            if not is_told(error):
                log.exception(STUMBLED, held.id, told_shortly(error), exc_info=trace_of(error))
            if not isinstance(error, (DatabaseAway, DiskFull)):
                await self._put_off(held, step.place)

    async def _put_off(self, held: Held, place: Place) -> None:
        """An error of our own met the place: others come first, and it is tried again."""

        def put_off(session: Session) -> None:
            scope = self._shop.scope_at(held.team_id)(session)
            lanes.keep_lane(session, held, self._shop.clock.machine())
            mine = watermarks.still(scope, place)
            if mine is not None:
                watermarks.put_off(scope, mine)
            session.flush()
            is_alone = mine is not None and watermarks.next_place(scope, held.id) is mine
            lanes.free_lane(session, held, scope.now, scope.now + (AGAIN if is_alone else SOON))

        try:
            await self._shop.database.run(put_off)
        except LeaseLost:
            log.info("lane %s was taken over", held.id)
        except Exception as error:
            # The lease ends by itself; then the lane is taken again.
            if not is_told(error):
                log.exception(STUMBLED, held.id, told_shortly(error), exc_info=trace_of(error))

    def _begin(self, scope: Scope, held: Held, place: Place | None) -> Step | None:
        """What is to be asked next; None when nothing is, or not now: then the lane was given back."""
        if place is None:
            lanes.free_lane(scope.session, held, None)
            return None
        method = METHODS[held.id]
        blocked = pace.blocked_until(scope, method)
        if blocked is not None or outbox.has_unsure(scope, method):
            # A message of which nobody knows whether it was sent is looked up first.
            later = scope.now + SOON if blocked is None else blocked + MANNERS
            lanes.free_lane(scope.session, held, scope.now, next_at=later)
            return None
        return Step(place, watermarks.span(scope, place))

    async def _read(self, held: Held, step: Step, *, goes_on: bool) -> Step | None:
        """Answers what is to be asked after a pause; None when the lane was given back."""
        outcome: Page | Exception
        try:
            outcome = await self._ask(held.team_id, step)
        except (calls.SlackBusyError, calls.SlackUnknownError, SlackRefused) as error:
            log.info("history of %s could not be read now: %s", step.place.channel_id, error)
            outcome = error
        upcoming = await self._finish(held, step, outcome, goes_on=goes_on and isinstance(outcome, Page))
        if upcoming is not None:
            clock = self._shop.clock
            await asyncio.sleep(max(0.0, clock.machine_seconds_until(clock.now() + PACE)))
        return upcoming

    async def _ask(self, team_id: str, step: Step) -> Page:
        client, place, span = self._shop.client(team_id), step.place, step.span
        if place.kind == "channel":
            return await history.channel(client, place.channel_id, span.oldest, span.latest)
        if place.kind == "message":
            return await history.message(client, place.channel_id, place.thread_ts)
        return await history.thread(client, place.channel_id, place.thread_ts, span.oldest)

    async def _finish(self, held: Held, step: Step, outcome: Page | Exception, *, goes_on: bool) -> Step | None:
        """Store what was told, and see what is next, or give the lane back. Raises LeaseLost when it is not ours any
        more.
        """

        def finish(session: Session) -> Step | None:
            scope = self._shop.scope_at(held.team_id)(session)
            lanes.keep_lane(session, held, self._shop.clock.machine())
            next_at = _learn(scope, watermarks.still(scope, step.place), outcome)
            session.flush()
            more = watermarks.next_place(scope, held.id)
            if step.place.rank <= watermarks.FORWARD and (more is None or more.rank > watermarks.FORWARD):
                announce(session, "passes")  # nothing that nudges wait for is left here
            if goes_on and not self.crew.is_closing:
                return self._begin(scope, held, more)
            lanes.free_lane(session, held, None if more is None else scope.now, next_at)
            return None

        return await while_held(self._shop, held, lambda: self._shop.database.run(finish))


def _learn(scope: Scope, place: Place | None, outcome: Page | Exception) -> datetime:
    """Answers when the lane goes on. `place` is None when what was asked for is not what is wanted now."""
    if isinstance(outcome, calls.SlackBusyError):
        return pace.block(scope, outcome.method, scope.now + timedelta(seconds=outcome.seconds)) + MANNERS
    if place is None:
        return scope.now + PACE
    if isinstance(outcome, Page):
        recovering.keep(scope, place, outcome)
        return scope.now + PACE
    if isinstance(outcome, SlackRefused):
        watermarks.give_up(scope, place)
    else:
        watermarks.put_off(scope, place)
    return scope.now + SOON
