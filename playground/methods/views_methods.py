"""views.*: modals and homes."""

from playground.errors import Json, SlackError
from playground.methods.registry import Call, method
from playground.viewrules import check_view
from playground.views import open_modal, publish_home, push_modal, update_view, use_trigger, view_json
from playground.world import View

_TRIGGER = "invalid_trigger_id expired_trigger_id exchanged_trigger_id duplicate_external_id view_too_large "


def _view_id(call: Call) -> str:
    return call.text("trigger_id") or call.text("interactivity_pointer")


@method("views.open", "", "t4", kinds="bot", needs="trigger_id view", errors=_TRIGGER)
def views_open(call: Call) -> Json:
    body = check_view(call.json("view"), "modal")
    trigger = use_trigger(call.core, _view_id(call), call.team)
    return {"view": view_json(call.core, open_modal(call.core, trigger.user, call.team, body))}


@method("views.push", "", "t4", kinds="bot", needs="trigger_id view", errors=_TRIGGER + "push_limit_reached")
def views_push(call: Call) -> Json:
    body = check_view(call.json("view"), "modal")
    trigger = use_trigger(call.core, _view_id(call), call.team)
    if trigger.view is None or trigger.view not in call.core.stacks.get(trigger.user, []):
        raise SlackError("invalid_trigger_id")
    return {"view": view_json(call.core, push_modal(call.core, trigger.user, call.team, body))}


@method("views.update", "", "t4", kinds="bot", needs="view", errors=_TRIGGER + "not_found hash_conflict")
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


@method(
    "views.publish",
    "",
    "t4",
    kinds="bot",
    needs="user_id view",
    errors=_TRIGGER + "hash_conflict user_not_found not_enabled",
)
def views_publish(call: Call) -> Json:
    user = call.person("user_id")
    body = check_view(call.json("view"), "home")
    home = call.core.homes.get(user.id)
    if home and call.text("hash") and call.text("hash") != home.hash:
        raise SlackError("hash_conflict", view=view_json(call.core, home))
    return {"view": view_json(call.core, publish_home(call.core, user, body))}
