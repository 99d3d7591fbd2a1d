"""When a card, or the reminder that lists its mention, has something new to show."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select

from bot import outbox
from bot.database import Scope
from bot.facts import ChannelFacts
from bot.ledger import homes, people, visibility, workspaces
from bot.models import ChannelReminder, Department, Mention, Tag
from bot.statements import find, prepared

OVERHEARD = "outsiders or guests can read that channel"
PING, PING_AGAIN = "ping", "ping_again"


def changed(scope: Scope, mention: Mention) -> None:
    """Have the card (and today's reminder in its channel) show the latest state: one waiting row each."""
    keep_place(scope, mention)
    _put_card(scope, mention)
    reminder_changed(scope, mention.home_channel_id)
    homes.mention_changed(scope, mention.id)


def _put_card(scope: Scope, mention: Mention) -> None:
    if mention.card_channel_id is not None:
        key = f"{outbox.CARD}:{mention.id}"
        outbox.put(scope, outbox.Saying(mention.card_channel_id, outbox.CARD, mention.id, key=key))


def channel_seen(scope: Scope, facts: ChannelFacts) -> None:
    """Remember what Slack says of a channel. Once it can be written to again (unarchived, the bot invited anew), cards
    that Slack refused meanwhile show the latest state.
    """
    known = people.find_channel(scope, facts.id)
    was_shut = known is not None and (known.is_archived or not known.bot_is_in)
    people.remember_channel(scope, facts)
    if not was_shut or facts.is_archived or not facts.bot_is_in:
        return
    for mention_id in outbox.refused_in(scope, facts.id, outbox.CARD):
        mention = find(scope.session, Mention, scope.team_id, mention_id)
        if mention is not None and mention.card_channel_id == facts.id:
            _put_card(scope, mention)


def next_card(scope: Scope, channel_id: str, stands: bool = False) -> str | None:
    """The first row there that shows a card: it goes before pings. Where it `stands` already, it says nothing new, and
    goes before every new message; but only if it may be said now. A new one may have to wait: then so do pings.
    """
    return scope.session.execute(*_next_card(scope.team_id, channel_id, scope.now, stands=stands)).scalar()


@prepared
def _next_card(team: str, channel: str, now: datetime, *, stands: bool) -> Select[str]:
    row = outbox.OutboxRow
    mention = (Mention.team_id == row.team_id) & (Mention.id == row.subject_id)
    waiting = (row.team_id == team, row.lane_id == channel, outbox.IS_UNSETTLED, row.state == "waiting")
    of_cards = select(row.id).join(Mention, mention).where(*waiting, row.purpose == outbox.CARD)
    is_ready = row.not_before <= now
    if stands:
        return of_cards.where(is_ready, Mention.card_ts.is_not(None)).order_by(row.id).limit(1)
    return of_cards.where(is_ready | Mention.card_ts.is_(None)).order_by(is_ready.desc(), row.id).limit(1)


def keep_place(scope: Scope, mention: Mention) -> None:
    """Where outsiders can read by now, nothing more is said: a new card goes where one may stand, if anywhere."""
    here = mention.card_channel_id
    if here is None or not visibility.has_outsiders(scope, here):
        return
    outbox.cancel(scope, mention.id, OVERHEARD, (outbox.CARD, PING))
    mention.card_channel_id, mention.card_ts = place(scope, mention), None
    _put_card(scope, mention)
    ping_asked(scope, mention)


def ping_asked(scope: Scope, mention: Mention) -> None:
    """One ping for everybody who was asked and heard nothing of it yet."""
    statement = select(Tag.department_id).where(
        Tag.team_id == scope.team_id,
        Tag.mention_id == mention.id,
        Tag.asked_id.is_not(None),
        Tag.pinged_at.is_(None),
    )
    waiting = list(scope.session.execute(statement.order_by(Tag.position)).scalars())
    if waiting and mention.card_channel_id is not None:
        details = {"departments": waiting}
        outbox.put(scope, outbox.Saying(mention.card_channel_id, PING, mention.id, details=details))


def renew_pings(scope: Scope, mention: Mention) -> None:
    """It was dismissed, or is a mention again: its requests to look say so, in their place."""
    said = select(outbox.OutboxRow).where(
        outbox.OutboxRow.team_id == scope.team_id,
        outbox.OutboxRow.subject_id == mention.id,
        outbox.OutboxRow.purpose == PING,
        outbox.OutboxRow.state == "sent",
    )
    for row in scope.session.execute(said.order_by(outbox.OutboxRow.id)).scalars():
        if row.channel_id is not None and row.ts is not None:
            renew_ping(scope, row, row.channel_id, row.ts)


def renew_ping(scope: Scope, ping: outbox.OutboxRow, channel_id: str, ts: str) -> None:
    """Have a request to look that stands there show the latest state."""
    details = {"departments": ping.details["departments"], "ts": ts}
    key = f"{PING_AGAIN}:{ping.id}"
    outbox.put(scope, outbox.Saying(channel_id, PING_AGAIN, ping.subject_id, details=details, key=key))


def reminder_changed(scope: Scope, channel_id: str) -> None:
    """Edit today's reminder of a channel in place, if one was posted."""
    day = workspaces.get(scope).hours.local(scope.now).date()
    reminder = find(scope.session, ChannelReminder, scope.team_id, channel_id, day)
    if reminder is not None and reminder.ts is not None:
        put_reminder(scope, reminder)


def put_reminder(scope: Scope, reminder: ChannelReminder) -> None:
    day = reminder.day.isoformat()
    key = f"{outbox.REMINDER}:{reminder.channel_id}:{day}"
    outbox.put(scope, outbox.Saying(reminder.channel_id, outbox.REMINDER, details={"day": day}, key=key))


def place(scope: Scope, mention: Mention) -> str | None:
    """The channel in which a mention's card may stand: its home, or a department's channel where outsiders read.

    None when there is no such place: then nothing is posted.
    """
    if not visibility.has_outsiders(scope, mention.home_channel_id):
        return mention.home_channel_id
    home = people.find_channel(scope, mention.home_channel_id)
    if home is None or not home.is_open:
        return None
    statement = (
        select(Department.channel_id)
        .join(Tag, (Tag.team_id == Department.team_id) & (Tag.department_id == Department.id))
        .where(Tag.team_id == scope.team_id, Tag.mention_id == mention.id, Department.channel_id.is_not(None))
        .order_by(Tag.position)
    )
    for channel_id in scope.session.execute(statement).scalars():
        if channel_id is None or not people.is_in_channel(scope, channel_id):
            continue
        if not visibility.has_outsiders(scope, channel_id):
            return channel_id
    return None


def tell_no_place(scope: Scope, mention: Mention, sharer: str) -> None:
    """Nothing can be posted about it: its sharer, if a teammate, is told so in private."""
    person = people.find(scope, sharer)
    if person is not None and person.is_reachable and not person.is_guest:
        outbox.put(scope, outbox.Saying(sharer, "no_place", mention.id))
