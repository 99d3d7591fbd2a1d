"""What can go wrong, in Slack's words and in ours; below, each method's errors."""

import logging
from typing import Any

from playground.words import words

log = logging.getLogger(__name__)

Json = dict[str, Any]
"""A JSON object, as it travels. Slack's shapes are open, so they stay dicts inside the playground."""


class SlackError(Exception):
    """A Web API call that Slack refuses: answered as ``{"ok": false, "error": code, **more}``."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more

    def body(self) -> Json:
        return {"ok": False, "error": self.code, **self.more}


class TooFast(Exception):
    """A call that comes too soon: answered 429, to be repeated after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def check_listed(whose: str, listed: frozenset[str], error: SlackError) -> None:
    """Complain in the log, which fails any test, when a refusal is not in the tables below."""
    if error.code not in listed and ANY not in listed:
        log.error("%s answers %s: list it in playground/errors.py, and provoke it in a test", whose, error.code)


def invalid_arguments(*messages: str) -> SlackError:
    """Slack's answer to a call whose arguments have the wrong form."""
    return SlackError("invalid_arguments", response_metadata={"messages": [f"[ERROR] {m}" for m in messages]})


class ControlError(Exception):
    """A control call that cannot be done; ``remedy`` says what to send instead."""

    def __init__(self, error: str, remedy: str) -> None:
        super().__init__(f"{error}: {remedy}")
        self.error = error
        self.remedy = remedy

    def body(self) -> Json:
        return {"ok": False, "error": self.error, "remedy": self.remedy}


def as_control(error: SlackError) -> ControlError:
    """What Slack would refuse, as a control call refuses it: the word, and what Slack says about it."""
    told = error.more.get("response_metadata", {}).get("messages", [])
    return ControlError(error.code, "; ".join(told) or "Slack refuses this as well: send what its Web API would take")


# What is served. Names are those of Slack's documentation of that method. A question mark follows those that it does
# not list there: names that apps were seen to get, names of a neighbouring method, or our guesses.

ANY = "*"
"""Stands for whatever word the call asks for."""

COMMON = frozenset(words("ratelimited invalid_arg_name invalid_array_arg internal_error fatal_error"))
"""Every method answers these; the last two, as any other word of Slack's, when a fault orders them."""

UNREADABLE = frozenset(
    words("invalid_json json_not_object invalid_form_data invalid_post_type missing_post_type invalid_charset")
)
"""What is answered to a body that can't be read, before anybody looks for a method."""

NO_METHOD = frozenset(words("unknown_method method_deprecated"))
"""Of methods that are not here, and of those that Slack has retired."""

TOKEN = frozenset(words("invalid_auth account_inactive token_revoked token_expired"))
"""Of every method, when a token is sent. Moreover: ``not_authed`` of those that need one, ``not_allowed_token_type`` of
those that are for some kinds of it, ``missing_scope`` of those with a scope (registry.all_errors)."""

_TEXTS = "no_text msg_too_long markdown_text_conflict invalid_blocks invalid_blocks_format too_many_attachments "
_METADATA = "invalid_metadata_format metadata_too_large "
_CLOSED_ROOMS = (
    "restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel "
    "restricted_action_non_threadable_channel "
)
_CLOSED_ROOMS_TOO = _CLOSED_ROOMS.replace("_channel", "_channel?")
_PLACE = "channel_not_found not_in_channel is_archived "
_DM = "messages_tab_disabled cannot_dm_bot? "
_PAGED = "invalid_cursor invalid_limit "
_PAGED_TOO = "invalid_cursor invalid_limit? "
_ITEM = "channel_not_found message_not_found no_item_specified bad_timestamp "
_ROOM_NAME = "name_taken invalid_name_required invalid_name_maxlength invalid_name_specials invalid_name_punctuation "
_READ = "channel_not_found invalid_ts_oldest invalid_ts_latest " + _PAGED_TOO
_MANAGED = "channel_not_found method_not_supported_for_channel_type "
_VIEW = "duplicate_external_id view_too_large "
_TRIGGER = "invalid_trigger_id expired_trigger_id exchanged_trigger_id "
_CLIENT = "invalid_client_id bad_client_secret "

_STREAM = "channel_not_found is_archived invalid_chunks msg_too_long? invalid_blocks msg_blocks_too_long "
_GROWING = _STREAM + (
    "invalid_blocks_format? msg_blocks_too_many cannot_provide_both_markdown_text_and_chunks streaming_mode_mismatch "
    "message_not_found message_not_owned_by_app message_not_in_streaming_state "
)
_ASSISTANT = "channel_not_found not_in_channel? invalid_thread_ts "

