"""Answers to `/ours`: seen by the asker alone, so a `<@U…>` in them notifies nobody."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages.digest import mention_line
from bot.messages.house_views import DepartmentView, HelpView
from bot.messages.layout import context, fit, message, section, sections
from bot.messages.mine import mine
from bot.messages.text import (
    channel,
    count,
    group,
    harmless,
    inline,
    link,
    listed,
    moment,
    person,
    unmarked,
)
from bot.messages.text import said as in_quotes
from bot.messages.views import MentionLine, Message

__all__ = [
    "departments",
    "digest_set",
    "error",
    "help_",
    "joined",
    "mine",
    "open_list",
    "said",
    "unknown",
]

ONLY_YOU = "Only you see this."
Command = tuple[str, str, str]
"""Its name, what it does, and an example."""
COMMANDS: tuple[Command, ...] = (
    ("open", "what still needs somebody, where you can see it", "/ours open"),
    ("mine", "your promises, offers and shares", "/ours mine"),
    ("promise", "promise a customer something", "/ours promise send Ada the invoice by Friday"),
    ("promise @someone", "ask a teammate to promise it", "/ours promise @Maria call Ada back by Friday"),
    ("customer", "what a customer said and was promised", "/ours customer Acme"),
    ("departments", "who answers for what", "/ours departments"),
    ("department", "a department's head, duty, channel", "/ours departments finance"),
    ("duty", "who is on duty just now, and who next", "/ours duty"),
    ("join", "answer for a department", "/ours join finance"),
    ("leave", "answer for it no more", "/ours leave finance"),
    ("fixed", "what customers waited for is fixed", "/ours fixed bug 4711"),
    ("rules", "what corrections taught me, with your say", "/ours rules"),
    ("digest", "a preview of the weekly digest", "/ours digest"),
    ("settings", "your hours, days off, and how I nudge you", "/ours settings"),
    ("privacy", "what I read and keep, and who sees it", "/ours privacy"),
    ("setup", "this channel, and the workspace", "/ours setup"),
    ("help", "this list", "/ours help"),
)
OPENING = "*Our customers are everyone's.* Paste what one said into a channel I'm in, and I ask who can help."
IN_PLAIN_WORDS = "Plain words do, too: “@Ours what's open?”, “@Ours remind me to call Acme on Monday”."
ON_MESSAGES = " On any message, *More actions* shares it as a mention or tracks it as a promise."
TO_GUESTS = "You are a guest here: I show you what you could open in Slack, and remember what you promise."
GUESTS_DO = {"open", "mine", "promise", "departments", "duty", "digest", "settings", "privacy", "help"}
MOST_OPEN = 15
MOST_FITTING = 3
MOST_DEPARTMENTS = 40
MOST_NAMED = 12


def help_(view: HelpView | None = None) -> Message:
    """All that this person can say; before it, what fits the moment."""
    view = view or HelpView()
    fitting, known, is_guest = _fitting(view), _commands(view), view.role == "guest"
    opening = TO_GUESTS if is_guest else OPENING
    return message(
        "What you can say to Ours",
        [
            section(_guess(view.nearest, known) if view.is_guess else opening),
            section(*fitting) if fitting else None,
            section(*[f"• `{example}` — {what}" for _, what, example in known]),
            context(f"{ONLY_YOU} {IN_PLAIN_WORDS}{'' if is_guest else ON_MESSAGES}"),
        ],
    )


def _commands(view: HelpView) -> list[Command]:
    """Those that this person may use, with examples of their own."""
    if view.role == "guest":
        return [one for one in COMMANDS if one[0] in GUESTS_DO]
    here = {
        "department": (f"{_whose(view)} people, words, duty, channel", f"/ours departments {_key(view.headed)}"),
        "join": ("answer for a department", f"/ours join {_key(view.other)}"),
        "leave": ("answer for it no more", f"/ours leave {_key(view.own)}"),
    }
    if view.role != "admin":
        here["setup"] = ("how I read in this channel", "/ours setup")
    known = [(name, *here.get(name, (what, example))) for name, what, example in COMMANDS]
    return [one for one in known if view.own or one[0] != "leave"]


def _key(key: str) -> str:
    """Of a department, for an example."""
    return inline(key, 40) or "finance"


def _whose(view: HelpView) -> str:
    return "your department's" if view.headed else "a department's head,"


def _guess(nearest: str, known: Sequence[Command]) -> str:
    examples = {name: example for name, _, example in known}
    if nearest not in examples:
        return "I don't know what you mean, sorry. This is what I know:"
    return f"I'm not sure what you mean. Is it `{examples[nearest]}`?"


def _fitting(view: HelpView) -> list[str]:
    """The few things that fit the moment, the most urgent first."""
    found = []
    if view.is_absent and view.role != "guest":
        found.append("I'm not in this channel: `/invite @Ours` brings me here.")
    if view.role == "admin" and not view.is_set_up:
        found.append("Nobody has set me up yet: `/ours setup` does, in three minutes.")
    elif view.nobody_answers:
        found.append(f"Nobody answers for a department yet: `/ours join {_key(view.other)}` makes you the first.")
    if view.promises:
        found.append(f"You have {count(view.promises, 'open promise')}: `/ours mine`")
    if view.offers:
        waits = "An offer of a promise waits" if view.offers == 1 else f"{view.offers} offers of promises wait"
        found.append(f"{waits} for your answer: `/ours mine`")
    if view.open_here:
        found.append(f"In this channel {count(view.open_here, 'mention is', 'mentions are')} still open: `/ours open`")
    if view.customer.strip():
        name = inline(view.customer, 60)
        found.append(f"What {name} said and was promised: `/ours customer {name}`")
    return [f":point_right: {line}" for line in found[:MOST_FITTING]]


def unknown(word: str, nearest: str = "", example: str = "") -> Message:
    """For input that is no subcommand; `nearest` is one that is spelt nearly so, if there is one."""
    asked = f"I don't know {in_quotes(word, 60)}. " if word.strip() else ""
    meant = f"Did you mean `{inline(nearest, 60)}`?" if nearest else "`/ours help` lists what I know."
    shown = f"For example: `{inline(example, 200)}`" if example else None
    told = f"Did you mean {nearest}?" if nearest else "/ours help lists what I know."
    return message(f"I don't know that one. {told}", [section(asked + meant, shown), context(ONLY_YOU)])


def open_list(lines: Sequence[MentionLine], more: int = 0, zone: str = "UTC") -> Message:
    """What is open where the asker can see it; `more` were left out by the ledger."""
    if not lines:
        return message("Nothing is open", [section(":white_check_mark: Nothing is open here."), context(ONLY_YOU)])
    total = len(lines) + more
    left = total - min(len(lines), MOST_OPEN)

    def show(line: MentionLine) -> str:
        return f"{with_owners(line)} · {moment(line.at, zone)}"

    tail = f"and {left:,} more; as these are settled, `/ours open` shows the next. " if left else ""
    return message(
        f"{count(total, 'open mention')}",
        [section(f"*{count(total, 'open mention')}*"), *sections(lines[:MOST_OPEN], show), context(tail + ONLY_YOU)],
    )


def departments(views: Sequence[DepartmentView]) -> Message:
    if not views:
        return message("There are no departments yet", [section("There are no departments yet."), context(ONLY_YOU)])
    example = inline(views[0].key, 40) or "finance"
    return message(
        f"{count(len(views), 'department')}",
        [
            section(f"*{count(len(views), 'department')}*"),
            *sections(views, _short_department if len(views) > 20 else _department),
            context(
                f"Answer for one yourself: `/ours join {example}`. "
                f"`/ours departments {example}` sets head, duty, channel. {ONLY_YOU}"
            ),
        ],
    )


def joined(department: str, is_head: bool, was_in: bool = False) -> Message:
    name = inline(department, 75) or "the department"
    head = " You are its head: what nobody picks up comes to you." if is_head else ""
    asked = "I'll ask you when a customer's words concern it, and always say why."
    undo = context(f"`/ours leave {name}` takes it back. {ONLY_YOU}")
    since = "already" if was_in else "now"
    return message(
        f"You answer for {department} {since}", [section(f":wave: You answer for *{name}* {since}.{head}", asked), undo]
    )


def error(words: str, people: Sequence[str] = ()) -> Message:
    """What went wrong and how to mend it; only `people` (ids) stay shown as people."""
    return message(
        unmarked(words), [section(harmless(words, tuple(people)) or "Something went wrong."), context(ONLY_YOU)]
    )


def digest_set(channel_id: str | None) -> Message:
    words = f"Mondays at 9:00 in {channel(channel_id)}." if channel_id else "No digest will be posted."
    return message("The weekly digest is set", [section(f":calendar: {words} `/ours digest` shows a preview.")])


def said(words: str, people: Sequence[str] = ()) -> Message:
    """A short answer in our own words, which may hold other people's; only `people` (ids) stay shown as people."""
    return message(unmarked(words), [section(harmless(words, tuple(people)) or "Done.")])


