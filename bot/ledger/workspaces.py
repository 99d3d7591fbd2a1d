"""Installations: the workspaces that the bot is in."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.clock import WorkingHours, latest_weekday_at, next_weekday_at
from bot.database import Scope
from bot.facts import DepartmentFacts, WorkspaceFacts
from bot.ledger import entries
from bot.models import Department, DepartmentMember, Digest, Workspace
from bot.models.workspace import digits
from bot.statements import find_one, find_one_locked, insert_or_skip, prepared


def get(scope: Scope) -> Workspace:
    return find_one(scope.session, Workspace, scope.team_id)


def lock(scope: Scope) -> Workspace:
    """As it is now, locked: whoever sets it up, too, waits."""
    return find_one_locked(scope.session, Workspace, scope.team_id)


def bot_ids(scope: Scope) -> tuple[str, str | None]:
    """As whom the bot speaks there: its user and its bot id, by which its own words are known."""
    user_id, bot_id = scope.session.execute(*_bot_ids(scope.team_id)).one()
    return user_id, bot_id


@prepared
def _bot_ids(team: str) -> Select[str, str | None]:
    return select(Workspace.bot_user_id, Workspace.bot_id).where(Workspace.team_id == team)


def all_team_ids(session: Session) -> list[str]:
    """Every workspace, for ticks of the clock: they work through them one by one, each in its own scope."""
    return list(session.execute(*_team_ids()).scalars())


@prepared
def _team_ids() -> Select[str]:
    return select(Workspace.team_id).order_by(Workspace.team_id)


def install(scope: Scope, facts: WorkspaceFacts, seeds: list[DepartmentFacts], hours: WorkingHours) -> Workspace:
    """Remember a workspace, with the departments and hours it starts with. Doing it again only refreshes Slack's facts.

    Processes that start together all come here: one of them makes the workspace, the others wait for it and refresh.
    """
    if insert_or_skip(scope.session, Workspace, [_new_row(scope, facts, hours)], Workspace.team_id):
        insert_or_skip(scope.session, Department, [_department_row(scope, seed) for seed in seeds])
        entries.write(scope, "install", scope.team_id, entries.BOT)
    workspace = get(scope)
    if workspace.bot_user_id != facts.bot_user_id:
        workspace.setup_told_at = None  # another app: while nothing is set up, an admin is told once more
    workspace.name, workspace.url, workspace.app_id = facts.name, facts.url, facts.app_id
    workspace.bot_user_id, workspace.bot_id = facts.bot_user_id, facts.bot_id
    scope.session.flush()
    return workspace


def is_set_up(scope: Scope) -> bool:
    """Whether anybody answers for a department, or the digest has a place."""
    if get(scope).digest_channel_id is not None:
        return True
    found = select(DepartmentMember.user_id).where(DepartmentMember.team_id == scope.team_id).limit(1)
    return scope.session.execute(found).first() is not None


def _new_row(scope: Scope, facts: WorkspaceFacts, hours: WorkingHours) -> dict[str, Any]:
    return {
        "team_id": scope.team_id,
        "name": facts.name,
        "url": facts.url,
        "bot_user_id": facts.bot_user_id,
        "zone": hours.zone,
        "work_start": hours.start,
        "work_end": hours.end,
        "work_days": digits(hours.weekdays),
        "holidays": hours.holidays,
        "created_at": scope.now,
    }


def _department_row(scope: Scope, seed: DepartmentFacts) -> dict[str, Any]:
    return {
        "team_id": scope.team_id,
        "id": scope.new_id(),
        "key": seed.key,
        "name": seed.name,
        "description": seed.description,
        "words": list(seed.words or ()),
    }


def last_digest(workspace: Workspace, moment: datetime) -> datetime:
    """The last moment, at or before that one, at which a digest was due."""
    return latest_weekday_at(moment, workspace.digest_day, workspace.digest_at, workspace.zone)


def next_digest(workspace: Workspace, moment: datetime) -> datetime:
    """The first moment after that one at which a digest is due."""
    return next_weekday_at(moment, workspace.digest_day, workspace.digest_at, workspace.zone)


def choose_digest_channel(scope: Scope, channel_id: str | None, by: str) -> None:
    """From now on the digest comes there; the week that ended before is not told after the fact."""
    workspace = get(scope)
    if workspace.digest_channel_id is None and channel_id is not None:
        _leave_untold(scope, workspace)
    if workspace.digest_channel_id != channel_id:
        workspace.digest_channel_id = channel_id
        entries.write(scope, "choose_digest_channel", scope.team_id, by, channel=channel_id)


def choose_digest_moment(scope: Scope, day: int, at: time, by: str) -> None:
    """From now on it comes on that day of the week (0 is Monday), at that time of the workspace's zone."""
    workspace = get(scope)
    if (workspace.digest_day, workspace.digest_at) != (day, at):
        workspace.digest_day, workspace.digest_at = day, at
        entries.write(scope, "choose_digest_moment", scope.team_id, by, day=day, time=f"{at:%H:%M}")
        if workspace.digest_channel_id is not None:
            _leave_untold(scope, workspace)


def _leave_untold(scope: Scope, workspace: Workspace) -> None:
    row = {"team_id": scope.team_id, "week_end": last_digest(workspace, scope.now), "queued_at": scope.now}
    insert_or_skip(scope.session, Digest, [row])


def choose_hours(scope: Scope, hours: WorkingHours, by: str) -> None:
    """When people work who set no hours of their own, and whose holidays nobody works on. The zone stays."""
    workspace = get(scope)
    chosen = (hours.start, hours.end, digits(hours.weekdays))
    if (workspace.work_start, workspace.work_end, workspace.work_days) != chosen:
        workspace.work_start, workspace.work_end, workspace.work_days = chosen
        told = f"{hours.start:%H:%M}-{hours.end:%H:%M}"
        entries.write(scope, "choose_hours", scope.team_id, by, hours=told, days=chosen[2])
    if workspace.holidays != hours.holidays:
        workspace.holidays = hours.holidays
        entries.write(scope, "choose_holidays", scope.team_id, by, holidays=hours.holidays)


def choose_guides(scope: Scope, on: bool, by: str) -> None:
    """Whether new teammates are sent the guide."""
    workspace = get(scope)
    if workspace.guides_off == on:
        workspace.guides_off = not on
        entries.write(scope, "send_guides" if on else "send_no_guides", scope.team_id, by)


def choose_zone(scope: Scope, zone: str, by: str) -> None:
    """The zone of the digest and of people who set none. `zone` is an IANA name that exists."""
    workspace = get(scope)
    if workspace.zone != zone:
        workspace.zone = zone
        entries.write(scope, "choose_zone", scope.team_id, by, zone=zone)


def choose_guidelines(scope: Scope, guidelines: str, by: str) -> None:
    """How we answer customers, in the house's own words; shown to whoever writes an answer."""
    workspace = get(scope)
    if workspace.guidelines != guidelines:
        workspace.guidelines = guidelines
        entries.write(scope, "choose_guidelines", scope.team_id, by)


def permalink(workspace: Workspace, channel_id: str, ts: str, thread_ts: str | None = None) -> str:
    """Slack's address of a message (chat.getPermalink gives the same)."""
    link = f"{workspace.url.rstrip('/')}/archives/{channel_id}/p{ts.replace('.', '')}"
    if thread_ts and thread_ts != ts:
        link += f"?thread_ts={thread_ts}&cid={channel_id}"
    return link
