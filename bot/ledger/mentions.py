"""Mentions: a customer's words, once, with every place where they were seen, and the departments they concern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update

from bot import outbox
from bot.database import Scope, insert_or_skip
from bot.errors import MentionGone, NotAllowed
from bot.facts import NOTHING_SPECIFIC, DepartmentReading, Reading, Said
from bot.ledger import cards, departments, entries, people, shares, slots, visibility
from bot.ledger.visibility import Audience
from bot.models import Customer, Department, Identity, Mention, Sighting, Tag


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of a post: its mention, and whether the post made it (or only was another sighting)."""

    mention_id: str
    is_new: bool


def get(scope: Scope, mention_id: str, *, by: str | None = None) -> Mention:
    """The mention, locked for a change. Raises MentionGone also when `by` could not open its thread in Slack."""
    mention = scope.session.get(Mention, (scope.team_id, mention_id), with_for_update=True)
    if mention is None or (by is not None and not may_see(scope, mention, by)):
        raise MentionGone
    return mention


def may_see(scope: Scope, mention: Mention, user_id: str) -> bool:
    """Whether a person could open one of the places where the mention stands."""
    places = {mention.home_channel_id, mention.card_channel_id or mention.home_channel_id}
    return any(visibility.person_can_open(scope, user_id, channel_id) for channel_id in places)


def record(scope: Scope, said: Said, reading: Reading, by: str) -> Recorded:
    """A post with a customer's words: the first makes the mention, the same outside post again adds a sighting."""
    seen = sighting_at(scope, said.channel_id, said.ts)
    if seen is not None:
        return _edited(scope, seen, said, reading)
    mention_id = scope.new_id()
    same = _claim_identity(scope, said, mention_id)
    if same is not None:
        _add_sighting(scope, same, said, reading)
        entries.write(scope, "share_again", same.id, by)
        _note_sighting(scope, same, said)
        card_readers = Audience(channel_id=same.card_channel_id or same.home_channel_id)
        if visibility.can_open(scope, card_readers, said.channel_id):
            cards.changed(scope, same)
        return Recorded(same.id, False)
    mention = _create(scope, mention_id, said, reading)
    _add_sighting(scope, mention, said, reading)
    entries.write(scope, "share_mention", mention.id, by, evidence=mention.evidence)
    _tag(scope, mention, [one for one in reading.departments if one.tagged])
    mention.card_channel_id = cards.place(scope, mention)
    if mention.card_channel_id is None:
        cards.tell_no_place(scope, mention, by)
    cards.changed(scope, mention)  # the card goes first, its ping after it
    ask(scope, mention)
    return Recorded(mention.id, True)


def sighting_at(scope: Scope, channel_id: str, ts: str) -> Sighting | None:
    statement = select(Sighting).where(
        Sighting.team_id == scope.team_id, Sighting.channel_id == channel_id, Sighting.ts == ts
    )
    return scope.session.execute(statement).scalar_one_or_none()


def was_shared_by_hand(scope: Scope, channel_id: str, ts: str) -> bool:
    """Whether a person's act, not what was read, made a mention of that message."""
    seen = sighting_at(scope, channel_id, ts)
    return seen is not None and scope.session.get_one(Mention, (scope.team_id, seen.mention_id)).evidence == "person"


def in_thread(scope: Scope, channel_id: str, thread_ts: str) -> Mention | None:
    """The mention that is dealt with in that thread (its home, a sighting's thread, or its card's)."""
    by_sighting = (
        select(Mention)
        .join(Sighting, (Sighting.team_id == Mention.team_id) & (Sighting.mention_id == Mention.id))
        .where(Mention.team_id == scope.team_id, Sighting.channel_id == channel_id, Sighting.thread_ts == thread_ts)
        .order_by(Mention.id)
        .limit(1)
    )
    found = scope.session.execute(by_sighting).scalar_one_or_none()
    if found is not None:
        return found
    by_card = select(Mention).where(
        Mention.team_id == scope.team_id, Mention.card_channel_id == channel_id, Mention.card_ts == thread_ts
    )
    return scope.session.execute(by_card.limit(1)).scalar_one_or_none()


