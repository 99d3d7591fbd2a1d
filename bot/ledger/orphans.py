"""Whose account is gone: their parts go to those who are on it, else somebody is asked anew; of what they promised,
somebody is asked to take it over.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, select

from bot.database import Scope
from bot.facts import PersonFacts
from bot.ledger import cards, departments, endings, entries, hand_offs, leads, mentions, nudging, people, shares, tags
from bot.models import Mention, Promise, Share
from bot.statements import prepared


def gone(scope: Scope, facts: Iterable[PersonFacts]) -> list[str]:
    """Of these people, before they are written down: whose account is gone now and was not."""
    deleted = [person.id for person in facts if person.is_deleted]
    known = people.by_ids(scope, deleted) if deleted else []
    return sorted(person.id for person in known if not person.is_deleted)


def leave(scope: Scope, user_id: str) -> int:
    """Pass on the departments that somebody headed, and every part of an open mention that they had or were asked for;
    what was done stays in the history. A part of an answered one ends: nobody would ever say that it is done.

    Co-owners come first: one of them leads, and hears so. Where nobody is left, the department asks another. Answers
    how many mentions it was.
    """
    departments.succeed(scope, user_id)
    for waiting in hand_offs.waiting_for(scope, user_id):
        hand_offs.answer(scope, waiting.id, user_id, accepted=False)
    for promise in scope.session.execute(*_promised(scope.team_id, user_id)).scalars().all():
        asked = hand_offs.ask_stand_in(scope, promise, "gone")
        nudging.plan_head_of_absent(scope, promise, asked.to_id if asked is not None else None)
    found = parts_of(scope, user_id)
    for mention_id in found:
        mention = mentions.get(scope, mention_id)
        _pass_on(scope, mention, user_id)
        cards.changed(scope, mention)
        endings.tell_sharer(scope, mention)
    return len(found)


@prepared
def _promised(team: str, user: str) -> Select[Promise]:
    own = (Promise.team_id == team, Promise.user_id == user, Promise.state == "open")
    return select(Promise).where(*own).order_by(Promise.id).with_for_update().execution_options(populate_existing=True)


def parts_of(scope: Scope, user_id: str) -> list[str]:
    """The mentions in which somebody has an open part, or is asked for one while the customer was not answered."""
    return list(scope.session.execute(*_had_part(scope.team_id, user_id)).scalars())


@prepared
def _had_part(team: str, user: str) -> Select[str]:
    both = (Mention.team_id == Share.team_id) & (Mention.id == Share.mention_id)
    is_open = (Mention.answered_at.is_(None) | (Share.state == "claimed"), Mention.dismissed_at.is_(None))
    own = (Share.team_id == team, Share.user_id == user, Share.state.in_(("asked", "claimed")) | Share.is_lead)
    return select(Mention.id).join(Share, both).where(*own, *is_open).order_by(Mention.id)


def _pass_on(scope: Scope, mention: Mention, user_id: str) -> None:
    share = shares.get(scope, mention.id, user_id)
    led = share is not None and share.is_lead
    standing = leads.waiting(scope, mention.id)
    if standing is not None and standing.to_id == user_id:
        leads.lapse(scope, mention, standing)
    if not shares.release(scope, mention, user_id, by=entries.BOT):
        shares.pass_lead_on(scope, mention)  # theirs was done: it stays so
    if led:
        leads.tell_heir(scope, mention, user_id)
    leads.cover(scope, mention)
    if mention.answered_at is None:
        _ask_others(scope, mention, user_id, share.department_id if share is not None else None)


def _ask_others(scope: Scope, mention: Mention, user_id: str, department_id: str | None) -> None:
    """Where they were asked, or were the one of their department, somebody else of it is asked."""
    for tag in tags.of_mention(scope, mention.id):
        is_theirs = tag.department_id == department_id and not _has_owner(scope, mention, tag.department_id)
        if tag.asked_id == user_id or is_theirs:
            tag.asked_id = tag.pinged_at = tag.acted_at = None
    scope.session.flush()
    tags.ask(scope, mention)


def _has_owner(scope: Scope, mention: Mention, department_id: str) -> bool:
    owning = [share for share in shares.of_mention(scope, mention.id) if share.state in {"claimed", "done"}]
    return any(share.department_id == department_id for share in owning)
