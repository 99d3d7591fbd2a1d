"""Behind the curtain: what Ours reads in a message, and what its ledger holds of it, for one person's eyes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from bot.database import Scope
from bot.demo.ledger_rows import Row, ledger_sections, section, told_moment
from bot.demo.stage import Stage
from bot.errors import SlackRefused
from bot.facts import Reading, Reason
from bot.jobs.preparing import Preparer
from bot.ledger import departments, mentions, people, workspaces
from bot.messages.cards import STANCES
from bot.slack import calls
from bot.slack.events import is_own
from bot.wiring import House
from playground.render import message_json

Json = dict[str, Any]
NOT_OFFERED = "no: it stands in no thread of a customer's words, so Ours offers nothing"


@dataclass
class Inspector:
    """Answers the page. It has no stage until that stands.

    The playground has checked that the person sees the message; what the ledger adds is shown only as far as they
    could open it in Slack.
    """

    stage: Stage | None = None

    async def look_into(self, asked: Json) -> Json:
        """`asked`: team, channel, ts, user. Answers the sections that the page shows."""
        if self.stage is None:
            return {"sections": [section("How Ours reads it", [("Ours", "is still starting")])]}
        house, room = self.stage.house, self.stage.slack.core.world.channels[asked["channel"]]
        message = message_json(room, room.messages[asked["ts"]])
        sections = [section("How Ours reads it", await _read(house, asked, message, room.members))]
        scope_at = house.shop.scope_at(asked["team"])
        sections += await house.database.read(lambda session: ledger_sections(scope_at(session), asked, message))
        return {"sections": [one for one in sections if one["rows"]]}


async def _read(house: House, asked: Json, message: Json, members: Collection[str]) -> list[Row]:
    """Read as an event of it would be. Nothing is written down."""
    scope_at = house.shop.scope_at(asked["team"])
    known = await house.database.read(lambda session: _facts(scope_at(session), asked, message))
    if known.own[0] not in members:
        return [("Ours", "is not in this conversation, so it never reads what is said here")]
    if is_own(message, *known.own):
        return [("Ours", "wrote this itself, and reads nothing in its own words")]
    envelope = {"event": {**message, "type": "message", "channel": asked["channel"], "channel_type": None}}
    try:
        prepared = await Preparer(house.shop).prepare(asked["team"], "", envelope)
    except (SlackRefused, calls.SlackBusyError, calls.SlackUnknownError) as error:
        return [("Ours", f"can't read it now: {error}")]
    if not prepared.posts:
        return [("Ours", "reads nothing in a message of this kind")]
    return _reading_rows(prepared.posts[-1].reading, known)


@dataclass(frozen=True, slots=True)
class _Known:
    own: tuple[str, str | None]
    zone: str
    names: dict[str, str]
    is_with_mention: bool


def _facts(scope: Scope, asked: Json, message: Json) -> _Known:
    workspace = workspaces.get(scope)
    return _Known(
        own=(workspace.bot_user_id, workspace.bot_id),
        zone=people.hours_of(scope, asked["user"]).zone,
        names={one.key: one.name for one in departments.every(scope)},
        is_with_mention=mentions.in_thread(scope, asked["channel"], message.get("thread_ts") or message["ts"])
        is not None,
    )


def _reading_rows(reading: Reading, known: _Known) -> list[Row]:
    mention, promise, stance, urgency = reading.mention, reading.promise, reading.stance, reading.urgency
    rows = [
        ("A customer's words?", f"{_yes(mention.is_mention)} ({mention.score:.2f}){_why(mention.reasons)}"),
        ("Quoted", f"“{mention.quote}”" if mention.is_mention and mention.quote else ""),
        ("Said where", mention.source if mention.is_mention else ""),
        ("A promise?", f"{_yes(promise.is_promise)} ({promise.score:.2f}){_why(promise.reasons)}"),
        ("Promised", f"“{promise.words}”" if promise.is_promise else ""),
        (
            "To a customer?",
            NOT_OFFERED if promise.is_promise and not (mention.is_mention or known.is_with_mention) else "",
        ),
        ("Due", told_moment(reading.due, known.zone) if reading.due else ""),
    ]
    if mention.is_mention:
        rows += [
            (known.names.get(one.key, one.key), f"{one.score:.2f}{_why(one.reasons)}")
            for one in reading.departments
            if one.tagged
        ]
        rows.append(("Stance", f"{STANCES[stance.label] or 'unknown'}{_why(stance.reasons)}"))
        rows.append(("Urgent?", f"{_yes(urgency.is_urgent)}{_why(urgency.reasons)}"))
    return [row for row in rows if row[1]]


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _why(reasons: tuple[Reason, ...]) -> str:
    return ": " + ", ".join(one.words for one in reasons) if reasons else ""
