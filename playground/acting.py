"""Driving the app as people do: commands, clicks, forms, shortcuts. The asynchronous half of what they can do."""

from typing import Any

from playground.clicks import action_json, clickable, fill, find_element, locate, remember
from playground.core import Core
from playground.deliver import Reply
from playground.errors import ControlError, Json
from playground.files import new_file
from playground.forms import plain_value
from playground.interact import Interactions
from playground.making import check_known
from playground.strict import read_json
from playground.suggesting import Place, Suggesting, place_of_message, place_of_view
from playground.talking import Talking
from playground.words import words
from playground.world import Channel, Message, User, View

_KINDS = words("value selected_date selected_time selected_date_time")
_CHOSEN = words("selected_option selected_user selected_channel selected_conversation")
_CLICKED = words("user action_id channel ts view_id block_id team") + _KINDS + _CHOSEN + [f"{k}s" for k in _CHOSEN]


class Acting(Talking):
    def __init__(self, core: Core, interactions: Interactions) -> None:
        super().__init__(core)
        self._interactions = interactions
        self._suggesting = Suggesting(interactions)

    def _need_app(self, *teams: str) -> None:
        if not any(self.core.is_installed(team) for team in teams):
            raise ControlError(f"the app is not installed in {teams[0]}", "install it there, or use another workspace")

    async def command(self, *, channel: str, user: str, command: str, text: str = "", team: str | None = None) -> Json:
        """Type a slash command."""
        person, room = self._present(channel, user, team)
        self._need_app(person.team)
        name = "/" + command.lstrip("/")
        known = self.core.app.commands
        if known and name not in known:
            raise ControlError(f"no command {name}", f"the app has: {', '.join(known)}")
        reply = await self._interactions.command(person, room, name, text)
        return {**_answer(reply), "response": read_response(reply)}

    async def click(self, *, user: str, action_id: str, **body: Any) -> Json:
        """Use an element of a message (``channel``, ``ts``) or of a view (``view_id``). Selects take ``value``, pickers
        selected_date, selected_time, selected_date_time."""
        check_known("click", body, _CLICKED)
        if body.get("view_id"):
            person, view = self._view(user, body["view_id"])
            return await self._click_view(person, view, action_id, body)
        person, room, message = self._before(user, body)
        target = find_element(clickable(message), action_id, body.get("block_id"), body.get("value"))
        action = await self._act(person, place_of_message(room, message, person), target, body)
        remember(message.state.setdefault(person.id, {}), *target, action)
        return _answer(await self._interactions.click_message(person, room, message, [action]))

    def _before(self, user: str, body: Json) -> tuple[User, Channel, Message]:
        """A person before a message of a channel that has the app."""
        person, room = self._present(body.get("channel", ""), user, body.get("team"))
        message = self._visible(room, body.get("ts", ""), person)
        self._need_app(room.team, *room.shared_teams)
        return person, room, message

    async def _click_view(self, person: User, view: View, action_id: str, body: Json) -> Json:
        self._need_app(view.team)
        target = find_element(view.body["blocks"], action_id, body.get("block_id"), body.get("value"))
        action = await self._act(person, place_of_view(self.core, view), target, body)
        remember(view.state, *target, action)
        if target[0].get("type") == "input" and not target[0].get("dispatch_action"):
            self.core.activity.touch()
            return {"ok": True, "status": 200, "sent": False}
        return _answer(await self._interactions.click_view(person, view, [action]))

    async def _act(self, person: User, place: Place, target: tuple[Json, Json], body: Json) -> Json:
        """The entry of ``actions`` for what the person does; an external select asks the app for its options first."""
        given = self._resolve(person, target[1], plain_value(target[1], body))
        options = await self._suggesting.ensure(person, place, target, given)
        return action_json(*target, given, self.core.next_ts(), options)

    async def suggest(self, *, user: str, action_id: str, value: str = "", **body: Any) -> Json:
        """Type into an external select of a view (``view_id``) or of a message; its options then can be chosen."""
        check_known("suggest", body, _CLICKED)
        if body.get("view_id"):
            person, view = self._view(user, body["view_id"])
            self._need_app(view.team)
            place, blocks = place_of_view(self.core, view), view.body["blocks"]
        else:
            person, room, message = self._before(user, body)
            place, blocks = place_of_message(room, message, person), clickable(message)
        block, item = find_element(blocks, action_id, body.get("block_id"))
        reply, options = await self._suggesting.ask(person, place, {**item, "block_id": block["block_id"]}, value)
        return {**_answer(reply), "options": options}

    async def submit(self, *, user: str, view_id: str, values: Json | None = None) -> Json:
        """Fill a modal's inputs with plain values and submit it."""
        person, view = self._view(user, view_id)
        if view.id not in self.core.views:
            raise ControlError("a home can't be submitted", "click its elements")
        self._need_app(view.team)
        entered = []
        for block, item, value in locate(view, values or {}):
            given = self._resolve(person, item, value)
            options = await self._suggesting.ensure(person, place_of_view(self.core, view), (block, item), given)
            entered.append((block, item, given, options))
        view.state = fill(view, entered)
        reply = await self._interactions.submit(person, view)
        return {**_answer(reply), "response": read_response(reply)}

    async def close(self, *, user: str, view_id: str, clear: bool = False) -> Json:
        """Close a modal (``clear``: the whole stack, as the x does)."""
        person, view = self._view(user, view_id)
        reply = await self._interactions.close(person, view, clear=clear)
        self.core.activity.touch()
        return _answer(reply)

    async def shortcut(
        self, *, user: str, callback_id: str, channel: str = "", ts: str = "", team: str | None = None
    ) -> Json:
        """A global shortcut, or a message shortcut when ``channel`` and ``ts`` are given."""
        self._check_shortcut(callback_id, "message" if ts else "global")
        if not ts:
            home = self.core.team(team).id if team else ""
            person = self._awake(self.core.place(channel, user, team)[0] if channel else self.core.user(user, home))
            self._need_app(person.team)
            return _answer(await self._interactions.shortcut(person, callback_id, None, None))
        person, room, message = self._before(user, {"channel": channel, "ts": ts, "team": team})
        self._need_app(person.team)
        return _answer(await self._interactions.shortcut(person, callback_id, room, message))

    def _check_shortcut(self, callback_id: str, kind: str) -> None:
        """Only shortcuts that the app declares can be used, if it declares any."""
        declared = self.core.app.shortcuts
        fitting = [one["callback_id"] for one in declared if one["type"] == kind]
        if declared and callback_id not in fitting:
            raise ControlError(f"no {kind} shortcut {callback_id!r}", f"the app has: {', '.join(fitting) or 'none'}")

    def _resolve(self, person: User, item: Json, value: Any) -> Any:
        """Ids for the names that were given to selects of people and channels, files for those given to uploads."""
        kind = item["type"].removeprefix("multi_")
        if isinstance(value, list):
            return [self._resolve(person, item, one) for one in value]
        if isinstance(value, dict) and value.get("type") == item["type"]:
            held = [v for k, v in value.items() if k != "type"]
            return self._resolve(person, item, held[0] if held else None)
        if value in (None, ""):
            return value
        if kind == "users_select":
            return self.core.user(value, person.team).id
        if kind in ("channels_select", "conversations_select"):
            return self.core.channel(value, person, person.team).id
        return self._file(person, value) if kind == "file_input" else value

    def _file(self, person: User, value: Any) -> Json:
        """A file that exists, by its id, or a new one as /control/say takes it."""
        is_new = isinstance(value, dict) and "id" not in value
        named = new_file(self.core, person, value).info["id"] if is_new else value
        record = self.core.world.files.get(str(named.get("id") if isinstance(named, dict) else named))
        if record is None:
            raise ControlError(f"no file {value!r}", 'send a file\'s id, or {"name": …, "content": …}')
        if installation := self.core.installation(person.team):
            record.given_to.append(installation.user)
        return record.info

    def _view(self, user: str, view_id: str) -> tuple[User, View]:
        """A person, looked up in the view's workspace, and the view that is uppermost before that person."""
        every = {view.id: view for view in (*self.core.homes.values(), *self.core.views.values())}
        view = every.get(str(view_id))
        person = self._awake(self.core.user(user, view.team if view else ""))
        home = self.core.homes.get(person.id)
        if view is None or view.user != person.id:
            open_now = self.core.stacks.get(person.id, []) + ([home.id] if home else [])
            raise ControlError(
                f"no view {view_id!r} is open for {person.name}", f"open now: {', '.join(open_now) or 'none'}"
            )
        if view is not home and self.core.stacks[person.id][-1] != view.id:
            raise ControlError("another modal lies above this one", f"use {self.core.stacks[person.id][-1]}")
        return person, view

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
    said = {"http_timeout": "operation_timeout", "http_error": f"http_{reply.status}"}
    error = said.get(reply.reason, reply.reason) or f"http_{reply.status}"
    return {"ok": False, "status": reply.status, "error": error}


def read_response(reply: Reply) -> Any:
    """The ack's body: JSON as JSON, text as text, None when empty."""
    if not reply.body.strip():
        return None
    try:
        return read_json(reply.body)
    except ValueError:
        return reply.body
