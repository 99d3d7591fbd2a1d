"""What the bot says in a mention's thread and channel: the card, the ping, and what surrounds them."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ContextBlock, OverflowMenuElement, SectionBlock

from bot.messages import actions as act
from bot.messages import evidence, loops, praise
from bot.messages.layout import (
    actions,
    button,
    context,
    fit,
    menu,
    message,
    numbered_links,
    section,
    section_beside,
    sections,
)
from bot.messages.text import channel, count, group, inline, link, listed, moment, person, quote, said
from bot.messages.views import AskedView, CardView, Message, OffView, OwnerView, PromiseView, Role, TagView

STANCES = {
    "prospect": "wants to buy",
    "advocate": "fan",
    "adversary": "unhappy",
    "influencer": "has reach",
    "unknown": "",
}
NO_PLACES = frozenset({"a quote", "a named customer", "a customer's words", "a teammate"})
ROLES: dict[Role, str] = {"duty": "on duty for", "head": "head of", "member": "answering for"}
MOST_TAGS = 8
MOST_ROWS = 5
MOST_OFF = 3
MOST_OWNERS = 10
MOST_PROMISES = 5
LONGEST_REASON = 120
LONGEST_NOTE = 120
MOST_REASONED = 12
"""Of a ping's lines: with more of them, everybody is still named, without reasons."""


def card(view: CardView, is_update: bool = True) -> Message:
    """One mention. Only an update names people: a new message would ping them, an edited one doesn't."""
    if view.state == "dismissed":
        return _dismissed(view, is_update)
    is_settled = view.state in {"answered", "closed"}
    blocks: list[Block | None] = [
        section(_heading(view, is_update), quote(view.quote) if view.quote.strip() else None),
        *_origin(view, is_update),
        None if is_settled else _why(view, is_update),
        section_beside(_menu(view), "*Who is on it*", *_on_it(view, is_settled, is_update)),
        loops.cause_line(view.cause, is_update) if view.cause else None,
        *_good_news(view, is_update),
        context(loops.check_back_line(view.check_back, is_update)) if view.check_back else None,
        *_promised(view, is_update),
        *([_settled_buttons(view)] if is_settled else _buttons(view)),
        *([] if is_settled else [*_rows(view), *_off(view, is_update)]),
        _hint(view),
    ]
    return message(f"{_said_by(view)}: {view.quote}", blocks)


def _on_it(view: CardView, is_settled: bool, is_update: bool) -> list[str]:
    if is_settled and not view.owners:
        return ["Nobody has to be any more"]
    return _owner_lines(view.owners, is_update)


def ping_praise(asked: Sequence[AskedView], card_link: str | None) -> Message:
    """Tells whom praise belongs to; it asks nothing of them."""
    departments = listed([each.department for each in asked], 3)
    opening = ":sunflower: *This is yours: a customer is happy.* Nothing is asked of you."
    card_words = link(card_link, "the card")
    hint = f"*{praise.THANK}* on {card_words} says that you write to them; *This is theirs…* passes it on."
    return message(
        f"A customer's praise for {departments or 'you'}",
        [section(opening), *sections(_asked_lines(asked), str, 10_000), context(hint)],
    )


def ping(asked: Sequence[AskedView], card_link: str | None, is_urgent: bool) -> Message:
    """The one message that notifies: whom, for which departments, and why."""
    opening = ":rotating_light: *This one is urgent.*" if is_urgent else "*Could you take a look?*"
    card_words = link(card_link, "the card")
    settle = f"*I'm on it* on {card_words} settles this; *Bring in…* asks someone better placed."
    fewer = "`/ours departments` shows who is asked for what, and changes it."
    departments = listed([each.department for each in asked], 3)
    return message(
        f"{'Urgent: a' if is_urgent else 'A'} customer's words for {departments or 'you'}",
        [section(opening), *sections(_asked_lines(asked), str, 10_000), context(settle, fewer)],
    )


def ping_over(is_gone: bool) -> Message:
    """In place of a ping, once the mention was dismissed; `is_gone`: its words stand nowhere any more."""
    why = "The customer's words were taken back." if is_gone else "This was marked as not a customer mention."
    return message("Nothing is asked of you here", [section(f"*Nothing is asked of you here any more.* {why}")])


def ping_met(card_link: str | None) -> Message:
    """In place of a ping, where nobody of whom it asked is asked still."""
    shows = f"{link(card_link, 'The card')} shows who is on it."
    return message("Nobody else is asked here", [section(f"*Nobody else is asked here.* {shows}")])


