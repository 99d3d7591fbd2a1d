"""Proposing: what people's corrections show is put to somebody who decides, in their working hours, one rule a week."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.database import Scope
from bot.errors import is_told, told_shortly, trace_of
from bot.facts import FoundRule
from bot.jobs.loops import Shop
from bot.ledger import corrections, people, rules, workspaces
from bot.understanding import find_rules, hear, holds, says_the_same

log = logging.getLogger(__name__)
LOOK_AGAIN = timedelta(hours=1)
MOST_TRIED = 30


class Proposing:
    """A tick of the clock. What was looked at is remembered, so that nothing is counted again until people correct."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._empty: dict[str, str] = {}

    async def propose(self) -> datetime | None:
        """Propose what may be proposed now; answers when to look again (None: once somebody corrects something)."""
        moments = []
        for team_id in await self._shop.database.read(workspaces.all_team_ids):
            try:
                moments.append(await self._propose(team_id))
            except Exception as error:
                if not is_told(error):
                    said = "no rule could be proposed in workspace %s; it is tried again: %s"
                    log.exception(said, team_id, told_shortly(error), exc_info=trace_of(error))
                moments.append(self._shop.clock.now() + LOOK_AGAIN)
        return min((moment for moment in moments if moment is not None), default=None)

    async def _propose(self, team_id: str) -> datetime | None:
        database, scope_at = self._shop.database, self._shop.scope_at(team_id)
        due, mark = await database.read(lambda session: _when(scope_at(session)))
        if due is None or not mark or self._empty.get(team_id) == mark:
            return None
        if due > self._shop.clock.now():
            return due
        found, asked, at = await database.read(lambda session: _choose(scope_at(session)))
        if found is None:
            self._empty[team_id] = mark
            return None
        if asked is None or at > self._shop.clock.now():
            return at
        await database.run(lambda session: rules.propose(scope_at(session), found, asked))
        return await database.read(lambda session: rules.next_moment(scope_at(session)))


def _when(scope: Scope) -> tuple[datetime | None, str]:
    """From when on a rule may be proposed, and what the corrections are known by."""
    return rules.next_moment(scope), corrections.latest(scope)


def _choose(scope: Scope) -> tuple[FoundRule | None, str | None, datetime]:
    """The best rule that is new, whom to ask, and when. Without anybody to ask it waits for somebody."""
    mentions = {}
    for rule in find_rules(corrections.examples(scope), scope.now)[:MOST_TRIED]:
        if says_the_same(rule, rules.known(scope, rule.audience)):
            continue
        if rule.audience not in mentions:
            mentions[rule.audience] = hear(corrections.mentions_of(scope, rule.audience))
        if holds(rule, mentions[rule.audience]):
            asked = rules.whom_to_ask(scope, rule)
            at = people.hours_of(scope, asked).next_working(scope.now) if asked else scope.now + LOOK_AGAIN
            return rule, asked, at
    return None, None, scope.now
