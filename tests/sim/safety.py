"""What must hold after every step: checked at each commit, and at each act of Slack."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, time
from typing import Any

from bot import inbox
from bot.messages import actions as act
from bot.models.people import days_in
from playground.blocks import elements_of
from playground.core import Delivery
from playground.deliver import Reply
from playground.world import Channel
from tests.sim.database import Move
from tests.sim.graphs import allows
from tests.sim.people import People
from tests.sim.stage import Stage
from tests.sim.truth import Post, Truth, marks

Json = dict[str, Any]
NUDGES = {"nudge", "nudges", "offers_dm"}
LATER = {"message_changed", "message_deleted"}
SETTLED_WORDS = {"offered", "declined", "expired"}
START, END = time(9), time(17)


LOOPS = {
    "fixed": "dismissed_at IS NULL AND waits_since IS NULL AND fix_told_at IS NULL AND cause_id IS NOT NULL",
    "check_back": "dismissed_at IS NULL AND answered_at IS NOT NULL AND check_back_at IS NOT NULL",
}
"""What holds of a mention of which such a nudge is said; both may be about an answered one."""


class Safety:
    """Hears of every commit, every act and every answer; what is wrong is blamed on the stage."""

    def __init__(self, stage: Stage, truth: Truth, people: People) -> None:
        self.stage, self.truth = stage, truth
        self.said: Counter[str] = Counter()
        self.slots_said: Counter[str] = Counter()
        self.cards: Counter[str] = Counter()
        self.offers: Counter[str] = Counter()
        self.heard: set[tuple[str, str]] = set()
        self._names = {user_id: name for name, user_id in stage.town.ids.items()}
        stage.disk.on_commit.append(self.committed)
        stage.api.on_act.append(self.acted)
        stage.wires.on_answer.append(self.answered)
        people.told.append(self.answered)
        self._attempt = stage.slack.deliverer._attempt
        setattr(stage.slack.deliverer, "_attempt", self._attempted)  # noqa: B010 - nobody else is told of acks

    def ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the database, beside the bot."""
        return self.stage.disk.ask(statement, *values)

    # what comes in

    async def _attempted(self, delivery: Delivery, number: int, reason: str) -> Reply:
        """Whatever was answered with 200 is stored; the bot's own echoes never are."""
        reply = await self._attempt(delivery, number, reason)
        if reply.ok and not self._is_own(delivery.event):
            key = inbox.message_key(delivery.event)
            if not self.ask("SELECT 1 FROM inbox WHERE event_id = ? OR message_key = ?", delivery.id, key):
                self.stage.blame(f"event {delivery.id} ({delivery.kind}) was acknowledged and is not stored")
        return reply

    def _is_own(self, event: Json) -> bool:
        bot = self.stage.slack.core.world.users[self.stage.town.ids["ours"]]
        shown = [event, event.get("message") or {}, event.get("previous_message") or {}]
        return any(bot.id in (one.get("user"), one.get("user_id")) or one.get("bot_id") == bot.bot_id for one in shown)

    def _came_in(self, row_id: str) -> None:
        ((kind, payload),) = self.ask("SELECT kind, payload FROM inbox WHERE id = ?", row_id)
        event = json.loads(payload).get("event") or {}
        if str(event.get("type")) == "message" and self._is_own(event):
            self.stage.blame(f"the bot's own echo was stored: {row_id} ({kind})")
        if kind != "wish" and event.get("type") in {"message", "app_mention"} and event.get("subtype") not in LATER:
            place = (str(event.get("channel")), str(event.get("ts")))
            if place in self.heard:
                self.stage.blame(f"the message at {place} was stored twice: {row_id} ({kind})")
            self.heard.add(place)

    # each commit

    def committed(self, moves: list[Move]) -> None:
        for thing, key, before, now in moves:
            if not allows(thing, before, now):
                self.stage.blame(f"{thing} {key} went from {before} to {now}, which the graph forbids")
            if thing == "outbox" and now == "started":
                self._started(key)
            elif thing == "inbox" and now == "waiting" and before is None:
                self._came_in(key)
            elif thing == "slot" and now == "sent" and not self.slots_said[key]:
                self.stage.blame(f"slot {key} is sent in the ledger, and Slack has nothing of it")

    def _started(self, row_id: str) -> None:
        columns = "purpose, subject_id, slot_id, details, lane_id, started_at"
        ((purpose, subject, slot_id, details, lane, started),) = self.ask(
            f"SELECT {columns} FROM outbox WHERE id = ?", row_id
        )
        if purpose == "offer":
            self._offer_started(row_id, str(subject))
        if purpose not in NUDGES:
            return
        now = _moment(started)
        if not self._works(self._names[lane], now):
            self.stage.blame(f"row {row_id} ({purpose}) to {self._names[lane]} was started in quiet hours, {now}")
        slots = _slots(slot_id, details)
        wrong = [why for one in slots if (why := self._why_not(one, now)) is not None]
        if wrong and (purpose == "nudge" or len(wrong) == len(slots)):
            self.stage.blame(f"row {row_id} ({purpose}) was started though {wrong[0]}")

    def _offer_started(self, row_id: str, promise_id: str) -> None:
        ((state,),) = self.ask("SELECT state FROM promise WHERE id = ?", promise_id)
        if state != "offered":
            self.stage.blame(f"offer {row_id} was started though its promise is {state}")

    def _works(self, person: str, now: datetime) -> bool:
        local = now.astimezone(self.stage.town.info(person))
        wall = local.time().replace(tzinfo=None)
        if not (local.weekday() < 5 and START <= wall < END):
            return False
        chosen = "SELECT work_start, work_end, quiet_start, quiet_end, off FROM teammate WHERE id = ?"
        ((start, end, quiet_start, quiet_end, off),) = self.ask(chosen, self.stage.town.ids[person])
        is_loud = not (quiet_start and time.fromisoformat(quiet_start) <= wall < time.fromisoformat(quiet_end))
        is_early = bool(start) and not time.fromisoformat(start) <= wall < time.fromisoformat(end)
        return is_loud and not is_early and local.date() not in days_in(off)

    def _why_not(self, slot_id: str, now: datetime) -> str | None:
        """Why the ledger wants nothing said of this slot."""
        columns = "state, which, person_id, due_at, subject_id"
        ((state, which, person, due, subject),) = self.ask(f"SELECT {columns} FROM slot WHERE id = ?", slot_id)
        if state != "queued":
            return f"slot {slot_id} is {state}"
        promise = self.ask("SELECT state, due_at, user_id, muted_at FROM promise WHERE id = ?", subject)
        if promise:
            return _promise_settled(promise[0], (which, person, due), now)
        if which in LOOPS:
            is_called_for = self.ask(f"SELECT 1 FROM mention WHERE id = ? AND {LOOPS[which]}", subject)
            return None if is_called_for else f"mention {subject} asks for no word ({which})"
        if self.ask("SELECT 1 FROM mention WHERE id = ? AND (answered_at OR dismissed_at)", subject):
            return f"mention {subject} is answered or dismissed"
        owned = "SELECT 1 FROM share WHERE mention_id = ? AND state IN ('claimed', 'done')"
        return f"mention {subject} has owners" if self.ask(owned, subject) else None

    # each act of Slack

    def acted(self, method: str, args: Json, body: Json) -> None:
        if method not in {"chat.postMessage", "chat.update", "chat.postEphemeral"}:
            return
        room = self.stage.slack.core.world.channels[str(body.get("channel") or args["channel"])]
        shown = {"text": args.get("text"), "blocks": args.get("blocks")}
        readers = [str(args["user"])] if method == "chat.postEphemeral" else list(room.members)
        self._private(room, readers, shown, method)
        if method == "chat.postEphemeral":
            self._whispered(str(args["user"]), args)
        elif method == "chat.postMessage":
            self._posted(args["metadata"]["event_payload"]["row"])
        if self.stage.town.has_guests(room.name) if room.name in self.stage.town.rooms else False:
            self.stage.blame(f"{method} in #{room.name}, where guests read")

    def _posted(self, row_id: str) -> None:
        self.said[row_id] += 1
        if self.said[row_id] > 1:
            self.stage.blame(f"row {row_id} stands in Slack {self.said[row_id]} times")
        found = self.ask("SELECT purpose, subject_id, slot_id, details FROM outbox WHERE id = ?", row_id)
        if not found:
            self.stage.blame(f"row {row_id} was said and is not in the ledger")
            return
        ((purpose, subject, slot_id, details),) = found
        self.stage.trace.acts[f"said {purpose}"] += 1
        if purpose in NUDGES:
            for one in _slots(slot_id, details):
                self._nudged(one)
        elif purpose == "card":
            self.cards[str(subject)] += 1
            if self.cards[str(subject)] > 1:
                self.stage.blame(f"mention {subject} has {self.cards[str(subject)]} cards")

    def _nudged(self, slot_id: str) -> None:
        ((state,),) = self.ask("SELECT state FROM slot WHERE id = ?", slot_id)
        if state == "skipped":
            return  # merged with others, and left out
        self.slots_said[slot_id] += 1
        if self.slots_said[slot_id] > 1:
            self.stage.blame(f"slot {slot_id} was sent {self.slots_said[slot_id]} times")

    def _whispered(self, user_id: str, args: Json) -> None:
        """A private offer goes to its speaker, once each time it is made. A list they asked for may show it again."""
        for promise_id in _offered(args):
            ((owner,),) = self.ask("SELECT user_id FROM promise WHERE id = ?", promise_id)
            if owner != user_id:
                self.stage.blame(f"the offer of {promise_id} was shown to {user_id}")
            if self._is_answer(user_id, promise_id):
                continue
            self.offers[promise_id] += 1
            rows = self.ask("SELECT 1 FROM outbox WHERE purpose = 'offer' AND subject_id = ?", promise_id)
            if self.offers[promise_id] > len(rows):
                self.stage.blame(f"the offer of {promise_id} was whispered {self.offers[promise_id]} times")

    def _is_answer(self, user_id: str, promise_id: str) -> bool:
        """Whether what is under way answers a question of theirs, and is not the offer itself."""
        under_way = "SELECT details FROM outbox WHERE state = 'started' AND purpose = "
        if self.ask(f"{under_way}'offer' AND subject_id = ?", promise_id):
            return False
        return any(json.loads(details)["user"] == user_id for (details,) in self.ask(f"{under_way}'asked'"))

    # whatever is shown

    def answered(self, person: str, room: Channel, shown: Json) -> None:
        """An answer to one person: to a command, a click, a form."""
        self._private(room, [self.stage.town.ids[person]], shown, "answer")

    def _private(self, room: Channel, readers: list[str], shown: Json, how: str) -> None:
        """No words reach anybody who could not open the place where they were said."""
        names = {self._names[one] for one in readers} - {"ours"}
        is_open = room.kind == "channel" and how in {"chat.postMessage", "chat.update"}
        for mark in set(marks(json.dumps(shown, ensure_ascii=False))):
            post = self.truth.by_mark[mark]
            if not self._may_read(names, is_open, post):
                self.stage.blame(f"{how}: words of #{post.room} ({mark}) were shown to {sorted(names)} in {room.id}")
            if post.kind == "promise" and names != {post.person} and self._is_unconfirmed(post):
                self.stage.blame(f"{how}: {post.person}'s unconfirmed promise ({mark}) was shown to {sorted(names)}")

    def _may_read(self, names: set[str], is_open: bool, post: Post) -> bool:
        place = self.stage.town.rooms[post.room]
        if place.is_private:
            return names <= set(place.members) and not is_open
        return all(name in place.members or name not in self.stage.town.guests for name in names)

    def _is_unconfirmed(self, post: Post) -> bool:
        channel = self.stage.slack.core.channel(f"#{post.room}").id
        found = self.ask("SELECT state FROM promise WHERE channel_id = ? AND ts = ?", channel, post.ts)
        return bool(found) and found[0][0] in SETTLED_WORDS


def _promise_settled(promise: tuple[Any, ...], slot: tuple[Any, ...], now: datetime) -> str | None:
    state, due_at, user_id, muted_at = promise
    which, person, due = slot
    if which == "offers":
        return None if state == "offered" else f"its promise is {state}"
    if state != "open":
        return f"its promise is {state}"
    if due_at != due:
        return "its promise was moved"
    if which == "before" and now >= _moment(due):
        return "its moment has passed"
    if which in {"before", "missed"} and person != user_id:
        return "its promise is another's"
    return "it is muted" if muted_at is not None and person == user_id else None


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)


def _slots(slot_id: str | None, details: str) -> list[str]:
    return [slot_id] if slot_id else list(json.loads(details or "{}").get("slots", []))


def _offered(args: Json) -> list[str]:
    blocks = args.get("blocks") or []
    items = [item for block in blocks for item, _ in elements_of(block)]
    return [item["value"] for item in items if str(item.get("action_id", "")).partition(".")[0] == act.TRACK]
