"""What exists in the playground: teams, people, channels, messages, the app and its tokens. Data, no rules."""

from bisect import insort
from dataclasses import dataclass, field

from playground.errors import Json


@dataclass
class Team:
    """``edit_minutes``: how long a message may be edited, 0 for never, -1 for ever. ``admins_only``: what nobody
    else may do: ``channels`` (create and archive them, remove people), ``usergroups`` (change them)."""

    id: str
    name: str
    domain: str
    enterprise_id: str | None = None
    edit_minutes: int = -1
    admins_only: list[str] = field(default_factory=list)
    emoji: dict[str, str] = field(default_factory=dict)


@dataclass
class User:
    """A person, a bot user or an integration. ``bot_id`` and ``app_id`` are set when ``is_bot``."""

    id: str
    name: str
    team: str
    real_name: str = ""
    display_name: str = ""
    email: str = ""
    title: str = ""
    tz: str = "America/New_York"
    locale: str = "en-US"
    is_bot: bool = False
    is_admin: bool = False
    is_owner: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    deleted: bool = False
    bot_id: str = ""
    app_id: str = ""
    token: str = ""
    presence: str = "active"
    status_text: str = ""
    status_emoji: str = ""
    status_expiration: int = 0
    updated: int = 0


@dataclass
class Message:
    """One message. ``extra`` holds Slack's fields of some kinds only (bot_id, app_id, client_msg_id, root …); ``state``
    and ``suggestions`` what its elements hold and were offered, by person."""

    ts: str
    channel: str
    team: str
    user: str | None
    text: str = ""
    subtype: str | None = None
    thread_ts: str | None = None
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    files: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    extra: Json = field(default_factory=dict)
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    visible_to: str | None = None
    state: Json = field(default_factory=dict)
    suggestions: dict[str, dict[str, list[Json]]] = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def is_tombstone(self) -> bool:
        return self.subtype == "tombstone"

    @property
    def in_channel_view(self) -> bool:
        """Whether conversations.history shows it: no thread replies, broadcasts aside."""
        return self.visible_to is None and (not self.is_reply or self.subtype == "thread_broadcast")


@dataclass
class Channel:
    """A conversation of any kind. ``order`` lists the ts of all messages, ephemerals too, sorted by time; ``changes``
    counts what happened to them.

    ``is_restricted``: only admins may post; ``is_read_only``: nobody; ``is_thread_only``: only replies;
    ``is_non_threadable``: no replies."""

    id: str
    team: str
    name: str = ""
    is_private: bool = False
    is_im: bool = False
    is_mpim: bool = False
    is_general: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    is_restricted: bool = False
    is_read_only: bool = False
    is_thread_only: bool = False
    is_non_threadable: bool = False
    shared_teams: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    creator: str = ""
    created: int = 0
    topic: Json = field(default_factory=lambda: {"value": "", "creator": "", "last_set": 0})
    purpose: Json = field(default_factory=lambda: {"value": "", "creator": "", "last_set": 0})
    previous_names: list[str] = field(default_factory=list)
    messages: dict[str, Message] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    threads: dict[str, list[str]] = field(default_factory=dict)
    pins: dict[str, Json] = field(default_factory=dict)
    bookmarks: dict[str, Json] = field(default_factory=dict)
    last_read: dict[str, str] = field(default_factory=dict)
    closed_for: set[str] = field(default_factory=set)
    changes: int = 0

    @property
    def kind(self) -> str:
        """Slack's channel_type: channel, group, im or mpim."""
        if self.is_im:
            return "im"
        if self.is_mpim:
            return "mpim"
        return "group" if self.is_private else "channel"

    def add(self, message: Message) -> None:
        self.changes += 1
        self.messages[message.ts] = message
        insort(self.order, message.ts)
        if message.is_reply and message.thread_ts and message.visible_to is None:
            insort(self.threads.setdefault(message.thread_ts, []), message.ts)

    def remove(self, message: Message) -> None:
        self.changes += 1
        del self.messages[message.ts]
        self.order.remove(message.ts)
        if message.is_reply and message.thread_ts and message.visible_to is None:
            self.threads[message.thread_ts].remove(message.ts)

    def replies(self, ts: str) -> list[Message]:
        return [self.messages[reply] for reply in self.threads.get(ts, ())]


@dataclass
class Usergroup:
    id: str
    team: str
    name: str
    handle: str
    description: str = ""
    users: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    created_by: str = ""
    updated_by: str = ""
    date_create: int = 0
    date_update: int = 0
    date_delete: int = 0


@dataclass
class Token:
    """``kind`` is bot, user or app; ``dead`` names the error that calls get; ``expires`` is an epoch, 0 for never."""

    value: str
    kind: str
    team: str
    user: str = ""
    scopes: set[str] = field(default_factory=set)
    dead: str = ""
    expires: float = 0.0


@dataclass
class Installation:
    """The app in one workspace."""

    team: str
    user: str
    bot_id: str
    token: str
    scopes: list[str]
    active: bool = True


@dataclass
class App:
    """``tight_history``: conversations.history and .replies in the regime of commercially distributed apps that are not
    in the Marketplace, once a minute and 15 objects; else in the usual one. ``home_tab``, ``messages_tab``: whether the
    app's home and its direct messages are switched on. ``hints`` are what the client shows of ``commands``.
    ``declared``: a manifest says what the app has, and nothing is added to that."""

    id: str = "A0OURS00000"
    name: str = "Ours"
    client_id: str = "1111111111.2222222222"
    client_secret: str = "ours-client-secret"  # noqa: S105 - the playground's, known to all
    signing_secret: str = "playground-signing-secret"  # noqa: S105
    verification_token: str = "playground-verification"  # noqa: S105
    bot_token: str = "xoxb-playground-ours"  # noqa: S105
    app_token: str = "xapp-1-A0OURS00000-playground"  # noqa: S105
    bot_name: str = "ours"
    scopes: list[str] = field(default_factory=list)
    subscriptions: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    hints: list[Json] = field(default_factory=list)
    shortcuts: list[Json] = field(default_factory=list)
    token_rotation: bool = False
    tight_history: bool = False
    home_tab: bool = True
    messages_tab: bool = True
    redirect_urls: list[str] = field(default_factory=list)
    declared: bool = False


@dataclass
class View:
    """An open modal or a home. ``body`` is what the app sent; ``state`` what its inputs hold, as in state.values."""

    id: str
    team: str
    user: str
    body: Json
    hash: str = ""
    state: Json = field(default_factory=dict)
    root: str = ""
    previous: str | None = None
    errors: Json = field(default_factory=dict)
    suggestions: dict[str, list[Json]] = field(default_factory=dict)


@dataclass
class FileRecord:
    """A file and its bytes. ``info`` is what Slack shows; ``given_to`` are bots in whose forms it was put."""

    id: str
    team: str
    user: str
    info: Json
    content: bytes = b""
    channels: list[str] = field(default_factory=list)
    promised: int = 0
    uploaded: bool = False
    complete: bool = False
    given_to: list[str] = field(default_factory=list)


@dataclass
class World:
    app: App = field(default_factory=App)
    teams: dict[str, Team] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    usergroups: dict[str, Usergroup] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    installations: dict[str, Installation] = field(default_factory=dict)
    files: dict[str, FileRecord] = field(default_factory=dict)
    deleted_files: set[str] = field(default_factory=set)
