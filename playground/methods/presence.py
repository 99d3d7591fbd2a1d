"""What few apps ask for: where a token may act, and presence."""

from playground.errors import Json, invalid_arguments
from playground.methods.registry import Call, method


@method("auth.teams.list", "", "t2")
def auth_teams_list(call: Call) -> Json:
    """The workspaces of a token: its own, for nothing here is installed for a whole organization."""
    team = call.core.world.teams[call.team]
    shown, more = call.page([{"id": team.id, "name": team.name}])
    return {"teams": shown, "response_metadata": more}


@method("users.setPresence", "users:write", "t2", needs="presence")
def set_presence(call: Call) -> Json:
    if call.text("presence") not in ("auto", "away"):
        raise invalid_arguments("must be one of: auto, away [json-pointer:/presence]")
    call.user.presence = "away" if call.text("presence") == "away" else "active"
    return {}
