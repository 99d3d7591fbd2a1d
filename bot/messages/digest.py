"""The weekly digest, and the one reminder a channel gets on a working day. Neither blames nor ranks anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from slack_sdk.models.blocks import SectionBlock

from bot.facts import Stance
from bot.messages.cards import STANCES
from bot.messages.house_views import DigestView, DoorView
from bot.messages.layout import context, fit, header, message, numbered_links, section
from bot.messages.nudge_views import ReminderView
from bot.messages.text import count, day_name, inline, link, listed, moment, moment_full, person
from bot.messages.views import MentionLine, Message, PromiseView, total

STANCE_COUNTS: dict[Stance, tuple[str, str]] = {
    "adversary": ("unhappy", "unhappy"),
    "prospect": ("wants to buy", "want to buy"),
    "influencer": ("has reach", "have reach"),
}
MOST_THANKED = 20
MOST_DOORS = 6
MOST_OWNED = 3


def digest(view: DigestView) -> Message:
    """A week of shared ownership; every number opens what it counts."""
    dates = _dates(view)
    if _is_quiet(view):
        return _quiet(view, dates)
    settled = total(view.kept) + total(view.kept_late)
    numbers = f"{count(total(view.mentions), 'mention')}, {count(settled, 'promise')} kept"
    return message(
        f"Your week with your customers, {dates}: {numbers}",
        [
            header("Your week with your customers"),
            context(dates + _preview(view), _late(view)),
            _mentions(view),
            _good_news(view),
            _shared(view),
            _promises(view),
            _thanks(view),
            context("Each number opens what it counts. Another channel or none: `/ours setup`."),
        ],
    )


def reminder(view: ReminderView) -> Message:
    """Once a working day at most, edited as things settle. It names departments, not people: it pings nobody."""
    day = day_name(view.day)
    if view.nothing_left:
        return message(f"All done here today, {day}", [section(f":white_check_mark: *All done here today* · {day}")])
    parts = [f"{total(view.unowned):,} without an owner"] if view.unowned else []
    parts += [f"{count(total(view.due), 'promise')} due"] if view.due else []
    parts += [f"{total(view.owned):,} in good hands"] if view.owned else []
    return message(
        f"Open here today, {day}: {', '.join(parts)}",
        [
            section(
                f"*Open here today* · {day}",
                *_unowned_lines(view.unowned),
                *_due_lines(view.due),
                *_owned_lines(view.owned),
            ),
            context("One message a day, updated as things settle. `/ours setup` in this channel switches it off."),
        ],
    )


def _dates(view: DigestView) -> str:
    """ "2 to 8 March": the week's end is the first moment after it."""
    first = day_name(view.start, view.zone).partition(" ")[2]
    last = day_name(max(view.start, view.end - timedelta(seconds=1)), view.zone).partition(" ")[2]
    if first == last:
        return first
    return f"{first.split()[0]} to {last}" if first.split()[1] == last.split()[1] else f"{first} to {last}"


def _preview(view: DigestView) -> str:
    return " · a preview; only you see this" if view.is_preview else ""


def _late(view: DigestView) -> str | None:
    """What comes late says so, whatever kept it."""
    due = moment_full(view.end, view.zone)
    return f"This comes late: it was due {due}, and I could not send it then." if view.is_late else None


def _is_quiet(view: DigestView) -> bool:
    return not any((view.mentions, view.kept, view.kept_late, view.still_open, view.missed, view.doors, view.told))


def _quiet(view: DigestView, dates: str) -> Message:
    return message(
        f"A quiet week, {dates}",
        [
            section(
                f"*A quiet week* · {dates}{_preview(view)}",
                _late(view),
                "Nobody shared what a customer said, and no promise from a thread is open.",
            ),
            context(
                "A customer told you something? Paste it into a channel I'm in.",
                "Another channel or none: `/ours setup`.",
            ),
        ],
    )


def _mentions(view: DigestView) -> SectionBlock | None:
    if not view.mentions:
        return section("*What customers said*", "Nothing was shared this week.")
    lines = [f"• {_counted(count(total(view.mentions), 'mention'), view.mentions)}"]
    for stance, (one, many) in STANCE_COUNTS.items():
        found = _group(view, stance)
        if found:
            lines.append(f"• {_counted(f'{total(found):,} {one if total(found) == 1 else many}', found)}")
    return section("*What customers said*", *lines)


def _group(view: DigestView, name: str) -> Sequence[MentionLine]:
    if view.groups is not None:
        return view.groups.get(name, ())
    return [line for line in view.mentions if name in _groups_of(line)]


