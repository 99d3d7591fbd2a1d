"""The parts of the page, as one person sees them: nothing is in them that Slack would not show to that person."""

from urllib.parse import urlencode

from playground.clicks import clickable
from playground.core import Core
from playground.errors import ControlError, Json
from playground.forms import initial_state
from playground.lookups import find_user
from playground.render import message_json
from playground.unread import Counts, last_seen_by
from playground.views import view_json
from playground.words import words
from playground.world import Channel, Message, User, View

PAGE = 100
MOST_MESSAGES = 5000

_PERSON = words("id name display_name real_name title tz team is_bot deleted presence status_text status_emoji")


def viewer(core: Core, ref: str) -> User:
    """The person who looks: by id or name; the first person of the world when there is no such person."""
    people = [user for user in core.world.users.values() if not (user.is_bot or user.id == "USLACKBOT")]
    try:
        found = find_user(core.world, ref) if ref else None
    except ControlError:
        found = None
    if found in people:
        return found
    if not people:
        raise ControlError("nobody is in this world", 'add someone: POST /control/user {"user": "ada"}')
    return next((user for user in people if not user.deleted), people[0])


# people and groups


def person_json(core: Core, user: User) -> Json:
    shown: Json = {key: getattr(user, key) for key in _PERSON}
    shown["is_admin"] = user.is_admin or user.is_owner
    shown["is_restricted"] = user.is_restricted or user.is_ultra_restricted
    return {**shown, "is_app": core.app_bot(user.id) is not None}


def people_json(core: Core) -> list[Json]:
    return [person_json(core, user) for user in core.world.users.values()]


def teams_json(core: Core) -> list[Json]:
    return [{"id": team.id, "name": team.name, "domain": team.domain} for team in core.world.teams.values()]


def groups_json(core: Core) -> list[Json]:
    live = [group for group in core.world.usergroups.values() if not group.date_delete]
    return [{"id": g.id, "handle": g.handle, "name": g.name, "users": g.users, "team": g.team} for g in live]


# rooms


def find_room(core: Core, person: User, ref: str) -> Channel | None:
    """The conversation that the page asks for, if this person sees it: by id or name, or the person one talks to."""
    channels = core.world.channels
    room = channels.get(ref)
    if room is None and ref.startswith("#"):
        named = [c for c in channels.values() if c.name == ref[1:]]
        room = min(named, key=lambda c: (person.id not in c.members, c.team != person.team), default=None)
    if room is None and ref in core.world.users:
        pair = {person.id, ref}
        room = next((c for c in channels.values() if c.is_im and set(c.members) == pair), None)
    return room if room is not None and core.can_see(room, person.id) else None


def rooms_json(core: Core, person: User, counts: Counts) -> list[Json]:
    seen = [room for room in core.world.channels.values() if core.can_see(room, person.id)]
    return [_room_line(room, person) | counts.of(room, person) for room in seen]


def _room_line(room: Channel, person: User) -> Json:
    shown = {
        "id": room.id,
        "name": room.name,
        "team": room.team,
        "kind": room.kind,
        "members": room.members,
        "is_member": person.id in room.members,
        "is_open": person.id not in room.closed_for,
        "is_archived": room.is_archived,
        "is_ext_shared": room.is_ext_shared,
        "topic": room.topic.get("value", ""),
        "last_ts": last_seen_by(room, person),
    }
    if room.is_im:
        shown["user"] = next((m for m in room.members if m != person.id), person.id)
    return shown


def room_json(core: Core, person: User, ref: str, before: int = 0) -> Json | None:
    """The channel view: the newest messages, ``before`` more of them than a page has, oldest first."""
    room = find_room(core, person, ref) if ref else None
    if room is None:
        return None
    found: list[Json] = []
    wanted, more = min(PAGE + before, MOST_MESSAGES), False
    for ts in reversed(room.order):
        message = room.messages[ts]
        if not _in_view(message, person):
            continue
        if len(found) == wanted:
            more = True
            break
        found.append(shown_message(core, room, message, person))
    mark = room.last_read.get(person.id)
    return {"id": room.id, "messages": found[::-1], "has_more": more, "last_read": mark}


def _in_view(message: Message, person: User) -> bool:
    mine = message.visible_to == person.id and not message.is_reply
    return message.in_channel_view or mine


def thread_json(core: Core, person: User, ref: str, ts: str) -> Json | None:
    """A thread: its root, then the replies and what only this person sees there. A reply's ts opens its thread."""
    room = find_room(core, person, ref) if ref and ts else None
    parent = room.messages.get(ts) if room else None
    if room is not None and parent is not None and parent.is_reply:
        parent = room.messages.get(parent.thread_ts or "")
    if room is None or parent is None or parent.visible_to not in (None, person.id):
        return None
    inside = [m for m in map(room.messages.__getitem__, room.order) if m.is_reply and m.thread_ts == parent.ts]
    seen = [parent, *(m for m in inside if m.visible_to in (None, person.id))]
    return {"channel": room.id, "ts": parent.ts, "messages": [shown_message(core, room, m, person) for m in seen]}


def shown_message(core: Core, room: Channel, message: Message, person: User) -> Json:
    """Slack's JSON of a message, its link, and what its elements hold for this person."""
    shown = message_json(room, message)
    if replies := room.replies(message.ts):
        shown["replies"] = [{"user": reply.user, "ts": reply.ts} for reply in replies]
    if message.visible_to is not None:
        shown |= {"is_ephemeral": True, "visible_to": message.visible_to}
    if message.files:
        shown["files"] = [file_page(core, file, person) for file in message.files]
    shown["permalink"] = permalink(core, room, message)
    if inputs := initial_state(clickable(message), message.state.get(person.id)):
        shown["inputs"] = inputs
    if offered := message.suggestions.get(person.id):
        shown["options"] = offered
    return shown


def file_page(core: Core, file: Json, person: User) -> Json:
    """A message's file, and where the page finds its bytes. In Slack Connect a message holds but a file's id."""
    record = core.world.files.get(str(file.get("id")))
    if record is None:
        return file
    address = f"/page/file/{record.id}?{urlencode({'user': person.id})}"
    return {**record.info, "page_url": address}


def permalink(core: Core, room: Channel, message: Message) -> str:
    """Where the page shows it, in the form of Slack's links."""
    query = "?" + urlencode({"thread_ts": message.thread_ts, "cid": room.id}) if message.is_reply else ""
    return f"{core.url}/archives/{room.id}/p{message.ts.replace('.', '')}{query}"


# the app


def views_json(core: Core, person: User) -> list[Json]:
    """Open modals, the lowest first."""
    return [view_page(core, core.views[key]) for key in core.stacks.get(person.id, [])]


def home_json(core: Core, person: User) -> Json | None:
    home = core.homes.get(person.id)
    return view_page(core, home) if home else None


def view_page(core: Core, view: View) -> Json:
    return {**view_json(core, view), "errors": view.errors, "options": view.suggestions}


def app_json(core: Core, person: User, connection: str) -> Json | None:
    """The app in this person's workspace; None where it is not installed."""
    installation = core.installation(person.team)
    if installation is None or not core.is_installed(person.team):
        return None
    app = core.app
    hints = {hint["command"]: hint for hint in app.hints}
    landing = find_room(core, person, core.landing)
    blank = {"usage_hint": "", "description": ""}
    return {
        "id": app.id,
        "name": app.name,
        "user": installation.user,
        "commands": [{"command": name, **blank, **hints.get(name, {})} for name in app.commands],
        "shortcuts": app.shortcuts,
        "home_tab": app.home_tab,
        "connection": connection,
        "landing": landing.id if landing else "",
    }
