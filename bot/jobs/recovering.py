"""What a page of Slack's history tells that no event did: it goes the way of all events, through the inbox."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot import inbox, pace
from bot.database import Scope
from bot.ledger import marks, mention_marks, presence, promises, sightings, watermarks, workspaces
from bot.ledger.presence import stamp
from bot.ledger.watermarks import Place
from bot.slack import events, history
from bot.slack.history import Page

LATE = timedelta(minutes=10)
"""An event that has not come so long after its message does not come any more: Slack has tried four times."""
JOINS = {"channel_join", "group_join"}
OLDEST = inbox.KEEP_KEYS - timedelta(days=10)
"""What is older may have been read and forgotten: it is not read anew."""


@dataclass(slots=True)
class Found:
    """Events that a page is worth: messages as they were posted, and what became of those that are known already."""

    posted: list[inbox.Arrival] = field(default_factory=list)
    later: dict[str, inbox.Arrival] = field(default_factory=dict)
    other: list[inbox.Arrival] = field(default_factory=list)


def keep(scope: Scope, place: Place, page: Page) -> None:
    """Store what a page tells, and how far the place was read. In one transaction, or nothing of it happened."""
    pace.note_answer(scope, history.REPLIES if place.kind == "thread" else history.HISTORY)
    if page.is_closed:
        watermarks.give_up(scope, place)
        return
    found, messages = Found(), _in_order(scope, place, page, workspaces.bot_ids(scope)) if page.messages else []
    found.other += _marks(scope, place, messages)
    found.other += _shared(scope, place, messages) if place.kind != "message" else []
    for message in messages if place.kind != "message" else []:
        _message(scope, place, message, found)
    if place.kind == "channel":
        _note_threads(scope, place, page)
    if place.kind == "thread":
        _note_deletions(scope, place, page, found)
    _store(scope, place, found)
    if page.is_gone:
        watermarks.give_up(scope, place)
    else:
        watermarks.advance(scope, place, [str(one["ts"]) for one in page.messages], page.has_more)
    scope.session.flush()


def _in_order(scope: Scope, place: Place, page: Page, own: tuple[str, str | None]) -> list[dict[str, Any]]:
    """Oldest first, without the bot's own words: of these only reactions are read."""
    messages = sorted(page.messages, key=lambda one: str(one["ts"]))
    if place.kind == "message":
        return messages
    joins = [one for one in messages if one.get("subtype") in JOINS and one.get("user") == own[0]]
    if joins:
        place.since = max(place.since, str(joins[-1]["ts"]))  # this is where it began to listen
    return [one for one in messages if not events.is_own(one, *own)]


def _message(scope: Scope, place: Place, message: dict[str, Any], found: Found) -> None:
    ts = str(message["ts"])
    if history.is_deleted(message):
        if sightings.stands_at(scope, place.channel_id, ts):
            found.other.append(_arrival(scope, history.deleted(place.channel_id, ts), f"{ts}:deleted"))
        return
    if not history.is_read(message):
        return
    if _is_read(scope, place, ts):
        found.posted.append(_arrival(scope, history.posted(place.channel_id, message), ts))
    if history.was_changed(message) and _is_read(scope, place, history.changed_ts(message)):
        version = inbox.version(message)
        found.later[ts] = _arrival(scope, history.changed(place.channel_id, message), f"{ts}:{version}")


def _is_read(scope: Scope, place: Place, ts: str) -> bool:
    """Whether the bot listened there then, and has not forgotten yet what it read."""
    return ts > place.since and ts > stamp(scope.now - OLDEST)


def _arrival(scope: Scope, event: dict[str, Any], name: str) -> inbox.Arrival:
    channel = event.get("channel") or event["item"]["channel"]
    event_id = f"{inbox.FROM_HISTORY}{channel}:{name}"
    return inbox.arrival({"team_id": scope.team_id, "event_id": event_id, "event": event})


def _marks(scope: Scope, place: Place, messages: list[dict[str, Any]]) -> list[inbox.Arrival]:
    """Promisers' ✅ that came or went on their promises or on nudges of these, unheard."""
    by_ts = {str(one["ts"]): one for one in messages}
    if place.kind == "message":
        about = {ts: marks.promise_at(scope, place.channel_id, ts) for ts in by_ts}
    else:
        about = dict(promises.said_among(scope, place.channel_id, by_ts))
    told = [
        events.Reacted(place.channel_id, ts, promise.user_id, mark.name, is_removal)
        for ts, promise in about.items()
        if promise is not None
        for mark, is_removal in marks.unheard(
            scope, promise, place.channel_id, _shown(scope, place, by_ts[ts], promise.user_id)
        )
    ]
    return [_arrival(scope, history.reaction(one), f"{one.ts}:{one.name}:{scope.new_id()}") for one in told]


