"""The one receiver of events: store first, answer then.

A middleware, not a listener: Bolt answers an event before a listener's body runs, so an inbox written there would lose
events. When storing raises, Bolt answers 500 (over Socket Mode: nothing), and Slack delivers again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.response import BoltResponse

from bot.errors import DatabaseAway, DiskFull
from bot.slack import events

log = logging.getLogger(__name__)

Put = Callable[[dict[str, Any]], Awaitable[None]]
OwnIds = Callable[[str], tuple[str, str | None] | None]
Meet = Callable[[str], Awaitable[None]]
KEPT_OWN = {"member_joined_channel", "member_left_channel", "channel_left", "group_left"}


class Receiver:
    """`put` stores an envelope durably; `own_ids(team)` gives the bot's (user id, bot id), to drop its own echoes.

    `meet(team)` is called when a workspace that is not known yet is heard of.
    """

    def __init__(self, put: Put, own_ids: OwnIds, meet: Meet | None = None) -> None:
        self._put = put
        self._own_ids = own_ids
        self._meet = meet
        self._meetings: set[asyncio.Task[None]] = set()

    async def __call__(
        self,
        body: dict[str, Any],
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - Bolt names it
    ) -> BoltResponse:
        kind = body.get("type")
        if kind == "app_rate_limited":
            log.warning("Slack held events back in the minute %s", body.get("minute_rate_limited"))
            return BoltResponse(status=200)
        team_id = str(body.get("team_id") or (body.get("team") or {}).get("id") or "")
        own = self._own_ids(team_id)
        if kind != "event_callback":
            if own is None and team_id and self._meet is not None:
                await self._meet(team_id)
            return await next()
        if own is None and self._meet is not None:
            # Not before the event is stored and answered: its row is tried again until the workspace is known.
            meeting = asyncio.ensure_future(self._meet(team_id))
            self._meetings.add(meeting)
            meeting.add_done_callback(self._meetings.discard)
        if own is None or not is_echo(body.get("event") or {}, *own):
            try:
                await self._put(body)
            except (DatabaseAway, DiskFull):
                return BoltResponse(status=500)  # the log has it; raised, Bolt would add a page for each event
        return BoltResponse(status=200)


def is_echo(event: dict[str, Any], user_id: str, bot_id: str | None) -> bool:
    """Whether the bot caused this event itself. Bolt's own filter comes later, and misses edits of our messages."""
    if event.get("type") in KEPT_OWN:
        return False
    shown = (event, event.get("message") or {}, event.get("previous_message") or {})
    return any(events.is_own(one, user_id, bot_id) for one in shown)
