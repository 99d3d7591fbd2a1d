"""The invariants: each takes all the evidence and yields what breaks it, in words.

`tests/unit/test_chaos_checks.py` plants a violation of each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from bot.models import Promise, Slot
from bot.outbox import UNSETTLED, OutboxRow
from tests.chaos.evidence import Evidence, Spoken
from tests.chaos.record import Post, Promised

DELETED = "message.message_deleted"
Check = Callable[[Evidence], Iterator[str]]


def nothing_went_wrong_on_the_way(evidence: Evidence) -> Iterator[str]:
    yield from evidence.trouble


def acked_events_are_done(evidence: Evidence) -> Iterator[str]:
    """Under their own id, or that of another event about the same state of the same message."""
    by_id = {row.event_id: row.state for row in evidence.ledger.inbox}
    by_key = {row.message_key: row.state for row in evidence.ledger.inbox if row.message_key}
    for event in evidence.events:
        if not event.is_acked or event.is_echo:
            continue
        state = by_id.get(event.id) or by_key.get(event.key or "")
        if state != "done":
            yield f"event {event.id} ({event.kind} at {event.place}) was acknowledged, and is {state or 'lost'}"


def inbox_is_empty(evidence: Evidence) -> Iterator[str]:
    for row in evidence.ledger.inbox:
        if row.state != "done":
            yield f"inbox row {row.id} ({row.kind}) is {row.state}: {row.error}"


def posts_are_one_mention_each(evidence: Evidence) -> Iterator[str]:
    """Wherever it was seen. A post none of whose events was acknowledged may be unknown."""
    seen = {(one.channel_id, one.ts): one.mention_id for one in evidence.ledger.sightings}
    owners: dict[str, int] = {}
    for post in evidence.record.posts:
        found = {seen[place] for place in post.places if place in seen}
        for place in post.places:
            if place not in seen and evidence.acked(_posted_kind(post), place) and not post.deleted:
                yield f"post {post.number} at {place} was acknowledged, and has no mention"
        if len(found) > 1:
            yield f"post {post.number} is {len(found)} mentions: {sorted(found)}"
        for mention_id in found:
            if owners.setdefault(mention_id, post.number) != post.number:
                yield f"posts {owners[mention_id]} and {post.number} are the same mention {mention_id}"
    for mention in evidence.ledger.mentions:
        if mention.id not in owners:
            yield f"mention {mention.id} at {(mention.home_channel_id, mention.home_ts)} was never posted"


def posts_have_one_card_each(evidence: Evidence) -> Iterator[str]:
    cards = Counter(evidence.cards)
    for post in evidence.record.posts:
        count = sum(cards[place] for place in post.places)
        is_sure = any(evidence.acked(_posted_kind(post), place) for place in post.places) and not post.deleted
        if count > 1 or (count == 0 and is_sure):
            yield f"post {post.number} at {post.places} has {count} cards"


def edits_took_effect(evidence: Evidence) -> Iterator[str]:
    seen = {(one.channel_id, one.ts): one for one in evidence.ledger.sightings}
    for post in evidence.record.posts:
        place = post.places[0]
        if post.deleted or not post.edited or not evidence.acked("message.message_changed", place):
            continue
        sighting = seen.get(place)
        if sighting is None or post.edited not in sighting.quote:
            yield f"post {post.number} at {place} was edited, and its mention still has the older words"


def deletions_took_effect(evidence: Evidence) -> Iterator[str]:
    seen = {(one.channel_id, one.ts): one for one in evidence.ledger.sightings}
    mentions = {one.id: one for one in evidence.ledger.mentions}
    for post in evidence.record.posts:
        place = post.places[0]
        if place not in seen or not evidence.acked(DELETED, place):
            continue
        if mentions[seen[place].mention_id].dismissed_at is None:
            yield f"post {post.number} at {place} was deleted, and its mention is open"


def promises_stand(evidence: Evidence) -> Iterator[str]:
    """Each as its maker was told; what was never answered may have been done or not."""
    by_place = {(one.channel_id, one.ts): one for one in evidence.ledger.promises if one.ts}
    typed: dict[str, list[Promise]] = defaultdict(list)
    for one in evidence.ledger.promises:
        if one.ts is None:
            typed[one.words.partition("about ")[2].split(" ")[0]].append(one)
    for promised in evidence.record.promises:
        if promised.place is None:
            found = typed.pop(promised.marker, [])
        else:
            found = [by_place.pop(promised.place)] if promised.place in by_place else []
        yield from _stands(evidence, promised, found)
    for promise in [*by_place.values(), *(one for several in typed.values() for one in several)]:
        yield f"promise {promise.id} was never made: {promise.words}"


def _stands(evidence: Evidence, promised: Promised, found: list[Promise]) -> Iterator[str]:
    is_sure = promised.told or (promised.place is not None and evidence.acked("message", promised.place))
    if len(found) > 1 or (not found and is_sure):
        yield f"the promise about {promised.marker} stands {len(found)} times"
    for promise in found:
        is_checked = bool(promised.place) and promised.checked and _was_checked(evidence, promised)
        if promise.state not in promised.may_be(is_checked):
            yield f"the promise about {promised.marker} is {promise.state}: {promised}"
        moved = sum(one.subject_id == promise.id and one.act == "move_promise" for one in evidence.ledger.entries)
        if not promised.moves <= moved <= promised.tried.count("move"):
            yield f"the promise about {promised.marker} was moved {moved} times: {promised}"


def _was_checked(evidence: Evidence, promised: Promised) -> bool:
    return promised.place is not None and evidence.acked("reaction_added", promised.place)


def open_promises_were_nudged(evidence: Evidence) -> Iterator[str]:
    """Whoever still owes something whose moment has passed was told so, once; and a reminder before was planned."""
    planned: dict[tuple[str, str, object], list[Slot]] = defaultdict(list)
    for slot in evidence.ledger.slots:
        planned[slot.subject_id, slot.which, slot.due_at].append(slot)
    for promise in evidence.ledger.promises:
        if promise.state != "open":
            continue
        missed = [slot.state for slot in planned[promise.id, "missed", promise.due_at]]
        if missed.count("sent") != 1:
            yield f"promise {promise.id} was missed, and its maker was told {missed.count('sent')} times ({missed})"
        if not planned[promise.id, "before", promise.due_at]:
            yield f"promise {promise.id} has no slot before its moment"


def unclaimed_mentions_were_nudged(evidence: Evidence) -> Iterator[str]:
    """Whoever was asked, where nobody is on it, was told so once."""
    sent = [slot for slot in evidence.ledger.slots if (slot.which, slot.state) == ("unclaimed", "sent")]
    told = Counter((slot.subject_id, slot.person_id) for slot in sent)
    owned = {one.mention_id for one in evidence.ledger.shares if one.state in {"claimed", "done"}}
    open_ones = {one.id for one in evidence.ledger.mentions if one.dismissed_at is None and one.answered_at is None}
    for share in evidence.ledger.shares:
        if share.state != "asked" or share.mention_id not in open_ones - owned:
            continue
        if (count := told[share.mention_id, share.user_id]) != 1:
            yield f"mention {share.mention_id} waits for {share.user_id}, who was told {count} times"


def slots_have_ended(evidence: Evidence) -> Iterator[str]:
    for slot in evidence.ledger.slots:
        if slot.state not in {"sent", "skipped"} or slot.ended_at is None:
            yield f"slot {slot.id} ({slot.which}) has not ended: {slot.state}"
        if slot.state == "skipped" and not slot.reason:
            yield f"slot {slot.id} ({slot.which}) was skipped without a reason"


def sent_slots_are_seen_once(evidence: Evidence) -> Iterator[str]:
    """And skipped ones never: what is in Slack carries its row's id, and the row its slots'."""
    rows = {row.id: row for row in evidence.ledger.outbox}
    said: Counter[str] = Counter()
    for one in evidence.spoken:
        said.update(_slots_of(rows[one.row_id]) if one.row_id in rows else [])
    for slot in evidence.ledger.slots:
        wanted = {"sent": (1,), "skipped": (0,)}.get(slot.state, (0, 1))
        # Merged offers: one that was answered while the message was under way has ended for another reason.
        wanted = (0, 1) if slot.which == "offers" and slot.state == "skipped" else wanted
        if said[slot.id] not in wanted:
            yield f"slot {slot.id} ({slot.which}, {slot.state}) is seen {said[slot.id]} times in Slack"


def _slots_of(row: OutboxRow) -> list[str]:
    return [row.slot_id] if row.slot_id else list(row.details.get("slots", []))


def rows_are_said_once(evidence: Evidence) -> Iterator[str]:
    """No message twice; and what the bot believes of its messages is what stands in Slack, where it could know."""
    unknowable = _unknowable(evidence)
    said: dict[str, list[Spoken]] = defaultdict(list)
    for one in evidence.spoken:
        said[one.row_id].append(one)
    for row in evidence.ledger.outbox:
        found = said.pop(row.id, [])
        if len(found) > 1:
            yield f"outbox row {row.id} ({row.purpose}) was said {len(found)} times: {found}"
        elif found and row.id not in unknowable and (row.state != "sent" or row.ts != found[0].ts):
            yield f"outbox row {row.id} ({row.purpose}) stands in Slack, and is {row.state} at {row.ts}: {found[0]}"
        elif not found and row.state == "sent" and row.method == "chat.postMessage":
            yield f"outbox row {row.id} ({row.purpose}) is sent, and is not in Slack"
    for row_id, found in said.items():
        yield f"the bot said what no outbox row says: {row_id} {found}"


def _unknowable(evidence: Evidence) -> set[str]:
    """Rows that nobody can look up: the post under which they were said was deleted, and Slack refuses its thread."""
    gone = {post.places[0] for post in evidence.record.posts if post.deleted}
    failed = [row for row in evidence.ledger.outbox if row.state == "failed"]
    return {row.id for row in failed if (row.channel_id, row.thread_ts) in gone}


def outbox_is_settled(evidence: Evidence) -> Iterator[str]:
    unknowable = _unknowable(evidence)
    for row in evidence.ledger.outbox:
        if row.state in {*UNSETTLED, "failed"} and row.id not in unknowable:
            yield f"outbox row {row.id} ({row.purpose}) is {row.state}: {row.error}"


def offers_are_made_once(evidence: Evidence) -> Iterator[str]:
    for promise_id, count in Counter(evidence.offers).items():
        if count > 1:
            yield f"promise {promise_id} was offered {count} times in private"


def _posted_kind(post: Post) -> str:
    return "message.file_share" if post.form == "mail" else "message"


CHECKS: tuple[Check, ...] = (
    nothing_went_wrong_on_the_way,
    acked_events_are_done,
    inbox_is_empty,
    posts_are_one_mention_each,
    posts_have_one_card_each,
    edits_took_effect,
    deletions_took_effect,
    promises_stand,
    open_promises_were_nudged,
    unclaimed_mentions_were_nudged,
    slots_have_ended,
    sent_slots_are_seen_once,
    rows_are_said_once,
    outbox_is_settled,
    offers_are_made_once,
)


def broken(evidence: Evidence) -> list[str]:
    """All that is broken, each told with the name of its invariant."""
    return [f"{check.__name__}: {words}" for check in CHECKS for words in check(evidence)]
