"""The weekly digest: how well the company shared its customers."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from bot import outbox
from bot.clock import latest_weekday_at, next_weekday_at
from bot.database import Scope, insert_or_skip
from bot.ledger import departments, views, visibility, workspaces
from bot.ledger.views import Wanted
from bot.ledger.visibility import Audience
from bot.ledger.workspaces import DIGEST_AT, MONDAY
from bot.messages.views import DigestView, DoorView
from bot.models import Digest, Mention, Promise, Sighting, Tag

ONE_DAY = timedelta(days=1)
HALF_A_WEEK = timedelta(days=3.5)


def put_due(scope: Scope) -> bool:
    """Queue the digest of the week that has ended, once; a unique key decides. Answers whether it did."""
    workspace = workspaces.get(scope)
    if workspace.digest_channel_id is None:
        return False
    week_end = latest_weekday_at(scope.now, MONDAY, DIGEST_AT, workspace.zone)
    if workspace.created_at > week_end - ONE_DAY:
        return False  # the bot was not there in that week
    # A workspace that changes its zone moves the moment, not the week: what was told for it is not told again.
    near = select(Digest.week_end).where(
        Digest.team_id == scope.team_id, Digest.week_end > week_end - HALF_A_WEEK, Digest.week_end != week_end
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
    return next_weekday_at(scope.now, MONDAY, DIGEST_AT, workspaces.get(scope).zone)


def view(scope: Scope, audience: Audience, end: datetime, is_preview: bool = False) -> DigestView:
    """The week that ends at `end` (an hour more or less where clocks change), as this audience may see it."""
    zone = workspaces.get(scope).zone
    start = latest_weekday_at(end - timedelta(minutes=1), MONDAY, DIGEST_AT, zone)
    ended = (Promise.ended_at >= start, Promise.ended_at < end)
    kept = views.promises(scope, audience, Promise.state == "kept", *ended)
    still = views.promises(scope, audience, Promise.state == "open", Promise.opened_at < end)
    return DigestView(
        start=start,
        end=end,
        zone=zone,
        mentions=tuple(reversed(views.mentions(scope, audience, Wanted(since=start, until=end)))),
        kept=tuple(one for one in kept if not one.is_missed),
        kept_late=tuple(one for one in kept if one.is_missed),
        still_open=tuple(one for one in still if not one.is_missed),
        missed=tuple(one for one in still if one.is_missed),
        doors=tuple(_doors(scope, audience, start, end)),
        is_preview=is_preview,
    )


def _doors(scope: Scope, audience: Audience, start: datetime, end: datetime) -> list[DoorView]:
    """Where a teammate brought another department in, and that department acted within the week."""
    statement = (
        select(Tag, Mention)
        .join(Mention, (Mention.team_id == Tag.team_id) & (Mention.id == Tag.mention_id))
        .where(
            Tag.team_id == scope.team_id,
            Tag.brought_in_by.is_not(None),
            Tag.acted_at >= start,
            Tag.acted_at < end,
            Mention.dismissed_at.is_(None),
            Mention.id.in_(
                select(Sighting.mention_id).where(
                    Sighting.team_id == scope.team_id,
                    visibility.openable(scope, audience, Sighting.channel_id.expression),
                )
            ),
        )
        .order_by(Tag.acted_at)
    )
    found = []
    for tag, mention in scope.session.execute(statement):
        line = views.mention_line(scope, mention, audience)
        if line is not None:
            name = departments.get(scope, tag.department_id).name
            found.append(DoorView(str(tag.brought_in_by), name, line.link))
    return found
