"""What a ping says, the one message of a mention that notifies; and what takes its place when that is dismissed."""

from __future__ import annotations

from collections.abc import Callable

from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import cards, departments, mentions, shares, tags, views, visibility
from bot.ledger.outgoing import post, update
from bot.messages import cards as words
from bot.messages.views import AskedView, Message
from bot.models import Department, Mention, Tag
from bot.outbox import OutboxRow
from bot.statements import find_one


def _ping(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    """People who took part meanwhile, or who shared it themselves, need no ping."""
    mention = _mention(scope, row)
    if mention.dismissed_at is not None or mention.answered_at is not None:
        return Silence("it was answered or is no customer mention")
    if row.lane_id != mention.card_channel_id:
        return Silence("its card has moved")
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence(cards.OVERHEARD)
    waiting = [tag for tag in _tags(scope, mention, row) if tag.pinged_at is None]
    asked = _asked(scope, mention, waiting)
    if not asked:
        return Silence("everyone asked is on it")
    at_home = mention.card_channel_id == mention.home_channel_id
    return post(_words(scope, mention, asked), mention.home_ts if at_home else mention.card_ts)


def _ping_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    mention = _mention(scope, row)
    for tag in _tags(scope, mention, row):
        tag.pinged_at = tag.pinged_at or scope.now
    if mention.dismissed_at is not None and ts is not None:  # while it was on its way
        cards.renew_ping(scope, row, channel_id, ts)


def _ping_again(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    """In its place: nothing is asked while the mention is dismissed; once it is one again, who is asked still."""
    mention = _mention(scope, row)
    if visibility.has_outsiders(scope, row.lane_id):
        return Silence(cards.OVERHEARD)
    if mention.dismissed_at is not None:
        message = words.ping_over(mentions.is_gone(scope, mention))
    elif asked := _asked(scope, mention, _tags(scope, mention, row)):
        message = _words(scope, mention, asked)
    else:
        message = words.ping_met(views.link_card(scope, mention))
    return update(message, str(row.details["ts"]))


def _words(scope: Scope, mention: Mention, asked: list[AskedView]) -> Message:
    link = views.link_card(scope, mention)
    if mention.is_praise:
        return words.ping_praise(asked, link)
    return words.ping(asked, link, bool(mention.urgent_reasons))


def _mention(scope: Scope, row: OutboxRow) -> Mention:
    return find_one(scope.session, Mention, scope.team_id, row.subject_id)


def _tags(scope: Scope, mention: Mention, row: OutboxRow) -> list[Tag]:
    return [tag for tag in tags.of_mention(scope, mention.id) if tag.department_id in row.details["departments"]]


def _asked(scope: Scope, mention: Mention, found: list[Tag]) -> list[AskedView]:
    return [view for tag in found if (view := _asked_for(scope, mention, tag)) is not None]


def _asked_for(scope: Scope, mention: Mention, tag: Tag) -> AskedView | None:
    department: Department = departments.get(scope, tag.department_id)
    share = shares.get(scope, mention.id, tag.asked_id or "")
    if share is None or share.state != "asked" or shares.has_shared(scope, mention, share.user_id):
        return None
    group = department.group_id if mention.urgent_reasons else None
    role = departments.role_of(department, share.user_id)
    return AskedView(department.name, tuple(tag.reasons), None if group else tag.asked_id, group, role)


RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {
    cards.PING: _ping,
    cards.PING_AGAIN: _ping_again,
}
SAID: dict[str, Callable[[Scope, OutboxRow, str, str | None], None]] = {cards.PING: _ping_said}
