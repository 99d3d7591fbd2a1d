"""What must hold in the end, when nothing goes wrong any more and all that waited was done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.database import Scope
from bot.ledger import views
from bot.messages import cards as card_words
from bot.models import Mention
from playground.world import Channel, Message
from tests.sim.stage import Stage
from tests.sim.town import DIGESTS
from tests.sim.truth import Post, Truth

Json = dict[str, Any]
CATCHES_UP = True
"""Whether what no event told is found in Slack's history. (False: only what was delivered is asked for.)"""
NOTHING_TO_SAY = ("thread_not_found", "message_not_found", "cannot_reply_to_message", "user_not_in_channel")
"""Slack's words for places that are gone: a row that failed with one of these could not be said."""
LATEST = timedelta(days=2)
"""So long after it was due (a weekend aside) every nudge was sent."""


def check(stage: Stage, truth: Truth, *, has_digest: bool) -> None:
    """Blame the stage for all that is not as it should be."""
    ending = Ending(stage, truth)
    for act, number in stage.disk.ask("SELECT act, count(*) FROM entry GROUP BY act ORDER BY act"):
        stage.trace.acts[f"entry {act}"] += number
    for found in (
        ending.boxes(),
        ending.slots(),
        ending.rows(),
        ending.mentions(),
        ending.cards(),
        ending.promises(),
        ending.digest() if has_digest else iter(()),
    ):
        for wrong in found:
            stage.blame(wrong)