def shared_already(card_link: str) -> Message:
    """To whoever shares what has its card."""
    shown = f":link: This is shared already: {link(card_link, 'here is its card')}. Its buttons settle it."
    return message("This is shared already", [section(shown)])


def with_owners(line: MentionLine) -> str:
    owned = listed([person(who) for who in line.owners], 3) if line.owners else "nobody yet"
    return f"{mention_line(line)} · {owned}"


def duty(departments: Sequence[DepartmentView]) -> Message:
    """Who is on duty just now in each department, and who next."""
    if not departments:
        return said("There are no departments yet.")
    asked = [one for one in departments if one.in_turn or one.head]
    lines = fit(asked, _on_duty, MOST_DEPARTMENTS, "`/ours departments`")
    if nobody := [f"*{inline(one.name, 75) or '…'}*" for one in departments if not (one.in_turn or one.head)]:
        lines.append(f"Nobody yet: {listed(nobody, MOST_NAMED)}. `/ours join NAME` answers for one.")
    hint = "A rota is a week each; who doesn't work just now is stood in for. `/ours departments NAME` arranges it."
    return message("Who is on duty", [section("*On duty just now*", *lines), context(hint, ONLY_YOU)])


def _on_duty(view: DepartmentView) -> str:
    name = f"• *{inline(view.name, 75) or '…'}*"
    if not view.in_turn:
        return f"{name} · no rota; {person(view.head or '')} is asked, who heads it"
    later = listed([person(user_id) for user_id in view.in_turn[1:]], 3)
    return f"{name} · {person(view.in_turn[0])}{f', then {later}' if later else ''}"


def _department(view: DepartmentView) -> str:
    about = f" — {inline(view.description, 140)}" if view.description.strip() else ""
    return _short_department(view, about)


def _short_department(view: DepartmentView, about: str = "") -> str:
    line = f"• *{inline(view.name, 75) or '…'}*{about}"
    people = [f"on duty now {person(view.on_duty)}"] if view.on_duty else []
    people += [f"head {person(view.head)}"] if view.head else []
    people += [group(view.group_id)] if view.group_id else []
    if view.members:
        people.append(count(len(view.members), "person", "people"))
    return f"{line} · {', '.join(people) or f'nobody yet: `/ours join {inline(view.key, 40)}`'}"
