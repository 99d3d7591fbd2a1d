"""Two workspaces whose ids are the same on purpose: whatever happens in one, the other's rows stay as they are."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, select
from sqlalchemy.orm import Session

from bot import inbox, outbox, pace
from bot.database import Base, Scope, transact
from bot.facts import ChannelFacts, CustomerFacts, FoundRule, PersonFacts
from bot.ledger import (
    answers,
    asked_speech,
    causes,
    check_backs,
    corrections,
    customer_owners,
    customer_views,
    customers,
    departments,
    digests,
    directory,
    edits,
    endings,
    entries,
    evidence,
    hand_offs,
    histories,
    home_views,
    homes,
    identities,
    imports,
    intakes,
    leads,
    leaves,
    marks,
    mention_marks,
    mention_views,
    mentions,
    merging,
    offers,
    orphans,
    parts,
    people,
    posting,
    praise,
    presence,
    promise_views,
    promises,
    reminders,
    replies,
    requests,
    risks,
    rules,
    settings,
    shares,
    sightings,
    slots,
    tags,
    tellings,
    views,
    visibility,
    watermarks,
    workspaces,
)
from bot.ledger.edits import Edited
from bot.ledger.evidence import Found
from bot.ledger.intakes import Heard, Sent
from bot.ledger.marks import Mark
from bot.ledger.mention_views import Wanted
from bot.ledger.presence import stamp
from bot.ledger.promises import Spoken
from bot.ledger.requests import Asking
from bot.ledger.visibility import Audience
from bot.messages import home
from bot.models import Customer, LeadOffer, Mention, Promise
from tests.support import databases
from tests.support.rows import Rows, put_rows, take_rows
from tests.support.world import (
    ANN,
    BEN,
    CAT,
    DAN,
    DIGESTS,
    EVA,
    GUEST,
    MONDAY,
    OPEN,
    OTHER_TEAM,
    PRIVATE,
    SECOND,
    TEAM,
    World,
    reading,
)

URL = ("url:https://reviews.example/1",)
DUE = MONDAY + timedelta(hours=6)
EXPORT = FoundRule("customer_service", "export", "export", True, "open", 3, 2, (OPEN,))
READER = Audience(user_id=ANN)
INITECH = CustomerFacts("Initech", "initech", (("ini", "Ini"),), ("initech.com", "x.com/initech"), owners=(BEN,))
OFF = settings.Choices(off=((MONDAY.date(), MONDAY.date() + timedelta(days=2)),))
DAY, SHORT = timedelta(days=1), timedelta(minutes=3)


class Twin(World):
    """A workspace with a history in which something of everything is open. Its ids depend on what was done alone."""

    def fill(self) -> Twin:
        self.install()
        self.counter = itertools.count(1_000)
        self.join("product", ANN, BEN)
        self._fill_directory()
        self.mention_id = self.share(keys=URL, customer="Initech").mention_id
        self.claim(self.mention_id, ANN)
        self.run(mentions.bring_in, self.mention_id, self.department("sales"), CAT)
        self.run(mentions.bring_in, self.mention_id, self.department("customer_service"), CAT)
        self.run(corrections.teach, self.mention_id, self.department("customer_service"), {"export": "export"}, OPEN)
        self.run(people.remember, [PersonFacts(EVA, "Eva", zone="Europe/Berlin", is_admin=True)])
        self.rule_id = str(self.run(rules.propose, EXPORT, EVA))
        self.secret_id = self.share(PRIVATE, quote="a secret").mention_id
        self.run(causes.wait, self.secret_id, ANN, ("OPS-7", "OPS-7"))
        self.run(praise.credit, self.secret_id, ANN, BEN)
        self.open_id = self.promised(DUE, mention_id=self.mention_id)
        self.offered_id = self.offered(DUE, BEN, mention_id=self.mention_id)
        self.run(answers.write, self.mention_id, ANN, "an answer", False)
        self.lead_id = self.run(leads.offer, self.mention_id, ANN, BEN).id
        self.request_id = self.requested(DUE, BEN, mention_id=self.mention_id)
        self.countered_id = self.requested(DUE, DAN, mention_id=self.mention_id)
        self.run(requests.counter, self.countered_id, DAN, DUE + timedelta(hours=1))
        self.declined_id = self.requested(DUE, DAN, mention_id=self.mention_id)
        self.run(offers.decline, self.declined_id, DAN)
        self.evidence_id = self.run(_evidence, self, "9.1")
        self.hand_off_id = self.run(hand_offs.offer, self.open_id, ANN, DAN).id
        self.run(workspaces.choose_digest_channel, DIGESTS, ANN)
        for user_id in (ANN, BEN, DAN):
            self.run(homes.opened, user_id)
        self.remind()
        self.run(presence.listens, SHORT)
        self.run(presence.begin_absence, self.now - DAY, presence.NOBODY_LISTENED)
        self.run(watermarks.want_all, [OPEN, PRIVATE])
        return self

    def _fill_directory(self) -> None:
        self.customer_id = self.upsert(replace(INITECH, norm="initech", name="Initech"))
        self.other_id = self.upsert(CustomerFacts("Globex", "globex", addresses=("globex.com",)))
        self.duplicate_id = self.upsert(CustomerFacts("Initrode", "initrode"))
        self.run(merging.merge, self.customer_id, self.duplicate_id, CAT)
        self.import_id = self.run(imports.begin, 1, self.now)
        self.run(tellings.take, EPOCH)
        self.run(tellings.sweep, EPOCH)
        self.run(intakes.take, SECOND, Heard("Nothing works"), Sent(ANN, "first"))
        self.run(imports.stage, self.import_id, 0, [INITECH], self.now)

    def upsert(self, facts: CustomerFacts) -> str:
        self.run(_upsert, facts)
        found = self.run(customers.find, facts.norm)
        assert found is not None
        return found.id

    @property
    def said_at(self) -> tuple[str, str]:
        found = self.promise(self.open_id)
        return str(found.channel_id), str(found.ts)


def _evidence(scope: Scope, twin: Twin, ts: str) -> str:
    promise = scope.session.get_one(Promise, (scope.team_id, twin.open_id))
    return str(evidence.offer(scope, promise, Found("words", OPEN, ts, "1.1")))


@dataclass(frozen=True)
class History:
    """What filled two workspaces: all rows, and what each knows besides. To put it back takes little of living it."""

    rows: Rows
    known: tuple[dict[str, Any], dict[str, Any]]
    next_number: int

    def relive(self, engine: Engine) -> tuple[Twin, Twin]:
        put_rows(engine, self.rows)
        one, other = (self._twin(engine, known) for known in self.known)
        return one, other

    def _twin(self, engine: Engine, known: dict[str, Any]) -> Twin:
        twin = Twin(engine)
        vars(twin).update(known | {"engine": engine, "counter": itertools.count(self.next_number)})
        return twin


def live(engine: Engine) -> History:
    one, other = Twin(engine).fill(), Twin(engine, team_id=OTHER_TEAM).fill()
    assert (one.mention_id, one.open_id, one.hand_off_id) == (other.mention_id, other.open_id, other.hand_off_id)
    assert one.said_at == other.said_at
    numbers = {next(twin.counter) for twin in (one, other)}
    assert len(numbers) == 1
    return History(take_rows(engine), (vars(one), vars(other)), numbers.pop())


@pytest.fixture(scope="session")
def lived() -> dict[str, History]:
    """By the database in which they were lived."""
    return {}


@pytest.fixture
def twins(engine: Engine, lived: dict[str, History]) -> tuple[Twin, Twin]:
    name = engine.dialect.name
    if name not in lived:
        lived[name] = live(engine)
        databases.empty(engine)
    return lived[name].relive(engine)


Held = dict[str, list[tuple[Any, ...]]]
"""All that one workspace has, by table."""


def all_rows(engine: Engine) -> tuple[Held, Held]:
    """All that the one has and all that the other has, as the database itself holds it, in one look."""
    one: Held = {}
    other: Held = {}
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            found = connection.exec_driver_sql(f'SELECT team_id, * FROM "{table.name}"')
            rows = sorted((tuple(row) for row in found), key=repr)
            one[table.name] = [row for row in rows if row[0] == TEAM]
            other[table.name] = [row for row in rows if row[0] == OTHER_TEAM]
            assert len(rows) == len(one[table.name]) + len(other[table.name])
    return one, other


def rows_of(engine: Engine, team_id: str, *names: str) -> Held:
    """All that one workspace has in every table, or in these."""

    def read(session: Session) -> Held:
        return {
            table.name: sorted(
                (tuple(row) for row in session.execute(select(table).where(table.c.team_id == team_id))), key=repr
            )
            for table in Base.metadata.sorted_tables
            if not names or table.name in names
        }

    return transact(engine, read)


def _upsert(scope: Scope, facts: CustomerFacts) -> None:
    change = directory.compare(directory.known(scope, [facts], for_update=True), facts)
    assert isinstance(change, directory.Change)
    directory.write(scope, [change], ANN)


def _mention(scope: Scope, twin: Twin) -> Mention:
    return mentions.get(scope, twin.mention_id)


def _edit(scope: Scope, twin: Twin) -> None:
    channel_id, ts = twin.said_at
    found = promises.said_at(scope, channel_id, ts)
    assert found is not None
    promises.keep(scope, found.id, ANN)


def _inbox(scope: Scope, twin: Twin) -> None:
    inbox.supersede(scope, *twin.said_at, "9.9")


def _close_absence(scope: Scope, twin: Twin) -> None:
    absence = presence.open_absence(scope)
    assert absence is not None
    presence.close_absence(scope, absence)


def _read_on(scope: Scope, twin: Twin) -> None:
    watermarks.advance(scope, _first(scope), [stamp(scope.now)], False)


def _forget_old(scope: Scope, twin: Twin) -> None:
    for place in iter(lambda: watermarks.next_place(scope, watermarks.THREADS), None):
        watermarks.give_up(scope, place)
        place.read_at = scope.now - 40 * DAY
        scope.session.flush()
    watermarks.forget_old(scope)


def _later(scope: Scope, passed: timedelta) -> Scope:
    return replace(scope, now=scope.now + passed)


def _lapse(scope: Scope, twin: Twin) -> None:
    scope.session.get_one(Promise, (scope.team_id, twin.offered_id)).expires_at = scope.now
    offers.expire_due(scope)


def _ask_again(scope: Scope, twin: Twin) -> None:
    requests.take_back(scope, twin.request_id, EVA)
    requests.ask_again(scope, twin.request_id, EVA)


def _lapse_request(scope: Scope, twin: Twin) -> None:
    scope.session.get_one(Promise, (scope.team_id, twin.request_id)).expires_at = scope.now
    offers.expire_due(scope)


def _on_track(scope: Scope, twin: Twin) -> None:
    risks.say_at_risk(scope, twin.open_id, ANN)
    risks.say_on_track(scope, twin.open_id, ANN)


def _move_to_message(scope: Scope, twin: Twin) -> None:
    edits.follow(scope, twin.open_id, Edited(ANN, "9.1", "call her", DUE + DAY, True))
    edits.move_to_message(scope, twin.open_id, ANN)


def _miss(scope: Scope, twin: Twin) -> None:
    scope.session.get_one(Promise, (scope.team_id, twin.open_id)).due_at = scope.now
    promises.note_misses(scope)


def _department_changed(scope: Scope, twin: Twin) -> None:
    outbox.cancel(scope, twin.mention_id, "said already")
    tags.department_changed(scope, departments.by_key(scope)["product"].id)


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _tell(scope: Scope, twin: Twin) -> None:
    entries.write(scope, "claim", twin.mention_id, ANN)
    tellings.sweep(scope, EPOCH)


def _post(scope: Scope, twin: Twin) -> None:
    answers.write(scope, twin.mention_id, ANN, "sorry", False)
    posting.posted(scope, twin.mention_id, ANN, "1.1")


def _give_back(scope: Scope, twin: Twin) -> None:
    taken = intakes.take(scope, OPEN, Heard("Help!"), Sent(ANN, "k"))
    intakes.refuse(scope, taken.id, "guests came")


def _mark_and_take_away(scope: Scope, twin: Twin) -> None:
    where = (_mention(scope, twin).home_channel_id, _mention(scope, twin).home_ts)
    mention_marks.note(scope, where, CAT, "customer", is_first=True)
    mention_marks.take_away(scope, where, CAT, "customer")
    mention_marks.note(scope, where, CAT, "customer", is_first=True)


def _wait(scope: Scope, twin: Twin) -> str:
    causes.wait(scope, twin.mention_id, ANN, ("OPS-12", "OPS-12"))
    return str(_mention(scope, twin).cause_id)


def _stand_in(scope: Scope, twin: Twin) -> None:
    leads.take_back(scope, twin.mention_id, ANN)
    people.remember(scope, [PersonFacts(ANN, "Ann", zone="Europe/London", is_away=True)])
    leaves.begin(scope, ANN)


def _well(scope: Scope, twin: Twin) -> None:
    check_backs.ask(scope, twin.mention_id, ANN, 7)
    check_backs.all_is_well(scope, twin.mention_id, ANN)


ACTS: dict[str, Callable[[Scope, Twin], Any]] = {
    "keep": lambda s, t: promises.keep(s, t.open_id, ANN),
    "move": lambda s, t: promises.move(s, t.open_id, ANN, DUE + timedelta(days=1)),
    "withdraw": lambda s, t: promises.withdraw(s, t.open_id, ANN, "why"),
    "mute promise": lambda s, t: promises.mute(s, t.open_id, ANN),
    "keep what was said there": _edit,
    "track": lambda s, t: offers.track(s, t.offered_id, BEN),
    "decline": lambda s, t: offers.decline(s, t.offered_id, BEN),
    "edit promise": lambda s, t: offers.edited(s, s.session.get_one(Promise, (s.team_id, t.offered_id)), None),
    "lapse": _lapse,
    "follow an edit": lambda s, t: edits.follow(s, t.open_id, Edited(ANN, "9.1", "call her", DUE + DAY, True)),
    "move as its message says": _move_to_message,
    "offer evidence": lambda s, t: (evidence.refuse(s, t.evidence_id, ANN), _evidence(s, t, "9.2")),
    "count evidence": lambda s, t: evidence.count(s, t.evidence_id, ANN),
    "refuse evidence": lambda s, t: evidence.refuse(s, t.evidence_id, ANN),
    "delete evidence": lambda s, t: evidence.deleted(s, OPEN, "9.1"),
    "say at risk": lambda s, t: risks.say_at_risk(s, t.open_id, ANN, "why"),
    "say on track": _on_track,
    "ask for a promise": lambda s, t: requests.ask(s, Asking(CAT, Spoken("call her", DUE, t.mention_id, OPEN)), ANN),
    "promise what was asked": lambda s, t: offers.track(s, t.request_id, BEN),
    "can't": lambda s, t: offers.decline(s, t.request_id, BEN),
    "counter": lambda s, t: requests.counter(s, t.request_id, BEN, DUE + timedelta(hours=2)),
    "agree": lambda s, t: requests.agree(s, t.countered_id, EVA),
    "take a request back": lambda s, t: requests.take_back(s, t.request_id, EVA),
    "ask again": _ask_again,
    "reconsider": lambda s, t: requests.reconsider(s, t.declined_id, DAN),
    "lapse of a request": _lapse_request,
    "miss": _miss,
    "accept": lambda s, t: hand_offs.answer(s, t.hand_off_id, DAN, True),
    "decline hand-off": lambda s, t: hand_offs.answer(s, t.hand_off_id, DAN, False),
    "offer again": lambda s, t: hand_offs.offer(s, t.open_id, ANN, BEN),
    "claim": lambda s, t: shares.claim(s, _mention(s, t), DAN),
    "write part": lambda s, t: parts.change(s, t.mention_id, ANN, "refunded", True),
    "offer lead": lambda s, t: (leads.take_back(s, t.mention_id, ANN), leads.offer(s, t.mention_id, ANN, DAN)),
    "take lead": lambda s, t: leads.answer(s, t.lead_id, BEN, True),
    "take back lead": lambda s, t: leads.take_back(s, t.mention_id, ANN),
    "lapse lead": lambda s, t: leads.lapse_due(_later(s, 9 * DAY)),
    "hear back": lambda s, t: (mentions.mark_answered(s, t.mention_id, ANN), mentions.heard_back(s, t.mention_id, BEN)),
    "leave for ever": lambda s, t: orphans.leave(s, ANN),
    "ask to stand in": _stand_in,
    "wait for a cause": _wait,
    "fix a cause": lambda s, t: causes.fix(s, _wait(s, t), ANN),
    "not fixed after all": lambda s, t: (causes.fix(s, cause := _wait(s, t), ANN), causes.unfix(s, cause, ANN)),
    "a post says fixed": lambda s, t: (_wait(s, t), causes.said_fixed(s, ["OPS-12"], OPEN, "9.9")),
    "told of a fix": lambda s, t: (causes.fix(s, _wait(s, t), ANN), causes.tell(s, t.mention_id, ANN)),
    "check back": lambda s, t: check_backs.ask(s, t.mention_id, ANN, 7),
    "all is well": _well,
    "credit": lambda s, t: praise.credit(s, t.mention_id, ANN, CAT),
    "take credit back": lambda s, t: (
        praise.credit(s, t.mention_id, ANN, CAT),
        praise.take_credit_back(s, t.mention_id, ANN, CAT),
    ),
    "ask to quote": lambda s, t: praise.ask_to_quote(s, t.mention_id, CAT),
    "may quote": lambda s, t: (
        praise.ask_to_quote(s, t.mention_id, CAT),
        praise.answer_quote(s, t.mention_id, ANN, True),
    ),
    "begin answer": lambda s, t: answers.begin(s, t.mention_id, ANN),
    "write answer": lambda s, t: answers.write(s, t.mention_id, ANN, "sorry", True),
    "tell others": _tell,
    "be refused": lambda s, t: tellings.refused(s, tellings.due(s)[0].entry_id, "HTTP 400"),
    "nobody answers": lambda s, t: tellings.away(s, "HTTP 500"),
    "be posted": _post,
    "guidelines": lambda s, t: workspaces.choose_guidelines(s, "be kind", ANN),
    "take words in": lambda s, t: intakes.take(s, OPEN, Heard("Help!"), Sent(ANN, "k")),
    "give words back": _give_back,
    "ask in plain words": lambda s, t: asked_speech.put(s, ANN, (OPEN, None), "open"),
    "emoji that share": lambda s, t: mention_marks.choose(s, ":eyes:", ANN),
    "share by emoji": _mark_and_take_away,
    "release": lambda s, t: shares.release(s, _mention(s, t), ANN),
    "mute mention": lambda s, t: shares.mute(s, _mention(s, t), ANN),
    "answer": lambda s, t: mentions.mark_answered(s, t.mention_id, ANN),
    "dismiss": lambda s, t: mentions.dismiss(s, t.mention_id, ANN),
    "bring in": lambda s, t: mentions.bring_in(s, t.mention_id, departments.by_key(s)["finance"].id, CAT),
    "leave out": lambda s, t: mentions.leave_out(s, t.mention_id, departments.by_key(s)["sales"].id, CAT),
    "forget what was learnt": lambda s, t: corrections.forget_all(s),
    "forget old examples": lambda s, t: corrections.forget_old(_later(s, 400 * DAY)),
    "accept rule": lambda s, t: rules.accept(s, t.rule_id, EVA),
    "decline rule": lambda s, t: rules.decline(s, t.rule_id, EVA),
    "learn nothing": lambda s, t: rules.choose_learning(s, "off", EVA),
    "propose": lambda s, t: rules.propose(_later(s, 9 * DAY), replace(EXPORT, feature="invoic"), EVA),
    "delete post": lambda s, t: sightings.deleted(s, _mention(s, t).home_channel_id, _mention(s, t).home_ts),
    "forget identity": lambda s, t: identities.forget(s, t.mention_id),
    "share again": lambda s, t: sightings.record(s, t.said(OPEN, BEN, keys=URL), reading(), BEN),
    "skip slots": lambda s, t: slots.skip(s, t.open_id, "moved"),
    "cancel rows": lambda s, t: outbox.cancel(s, t.mention_id, "dismissed"),
    "block": lambda s, t: pace.block(s, "chat.postMessage", s.now + timedelta(minutes=1)),
    "supersede": _inbox,
    "department changed": _department_changed,
    "leave department": lambda s, t: departments.leave(s, departments.by_key(s)["product"].id, ANN, ANN),
    "remember people": lambda s, t: people.remember(s, [PersonFacts(ANN, "Anna", zone="Asia/Kolkata")]),
    "remember dm": lambda s, t: people.remember_dm(s, ANN, "DANN"),
    "offer share": lambda s, t: people.may_offer_share(s, ANN),
    "never offer": lambda s, t: people.set_promise_reading(s, ANN, False),
    "remember channel": lambda s, t: people.remember_channel(s, ChannelFacts(OPEN, "renamed")),
    "remember members": lambda s, t: people.remember_members(s, PRIVATE, [CAT]),
    "add member": lambda s, t: people.add_member(s, OPEN, GUEST),
    "drop member": lambda s, t: people.drop_member(s, PRIVATE, BEN),
    "left channel": lambda s, t: people.left_channel(s, PRIVATE),
    "set channel": lambda s, t: people.set_channel(s, OPEN, people.ChannelChoices("off"), ANN),
    "remind": lambda s, t: reminders.decide_idle(s),
    "remind one": lambda s, t: reminders.decide(s, OPEN),
    "digest": lambda s, t: digests.put_due(s),
    "zone": lambda s, t: workspaces.choose_zone(s, "Asia/Kolkata", ANN),
    "digest channel": lambda s, t: workspaces.choose_digest_channel(s, None, ANN),
    "listens": lambda s, t: presence.listens(s, SHORT),
    "clock moved": lambda s, t: presence.clock_moved(s),
    "alarm": lambda s, t: presence.raise_alarm(s, s.now - DAY),
    "caught up": _close_absence,
    "begin to listen": lambda s, t: watermarks.begin(s, OPEN, stamp(s.now)),
    "want all": lambda s, t: watermarks.want_all(s, [OPEN, PRIVATE, SECOND]),
    "want threads": lambda s, t: watermarks.want_threads(s, OPEN, {"1.1": "2.2"}),
    "read on": _read_on,
    "forget old": _forget_old,
    "mark": lambda s, t: marks.note(
        s, s.session.get_one(Promise, (s.team_id, t.open_id)), Mark(OPEN, "1.1", "x"), False
    ),
    "add customer": lambda s, t: customers.add(s, "Acme", "acme", ANN),
    "remove customer": lambda s, t: customers.remove(s, t.other_id, ANN),
    "upsert customer": lambda s, t: _upsert(s, replace(INITECH, addresses=("initech.de",), tier="gold")),
    "arrange customer": lambda s, t: directory.arrange(s, replace(INITECH, id=t.customer_id, tier="gold"), 1, ANN),
    "own customer": lambda s, t: customer_owners.add(s, t.customer_id, DAN, ANN),
    "disown customer": lambda s, t: customer_owners.drop(s, t.customer_id, BEN, ANN),
    "merge customers": lambda s, t: merging.merge(s, t.customer_id, t.other_id, ANN),
    "split customers": lambda s, t: merging.split(s, t.duplicate_id, ANN),
    "stage customers": lambda s, t: imports.stage(s, t.import_id, 1, [INITECH], s.now),
    "all are staged": lambda s, t: imports.all_staged(s, t.import_id, s.now),
    "write what is staged": lambda s, t: imports.write_some(s, t.import_id, 5, s.now, ANN),
    "clear the stage": lambda s, t: imports.clear_some(s, 5),
    "let an import go": lambda s, t: imports.let_go(s, t.import_id, s.now),
    "open home": lambda s, t: homes.opened(s, CAT),
    "turn to": lambda s, t: homes.turn_to(s, ANN, "promises", 1),
    "close home": lambda s, t: homes.closed(s, ANN),
    "choose settings": lambda s, t: settings.choose(s, ANN, OFF),
    "come back": lambda s, t: (settings.choose(s, ANN, OFF), settings.come_back(s, ANN)),
    "end an import": lambda s, t: imports.end(s, t.import_id),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_in_one_workspace_touches_no_row_of_the_other(twins: tuple[Twin, Twin], name: str) -> None:
    one, _ = twins
    for twin in twins:
        twin.later(days=8 if name in {"digest", "remind", "remind one"} else 0, minutes=1)
    own, before = all_rows(one.engine)
    one.run(lambda scope: ACTS[name](scope, one))
    changed, after = all_rows(one.engine)
    assert changed != own, "the act does something"
    assert after == before


def _first(scope: Scope) -> watermarks.Place:
    place = watermarks.next_place(scope, watermarks.CHANNELS)
    assert place is not None
    return place


VIEWS: dict[str, Callable[[Scope, Twin], Any]] = {
    "open": lambda s, t: mention_views.some(s, READER, Wanted(is_open=True), 5),
    "count": lambda s, t: mention_views.count(s, READER, Wanted(is_open=True)),
    "card": lambda s, t: views.card(s, _mention(s, t)),
    "part": lambda s, t: views.part(s, _mention(s, t), ANN),
    "answer": lambda s, t: views.answer(s, _mention(s, t), ANN, None),
    "answers": lambda s, t: [one.words for one in answers.lately(s, t.secret_id, ANN)],
    "lead offer": lambda s, t: views.lead_offer(s, s.session.get_one(LeadOffer, (s.team_id, t.lead_id)), BEN),
    "ended": lambda s, t: (views.ended(s, _mention(s, t), BEN), endings.whom_to_tell(s, _mention(s, t))),
    "mine": lambda s, t: views.mine(s, READER),
    "mine of the asked": lambda s, t: views.mine(s, Audience(user_id=DAN)),
    "customer": lambda s, t: customer_views.meant(s, "initech", "Initech", READER),
    "customer's form": lambda s, t: customer_views.form(s, customers.get(s, t.customer_id)),
    "customer's address": lambda s, t: customers.look_up_addresses(s, ["initech.com", "acme.com"]),
    "customers' names": lambda s, t: (customers.look_up(s, ["ini", "umbrella"]), customers.names_like(s, "i", 9)),
    "help": lambda s, t: (replies.help_(s, READER, OPEN), replies.open_list(s, READER)),
    "company": lambda s, t: directory.company(s).departments,
    "import": lambda s, t: imports.under_way(s),
    "promises": lambda s, t: promise_views.listed(s, READER),
    "reminder": lambda s, t: reminders.view(s, OPEN, MONDAY.date()),
    "digest": lambda s, t: digests.view(s, READER, MONDAY.replace(hour=9) + timedelta(days=7)),
    "in thread": lambda s, t: _mention_id(mentions.in_thread(s, *t.said_at)),
    "shares": lambda s, t: [one.user_id for one in shares.of_mention(s, t.mention_id)],
    "asked for": lambda s, t: [one.id for one in requests.asked_by(s, EVA)],
    "evidence": lambda s, t: (
        [one.id for one in evidence.owed(s, t.mention_id, "1795446000.000000")],
        sorted(evidence.of_promises(s, [t.open_id], ["offered", "counted"])),
        evidence.standing(s, t.open_id) is not None,
    ),
    "history": lambda s, t: (
        histories.of_promise(s, t.open_id, READER),
        histories.of_mention(s, t.mention_id, Audience(user_id=CAT)),
    ),
    "hand-offs": lambda s, t: [one.id for one in hand_offs.waiting_for(s, DAN)],
    "members": lambda s, t: people.members(s, PRIVATE),
    "outsiders": lambda s, t: visibility.has_outsiders(s, OPEN),
    "opened": lambda s, t: visibility.opened(s, Audience(user_id=CAT), [OPEN, PRIVATE]),
    "closed": lambda s, t: people.closed_channels_with_mentions(s, ANN),
    "unknown": lambda s, t: people.unknown_people(s, [ANN, "UNEW"]),
    "departments": lambda s, t: departments.views(s),
    "presence": lambda s, t: presence.find(s) is not None and presence.open_absence(s) is not None,
    "next place": lambda s, t: (_first(s).channel_id, watermarks.is_behind(s), sorted(watermarks.begun(s))),
    "marks": lambda s, t: [] if (found := marks.promise_at(s, *t.said_at)) is None else found.marks,
    "said among": lambda s, t: sorted(promises.said_among(s, OPEN, [t.said_at[1]])),
    "acted on": lambda s, t: entries.has_since(s, t.mention_id, s.now - DAY),
    "in its thread": lambda s, t: promises.said_in_thread(s, *t.said_at, s.now),
    "seen in its thread": lambda s, t: sightings.standing_in_thread(s, *t.said_at, s.now),
    "examples": lambda s, t: (corrections.examples(s), corrections.latest(s)),
    "words": lambda s, t: (corrections.mentions_of(s, "open"), corrections.words_of(s, t.mention_id)),
    "rules": lambda s, t: (rules.every(s, READER), rules.known(s, "open"), rules.next_moment(s)),
    "heeded": lambda s, t: (rules.heeded(s, OPEN), rules.whom_to_ask(s, EXPORT)),
    "answered offers": lambda s, t: offers.answered_lately(s, BEN),
    "home": lambda s, t: [
        home.home(home_views.view(s, found)) for who in (ANN, BEN, DAN) if (found := homes.get(s, who))
    ],
    "settings": lambda s, t: (settings.of(s, ANN), settings.due_while_off(s, ANN, OFF.off)),
    "read channels": lambda s, t: (people.read_channels(s, ANN), people.read_channels(s, ANN, [OPEN, PRIVATE])),
    "has open": lambda s, t: promises.has_open(s, t.mention_id, ANN),
}


def _mention_id(found: Mention | None) -> str | None:
    return found.id if found else None


@pytest.mark.parametrize("name", VIEWS)
def test_what_one_workspace_sees_does_not_change_with_the_other(twins: tuple[Twin, Twin], name: str) -> None:
    one, other = twins
    before = other.run(lambda scope: VIEWS[name](scope, other))
    one.run(customers.add, "Umbrella", "umbrella", ANN)
    for act in (
        "claim",
        "remember members",
        "add member",
        "keep",
        "track",
        "leave department",
        "accept rule",
        "answer",
        "dismiss",
    ):
        one.run(lambda scope, act=act: ACTS[act](scope, one))  # type: ignore[misc]
    one.run(people.remember, [PersonFacts("UNEW", "New")])
    one.share(quote="one's own", customer="Umbrella")
    one.run(people.remember_channel, ChannelFacts(OPEN, "customers", is_private=True, bot_is_in=True))
    assert other.run(lambda scope: VIEWS[name](scope, other)) == before


def test_every_table_is_looked_at(twins: tuple[Twin, Twin]) -> None:
    _, filled = all_rows(twins[1].engine)
    assert {name for name, rows in filled.items() if not rows} <= {"inbox", "pace"}
    assert set(filled) == set(inspect(twins[0].engine).get_table_names())
    assert Customer.__tablename__ in filled
