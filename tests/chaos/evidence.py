"""Both sides of the account, gathered when all is still: what stands in Slack, and what the bot's database says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.database import transact
from bot.inbox import InboxRow, message_key
from bot.messages import actions as act
from bot.models import Entry, Mention, Promise, Share, Sighting, Slot
from bot.outbox import OutboxRow
from bot.slack.receive import is_echo
from playground import Playground
from playground.world import Message
from tests.chaos import eyes
from tests.chaos.record import Place, Record

Json = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Event:
    """One event of Slack's. `place` is the message that it is about; `is_echo` says that the bot caused it."""

    id: str
    kind: str
    place: Place
    key: str | None
    is_acked: bool
    is_echo: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message that Slack took from the bot (not an update), with the id of the row that it carries."""

    row_id: str
    channel_id: str
    ts: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The bot's tables."""

    inbox: list[InboxRow] = field(default_factory=list)
    outbox: list[OutboxRow] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Evidence:
    """`cards` are the places of the threads in which a card stands, once for each card; `offers` the promises that were
    offered in private, once for each offer that stands; `trouble` what went wrong on the way here.
    """

    record: Record
    ledger: Ledger
    events: list[Event]
    spoken: list[Spoken]
    cards: list[Place]
    offers: list[str]
    trouble: list[str] = field(default_factory=list)

    def acked(self, kind: str, place: Place) -> bool:
        """Whether an event of that kind about that message was answered with 200."""
        return any(one.is_acked and one.kind == kind and one.place == place for one in self.events)


def gather(slack: Playground, engine: Engine, record: Record, acked: set[str], trouble: Iterable[str]) -> Evidence:
    said = list(eyes.messages(slack))
    return Evidence(
        record=record,
        ledger=transact(engine, read_ledger),
        events=_events(slack, acked),
        spoken=_spoken(slack),
        cards=[(one.channel, one.thread_ts or "") for one in said if eyes.is_card(one) and not _is_direct(slack, one)],
        offers=[
            str(button["value"]) for one in said if one.visible_to and (button := eyes.buttons(one).get(act.TRACK))
        ],
        trouble=list(trouble),
    )


def _is_direct(slack: Playground, message: Message) -> bool:
    """A nudge has buttons of a card, too."""
    return slack.core.world.channels[message.channel].is_im


def read_ledger(session: Session) -> Ledger:
    def all_of(table: type[T]) -> list[T]:
        return list(session.execute(select(table)).scalars())

    return Ledger(
        inbox=all_of(InboxRow),
        outbox=all_of(OutboxRow),
        slots=all_of(Slot),
        mentions=all_of(Mention),
        sightings=all_of(Sighting),
        promises=all_of(Promise),
        entries=all_of(Entry),
        shares=all_of(Share),
    )


def _events(slack: Playground, acked: set[str]) -> list[Event]:
    bot = next(iter(slack.core.world.installations.values()))
    bot_id = slack.core.world.users[bot.user].bot_id
    return [
        Event(
            id=one.id,
            kind=".".join(filter(None, (str(one.event["type"]), one.event.get("subtype")))),
            place=_place(one.event),
            key=message_key(one.event),
            is_acked=one.id in acked,
            is_echo=is_echo(one.event, bot.user, bot_id),
        )
        for one in slack.core.deliveries
    ]


def _place(event: Json) -> Place:
    item, message = event.get("item") or {}, event.get("message") or {}
    channel = event.get("channel") or item.get("channel") or ""
    ts = item.get("ts") or event.get("deleted_ts") or message.get("ts") or event.get("ts") or ""
    return str(channel), str(ts)


def _spoken(slack: Playground) -> list[Spoken]:
    """From the events that Slack made of them: replies may be lost, and metadata change when a message is updated."""
    found = {}
    for one in slack.core.deliveries:
        metadata = one.event.get("metadata") or {}
        if one.event["type"] == "message" and not one.event.get("subtype") and metadata:
            place = _place(one.event)
            found[place] = Spoken(str((metadata.get("event_payload") or {}).get("row")), *place)
    return list(found.values())
