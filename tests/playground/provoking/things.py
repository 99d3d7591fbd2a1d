"""files.*, views.*, reactions.*, pins.*, bookmarks.*, and api.test"""

from playground import Playground
from playground.errors import ANY, Json
from playground.views import close_all, open_modal, publish_home, push_modal
from playground.world import Message, View
from tests.playground.provoking.ways import (
    BOT,
    MARIA,
    NOTHING,
    PAGES,
    RANDOM,
    SUPPORT,
    TEAM,
    TOM,
    Step,
    Ways,
    archived,
    ask,
    called,
    on,
    room,
    said,
    ways,
    with_app,
    with_room,
)
from tests.playground.test_playground_interactions import FORM

HOME: Json = {"type": "home", "blocks": []}
SECTIONS = [{"type": "section", "text": {"type": "plain_text", "text": "x" * 3000}}] * 90


# files


async def uploaded(slack: Playground) -> list[Json]:
    """A file whose bytes have come."""
    made = await called(slack, "files.getUploadURLExternal", filename="a.txt", length=1)
    slack.core.world.files[made["file_id"]].uploaded = True
    return [{"id": made["file_id"]}]


async def completed(slack: Playground) -> list[Json]:
    files = await uploaded(slack)
    await called(slack, "files.completeUploadExternal", files=files)
    return files


async def deleted(slack: Playground) -> str:
    """The id of a file that is gone."""
    file_id: str = (await completed(slack))[0]["id"]
    await called(slack, "files.delete", file=file_id)
    return file_id


def toms_file(slack: Playground) -> str:
    slack.engine.say(channel=SUPPORT, user="@tom", files=[{"name": "a.txt"}])
    return next(iter(slack.core.world.files))


# views


def trigger(slack: Playground) -> str:
    return slack.core.new_trigger(slack.core.user("@maria"))


def modal(slack: Playground, user: str = MARIA, **more: str) -> View:
    return open_modal(slack.core, user, TEAM, {**FORM, **more})


def view_id(slack: Playground) -> str:
    return modal(slack).id


def trigger_in_modal(slack: Playground) -> str:
    return slack.core.new_trigger(slack.core.user("@maria"), view_id(slack))


def let_triggers_expire(slack: Playground) -> None:
    for made in slack.core.triggers.values():
        made.made -= 3.1


def use_triggers(slack: Playground) -> None:
    for made in slack.core.triggers.values():
        made.used = True


def toms_modal(slack: Playground) -> None:
    """It has the external_id that another view is to have."""
    modal(slack, TOM, external_id="e")


def stack_up(slack: Playground) -> None:
    for _ in range(2):
        push_modal(slack.core, MARIA, TEAM, FORM)


def close_modals(slack: Playground) -> None:
    close_all(slack.core, MARIA)


def publish(slack: Playground) -> None:
    publish_home(slack.core, slack.core.user("@tom"), HOME)


TRIGGERS = ways(
    {},
    invalid_trigger_id=ask(trigger_id="1.2.x"),
    expired_trigger_id=ask(let_triggers_expire),
    exchanged_trigger_id=ask(use_triggers),
)
VIEW = ways(
    {"view": FORM},
    view_too_large=ask(view={**FORM, "blocks": SECTIONS}),
    duplicate_external_id=ask(toms_modal, view={**FORM, "external_id": "e"}),
)


# messages


def newest(slack: Playground) -> Message:
    return room(slack).messages[room(slack).order[-1]]


def react_to_the_last(number: int, user: str) -> Step:
    def step(slack: Playground) -> None:
        newest(slack).reactions = {f"e{n}": [user] for n in range(number)}

    return step


def pin_everything(slack: Playground) -> None:
    room(slack).pins = {ts: {} for ts in room(slack).order}


def pin_much(slack: Playground) -> None:
    room(slack).pins = {f"1.{number}": {} for number in range(100)}


def bookmark_much(slack: Playground) -> None:
    room(slack).bookmarks = {f"Bk{number}": {} for number in range(100)}


def joined(slack: Playground) -> str:
    """The ts of Slack's line about somebody who came."""
    slack.engine.join(channel=SUPPORT, user="@ravi")
    return newest(slack).ts


async def bookmark(slack: Playground) -> str:
    link = {"channel_id": SUPPORT, "title": "A", "type": "link", "link": "https://a.example"}
    key: str = (await called(slack, "bookmarks.add", **link))["bookmark"]["id"]
    return key