def _claim_identity(scope: Scope, said: Said, mention_id: str) -> Mention | None:
    """Write the identity of a new mention; answers the mention that has it already, if there is one.

    A unique key decides, so two workers that read the same post at the same instant make one mention.
    """
    own = visibility.same_audience_key(scope, said.channel_id)
    audiences = dict.fromkeys((own, "open")) if _reads_open(scope, said.channel_id) else {own: None}
    keys = [f"{audience}|{key}" for audience in audiences for key in said.keys]
    found = _identified(scope, said, keys)
    target = found.id if found is not None else mention_id
    mine = [{"team_id": scope.team_id, "key": f"{own}|{key}", "mention_id": target} for key in sorted(said.keys)]
    added = insert_or_skip(scope.session, Identity, mine, Identity.key)
    if found is None and len(added) < len(mine):
        found = _identified(scope, said, keys)
        target = found.id if found is not None else mention_id
        scope.session.execute(
            update(Identity)
            .where(Identity.team_id == scope.team_id, Identity.key.in_([row["key"] for row in mine]))
            .values(mention_id=target)
        )
    return found


def _identified(scope: Scope, said: Said, keys: list[str]) -> Mention | None:
    """The first mention with one of these keys whose thread the readers of the place could open."""
    statement = (
        select(Mention)
        .join(Identity, (Identity.team_id == Mention.team_id) & (Identity.mention_id == Mention.id))
        .where(Identity.team_id == scope.team_id, Identity.key.in_(keys))
        .order_by(Mention.id)
    )
    readers = Audience(channel_id=said.channel_id)
    found = scope.session.execute(statement).scalars().unique() if keys else ()
    # An open channel may have become private since.
    return next((one for one in found if visibility.can_open(scope, readers, one.home_channel_id)), None)


def _reads_open(scope: Scope, channel_id: str) -> bool:
    """Whether the readers of a channel could open every open channel."""
    return not visibility.has_outsiders(scope, channel_id)


def _create(scope: Scope, mention_id: str, said: Said, reading: Reading) -> Mention:
    mention = Mention(
        team_id=scope.team_id,
        id=mention_id,
        created_at=scope.now,
        home_channel_id=said.channel_id,
        home_ts=said.thread_ts,
        evidence=reading.mention.evidence or "person",
        source=reading.mention.source,
        url=reading.mention.url,
        customer_id=_customer_id(scope, reading.mention.customer),
        stance=reading.stance.label,
        stance_reasons=[reason.words for reason in reading.stance.reasons],
        urgent_reasons=[reason.words for reason in reading.urgency.reasons] if reading.urgency.is_urgent else [],
        evidence_reasons=[reason.words for reason in reading.mention.reasons],
    )
    scope.session.add(mention)
    scope.session.flush()
    return mention


def _customer_id(scope: Scope, name: str | None) -> str | None:
    if name is None:
        return None
    statement = select(Customer.id).where(Customer.team_id == scope.team_id, Customer.name == name)
    return scope.session.execute(statement.order_by(Customer.id).limit(1)).scalar()


def _add_sighting(scope: Scope, mention: Mention, said: Said, reading: Reading) -> None:
    scope.session.add(
        Sighting(
            team_id=scope.team_id,
            id=scope.new_id(),
            mention_id=mention.id,
            channel_id=said.channel_id,
            ts=said.ts,
            thread_ts=said.thread_ts,
            shared_by=said.user_id,
            shared_at=scope.now,
            quote=reading.mention.quote,
            edited_ts=said.edited_ts,
        )
    )
    scope.session.flush()


def _note_sighting(scope: Scope, mention: Mention, said: Said) -> None:
    """Tell the second place where the thread is. Its readers may see it: identity is bound to the audience."""
    seen = sighting_at(scope, said.channel_id, said.ts)
    if seen is not None and mention.dismissed_at is None and not visibility.has_outsiders(scope, said.channel_id):
        outbox.put(scope, outbox.Saying(said.channel_id, "sighting_note", seen.id))


