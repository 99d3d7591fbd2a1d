"""Plain words to the bot, in a channel or directly: read, done, and answered to whoever asked alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.database import Scope
from bot.errors import BotError, ClockImpossible, NobodyOfThatName, SlackRefused, WordsMissing
from bot.facts import Reading
from bot.jobs.loops import Shop
from bot.ledger import asked_speech, customers, offers, people, promises, requests, visibility
from bot.ledger.requests import Asking
from bot.slack import fetch
from bot.slack.events import Posted
from bot.understanding import (
    USUAL_THRESHOLD,
    Ask,
    impossible_clock,
    normalise_name,
    possible_addresses,
    promise_threshold,
    read_ask,
    split_due,
    spoken_to,
)

LATE = timedelta(hours=1)
"""What was asked so long ago (the bot was away) is not answered any more; what was to be remembered, is."""
_NAME = re.compile(r"@([^\W\d][\w.-]*)\s+(?:to\s+)?")
_PING = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
SHOWS_MENTIONS = frozenset({"open", "mine", "customer", "rules", "digest", "help", "unknown"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked; `whom` is to promise it, where that is a colleague. `members` are those of the asker's private
    channels, read again before anything of them is shown; `hidden` are the channels where Slack did not say.
    """

    ask: Ask
    whom: str | None = None
    members: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hidden: tuple[str, ...] = ()


async def hear(shop: Shop, client: AsyncWebClient, team_id: str, event: Posted, own_id: str) -> Asked | None:
    """What a person's message asks of the bot; None when it is not addressed."""
    is_direct = event.channel_id.startswith("D")
    if event.user_id is None or event.is_change or not (is_direct or f"<@{own_id}" in event.text):
        return None
    words = spoken_to(event.text, own_id, is_direct=is_direct)
    if words is None:
        return None
    ask = read_ask(words)
    if ask.kind not in SHOWS_MENTIONS:
        return Asked(ask, _whom(event, ask, own_id))
    user_id = event.user_id
    found = await shop.database.read(
        lambda session: people.closed_channels_with_mentions(shop.scope_at(team_id)(session), user_id)
    )
    members, hidden = await _members(client, [channel_id for channel_id, is_fresh in found if not is_fresh])
    return Asked(ask, None, members, hidden)


def _whom(event: Posted, ask: Ask, own_id: str) -> str | None:
    """Whom a promise is asked of: it begins with their ping."""
    if ask.kind != "promise" or not _NAME.match(ask.rest):
        return None
    return next((one for one in _PING.findall(event.text) if one != own_id), None)


async def _members(
    client: AsyncWebClient, channel_ids: Sequence[str]
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    """The members of private channels as Slack says just now; where it refuses, nothing of the channel is shown."""
    told, hidden = [], []
    for channel_id in channel_ids:
        try:
            told.append((channel_id, tuple(await fetch.members(client, channel_id))))
        except SlackRefused:
            hidden.append(channel_id)
    return tuple(told), tuple(hidden)


def answer(scope: Scope, event: Posted, reading: Reading, asked: Asked) -> Posted | None:
    """Do what is asked, and queue the answer. Answers the message as it is to be read now; None: nothing is left in it.
    In a channel "I'll get back to her" is offered as a promise of that message, and customers' words are shared.
    """
    ask, by = asked.ask, str(event.user_id)
    person, channel = people.find(scope, by), people.find_channel(scope, event.channel_id)
    if person is None or not person.is_reachable:
        return event  # people from outside are not answered
    reads = channel is not None and not channel.is_direct and channel.mode != "off"
    if ask.kind == "unknown" and reading.mention.is_mention and reads:
        return replace(event, wanted_by=by)
    if ask.kind == "unknown" and reading.promise.is_promise:
        ask = Ask("promise", rest=ask.rest or reading.promise.words)
    if ask.kind == "unknown" and reading.mention.is_mention and not reads and _is_heard_alone(scope, event):
        asked_speech.put(scope, by, _where(event), "words", ts=event.ts)
        return None
    if ask.kind == "promise" and reads and reading.promise.is_promise and asked.whom is None:
        return replace(event, promise_wanted_by=by)
    for channel_id, members in asked.members:
        people.remember_members(scope, channel_id, members)
    if ask.kind in {"promise", "remind"}:
        _promise(scope, event, replace(asked, ask=ask))
    elif ask.kind != "thanks" and scope.now - event.at < LATE:
        _tell(scope, event, ask, asked.hidden)
    return None


def _is_heard_alone(scope: Scope, event: Posted) -> bool:
    """Whether a colleague wrote it directly to the bot: then a customer's words reach nobody but it."""
    return event.channel_id.startswith("D") and people.is_colleague(scope, str(event.user_id))


def _where(event: Posted) -> tuple[str, str | None]:
    return event.channel_id, event.thread_ts if event.is_reply else None


def _promise(scope: Scope, event: Posted, asked: Asked) -> None:
    """As `/ours promise`: one's own, or asked of a colleague."""
    by = str(event.user_id)
    try:
        kind, made = _made(scope, event, asked)
    except BotError as error:
        asked_speech.put(scope, by, _where(event), "mistake", words=error.words, people=list(error.people))
    else:
        asked_speech.put(scope, by, _where(event), kind, subject_id=made)


def _made(scope: Scope, event: Posted, asked: Asked) -> tuple[str, str]:
    """What was made, and its id."""
    by, named = str(event.user_id), _NAME.match(asked.ask.rest) if asked.ask.kind == "promise" else None
    if named is not None and asked.whom is None:
        raise NobodyOfThatName(name=named[1])
    spoken = _spoken(scope, event, asked.ask.rest[named.end() if named is not None else 0 :])
    if asked.whom is None or asked.whom == by:
        return "promised", promises.make(scope, by, spoken).id
    here = spoken.channel_id
    if here is not None and not all(visibility.person_can_open(scope, one, here) for one in (by, asked.whom)):
        spoken = replace(spoken, channel_id=None)
    return "asked_for", requests.ask(scope, Asking(asked.whom, spoken), by).id


def _spoken(scope: Scope, event: Posted, typed: str) -> promises.Spoken:
    by = str(event.user_id)
    if clock := impossible_clock(typed):
        raise ClockImpossible(clock=clock)
    person = people.find(scope, by)
    locale = (person.locale if person else None) or "en-US"
    words, due = split_due(typed, event.at, people.hours_of(scope, by), locale)
    if not any(character.isalnum() for character in words):
        raise WordsMissing
    channel = people.find_channel(scope, event.channel_id)
    where = event.channel_id if channel is not None and not channel.is_direct else None
    return promises.Spoken(words.strip(), due, None, where)


def _tell(scope: Scope, event: Posted, ask: Ask, hidden: Sequence[str]) -> None:
    by, more = str(event.user_id), dict[str, object]()
    if ask.kind == "customer":
        found = customers.meant(scope, normalise_name(ask.rest), possible_addresses(ask.rest))
        more["subject_id"] = found.id if found is not None and people.is_colleague(scope, by) else None
    if ask.kind == "mine":
        more["is_offered_less"] = promise_threshold(*offers.answered_lately(scope, by)) > USUAL_THRESHOLD
    if ask.kind == "unknown":
        more["nearest"] = ask.nearest
    asked_speech.put(scope, by, _where(event), ask.kind, hidden=list(hidden), **more)
