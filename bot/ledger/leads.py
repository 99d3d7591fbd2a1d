"""The lead of a mention, offered to a teammate: it passes on when they accept, and stays where it is until then."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot import outbox
from bot.database import Scope, plain
from bot.errors import LeadOffered, LeadSettled, NotAllowed, NotTheLead
from bot.facts import Absence
from bot.ledger import absences, cards, entries, later, mentions, people, shares, slots, standing_in
from bot.ledger.standing_in import Sought
from bot.models import LeadOffer, Mention
from bot.models.mention import LEAD_MOVES
from bot.statements import find, prepared

LAPSES_AFTER = timedelta(hours=4)
"""Working hours of whoever is asked."""
OFFER: Final = "lead_offer"
ANSWER: Final = "lead_answer"
BACK, INHERITS = "lead_back", "inherits"
"""Purposes of the outbox: the question, what became of it, that whoever led is back; and that somebody leads now since
whoever led has stepped back or left.
"""


def offer(scope: Scope, mention_id: str, by: str, to: str, note: str = "") -> LeadOffer:
    """Ask a teammate to lead. Raises NotTheLead, LeadOffered when somebody is being asked, or NotAllowed for someone
    who can't lead or could not see what it is about.
    """
    mention = mentions.get(scope, mention_id, by=by)
    if _lead_of(scope, mention) != by:
        raise NotTheLead
    person = people.find(scope, to)
    if to == by or person is None or not person.is_reachable or person.is_guest:
        raise NotAllowed(why="pass the lead on to a teammate with an account here")
    if mention.dismissed_at is not None:
        raise NotAllowed(why="it was marked as not a customer mention; click *Undo* on its card first")
    if not mentions.may_work(scope, mention, to):
        raise NotAllowed(why="they can't open this channel; invite them first, or choose someone else")
    standing = waiting(scope, mention.id)
    if standing is not None and stands(scope, standing):
        raise LeadOffered(who=standing.to_id)
    if standing is not None:  # whoever made it leads no more
        _end(scope, standing, "lapse", entries.BOT)
    made = _add(scope, mention, by, to)
    made.note = note
    entries.write(scope, "offer_lead", mention.id, by, to=to)
    outbox.put(scope, outbox.Saying(to, OFFER, made.id))
    return made


def _add(scope: Scope, mention: Mention, by: str, to: str) -> LeadOffer:
    made = LeadOffer(team_id=scope.team_id, id=scope.new_id(), mention_id=mention.id, from_id=by, to_id=to, note="")
    made.state, made.created_at = "offered", scope.now
    made.lapses_at = people.hours_of(scope, to).add_working(scope.now, LAPSES_AFTER)
    scope.session.add(made)
    scope.session.flush()
    cards.changed(scope, mention)
    return made


def ask_stand_in(scope: Scope, mention: Mention, why: Absence) -> LeadOffer | None:
    """Whoever leads is not there: a co-owner, who is on duty or the head is asked to stand in, one after the other.
    They keep their part. None while somebody is asked, or when nobody is left. The caller has locked the mention.
    """
    lead, channel_id = _lead_of(scope, mention), mention.card_channel_id or mention.home_channel_id
    standing = waiting(scope, mention.id)
    if lead is None or mention.answered_at is not None or mention.dismissed_at is not None:
        return None
    if standing is not None and stands(scope, standing):
        return None
    if standing is not None:
        _end(scope, standing, "lapse", entries.BOT)
    tried = scope.session.execute(*_tried(scope.team_id, mention.id, lead)).scalars().all()
    to = standing_in.find(scope, mention, Sought(lead, why, channel_id, tried))
    if to is None:
        return None
    made = _add(scope, mention, lead, to)
    made.why = why
    later.say(scope, OFFER, to, made.id)
    entries.write(scope, "ask_stand_in", mention.id, entries.BOT, to=to, reason=why)
    moment = absences.back_at(scope, lead) or people.hours_of(scope, lead).next_working(scope.now)
    slots.plan_act(scope, "back", lead, lead, moment)
    return made


@prepared
def _tried(team: str, mention: str, lead: str) -> Select[str]:
    of_lead = (LeadOffer.team_id == team, LeadOffer.mention_id == mention, LeadOffer.from_id == lead)
    stood_in = (LeadOffer.why != "") & (LeadOffer.state == "accepted")
    return select(LeadOffer.to_id).where(*of_lead, stood_in | LeadOffer.state.in_(("declined", "lapsed")))


def cover(scope: Scope, mention: Mention) -> None:
    """Whoever leads now may have been on leave for a while: somebody is asked to stand in, as when it began. The caller
    has locked the mention.
    """
    lead = _lead_of(scope, mention)
    if lead is not None and absences.kind(scope, lead) == "leave":
        ask_stand_in(scope, mention, "leave")


def stood_in(scope: Scope, user_id: str) -> list[LeadOffer]:
    """Where others were asked to lead in that person's absence, or do."""
    theirs = (LeadOffer.team_id == scope.team_id, LeadOffer.from_id == user_id, LeadOffer.why != "")
    standing = select(LeadOffer).where(*theirs, LeadOffer.state.in_(("offered", "accepted")))
    return list(scope.session.execute(standing.order_by(LeadOffer.id)).scalars())


