"""What rows about parts say: the lead that is offered, an answer that two write, who inherits, and how it ended."""

from __future__ import annotations

from collections.abc import Callable

from bot.database import Scope
from bot.facts import Outgoing, Silence
from bot.ledger import (
    absence_views,
    answers,
    endings,
    entries,
    leads,
    leaves,
    people,
    posting,
    shares,
    views,
    visibility,
    workspaces,
)
from bot.ledger.outgoing import post
from bot.ledger.visibility import Audience
from bot.messages import absences
from bot.messages import parts as part_words
from bot.models import Answer, HandOff, LeadOffer, Mention
from bot.outbox import OutboxRow
from bot.statements import find, find_one, load

LOOKED_THROUGH = 30
"""Entries of a mention, for who opened it again."""


def _lead_offer(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    asked = find_one(scope.session, LeadOffer, scope.team_id, row.subject_id)
    if not leads.stands(scope, asked):
        return Silence(f"it does not stand any more: {asked.state}")
    return post(part_words.lead_offer(views.lead_offer(scope, asked, asked.to_id)))


def _lead_answer(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    asked = find_one(scope.session, LeadOffer, scope.team_id, row.subject_id)
    if asked.state != "accepted" and not leads.leads_still(scope, asked):
        return Silence("they lead no more")
    return post(part_words.lead_answered(views.lead_offer(scope, asked, asked.from_id)))


def _lead_back(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    asked = find_one(scope.session, LeadOffer, scope.team_id, row.subject_id)
    own = shares.get(scope, asked.mention_id, row.lane_id)
    if own is None or own.state != "claimed" or own.is_lead:
        return Silence("they lead, or have no part in it any more")
    return post(absences.lead_back(views.lead_offer(scope, asked, row.lane_id)))


def _welcome_back(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    offers = load(scope.session, LeadOffer, scope.team_id, row.details["offers"])
    taken = load(scope.session, HandOff, scope.team_id, row.details["hand_offs"])
    found = absence_views.meanwhile(scope, row.lane_id, list(offers.values()), list(taken.values()))
    return post(absences.welcome_back(found)) if found else Silence("nothing of it can be opened by them")


def _writing_too(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention, other = find_one(scope.session, Mention, scope.team_id, row.subject_id), str(row.details["user"])
    if mention.answered_at is not None or not answers.is_writing(scope, mention.id, other):
        return Silence("they write no more, or it was answered")
    own = str(row.details.get("own", mention.id))
    if not answers.is_writing(scope, own, row.lane_id):
        return Silence("they write no more themselves")
    about = views.mention_about(scope, mention, Audience(user_id=row.lane_id))
    return post(part_words.writing_too(other, about, views.link_card(scope, mention), is_elsewhere=own != mention.id))


def _inherits(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention = find_one(scope.session, Mention, scope.team_id, row.subject_id)
    own = shares.get(scope, mention.id, row.lane_id)
    if own is None or not own.is_lead or mention.dismissed_at is not None or mention.answered_at is not None:
        return Silence("they don't lead any more, or nothing is left to do")
    about = views.mention_about(scope, mention, Audience(user_id=row.lane_id))
    led, person = str(row.details["user"]), people.find(scope, str(row.details["user"]))
    share, is_here = shares.get(scope, mention.id, led), person is not None and person.is_reachable
    note = share.note if share is not None else ""
    return post(part_words.inherits(led, about, views.link_card(scope, mention), note, is_here=is_here))


def _reopened(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention = find_one(scope.session, Mention, scope.team_id, row.subject_id)
    own, place = shares.get(scope, mention.id, row.lane_id), mention.card_channel_id or mention.home_channel_id
    if mention.answered_at is not None or mention.dismissed_at is not None:
        return Silence("it is settled again")
    if own is None or own.is_muted or not (own.is_lead or own.state == "claimed"):
        return Silence("they are not on it any more, or hear no more of it")
    if not visibility.person_can_open(scope, row.lane_id, place):
        return Silence("they can't open it any more")
    told = entries.latest(scope, mention.id, LOOKED_THROUGH)
    by = next((one.by for one in told if one.act == "reopen"), entries.BOT)
    about = views.mention_about(scope, mention, Audience(user_id=row.lane_id))
    who = None if by in {entries.BOT, row.lane_id} else by
    return post(part_words.reopened(about, views.link_card(scope, mention), who, is_lead=own.is_lead))


def _ended(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention = find_one(scope.session, Mention, scope.team_id, row.subject_id)
    if endings.whom_to_tell(scope, mention) != row.lane_id:
        return Silence("there is nobody to tell")
    if not endings.is_closed(scope, mention):
        return Silence("it is open again")
    return post(part_words.ended(views.ended(scope, mention, row.lane_id)))


def _answer(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    """Where people from outside read, these words and nothing else: as the lead typed them, in their name."""
    mention, by = find_one(scope.session, Mention, scope.team_id, row.subject_id), str(row.details["user"])
    why = posting.why_not(scope, mention, by)
    own = find(scope.session, Answer, scope.team_id, mention.id, by)
    person = people.find(scope, by)
    if why or own is None or own.asked_at is None or person is None or row.lane_id != mention.home_channel_id:
        return Silence(why or "it was written anew")
    words = part_words.in_their_name(person.name, workspaces.get(scope).name, own.words)
    # No blocks and no markup: Slack shows what was typed.
    arguments = {"text": words, "thread_ts": mention.home_ts, "mrkdwn": False, "unfurl_links": False}
    return Outgoing("chat.postMessage", arguments)


def _answer_said(scope: Scope, row: OutboxRow, channel_id: str, ts: str | None) -> None:
    posting.posted(scope, str(row.subject_id), str(row.details["user"]), ts)


def _unposted(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    mention = find_one(scope.session, Mention, scope.team_id, row.subject_id)
    about = views.mention_about(scope, mention, Audience(user_id=row.lane_id))
    return post(part_words.unposted(about, views.link_card(scope, mention), str(row.details["why"])))


RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {
    leads.OFFER: _lead_offer,
    leads.ANSWER: _lead_answer,
    leads.BACK: _lead_back,
    leaves.WELCOME_BACK: _welcome_back,
    endings.ENDED: _ended,
    endings.REOPENED: _reopened,
    answers.BOTH: _writing_too,
    leads.INHERITS: _inherits,
    posting.ANSWER: _answer,
    posting.UNPOSTED: _unposted,
}
SAID: dict[str, Callable[[Scope, OutboxRow, str, str | None], None]] = {posting.ANSWER: _answer_said}
