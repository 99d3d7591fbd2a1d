"""Facts into the ledger: what each event changes. Runs inside the transaction that marks its inbox row done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot import inbox, outbox
from bot.database import Scope
from bot.facts import PROMISED_FROM, ChannelFacts, PersonFacts, Said
from bot.jobs import asking, causing, evidencing, marking, taking_in
from bot.jobs.preparing import Prepared
from bot.jobs.wanting import ReadPost, wanted
from bot.ledger import (
    cards,
    department_edits,
    edits,
    entries,
    evidence,
    homes,
    leaves,
    marks,
    mention_marks,
    mentions,
    newcomers,
    offers,
    orphans,
    people,
    presence,
    promises,
    reminders,
    replanning,
    sightings,
    visibility,
    watermarks,
    workspaces,
)
from bot.ledger.edits import Edited
from bot.ledger.presence import stamp
from bot.slack import events
from bot.slack.events import Posted
from bot.understanding import plain_text


def apply(scope: Scope, prepared: Prepared | None) -> None:
    """Apply one event. Unknown ones change nothing."""
    if prepared is None:
        return
    _remember(scope, prepared.people)
    if prepared.channel is not None:
        _meet_channel(scope, prepared.channel, prepared.members)
    match prepared.event:
        case Posted():
            _posts(scope, prepared)
        case events.Deleted(channel_id, ts):
            _deleted(scope, channel_id, ts)
        case events.Joined():
            _joined(scope, prepared.event)
        case events.Left():
            _left(scope, prepared.event)
        case events.Reacted():
            _reacted(scope, prepared, prepared.event)
        case events.PersonChanged():
            _person_changed(scope, prepared.event)
        case events.GroupChanged(group_id, joined, left):
            department_edits.group_changed(scope, group_id, joined, left)
        case events.HomeOpened(user_id):
            _home_opened(scope, prepared, user_id)
        case events.MessagesOpened(user_id):
            newcomers.looked_in(scope, user_id)
        case events.ThreadWanted() | events.IntakePosted():
            _of_our_own(scope, prepared, prepared.event)


def _person_changed(scope: Scope, event: events.PersonChanged) -> None:
    told = people.with_locale(scope, event.person)
    _remember(scope, [told])
    if told.locale is None:
        people.ask_again(scope, told.id)
    if event.is_new:
        newcomers.arrived(scope, event.person.id)


def _remember(scope: Scope, facts: Sequence[PersonFacts]) -> None:
    """What Slack says of people; whose account is gone leaves nothing behind, for whoever is on leave others stand in,
    and who travels hears while they work there.
    """
    gone, changed, moved = orphans.gone(scope, facts), leaves.changed(scope, facts), people.moved(scope, facts)
    people.remember(scope, facts)
    if moved:
        replanning.soon(scope, moved)
    for user_id in changed:
        leaves.follow(scope, user_id)
    for user_id in gone:
        orphans.leave(scope, user_id)


def _meet_channel(scope: Scope, facts: ChannelFacts, members: tuple[str, ...] | None) -> None:
    if people.find_channel(scope, facts.id) is None:
        reminders.begin_tomorrow(scope, facts.id)
        if facts.bot_is_in and not facts.is_direct:
            _begin_history(scope, facts.id)
    cards.channel_seen(scope, facts)
    if members is not None:
        people.remember_members(scope, facts.id, members)


def _begin_history(scope: Scope, channel_id: str) -> None:
    """Of a channel of whose joining no event told: it was not among those of the last pass."""
    here = presence.find(scope)
    since = here.pass_at if here is not None and here.pass_at is not None else scope.now
    if channel_id not in watermarks.begun(scope):
        watermarks.begin(scope, channel_id, stamp(since))


def _of_our_own(scope: Scope, prepared: Prepared, event: events.ThreadWanted | events.IntakePosted) -> None:
    for post in prepared.posts:
        if isinstance(event, events.ThreadWanted):
            _promise(scope, post)
        else:
            taking_in.record(scope, event, post)
            read_thread_again(scope, event.channel_id, event.ts)


def _posts(scope: Scope, prepared: Prepared) -> None:
    if (own := prepared.own_root) is not None:
        inbox.supersede(scope, own.channel_id, own.ts, own.edited_ts)
    for post in prepared.posts:
        is_root_fetched = post.posted is not prepared.event
        later = post.posted.is_change or (is_root_fetched and not post.posted.wanted_by)
        if later and not inbox.supersede(scope, post.posted.channel_id, post.posted.ts, post.posted.edited_ts):
            continue
        if prepared.asked is not None and post.posted is prepared.event:
            event = asking.answer(scope, post.posted, post.reading, prepared.asked)
            if event is None:
                continue
            post = replace(post, posted=event)  # noqa: PLW2901
        _posted(scope, post)


def _posted(scope: Scope, post: ReadPost) -> None:
    event = post.posted
    channel = people.find_channel(scope, event.channel_id)
    if channel is None or channel.is_direct or channel.mode == "off":
        return
    causing.look(scope, post)
    if event.is_change:
        _promise_edited(scope, post)
    if event.promise_wanted_by is not None:
        _promise_wanted(scope, post)
        return
    if event.wanted_by is not None or sightings.was_shared_by_hand(scope, event.channel_id, event.ts):
        post = wanted(post)
    about = mentions.in_thread(scope, event.channel_id, event.thread_ts) if event.is_reply else None
    in_thread = about is not None
    if about is not None:  # first, since it locks promises, and these are locked before mentions
        evidencing.look(scope, about.id, about.url, post)
    if sightings.at(scope, event.channel_id, event.ts) is not None or (
        not in_thread and _makes_card(post, channel.mode)
    ):
        _record(scope, post)
    elif not in_thread and post.reading.mention.is_mention and post.is_person and not event.is_change:
        _offer_share(scope, post)
    elif about is not None and about.dismissed_at is None and evidencing.customer_speaks(post):
        mentions.customer_spoke(scope, about.id)
    _promise(scope, post)


def _makes_card(post: ReadPost, mode: str) -> bool:
    """Structure makes a card; words or a name alone do only in eager channels."""
    mention = post.reading.mention
    if post.posted.wanted_by is not None:
        return True
    return mention.is_mention and (mention.evidence == "structure" or mode == "eager")


def _promise_wanted(scope: Scope, post: ReadPost) -> None:
    """*Track a promise* on one's own message: it is offered, whatever was read in it."""
    event, reading = post.posted, post.reading
    if event.promise_wanted_by != event.user_id:
        return
    mention = mentions.in_thread(scope, event.channel_id, event.thread_ts)
    words = reading.promise.words or plain_text(event.text)
    due = _still_to_come(reading.due, scope.now)
    spoken = promises.Spoken(words, due, mention.id if mention else None, is_read=reading.promise.is_promise)
    known = promises.said_at_locked(scope, event.channel_id, event.ts)
    if known is None:
        offers.offer(scope, said(post), spoken)
    else:
        offers.offer_again(scope, known, spoken)


