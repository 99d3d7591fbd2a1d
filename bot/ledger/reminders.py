"""Channel reminders: at most one message per channel and working day, of what is open and due there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, select

from bot.database import Scope
from bot.ledger import cards, mention_views, people, promise_views, visibility, workspaces
from bot.ledger.visibility import Audience
from bot.messages.nudge_views import ReminderView
from bot.messages.views import Some
from bot.models import Channel, ChannelReminder, Mention, Promise
from bot.statements import find, find_one, insert_or_skip, prepared

AFTER_START = timedelta(minutes=30)
SHOWN = 8  # of each kind, as many as a message has links for


def due_day(scope: Scope) -> date | None:
    """The local working day whose reminders are due now: from half an hour after work begins until it ends."""
    hours = workspaces.get(scope).hours
    day = hours.local(scope.now).date()
    start, end = hours.span(day)
    return day if hours.is_working_day(day) and start + AFTER_START <= scope.now < end else None


def next_moment(scope: Scope) -> datetime:
    """When the next reminders are decided."""
    hours = workspaces.get(scope).hours
    start, _ = hours.span(hours.local(scope.now).date())
    if hours.is_working(start) and scope.now < start + AFTER_START:
        return start + AFTER_START
    return hours.next_morning(scope.now) + AFTER_START


def decide_idle(scope: Scope) -> list[str]:
    """Where nothing is open or due, today's silence is decided for all channels at once. Answers the other channels,
    which are still to be decided.
    """
    day = due_day(scope)
    if day is None:
        return []
    undecided, busy = _undecided(scope, day), _busy(scope, day)
    idle = [_row(scope, channel_id, day, []) for channel_id in undecided if channel_id not in busy]
    insert_or_skip(scope.session, ChannelReminder, idle)
    return [channel_id for channel_id in undecided if channel_id in busy]


def _undecided(scope: Scope, day: date) -> list[str]:
    return list(scope.session.execute(*_not_decided(scope.team_id, day)).scalars())


@prepared
def _not_decided(team: str, day: date) -> Select[str]:
    decided = select(ChannelReminder.channel_id).where(ChannelReminder.team_id == team, ChannelReminder.day == day)
    statement = select(Channel.id).where(
        Channel.team_id == team,
        Channel.bot_is_in,
        Channel.is_archived.is_(False),
        Channel.is_direct.is_(False),
        Channel.mode_word != "off",
        Channel.id.not_in(decided),
    )
    return statement.order_by(Channel.id)


def _busy(scope: Scope, day: date) -> set[str]:
    """The channels that are home to something open, or to a mention of which a promise falls due that day."""
    both = (_with_open(scope.team_id), _with_due(scope.team_id, _end(scope, day)))
    return {channel_id for asked in both for channel_id in scope.session.execute(*asked).scalars()}


@prepared
def _with_open(team: str) -> Select[str]:
    is_open = select(Mention.home_channel_id).where(
        Mention.team_id == team,
        Mention.answered_at.is_(None),
        Mention.dismissed_at.is_(None),
        Mention.waits_since.is_(None),
        Mention.stance != "advocate",
    )
    return is_open.distinct()


@prepared
def _with_due(team: str, end: datetime) -> Select[str]:
    of_it = (Promise.team_id == Mention.team_id) & (Promise.mention_id == Mention.id)
    is_due = (*promise_views.is_due_by(team, end), Mention.dismissed_at.is_(None))
    return select(Mention.home_channel_id).join(Promise, of_it).where(*is_due).distinct()


def begin_tomorrow(scope: Scope, channel_id: str) -> None:
    """A channel that is met after today's reminders were due gets its first one on the next working day: whoever just
    saw something come in needs no reminder of it.
    """
    day = due_day(scope)
    if day is not None:
        insert_or_skip(scope.session, ChannelReminder, [_row(scope, channel_id, day, [])])


def _row(scope: Scope, channel_id: str, day: date, subjects: list[str]) -> dict[str, Any]:
    return {"team_id": scope.team_id, "channel_id": channel_id, "day": day, "subjects": subjects}


def decide(scope: Scope, channel_id: str) -> bool:
    """Decide today's reminder of one channel. Answers whether one is posted."""
    day = due_day(scope)
    if day is None:
        return False
    # Switched off is decided as well: switched on again, the channel gets its next reminder in the morning.
    subjects = _subjects(scope, channel_id, day) if _is_reminded(scope, channel_id) else []
    row = _row(scope, channel_id, day, subjects)
    added = insert_or_skip(scope.session, ChannelReminder, [row], ChannelReminder.channel_id)
    if not added or not subjects:
        return False
    cards.put_reminder(scope, find_one(scope.session, ChannelReminder, scope.team_id, channel_id, day))
    return True


def _is_reminded(scope: Scope, channel_id: str) -> bool:
    channel = people.find_channel(scope, channel_id)
    return channel is not None and not channel.reminders_off and not visibility.has_outsiders(scope, channel_id)


def _subjects(scope: Scope, channel_id: str, day: date) -> list[str]:
    found = _open_there(scope, Audience(channel_id=channel_id), day)
    return [*found.unowned, *found.owned, *found.due]


def view(scope: Scope, channel_id: str, day: date) -> ReminderView:
    """What is left of that day's reminder: settled things go, new ones wait for tomorrow's."""
    reminder = find_one(scope.session, ChannelReminder, scope.team_id, channel_id, day)
    listed = set(reminder.subjects)
    audience = Audience(channel_id=channel_id)
    found = _open_there(scope, audience, day)
    unowned, owned, due = ([one for one in ids if one in listed] for ids in (found.unowned, found.owned, found.due))
    hours = workspaces.get(scope).hours
    return ReminderView(
        day=hours.local(hours.at(day, time(12))),
        unowned=Some(mention_views.by_ids(scope, unowned[:SHOWN], audience), len(unowned)),
        owned=Some(mention_views.by_ids(scope, owned[:SHOWN], audience), len(owned)),
        due=Some(promise_views.by_ids(scope, due[:SHOWN], audience), len(due)),
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """Ids of mentions and of promises, each in the order in which they are shown."""

    unowned: list[str]
    owned: list[str]
    due: list[str]


def _open_there(scope: Scope, audience: Audience, day: date) -> _Open:
    """What is open in the audience's channel."""
    channel_id = str(audience.channel_id)
    found = mention_views.open_ids(scope, audience, channel_id)
    return _Open(
        unowned=[mention_id for mention_id, is_owned in found if not is_owned],
        owned=[mention_id for mention_id, is_owned in found if is_owned],
        due=promise_views.due_at_home(scope, audience, channel_id, _end(scope, day)),
    )


def _end(scope: Scope, day: date) -> datetime:
    return workspaces.get(scope).hours.at(day + timedelta(days=1), time(0))


def posted(scope: Scope, channel_id: str, day: date, ts: str | None) -> None:
    reminder = find_one(scope.session, ChannelReminder, scope.team_id, channel_id, day)
    reminder.ts = reminder.ts or ts


def get(scope: Scope, channel_id: str, day: date) -> ChannelReminder | None:
    return find(scope.session, ChannelReminder, scope.team_id, channel_id, day)


def is_still_today(scope: Scope, day: date) -> bool:
    """A reminder that waited over night says nothing any more."""
    return workspaces.get(scope).hours.local(scope.now).date() == day


def is_after_work(scope: Scope, day: date) -> bool:
    """Whoever reads a reminder then can't do anything about it that day."""
    return scope.now >= workspaces.get(scope).hours.span(day)[1]