def withdraw(scope: Scope, mention: Mention, asked: LeadOffer) -> None:
    """Whoever leads is back before anybody stood in: nobody need. The caller has locked the mention."""
    _end(scope, asked, "lapse", entries.BOT)
    outbox.cancel(scope, asked.id, "they are back", (OFFER,))
    cards.changed(scope, mention)


def give_back(scope: Scope, mention: Mention, asked: LeadOffer) -> None:
    """Whoever led is back, and leads again, also where somebody stands in for the stand-in; these keep their parts. The
    caller has locked the mention.
    """
    own, lead, among = shares.get(scope, mention.id, asked.from_id), _lead_of(scope, mention), _chain(scope, asked)
    is_open = mention.answered_at is None and mention.dismissed_at is None
    if not is_open or own is None or own.state != "claimed" or lead not in {one.to_id for one in among}:
        _end(scope, asked, "give_back", entries.BOT)
        return
    for one in among:
        _end(scope, one, "give_back", entries.BOT)
    shares.pass_lead(scope, mention, asked.from_id)
    outbox.put(scope, outbox.Saying(str(lead), BACK, asked.id))
    cards.changed(scope, mention)


def _chain(scope: Scope, asked: LeadOffer) -> list[LeadOffer]:
    """Who stands in, who stands in for them while they are away, and so on."""
    stands_in = (LeadOffer.team_id == scope.team_id, LeadOffer.mention_id == asked.mention_id, LeadOffer.why != "")
    accepted = select(LeadOffer).where(*stands_in, LeadOffer.state == "accepted").order_by(LeadOffer.id)
    found, by_whom = [asked], {one.from_id: one for one in scope.session.execute(accepted).scalars()}
    while (after := by_whom.get(found[-1].to_id)) is not None and after not in found:
        found.append(after)
    return found


def answer(scope: Scope, offer_id: str, by: str, accepted: bool) -> LeadOffer:
    """*I'll lead* or *I can't*; whoever asked is told. Raises LeadSettled when the offer no longer stands."""
    asked, mention = _standing(scope, offer_id)
    if asked.to_id != by:
        raise LeadSettled
    _end(scope, asked, "accept" if accepted else "decline", by)
    if accepted:
        shares.claim(scope, mention, by)
        shares.pass_lead(scope, mention, by)
    if not asked.why:
        outbox.put(scope, outbox.Saying(asked.from_id, ANSWER, asked.id))
        cover(scope, mention)
    elif not accepted:
        ask_stand_in(scope, mention, asked.why)  # type: ignore[arg-type]  # the column holds these words only
    cards.changed(scope, mention)
    return asked


