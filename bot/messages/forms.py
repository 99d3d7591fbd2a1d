"""Forms: view payloads. Block id and action id of an input are the same word; private_metadata carries ids only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ChannelSelectElement,
    CheckboxesElement,
    DateTimePickerElement,
    InputBlock,
    Option,
    OptionGroup,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
    SectionBlock,
    StaticSelectElement,
    UserMultiSelectElement,
    UserSelectElement,
)
from slack_sdk.models.blocks.block_elements import InputInteractiveElement
from slack_sdk.models.views import View

from bot.messages import actions as act
from bot.messages.layout import context, divider, fit, section
from bot.messages.promises import due_words
from bot.messages.text import ago, channel, copied, inline, label, link, listed, on_wall, person, quote, said, typed
from bot.messages.views import AnswerView, DepartmentView, EarlierView, OwnerView, PartView, PromiseView, SetupView

MOST_OPTIONS = 100
LONGEST_ANSWER = 2000
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
    return _form(
        act.FORM_CHANGE_DATE,
        "When is it due?",
        "Track it",
        promise.id,
        [section(quote(promise.words, 400, 4)), _moment("Due", promise, now)],
    )


def move(promise: PromiseView, now: datetime) -> dict[str, Any]:
    """A new moment for an open promise, and why."""
    return _form(
        act.FORM_MOVE,
        "Move this promise",
        "Move it",
        promise.id,
        [
            section(quote(promise.words, 400, 4), f"Due {due_words(promise, now)}." if promise.due else None),
            _moment("New moment", promise, now),
            _reason("Why", is_optional=True, hint="What changed? It helps whoever answers the customer next."),
        ],
    )


def withdraw(promise: PromiseView) -> dict[str, Any]:
    """Taking a promise back, with the reason."""
    return _form(
        act.FORM_WITHDRAW,
        "Withdraw this promise",
        "Withdraw it",
        promise.id,
        [
            section(quote(promise.words, 400, 4)),
            _reason("Why", is_optional=False, hint="Kept with the promise, for whoever looks after this customer."),
        ],
    )


def at_risk(promise: PromiseView, now: datetime) -> dict[str, Any]:
    """Saying early that a promise may be late, and why."""
    return _form(
        act.FORM_AT_RISK,
        "At risk",
        "It may be late",
        promise.id,
        [
            section(quote(promise.words, 400, 4), f"Due {due_words(promise, now)}." if promise.due else None),
            _reason("Why", is_optional=True, hint="Shown on the card: what would help?"),
            context("Whoever leads the mention hears once, to help; else the head. It stays yours, and open."),
        ],
    )


def hand_over(promise: PromiseView) -> dict[str, Any]:
    """Asking a teammate to take a promise over."""
    return _form(
        act.FORM_HAND_OVER,
        "Hand over",
        "Ask them",
        promise.id,
        [
            section(quote(promise.words, 400, 4), f"Due {due_words(promise)}." if promise.due else None),
            _person("To whom"),
            _reason("A note", is_optional=True, hint="What should they know?"),
            context("It stays yours until they take it."),
        ],
    )


def part(view: PartView) -> dict[str, Any]:
    """One's own part: a note, whether it is done, and, for whoever leads, passing the lead on."""
    note = PlainTextInputElement(
        action_id=act.INPUT_NOTE, multiline=True, max_length=1000, initial_value=typed(view.owner.note, 1000) or None
    )
    states = [Option(value="on_it", text=_plain("I'm still on it")), Option(value="done", text=_plain("It is done"))]
    chosen = states[1 if view.owner.is_done else 0]
    state = RadioButtonsElement(action_id=act.INPUT_DONE, options=states, initial_option=chosen)
    about = section(f"About {said(view.about)}") if view.about.strip() else None
    blocks: list[Block | None] = [
        about,
        _input("What you found or did", note, is_optional=True, hint="Stands on the card, for all who are on it."),
        _input("Your part", state),
    ]
    if view.owner.asked_to_lead:
        blocks.append(section(f"You asked {person(view.owner.asked_to_lead)} to lead; there is no answer yet."))
        no_lead = _switch(act.INPUT_NO_LEAD, "Take that back: I go on leading", False)
        blocks.append(_input("The lead", no_lead, is_optional=True))
    elif view.owner.is_lead:
        who = UserSelectElement(action_id=act.INPUT_LEAD, placeholder="Choose a teammate")
        hint = "They are asked, and lead once they say yes. Your own part stays yours."
        blocks.append(_input("Ask somebody else to lead", who, is_optional=True, hint=hint))
    return _form(act.FORM_PART, "My part", "Save", view.mention_id, [block for block in blocks if block])


