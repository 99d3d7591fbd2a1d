"""What a person has not read yet, and what of it pings them.

Slack keeps one mark in each conversation, ``last_read``. Unread is what others wrote after it: in a channel its
messages and broadcasts, in a direct conversation the replies too. Of other replies those count that ping the person,
and those of threads that the person takes part in. Slack's own lines (who joined, who left) do not count.
"""

import json
from bisect import bisect_right
from collections.abc import Hashable
from itertools import islice

from playground.core import Core
from playground.errors import Json
from playground.posts import pings
from playground.world import Channel, Message, User

MOST = 500
"""Of more than so many new messages the newest ones are counted: nobody reads a larger number."""

QUIET = ("channel_join", "channel_leave", "group_join", "group_leave", "tombstone")
EVERYBODY = ("<!here", "<!channel", "<!everyone")


class Counts:
    """What is unread, counted anew only where something happened."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._known: dict[tuple[str, str], tuple[Hashable, Json]] = {}

    def of(self, room: Channel, person: User) -> Json:
        """``{unread, pings}``, as ``counted`` finds them."""
        key = (room.id, person.id)
        now = self._state(room, person)
        before, found = self._known.get(key, (None, {}))
        if before != now:
            found = counted(self._core, room, person)
            self._known[key] = (now, found)
        return found

    def _state(self, room: Channel, person: User) -> Hashable:
        """All that the count depends on."""
        groups = tuple(group.id for group in self._core.world.usergroups.values() if person.id in group.users)
        mark = room.last_read.get(person.id)
        return self._core.generation, room.changes, mark, person.id in room.members, groups


def counted(core: Core, room: Channel, person: User) -> Json:
    """``{unread, pings}`` of a conversation; a room that the person is not in has nothing unread."""
    if person.id not in room.members:
        return {"unread": 0, "pings": 0}
    groups = [group.id for group in core.world.usergroups.values() if person.id in group.users]
    unread = pinged = 0
    for message in _news(room, person):
        loud = room.is_im or pings_person(message, person.id, groups)
        if loud or not _is_hidden(message) or room.is_mpim or _takes_part(room, message, person):
            unread, pinged = unread + 1, pinged + loud
    return {"unread": unread, "pings": pinged}


def _news(room: Channel, person: User) -> list[Message]:
    """What others wrote after the mark, oldest first."""
    first = max(bisect_right(room.order, room.last_read.get(person.id, "")), len(room.order) - MOST)
    found = (room.messages[ts] for ts in islice(room.order, first, None))
    return [one for one in found if not _is_own(one, person) and one.visible_to is None and one.subtype not in QUIET]


def _is_own(message: Message, person: User) -> bool:
    return message.user == person.id


def _is_hidden(message: Message) -> bool:
    """Whether it stands in a thread only."""
    return message.is_reply and message.subtype != "thread_broadcast"


def _takes_part(room: Channel, reply: Message, person: User) -> bool:
    parent = room.messages.get(reply.thread_ts or "")
    if parent is None:
        return False
    return parent.user == person.id or any(one.user == person.id for one in room.replies(parent.ts))


def pings_person(message: Message, person: str, groups: list[str]) -> bool:
    """Whether it names the person, a group of theirs, or everybody."""
    said = message.text
    if message.extra.get("bot_id") and message.blocks:  # an app's text may leave out what its blocks say
        said += json.dumps(message.blocks)
        if f'"user_id": "{person}"' in said:
            return True
    if any(word in said for word in EVERYBODY):
        return True
    return pings(said, person) or any(f"<!subteam^{group}" in said for group in groups)


def last_seen_by(room: Channel, person: User) -> str | None:
    """The ts of the newest message that this person can see."""
    newest = (ts for ts in reversed(room.order) if room.messages[ts].visible_to in (None, person.id))
    return next(newest, None)


def read_up_to(room: Channel, person: User, ts: str) -> None:
    """Move the mark forward; it never goes back."""
    room.last_read[person.id] = max(room.last_read.get(person.id, ""), ts)
