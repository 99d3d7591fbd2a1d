"""Submitted forms. A mistake comes back beside the input it belongs to; what was done is said in the form itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.clock import is_zone
from bot.database import Scope
from bot.errors import (
    AskedUnfit,
    BotError,
    CardsOverheard,
    CardsUnheard,
    DaysMissing,
    DepartmentActed,
    DutyUnfit,
    HeadUnfit,
    HoursUnfit,
    LeadOffered,
    MomentPassed,
    MomentUnclear,
    NotAllowed,
    NotTheLead,
    OffTooLong,
    OffTooMany,
    OffUnfit,
    OwnerUnfit,
    QuietAlways,
    QuietUnfit,
)
from bot.facts import Fault
from bot.handlers.desk import Desk, told_of_slack
from bot.handlers.learning import learn_from
from bot.handlers.requests import asking_of
from bot.ledger import (
    answers,
    departments,
    hand_offs,
    leads,
    mentions,
    offers,
    parts,
    people,
    promises,
    requests,
    risks,
    tags,
    views,
    visibility,
    workspaces,
)
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.messages import actions as act
from bot.messages import forms, part_forms
from bot.messages.text import moment_full, person
from bot.slack import calls


@dataclass(frozen=True, slots=True)
class Submission:
    """A form as it was sent in. `about` is its private metadata: ids of what it is about."""

    team_id: str
    user_id: str
    about: str
    values: dict[str, dict[str, dict[str, Any]]]

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
        return self.input(name).get("selected_channel") or None

    @property
    def digest_channel(self) -> str | None:
        return self.channel(act.INPUT_DIGEST_CHANNEL)

    def is_on(self, name: str) -> bool:
        return bool(self.input(name).get("selected_options"))


Do = Callable[[Scope, Submission], str | dict[str, Any]]
"""Does what a form asks for; answers what was done in words, or as a view of its own."""


class Forms:
    """Each form has one function that does it and says what was done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def register(self, app: AsyncApp) -> None:
        table: dict[str, tuple[Do, str]] = {
            act.FORM_CHANGE_DATE: (change_date, act.INPUT_MOMENT),
            act.FORM_MOVE: (move, act.INPUT_MOMENT),
            act.FORM_WITHDRAW: (withdraw, act.INPUT_REASON),
            act.FORM_HAND_OVER: (hand_over, act.INPUT_PERSON),
            act.FORM_ASK_PROMISE: (ask_promise, act.INPUT_WORDS),
            act.FORM_AT_RISK: (at_risk, act.INPUT_REASON),
            act.FORM_COUNTER: (counter, act.INPUT_MOMENT),
            act.FORM_BRING_IN: (bring_in, act.INPUT_DEPARTMENT),
            act.FORM_WRONG_DEPARTMENT: (wrong_department, act.INPUT_WRONG),
            act.FORM_NAME_SOMEONE: (name_someone, act.INPUT_PERSON),
            act.FORM_PART: (part, act.INPUT_NOTE),
            act.FORM_ANSWER: (answer, act.INPUT_ANSWER),
            act.FORM_SETUP: (setup, act.INPUT_ZONE),
            act.FORM_DEPARTMENT: (arrange, act.INPUT_HEAD),
        }
        for callback_id, (do, blamed) in table.items():
            app.view(callback_id)(listening(self._desk, do, blamed))


def listening(desk: Desk, do: Do, blamed: str) -> Callable[..., Awaitable[None]]:
    """A Bolt listener: does what the form asks for, and says so in its place; a mistake comes back beside an input."""

    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        view = body["view"]
        sent = Submission(
            body["team"]["id"], body["user"]["id"], str(view.get("private_metadata", "")), view["state"]["values"]
        )
        try:
            named = [who for name in PEOPLE for who in sent.people(name)]
            await desk.meet(sent.team_id, [sent.user_id, *named])
            for channel_id in filter(None, map(sent.channel, CHANNELS)):
                await desk.meet_channel(sent.team_id, channel_id)
            said = await desk.run(sent.team_id, lambda scope: do(scope, sent))
        except FieldsUnfit as unfit:
            await ack(response_action="errors", errors=unfit.beside(sent, blamed))
        except BotError as error:
            words = await desk.read(sent.team_id, partial(_plain, error)) if error.people else error.words
            beside = _beside(sent, BLAMED.get(type(error), blamed))
            await ack(response_action="errors", errors={beside: words})
        except (calls.SlackBusyError, calls.SlackUnknownError) as error:
            await ack(response_action="errors", errors={_beside(sent, blamed): told_of_slack(error)})
        else:
            await ack(response_action="update", view=forms.done(said) if isinstance(said, str) else said)

    return listener


def _beside(sent: Submission, blamed: str) -> str:
    """The input beside which a mistake is shown: one that the form had."""
    return blamed if blamed in sent.values else next(iter(sent.values), blamed)