ITEM = ways(
    {"channel": SUPPORT, "timestamp": said()},
    channel_not_found=ask(channel="C404"),
    message_not_found=ask(timestamp="1.1"),
    no_item_specified=ask(timestamp=None),
    bad_timestamp=ask(timestamp="soon"),
)
ELSEWHERE = ways({"channel": RANDOM}, not_in_channel=ask(timestamp=said(channel=RANDOM)))
OPEN_ITEM = ITEM | ways({"channel": SUPPORT, "timestamp": said()}, is_archived=ask(archived))
EYES = {"channel": SUPPORT, "timestamp": said(), "name": "eyes"}
MARK = {"channel_id": SUPPORT}
LINK = {**MARK, "title": "A", "type": "link", "link": "https://a.example"}
MARKS = ways(MARK, channel_not_found=ask(channel_id="C404"), is_archived=ask(archived), not_found=ask())
LINKS = ways(LINK, invalid_link=ask(link="a.example"), invalid_emoji=ask(emoji=":NO:"))

THINGS: dict[str, Ways] = {
    "api.test": {ANY: ask(error=ANY)},
    "files.getUploadURLExternal": ways(
        {"filename": "a.txt", "length": 5},
        missing_argument=ask(length=0),
        file_upload_size_restricted=ask(length=1_000_000_001),
        alt_txt_too_large=ask(alt_txt="x" * 1001),
    ),
    "files.completeUploadExternal": ways(
        {"files": uploaded, "channel_id": SUPPORT},
        channel_not_found=ask(channel_id="C404"),
        not_in_channel=ask(channel_id=RANDOM),
        is_archived=ask(archived),
        posting_to_channel_denied=ask(with_room(is_read_only=True)),
        file_not_found=ask(files=[{"id": "F404"}]),
        file_already_completed=ask(files=completed),
        channels_limit_exceeded=ask(channels=",".join(f"C{number}" for number in range(101))),
        invalid_blocks=ask(blocks=[NOTHING]),
        thread_not_found=ask(thread_ts="1.1"),
    ),
    "files.info": ways({}, file_not_found=ask(file="F404"), file_deleted=ask(file=deleted)),
    "files.list": ways({}, user_not_found=ask(user="U404"), invalid_arguments=ask(count="some")),
    "files.delete": ways(
        {},
        file_not_found=ask(file="F404"),
        file_deleted=ask(file=deleted),
        cant_delete_file=ask(file=toms_file),
    ),
    "views.open": on({"trigger_id": trigger, "view": FORM}, TRIGGERS | VIEW),
    "views.push": on({"trigger_id": trigger_in_modal, "view": FORM}, TRIGGERS | VIEW)
    | ways(
        {"trigger_id": trigger_in_modal, "view": FORM},
        push_limit_reached=ask(stack_up),
        not_found=ask(close_modals),
    ),
    "views.update": on({"view_id": view_id}, VIEW)
    | ways({"view_id": view_id, "view": FORM}, hash_conflict=ask(hash="old"), not_found=ask(view_id="V404")),
    "views.publish": ways(
        {"user_id": TOM, "view": HOME},
        view_too_large=ask(view={**HOME, "blocks": SECTIONS}),
        duplicate_external_id=ask(toms_modal, view={**HOME, "external_id": "e"}),
        hash_conflict=ask(publish, hash="old"),
        not_enabled=ask(with_app(home_tab=False)),
    ),
    "reactions.add": on({"name": "eyes"}, OPEN_ITEM | ELSEWHERE)
    | ways(
        EYES,
        invalid_name=ask(name="EYES"),
        already_reacted=ask(lambda slack: vars(newest(slack)).update(reactions={"eyes": [BOT]})),
        too_many_reactions=ask(react_to_the_last(23, BOT)),
        too_many_emoji=ask(react_to_the_last(50, TOM)),
    ),
    "reactions.remove": on({"name": "eyes"}, OPEN_ITEM | ELSEWHERE)
    | ways(EYES, invalid_name=ask(name="EYES"), no_reaction=ask()),
    "reactions.get": ITEM | ways({"timestamp": "1.1"}, invalid_arguments=ask(channel={"a": 1})),
    "reactions.list": PAGES | ways({}, user_not_found=ask(user="U404"), invalid_arguments=ask(user={})),
    "pins.add": OPEN_ITEM
    | ELSEWHERE
    | ways(
        {"channel": SUPPORT, "timestamp": said()},
        already_pinned=ask(pin_everything),
        not_pinnable=ask(timestamp=joined),
        too_many_pins=ask(pin_much),
    ),
    "pins.remove": OPEN_ITEM | ways({"channel": SUPPORT, "timestamp": said()}, no_pin=ask()),
    "pins.list": ways({}, channel_not_found=ask(channel="C404"), not_in_channel=ask(channel=RANDOM)),
    "bookmarks.list": ways({}, channel_not_found=ask(channel_id="C404")),
    "bookmarks.remove": on({"bookmark_id": "Bk404"}, MARKS),
    "bookmarks.edit": on({"bookmark_id": "Bk404"}, MARKS) | on({"bookmark_id": bookmark}, LINKS),
    "bookmarks.add": LINKS
    | ways(
        LINK,
        channel_not_found=ask(channel_id="C404"),
        is_archived=ask(archived),
        invalid_bookmark_type=ask(type="folder"),
        too_many_bookmarks=ask(bookmark_much),
    ),
}
