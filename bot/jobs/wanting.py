"""A message that was read, and one of which a person wants that it is a mention, whatever was read in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.facts import Reading, Reason
from bot.slack.events import Posted
from bot.understanding import plain_text


@dataclass(frozen=True, slots=True)
class ReadPost:
    """A message and what was read in it. `keys` name the outside post, `is_person` says a teammate wrote it."""

    posted: Posted
    reading: Reading
    keys: tuple[str, ...]
    is_person: bool


def wanted(post: ReadPost) -> ReadPost:
    """A person's act makes a mention of any message: what was read in it, and its best department, stand."""
    reading = post.reading
    concerned = reading.departments
    if concerned and not any(one.tagged for one in concerned):
        best = max(concerned, key=lambda one: one.score)
        asked = Reason("person", "a teammate shared it")
        concerned = (replace(best, tagged=True, reasons=best.reasons or (asked,)),)
    mention = reading.mention
    quote = mention.quote or plain_text(post.posted.text)
    shared = replace(mention, is_mention=True, quote=quote, source=mention.source or "a teammate")
    return replace(post, reading=replace(reading, mention=shared, departments=concerned))
