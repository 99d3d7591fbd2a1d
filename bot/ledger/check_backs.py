"""Check-backs: somebody wants to be asked, once and in some days, whether an answer lasted."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.database import Scope
from bot.errors import NotAllowed
from bot.ledger import absences, cards, entries, mentions, people, promises, shares, slots
from bot.ledger.promises import Spoken
from bot.models import Mention, Promise, Slot
from bot.statements import find_locked

DAYS = (7, 14, 30)


def ask(scope: Scope, mention_id: str, by: str, days: int) -> datetime:
    """*Check back*: once, in working time; another one in its place moves it. Answers when."""
    mention = mentions.get(scope, mention_id, by=by)
    if mention.dismissed_at is not None:
        raise NotAllowed(why="it was marked as not a customer mention; click *Undo* on its card first")
    hours = people.hours_of(scope, by)
    day = hours.local(scope.now + timedelta(days=days)).date()
    at = hours.next_working(max(hours.at(day, time(0)), scope.now))
    mentions.end_check_back(scope, mention, "asked for another day")
    mention.check_back_at, mention.check_back_by = at, by
    mentions.plan_check_back(scope, mention)
    entries.write(scope, "ask_check_back", mention.id, by, at=at.isoformat())
    cards.changed(scope, mention)
    return at


def take_back(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `ask`, by anybody who sees the card. Answers False when none was asked for."""
    mention = mentions.get(scope, mention_id, by=by)
    if mention.check_back_at is None:
        return False
    mentions.end_check_back(scope, mention, "taken back")
    entries.write(scope, "take_back_check_back", mention.id, by)
    cards.changed(scope, mention)
    return True


def pass_on(scope: Scope, slot: Slot) -> bool:
    """Whoever asked for it is gone or on leave: whoever leads is asked instead. Answers whether there is somebody."""
    if absences.kind(scope, slot.person_id) not in {"gone", "leave"}:
        return False
    mention = find_locked(scope.session, Mention, scope.team_id, slot.subject_id)
    lead = next((one.user_id for one in shares.of_mention(scope, slot.subject_id) if one.is_lead), None)
    if mention is None or lead is None or lead == slot.person_id or absences.kind(scope, lead) in {"gone", "leave"}:
        return False
    slots.end(scope, slot, "skipped", "whoever leads is asked")
    at = people.hours_of(scope, lead).next_working(scope.now)
    slots.plan(scope, Slot(subject_id=mention.id, which="check_back", person_id=lead, due_at=at, fire_at=at))
    return True


def all_is_well(scope: Scope, mention_id: str, by: str) -> None:
    """*All is well*. *Not yet* is its reverse: it opens the mention again."""
    mention = mentions.get(scope, mention_id, by=by)
    mentions.end_check_back(scope, mention, "all is well")
    entries.write(scope, "all_is_well", mention.id, by)
    cards.changed(scope, mention)


def promise_a_word(scope: Scope, mention_id: str, by: str, words: str) -> Promise:
    """*I'll write to them*, *I'll tell them*: a promise of that person, due as their next working day ends. Said twice
    it is one.
    """
    mention = mentions.get(scope, mention_id, by=by)
    hours = people.hours_of(scope, by)
    due = hours.span(hours.local(hours.next_morning(scope.now)).date())[1]
    mentions.end_check_back(scope, mention, "promised")
    slots.skip(scope, mention.id, "somebody promised it", which="fixed")
    known = next((one for one in promises.open_of(scope, mention.id, by) if one.words == words), None)
    if known is not None:
        return known
    channel_id = mention.card_channel_id or mention.home_channel_id
    return promises.make(scope, by, Spoken(words, due, mention.id, channel_id))
