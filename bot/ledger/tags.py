"""Tags: which departments a mention concerns, because of what; a tag asks, it owns nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, func, select

from bot import outbox
from bot.database import Scope
from bot.facts import NOTHING_SPECIFIC, DepartmentReading
from bot.ledger import cards, corrections, departments, shares, slots
from bot.models import Mention, Tag
from bot.statements import insert_or_skip, prepared

MOST_CARDS = 30
MOST_ASKED = 5
"""At once, of one who just joined: the rest is listed in `/ours open` and the channel's reminder."""


def of_mention(scope: Scope, mention_id: str) -> list[Tag]:
    return list(scope.session.execute(*_of_mention(scope.team_id, mention_id)).scalars())


@prepared
def _of_mention(team: str, mention: str) -> Select[Tag]:
    return select(Tag).where(Tag.team_id == team, Tag.mention_id == mention).order_by(Tag.position)


def get(scope: Scope, mention_id: str, department_id: str) -> Tag | None:
    return next((tag for tag in of_mention(scope, mention_id) if tag.department_id == department_id), None)


def add_read(scope: Scope, mention: Mention, concerned: Sequence[DepartmentReading]) -> None:
    """Those that were read, the clearest first; none whose tag somebody took off."""
    known = departments.by_key(scope)
    off = {one.department_id for one in corrections.taken_off(scope, mention.id)}
    position = next_position(scope, mention.id)
    for offset, one in enumerate(sorted(concerned, key=lambda reading: (-reading.score, reading.key))):
        if one.key in known and known[one.key].id not in off:
            reasons = [reason.words for reason in one.reasons]
            add(scope, mention, known[one.key].id, (position + offset, reasons, None))


def add(scope: Scope, mention: Mention, department_id: str, what: tuple[int, list[str], str | None]) -> bool:
    position, reasons, brought_in_by = what
    row = {
        "team_id": scope.team_id,
        "mention_id": mention.id,
        "department_id": department_id,
        "position": position,
        "reasons": reasons,
        "brought_in_by": brought_in_by,
        "created_at": scope.now,
    }
    return bool(insert_or_skip(scope.session, Tag, [row], Tag.department_id))


def next_position(scope: Scope, mention_id: str) -> int:
    return int(scope.session.execute(*_count(scope.team_id, mention_id)).scalar_one())


@prepared
def _count(team: str, mention: str) -> Select[int]:
    return select(func.count()).select_from(Tag).where(Tag.team_id == team, Tag.mention_id == mention)


def drop_guesses(scope: Scope, mention: Mention, concerned: Sequence[DepartmentReading]) -> None:
    """A bare link names nobody, so a department was guessed; the words that came since say better whom to ask.

    Where somebody has acted already, the guess stands.
    """
    known = departments.by_key(scope)
    better = {known[one.key].id: one for one in concerned if one.key in known and not _is_guess(one)}
    for tag in of_mention(scope, mention.id) if better else []:
        if tag.reasons != [NOTHING_SPECIFIC] or tag.brought_in_by is not None:
            continue
        if tag.department_id in better:
            tag.reasons = [reason.words for reason in better[tag.department_id].reasons]
        elif tag.acted_at is None:
            scope.session.delete(tag)
            _ask_no_more(scope, mention, tag)
    scope.session.flush()


def may_take_back(tag: Tag) -> bool:
    """Only what a teammate brought in, and while nobody of that department has acted."""
    return tag.brought_in_by is not None and tag.acted_at is None


def may_be_wrong(tag: Tag) -> bool:
    """Whether somebody may say that the department is not concerned: while nobody there has acted."""
    return tag.acted_at is None


def take_off(scope: Scope, mention: Mention, tag: Tag) -> None:
    """A tag goes. Whoever was asked because of it is asked no more, unless another tag asks them too."""
    scope.session.delete(tag)
    _ask_no_more(scope, mention, tag)
    scope.session.flush()


def _is_guess(one: DepartmentReading) -> bool:
    return [reason.words for reason in one.reasons] == [NOTHING_SPECIFIC]


