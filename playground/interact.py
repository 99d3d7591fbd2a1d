"""What people do with the app: commands, clicks, forms, shortcuts. Builds Slack's payloads and handles the answers."""

from datetime import timedelta

from playground.clicks import clickable
from playground.core import Core, ResponseUrl
from playground.deliver import Deliverer, Reply
from playground.errors import Json, SlackError
from playground.forms import initial_state
from playground.hooks import answer_in_channel
from playground.render import message_json
from playground.strict import read_json
from playground.viewrules import check_view
from playground.views import close_all, close_top, push_modal, update_view, view_json
from playground.world import Channel, Message, User, View

RESPONSE_URL_LIFE = timedelta(minutes=30)


def answer_of(reply: Reply) -> Json:
    """The app's answer as an object, an empty one when it is nothing. SlackError: invalid_json, json_not_object."""
    if not reply.body.strip():
        return {}
    try:
        found = read_json(reply.body)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(found, dict):
        raise SlackError("json_not_object")
    return found


def message_of(reply: Reply) -> Json:
    """What a command's answer says: a message as JSON, or plain text. An object without words only shows or hides
    what was typed; an empty text is a mistake."""
    is_text = "text/plain" in reply.headers.get("content-type", "")
    try:
        return answer_of(reply)
    except SlackError as error:
        if is_text or (error.code == "invalid_json" and reply.body.strip()[:1] not in ("{", "[")):
            return {"text": reply.body}
        raise


