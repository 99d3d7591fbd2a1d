"""Whether Slack is listened to: when it was last, when its history is read again, and what an absence cost."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import CompoundSelect, Select, func, select, update
from sqlalchemy.orm import Session

from bot import statements
from bot.database import Scope, announce, plain
from bot.ledger import entries
from bot.models import Absence, Presence
from bot.statements import find_one_locked, insert_or_skip, prepared

EVERY = timedelta(minutes=50)
"""All places are read again so often: what was lost is there within the hour."""
HOLD = timedelta(hours=2)
"""Nudges wait for what was said in an absence to be read, but no longer than this; then it counts as over."""
Here = Presence
Recovered = Literal["mention", "promise"]
Away = Absence
NOBODY_LISTENED = "nobody listened"
NO_EVENT_CAME = "no event came"


def find(scope: Scope) -> Presence | None:
    return statements.find(scope.session, Presence, scope.team_id)


def notice(scope: Scope) -> None:
    """A process starts: where nobody has listened for a while, nudges wait for what was said meanwhile."""
    presence = find(scope)
    if presence is not None and presence.silent_at < scope.now:
        begin_absence(scope, presence.listened_at, NOBODY_LISTENED)


def listens(scope: Scope, tolerance: timedelta) -> Presence:
    """Somebody listens to Slack now, and says so again before `tolerance` is over. Where nobody did for longer than was
    said last, that was an absence.
    """
    until = scope.now + tolerance
    goes_on = scope.session.execute(*_goes_on(scope.team_id, scope.now, until)).scalar() is not None
    if goes_on:
        known: Presence = scope.session.execute(*_as_it_stands(scope.team_id)).scalar_one()
        return known
    presence = _locked(scope)
    notice(scope)
    _announce_what_waits(scope)
    presence.listened_at, presence.silent_at = scope.now, until
    return presence


@prepared
def _goes_on(team: str, now: datetime, until: datetime) -> Any:
    """In one statement: each process says it every minute, and hardly ever somebody was away meanwhile."""
    heard = update(Presence).where(Presence.team_id == team, Presence.silent_at >= now)
    return plain(heard.values(listened_at=now, silent_at=until).returning(Presence.team_id))


@prepared
def _as_it_stands(team: str) -> Select[Presence]:
    return select(Presence).where(Presence.team_id == team).execution_options(populate_existing=True)


def want_pass(scope: Scope, presence: Presence) -> None:
    """A process begins to listen, or has a connection anew: what Slack told in between may be lost, so its history is
    read now.
    """
    presence.pass_due_at = min(presence.pass_due_at, scope.now)
    announce(scope.session, "passes")


def clock_moved(scope: Scope) -> None:
    """The clock jumped while we listened: that is no absence."""
    _locked(scope).silent_at = scope.now
    _announce_what_waits(scope)


def _announce_what_waits(scope: Scope) -> None:
    """Nudges, reminders and the digest wait while nobody listens."""
    announce(scope.session, "nudges")
    announce(scope.session, "reminders")


def _locked(scope: Scope) -> Presence:
    row = {"team_id": scope.team_id, "listened_at": scope.now, "silent_at": scope.now, "pass_due_at": scope.now}
    if insert_or_skip(scope.session, Presence, [row], Presence.team_id):
        announce(scope.session, "passes")
    return find_one_locked(scope.session, Presence, scope.team_id)


def begin_absence(scope: Scope, began_at: datetime, reason: str) -> None:
    """From that moment until now nothing was heard: history is read, and nudges wait until it is understood."""
    absence = open_absence(scope)
    if absence is None:
        absence = Absence(team_id=scope.team_id, id=scope.new_id(), began_at=began_at, ended_at=scope.now)
        absence.reason = reason
        absence.messages = absence.mentions = absence.promises = 0
        scope.session.add(absence)
    absence.began_at, absence.ended_at = min(absence.began_at, began_at), scope.now
    presence = find(scope)
    if presence is not None:
        want_pass(scope, presence)
    scope.session.flush()


def raise_alarm(scope: Scope, since: datetime) -> None:
    """Slack shows messages of which no event told: whoever listens shall connect anew."""
    _locked(scope).alarm_at = scope.now
    begin_absence(scope, since, NO_EVENT_CAME)


def open_absence(scope: Scope) -> Absence | None:
    """The absence whose words are not all read yet."""
    return scope.session.execute(*_open(scope.team_id)).scalar_one_or_none()


@prepared
def _open(team: str) -> Select[Absence]:
    return select(Absence).where(Absence.team_id == team, Absence.closed_at.is_(None)).order_by(Absence.id).limit(1)


def heard_since(scope: Scope) -> datetime | None:
    """When the last absence ended: what was said before may be untold, and that is no news."""
    return scope.session.execute(*_ended(scope.team_id)).scalar()


@prepared
def _ended(team: str) -> Select[datetime | None]:
    return select(func.max(Absence.ended_at, type_=Absence.ended_at.type)).where(Absence.team_id == team)


def held_teams(session: Session, now: datetime) -> list[str]:
    """The workspaces whose nudges wait: nobody listens, or what was said while nobody did is not understood yet."""
    return list(session.execute(*_held(now, now - HOLD)).scalars())


@prepared
def _held(now: datetime, since: datetime) -> CompoundSelect[str]:
    away = select(Absence.team_id).where(Absence.closed_at.is_(None), Absence.ended_at > since)
    silent = select(Presence.team_id).where(Presence.silent_at < now, Presence.silent_at > since)
    return plain(away.union(silent))


def is_held(scope: Scope) -> bool:
    """Whether this workspace's nudges wait."""
    return scope.team_id in held_teams(scope.session, scope.now)


