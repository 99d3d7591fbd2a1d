"""Marks: a promiser's ✅ on their promise, or on a nudge of it. One that stands keeps the promise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot import outbox
from bot.database import Scope
from bot.ledger import entries, nudge_speech, promises, slots
from bot.models import Promise
from bot.statements import find_locked

KEEPING = {"white_check_mark", "heavy_check_mark", "ballot_box_with_check"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A reaction by its name, on the message at that place."""

    channel_id: str
    ts: str
    name: str

    def __str__(self) -> str:
        return f"{self.channel_id}:{self.ts}:{self.name}"


@dataclass(frozen=True, slots=True)
class Shown:
    """What Slack's history shows of a person's marks on a message, asked for after `since`. Of those that are
    `cut_short` it does not name everybody: who is not named may have made one.
    """

    ts: str
    names: set[str]
    cut_short: set[str]
    since: datetime


def is_keeping(name: str) -> bool:
    """Whether a reaction keeps a promise, in whatever skin."""
    return name.split("::", maxsplit=1)[0] in KEEPING


def promise_at(scope: Scope, channel_id: str, ts: str) -> Promise | None:
    """The promise that was said there, or of which the bot's message there reminded its promiser."""
    promise = promises.said_at(scope, channel_id, ts)
    if promise is not None:
        return promise
    row = outbox.said_at(scope, slots.NUDGE, channel_id, ts)
    promise = nudge_speech.promise_at(scope, row.lane_id, channel_id, ts) if row is not None else None
    return promise if promise is not None and row is not None and promise.user_id == row.lane_id else None


def note(scope: Scope, promise: Promise, mark: Mark, is_removal: bool) -> bool:
    """Write down that a mark stands there, or stands there no more. Answers False when that was known.

    The promise is locked, and is afterwards as it is now.
    """
    find_locked(scope.session, Promise, scope.team_id, promise.id)
    is_known = str(mark) in promise.marks
    if is_known != is_removal:
        return False
    promise.marks = [one for one in promise.marks if one != str(mark)] + ([] if is_removal else [str(mark)])
    return True


def unheard(scope: Scope, promise: Promise, channel_id: str, shown: Shown) -> list[tuple[Mark, bool]]:
    """What came, and what went (True), of the marks on one message, by what is shown there.

    Nothing, where somebody acted on the promise since Slack may have been asked: what it showed may be older than that.
    """
    here = f"{channel_id}:{shown.ts}:"
    known = {one.removeprefix(here) for one in promise.marks if one.startswith(here)}
    came, gone = shown.names - known, known - shown.names - shown.cut_short
    if (came or gone) and entries.has_since(scope, promise.id, shown.since):
        return []
    changes = [(name, False) for name in sorted(came)] + [(name, True) for name in sorted(gone)]
    return [(Mark(channel_id, shown.ts, name), is_removal) for name, is_removal in changes]
