"""Nobody is shown more than they could open in Slack.

An audience is a person (who sees open channels and those they are in; a guest only the latter) or a channel (whose
members see open channels and that channel itself). Everything that shows mentions asks here first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select
from sqlalchemy.orm import aliased

from bot.database import Scope
from bot.ledger import people
from bot.models import Channel, Membership, Teammate
from bot.statements import chunks, prepared


@dataclass(frozen=True, slots=True)
class Audience:
    """Who will read: one person, or all who are in one channel. `hidden` channels are left out in any case."""

    user_id: str | None = None
    channel_id: str | None = None
    hidden: frozenset[str] = frozenset()
    _shapes: list[Shape] = field(default_factory=list, compare=False, repr=False)

    def shape(self, scope: Scope) -> Shape:
        """What kind of audience it is. Asked once: whoever reads something reads it as one."""
        if not self._shapes:
            kind: Kind = "person" if self.user_id is not None else "nobody" if self.channel_id is None else "channel"
            self._shapes.append(Shape(kind, _sees_open(scope, self), bool(self.hidden)))
        return self._shapes[0]

    @property
    def values(self) -> tuple[str, list[str]]:
        """Who it is, and what is hidden: the values for a condition of its shape."""
        return self.user_id or self.channel_id or "", sorted(self.hidden)


Kind = Literal["person", "channel", "nobody"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the conditions of an audience look like, whoever it is. `sees_open`: they could open every open channel, as
    guests and people from outside could not.
    """

    kind: Kind
    sees_open: bool
    hides: bool


@dataclass(frozen=True, slots=True)
class Eyes:
    """An audience in a statement: its values there, or the parameters in place of them."""

    team: Any
    reader: Any
    hidden: Any


def openable(scope: Scope, audience: Audience, channel_id: ColumnElement[str]) -> ColumnElement[bool]:
    """An SQL condition: this audience could open the channel whose id is in that column."""
    return openable_by(audience.shape(scope), Eyes(scope.team_id, *audience.values), channel_id)


def openable_by(shape: Shape, eyes: Eyes, channel_id: ColumnElement[str]) -> ColumnElement[bool]:
    """As `openable`, for statements that are prepared."""
    conditions: list[ColumnElement[bool]] = []
    if shape.kind == "person":
        is_member = exists(
            select(Membership.user_id).where(
                Membership.team_id == eyes.team,
                Membership.channel_id == channel_id,
                Membership.user_id == eyes.reader,
            )
        )
        conditions = [is_member]
    elif shape.kind == "channel":
        conditions = [channel_id == eyes.reader]
    if shape.sees_open:
        conditions.append(_is_open(eyes.team, channel_id))
    shown = or_(false(), *conditions)
    return and_(shown, channel_id.not_in(eyes.hidden)) if shape.hides else shown


def _sees_open(scope: Scope, audience: Audience) -> bool:
    if audience.user_id is not None:
        person = people.find(scope, audience.user_id)
        return person is not None and not (person.is_guest or person.is_stranger)
    return audience.channel_id is not None and not has_outsiders(scope, audience.channel_id)


def _is_open(team: Any, channel_id: ColumnElement[str]) -> ColumnElement[bool]:
    place = _place()
    return exists(
        select(place.id).where(
            place.team_id == team,
            place.id == channel_id,
            place.is_private.is_(False),
            place.is_direct.is_(False),
        )
    )


@cache
def _place() -> type[Channel]:
    """An alias: where the column is a channel's own id, the bare table would be compared with itself, and all be open.

    Made once: it costs more than the statement in which it stands.
    """
    return aliased(Channel)


def can_open(scope: Scope, audience: Audience, channel_id: str) -> bool:
    """Whether this audience could open that channel in Slack."""
    return bool(opened(scope, audience, [channel_id]))


def opened(scope: Scope, audience: Audience, channel_ids: Collection[str]) -> set[str]:
    """Those of these channels that this audience could open."""
    found: set[str] = set()
    for some in chunks(sorted(channel_ids)):
        opened_of = _opened(scope.team_id, some, *audience.values, shape=audience.shape(scope))
        found |= set(scope.session.execute(*opened_of).scalars())
    return found


@prepared
def _opened(team: str, channels: Sequence[str], reader: str, hidden: list[str], *, shape: Shape) -> Select[str]:
    could_open = openable_by(shape, Eyes(team, reader, hidden), Channel.id.expression)
    return select(Channel.id).where(Channel.team_id == team, Channel.id.in_(channels), could_open)


def person_can_open(scope: Scope, user_id: str, channel_id: str) -> bool:
    return can_open(scope, Audience(user_id=user_id), channel_id)


def has_outsiders(scope: Scope, channel_id: str) -> bool:
    """Whether people from outside, or guests, can read that channel: there the bot posts nothing."""
    return scope.session.execute(*_keeps_outsiders_out(scope.team_id, channel_id)).first() is None


def is_overheard(scope: Scope, lane_id: str) -> bool:
    """Whether people from outside or guests read what is said in that lane of the outbox, if it is a channel's."""
    return lane_id.startswith(("C", "G")) and has_outsiders(scope, lane_id)


@prepared
def _keeps_outsiders_out(team: str, channel: str) -> Select[str]:
    guests = select(Teammate.id).where(
        Teammate.team_id == team,
        or_(Teammate.is_guest, Teammate.is_stranger),
        Teammate.is_deleted.is_(False),
        exists(
            select(Membership.user_id).where(
                Membership.team_id == team, Membership.channel_id == channel, Membership.user_id == Teammate.id
            )
        ),
    )
    return select(Channel.id).where(
        Channel.team_id == team, Channel.id == channel, Channel.is_shared_outside.is_(False), ~exists(guests)
    )


def same_audience_key(scope: Scope, channel_id: str) -> str:
    """Mentions are one only among places whose readers could open each other's thread: "open", or the channel."""
    channel = people.find_channel(scope, channel_id)
    if channel is not None and channel.is_open and not has_outsiders(scope, channel_id):
        return "open"
    return channel_id
