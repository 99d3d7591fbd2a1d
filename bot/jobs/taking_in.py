"""Customers' words from elsewhere, once they are posted: they are read like every message, and a mention there."""

from __future__ import annotations

from dataclasses import replace

from bot import inbox
from bot.database import Scope
from bot.facts import PromiseReading, Reading, Said
from bot.jobs.wanting import ReadPost, wanted
from bot.ledger import intakes, mentions, sightings, speech
from bot.ledger.intakes import Heard
from bot.outbox import OutboxRow
from bot.slack import events
from bot.slack.events import Posted
from bot.understanding import normalise_name


def said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    """Slack has a row's message: what it was for ends, and customers' words that it posted are to be read."""
    speech.said(scope, row, channel_id, ts)
    if row.purpose == intakes.POST and ts is not None:
        event = {"type": events.INTAKE_POSTED, "channel": channel_id, "ts": ts, "intake": row.subject_id}
        envelope = {"team_id": scope.team_id, "event_id": f"intake:{row.subject_id}", "event": event}
        inbox.store(scope.session, [inbox.arrival(envelope)], scope.new_id, scope.now)


def as_posted(scope: Scope, event: events.IntakePosted) -> Posted | None:
    """The words as if whoever brought them had quoted them there; None once they are a mention."""
    intake = intakes.find(scope, event.intake_id)
    if intake is None or intake.mention_id is not None:
        return None
    is_tool, heard = intake.by.startswith(intakes.HOOK), intakes.heard_in(intake)
    text = "\n".join(filter(None, (_heading(heard), *_quoted(heard.words), f"<{heard.url}>" if heard.url else "")))
    raw = {"ts": event.ts, "text": text, "user": None if is_tool else intake.by, "username": heard.source}
    return events.posted(event.channel_id, raw | ({"subtype": "bot_message"} if is_tool else {}))


def _heading(heard: Heard) -> str:
    who = heard.customer or heard.author
    return f"{_escaped(who)} said:" if who else ""


def _quoted(words: str) -> list[str]:
    return [f"&gt; {_escaped(line)}" for line in words.splitlines() if line.strip()]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def record(scope: Scope, event: events.IntakePosted, post: ReadPost) -> None:
    """It is a mention from now on, with its thread under its post."""
    intake = intakes.find(scope, event.intake_id)
    if intake is None or intake.mention_id is not None:
        return
    reading = _reading(scope, intakes.heard_in(intake), wanted(post).reading)
    by_person = None if intake.by.startswith(intakes.HOOK) else intake.by
    where = Said(event.channel_id, event.ts, event.ts, by_person, post.posted.at, keys=post.keys)
    recorded = sightings.record(scope, where, reading, intake.by)
    if by_person is not None:
        mentions.undo_dismiss(scope, recorded.mention_id, by_person)
    intakes.done(scope, intake, recorded.mention_id)


def _reading(scope: Scope, heard: Heard, reading: Reading) -> Reading:
    """What was said with the words goes before what was read in them; nobody promised anything."""
    named = intakes.customer_named(scope, normalise_name(heard.customer))
    mention = replace(
        reading.mention,
        quote=heard.words,
        url=reading.mention.url or heard.url or None,
        source=heard.source or reading.mention.source,
        customer=named or reading.mention.customer,
    )
    return replace(reading, mention=mention, promise=PromiseReading(False, 0.0), due=None)