def take_back(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `offer`, while it is not answered. Answers False when none of theirs stands."""
    mention = mentions.get(scope, mention_id, by=by)
    standing = waiting(scope, mention.id)
    if standing is None or standing.from_id != by:
        return False
    _end(scope, standing, "take_back", by)
    outbox.cancel(scope, standing.id, "taken back", (OFFER,))
    cards.changed(scope, mention)
    return True


def stands(scope: Scope, asked: LeadOffer) -> bool:
    """Whether it can still be accepted: nobody answered it, nobody else leads than who offers it, and the asked may see
    it. Who offered it and stepped back leaves it standing.
    """
    mention = scope.session.get(Mention, (scope.team_id, asked.mention_id))
    if asked.state != "offered" or mention is None or mention.dismissed_at is not None:
        return False
    return _lead_of(scope, mention) in {asked.from_id, None} and mentions.may_work(scope, mention, asked.to_id)


def tell_heir(scope: Scope, mention: Mention, led: str) -> None:
    """Whoever led is on it no more: who leads now hears so, if anybody does. The caller has locked the mention."""
    heir = _lead_of(scope, mention)
    if heir not in {None, led}:
        outbox.put(scope, outbox.Saying(str(heir), INHERITS, mention.id, details={"user": led}))


def leads_still(scope: Scope, asked: LeadOffer) -> bool:
    """Whether whoever made an offer leads."""
    mention = find(scope.session, Mention, scope.team_id, asked.mention_id)
    return mention is not None and _lead_of(scope, mention) == asked.from_id


def lapse_due(scope: Scope) -> int:
    """Let offers lapse that nobody answered in working time; whoever asked is told. Answers how many."""
    overdue = scope.session.execute(*_overdue(scope.team_id, scope.now)).scalars().all()
    lapsed = 0
    for mention_id in overdue:
        mention = mentions.get(scope, mention_id)
        standing = waiting(scope, mention.id)
        if standing is None or standing.lapses_at > scope.now:
            continue
        lapsed += 1
        lapse(scope, mention, standing)
    return lapsed


def lapse(scope: Scope, mention: Mention, standing: LeadOffer) -> None:
    """Nobody will answer it; whoever asked is told, where they still wait. The caller has locked the mention."""
    is_news = stands(scope, standing) and mention.answered_at is None and leads_still(scope, standing)
    _end(scope, standing, "lapse", entries.BOT)
    outbox.cancel(scope, standing.id, "lapsed", (OFFER,))
    if is_news and standing.why:
        ask_stand_in(scope, mention, standing.why)  # type: ignore[arg-type]  # the column holds these words only
    elif is_news:
        later.say(scope, ANSWER, standing.from_id, standing.id)
        cover(scope, mention)
    cards.changed(scope, mention)


@prepared
def _overdue(team: str, now: datetime) -> Select[str]:
    late = (LeadOffer.team_id == team, LeadOffer.state == "offered", LeadOffer.lapses_at <= now)
    return select(LeadOffer.mention_id).where(*late).order_by(LeadOffer.mention_id)


def next_due(session: Session) -> datetime | None:
    """When the next offer lapses, in any workspace."""
    return session.execute(_next_due()).scalar()


@cache
def _next_due() -> Select[datetime | None]:
    lapsing = select(func.min(LeadOffer.lapses_at, type_=LeadOffer.lapses_at.type))
    return plain(lapsing.where(LeadOffer.state == "offered"))


def waiting(scope: Scope, mention_id: str) -> LeadOffer | None:
    """The offer of a mention's lead that nobody has answered yet."""
    found: LeadOffer | None = scope.session.execute(*_waiting(scope.team_id, mention_id)).scalar_one_or_none()
    return found


@prepared
def _waiting(team: str, mention: str) -> Select[LeadOffer]:
    of_mention = (LeadOffer.team_id == team, LeadOffer.mention_id == mention, LeadOffer.state == "offered")
    return select(LeadOffer).where(*of_mention).execution_options(populate_existing=True)


def _standing(scope: Scope, offer_id: str) -> tuple[LeadOffer, Mention]:
    """The mention is locked first, as everywhere; then what was offered is looked at as it is now."""
    asked = scope.session.get(LeadOffer, (scope.team_id, offer_id))
    if asked is None:
        raise LeadSettled
    mention = mentions.get(scope, asked.mention_id)
    scope.session.refresh(asked)
    if not stands(scope, asked):
        raise LeadSettled
    return asked, mention


def _end(scope: Scope, asked: LeadOffer, act: str, by: str) -> None:
    ((_, to),) = LEAD_MOVES[act]
    asked.state, asked.ended_at = to, scope.now
    entries.write(scope, f"{act}_lead", asked.mention_id, by, to=asked.to_id)
    scope.session.flush()


def _lead_of(scope: Scope, mention: Mention) -> str | None:
    return next((share.user_id for share in shares.of_mention(scope, mention.id) if share.is_lead), None)
