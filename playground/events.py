"""Which events the app gets, and the envelope they come in."""

from playground.core import MESSAGE_EVENTS, Core, Delivery
from playground.errors import Json
from playground.world import Channel, Installation

_SCOPES = {
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "app_mention": "app_mentions:read",
    "reaction_added": "reactions:read",
    "reaction_removed": "reactions:read",
    "channel_created": "channels:read",
    "channel_deleted": "channels:read",
    "channel_rename": "channels:read",
    "channel_archive": "channels:read",
    "channel_unarchive": "channels:read",
    "channel_left": "channels:read",
    "group_left": "groups:read",
    "user_change": "users:read",
    "team_join": "users:read",
    "subteam_created": "usergroups:read",
    "subteam_updated": "usergroups:read",
    "subteam_members_changed": "usergroups:read",
    "message_metadata_posted": "metadata.message:read",
    "message_metadata_updated": "metadata.message:read",
    "message_metadata_deleted": "metadata.message:read",
    "pin_added": "pins:read",
    "pin_removed": "pins:read",
    "file_shared": "files:read",
}

EVENTS = ("message", *_SCOPES)
"""Types of events that faults may name, besides those that the app subscribes to."""


def emit(core: Core, event: Json, *, channel: Channel | None = None, team: str = "", everywhere: bool = False) -> None:
    """Hand an event to the app, if it is subscribed, has the scope, and its bot is in the channel.

    ``everywhere``: an event about a channel that needs no membership (channel_created and its like).
    """
    core.activity.touch()
    kind = MESSAGE_EVENTS[channel.kind] if event["type"] == "message" and channel else event["type"]
    installation = _receiver(core, kind, None if everywhere else channel, team or (channel.team if channel else ""))
    if installation is None:
        return
    event.setdefault("event_ts", core.next_ts())
    delivery = Delivery(core.ids.next("Ev"), {})
    delivery.body = envelope(core, event, installation, channel, delivery.id)
    core.deliveries.append(delivery)
    core.deliver(delivery)


def emit_message(core: Core, event: Json, channel: Channel) -> None:
    """A ``message`` event of a channel: says which channel, and of which kind."""
    shown = {**event, "channel": channel.id, "channel_type": channel.kind}
    shown.setdefault("event_ts", event["ts"])
    emit(core, shown, channel=channel)


def _receiver(core: Core, kind: str, channel: Channel | None, team: str) -> Installation | None:
    if kind not in core.app.subscriptions:
        return None
    needed = _SCOPES.get(kind)
    if kind in ("member_joined_channel", "member_left_channel") and channel is not None:
        needed = "channels:read" if channel.kind == "channel" else "groups:read"
    for installation in core.world.installations.values():
        inside = channel is None and installation.team == team
        inside = inside or (channel is not None and installation.user in channel.members)
        dying = kind in ("app_uninstalled", "tokens_revoked")
        if inside and (installation.active or dying) and (needed is None or needed in installation.scopes):
            return installation
    return None


def envelope(core: Core, event: Json, to: Installation, channel: Channel | None, event_id: str) -> Json:
    """The outer body of the Events API (section 2 of the protocol notes)."""
    enterprise = core.world.teams[to.team].enterprise_id
    return {
        "token": core.app.verification_token,
        "team_id": to.team,
        "context_team_id": to.team,
        "context_enterprise_id": enterprise,
        "api_app_id": core.app.id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(float(event["event_ts"])),
        "authorizations": [
            {
                "enterprise_id": enterprise,
                "team_id": to.team,
                "user_id": to.user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": bool(channel and channel.is_ext_shared),
        "event_context": f"4-{event_id}",
    }