def sighting_note(thread_link: str | None, sighting_id: str, label: str = "here is the thread") -> Message:
    """Told where the same words were posted again, to readers who may open the first thread."""
    return message(
        "This was shared before",
        [
            section(f":link: These words were shared before: {link(thread_link, label)}. Let's answer in one place."),
            actions(button("Not the same", act.NOT_THE_SAME, sighting_id)),
        ],
    )


def no_place(channel_id: str, thread_link: str | None, is_open: bool, department: str = "") -> Message:
    """Told to the sharer alone: the mention is kept, and why no card stands there. `department` is one it concerns."""
    why = f"Guests or people from outside can read {channel(channel_id)}, so I posted nothing there."
    kept = f"I keep {link(thread_link, 'what the customer said')}, and `/ours open` lists it."
    name = inline(department, 40) or "NAME"
    mend = f"`/ours departments {name}` can name a channel: from then on, such cards go there, and people are asked."
    private = "The channel is private: nothing of it is shown anywhere else, so please ask a colleague in there."
    return message(
        "Thank you for sharing a customer's words; I posted nothing there",
        [section(f":seedling: Thank you for sharing this. {why}", kept), context(mend if is_open else private)],
    )


def share_offer(channel_id: str, ts: str) -> Message:
    """Shown to the author alone: the words look like a customer's, but nothing proves it."""
    value = f"{channel_id}|{ts}"
    return message(
        "Share this as a customer mention?",
        [
            section("*Share this as a customer mention?*", "It reads like a customer's words. I'd ask who can help."),
            actions(
                button("Share it", act.SHARE_IT, value, is_primary=True),
                button("Not now", act.NOT_NOW, value),
                button("Never ask me this", act.NEVER_ASK, value),
            ),
            context("Only you see this, and at most once a day. Until you share it, I keep none of its words."),
        ],
    )


def heading_words(customer: str | None, source: str) -> str:
    """Who said it and where, raw: "Acme, from Trustpilot"."""
    return f"{customer or 'A customer'}{_from(source)}"


def _from(source: str) -> str:
    """Where it was said, raw; nothing for what names no place (the quote itself stands below)."""
    return f", from {source}" if source.strip() and source not in NO_PLACES else ""


def _said_by(view: CardView) -> str:
    urgent = "Urgent: " if view.is_urgent else ""
    return f"{urgent}{heading_words(view.customer, view.source)}"


def _heading(view: CardView, is_update: bool) -> str:
    parts = [f"*{inline(view.customer or '', 100) or 'A customer'}*{inline(_from(view.source), 90)}"]
    if STANCES[view.stance]:
        parts.append(STANCES[view.stance])
    if view.is_urgent:
        parts.append(":rotating_light: *urgent*")
    if view.state == "answered":
        by = f" by {person(view.answered_by)}" if view.answered_by and is_update else ""
        parts.append(f":white_check_mark: *answered*{by}")
    if view.state == "closed":
        parts.append(f":white_check_mark: *closed*{' · they heard back' if view.has_heard_back else ''}")
    return " · ".join(parts)


def _origin(view: CardView, is_update: bool) -> list[Block]:
    """Where it was said and shared, and how it was read."""
    parts = [link(view.url, "Open the original") if view.url else ""]
    if view.shared_by and is_update:
        parts.append(f"shared by {person(view.shared_by)}")
    also = numbered_links(view.also_at, 5)
    parts.append(f"also shared {also}" if also else "")
    because = [_because("here because", view.evidence_reasons)]
    if STANCES[view.stance]:
        because.append(_because(STANCES[view.stance], view.stance_reasons))
    because.append(_because("urgent", view.urgent_reasons))
    lines = (" · ".join(filter(None, parts)), " · ".join(filter(None, because)))
    return [context(line) for line in lines if line]


def _because(what: str, reasons: Sequence[str]) -> str:
    return f"{what}: {_reasons(reasons)}" if reasons else ""


def _reasons(reasons: Sequence[str], most: int = 3) -> str:
    return ", ".join(inline(reason, LONGEST_REASON) for reason in reasons[:most] if reason.strip())


def _why(view: CardView, is_update: bool) -> SectionBlock | None:
    if not view.tags:
        return None
    lines = fit(view.tags, lambda tag: _tag_line(tag, view.shared_by, is_update), MOST_TAGS, "", 2700)
    return section("*Why these departments*", *lines)


def _tag_line(tag: TagView, shared_by: str | None, is_update: bool) -> str:
    line = f"• *{inline(tag.name, 75) or '…'}*"
    reasons = _reasons(tag.reasons)
    if reasons:
        line += f" — {reasons}"
    if is_update and tag.brought_in_by:
        line += f" · brought in by {person(tag.brought_in_by)}"
    if is_update and tag.asked:
        # Nobody is pinged about what they shared themselves.
        line += f" · {person(tag.asked)}, who shared it" if tag.asked == shared_by else f" · asked {person(tag.asked)}"
    return line


