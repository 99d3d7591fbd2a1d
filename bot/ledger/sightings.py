"""Sightings: every place where a customer's words were posted. The first makes the mention, the last takes it along."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, String, cast, select

from bot import outbox
from bot.database import Scope
from bot.errors import MentionGone
from bot.facts import Reading, Said
from bot.ledger import cards, corrections, entries, identities, mentions, promises, shares, slots, tags, visibility
from bot.ledger.visibility import Audience
from bot.models import Customer, Mention, Sighting
from bot.statements import find, is_sqlite, prepared


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of a post: its mention, and whether the post made it (or only was another sighting)."""

    mention_id: str
    is_new: bool


def record(scope: Scope, said: Said, reading: Reading, by: str) -> Recorded:
    """A post with a customer's words: the first makes the mention, the same outside post again adds a sighting."""
    seen = at(scope, said.channel_id, said.ts)
    if seen is not None:
        return _edited(scope, seen, said, reading)
    mention_id = scope.new_id()
    same = identities.find_or_write(scope, said, mention_id)
    if same is not None:
        _add(scope, same, said, reading)
        entries.write(scope, "share_again", same.id, by)
        _note(scope, same, said)
        card_readers = Audience(channel_id=same.card_channel_id or same.home_channel_id)
        if visibility.can_open(scope, card_readers, said.channel_id):
            cards.changed(scope, same)
        return Recorded(same.id, False)
    mention = _create_mention(scope, mention_id, said, reading)
    _add(scope, mention, said, reading)
    entries.write(scope, "share_mention", mention.id, by, evidence=mention.evidence)
    tags.add_read(scope, mention, [one for one in reading.departments if one.tagged])
    mention.card_channel_id = cards.place(scope, mention)
    if mention.card_channel_id is None:
        cards.tell_no_place(scope, mention, by)
    cards.changed(scope, mention)  # the card goes first, its ping after it
    tags.ask(scope, mention)
    return Recorded(mention.id, True)


def at(scope: Scope, channel_id: str, ts: str) -> Sighting | None:
    return scope.session.execute(*_at(scope.team_id, channel_id, ts)).scalar_one_or_none()


@prepared
def _at(team: str, channel: str, ts: str) -> Select[Sighting]:
    return select(Sighting).where(Sighting.team_id == team, Sighting.channel_id == channel, Sighting.ts == ts)


def marked_among(scope: Scope, channel_id: str, ts: Collection[str]) -> set[str]:
    """Those of these messages of a channel that emoji marked."""
    return set(scope.session.execute(*_marked_among(scope.team_id, channel_id, list(ts))).scalars()) if ts else set()


@prepared
def _marked_among(team: str, channel: str, among: Collection[str]) -> Select[str]:
    there = (Sighting.team_id == team, Sighting.channel_id == channel, Sighting.ts.in_(among))
    return select(Sighting.ts).where(*there, cast(Sighting.marks, String) != "[]")


def stands_at(scope: Scope, channel_id: str, ts: str) -> bool:
    """Whether a customer's words stand there and were not deleted."""
    seen = at(scope, channel_id, ts)
    return seen is not None and seen.deleted_at is None


def standing_in_thread(scope: Scope, channel_id: str, thread_ts: str, by: datetime) -> set[str]:
    """The ts of all posts of a thread that show customers' words and were known by that moment."""
    return set(scope.session.execute(*_in_thread(scope.team_id, channel_id, thread_ts, by)).scalars())


@prepared
def _in_thread(team: str, channel: str, thread: str, by: datetime) -> Select[str]:
    return select(Sighting.ts).where(
        Sighting.team_id == team,
        Sighting.channel_id == channel,
        Sighting.thread_ts == thread,
        Sighting.shared_at <= by,
        Sighting.deleted_at.is_(None),
    )


def was_shared_by_hand(scope: Scope, channel_id: str, ts: str) -> bool:
    """Whether a person's act, not what was read, made a mention of that message."""
    seen = at(scope, channel_id, ts)
    return seen is not None and scope.session.get_one(Mention, (scope.team_id, seen.mention_id)).evidence == "person"


