"""users.* and usergroups.*"""

from playground.errors import Json, SlackError
from playground.events import emit
from playground.methods.registry import Call, method
from playground.render import profile_json, user_json, usergroup_json
from playground.world import User, Usergroup

_WRITE = "usergroups:write"
LONGEST_STATUS = 100


def _shown(call: Call, user: User, *, locale: bool = False) -> Json:
    email = call.has_scope("users:read.email")
    shown = user_json(user, call.core.now(), call.team, locale=locale, email=email)
    if enterprise := call.core.world.teams[user.team].enterprise_id:
        ranks = {key: shown[key] for key in ("is_admin", "is_owner")}
        names = {"id": user.id, "enterprise_id": enterprise, "enterprise_name": enterprise}
        shown["enterprise_user"] = {**names, **ranks, "teams": [user.team]}
    return shown


@method("users.info", "users:read", "t4", needs="user")
def users_info(call: Call) -> Json:
    return {"user": _shown(call, call.person(), locale=call.flag("include_locale"))}


@method("users.list", "users:read", "t2")
def users_list(call: Call) -> Json:
    mine = [u for u in call.core.world.users.values() if u.team == call.team]
    everyone = [_shown(call, u, locale=call.flag("include_locale")) for u in mine]
    # Without a limit Slack tries to give all of them, and warns that it may stop doing so.
    shown, more = call.page(everyone, default=max(1, len(mine)), most=1000 if call.args.get("limit") else len(mine))
    return {"members": shown, "cache_ts": call.core.seconds(), "response_metadata": more}


@method("users.lookupByEmail", "users:read.email", needs="email")
def lookup_by_email(call: Call) -> Json:
    wanted = call.text("email").lower()
    for user in call.core.world.users.values():
        if user.email.lower() == wanted and user.team == call.team and not user.deleted:
            return {"user": _shown(call, user)}
    raise SlackError("users_not_found")


@method("users.getPresence", "users:read")
def get_presence(call: Call) -> Json:
    user = call.person() if call.text("user") else call.user
    return {"presence": user.presence}


@method("users.profile.get", "users.profile:read users:read", "t4")
def profile_get(call: Call) -> Json:
    user = call.person() if call.text("user") else call.user
    return {"profile": profile_json(user, email=call.has_scope("users:read.email"))}


@method("users.profile.set", "users.profile:write", kinds="user")
def profile_set(call: Call) -> Json:
    user = call.person() if call.text("user") else call.user
    if user.id != call.user.id and not call.user.is_admin:
        raise SlackError("not_admin")
    if user.id != call.user.id and user.is_admin and not call.user.is_owner:
        raise SlackError("cannot_update_admin_user")
    given = call.json("profile", "invalid_profile")
    if given is None and call.text("name"):
        given = {call.text("name"): call.text("value")}
    if not isinstance(given, dict):
        raise SlackError("invalid_profile")
    if len(str(given.get("status_text") or "")) > LONGEST_STATUS:
        raise SlackError("too_long")
    for key in ("real_name", "display_name", "title", "status_text", "status_emoji"):
        if key in given:
            setattr(user, key, str(given[key]))
    touch_user(call, user)
    return {"username": user.name, "profile": profile_json(user)}


def touch_user(call: Call, user: User) -> None:
    user.updated = call.core.seconds()
    shown = user_json(user, call.core.now(), user.team, locale=True)
    emit(call.core, {"type": "user_change", "user": shown, "cache_ts": user.updated}, team=user.team)


# user groups


def _changing(call: Call) -> Usergroup:
    """The group that the call names, if the caller may change it."""
    call.need_admin("usergroups", "permission_denied")
    return _group(call)


def _group(call: Call) -> Usergroup:
    group = call.core.world.usergroups.get(call.text("usergroup"))
    if group is None or group.team != call.team:
        raise SlackError("no_such_subteam")
    return group


def _announce(call: Call, group: Usergroup, kind: str) -> None:
    group.date_update, group.updated_by = call.core.seconds(), call.user.id
    emit(call.core, {"type": kind, "subteam": usergroup_json(group, users=True)}, team=group.team)