def change_date(scope: Scope, sent: Submission) -> str:
    """The date of an offer: choosing one tracks it. Of an open promise it moves."""
    due = sent.moment(act.INPUT_MOMENT)
    promise = promises.find(scope, sent.about, sent.user_id)
    if promise.state == "open":
        promises.move(scope, sent.about, sent.user_id, due)
    else:
        offers.track(scope, sent.about, sent.user_id, due)
    return f"Tracked: due {_local(scope, sent.user_id, due)}. I remind you once before."


def move(scope: Scope, sent: Submission) -> str:
    due = sent.moment(act.INPUT_MOMENT)
    promises.move(scope, sent.about, sent.user_id, due, sent.text(act.INPUT_REASON))
    return f"Moved to {_local(scope, sent.user_id, due)}. I remind you once before."


def withdraw(scope: Scope, sent: Submission) -> str:
    promises.withdraw(scope, sent.about, sent.user_id, sent.text(act.INPUT_REASON))
    return "Withdrawn. Nobody is reminded of it any more. `/ours mine` can reopen it."


def at_risk(scope: Scope, sent: Submission) -> str:
    promise = risks.say_at_risk(scope, sent.about, sent.user_id, sent.text(act.INPUT_REASON))
    helper = risks.helper_of(scope, promise)
    hears = f" {person(helper)} hears of it, to help." if helper else ""
    return f"Noted: it may be late.{hears} *On track again* in `/ours mine` takes it back, *Move…* names a new day."


def hand_over(scope: Scope, sent: Submission) -> str:
    hand_offs.offer(scope, sent.about, sent.user_id, sent.person(act.INPUT_PERSON), sent.text(act.INPUT_REASON))
    return "Asked. The promise stays yours until they take it; you are told either way."


def ask_promise(scope: Scope, sent: Submission) -> str:
    due = sent.moment(act.INPUT_MOMENT)
    wanted = Asking(sent.person(act.INPUT_PERSON), Spoken(sent.text(act.INPUT_WORDS), due, None))
    requests.ask(scope, asking_of(scope, sent.about, wanted, sent.user_id), sent.user_id)
    by = _local(scope, sent.user_id, due)
    return f"Asked: by {by}. You are told the answer. Until then, `/ours mine` can withdraw the request."


def counter(scope: Scope, sent: Submission) -> str:
    due = sent.moment(act.INPUT_MOMENT)
    requests.counter(scope, sent.about, sent.user_id, due)
    return f"Proposed: {_local(scope, sent.user_id, due)}. You are told whether it is fine."


def bring_in(scope: Scope, sent: Submission) -> str:
    """Brings one in, takes one back, or both."""
    wanted, unwanted = sent.option(act.INPUT_DEPARTMENT), sent.option(act.INPUT_TAKE_BACK)
    if not wanted and not unwanted:
        raise NothingChosen
    said = []
    if unwanted:
        gone = mentions.take_back(scope, sent.about, unwanted, sent.user_id)
        name = departments.get(scope, unwanted).name
        said.append(f"{name} is out again; nobody there is asked any more." if gone else f"{name} was out already.")
    if wanted:
        said.append(_bring_in(scope, sent, wanted))
    return " ".join(said)


def _bring_in(scope: Scope, sent: Submission, wanted: str) -> str:
    new = mentions.bring_in(scope, sent.about, wanted, sent.user_id, sent.text(act.INPUT_REASON))
    name = departments.get(scope, wanted).name
    if not new:
        return f"{name} was in already."
    learn_from(scope, sent.about, wanted)
    return f"{name} is in. Thank you for opening the door. *Bring in…* takes it back while nobody there has acted."


def wrong_department(scope: Scope, sent: Submission) -> str:
    """Leaves one out, and brings in another instead if one was chosen."""
    unwanted, wanted = sent.option(act.INPUT_WRONG), sent.option(act.INPUT_DEPARTMENT)
    if not unwanted:
        raise NothingChosen
    gone = mentions.leave_out(scope, sent.about, unwanted, sent.user_id)
    name = departments.get(scope, unwanted).name
    if gone:
        learn_from(scope, sent.about, unwanted)
    said = [
        f"{name} is out; nobody there is asked any more. *Undo* stands on the card."
        if gone
        else f"{name} was out already."
    ]
    if wanted:
        said.append(_bring_in(scope, sent, wanted))
    return " ".join(said)


def part(scope: Scope, sent: Submission) -> str:
    """A note, whether one's part is done, and what becomes of the lead."""
    note, is_done = sent.text(act.INPUT_NOTE), sent.option(act.INPUT_DONE) == "done"
    parts.change(scope, sent.about, sent.user_id, note, is_done)
    said = ["Saved. Your part is done; thank you." if is_done else "Saved."]
    if sent.is_on(act.INPUT_NO_LEAD) and leads.take_back(scope, sent.about, sent.user_id):
        said.append("You go on leading.")
    if wanted := sent.person(act.INPUT_LEAD):
        leads.offer(scope, sent.about, sent.user_id, wanted)
        said.append("I asked them to lead; you are told what they say.")
    return " ".join(said)


def answer(scope: Scope, sent: Submission) -> dict[str, Any]:
    """Keeps it, and marks the mention as answered where the customer has it."""
    words = sent.text(act.INPUT_ANSWER)
    is_answered = answers.write(scope, sent.about, sent.user_id, words, sent.is_on(act.INPUT_SENT))
    return part_forms.answer_saved(words, is_answered)


