"""What is said of causes and check-backs: nudges, and the question whether a cause is fixed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from bot.database import Scope
from bot.errors import CauseGone
from bot.facts import Outgoing, Silence
from bot.ledger import causes, customers, mention_views, people, visibility, workspaces
from bot.ledger.outgoing import post
from bot.messages import loops
from bot.messages.nudge_views import LoopView
from bot.messages.views import CauseAsked, CauseView, CheckBackView, MentionLine
from bot.models import Cause, Mention, Slot
from bot.outbox import OutboxRow
from bot.statements import find, find_one


def view(scope: Scope, slot: Slot, line: MentionLine) -> LoopView:
    """A nudge that what a mention waited for is fixed, or whether its answer lasted."""
    mention = find_one(scope.session, Mention, scope.team_id, slot.subject_id)
    place = mention.card_channel_id
    if mention.card_ts is not None and visibility.person_can_open(scope, slot.person_id, str(place)):
        line = replace(line, link=mention_views.link_card(workspaces.get(scope), mention))
    customer = customers.name_of(scope, mention.customer_id) or ""
    if slot.which == "check_back":
        is_asker = mention.check_back_by == slot.person_id
        return LoopView(line, "check_back", scope.now, customer, is_asker=is_asker)
    cause = causes.cause_of(scope, mention)
    by = cause.fixed_by if cause is not None else None
    return LoopView(line, "fixed", scope.now, customer, mention.waits_for or "", mention.cause_id or "", by)


def cause_view(scope: Scope, mention: Mention) -> CauseView | None:
    """What a mention waits or waited for, on its card and in its form."""
    if mention.cause_id is None:
        return None
    is_fixed, by = mention.waits_since is None, mention.waits_by
    if is_fixed and (cause := find(scope.session, Cause, scope.team_id, mention.cause_id)) is not None:
        by = cause.fixed_by
    return CauseView(mention.cause_id, mention.waits_for or "", is_fixed, by, mention.fix_told_at is not None)


def check_back_view(scope: Scope, mention: Mention) -> CheckBackView | None:
    if mention.check_back_at is None or mention.check_back_by is None:
        return None
    if mention.answered_at is None and mention.check_back_at <= scope.now:  # nobody was asked: it is open still
        return None
    zone = people.hours_of(scope, mention.check_back_by).zone
    return CheckBackView(mention.check_back_at, mention.check_back_by, zone)


def words_of(scope: Scope, cause_id: str, user_id: str) -> str:
    """What a cause is called where a person can open it; raises CauseGone."""
    seen = causes.seen_by(scope, cause_id, user_id)
    if not seen:
        raise CauseGone
    return seen[0].waits_for or ""


def _ask(scope: Scope, row: OutboxRow) -> Outgoing | Silence:
    cause = find_one(scope.session, Cause, scope.team_id, row.subject_id)
    if cause.state != "open" or cause.asked_id != row.lane_id:
        return Silence("it was answered")
    place = str(cause.said_channel_id)
    waiting = [one for one in causes.seen_by(scope, cause.id, row.lane_id) if one.waits_since is not None]
    if not waiting or not visibility.person_can_open(scope, row.lane_id, place):
        return Silence("nothing that they can open waits for it")
    link = workspaces.permalink(workspaces.get(scope), place, cast(str, cause.said_ts))
    return post(loops.is_it_fixed(CauseAsked(cause.id, waiting[0].waits_for or "", len(waiting), link)))


RENDER: dict[str, Callable[[Scope, OutboxRow], Outgoing | Silence]] = {causes.ASK: _ask}