@method("usergroups.list", "usergroups:read", "t2")
def usergroups_list(call: Call) -> Json:
    mine = [g for g in call.core.world.usergroups.values() if g.team == call.team]
    if not call.flag("include_disabled"):
        mine = [g for g in mine if not g.date_delete]
    return {"usergroups": [usergroup_json(g, users=call.flag("include_users")) for g in mine]}


@method("usergroups.users.list", "usergroups:read", "t2", needs="usergroup")
def usergroups_users(call: Call) -> Json:
    group = _group(call)
    if group.date_delete and not call.flag("include_disabled"):
        raise SlackError("no_such_subteam")
    return {"users": group.users}


def _check_group(call: Call, name: str, handle: str, but: Usergroup | None = None) -> None:
    """SlackError when another group has this name, or anything else this handle, or a channel is none."""
    world = call.core.world
    groups = [g for g in world.usergroups.values() if g.team == call.team and g is not but]
    taken = {u.name for u in world.users.values() if u.team == call.team} | {g.handle for g in groups}
    taken |= {c.name for c in world.channels.values() if c.team == call.team}
    if any(g.name == name for g in groups):
        raise SlackError("name_already_exists")
    if handle in taken:
        raise SlackError("handle_already_exists")
    if any(channel not in world.channels for channel in call.listing("channels")):
        raise SlackError("invalid_channel_provided")


@method("usergroups.create", _WRITE, "t2", needs="name")
def usergroups_create(call: Call) -> Json:
    call.need_admin("usergroups", "permission_denied")
    handle = call.text("handle") or call.text("name").lower().replace(" ", "-")
    _check_group(call, call.text("name"), handle)
    group = Usergroup(call.core.ids.named("S", handle), call.team, call.text("name"), handle)
    group.description, group.channels = call.text("description"), call.listing("channels")
    group.created_by, group.date_create = call.user.id, call.core.seconds()
    call.core.world.usergroups[group.id] = group
    _announce(call, group, "subteam_created")
    return {"usergroup": usergroup_json(group)}


@method("usergroups.update", _WRITE, "t2", needs="usergroup")
def usergroups_update(call: Call) -> Json:
    group = _changing(call)
    _check_group(call, call.text("name", group.name), call.text("handle", group.handle), group)
    for key in ("name", "handle", "description"):
        if key in call.args:
            setattr(group, key, call.text(key))
    if "channels" in call.args:
        group.channels = call.listing("channels")
    _announce(call, group, "subteam_updated")
    return {"usergroup": usergroup_json(group)}


@method("usergroups.users.update", _WRITE, "t2", needs="usergroup")
def usergroups_users_update(call: Call) -> Json:
    group = _changing(call)
    if not call.listing("users"):
        raise SlackError("no_users_provided")
    people = [user.id for user in call.people(error="invalid_users")]
    added, removed = [u for u in people if u not in group.users], [u for u in group.users if u not in people]
    before, group.users = group.date_update, people
    _announce(call, group, "subteam_updated")
    event = {
        "type": "subteam_members_changed",
        "subteam_id": group.id,
        "team_id": group.team,
        "date_previous_update": before,
        "date_update": group.date_update,
        "added_users": added,
        "added_users_count": len(added),
        "removed_users": removed,
        "removed_users_count": len(removed),
    }
    emit(call.core, event, team=group.team)
    return {"usergroup": usergroup_json(group, users=True)}


@method("usergroups.enable", _WRITE, "t2", needs="usergroup")
def usergroups_enable(call: Call) -> Json:
    group = _changing(call)
    group.date_delete = 0
    _announce(call, group, "subteam_updated")
    return {"usergroup": usergroup_json(group)}


@method("usergroups.disable", _WRITE, "t2", needs="usergroup")
def usergroups_disable(call: Call) -> Json:
    group = _changing(call)
    group.date_delete = call.core.seconds()
    _announce(call, group, "subteam_updated")
    return {"usergroup": usergroup_json(group)}
