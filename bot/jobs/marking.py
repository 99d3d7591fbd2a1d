"""Reactions: ✅ keeps a promise, the workspace's own emoji share a message."""

from __future__ import annotations

from bot.database import Scope
from bot.ledger import marks, mention_marks, people, promises
from bot.slack import events


def keep(scope: Scope, event: events.Reacted) -> None:
    """✅ by the promiser, on the promise or on its nudge, keeps it; taking the last one away reopens it."""
    promise = marks.promise_at(scope, event.channel_id, event.ts)
    if promise is None or promise.user_id != event.user_id:
        return
    mark = marks.Mark(event.channel_id, event.ts, event.name)
    if not marks.note(scope, promise, mark, event.is_removal):
        return  # told before: by another event, or by what Slack's history showed
    if promise.user_id != event.user_id:
        return  # handed over just now
    if promise.state == "open" and not event.is_removal:
        promises.keep(scope, promise.id, event.user_id, "reaction")
    elif promise.state == "kept" and promise.reason == "reaction" and not promise.own_marks:
        promises.reopen(scope, promise.id, event.user_id)


def makes_mention(scope: Scope, event: events.Reacted) -> bool:
    """Whether the reaction makes a mention now: else what it says of one that is known is written down."""
    if event.is_removal:
        mention_marks.take_away(scope, (event.channel_id, event.ts), event.user_id, event.name)
        return False
    if not people.is_colleague(scope, event.user_id) or not mention_marks.shares(scope, event.name):
        return False
    if mention_marks.is_known(scope, event.channel_id, event.ts):
        mention_marks.note(scope, (event.channel_id, event.ts), event.user_id, event.name, is_first=False)
        return False
    return True
