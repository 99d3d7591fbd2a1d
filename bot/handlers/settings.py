"""A teammate's own settings: the form, from their Home and from `/ours settings`, and coming back from days off."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.errors import HoursUnfit, OffUnfit, QuietUnfit
from bot.handlers.desk import Click, Desk, answering, open_form
from bot.handlers.stacks import Turn, push, turning
from bot.handlers.submissions import Submission, listening
from bot.ledger import homes, people, settings
from bot.ledger.settings import Choices, OwnHours
from bot.messages import actions as act
from bot.messages import answers
from bot.messages import settings as words
from bot.messages.privacy import privacy_view
from bot.messages.settings import SettingsView
from bot.messages.views import Message
from bot.slack import fetch


class Settings:
    """What one chooses for oneself; nobody chooses it for another."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        app.action(act.HOME_SETTINGS)(answering(self._desk, partial(open_settings, self._desk), replace=False))
        app.action(act.HOME_BACK)(answering(self._desk, self.back, replace=False))
        app.action(act.PRIVACY)(turning(self._desk, self.show_privacy))
        app.view(act.FORM_SETTINGS)(listening(self._desk, save, act.INPUT_FROM))

    async def show_privacy(self, turn: Turn) -> None:
        await push(self._desk, turn, privacy_view())

    async def back(self, click: Click) -> Message | None:
        def come_back(scope: Scope) -> bool:
            homes.publish(scope, click.user_id)
            return settings.come_back(scope, click.user_id)

        was_off = await self._desk.run(click.team_id, come_back)
        return answers.said("Good to have you back. What waited for you comes now." if was_off else "You were not off.")


async def open_settings(desk: Desk, click: Click) -> Message | None:
    """Opens the form."""
    theirs = await fetch.channels_in_time(desk.client(click.team_id), click.user_id)
    view = await desk.read(click.team_id, lambda scope: _view(scope, click.user_id, theirs))
    await open_form(desk, click, words.settings(view))
    return None


def _view(scope: Scope, user_id: str, theirs: list[str] | None) -> SettingsView:
    chosen, house = settings.of(scope, user_id), settings.house_hours(scope)
    hours, person = chosen.hours or house, people.find(scope, user_id)
    return SettingsView(
        zone=people.hours_of(scope, user_id).zone,
        start=hours.start,
        end=hours.end,
        days=hours.days,
        has_own_hours=chosen.hours is not None,
        house=(house.start, house.end, house.days),
        quiet=chosen.quiet,
        off=chosen.off,
        rhythm=chosen.rhythm,
        evidence=chosen.evidence,
        promises=not (person and person.promises_off),
        shares=not (person and person.share_offers_off),
        channels=tuple(people.read_channels(scope, user_id, theirs)),
    )


def save(scope: Scope, sent: Submission) -> str:
    """Only inputs that the form showed are changed."""
    before = settings.of(scope, sent.user_id)
    chosen = Choices(
        hours=_hours(sent),
        quiet=_quiet(sent),
        off=_off(sent, before),
        rhythm=sent.option(act.INPUT_RHYTHM) or before.rhythm,  # type: ignore[arg-type]  # the form has no other options
        evidence=sent.is_on(act.INPUT_EVIDENCE) if act.INPUT_EVIDENCE in sent.values else before.evidence,
    )
    chosen = settings.choose(scope, sent.user_id, chosen)
    if act.INPUT_OWN_PROMISES in sent.values:
        people.set_promise_reading(scope, sent.user_id, sent.is_on(act.INPUT_OWN_PROMISES))
    if act.INPUT_OWN_SHARES in sent.values:
        people.set_share_offers(scope, sent.user_id, sent.is_on(act.INPUT_OWN_SHARES))
    hours = chosen.hours or settings.house_hours(scope)
    due = settings.due_while_off(scope, sent.user_id, chosen.off)
    return words.saved(words.hours_words(hours.start, hours.end, hours.days), due)


def _hours(sent: Submission) -> OwnHours | None:
    if sent.is_on(act.INPUT_HOUSE_HOURS):
        return None
    start, end = _time(sent, act.INPUT_FROM), _time(sent, act.INPUT_UNTIL)
    if start is None or end is None:
        raise HoursUnfit
    return OwnHours(start, end, frozenset(int(day) for day in sent.options(act.INPUT_DAYS)))


def _quiet(sent: Submission) -> tuple[time, time] | None:
    start, end = _time(sent, act.INPUT_QUIET_FROM), _time(sent, act.INPUT_QUIET_UNTIL)
    if sent.is_on(act.INPUT_NO_QUIET) or (start is None and end is None):
        return None
    if start is None or end is None:
        raise QuietUnfit
    return start, end


def _off(sent: Submission, before: Choices) -> tuple[tuple[date, date], ...]:
    """The spans that stay, and the new one. A span that began before today is shown from its first day on."""
    ticked = set(sent.options(act.INPUT_OFF)) if act.INPUT_OFF in sent.values else None
    kept = [span for span in before.off if ticked is None or words.span_value(span) in ticked]
    first, last = sent.day(act.INPUT_OFF_FROM), sent.day(act.INPUT_OFF_UNTIL)
    if first is None and last is not None:
        raise OffUnfit
    return (*kept, (first, last or first)) if first is not None else tuple(kept)


def _time(sent: Submission, name: str) -> time | None:
    chosen = sent.input(name).get("selected_time")
    return time.fromisoformat(str(chosen)) if chosen else None
