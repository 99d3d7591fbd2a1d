"""Files: records with bytes, and the object that Slack shows of them; e-mails too."""

import base64
import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from playground.errors import ControlError, Json
from playground.ids import Ids
from playground.world import Channel, FileRecord, User, World

_PRETTY = {
    "email": "Email",
    "txt": "Plain Text",
    "text": "Plain Text",
    "pdf": "PDF",
    "png": "PNG",
    "jpg": "JPEG",
    "csv": "CSV",
}


MOST_BYTES = 10_000_000
"""What one file may hold; the playground keeps all of them in memory."""


class Shelf(Protocol):
    """Where files stand: the engine's inside, or a world that is still being built."""

    ids: Ids
    world: World
    url: str

    def seconds(self) -> int: ...


@dataclass
class Ground:
    """What a new world is built on. ``contents`` are bytes of files known from before, by id; ``known_files`` the
    files that the world lists."""

    ids: Ids
    url: str
    seconds: Callable[[], int]
    contents: dict[str, bytes] = field(default_factory=dict)
    world: World = field(default_factory=World)
    known_files: dict[str, Json] = field(default_factory=dict)


def new_file(shelf: Shelf, user: User, given: Json, channel: Channel | None = None) -> FileRecord:
    """A complete file. ``given``: name, title, filetype, mimetype, content (or content_base64: any bytes); for filetype
    "email" also subject, from, to, cc (each an address, ``Name <address>``, an object, or a list of these), plain_text,
    preview. ControlError when it is larger than ten megabytes."""
    content = _content(given, b"")
    if len(content) > MOST_BYTES:
        raise ControlError(f"a file of {len(content):,} bytes", f"send one of at most {MOST_BYTES:,} bytes")
    name = str(given.get("name") or given.get("subject") or given.get("title") or "file.txt")
    record = FileRecord(shelf.ids.next("F"), user.team, user.id, {}, content, uploaded=True, complete=True)
    record.info = base_info(shelf, record, name, str(given.get("title") or name))
    for key in ("filetype", "mimetype", "pretty_type"):
        if key in given:
            record.info[key] = str(given[key])
    if record.info["filetype"] == "email":
        record.info |= _email(given, content.decode(errors="replace"))
    if channel:
        record.channels.append(channel.id)
        record.info["channels"] = [channel.id] if channel.kind == "channel" else []
    shelf.world.files[record.id] = record
    return record


def base_info(shelf: Shelf, record: FileRecord, name: str, title: str) -> Json:
    """The fields that every file has."""
    team = shelf.world.teams[record.team]
    filetype = name.rsplit(".", 1)[-1].lower() if "." in name else "text"
    private = f"{shelf.url}/files-pri/{record.team}-{record.id}"
    safe = re.sub(r"[^\w.-]+", "_", name).strip("_").lower() or "file"
    return {
        "id": record.id,
        "created": shelf.seconds(),
        "timestamp": shelf.seconds(),
        "name": name,
        "title": title,
        "mimetype": mimetypes.guess_type(name)[0] or "text/plain",
        "filetype": filetype,
        "pretty_type": _PRETTY.get(filetype, filetype.upper()),
        "user": record.user,
        "user_team": record.team,
        "editable": False,
        "size": len(record.content),
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": True,
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": f"{private}/{safe}",
        "url_private_download": f"{private}/download/{safe}",
        "permalink": f"https://{team.domain}.slack.com/files/{record.user}/{record.id}/{safe}",
        "has_rich_preview": False,
        "file_access": "visible",
    }


def _email(given: Json, content: str) -> Json:
    plain = str(given.get("plain_text") or content)
    return {
        "mimetype": str(given.get("mimetype") or "text/html"),
        "pretty_type": "Email",
        "mode": "email",
        "editable": True,
        "subject": str(given.get("subject") or given.get("title") or given.get("name") or ""),
        "from": addresses(given.get("from")),
        "to": addresses(given.get("to")),
        "cc": addresses(given.get("cc")),
        "attachments": [],
        "original_attachment_count": 0,
        "plain_text": plain,
        "preview": str(given.get("preview") or plain[:500]),
        "preview_plain_text": str(given.get("preview") or plain)[:500],
        "preview_is_truncated": len(plain) > 500,
        "headers": given.get("headers") or {"date": "", "in_reply_to": None, "reply_to": None, "message_id": ""},
    }


def addresses(given: object) -> list[Json]:
    """Slack's form of a mail's addresses: ``{address, name, original}``."""
    if given is None:
        return []
    if isinstance(given, list):
        return [one for item in given for one in addresses(item)]
    if isinstance(given, dict):
        return [{"address": "", "name": "", "original": given.get("address", ""), **given}]
    found = re.fullmatch(r'\s*"?(.*?)"?\s*<([^<>]+)>\s*', str(given))
    name, address = (found.group(1), found.group(2)) if found else ("", str(given).strip())
    return [{"address": address, "name": name, "original": str(given)}]


# worlds


def file_state(record: FileRecord) -> Json:
    """A file as the state shows it: what Slack shows, and its bytes."""
    try:
        content = {"content": record.content.decode()}
    except UnicodeDecodeError:
        content = {"content_base64": base64.b64encode(record.content).decode()}
    return {**record.info, "channels": record.channels, **content}


def restore_file(ground: Ground, given: Json, author: User | None, channel: Channel) -> Json:
    """A file of a world's message: one that the state showed, or one as /control/say takes it. Answers what the
    message holds of it."""
    key = given.get("id")
    owner = ground.world.users.get(str(given.get("user")), author)
    if owner is None:
        raise ControlError("a file without its user", 'give the message a "user"')
    if not key:
        return new_file(ground, owner, given, channel).info
    record = ground.world.files.get(str(key)) or _restored(ground, ground.known_files.get(str(key), given), owner)
    record.channels = list(dict.fromkeys([*record.channels, channel.id]))
    is_stub = given.get("file_access") == "check_file_info"
    return dict(given) if is_stub else record.info


def restore_rest(ground: Ground) -> None:
    """The files that the world lists, but no message holds."""
    people = ground.world.users
    for key, given in ground.known_files.items():
        if key not in ground.world.files and given.get("user") in people:
            record = _restored(ground, given, people[given["user"]])
            listed = given.get("channels")
            record.channels = [c for c in listed if c in ground.world.channels] if isinstance(listed, list) else []


def _restored(ground: Ground, given: Json, owner: User) -> FileRecord:
    record = FileRecord(str(given["id"]), owner.team, owner.id, {}, uploaded=True, complete=True)
    record.content = _content(given, ground.contents.get(record.id, b""))
    name = str(given.get("name") or given.get("title") or "file.txt")
    base = base_info(ground, record, name, str(given.get("title") or name))
    shown = {k: v for k, v in given.items() if k not in ("content", "content_base64")}
    record.info = base | shown | {k: base[k] for k in ("url_private", "url_private_download")}
    record.info["mimetype"] = str(record.info["mimetype"])
    ground.ids.take(record.id)
    ground.world.files[record.id] = record
    return record


def _content(given: Json, before: bytes) -> bytes:
    try:
        packed = base64.b64decode(str(given.get("content_base64") or ""), validate=True)
    except ValueError:
        raise ControlError("content_base64 is no base64", "send the file's bytes in base64") from None
    return packed or str(given.get("content") or "").encode() or before or str(given.get("plain_text") or "").encode()


def rehome_files(world: World, before: str, url: str) -> None:
    """The server has its address now: links to files lead there."""
    for record in world.files.values():
        for key in ("url_private", "url_private_download"):
            record.info[key] = record.info[key].replace(before, url, 1)
