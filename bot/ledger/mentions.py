"""Mentions: a customer's words, once, and what people do about them. Every act has its reverse."""

from __future__ import annotations

from sqlalchemy import Select, select

from bot import outbox
from bot.database import Scope
from bot.errors import DepartmentActed, MentionGone, NotAllowed
from bot.ledger import cards, corrections, departments, endings, entries, people, shares, slots, tags, visibility
from bot.models import Department, Mention, Sighting, Slot
from bot.statements import find, find_locked, prepared


def get(scope: Scope, mention_id: str, *, by: str | None = None) -> Mention:
    """The mention, locked for a change. Raises MentionGone also when `by` could not open its thread in Slack."""
    mention = find_locked(scope.session, Mention, scope.team_id, mention_id)
    if mention is None or (by is not None and not may_see(scope, mention, by)):
        raise MentionGone
    return mention


def may_see(scope: Scope, mention: Mention, user_id: str) -> bool:
    """Whether a person could open one of the places where the mention stands."""
    places = {mention.home_channel_id, mention.card_channel_id or mention.home_channel_id}
    return any(visibility.person_can_open(scope, user_id, channel_id) for channel_id in places)


def seen(scope: Scope, mention_id: str, by: str) -> Mention:
    """The mention, for somebody who looks at it: nothing is locked. Raises MentionGone."""
    mention = find(scope.session, Mention, scope.team_id, mention_id)
    if mention is None or not may_see(scope, mention, by):
        raise MentionGone
    return mention


def may_work(scope: Scope, mention: Mention, user_id: str) -> bool:
    """Whether a person could open the thread in which people work on it, its card's."""
    return visibility.person_can_open(scope, user_id, mention.card_channel_id or mention.home_channel_id)


def in_thread(scope: Scope, channel_id: str, thread_ts: str) -> Mention | None:
    """The mention that is dealt with in that thread (its home, a sighting's thread, or its card's)."""
    found: Mention | None = scope.session.execute(
        *_by_sighting(scope.team_id, channel_id, thread_ts)
    ).scalar_one_or_none()
    if found is not None:
        return found
    carded: Mention | None = scope.session.execute(*_by_card(scope.team_id, channel_id, thread_ts)).scalar_one_or_none()
    return carded


@prepared
def _by_sighting(team: str, channel: str, thread: str) -> Select[Mention]:
    return (
        select(Mention)
        .join(Sighting, (Sighting.team_id == Mention.team_id) & (Sighting.mention_id == Mention.id))
        .where(Mention.team_id == team, Sighting.channel_id == channel, Sighting.thread_ts == thread)
        .order_by(Mention.id)
        .limit(1)
    )


@prepared
def _by_card(team: str, channel: str, card: str) -> Select[Mention]:
    return (
        select(Mention)
        .where(Mention.team_id == team, Mention.card_channel_id == channel, Mention.card_ts == card)
        .limit(1)
    )


def bring_in(scope: Scope, mention_id: str, department_id: str, by: str, reason: str = "") -> bool:
    """A teammate tags another department. Answers False when it was tagged already."""
    mention = _standing(scope, mention_id, by)
    reasons = [reason] if reason else []
    if not tags.add(scope, mention, department_id, (tags.next_position(scope, mention.id), reasons, by)):
        return False
    corrections.undo(scope, mention.id, department_id, by, is_right=False)
    corrections.note(scope, mention.id, department_id, by)
    entries.write(scope, "bring_in", mention.id, by, department=department_id, reason=reason)
    tags.ask(scope, mention)
    cards.changed(scope, mention)
    return True


def _standing(scope: Scope, mention_id: str, by: str) -> Mention:
    """The mention, locked. Raises NotAllowed where it was dismissed."""
    mention = get(scope, mention_id, by=by)
    if mention.dismissed_at is not None:
        raise NotAllowed(why="it was marked as not a customer mention; click *Undo* on its card first")
    return mention