def _still_to_come(due: datetime | None, now: datetime) -> datetime | None:
    """What a message tells of the past ("as I said yesterday") is no moment of its promise."""
    return due if due is not None and due > now else None


def said(post: ReadPost) -> Said:
    event = post.posted
    return Said(
        channel_id=event.channel_id,
        ts=event.ts,
        thread_ts=event.thread_ts,
        user_id=event.user_id if post.is_person else None,
        at=event.at,
        edited_ts=event.edited_ts,
        keys=post.keys,
    )


def _record(scope: Scope, post: ReadPost) -> None:
    where = said(post)
    by = post.posted.wanted_by or where.user_id or "an integration"
    is_new_here = sightings.at(scope, where.channel_id, where.ts) is None
    recorded = sightings.record(scope, where, post.reading, by)
    if recorded.is_new:
        presence.recovered(scope, "mention", where.ts)
    if post.posted.wanted_by is not None:
        mentions.undo_dismiss(scope, recorded.mention_id, by)
    if is_new_here and (post.posted.is_change or post.posted.reply_count or post.posted.wanted_by):
        read_thread_again(scope, where.channel_id, where.thread_ts)


def read_thread_again(scope: Scope, channel_id: str, thread_ts: str) -> None:
    """Replies that came before the root was known as a mention are read once more."""
    event = {"type": events.THREAD_WANTED, "channel": channel_id, "ts": thread_ts}
    envelope = {"team_id": scope.team_id, "event_id": f"thread:{channel_id}:{thread_ts}", "event": event}
    inbox.store(scope.session, [inbox.arrival(envelope)], scope.new_id, scope.now)


def _offer_share(scope: Scope, post: ReadPost) -> None:
    """Ask the author privately, at most once a day: "Share this as a customer mention?"."""
    event, user_id = post.posted, post.posted.user_id
    if user_id is None or not people.may_offer_share(scope, user_id):
        return
    details = {"channel": event.channel_id, "ts": event.ts, "user": user_id}
    if event.is_reply:
        details["thread_ts"] = event.thread_ts
    lane = user_id if visibility.has_outsiders(scope, event.channel_id) else event.channel_id
    outbox.put(scope, outbox.Saying(lane, "share_offer", details=details))


