"""What somebody says of a customer, in fields of text: read into facts, or told what is wrong and how to mend it.

A form, a line of a file and a call of the API are read alike.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from bot.facts import CompanyFacts, CustomerFacts, Fault, PersonFacts
from bot.understanding.addresses import is_everybodys, normalise_domain, normalise_handle, normalise_mail
from bot.understanding.names import normalise_name
from bot.understanding.patterns import regex

FIELDS = ("name", "aliases", "domains", "handles", "tier", "home_department", "owners", "id")
LISTS = ("aliases", "domains", "handles", "owners")
LONGEST = 200
MOST = 50
"""Of one list."""
Value = str | Sequence[str]
_ID = regex(r"[A-Za-z0-9]{1,40}")
_SEPARATORS = regex(r"[;|\n]")
_BETWEEN_ADDRESSES = regex(r"[;|,\s]+")
_UNSEEN = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]")


class CustomerReader:
    """Reads fields with what is known of the company."""

    def __init__(self, company: CompanyFacts) -> None:
        self._tiers = {tier.casefold(): tier for tier in company.tiers}
        self._departments = {
            _folded(spelled): department_id
            for department_id, key, name in reversed(company.departments)
            for spelled in (name, key)
        }
        self._department_names = [name for _, _, name in company.departments]
        self._people = {person.id: person for person in company.people}
        self._named: dict[str, list[PersonFacts]] = {}
        for person in company.people:
            self._named.setdefault(_folded(person.name), []).append(person)

    def read(self, fields: Mapping[str, Value]) -> tuple[CustomerFacts, list[Fault]]:
        """The facts, and all that is wrong; with faults the facts are not to be used."""
        faults: list[Fault] = []
        name = _text(fields, "name").strip()
        norm = _norm("name", name, faults)
        facts = CustomerFacts(
            name=" ".join(name.split()),
            norm=norm,
            aliases=tuple(self._aliases(fields, norm, faults)),
            addresses=tuple(dict.fromkeys([*self._domains(fields, faults), *self._handles(fields, faults)])),
            tier=self._tier(_text(fields, "tier").strip(), faults),
            home=self._home(_text(fields, "home_department").strip(), faults),
            owners=tuple(dict.fromkeys(self._owners(fields, faults))),
            id=_text(fields, "id").strip() or None,
        )
        if facts.id is not None and not _ID.fullmatch(facts.id):
            faults.append(Fault("id", f"{_quoted(facts.id)} is no id of a customer. Leave it empty to add one."))
        return facts, faults

    def _aliases(self, fields: Mapping[str, Value], own: str, faults: list[Fault]) -> Iterable[tuple[str, str]]:
        found: dict[str, str] = {}
        for alias in _items(fields, "aliases", faults):
            norm = _norm("aliases", alias, faults)
            if norm and norm != own:
                found.setdefault(norm, " ".join(alias.split()))
        return found.items()

    def _domains(self, fields: Mapping[str, Value], faults: list[Fault]) -> Iterable[str]:
        for written in _items(fields, "domains", faults):
            found = normalise_mail(written) if "@" in written.lstrip("@") else normalise_domain(written)
            if found is None:
                words = f"{_quoted(written)} is no domain. Write it like acme.com, or a whole mail address."
                faults.append(Fault("domains", words))
            elif is_everybodys(found):
                words = f"{found} is everybody's. Write the customer's own domain, or a whole address like ada@{found}."
                faults.append(Fault("domains", words))
            else:
                yield found

    def _handles(self, fields: Mapping[str, Value], faults: list[Fault]) -> Iterable[str]:
        for written in _items(fields, "handles", faults):
            found = normalise_handle(written)
            if found is None:
                bare = written.strip().lstrip("@")
                example = f"x.com/{bare}" if re.fullmatch(r"[\w.]{1,30}", bare) else "x.com/acme"
                words = f"{_quoted(written)} is no handle behind its site. Write it like {example}."
                faults.append(Fault("handles", words))
            else:
                yield found

    def _tier(self, written: str, faults: list[Fault]) -> str | None:
        if not written or written.casefold() in self._tiers:
            return self._tiers.get(written.casefold())
        known = list(self._tiers.values())
        told = f"The tiers are {_listed(known)} (CUSTOMER_TIERS)." if known else "No tiers are set (CUSTOMER_TIERS)."
        faults.append(Fault("tier", f"{_quoted(written)} is no tier. {_nearest(written, known)}{told}"))
        return None

    def _home(self, written: str, faults: list[Fault]) -> str | None:
        if not written or _folded(written) in self._departments:
            return self._departments.get(_folded(written))
        told = f"The departments are {_listed(self._department_names)}."
        near = _nearest(written, self._department_names)
        faults.append(Fault("home_department", f"{_quoted(written)} is no department. {near}{told}"))
        return None

    def _owners(self, fields: Mapping[str, Value], faults: list[Fault]) -> Iterable[str]:
        for written in _items(fields, "owners", faults):
            bare = written.strip("<@> ").partition("|")[0]
            found = [self._people[bare]] if bare in self._people else self._named.get(_folded(bare), [])
            if problem := _owner_problem(found):
                faults.append(Fault("owners", f"{_quoted(written)} {problem}"))
            else:
                yield found[0].id


def _owner_problem(found: list[PersonFacts]) -> str:
    if not found:
        return "is nobody whom I know. Write a teammate's name as Slack shows it, or their member ID (U…)."
    if len(found) > 1:
        return f"may be {len(found)} people. Write the member ID (U…), which stands in their profile."
    (person,) = found
    if person.is_deleted:
        return "has no account any more. Name a colleague who has one, or leave the field empty."
    if person.is_bot or person.is_guest or person.is_stranger:
        return "is a guest, a bot or from outside. Owners are teammates: name one, or leave the field empty."
    return ""


def _norm(field: str, name: str, faults: list[Fault]) -> str:
    """The name's normal form; empty when something is wrong with it."""
    problem = _name_problem(name)
    norm = "" if problem else normalise_name(name)
    if not problem and not norm:
        problem = f"{_quoted(name)} has no letter or digit by which to find it. Write a name."
    if problem:
        faults.append(Fault(field, problem))
    return norm