def answer(view: AnswerView) -> dict[str, Any]:
    """One answer of all who are on it: what they found, what was answered before, how we write, and who writes, too."""
    words = PlainTextInputElement(
        action_id=act.INPUT_ANSWER,
        multiline=True,
        max_length=LONGEST_ANSWER,
        initial_value=typed(view.draft, LONGEST_ANSWER) or None,
    )
    sent = _switch(act.INPUT_SENT, "The customer has it: mark as answered", False)
    hint = "I send nothing to customers: after Save you copy it from here."
    blocks: list[Block | None] = [
        _writing(view),
        section(quote(view.quote, 500, 5)) if view.quote.strip() else None,
        section("*What we found*", *_found(view.owners)),
        _earlier(view.earlier) if view.earlier else None,
        context(f"*How we answer:* {inline(view.guidelines, 1000)}") if view.guidelines.strip() else None,
        _input("The answer", words, hint=hint),
        _input("Sent", sent, is_optional=True),
    ]
    return _form(act.FORM_ANSWER, "Write the answer", "Save", view.mention_id, [each for each in blocks if each])


def _writing(view: AnswerView) -> Block | None:
    if not view.writing:
        return None
    who = listed([f"{person(user_id)} ({ago(at, view.now)})" for user_id, at in view.writing], 3)
    return section(f":pencil2: {who} began to write one, too. Agree on who sends it: the customer hears one voice.")


def _found(owners: Sequence[OwnerView]) -> list[str]:
    lines = [
        f"• {person(owner.user_id)}{', lead' if owner.is_lead else ''}: {said(owner.note, 400)}"
        for owner in owners
        if owner.note.strip()
    ]
    return fit(lines, str, 10, "") or ["Nobody has left a note yet; *My part…* on the card takes one."]


def _earlier(earlier: EarlierView) -> Block:
    at = link(earlier.link, "something like it") if earlier.link else "something like it"
    asked = quote(earlier.quote, 200, 2)
    return section(f"*How {at} was answered*, by {person(earlier.by)}", asked, f"→ {said(earlier.words, 600)}")


def answer_saved(words: str, is_answered: bool) -> dict[str, Any]:
    """What the form turns into: the answer to be copied, as it was typed."""
    later = "Copy it from here. Once the customer has it, *Answered* on the card says so."
    told = "Saved, and marked as answered. Thank you." if is_answered else f"Saved. {later}"
    plain = SectionBlock(text=PlainTextObject(text=copied(words, LONGEST_ANSWER), emoji=False))
    return _form("form_done", "Ours", None, "", [section(told), divider(), plain])


def ask_promise(mention_id: str, zone: str, now: datetime) -> dict[str, Any]:
    """Asking a teammate for a promise about a mention."""
    words = PlainTextInputElement(action_id=act.INPUT_WORDS, multiline=True, max_length=MOST_WORDS)
    return _ask(mention_id, [_person("Whom"), _input("What should they promise", words, hint=WHAT)], (None, zone, now))


def ask_promise_of(about: str, asked: PromiseView, now: datetime) -> dict[str, Any]:
    """The same of the writer of a message, who can't be chosen; its words are there to begin with."""
    first = label(asked.words, MOST_WORDS, "") or None
    words = PlainTextInputElement(action_id=act.INPUT_WORDS, multiline=True, max_length=MOST_WORDS, initial_value=first)
    whom = section(f"*{person(asked.user_id)} wrote this. Shall I ask them to promise it?*")
    return _ask(about, [whom, _input("What should they promise", words)], (asked.due, asked.zone, now))


def _ask(about: str, blocks: Sequence[Block], when: tuple[datetime | None, str, datetime]) -> dict[str, Any]:
    due, zone, now = when
    told = context("Only they see the request. They promise it, propose another moment or say that they can't.")
    return _form(
        act.FORM_ASK_PROMISE,
        "Ask for a promise",
        "Ask them",
        about,
        [*blocks, _moment_from("By when", due, zone, now), told],
    )


def counter(promise: PromiseView, now: datetime) -> dict[str, Any]:
    """Another moment than was asked for."""
    asked = f"{person(promise.asked_by or '')} asks for {due_words(promise, now)}." if promise.due else None
    return _form(
        act.FORM_COUNTER,
        "Another moment",
        "Propose it",
        promise.id,
        [section(quote(promise.words, 400, 4), asked), _moment("When can you", promise, now)],
    )