def _shared(scope: Scope, place: Place, messages: list[dict[str, Any]]) -> list[inbox.Arrival]:
    """Emoji that share messages, given or taken away unheard. What became a mention without them they leave alone."""
    marked = sightings.marked_among(scope, place.channel_id, [str(one["ts"]) for one in messages])
    told = []
    for message in messages:
        ts, given = str(message["ts"]), _sharing(scope, message)
        if ts in marked:
            shown = mention_marks.Shown(given, history.names_cut_short(message), _wanted_at(scope, place))
            unheard = mention_marks.unheard(scope, (place.channel_id, ts), shown)
            told += [events.Reacted(place.channel_id, ts, *mark, is_removal) for mark, is_removal in unheard]
        elif given and _is_read(scope, place, ts) and sightings.at(scope, place.channel_id, ts) is None:
            told += [events.Reacted(place.channel_id, ts, *mark, False) for mark in given]
    return [_arrival(scope, history.reaction(one), _name_of(scope, one)) for one in told]


def _sharing(scope: Scope, message: dict[str, Any]) -> list[tuple[str, str]]:
    """Who gave which emoji that share."""
    given = [one for one in message.get("reactions") or [] if mention_marks.shares(scope, str(one["name"]))]
    return [(str(by), str(one["name"])) for one in given for by in one.get("users") or []]


def _name_of(scope: Scope, mark: events.Reacted) -> str:
    """A mark is told of once; that it is gone, each time."""
    return f"{mark.ts}:{mark.user_id}:{mark.name}" + (f":{scope.new_id()}" if mark.is_removal else "")


def _shown(scope: Scope, place: Place, message: dict[str, Any], user_id: str) -> marks.Shown:
    """The marks of one person that a page shows on a message."""
    names = history.names_of(message, user_id, marks.is_keeping)
    return marks.Shown(str(message["ts"]), names, history.names_cut_short(message), _wanted_at(scope, place))


def _wanted_at(scope: Scope, place: Place) -> datetime:
    """Before this moment a page of the place was surely not asked for."""
    return place.wanted_at if place.wanted_at is not None else scope.now


def _note_threads(scope: Scope, place: Place, page: Page) -> None:
    """Threads in which somebody replied since they were read."""
    latest = {
        str(one["ts"]): str(one.get("latest_reply") or "")
        for one in page.messages
        if str(one.get("thread_ts") or "") == str(one["ts"])
    }
    replied = {root_ts: ts for root_ts, ts in latest.items() if ts > place.since}
    watermarks.want_threads(scope, place.channel_id, replied)


def _note_deletions(scope: Scope, place: Place, page: Page, found: Found) -> None:
    """What is known of the thread and stands there no more. A page shows all between two of its messages, but nothing
    that was said after Slack was asked: what became known since the place was wanted is left to the next pass.
    """
    shown = {str(one["ts"]) for one in page.messages}
    until = max(shown, default="") if page.has_more else None
    for ts in _known_in_thread(scope, place):
        is_covered = ts > (place.reached or "") and (until is None or ts <= until)
        if page.is_gone or (is_covered and ts not in shown):
            found.other.append(_arrival(scope, history.deleted(place.channel_id, ts), f"{ts}:deleted"))


def _known_in_thread(scope: Scope, place: Place) -> set[str]:
    where = (place.channel_id, place.thread_ts, _wanted_at(scope, place))
    return sightings.standing_in_thread(scope, *where) | promises.said_in_thread(scope, *where)


def _store(scope: Scope, place: Place, found: Found) -> None:
    new = _put(scope, found.posted)
    # A message that is new is read as it is now: what became of it since says nothing more.
    seen = {one.event_id for one in found.posted if one.event_id in new}
    changes = [one for ts, one in found.later.items() if f"{inbox.FROM_HISTORY}{place.channel_id}:{ts}" not in seen]
    new |= _put(scope, changes + found.other)
    if not new:
        return
    absence = presence.open_absence(scope)
    if absence is not None:
        absence.messages += len(new)
    elif place.kind == "channel":
        _watch(scope, [one.payload["event"]["ts"] for one in found.posted if one.event_id in new])


def _put(scope: Scope, arrivals: list[inbox.Arrival]) -> set[str]:
    new = inbox.unknown(scope, arrivals)
    return inbox.store_new(scope.session, new, scope.new_id, scope.now) if new else set()


def _watch(scope: Scope, unheard: Iterable[str]) -> None:
    """Messages of which no event told though it should have come long ago, and no other event came since: then none
    does. What was said before the last absence ended may be read late, and says nothing of now.
    """
    ended = presence.heard_since(scope)
    oldest = min((ts for ts in unheard if ended is None or ts >= stamp(ended)), default=None)
    if oldest is None:
        return
    at = datetime.fromtimestamp(float(oldest), UTC)
    latest = next(iter(inbox.latest_events(scope)), None)
    if at <= scope.now - LATE and (latest is None or latest < at):
        presence.raise_alarm(scope, latest or at)