def _edited(scope: Scope, seen: Sighting, said: Said, reading: Reading) -> Recorded:
    """A later state of a post that is a mention already: newer words replace older, departments only add up."""
    mention = get(scope, seen.mention_id)
    if (said.edited_ts or "") < (seen.edited_ts or "") or (said.edited_ts is None and seen.edited_ts is not None):
        return Recorded(mention.id, False)
    is_edit = said.edited_ts is not None and said.edited_ts != seen.edited_ts
    seen.edited_ts = said.edited_ts or seen.edited_ts
    # An unfurled link adds words; a person's edit may also take some away, and then they are gone here too.
    seen.quote = reading.mention.quote if is_edit else reading.mention.quote or seen.quote
    if is_edit and not reading.mention.is_mention:
        _withdraw_sighting(scope, mention, seen)
        return Recorded(mention.id, False)
    # Only what is said at home changes the card: another place's words may be for fewer eyes.
    if (seen.channel_id, seen.thread_ts) != (mention.home_channel_id, mention.home_ts):
        return Recorded(mention.id, False)
    if mention.url is None and reading.mention.url is not None:
        mention.url, mention.source = reading.mention.url, reading.mention.source
    scope.session.flush()
    if mention.dismissed_at is None:
        concerned = [one for one in reading.departments if one.tagged]
        _drop_guesses(scope, mention, concerned)
        _tag(scope, mention, concerned)
        ask(scope, mention)
        cards.changed(scope, mention)
    return Recorded(mention.id, False)


def _drop_guesses(scope: Scope, mention: Mention, concerned: Sequence[DepartmentReading]) -> None:
    """A bare link names nobody, so a department was guessed; the words that came since say better whom to ask.

    Where somebody has acted already, the guess stands.
    """
    known = departments.by_key(scope)
    better = {known[one.key].id: one for one in concerned if one.key in known and not _is_guess(one)}
    for tag in tags(scope, mention.id) if better else []:
        if tag.reasons != [NOTHING_SPECIFIC] or tag.brought_in_by is not None:
            continue
        if tag.department_id in better:
            tag.reasons = [reason.words for reason in better[tag.department_id].reasons]
        elif tag.acted_at is None:
            scope.session.delete(tag)
            _ask_no_more(scope, mention, tag)
    scope.session.flush()


def _is_guess(one: DepartmentReading) -> bool:
    return [reason.words for reason in one.reasons] == [NOTHING_SPECIFIC]


def _ask_no_more(scope: Scope, mention: Mention, gone: Tag) -> None:
    """The part that a tag asked somebody for, if nothing else asks them."""
    share = shares.get(scope, mention.id, gone.asked_id) if gone.asked_id is not None else None
    others = [tag for tag in tags(scope, mention.id) if tag is not gone and tag.asked_id == gone.asked_id]
    if share is not None and share.state == "asked" and not others:
        scope.session.delete(share)
        slots.skip(scope, mention.id, "somebody else is asked", person_id=gone.asked_id)


def _tag(scope: Scope, mention: Mention, concerned: Sequence[DepartmentReading]) -> None:
    known = departments.by_key(scope)
    position = _next_position(scope, mention.id)
    for offset, one in enumerate(sorted(concerned, key=lambda reading: (-reading.score, reading.key))):
        if one.key in known:
            reasons = [reason.words for reason in one.reasons]
            _add_tag(scope, mention, known[one.key].id, (position + offset, reasons, None))


def _next_position(scope: Scope, mention_id: str) -> int:
    statement = select(func.count()).select_from(Tag).where(Tag.team_id == scope.team_id, Tag.mention_id == mention_id)
    return scope.session.execute(statement).scalar_one()


def _add_tag(scope: Scope, mention: Mention, department_id: str, what: tuple[int, list[str], str | None]) -> bool:
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


def tags(scope: Scope, mention_id: str) -> list[Tag]:
    statement = select(Tag).where(Tag.team_id == scope.team_id, Tag.mention_id == mention_id).order_by(Tag.position)
    return list(scope.session.execute(statement).scalars())


