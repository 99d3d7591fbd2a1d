"""Rules: what corrections showed is proposed to somebody who decides, and weighs in reading once they said yes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import select

from bot import outbox
from bot.database import Scope, announce
from bot.errors import NotAllowed, RuleGone, RuleSettled
from bot.facts import FoundRule, RuleWords
from bot.ledger import corrections, departments, entries, people, roles, visibility, workspaces
from bot.ledger.visibility import Audience
from bot.messages.house_views import RulesView, RuleView
from bot.messages.rules import reason
from bot.models import Department, TagRule, Teammate
from bot.models.learning import EVERYBODY, RULE_MOVES, Learning
from bot.statements import find_locked, insert_or_skip, prepared

RULE = "rule"
PAUSE = timedelta(days=7)
LONGEST_PAUSE = 8
"""In weeks: each proposal that was declined, or not answered, since one was accepted doubles the pause."""
FEWEST_LEFT = 3
STATE_WORDS = {"accepted": "accepted", "declined": "declined", "retired": "removed"}


def next_moment(scope: Scope) -> datetime | None:
    """From when on the next rule may be proposed; None while the workspace wants none."""
    if workspaces.get(scope).learning == "off":
        return None
    found = scope.session.execute(*_latest(scope.team_id)).all()
    if not found:
        return scope.now
    unwanted = next((number for number, row in enumerate(found) if row.state == "accepted"), len(found))
    latest_at: datetime = found[0].proposed_at
    weeks: int = min(LONGEST_PAUSE, 2 ** max(0, unwanted - 1))
    return max(scope.now, latest_at + weeks * PAUSE)


@prepared
def _latest(team: str) -> Any:
    proposed = select(TagRule.state, TagRule.proposed_at).where(TagRule.team_id == team)
    return proposed.order_by(TagRule.id.desc()).limit(LONGEST_PAUSE)


def known(scope: Scope, audience: str) -> list[FoundRule]:
    """The rules for that audience that were ever proposed: none is proposed twice."""
    statement = (
        select(TagRule, Department.key)
        .join(Department, (Department.team_id == TagRule.team_id) & (Department.id == TagRule.department_id))
        .where(TagRule.team_id == scope.team_id, TagRule.audience.in_((audience, EVERYBODY)))
    )
    return [
        FoundRule(
            key,
            rule.feature,
            rule.words,
            rule.speaks_for,
            rule.audience,
            rule.times,
            rule.people,
            tuple(rule.channel_ids),
        )
        for rule, key in scope.session.execute(statement)
    ]


def whom_to_ask(scope: Scope, found: FoundRule) -> str | None:
    """Who is asked about a rule: the department's head, else an admin; somebody who may read its words."""
    department = departments.by_key(scope)[found.key]
    asked: list[str | None] = [department.head_id, *roles.admins(scope)]
    for user_id in asked:
        if user_id is not None and people.is_colleague(scope, user_id) and _may_read(scope, found.channel_ids, user_id):
            return user_id
    return None


def propose(scope: Scope, found: FoundRule, user_id: str) -> str | None:
    """Ask somebody whether the rule shall hold. None when it is too soon for one, or this one was proposed before."""
    # Locked, so that two processes propose one after the other.
    workspaces.lock(scope)
    due = next_moment(scope)
    if due is None or due > scope.now:
        return None
    row = {
        "team_id": scope.team_id,
        "id": scope.new_id(),
        "department_id": departments.by_key(scope)[found.key].id,
        "feature": found.feature,
        "words": found.words,
        "speaks_for": found.speaks_for,
        "audience": found.audience,
        "channel_ids": list(found.channel_ids),
        "times": found.times,
        "people": found.people,
        "state": "proposed",
        "asked_id": user_id,
        "proposed_at": scope.now,
    }
    if not insert_or_skip(scope.session, TagRule, [row], TagRule.id):
        return None
    rule_id = str(row["id"])
    entries.write(scope, "propose_rule", rule_id, entries.BOT, person=user_id)
    outbox.put(scope, outbox.Saying(user_id, RULE, rule_id))
    return rule_id


def get(scope: Scope, rule_id: str, by: str) -> TagRule:
    """The rule, locked, for somebody who decides about it. Raises RuleGone for who may not read its words."""
    rule = find_locked(scope.session, TagRule, scope.team_id, rule_id)
    if rule is None or not _may_read(scope, rule.channel_ids, by):
        raise RuleGone
    if not may_decide(scope, rule, by):
        name = departments.get(scope, rule.department_id).name
        raise NotAllowed(why=f"an admin of the workspace, or the head of {name}, decides about this rule")
    return rule


def may_decide(scope: Scope, rule: TagRule, user_id: str) -> bool:
    """Admins do, and the head of the department that it is about; whoever may read its words."""
    if not people.is_colleague(scope, user_id) or not _may_read(scope, rule.channel_ids, user_id):
        return False
    return roles.is_admin(scope, user_id) or departments.get(scope, rule.department_id).head_id == user_id


def accept(scope: Scope, rule_id: str, by: str) -> RuleView:
    """*Yes*, or *Undo* of a no or a removal: it weighs from now on. One that says the opposite is removed."""
    rule = get(scope, rule_id, by)
    if rule.state != "accepted":
        _move(scope, rule, "accept", "accepted", by)
        for other in _opposites(scope, rule):
            _move(scope, other, "retire", "retired", by)
    return view(scope, rule, by)


def decline(scope: Scope, rule_id: str, by: str) -> RuleView:
    """*No*: nothing changes, and it is not proposed again."""
    rule = get(scope, rule_id, by)
    if rule.state != "declined":
        _move(scope, rule, "decline", "declined", by)
    return view(scope, rule, by)


