"""Forms: view payloads. Block id and action id of an input are the same word; private_metadata carries ids only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    PlainTextInputElement,
    StaticSelectElement,
)

from bot.messages import actions as act
from bot.messages.house_views import DepartmentView
from bot.messages.inputs import (
    department_options,
    form,
    input_of,
    moment_from,
    moment_input,
    person_input,
    reason_input,
)
from bot.messages.layout import context, section
from bot.messages.loops import cause_input
from bot.messages.promises import due_words
from bot.messages.text import inline, label, person, quote
from bot.messages.views import Message, PromiseView

LEARNS = "I learn from it, where an admin has not switched that off: `/ours rules`."
MOST_WORDS = 500
WHAT = "Such as: get back to her about the refund."


def change_date(promise: PromiseView, now: datetime, cause: str = "") -> dict[str, Any]:
    """For an offer: the moment it is due. Tracks it when submitted. `cause` is what it is bound to, and has no name."""
    blocks: list[Block] = [section(quote(promise.words, 400, 4)), moment_input("Due", promise, now)]
    if cause:
        blocks.append(cause_input(cause))
    return form(act.FORM_CHANGE_DATE, "When is it due?", "Track it", promise.id, blocks)


def move(promise: PromiseView, now: datetime) -> dict[str, Any]:
    """A new moment for an open promise, and why."""
    return form(
        act.FORM_MOVE,
        "Move this promise",
        "Move it",
        promise.id,
        [
            section(quote(promise.words, 400, 4), f"Due {due_words(promise, now)}." if promise.due else None),
            moment_input("New moment", promise, now),
            reason_input("Why", is_optional=True, hint="What changed? It helps whoever answers the customer next."),
        ],
    )


def withdraw(promise: PromiseView) -> dict[str, Any]:
    """Taking a promise back, with the reason."""
    return form(
        act.FORM_WITHDRAW,
        "Withdraw this promise",
        "Withdraw it",
        promise.id,
        [
            section(quote(promise.words, 400, 4)),
            reason_input("Why", is_optional=False, hint="Kept with it, for whoever looks after this customer."),
        ],
    )


def at_risk(promise: PromiseView, now: datetime) -> dict[str, Any]:
    """Saying early that a promise may be late, and why. Where it belongs to no mention, nobody hears of it."""
    shown, hears = "Kept with it, for you.", "It stays yours, and open. *On track again* in `/ours mine` takes it back."
    if promise.about:
        shown = "Shown on the card: what would help?"
        hears = "Whoever leads the mention hears once, to help; else the head. It stays yours, and open."
    return form(
        act.FORM_AT_RISK,
        "At risk",
        "It may be late",
        promise.id,
        [
            section(quote(promise.words, 400, 4), f"Due {due_words(promise, now)}." if promise.due else None),
            reason_input("Why", is_optional=True, hint=shown),
            context(hears),
        ],
    )


def hand_over(promise: PromiseView) -> dict[str, Any]:
    """Asking a teammate to take a promise over."""
    return form(
        act.FORM_HAND_OVER,
        "Hand over",
        "Ask them",
        promise.id,
        [
            section(quote(promise.words, 400, 4), f"Due {due_words(promise)}." if promise.due else None),
            person_input("To whom"),
            reason_input("A note", is_optional=True, hint="What should they know?"),
            context("It stays yours until they take it."),
        ],
    )


def ask_promise(mention_id: str, zone: str, now: datetime) -> dict[str, Any]:
    """Asking a teammate for a promise about a mention."""
    words = PlainTextInputElement(action_id=act.INPUT_WORDS, multiline=True, max_length=MOST_WORDS)
    return _ask(
        mention_id, [person_input("Whom"), input_of("What should they promise", words, hint=WHAT)], (None, zone, now)
    )


def ask_promise_of(about: str, asked: PromiseView, now: datetime) -> dict[str, Any]:
    """The same of the writer of a message, who can't be chosen; its words are there to begin with."""
    first = label(asked.words, MOST_WORDS, "") or None
    words = PlainTextInputElement(action_id=act.INPUT_WORDS, multiline=True, max_length=MOST_WORDS, initial_value=first)
    whom = section(f"*{person(asked.user_id)} wrote this. Shall I ask them to promise it?*")
    return _ask(about, [whom, input_of("What should they promise", words)], (asked.due, asked.zone, now))


