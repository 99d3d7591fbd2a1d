"""The page where an admin allows the app into a workspace, or does not."""

from html import escape
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response

from playground.core import Core
from playground.errors import ControlError
from playground.methods.oauth import may_redirect
from playground.pages import HEADERS
from playground.seed import checked_scopes
from playground.world import Team, User

_THINGS = {
    "channels": "public channels it is in",
    "groups": "private channels it is in",
    "im": "direct messages with it",
    "mpim": "group messages it is in",
}

WORDS = {
    "app_mentions:read": "See messages that mention it",
    "chat:write": "Send messages as itself",
    "chat:write.public": "Send messages to channels it is not in",
    "chat:write.customize": "Send messages with another name and picture",
    "commands": "Add shortcuts and slash commands",
    "channels:join": "Join public channels",
    "channels:manage": "Manage public channels, and make new ones",
    "emoji:read": "See this workspace's own emoji",
    "files:read": "See files in the conversations it is in",
    "files:write": "Upload, change and delete files as itself",
    "metadata.message:read": "See the data that apps attach to messages",
    "pins:read": "See what is pinned",
    "pins:write": "Pin and unpin messages",
    "reactions:read": "See reactions",
    "reactions:write": "Add and take back reactions",
    "team:read": "See this workspace's name and address",
    "usergroups:read": "See user groups and who is in them",
    "users:read": "See people and what their profiles say",
    "users:read.email": "See people's e-mail addresses",
    **{f"{key}:history": f"Read messages in {what}" for key, what in _THINGS.items()},
    **{f"{key}:read": f"See the names and members of {what}" for key, what in _THINGS.items()},
    "im:write": "Start direct messages with people",
    "mpim:write": "Start group messages with people",
}

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Allow {app} into {team}?</title>
<link rel="stylesheet" href="/page/css/theme.css">
<link rel="stylesheet" href="/page/css/consent.css">
</head>
<body>
<main>
<h1>Allow <strong>{app}</strong> into <strong>{team}</strong>?</h1>
<p>You are {person}. In this workspace {app} will be able to:</p>
<ul>{scopes}</ul>
<p class="choice"><a id="cancel" href="{cancel}">Cancel</a> <a id="allow" href="{allow}">Allow</a></p>
</main>
</body>
</html>
"""


async def authorize(core: Core, request: Request) -> Response:
    """The page; ``?allow=1&as=@maria`` presses Allow, ``?cancel=1`` Cancel."""
    query = dict(request.query_params)
    if query.get("client_id") != core.app.client_id:
        return PlainTextResponse("invalid_client_id", 400)
    try:
        team, user = _consenting(core, query)
        scopes = checked_scopes([s for s in query.get("scope", "").split(",") if s])
    except ControlError as error:
        return JSONResponse(error.body(), 400)
    if not (query.get("allow") or query.get("cancel")):
        return HTMLResponse(_page(core, query, (team, user), scopes), headers=HEADERS)
    redirect = query.get("redirect_uri", "")
    if redirect and not may_redirect(core.app, redirect):
        return PlainTextResponse("bad_redirect_uri", 400)
    if query.get("cancel"):
        return _send_back(query, {"error": "access_denied"})
    code = core.ids.secret(32)
    made: dict[str, Any] = {"made": core.now(), "team": team.id, "user": user.id, "redirect_uri": redirect}
    core.codes[code] = {**made, "scopes": scopes}
    return _send_back(query, {"code": code})


def _page(core: Core, query: dict[str, str], who: tuple[Team, User], scopes: list[str]) -> str:
    team, user = who
    listed = "".join(f"<li>{escape(WORDS.get(s, s))}</li>" for s in scopes or ["Do nothing yet: it asks for no scope"])
    links = {key: "/oauth/v2/authorize?" + urlencode({**query, key: "1"}) for key in ("allow", "cancel")}
    names = {"app": core.app.name, "team": team.name, "person": user.real_name}
    return _PAGE.format(scopes=listed, **{key: escape(text) for key, text in (links | names).items()})


def _send_back(query: dict[str, str], back: dict[str, str]) -> Response:
    """To where the app waits; as JSON when it did not say where."""
    if "state" in query:
        back["state"] = query["state"]
    redirect = query.get("redirect_uri", "")
    if not redirect:
        return JSONResponse(back)
    return RedirectResponse(f"{redirect}{'&' if '?' in redirect else '?'}{urlencode(back)}")


def _consenting(core: Core, query: dict[str, str]) -> tuple[Team, User]:
    """The workspace, and the person who allows: ``as``, or the first one. ControlError when there is none."""
    team = core.team(query.get("team"))
    if query.get("as"):
        return team, core.user(query["as"], team.id)
    for user in core.world.users.values():
        if user.team == team.id and not user.is_bot:
            return team, user
    raise ControlError(f"nobody is in {team.name}", "use a workspace that has people")