def bring_in(
    mention_id: str, departments: Sequence[DepartmentView], brought_in: Sequence[DepartmentView] = ()
) -> dict[str, Any]:
    """Tagging another department, or taking one back that was `brought_in` and has not acted. Without either there is
    nothing to submit.
    """
    blocks: list[Block] = []
    if options := _department_options(departments):
        select = StaticSelectElement(action_id=act.INPUT_DEPARTMENT, placeholder="Choose a department", **options)
        why = _reason("Why them", is_optional=True, hint="One line; it is shown on the card.")
        blocks += [_input("Department", select, is_optional=bool(brought_in)), why]
    if options := _department_options(brought_in):
        select = StaticSelectElement(action_id=act.INPUT_TAKE_BACK, placeholder="Choose a department", **options)
        hint = "Brought in by a teammate, and nobody there has acted yet."
        blocks.append(_input("Take back", select, is_optional=True, hint=hint))
    if blocks:
        blocks.append(context(LEARNS))
    submit = ("Bring them in" if not brought_in else "Save") if blocks else None
    nothing = section("Every department is asked already, or there are none yet: `/ours departments`.")
    return _form(act.FORM_BRING_IN, "Bring in…", submit, mention_id, blocks or [nothing])


def wrong_department(
    mention_id: str, tagged: Sequence[DepartmentView], others: Sequence[DepartmentView]
) -> dict[str, Any]:
    """Saying that a `tagged` department, of which nobody has acted, is not concerned; and who is instead."""
    blocks: list[Block] = []
    if options := _department_options(tagged):
        select = StaticSelectElement(action_id=act.INPUT_WRONG, placeholder="Choose a department", **options)
        hint = "Nobody there is asked about this any more. Everybody sees on the card who said so, and can undo it."
        blocks.append(_input("Not concerned", select, hint=hint))
        if options := _department_options(others):
            select = StaticSelectElement(action_id=act.INPUT_DEPARTMENT, placeholder="Choose a department", **options)
            blocks.append(_input("Who is, instead", select, is_optional=True, hint="I bring them in."))
        blocks.append(context(LEARNS))
    nothing = section("No department is asked that could be left out: where somebody has acted, it stays.")
    submit = "They are not" if blocks else None
    return _form(act.FORM_WRONG_DEPARTMENT, "Wrong department", submit, mention_id, blocks or [nothing])


def name_someone(mention_id: str, department: DepartmentView) -> dict[str, Any]:
    """Naming who answers for a department that has nobody. private_metadata is "mention id|department id"."""
    return _form(
        act.FORM_NAME_SOMEONE,
        "Name someone",
        "Ask them",
        f"{mention_id}|{department.id}",
        [
            section(f"Who answers for *{inline(department.name, 75) or 'this department'}*?"),
            _person("Teammate"),
            context("They are asked about this mention, and about later ones for this department."),
        ],
    )


def setup(view: SetupView) -> dict[str, Any]:
    """The workspace's, this channel's and one's own choices; those that one may not make are left out."""
    blocks: list[Block] = [*_channel_choices(view), *_workspace_choices(view)]
    blocks.append(section("*You*"))
    reading = _switch(act.INPUT_OWN_PROMISES, "Offer to keep promises that I read in my messages", view.own_promises)
    blocks.append(_input("Your promises", reading, is_optional=True))
    asking = _switch(act.INPUT_OWN_SHARES, "Ask me to share what reads like a customer's words", view.own_shares)
    blocks.append(_input("What customers say", asking, is_optional=True, hint="At most once a day."))
    return _form(act.FORM_SETUP, "Set up Ours", "Save", view.channel_id or "", blocks)


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
        _input("On duty", duty, is_optional=True, hint=ROTA),
        _input("Head", head, is_optional=True, hint="Asked when nobody is on duty; hears when nobody acted."),
        _input("Channel", where, is_optional=True, hint=hint),
        *_group_choice(view, groups),
    ]
    return _form(act.FORM_DEPARTMENT, "Department", "Save", view.id, blocks)


