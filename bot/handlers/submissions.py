"""A form as it was sent in, and what hears it: a mistake comes back beside the input it belongs to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from slack_bolt.async_app import AsyncAck

from bot.database import Scope
from bot.errors import (
    AdminUnfit,
    AskedUnfit,
    BotError,
    CardsOverheard,
    CardsUnheard,
    CauseMissing,
    DaysMissing,
    DepartmentActed,
    DepartmentArchived,
    DepartmentNamed,
    DepartmentsFull,
    DutyUnfit,
    EmojiTaken,
    EmojiUnclear,
    HeadUnfit,
    HoursUnfit,
    IntakeOff,
    IntakeOverheard,
    IntakeUnheard,
    LastAdmin,
    LeadOffered,
    MomentAsked,
    MomentPassed,
    MomentUnclear,
    NameMissing,
    NotAllowed,
    NotTheLead,
    OffTooLong,
    OffTooMany,
    OffUnfit,
    OwnerUnfit,
    PeopleUnfit,
    QuietAlways,
    QuietUnfit,
    ViewOutdated,
)
from bot.facts import Fault
from bot.handlers.desk import Desk, told_of_slack
from bot.ledger import (
    people,
)
from bot.messages import actions as act
from bot.messages import forms
from bot.messages.text import moment_full
from bot.slack import calls


@dataclass(frozen=True, slots=True)
class Submission:
    """A form as it was sent in. `about` is its private metadata: ids of what it is about; `root_id` is the view at the
    bottom, `previous_id` the one below it, if there is one.
    """

    team_id: str
    user_id: str
    about: str
    values: dict[str, dict[str, dict[str, Any]]]
    view_id: str = ""
    root_id: str = ""
    previous_id: str = ""

    def about_both(self) -> tuple[str, str]:
        """The two that its private metadata names, "one|other". Raises ViewOutdated."""
        one, line, other = self.about.partition("|")
        if not (one and line and other) or "|" in other:
            raise ViewOutdated
        return one, other

    def input(self, name: str) -> dict[str, Any]:
        return self.values.get(name, {}).get(name, {})

    def text(self, name: str) -> str:
        return str(self.input(name).get("value") or "").strip()

    def moment(self, name: str) -> datetime:
        seconds = self.input(name).get("selected_date_time")
        if seconds is None:
            raise MomentUnclear
        return datetime.fromtimestamp(int(seconds), UTC)

    def person(self, name: str) -> str:
        return str(self.input(name).get("selected_user") or "")

    def people(self, name: str) -> list[str]:
        """The people of an input for one or for several."""
        several = self.input(name).get("selected_users") or []
        return [str(who) for who in several] or list(filter(None, [self.person(name)]))

    def option(self, name: str) -> str:
        return str((self.input(name).get("selected_option") or {}).get("value") or "")

    def options(self, name: str) -> list[str]:
        """The ticked boxes."""
        return [str(option.get("value")) for option in self.input(name).get("selected_options") or []]

    def day(self, name: str) -> date | None:
        chosen = self.input(name).get("selected_date")
        return date.fromisoformat(str(chosen)) if chosen else None

    def channel(self, name: str) -> str | None:
        chosen = self.input(name)
        return chosen.get("selected_channel") or chosen.get("selected_conversation") or None

    @property
    def digest_channel(self) -> str | None:
        return self.channel(act.INPUT_DIGEST_CHANNEL)

    def is_on(self, name: str) -> bool:
        return bool(self.input(name).get("selected_options"))

    def value(self, name: str) -> str | tuple[str, ...] | None:
        """What an input holds, whatever its kind: a text or an option, or several; None where nobody was chosen."""
        held = self.input(name)
        kind = str(held.get("type", ""))
        if kind == "plain_text_input":
            return self.text(name)
        if kind == "timepicker":
            return str(held.get("selected_time") or "")
        if kind in {"checkboxes", "multi_static_select", "multi_external_select"}:
            return tuple(self.options(name))
        if kind.startswith("multi_"):
            chosen = next((found for field, found in held.items() if field != "type"), None)
            return tuple(str(one) for one in chosen or ())
        if kind in {"users_select", "channels_select"}:
            return self.person(name) or self.channel(name)
        return self.option(name)


T = TypeVar("T")
Do = Callable[[Scope, Submission], str | dict[str, Any]]
"""Does what a form asks for; answers what was done in words, or as a view of its own."""


def listening(desk: Desk, do: Do, blamed: str) -> Callable[..., Awaitable[None]]:
    """A Bolt listener: does what the form asks for, and says so in its place; a mistake comes back beside an input."""

    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        sent = submission_of(body)

        async def act_and_answer() -> None:
            said = await done_with(desk, sent, do)
            await ack(response_action="update", view=forms.done(said) if isinstance(said, str) else said)

        await answering_mistakes(desk, ack, sent, (act_and_answer, blamed))

    return listener


def submission_of(body: dict[str, Any]) -> Submission:
    """The facts of a view_submission payload."""
    view = body["view"]
    return Submission(
        team_id=body["team"]["id"],
        user_id=body["user"]["id"],
        about=str(view.get("private_metadata", "")),
        values=view["state"]["values"],
        root_id=str(view.get("root_view_id") or ""),
        previous_id=str(view.get("previous_view_id") or ""),
        view_id=str(view["id"]),
    )


async def done_with(desk: Desk, sent: Submission, do: Callable[[Scope, Submission], T]) -> T:
    """Do what a form asks for, once Slack has told of the people and channels that it names."""
    await meet_named(desk, sent)
    return await desk.run(sent.team_id, lambda scope: do(scope, sent))


async def meet_named(desk: Desk, sent: Submission) -> None:
    named = [who for name in PEOPLE for who in sent.people(name)]
    await desk.meet(sent.team_id, [sent.user_id, *named])
    for channel_id in filter(None, map(sent.channel, CHANNELS)):
        await desk.meet_channel(sent.team_id, channel_id)


async def answering_mistakes(
    desk: Desk, ack: AsyncAck, sent: Submission, acting: tuple[Callable[[], Awaitable[None]], str]
) -> None:
    """Act; where that can't be done, a mistake comes back beside its input, else beside the one that is `blamed`."""
    act_and_answer, blamed = acting
    try:
        await act_and_answer()
    except FieldsUnfit as unfit:
        await ack(response_action="errors", errors=_plainly(unfit.beside(sent, blamed)))
    except BotError as error:
        words = await desk.read(sent.team_id, partial(_plain, error)) if error.people else error.words
        beside = _beside(sent, BLAMED.get(type(error), blamed), blamed)
        await ack(response_action="errors", errors=_plainly({beside: words}))
    except (calls.SlackBusyError, calls.SlackUnknownError) as error:
        await ack(response_action="errors", errors=_plainly({_beside(sent, blamed): told_of_slack(error)}))


