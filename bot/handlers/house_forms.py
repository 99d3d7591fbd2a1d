"""Forms of `/ours setup` and of a department: each function does what its form asks for, and says what was done."""

from __future__ import annotations

from bot.clock import is_zone
from bot.database import Scope
from bot.handlers.submissions import DigestOverheard, DigestUnheard, Submission, ZoneUnknown
from bot.ledger import (
    departments,
    mention_marks,
    people,
    tags,
    views,
    visibility,
    workspaces,
)
from bot.messages import actions as act


def setup(scope: Scope, sent: Submission) -> str:
    """Only inputs that the form showed are changed."""
    may_set_channel = bool(sent.about) and views.setup(scope, sent.user_id, sent.about).channel_id == sent.about
    if act.INPUT_CHANNEL_MODE in sent.values and may_set_channel:
        people.set_channel(scope, sent.about, _channel_choices(sent), sent.user_id)
    if act.INPUT_OWN_PROMISES in sent.values:
        people.set_promise_reading(scope, sent.user_id, sent.is_on(act.INPUT_OWN_PROMISES))
    if act.INPUT_OWN_SHARES in sent.values:
        people.set_share_offers(scope, sent.user_id, sent.is_on(act.INPUT_OWN_SHARES))
    if act.INPUT_ZONE in sent.values and views.setup(scope, sent.user_id, sent.about).may_set_workspace:
        zone = sent.text(act.INPUT_ZONE) or "UTC"
        if not is_zone(zone):
            raise ZoneUnknown(zone=zone[:40])
        workspaces.choose_zone(scope, zone, sent.user_id)
        if act.INPUT_GUIDELINES in sent.values:
            workspaces.choose_guidelines(scope, sent.text(act.INPUT_GUIDELINES), sent.user_id)
        if act.INPUT_MENTION_EMOJI in sent.values:
            mention_marks.choose(scope, sent.text(act.INPUT_MENTION_EMOJI), sent.user_id)
        _check_digest_channel(scope, sent.digest_channel)
        workspaces.choose_digest_channel(scope, sent.digest_channel, sent.user_id)
    return "Saved. `/ours setup` changes it at any time."


def _channel_choices(sent: Submission) -> people.ChannelChoices:
    return people.ChannelChoices(
        mode=sent.option(act.INPUT_CHANNEL_MODE),  # type: ignore[arg-type]  # the form has no other options
        promises=sent.is_on(act.INPUT_CHANNEL_PROMISES),
        reminders=sent.is_on(act.INPUT_CHANNEL_REMINDERS),
        intake=sent.is_on(act.INPUT_CHANNEL_INTAKE),
    )


def arrange(scope: Scope, sent: Submission) -> str:
    """A department's head, rota, channel and group; where the form showed no groups, the group stays."""
    department = departments.get(scope, sent.about)
    is_asked = act.INPUT_GROUP in sent.values
    wanted = departments.Arrangement(
        head_id=sent.person(act.INPUT_HEAD) or None,
        rota=tuple(sent.people(act.INPUT_DUTY)),
        channel_id=sent.channel(act.INPUT_CHANNEL_OF),
        group_id=(sent.option(act.INPUT_GROUP) or None) if is_asked else department.group_id,
    )
    departments.arrange(scope, department.id, wanted, sent.user_id)
    tags.department_changed(scope, department.id)
    return f"Saved. `/ours departments {department.key}` changes it at any time."


def _check_digest_channel(scope: Scope, channel_id: str | None) -> None:
    if channel_id is None or channel_id == workspaces.get(scope).digest_channel_id:
        return
    if not people.is_in_channel(scope, channel_id):
        raise DigestUnheard
    if visibility.has_outsiders(scope, channel_id):
        raise DigestOverheard
