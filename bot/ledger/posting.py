"""The lead's own words, posted in the thread of what a customer said, in a Slack Connect channel: the one thing that is
ever said where people from outside read. Exactly these words, because the lead asked for it, and once.
"""

from __future__ import annotations

from sqlalchemy import Select, select

from bot import outbox
from bot.database import Scope
from bot.errors import AnswerUnderWay, CantPost
from bot.ledger import entries, mentions, parts, people, shares
from bot.models import Answer, Channel, Membership, Mention, Sighting
from bot.outbox import Saying
from bot.statements import find, find_one, prepared

ANSWER, UNPOSTED = "answer", "answer_unposted"
"""Purposes of the outbox: the words of a lead; and, to the lead, that they could not be posted."""


def place(scope: Scope, mention: Mention, by: str) -> Channel | None:
    """The Slack Connect channel in which a customer said it, if `by` leads the mention and can write there."""
    channel = people.find_channel(scope, mention.home_channel_id)
    if channel is None or not channel.is_shared_outside or channel.is_archived or not channel.bot_is_in:
        return None
    share = shares.get(scope, mention.id, by)
    if share is None or not share.is_lead or not people.is_colleague(scope, by):
        return None
    is_member = find(scope.session, Membership, scope.team_id, channel.id, by) is not None
    return channel if is_member else None


def why_not(scope: Scope, mention: Mention, by: str) -> str:
    """Why the words of `by` may not be posted now; empty when they may."""
    if mention.dismissed_at is not None or scope.session.execute(*_standing(scope.team_id, mention.id)).first() is None:
        return "what the customer said is gone, or is no customer mention any more"
    if mention.answered_at is not None:
        return "the customer was answered already"
    if place(scope, mention, by) is None:
        return "you don't lead it any more, or you or I can't write in that channel"
    return ""


@prepared
def _standing(team: str, mention: str) -> Select[str]:
    at_home = (Mention.team_id == Sighting.team_id) & (Mention.id == Sighting.mention_id)
    of_mention = (Sighting.team_id == team, Sighting.mention_id == mention, Sighting.deleted_at.is_(None))
    standing = select(Sighting.id).join(Mention, at_home).where(*of_mention)
    return standing.where(Sighting.channel_id == Mention.home_channel_id).limit(1)


def ask(scope: Scope, mention_id: str, by: str) -> None:
    """*Post it there*, by the lead: what they saved goes out, in their name. Raises CantPost or AnswerUnderWay."""
    mention, _ = parts.own(scope, mention_id, by)
    check_none_under_way(scope, mention)
    why = why_not(scope, mention, by)
    own = find(scope.session, Answer, scope.team_id, mention.id, by)
    if why or own is None or not own.words.strip():
        raise CantPost(why=why or "there is nothing to post yet")
    own.asked_at = scope.now
    entries.write(scope, "ask_to_post", mention.id, by)
    outbox.put(
        scope, Saying(mention.home_channel_id, ANSWER, mention.id, details={"user": by}, key=f"{ANSWER}:{mention.id}")
    )


def check_none_under_way(scope: Scope, mention: Mention) -> None:
    """Raises AnswerUnderWay where an answer is on its way to Slack: nobody can change it any more."""
    rows = outbox.unsent_to(scope, [mention.home_channel_id], ANSWER)
    if any(row.subject_id == mention.id and row.state != "waiting" for row in rows):
        raise AnswerUnderWay


def take_back(scope: Scope, mention: Mention, own: Answer) -> None:
    """The words are written anew: what was asked for and is not under way is not posted. Raises AnswerUnderWay."""
    if own.asked_at is None:
        return
    check_none_under_way(scope, mention)
    own.asked_at = None
    outbox.cancel(scope, mention.id, "written anew", (ANSWER,))


def posted(scope: Scope, mention_id: str, by: str, ts: str | None) -> None:
    """It stands there: the customer has their reply."""
    own = find_one(scope.session, Answer, scope.team_id, mention_id, by)
    own.told_at, own.asked_at, own.posted_ts = scope.now, None, ts
    entries.write(scope, "post_answer", mention_id, by)
    scope.session.flush()
    if mentions.may_see(scope, mentions.get(scope, mention_id), by):
        mentions.mark_answered(scope, mention_id, by)


def unposted(scope: Scope, mention_id: str, by: str, why: str) -> None:
    """It could not be posted: the lead, who has it still, is told why."""
    own = find(scope.session, Answer, scope.team_id, mention_id, by)
    if own is None or own.asked_at is None:
        return
    own.asked_at = None
    entries.write(scope, "fail_to_post", mention_id, entries.BOT, why=why)
    outbox.put(scope, Saying(by, UNPOSTED, mention_id, details={"why": why}))