def _create_mention(scope: Scope, mention_id: str, said: Said, reading: Reading) -> Mention:
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
        urgent_reasons=_urgent_reasons(reading),
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


def _add(scope: Scope, mention: Mention, said: Said, reading: Reading) -> None:
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


def _note(scope: Scope, mention: Mention, said: Said) -> None:
    """Tell the second place where the thread is. Its readers may see it: identity is bound to the audience."""
    seen = at(scope, said.channel_id, said.ts)
    if seen is not None and mention.dismissed_at is None and not visibility.has_outsiders(scope, said.channel_id):
        outbox.put(scope, outbox.Saying(said.channel_id, "sighting_note", seen.id))


def _edited(scope: Scope, seen: Sighting, said: Said, reading: Reading) -> Recorded:
    """A later state of a post that is a mention already: newer words replace older, departments only add up."""
    mention = _lock(scope, seen)
    if (said.edited_ts or "") < (seen.edited_ts or "") or (said.edited_ts is None and seen.edited_ts is not None):
        return Recorded(mention.id, False)
    is_edit = said.edited_ts is not None and said.edited_ts != seen.edited_ts
    seen.edited_ts = said.edited_ts or seen.edited_ts
    # An unfurled link adds words; a person's edit may also take some away, and then they are gone here too.
    before = seen.quote
    seen.quote = reading.mention.quote if is_edit else reading.mention.quote or seen.quote
    if is_edit and seen.quote != before:
        corrections.forget_words(scope, mention.id)
    if is_edit and not reading.mention.is_mention:
        if seen.deleted_at is None:
            _withdraw(scope, mention, seen)
        return Recorded(mention.id, False)
    if seen.deleted_at is not None:
        _restore(scope, mention, seen, said)
    # Only what is said at home changes the card: another place's words may be for fewer eyes.
    if (seen.channel_id, seen.thread_ts) != (mention.home_channel_id, mention.home_ts):
        return Recorded(mention.id, False)
    is_first = _left(scope, mention)[0].id == seen.id
    if is_first:
        _reread(scope, mention, reading, is_edit=is_edit)
    if is_edit and is_first:
        _identify_anew(scope, mention, said)
    scope.session.flush()
    if mention.dismissed_at is None:
        concerned = [one for one in reading.departments if one.tagged]
        tags.drop_guesses(scope, mention, concerned)
        tags.add_read(scope, mention, concerned)
        tags.ask(scope, mention)
        cards.changed(scope, mention)
    return Recorded(mention.id, False)


def _reread(scope: Scope, mention: Mention, reading: Reading, *, is_edit: bool) -> None:
    """What is known of a mention follows its words: an edit takes the place of all that was read before, an unfurled
    link adds what it brings.
    """
    read, was_urgent = reading.mention, bool(mention.urgent_reasons)
    if is_edit or (mention.url is None and read.url is not None):
        mention.url, mention.source = read.url, read.source or mention.source
    if is_edit:
        mention.evidence = mention.evidence if mention.evidence == "person" else read.evidence or mention.evidence
        mention.evidence_reasons = [reason.words for reason in read.reasons]
    if is_edit or reading.stance.label != "unknown":
        mention.stance = reading.stance.label
        mention.stance_reasons = [reason.words for reason in reading.stance.reasons]
    if is_edit or reading.urgency.is_urgent:
        mention.urgent_reasons = _urgent_reasons(reading)
    mention.customer_id = _customer_id(scope, read.customer) or mention.customer_id
    if mention.urgent_reasons and not was_urgent:
        shares.watch_over(scope, mention)


def _urgent_reasons(reading: Reading) -> list[str]:
    return [reason.words for reason in reading.urgency.reasons] if reading.urgency.is_urgent else []


