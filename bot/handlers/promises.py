"""On promises: the private offer, nudges, `/ours mine`, and hand-offs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.clock import WorkingHours
from bot.database import Scope
from bot.handlers.desk import Act, Click, Desk, answering, open_form
from bot.handlers.learning import mine
from bot.handlers.promise_forms import unnamed_cause
from bot.ledger import (
    edits,
    escalations,
    evidence,
    hand_offs,
    nudge_speech,
    offers,
    people,
    promise_views,
    promises,
    risks,
    views,
)
from bot.ledger.visibility import Audience
from bot.messages import absences, answers, forms, nudges
from bot.messages import actions as act
from bot.messages import evidence as evidence_words
from bot.messages import promises as words
from bot.messages.views import Message, PromiseView

MONDAY = 0


class Promises:
    """Buttons on promises; their answers take the place of the message that asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        listeners: dict[str, Act] = {
            act.TRACK: self._unless_lapsed(self.track),
            act.CHANGE_DATE: self._unless_lapsed(self.change_date),
            act.NOT_A_PROMISE: self._unless_lapsed(self.not_a_promise),
            act.NEVER_OFFER: self.never_offer,
            act.OFFERS_ON: self.offers_on,
            act.DONE: self.done,
            act.TOMORROW: self.tomorrow,
            act.MONDAY: self.monday,
            act.MOVE: self.move,
            act.HAND_OVER: self.hand_over,
            act.KEEP_MYSELF: self.keep_myself,
            act.WITHDRAW: self.withdraw,
            act.EDIT_MOVE: self.edit_move,
            act.EDIT_LEAVE: self.edit_leave,
            act.EVIDENCE_YES: self.evidence_yes,
            act.EVIDENCE_NO: self.evidence_no,
            act.AT_RISK: self.at_risk,
            act.ON_TRACK: self.on_track,
            act.MUTE: self.mute,
            act.UNMUTE: self.unmute,
            act.REOPEN: self.reopen,
            act.TAKE: self.take,
            act.CANT: self.cant,
            act.HEAD_TAKES: self.head_takes,
            act.HEAD_MUTES: self.head_mutes,
            act.HEAD_UNMUTES: self.head_unmutes,
        }
        for action, does in listeners.items():
            pattern = re.compile(rf"^{re.escape(action)}(\.\d+)?$")
            app.action(pattern)(answering(self._desk, self._in_lists(does), replace=True))

    def _in_lists(self, does: Act) -> Act:
        """In a list of several, the whole list is shown anew, so that the others stay within reach: `/ours mine` as it
        is now, a merged DM below what the click led to.
        """

        async def act_and_show(click: Click) -> Message | None:
            message = await does(click)
            if message is None or click.is_home or (click.message is None and not click.is_in_list):
                return message
            if click.message is None:
                audience = await self._desk.audience(click.team_id, click.user_id)
                return await self._desk.read(click.team_id, lambda scope: mine(scope, audience))
            left = await self._desk.read(click.team_id, lambda scope: _left(scope, click))
            return message if left is None else Message(message.text, message.blocks + left.blocks)

        return act_and_show

    def _unless_lapsed(self, does: Act) -> Act:
        """The buttons of an offer stay where they are when it lapses: they say so, instead of what can't be done."""

        async def act_or_tell(click: Click) -> Message | None:
            view = await self._view(click)
            return words.offer_answered("lapsed", view) if view.state == "expired" else await does(click)

        return act_or_tell

    async def track(self, click: Click) -> Message | None:
        """Without a moment that is still to come, *Track it* asks for one."""
        view, now = await self._view(click), self._desk.clock.now()
        if view.state == "offered" and (view.due is None or view.due <= now):
            return await self.change_date(click)
        return await self._change(click, lambda s: offers.track(s, click.value, click.user_id), _tracked)

    async def change_date(self, click: Click) -> Message | None:
        def find(scope: Scope) -> tuple[PromiseView, str]:
            promise = promises.find(scope, click.value, click.user_id)
            return promise_views.promise(scope, promise), unnamed_cause(scope, promise)

        view, cause = await self._desk.run(click.team_id, find)
        await open_form(self._desk, click, forms.change_date(view, self._desk.clock.now(), cause))
        return None

    async def not_a_promise(self, click: Click) -> Message | None:
        return await self._change(
            click,
            lambda s: offers.decline(s, click.value, click.user_id),
            lambda view: words.offer_answered("not_a_promise", view),
        )

    async def never_offer(self, click: Click) -> Message | None:
        def do(scope: Scope) -> Any:
            promise = promises.find(scope, click.value, click.user_id)
            people.set_promise_reading(scope, click.user_id, False)
            return offers.decline(scope, click.value, click.user_id) if promise.state == "offered" else promise

        return await self._change(click, do, lambda view: words.offer_answered("never", view))

    async def offers_on(self, click: Click) -> Message | None:
        await self._desk.run(click.team_id, lambda s: people.set_promise_reading(s, click.user_id, True))
        return answers.said("I read for promises again. *Never offer me this* on an offer switches it off.")

    async def done(self, click: Click) -> Message | None:
        return await self._change(click, lambda s: promises.keep(s, click.value, click.user_id), _kept)

    async def tomorrow(self, click: Click) -> Message | None:
        return await self._move_to(click, end_of_next_working_day)

    async def monday(self, click: Click) -> Message | None:
        return await self._move_to(click, end_of_next_monday)

    async def _move_to(self, click: Click, moment: Callable[[datetime, WorkingHours], datetime]) -> Message | None:
        def do(scope: Scope) -> Any:
            due = moment(scope.now, people.hours_of(scope, click.user_id))
            return promises.move(scope, click.value, click.user_id, due)

        return await self._change(click, do, lambda view: words.settled(view, "moved"))

    async def edit_move(self, click: Click) -> Message | None:
        return await self._change(
            click,
            lambda s: edits.move_to_message(s, click.value, click.user_id),
            lambda view: words.settled(view, "moved"),
        )

    async def edit_leave(self, click: Click) -> Message | None:
        return words.settled(await self._view(click), "left")

    async def evidence_yes(self, click: Click) -> Message | None:
        return await self._change(click, lambda s: evidence.count(s, click.value, click.user_id), _kept)

    async def evidence_no(self, click: Click) -> Message | None:
        return await self._change(
            click,
            lambda s: evidence.refuse(s, click.value, click.user_id),
            lambda view: evidence_words.not_yet(view, click.value),
        )

    async def at_risk(self, click: Click) -> Message | None:
        await open_form(self._desk, click, forms.at_risk(await self._view(click), self._desk.clock.now()))
        return None

    async def on_track(self, click: Click) -> Message | None:
        return await self._change(
            click,
            lambda s: risks.say_on_track(s, click.value, click.user_id),
            lambda view: words.settled(view, "on_track"),
        )

    async def mute(self, click: Click) -> Message | None:
        return await self._change(
            click, lambda s: promises.mute(s, click.value, click.user_id), lambda view: words.settled(view, "muted")
        )

    async def unmute(self, click: Click) -> Message | None:
        return await self._change(
            click, lambda s: promises.unmute(s, click.value, click.user_id), lambda view: words.settled(view, "unmuted")
        )

    async def reopen(self, click: Click) -> Message | None:
        return await self._change(
            click,
            lambda s: promises.reopen(s, click.value, click.user_id),
            lambda view: words.settled(view, "reopened"),
        )

    async def move(self, click: Click) -> Message | None:
        await open_form(self._desk, click, forms.move(await self._view(click), self._desk.clock.now()))
        return None

    async def hand_over(self, click: Click) -> Message | None:
        await open_form(self._desk, click, forms.hand_over(await self._view(click)))
        return None

    async def keep_myself(self, click: Click) -> Message | None:
        return await self._change(
            click,
            lambda s: hand_offs.take_back(s, click.value, click.user_id),
            lambda view: words.settled(view, "kept_myself"),
        )

    async def withdraw(self, click: Click) -> Message | None:
        await open_form(self._desk, click, forms.withdraw(await self._view(click)))
        return None

    async def take(self, click: Click) -> Message | None:
        return await self._answer_hand_off(click, True)

    async def cant(self, click: Click) -> Message | None:
        return await self._answer_hand_off(click, False)

    async def _answer_hand_off(self, click: Click, accepted: bool) -> Message | None:
        def do(scope: Scope) -> Message:
            hand_offs.answer(scope, click.value, click.user_id, accepted)
            hand_off, _ = hand_offs.get(scope, click.value, click.user_id)
            view = views.hand_off(scope, hand_off)
            return (absences.promise_settled if view.stand_in else words.hand_off_settled)(view, accepted)

        return await self._desk.run(click.team_id, do)

    async def head_takes(self, click: Click) -> Message | None:
        def do(scope: Scope) -> Message:
            hand_off = escalations.take_over(scope, click.value, click.user_id)
            return words.hand_off_settled(views.hand_off(scope, hand_off), True)

        return await self._desk.run(click.team_id, do)

    async def head_mutes(self, click: Click) -> Message | None:
        return await self._head_mutes(click, escalations.mute, True)

    async def head_unmutes(self, click: Click) -> Message | None:
        return await self._head_mutes(click, escalations.unmute, False)

    async def _head_mutes(self, click: Click, do: Callable[[Scope, str, str], Any], is_muted: bool) -> Message | None:
        def change(scope: Scope) -> Message:
            promise = do(scope, click.value, click.user_id)
            return nudges.escalation_muted(
                promise_views.promise(scope, promise, Audience(user_id=click.user_id)), is_muted
            )

        return await self._desk.run(click.team_id, change)

    async def _view(self, click: Click) -> PromiseView:
        """The clicker's own promise, as they may see it."""
        return await self._desk.run(
            click.team_id, lambda s: promise_views.promise(s, promises.find(s, click.value, click.user_id))
        )

    async def _change(
        self, click: Click, do: Callable[[Scope], Any], tell: Callable[[PromiseView], Message]
    ) -> Message | None:
        def change(scope: Scope) -> Message:
            promise = do(scope)
            scope.session.flush()
            return tell(promise_views.promise(scope, promise))

        return await self._desk.run(click.team_id, change)


def _tracked(view: PromiseView) -> Message:
    return words.offer_answered("tracked", view)


def _kept(view: PromiseView) -> Message:
    return words.settled(view, "kept_late" if view.is_missed else "kept")


def _left(scope: Scope, click: Click) -> Message | None:
    """What else the clicked message asks of its reader; None when nothing."""
    return nudge_speech.left(scope, click.user_id, click.channel_id, str((click.message or {}).get("ts")))


def end_of_next_working_day(now: datetime, hours: WorkingHours) -> datetime:
    """*Tomorrow*: the end of work on the next working day after today."""
    day = hours.local(now).date() + timedelta(days=1)
    while not hours.is_working_day(day):
        day += timedelta(days=1)
    return hours.span(day)[1]


def end_of_next_monday(now: datetime, hours: WorkingHours) -> datetime:
    """*Monday*: the end of work on the next Monday after today (the next working day, if it is a day off)."""
    day = hours.local(now).date()
    day += timedelta(days=(MONDAY - day.weekday()) % 7 or 7)
    while not hours.is_working_day(day):
        day += timedelta(days=1)
    return hours.span(day)[1]
