"""conversations.history and .replies: reading messages, page by page.

A cursor names the message that the next page begins with, as Slack's does, so that what is posted or deleted between
two pages neither repeats nor hides a message.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from itertools import islice

from playground.errors import Json, SlackError
from playground.methods.registry import Call, make_cursor, method, read_cursor
from playground.render import message_json
from playground.world import Channel, Message

_HISTORY = "channels:history groups:history im:history mpim:history"
_UNTHREADED = ("channel_join", "channel_leave", "group_join", "group_leave")
_TIGHT_PAGE = 15


def _reading(call: Call) -> Channel:
    """A bot reads where it is a member, a person also in every public channel."""
    channel = call.joined() if call.token.kind == "bot" else call.channel()
    call.need_channel_scope(channel, "history")
    return channel


def _size(call: Call, usual: int, most: int) -> int:
    """How many messages a page has at most."""
    return call.limit(_TIGHT_PAGE, _TIGHT_PAGE) if call.core.app.tight_history else call.limit(usual, most)


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


def _places(call: Call, stamps: Sequence[str], whose: str, *, forward: bool) -> range:
    """Where among the sorted ``stamps`` to look, in reading order: between oldest and latest (the ends themselves only
    with ``inclusive``), from the cursor on."""
    oldest, latest, inclusive = _moment(call, "oldest"), _moment(call, "latest"), call.flag("inclusive")
    low, high = 0, len(stamps)
    if oldest is not None:
        low = (bisect_left if inclusive else bisect_right)(stamps, oldest, key=Decimal)
    if latest is not None:
        high = (bisect_right if inclusive else bisect_left)(stamps, latest, key=Decimal)
    if cursor := call.text("cursor"):
        place = read_cursor(whose, cursor)
        ts = f"{place // 1_000_000}.{place % 1_000_000:06d}"
        low, high = (max(low, bisect_left(stamps, ts)), high) if forward else (low, min(high, bisect_right(stamps, ts)))
    return range(low, high) if forward else range(high - 1, low - 1, -1)


def _answer(call: Call, channel: Channel, page: list[Message], following: list[Message], whose: str) -> Json:
    full = call.flag("include_all_metadata")
    shown = [message_json(channel, message, metadata=full) for message in page]
    answer: Json = {"messages": shown, "has_more": bool(following)}
    if following:
        cursor = make_cursor(whose, int(following[0].ts.replace(".", "")))
        answer["response_metadata"] = {"next_cursor": cursor}
    return answer


@method("conversations.history", _HISTORY, "history", needs="channel")
def history(call: Call) -> Json:
    """Newest first. With ``oldest`` alone the pages go forward from there (each still newest first), else backward."""
    channel = _reading(call)
    whose, size = f"{call.method}:{channel.id}", _size(call, 100, 999)
    forward = bool(_moment(call, "oldest")) and not call.text("latest")
    places = _places(call, channel.order, whose, forward=forward)
    ordered = (channel.messages[channel.order[place]] for place in places)
    found = list(islice((m for m in ordered if m.in_channel_view), size + 1))
    page = sorted(found[:size], key=lambda message: message.ts, reverse=True)
    asked = {name: call.text(name) for name in ("oldest", "latest") if call.text(name)}
    more = {"pin_count": len(channel.pins), "channel_actions_ts": None, "channel_actions_count": 0}
    return {**_answer(call, channel, page, found[size:], whose), **asked, **more}


@method("conversations.replies", _HISTORY, "history", needs="channel ts")
def replies(call: Call) -> Json:
    """Oldest first, the parent before all on the first page, whatever the window. A reply's own ``ts`` gives that one
    message and not its thread, as in Slack."""
    channel = _reading(call)
    asked = channel.messages.get(call.text("ts"))
    if asked is None or asked.visible_to is not None or asked.subtype in _UNTHREADED:
        raise SlackError("thread_not_found")
    whose, size = f"{call.method}:{channel.id}:{asked.ts}", _size(call, 1000, 1000)
    stamps = [] if asked.is_reply else channel.threads.get(asked.ts, [])
    places = _places(call, stamps, whose, forward=True)
    found = [] if call.text("cursor") else [asked]
    found += [channel.messages[stamps[place]] for place in places[: size + 1]]
    return _answer(call, channel, found[:size], found[size:], whose)