def shown_form(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    """A view to read: nothing to submit."""
    return _form("form_shown", title, None, "", blocks)


def done(words: str) -> dict[str, Any]:
    """What a form turns into once it was sent in: what was done. `words` are ours."""
    return _form("form_done", "Ours", None, "", [section(words)])


def _channel_choices(view: SetupView) -> list[Block]:
    if not view.channel_id:
        return []
    options = {key: Option(value=key, text=_plain(name), description=_plain(what)) for key, name, what in MODES}
    modes = RadioButtonsElement(
        action_id=act.INPUT_CHANNEL_MODE,
        options=list(options.values()),
        initial_option=options.get(view.channel_mode, options["careful"]),
    )
    promises = _switch(act.INPUT_CHANNEL_PROMISES, "Read promises here", view.channel_promises)
    reminders = _switch(act.INPUT_CHANNEL_REMINDERS, "Say once a working day what is open here", view.channel_reminders)
    return [
        section(f"*This channel* · {channel(view.channel_id)}"),
        _input("How I read here", modes),
        _input("Promises", promises, is_optional=True),
        _input("Reminders", reminders, is_optional=True, hint="One message, edited in place; none when nothing is."),
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
        _input("Weekly digest in", digest, is_optional=True, hint="Mondays at 9:00. Empty: no digest."),
        _input("Time zone", zone, hint="Such as Europe/Berlin or America/New_York."),
        _guidelines(view.guidelines),
    ]


def _guidelines(words: str) -> InputBlock:
    element = PlainTextInputElement(
        action_id=act.INPUT_GUIDELINES, multiline=True, max_length=1000, initial_value=typed(words, 1000) or None
    )
    hint = "Shown to whoever writes an answer: tone, what we promise, what we never say."
    return _input("How we answer customers", element, is_optional=True, hint=hint)


def _group_choice(view: DepartmentView, groups: Sequence[tuple[str, str]]) -> list[Block]:
    """The chosen group is an option even if Slack lists it no more."""
    names = {view.group_id: view.group_id, **dict(groups)} if view.group_id else dict(groups)
    options = {key: Option(value=key, text=_plain(name or key)) for key, name in list(names.items())[:MOST_OPTIONS]}
    if not options:
        return []
    element = StaticSelectElement(
        action_id=act.INPUT_GROUP,
        placeholder="Choose a group",
        options=list(options.values()),
        initial_option=options.get(view.group_id or ""),
    )
    return [_input("User group", element, is_optional=True, hint="The whole group is notified only when it is urgent.")]


def _form(callback_id: str, title: str, submit: str | None, metadata: str, blocks: Sequence[Block]) -> dict[str, Any]:
    view = View(
        type="modal",
        callback_id=callback_id,
        title=_plain(title),
        submit=_plain(submit) if submit else None,
        close=_plain("Cancel" if submit else "Close"),
        private_metadata=metadata,
        blocks=blocks,
    )
    return view.to_dict()


def _plain(words: str) -> PlainTextObject:
    return PlainTextObject(text=label(words), emoji=True)


def _input(
    words: str, element: InputInteractiveElement, is_optional: bool = False, hint: str | None = None
) -> InputBlock:
    return InputBlock(
        label=_plain(words),
        element=element,
        block_id=element.action_id,
        optional=is_optional,
        hint=_plain(hint) if hint else None,
    )


def _reason(words: str, is_optional: bool, hint: str) -> InputBlock:
    element = PlainTextInputElement(action_id=act.INPUT_REASON, multiline=True, max_length=1000)
    return _input(words, element, is_optional, hint)


def _person(words: str) -> InputBlock:
    return _input(words, UserSelectElement(action_id=act.INPUT_PERSON, placeholder="Choose a teammate"))


def _switch(action_id: str, words: str, is_on: bool) -> CheckboxesElement:
    on = Option(value="on", text=_plain(words))
    return CheckboxesElement(action_id=action_id, options=[on], initial_options=[on] if is_on else None)


def _moment(words: str, promise: PromiseView, now: datetime) -> InputBlock:
    return _moment_from(words, promise.due, promise.zone, now)


def _moment_from(words: str, due: datetime | None, zone: str, now: datetime) -> InputBlock:
    """Starts at the due moment; when that has passed or is unknown, at 17:00 tomorrow."""
    chosen = due
    if chosen is None or chosen <= now:
        tomorrow = on_wall(now, zone) + timedelta(days=1)
        chosen = datetime.combine(tomorrow.date(), time(17), tomorrow.tzinfo)
    element = DateTimePickerElement(action_id=act.INPUT_MOMENT, initial_date_time=_ten_digits(chosen))
    return _input(words, element, hint="In your own time zone.")


def _ten_digits(chosen: datetime) -> int | None:
    """Slack takes moments of ten digits only: September 2001 to November 2286."""
    unix = int(chosen.timestamp())
    return unix if 10**9 <= unix < 10**10 else None


def _department_options(departments: Sequence[DepartmentView]) -> dict[str, Any]:
    """Options, in groups by first letters when a select can't hold them all."""
    by_id = {each.id: each for each in departments if 0 < len(each.id) <= 150}
    options = [
        Option(value=each.id, text=_plain(each.name or each.key))
        for each in sorted(by_id.values(), key=lambda each: each.name.casefold())
    ]
    if not options:
        return {}
    if len(options) <= MOST_OPTIONS:
        return {"options": options}
    chunks = [options[start : start + MOST_OPTIONS] for start in range(0, len(options), MOST_OPTIONS)][:MOST_OPTIONS]
    return {
        "option_groups": [
            OptionGroup(
                label=_plain(f"{label(str(chunk[0].text), 30)} to {label(str(chunk[-1].text), 30)}"), options=chunk
            )
            for chunk in chunks
        ]
    }


# For forms that stand in files of their own.
form, plain, input_of, department_options = _form, _plain, _input, _department_options
