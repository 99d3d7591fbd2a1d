"""What `/ours` and a ping are answered with, read from the ledger for whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, func, select

from bot.database import Scope
from bot.ledger import customers, departments, digests, mention_views, people, roles, rules, workspaces
from bot.ledger.mention_views import Wanted
from bot.ledger.visibility import Audience
from bot.messages import answers
from bot.messages import digest as digest_words
from bot.messages import rules as rule_words
from bot.messages.house_views import HelpView
from bot.messages.views import Message
from bot.models import Channel, Promise
from bot.statements import prepared

SHOWN = 15
_OFTEN_BEFORE = ("ext", "cust", "customer", "client", "shared", "partner", "with", "support")


def open_list(scope: Scope, audience: Audience) -> Message:
    """What still needs somebody, where the asker could open it."""
    waiting = mention_views.some(scope, audience, Wanted(is_open=True), SHOWN)
    return answers.open_list(waiting, waiting.total - len(waiting), people.hours_of(scope, str(audience.user_id)).zone)


def all_departments(scope: Scope) -> Message:
    return answers.departments(departments.views(scope))


def on_duty(scope: Scope) -> Message:
    return answers.duty(departments.views(scope))


def all_rules(scope: Scope, audience: Audience) -> Message:
    return rule_words.listing(rules.every(scope, audience))


def digest_preview(scope: Scope, audience: Audience) -> Message:
    end = digests.next_moment(scope)
    return digest_words.digest(digests.view(scope, audience, end, is_preview=True))


def help_(scope: Scope, audience: Audience, channel_id: str, guess: str | None = None) -> Message:
    """Help that fits the moment. `guess` is what unknown words came near ("": nothing)."""
    channel, by = people.find_channel(scope, channel_id), str(audience.user_id)
    is_shared = channel is not None and not channel.is_direct and channel.bot_is_in
    states = dict[str, int]()
    for state, number in scope.session.execute(*_waiting(scope.team_id, by)):
        states[state] = number
    here = Wanted(is_open=True, home_channel_id=channel_id)
    is_teammate = people.is_colleague(scope, by)
    active, mine = departments.active(scope), set(departments.of_person(scope, by))
    own = [one for one in active if one.id in mine]
    others = [one for one in active if one.id not in mine]
    view = HelpView(
        nobody_answers=is_teammate and not any(one.head_id for one in active),
        is_absent=not is_shared and channel_id.startswith(("C", "G")) and not (channel and channel.is_direct),
        open_here=mention_views.count(scope, audience, here) if is_shared else 0,
        promises=states.get("open", 0),
        offers=states.get("offered", 0),
        customer=_customer_of(scope, channel) if is_teammate and channel is not None else "",
        is_guess=guess is not None,
        nearest=guess or "",
        role=roles.role(scope, by),
        own=own[0].key if own else "",
        headed=next((one.key for one in active if one.head_id == by), ""),
        other=others[0].key if others else "NAME",
        is_set_up=workspaces.is_set_up(scope),
    )
    return answers.help_(view)


@prepared
def _waiting(team: str, user: str) -> Select[str, int]:
    own = (Promise.team_id == team, Promise.user_id == user, Promise.state.in_(("open", "offered")))
    return select(Promise.state, func.count()).where(*own).group_by(Promise.state)


def _customer_of(scope: Scope, channel: Channel) -> str:
    """The customer whose name the channel bears, such as #acme or #ext-acme-corp."""
    words = channel.name.casefold().replace("_", "-").split("-")
    found = (customers.find(scope, " ".join(some)) for some in _namings(words) if any(some))
    return next((one.name for one in found if one is not None), "")


def _namings(words: Sequence[str]) -> list[Sequence[str]]:
    shorter = words[1:] if words[0] in _OFTEN_BEFORE else ()
    return [words, shorter] if shorter else [words]
