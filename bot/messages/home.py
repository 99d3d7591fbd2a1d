"""A teammate's Home: what waits for them, in lists with pages. A list is a `HomeSection`; whoever adds one brings its
rows (`home_rows` has those of promises, parts and mentions) and a line in `ledger/home_sections.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement
from slack_sdk.models.views import View

from bot.messages import actions as act
from bot.messages.layout import actions, button, context, divider, header, section
from bot.messages.plainly import as_dict
from bot.messages.text import DAYS, MONTHS, channel, listed, person
from bot.messages.welcomes import WHAT_I_DO

MOST_BLOCKS = 98  # of 100: what is cut is said
APART = 20
"""The rows of two lists are numbered so far apart: action ids differ within a view."""

Row = Callable[[int], Sequence[Block]]
"""Builds a row's blocks; its buttons are numbered with the number that it is given."""


@dataclass(frozen=True, slots=True)
class HomeSection:
    """One list: the rows of its page `page` (from 0), and whether more follow. `total` counts all of them, where it
    is known; `first` says which of them the first row is. `hint` stands below.
    """

    name: str
    title: str
    rows: tuple[Row, ...]
    page: int = 0
    first: int = 0
    has_more: bool = False
    total: int | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """`sections` that have rows, in the order in which they are shown. `off_until` is the last day of the days off that
    its owner has now. Of somebody for whom nothing waits, `channels` are some that the bot reads and they are in, and
    `departments` the keys of some that they could join (none when they are in one). Where nothing is set up, an admin
    is led to it, and `asks` is who could do it, for all others.
    """

    sections: tuple[HomeSection, ...]
    is_admin: bool = False
    off_until: date | None = None
    channels: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    is_set_up: bool = True
    asks: str | None = None
    is_colleague: bool = True


def home(view: HomeView) -> dict[str, Any]:
    """The view that is published."""
    body = _sections(view.sections) if view.sections else _first_page(view)
    blocks = [*_head(view), *body, *_foot(view)]
    if len(blocks) > MOST_BLOCKS:
        blocks = [*blocks[: MOST_BLOCKS - 1], context("… and more than one page holds: `/ours mine` shows the rest.")]
    return as_dict(View(type="home", blocks=blocks))


def _head(view: HomeView) -> list[Block]:
    title = "What waits for you" if view.sections else "Our customers are everyone's"
    blocks: list[Block] = [header(title)]
    if view.off_until is not None:
        until = f"{DAYS[view.off_until.weekday()]} {view.off_until.day} {MONTHS[view.off_until.month - 1]}"
        blocks.append(section(f":palm_tree: You are off until {until}. Nothing nudges you meanwhile."))
    if not view.is_set_up:
        blocks += _beginning(view)
    blocks.append(_buttons(view))
    return blocks


def _beginning(view: HomeView) -> list[Block]:
    """Nobody has set the workspace up yet."""
    if view.is_admin:
        how = "*You run this workspace.* Three minutes set me up: say who answers for what, and where I read."
        return [section(*WHAT_I_DO), section(how)]
    return [section(f"Nobody has set me up here yet: {person(view.asks)} can, in three minutes.")] if view.asks else []


def _buttons(view: HomeView) -> ActionsBlock:
    return actions(
        button("I'm back", act.HOME_BACK, "back", is_primary=True) if view.off_until is not None else None,
        button("What a customer said…", act.HOME_SHARE, "share") if view.is_colleague else None,
        button("Promise something…", act.HOME_PROMISE, "promise"),
        button("My settings…", act.HOME_SETTINGS, "settings"),
        _set_up(view) if view.is_admin else None,
    )


def _set_up(view: HomeView) -> ButtonElement:
    return button("Set up Ours…", act.HOME_SETUP, "setup", is_primary=not view.is_set_up and view.off_until is None)


def _foot(view: HomeView) -> list[Block]:
    lists = "`/ours open` lists what is open everywhere, " if view.sections else ""
    more = f"{lists}`/ours help` all that I know, " if lists else "`/ours help` lists what I know, "
    return [context(f"Only you see this page. {more}*My settings…* says when I write to you, and how to get less.")]


def _sections(found: Sequence[HomeSection]) -> list[Block]:
    blocks: list[Block] = []
    for place, one in enumerate(found):
        blocks += [divider(), section(_title(one))]
        for number, row in enumerate(one.rows):
            blocks += row(place * APART + number)
        blocks += [block for block in (_pager(one, place * APART), _hint(one)) if block is not None]
    return blocks


def _title(one: HomeSection) -> str:
    """ "*Your promises* · 7 to 12 of 40": which of them these are, where a page does not hold all."""
    last = one.first + len(one.rows)
    if one.first == 0 and not one.has_more:
        return f"*{one.title}*" if last == 1 else f"*{one.title}* · {last:,}"
    of = f" of {one.total:,}" if one.total is not None else ""
    return f"*{one.title}* · {one.first + 1:,} to {last:,}{of}"


def _pager(one: HomeSection, number: int) -> ActionsBlock | None:
    if one.page == 0 and not one.has_more:
        return None
    back, on = f"{one.name}|{one.page - 1}", f"{one.name}|{one.page + 1}"
    return actions(
        button("Previous", act.numbered(act.HOME_PAGE, number), back) if one.page else None,
        button("Next", act.numbered(act.HOME_PAGE, number + 1), on) if one.has_more else None,
    )


def _hint(one: HomeSection) -> Block | None:
    return context(one.hint) if one.hint else None


def _first_page(view: HomeView) -> Iterable[Block]:
    """For somebody for whom nothing waits: what to do first."""
    where = listed([channel(one) for one in view.channels], 3)
    paste = f"in {where}" if where else "in a channel that I am in (`/invite @Ours` brings me into one)"
    yield section(
        ":seedling: *Nothing waits for you.* Here you will find what you promised customers, what you are on, and "
        "what needs somebody like you."
    )
    yield section(
        f"*A customer said something?* Paste it {paste}, or use *More actions* on any message: I find out whom it "
        "concerns, and say why.",
        "*You promised a customer something?* `/ours promise send Ada the invoice by Friday` keeps it for you.",
    )
    if view.departments:
        known = listed([f"`{key}`" for key in view.departments], 4)
        yield section(
            f"*You answer for a department?* `/ours join {view.departments[0]}` says so; there are {known}. "
            "Then I ask you when a customer's words concern it."
        )
