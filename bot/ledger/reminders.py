"""Channel reminders: at most one message per channel and working day, of what is open and due there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from bot.database import Scope, insert_or_skip
from bot.ledger import cards, views, visibility, workspaces
from bot.ledger.views import Wanted
from bot.ledger.visibility import Audience
from bot.messages.views import MentionLine, PromiseView, ReminderView
from bot.models import Channel, ChannelReminder, Mention, Promise

AFTER_START = timedelta(minutes=30)


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


def put_due(scope: Scope) -> int:
    """Decide today's reminders, once a day and channel; silent where nothing is open. Answers how many are posted."""
    day = due_day(scope)
    if day is None:
        return 0
    decided = select(ChannelReminder.channel_id).where(
        ChannelReminder.team_id == scope.team_id, ChannelReminder.day == day
    )
    statement = select(Channel).where(
        Channel.team_id == scope.team_id,
        Channel.bot_is_in,
        Channel.is_archived.is_(False),
        Channel.is_direct.is_(False),
        Channel.mode_word != "off",
        Channel.id.not_in(decided),
    )
    posted = 0
    for channel in scope.session.execute(statement.order_by(Channel.id)).scalars():
        posted += _decide(scope, channel, day)
    return posted


def begin_tomorrow(scope: Scope, channel_id: str) -> None:
    """A channel that is met after today's reminders were due gets its first one on the next working day: whoever just
    saw something come in needs no reminder of it.
    """
    day = due_day(scope)
    if day is not None:
        row = {"team_id": scope.team_id, "channel_id": channel_id, "day": day, "subjects": []}
        insert_or_skip(scope.session, ChannelReminder, [row])


def _decide(scope: Scope, channel: Channel, day: date) -> bool:
    shown = _open_there(scope, channel.id, day)
    subjects = [line.mention_id for line in (*shown.unowned, *shown.owned)] + [one.id for one in shown.due]
    row = {"team_id": scope.team_id, "channel_id": channel.id, "day": day, "subjects": subjects}
    added = insert_or_skip(scope.session, ChannelReminder, [row], ChannelReminder.channel_id)
    # Switched off is decided as well: switched on again, the channel gets its next reminder in the morning.
    if not added or shown.nothing_left or channel.reminders_off or visibility.has_outsiders(scope, channel.id):
        return False
    cards.put_reminder(scope, scope.session.get_one(ChannelReminder, (scope.team_id, channel.id, day)))
    return True


def view(scope: Scope, channel_id: str, day: date) -> ReminderView:
    """What is left of that day's reminder: settled things go, new ones wait for tomorrow's."""
    reminder = scope.session.get_one(ChannelReminder, (scope.team_id, channel_id, day))
    listed = set(reminder.subjects)
    shown = _open_there(scope, channel_id, day)
    return ReminderView(
        day=shown.day,
        unowned=tuple(line for line in shown.unowned if line.mention_id in listed),
        owned=tuple(line for line in shown.owned if line.mention_id in listed),
        due=tuple(one for one in shown.due if one.id in listed),
    )


def _open_there(scope: Scope, channel_id: str, day: date) -> ReminderView:
    hours = workspaces.get(scope).hours
    audience = Audience(channel_id=channel_id)
    lines = views.mentions(scope, audience, Wanted(is_open=True, home_channel_id=channel_id))
    noon: datetime = hours.at(day, time(12))
    return ReminderView(
        day=hours.local(noon),
        unowned=tuple(_in_order([line for line in lines if line.state == "new"])),
        owned=tuple(_in_order([line for line in lines if line.state == "owned"])),
        due=tuple(_due_there(scope, channel_id, hours.at(day + timedelta(days=1), time(0)))),
    )


def _in_order(lines: list[MentionLine]) -> list[MentionLine]:
    return sorted(lines, key=lambda line: (not line.is_urgent, line.at))


def _due_there(scope: Scope, channel_id: str, end_of_day: datetime) -> list[PromiseView]:
    """Open promises due by the end of that day, on mentions whose home is this channel."""
    at_home = select(Mention.id).where(
        Mention.team_id == scope.team_id, Mention.home_channel_id == channel_id, Mention.dismissed_at.is_(None)
    )
    return views.promises(
        scope,
        Audience(channel_id=channel_id),
        Promise.state == "open",
        Promise.due_at < end_of_day,
        Promise.mention_id.in_(at_home),
    )


def posted(scope: Scope, channel_id: str, day: date, ts: str | None) -> None:
    reminder = scope.session.get_one(ChannelReminder, (scope.team_id, channel_id, day))
    reminder.ts = reminder.ts or ts


def get(scope: Scope, channel_id: str, day: date) -> ChannelReminder | None:
    return scope.session.get(ChannelReminder, (scope.team_id, channel_id, day))


def is_still_today(scope: Scope, day: date) -> bool:
    """A reminder that waited over night says nothing any more."""
    return workspaces.get(scope).hours.local(scope.now).date() == day
