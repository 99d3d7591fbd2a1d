"""What a reply that only agrees ("Sure, Friday.") agrees to: it stands right before it in the thread."""

from __future__ import annotations

import re
from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.jobs.loops import Shop
from bot.ledger import mentions
from bot.ledger.presence import stamp
from bot.slack import events, fetch
from bot.slack.events import Posted

LATE = timedelta(days=2)
"""Nobody says yes to what was asked longer ago without saying to what."""
_PING = re.compile(r"<@([A-Z0-9]+)")


async def asked_before(
    shop: Shop, client: AsyncWebClient, team_id: str, event: Posted, bookmarks: fetch.Bookmarks
) -> str:
    """The words of whoever spoke last before a reply, to its writer or to nobody by name; '' where nothing was asked,
    and outside of mentions' threads, where no promise is offered.
    """
    if not event.is_reply or event.user_id is None:
        return ""
    where = (event.channel_id, event.thread_ts)
    is_dealt_with = await shop.database.read(
        lambda session: mentions.in_thread(shop.scope_at(team_id)(session), *where) is not None
    )
    if not is_dealt_with:
        return ""
    window = {"oldest": stamp(event.at - LATE), "latest": event.ts}
    said = await fetch.replies(client, *where, bookmarks, window)
    told = [events.posted(event.channel_id, one) for one in said if one["ts"] < event.ts and not one.get("bot_id")]
    spoken = [one for one in told if one is not None and one.user_id]
    return _to(event, spoken[-1]) if spoken else ""


def _to(event: Posted, last: Posted) -> str:
    pinged = set(_PING.findall(last.text))
    is_to_them = not pinged or event.user_id in pinged
    is_theirs = last.user_id == event.user_id
    return last.text if is_to_them and not is_theirs and event.at - last.at <= LATE else ""
