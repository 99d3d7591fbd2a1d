"""Causes: what mentions wait for. Once one is said to be fixed, whoever owes these customers a word hears once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import Select, select

from bot import outbox
from bot.database import Scope
from bot.errors import CauseGone, CauseUnknown, NotAllowed
from bot.ledger import absences, cards, entries, later, mentions, people, shares, slots, visibility
from bot.models import Cause, Mention, Promise, Slot
from bot.models.cause import CAUSE_MOVES
from bot.statements import find, find_locked, insert_or_skip, prepared

ASK: Final = "cause"
"""Purpose of the outbox: the question whether it is fixed, as a post says."""
WAITS = "it waits for a cause"


def may_wait(scope: Scope, promise: Promise) -> bool:
    """Whether a promise is about a mention that could wait for a cause, and waits for none. Nothing is locked."""
    mention = find(scope.session, Mention, scope.team_id, promise.mention_id) if promise.mention_id else None
    return mention is not None and mention.dismissed_at is None and mention.waits_since is None


def wait(scope: Scope, mention_id: str, by: str, named: tuple[str, str]) -> bool:
    """A mention waits for a cause, by its key and as it was called; nobody is nudged to take it up meanwhile. Answers
    False when it waits for that already. Causes are locked before mentions.
    """
    key, words = named
    mentions.seen(scope, mention_id, by)
    cause = _open(scope, key, by)
    mention = mentions.get(scope, mention_id, by=by)
    if mention.dismissed_at is not None:
        raise NotAllowed(why="it was marked as not a customer mention; click *Undo* on its card first")
    if mention.cause_id == cause.id and mention.waits_since is not None:
        return False
    mention.cause_id, mention.waits_for, mention.waits_by = cause.id, words, by
    mention.waits_since, mention.fix_told_at = scope.now, None
    entries.write(scope, "wait_for", mention.id, by, cause=cause.id)
    slots.skip(scope, mention.id, WAITS, which=(*slots.UNCLAIMED, "fixed"))
    cards.changed(scope, mention)
    return True


def _open(scope: Scope, key: str, by: str) -> Cause:
    """The open cause of that key, locked; a new one where there is none."""
    row = {"team_id": scope.team_id, "id": scope.new_id(), "key": key, "state": "open"}
    added = insert_or_skip(scope.session, Cause, [row | {"created_at": scope.now, "created_by": by}], Cause.id)
    return scope.session.execute(*_keyed(scope.team_id, [key])).scalars().one() if not added else _get(scope, added[0])


@prepared
def _keyed(team: str, keys: Collection[str]) -> Select[Cause]:
    among = (Cause.team_id == team, Cause.key.in_(keys), Cause.state == "open")
    locked = select(Cause).where(*among).order_by(Cause.id).with_for_update()
    return locked.execution_options(populate_existing=True)


def _get(scope: Scope, cause_id: str) -> Cause:
    cause = find_locked(scope.session, Cause, scope.team_id, cause_id)
    if cause is None:
        raise CauseGone
    return cause


def wait_no_more(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `wait`; whoever was asked has their four working hours anew. False when it did not wait."""
    mention = mentions.get(scope, mention_id, by=by)
    if mention.waits_since is None:
        return False
    mention.cause_id = mention.waits_for = mention.waits_by = mention.waits_since = None
    entries.write(scope, "wait_no_more", mention.id, by)
    if mention.answered_at is None and mention.dismissed_at is None:
        mentions.nudge_asked(scope, mention)
    cards.changed(scope, mention)
    return True


def of_mentions(scope: Scope, cause_id: str) -> list[Mention]:
    """All that wait or waited for it, as they are read; those that were dismissed left out."""
    return list(scope.session.execute(*_of(scope.team_id, cause_id)).scalars())


def _every_mention(scope: Scope, cause_id: str) -> list[Mention]:
    """All of them, locked; also those that were dismissed, which may be taken up again."""
    return [mentions.get(scope, one) for one in scope.session.execute(*_all_of(scope.team_id, cause_id)).scalars()]


@prepared
def _of(team: str, cause: str) -> Select[Mention]:
    of_cause = (Mention.team_id == team, Mention.cause_id == cause, Mention.cause_id.is_not(None))
    return select(Mention).where(*of_cause, Mention.dismissed_at.is_(None)).order_by(Mention.id)