def _promise(scope: Scope, post: ReadPost) -> None:
    """A teammate's promise in a mention's thread (or in the words with which it was shared) is offered to them."""
    event, reading = post.posted, post.reading
    mention_id = _promised_about(scope, post)
    if mention_id is None:
        return
    due = _still_to_come(reading.due, event.at)
    spoken = promises.Spoken(reading.promise.words, due, mention_id, is_read=True, waits_for=causing.bound_to(reading))
    if offers.offer(scope, said(post), spoken) is not None:
        presence.recovered(scope, "promise", event.ts)


def _promised_about(scope: Scope, post: ReadPost) -> str | None:
    """The id of the mention about which a teammate promises something there, if they want to be asked about it."""
    event = post.posted
    is_promise = post.is_person and post.reading.promise.is_promise
    if not is_promise or not offers.may_read(scope, event.user_id, event.channel_id):
        return None
    mention = mentions.in_thread(scope, event.channel_id, event.thread_ts)
    return mention.id if mention is not None and mention.dismissed_at is None else None


def _promise_edited(scope: Scope, post: ReadPost) -> None:
    event, reading = post.posted, post.reading
    promise = promises.said_at_locked(scope, event.channel_id, event.ts)
    if promise is None:
        return
    due = _still_to_come(reading.due, event.at)
    spoken = promises.Spoken(reading.promise.words, due, promise.mention_id, is_read=True)
    spoken = replace(spoken, waits_for=causing.bound_to(reading))
    if promise.state == "offered":
        offers.edited(scope, promise, spoken if reading.promise.is_promise else None)
        return
    if offers.is_changed_away(promise):
        if _promised_about(scope, post) is not None:
            offers.offer_again(scope, promise, spoken, entries.BOT)
        return
    # Whoever declined offers meanwhile is offered less, but what they had tracked stays a promise.
    is_promise = reading.promise.is_promise or reading.promise.score >= PROMISED_FROM
    words = reading.promise.words or plain_text(event.text)
    edited = Edited(event.user_id, event.edited_ts, words, reading.due, is_promise)
    edits.follow(scope, promise.id, edited)


def _deleted(scope: Scope, channel_id: str, ts: str) -> None:
    inbox.supersede(scope, channel_id, ts, inbox.DELETED)
    evidence.deleted(scope, channel_id, ts)  # locks promises, and these go before mentions
    promise = promises.said_at_locked(scope, channel_id, ts)
    sightings.deleted(scope, channel_id, ts)
    if promise is not None:
        offers.deleted(scope, promise)


def _joined(scope: Scope, event: events.Joined) -> None:
    people.add_member(scope, event.channel_id, event.user_id)
    if event.user_id != workspaces.bot_ids(scope)[0]:
        return
    channel = people.find_channel(scope, event.channel_id)
    if channel is None or channel.is_direct:
        return
    watermarks.begin(scope, event.channel_id, event.ts or stamp(scope.now))
    channel.bot_is_in = True
    if channel.welcomed_at is None:
        channel.welcomed_at = scope.now
        # Where outsiders can read, the bot posts nothing: whoever invited it is told.
        outside = visibility.has_outsiders(scope, event.channel_id)
        lane = event.inviter if outside else event.channel_id
        if lane is not None:
            outbox.put(scope, outbox.Saying(lane, "welcome", details={"channel": event.channel_id}))
        newcomers.lead_to_setup(scope, event.inviter)


def _left(scope: Scope, event: events.Left) -> None:
    if event.user_id is None or event.user_id == workspaces.bot_ids(scope)[0]:
        people.left_channel(scope, event.channel_id)
    if event.user_id is not None:
        people.drop_member(scope, event.channel_id, event.user_id)


def _home_opened(scope: Scope, prepared: Prepared, user_id: str) -> None:
    for channel_id, members in sorted(prepared.members_of.items()):
        people.remember_members(scope, channel_id, members)
    homes.opened(scope, user_id, prepared.hidden)


def _reacted(scope: Scope, prepared: Prepared, event: events.Reacted) -> None:
    if marks.is_keeping(event.name):
        marking.keep(scope, event)
    elif marking.makes_mention(scope, event) and prepared.posts:
        _posts(scope, prepared)
        mention_marks.note(scope, (event.channel_id, event.ts), event.user_id, event.name, is_first=True)