def take_back(scope: Scope, mention_id: str, department_id: str, by: str) -> bool:
    """The reverse of `bring_in`, by anybody who sees the card. Answers False when it was not tagged (any more).

    Raises DepartmentActed when somebody there has acted, or no teammate brought it in.
    """
    mention = get(scope, mention_id, by=by)
    tag = tags.get(scope, mention.id, department_id)
    if tag is None:
        return False
    if not tags.may_take_back(tag):
        raise DepartmentActed(name=departments.get(scope, department_id).name)
    tags.take_off(scope, mention, tag)
    corrections.undo(scope, mention.id, department_id, by, is_right=True)
    entries.write(scope, "take_back", mention.id, by, department=department_id)
    cards.changed(scope, mention)
    return True


def leave_out(scope: Scope, mention_id: str, department_id: str, by: str) -> bool:
    """*Wrong department*: its tag comes off, and stays off until somebody undoes that or brings it in. What a teammate
    brought in is taken back. Answers False when it was not tagged (any more).

    Raises DepartmentActed when somebody there has acted.
    """
    mention = _standing(scope, mention_id, by)
    tag = tags.get(scope, mention.id, department_id)
    if tag is None:
        return False
    if tag.acted_at is not None:
        raise DepartmentActed(name=departments.get(scope, department_id).name)
    if tag.brought_in_by is not None:
        return take_back(scope, mention_id, department_id, by)
    corrections.note_wrong(scope, tag, by)
    tags.take_off(scope, mention, tag)
    entries.write(scope, "leave_out", mention.id, by, department=department_id)
    cards.changed(scope, mention)
    return True


def undo_leave_out(scope: Scope, mention_id: str, department_id: str, by: str) -> bool:
    """The reverse of `leave_out`: the tag is back as it was, and asks again. Answers False when it was not off."""
    mention = _standing(scope, mention_id, by)
    was = corrections.undo(scope, mention.id, department_id, by, is_right=False)
    if was is None:
        return False
    tags.add(scope, mention, department_id, (was.position, was.reasons, None))
    entries.write(scope, "undo_leave_out", mention.id, by, department=department_id)
    tags.ask(scope, mention)
    cards.changed(scope, mention)
    return True


def answer_for(scope: Scope, mention_id: str, department_id: str, user_id: str, by: str) -> Department:
    """Someone answers for a tagged department that has nobody: from now on, and here."""
    mention = get(scope, mention_id, by=by)
    person = people.find(scope, user_id)
    if person is None or not person.is_reachable or person.is_guest:
        raise NotAllowed(why="that is not a teammate with an account; name someone else")
    if not may_work(scope, mention, user_id):
        raise NotAllowed(why="they can't open this channel; invite them first, or name someone else")
    departments.join(scope, department_id, user_id, by)
    if user_id == by:
        shares.claim(scope, mention, user_id, department_id)
    else:
        tags.ask(scope, mention)
    cards.changed(scope, mention)
    return departments.get(scope, department_id)


def mark_answered(scope: Scope, mention_id: str, by: str) -> bool:
    """Somebody replied to the customer. Answers False when that was said before."""
    mention = get(scope, mention_id, by=by)
    if mention.answered_at is not None or mention.dismissed_at is not None:
        return False
    mention.answered_at, mention.answered_by = scope.now, by
    if mention.cause_id is not None and mention.waits_since is None:
        mention.fix_told_at = mention.fix_told_at or scope.now
        slots.skip(scope, mention.id, "answered", which="fixed")
    shares.finish(scope, mention, by)
    entries.write(scope, "answer", mention.id, by)
    slots.skip(scope, mention.id, "answered", which=slots.OF_THE_OPEN)
    scope.session.flush()
    cards.changed(scope, mention)
    endings.tell_sharer(scope, mention)
    return True


