"""How a Web API method is written down, and what it gets."""

import base64
import binascii
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from playground.core import Core
from playground.errors import COMMON, SERVED, TOKEN, Json, SlackError, TooFast, invalid_arguments
from playground.strict import read_json
from playground.world import Channel, Message, Token, User

T = TypeVar("T")

_SCOPE_STEMS = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}


class Call:
    """One call of a method: who calls (``token``), with which arguments; and the questions most methods ask."""

    def __init__(self, core: Core, token: Token, args: Json, method: str = "") -> None:
        self.core = core
        self.method = method
        self.token = token
        self.args = args
        self.warnings: list[str] = []

    @property
    def team(self) -> str:
        return self.token.team

    @property
    def user(self) -> User:
        """The acting user: a person, or the app's bot user."""
        return self.core.world.users[self.token.user]

    @property
    def bot(self) -> User | None:
        """The app's bot user in this workspace, which marks whatever the app posts."""
        installation = self.core.installation(self.team)
        return self.core.world.users[installation.user] if installation else None

    def keep_pace(self, channel: Channel) -> None:
        """One message a second in each channel, after a small burst; TooFast above that."""
        if wait := self.core.limits.take("channel", (self.team, "channel", channel.id), self.core.now()):
            raise TooFast(wait)

    # arguments

    def text(self, name: str, default: str = "") -> str:
        value = self.args.get(name)
        if value is None:
            return default
        if isinstance(value, (dict, list, bool)):
            raise invalid_arguments(f"must be a string [json-pointer:/{name}]")
        return str(value)

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.args.get(name, default)
        return value if isinstance(value, bool) else str(value).lower() in ("1", "true")

    def number(self, name: str, default: int) -> int:
        try:
            return default if self.args.get(name) in (None, "") else int(float(self.args[name]))
        except (TypeError, ValueError, OverflowError):
            raise invalid_arguments(f"must be an integer [json-pointer:/{name}]") from None

    def listing(self, name: str) -> list[str]:
        """A list, or a comma list, or a JSON list in a string."""
        value = self.args.get(name)
        if isinstance(value, str) and value.startswith("["):
            value = self.json(name)
        if isinstance(value, list):
            return [str(v) for v in value]
        return [part.strip() for part in str(value or "").split(",") if part.strip()]

    def json(self, name: str, error: str = "invalid_arguments") -> Any:
        """A nested value: JSON, or JSON in a string (as in forms). None when absent."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return read_json(value)
        except ValueError:
            raise SlackError(error) from None

    # scopes

    def has_scope(self, scope: str) -> bool:
        return scope in self.token.scopes or "*" in self.token.scopes

    def need_scope(self, scope: str) -> None:
        if not self.has_scope(scope):
            raise missing_scope(scope, self.token)

    def need_channel_scope(self, channel: Channel, what: str) -> None:
        """``what`` is read, history or write; the scope's first half follows from the kind of channel."""
        self.need_scope(f"{_SCOPE_STEMS[channel.kind]}:{what}")

    def need_admin(self, what: str, error: str) -> None:
        """SlackError when the workspace leaves ``what`` to its admins."""
        if what in self.core.world.teams[self.team].admins_only and not self.user.is_admin:
            raise SlackError(error)

    # look-ups

    def channel(self, name: str = "channel") -> Channel:
        """The conversation with this id, if the caller can see it."""
        channel = self.core.world.channels.get(self.text(name))
        if channel is None or not self.core.can_see(channel, self.user.id):
            raise SlackError("channel_not_found")
        return channel

    def joined(self, name: str = "channel") -> Channel:
        """The same, and the caller must be a member."""
        channel = self.channel(name)
        if self.user.id not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def open_channel(self, name: str = "channel") -> Channel:
        """A channel that the caller sees and that is not archived."""
        channel = self.channel(name)
        if channel.is_archived:
            raise SlackError("is_archived")
        return channel

    def message(self, channel: Channel, name: str = "ts") -> Message:
        found = channel.messages.get(self.text(name))
        if found is None or (found.visible_to is not None):
            raise SlackError("message_not_found")
        return found

    def person(self, name: str = "user", error: str = "user_not_found") -> User:
        user = self.core.world.users.get(self.text(name))
        if user is None or not self.core.knows(self.team, user):
            raise SlackError(error)
        return user

    def people(self, name: str = "users", error: str = "user_not_found") -> list[User]:
        found = [self.core.world.users.get(ref) for ref in self.listing(name)]
        known = [user for user in found if user is not None and self.core.knows(self.team, user)]
        if len(known) < len(found):
            raise SlackError(error)
        return known

    def page(self, items: Sequence[T], default: int = 100, most: int = 1000) -> tuple[list[T], Json]:
        """One page of ``items`` by ``limit`` and ``cursor``, and the response_metadata with the next cursor."""
        limit, cursor = self.limit(default, most), self.text("cursor")
        start = read_cursor(self.method, cursor) if cursor else 0
        shown, more = list(items[start : start + limit]), len(items) > start + limit
        return shown, {"next_cursor": make_cursor(self.method, start + limit) if more else ""}

    def limit(self, default: int, most: int) -> int:
        """How many items a page may have."""
        limit = min(self.number("limit", default), most)
        if limit < 1:
            raise SlackError("invalid_limit")
        return limit


