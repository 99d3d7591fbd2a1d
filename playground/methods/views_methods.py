"""views.*: modals and homes."""

from playground.core import Trigger
from playground.errors import Json, SlackError, invalid_arguments
from playground.methods.registry import Call, method
from playground.viewrules import check_view
from playground.views import open_modal, publish_home, push_modal, update_view, use_trigger, view_json
from playground.world import User, View


def _trigger_of(call: Call) -> Trigger:
    given = call.text("trigger_id") or call.text("interactivity_pointer")
    if not given:
        raise invalid_arguments("missing required field: trigger_id")
    return use_trigger(call.core, given, call.team)


@method("views.open", "", "t4", kinds="bot", needs="view")
def views_open(call: Call) -> Json:
    body = check_view(call.json("view"), "modal")
    trigger = _trigger_of(call)
    return {"view": view_json(call.core, open_modal(call.core, trigger.user, call.team, body))}


@method("views.push", "", "t4", kinds="bot", needs="view")
def views_push(call: Call) -> Json:
    body = check_view(call.json("view"), "modal")
    trigger = _trigger_of(call)
    if trigger.view is None:
        raise SlackError("invalid_trigger_id")
    if trigger.view not in call.core.stacks.get(trigger.user, []):
        raise SlackError("not_found")
    return {"view": view_json(call.core, push_modal(call.core, trigger.user, call.team, body))}


@method("views.update", "", "t4", kinds="bot", needs="view")
def views_update(call: Call) -> Json:
    view = _existing(call)
    body = check_view(call.json("view"), view.body["type"])
    if call.text("hash") and call.text("hash") != view.hash:
        raise SlackError("hash_conflict", view=view_json(call.core, view))
    update_view(call.core, view, body)
    return {"view": view_json(call.core, view)}


def _existing(call: Call) -> View:
    wanted, external = call.text("view_id"), call.text("external_id")
    for view in (*call.core.views.values(), *call.core.homes.values()):
        named = view.id == wanted or (external and view.body.get("external_id") == external)
        if named and view.team == call.team:
            return view
    raise SlackError("not_found")


def _owner(call: Call) -> User:
    user = call.core.world.users.get(call.text("user_id"))
    if user is None or not call.core.knows(call.team, user):
        raise invalid_arguments("invalid `user_id`")
    return user


@method("views.publish", "", "t4", kinds="bot", needs="user_id view")
def views_publish(call: Call) -> Json:
    if not call.core.app.home_tab:
        raise SlackError("not_enabled")
    user = _owner(call)
    body = check_view(call.json("view"), "home")
    home = call.core.homes.get(user.id)
    if home and call.text("hash") and call.text("hash") != home.hash:
        raise SlackError("hash_conflict", view=view_json(call.core, home))
    return {"view": view_json(call.core, publish_home(call.core, user, body))}
