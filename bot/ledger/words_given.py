"""Whether a customer has heard that what they waited for is fixed, as the promise to tell them is kept or not."""

from __future__ import annotations

from bot.database import Scope
from bot.ledger import slots
from bot.models import Mention, Promise
from bot.statements import find


def kept(scope: Scope, promise: Promise) -> None:
    """A word to a customer after what they waited for was fixed tells them so."""
    mention = _fixed(scope, promise)
    if mention is not None:
        mention.fix_told_at = mention.fix_told_at or scope.now
        slots.skip(scope, mention.id, "they were told", which="fixed")


def reopened(scope: Scope, promise: Promise) -> None:
    """The reverse: the word that told them was not given after all."""
    mention = _fixed(scope, promise)
    if mention is not None and mention.fix_told_at is not None and mention.fix_told_at == promise.ended_at:
        mention.fix_told_at = None


def withdrawn(scope: Scope, promise: Promise) -> None:
    """Nobody else needed to hear that it is fixed, since this was promised: now they do."""
    mention = _fixed(scope, promise)
    if mention is not None and mention.fix_told_at is None and promise.opened_at is not None:
        slots.plan_again(scope, mention.id, "fixed", promise.opened_at, but=promise.user_id)


def _fixed(scope: Scope, promise: Promise) -> Mention | None:
    """The mention that a promise is about, if what it waited for is fixed."""
    mention = find(scope.session, Mention, scope.team_id, promise.mention_id) if promise.mention_id else None
    is_fixed = mention is not None and mention.cause_id is not None and mention.waits_since is None
    return mention if is_fixed else None
