"""What posts say of causes: an integration that something is fixed, a promise what it is bound to."""

from __future__ import annotations

from bot.database import Scope
from bot.facts import Reading
from bot.jobs.wanting import ReadPost
from bot.ledger import causes
from bot.understanding import cause_key, cause_keys, names_cause, says_fixed


def look(scope: Scope, post: ReadPost) -> None:
    """An integration's post, its attachments too, may say that what mentions wait for is fixed."""
    if post.is_person:
        return
    event = post.posted
    attached = (f"{one.title} {one.text} {one.url}" for one in event.attachments)
    text = " ".join((event.text, *attached))
    if says_fixed(text) and (keys := cause_keys(text)):
        causes.said_fixed(scope, keys, event.channel_id, event.ts)


def bound_to(reading: Reading) -> str | None:
    """The key of the cause that a promise is bound to, where it names one."""
    name = names_cause(reading.promise.waits_for) if reading.promise.waits_for else ""
    return cause_key(name) if name else None