@prepared
def _all_of(team: str, cause: str) -> Select[str]:
    of_cause = (Mention.team_id == team, Mention.cause_id == cause, Mention.cause_id.is_not(None))
    return select(Mention.id).where(*of_cause).order_by(Mention.id)


def named(scope: Scope, key: str, by: str, words: str) -> str:
    """The open cause of that key for which something waits that a person could open. Raises CauseUnknown."""
    for cause in scope.session.execute(*_keyed(scope.team_id, [key])).scalars():
        if seen_by(scope, cause.id, by):
            return str(cause.id)
    raise CauseUnknown(words=words[:80])


def seen_by(scope: Scope, cause_id: str, user_id: str) -> list[Mention]:
    """The mentions of a cause that a person could open."""
    return [one for one in of_mentions(scope, cause_id) if mentions.may_see(scope, one, user_id)]


def waited_for(scope: Scope, user_id: str) -> list[tuple[str, str, int]]:
    """The open causes of which a person may know: id, what it is called, and how many mentions wait that they see."""
    found: dict[str, tuple[str, int]] = {}
    for mention in scope.session.execute(*_waiting(scope.team_id)).scalars():
        if mentions.may_see(scope, mention, user_id):
            words, number = found.get(str(mention.cause_id), (mention.waits_for or "", 0))
            found[str(mention.cause_id)] = (words, number + 1)
    return [(cause_id, words, number) for cause_id, (words, number) in found.items()]


@prepared
def _waiting(team: str) -> Select[Mention]:
    waits = (Mention.team_id == team, Mention.cause_id.is_not(None), Mention.waits_since.is_not(None))
    return select(Mention).where(*waits, Mention.dismissed_at.is_(None)).order_by(Mention.id).limit(200)


def fix(scope: Scope, cause_id: str, by: str) -> int | None:
    """Somebody says that it is fixed: whoever owes a customer who waits for it a word hears once. Answers for how many
    mentions that the person could open; None when it was said before.
    """
    cause = _check_may(scope, cause_id, by)
    if not _move(cause, "fix", "fixed"):
        return None
    cause.fixed_at, cause.fixed_by = scope.now, by
    _ask_no_more(scope, cause)
    entries.write(scope, "fix_cause", cause.id, by)
    waiting = [one for one in _every_mention(scope, cause.id) if one.waits_since is not None]
    for mention in waiting:
        mention.waits_since = None
        scope.session.flush()
        for person_id in _owing(scope, mention) if mention.dismissed_at is None else ():
            at = people.hours_of(scope, person_id).next_working(scope.now)
            slots.plan(
                scope,
                Slot(subject_id=mention.id, which="fixed", person_id=person_id, due_at=scope.now, fire_at=at),
            )
        cards.changed(scope, mention)
    return sum(one.dismissed_at is None and mentions.may_see(scope, one, by) for one in waiting)


def _owing(scope: Scope, mention: Mention) -> list[str]:
    """Who owes that customer a word: whoever is on it or promised something; else who was asked, or shared it."""
    found = shares.of_mention(scope, mention.id)
    owners = [one.user_id for one in found if one.state == "claimed" or one.is_lead]
    promised = list(scope.session.execute(*_promised(scope.team_id, mention.id)).scalars())
    asked = [one.user_id for one in found if one.state == "asked" and not one.is_muted]
    anybody = owners + promised or asked or shares.sharers(scope, mention)[:1]
    return [one for one in dict.fromkeys(anybody) if people.is_colleague(scope, one)]


@prepared
def _promised(team: str, mention: str) -> Select[str]:
    owed = (Promise.team_id == team, Promise.mention_id == mention, Promise.state == "open")
    return select(Promise.user_id).where(*owed).order_by(Promise.id)


