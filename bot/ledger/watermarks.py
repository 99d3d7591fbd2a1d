"""Watermarks: which places of Slack's history are to be read, how far each has been, and what comes next."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, Table, case, delete, false, func, or_, select, update
from sqlalchemy.orm import Session

from bot.database import Scope
from bot.lanes import wake_lanes
from bot.ledger import people, places, presence
from bot.ledger.places import At
from bot.ledger.presence import stamp
from bot.models import Channel, Watermark
from bot.models.history import PlaceKind
from bot.statements import insert_or_skip, insert_or_update_all, prepared

FIRST, FORWARD, USUAL, BACK = 0, 1, 2, 3
"""Ranks: what nudges wait for after an absence, what was never read, threads, and what was read before."""
AGAIN = FIRST
"""The rank of a channel that is wanted anew while its reading is on the way: what came since its top is read next."""
LOOK_BACK = timedelta(days=7)
"""So far behind what was read, channels are read again: for edits, previews of links, and replies in threads that
nobody knew to matter.
"""
FORGET_AFTER = timedelta(days=30)
AHEAD = timedelta(days=1)
"""Slack's newest message is surely older than this from now, even if our clock is slow."""
CHANNELS, THREADS = "channels", "threads"
LANES: dict[str, tuple[PlaceKind, ...]] = {CHANNELS: ("channel", "message"), THREADS: ("thread",)}
"""One lane for each method of Slack that is asked: their limits are apart."""


Place = Watermark
_PUT_OFF = (Watermark.wanted_at.is_not(None), Watermark.read_at >= Watermark.wanted_at)


@dataclass(frozen=True, slots=True)
class Span:
    """What is asked of Slack: messages between two ts, the ends not included."""

    oldest: str
    latest: str


def begin(scope: Scope, channel_id: str, since: str) -> None:
    """The bot listens in a channel from that ts on and reads what came since; what is older is none of its business."""
    row = {"team_id": scope.team_id, "channel_id": channel_id, "thread_ts": "", "kind": "channel"}
    fresh = {"since": since, "read_until": since, "top": None, "reached": None, "rank": FORWARD}
    insert_or_update_all(scope.session, _table(), [row | fresh | {"wanted_at": scope.now}], {}, KEYS)
    wake(scope)


def begin_if_new(scope: Scope, channel_ids: Iterable[str]) -> None:
    """Channels that are not known here are listened to from now on."""
    since = stamp(scope.now)
    rows = [
        {
            "team_id": scope.team_id,
            "channel_id": channel_id,
            "thread_ts": "",
            "kind": "channel",
            "since": since,
            "read_until": since,
            "rank": FORWARD,
        }
        for channel_id in channel_ids
    ]
    insert_or_skip(scope.session, Watermark, rows)


KEYS = ("team_id", "channel_id", "thread_ts")


def _table() -> Table:
    table = Watermark.__table__
    assert isinstance(table, Table)
    return table


def want_all(scope: Scope, channel_ids: Iterable[str]) -> None:
    """A pass: of the channels that the bot is in all that are read, and the threads of what is going on."""
    own = set(channel_ids)
    begin_if_new(scope, sorted(own))
    unread = {one.id for one in people.own_channels(scope) if one.mode == "off"}
    if unread:
        # What is said while a channel is not read is not read later either.
        now = stamp(scope.now)
        of_these = _rows().where(*_is_channel(scope), Watermark.channel_id.in_(unread))
        scope.session.execute(of_these.values(since=now, read_until=now, wanted_at=None, top=None, reached=None))
    _want_channels(scope, own - unread)
    threads = {at: FIRST if is_promised else USUAL for at, is_promised in places.threads(scope).items()}
    want(scope, threads, "thread")
    want(scope, dict.fromkeys(places.nudges(scope), FIRST), "message")
    _calm(scope)


def _calm(scope: Scope) -> None:
    """Nudges wait for nothing that was read since the last absence: else promises would, where Slack allows one request
    a minute, be read before all else for ever.
    """
    away = presence.open_absence(scope)
    urgent = [Watermark.team_id == scope.team_id, Watermark.thread_ts != "", Watermark.rank == FIRST]
    if away is not None:
        urgent.append(Watermark.read_at >= away.ended_at)
    scope.session.execute(_rows().where(*urgent, Watermark.wanted_at.is_not(None)).values(rank=USUAL))
    scope.session.expire_all()