def _groups_of(line: MentionLine) -> set[str]:
    shared = {"new": "waiting", "answered": "answered", "closed": "answered"}.get(line.state, "")
    thanked = "thanked" if line.stance == "advocate" and shared == "answered" else ""
    if line.stance == "advocate" and shared == "waiting":
        shared = ""
    return {line.stance, shared, thanked, "together" if len(set(line.owners)) > 1 else ""}


def _shared(view: DigestView) -> SectionBlock | None:
    """How ownership was shared: claimed by several, answered, still waiting; and the doors that were opened."""
    rows = (("together", "owned together"), ("answered", "answered"), ("waiting", "waiting for an owner"))
    groups = ((_group(view, name), words) for name, words in rows)
    lines = [f"• {_counted(f'{total(found):,} {words}', found)}" for found, words in groups if found]
    if view.told:
        lines.append(f"• {_counted(f'{total(view.told):,} told that it is fixed', view.told)}")
    lines += fit(view.doors, _door, MOST_DOORS, "", 1500)
    return section("*How we shared the work*", *lines) if lines else None


def _good_news(view: DigestView) -> SectionBlock | None:
    """What happy customers said: who was thanked, and whom we may quote."""
    fans = "fan" if total(_group(view, "advocate")) == 1 else "fans"
    rows = (("advocate", fans), ("thanked", "thanked for it"), ("quotable", "may be quoted"))
    groups = ((_group(view, name), words) for name, words in rows)
    lines = [f"• {_counted(f'{total(found):,} {words}', found)}" for found, words in groups if found]
    return section(":sunflower: *Good news*", *lines) if lines else None


def _promises(view: DigestView) -> SectionBlock | None:
    rows = (
        (view.kept, "kept on time"),
        (view.kept_late, "kept late"),
        (view.still_open, "open"),
        (view.missed, "past due, still open"),
    )
    lines = [f"• {_counted(f'{total(found):,} {words}', found)}" for found, words in rows if found]
    return section("*Promises to customers*", *lines) if lines else None


def _thanks(view: DigestView) -> SectionBlock | None:
    """The only place of the digest where people are named, and doors: in the order of sharing, without numbers."""
    if not view.sharers:
        return None
    return section(f":seedling: Thank you for sharing, {listed([person(who) for who in view.sharers], MOST_THANKED)}.")


def _door(door: DoorView) -> str:
    opened = numbered_links([door.link])
    return (
        f"• {person(door.user_id)} opened a door to *{inline(door.department, 75) or '…'}*, thank you {opened}".strip()
    )


def _counted(words: str, found: Sequence[MentionLine | PromiseView]) -> str:
    number, _, noun = words.partition(" ")
    return f"*{number}* {noun} {_links(found)}".strip()


def _links(found: Sequence[MentionLine | PromiseView]) -> str:
    return numbered_links((each.link for each in found), unseen=total(found) - len(found))


def _unowned_lines(lines: Sequence[MentionLine]) -> list[str]:
    if not lines:
        return []
    shown = fit(lines, mention_line, 3 if total(lines) == 3 else 2, room=1000)
    return [f"*{total(lines):,} without an owner yet*", *shown]


def _due_lines(promises: Sequence[PromiseView]) -> list[str]:
    if not promises:
        return []
    shown = fit(promises, _due_line, 2, "`/ours mine` has your own", 1000)
    return [f"*{count(total(promises), 'promise')} due*", *shown]


def _due_line(promise: PromiseView) -> str:
    due = f" · {moment(promise.due, promise.zone)}" if promise.due else ""
    return f"• {link(promise.link, promise.words, 120)}{due}"


def _owned_lines(lines: Sequence[MentionLine]) -> list[str]:
    if not lines:
        return []
    named = [link(one.link, one.about, 60) for one in lines[:MOST_OWNED]]
    rest = total(lines) - len(named)
    more = [f"and {rest:,} more: `/ours open`"] if rest else []
    return [" · ".join([f"*{total(lines):,} in good hands*", *named, *more])]


def mention_line(line: MentionLine) -> str:
    """One mention in a list: what, stance, which departments."""
    parts = [link(line.link, line.about, 100)]
    if STANCES[line.stance]:
        parts.append(STANCES[line.stance])
    if line.departments:
        parts.append(listed([inline(name, 40) or "…" for name in line.departments], 3))
    return ("• :rotating_light: " if line.is_urgent else "• ") + " · ".join(parts)
