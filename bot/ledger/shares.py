"""Shares: each teammate's part in a mention. Owners add up, they never replace each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Select, select

from bot.database import Scope
from bot.ledger import departments, entries, head_absences, newcomers, people, slots
from bot.models import Mention, Share, Sighting, Tag
from bot.models.mention import SHARE_MOVES
from bot.statements import find, insert_or_skip, prepared


def of_mention(scope: Scope, mention_id: str) -> list[Share]:
    """All shares of a mention, in the order of claiming (the asked last)."""
    return in_order(scope.session.execute(*_of_mention(scope.team_id, mention_id)).scalars())


@prepared
def _of_mention(team: str, mention: str) -> Select[Share]:
    return select(Share).where(Share.team_id == team, Share.mention_id == mention)


def in_order(found: Iterable[Share]) -> list[Share]:
    """In the order of claiming, the asked last."""
    return sorted(
        found, key=lambda share: (share.claimed_at is None, share.claimed_at or share.asked_at, share.user_id)
    )


def get(scope: Scope, mention_id: str, user_id: str) -> Share | None:
    return find(scope.session, Share, scope.team_id, mention_id, user_id)


def _move(share: Share, act: str, to: str) -> bool:
    """Change the state if the graph allows it."""
    if (share.state, to) not in SHARE_MOVES[act]:
        return False
    share.state = to
    return True


def ask(scope: Scope, mention: Mention, user_id: str, department_id: str) -> bool:
    """A tag asks one person. Answers False for someone who has a part already, or has declined one."""
    row = {
        "team_id": scope.team_id,
        "mention_id": mention.id,
        "user_id": user_id,
        "department_id": department_id,
        "state": "asked",
        "is_lead": False,
        "is_muted": False,
        "asked_at": scope.now,
    }
    return bool(insert_or_skip(scope.session, Share, [row], Share.user_id))


def claim(scope: Scope, mention: Mention, user_id: str, department_id: str | None = None) -> bool:
    """*I'm on it*: the person's part is claimed; the first one leads. Answers False if they had it already.

    The caller has locked the mention, so that there is never more than one lead.
    """
    share = get(scope, mention.id, user_id)
    if share is None:
        share = Share(team_id=scope.team_id, mention_id=mention.id, user_id=user_id, state="declined")
        share.is_lead = share.is_muted = False
        scope.session.add(share)
    if not _move(share, "claim", "claimed"):
        return False
    share.claimed_at, share.done_at = scope.now, None
    share.department_id = department_id or _department_for(scope, mention, user_id) or share.department_id
    scope.session.flush()
    if not any(other.is_lead for other in of_mention(scope, mention.id)):
        share.is_lead = True
    _department_acted(scope, mention, user_id, share.department_id)
    entries.write(scope, "claim", mention.id, user_id, department=share.department_id)
    newcomers.acted(scope, user_id)
    slots.skip(scope, mention.id, "claimed", which=slots.UNCLAIMED)
    if share.is_lead:
        watch_over(scope, mention)
    return True


def watch_over(scope: Scope, mention: Mention) -> None:
    """When whoever leads an urgent mention goes home, it is looked at whether somebody else should stand in."""
    lead_id = next((share.user_id for share in of_mention(scope, mention.id) if share.is_lead), None)
    if lead_id is None or not mention.urgent_reasons:
        return
    hours = people.hours_of(scope, lead_id)
    day = hours.local(hours.next_working(scope.now)).date()
    slots.plan_act(scope, "watch", mention.id, lead_id, hours.span(day)[1])


def release(scope: Scope, mention: Mention, user_id: str, by: str | None = None) -> bool:
    """The reverse of a claim. If they led, whoever is still on it and claimed next leads; the others keep their parts.
    `by` is who does it, when it isn't they.
    """
    share = get(scope, mention.id, user_id)
    if share is None or not _move(share, "release", "declined"):
        return False
    was_lead, share.is_lead = share.is_lead, False
    scope.session.flush()
    left = [other for other in of_mention(scope, mention.id) if other.state in {"claimed", "done"}]
    if was_lead and left:
        pass_lead(scope, mention, _next_lead(scope, left))
    entries.write(scope, "release", mention.id, by or user_id, **({"person": user_id} if by else {}))
    if not left and mention.answered_at is None and mention.dismissed_at is None:
        for other in of_mention(scope, mention.id):
            if other.state == "asked" and not other.is_muted:
                slots.plan_unclaimed(scope, mention, other.user_id)
        plan_head(scope, mention, share)
    return True


def _next_lead(scope: Scope, left: Sequence[Share]) -> str:
    """Nobody without an account leads, and nobody whose part is done while another is still on it."""

    def comes_later(share: Share) -> tuple[bool, bool]:
        person = people.find(scope, share.user_id)
        return person is None or not person.is_reachable, share.state == "done"

    return min(left, key=comes_later).user_id


def finish(scope: Scope, mention: Mention, user_id: str) -> bool:
    """Somebody's part is done: they say so, or answered the customer. Answers False when it was not claimed."""
    share = get(scope, mention.id, user_id)
    if share is None or not _move(share, "finish", "done"):
        return False
    share.done_at = scope.now
    return True


