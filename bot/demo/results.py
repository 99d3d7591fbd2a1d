"""What the ledger holds at the end of the demo, and whether it is what the story should have led to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rich import box
from rich.table import Table
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.inbox import InboxRow
from bot.messages.text import count
from bot.models import Digest, Mention, Promise, Share, Sighting, Slot, Tag
from bot.models.mention import state_of
from bot.outbox import OutboxRow

PROMISES = ("kept on time", "kept late", "open", "past due, still open", "withdrawn", "offer lapsed", "offer put aside")


@dataclass
class Results:
    """Counts, by the words under which they are shown."""

    mentions: Counter[str] = field(default_factory=Counter)
    shared: Counter[str] = field(default_factory=Counter)
    promises: Counter[str] = field(default_factory=Counter)
    nudges: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    messages: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    without_card: int = 0


def read_results(session: Session) -> Results:
    """Read them from the ledger."""
    results = Results()
    _count_mentions(session, results)
    for promise in session.execute(select(Promise)).scalars():
        results.promises[_promise_word(promise)] += 1
    for slot in session.execute(select(Slot)).scalars():
        results.nudges[slot.state] += 1
        if slot.state == "skipped":
            results.skipped[str(slot.reason)] += 1
    for row in session.execute(select(OutboxRow)).scalars():
        word = {"chat.postMessage": "posted", "chat.update": "updates in place", "chat.postEphemeral": "for one person"}
        results.messages[word.get(str(row.method), "not sent") if row.state == "sent" else row.state] += 1
        results.messages[f"purpose {row.purpose}"] += row.state == "sent" and row.method != "chat.update"
        if row.state in ("failed", "uncertain"):
            results.failed.append(f"{row.purpose}: {row.error}")
    for kept in session.execute(select(InboxRow).where(InboxRow.state == "failed")).scalars():
        results.failed.append(f"inbox: {kept.error}")
    results.messages["digests"] = session.execute(select(func.count()).where(Digest.ts.is_not(None))).scalar_one()
    return results


def _count_mentions(session: Session, results: Results) -> None:
    for mention in session.execute(select(Mention)).scalars():
        own = list(session.execute(select(Share).where(Share.mention_id == mention.id)).scalars())
        results.mentions[state_of(mention, own)] += 1
        results.without_card += mention.card_ts is None
        owners = [share for share in own if share.state in ("claimed", "done")]
        results.shared["claims"] += len(owners)
        results.shared["owned together"] += len(owners) > 1
    results.shared["sightings"] = session.execute(select(func.count()).select_from(Sighting)).scalar_one()
    doors = select(func.count()).where(Tag.brought_in_by.is_not(None), Tag.acted_at.is_not(None))
    results.shared["doors"] = session.execute(doors).scalar_one()


def _promise_word(promise: Promise) -> str:
    late = promise.missed_at is not None
    words = {
        "kept": "kept late" if late else "kept on time",
        "open": "past due, still open" if late else "open",
        "expired": "offer lapsed",
        "declined": "offer put aside",
    }
    return words.get(promise.state, promise.state)


def results_table(results: Results) -> Table:
    """A small table of it all."""
    table = Table(title="What the ledger holds", box=box.SIMPLE, title_style="bold", show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    shared = results.shared
    again = shared["sightings"] - results.mentions.total()
    table.add_row("Mentions", f"{results.mentions.total()}: {_listed(results.mentions)}; {again} seen twice")
    parts = f"{shared['claims']} claimed, {count(shared['owned together'], 'mention')} owned together"
    table.add_row("Shares", f"{parts}, {count(shared['doors'], 'door')} opened")
    table.add_row("Promises", f"{results.promises.total()}: {_listed(results.promises)}")
    table.add_row("Nudges", f"{results.nudges['sent']} sent, {results.nudges['skipped']} skipped")
    table.add_row("  skipped since", _listed(results.skipped) or "none was")
    kinds = ("posted", "updates in place", "for one person")
    table.add_row("Messages", ", ".join(f"{results.messages[kind]} {kind}" for kind in kinds))
    table.add_row("Failed", f"{len(results.failed)}", style="green" if not results.failed else "red")
    return table


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {word}" for word, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


EXPECTED_MENTIONS = 10
AT_LEAST: tuple[tuple[str, str, int], ...] = (
    ("shared", "owned together", 2),
    ("shared", "doors", 1),
    ("promises", "kept on time", 2),
    ("promises", "kept late", 1),
    ("promises", "offer lapsed", 1),
    ("nudges", "sent", 8),
    ("messages", "digests", 2),
    ("messages", "purpose reminder", 8),
    ("messages", "purpose hand_off", 1),
    ("messages", "purpose sighting_note", 1),
    ("messages", "purpose welcome", 4),
)


def problems(results: Results) -> Iterator[str]:
    """What the story should have led to, and did not."""
    if (found := results.mentions.total()) != EXPECTED_MENTIONS:
        yield f"{EXPECTED_MENTIONS} mentions were shared, the ledger holds {found}"
    if results.without_card:
        yield f"{results.without_card} mentions have no card"
    if results.nudges["waiting"] == results.nudges.total():
        yield "no nudge was sent"
    for part, word, least in AT_LEAST:
        found = getattr(results, part)[word]
        if found < least:
            yield f"{part}, {word}: {found}, expected {least} or more"
    yield from (f"failed: {words}" for words in results.failed)
