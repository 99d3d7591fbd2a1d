"""conversations.*: reading. What changes a conversation is in rooms_methods.py."""

from decimal import Decimal, InvalidOperation

from playground.errors import Json, SlackError
from playground.methods.registry import Call, method, missing_scope
from playground.render import channel_json, message_json
from playground.world import Channel, Message

_READ = "channels:read groups:read im:read mpim:read"
_HISTORY = "channels:history groups:history im:history mpim:history"
TIGHT_PAGE = 15
_TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
_SCOPES = {"channel": "channels:read", "group": "groups:read", "im": "im:read", "mpim": "mpim:read"}


def wanted_kinds(call: Call) -> list[str]:
    """The kinds asked for by ``types``; each needs its own scope."""
    types = call.listing("types") or ["public_channel"]
    if not set(types) <= set(_TYPES):
        raise SlackError("invalid_types")
    kinds = [_TYPES[t] for t in types]
    lacking = [_SCOPES[k] for k in kinds if not call.has_scope(_SCOPES[k])]
    if lacking:
        raise missing_scope(",".join(lacking), call.token)
    return kinds


@method("conversations.list", _READ, "t2", errors="invalid_types")
def list_conversations(call: Call) -> Json:
    kinds, mine = wanted_kinds(call), call.user.id
    found = [c for c in call.core.world.channels.values() if c.kind in kinds and call.core.can_see(c, mine)]
    if call.flag("exclude_archived"):
        found = [c for c in found if not c.is_archived]
    shown, more = call.page([channel_json(call.core, c, mine, num_members=True) for c in found])
    return {"channels": shown, "response_metadata": more}


@method("users.conversations", _READ, "t2", errors="invalid_types user_not_found")
def users_conversations(call: Call) -> Json:
    kinds, mine = wanted_kinds(call), call.user.id
    whose = call.person().id if call.text("user") else mine
    found = [c for c in call.core.world.channels.values() if c.kind in kinds and whose in c.members]
    found = [c for c in found if call.core.can_see(c, mine)]
    if call.flag("exclude_archived"):
        found = [c for c in found if not c.is_archived]
    shown, more = call.page([channel_json(call.core, c, mine) for c in found])
    return {"channels": shown, "response_metadata": more}


@method("conversations.info", _READ, needs="channel", errors="channel_not_found")
def info(call: Call) -> Json:
    channel = call.channel()
    call.need_channel_scope(channel, "read")
    shown = channel_json(call.core, channel, call.user.id, num_members=call.flag("include_num_members"))
    if call.flag("include_locale"):
        shown["locale"] = "en-US"
    if call.user.id in channel.members:
        shown["last_read"] = channel.last_read.get(call.user.id, "0000000000.000000")
    return {"channel": shown}


@method("conversations.members", _READ, "t4", needs="channel", errors="channel_not_found fetch_members_failed")
def members(call: Call) -> Json:
    channel = call.channel()
    call.need_channel_scope(channel, "read")
    shown, more = call.page(channel.members)
    return {"members": shown, "response_metadata": more}


def _moment(call: Call, name: str) -> Decimal | None:
    value = call.text(name)
    if not value:
        return None
    try:
        moment = Decimal(value)
    except InvalidOperation:
        raise SlackError(f"invalid_ts_{name}") from None
    if not moment.is_finite():
        raise SlackError(f"invalid_ts_{name}")
    return moment


def _between(call: Call, messages: list[Message]) -> list[Message]:
    """Those within oldest and latest; the ends themselves only with ``inclusive``."""
    oldest, latest = _moment(call, "oldest"), _moment(call, "latest")
    inclusive = call.flag("inclusive")

    def fits(message: Message) -> bool:
        ts = Decimal(message.ts)
        after = oldest is None or ts > oldest or (inclusive and ts == oldest)
        return after and (latest is None or ts < latest or (inclusive and ts == latest))

    return [m for m in messages if fits(m)]


def _sizes(call: Call, usual: int, most: int) -> tuple[int, int]:
    """How many messages a page has unless told otherwise, and at most."""
    return (TIGHT_PAGE, TIGHT_PAGE) if call.core.app.tight_history else (usual, most)


def _reading(call: Call) -> Channel:
    channel = call.joined()
    call.need_channel_scope(channel, "history")
    return channel


def _shown(call: Call, channel: Channel, messages: list[Message]) -> list[Json]:
    full = call.flag("include_all_metadata")
    return [message_json(channel, m, metadata=full) for m in messages]


@method(
    "conversations.history",
    _HISTORY,
    "history",
    needs="channel",
    errors="channel_not_found not_in_channel invalid_ts_oldest invalid_ts_latest",
)
def history(call: Call) -> Json:
    channel = _reading(call)
    ordered = [channel.messages[ts] for ts in reversed(channel.order)]
    found = _between(call, [m for m in ordered if m.in_channel_view])
    page, more = call.page(found, *_sizes(call, 100, 999))
    answer: Json = {"messages": _shown(call, channel, page), "has_more": bool(more["next_cursor"])}
    answer |= {"pin_count": len(channel.pins), "channel_actions_ts": None, "channel_actions_count": 0}
    return {**answer, "response_metadata": more} if more["next_cursor"] else answer


@method(
    "conversations.replies",
    _HISTORY,
    "history",
    needs="channel ts",
    errors="channel_not_found not_in_channel thread_not_found invalid_ts_oldest invalid_ts_latest",
)
def replies(call: Call) -> Json:
    channel = _reading(call)
    asked = channel.messages.get(call.text("ts"))
    if asked is None or asked.visible_to is not None:
        raise SlackError("thread_not_found")
    parent = channel.messages.get(asked.thread_ts or asked.ts, asked)
    page, more = call.page([parent, *_between(call, channel.replies(parent.ts))], *_sizes(call, 1000, 1000))
    answer = {"messages": _shown(call, channel, page), "has_more": bool(more["next_cursor"])}
    return {**answer, "response_metadata": more} if more["next_cursor"] else answer


@method(
    "conversations.mark",
    "channels:write groups:write im:write mpim:write",
    needs="channel ts",
    errors="channel_not_found not_in_channel",
)
def mark(call: Call) -> Json:
    channel = call.joined()
    channel.last_read[call.user.id] = call.text("ts")
    return {}
