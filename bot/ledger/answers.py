"""Answering as one: what the owners found, what was answered before, and who is writing, so that a customer gets one
answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select

from bot import outbox
from bot.database import Scope
from bot.ledger import customers, entries, mention_views, mentions, parts, posting, visibility
from bot.ledger.visibility import Audience
from bot.models import Answer, Mention
from bot.statements import find, prepared

AT_ONCE = timedelta(minutes=30)
"""Who began so lately is taken to be writing still."""
BOTH = "writing_too"
"""Purpose of the outbox: whoever was writing already hears that somebody else begins."""
MOST_EARLIER = 100


@dataclass(frozen=True, slots=True)
class Earlier:
    """A mention that was answered: what the customer had said, as far as the reader may see it, and the answer."""

    mention: Mention
    quote: str
    words: str
    by: str


def begin(scope: Scope, mention_id: str, by: str) -> list[Answer]:
    """Somebody who is on it begins to write. Answers who else is writing; each of them is told, once, and so is who
    writes to the same customer about something else. Raises NoPart.
    """
    mention, _ = parts.own(scope, mention_id, by)
    if mention.customer_id is not None:
        customers.get(scope, mention.customer_id, by=by)  # locked: of two who begin at once, one sees the other
    own = find(scope.session, Answer, scope.team_id, mention.id, by)
    is_new = own is None or not _is_writing(scope, own)
    if own is None:
        own = Answer(team_id=scope.team_id, mention_id=mention.id, user_id=by, words="")
        scope.session.add(own)
    own.opened_at = scope.now
    scope.session.flush()
    others = [one for one in of_mention(scope, mention.id) if one.user_id != by and _is_writing(scope, one)]
    for other in others if is_new else []:
        outbox.put(scope, outbox.Saying(other.user_id, BOTH, mention.id, details={"user": by}))
    for other, _ in elsewhere(scope, mention, by) if is_new else []:
        details = {"user": by, "own": other.mention_id}
        outbox.put(scope, outbox.Saying(other.user_id, BOTH, mention.id, details=details))
    return others


def elsewhere(scope: Scope, mention: Mention, by: str) -> list[tuple[Answer, Mention]]:
    """Who else writes to the same customer just now, about another mention, where both could open what the other is
    about.
    """
    if mention.customer_id is None:
        return []
    same = customers.ids_of(scope, customers.get(scope, mention.customer_id))
    found = scope.session.execute(*_begun_lately(scope.team_id, same, mention.id, scope.now - AT_ONCE)).all()
    return [
        (one, other)
        for one, other in found
        if one.user_id != by and _is_writing(scope, one)
        if mentions.may_work(scope, other, by) and mentions.may_work(scope, mention, one.user_id)
    ]


@prepared
def _begun_lately(team: str, same: Sequence[str], mention: str, since: datetime) -> Select[Answer, Mention]:
    both = (Mention.team_id == Answer.team_id) & (Mention.id == Answer.mention_id)
    theirs = (Mention.customer_id.in_(same), Mention.customer_id.is_not(None), Mention.id != mention)
    is_open = (Mention.answered_at.is_(None), Mention.dismissed_at.is_(None))
    lately = select(Answer, Mention).join(Mention, both)
    statement = lately.where(Answer.team_id == team, Answer.opened_at > since, *theirs, *is_open)
    return statement.order_by(Answer.opened_at, Answer.mention_id, Answer.user_id)


def write(scope: Scope, mention_id: str, by: str, words: str, is_sent: bool) -> bool:
    """Keep what somebody wrote; `is_sent` says that the customer has it. Answers whether that is new. Raises NoPart."""
    mention, _ = parts.own(scope, mention_id, by)
    own = find(scope.session, Answer, scope.team_id, mention.id, by)
    if own is None:
        own = Answer(team_id=scope.team_id, mention_id=mention.id, user_id=by, opened_at=scope.now)
        scope.session.add(own)
    posting.take_back(scope, mention, own)
    own.words, own.saved_at = words, scope.now
    own.told_at = scope.now if is_sent else own.told_at
    entries.write(scope, "write_answer", mention.id, by, is_sent=is_sent)
    scope.session.flush()
    return is_sent and mentions.mark_answered(scope, mention.id, by)


def of_mention(scope: Scope, mention_id: str) -> list[Answer]:
    """What was written about a mention, the latest saved first."""
    found = list(scope.session.execute(*_of_mention(scope.team_id, mention_id)).scalars())
    return sorted(found, key=lambda one: (one.saved_at or one.opened_at, one.user_id), reverse=True)


@prepared
def _of_mention(team: str, mention: str) -> Select[Answer]:
    return select(Answer).where(Answer.team_id == team, Answer.mention_id == mention)


def is_writing(scope: Scope, mention_id: str, user_id: str) -> bool:
    """Whether somebody began to write about it lately, and has not sent it."""
    own = find(scope.session, Answer, scope.team_id, mention_id, user_id)
    return own is not None and _is_writing(scope, own)


def _is_writing(scope: Scope, one: Answer) -> bool:
    has_sent = one.told_at is not None and one.told_at >= one.opened_at
    return not has_sent and scope.now - one.opened_at < AT_ONCE


def lately(scope: Scope, mention_id: str, reader: str) -> list[Earlier]:
    """The latest answers to other mentions of which this reader could open the card in Slack, the latest first."""
    audience = Audience(user_id=reader)
    found = scope.session.execute(*_sent(scope.team_id, mention_id, MOST_EARLIER)).all()
    places = {mention.id: mention.card_channel_id or mention.home_channel_id for _, mention in found}
    opened = visibility.opened(scope, audience, set(places.values()))
    shown = [(answer, mention) for answer, mention in found if places[mention.id] in opened]
    seen = mention_views.sightings(scope, [mention.id for _, mention in shown], audience)
    lines = {mention_id: mention_views.first_shown(some) for mention_id, some in seen.items()}
    return [
        Earlier(mention, line.quote, answer.words, answer.user_id)
        for answer, mention in shown
        if (line := lines.get(mention.id)) is not None and line.quote.strip() and answer.words.strip()
    ]


@prepared
def _sent(team: str, mention: str, most: int) -> Select[Answer, Mention]:
    both = (Mention.team_id == Answer.team_id) & (Mention.id == Answer.mention_id)
    sent = (Answer.team_id == team, Answer.told_at.is_not(None), Answer.mention_id != mention)
    standing = select(Answer, Mention).join(Mention, both).where(*sent, Mention.dismissed_at.is_(None))
    return standing.order_by(Answer.told_at.desc(), Answer.mention_id, Answer.user_id).limit(most)


def first_words(scope: Scope, mention: Mention, reader: str) -> str:
    """What the customer said, as far as this reader may see it."""
    seen = mention_views.sightings(scope, [mention.id], Audience(user_id=reader)).get(mention.id, [])
    line = mention_views.first_shown(seen)
    return line.quote if line else ""
