"""A customer's page, seen by the asker alone, and the forms that change what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ConfirmObject,
    Option,
    PlainTextInputElement,
    StaticSelectElement,
    UserSelectElement,
)

from bot.messages import actions as act
from bot.messages.answers import ONLY_YOU, with_owners
from bot.messages.cards import STANCES
from bot.messages.customer_views import CustomerForm, CustomerView
from bot.messages.house_views import DepartmentView
from bot.messages.inputs import department_options, form, input_of, plain
from bot.messages.layout import actions, button, context, message, section, sections
from bot.messages.text import (
    MONTHS,
    button_value,
    count,
    inline,
    label,
    link,
    listed,
    moment,
    on_wall,
    person,
    width,
)
from bot.messages.views import MentionLine, Message, PromiseView, total

ROOM = 4_500
"""Of each of the two lists of a page, in characters: all that a page has is shown."""
MOST_STANCES = 6
MOST_NAMES = 8
MOST_MERGED = 25
"""As many as a row of buttons has: each merge has its reverse."""
LONGEST, MOST_TEXT = 400, 3_000
A_LIST = "One a line."


def page(view: CustomerView) -> Message:
    """What a customer said and was promised, how they stood and who knows them, as far as the asker may open it."""
    blocks: list[Block | None] = [section(_title(view), _also(view), _stood(view))]
    if view.is_known:
        blocks.append(section(_who_knows(view)))
    if view.mentions:
        of_all = count(total(view.mentions), "mention")
        blocks += [section(f"*Said* · {of_all}"), *sections(tuple(view.mentions), _said, ROOM)]
    if view.promises:
        of_all = count(total(view.promises), "promise")
        blocks += [section(f"*Promised* · {of_all}"), *sections(tuple(view.promises), _with_state, ROOM)]
    if not view.mentions and not view.promises:
        blocks.append(section("They have said nothing yet that you could open."))
    if view.near:
        shown = listed([f"*{inline(name, 75)}*" for name in view.near])
        blocks.append(section(f"Do you mean {shown}? I know nobody by the whole name."))
    blocks += [_paging(view), _buttons(view), _splits(view)]
    where = f"Page {view.page + 1:,} of {view.pages:,}. " if view.pages > 1 else ""
    return message(f"What we know of {view.name or 'this customer'}", [*blocks, context(where + ONLY_YOU)])


def _title(view: CustomerView) -> str:
    facts = [
        STANCES[view.stance],
        inline(view.tier, 60) if view.tier else "",
        f"at home with {inline(view.home_department, 75)}" if view.home_department else "",
    ]
    return " · ".join([f"*{inline(view.name, 100) or 'This customer'}*", *filter(None, facts)])


def _also(view: CustomerView) -> str | None:
    """Under which names they are known, and where they write from."""
    names = [inline(name, 60) for name in view.aliases]
    lines = [f"also {listed(names, MOST_NAMES)}"] if names else []
    places = [inline(one, 60) for one in view.addresses]
    lines += [f"writes from {listed(places, MOST_NAMES)}"] if places else []
    return " · ".join(lines) or None


def _stood(view: CustomerView) -> str | None:
    """How they stood over time, the newest first; one word alone says nothing that the title doesn't."""
    if len(view.stances) < 2:
        return None
    shown = [f"{STANCES[stance]} since {_day(view, at)}" for stance, at in view.stances[:MOST_STANCES]]
    more = len(view.stances) - len(shown)
    return "_" + ", before that ".join(shown) + (f", and {count(more, 'turn')} before" if more else "") + "_"


def _day(view: CustomerView, at: Any) -> str:
    local = on_wall(at, view.zone)
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year}"


