"""Methods that Slack has and this playground has not. Tokens that Slack would refuse are refused as Slack does; anyone
else hears ``unknown_method``, and that it is the playground's lack. What Slack has retired says ``method_deprecated``.
"""

from playground.errors import COMMON, TOKEN, Json, SlackError
from playground.methods.registry import Call, Handler, Method
from playground.words import words

FOR_PEOPLE = {
    "search:read": "search.all search.files search.messages",
    "stars:read": "stars.list",
    "stars:write": "stars.add stars.remove",
    "reminders:read": "reminders.info reminders.list",
    "reminders:write": "reminders.add reminders.complete reminders.delete",
    "dnd:write": "dnd.endDnd dnd.endSnooze dnd.setSnooze",
    "identity.basic": "users.identity",
    "users.profile:read": "team.profile.get",
    "users.profile:write": "users.deletePhoto users.setPhoto",
    "files:write": "files.revokePublicURL files.sharedPublicURL",
    "admin": "team.accessLogs team.billableInfo team.integrationLogs",
}
"""Methods that take a person's token only, by the scope that they need."""

FOR_ALL = {
    "calls:read": "calls.info",
    "calls:write": "calls.add calls.end calls.participants.add calls.participants.remove calls.update",
    "canvases:read": "canvases.sections.lookup",
    "canvases:write": "canvases.access.delete canvases.access.set canvases.create canvases.delete canvases.edit "
    "conversations.canvases.create",
    "conversations.connect:read": "conversations.listConnectInvites",
    "conversations.connect:write": "conversations.acceptSharedInvite conversations.inviteShared",
    "conversations.connect:manage": "conversations.approveSharedInvite conversations.declineSharedInvite",
    "remote_files:read": "files.remote.info files.remote.list",
    "remote_files:share": "files.remote.share",
    "remote_files:write": "files.remote.add files.remote.remove files.remote.update",
    "lists:read": "slackLists.items.info slackLists.items.list",
    "lists:write": "slackLists.create slackLists.items.create slackLists.items.delete slackLists.items.update "
    "slackLists.update",
    "": "dialog.open entity.presentDetails functions.completeError functions.completeSuccess migration.exchange",
}

RETIRED = (
    "files.upload rtm.start oauth.access channels.create channels.history channels.info channels.invite channels.join "
    "channels.list groups.history groups.list groups.open im.history im.list im.open mpim.list mpim.open"
)


def _lacking(call: Call) -> Json:
    told = f"[ERROR] Slack has {call.method}, this playground has not: playground/README.md lists what it lacks"
    raise SlackError("unknown_method", req_method=call.method, response_metadata={"messages": [told]})


def _retired(call: Call) -> Json:
    raise SlackError("method_deprecated")


def _entry(name: str, scope: str, kinds: str, handler: Handler) -> Method:
    errors = COMMON | TOKEN | {"not_authed", "not_allowed_token_type", "missing_scope"}
    said = {"method_deprecated"} if handler is _retired else {"unknown_method"}
    return Method(name, handler, tuple(words(scope)), "t2", tuple(words(kinds)), (), errors | said)


ABSENT: dict[str, Method] = {
    name: _entry(name, scope, kinds, _lacking)
    for kinds, listed in (("user", FOR_PEOPLE), ("bot user", FOR_ALL))
    for scope, names in listed.items()
    for name in words(names)
} | {name: _entry(name, "", "none bot user", _retired) for name in words(RETIRED)}
"""Entries as METHODS has them."""
