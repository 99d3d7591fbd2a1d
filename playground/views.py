"""Modals in their stacks, and homes."""

from playground.core import Core, Trigger
from playground.errors import Json, SlackError
from playground.forms import initial_state
from playground.naming import name_blocks
from playground.world import User, View

MAX_STACK = 3
TRIGGER_SECONDS = 3.0


def use_trigger(core: Core, trigger_id: str, team: str) -> Trigger:
    """A fresh trigger of someone whom this workspace knows, used up by this.

    SlackError: invalid_trigger_id, expired_trigger_id, exchanged_trigger_id.
    """
    trigger = core.triggers.get(trigger_id)
    if trigger is None or not core.knows(team, core.world.users[trigger.user]):
        raise SlackError("invalid_trigger_id")
    if trigger.used:
        raise SlackError("exchanged_trigger_id")
    if core.machine() - trigger.made > TRIGGER_SECONDS:
        raise SlackError("expired_trigger_id")
    trigger.used = True
    return trigger


def new_hash(core: Core) -> str:
    return f"{core.seconds()}.{core.ids.secret(8)}"


def open_modal(core: Core, user: str, team: str, body: Json) -> View:
    """A new stack with one modal; what this person had open goes."""
    check_external_id(core, team, body)
    close_all(core, user)
    return _stacked(core, user, team, body)


def push_modal(core: Core, user: str, team: str, body: Json) -> View:
    """One more modal on top. SlackError push_limit_reached above three."""
    if len(core.stacks.get(user, [])) >= MAX_STACK:
        raise SlackError("push_limit_reached")
    check_external_id(core, team, body)
    return _stacked(core, user, team, body)


def _stacked(core: Core, user: str, team: str, body: Json) -> View:
    stack = core.stacks.setdefault(user, [])
    view = View(core.ids.next("V"), team, user, {**body, "blocks": name_blocks(core.ids, body.get("blocks") or [])})
    view.hash, view.root, view.previous = new_hash(core), stack[0] if stack else view.id, stack[-1] if stack else None
    view.state = initial_state(view.body["blocks"])
    stack.append(view.id)
    core.views[view.id] = view
    return view


def update_view(core: Core, view: View, body: Json) -> None:
    """Replace what a view shows; inputs with the same block_id and action_id keep their values."""
    check_external_id(core, view.team, body, but=view)
    view.body = {**body, "blocks": name_blocks(core.ids, body.get("blocks") or [])}
    view.state = initial_state(view.body["blocks"], view.state)
    view.hash, view.errors = new_hash(core), {}


def publish_home(core: Core, user: User, body: Json) -> View:
    home = core.homes.get(user.id)
    if home is None:
        home = core.homes[user.id] = View(core.ids.next("V"), user.team, user.id, {})
        home.root = home.id
    update_view(core, home, body)
    return home


def check_external_id(core: Core, team: str, body: Json, but: View | None = None) -> None:
    wanted = body.get("external_id")
    others = [*core.views.values(), *core.homes.values()]
    if wanted and any(v.body.get("external_id") == wanted and v.team == team and v is not but for v in others):
        raise SlackError("duplicate_external_id")


def close_top(core: Core, user: str) -> None:
    """Close the uppermost modal; the one below shows again."""
    stack = core.stacks.get(user, [])
    if stack:
        core.views.pop(stack.pop(), None)


def close_all(core: Core, user: str) -> None:
    while core.stacks.get(user):
        close_top(core, user)


def view_json(core: Core, view: View) -> Json:
    """A view as payloads and views.* show it."""
    installation = core.installation(view.team)
    bot = core.world.users[installation.user] if installation else None
    body = view.body
    return {
        "id": view.id,
        "team_id": view.team,
        "type": body.get("type"),
        "blocks": body.get("blocks", []),
        "private_metadata": body.get("private_metadata", ""),
        "callback_id": body.get("callback_id", ""),
        "state": {"values": view.state},
        "hash": view.hash,
        "title": body.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": body.get("clear_on_close", False),
        "notify_on_close": body.get("notify_on_close", False),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "previous_view_id": view.previous,
        "root_view_id": view.root,
        "app_id": core.app.id,
        "external_id": body.get("external_id", ""),
        "app_installed_team_id": view.team,
        "bot_id": bot.bot_id if bot else "",
    }