def close_absence(scope: Scope, absence: Absence) -> None:
    """All of it is understood: write down what came late."""
    absence.closed_at = scope.now
    _announce_what_waits(scope)
    entries.write(
        scope,
        "catch_up",
        scope.team_id,
        entries.BOT,
        began_at=absence.began_at.isoformat(),
        ended_at=absence.ended_at.isoformat(),
        reason=absence.reason,
        messages=absence.messages,
        mentions=absence.mentions,
        promises=absence.promises,
    )


def recovered(scope: Scope, kind: Recovered, ts: str) -> None:
    """A mention or promise is known now; it counts if its message (Slack's ts) was said in an absence."""
    absence = open_absence(scope)
    if absence is None or ts >= stamp(absence.ended_at):
        return
    if kind == "mention":
        absence.mentions += 1
    else:
        absence.promises += 1


def words(absence: Absence) -> str:
    """What operators read: "away 09:10 to 09:52 UTC, 3 mentions recovered"."""
    same_day = absence.began_at.date() == absence.ended_at.date()
    began = f"{absence.began_at:%H:%M}" if same_day else f"{absence.began_at:%d %b %H:%M}"
    ended = f"{absence.ended_at:%H:%M}" if same_day else f"{absence.ended_at:%d %b %H:%M}"
    kinds = (("message", absence.messages), ("mention", absence.mentions), ("promise", absence.promises))
    found = [f"{number} {name}{'' if number == 1 else 's'}" for name, number in kinds if number]
    recovered = f"{', '.join(found)} recovered" if found else "nothing was missed"
    return f"away {began} to {ended} UTC ({absence.reason}), {recovered}"


def latest(session: Session, since: datetime, most: int = 10) -> list[Absence]:
    """Absences of all workspaces that ended since then, newest first: for `doctor`."""
    statement = select(Absence).where(Absence.ended_at >= since).order_by(Absence.ended_at.desc()).limit(most)
    return list(session.execute(statement).scalars())


def stamp(moment: datetime) -> str:
    """A moment as Slack's ts; ts of one length compare as strings."""
    return f"{moment.timestamp():.6f}"
