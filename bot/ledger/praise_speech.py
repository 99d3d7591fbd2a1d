"""What is said of good news: "this is yours", whether a customer may be quoted, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import mention_views, mentions, praise
from bot.ledger.outgoing import post
from bot.ledger.visibility import Audience
from bot.messages import praise as words
from bot.messages.views import MentionLine, QuoteView
from bot.models import Credit, Mention
from bot.models.praise import QuoteState
from bot.outbox import OutboxRow
from bot.statements import find, find_one


def quote_view(mention: Mention) -> QuoteView | None:
    """Whether it may be quoted, on its card."""
    if mention.quote_state is None or mention.quote_state == "taken_back":
        return None
    return QuoteView(cast(QuoteState, mention.quote_state), str(mention.quote_by), str(mention.quote_to))


def _line(scope: Scope, row: OutboxRow) -> tuple[Mention, MentionLine | None]:
    mention = find_one(scope.session, Mention, scope.team_id, row.subject_id)
    is_shown = mention.dismissed_at is None and mentions.may_see(scope, mention, row.lane_id)
    return mention, mention_views.line(scope, mention, Audience(user_id=row.lane_id)) if is_shown else None


def _credit(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention, line = _line(scope, row)
    credit = find(scope.session, Credit, scope.team_id, mention.id, row.lane_id)
    if line is None or credit is None:
        return Silence("it was taken back, or they can't open it")
    return post(words.yours(line, credit.by))


def _quote(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention, line = _line(scope, row)
    if line is None or mention.quote_state != "asked" or mention.quote_to != row.lane_id:
        return Silence("it was answered, or taken back")
    return post(words.may_we_quote(line, str(mention.quote_by), row.lane_id))


def _quoted(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention, line = _line(scope, row)
    if line is None or mention.quote_state not in {"allowed", "refused"}:
        return Silence("it is asked again, or they can't open it")
    return post(words.quote_answered(line, str(mention.quote_to), mention.quote_state == "allowed"))


RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {
    praise.CREDIT: _credit,
    praise.QUOTE: _quote,
    praise.QUOTED: _quoted,
}
