"""Slack's events, as plain facts. What is not listed here is none of our business."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.clock import is_zone
from bot.facts import Attachment, ChannelFacts, GroupFacts, MailFile, PersonFacts
from bot.slack import statuses

IS_PRIVATE = {"channel": False, "group": True, "im": True, "mpim": True}
READ_SUBTYPES = {None, "bot_message", "thread_broadcast", "file_share", "me_message"}


@dataclass(frozen=True, slots=True)
class Posted:
    """A message, in its latest state. `user_id` may be a bot's: only Slack knows (users.info).

    `unread_mails` are ids of mail files whose words did not come with the event. `wanted_by` is who wants a card for
    it by their own act, `promise_wanted_by` who wants it tracked as a promise. `is_private` is what the event says of
    its channel, None when it says nothing.
    """

    channel_id: str
    ts: str
    thread_ts: str
    user_id: str | None
    app_name: str
    is_app_post: bool
    text: str
    attachments: tuple[Attachment, ...]
    mails: tuple[MailFile, ...]
    unread_mails: tuple[str, ...]
    edited_ts: str | None
    reply_count: int = 0
    is_change: bool = False
    wanted_by: str | None = None
    promise_wanted_by: str | None = None
    is_private: bool | None = None

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(float(self.ts), UTC)

    @property
    def is_reply(self) -> bool:
        return self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class Deleted:
    channel_id: str
    ts: str


@dataclass(frozen=True, slots=True)
class Joined:
    """`ts` is when, where Slack says it."""

    channel_id: str
    user_id: str
    inviter: str | None
    ts: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    channel_id: str
    user_id: str | None


@dataclass(frozen=True, slots=True)
class Reacted:
    channel_id: str
    ts: str
    user_id: str
    name: str
    is_removal: bool


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """`is_new` says that they have only just come to the workspace."""

    person: PersonFacts
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class GroupChanged:
    """Who joined a user group, and who left it."""

    group_id: str
    joined: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChannelChanged:
    channel_id: str


@dataclass(frozen=True, slots=True)
class IntakePosted:
    """Our own: customers' words from elsewhere stand in a channel now, and are to be read."""

    channel_id: str
    ts: str
    intake_id: str


@dataclass(frozen=True, slots=True)
class HomeOpened:
    """Somebody looks at their Home tab."""

    user_id: str


@dataclass(frozen=True, slots=True)
class MessagesOpened:
    """Somebody looks at the Messages tab of the app: their conversation with it."""

    user_id: str


@dataclass(frozen=True, slots=True)
class ThreadWanted:
    """Our own: a thread whose replies came before its root was known as a mention is read again."""

    channel_id: str
    thread_ts: str


Event = (
    Posted
    | Deleted
    | Joined
    | Left
    | Reacted
    | PersonChanged
    | GroupChanged
    | ChannelChanged
    | HomeOpened
    | MessagesOpened
    | ThreadWanted
    | IntakePosted
)
# Our own words in envelopes that a person's act puts into the inbox.
THREAD_WANTED, INTAKE_POSTED = "ours_thread", "ours_intake"
WANTED_BY, PROMISE_WANTED_BY = "ours_wanted_by", "ours_promise_wanted_by"


def parse(envelope: dict[str, Any]) -> Event | None:
    """The facts of an Events API envelope; None for what we do not read."""
    event = envelope.get("event") or {}
    kind = event.get("type")
    if kind in {"message", "app_mention"}:
        return _message(event)
    if kind in {"reaction_added", "reaction_removed"}:
        return _reaction(event, kind == "reaction_removed")
    if kind in {"user_change", "team_join"}:
        return PersonChanged(person(event.get("user") or {}), is_new=kind == "team_join")
    if kind == "subteam_members_changed":
        people = (tuple(map(str, event.get(f"{which}_users") or ())) for which in ("added", "removed"))
        return GroupChanged(str(event.get("subteam_id", "")), *people)
    if kind == "app_home_opened":
        return _opened(str(event["user"]), str(event.get("tab", "home")))
    return _room(event, str(kind))


def _opened(user_id: str, tab: str) -> Event | None:
    if tab == "messages":
        return MessagesOpened(user_id)
    return HomeOpened(user_id) if tab == "home" else None


def _room(event: dict[str, Any], kind: str) -> Event | None:
    raw = event.get("channel") or ""
    channel_id = raw if isinstance(raw, str) else str(raw.get("id", ""))
    if kind == "member_joined_channel":
        return Joined(channel_id, event["user"], event.get("inviter"), event.get("event_ts"))
    if kind == "member_left_channel":
        return Left(channel_id, event["user"])
    if kind in {"channel_left", "group_left", "channel_deleted"}:
        return Left(channel_id, None)
    if kind.startswith(("channel_", "group_")):
        return ChannelChanged(channel_id)
    return _of_our_own(event, kind, channel_id)


def _of_our_own(event: dict[str, Any], kind: str, channel_id: str) -> Event | None:
    if kind == INTAKE_POSTED:
        return IntakePosted(channel_id, event["ts"], event["intake"])
    return ThreadWanted(channel_id, event["ts"]) if kind == THREAD_WANTED else None


def _message(event: dict[str, Any]) -> Event | None:
    channel_id, subtype = str(event.get("channel", "")), event.get("subtype")
    if subtype == "message_deleted":
        return Deleted(channel_id, str(event.get("deleted_ts", "")))
    if subtype == "message_changed":
        inner = event.get("message") or {}
        # A deleted root with replies stays as a tombstone.
        if inner.get("subtype") == "tombstone":
            return Deleted(channel_id, str(inner.get("ts", "")))
        found = posted(channel_id, inner, is_change=True)
    else:
        found = posted(channel_id, event)
    return found and replace(found, is_private=IS_PRIVATE.get(str(event.get("channel_type"))))