def _promised(view: CardView, is_update: bool) -> list[Block]:
    """What was promised; while the mention is open, with a way to ask for one."""
    shown = [promise for promise in view.promises if promise.state in {"open", "kept"}]
    lines = fit(shown, lambda promise: _promise_line(promise, is_update), MOST_PROMISES, "", 1500)
    title = "*Promised to the customer*"
    lives = button("History", act.HISTORY, f"mention|{view.mention_id}")
    if view.state in {"answered", "closed"}:
        return [section_beside(lives, title, *lines)] if lines else []
    ask = button("Ask for a promise…", act.ASK_PROMISE, view.mention_id)
    heading = section_beside(ask, title if lines else f"{title}\nNothing yet")
    return [heading, section_beside(lives, *lines)] if lines else [heading]


def _owner_lines(owners: Sequence[OwnerView], is_update: bool) -> list[str]:
    if not owners:
        return ["Nobody yet"]
    if not is_update:
        return [count(len({owner.user_id for owner in owners}), "person", "people")]
    parts: dict[str, list[str]] = {}
    for owner in owners:
        words = [inline(owner.department, 75)] if owner.department else []
        words += ["lead"] if owner.is_lead else []
        words += ["done"] if owner.is_done else []
        words += [_asked_to_lead(owner)] if owner.asked_to_lead else []
        note = f": {said(owner.note, LONGEST_NOTE)}" if owner.note.strip() else ""
        parts.setdefault(owner.user_id, []).append(f"{', '.join(words)}{note}")
    lines = [
        f"• {person(user_id)}" + (f" — {'; '.join(filter(None, words[:4]))}" if any(words) else "")
        for user_id, words in parts.items()
    ]
    return fit(lines, str, MOST_OWNERS, "", 1200)


def _asked_to_lead(owner: OwnerView) -> str:
    who = person(str(owner.asked_to_lead))
    return f"not there; {who} was asked to stand in" if owner.is_stood_in else f"asked {who} to lead"


def _promise_line(promise: PromiseView, is_update: bool) -> str:
    who = f"{person(promise.user_id)}: " if is_update else ""
    words = link(promise.link, promise.words, 140)
    if promise.asked_by and is_update:
        words += f" · asked for by {person(promise.asked_by)}"
    if promise.state == "kept":
        return f"• {who}{words} · :white_check_mark: kept{evidence.stands(promise.evidence)}"
    due = f" · due {moment(promise.due, promise.zone)}" if promise.due else ""
    return f"• {who}{words}{due}{_risk(promise)}"


def _risk(promise: PromiseView) -> str:
    why = f": “{inline(promise.risk, LONGEST_REASON)}”" if promise.risk.strip() else ""
    return f" · :warning: may be late{why}" if promise.is_at_risk else ""


def _buttons(view: CardView) -> list[Block]:
    """Nobody is on it yet: one row. Else what owners do goes first, and whom it concerns stands below."""
    claim = button(praise.THANK if view.is_praise else "I'm on it", act.CLAIM, view.mention_id, is_primary=True)
    answered = button("Thanked" if view.is_praise else "Answered", act.ANSWERED, view.mention_id)
    earned = button("This is theirs…", act.CREDIT, view.mention_id) if view.is_praise else None
    concerned = (
        button("Bring in…", act.BRING_IN, view.mention_id),
        button("Wrong department…", act.WRONG_DEPARTMENT, view.mention_id) if _may_be_wrong(view) else None,
    )
    dismiss = button("Not a customer mention", act.DISMISS, view.mention_id)
    if not view.owners:
        return [actions(claim, earned, *concerned, answered, dismiss), *_quoting(view)]
    own = button("My part…", act.PART, view.mention_id)
    write = button("Write the answer…", act.WRITE, view.mention_id)
    back = button("Step back", act.RELEASE, view.mention_id)
    return [actions(claim, own, write, answered, earned), actions(*concerned, back, dismiss), *_quoting(view)]


def _quoting(view: CardView) -> list[Block]:
    if not view.is_praise or view.quote_ask is not None:
        return []
    return [actions(button("Ask to quote", act.QUOTE, view.mention_id))]


def _good_news(view: CardView, is_update: bool) -> list[Block | None]:
    """Whose praise it is, and whether it may be quoted."""
    line = praise.credit_line(view.credited, is_update)
    asked = praise.quote_line(view.quote_ask, view.mention_id, is_update) if view.quote_ask else None
    return [section(line) if line else None, asked]