def _who_knows(view: CustomerView) -> str:
    """Owners, and who took part in what they said. That one person alone knows somebody is a risk, so it is said."""
    times = dict(view.helpers)
    everyone = list(dict.fromkeys([*view.owners, *times]))
    if not everyone:
        return "*Nobody knows them yet*, as far as you can see."

    def shown(user_id: str) -> str:
        facts = ["owner"] if user_id in view.owners else []
        facts += [f"on {count(times[user_id], 'mention')}"] if user_id in times else []
        return f"{person(user_id)} ({', '.join(facts)})"

    if len(everyone) > 1:
        return f"*Who knows them* {listed([shown(one) for one in everyone], 10)}"
    (alone,) = everyone
    if alone == view.reader:
        return f"*Only you know them*, as far as you can see: {shown(alone)}. Introduce a colleague before you go away."
    ask = " *I know them* adds you." if view.may_change else ""
    return f"*Only one person knows them*, as far as you can see: {shown(alone)}.{ask}"


def _said(line: MentionLine) -> str:
    return f"{with_owners(line)} · {moment(line.at, 'UTC')}"


def _with_state(promise: PromiseView) -> str:
    due = f"due {moment(promise.due, promise.zone)}" if promise.due else "no date yet"
    named = {"open": due, "requested": "asked for", "offered": "not confirmed yet"}
    state = named.get(promise.state, promise.state)
    late = " late" if promise.is_missed and promise.state == "kept" else ""
    return f"• {link(promise.link, promise.words, 120)} · {state}{late} · {person(promise.user_id)}"


def _paging(view: CustomerView) -> ActionsBlock | None:
    earlier = view.page + 1 if view.page + 1 < view.pages else None
    later = view.page - 1 if view.page else None
    shown = [
        button(words, action, f"{view.id}|{number}")
        for words, action, number in (("Earlier", act.CUSTOMER_EARLIER, earlier), ("Later", act.CUSTOMER_LATER, later))
        if number is not None
    ]
    return actions(*shown) if shown else None


def _buttons(view: CustomerView) -> ActionsBlock | None:
    if not view.may_change:
        return None
    name = button_value(view.name.strip(), 200).strip()
    if not view.is_known:
        return actions(button("Add to our customers", act.ADD_CUSTOMER, name)) if name else None
    own = ("I don't any more", act.DISOWN_CUSTOMER) if view.reader in view.owners else ("I know them", act.OWN_CUSTOMER)
    return actions(
        button(*own, view.id),
        button("Edit…", act.EDIT_CUSTOMER, view.id),
        button("Merge…", act.MERGE_CUSTOMER, view.id),
        _remove(view) if not view.mentions and not view.merged else None,
    )


def _remove(view: CustomerView) -> ButtonElement:
    """Asks once more: their names and addresses go with them."""
    found = button("Remove", act.REMOVE_CUSTOMER, view.id)
    found.confirm = ConfirmObject(
        title="Remove this customer?",
        text=plain(f"{label(view.name, 100)} is forgotten, with all names and addresses."),
        confirm="Remove",
        deny="Keep",
    )
    return found


def _splits(view: CustomerView) -> ActionsBlock | None:
    """The reverse of each merge."""
    if not view.merged or not view.may_change:
        return None
    return actions(
        *(
            button(f"Split off {label(name, 50)}", act.numbered(act.SPLIT_CUSTOMER, number), duplicate_id)
            for number, (duplicate_id, name) in enumerate(view.merged[:MOST_MERGED])
        )
    )


def added(customer_id: str, name: str, is_new: bool) -> Message:
    """Only what this click added can be taken back by the next one."""
    shown = inline(name, 100) or "this customer"
    if not is_new:
        return message(f"I know {name} already", [section(f"I know *{shown}* already."), context(ONLY_YOU)])
    return message(
        f"{name} is one of our customers now",
        [
            section(f"Added. I know *{shown}* from now on."),
            actions(button("Edit…", act.EDIT_CUSTOMER, customer_id), button("Undo", act.REMOVE_CUSTOMER, customer_id)),
            context(ONLY_YOU),
        ],
    )


