"""On a customer's page: turning its leaves, who knows them, edit, merge, split, add, remove."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.database import Scope
from bot.errors import CustomerUnknown, ViewOutdated
from bot.facts import CustomerFacts
from bot.handlers.desk import Click, Desk, answering, open_form
from bot.handlers.submissions import FieldsUnfit, Submission, listening
from bot.ledger import customer_owners, customer_views, customers, departments, directory, merging
from bot.ledger.visibility import Audience
from bot.messages import actions as act
from bot.messages import answers
from bot.messages import customers as words
from bot.messages.text import inline
from bot.messages.views import Message
from bot.understanding import CustomerReader, normalise_name, possible_addresses


def page(scope: Scope, written: str, audience: Audience) -> Message:
    """The first page of whom somebody means by a name, a domain, a mail address or a handle, for that audience."""
    norm = normalise_name(written)
    return words.page(customer_views.meant(scope, norm, written, audience, possible_addresses(written)))


class Customers:
    """What people do on a customer's page. `tiers` are those of the settings, the highest first."""

    def __init__(self, desk: Desk, tiers: Sequence[str]) -> None:
        self._desk = desk
        self._tiers = tiers

    def register(self, app: AsyncApp) -> None:
        replacing = {
            act.ADD_CUSTOMER: self.add,
            act.REMOVE_CUSTOMER: self.remove,
            act.CUSTOMER_EARLIER: self.turn,
            act.CUSTOMER_LATER: self.turn,
            act.OWN_CUSTOMER: self.own,
            act.DISOWN_CUSTOMER: self.disown,
            act.SPLIT_CUSTOMER: self.split,
        }
        for action, does in replacing.items():
            app.action(re.compile(rf"^{re.escape(action)}(\.\d+)?$"))(answering(self._desk, does, replace=True))
        app.action(act.EDIT_CUSTOMER)(answering(self._desk, self.edit, replace=False))
        app.action(act.MERGE_CUSTOMER)(answering(self._desk, self.open_merge, replace=False))
        app.view(act.FORM_CUSTOMER)(listening(self._desk, self.save, act.INPUT_NAME))
        app.view(act.FORM_MERGE)(listening(self._desk, merge, act.INPUT_DUPLICATE))

    async def add(self, click: Click) -> Message | None:
        name, norm = " ".join(click.value.split()), normalise_name(click.value)
        if not norm:
            return answers.said("That name has no letter or digit by which I could find it. `/ours customer Acme` has.")

        def add(scope: Scope) -> Message:
            is_new = customers.find(scope, norm) is None
            customer = customers.add(scope, name, norm, click.user_id)
            return words.added(customer.id, customer.name, is_new)

        return await self._desk.run(click.team_id, add)

    async def remove(self, click: Click) -> Message | None:
        name = await self._desk.run(click.team_id, lambda scope: customers.remove(scope, click.value, click.user_id))
        return answers.said(
            f"{name} is no customer of ours any more. `/ours customer {name}` adds them again."
            if name
            else "It was removed already."
        )

    async def turn(self, click: Click) -> Message | None:
        customer_id, _, number = click.value.partition("|")
        return await self._page(click, customer_id, int(number))

    async def own(self, click: Click) -> Message | None:
        who = click.user_id
        await self._desk.run(click.team_id, lambda scope: customer_owners.add(scope, click.value, who, who))
        return await self._page(click, click.value)

    async def disown(self, click: Click) -> Message | None:
        who = click.user_id
        await self._desk.run(click.team_id, lambda scope: customer_owners.drop(scope, click.value, who, who))
        return await self._page(click, click.value)

    async def split(self, click: Click) -> Message | None:
        def split(scope: Scope) -> str:
            kept = customers.get(scope, click.value).id
            merging.split(scope, click.value, click.user_id)
            return kept

        return await self._page(click, await self._desk.run(click.team_id, split))

    async def _page(self, click: Click, customer_id: str, number: int = 0) -> Message:
        audience = await self._desk.audience(click.team_id, click.user_id)

        def read(scope: Scope) -> Message:
            return words.page(customer_views.page(scope, customers.get(scope, customer_id), audience, number))

        return await self._desk.read(click.team_id, read)

    async def edit(self, click: Click) -> Message | None:
        def read(scope: Scope) -> dict[str, Any]:
            customer_owners.check_may_change(scope, click.user_id)
            view = customer_views.form(scope, customers.get(scope, click.value))
            return words.edit(view, self._tiers, departments.views(scope))

        await open_form(self._desk, click, await self._desk.read(click.team_id, read))
        return None

    async def open_merge(self, click: Click) -> Message | None:
        def read(scope: Scope) -> dict[str, Any]:
            customer_owners.check_may_change(scope, click.user_id)
            found = customers.get(scope, click.value)
            return words.merge(found.id, found.name)

        await open_form(self._desk, click, await self._desk.read(click.team_id, read))
        return None

    def save(self, scope: Scope, sent: Submission) -> str:
        """Each mistake comes back beside its own input; with one nothing is saved."""
        customer_id, version = sent.about_both()
        if not version.isdecimal():
            raise ViewOutdated
        facts = self._facts(scope, sent, customer_id)
        outcome = directory.arrange(scope, facts, int(version), sent.user_id)
        if isinstance(outcome, list):
            raise FieldsUnfit(outcome)
        added, gone = sent.person(act.INPUT_OWNER), sent.option(act.INPUT_DISOWN)
        if added:
            customer_owners.add(scope, customer_id, added, sent.user_id)
        if gone and gone != added:
            customer_owners.drop(scope, customer_id, gone, sent.user_id)
        return f"Saved. `/ours customer {inline(facts.name)}` shows it."

    def _facts(self, scope: Scope, sent: Submission, customer_id: str) -> CustomerFacts:
        """What the form says; what it didn't show stays. A tier that is none of ours any more may be kept."""
        known = customer_views.form(scope, customers.get(scope, customer_id))
        tiers = [*self._tiers, *([known.tier] if known.tier and known.tier not in self._tiers else [])]
        stays = {"aliases": known.aliases, "domains": known.domains, "handles": known.handles}
        lists = {name: sent.text(name) if name in sent.values else found for name, found in stays.items()}
        fields = {"name": sent.text(act.INPUT_NAME), "tier": sent.option(act.INPUT_TIER), "id": customer_id, **lists}
        facts, faults = CustomerReader(directory.company(scope, tiers)).read(fields)
        if faults:
            raise FieldsUnfit(faults)
        home = sent.option(act.INPUT_HOME) if act.INPUT_HOME in sent.values else known.home_id
        return replace(facts, home=home or None)


def merge(scope: Scope, sent: Submission) -> str:
    written = sent.text(act.INPUT_DUPLICATE)
    duplicate = customers.meant(scope, normalise_name(written), possible_addresses(written))
    if duplicate is None:
        raise CustomerUnknown(name=written[:60])
    name = inline(duplicate.name)
    kept = inline(merging.merge(scope, sent.about, duplicate.id, sent.user_id).name)
    return f"{name} counts as {kept} now. *Split off* on `/ours customer {kept}` takes it back."