def _menu(view: CardView) -> OverflowMenuElement:
    """What is rarer than the buttons."""
    return menu(
        act.MORE,
        ("Waits for…", f"{act.MORE_WAITS}|{view.mention_id}"),
        ("Check back…", f"{act.MORE_CHECK}|{view.mention_id}"),
    )


def _may_be_wrong(view: CardView) -> bool:
    return any(not tag.has_acted for tag in view.tags)


def _settled_buttons(view: CardView) -> ActionsBlock:
    is_left = view.state == "answered" and view.owners  # somebody's part is not done yet
    may_ask = view.is_praise and view.quote_ask is None
    return actions(
        button("My part…", act.PART, view.mention_id) if is_left else None,
        button("Not thanked yet" if view.is_praise else "Not answered yet", act.UNDO_ANSWERED, view.mention_id),
        button("This is theirs…", act.CREDIT, view.mention_id) if view.is_praise else None,
        button("Ask to quote", act.QUOTE, view.mention_id) if may_ask else None,
    )


def _rows(view: CardView) -> list[Block | None]:
    """A row of buttons for each department that has nobody: an empty workspace can start right here."""
    empty = [tag for tag in view.tags if not tag.has_people]
    if not empty:
        return []
    names = listed([f"*{inline(tag.name, 75) or '…'}*" for tag in empty], MOST_ROWS)
    verb = "has" if len(empty) == 1 else "have"
    rows: list[Block | None] = [section(f"{names} {verb} nobody here yet.")]
    room = MOST_ROWS - min(MOST_OFF, len(view.off))  # a card stays readable: what is taken back has rows, too
    for number, tag in enumerate(empty[:room]):
        value = f"{view.mention_id}|{tag.department_id}"
        answer = button(f"I'll answer for {tag.name}", act.numbered(act.ANSWER_FOR, number), value)
        rows.append(actions(answer, button("Name someone", act.numbered(act.NAME_SOMEONE, number), value)))
    return rows


def _off(view: CardView, is_update: bool) -> list[Block | None]:
    """The departments that somebody said are not concerned, the latest first, each with its reverse."""
    rows: list[Block | None] = []
    for number, off in enumerate(view.off[::-1][:MOST_OFF]):
        value = f"{view.mention_id}|{off.department_id}"
        rows += [
            context(_off_line(off, is_update)),
            actions(button("Undo", act.numbered(act.CONCERNED, number), value)),
        ]
    return rows


def _off_line(off: OffView, is_update: bool) -> str:
    return f"*{inline(off.name, 75) or '…'}* is not concerned{f', says {person(off.by)}' if is_update else ''}."


def _hint(view: CardView) -> ContextBlock | None:
    if view.state == "owned" and all(owner.is_done for owner in view.owners):
        return context("Every part is done. Has the customer been told? *Answered* says so.")
    if view.state != "new" or (view.cause is not None and not view.cause.is_fixed):
        return None
    if view.is_praise:
        return context("Good news: a word of thanks is all it takes. *This is theirs…* tells whoever earned it.")
    return context("Owners add up: everyone whose work this touches can be on it.")


def _dismissed(view: CardView, is_update: bool) -> Message:
    if view.is_gone:
        gone = "The customer's words were taken back here: their post was deleted or changed. I'll leave it alone."
        return message("The customer's words were taken back", [section(gone)])
    by = f", says {person(view.dismissed_by)}" if view.dismissed_by and is_update else ""
    return message(
        "Not a customer mention",
        [
            section(f"Not a customer mention{by}. I'll leave it alone."),
            actions(button("Undo", act.UNDO_DISMISS, view.mention_id)),
        ],
    )


def _asked_lines(asked: Sequence[AskedView]) -> list[str]:
    """One line for each person or group, however many departments ask for them."""
    merged: dict[str, list[AskedView]] = {}
    for each in asked:
        ping_words = person(each.user_id) if each.user_id else group(each.group_id) if each.group_id else ""
        merged.setdefault(ping_words, []).append(each)
    lines = []
    for ping_words, parts in merged.items():
        reasons = _reasons(list(dict.fromkeys(reason for each in parts for reason in each.reasons)))
        reasons = reasons if len(merged) <= MOST_REASONED else ""
        lines.append(f"{ping_words}, {_asked_as(parts)}{': ' + reasons if reasons else ''}")
    return lines


def _asked_as(parts: Sequence[AskedView]) -> str:
    """ "on duty for *Finance*, head of *Legal*"; a whole group: why all of it."""
    named: dict[str, list[str]] = {}
    for each in parts:
        role = "all of" if each.group_id else ROLES[each.role]
        named.setdefault(role, []).append(f"*{inline(each.department, 60) or '…'}*")
    words = ", ".join(f"{role} {listed(names, 3)}" for role, names in named.items())
    return f"{words}, since it is urgent" if "all of" in named else words
