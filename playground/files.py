"""Files: records with bytes, and the object that Slack shows of them; e-mails too."""

import mimetypes
import re

from playground.core import Core
from playground.errors import Json
from playground.world import Channel, FileRecord, User

_PRETTY = {
    "email": "Email",
    "txt": "Plain Text",
    "text": "Plain Text",
    "pdf": "PDF",
    "png": "PNG",
    "jpg": "JPEG",
    "csv": "CSV",
}


def new_file(core: Core, user: User, given: Json, channel: Channel | None = None) -> FileRecord:
    """A complete file. ``given``: name, title, filetype, mimetype, content; for filetype "email" also subject, from,
    to, cc (each an address, ``Name <address>``, an object, or a list of these), plain_text, preview."""
    content = str(given.get("content") or given.get("plain_text") or "")
    name = str(given.get("name") or given.get("subject") or given.get("title") or "file.txt")
    record = FileRecord(core.ids.next("F"), user.team, user.id, {}, content.encode(), uploaded=True, complete=True)
    record.info = base_info(core, record, name, str(given.get("title") or name))
    for key in ("filetype", "mimetype", "pretty_type"):
        if key in given:
            record.info[key] = given[key]
    if record.info["filetype"] == "email":
        record.info |= _email(given, content)
    if channel:
        record.channels.append(channel.id)
        record.info["channels"] = [channel.id] if channel.kind == "channel" else []
    core.world.files[record.id] = record
    return record


def base_info(core: Core, record: FileRecord, name: str, title: str) -> Json:
    """The fields that every file has."""
    team = core.world.teams[record.team]
    filetype = name.rsplit(".", 1)[-1].lower() if "." in name else "text"
    private = f"{core.url}/files-pri/{record.team}-{record.id}"
    safe = re.sub(r"[^\w.-]+", "_", name).strip("_").lower() or "file"
    return {
        "id": record.id,
        "created": core.seconds(),
        "timestamp": core.seconds(),
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
        "mimetype": given.get("mimetype") or "text/html",
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