def _identify_anew(scope: Scope, mention: Mention, said: Said) -> None:
    """After an edit it is the outside post that its words name now. Where it stands elsewhere, too, it is also what it
    was.
    """
    if len(_left(scope, mention)) == 1:
        identities.forget(scope, mention.id)
    identities.find_or_write(scope, said, mention.id)


def deleted(scope: Scope, channel_id: str, ts: str) -> None:
    """A post was deleted. Its words go; a mention that stands nowhere else is dismissed by its author's act."""
    seen = at(scope, channel_id, ts)
    if seen is None:
        return
    mention = _lock(scope, seen)
    if seen.deleted_at is None:
        _withdraw(scope, mention, seen)


def _lock(scope: Scope, seen: Sighting, by: str | None = None) -> Mention:
    """The mention of a sighting, locked, and the sighting as it is then: it may have been split off meanwhile. (On
    SQLite nobody else writes.)
    """
    while True:
        mention = mentions.get(scope, seen.mention_id, by=by)
        if is_sqlite(scope.session):
            return mention
        scope.session.refresh(seen)
        if seen.mention_id == mention.id:
            return mention


def _withdraw(scope: Scope, mention: Mention, seen: Sighting) -> None:
    """A place shows the customer's words no more. Where the card's readers can see none of the others, the mention
    is dismissed; what stands in places that they could not open goes on as a mention of its own there.
    """
    seen.deleted_at, seen.quote = scope.now, ""
    corrections.forget_words(scope, mention.id)
    entries.write(scope, "delete_sighting", mention.id, seen.shared_by or entries.BOT)
    scope.session.flush()
    readers = Audience(channel_id=mention.card_channel_id or mention.home_channel_id)
    left = _left(scope, mention)
    is_shown = any(visibility.can_open(scope, readers, one.channel_id) for one in left)
    if not is_shown and mention.dismissed_at is None:
        for hidden in left:
            _split_off(scope, hidden, mention, entries.BOT)
        mention.dismissed_at, mention.dismissed_by = scope.now, seen.shared_by or entries.BOT
        identities.forget(scope, mention.id)
        slots.skip(scope, mention.id, "its post was deleted")
        outbox.cancel(scope, mention.id, "its post was deleted", (cards.PING,))
        cards.renew_pings(scope, mention)
    cards.changed(scope, mention)


def _restore(scope: Scope, mention: Mention, seen: Sighting, said: Said) -> None:
    """An edit brings back the words that an earlier one took away: what `_withdraw` did is taken back."""
    was_withdrawn = mention.dismissed_at == seen.deleted_at
    seen.deleted_at = None
    entries.write(scope, "restore_sighting", mention.id, seen.shared_by or entries.BOT)
    scope.session.flush()
    identities.find_or_write(scope, said, mention.id)
    if was_withdrawn:
        mentions.take_up(scope, mention, seen.shared_by or entries.BOT)


def _left(scope: Scope, mention: Mention) -> list[Sighting]:
    statement = select(Sighting).where(
        Sighting.team_id == scope.team_id, Sighting.mention_id == mention.id, Sighting.deleted_at.is_(None)
    )
    return list(scope.session.execute(statement.order_by(Sighting.id)).scalars())


def split(scope: Scope, sighting_id: str, by: str) -> str:
    """*Not the same*: the sighting becomes a mention of its own, with the same reading. Answers its id."""
    seen = find(scope.session, Sighting, scope.team_id, sighting_id)
    if seen is None:
        raise MentionGone
    old = _lock(scope, seen, by)
    if seen.deleted_at is not None:
        raise MentionGone
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
    for tag in tags.of_mention(scope, old.id):
        if tag.brought_in_by is None:
            tags.add(scope, mention, tag.department_id, (tag.position, tag.reasons, None))
    entries.write(scope, "split", mention.id, by, source=old.id)
    scope.session.flush()
    mention.card_channel_id = cards.place(scope, mention)
    promises.follow(scope, old, mention)  # before anybody is asked: who promised there is on it
    cards.changed(scope, mention)
    tags.ask(scope, mention)
    return mention