class Interactions:
    """Sends each interaction once, and gives back what the app answered."""

    def __init__(self, core: Core, deliverer: Deliverer) -> None:
        self.core = core
        self.deliverer = deliverer

    def _base(self, kind: str, user: User, host: str = "") -> Json:
        """What all payloads have. ``host``: the app's workspace, when a person from another may act as well."""
        team = self.core.world.teams[host or user.team]
        return {
            "type": kind,
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
            "api_app_id": self.core.app.id,
            "token": self.core.app.verification_token,
            "team": {"id": team.id, "domain": team.domain},
            "enterprise": {"id": team.enterprise_id, "name": team.enterprise_id} if team.enterprise_id else None,
            "is_enterprise_install": False,
        }

    def _host(self, user: User, bot_id: object) -> str:
        """The workspace whose installation wrote a message, for that one hears of a click; else the person's."""
        installations = self.core.world.installations.values()
        return next((one.team for one in installations if one.bot_id == bot_id), user.team)

    def _response_url(self, user: User, channel: Channel, message: Message | None = None) -> str:
        ends = self.core.now() + RESPONSE_URL_LIFE
        hook = ResponseUrl(user.team, channel.id, user.id, ends)
        if message is not None:
            hook.team = self._host(user, message.extra.get("bot_id"))
            hook.ts, hook.thread_ts = message.ts, message.thread_ts
        return self.core.new_response_url(hook)

    async def command(self, user: User, channel: Channel, command: str, text: str) -> Reply:
        """A slash command; what the app answers appears in the channel."""
        payload = {
            "token": self.core.app.verification_token,
            "team_id": user.team,
            "team_domain": self.core.world.teams[user.team].domain,
            "channel_id": channel.id,
            "channel_name": shown_name(channel),
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": self.core.app.id,
            "is_enterprise_install": "false",
            "response_url": self._response_url(user, channel),
            "trigger_id": self.core.new_trigger(user),
        }
        if enterprise := self.core.world.teams[user.team].enterprise_id:
            payload |= {"enterprise_id": enterprise, "enterprise_name": enterprise}
        reply = await self.deliverer.interact("slash_commands", payload)
        if reply.ok:
            hook = ResponseUrl(user.team, channel.id, user.id, self.core.now())
            try:
                answer = message_of(reply)
                if set(answer) - {"response_type"}:
                    answer_in_channel(self.core, hook, answer)
            except SlackError as error:
                reply.reason = f"invalid_command_response: {error.code}"
        return reply

    async def click_message(self, user: User, channel: Channel, message: Message, actions: list[Json]) -> Reply:
        ephemeral = message.visible_to is not None
        container: Json = {"type": "message", "message_ts": message.ts, "channel_id": channel.id}
        container["is_ephemeral"] = ephemeral
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        payload = self._base("block_actions", user, self._host(user, message.extra.get("bot_id"))) | {
            "container": container,
            "trigger_id": self.core.new_trigger(user),
            "channel": {"id": channel.id, "name": shown_name(channel)},
            "state": {"values": initial_state(clickable(message), message.state.get(user.id))},
            "response_url": self._response_url(user, channel, message),
            "actions": actions,
        }
        if not ephemeral:
            payload["message"] = message_json(channel, message)
        return await self.deliverer.interact("interactive", payload)

    async def click_view(self, user: User, view: View, actions: list[Json]) -> Reply:
        payload = self._base("block_actions", user) | {
            "container": {"type": "view", "view_id": view.id},
            "trigger_id": self.core.new_trigger(user, view.id),
            "view": view_json(self.core, view),
            "actions": actions,
        }
        return await self.deliverer.interact("interactive", payload)

    async def suggest(self, user: User, place: Json, item: Json, value: str) -> Reply:
        """Ask the app for the options of an external select. ``place``: container and message or view."""
        asked = {"action_id": item["action_id"], "block_id": item["block_id"], "value": value}
        host = self._host(user, place.get("message", {}).get("bot_id"))
        return await self.deliverer.interact("interactive", self._base("block_suggestion", user, host) | place | asked)

    async def submit(self, user: User, view: View) -> Reply:
        """Submit a modal and do what the app answers: nothing closes it, else response_action decides. An answer that
        Slack would not understand leaves the modal open, and the reply has a reason."""
        payload = self._base("view_submission", user) | {
            "trigger_id": self.core.new_trigger(user, view.id),
            "view": view_json(self.core, view),
            "response_urls": self._response_urls(user, view),
        }
        view.errors = {}
        reply = await self.deliverer.interact("interactive", payload)
        if reply.ok:
            try:
                self._respond(view, answer_of(reply))
            except SlackError as error:
                reply.reason = f"invalid_view_response: {error.code}"
                view.errors = error.more.get("response_metadata", {"error": error.code})
        return reply

    def _response_urls(self, user: User, view: View) -> list[Json]:
        urls = []
        for block in view.body["blocks"]:
            element = block.get("element") or {}
            if not element.get("response_url_enabled"):
                continue
            held = view.state.get(block["block_id"], {}).get(element["action_id"], {})
            channel = self.core.world.channels.get(
                held.get("selected_conversation") or held.get("selected_channel") or ""
            )
            if channel:
                url = {"block_id": block["block_id"], "action_id": element["action_id"], "channel_id": channel.id}
                urls.append({**url, "response_url": self._response_url(user, channel)})
        return urls

    def _respond(self, view: View, answer: Json) -> None:
        action, view.errors = answer.get("response_action"), {}
        if action == "errors":
            view.errors = _checked_errors(view, answer.get("errors"))
        elif action == "update":
            update_view(self.core, view, check_view(answer.get("view"), "modal"))
        elif action == "push":
            push_modal(self.core, view.user, view.team, check_view(answer.get("view"), "modal"))
        elif action == "clear":
            close_all(self.core, view.user)
        elif answer:
            raise SlackError("invalid_response_action")
        else:
            close_top(self.core, view.user)

    async def close(self, user: User, view: View, *, clear: bool) -> Reply:
        """Close a modal, or all of them with ``clear``; the app hears of it when it asked to."""
        payload = self._base("view_closed", user) | {"view": view_json(self.core, view), "is_cleared": clear}
        notify = view.body.get("notify_on_close", False)
        if clear or view.body.get("clear_on_close"):
            close_all(self.core, user.id)
        else:
            close_top(self.core, user.id)
        return await self.deliverer.interact("interactive", payload) if notify else Reply(200)

    async def shortcut(self, user: User, callback_id: str, channel: Channel | None, message: Message | None) -> Reply:
        """A message shortcut when there is a message, else a global one."""
        made = self.core.next_ts()
        common = {"callback_id": callback_id, "trigger_id": self.core.new_trigger(user), "action_ts": made}
        if channel is None or message is None:
            return await self.deliverer.interact("interactive", self._base("shortcut", user) | common)
        payload = self._base("message_action", user) | common
        payload |= {
            "channel": {"id": channel.id, "name": shown_name(channel)},
            "message": message_json(channel, message),
            "message_ts": message.ts,
            "response_url": self._response_url(user, channel, message),
        }
        return await self.deliverer.interact("interactive", payload)


def _checked_errors(view: View, errors: object) -> Json:
    """What the app says of a modal's inputs, by block_id."""
    inputs = {block["block_id"] for block in view.body["blocks"] if block.get("type") == "input"}
    if not isinstance(errors, dict) or not errors or not all(isinstance(text, str) for text in errors.values()):
        raise SlackError("invalid_errors")
    if not set(errors) <= inputs:
        raise SlackError("unknown_block_id")
    return errors


def shown_name(channel: Channel) -> str:
    """The name that payloads give a conversation: private ones are not named."""
    return {"channel": channel.name, "group": "privategroup", "im": "directmessage", "mpim": channel.name}[channel.kind]
