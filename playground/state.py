"""Everything the playground knows, as ``GET /control/state`` shows it."""

from collections.abc import Callable
from dataclasses import asdict

from playground.core import Core
from playground.errors import Json
from playground.files import file_state
from playground.render import message_json, usergroup_json
from playground.strict import as_sent
from playground.views import view_json
from playground.words import words
from playground.world import Channel, Message, Team, View


def state_json(core: Core, only: list[str] | None = None) -> Json:
    """The whole state as it is now, or only these parts of it; it does not change with what happens later."""
    world = core.world
    bots = {u.id for u in world.users.values() if u.is_bot}
    parts = {
        "now": core.stamp,
        "version": lambda: core.activity.version,
        "speed": lambda: core.clock.speed,
        "app": lambda: {
            "id": core.app.id,
            "name": core.app.name,
            "commands": core.app.commands,
            "hints": core.app.hints,
            "shortcuts": core.app.shortcuts,
            "scopes": core.app.scopes,
            "subscriptions": core.app.subscriptions,
            "tight_history": core.app.tight_history,
        },
        "teams": lambda: [_team(core, t) for t in world.teams.values()],
        "users": lambda: [asdict(u) for u in world.users.values()],
        "channels": lambda: [_channel(c, bots) for c in world.channels.values()],
        "usergroups": lambda: [
            {**usergroup_json(g, users=True), "team": g.team, "channels": g.channels, "is_disabled": g.date_delete > 0}
            for g in world.usergroups.values()
        ],
        "views": lambda: [_view(core, v) for v in core.views.values()],
        "homes": lambda: [_view(core, v) for v in core.homes.values()],
        "files": lambda: [file_state(f) for f in world.files.values() if f.complete],
        "scheduled": lambda: list(core.scheduled.values()),
        "faults": core.faults.as_json,
    }
    shown: Json = as_sent({key: part() for key, part in parts.items() if only is None or key in only})
    return shown | {key: part() for key, part in _records(core).items() if only is None or key in only}


def _records(core: Core) -> dict[str, Callable[[], list[Json]]]:
    """What happened. It grows long and is only added to, so that a shallow copy is enough."""
    return {
        "calls": lambda: [dict(call) for call in core.calls],
        "deliveries": lambda: [d.as_json() for d in core.deliveries],
        "interactions": lambda: list(core.interactions),
    }


def _team(core: Core, team: Team) -> Json:
    shown = asdict(team)
    shown["installed"] = team.id in core.world.installations
    if installation := core.installation(team.id):
        bot = core.world.users[installation.user]
        shown["bot"] = {
            "user": installation.user,
            "name": bot.name,
            "bot_id": installation.bot_id,
            "token": installation.token,
            "scopes": installation.scopes,
            "active": installation.active,
        }
    return shown


def _channel(channel: Channel, bots: set[str]) -> Json:
    keys = words(
        "id team name is_private is_im is_mpim is_general is_archived is_ext_shared shared_teams members "
        "creator created topic purpose previous_names pins bookmarks"
    )
    shown: Json = {key: getattr(channel, key) for key in keys}
    if channel.is_im:
        shown["user"] = next((m for m in channel.members if m not in bots), channel.members[0])
    return {**shown, "messages": [_message(channel, channel.messages[ts]) for ts in channel.order]}


def _message(channel: Channel, message: Message) -> Json:
    """Replies stand in the same list as their parents, by time; a parent lists the ts of its ``replies``."""
    shown = message_json(channel, message)
    if replies := channel.replies(message.ts):
        shown["replies"] = [{"user": r.user, "ts": r.ts} for r in replies]
    if message.visible_to is not None:
        shown |= {"is_ephemeral": True, "visible_to": message.visible_to}
    return shown


def _view(core: Core, view: View) -> Json:
    return {**view_json(core, view), "user": view.user, "errors": view.errors}