def edit(view: CustomerForm, tiers: Sequence[str], departments: Sequence[DepartmentView]) -> dict[str, Any]:
    """What is known of a customer. private_metadata is "customer id|version"."""
    name = button_value(view.name, LONGEST)
    add = UserSelectElement(action_id=act.INPUT_OWNER, placeholder="Choose a teammate")
    blocks: list[Block] = [
        input_of("Name", PlainTextInputElement(action_id=act.INPUT_NAME, initial_value=name, max_length=LONGEST)),
        *_lines("Also known as", act.INPUT_ALIASES, view.aliases, A_LIST),
        *_lines("Domains", act.INPUT_DOMAINS, view.domains, f"{A_LIST} Like acme.com, or a whole mail address."),
        *_lines("Handles", act.INPUT_HANDLES, view.handles, f"{A_LIST} With the site, like x.com/acme."),
        *_tier(view, tiers),
        *_home(view, departments),
        input_of("Who knows them, too", add, is_optional=True, hint="Added to those who do."),
        *_take_off(view),
    ]
    return form(act.FORM_CUSTOMER, "Customer", "Save", f"{view.id}|{view.version}", blocks)


def _lines(words: str, action_id: str, found: Sequence[str], hint: str) -> list[Block]:
    """More than an input holds can't be edited here: half of it would be taken for all."""
    text = button_value("\n".join(found), 2 * MOST_TEXT)
    if width(text) > MOST_TEXT:
        many = f"*{words}* · {count(len(found), 'of them', 'of them')}, too many to edit here. An import can add more."
        return [section(many)]
    element = PlainTextInputElement(
        action_id=action_id, multiline=True, initial_value=text or None, max_length=MOST_TEXT
    )
    return [input_of(words, element, is_optional=True, hint=hint)]


def _tier(view: CustomerForm, tiers: Sequence[str]) -> list[Block]:
    """The tier that they have is an option even where it is none of ours any more."""
    known = list(dict.fromkeys([*tiers, *([view.tier] if view.tier else [])]))
    values = {tier: button_value(tier, 150) for tier in known[:100]}
    options = {tier: Option(value=value, text=plain(tier)) for tier, value in values.items() if value.strip()}
    if not options:
        return []
    element = StaticSelectElement(
        action_id=act.INPUT_TIER,
        placeholder="Choose a tier",
        options=list(options.values()),
        initial_option=options.get(view.tier or ""),
    )
    return [input_of("Tier", element, is_optional=True)]


def _home(view: CustomerForm, departments: Sequence[DepartmentView]) -> list[Block]:
    chosen = department_options(departments)
    if not chosen:
        return []
    found = [one for one in departments if one.id == view.home_id]
    first = Option(value=found[0].id, text=plain(found[0].name or found[0].key)) if found else None
    element = StaticSelectElement(
        action_id=act.INPUT_HOME, placeholder="Choose a department", initial_option=first, **chosen
    )
    hint = "Is asked more readily about what they say."
    return [input_of("Home department", element, is_optional=True, hint=hint)]


def _take_off(view: CustomerForm) -> list[Block]:
    options = [Option(value=user_id, text=plain(name)) for user_id, name in view.owners[:100]]
    if not options:
        return []
    element = StaticSelectElement(action_id=act.INPUT_DISOWN, placeholder="Choose a teammate", options=options)
    return [input_of("Who doesn't any more", element, is_optional=True)]


def merge(customer_id: str, name: str) -> dict[str, Any]:
    """Saying that another customer is this one. private_metadata is the id of the one who stays."""
    shown = inline(name, 100) or "this customer"
    blocks: list[Block] = [
        section(f"Who else is *{shown}*? All that the other one said and was promised counts as theirs then."),
        input_of(
            "The duplicate",
            PlainTextInputElement(action_id=act.INPUT_DUPLICATE, max_length=200),
            hint="Its name, a domain or a handle. Split off, on the page, takes it back.",
        ),
    ]
    return form(act.FORM_MERGE, "Merge customers", "Merge", customer_id, blocks)