def resume(scope: Scope, mention: Mention, user_id: str) -> bool:
    """The reverse of `finish`. Answers False when it was not done."""
    share = get(scope, mention.id, user_id)
    if share is None or share.state != "done" or not _move(share, "claim", "claimed"):
        return False
    share.done_at = None
    return True


def pass_lead(scope: Scope, mention: Mention, to: str) -> None:
    """From now on `to`, whose part is claimed, leads. The caller has locked the mention."""
    for share in of_mention(scope, mention.id):
        share.is_lead = share.user_id == to
    watch_over(scope, mention)


def mute(scope: Scope, mention: Mention, user_id: str) -> None:
    """No more nudges about this mention to that person."""
    share = get(scope, mention.id, user_id)
    slots.skip(scope, mention.id, "muted", person_id=user_id)
    if share is not None:
        share.is_muted = True
        plan_head(scope, mention, share)
    entries.write(scope, "mute", mention.id, user_id)


def unmute(scope: Scope, mention: Mention, user_id: str) -> None:
    """The reverse of `mute`: whoever is still asked gets their four working hours anew, if nobody is on it."""
    share = get(scope, mention.id, user_id)
    if share is None or not share.is_muted:
        return
    share.is_muted = False
    entries.write(scope, "unmute", mention.id, user_id)
    if share.state == "asked" and not _is_settled(scope, mention):
        slots.plan_unclaimed(scope, mention, user_id)


def plan_head(scope: Scope, mention: Mention, asked: Share, department_id: str | None = None) -> None:
    """Somebody was asked and will not (or did not) take it: after four working hours the head of the department they
    were asked for (first, or now) hears, once, if still nobody is on it. Not of praise.
    """
    department_id = department_id or asked.department_id
    if department_id is None or mention.is_praise or _is_settled(scope, mention):
        return
    channel_id = mention.card_channel_id or mention.home_channel_id
    head = departments.reachable_head(scope, departments.get(scope, department_id), channel_id)
    if head is not None:
        head = head_absences.present(scope, head, mention)
    if head is not None and head != asked.user_id:
        slots.plan_unclaimed_head(scope, mention, head)


def _is_settled(scope: Scope, mention: Mention) -> bool:
    return mention.dismissed_at is not None or mention.answered_at is not None or has_owners(scope, mention)


def has_owners(scope: Scope, mention: Mention) -> bool:
    """Whether anybody's part is claimed or done."""
    return any(share.state in {"claimed", "done"} for share in of_mention(scope, mention.id))


def has_shared(scope: Scope, mention: Mention, user_id: str) -> bool:
    """Whether this person is one of those who shared it."""
    return scope.session.execute(*_shared(scope.team_id, mention.id, user_id)).first() is not None


def pass_lead_on(scope: Scope, mention: Mention) -> None:
    """To whoever else is still on it, if anybody is. The caller has locked the mention."""
    found = of_mention(scope, mention.id)
    other = next((share.user_id for share in found if share.state == "claimed" and not share.is_lead), None)
    if other is not None:
        pass_lead(scope, mention, other)


def sharers(scope: Scope, mention: Mention) -> list[str]:
    """Who shared it, the first first; not those whose post is gone."""
    return [user_id for user_id in scope.session.execute(*_sharers(scope.team_id, mention.id)).scalars() if user_id]


@prepared
def _sharers(team: str, mention: str) -> Select[str | None]:
    standing = (Sighting.team_id == team, Sighting.mention_id == mention, Sighting.deleted_at.is_(None))
    return select(Sighting.shared_by).where(*standing).order_by(Sighting.shared_at, Sighting.id)


@prepared
def _shared(team: str, mention: str, user: str) -> Select[str]:
    return select(Sighting.id).where(
        Sighting.team_id == team, Sighting.mention_id == mention, Sighting.shared_by == user
    )


def _department_for(scope: Scope, mention: Mention, user_id: str) -> str | None:
    """For which department a person claims: a tagged one of theirs first, else any of theirs."""
    own = departments.of_person(scope, user_id)
    if not own:
        return None
    tagged = scope.session.execute(*_tags_of(scope.team_id, mention.id, own)).scalars()
    return next((tag.department_id for tag in tagged), own[0])


def _department_acted(scope: Scope, mention: Mention, user_id: str, department_id: str | None) -> None:
    """The tags of the claimer's departments were acted on: a door that someone opened was walked through."""
    own = {*departments.of_person(scope, user_id), *([department_id] if department_id else [])}
    for tag in scope.session.execute(*_tags_of(scope.team_id, mention.id, sorted(own))).scalars() if own else ():
        tag.acted_at = tag.acted_at or scope.now


@prepared
def _tags_of(team: str, mention: str, departments: Collection[str]) -> Select[Tag]:
    of_them = (Tag.team_id == team, Tag.mention_id == mention, Tag.department_id.in_(departments))
    return select(Tag).where(*of_them).order_by(Tag.position)