class Ending:
    def __init__(self, stage: Stage, truth: Truth) -> None:
        self.stage, self.truth = stage, truth
        self.core = stage.slack.core
        self._rooms = {room.name: room for room in self.core.world.channels.values() if room.name}

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self.stage.disk.ask(statement, *values)

    # the queues

    def boxes(self) -> Iterator[str]:
        """Nothing waits, and nothing was given up."""
        for kind, state, error in self._ask("SELECT kind, state, error FROM inbox WHERE state <> 'done'"):
            yield f"an inbox row ({kind}) is {state}: {error}"
        unsaid = "SELECT purpose, lane_id, state, error FROM outbox WHERE state NOT IN ('sent', 'cancelled')"
        for purpose, lane, state, error in self._ask(unsaid):
            if state != "failed" or not any(word in str(error) for word in NOTHING_TO_SAY):
                yield f"an outbox row ({purpose} to {lane}) is {state}: {error}"

    def slots(self) -> Iterator[str]:
        """Every slot whose moment has passed has ended."""
        now = _stored(self.stage.slack.clock.now() - timedelta(hours=1))
        late = "SELECT id, which, state, fire_at FROM slot WHERE state IN ('waiting', 'queued') AND fire_at < ?"
        for slot_id, which, state, fire_at in self._ask(late, now):
            yield f"slot {slot_id} ({which}) is still {state}; its moment was {fire_at}"

    # Slack and the ledger

    def rows(self) -> Iterator[str]:
        """What the ledger calls sent stands in Slack, once, where it says; and nothing else of the bot does."""
        shown: Counter[str] = Counter()
        where: dict[str, tuple[str, str]] = {}
        for room in self.core.world.channels.values():
            for message in room.messages.values():
                row_id = _row_of(message)
                if row_id:
                    shown[row_id] += 1
                    where[row_id] = (room.id, message.ts)
        sent = "SELECT id, channel_id, ts FROM outbox WHERE state = 'sent' AND method = 'chat.postMessage'"
        told = {row_id: (channel, ts) for row_id, channel, ts in self._ask(sent)}
        for row_id, place in told.items():
            if row_id in where and (shown[row_id] != 1 or where[row_id] != place):
                yield f"row {row_id} was sent to {place}, and stands in Slack {shown[row_id]} times, at {where[row_id]}"
        for row_id in where.keys() - told.keys():
            if not self._was_updated(row_id):
                yield f"row {row_id} stands in Slack, and the ledger does not call it sent"

    def _was_updated(self, row_id: str) -> bool:
        """An update carries a row's id of its own into the message."""
        return bool(self._ask("SELECT 1 FROM outbox WHERE id = ? AND method = 'chat.update'", row_id))

    def mentions(self) -> Iterator[str]:
        """Each mention that somebody shared is known, and has its card where one may stand."""
        for post in self.truth.mentions():
            room = self._rooms[post.room]
            if not self.stage.town.rooms[post.room].has_bot or post.is_gone or not self._is_told(room, post.ts):
                continue
            query = (
                "SELECT m.id, m.card_channel_id, m.card_ts, m.dismissed_at, s.quote FROM sighting s "
                "JOIN mention m ON m.id = s.mention_id WHERE s.channel_id = ? AND s.ts = ?"
            )
            found = self._ask(query, room.id, post.ts)
            if not found:
                yield f"the mention {post.mark} in #{post.room} at {post.ts} was lost"
                continue
            mention_id, card_channel, card_ts, dismissed, quote = found[0]
            if dismissed is None and card_channel is not None:
                yield from self._card_stands(post, mention_id, card_channel, card_ts)
            if dismissed is None and post.mark not in quote:
                yield f"mention {mention_id} has lost its words: {quote!r}"

        yield from self._taken_back()
        yield from self._again()
        yield from self._elsewhere()
        yield from self._unshared()

    def _elsewhere(self) -> Iterator[str]:
        """What came as no message was taken in once: it was posted, and has a card; a reminder is a promise."""
        for post in self.truth.posts:
            if post.kind == "told":
                query = (
                    "SELECT m.id, m.card_channel_id, m.card_ts, m.dismissed_at FROM sighting s JOIN mention m "
                    "ON m.id = s.mention_id WHERE s.quote LIKE ?"
                )
                found = self._ask(query, f"%{post.mark}%")
                if len(found) > 1 or (post.is_certain and not found):
                    yield f"what was told of {post.mark} in #{post.room} is {len(found)} mentions"
                for mention_id, card_channel, card_ts, dismissed in found:
                    if dismissed is None:
                        yield from self._card_stands(post, mention_id, card_channel, card_ts)
            elif post.kind in {"reminder", "told directly"}:
                is_certain = post.is_certain and not (post.kind == "told directly" and self._was_unheard(post.ts))
                found = self._ask("SELECT id FROM promise WHERE words LIKE ?", f"%{post.mark}%")
                if len(found) > 1 or (is_certain and not found):
                    yield f"what {post.person} wanted to be reminded of ({post.mark}) is {len(found)} promises"

    def _unshared(self) -> Iterator[str]:
        """Where the emoji that shared it was taken away before anybody acted, it is no mention."""
        for post in self.truth.posts:
            room = self._rooms[post.room]
            if post.kind != "pointed" or not post.is_taken_back or self._was_dropped(room, post.ts):
                continue
            query = (
                "SELECT m.id FROM sighting s JOIN mention m ON m.id = s.mention_id WHERE s.channel_id = ? AND s.ts = ? "
                "AND m.dismissed_at IS NULL"
            )
            for (mention_id,) in self._ask(query, room.id, post.ts):
                acted = "SELECT 1 FROM entry WHERE subject_id = ? AND \"by\" <> 'ours' AND act <> 'share_mention'"
                promised = (
                    "SELECT 1 FROM promise p WHERE mention_id = ? AND (opened_at IS NOT NULL OR EXISTS (SELECT 1 FROM "
                    "entry e WHERE e.subject_id = p.id AND e.act = 'ask_promise'))"
                )
                if not self._ask(acted, mention_id) and not self._ask(promised, mention_id):
                    yield f"the emoji on {post.mark} in #{post.room} was taken away, and it is a mention still"

    def _taken_back(self) -> Iterator[str]:
        """What was deleted is no mention any more."""
        for post in self.truth.mentions():
            if post.is_gone and CATCHES_UP:
                where = (self._rooms[post.room].id, post.ts)
                if self._ask(
                    "SELECT 1 FROM sighting WHERE channel_id = ? AND ts = ? AND deleted_at IS NULL", *where
                ) and self._stands_elsewhere(post):
                    yield f"the mention {post.mark} was deleted in #{post.room}, and still stands in the ledger"

    def _stands_elsewhere(self, post: Post) -> bool:
        """Slack tells of a deletion once; history shows it only where something stands in the thread."""
        room = self._rooms[post.room]
        return post.ts in room.messages or not self._was_dropped(room, post.ts)

    def _was_unheard(self, ts: str) -> bool:
        """Whether no event came about a message that was written to the bot directly: such history is not read."""
        return any(one.state != "delivered" and ts in json.dumps(one.event) for one in self.core.deliveries)

    def _was_dropped(self, room: Channel, ts: str) -> bool:
        """Whether an event about the message never came."""
        return any(
            delivery.state != "delivered" and ts in json.dumps(delivery.event)
            for delivery in self.core.deliveries
            if delivery.event.get("channel") == room.id
        )

    def _again(self) -> Iterator[str]:
        """The same outside post is one mention among rooms that all can open."""
        split = {key for (key,) in self._ask("SELECT subject_id FROM entry WHERE act = 'split'")}
        for post in self.truth.posts:
            first = self.truth.by_mark.get(post.mark)
            if post.kind != "again" or first is None or first.is_gone:
                continue
            found = [
                self._ask(
                    "SELECT mention_id FROM sighting WHERE channel_id = ? AND ts = ?", self._rooms[one.room].id, one.ts
                )
                for one in (first, post)
            ]
            ids = [rows[0][0] for rows in found if rows]
            if len(set(ids)) > 1 and not split & set(ids):
                yield f"the post {post.mark} was shared twice, and is two mentions: {ids}"

    def _card_stands(self, post: Post, mention_id: str, channel_id: str, ts: str | None) -> Iterator[str]:
        room = self.core.world.channels[channel_id]
        cards = [message for message in room.messages.values() if _is_card_of(message, mention_id)]
        if len(cards) != 1 or cards[0].ts != ts:
            yield f"mention {post.mark} ({mention_id}) has {len(cards)} cards, and {ts} in the ledger"

    def cards(self) -> Iterator[str]:
        """What Slack shows of a mention is what the ledger says now: as an update says it, or as a new card does, which
        names nobody, since that would ping.
        """
        shown: list[tuple[str, str, str, list[Any]]] = []

        def render(session: Any) -> None:
            scope = Scope(session, self._team(), self.stage.slack.clock.now(), str)
            for mention in session.query(Mention).order_by(Mention.id):
                if mention.card_channel_id is not None and mention.card_ts is not None:
                    view = views.card(scope, mention)
                    told = [_plain(list(card_words.card(view, is_update=new).blocks)) for new in (True, False)]
                    shown.append((mention.id, mention.card_channel_id, mention.card_ts, told))

        self.stage.disk.read(render)
        for mention_id, channel_id, ts, told in shown:
            message = self.core.world.channels[channel_id].messages.get(ts)
            if message is not None and _plain(message.blocks) not in told:
                yield f"the card of {mention_id} shows something else than the ledger says"

    def _team(self) -> str:
        return next(iter(self.core.world.teams))

    # promises, digests

    def promises(self) -> Iterator[str]:
        """Each promise in a mention's thread was noticed; and each that was missed was told to who made it."""
        for post in self.truth.posts:
            if post.kind != "promise" or post.is_gone or post.is_taken_back or post.thread is None:
                continue
            room = self._rooms[post.room]
            root = self.truth.at.get((post.room, post.thread))
            if root is None or root.is_gone or not self._is_told(room, post.ts):
                continue
            about = self._ask(
                "SELECT m.dismissed_at FROM sighting s JOIN mention m ON m.id = s.mention_id WHERE s.channel_id = ? "
                "AND s.thread_ts = ?",
                room.id,
                post.thread,
            )
            known = self._ask("SELECT state FROM promise WHERE channel_id = ? AND ts = ?", room.id, post.ts)
            if about and about[0][0] is None and not known:
                yield f"the promise {post.mark} of {post.person} in #{post.room} was lost"
        yield from self._missed()

    def _missed(self) -> Iterator[str]:
        past = _stored(self.stage.slack.clock.now() - LATEST)
        owed = "SELECT id, user_id, due_at FROM promise WHERE state = 'open' AND due_at < ? AND muted_at IS NULL"
        for promise_id, user_id, due_at in self._ask(owed, past):
            told = "SELECT state FROM slot WHERE subject_id = ? AND person_id = ? AND due_at = ? AND which = 'missed'"
            states = [state for (state,) in self._ask(told, promise_id, user_id, due_at)]
            if "sent" not in states and _weekdays_since(due_at, self.stage.slack.clock.now()) > 2:
                yield f"promise {promise_id} was due {due_at}, and {user_id} was not told: {states}"

    def digest(self) -> Iterator[str]:
        """It came exactly once."""
        general = self._rooms[DIGESTS]
        ids = {row_id for (row_id,) in self._ask("SELECT id FROM outbox WHERE purpose = 'digest'")}
        came = [message.ts for message in general.messages.values() if _row_of(message) in ids]
        if len(came) != 1:
            yield f"the week's digest came {len(came)} times"

    def _is_told(self, room: Channel, ts: str) -> bool:
        """Whether the bot can know of a message: an event told it, or history is read."""
        if CATCHES_UP:
            return True
        return any(
            delivery.state == "delivered"
            and delivery.event.get("channel") == room.id
            and delivery.event.get("ts") == ts
            for delivery in self.core.deliveries
        )


def _row_of(message: Message) -> str:
    payload = (message.metadata or {}).get("event_payload") or {}
    return str(payload.get("row", ""))


def _is_card_of(message: Message, mention_id: str) -> bool:
    if message.visible_to is not None or not _row_of(message):
        return False
    values = [
        str(item.get("value", ""))
        for block in message.blocks
        for item in block.get("elements", [])
        if str(item.get("action_id", "")).startswith("card_") and "card_mute" not in str(item.get("action_id"))
    ]
    return mention_id in values and not message.text.startswith("A customer's words for")


def _plain(blocks: list[Any]) -> list[Any]:
    """Blocks without what Slack adds to them."""
    shown = [block if isinstance(block, dict) else block.to_dict() for block in blocks]
    return [_bare(block) for block in shown]


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in {"block_id", "emoji", "verbatim"}}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def _stored(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _weekdays_since(stored: str, now: datetime) -> int:
    day = datetime.fromisoformat(stored).replace(tzinfo=UTC)
    count = 0
    while day + timedelta(days=1) <= now:
        day += timedelta(days=1)
        count += day.weekday() < 5
    return count