def retire(scope: Scope, rule_id: str, by: str) -> RuleView:
    """*Remove*: it weighs no more; what was tagged because of it stays."""
    rule = get(scope, rule_id, by)
    if rule.state != "retired":
        _move(scope, rule, "retire", "retired", by)
    return view(scope, rule, by)


def _move(scope: Scope, rule: TagRule, act: str, to: str, by: str) -> None:
    if (rule.state, to) not in RULE_MOVES[act]:
        raise RuleSettled(state=STATE_WORDS[rule.state])
    rule.state, rule.decided_at, rule.decided_by = to, scope.now, by
    entries.write(scope, f"{act}_rule", rule.id, by)
    outbox.cancel(scope, rule.id, to, (RULE,))
    scope.session.flush()
    announce(scope.session, "rules")


def _opposites(scope: Scope, rule: TagRule) -> list[TagRule]:
    statement = select(TagRule).where(
        TagRule.team_id == scope.team_id,
        TagRule.department_id == rule.department_id,
        TagRule.feature == rule.feature,
        TagRule.speaks_for != rule.speaks_for,
        TagRule.state == "accepted",
    )
    return list(scope.session.execute(statement.with_for_update()).scalars())


def still_stands(scope: Scope, rule: TagRule) -> bool:
    """Whether enough of what people said, and a proposal rests on, was not taken back."""
    key = departments.get(scope, rule.department_id).key
    resting = {
        example.mention_id
        for example in corrections.examples(scope)
        if (example.key, example.is_right, example.audience) == (key, rule.speaks_for, rule.audience)
        and rule.feature in example.features
    }
    return len(resting) >= FEWEST_LEFT


def taken_back(scope: Scope, rule: TagRule) -> None:
    """What a proposal rests on was taken back before anybody heard of it."""
    _move(scope, rule, "retire", "retired", entries.BOT)


def heeded(scope: Scope, channel_id: str) -> list[RuleWords]:
    """The accepted rules by which words in that channel are read: those whose words its readers may know."""
    found = scope.session.execute(*_accepted(scope.team_id)).all()
    known_there = {channel_id, *_open_among(scope, found)}
    return [
        RuleWords(
            rule.key,
            rule.feature,
            rule.speaks_for,
            reason(rule.words, rule.speaks_for, rule.times, rule.name or "an admin"),
        )
        for rule in found
        if known_there.intersection(rule.channel_ids)
    ]


def _open_among(scope: Scope, found: Sequence[Any]) -> set[str]:
    """Of the channels in which the words of these rules were said, those that every teammate could open."""
    wanted = sorted({channel_id for rule in found for channel_id in rule.channel_ids})
    channels = [people.find_channel(scope, channel_id) for channel_id in wanted]
    return {channel.id for channel in channels if channel is not None and channel.is_open}


@prepared
def _accepted(team: str) -> Any:
    told = (TagRule.feature, TagRule.speaks_for, TagRule.words, TagRule.times, TagRule.channel_ids)
    return (
        select(*told, Department.key, Teammate.name)
        .join(Department, (Department.team_id == TagRule.team_id) & (Department.id == TagRule.department_id))
        .join(Teammate, (Teammate.team_id == TagRule.team_id) & (Teammate.id == TagRule.decided_by), isouter=True)
        .where(TagRule.team_id == team, TagRule.state == "accepted", Department.archived_at.is_(None))
        .order_by(TagRule.id)
    )


def choose_learning(scope: Scope, learning: Learning, by: str) -> None:
    """Whether the workspace keeps corrections and hears of rules, and whether they weigh besides; without ("off"), what
    was learnt is forgotten.
    """
    roles.check_admin(scope, by)
    workspace = workspaces.get(scope)
    if workspace.learning == learning:
        return
    workspace.learning = learning
    if learning == "off":
        corrections.forget_all(scope)
    entries.write(scope, "choose_learning", scope.team_id, by, learning=learning)
    announce(scope.session, "rules")


def every(scope: Scope, audience: Audience) -> RulesView:
    """`/ours rules`: those that hold or wait for an answer, as far as that person may read their words."""
    statement = select(TagRule).where(TagRule.team_id == scope.team_id, TagRule.state.in_(("accepted", "proposed")))
    found = list(scope.session.execute(statement.order_by(TagRule.id.desc())).scalars())
    by = str(audience.user_id)
    opened = visibility.opened(scope, audience, {channel_id for rule in found for channel_id in rule.channel_ids})
    shown = tuple(view(scope, rule, by) for rule in found if opened.intersection(rule.channel_ids))
    return RulesView(shown, cast(Learning, workspaces.get(scope).learning), roles.is_admin(scope, by))


def view(scope: Scope, rule: TagRule, reader: str) -> RuleView:
    """A rule, for somebody who may read its words."""
    department = departments.get(scope, rule.department_id)
    return RuleView(
        id=rule.id,
        department=department.name,
        words=rule.words,
        speaks_for=rule.speaks_for,
        times=rule.times,
        people=rule.people,
        state=rule.state,  # type: ignore[arg-type]  # one of the graph's
        decided_by=rule.decided_by if rule.decided_by != entries.BOT else None,
        channel_id=None if _open_among(scope, [rule]) else rule.channel_ids[0],
        may_decide=may_decide(scope, rule, reader),
        is_head=department.head_id == reader,
    )


def _may_read(scope: Scope, channel_ids: Collection[str], user_id: str) -> bool:
    """Whether a person could open one of the channels in which a rule's words were said."""
    return bool(visibility.opened(scope, Audience(user_id=user_id), channel_ids))