def _rows() -> Any:
    return update(Watermark).execution_options(synchronize_session=False)


def _is_channel(scope: Scope) -> tuple[Any, ...]:
    return Watermark.team_id == scope.team_id, Watermark.thread_ts == ""


def _want_channels(scope: Scope, channel_ids: set[str]) -> None:
    """What is on its way to the watermark goes on, and once there begins again; else it begins anew, at the newest
    message.
    """
    goes_on = Watermark.reached > Watermark.read_until
    scope.session.execute(
        _rows()
        .where(*_is_channel(scope), Watermark.channel_id.in_(channel_ids))
        .values(
            wanted_at=scope.now,
            rank=case((goes_on, AGAIN), else_=FORWARD),
            top=case((goes_on, Watermark.top), else_=None),
            reached=case((goes_on, Watermark.reached), else_=None),
        )
    )
    scope.session.expire_all()


def want(scope: Scope, wanted: dict[At, int], kind: PlaceKind) -> None:
    """Have threads or messages read, given with their rank, in channels that are listened to."""
    since = _since(scope, {channel_id for channel_id, _ in wanted} if kind == "thread" else set())
    rows = [
        {
            "team_id": scope.team_id,
            "channel_id": channel_id,
            "thread_ts": ts,
            "kind": kind,
            "since": since.get(channel_id, ""),
            "rank": rank,
            "wanted_at": scope.now,
        }
        for (channel_id, ts), rank in sorted(wanted.items())
        if kind == "message" or channel_id in since
    ]
    insert_or_update_all(scope.session, _table(), rows, {"read_until": ""}, KEYS)
    wake(scope)


def _since(scope: Scope, channel_ids: set[str]) -> dict[str, str]:
    """From when on the channels are listened to, of those that are read at all."""
    asked = _listened(scope.team_id, sorted(channel_ids))
    return {row.channel_id: row.since for row in scope.session.execute(*asked)} if channel_ids else {}


@prepared
def _listened(team: str, channels: Collection[str]) -> Select[str, str]:
    of_it = (Channel.team_id == Watermark.team_id) & (Channel.id == Watermark.channel_id)
    is_read = or_(Channel.id.is_(None), Channel.bot_is_in & (Channel.mode_word != "off"))
    of_these = (Watermark.team_id == team, Watermark.thread_ts == "", Watermark.channel_id.in_(channels))
    return select(Watermark.channel_id, Watermark.since).outerjoin(Channel, of_it).where(*of_these, is_read)


def want_threads(scope: Scope, channel_id: str, latest: dict[str, str]) -> None:
    """A channel's history shows threads, given as root → latest reply: of these are read that have newer replies than
    were read.
    """
    if not latest:
        return
    asked = _progress(scope.team_id, channel_id, list(latest))
    known = {row.thread_ts: row for row in scope.session.execute(*asked)}
    new = [
        root_ts
        for root_ts, ts in latest.items()
        if root_ts not in known or (known[root_ts].wanted_at is None and known[root_ts].read_until < ts)
    ]
    if new:
        want(scope, {(channel_id, root_ts): USUAL for root_ts in new}, "thread")


@prepared
def _progress(team: str, channel: str, roots: Collection[str]) -> Select[str, str, datetime | None]:
    of_channel = (Watermark.team_id == team, Watermark.channel_id == channel)
    found = select(Watermark.thread_ts, Watermark.read_until, Watermark.wanted_at)
    return found.where(*of_channel, Watermark.thread_ts.in_(roots))


def begun(scope: Scope) -> set[str]:
    """The channels in which the bot has begun to listen."""
    return set(scope.session.execute(select(Watermark.channel_id).where(*_is_channel(scope))).scalars())


def wake(scope: Scope) -> None:
    """Say that places are to be read."""
    wake_lanes(scope.session, "history", [(scope.team_id, lane_id, scope.now) for lane_id in LANES])


def next_place(scope: Scope, lane_id: str) -> Place | None:
    """What is to be read next in a lane: the most wanted, of those the one that was read longest ago. What could not be
    read since it was wanted comes after all that can, each in turn: it holds up nothing.
    """
    return scope.session.execute(*_next_place(scope.team_id, LANES[lane_id])).scalar_one_or_none()


