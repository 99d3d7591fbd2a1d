"""Customers' words from a form or a listening tool: kept, posted in a channel, and from then on a mention there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, or_, select, tuple_
from sqlalchemy.orm import Session

from bot import outbox
from bot.database import Scope, plain
from bot.errors import (
    BotError,
    IntakeClosed,
    IntakeOff,
    IntakeOverheard,
    IntakeUnheard,
    IntakeUnknown,
    KeyTaken,
    Replayed,
    TooMuchWaits,
)
from bot.ledger import cards, customers, entries, people, visibility
from bot.models import Channel, Intake
from bot.statements import find_locked, find_one, insert_or_skip, prepared

POST, REFUSED = "intake", "intake_refused"
"""Purposes of the outbox: the words are posted; whoever typed them hears that this could not be, and has them back."""
HOOK = "hook:"
MOST_WAITING = 500
KEEP = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a customer said, and what is known of it. `at` is when they said it."""

    words: str
    author: str = ""
    customer: str = ""
    url: str = ""
    source: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """By whom it was sent, under which key; `digest` is of all that was sent, `signature` what it was signed with."""

    by: str
    key: str
    digest: str = ""
    signature: str | None = None


def check_place(scope: Scope, channel_id: str, by: str) -> Channel:
    """The channel, if customers' words may be posted there. Raises what stands in the way, with its remedy."""
    channel, is_tool = people.find_channel(scope, channel_id), by.startswith(HOOK)
    if channel is None or not channel.bot_is_in or channel.is_direct or channel.is_archived:
        raise IntakeUnknown if is_tool else IntakeUnheard
    if not is_tool and not visibility.person_can_open(scope, by, channel_id):
        raise IntakeUnheard
    if is_tool and channel.is_private and not channel.takes_intake:
        raise IntakeUnknown  # that there is one is nobody's business whom its members have not let in
    if channel.mode == "off":
        raise IntakeOff
    if is_tool and not channel.takes_intake:
        raise IntakeClosed(channel=channel.name)
    if visibility.has_outsiders(scope, channel_id):
        raise IntakeOverheard
    return channel


def take(scope: Scope, channel_id: str, heard: Heard, sent: Sent) -> Intake:
    """Keep it, and queue its post; the same key again answers the same, and changes nothing.

    Raises KeyTaken where the key came with something else, Replayed for a signature that was used with another key,
    TooMuchWaits, and what `check_place` raises.
    """
    known = scope.session.execute(*_of_key(scope.team_id, sent.key)).scalar_one_or_none()
    if known is not None:
        return _same(known, sent)
    check_place(scope, channel_id, sent.by)
    if scope.session.execute(*_waiting(scope.team_id)).scalar_one() >= MOST_WAITING:
        raise TooMuchWaits
    row = {"team_id": scope.team_id, "id": scope.new_id(), "channel_id": channel_id, "created_at": scope.now}
    row |= {"by": sent.by, "key": sent.key, "digest": sent.digest, "signature": sent.signature, "said_at": heard.at}
    row |= {name: getattr(heard, name) for name in ("words", "author", "customer", "url", "source")}
    if not insert_or_skip(scope.session, Intake, [row], Intake.id):
        known = scope.session.execute(*_of_key(scope.team_id, sent.key)).scalar_one_or_none()
        if known is None:
            raise Replayed
        return _same(known, sent)  # it came twice in this very moment
    outbox.put(scope, outbox.Saying(channel_id, POST, str(row["id"])))
    entries.write(scope, "take_in", str(row["id"]), sent.by, channel=channel_id)
    return find_one(scope.session, Intake, scope.team_id, row["id"])


def _same(known: Intake, sent: Sent) -> Intake:
    if known.digest != sent.digest or known.by != sent.by:
        raise KeyTaken
    return known


@prepared
def _of_key(team: str, key: str) -> Select[Intake]:
    return select(Intake).where(Intake.team_id == team, Intake.key == key)


@prepared
def _waiting(team: str) -> Select[int]:
    waits = (Intake.team_id == team, Intake.ts.is_(None), Intake.refused.is_(None))
    return select(func.count()).select_from(Intake).where(*waits)


def find(scope: Scope, intake_id: str) -> Intake | None:
    """Locked for a change."""
    return find_locked(scope.session, Intake, scope.team_id, intake_id)


def heard_in(intake: Intake) -> Heard:
    """What was said, and what is known of it."""
    return Heard(intake.words, intake.author, intake.customer, intake.url, intake.source, intake.said_at)


def customer_named(scope: Scope, norm: str) -> str | None:
    """The customer that is meant by a name, if the directory knows them."""
    found = customers.meant(scope, norm) if norm else None
    return found.name if found is not None else None


def done(scope: Scope, intake: Intake, mention_id: str) -> None:
    """It is a mention now, which has its words."""
    intake.mention_id, intake.words, intake.author = mention_id, "", ""


def refuse(scope: Scope, intake_id: str, why: str) -> None:
    """It could not be posted: whoever typed it has it back."""
    intake = find(scope, intake_id)
    if intake is None or intake.refused is not None or intake.ts is not None:
        return
    intake.refused = why
    entries.write(scope, "refuse_intake", intake.id, entries.BOT, why=why)
    if not intake.by.startswith(HOOK):
        outbox.put(scope, outbox.Saying(intake.by, REFUSED, intake.id))


def usual_channel(scope: Scope, user_id: str) -> str | None:
    """The channel in which somebody's card would stand if they chose none: the only one there is."""
    fitting = []
    for channel in people.own_channels(scope):
        try:
            fitting.append(check_place(scope, channel.id, user_id).id)
        except BotError:
            continue
    return fitting[0] if len(fitting) == 1 else None


def refused_lately(session: Session, since: datetime) -> list[tuple[str, str, str]]:
    """For `doctor`: of tools, in any workspace: by whom, where, and why it was not posted."""
    statement = select(Intake.by, Intake.channel_id, Intake.refused).where(
        Intake.created_at > since, Intake.refused.is_not(None), Intake.by.startswith(HOOK)
    )
    return [(by, channel_id, str(why)) for by, channel_id, why in session.execute(statement.order_by(Intake.id))]


def erase_old(session: Session, now: datetime, limit: int = 500) -> int:
    """Erase what was taken in 90 days ago, and what could not be posted 14 days ago. Answers how many went."""
    return len(session.execute(*_erased(now - KEEP, now - timedelta(days=14), limit)).all())


@prepared
def _erased(before: datetime, refused_before: datetime, limit: int) -> Any:
    is_old = or_(Intake.created_at < before, (Intake.created_at < refused_before) & Intake.refused.is_not(None))
    old = select(Intake.team_id, Intake.id).where(is_old).limit(limit)
    return plain(delete(Intake).where(tuple_(Intake.team_id, Intake.id).in_(old)).returning(Intake.id))


def is_overheard(scope: Scope, intake: Intake) -> str | None:
    """Why it may not be posted any more, now that it is to be."""
    try:
        check_place(scope, intake.channel_id, intake.by)
    except IntakeOverheard:
        return cards.OVERHEARD
    except BotError as error:
        return error.words
    return None
