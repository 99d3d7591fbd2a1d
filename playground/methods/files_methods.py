"""files.*: the external upload in its two steps, and reading."""

from functools import partial

from playground.blocks import check_blocks
from playground.core import Core
from playground.errors import Json, SlackError, invalid_arguments
from playground.files import base_info
from playground.methods.registry import Call, method
from playground.posts import Draft, bot_marks, post, why_closed
from playground.world import Channel, FileRecord

MOST_CHANNELS = 100
LARGEST, LONGEST_ALT = 1_000_000_000, 1000


@method("files.getUploadURLExternal", "files:write", "t4", needs="filename length")
def get_upload_url(call: Call) -> Json:
    length = call.number("length", 0)
    if length == 0:
        raise SlackError("missing_argument")
    if length < 0:
        raise invalid_arguments("must be greater than 0 [json-pointer:/length]")
    if length > LARGEST:
        raise SlackError("file_upload_size_restricted")
    if len(call.text("alt_txt")) > LONGEST_ALT:
        raise SlackError("alt_txt_too_large")
    core, name = call.core, call.text("filename")
    record = FileRecord(core.ids.next("F"), call.team, call.user.id, {}, promised=length)
    record.info = base_info(core, record, name, name)
    core.world.files[record.id] = record
    return {"upload_url": f"{core.url}/upload/v1/{record.id}", "file_id": record.id}


@method("files.completeUploadExternal", "files:write", "t4", needs="files")
def complete_upload(call: Call) -> Json:
    given = call.json("files")
    if not isinstance(given, list) or not given or not all(isinstance(item, dict) for item in given):
        raise invalid_arguments("must be a list of files [json-pointer:/files]")
    records = [_uploaded(call, str(item.get("id")), item.get("title")) for item in given]
    names = call.listing("channels") or ([call.text("channel_id")] if call.text("channel_id") else [])
    if len(names) > MOST_CHANNELS:
        raise SlackError("channels_limit_exceeded")
    channels = [_shared_to(call, name) for name in dict.fromkeys(names)]
    blocks = _blocks(call)
    threads = {channel.id: _thread_of(call, channel) for channel in channels}
    for record in records:
        record.complete = True
        record.channels = [c.id for c in channels]
        record.info["channels"] = record.channels
    for channel in channels:
        made = Draft(channel, call.user, call.text("initial_comment"), blocks, files=[r.info for r in records])
        made.subtype, made.thread_ts = "file_share", threads[channel.id]
        made.extra = {"upload": True, **(bot_marks(call.core, call.bot) if call.bot else {})}
        call.core.later(call.core.now(), partial(post, call.core, made))
    return {"files": [{"id": r.id, "title": r.info["title"]} for r in records]}


def _blocks(call: Call) -> list[Json]:
    """Whatever is wrong with blocks has one name here."""
    try:
        return check_blocks(call.json("blocks", "invalid_blocks")) if call.args.get("blocks") else []
    except SlackError as error:
        raise SlackError("invalid_blocks", **error.more) from None


def _thread_of(call: Call, channel: Channel) -> str | None:
    ts = call.text("thread_ts")
    parent = channel.messages.get(ts)
    if ts and (parent is None or parent.is_reply or parent.visible_to is not None):
        raise SlackError("thread_not_found")
    return ts or None


def _uploaded(call: Call, file_id: str, title: object) -> FileRecord:
    record = call.core.world.files.get(file_id)
    if record is None or record.user != call.user.id or not record.uploaded:
        raise SlackError("file_not_found")
    if record.complete:
        raise SlackError("file_already_completed")
    if title:
        record.info["title"] = str(title)
    return record


def _shared_to(call: Call, name: str) -> Channel:
    call.args["channel"] = name
    channel = call.open_channel()
    if call.user.id not in channel.members:
        raise SlackError("not_in_channel")
    if why_closed(channel, call.user, in_thread=bool(call.text("thread_ts"))):
        raise SlackError("posting_to_channel_denied")
    return channel


def visible_file(call: Call, file_id: str) -> FileRecord:
    """A file that the caller may see. SlackError: file_not_found, file_deleted."""
    return file_seen_by(call.core, call.user.id, file_id)


def file_seen_by(core: Core, user: str, file_id: str) -> FileRecord:
    """A file that this user owns, that stands in a channel the user sees, or that was given to it in a form.
    SlackError: file_not_found, file_deleted."""
    if file_id in core.world.deleted_files:
        raise SlackError("file_deleted")
    record = core.world.files.get(file_id)
    if record is None or not record.complete:
        raise SlackError("file_not_found")
    channels = [core.world.channels[c] for c in record.channels if c in core.world.channels]
    if user not in {record.user, *record.given_to} and not any(core.can_see(c, user) for c in channels):
        raise SlackError("file_not_found")
    return record


@method("files.info", "files:read", "t4", needs="file")
def files_info(call: Call) -> Json:
    return {
        "file": visible_file(call, call.text("file")).info,
        "comments": [],
        "response_metadata": {"next_cursor": ""},
    }


@method("files.list", "files:read")
def files_list(call: Call) -> Json:
    if call.text("user"):
        call.person()
    found = []
    for record in call.core.world.files.values():
        fits_channel = not call.text("channel") or call.text("channel") in record.channels
        fits_user = not call.text("user") or call.text("user") == record.user
        if record.complete and fits_channel and fits_user:
            channels = [call.core.world.channels[c] for c in record.channels if c in call.core.world.channels]
            if record.user == call.user.id or any(call.core.can_see(c, call.user.id) for c in channels):
                found.append(record.info)
    count = max(1, call.number("count", 100))
    page = max(1, call.number("page", 1))
    pages = (len(found) + count - 1) // count
    paging = {"count": count, "total": len(found), "page": page, "pages": pages}
    return {"files": found[(page - 1) * count : page * count], "paging": paging}


@method("files.delete", "files:write", needs="file")
def files_delete(call: Call) -> Json:
    record = visible_file(call, call.text("file"))
    if record.user != call.user.id:
        raise SlackError("cant_delete_file")
    del call.core.world.files[record.id]
    call.core.world.deleted_files.add(record.id)
    return {}