def ask(scope: Scope, mention: Mention) -> None:
    """For each tagged department that nobody was asked of yet, ask one person, and queue one ping for them all."""
    if mention.card_channel_id is None:
        return
    newly: list[str] = []
    for tag in tags(scope, mention.id):
        if tag.asked_id is not None or tag.acted_at is not None:
            continue
        department = departments.get(scope, tag.department_id)
        tag.asked_id = departments.person_to_ask(scope, department, mention.card_channel_id)
        if tag.asked_id is None:
            continue
        newly.append(tag.department_id)
        if shares.ask(scope, mention, tag.asked_id, tag.department_id):
            slots.plan_unclaimed(scope, mention.id, tag.asked_id)
    scope.session.flush()
    if newly:
        outbox.put(scope, outbox.Saying(mention.card_channel_id, "ping", mention.id, details={"departments": newly}))


def bring_in(scope: Scope, mention_id: str, department_id: str, by: str, reason: str = "") -> bool:
    """A teammate tags another department. Answers False when it was tagged already."""
    mention = get(scope, mention_id, by=by)
    if mention.dismissed_at is not None:
        raise NotAllowed(why="it was marked as not a customer mention; click *Undo* on its card first")
    reasons = [reason] if reason else []
    if not _add_tag(scope, mention, department_id, (_next_position(scope, mention.id), reasons, by)):
        return False
    entries.write(scope, "bring_in", mention.id, by, department=department_id, reason=reason)
    ask(scope, mention)
    cards.changed(scope, mention)
    return True


def answer_for(scope: Scope, mention_id: str, department_id: str, user_id: str, by: str) -> Department:
    """Someone answers for a tagged department that has nobody: from now on, and here."""
    mention = get(scope, mention_id, by=by)
    person = people.find(scope, user_id)
    if person is None or not person.is_reachable or person.is_guest:
        raise NotAllowed(why="that is not a teammate with an account; name someone else")
    if not may_see(scope, mention, user_id):
        raise NotAllowed(why="they can't open this channel; invite them first, or name someone else")
    departments.join(scope, department_id, user_id, by)
    if user_id == by:
        shares.claim(scope, mention, user_id, department_id)
    else:
        ask(scope, mention)
    cards.changed(scope, mention)
    return departments.get(scope, department_id)


def mark_answered(scope: Scope, mention_id: str, by: str) -> bool:
    """Somebody replied to the customer. Answers False when that was said before."""
    mention = get(scope, mention_id, by=by)
    if mention.answered_at is not None or mention.dismissed_at is not None:
        return False
    mention.answered_at, mention.answered_by = scope.now, by
    shares.finish(scope, mention, by)
    entries.write(scope, "answer", mention.id, by)
    slots.skip(scope, mention.id, "answered")
    cards.changed(scope, mention)
    return True


