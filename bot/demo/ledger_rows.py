"""What the ledger holds of one message, in words: the mention, its history, nudges, and what was queued to be said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from bot.database import Scope
from bot.ledger import (
    departments,
    entries,
    mention_views,
    mentions,
    people,
    promise_views,
    shares,
    visibility,
)
from bot.ledger import promises as promise_rows
from bot.ledger.visibility import Audience
from bot.models import Customer, Entry, Mention, Promise, Slot, Tag
from bot.models.mention import state_of
from bot.outbox import OutboxRow, slots_of

Row = tuple[str, str]
Json = dict[str, Any]
ACTS = {
    "share_mention": "shared it",
    "share_again": "shared it again",
    "delete_sighting": "deleted what was shared",
    "restore_sighting": "brought back what was shared",
    "split": "said that it is another one",
    "claim": "took a part",
    "release": "stepped back",
    "bring_in": "brought in",
    "take_back": "took back",
    "answer": "marked it answered",
    "reopen": "reopened it",
    "dismiss": "said that it is no customer mention",
    "undo_dismiss": "took that back",
    "offer_promise": "offered to keep the promise",
    "track_promise": "had the promise tracked",
    "make_promise": "made a promise",
    "ask_promise": "asked for a promise",
    "accept_request": "promised what was asked for",
    "counter_request": "proposed another moment",
    "agree_request": "agreed to that moment",
    "take_back_request": "withdrew the request",
    "decline_request": "said that they can't promise it",
    "reconsider_request": "thought again",
    "expire_request": "let the request lapse",
    "decline_promise": "said that it is no promise",
    "expire_promise": "let the offer lapse",
    "forget_words": "erased the words",
    "move_promise": "moved the promise",
    "keep_promise": "kept the promise",
    "say_at_risk": "said that it may be late",
    "say_on_track": "said that it is on track again",
    "offer_evidence": "asked whether something shows that it is kept",
    "count_evidence": "counted what shows that it is kept",
    "refuse_evidence": "said that it is not kept yet",
    "edit_promise": "edited the message",
    "withdraw_promise": "withdrew the promise",
    "reopen_promise": "reopened the promise",
    "miss_promise": "noted that the promise was missed",
    "offer_hand_off": "offered to hand it over",
    "accept_hand_off": "took the promise over",
    "decline_hand_off": "declined to take it over",
    "take_over": "took the promise over, as head",
    "mute": "muted its reminders",
    "unmute": "has reminders again",
}
# What only direct messages tell: who did it knows, and whom it was done to.
PRIVATE = (
    "mute",
    "unmute",
    "offer_promise",
    "offer_evidence",
    "refuse_evidence",
    "decline_promise",
    "expire_promise",
    "forget_words",
    "offer_hand_off",
    "decline_hand_off",
)
NUDGES = {
    "before": "before it is due",
    "missed": "after it was missed",
    "risk": "that it may be late",
    "evidence": "whether it is kept",
    "head": "to the head",
    "offers": "about the offer",
    "unclaimed": "nobody is on it",
    "unclaimed_head": "nobody is on it, to the head",
}


def section(title: str, rows: Sequence[Row]) -> Json:
    return {"title": title, "rows": [list(row) for row in rows]}


def told_moment(at: datetime, zone: str) -> str:
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b} {local:%H:%M}"


def ledger_sections(scope: Scope, asked: Json, message: Json) -> list[Json]:
    """The sections about a message, as far as the person who asks could open in Slack what they tell."""
    return _Told(scope, asked["user"]).sections(asked["channel"], message)


class _Told:
    """The ledger told to one person, in their zone."""

    def __init__(self, scope: Scope, user_id: str) -> None:
        self._scope, self._user = scope, user_id
        self._audience = Audience(user_id=user_id)
        self._zone = people.hours_of(scope, user_id).zone
        self._others: set[str] = set()  # promises of other people
        self._departments = {one.id: one.name for one in departments.every(scope)}

    def sections(self, channel_id: str, message: Json) -> list[Json]:
        mention = self._mention(channel_id, message)
        promises = self._promises_of(mention) if mention else self._promises_said(channel_id, message)
        subjects = [*([mention.id] if mention else []), *(one.id for one in promises)]
        self._others = {one.id for one in promises if one.user_id != self._user}
        rows = [*(self._mention_rows(mention) if mention else []), *map(self._promise_row, promises)]
        return [
            section("In the ledger", rows or [("Nothing", "Ours keeps nothing of it that you could open")]),
            section("Entries", self._entry_rows(subjects)),
            section("Nudges", self._nudge_rows(subjects)),
            section("Outbox", self._outbox_rows(subjects)),
        ]

    def _mention(self, channel_id: str, message: Json) -> Mention | None:
        """The mention of its thread, or of which it speaks, if the work on that is for this person's eyes."""
        scope = self._scope
        found = mentions.in_thread(scope, channel_id, message.get("thread_ts") or message["ts"])
        for subject in self._spoken_of(channel_id, message) if found is None else []:
            found = found or scope.session.get(Mention, (scope.team_id, subject))
        if found is None:
            return None
        place = found.card_channel_id or found.home_channel_id
        return found if visibility.person_can_open(self._scope, self._user, place) else None

    def _spoken_of(self, channel_id: str, message: Json) -> list[str]:
        """What a message of the bot's own is about, as a nudge is."""
        scope = self._scope
        said = select(OutboxRow).where(OutboxRow.team_id == scope.team_id, OutboxRow.channel_id == channel_id)
        row = scope.session.execute(said.where(OutboxRow.ts == message["ts"]).limit(1)).scalar()
        if row is None:
            return []
        told = select(Slot.subject_id).where(Slot.team_id == scope.team_id, Slot.id.in_(slots_of(row)))
        return [one for one in [row.subject_id, *scope.session.execute(told).scalars()] if one]

    def _promises_said(self, channel_id: str, message: Json) -> list[Promise]:
        """What was promised in this message, or what it speaks of; unconfirmed, its speaker alone hears of it."""
        scope, said = self._scope, promise_rows.said_at(self._scope, channel_id, message["ts"])
        named = dict.fromkeys(self._spoken_of(channel_id, message))
        told = [scope.session.get(Promise, (scope.team_id, subject)) for subject in named]
        return [one for one in [said, *told] if one is not None and self._may_hear(one)]

    def _promises_of(self, mention: Mention) -> list[Promise]:
        found = select(Promise).where(Promise.team_id == self._scope.team_id, Promise.mention_id == mention.id)
        return [one for one in self._scope.session.execute(found.order_by(Promise.id)).scalars() if self._may_hear(one)]

    def _may_hear(self, promise: Promise) -> bool:
        if promise.user_id == self._user:
            return True
        confirmed = promise_views.confirmed(self._scope, self._audience, Promise.id == promise.id)
        return self._scope.session.execute(select(Promise.id).where(*confirmed)).first() is not None

    # rows

    def _mention_rows(self, mention: Mention) -> list[Row]:
        scope = self._scope
        own = shares.of_mention(scope, mention.id)
        seen = mention_views.sightings(scope, [mention.id], self._audience).get(mention.id, [])
        customer = scope.session.get(Customer, (scope.team_id, mention.customer_id)) if mention.customer_id else None
        tags = select(Tag).where(Tag.team_id == scope.team_id, Tag.mention_id == mention.id).order_by(Tag.position)
        rows: list[Row] = [("Mention", f"{state_of(mention, own)}, since {self._at(mention.created_at)}")]
        rows += [("Customer", customer.name)] if customer else []
        for tag in scope.session.execute(tags).scalars():
            by = f"brought in by {self._name(tag.brought_in_by)}: " if tag.brought_in_by else ""
            asked = f"; asked {self._name(tag.asked_id)}" if tag.asked_id else ""
            rows.append((self._departments[tag.department_id], f"{by}{', '.join(tag.reasons)}{asked}"))
        rows += [("Share", f"{self._name(one.user_id)}: {one.state}{', leads' * one.is_lead}") for one in own]
        rows += [("Seen", f"in #{self._channel(one.channel_id)}, {self._at(one.shared_at)}") for one in seen]
        return rows

    def _promise_row(self, promise: Promise) -> Row:
        due = f", due {self._at(promise.due_at)}" if promise.due_at else ""
        late = ", missed" if promise.missed_at else ""
        words = f": “{promise.words}”" if promise.words else ""
        return "Promise", f"{self._name(promise.user_id)}, {promise.state}{late}{due}{words}"

    def _entry_rows(self, subjects: list[str]) -> list[Row]:
        found = select(Entry).where(Entry.team_id == self._scope.team_id, Entry.subject_id.in_(subjects))
        lines = self._scope.session.execute(found.order_by(Entry.id)).scalars()
        givers, shown = dict[str, str](), list[Entry]()
        for one in lines:
            if one.act == "offer_hand_off":
                givers[one.subject_id] = one.by
            if one.act not in PRIVATE or self._is_party(one, givers.get(one.subject_id)):
                shown.append(one)
        return [(self._at(one.at), f"{self._name(one.by)} {self._act(one)}") for one in shown]

    def _is_party(self, entry: Entry, giver: str | None) -> bool:
        """`giver` is who offered it last. What Ours did privately concerns whose promise it is."""
        if entry.by == entries.BOT:
            return entry.subject_id not in self._others
        is_giver = entry.act == "decline_hand_off" and giver == self._user
        return is_giver or self._user in (entry.by, entry.details.get("to"))

    def _act(self, entry: Entry) -> str:
        words, details = ACTS.get(entry.act, entry.act.replace("_", " ")), entry.details
        if details.get("department"):
            name = self._departments.get(details["department"], "")
            words += f" {name}" if entry.act in ("bring_in", "take_back") else f" for {name}"
        if details.get("due"):
            words += f", due {self._at(datetime.fromisoformat(details['due']))}"
        if details.get("to"):
            words += f" to {self._name(details['to'])}"
        said = details.get("reason") or (details.get("why") if entry.by == self._user else None)
        return f"{words} (“{said}”)" if said else words

    def _nudge_rows(self, subjects: list[str]) -> list[Row]:
        """Nudges go to one person, and are shown to no other."""
        mine = Slot.person_id == self._user
        found = select(Slot).where(Slot.team_id == self._scope.team_id, Slot.subject_id.in_(subjects), mine)
        lines = self._scope.session.execute(found.order_by(Slot.fire_at, Slot.id)).scalars()
        return [(NUDGES.get(one.which, one.which), self._nudge(one)) for one in lines]

    def _nudge(self, slot: Slot) -> str:
        ended = slot.ended_at if slot.state == "sent" else None
        why = f", since {slot.reason}" if slot.reason else ""
        return f"{slot.state}, {self._at(ended or slot.fire_at)}{why}"

    def _outbox_rows(self, subjects: list[str]) -> list[Row]:
        scope, lane = self._scope, OutboxRow.lane_id
        found = select(OutboxRow).where(OutboxRow.team_id == scope.team_id, OutboxRow.subject_id.in_(subjects))
        mine = or_(lane == self._user, visibility.openable(scope, self._audience, lane.expression))
        lines = scope.session.execute(found.where(mine).order_by(OutboxRow.id)).scalars()
        shown = [one for one in lines if one.purpose != "offer" or one.subject_id not in self._others]
        return [(one.purpose.replace("_", " "), self._queued(one)) for one in shown]

    def _queued(self, row: OutboxRow) -> str:
        how = f" by {row.method}" if row.method else ""
        return f"{row.state}{how}, {self._at(row.ended_at or row.created_at)}{f': {row.error}' if row.error else ''}"

    # words

    def _at(self, moment: datetime) -> str:
        return told_moment(moment, self._zone)

    def _name(self, user_id: str | None) -> str:
        if user_id in (None, entries.BOT):
            return "Ours"
        found = people.find(self._scope, str(user_id))
        return found.name if found else str(user_id)

    def _channel(self, channel_id: str) -> str:
        found = people.find_channel(self._scope, channel_id)
        return found.name if found else channel_id
