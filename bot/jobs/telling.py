"""Telling another program what is done: one signed POST for each entry of the ledger. It blocks nothing else, and where
no address is set there is no such tick.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp

from bot import tokens
from bot.database import Scope
from bot.errors import is_told, told_shortly, trace_of
from bot.jobs.loops import Shop
from bot.ledger import tellings, workspaces
from bot.ledger.tellings import Reach, Told

log = logging.getLogger(__name__)
LOOK_AGAIN = timedelta(seconds=15)
TIMEOUT = aiohttp.ClientTimeout(total=10)
BUSY = {408, 425, 429}


@dataclass(frozen=True, slots=True)
class Ear:
    """Who is told: an address (https, or this machine), the secret that signs, the session that calls, and what."""

    url: str
    secret: str
    session: aiohttp.ClientSession
    reach: Reach = "open"


class AwayError(Exception):
    """Nobody takes anything there now."""


class Telling:
    """A tick of the clock, over all workspaces."""

    def __init__(self, shop: Shop, ear: Ear) -> None:
        self._shop, self._ear = shop, ear

    async def tell(self) -> datetime | None:
        """Tell what is new; answers when to look again."""
        for team_id in await self._shop.database.read(workspaces.all_team_ids):
            try:
                await self._tell(team_id)
            except Exception as error:
                if not is_told(error):
                    said = "entries of workspace %s could not be told; it is tried again: %s"
                    log.exception(said, team_id, told_shortly(error), exc_info=trace_of(error))
        return self._shop.clock.now() + LOOK_AGAIN

    async def _tell(self, team_id: str) -> None:
        run, scope = self._shop.database.run, self._shop.scope_at(team_id)
        machine = self._shop.clock.machine
        taken_until = await run(lambda session: tellings.take(scope(session), machine()))
        if taken_until is None:
            return
        try:
            while await run(lambda session: tellings.sweep(scope(session), machine(), self._ear.reach)):
                pass
            until = await run(lambda session: tellings.rests_until(scope(session)))
            if until is None or until <= self._shop.clock.now():
                await self._tell_some(team_id)
        finally:
            await run(lambda session: tellings.free(scope(session), taken_until, machine()))

    async def _tell_some(self, team_id: str) -> None:
        """One after another, while the turn lasts; each moves its subject on, so the next of them is due."""
        run, scope, machine = self._shop.database.run, self._shop.scope_at(team_id), self._shop.clock.machine
        begun = machine()
        while found := await run(lambda session: tellings.due(scope(session), self._ear.reach)):
            for told in found:
                if machine() - begun >= tellings.LEASE / 2:
                    return
                try:
                    refusal = await self._post(told)
                except AwayError as away:
                    words = str(away)
                    until, lost = await run(lambda s, why=words: tellings.away(scope(s), why))  # type: ignore[misc]
                    log.warning("entries can't be told (%s); again at %s", away, until)
                    if lost:
                        log.error("%d entries were given up: nobody took them for a day", lost)
                    return
                await run(lambda s, one=told, why=refusal: self._settle(scope(s), one, why))  # type: ignore[misc]

    def _settle(self, scope: Scope, told: Told, refusal: str) -> None:
        if not refusal:
            tellings.sent(scope, told.entry_id)
        elif not tellings.refused(scope, told.entry_id, refusal):
            log.error("entry %s was given up: %s", told.entry_id, refusal)

    async def _post(self, told: Told) -> str:
        """Answers why it was not taken; empty when it was. Raises AwayError where nobody answers."""
        body = json.dumps(told.body, separators=(",", ":")).encode()
        stamp = str(int(self._shop.clock.machine().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "X-Ours-Delivery": told.entry_id,
            "X-Ours-Timestamp": stamp,
            "X-Ours-Signature": tokens.sign_call(self._ear.secret, stamp, body),
        }
        try:
            async with self._ear.session.post(
                self._ear.url, data=body, headers=headers, allow_redirects=False, timeout=TIMEOUT
            ) as reply:
                status = reply.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise AwayError(type(error).__name__) from error
        if status >= 500 or status in BUSY:
            raise AwayError(f"HTTP {status}")
        return "" if 200 <= status < 300 else f"HTTP {status}"
