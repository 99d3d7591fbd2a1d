"""The whole life of a promise, entry by entry, for one person who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, and_, or_, select

from bot.database import Scope
from bot.errors import PromiseGone
from bot.ledger import people, promise_views
from bot.ledger.visibility import Audience
from bot.messages.history_views import HistoryLine, HistoryView, PromiseHistory
from bot.models import Entry, HandOff, Promise, Slot
from bot.statements import load, prepared

# What concerns the promiser alone; what each keeps to themselves; and what two people settle between them.
OWN = frozenset({"offer_promise", "decline_promise", "expire_promise", "offer_evidence", "refuse_evidence"})
MUTES = frozenset({"mute", "unmute"})
OF_TWO = frozenset({"offer_hand_off", "decline_hand_off", "take_back_hand_off", "ask_stand_in", "lapse_hand_off"})
OF_ASKING = frozenset(
    {"counter_request", "decline_request", "reconsider_request", "take_back_request", "expire_request"}
)
SHOWN = ("due", "before", "to", "who", "giver", "why", "how", "late", "kind")


def of_promise(scope: Scope, promise_id: str, audience: Audience) -> HistoryView:
    """The life of one promise. Raises PromiseGone for who may not see it."""
    return _view(scope, _visible(scope, audience, Promise.id == promise_id), audience)


def of_mention(scope: Scope, mention_id: str, audience: Audience) -> HistoryView:
    """The lives of all promises about a mention that this person may see, the oldest first."""
    return _view(scope, _visible(scope, audience, Promise.mention_id == mention_id), audience)


def _visible(scope: Scope, audience: Audience, wish: Any) -> list[Promise]:
    """Their own, what they asked for, and what is confirmed and was made where they can read. What is offered to its
    speaker is theirs alone, also where somebody had asked for it before.
    """
    asked = and_(Promise.asked_by_id == audience.user_id, Promise.state != "offered")
    party = or_(Promise.user_id == audience.user_id, asked)
    own = select(Promise.id).where(Promise.team_id == scope.team_id, wish, party)
    shared = select(Promise.id).where(*promise_views.confirmed(scope, audience, wish))
    ids = {*scope.session.execute(own).scalars(), *scope.session.execute(shared).scalars()}
    found = load(scope.session, Promise, scope.team_id, sorted(ids))
    return [found[one] for one in sorted(found)]


def _view(scope: Scope, found: Sequence[Promise], audience: Audience) -> HistoryView:
    if not found:
        raise PromiseGone
    reader = str(audience.user_id)
    views = promise_views.promises(scope, found, audience)
    lines = _lines(scope, {one.id: one for one in found}, reader)
    told = tuple(PromiseHistory(view, tuple(lines.get(view.id, ()))) for view in views)
    return HistoryView(told, people.hours_of(scope, reader).zone)


def _lines(scope: Scope, owed: dict[str, Promise], reader: str) -> dict[str, list[HistoryLine]]:
    found: dict[str, list[HistoryLine]] = {}
    past = {one.id: Past(one) for one in owed.values()}
    for hand_off in scope.session.execute(*_handed(scope.team_id, sorted(owed))).scalars():
        past[hand_off.promise_id].handed.append(hand_off)
    for entry in scope.session.execute(*_entries(scope.team_id, sorted(owed))).scalars():
        if past[entry.subject_id].may_read(entry, reader):
            details = {name: str(entry.details[name]) for name in SHOWN if entry.details.get(name)}
            found.setdefault(entry.subject_id, []).append(HistoryLine(entry.at, entry.by, entry.act, details))
    for slot in scope.session.execute(*_nudges(scope.team_id, sorted(owed), reader)).scalars():
        if slot.ended_at is not None:
            line = HistoryLine(slot.ended_at, slot.person_id, f"nudge_{slot.which}")
            found.setdefault(slot.subject_id, []).append(line)
    return {one: sorted(lines, key=lambda line: line.at) for one, lines in found.items()}


@prepared
def _entries(team: str, subjects: Sequence[str]) -> Select[Entry]:
    return select(Entry).where(Entry.team_id == team, Entry.subject_id.in_(subjects)).order_by(Entry.id)


@prepared
def _nudges(team: str, subjects: Sequence[str], reader: str) -> Select[Slot]:
    """Nudges go to one person, and are told to no other."""
    said = (Slot.team_id == team, Slot.subject_id.in_(subjects), Slot.person_id == reader, Slot.state == "sent")
    return select(Slot).where(*said).order_by(Slot.ended_at, Slot.id)


@prepared
def _handed(team: str, subjects: Sequence[str]) -> Select[HandOff]:
    accepted = (HandOff.team_id == team, HandOff.promise_id.in_(subjects), HandOff.state == "accepted")
    return select(HandOff).where(*accepted).order_by(HandOff.ended_at, HandOff.id)


@dataclass(slots=True)
class Past:
    """Whose a promise was, and who had asked for it, while its entries are read, the oldest first."""

    promise: Promise
    handed: list[HandOff] = field(default_factory=list)
    asker: str | None = None

    def may_read(self, entry: Entry, reader: str) -> bool:
        """Whether that line is for this reader, who may see the promise: what concerned one person, or two, alone is
        not for whoever has it now.
        """
        holder = self._holder(entry)
        if entry.act == "ask_promise":
            self.asker = entry.by
            # What came of it all may read; of an earlier request nothing did.
            return entry.by == self.promise.asked_by_id or reader in {entry.by, holder}
        if entry.act in MUTES:
            return reader == entry.by
        if entry.act in OWN:
            return reader in {holder, entry.by}
        if entry.act in OF_ASKING:
            return reader in {holder, entry.by, self.asker}
        return entry.act not in OF_TWO or reader in {holder, entry.by, entry.details.get("to")}

    def _holder(self, entry: Entry) -> str:
        """Whose it was then."""
        later = (one.from_id for one in self.handed if one.ended_at is not None and entry.at <= one.ended_at)
        return next(later, self.promise.user_id)