def _ask_no_more(scope: Scope, mention: Mention, gone: Tag) -> None:
    """The parts that a tag asked people for (also who was on leave, so that another was asked), if nothing else asks
    them.
    """
    others = {tag.asked_id for tag in of_mention(scope, mention.id) if tag is not gone}
    for share in shares.of_mention(scope, mention.id):
        is_its = share.user_id == gone.asked_id or share.department_id == gone.department_id
        if share.state in {"asked", "declined"} and is_its and share.user_id not in others:
            which = ("unclaimed", "fixed") if share.state == "asked" else "unclaimed"
            slots.skip(scope, mention.id, "somebody else is asked", person_id=share.user_id, which=which)
            if share.state == "asked":
                scope.session.delete(share)
    _head_hears_no_more(scope, mention, gone)


def _head_hears_no_more(scope: Scope, mention: Mention, gone: Tag) -> None:
    """That nobody took it up, unless they head another department that it concerns."""
    head_id = departments.get(scope, gone.department_id).head_id
    left = [departments.get(scope, tag.department_id) for tag in of_mention(scope, mention.id) if tag is not gone]
    if head_id is not None and all(one.head_id != head_id for one in left):
        slots.skip(scope, mention.id, "it is not theirs", person_id=head_id, which="unclaimed_head")


def ask(scope: Scope, mention: Mention) -> None:
    """For each tagged department that nobody was asked of yet, ask one person, and queue one ping for them all."""
    cards.keep_place(scope, mention)
    if mention.card_channel_id is None:
        return
    newly: list[str] = []
    for tag in of_mention(scope, mention.id):
        if tag.asked_id is not None or tag.acted_at is not None:
            continue
        department = departments.get(scope, tag.department_id)
        tag.asked_id = departments.person_to_ask(scope, department, mention.card_channel_id)
        if tag.asked_id is None:
            continue
        newly.append(tag.department_id)
        if shares.ask(scope, mention, tag.asked_id, tag.department_id):
            slots.plan_unclaimed(scope, mention, tag.asked_id)
        elif (known := shares.get(scope, mention.id, tag.asked_id)) is not None and known.state == "declined":
            shares.plan_head(scope, mention, known, tag.department_id)
    scope.session.flush()
    if newly:
        outbox.put(
            scope, outbox.Saying(mention.card_channel_id, cards.PING, mention.id, details={"departments": newly})
        )


def department_changed(scope: Scope, department_id: str) -> None:
    """Have the newest open cards that name a department show who is in it now (an update pings nobody), and ask its
    people about the newest of those that had nobody to ask, or asked somebody who has left it.
    """
    statement = (
        select(Mention, Tag)
        .join(Tag, (Tag.team_id == Mention.team_id) & (Tag.mention_id == Mention.id))
        .where(
            Tag.team_id == scope.team_id,
            Tag.department_id == department_id,
            Mention.answered_at.is_(None),
            Mention.dismissed_at.is_(None),
        )
        .order_by(Mention.id.desc())
        .limit(MOST_CARDS)
    )
    found = scope.session.execute(statement).all()
    staff = departments.staff(scope, departments.get(scope, department_id))
    for mention, tag in found:
        if tag.asked_id is not None and tag.acted_at is None and tag.asked_id not in staff:
            _ask_leaver_no_more(scope, mention, tag)
        cards.changed(scope, mention)
    for mention in [mention for mention, tag in found if tag.asked_id is None][:MOST_ASKED]:
        ask(scope, mention)


def _ask_leaver_no_more(scope: Scope, mention: Mention, tag: Tag) -> None:
    """Whoever was asked is in the department no more, and has not taken it up: what another department asks of them
    stays.
    """
    leaver, tag.asked_id, tag.pinged_at = str(tag.asked_id), None, None
    share = shares.get(scope, mention.id, leaver)
    if share is None or share.state != "asked":
        return
    others = [one.department_id for one in of_mention(scope, mention.id) if one.asked_id == leaver]
    if others:
        share.department_id = others[0]
        return
    slots.skip(scope, mention.id, "they left the department", person_id=leaver, which=("unclaimed", "fixed"))
    scope.session.delete(share)
    scope.session.flush()
