"""conversations.* and users.conversations"""

from playground import Playground
from tests.playground.provoking.ways import (
    BOT,
    DEALS,
    GENERAL,
    GUS,
    PAGES,
    RANDOM,
    RAVI,
    SUPPORT,
    TOM,
    Ways,
    archived,
    ask,
    direct,
    on,
    said,
    ways,
    with_room,
    with_team,
    with_user,
)

HERE = {"channel": SUPPORT}
NOT_FOUND = ways(HERE, channel_not_found=ask(channel="C404"))
MANAGED = NOT_FOUND | ways(
    HERE,
    method_not_supported_for_channel_type=ask(channel=direct),
    not_in_channel=ask(channel=RANDOM),
)
OPEN = ways(HERE, is_archived=ask(archived))
NAMES = ways(
    {},
    name_taken=ask(name="random"),
    invalid_name_required=ask(name="#"),
    invalid_name_maxlength=ask(name="x" * 81),
    invalid_name_specials=ask(name="Bad Name"),
    invalid_name_punctuation=ask(name="--__"),
)
READ = (
    NOT_FOUND
    | on(HERE, PAGES)
    | ways(
        HERE,
        invalid_ts_oldest=ask(oldest="nan"),
        invalid_ts_latest=ask(latest="soon"),
        not_in_channel=ask(channel=RANDOM),
    )
)
NOT_FOR_ALL = ways({**HERE, "name": "helpdesk"}, restricted_action=ask(with_team(admins_only=["channels"])))
LIST = PAGES | ways({}, invalid_types=ask(types="forum"), invalid_arguments=ask(limit="some"))
TEXT = MANAGED | OPEN


def without(each: Ways, *errors: str) -> Ways:
    return {error: way for error, way in each.items() if error not in errors}


def leave_alone(slack: Playground) -> None:
    """The app is the last one in #deals."""
    with_room(DEALS, members=[BOT])(slack)


ROOMS: dict[str, Ways] = {
    "conversations.list": LIST,
    "users.conversations": LIST | ways({}, user_not_found=ask(user="U404")),
    "conversations.info": NOT_FOUND,
    "conversations.members": NOT_FOUND | on(HERE, PAGES),
    "conversations.history": READ,
    "conversations.replies": on({"ts": said()}, READ) | ways(HERE, thread_not_found=ask(ts="1.1")),
    "conversations.mark": ways(
        {**HERE, "ts": said()},
        channel_not_found=ask(channel="C404"),
        not_in_channel=ask(channel=RANDOM),
        invalid_timestamp=ask(ts="soon"),
    ),
    "conversations.open": ways(
        {},
        channel_not_found=ask(channel="C404"),
        method_not_supported_for_channel_type=ask(channel=SUPPORT),
        user_not_found=ask(users="U404"),
        users_list_not_supplied=ask(),
        too_many_users=ask(users=",".join([TOM] * 9)),
        user_disabled=ask(with_user("@tom", deleted=True), users=TOM),
        cannot_dm_bot=ask(users="USLACKBOT"),
        invalid_arguments=ask(channel={}),
    ),
    "conversations.close": ways(
        {},
        channel_not_found=ask(channel="C404"),
        method_not_supported_for_channel_type=ask(channel=SUPPORT),
    ),
    "conversations.create": NAMES | NOT_FOR_ALL | ways({}, invalid_arguments=ask(name={})),
    "conversations.rename": on({"name": "helpdesk"}, MANAGED | OPEN)
    | {error: ask(by="@maria", channel=SUPPORT, **way.args) for error, way in NAMES.items()}
    | ways(HERE, not_authorized=ask(name="helpdesk")),
    "conversations.archive": MANAGED
    | NOT_FOR_ALL
    | ways(HERE, already_archived=ask(archived), cant_archive_general=ask(channel=GENERAL)),
    "conversations.unarchive": without(MANAGED, "not_in_channel") | ways(HERE, not_archived=ask()),
    "conversations.join": NOT_FOUND
    | ways(
        {"channel": RANDOM},
        method_not_supported_for_channel_type=ask(channel=DEALS),
        is_archived=ask(with_room(RANDOM, is_archived=True)),
    ),
    "conversations.leave": without(MANAGED, "not_in_channel")
    | OPEN
    | ways({}, cant_leave_general=ask(channel=GENERAL), last_member=ask(leave_alone, channel=DEALS)),
    "conversations.invite": on({"users": RAVI}, MANAGED | OPEN)
    | ways(
        HERE,
        no_user=ask(),
        user_not_found=ask(users="U404"),
        already_in_channel=ask(users=TOM),
        cant_invite_self=ask(users=BOT),
        cant_invite=ask(with_user("@ravi", deleted=True), users=RAVI),
        ura_max_channels=ask(with_user("@gus", is_ultra_restricted=True), users=GUS),
    ),
    "conversations.kick": on({"user": TOM}, MANAGED | OPEN | NOT_FOR_ALL)
    | ways(
        HERE,
        no_user=ask(),
        user_not_found=ask(user="U404"),
        cant_kick_self=ask(user=BOT),
        cant_kick_from_general=ask(channel=GENERAL, user=TOM),
    ),
    "conversations.setTopic": on({"topic": "x"}, TEXT) | ways(HERE, too_long=ask(topic="x" * 251)),
    "conversations.setPurpose": on({"purpose": "x"}, TEXT) | ways(HERE, too_long=ask(purpose="x" * 251)),
}