def undo_answered(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `mark_answered`: the same owners have it again."""
    mention = get(scope, mention_id, by=by)
    return reopen(scope, mention, by)


def reopen(scope: Scope, mention: Mention, by: str) -> bool:
    """Answered or closed, it is open again with the same owners: somebody says so, or the customer spoke again.

    The caller has locked the mention. Answers False when it was open.
    """
    if mention.answered_at is None:
        return False
    shares.resume(scope, mention, str(mention.answered_by))
    if mention.fix_told_at == mention.answered_at:  # the answer told them
        mention.fix_told_at = None
    mention.answered_at = mention.answered_by = mention.heard_back_at = mention.heard_back_by = None
    end_check_back(scope, mention, "it is open again")
    entries.write(scope, "reopen", mention.id, by)
    endings.tell_owners(scope, mention, by)
    nudge_asked(scope, mention)
    cards.changed(scope, mention)
    return True


def customer_spoke(scope: Scope, mention_id: str) -> None:
    """Their next words: what was answered is open again, and nobody need be asked whether it lasted."""
    mention = get(scope, mention_id)
    if not reopen(scope, mention, entries.BOT) and mention.check_back_at is not None:
        end_check_back(scope, mention, "the customer spoke again")
        cards.changed(scope, mention)


def end_check_back(scope: Scope, mention: Mention, reason: str) -> None:
    """Nobody is asked any more whether it lasted. The caller has locked the mention."""
    if mention.check_back_at is not None:
        mention.check_back_at = mention.check_back_by = None
        slots.skip(scope, mention.id, reason, which="check_back")


def plan_check_back(scope: Scope, mention: Mention) -> None:
    """Whoever wanted to be asked whether it lasted will be, at the moment they chose."""
    at, by = mention.check_back_at, mention.check_back_by
    if at is not None and by is not None:
        slots.plan(scope, Slot(subject_id=mention.id, which="check_back", person_id=by, due_at=at, fire_at=at))


def heard_back(scope: Scope, mention_id: str, by: str) -> bool:
    """*They heard back*, says whoever shared it; to reopen it is the reverse. Answers False when it was said before."""
    mention = get(scope, mention_id, by=by)
    if mention.heard_back_at is not None or mention.answered_at is None:
        return False
    mention.heard_back_at, mention.heard_back_by = scope.now, by
    entries.write(scope, "hear_back", mention.id, by)
    cards.changed(scope, mention)
    return True


def dismiss(scope: Scope, mention_id: str, by: str) -> bool:
    """Not a customer mention: its card shrinks, nobody is pinged or nudged about it any more."""
    mention = get(scope, mention_id, by=by)
    if mention.dismissed_at is not None:
        return False
    mention.dismissed_at, mention.dismissed_by = scope.now, by
    entries.write(scope, "dismiss", mention.id, by)
    slots.skip(scope, mention.id, "not a customer mention")
    outbox.cancel(scope, mention.id, "not a customer mention", (cards.PING,))
    cards.changed(scope, mention)
    cards.renew_pings(scope, mention)
    return True


def undo_dismiss(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `dismiss`: asked people are asked again. Raises NotAllowed when every post of it is gone."""
    mention = get(scope, mention_id, by=by)
    if mention.dismissed_at is None:
        return False
    if is_gone(scope, mention):
        raise NotAllowed(why="its post was deleted or changed; share the customer's words again, and they are back")
    take_up(scope, mention, by)
    return True


def take_up(scope: Scope, mention: Mention, by: str) -> None:
    """A dismissed mention, which the caller has locked, is a mention again."""
    was = mention.dismissed_at
    if was is not None and mention.waits_since is None and mention.fix_told_at is None:
        slots.plan_again(scope, mention.id, "fixed", was)
    if was is not None and mention.check_back_at is not None and mention.check_back_at > was:
        plan_check_back(scope, mention)
    mention.dismissed_at = mention.dismissed_by = None
    entries.write(scope, "undo_dismiss", mention.id, by)
    nudge_asked(scope, mention)
    cards.changed(scope, mention)
    cards.renew_pings(scope, mention)


def is_gone(scope: Scope, mention: Mention) -> bool:
    """Whether its words stand nowhere any more."""
    standing = select(Sighting.id).where(
        Sighting.team_id == scope.team_id, Sighting.mention_id == mention.id, Sighting.deleted_at.is_(None)
    )
    return scope.session.execute(standing.limit(1)).first() is None


def nudge_asked(scope: Scope, mention: Mention) -> None:
    """Whoever was asked and has not claimed gets their four working hours anew; who was not pinged yet, is. Whoever
    leads an urgent one is watched over again.
    """
    if mention.waits_since is None and not shares.has_owners(scope, mention):
        for share in shares.of_mention(scope, mention.id):
            if share.state == "asked" and not share.is_muted:
                slots.plan_unclaimed(scope, mention, share.user_id)
    shares.watch_over(scope, mention)
    cards.ping_asked(scope, mention)