def undo_answered(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `mark_answered`: the same owners have it again."""
    mention = get(scope, mention_id, by=by)
    if mention.answered_at is None:
        return False
    shares.resume(scope, mention, str(mention.answered_by))
    mention.answered_at = mention.answered_by = None
    entries.write(scope, "reopen", mention.id, by)
    _nudge_asked(scope, mention)
    cards.changed(scope, mention)
    return True


def dismiss(scope: Scope, mention_id: str, by: str) -> bool:
    """Not a customer mention: its card shrinks, nobody is pinged or nudged about it any more."""
    mention = get(scope, mention_id, by=by)
    if mention.dismissed_at is not None:
        return False
    mention.dismissed_at, mention.dismissed_by = scope.now, by
    entries.write(scope, "dismiss", mention.id, by)
    slots.skip(scope, mention.id, "not a customer mention")
    outbox.cancel(scope, mention.id, "not a customer mention", ("ping",))
    cards.changed(scope, mention)
    return True


def undo_dismiss(scope: Scope, mention_id: str, by: str) -> bool:
    """The reverse of `dismiss`: asked people are asked again."""
    mention = get(scope, mention_id, by=by)
    if mention.dismissed_at is None:
        return False
    mention.dismissed_at = mention.dismissed_by = None
    entries.write(scope, "undo_dismiss", mention.id, by)
    _nudge_asked(scope, mention)
    cards.changed(scope, mention)
    return True


def _nudge_asked(scope: Scope, mention: Mention) -> None:
    """Whoever was asked and has not claimed gets their four working hours anew; who was not pinged yet, is."""
    everyone = shares.of_mention(scope, mention.id)
    if not any(share.state in {"claimed", "done"} for share in everyone):
        for share in everyone:
            if share.state == "asked" and not share.is_muted:
                slots.plan_unclaimed(scope, mention.id, share.user_id)
    waiting = [tag.department_id for tag in tags(scope, mention.id) if tag.asked_id and tag.pinged_at is None]
    if waiting and mention.card_channel_id:
        details = {"departments": waiting}
        outbox.put(scope, outbox.Saying(mention.card_channel_id, "ping", mention.id, details=details))


def deleted(scope: Scope, channel_id: str, ts: str) -> None:
    """A post was deleted. Its words go; a mention that stands nowhere else is dismissed by its author's act."""
    seen = sighting_at(scope, channel_id, ts)
    if seen is None or seen.deleted_at is not None:
        return
    _withdraw_sighting(scope, get(scope, seen.mention_id), seen)


def _withdraw_sighting(scope: Scope, mention: Mention, seen: Sighting) -> None:
    """A place shows the customer's words no more. Where the card's readers can see none of the others, the mention
    is dismissed; what stands in places that they could not open goes on as a mention of its own there.
    """
    seen.deleted_at, seen.quote = scope.now, ""
    entries.write(scope, "delete_sighting", mention.id, seen.shared_by or entries.BOT)
    scope.session.flush()
    readers = Audience(channel_id=mention.card_channel_id or mention.home_channel_id)
    left = _sightings_left(scope, mention)
    is_shown = any(visibility.can_open(scope, readers, one.channel_id) for one in left)
    if not is_shown and mention.dismissed_at is None:
        for hidden in left:
            _split_off(scope, hidden, mention, entries.BOT)
        mention.dismissed_at, mention.dismissed_by = scope.now, seen.shared_by or entries.BOT
        # Posted again elsewhere, it is a mention anew.
        scope.session.execute(
            delete(Identity).where(Identity.team_id == scope.team_id, Identity.mention_id == mention.id)
        )
        slots.skip(scope, mention.id, "its post was deleted")
        outbox.cancel(scope, mention.id, "its post was deleted", ("ping",))
    cards.changed(scope, mention)


def _sightings_left(scope: Scope, mention: Mention) -> list[Sighting]:
    statement = select(Sighting).where(
        Sighting.team_id == scope.team_id, Sighting.mention_id == mention.id, Sighting.deleted_at.is_(None)
    )
    return list(scope.session.execute(statement.order_by(Sighting.id)).scalars())


def split(scope: Scope, sighting_id: str, by: str) -> str:
    """*Not the same*: the sighting becomes a mention of its own, with the same reading. Answers its id."""
    seen = scope.session.get(Sighting, (scope.team_id, sighting_id), with_for_update=True)
    if seen is None:
        raise MentionGone
    old = get(scope, seen.mention_id, by=by)
    if (seen.channel_id, seen.thread_ts) == (old.home_channel_id, old.home_ts):
        return old.id
    mention = _split_off(scope, seen, old, by)
    cards.changed(scope, old)
    return mention.id


def _split_off(scope: Scope, seen: Sighting, old: Mention, by: str) -> Mention:
    mention = Mention(
        team_id=scope.team_id,
        id=scope.new_id(),
        created_at=scope.now,
        home_channel_id=seen.channel_id,
        home_ts=seen.thread_ts,
        evidence=old.evidence,
        source=old.source,
        url=old.url,
        customer_id=old.customer_id,
        stance=old.stance,
        stance_reasons=old.stance_reasons,
        urgent_reasons=old.urgent_reasons,
        evidence_reasons=old.evidence_reasons,
    )
    scope.session.add(mention)
    scope.session.flush()
    seen.mention_id = mention.id
    for tag in tags(scope, old.id):
        if tag.brought_in_by is None:
            _add_tag(scope, mention, tag.department_id, (tag.position, tag.reasons, None))
    entries.write(scope, "split", mention.id, by, source=old.id)
    scope.session.flush()
    mention.card_channel_id = cards.place(scope, mention)
    cards.changed(scope, mention)
    ask(scope, mention)
    return mention
