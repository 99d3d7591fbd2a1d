"""Driving the app as people do: commands, clicks, forms, shortcuts. The asynchronous half of the engine."""

from typing import Any

from playground.clicks import action_json, clickable, fill, find_element, remember
from playground.core import Core
from playground.deliver import Reply
from playground.errors import ControlError, Json
from playground.forms import plain_value
from playground.interact import Interactions, parse
from playground.strict import read_json
from playground.views import view_json
from playground.world import Channel, Message, User, View


class Acting:
    def __init__(self, core: Core, interactions: Interactions) -> None:
        self.core = core
        self._interactions = interactions

    # who, where

    def _present(self, channel: str, user: str, team: str | None = None) -> tuple[User, Channel]:
        """A person and a channel where that person can act."""
        person = self.core.user(user, self.core.team(team).id if team else "")
        if person.deleted:
            raise ControlError(f"{user} is deactivated", "use another user")
        room = self.core.channel(channel, person, team or "")
        if person.id not in room.members and not (person.is_bot or person.id == "USLACKBOT"):
            remedy = f'POST /control/join {{"channel": "{channel}", "user": "{user}"}} first'
            raise ControlError(f"{user} is not in {channel}", remedy)
        if room.is_archived:
            raise ControlError(f"{channel} is archived", "use a channel that is open")
        return person, room

    def _own(self, room: Channel, ts: str, author: User, *, admins: bool = False) -> Message:
        message = self.core.message(room, ts)
        bot_id = message.extra.get("bot_id")
        mine = message.user == author.id or (bot_id is not None and bot_id == author.bot_id)
        if not mine and not (admins and author.is_admin):
            raise ControlError("this is someone else's message", f"act as its author, {message.user or bot_id}")
        return message

    # interactions

    async def command(self, *, channel: str, user: str, command: str, text: str = "") -> Json:
        """Type a slash command."""
        person, room = self._present(channel, user)
        name = "/" + command.lstrip("/")
        known = self.core.app.commands
        if known and name not in known:
            raise ControlError(f"no command {name}", f"the app has: {', '.join(known)}")
        reply = await self._interactions.command(person, room, name, text)
        return {**_answer(reply), "response": read_response(reply)}

    async def click(self, *, user: str, action_id: str, **body: Any) -> Json:
        """Use an element of a message (``channel``, ``ts``) or of a view (``view_id``)."""
        if body.get("view_id"):
            person = self.core.user(user)
            return await self._click_view(person, self._view(person, body["view_id"]), action_id, body)
        person, room = self._present(body.get("channel", ""), user)
        message = self._visible(room, body.get("ts", ""), person)
        block, item = find_element(clickable(message), action_id, body.get("block_id"), body.get("value"))
        action = action_json(block, item, self._given(item, body), self.core.next_ts())
        remember(message.state.setdefault(person.id, {}), block, item, action)
        return _answer(await self._interactions.click_message(person, room, message, [action]))

    async def _click_view(self, person: User, view: View, action_id: str, body: Json) -> Json:
        block, item = find_element(view.body["blocks"], action_id, body.get("block_id"), body.get("value"))
        action = action_json(block, item, self._given(item, body), self.core.next_ts(), view.suggestions.get(action_id))
        remember(view.state, block, item, action)
        if block.get("type") == "input" and not block.get("dispatch_action"):
            return {"ok": True, "status": 200, "sent": False}
        return _answer(await self._interactions.click_view(person, view, [action]))

    async def suggest(
        self, *, user: str, view_id: str, action_id: str, value: str = "", block_id: str | None = None
    ) -> Json:
        """Type into an external select of a view; its options then can be chosen."""
        person = self.core.user(user)
        view = self._view(person, view_id)
        block, item = find_element(view.body["blocks"], action_id, block_id)
        place = {"container": {"type": "view", "view_id": view.id}, "view": view_json(self.core, view)}
        reply = await self._interactions.suggest(person, place, {**item, "block_id": block["block_id"]}, value)
        answer = parse(reply.body)
        groups = [g.get("options", []) for g in answer.get("option_groups", [])]
        options = [*answer.get("options", []), *(o for group in groups for o in group)]
        view.suggestions[action_id] = options
        return {**_answer(reply), "options": options}

    async def submit(self, *, user: str, view_id: str, values: Json | None = None) -> Json:
        """Fill a modal's inputs with plain values and submit it."""
        person = self.core.user(user)
        view = self._view(person, view_id)
        if view.id not in self.core.views:
            raise ControlError("a home can't be submitted", "click its elements")
        fill(view, values or {}, self._resolve)
        reply = await self._interactions.submit(person, view)
        return {**_answer(reply), "response": read_response(reply)}

    async def close(self, *, user: str, view_id: str, clear: bool = False) -> Json:
        """Close a modal (``clear``: the whole stack, as the x does)."""
        person = self.core.user(user)
        return _answer(await self._interactions.close(person, self._view(person, view_id), clear=clear))

    async def shortcut(self, *, user: str, callback_id: str, channel: str = "", ts: str = "") -> Json:
        """A global shortcut, or a message shortcut when ``channel`` and ``ts`` are given."""
        if not ts:
            return _answer(await self._interactions.shortcut(self.core.user(user), callback_id, None, None))
        person, room = self._present(channel, user)
        message = self._visible(room, ts, person)
        return _answer(await self._interactions.shortcut(person, callback_id, room, message))

    def _given(self, item: Json, body: Json) -> Any:
        return self._resolve(item, plain_value(item, body))

    def _resolve(self, item: Json, value: Any) -> Any:
        """Ids for the names that were given to selects of people and channels."""
        if isinstance(value, list):
            return [self._resolve(item, one) for one in value]
        kind = item["type"].removeprefix("multi_")
        if isinstance(value, str) and kind == "users_select":
            return self.core.user(value).id
        if isinstance(value, str) and kind in ("channels_select", "conversations_select"):
            return self.core.channel(value).id
        return value

    def _visible(self, room: Channel, ts: str, person: User) -> Message:
        message = self.core.message(room, ts)
        if message.visible_to not in (None, person.id):
            raise ControlError(f"{person.name} can't see this message", f"it is only visible to {message.visible_to}")
        return message

    def _view(self, person: User, view_id: str) -> View:
        home = self.core.homes.get(person.id)
        view = home if home and home.id == view_id else self.core.views.get(view_id)
        if view is None or view.user != person.id:
            open_now = self.core.stacks.get(person.id, []) + ([home.id] if home else [])
            raise ControlError(
                f"no view {view_id!r} is open for {person.name}", f"open now: {', '.join(open_now) or 'none'}"
            )
        if view is not home and self.core.stacks[person.id][-1] != view.id:
            raise ControlError("another modal lies above this one", f"use {self.core.stacks[person.id][-1]}")
        return view

    async def _home_shown(self, user: str, before: str, wait: float) -> None:
        """Return when the home changed, or the app has been quiet, or ``wait`` machine seconds are over."""
        end = self.core.machine() + wait
        while (left := end - self.core.machine()) > 0:
            home = self.core.homes.get(user)
            if home and home.hash != before:
                return
            if await self.core.activity.settle(min(left, 0.05), 0.3):
                return


def _answer(reply: Reply) -> Json:
    if reply.ok and not reply.reason:
        return {"ok": True, "status": reply.status}
    error = "operation_timeout" if reply.reason == "http_timeout" else reply.reason or f"http_{reply.status}"
    return {"ok": False, "status": reply.status, "error": error}


def read_response(reply: Reply) -> Any:
    """The ack's body: JSON as JSON, text as text, None when empty."""
    if not reply.body.strip():
        return None
    try:
        return read_json(reply.body)
    except ValueError:
        return reply.body