def _ask(about: str, blocks: Sequence[Block], when: tuple[datetime | None, str, datetime]) -> dict[str, Any]:
    due, zone, now = when
    told = context("Only they see the request. They promise it, propose another moment or say that they can't.")
    return form(
        act.FORM_ASK_PROMISE,
        "Ask for a promise",
        "Ask them",
        about,
        [*blocks, moment_from("By when", due, zone, now), told],
    )


def counter(promise: PromiseView, now: datetime) -> dict[str, Any]:
    """Another moment than was asked for."""
    asked = f"{person(promise.asked_by or '')} asks for {due_words(promise, now)}." if promise.due else None
    return form(
        act.FORM_COUNTER,
        "Another moment",
        "Propose it",
        promise.id,
        [section(quote(promise.words, 400, 4), asked), moment_input("When can you", promise, now)],
    )


def bring_in(
    mention_id: str, departments: Sequence[DepartmentView], brought_in: Sequence[DepartmentView] = ()
) -> dict[str, Any]:
    """Tagging another department, or taking one back that was `brought_in` and has not acted. Without either there is
    nothing to submit.
    """
    blocks: list[Block] = []
    if options := department_options(departments):
        select = StaticSelectElement(action_id=act.INPUT_DEPARTMENT, placeholder="Choose a department", **options)
        why = reason_input("Why them", is_optional=True, hint="One line; it is shown on the card.")
        blocks += [input_of("Department", select, is_optional=bool(brought_in)), why]
    if options := department_options(brought_in):
        select = StaticSelectElement(action_id=act.INPUT_TAKE_BACK, placeholder="Choose a department", **options)
        hint = "Brought in by a teammate, and nobody there has acted yet."
        blocks.append(input_of("Take back", select, is_optional=True, hint=hint))
    if blocks:
        blocks.append(context(LEARNS))
    submit = ("Bring them in" if not brought_in else "Save") if blocks else None
    nothing = section("Every department is asked already, or there are none yet: `/ours departments`.")
    return form(act.FORM_BRING_IN, "Bring in…", submit, mention_id, blocks or [nothing])


def wrong_department(
    mention_id: str, tagged: Sequence[DepartmentView], others: Sequence[DepartmentView]
) -> dict[str, Any]:
    """Saying that a `tagged` department, of which nobody has acted, is not concerned; and who is instead."""
    blocks: list[Block] = []
    if options := department_options(tagged):
        select = StaticSelectElement(action_id=act.INPUT_WRONG, placeholder="Choose a department", **options)
        hint = "Nobody there is asked about this any more. Everybody sees on the card who said so, and can undo it."
        blocks.append(input_of("Not concerned", select, hint=hint))
        if options := department_options(others):
            select = StaticSelectElement(action_id=act.INPUT_DEPARTMENT, placeholder="Choose a department", **options)
            blocks.append(input_of("Who is, instead", select, is_optional=True, hint="I bring them in."))
        blocks.append(context(LEARNS))
    nothing = section("No department is asked that could be left out: where somebody has acted, it stays.")
    submit = "Leave them out" if blocks else None
    return form(act.FORM_WRONG_DEPARTMENT, "Wrong department", submit, mention_id, blocks or [nothing])


def name_someone(mention_id: str, department: DepartmentView) -> dict[str, Any]:
    """Naming who answers for a department that has nobody. private_metadata is "mention id|department id"."""
    return form(
        act.FORM_NAME_SOMEONE,
        "Name someone",
        "Ask them",
        f"{mention_id}|{department.id}",
        [
            section(f"Who answers for *{inline(department.name, 75) or 'this department'}*?"),
            person_input("Teammate"),
            context("They are asked about this mention, and about later ones for this department."),
        ],
    )


def shown_form(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    """A view to read: nothing to submit."""
    return form("form_shown", title, None, "", blocks)


def done(words: str) -> dict[str, Any]:
    """What a form turns into once it was sent in: what was done. `words` are ours."""
    return form("form_done", "Ours", None, "", [section(words)])


def told(words: Message) -> dict[str, Any]:
    """A message as a view to read: what went wrong where nothing can be answered."""
    return form("form_told", "Ours", None, "", words.blocks)
