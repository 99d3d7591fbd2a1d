"""The engine's inside: the world, the clock and the records, with look-ups. No I/O: shells hook in."""

import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime

from playground.activity import Activity
from playground.clock import PlayClock, spoken
from playground.errors import ControlError, Json
from playground.faults import Faults
from playground.files import Ground
from playground.ids import Ids
from playground.limits import Limits
from playground.lookups import find_team, find_user
from playground.seed import build_world, default_world
from playground.world import App, Channel, Installation, Message, Team, Token, User, View, World

MESSAGE_EVENTS = {
    "channel": "message.channels",
    "group": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}


@dataclass
class Delivery:
    """One event and what became of it. Each attempt: ``{n, at, transport, status, reason}``."""

    id: str
    body: Json
    attempts: list[Json] = field(default_factory=list)
    state: str = "pending"

    @property
    def event(self) -> Json:
        inner: Json = self.body.get("event", self.body)
        return inner

    @property
    def kind(self) -> str:
        """What an app subscribes to: the event's type, for messages with the kind of their channel."""
        kind = str(self.event["type"])
        return MESSAGE_EVENTS.get(str(self.event.get("channel_type")), kind) if kind == "message" else kind

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "state": self.state,
            "event": self.event,
            "envelope": self.body,
            "attempts": [dict(attempt) for attempt in self.attempts],
        }


@dataclass
class Trigger:
    """A trigger_id: 3 seconds of the machine, one use. ``view`` is the modal it was made in."""

    user: str
    team: str
    made: float
    view: str | None = None
    used: bool = False


@dataclass
class ResponseUrl:
    """Up to 5 uses within 30 minutes of the playground's clock."""

    team: str
    channel: str
    user: str
    ends: datetime
    ts: str | None = None
    thread_ts: str | None = None
    uses: int = 0


@dataclass
class Stream:
    """A message that grows. ``mode`` is what it is written in, markdown or chunks, "" until that is known; ``plan``:
    its tasks stand together."""

    channel: Channel
    plan: bool
    mode: str = ""


