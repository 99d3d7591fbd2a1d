"""On requests for a promise: asked on a card, on a message or by command; what the asked and the asker click."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.errors import AskedAlready, NobodyOfThatName, ViewOutdated, WordsToAskMissing
from bot.facts import Said
from bot.handlers.desk import Act, Click, Desk, answering, open_form
from bot.handlers.learning import mine
from bot.ledger import mentions, offers, people, promise_views, promises, requests, visibility
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.ledger.visibility import Audience
from bot.messages import actions as act
from bot.messages import forms
from bot.messages import requests as words
from bot.messages.views import Message, PromiseView
from bot.understanding import plain_text, read_due, split_due

_NAME_ALONE = re.compile(r"@([^\W\d][\w.-]*)")
_SOMEBODY = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>\s*(?:to\s+)?")
MOST_WORDS = 500


class Requests:
    """Buttons; their answers take the place of the message that asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        listeners: dict[str, Act] = {
            act.REQUEST_PROMISE: self._asked(lambda s, click: offers.track(s, click.value, click.user_id)),
            act.REQUEST_CANT: self._asked(lambda s, click: offers.decline(s, click.value, click.user_id)),
            act.REQUEST_COUNTER: self.counter,
            act.REQUEST_RECONSIDER: self._answering(requests.reconsider, words.answered),
            act.REQUEST_FINE: self._answering(requests.agree, words.decided),
            act.REQUEST_TAKE_BACK: self._answering(requests.take_back, words.decided),
            act.REQUEST_AGAIN: self._answering(requests.ask_again, words.decided),
        }
        for action, does in listeners.items():
            pattern = re.compile(rf"^{re.escape(action)}(\.\d+)?$")
            app.action(pattern)(answering(self._desk, self._in_list(does), replace=True))
        app.action(act.ASK_PROMISE)(answering(self._desk, self.ask, replace=False))

    def _in_list(self, does: Act) -> Act:
        """In `/ours mine` the whole list is shown anew."""

        async def act_and_show(click: Click) -> Message | None:
            message = await does(click)
            if message is None or click.is_home or not click.is_in_list:
                return message
            audience = await self._desk.audience(click.team_id, click.user_id)
            return await self._desk.read(click.team_id, lambda scope: mine(scope, audience))

        return act_and_show

    async def ask(self, click: Click) -> Message | None:
        """*Ask for a promise…* on a card."""

        def find(scope: Scope) -> str:
            requests.find_mention(scope, click.value, click.user_id)
            return people.hours_of(scope, click.user_id).zone

        zone = await self._desk.read(click.team_id, find)
        await open_form(self._desk, click, forms.ask_promise(click.value, zone, self._desk.clock.now()))
        return None

    async def counter(self, click: Click) -> Message | None:
        """Asks for the moment, unless the request is over."""
        view, ended = await self._desk.read(click.team_id, lambda scope: _found(scope, click, to_change=False))
        if ended is not None:
            return ended
        await open_form(self._desk, click, forms.counter(view, self._desk.clock.now()))
        return None

    def _asked(self, do: Callable[[Scope, Click], Any]) -> Act:
        """What the asked person answers; a stale button says that the request is over, and what may still be done."""

        async def act_once(click: Click) -> Message | None:
            def change(scope: Scope) -> Message:
                _, ended = _found(scope, click, to_change=True)
                return ended or words.answered(_shown(scope, do(scope, click), click.user_id))

            return await self._desk.run(click.team_id, change)

        return act_once

    def _answering(self, do: Callable[[Scope, str, str], Any], tell: Callable[[PromiseView], Message]) -> Act:
        async def act_once(click: Click) -> Message | None:
            return await self._desk.run(
                click.team_id, lambda s: tell(_shown(s, do(s, click.value, click.user_id), click.user_id))
            )

        return act_once


def _found(scope: Scope, click: Click, *, to_change: bool) -> tuple[PromiseView, Message | None]:
    """A request to the clicker, and what to say where it is over (promised it may be: that is no mistake)."""
    find = promises.find if to_change else promises.seen
    promise = find(scope, click.value, click.user_id)
    view = promise_views.promise(scope, promise)
    if promise.state in {"declined", "expired", "kept", "withdrawn"}:
        return view, words.over(view, requests.may_reconsider(promise))
    return view, words.answered(view) if promise.state == "open" else None


def _shown(scope: Scope, promise: Any, user_id: str) -> PromiseView:
    scope.session.flush()
    return promise_views.promise(scope, promise, Audience(user_id=user_id))


def asked_person(typed: str) -> tuple[str | None, str]:
    """Whom a command asks, if it begins with a ping, and the rest of it."""
    found = _SOMEBODY.match(typed)
    return (found[1], typed[found.end() :]) if found else (None, typed)


def check_named(typed: str) -> None:
    """Raises NobodyOfThatName where a command begins with a name that Slack made no ping of: whom one meant to ask
    would never hear of it, and oneself be reminded.
    """
    if found := _NAME_ALONE.match(typed):
        raise NobodyOfThatName(name=found[1])


def ask_by_command(scope: Scope, by: str, whom: str, where: tuple[str, str]) -> Message:
    """`/ours promise @person words by Thursday`, typed in a channel: the moment as the asker means it."""
    channel_id, typed = where
    text, due = split_due(plain_text(typed), scope.now, people.hours_of(scope, by), _locale(scope, by))
    if not any(letter.isalnum() for letter in text):
        raise WordsToAskMissing
    channel = people.find_channel(scope, channel_id)
    is_shared = channel is not None and not channel.is_direct
    both = is_shared and all(visibility.person_can_open(scope, who, channel_id) for who in (by, whom))
    spoken = Spoken(text.strip()[:MOST_WORDS], due, None, channel_id if both else None)
    return words.asked(_shown(scope, requests.ask(scope, Asking(whom, spoken), by), by))


def message_asked_about(scope: Scope, by: str, said: Said, text: str) -> tuple[str, PromiseView]:
    """For the form that asks the writer of a message for a promise: what the form is about, and what it begins with.

    Raises AskedAlready where the message is promised.
    """
    known = promises.said_at(scope, said.channel_id, said.ts)
    if known is not None and known.state in requests.PUBLIC:
        raise AskedAlready(who=known.user_id)
    hours = people.hours_of(scope, by)
    due = read_due(text, said.at, people.hours_of(scope, str(said.user_id)), _locale(scope, str(said.user_id)))
    about = "|".join((said.channel_id, said.ts, said.thread_ts, str(said.user_id)))
    return about, PromiseView("", str(said.user_id), text, due, hours.zone, "requested")


def asking_of(scope: Scope, about: str, wanted: Asking, by: str) -> Asking:
    """What a form asks for, and where: about a mention, or of the writer of a message. Raises ViewOutdated."""
    spoken = wanted.spoken
    if "|" in about:
        if about.count("|") != 3:
            raise ViewOutdated
        channel_id, ts, thread_ts, author = about.split("|")
        mention = mentions.in_thread(scope, channel_id, thread_ts)
        said = Said(channel_id, ts, thread_ts, author, scope.now)
        return Asking(author, replace(spoken, mention_id=mention.id if mention else None), said)
    mention = requests.find_mention(scope, about, by)
    card = mention.card_channel_id
    place = card if card and visibility.person_can_open(scope, by, card) else mention.home_channel_id
    return Asking(wanted.user_id, replace(spoken, mention_id=mention.id, channel_id=place))


def _locale(scope: Scope, user_id: str) -> str:
    person = people.find(scope, user_id)
    return (person.locale if person else None) or "en-US"
