"""Forms: view payloads. Block id and action id of an input are the same word; private_metadata carries ids only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ChannelSelectElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticSelectElement,
    UserMultiSelectElement,
    UserSelectElement,
)

from bot.messages import actions as act
from bot.messages.house_views import DepartmentView, SetupView
from bot.messages.inputs import (
    MOST_OPTIONS,
    department_options,
    form,
    input_of,
    moment_from,
    moment_input,
    person_input,
    plain,
    reason_input,
    switch,
)
from bot.messages.layout import context, section
from bot.messages.promises import due_words
from bot.messages.text import channel, inline, label, person, quote, typed
from bot.messages.views import Message, PromiseView

LONGEST_ROTA = 20
ROTA = "Asked first: a week each, in this order. Who doesn't work at that moment is stood in for by the next."
LEARNS = "I learn from it, where an admin has not switched that off: `/ours rules`."
MOST_WORDS = 500
WHAT = "Such as: get back to her about the refund."
MODES = (
    ("careful", "Careful", "Cards for posts and mails of customers; words alone are asked about"),
    ("eager", "Eager", "Cards for all that reads like a customer's words"),
    ("off", "Off", "I read nothing here"),
)


def change_date(promise: PromiseView, now: datetime) -> dict[str, Any]:
    """For an offer: the moment it is due. Tracks it when submitted."""
    return form(
        act.FORM_CHANGE_DATE,
        "When is it due?",
        "Track it",
        promise.id,
        [section(quote(promise.words, 400, 4)), moment_input("Due", promise, now)],
    )


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
    """Saying early that a promise may be late, and why."""
    return form(
        act.FORM_AT_RISK,
        "At risk",
        "It may be late",
        promise.id,
        [
            section(quote(promise.words, 400, 4), f"Due {due_words(promise, now)}." if promise.due else None),
            reason_input("Why", is_optional=True, hint="Shown on the card: what would help?"),
            context("Whoever leads the mention hears once, to help; else the head. It stays yours, and open."),
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
    submit = "They are not" if blocks else None
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


def setup(view: SetupView) -> dict[str, Any]:
    """The workspace's, this channel's and one's own choices; those that one may not make are left out."""
    blocks: list[Block] = [*_channel_choices(view), *_workspace_choices(view)]
    blocks.append(section("*You*"))
    reading = switch(act.INPUT_OWN_PROMISES, "Offer to keep promises that I read in my messages", view.own_promises)
    blocks.append(input_of("Your promises", reading, is_optional=True))
    asking = switch(act.INPUT_OWN_SHARES, "Ask me to share what reads like a customer's words", view.own_shares)
    blocks.append(input_of("What customers say", asking, is_optional=True, hint="At most once a day."))
    return form(act.FORM_SETUP, "Set up Ours", "Save", view.channel_id or "", blocks)


def department(view: DepartmentView, groups: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """Whom a department asks, and where its cards may stand. `groups` are the workspace's user groups: id and name."""
    head = UserSelectElement(action_id=act.INPUT_HEAD, placeholder="Choose a teammate", initial_user=view.head)
    duty = UserMultiSelectElement(
        action_id=act.INPUT_DUTY,
        placeholder="Choose teammates",
        initial_users=list(view.rota) or None,
        max_selected_items=LONGEST_ROTA,
    )
    where = ChannelSelectElement(
        action_id=act.INPUT_CHANNEL_OF, placeholder="Choose a channel", initial_channel=view.channel_id
    )
    hint = "For cards that can't stand where they were shared, since guests or people from outside read there."
    blocks: list[Block] = [
        section(f"*{inline(view.name, 75) or 'This department'}*", inline(view.description, 300) or None),
        input_of("On duty", duty, is_optional=True, hint=ROTA),
        input_of("Head", head, is_optional=True, hint="Asked when nobody is on duty; hears when nobody acted."),
        input_of("Channel", where, is_optional=True, hint=hint),
        *_group_choice(view, groups),
    ]
    return form(act.FORM_DEPARTMENT, "Department", "Save", view.id, blocks)


def shown_form(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    """A view to read: nothing to submit."""
    return form("form_shown", title, None, "", blocks)


def done(words: str) -> dict[str, Any]:
    """What a form turns into once it was sent in: what was done. `words` are ours."""
    return form("form_done", "Ours", None, "", [section(words)])


def told(words: Message) -> dict[str, Any]:
    """A message as a view to read: what went wrong where nothing can be answered."""
    return form("form_told", "Ours", None, "", words.blocks)


def _channel_choices(view: SetupView) -> list[Block]:
    if not view.channel_id:
        return []
    options = {key: Option(value=key, text=plain(name), description=plain(what)) for key, name, what in MODES}
    modes = RadioButtonsElement(
        action_id=act.INPUT_CHANNEL_MODE,
        options=list(options.values()),
        initial_option=options.get(view.channel_mode, options["careful"]),
    )
    promises = switch(act.INPUT_CHANNEL_PROMISES, "Read promises here", view.channel_promises)
    reminders = switch(act.INPUT_CHANNEL_REMINDERS, "Say once a working day what is open here", view.channel_reminders)
    return [
        section(f"*This channel* · {channel(view.channel_id)}"),
        input_of("How I read here", modes),
        input_of("Promises", promises, is_optional=True),
        input_of("Reminders", reminders, is_optional=True, hint="One message, edited in place; none when nothing is."),
    ]


def _workspace_choices(view: SetupView) -> list[Block]:
    if not view.may_set_workspace:
        return []
    digest = ChannelSelectElement(
        action_id=act.INPUT_DIGEST_CHANNEL,
        placeholder="Choose a channel",
        initial_channel=view.digest_channel_id,
    )
    zone = PlainTextInputElement(action_id=act.INPUT_ZONE, initial_value=label(view.zone, 60, "UTC"), max_length=64)
    return [
        section("*The workspace*"),
        input_of("Weekly digest in", digest, is_optional=True, hint="Mondays at 9:00. Empty: no digest."),
        input_of("Time zone", zone, hint="Such as Europe/Berlin or America/New_York."),
        _guidelines(view.guidelines),
        _mention_emoji(view.mention_emoji),
    ]


def _guidelines(words: str) -> InputBlock:
    element = PlainTextInputElement(
        action_id=act.INPUT_GUIDELINES, multiline=True, max_length=1000, initial_value=typed(words, 1000) or None
    )
    hint = "Shown to whoever writes an answer: tone, what we promise, what we never say."
    return input_of("How we answer customers", element, is_optional=True, hint=hint)


def _mention_emoji(emoji: str) -> InputBlock:
    element = PlainTextInputElement(
        action_id=act.INPUT_MENTION_EMOJI, max_length=200, initial_value=typed(emoji, 200) or None
    )
    hint = "A reaction with one of these shares any message as a customer mention. Empty: no reaction does."
    return input_of("Emoji that share", element, is_optional=True, hint=hint)


def _group_choice(view: DepartmentView, groups: Sequence[tuple[str, str]]) -> list[Block]:
    """The chosen group is an option even if Slack lists it no more."""
    names = {view.group_id: view.group_id, **dict(groups)} if view.group_id else dict(groups)
    options = {key: Option(value=key, text=plain(name or key)) for key, name in list(names.items())[:MOST_OPTIONS]}
    if not options:
        return []
    element = StaticSelectElement(
        action_id=act.INPUT_GROUP,
        placeholder="Choose a group",
        options=list(options.values()),
        initial_option=options.get(view.group_id or ""),
    )
    return [
        input_of("User group", element, is_optional=True, hint="The whole group is notified only when it is urgent.")
    ]
