"""The weekly digest: how well the company shared its customers."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import get_args

from sqlalchemy import ColumnElement, func, or_, select

from bot import outbox
from bot.database import Scope
from bot.facts import Stance
from bot.ledger import mention_views, promise_views, visibility, workspaces
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from bot.messages.house_views import DigestView, DoorView
from bot.messages.views import MentionLine, PromiseView, Some
from bot.models import Department, Digest, Mention, Promise, Sighting, Tag
from bot.statements import insert_or_skip

ONE_DAY = timedelta(days=1)
HALF_A_WEEK = timedelta(days=3.5)
LINKED = 8  # links of one number, as many as a message shows
LATE = timedelta(hours=1)  # from when on a digest says that it comes late
EVERY = "every"


def put_due(scope: Scope) -> bool:
    """Queue the digest of the week that has ended, once; a unique key decides. Answers whether it did."""
    workspace = workspaces.get(scope)
    if workspace.digest_channel_id is None:
        return False
    week_end = workspaces.last_digest(workspace, scope.now)
    if workspace.created_at > week_end - ONE_DAY:
        return False  # the bot was not there in that week
    # A workspace that changes its zone moves the moment, not the week: what was told for it is not told again. Nor is
    # a week told after the next one; but what a clock that was far ahead told says nothing of all weeks before.
    near = select(Digest.week_end).where(
        Digest.team_id == scope.team_id,
        Digest.week_end.between(week_end - HALF_A_WEEK, week_end + 3 * HALF_A_WEEK),
        Digest.week_end != week_end,
    )
    if scope.session.execute(near).first() is not None:
        return False
    row = {"team_id": scope.team_id, "week_end": week_end, "queued_at": scope.now}
    if not insert_or_skip(scope.session, Digest, [row], Digest.week_end):
        return False
    details = {"week_end": week_end.isoformat()}
    outbox.put(scope, outbox.Saying(workspace.digest_channel_id, "digest", details=details))
    return True


def next_moment(scope: Scope) -> datetime:
    """When the next digest is due."""
    return workspaces.next_digest(workspaces.get(scope), scope.now)


def view(scope: Scope, audience: Audience, end: datetime, is_preview: bool = False) -> DigestView:
    """The week that ends at `end` (an hour more or less where clocks change), as this audience may see it.

    Numbers are counted by the database; of the lines only those are loaded whose links a message has room for.
    """
    workspace = workspaces.get(scope)
    start = workspaces.last_digest(workspace, end - timedelta(minutes=1))
    week = Wanted(since=start, until=end)
    groups = mention_views.grouped(scope, audience, week, _groups(scope, audience), LINKED)

    def owed(*wishes: ColumnElement[bool]) -> Some[PromiseView]:
        return promise_views.some(scope, audience, *wishes, most=LINKED)

    kept = (Promise.state == "kept", Promise.ended_at >= start, Promise.ended_at < end)
    still = (Promise.state == "open", Promise.opened_at < end)
    missed = Promise.missed_at == Promise.due_at
    return DigestView(
        start=start,
        end=end,
        zone=workspace.zone,
        mentions=groups.pop(EVERY, ()),
        kept=owed(*kept, Promise.missed_at.is_(None)),
        kept_late=owed(*kept, Promise.missed_at.is_not(None)),
        still_open=owed(*still, or_(Promise.missed_at.is_(None), Promise.due_at.is_(None), ~missed)),
        missed=owed(*still, missed),
        doors=tuple(_doors(scope, audience, start, end)),
        is_preview=is_preview,
        is_late=not is_preview and scope.now >= end + LATE,
        groups=groups,
        thanked=tuple(_sharers(scope, audience, week)),
        told=_told(scope, audience, start, end),
    )


def _told(scope: Scope, audience: Audience, start: datetime, end: datetime) -> tuple[MentionLine, ...]:
    """The mentions whose customers heard within the week that what they waited for is fixed."""
    shown = {"told": [mention_views.work_is_shown(scope, audience)]}
    return mention_views.grouped(scope, audience, Wanted(told=(start, end)), shown, LINKED).get("told", Some(()))


def _groups(scope: Scope, audience: Audience) -> dict[str, list[ColumnElement[bool]]]:
    """Of the work on a mention nobody is told who can't open its thread: no number counts it for them."""
    is_shown = mention_views.work_is_shown(scope, audience)
    is_answered = Mention.answered_at.is_not(None)
    return {
        EVERY: [],
        **{stance: [Mention.stance == stance] for stance in get_args(Stance)},
        "together": [mention_views.is_taken_together(), is_shown],
        "answered": [is_answered, is_shown],
        "waiting": [~is_answered, ~mention_views.is_taken(), Mention.stance != "advocate", is_shown],
        "thanked": [is_answered, Mention.stance == "advocate", is_shown],
        "quotable": [Mention.quote_state == "allowed", is_shown],
    }


def _sharers(scope: Scope, audience: Audience, week: Wanted) -> list[str]:
    """Who shared the week's mentions, each of them where this audience first saw it, in the order of sharing."""
    first_seen = (
        select(Sighting.shared_by)
        .where(
            Sighting.team_id == Mention.team_id,
            Sighting.mention_id == Mention.id,
            Sighting.deleted_at.is_(None),
            visibility.openable(scope, audience, Sighting.channel_id.expression),
        )
        .order_by(Sighting.id)
        .limit(1)
        .correlate(Mention)
        .scalar_subquery()
    )
    of_week = mention_views.conditions(scope, audience, week)
    shared = select(first_seen.label("by"), Mention.id.label("id")).where(*of_week).subquery()
    statement = select(shared.c.by).where(shared.c.by.is_not(None)).group_by(shared.c.by)
    return list(scope.session.execute(statement.order_by(func.min(shared.c.id))).scalars())


def _doors(scope: Scope, audience: Audience, start: datetime, end: datetime) -> list[DoorView]:
    """Where a teammate brought another department in, and that department acted within the week."""
    statement = (
        select(Tag.brought_in_by, Department.name, Mention)
        .join(Mention, (Mention.team_id == Tag.team_id) & (Mention.id == Tag.mention_id))
        .join(Department, (Department.team_id == Tag.team_id) & (Department.id == Tag.department_id))
        .where(
            Tag.team_id == scope.team_id,
            Tag.brought_in_by.is_not(None),
            Tag.acted_at >= start,
            Tag.acted_at < end,
            Mention.dismissed_at.is_(None),
            mention_views.work_is_shown(scope, audience),
        )
        .order_by(Tag.acted_at)
    )
    opened = list(scope.session.execute(statement))
    mentioned = {mention.id: mention for _, _, mention in opened}
    lines = {line.mention_id: line for line in mention_views.lines(scope, list(mentioned.values()), audience)}
    return [
        DoorView(str(user_id), name, lines[mention.id].link) for user_id, name, mention in opened if mention.id in lines
    ]
