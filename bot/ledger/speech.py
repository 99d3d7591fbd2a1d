"""What a row of the outbox says, made when it is sent, from the latest state; and what follows once it was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import select

from bot import outbox
from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import (
    asked_speech,
    cards,
    digests,
    hand_offs,
    home_views,
    homes,
    intake_speech,
    intakes,
    loop_speech,
    newcomers,
    nudge_speech,
    nudging,
    part_speech,
    people,
    ping_speech,
    posting,
    praise_speech,
    promise_speech,
    promise_views,
    reminders,
    rules,
    slots,
    views,
    visibility,
)
from bot.ledger.outgoing import ephemeral, post, update
from bot.ledger.visibility import Audience
from bot.messages import absences as absence_words
from bot.messages import cards as card_words
from bot.messages import digest as digest_words
from bot.messages import promises as promise_words
from bot.messages import rules as rule_words
from bot.messages import welcomes as welcome_words
from bot.models import Department, Digest, HandOff, Mention, Promise, Sighting, Tag, TagRule
from bot.outbox import OutboxRow
from bot.statements import find_one

NOT_SO_ANY_MORE = "what people said was taken back"
UNSAYABLE = "nothing: it could not be said"
OF_ITS_WORDS = {UNSAYABLE, "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}


LOOKS_ITSELF = frozenset(
    {
        *(
            outbox.CARD,
            outbox.REMINDER,
            cards.PING,
            cards.PING_AGAIN,
            "sighting_note",
            "offer",
            "share_offer",
            "welcome",
            "digest",
            "evidence",
        ),
        *("edit", asked_speech.ASKED, intakes.POST, posting.ANSWER),
    }
)
"""Purposes that look themselves whether people from outside can read: all but the last are silent there then. That one
is a lead's own words, which they asked to have posted.
"""


def render(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    """The call that says this row now. Runs in the transaction that marks the row started."""
    outgoing = _RENDER[row.purpose](scope, row)
    if (
        row.purpose not in LOOKS_ITSELF
        and isinstance(outgoing, Outgoing)
        and visibility.is_overheard(scope, row.lane_id)
    ):
        return Silence(cards.OVERHEARD)
    return outgoing


def said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    """Slack has the message: remember where, and end what it was for."""
    if row.purpose in _SAID:
        _SAID[row.purpose](scope, row, channel_id, ts)


def refused(scope: Scope, row: OutboxRow, error: str) -> None:
    """Slack refused the message for good: its slots end, skipped, with Slack's word for it. Where the words are to
    blame, what was merged is tried one by one; not where Slack may have it: each of them would be said again.
    """
    if error in OF_ITS_WORDS and row.started_at is None and nudge_speech.take_apart(scope, row):
        return
    _given_back(scope, row, f"Slack said {error}")
    if row.purpose == homes.HOME:
        homes.closed(scope, homes.owner_of(row.lane_id))
    for slot_id in outbox.slots_of(row):
        nudging.unsaid(scope, slots.get(scope, slot_id), f"Slack said {error}")


def silenced(scope: Scope, row: OutboxRow, silence: Silence) -> None:
    """What was queued is not said; an overheard card moves."""
    if row.purpose in {outbox.CARD, cards.PING} and silence.reason == cards.OVERHEARD:
        cards.keep_place(scope, _mention(scope, row))
    _given_back(scope, row, silence.reason)
    if row.purpose == rules.RULE and silence.reason == NOT_SO_ANY_MORE:
        rules.taken_back(scope, _tag_rule(scope, row))


def _given_back(scope: Scope, row: OutboxRow, why: str) -> None:
    """What people wrote themselves and could not be posted is theirs again."""
    if row.purpose == intakes.POST:
        intakes.refuse(scope, str(row.subject_id), why)
    if row.purpose == posting.ANSWER:
        posting.unposted(scope, str(row.subject_id), str(row.details["user"]), why)


def _mention(scope: Scope, row: OutboxRow) -> Mention:
    return find_one(scope.session, Mention, scope.team_id, row.subject_id)


def _card(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention = _mention(scope, row)
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence(cards.OVERHEARD)
    view = views.card(scope, mention)
    if mention.card_ts is not None:
        return update(card_words.card(view, is_update=True), mention.card_ts)
    if mention.dismissed_at is not None:
        return Silence("dismissed before its card was posted")
    at_home = mention.card_channel_id == mention.home_channel_id
    return post(card_words.card(view, is_update=False), mention.home_ts if at_home else None)


def _card_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    mention = _mention(scope, row)
    if mention.card_channel_id == row.lane_id:  # else it has moved meanwhile
        mention.card_ts = mention.card_ts or ts


def _sighting_note(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    seen = find_one(scope.session, Sighting, scope.team_id, row.subject_id)
    mention = find_one(scope.session, Mention, scope.team_id, seen.mention_id)
    if (seen.channel_id, seen.thread_ts) == (mention.home_channel_id, mention.home_ts) or seen.deleted_at:
        return Silence("it has its own card")
    if visibility.has_outsiders(scope, seen.channel_id):
        return Silence(cards.OVERHEARD)
    if not visibility.can_open(scope, Audience(channel_id=seen.channel_id), mention.home_channel_id):
        return Silence("its readers could not open the thread")
    return post(card_words.sighting_note(views.link_home(scope, mention), seen.id), seen.thread_ts)


def _sighting_note_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    find_one(scope.session, Sighting, scope.team_id, row.subject_id).note_ts = ts


def _offer(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    promise = find_one(scope.session, Promise, scope.team_id, row.subject_id)
    if promise.state != "offered":
        return Silence(promise.state)
    message = promise_words.offer(promise_views.promise(scope, promise))
    if row.lane_id == promise.user_id:
        return post(message)
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence(cards.OVERHEARD)  # it waits in /ours mine, and comes once more by direct message
    in_thread = promise.thread_ts if promise.thread_ts != promise.ts else None
    return ephemeral(message, promise.user_id, in_thread)


def _no_place(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention = _mention(scope, row)
    if mention.dismissed_at is not None or mention.card_channel_id is not None:
        return Silence("it has a place, or is no customer mention")
    home = people.find_channel(scope, mention.home_channel_id)
    tagged = select(Department.key).join(
        Tag, (Tag.team_id == Department.team_id) & (Tag.department_id == Department.id)
    )
    statement = tagged.where(Tag.team_id == scope.team_id, Tag.mention_id == mention.id).order_by(Tag.position)
    key = scope.session.execute(statement.limit(1)).scalar() or ""
    is_open = home is not None and home.is_open
    return post(card_words.no_place(mention.home_channel_id, views.link_home(scope, mention), is_open, key))


def _share_offer(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    channel_id, ts, user_id = row.details["channel"], row.details["ts"], row.details["user"]
    message = card_words.share_offer(channel_id, ts)
    if row.lane_id == user_id:
        return post(message)
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence(cards.OVERHEARD)
    return ephemeral(message, user_id, row.details.get("thread_ts"))


def _nudge(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    message = nudge_speech.message(scope, row)
    return message if isinstance(message, Silence) else post(message)


def _slots_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    known = nudge_speech.subjects(scope, row)
    for slot in known.slots:
        nudging.said(scope, slot, row.started_at)


def _hand_off(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    hand_off = find_one(scope.session, HandOff, scope.team_id, row.subject_id)
    if hand_off.state != "offered":
        return Silence(hand_off.state)
    if not hand_offs.may_see(scope, hand_off):
        return Silence("they could not open the thread")
    view = views.hand_off(scope, hand_off)
    if view.stand_in is not None:
        return post(absence_words.promise(view, view.stand_in))
    return post(promise_words.hand_off(view))


def _hand_off_answer(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    hand_off = find_one(scope.session, HandOff, scope.team_id, row.subject_id)
    accepted = hand_off.state == "accepted"
    return post(promise_words.hand_off_answer(views.hand_off(scope, hand_off), accepted, hand_off.to_id))


def _welcome(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    channel = people.find_channel(scope, row.details.get("channel", row.lane_id))
    if channel is None or not channel.bot_is_in:
        return Silence("the bot has left the channel")
    if row.lane_id == channel.id and visibility.has_outsiders(scope, channel.id):
        return Silence(cards.OVERHEARD)
    if row.lane_id != channel.id:
        return post(welcome_words.welcome_elsewhere(channel.id, channel.is_open, not channel.promises_off))
    return post(welcome_words.welcome(channel.mode, not channel.promises_off))


def _reminder(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    day = date.fromisoformat(row.details["day"])
    reminder = reminders.get(scope, row.lane_id, day)
    if reminder is None or not reminders.is_still_today(scope, day):
        return Silence("its day is over")
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence(cards.OVERHEARD)
    view = reminders.view(scope, row.lane_id, day)
    if reminder.ts is not None:
        return update(digest_words.reminder(view), reminder.ts)
    if reminders.is_after_work(scope, day):
        return Silence("the working day is over")
    return Silence("nothing is open any more") if view.nothing_left else post(digest_words.reminder(view))


def _reminder_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    reminders.posted(scope, row.lane_id, date.fromisoformat(row.details["day"]), ts)


def _rule(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    rule = _tag_rule(scope, row)
    if rule.state != "proposed":
        return Silence(rule.state)
    if not rules.still_stands(scope, rule):
        return Silence(NOT_SO_ANY_MORE)
    view = rules.view(scope, rule, row.lane_id)
    return post(rule_words.proposal(view)) if view.may_decide else Silence("they don't decide about it any more")


def _tag_rule(scope: Scope, row: OutboxRow) -> TagRule:
    return find_one(scope.session, TagRule, scope.team_id, row.subject_id)


def _digest(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence("outsiders or guests can read that channel; choose another in /ours setup")
    end = datetime.fromisoformat(row.details["week_end"])
    return post(digest_words.digest(digests.view(scope, Audience(channel_id=row.lane_id), end)))


def _digest_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    week_end = datetime.fromisoformat(row.details["week_end"])
    find_one(scope.session, Digest, scope.team_id, week_end).ts = ts


_RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {
    outbox.CARD: _card,
    outbox.REMINDER: _reminder,
    "sighting_note": _sighting_note,
    "offer": _offer,
    "share_offer": _share_offer,
    "no_place": _no_place,
    slots.NUDGE: _nudge,
    "hand_off": _hand_off,
    "hand_off_answer": _hand_off_answer,
    **newcomers.RENDER,
    **asked_speech.RENDER,
    **intake_speech.RENDER,
    **loop_speech.RENDER,
    **part_speech.RENDER,
    **ping_speech.RENDER,
    **praise_speech.RENDER,
    **promise_speech.RENDER,
    homes.HOME: home_views.render,
    "welcome": _welcome,
    "digest": _digest,
    rules.RULE: _rule,
}
_SAID: dict[str, Callable[[Scope, OutboxRow, str, str | None], None]] = {
    outbox.CARD: _card_said,
    outbox.REMINDER: _reminder_said,
    "sighting_note": _sighting_note_said,
    slots.NUDGE: _slots_said,
    "digest": _digest_said,
    **intake_speech.SAID,
    **part_speech.SAID,
    **ping_speech.SAID,
}
