"""What people do with messages: say, edit, delete, react. The synchronous half of what they can do."""

from typing import Any

from playground import posts
from playground.blocks import check_attachments, check_blocks
from playground.core import Core
from playground.errors import ControlError, Json, SlackError, as_control
from playground.files import new_file
from playground.making import check_known, check_types, entries
from playground.posts import Draft, bot_marks
from playground.typed import as_typed, rich_text
from playground.words import words
from playground.world import Channel, Message, User

_SAID = words("channel user text team thread_ts files blocks attachments reply_broadcast subtype raw")
_TYPES: dict[str, Any] = {
    **dict.fromkeys(words("text team thread_ts subtype"), str | None),
    **dict.fromkeys(words("files blocks attachments"), list[Json] | None),
    **dict.fromkeys(words("reply_broadcast raw"), bool | None),
}


class Talking:
    """``team`` says in which workspace names are looked up, where several have the same ones. Edits, deletions and
    reactions take one body: what means nothing to a call (the ``text`` of a reaction) is left aside."""

    def __init__(self, core: Core) -> None:
        self.core = core

    # who, where

    def _present(self, channel: str, user: str, team: str | None = None) -> tuple[User, Channel]:
        """A person and a channel where that person can act."""
        person, room = self.core.place(channel, user, team)
        self._awake(person)
        if person.id not in room.members and not (person.is_bot or person.id == "USLACKBOT"):
            remedy = f'POST /control/join {{"channel": "{channel}", "user": "{user}"}} first'
            raise ControlError(f"{user} is not in {channel}", remedy)
        if room.is_archived:
            raise ControlError(f"{channel} is archived", "use a channel that is open")
        return person, room

    def _awake(self, person: User) -> User:
        if person.deleted:
            raise ControlError(f"{person.name} is deactivated", "use another user")
        return person

    def _own(self, room: Channel, ts: str, author: User, *, admins: bool = False) -> Message:
        message = self._visible(room, ts, author)
        bot_id = message.extra.get("bot_id")
        mine = message.user == author.id or (bot_id is not None and bot_id == author.bot_id)
        if not mine and not (admins and author.is_admin):
            raise ControlError("this is someone else's message", f"act as its author, {message.user or bot_id}")
        return message

    def _visible(self, room: Channel, ts: str, person: User) -> Message:
        message = self.core.message(room, ts)
        if message.visible_to not in (None, person.id):
            raise ControlError(f"{person.name} can't see this message", f"it is only visible to {message.visible_to}")
        return message

    def _shared(self, room: Channel, ts: str, person: User) -> Message:
        """A message that everybody in the channel sees: only such can be answered and reacted to."""
        message = self._visible(room, ts, person)
        if message.visible_to is not None:
            raise ControlError("this message is only visible to one person", "use a message that all can see")
        return message

    # messages

    def say(self, *, channel: str, user: str, text: str = "", **more: Any) -> Json:
        """Post as a person's client does (an integration when the user ``is_bot``). ``more``: team, thread_ts, files,
        blocks, attachments, reply_broadcast, subtype ("bot_message"), raw (true leaves the text untouched)."""
        check_known("say", more, _SAID)
        check_types("say", {"text": text, **more}, _TYPES)
        author, room = self._present(channel, user, more.get("team"))
        thread_ts = self._parent(room, more.get("thread_ts"), author)
        if why := posts.why_closed(room, author, in_thread=thread_ts is not None):
            raise ControlError(f"{author.name} can't post this here: {why}", "use another channel, or as an admin")
        blocks, attachments = checked_layout(more)
        given = entries(more, "files")
        if not (text.strip() or given or blocks or attachments):
            raise ControlError("nothing to say", "send text, files, blocks or attachments")
        files = [self._attach(author, one, room) for one in given]
        shown = text if more.get("raw") else as_typed(self.core, text, author.team)
        made = Draft(room, author, shown, blocks, attachments, files)
        made.thread_ts, made.broadcast = thread_ts, bool(more.get("reply_broadcast"))
        made.subtype = more.get("subtype") or ("file_share" if files else None)
        self._sign(made, author)
        return {"ok": True, "ts": posts.post(self.core, made).ts, "channel": room.id}

    def _attach(self, author: User, given: Json, room: Channel) -> Json:
        """A file as it arrives: in Slack Connect only its id, the rest comes from files.info."""
        info = new_file(self.core, author, given, room).info
        if not room.is_ext_shared:
            return info
        return {**{k: info[k] for k in ("id", "created", "timestamp", "user")}, "file_access": "check_file_info"}

    def _sign(self, made: Draft, author: User) -> None:
        if author.is_bot:
            made.extra = bot_marks(self.core, author)
            if made.subtype == "bot_message":
                made.author, made.extra["username"] = None, author.real_name
            return
        made.extra = {"client_msg_id": self.core.ids.uuid()}
        made.blocks = made.blocks or rich_text(self.core, made.text)

    def _parent(self, room: Channel, thread_ts: Any, author: User) -> str | None:
        if not thread_ts:
            return None
        parent = self._shared(room, thread_ts, author)
        return parent.thread_ts if parent.is_reply else parent.ts

    def edit(self, *, channel: str, user: str, ts: str, text: str, name: str = "", team: str | None = None) -> Json:
        """Change one's own message."""
        author, room = self._present(channel, user, team)
        message = self._own(room, ts, author)
        if not text.strip() and not message.files:
            raise ControlError("nothing would be left of the message", "send some text, or POST /control/delete")
        shown = as_typed(self.core, text, author.team)
        posts.change(self.core, room, message, author.id, text=shown, blocks=rich_text(self.core, shown))
        return {"ok": True}

    def delete(
        self, *, channel: str, user: str, ts: str, text: str = "", name: str = "", team: str | None = None
    ) -> Json:
        """Delete one's own message (an admin: anyone's)."""
        author, room = self._present(channel, user, team)
        posts.delete(self.core, room, self._own(room, ts, author, admins=True))
        return {"ok": True}

    def react(self, *, channel: str, user: str, ts: str, name: str, text: str = "", team: str | None = None) -> Json:
        person, room, emoji = *self._present(channel, user, team), _emoji(name)
        if not posts.react(self.core, room, self._shared(room, ts, person), person, emoji):
            raise ControlError(
                "already reacted", "each person gives a reaction once; use /control/unreact to take it back"
            )
        return {"ok": True}

    def unreact(self, *, channel: str, user: str, ts: str, name: str, text: str = "", team: str | None = None) -> Json:
        person, room, emoji = *self._present(channel, user, team), _emoji(name)
        if not posts.unreact(self.core, room, self._shared(room, ts, person), person, emoji):
            raise ControlError("no such reaction", "only a reaction of this user can be taken back")
        return {"ok": True}

    def unfurl(self, *, channel: str, ts: str, attachments: list[Json]) -> Json:
        """What Slack does to links: attachments appear, the text stays, a message_changed goes out."""
        room = self.core.channel(channel)
        _, shown = checked_layout({"attachments": attachments})
        posts.change(self.core, room, self.core.message(room, ts), None, attachments=shown)
        return {"ok": True}


def _emoji(name: str) -> str:
    bare = name.strip(":")
    if not posts.is_emoji(bare):
        raise ControlError(f"no emoji {name!r}", "send its name, such as eyes or thumbsup::skin-tone-3")
    return bare


def checked_layout(given: Json) -> tuple[list[Json], list[Json]]:
    """The blocks and attachments of a body, as the Web API takes them; ControlError with what Slack says."""
    try:
        attachments = given.get("attachments")
        return check_blocks(given.get("blocks") or []), [] if attachments is None else check_attachments(attachments)
    except SlackError as error:
        raise as_control(error) from None