def name_someone(scope: Scope, sent: Submission) -> str:
    mention_id, department_id = sent.about.split("|", 1)
    person = sent.person(act.INPUT_PERSON)
    name = mentions.answer_for(scope, mention_id, department_id, person, sent.user_id).name
    tags.department_changed(scope, department_id)
    return f"{name} has someone now. They were asked in the thread."


def setup(scope: Scope, sent: Submission) -> str:
    """Only inputs that the form showed are changed."""
    may_set_channel = bool(sent.about) and views.setup(scope, sent.user_id, sent.about).channel_id == sent.about
    if act.INPUT_CHANNEL_MODE in sent.values and may_set_channel:
        people.set_channel(scope, sent.about, _channel_choices(sent), sent.user_id)
    if act.INPUT_OWN_PROMISES in sent.values:
        people.set_promise_reading(scope, sent.user_id, sent.is_on(act.INPUT_OWN_PROMISES))
    if act.INPUT_OWN_SHARES in sent.values:
        people.set_share_offers(scope, sent.user_id, sent.is_on(act.INPUT_OWN_SHARES))
    if act.INPUT_ZONE in sent.values and views.setup(scope, sent.user_id, sent.about).may_set_workspace:
        zone = sent.text(act.INPUT_ZONE) or "UTC"
        if not is_zone(zone):
            raise ZoneUnknown(zone=zone[:40])
        workspaces.choose_zone(scope, zone, sent.user_id)
        if act.INPUT_GUIDELINES in sent.values:
            workspaces.choose_guidelines(scope, sent.text(act.INPUT_GUIDELINES), sent.user_id)
        _check_digest_channel(scope, sent.digest_channel)
        workspaces.choose_digest_channel(scope, sent.digest_channel, sent.user_id)
    return "Saved. `/ours setup` changes it at any time."


def _channel_choices(sent: Submission) -> people.ChannelChoices:
    return people.ChannelChoices(
        mode=sent.option(act.INPUT_CHANNEL_MODE),  # type: ignore[arg-type]  # the form has no other options
        promises=sent.is_on(act.INPUT_CHANNEL_PROMISES),
        reminders=sent.is_on(act.INPUT_CHANNEL_REMINDERS),
    )


def arrange(scope: Scope, sent: Submission) -> str:
    """A department's head, rota, channel and group; where the form showed no groups, the group stays."""
    department = departments.get(scope, sent.about)
    is_asked = act.INPUT_GROUP in sent.values
    wanted = departments.Arrangement(
        head_id=sent.person(act.INPUT_HEAD) or None,
        rota=tuple(sent.people(act.INPUT_DUTY)),
        channel_id=sent.channel(act.INPUT_CHANNEL_OF),
        group_id=(sent.option(act.INPUT_GROUP) or None) if is_asked else department.group_id,
    )
    departments.arrange(scope, department.id, wanted, sent.user_id)
    tags.department_changed(scope, department.id)
    return f"Saved. `/ours departments {department.key}` changes it at any time."


def _check_digest_channel(scope: Scope, channel_id: str | None) -> None:
    if channel_id is None or channel_id == workspaces.get(scope).digest_channel_id:
        return
    if not people.is_in_channel(scope, channel_id):
        raise DigestUnheard
    if visibility.has_outsiders(scope, channel_id):
        raise DigestOverheard


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


class DigestUnheard(BotError):
    """I am not in that channel. Invite me there first (/invite @ours), then choose it again."""


class DigestOverheard(BotError):
    """Guests or people from outside can read that channel, so I post nothing there. Choose another one."""


class ZoneUnknown(BotError):
    """“{zone}” is no time zone that I know. Write it like Europe/Berlin or America/New_York."""


PEOPLE = (act.INPUT_PERSON, act.INPUT_LEAD, act.INPUT_HEAD, act.INPUT_DUTY, act.INPUT_OWNER)
CHANNELS = (act.INPUT_DIGEST_CHANNEL, act.INPUT_CHANNEL_OF)
BLAMED = {
    AskedUnfit: act.INPUT_PERSON,
    NotAllowed: act.INPUT_PERSON,
    MomentPassed: act.INPUT_MOMENT,
    DepartmentActed: act.INPUT_TAKE_BACK,
    LeadOffered: act.INPUT_LEAD,
    NotTheLead: act.INPUT_LEAD,
    DigestUnheard: act.INPUT_DIGEST_CHANNEL,
    DigestOverheard: act.INPUT_DIGEST_CHANNEL,
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
}


def _plain(error: BotError, scope: Scope) -> str:
    """An error beside an input, where Slack shows no people: their names instead."""
    words = error.words
    for user_id in error.people:
        person = people.find(scope, user_id)
        words = words.replace(f"<@{user_id}>", f"@{person.name}" if person else "a colleague")
    return words


def _local(scope: Scope, user_id: str, due: datetime) -> str:
    zone = people.hours_of(scope, user_id).zone
    return moment_full(due.astimezone(ZoneInfo(zone)), zone)
