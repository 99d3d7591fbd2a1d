"""conversations.*: what there is. Its messages are in history.py, what changes a conversation in rooms_methods.py."""

from playground.errors import Json, SlackError
from playground.methods.registry import Call, is_ts, method, missing_scope
from playground.render import channel_json

_READ = "channels:read groups:read im:read mpim:read"
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


@method("conversations.list", _READ, "t2")
def list_conversations(call: Call) -> Json:
    kinds, mine = wanted_kinds(call), call.user.id
    found = [c for c in call.core.world.channels.values() if c.kind in kinds and call.core.can_see(c, mine)]
    if call.flag("exclude_archived"):
        found = [c for c in found if not c.is_archived]
    shown, more = call.page([channel_json(call.core, c, mine, num_members=True) for c in found])
    return {"channels": shown, "response_metadata": more}


@method("users.conversations", _READ, "t2")
def users_conversations(call: Call) -> Json:
    kinds, mine = wanted_kinds(call), call.user.id
    whose = call.person().id if call.text("user") else mine
    found = [c for c in call.core.world.channels.values() if c.kind in kinds and whose in c.members]
    found = [c for c in found if call.core.can_see(c, mine)]
    if call.flag("exclude_archived"):
        found = [c for c in found if not c.is_archived]
    shown, more = call.page([channel_json(call.core, c, mine) for c in found])
    return {"channels": shown, "response_metadata": more}


@method("conversations.info", _READ, needs="channel")
def info(call: Call) -> Json:
    channel = call.channel()
    call.need_channel_scope(channel, "read")
    shown = channel_json(call.core, channel, call.user.id, num_members=call.flag("include_num_members"))
    if call.flag("include_locale"):
        shown["locale"] = "en-US"
    if call.user.id in channel.members:
        shown["last_read"] = channel.last_read.get(call.user.id, "0000000000.000000")
    return {"channel": shown}


@method("conversations.members", _READ, "t4", needs="channel")
def members(call: Call) -> Json:
    channel = call.channel()
    call.need_channel_scope(channel, "read")
    shown, more = call.page(channel.members)
    return {"members": shown, "response_metadata": more}


@method("conversations.mark", "channels:write groups:write im:write mpim:write", needs="channel ts")
def mark(call: Call) -> Json:
    channel = call.joined()
    if not is_ts(call.text("ts")):
        raise SlackError("invalid_timestamp")
    channel.last_read[call.user.id] = call.text("ts")
    return {}