def is_ts(text: str) -> bool:
    """Whether this looks like the ts of a message."""
    return re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII) is not None


def make_cursor(whose: str, place: int) -> str:
    """Where to go on in one list; ``whose`` names the list, and no other takes the cursor."""
    return base64.b64encode(f"{whose}:{place}".encode()).decode()


def read_cursor(whose: str, cursor: str) -> int:
    """The place that a cursor names. SlackError invalid_cursor when it is none, or another list's."""
    try:
        owner, _, place = base64.b64decode(cursor, validate=True).decode().rpartition(":")
        if owner == whose and place.isdecimal():
            return int(place)
    except (binascii.Error, ValueError):
        pass
    raise SlackError("invalid_cursor")


def missing_scope(needed: str, token: Token) -> SlackError:
    return SlackError("missing_scope", needed=needed, provided=",".join(sorted(token.scopes)))


Handler = Callable[[Call], Json]


@dataclass(frozen=True)
class Method:
    """``scopes``: any one is enough; ``needs``: arguments that must be there; ``errors``: what it may answer."""

    name: str
    handler: Handler
    scopes: tuple[str, ...]
    tier: str
    kinds: tuple[str, ...]
    needs: tuple[str, ...]
    errors: frozenset[str]


METHODS: dict[str, Method] = {}


def all_errors(method: str, scopes: str, kinds: str, needs: str) -> frozenset[str]:
    """What a method may answer: what the table says of it, and what follows from how it is registered."""
    if method not in SERVED:
        raise LookupError(f"the table in playground/errors.py has no errors of {method}")
    follows = {
        "not_authed": "none" not in kinds.split(),
        "not_allowed_token_type": not {"bot", "user", "app"} <= set(kinds.split()),
        "missing_scope": bool(scopes),
        "invalid_arguments": bool(needs),
    }
    return SERVED[method] | COMMON | TOKEN | {error for error, is_so in follows.items() if is_so}


def method(
    name: str, scopes: str = "", tier: str = "t3", kinds: str = "bot user", needs: str = ""
) -> Callable[[Handler], Handler]:
    """Register a handler; lists are given as words. See Method, and playground/errors.py for its errors."""
    errors = all_errors(name, scopes, kinds, needs)

    def register(handler: Handler) -> Handler:
        METHODS[name] = Method(
            name, handler, tuple(scopes.split()), tier, tuple(kinds.split()), tuple(needs.split()), errors
        )
        return handler

    return register