def _name_problem(name: str) -> str:
    if not name:
        return "is empty. Every customer needs a name."
    if (not name.isprintable() or "\ufffd" in name) and _UNSEEN.search(name):
        return f"{_quoted(name)} holds a line break, or a sign that nobody sees or that was lost. Write it on one line."
    if len(name) > LONGEST:
        return f"{_quoted(name)} is {len(name)} characters long. Shorten it to {LONGEST} at most."
    return ""


def _text(fields: Mapping[str, Value], field: str) -> str:
    value = fields.get(field) or ""
    return value if isinstance(value, str) else "\n".join(value)


def _items(fields: Mapping[str, Value], field: str, faults: list[Fault]) -> list[str]:
    """What stands in a list: several in one text are separated by semicolons, bars or line breaks (and addresses, in
    which there are none, by commas and spaces).
    """
    value = fields.get(field) or ""
    between = _BETWEEN_ADDRESSES if field in {"domains", "handles"} else _SEPARATORS
    found = [item.strip() for item in (between.split(value) if isinstance(value, str) else value)]
    found = [item for item in found if item]
    if len(found) > MOST:
        faults.append(Fault(field, f"has {len(found)} of them. Keep the {MOST} that matter most."))
        return []
    return found


def _folded(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())


def _nearest(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word.casefold(), [one.casefold() for one in known], n=1)
    return f"Did you mean {next(one for one in known if one.casefold() == near[0])}? " if near else ""


def _quoted(word: str) -> str:
    shown = _UNSEEN.sub("\u00b7", word.strip())
    return f"“{shown if len(shown) <= 60 else shown[:59] + '…'}”"


def _listed(words: Sequence[str]) -> str:
    shown = list(words[:12]) + ([f"{len(words) - 12} more"] if len(words) > 12 else [])
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