def _plainly(errors: dict[str, str]) -> dict[str, str]:
    """Slack shows them as they are, without markup."""
    return {beside: told.replace("`", "").replace("*", "") for beside, told in errors.items()}


def _beside(sent: Submission, *blamed: str) -> str:
    """The input beside which a mistake is shown: the first of these that the form had, else any that it had."""
    return next((one for one in (*blamed, *sent.values) if one in sent.values), blamed[0])


class FieldsUnfit(BotError):
    """Some fields of this form want mending."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self._faults = faults

    def beside(self, sent: Submission, otherwise: str) -> dict[str, str]:
        """By input, what is wrong there; what belongs to no input stands beside that one."""
        found: dict[str, list[str]] = {}
        for fault in self._faults:
            name = fault.field if fault.field in sent.values else _beside(sent, otherwise)
            found.setdefault(name, []).append(fault.words)
        return {name: " ".join(dict.fromkeys(told))[:1_000] for name, told in found.items()}


class NothingChosen(BotError):
    """Choose a department first."""


class SaidNothing(BotError):
    """What did they say? Write it down in their words, as far as you remember them."""


class HouseHoursUnfit(BotError):
    """Work ends after it begins, within one day. Choose a later time."""


class HouseDaysMissing(BotError):
    """On one day of the week somebody must work. Choose one at least."""


class HolidaysUnknown(BotError):
    """I know no such holidays. Type a country, and choose one of the list."""


class DigestUnheard(BotError):
    """I am not in that channel. Invite me there first (/invite @ours), then choose it again."""


class DigestOverheard(BotError):
    """Guests or people from outside can read that channel, so I post nothing there. Choose another one."""


class ZoneUnknown(BotError):
    """“{zone}” is no time zone that I know. Write it like Europe/Berlin or America/New_York."""


PEOPLE = (
    act.INPUT_PERSON,
    act.INPUT_LEAD,
    act.INPUT_HEAD,
    act.INPUT_DUTY,
    act.INPUT_OWNER,
    act.INPUT_PEOPLE,
    act.INPUT_ADMINS,
)
CHANNELS = (act.INPUT_DIGEST_CHANNEL, act.INPUT_CHANNEL_OF, act.INPUT_WHERE)
BLAMED = {
    AskedUnfit: act.INPUT_PERSON,
    NotAllowed: act.INPUT_PERSON,
    MomentAsked: act.INPUT_MOMENT,
    CauseMissing: act.INPUT_CAUSE,
    MomentPassed: act.INPUT_MOMENT,
    DepartmentActed: act.INPUT_TAKE_BACK,
    LeadOffered: act.INPUT_LEAD,
    NotTheLead: act.INPUT_LEAD,
    DigestUnheard: act.INPUT_DIGEST_CHANNEL,
    DigestOverheard: act.INPUT_DIGEST_CHANNEL,
    IntakeUnheard: act.INPUT_WHERE,
    IntakeOff: act.INPUT_WHERE,
    IntakeOverheard: act.INPUT_WHERE,
    EmojiUnclear: act.INPUT_MENTION_EMOJI,
    EmojiTaken: act.INPUT_MENTION_EMOJI,
    HeadUnfit: act.INPUT_HEAD,
    DutyUnfit: act.INPUT_DUTY,
    OwnerUnfit: act.INPUT_OWNER,
    CardsUnheard: act.INPUT_CHANNEL_OF,
    CardsOverheard: act.INPUT_CHANNEL_OF,
    HoursUnfit: act.INPUT_UNTIL,
    DaysMissing: act.INPUT_DAYS,
    QuietUnfit: act.INPUT_QUIET_UNTIL,
    QuietAlways: act.INPUT_QUIET_UNTIL,
    OffUnfit: act.INPUT_OFF_UNTIL,
    OffTooLong: act.INPUT_OFF_UNTIL,
    OffTooMany: act.INPUT_OFF_FROM,
    ZoneUnknown: act.INPUT_ZONE,
    HouseHoursUnfit: act.INPUT_END,
    HouseDaysMissing: act.INPUT_HOUSE_DAYS,
    HolidaysUnknown: act.INPUT_HOLIDAYS,
    AdminUnfit: act.INPUT_ADMINS,
    LastAdmin: act.INPUT_ADMINS,
    PeopleUnfit: act.INPUT_PEOPLE,
    NameMissing: act.INPUT_NAME,
    DepartmentNamed: act.INPUT_NAME,
    DepartmentArchived: act.INPUT_NAME,
    DepartmentsFull: act.INPUT_NAME,
}


def _plain(error: BotError, scope: Scope) -> str:
    """An error beside an input, where Slack shows no people: their names instead."""
    words = error.words
    for user_id in error.people:
        person = people.find(scope, user_id)
        words = words.replace(f"<@{user_id}>", f"@{person.name}" if person else "a colleague")
    return words


def local(scope: Scope, user_id: str, due: datetime) -> str:
    zone = people.hours_of(scope, user_id).zone
    return moment_full(due.astimezone(ZoneInfo(zone)), zone)
