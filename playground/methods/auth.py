"""auth, api, apps, oauth, team, bots: who is calling, and how an app comes and goes."""

from playground.errors import Json, SlackError
from playground.events import emit
from playground.methods.oauth import check_client
from playground.methods.registry import Call, method
from playground.render import team_json


@method("api.test", tier="special", kinds="none bot user app")
def api_test(call: Call) -> Json:
    if call.text("error"):
        raise SlackError(call.text("error"), args=call.args)
    return {"args": call.args}


@method("auth.test", tier="special")
def auth_test(call: Call) -> Json:
    team = call.core.world.teams[call.team]
    shown: Json = {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name,
        "user": call.user.name,
        "team_id": team.id,
        "user_id": call.user.id,
        "is_enterprise_install": False,
    }
    if team.enterprise_id:
        shown["enterprise_id"] = team.enterprise_id
    return {**shown, "bot_id": call.user.bot_id} if call.token.kind == "bot" else shown


@method("auth.revoke", tier="t3")
def auth_revoke(call: Call) -> Json:
    if call.flag("test"):
        return {"revoked": False}
    which = "bot" if call.token.kind == "bot" else "oauth"
    other = "oauth" if which == "bot" else "bot"
    emit(call.core, {"type": "tokens_revoked", "tokens": {which: [call.token.user], other: []}}, team=call.team)
    call.core.revoke(call.token)
    return {"revoked": True}


@method("apps.uninstall", tier="t1", needs="client_id client_secret")
def apps_uninstall(call: Call) -> Json:
    check_client(call)
    core = call.core
    installation = core.installation(call.team)
    if installation is None:
        raise SlackError("client_id_token_mismatch")
    emit(core, {"type": "app_uninstalled"}, team=call.team)
    emit(core, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [installation.user]}}, team=call.team)
    core.revoke(core.world.tokens[installation.token], "account_inactive")
    return {}


@method("apps.event.authorizations.list", "authorizations:read", "t4", kinds="app", needs="event_context")
def authorizations(call: Call) -> Json:
    event_id = call.text("event_context").removeprefix("4-")
    for delivery in call.core.deliveries:
        if delivery.id == event_id:
            shown, more = call.page(delivery.body["authorizations"])
            return {"authorizations": shown, "response_metadata": more}
    raise SlackError("invalid_event_context")


@method("team.info", "team:read")
def team_info(call: Call) -> Json:
    team = call.core.world.teams.get(call.text("team") or call.team)
    if team is None or not (team.id == call.team or _shares(call, team.id)):
        raise SlackError("team_not_found")
    return {"team": team_json(team)}


def _shares(call: Call, team: str) -> bool:
    """Whether another workspace is in a channel with the caller's."""
    sides = [{c.team, *c.shared_teams} for c in call.core.world.channels.values()]
    return any({team, call.team} <= side for side in sides)


@method("bots.info", "users:read")
def bots_info(call: Call) -> Json:
    wanted = call.text("bot") or (call.bot.bot_id if call.bot else "")
    for user in call.core.world.users.values():
        if user.is_bot and user.bot_id == wanted and call.core.knows(call.team, user):
            shown = {"id": user.bot_id, "deleted": user.deleted, "name": user.real_name, "updated": user.updated}
            return {
                "bot": {**shown, "app_id": user.app_id, "user_id": user.id, "icons": {"image_36": "", "image_72": ""}}
            }
    raise SlackError("bot_not_found")


@method("emoji.list", "emoji:read", "t2")
def emoji_list(call: Call) -> Json:
    return {"emoji": call.core.world.teams[call.team].emoji, "cache_ts": call.core.next_ts()}


@method("dnd.info", "dnd:read")
def dnd_info(call: Call) -> Json:
    if call.text("user"):
        call.person()
    return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1, "snooze_enabled": False}


@method("dnd.teamInfo", "dnd:read", "t2")
def dnd_team_info(call: Call) -> Json:
    off = {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    people = call.people()
    if not people:
        raise SlackError("no_users_provided")
    return {"users": {user.id: off for user in people}}


@method("apps.connections.open", "connections:write", "t1", kinds="app")
def connections_open(call: Call) -> Json:
    url = call.core.new_socket_url()
    return {"url": url + "&debug_reconnects=true" if call.flag("debug_reconnects") else url}