_TABLE = {
    "api.test": ANY,
    "apps.connections.open": "",
    "apps.event.authorizations.list": "invalid_event_context " + _PAGED_TOO,
    "apps.uninstall": _CLIENT + "client_id_token_mismatch",
    "assistant.threads.setStatus": _ASSISTANT,
    "assistant.threads.setSuggestedPrompts": _ASSISTANT,
    "assistant.threads.setTitle": _ASSISTANT,
    "auth.revoke": "",
    "auth.teams.list": "invalid_arguments " + _PAGED_TOO,
    "auth.test": "",
    "bookmarks.add": "channel_not_found is_archived? invalid_bookmark_type invalid_link invalid_emoji "
    "too_many_bookmarks",
    "bookmarks.edit": "channel_not_found is_archived? not_found invalid_link invalid_emoji",
    "bookmarks.list": "channel_not_found",
    "bookmarks.remove": "channel_not_found is_archived? not_found",
    "bots.info": "bot_not_found invalid_arguments",
    "chat.appendStream": _GROWING + "no_text",
    "chat.delete": "channel_not_found message_not_found cant_delete_message",
    "chat.deleteScheduledMessage": "invalid_scheduled_message_id channel_not_found",
    "chat.getPermalink": "channel_not_found message_not_found",
    "chat.meMessage": _PLACE + "no_text msg_too_long cannot_reply_to_message? messages_tab_disabled? "
    "cannot_dm_bot? " + _CLOSED_ROOMS_TOO.replace("action ", "action? "),
    "chat.postEphemeral": _PLACE
    + _TEXTS
    + "invalid_attachments msg_blocks_too_long? "
    + _CLOSED_ROOMS_TOO
    + "cannot_reply_to_message user_not_in_channel "
    "messages_tab_disabled user_not_found? invalid_metadata_format? metadata_too_large?",
    "chat.postMessage": _PLACE
    + _TEXTS.replace("msg_too_long", "msg_too_long?")
    + "invalid_attachments? msg_blocks_too_long "
    + _METADATA
    + _CLOSED_ROOMS
    + _DM
    + "cannot_reply_to_message",
    "chat.scheduleMessage": _PLACE
    + _TEXTS
    + "invalid_attachments? msg_blocks_too_long? "
    + _METADATA
    + _CLOSED_ROOMS
    + _DM.replace("disabled", "disabled?")
    + "cannot_reply_to_message? "
    "time_in_past time_too_far invalid_time restricted_too_many",
    "chat.scheduledMessages.list": "invalid_channel invalid_arguments " + _PAGED_TOO,
    "chat.startStream": _STREAM + "invalid_blocks_format msg_blocks_too_many not_in_channel cannot_dm_bot? "
    "cannot_provide_both_markdown_text_and_chunks? missing_recipient_team_id missing_recipient_user_id user_not_found "
    "invalid_thread_ts? messages_tab_disabled " + _CLOSED_ROOMS.replace("restricted_action_thread_only_channel ", ""),
    "chat.stopStream": _GROWING + "invalid_metadata_format metadata_too_large",
    "chat.unfurl": "missing_channel missing_ts missing_unfurls cannot_find_channel cannot_find_message "
    "invalid_unfurls_format cannot_parse_attachment cannot_unfurl_message invalid_arguments",
    "chat.update": _TEXTS
    + "invalid_attachments msg_blocks_too_long? "
    + _METADATA
    + "channel_not_found is_inactive message_not_found cant_update_message "
    "edit_window_closed streaming_state_conflict",
    "conversations.archive": _MANAGED + "restricted_action already_archived cant_archive_general not_in_channel",
    "conversations.close": _MANAGED,
    "conversations.create": _ROOM_NAME + "restricted_action invalid_arguments",
    "conversations.history": _READ + "not_in_channel",
    "conversations.info": "channel_not_found",
    "conversations.invite": _MANAGED + "is_archived not_in_channel user_not_found no_user already_in_channel "
    "cant_invite_self cant_invite ura_max_channels",
    "conversations.join": _MANAGED + "is_archived",
    "conversations.kick": _MANAGED + "is_archived? not_in_channel user_not_found no_user cant_kick_self "
    "cant_kick_from_general restricted_action",
    "conversations.leave": _MANAGED + "is_archived cant_leave_general last_member",
    "conversations.list": "invalid_types invalid_arguments " + _PAGED,
    "conversations.mark": "channel_not_found not_in_channel invalid_timestamp",
    "conversations.members": "channel_not_found " + _PAGED,
    "conversations.open": _MANAGED + "user_not_found users_list_not_supplied too_many_users user_disabled "
    "cannot_dm_bot? invalid_arguments",
    "conversations.rename": _MANAGED + _ROOM_NAME + "is_archived not_in_channel not_authorized",
    "conversations.replies": _READ + "thread_not_found not_in_channel?",
    "conversations.setPurpose": _MANAGED + "is_archived not_in_channel too_long",
    "conversations.setTopic": _MANAGED + "is_archived not_in_channel too_long",
    "conversations.unarchive": _MANAGED + "not_archived",
    "dnd.info": "user_not_found invalid_arguments",
    "dnd.teamInfo": "no_users_provided user_not_found? invalid_arguments",
    "emoji.list": "",
    "files.completeUploadExternal": "channel_not_found not_in_channel is_archived? posting_to_channel_denied "
    "file_not_found file_already_completed? channels_limit_exceeded invalid_blocks thread_not_found?",
    "files.delete": "file_not_found file_deleted cant_delete_file",
    "files.getUploadURLExternal": "missing_argument file_upload_size_restricted alt_txt_too_large",
    "files.info": "file_not_found file_deleted",
    "files.list": "user_not_found invalid_arguments",
    "oauth.v2.access": _CLIENT + "invalid_code bad_redirect_uri invalid_grant_type invalid_refresh_token "
    "invalid_arguments",
    "oauth.v2.exchange": _CLIENT + "invalid_token token_already_exchanged",
    "pins.add": _ITEM + "is_archived? not_in_channel already_pinned not_pinnable too_many_pins",
    "pins.list": "channel_not_found not_in_channel?",
    "pins.remove": _ITEM + "is_archived? no_pin",
    "reactions.add": _ITEM
    + "not_in_channel? is_archived invalid_name already_reacted too_many_reactions too_many_emoji",
    "reactions.get": _ITEM + "invalid_arguments",
    "reactions.list": "user_not_found invalid_arguments " + _PAGED_TOO.replace("invalid_cursor", "invalid_cursor?"),
    "reactions.remove": _ITEM + "not_in_channel? is_archived? invalid_name no_reaction",
    "team.info": "team_not_found invalid_arguments",
    "usergroups.create": "permission_denied name_already_exists handle_already_exists invalid_channel_provided",
    "usergroups.disable": "permission_denied no_such_subteam?",
    "usergroups.enable": "permission_denied no_such_subteam?",
    "usergroups.list": "",
    "usergroups.update": "permission_denied no_such_subteam? name_already_exists? handle_already_exists? "
    "invalid_channel_provided?",
    "usergroups.users.list": "no_such_subteam",
    "usergroups.users.update": "permission_denied no_such_subteam? no_users_provided invalid_users",
    "users.conversations": "invalid_types user_not_found? invalid_arguments " + _PAGED,
    "users.getPresence": "user_not_found? invalid_arguments",
    "users.info": "user_not_found",
    "users.list": "invalid_arguments " + _PAGED_TOO,
    "users.lookupByEmail": "users_not_found",
    "users.profile.get": "user_not_found invalid_arguments",
    "users.profile.set": "user_not_found? invalid_profile not_admin cannot_update_admin_user too_long "
    "invalid_arguments",
    "users.setPresence": "",
    "views.open": _TRIGGER + _VIEW,
    "views.publish": _VIEW + "hash_conflict not_enabled",
    "views.push": _TRIGGER + _VIEW + "push_limit_reached not_found",
    "views.update": _VIEW + "hash_conflict not_found",
}

SERVED = {method: frozenset(word.rstrip("?") for word in words(errors)) for method, errors in _TABLE.items()}
"""What each method answers besides COMMON, TOKEN and what follows from its scopes. ``invalid_arguments`` is also served
by all methods with arguments that must be there."""

RESPONSE_URL = frozenset(
    words(
        "expired_url used_url no_text invalid_arguments channel_not_found message_not_found thread_not_found "
        "invalid_blocks invalid_blocks_format msg_blocks_too_long invalid_attachments too_many_attachments "
        "invalid_metadata_format metadata_too_large"
    )
)
"""Of response URLs. Slack documents none of them; expired_url, used_url and no_text are known from apps. Moreover 429
for too many posts, and ``invalid_payload``, in plain text, for what is no JSON object."""

WEBHOOK = frozenset(
    words(
        "no_team no_service channel_not_found channel_is_archived action_prohibited rate_limited invalid_payload "
        "no_text invalid_arguments invalid_blocks invalid_blocks_format msg_blocks_too_long invalid_attachments "
        "too_many_attachments invalid_metadata_format metadata_too_large"
    )
)
"""Of incoming webhooks, in plain text. Slack documents the first eight; the rest are those of messages."""