def is_own(message: dict[str, Any], user_id: str, bot_id: str | None) -> bool:
    """Whether the bot with these ids wrote the message.

    What a person posts with a user token through the app carries the app's bot id too: that is the person's.
    """
    if message.get("user"):
        return bool(message["user"] == user_id)
    return bot_id is not None and message.get("bot_id") == bot_id


def posted(channel_id: str, message: dict[str, Any], is_change: bool = False) -> Posted | None:
    """A message as events and history carry it; None for subtypes that nobody wrote (joins, topics, …)."""
    subtype = message.get("subtype")
    if subtype not in READ_SUBTYPES or not message.get("ts"):
        return None
    ts = str(message["ts"])
    profile = message.get("bot_profile") or {}
    files = [one for one in message.get("files") or [] if _is_mail(one)]
    return Posted(
        channel_id=channel_id,
        ts=ts,
        thread_ts=str(message.get("thread_ts") or ts),
        user_id=message.get("user") if subtype != "bot_message" else None,
        app_name=str(profile.get("name") or message.get("username") or ""),
        is_app_post=subtype == "bot_message" or (bool(message.get("bot_id")) and not message.get("user")),
        text=_text(message),
        attachments=tuple(_attachment(one) for one in message.get("attachments") or []),
        mails=tuple(mail(one) for one in files if _has_words(one)),
        unread_mails=tuple(str(one["id"]) for one in files if not _has_words(one) and one.get("id")),
        edited_ts=(message.get("edited") or {}).get("ts"),
        reply_count=int(message.get("reply_count") or 0),
        is_change=is_change,
        wanted_by=message.get(WANTED_BY),
        promise_wanted_by=message.get(PROMISE_WANTED_BY),
    )


def _text(message: dict[str, Any]) -> str:
    """The text; of an app's post that has only blocks, the text of those."""
    text = str(message.get("text") or "")
    if text or not message.get("blocks"):
        return text
    return "\n".join(_block_text(block) for block in message["blocks"]).strip()


def _block_text(block: Any) -> str:
    if isinstance(block, dict):
        own = block.get("text")
        parts = [own] if isinstance(own, str) else []
        nested = [value for key, value in block.items() if key in {"text", "fields", "elements"}]
        return " ".join(parts + [_block_text(value) for value in nested if not isinstance(value, str)]).strip()
    if isinstance(block, list):
        return " ".join(_block_text(one) for one in block)
    return ""


def _attachment(one: dict[str, Any]) -> Attachment:
    return Attachment(
        url=str(one.get("from_url") or one.get("original_url") or one.get("title_link") or ""),
        title=str(one.get("title") or ""),
        text=str(one.get("text") or one.get("fallback") or ""),
        author=str(one.get("author_name") or ""),
        service=str(one.get("service_name") or ""),
    )


def _is_mail(one: dict[str, Any]) -> bool:
    return one.get("filetype") == "email" or one.get("mimetype") == "message/rfc822" or one.get("mode") == "email"


def _has_words(one: dict[str, Any]) -> bool:
    return any(one.get(name) for name in ("plain_text", "preview_plain_text", "preview"))


def mail(one: dict[str, Any]) -> MailFile:
    """A forwarded mail, from Slack's file object."""
    senders = one.get("from") or [{}]
    first = senders[0] if isinstance(senders, list) else {"original": senders}
    sender = first if isinstance(first, str) else first.get("original") or first.get("address") or ""
    words = one.get("plain_text") or one.get("preview_plain_text") or one.get("preview") or ""
    return MailFile(str(one.get("subject") or one.get("title") or ""), str(sender), str(words))


def _reaction(event: dict[str, Any], is_removal: bool) -> Reacted | None:
    item = event.get("item") or {}
    if item.get("type") != "message":
        return None
    return Reacted(str(item["channel"]), str(item["ts"]), str(event["user"]), str(event["reaction"]), is_removal)


def person(user: dict[str, Any]) -> PersonFacts:
    """A person, from Slack's user object. A zone that is not known here is none: no moment could be made in it."""
    profile = user.get("profile") or {}
    zone = str(user.get("tz") or "")
    away = statuses.read(profile)
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"), user["id"])
    return PersonFacts(
        id=user["id"],
        name=next(name for name in names if name),
        zone=zone if zone and is_zone(zone) else None,
        locale=user.get("locale"),
        is_bot=bool(user.get("is_bot")) or user["id"] == "USLACKBOT",
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
        is_deleted=bool(user.get("deleted")),
        is_stranger=bool(user.get("is_stranger")),
        is_away=away is not None,
        away_until=away.until if away is not None else None,
    )


def group(raw: dict[str, Any]) -> GroupFacts:
    """A user group, from Slack's object; its people come only where they were asked for."""
    return GroupFacts(
        id=str(raw["id"]),
        name=str(raw.get("name") or raw.get("handle") or raw["id"]),
        handle=str(raw.get("handle") or ""),
        description=str(raw.get("description") or ""),
        people=tuple(str(one) for one in raw.get("users") or ()),
    )


def channel(raw: dict[str, Any]) -> ChannelFacts:
    """A conversation, from Slack's channel object."""
    is_direct = bool(raw.get("is_im") or raw.get("is_mpim"))
    return ChannelFacts(
        id=raw["id"],
        name=str(raw.get("name") or ""),
        is_private=bool(raw.get("is_private") or raw.get("is_group")) or is_direct,
        is_direct=is_direct,
        is_shared_outside=bool(raw.get("is_ext_shared")),
        is_archived=bool(raw.get("is_archived")),
        bot_is_in=bool(raw.get("is_member")) or is_direct,
    )
