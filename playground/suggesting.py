"""External selects: the app is asked for their options, and a person chooses among these."""

from dataclasses import dataclass
from typing import Any

from playground.core import Core
from playground.deliver import Reply
from playground.elements import GROUPS, OPTIONS
from playground.errors import ControlError, Json, SlackError
from playground.interact import Interactions, answer_of, shown_name
from playground.render import message_json
from playground.views import view_json
from playground.world import Channel, Message, User, View

EXTERNAL = ("external_select", "multi_external_select")


@dataclass
class Place:
    """Where a select stands: what a block_suggestion tells of it, and the options known so far, by action_id."""

    shown: Json
    known: dict[str, list[Json]]


def place_of_view(core: Core, view: View) -> Place:
    shown = {"container": {"type": "view", "view_id": view.id}, "view": view_json(core, view)}
    return Place(shown, view.suggestions)


def place_of_message(room: Channel, message: Message, person: User) -> Place:
    hidden = message.visible_to is not None
    container = {"type": "message", "message_ts": message.ts, "channel_id": room.id, "is_ephemeral": hidden}
    shown: Json = {"container": container, "channel": {"id": room.id, "name": shown_name(room)}}
    if not hidden:
        shown["message"] = message_json(room, message)
    return Place(shown, message.suggestions.setdefault(person.id, {}))


class Suggesting:
    def __init__(self, interactions: Interactions) -> None:
        self._interactions = interactions

    async def ask(self, person: User, place: Place, item: Json, query: str) -> tuple[Reply, list[Json]]:
        """Type ``query`` into an external select (``item`` with its block_id); the options become known."""
        reply = await self._interactions.suggest(person, place.shown, item, query)
        options: list[Json] = []
        if reply.ok:
            try:
                options = read_options(answer_of(reply))
            except SlackError as error:
                reply.reason = error.code
        known = place.known.setdefault(item["action_id"], [])
        known += [option for option in options if option not in known]
        return reply, options

    async def ensure(self, person: User, place: Place, target: tuple[Json, Json], value: Any) -> list[Json]:
        """The options of an external select, asked for when ``value`` is not among those known: as a person would,
        by typing it, and then by looking at what is offered unasked."""
        block, item = target
        if item["type"] not in EXTERNAL:
            return []
        for wanted in value if isinstance(value, list) else [value]:
            for query in (wanted, ""):
                if not isinstance(wanted, str) or _offers(place.known.get(item["action_id"], []), wanted):
                    break
                reply, _ = await self.ask(person, place, {**item, "block_id": block["block_id"]}, query)
                if not reply.ok or reply.reason:
                    raise ControlError(f"the app gave no options: {reply.reason or reply.status}", "mend its answer")
        return place.known.get(item["action_id"], [])


def _offers(options: list[Json], wanted: str) -> bool:
    return any(wanted in (option["value"], option["text"]["text"]) for option in options)


def read_options(answer: Json) -> list[Json]:
    """All options of an app's answer. SlackError when it has not the form of one."""
    problems: list[str] = []
    options, groups = answer.get("options"), answer.get("option_groups")
    if (options is None) == (groups is None):
        raise SlackError("invalid_options")
    if groups is None:
        OPTIONS(options, "/options", problems)
    else:
        GROUPS(groups, "/option_groups", problems)
    if problems:
        raise SlackError("invalid_options")
    nested = [group["options"] for group in groups or []]
    return [option for listed in (options or [], *nested) for option in listed]