def unfix(scope: Scope, cause_id: str, by: str) -> bool:
    """*Not fixed after all*, the reverse of `fix`: all wait again, and who was not told yet is not. Answers False when
    it was open. Where the same is waited for anew, they wait for that.
    """
    cause = _check_may(scope, cause_id, by)
    if cause.state == "open":
        return False
    again = scope.session.execute(*_keyed(scope.team_id, [cause.key])).scalars().first()
    if again is None:
        _move(cause, "unfix", "open")
        cause.fixed_at = cause.fixed_by = None
    entries.write(scope, "unfix_cause", cause.id, by)
    for mention in _every_mention(scope, cause.id):
        mention.waits_since, mention.fix_told_at = scope.now, None
        mention.cause_id = again.id if again is not None else cause.id
        slots.skip(scope, mention.id, "not fixed after all", which=("fixed", *slots.UNCLAIMED))
        cards.changed(scope, mention)
    return True


def _check_may(scope: Scope, cause_id: str, by: str) -> Cause:
    """The cause, locked. Raises CauseGone for who could open nothing that waits for it."""
    cause = _get(scope, cause_id)
    if not seen_by(scope, cause.id, by):
        raise CauseGone
    return cause


def _move(cause: Cause, act: str, to: str) -> bool:
    if (cause.state, to) not in CAUSE_MOVES[act]:
        return False
    cause.state = to
    return True


def said_fixed(scope: Scope, keys: Sequence[str], channel_id: str, ts: str) -> int:
    """A post of an integration says that something is fixed: of each cause that it names, one person who could open
    that post is asked whether it is so, once for each post. Answers how many.
    """
    asked = 0
    for cause in scope.session.execute(*_keyed(scope.team_id, list(keys))).scalars().all():
        is_known = (cause.said_channel_id, cause.said_ts) == (channel_id, ts)
        who = None if is_known or cause.asked_id is not None else _whom_to_ask(scope, cause, channel_id)
        if who is not None:
            cause.asked_id, cause.said_channel_id, cause.said_ts = who, channel_id, ts
            later.say(scope, ASK, who, cause.id)
            asked += 1
    return asked


def _whom_to_ask(scope: Scope, cause: Cause, channel_id: str) -> str | None:
    """Who said that it waits, or is on it, and can open both; those who are there first."""
    fit: list[str] = []
    for mention in of_mentions(scope, cause.id):
        if mention.waits_since is None:
            continue
        owners = [one.user_id for one in shares.of_mention(scope, mention.id) if one.state == "claimed"]
        for user_id in filter(None, [mention.waits_by, *owners]):
            is_there = people.is_colleague(scope, user_id) and mentions.may_see(scope, mention, user_id)
            if is_there and visibility.person_can_open(scope, user_id, channel_id):
                fit.append(user_id)
    return min(fit, key=lambda one: absences.is_on_leave(scope, one), default=None)


def refuse(scope: Scope, cause_id: str, by: str) -> bool:
    """*Not yet*: it stays open, and is not asked about for that post again. Answers False where nobody asked them."""
    cause = _check_may(scope, cause_id, by)
    if cause.state != "open" or cause.asked_id != by:
        return False
    _ask_no_more(scope, cause)
    entries.write(scope, "refuse_fix", cause.id, by)
    return True


def _ask_no_more(scope: Scope, cause: Cause) -> None:
    cause.asked_id = None
    slots.skip(scope, cause.id, "answered", which=ASK)
    outbox.cancel(scope, cause.id, "answered", (ASK,))


def tell(scope: Scope, mention_id: str, by: str) -> bool:
    """*They know*: the customer was told that it is fixed; nobody else need be asked to. Answers False when it waits
    still, or was said before.
    """
    mention = mentions.get(scope, mention_id, by=by)
    if mention.cause_id is None or mention.waits_since is not None or mention.fix_told_at is not None:
        return False
    mention.fix_told_at = scope.now
    entries.write(scope, "tell_fixed", mention.id, by)
    slots.skip(scope, mention.id, "they were told", which="fixed")
    cards.changed(scope, mention)
    return True


def tell_not(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `tell`."""
    mention = mentions.get(scope, mention_id, by=by)
    if mention.fix_told_at is None:
        return False
    mention.fix_told_at = None
    entries.write(scope, "tell_fixed_not", mention.id, by)
    cards.changed(scope, mention)
    return True


def cause_of(scope: Scope, mention: Mention) -> Cause | None:
    """What it waits or waited for."""
    return find(scope.session, Cause, scope.team_id, mention.cause_id) if mention.cause_id is not None else None