class Core:
    """Everything the playground knows.

    ``machine`` gives the machine's seconds (for triggers); ``deliver`` is called with each new Delivery;
    ``later`` with a moment and what to do then, and returns what cancels it;
    ``forget`` ends both for all that is under way.
    """

    def __init__(
        self,
        clock: PlayClock,
        ids: Ids | None = None,
        app: App | None = None,
        machine: Callable[[], float] = time.monotonic,
    ) -> None:
        self.clock = clock
        self.ids = ids or Ids()
        self.machine = machine
        self.activity = Activity(machine)
        self.url = "http://127.0.0.1"
        self.deliver: Callable[[Delivery], None] = lambda delivery: None
        self.later: Callable[[datetime, Callable[[], object]], Callable[[], object]] = lambda when, act: lambda: None
        self.forget: Callable[[], None] = lambda: None
        self.notice = self.closed = self.landing = ""
        self.new_socket_url: Callable[[], str] = lambda: ""
        self.app = app or App()
        self.limits = Limits()
        self.faults = Faults(self.ids, self.now)
        self.calls: list[Json] = []
        self.deliveries: list[Delivery] = []
        self.interactions: list[Json] = []
        self.generation = 0
        self.world = World()
        self.reset(default_world(self.app.bot_name))
        clock.on_jump(self.activity.touch)

    def reset(self, body: Json) -> None:
        """Start from this world; what was recorded or ordered is forgotten. ControlError leaves all as it was."""
        ids, app = self.ids.fork(), deepcopy(self.app)
        contents = {file.id: file.content for file in self.world.files.values()}
        world = build_world(body, app, Ground(ids, self.url, self.seconds, contents))
        self.forget()
        self.ids.adopt(ids)
        vars(self.app).update(vars(app))
        world.app = self.app
        self.world = world
        self._begin()
        self.activity.touch()

    def _begin(self) -> None:
        """Empty records for a new world."""
        self.generation += 1
        self.faults.clear()
        self.limits.clear()
        self.calls.clear()
        self.deliveries.clear()
        self.interactions.clear()
        self.views: dict[str, View] = {}
        self.stacks: dict[str, list[str]] = {}
        self.homes: dict[str, View] = {}
        self.triggers: dict[str, Trigger] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.streams: dict[tuple[str, str], Stream] = {}
        self.scheduled: dict[str, Json] = {}
        self.refresh_tokens: dict[str, str] = {}
        self.codes: dict[str, Json] = {}
        self._last_ts = 0
        self._issued = {int(ts.replace(".", "")) for c in self.world.channels.values() for ts in c.messages}

    # time

    def now(self) -> datetime:
        return self.clock.now()

    def seconds(self) -> int:
        return int(self.now().timestamp())

    def stamp(self) -> str:
        return spoken(self.now())

    def next_ts(self) -> str:
        """A message ts: the present moment, unique, increasing while the clock goes forward."""
        moment = int(self.now().timestamp() * 1_000_000)
        if self._last_ts - moment < 1_000_000:
            moment = max(moment, self._last_ts + 1)
        while moment in self._issued:
            moment += 1
        self._last_ts = moment
        self._issued.add(moment)
        return f"{moment // 1_000_000}.{moment % 1_000_000:06d}"

    # look-ups

    def team(self, ref: str | None = None) -> Team:
        if not ref:
            return next(iter(self.world.teams.values()))
        return find_team(self.world, ref)

    def is_installed(self, team: str) -> bool:
        """Whether the app is in this workspace: a revoked token leaves it there, uninstalling does not."""
        installation = self.world.installations.get(team)
        return installation is not None and self.world.tokens[installation.token].dead != "account_inactive"

    def is_down(self) -> bool:
        """Whether a fault keeps the app from everybody, and everybody from the app."""
        return self.faults.is_down()

    def installation(self, team: str) -> Installation | None:
        return self.world.installations.get(team)

    def user(self, ref: str, team: str = "") -> User:
        """By id or name; ControlError when there is none."""
        if not isinstance(ref, str) or not ref:
            raise ControlError("no user given", 'send "user" as an id or a name such as "@maria"')
        return find_user(self.world, ref, team)

    def channel(self, ref: str, user: User | None = None, team: str = "") -> Channel:
        """By id, by name (``#support``), or a person's name or id: then the DM between ``user`` and that person."""
        if not isinstance(ref, str) or not ref:
            raise ControlError("no channel given", 'send "channel" as an id or a name such as "#support"')
        if ref in self.world.channels:
            return self.world.channels[ref]
        named = [c for c in self.world.channels.values() if c.name and c.name == ref.lstrip("#")]
        named.sort(key=lambda c: c.team != (team or (user.team if user else "")))
        if named and not ref.startswith("@"):
            return named[0]
        if user is not None and (ref.startswith("@") or ref in self.world.users):
            return self.open_im(user.id, self.user(ref, user.team).id)
        raise self._no_channel(ref)

    def _no_channel(self, ref: str) -> ControlError:
        names = ", ".join(f"#{c.name}" for c in self.world.channels.values() if c.name)
        return ControlError(f"no channel {ref!r}", f"use an id or one of: {names}")

    def place(self, channel: str, user: str, team: str | None = None) -> tuple[User, Channel]:
        """A person and a conversation, named together: the channel comes first, and the person is looked up in its
        workspace. Where several workspaces have a channel of that name, it is the one that the person is in."""
        home = self.team(team).id if team else ""
        if not isinstance(channel, str) or channel.startswith("@") or channel in self.world.users or not channel:
            person = self.user(user, home)
            return person, self.channel(channel, person, home)
        found = [(self._person_in(room, user, home), room) for room in self._rooms(channel, home)]
        found.sort(key=lambda pair: (pair[0].id not in pair[1].members, pair[0].team != pair[1].team))
        return found[0]

    def _rooms(self, ref: str, team: str) -> list[Channel]:
        """The channels with this id or name, of one team or of all."""
        if ref in self.world.channels:
            return [self.world.channels[ref]]
        named = [c for c in self.world.channels.values() if c.name and c.name == ref.lstrip("#")]
        found = [c for c in named if not team or team in (c.team, *c.shared_teams)]
        if not found:
            raise self._no_channel(ref)
        return found

    def _person_in(self, room: Channel, ref: str, team: str) -> User:
        """Who bears that name in a channel: a member if one does, else someone of its workspace."""
        person = self.user(ref, team or room.team)
        if person.id in room.members or person.id == ref:
            return person
        alike = [u for u in self.world.users.values() if u.name == person.name and u.id in room.members]
        return next((u for u in alike if team in ("", u.team)), person)

    def message(self, channel: Channel, ts: str) -> Message:
        found = channel.messages.get(str(ts))
        if found is None:
            raise ControlError(f"no message {ts!r} in {channel.name or channel.id}", "use a ts from GET /control/state")
        return found

    def open_im(self, one: str, other: str) -> Channel:
        """The direct conversation of two users; made when it is missing."""
        pair = sorted({one, other})
        for channel in self.world.channels.values():
            if channel.is_im and sorted(set(channel.members)) == pair:
                return channel
        return self._new_direct(pair, is_im=True)

    def open_mpim(self, users: list[str]) -> Channel:
        group = sorted(set(users))
        for channel in self.world.channels.values():
            if channel.is_mpim and sorted(channel.members) == group:
                return channel
        return self._new_direct(group, is_im=False)

    def _new_direct(self, members: list[str], is_im: bool) -> Channel:
        people = [self.world.users[m] for m in members]
        name = "" if is_im else "mpdm-" + "--".join(u.name for u in people) + "-1"
        person = next((u for u in people if not u.is_bot), people[0])
        new_id = self.ids.named("D" if is_im else "C", person.name if is_im else self.ids.secret(8))
        channel = Channel(new_id, person.team, name, is_im=is_im, is_mpim=not is_im, is_private=not is_im)
        channel.members, channel.created = list(members), self.seconds()
        self.world.channels[new_id] = channel
        return channel

    def app_bot(self, user_id: str | None) -> Installation | None:
        """The installation whose bot user this is."""
        return next((i for i in self.world.installations.values() if i.user == user_id), None)

    def bot_in(self, channel: Channel) -> Installation | None:
        """The first installation whose bot is a member."""
        return next((i for i in self.world.installations.values() if i.user in channel.members and i.active), None)

    def knows(self, team: str, user: User) -> bool:
        """Whether a workspace's tokens can see this person: its own people, those of its organization, and strangers
        who are in a channel that it shares."""
        if user.team == team or user.id == "USLACKBOT":
            return True
        enterprise = self.world.teams[user.team].enterprise_id
        if enterprise and team in self.world.teams and self.world.teams[team].enterprise_id == enterprise:
            return True
        shared = [c for c in self.world.channels.values() if user.id in c.members and c.kind in ("channel", "group")]
        return any(team in (c.team, *c.shared_teams) for c in shared)

    def can_see(self, channel: Channel, user: str) -> bool:
        """Public channels of one's team are open to all but guests; the rest is for members."""
        if user in channel.members:
            return True
        person = self.world.users.get(user)
        if person is None or channel.kind != "channel" or person.is_restricted or person.is_ultra_restricted:
            return False
        return person.team in (channel.team, *channel.shared_teams)

    # triggers, hooks, tokens

    def new_trigger(self, user: User, view: str | None = None) -> str:
        trigger = f"{self.seconds()}.{self.ids.next('')}.{self.ids.secret(16).lower()}"
        self.triggers[trigger] = Trigger(user.id, user.team, self.machine(), view)
        return trigger

    def new_response_url(self, hook: ResponseUrl) -> str:
        key = f"{hook.team}/{self.ids.next('')}/{self.ids.secret(24)}"
        self.response_urls[key] = hook
        return f"{self.url}/actions/{key}"

    def revoke(self, token: Token, error: str = "token_revoked") -> None:
        token.dead = error
        for installation in self.world.installations.values():
            if installation.token == token.value:
                installation.active = False

    def restore(self, installation: Installation) -> bool:
        """The token lives again, with the value it had; False when it was not dead."""
        token = self.world.tokens[installation.token]
        if not token.dead and installation.active:
            return False
        token.dead, installation.active = "", True
        return True
