"""The engine as others drive it: one method per control call, callable directly."""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from playground import rooms
from playground.acting import Acting
from playground.clock import checked_moment, checked_speed
from playground.core import Core
from playground.deliver import Deliverer
from playground.errors import ControlError, Json
from playground.events import EVENTS, emit
from playground.faults import Fault
from playground.interact import Interactions
from playground.making import check_fields, check_zone
from playground.methods import METHODS
from playground.render import user_json
from playground.seed import add_user
from playground.state import state_json
from playground.strict import seconds
from playground.views import view_json
from playground.world import Channel, User

TABS = ("home", "messages")


class Engine(Acting):
    """Say, edit, react, travel in time … as ``/control`` does; each answers what that call answers.

    Wrong requests raise ControlError. ``disconnect`` is what a fault of that kind does to the sockets.
    """

    def __init__(self, core: Core, deliverer: Deliverer, disconnect: Callable[[str, float | None], None]) -> None:
        super().__init__(core, Interactions(core, deliverer))
        self._deliverer = deliverer
        self._disconnect = disconnect

    def state(self, only: list[str] | None = None) -> Json:
        return state_json(self.core, only)

    # rooms

    def join(self, *, channel: str, user: str, inviter: str | None = None, team: str | None = None) -> Json:
        """Make someone a member; ``@ours`` is the bot."""
        person, room = self._room(channel, user, team)
        invited_by = self.core.user(inviter, room.team) if inviter else None
        rooms.join(self.core, room, self._awake(person), invited_by)
        return {"ok": True, "channel": room.id}

    def leave(self, *, channel: str, user: str, team: str | None = None) -> Json:
        person, room = self._room(channel, user, team)
        if not rooms.leave(self.core, room, person):
            raise ControlError(f"{user} is not in {channel}", "GET /control/state lists the members")
        return {"ok": True}

    def _room(self, channel: str, user: str, team: str | None) -> tuple[User, Channel]:
        person, room = self.core.place(channel, user, team)
        if room.is_im:
            raise ControlError("a direct conversation has fixed members", "use a channel")
        return person, room

    def user(self, *, user: str, **changes: Any) -> Json:
        """Change a user's fields (tz, deleted, real_name, is_restricted …), or add one who is not there yet."""
        known = {f.name for f in fields(User)} - {"id", "name", "team", "token", "bot_id"}
        if unknown := set(changes) - known - {"team"}:
            raise ControlError(f"users have no {', '.join(sorted(unknown))}", f"send {', '.join(sorted(known))}")
        core, team = self.core, self.core.team(changes.pop("team", None))
        check_fields(User, changes)
        check_zone(str(changes.get("tz", "Etc/UTC")))
        try:
            person = core.user(user, team.id)
        except ControlError:
            person = add_user(core.world, {"name": user, "team": team.id, **changes}, core.ids)
            emit(core, {"type": "team_join", "user": user_json(person, core.now(), person.team)}, team=person.team)
            return {"ok": True, "id": person.id}
        for key, value in changes.items():
            setattr(person, key, value)
        person.updated = core.seconds()
        shown = user_json(person, core.now(), person.team, locale=True)
        emit(core, {"type": "user_change", "user": shown, "cache_ts": person.updated}, team=person.team)
        return {"ok": True, "id": person.id}

    # the playground itself

    def event(self, *, event: Json, channel: str | None = None, team: str | None = None) -> Json:
        """Send the app any event at all, in a complete envelope (it must be subscribed to its type)."""
        if not isinstance(event.get("type"), str):
            raise ControlError("an event without type", 'send "event": {"type": …}')
        room = self.core.channel(channel) if channel else None
        before = len(self.core.deliveries)
        emit(self.core, dict(event), channel=room, team=self.core.team(team).id)
        if len(self.core.deliveries) == before:
            raise ControlError("the app does not get this event", "check its subscriptions, scopes and channels")
        return {"ok": True, "event_id": self.core.deliveries[-1].id}

    async def verify(self) -> Json:
        """What Slack does when a request URL is saved: the app must echo a challenge."""
        return {**await self._deliverer.verify()}

    def time(self, *, advance: float | None = None, set: str | None = None, speed: float | None = None) -> Json:  # noqa: A002 - the control API's word
        """Look at the clock, or move it: by seconds, to an ISO moment, to another speed."""
        clock = self.core.clock
        try:
            faster = None if speed is None else checked_speed(float(speed))
            start = clock.now() if set is None else read_moment(set)
            moment = checked_moment(start, float(advance or 0.0))
        except (TypeError, ValueError, OverflowError) as error:
            raise ControlError(
                str(error), 'send {"advance": seconds}, {"set": ISO moment} or {"speed": factor}'
            ) from None
        if faster is not None:
            clock.set_speed(faster)
        if set is not None or advance is not None:
            clock.set(moment)
        return {"now": self.core.stamp(), "speed": clock.speed, "version": clock.version}

    async def settle(self, *, timeout: float = 10.0, quiet: float | None = None) -> Json:  # noqa: ASYNC109
        """Wait until nothing is pending at the present moment and nothing happened for ``quiet`` machine seconds.

        Left out, it is a little more than the second that a well-behaved app leaves between two posts in a channel,
        so that an app in another process is done too.
        """
        pause = max(0.5, 1.3 / self.core.clock.speed) if quiet is None else seconds(quiet, "quiet")
        return {"ok": True, "settled": await self.core.activity.settle(seconds(timeout, "timeout"), pause)}

    def fault(self, **body: Any) -> Json:
        """Order a fault; ``disconnect``, ``revoke`` and ``down`` strike at once."""
        fault = self.core.faults.add(body, {*METHODS, *self.core.app.subscriptions, *EVENTS})
        if fault.kind == "disconnect":
            self._disconnect(fault.error or "refresh_requested", fault.seconds)
        elif fault.kind == "revoke":
            self._revoke(fault)
        elif fault.until is not None:
            self._disconnect("abort", None)
            self.core.later(fault.until, self.core.activity.touch)
        self.core.activity.touch()
        return {"ok": True, "id": fault.id}

    def end_fault(self, fault_id: str) -> Json:
        self.core.faults.remove(fault_id)
        self.core.activity.touch()
        return {"ok": True}

    def _revoke(self, fault: Fault) -> None:
        """The bot token dies, then the app hears of it. ``error``: what calls get, or "app_uninstalled"."""
        core = self.core
        for installation in list(core.world.installations.values()):
            uninstalled = fault.error in ("app_uninstalled", "account_inactive")
            error = "account_inactive" if uninstalled else fault.error or "token_revoked"
            for token in core.world.tokens.values():
                if token.kind == "bot" and token.team == installation.team:
                    core.revoke(token, error)
            tokens: Json = {"oauth": [], "bot": [installation.user]}
            emit(core, {"type": "tokens_revoked", "tokens": tokens}, team=installation.team)
            if uninstalled:
                emit(core, {"type": "app_uninstalled"}, team=installation.team)

    def restore(self, *, team: str | None = None) -> Json:
        """The app is installed again, in one workspace or in all, and its bot token is the one that was revoked. Slack
        tells the app nothing of it. ``restored`` lists the workspaces where the token had been dead."""
        installations = self.core.world.installations
        if team is None:
            teams = list(installations)
        elif (home := self.core.team(team)).id in installations:
            teams = [home.id]
        else:
            raise ControlError(f"the app was never installed in {home.name}", "install it there by OAuth")
        self.core.activity.touch()
        return {"ok": True, "restored": [one for one in teams if self.core.restore(installations[one])]}

    def world(self, **body: Any) -> Json:
        """Start from this world (see playground.seed for its fields)."""
        self.core.reset(body)
        return {"ok": True}

    async def open_home(self, *, user: str, tab: str = "home", wait: float = 1.5, team: str | None = None) -> Json:
        """A person opens the app: its Home, or its Messages. Answers with what its Home shows, once the app had its
        chance to publish.
        """
        if tab not in TABS:
            raise ControlError(f"there is no tab {tab!r}", f"tab is one of: {', '.join(TABS)}")
        person = self._awake(self.core.user(user, self.core.team(team).id if team else ""))
        if person.is_bot:
            raise ControlError(f"{user} is a bot", "homes are shown to people")
        self._need_app(person.team)
        room = self.core.open_im(self.core.world.installations[person.team].user, person.id)
        home = self.core.homes.get(person.id)
        before = home.hash if home else ""
        event: Json = {"type": "app_home_opened", "user": person.id, "channel": room.id, "tab": tab}
        shows = {"view": view_json(self.core, home)} if home and tab == "home" else {}
        emit(self.core, event | shows, team=person.team)
        if tab == "home":
            await self._home_shown(person.id, before, seconds(wait, "wait"))
        home = self.core.homes.get(person.id)
        return {"ok": True, "view": view_json(self.core, home) if home else None}


def read_moment(text: str) -> datetime:
    """An ISO moment; without a zone it is UTC. ValueError when it is none."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
