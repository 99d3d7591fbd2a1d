"""Incoming webhooks: ``/services/TEAM/BOT/CHANNEL`` posts to that channel. Answers are plain text, as Slack's are."""

from playground.blocks import check_attachments
from playground.core import Core
from playground.errors import WEBHOOK, Json, SlackError, check_listed
from playground.hooks import HookAnswer, checked
from playground.metadata import check_metadata
from playground.posts import Draft, bot_marks, post, why_closed
from playground.strict import read_json
from playground.wire import read_arguments
from playground.world import Channel, User

SCOPE = "incoming-webhook"
_STATUSES = {
    "no_team": 404,
    "no_service": 404,
    "channel_not_found": 404,
    "channel_is_archived": 410,
    "action_prohibited": 403,
    "rate_limited": 429,
}
"""Of what is not a 400."""


def webhook_url(core: Core, team: str, channel: Channel) -> str:
    """Where this workspace's app posts to that channel."""
    return f"{core.url}/services/{team}/{core.world.installations[team].bot_id}/{channel.id}"


def receive(core: Core, path: str, content_type: str, raw: bytes) -> HookAnswer:
    """A POST to an incoming webhook: JSON, or a form with the JSON as its payload."""
    headers = {"content-type": "text/html; charset=utf-8"}
    try:
        bot, channel = _place(core, path)
        if wait := core.limits.take("hook", ("webhook", channel.id), core.now()):
            headers["retry-after"] = str(wait)
            raise SlackError("rate_limited")
        _post(core, bot, channel, _payload(content_type, raw))
    except SlackError as error:
        check_listed("a webhook", WEBHOOK, error)
        return HookAnswer(_STATUSES.get(error.code, 400), error.code, headers)
    return HookAnswer(200, "ok", headers)


def _place(core: Core, path: str) -> tuple[User, Channel]:
    """The bot and the channel that a webhook belongs to."""
    team, _, rest = path.partition("/")
    bot_id, _, name = rest.partition("/")
    installation = core.installation(team)
    if team not in core.world.teams:
        raise SlackError("no_team")
    if installation is None or not installation.active or installation.bot_id != bot_id:
        raise SlackError("no_service")
    rooms = [room for room in core.world.channels.values() if team in (room.team, *room.shared_teams)]
    channel = next((room for room in rooms if name in (room.id, room.name) and name), None)
    if channel is None:
        raise SlackError("channel_not_found")
    if channel.is_archived:
        raise SlackError("channel_is_archived")
    return core.world.users[installation.user], channel


def _payload(content_type: str, raw: bytes) -> Json:
    try:
        if "json" not in content_type:
            raw = read_arguments("", "application/x-www-form-urlencoded", raw)["payload"].encode()
        found = read_json(raw)
    except (ValueError, KeyError, SlackError):
        raise SlackError("invalid_payload") from None
    if not isinstance(found, dict):
        raise SlackError("invalid_payload")
    return found


def _post(core: Core, bot: User, channel: Channel, body: Json) -> None:
    """The message stands in the channel whether the bot is a member or not, and has no ``user``."""
    made = Draft(channel, None, str(body.get("text") or ""), checked(body), subtype="bot_message")
    made.attachments = check_attachments(body.get("attachments") or [])
    made.metadata = check_metadata(body["metadata"]) if body.get("metadata") else None
    made.extra = bot_marks(core, bot)
    parent = channel.messages.get(str(body.get("thread_ts") or ""))
    made.thread_ts = parent.ts if parent and not parent.is_reply and parent.visible_to is None else None
    if why_closed(channel, bot, in_thread=made.thread_ts is not None):
        raise SlackError("action_prohibited")
    core.activity.touch()
    post(core, made)
