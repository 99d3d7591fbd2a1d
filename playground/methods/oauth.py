"""oauth.*: installing the app, and tokens that rotate when the world's app asks for it."""

from urllib.parse import urlsplit

from playground.core import Core
from playground.errors import Json, SlackError
from playground.methods.registry import Call, method
from playground.seed import install
from playground.webhooks import SCOPE, webhook_url
from playground.world import App, Installation, Token

EXPIRES_IN = 43_200
CODE_SECONDS = 600


def check_client(call: Call) -> None:
    app = call.core.app
    if call.text("client_id") != app.client_id:
        raise SlackError("invalid_client_id")
    if call.text("client_secret") != app.client_secret:
        raise SlackError("bad_client_secret")


@method("oauth.v2.access", tier="t4", kinds="none bot user")
def oauth_access(call: Call) -> Json:
    check_client(call)
    grant = call.text("grant_type", "authorization_code")
    if grant == "refresh_token":
        return _refreshed(call)
    if grant != "authorization_code":
        raise SlackError("invalid_grant_type")
    code = call.core.codes.get(call.text("code"))
    if code is None or (call.core.now() - code["made"]).total_seconds() > CODE_SECONDS:
        raise SlackError("invalid_code")
    if code["redirect_uri"] and call.text("redirect_uri") != code["redirect_uri"]:
        raise SlackError("bad_redirect_uri")
    del call.core.codes[call.text("code")]
    installation = _installed(call.core, code["team"], code["scopes"])
    given = {**_grant(call.core, installation), "authed_user": {"id": code["user"]}}
    return given | _webhook(call.core, installation) if SCOPE in code["scopes"] else given


def _webhook(core: Core, installation: Installation) -> Json:
    """The webhook that comes with the scope incoming-webhook. Slack asks for its channel; here it is the first one."""
    rooms = [room for room in core.world.channels.values() if room.team == installation.team and room.kind == "channel"]
    if not rooms:
        return {}
    room = next((one for one in rooms if one.is_general), rooms[0])
    url = webhook_url(core, installation.team, room)
    shown = {"channel": f"#{room.name}", "channel_id": room.id, "configuration_url": url, "url": url}
    return {"incoming_webhook": shown}


def may_redirect(app: App, url: str) -> bool:
    """Whether people may be sent back there: over HTTPS or on this machine, and to where the app said, if it did."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"))
    known = [urlsplit(one) for one in app.redirect_urls]
    below = [k for k in known if (k.scheme, k.netloc) == (parts.scheme, parts.netloc) and parts.path.startswith(k.path)]
    return bool(parts.hostname) and safe and (bool(below) or not known)


def _installed(core: Core, team: str, scopes: list[str]) -> Installation:
    """The installation in this workspace, made or revived; its scopes only grow."""
    installation = core.world.installations.get(team)
    if installation is None or not installation.active or core.world.tokens[installation.token].dead:
        given = {"token": f"{core.app.bot_token}-{core.ids.secret(8)}", "scopes": scopes}
        install(core.world, team, given, core.ids)
        installation = core.world.installations[team]
    installation.scopes = list(dict.fromkeys([*installation.scopes, *scopes]))
    core.world.tokens[installation.token].scopes |= set(scopes)
    return installation


def _grant(core: Core, installation: Installation) -> Json:
    """The common part of all answers with a token; with rotation the token is a fresh one."""
    rotation = _rotate(core, installation) if core.app.token_rotation else {}
    team = core.world.teams[installation.team]
    enterprise = {"id": team.enterprise_id, "name": team.enterprise_id} if team.enterprise_id else None
    return {
        "access_token": installation.token,
        "token_type": "bot",
        "scope": ",".join(installation.scopes),
        "bot_user_id": installation.user,
        "app_id": core.app.id,
        "team": {"id": team.id, "name": team.name},
        "enterprise": enterprise,
        "is_enterprise_install": False,
        **rotation,
    }


def _rotate(core: Core, installation: Installation) -> Json:
    """A new access token for twelve hours and its refresh token; only the two youngest access tokens live."""
    secret = core.ids.secret(24)
    token = Token(f"xoxe.xoxb-1-{secret}", "bot", installation.team, installation.user, set(installation.scopes))
    token.expires = core.now().timestamp() + EXPIRES_IN
    core.world.tokens[token.value] = token
    living = [t for t in core.world.tokens.values() if t.kind == "bot" and t.team == token.team and not t.dead]
    for old in living[:-2]:
        old.dead = "token_revoked"
    installation.token = token.value
    refresh = f"xoxe-1-{core.ids.secret(32)}"
    core.refresh_tokens[refresh] = installation.team
    return {"expires_in": EXPIRES_IN, "refresh_token": refresh}


def _refreshed(call: Call) -> Json:
    team = call.core.refresh_tokens.pop(call.text("refresh_token"), None)
    installation = call.core.world.installations.get(team or "")
    if installation is None or not installation.active:
        raise SlackError("invalid_refresh_token")
    return _grant(call.core, installation)


@method("oauth.v2.exchange", tier="t4", kinds="none bot", needs="token")
def oauth_exchange(call: Call) -> Json:
    """A long-lived token becomes one that rotates, and from now on all do: that can't be turned off."""
    check_client(call)
    token = call.core.world.tokens.get(call.text("token"))
    installation = call.core.world.installations.get(token.team if token else "")
    if token is None or token.kind != "bot" or installation is None:
        raise SlackError("invalid_token")
    if token.expires or installation.token != token.value:
        raise SlackError("token_already_exchanged")
    call.core.app.token_rotation = True
    return _grant(call.core, installation)
