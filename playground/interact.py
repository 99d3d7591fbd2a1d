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
from playground.viewrules import problems_of
from playground.views import close_all, close_top, push_modal, update_view, view_json
from playground.world import Channel, Message, User, View

RESPONSE_URL_LIFE = timedelta(minutes=30)


def parse(body: str) -> Json:
    """The app's answer as an object; an empty one when it is nothing or plain text."""
    try:
        found = read_json(body) if body.strip() else {}
    except ValueError:
        return {"text": body}
    return found if isinstance(found, dict) else {"text": body}


class Interactions:
    """Sends each interaction once, and gives back what the app answered."""

    def __init__(self, core: Core, deliverer: Deliverer) -> None:
        self.core = core
        self.deliverer = deliverer

    def _base(self, kind: str, user: User) -> Json:
        team = self.core.world.teams[user.team]
        return {
            "type": kind,
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
            "api_app_id": self.core.app.id,
            "token": self.core.app.verification_token,
            "team": {"id": team.id, "domain": team.domain},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _response_url(self, user: User, channel: Channel, message: Message | None = None) -> str:
        ends = self.core.now() + RESPONSE_URL_LIFE
        hook = ResponseUrl(user.team, channel.id, user.id, ends)
        if message is not None:
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
        reply = await self.deliverer.interact("slash_commands", payload)
        if reply.ok and reply.body.strip():
            try:
                answer_in_channel(
                    self.core, ResponseUrl(user.team, channel.id, user.id, self.core.now()), parse(reply.body)
                )
            except SlackError as error:
                reply.reason = f"invalid_command_response: {error.code}"
        return reply

    async def click_message(self, user: User, channel: Channel, message: Message, actions: list[Json]) -> Reply:
        ephemeral = message.visible_to is not None
        container: Json = {"type": "message", "message_ts": message.ts, "channel_id": channel.id}
        container["is_ephemeral"] = ephemeral
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        payload = self._base("block_actions", user) | {
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
        return await self.deliverer.interact("interactive", self._base("block_suggestion", user) | place | asked)

    async def submit(self, user: User, view: View) -> Reply:
        """Submit a modal and do what the app answers: nothing closes it, else response_action decides."""
        payload = self._base("view_submission", user) | {
            "trigger_id": self.core.new_trigger(user, view.id),
            "view": view_json(self.core, view),
            "response_urls": self._response_urls(user, view),
        }
        reply = await self.deliverer.interact("interactive", payload)
        if reply.ok:
            self._respond(view, parse(reply.body))
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
        action = answer.get("response_action")
        if action == "errors":
            view.errors = dict(answer.get("errors") or {})
        elif action in ("update", "push"):
            problems = problems_of(answer.get("view"), "modal")
            if problems:
                view.errors = {"view": problems}
            elif action == "update":
                update_view(self.core, view, answer["view"])
            else:
                push_modal(self.core, view.user, view.team, answer["view"])
        elif action == "clear":
            close_all(self.core, view.user)
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


def shown_name(channel: Channel) -> str:
    """The name that payloads give a conversation: private ones are not named."""
    return {"channel": channel.name, "group": "privategroup", "im": "directmessage", "mpim": channel.name}[channel.kind]