@prepared
def _next_place(team: str, kinds: tuple[PlaceKind, ...]) -> Select[Watermark]:
    was_put_off = func.coalesce(Watermark.read_at >= Watermark.wanted_at, false())
    return (
        select(Watermark)
        .where(Watermark.team_id == team, Watermark.wanted_at.is_not(None), Watermark.kind.in_(kinds))
        .order_by(case((was_put_off, BACK + 1), else_=Watermark.rank))
        .order_by(Watermark.read_at.is_not(None), Watermark.read_at, Watermark.wanted_at)
        .order_by(Watermark.channel_id, Watermark.thread_ts)
        .limit(1)
    )


def is_behind(scope: Scope) -> bool:
    """Whether something is unread that was never read, or for which nudges wait."""
    statement = select(Watermark.channel_id).where(
        Watermark.team_id == scope.team_id, Watermark.wanted_at.is_not(None), Watermark.rank <= FORWARD
    )
    return scope.session.execute(statement.limit(1)).first() is not None


def span(scope: Scope, place: Place) -> Span:
    """What to ask of Slack next."""
    newest = stamp(scope.now + AHEAD)
    if place.kind != "channel":
        return Span(place.reached or "0", newest)
    until = f"{max(0.0, float(place.read_until) - LOOK_BACK.total_seconds()):.6f}"
    return Span(max(place.since, until), place.reached or newest)


def advance(scope: Scope, place: Place, found: list[str], has_more: bool) -> None:
    """A page was read: these ts stood in it. In a channel, newest first, the watermark rises only when all is read down
    to it: to the newest message that was read.
    """
    before = place.reached
    if place.kind == "channel":
        place.top = place.top or max(found, default=place.read_until)
        place.reached = min(found, default=place.read_until)
    else:
        place.reached = max([place.reached or "", *found])
    goes_on = has_more and place.reached != before
    if goes_on and not (place.kind == "channel" and place.reached <= place.read_until):
        return
    place.read_until = max(place.read_until, place.reached, place.top or "")
    if place.kind == "channel" and place.rank == AGAIN:
        place.top, place.reached, place.rank = None, None, FORWARD
    elif goes_on:
        place.rank = BACK
    else:
        _finish(scope, place)


def _finish(scope: Scope, place: Place) -> None:
    place.top = place.reached = None
    place.wanted_at, place.read_at = None, scope.now


def still(scope: Scope, place: Place) -> Place | None:
    """The place, locked for a change; None when it was wanted anew since it was looked at."""
    now: Place = scope.session.execute(*_locked(place.team_id, place.channel_id, place.thread_ts)).scalar_one()
    is_same = (now.since, now.reached, now.wanted_at) == (place.since, place.reached, place.wanted_at)
    return now if is_same else None


@prepared
def _locked(team: str, channel: str, thread: str) -> Select[Watermark]:
    place = (Watermark.team_id == team, Watermark.channel_id == channel, Watermark.thread_ts == thread)
    return select(Watermark).where(*place).with_for_update().execution_options(populate_existing=True)


def put_off(scope: Scope, place: Place) -> None:
    """It could not be read: others come first."""
    place.read_at = scope.now


def count_put_off(session: Session) -> int:
    """How many places of all workspaces could not be read since they were wanted: for `doctor`."""
    return session.execute(select(func.count()).select_from(Watermark).where(*_PUT_OFF)).scalar_one()


def longest_put_off(session: Session) -> Place | None:
    """Which of them was wanted first."""
    oldest = select(Watermark).where(*_PUT_OFF).order_by(Watermark.wanted_at, Watermark.channel_id, Watermark.thread_ts)
    return session.execute(oldest.limit(1)).scalar_one_or_none()


def give_up(scope: Scope, place: Place) -> None:
    """Slack does not show it (any more)."""
    _finish(scope, place)


def forget_old(scope: Scope) -> None:
    """Threads and messages that nobody wants any more."""
    scope.session.execute(
        delete(Watermark).where(
            Watermark.team_id == scope.team_id,
            Watermark.thread_ts != "",
            Watermark.wanted_at.is_(None),
            Watermark.read_at < scope.now - FORGET_AFTER,
        )
    )
