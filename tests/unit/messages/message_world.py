"""Every builder, on views made of the words, numbers and moments that a test chooses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal, get_args

from bot.facts import Stance
from bot.messages import (
    absences,
    answers,
    cards,
    customers,
    digest,
    evidence,
    forms,
    history,
    home,
    home_rows,
    intakes,
    loops,
    merged,
    nudges,
    part_forms,
    parts,
    praise,
    promises,
    requests,
    rules,
    settings,
    welcomes,
)
from bot.messages.customer_views import CustomerForm, CustomerView
from bot.messages.history_views import HistoryLine, HistoryView, PromiseHistory
from bot.messages.house_views import (
    DepartmentView,
    DigestView,
    DoorView,
    HelpView,
    IntakeView,
    Learning,
    RuleState,
    RulesView,
    RuleView,
)
from bot.messages.nudge_views import LoopView, NudgesView, NudgeView, ReminderView, UnclaimedView
from bot.messages.settings import SettingsView
from bot.messages.views import (
    AnswerView,
    AskedView,
    CardView,
    CauseAsked,
    CauseView,
    CheckBackView,
    EarlierView,
    EndedView,
    EvidenceView,
    HandOffView,
    LeadOfferState,
    LeadOfferView,
    MeanwhileView,
    MentionLine,
    MentionState,
    Message,
    MineView,
    OffView,
    Outcome,
    OwnerView,
    PartView,
    PromiseView,
    QuoteView,
    StandInView,
    TagView,
)
from tests.unit.messages.setup_world import setup_forms, setup_messages

NOW = datetime(2026, 3, 6, 15, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """`words` stands for every text of people; `many` for how many of everything."""

    words: str = "I was charged twice"
    name: str = "Finance"
    url: str | None = "https://acme.slack.com/archives/C1/p1"
    zone: str = "America/New_York"
    due: datetime | None = NOW + timedelta(hours=7)
    many: int = 3
    stance: Stance = "adversary"
    state: MentionState = "new"

    @property
    def promise(self) -> PromiseView:
        return PromiseView("P1", "U1", self.words, self.due, self.zone, "open", about=self.words, link=self.url)

    @property
    def promises(self) -> tuple[PromiseView, ...]:
        return tuple(replace(self.promise, id=f"P{number}") for number in range(self.many))

    @property
    def line(self) -> MentionLine:
        names, owners = (self.name,) * min(self.many, 60), tuple(f"U{number}" for number in range(min(self.many, 60)))
        when = NOW - timedelta(hours=4)
        return MentionLine(
            "M1", self.words, self.url, "C1", self.state, when, self.stance, True, names, owners, "U9", self.words
        )

    @property
    def lines(self) -> tuple[MentionLine, ...]:
        return (self.line,) * self.many

    @property
    def tags(self) -> tuple[TagView, ...]:
        return tuple(
            TagView(f"D{number}", self.name, (self.words,) * 5, number % 3 == 0, "U2", "U3" if number % 2 else None)
            for number in range(min(self.many, 60))
        )

    @property
    def owners(self) -> tuple[OwnerView, ...]:
        return tuple(
            OwnerView(f"U{number % 50}", self.name, number == 0, number % 2 == 0, self.words, None if number else "U60")
            for number in range(min(self.many, 200))
        )

    def lead_offer(self, state: LeadOfferState) -> LeadOfferView:
        lapses_at = NOW + timedelta(hours=4)
        return LeadOfferView("L1", "U7", "U8", self.words, state, self.words, self.url, lapses_at, self.zone)

    @property
    def stand_ins(self) -> tuple[StandInView, ...]:
        back = NOW + timedelta(days=9)
        return (
            StandInView("leave", "owner", "", back, self.words),
            StandInView("leave", "duty", self.name, None),
            StandInView("hours", "head", self.name, back, self.words),
            StandInView("gone", "owner", "", None, self.words),
        )

    @property
    def card(self) -> CardView:
        reasons = (self.words,) * min(self.many, 9)
        return CardView(
            "M1",
            self.state,
            quote=self.words,
            source=self.words,
            url=self.url,
            customer=self.name,
            stance=self.stance,
            stance_reasons=reasons,
            urgent_reasons=reasons,
            evidence_reasons=reasons,
            shared_by="U9",
            tags=self.tags,
            owners=self.owners,
            promises=tuple(replace(one, is_at_risk=True, risk=self.words) for one in self.promises[:60]),
            answered_by="U4",
            dismissed_by="U5",
            also_at=(self.url or "",) * min(self.many, 60),
            link=self.url,
            has_heard_back=self.many % 2 == 0,
            off=tuple(OffView(f"D{number}", self.name, "U6") for number in range(min(self.many, 60))),
        )

    @property
    def rules(self) -> tuple[RuleView, ...]:
        """In every state, for and against, for everybody and for the members of a channel."""
        states: tuple[RuleState, ...] = ("proposed", "accepted", "declined", "retired")
        return tuple(
            RuleView(
                f"R{number}",
                self.name,
                self.words,
                number % 3 != 0,
                self.many + 1,
                number % 2 + 1,
                states[number % 4],
                decided_by="U7" if number % 2 else None,
                channel_id="C1" if number % 5 == 0 else None,
                may_decide=number % 7 != 0,
                is_head=number % 2 == 0,
            )
            for number in range(self.many)
        )

    @property
    def nudges(self) -> NudgesView:
        """One of each kind, and offers."""
        own = NudgeView(self.promise, NOW, "U5", NOW + timedelta(days=1), self.name, self.name, NOW)
        risky = replace(self.promise, is_at_risk=True, risk=self.words)
        late = replace(own, promise=risky, which="risk")
        parts = (replace(own, which="missed"), replace(own, which="head"), own, late, replace(late, head_of=""))
        unclaimed = UnclaimedView(self.line, self.name, "asked", NOW)
        return NudgesView(NOW, self.zone, (*parts, unclaimed), self.promises, NOW + timedelta(hours=7))

    @property
    def asked(self) -> tuple[AskedView, ...]:
        return tuple(
            AskedView(
                self.name, (self.words,) * 4, f"U{number}" if number % 4 else None, "S1" if not number % 4 else None
            )
            for number in range(min(self.many, 60))
        )

    @property
    def department(self) -> DepartmentView:
        return DepartmentView("D1", self.name, self.name, self.words, "U1", None, ("U1", "U2"), "S1")

    @property
    def departments(self) -> tuple[DepartmentView, ...]:
        return tuple(replace(self.department, id=f"D{number}") for number in range(self.many))

    @property
    def hand_off(self) -> HandOffView:
        return HandOffView("H1", self.promise, "U7", self.words)

    @property
    def week(self) -> DigestView:
        doors = (DoorView("U6", self.name, self.url),) * self.many
        start, some = NOW - timedelta(days=7), self.promises
        return DigestView(
            start, NOW, self.zone, self.lines, some, some, some, some, doors, self.many % 2 == 1, told=self.lines
        )


def card_messages(world: World) -> Iterator[Message]:
    for state in ("new", "owned", "answered", "closed", "dismissed"):
        yield cards.card(replace(world.card, state=state))
    yield cards.sighting_note(world.url, "S1", world.words)
    yield cards.share_offer("C1", "1772805600.000100")
    for is_open in (True, False):
        yield cards.no_place("C1", world.url, is_open, world.name)
        yield welcomes.welcome_elsewhere("C1", is_open, promises_on=not is_open)
    for mode in ("careful", "eager", "off"):
        yield welcomes.welcome(mode)


def promise_messages(world: World) -> Iterator[Message]:
    promise, offers = world.promise, world.promises
    yield promises.offer(promise)
    yield promises.offers_dm(offers, world.zone, "today 17:00")
    yield promises.promise_made(promise)
    yield promises.edited(promise, world.due)
    yield promises.edited(promise, None)
    for kind in ("tracked", "changed", "not_a_promise", "never", "lapsed"):
        yield promises.offer_answered(kind, promise)
    yield promises.hand_off(world.hand_off)
    for accepted in (True, False):
        yield promises.hand_off_answer(world.hand_off, accepted, "U8")
        yield promises.hand_off_settled(world.hand_off, accepted)
    for what in (
        "kept",
        "kept_late",
        "moved",
        "withdrawn",
        "handed_over",
        "muted",
        "unmuted",
        "reopened",
        "on_track",
        "left",
    ):
        yield promises.settled(promise, what, "U8")


def part_messages(world: World) -> Iterator[Message]:
    yield parts.lead_offer(world.lead_offer("offered"))
    for state in ("accepted", "declined", "lapsed"):
        yield parts.lead_answered(world.lead_offer(state))
    for accepted in (True, False):
        yield parts.lead_settled(world.lead_offer("accepted"), accepted)
    yield parts.ended(EndedView("M1", world.words, world.url, world.owners))
    yield parts.heard_back()
    yield parts.writing_too("U8", world.words, world.url)
    yield parts.writing_too("U8", world.words, world.url, is_elsewhere=True)
    for is_here in (True, False):
        yield parts.inherits("U8", world.words, world.url, world.words, is_here=is_here)
    yield parts.not_yet()
    yield parts.reopened(world.words, world.url, "U8", is_lead=True)
    yield parts.reopened("", None, None, is_lead=False)


def absence_messages(world: World) -> Iterator[Message]:
    for asked in world.stand_ins:
        lead, owed = replace(world.lead_offer("offered"), stand_in=asked), replace(world.hand_off, stand_in=asked)
        yield parts.lead_offer(lead)
        yield absences.promise(replace(owed, zone=world.zone), asked)
        for accepted in (True, False):
            yield parts.lead_settled(lead, accepted)
            yield absences.promise_settled(owed, accepted)
    yield absences.lead_back(world.lead_offer("given_back"))
    outcomes = get_args(Outcome)
    found = [MeanwhileView(outcomes[n % len(outcomes)], world.words, world.url, "U8") for n in range(world.many)]
    yield absences.welcome_back(found)
    head = NudgeView(world.promise, NOW, head_of=world.name, which="head")
    for absence in ("gone", "leave"):
        yield nudges.nudge(replace(head, absence=absence))
    stood_in = tuple(replace(owner, is_stood_in=True) for owner in world.owners)
    yield cards.card(replace(world.card, state="owned", owners=stood_in))


def loop_messages(world: World) -> Iterator[Message]:
    causes = [
        CauseView("K1", words, fixed, by, told)
        for words in (world.words, f"https://x.y/browse/{world.name}")
        for fixed, by, told in ((False, "U2", False), (True, "U3", True), (True, None, False))
    ]
    check_back = CheckBackView(NOW, "U4", world.zone)
    for state in ("new", "owned", "answered"):
        for cause in causes:
            yield cards.card(replace(world.card, state=state, cause=cause, check_back=check_back))
    for which in ("fixed", "check_back"):
        for is_asker in (True, False):
            view = LoopView(world.line, which, NOW, world.name, world.words, "K1", "U5", is_asker)
            yield nudges.nudge(view)
            yield merged.nudge(replace(world.nudges, nudges=(view, view), offers=()))
    for url in (world.url, None):
        yield loops.is_it_fixed(CauseAsked("K1", world.words, world.many, url))
    yield loops.fixed("K1", world.words, world.many)
    yield loops.not_fixed(world.words)
    yield loops.not_yet(world.words)
    yield loops.promised(world.promise)
    yield loops.told("M1")
    yield loops.not_told()
    yield loops.well("M1")
    yield loops.opened_again()
    yield loops.waiting([(f"K{number}", world.words, number) for number in range(world.many)])


def praise_messages(world: World) -> Iterator[Message]:
    line = replace(world.line, stance="advocate", is_urgent=False)
    joy = replace(world.card, stance="advocate", urgent_reasons=(), credited=("U3",) * min(world.many, 60))
    for state in ("new", "owned", "answered"):
        for quote_state in ("asked", "allowed", "refused"):
            yield cards.card(replace(joy, state=state, quote_ask=QuoteView(quote_state, "U1", "U2")))
        yield cards.card(replace(joy, state=state))
    yield cards.ping_praise(world.asked, world.url)
    gentle = UnclaimedView(line, world.name, "asked", NOW)
    yield nudges.nudge(gentle)
    yield merged.nudge(replace(world.nudges, nudges=(gentle, gentle), offers=()))
    yield praise.yours(line, "U1")
    yield praise.may_we_quote(line, "U1", "U2")
    yield praise.may_we_quote(line, "U1", "U1")
    for is_so in (True, False):
        yield praise.quote_answered(line, "U1", is_so)
        yield praise.quote_said("M1", is_so)
    yield praise.quote_asked("U1", "U2")
    yield praise.quote_asked("U1", "U1")
    yield praise.quote_taken_back()


def loop_forms(world: World) -> Iterator[dict[str, Any]]:
    for cause in (None, CauseView("K1", world.words, False, "U1"), CauseView("K1", world.words, True, "U1")):
        yield loops.waits_for("M1", cause)
    for asked in (None, CheckBackView(NOW, "U4", world.zone)):
        yield loops.check_back("M1", asked)
    yield praise.credit("M1", [(f"U{number}", world.name) for number in range(world.many)])


def request_messages(world: World) -> Iterator[Message]:
    for state in ("requested", "open", "declined", "expired"):
        for counter in (None, world.due):
            view = replace(world.promise, state=state, asked_by="U9", counter=counter)
            for at in (None, NOW):
                yield requests.request(view, at)
                yield requests.answer(view, at)
            for is_so in (True, False):
                yield requests.end(view, is_so)
                yield requests.over(view, is_so)
            yield requests.answered(view)
            yield requests.decided(view)


def evidence_messages(world: World) -> Iterator[Message]:
    for kind in ("link", "words", "mail", "customer"):
        for url in (world.url, None):
            view = replace(world.promise, evidence=EvidenceView("E1", kind, url))
            yield evidence.question(view)
            yield evidence.not_yet(view, "E1")
            yield nudges.nudge(NudgeView(view, NOW, which="evidence"))
    # In lists each kind is another word or two of the same line: all of them in one.
    kinds: tuple[Literal["link", "words", "mail", "customer"], ...] = ("link", "words", "mail", "customer")
    for url in (world.url, None):
        views = tuple(replace(world.promise, evidence=EvidenceView("E1", kind, url)) for kind in kinds)
        asking = tuple(NudgeView(view, NOW, which="evidence") for view in views)
        yield merged.nudge(replace(world.nudges, nudges=asking, offers=()))
        yield cards.card(replace(world.card, promises=tuple(replace(view, state="kept") for view in views)))
        handed = tuple(replace(view, to_take="U4") for view in views)
        yield answers.mine(MineView((), handed * world.many, (), (), True, world.zone))


def nudge_messages(world: World) -> Iterator[Message]:
    view = NudgeView(world.promise, NOW, "U5", NOW + timedelta(days=1))
    yield nudges.nudge_before(view)
    yield nudges.nudge_missed(view)
    yield nudges.nudge_missed(replace(view, head=None))
    yield nudges.escalation(replace(view, head_of=world.name, head_of_key=world.name, told_at=NOW))
    yield nudges.escalation(view)
    yield nudges.may_be_late(replace(view, promise=replace(world.promise, risk=world.words), head_of=world.name))
    yield nudges.may_be_late(view)
    for is_muted in (True, False):
        yield nudges.escalation_muted(world.promise, is_muted)
        yield nudges.unclaimed_muted("M1", is_muted)
    for role in ("asked", "sharer", "head"):
        yield nudges.unclaimed(UnclaimedView(world.line, world.name, role, NOW))
    yield merged.nudge(world.nudges)
    yield merged.nudge(replace(world.nudges, nudges=world.nudges.nudges * 20))
    yield merged.nudge(replace(world.nudges, nudges=()))


def digest_messages(world: World) -> Iterator[Message]:
    yield digest.digest(world.week)
    yield digest.reminder(ReminderView(NOW, world.lines, world.lines, world.promises))


def answer_messages(world: World) -> Iterator[Message]:
    hand_offs = tuple(replace(world.hand_off, id=f"H{number}") for number in range(min(world.many, 60)))
    for is_tool in (True, False):
        told = IntakeView(world.name, is_tool, world.words, world.name, world.name, world.url or "", world.words, NOW)
        yield intakes.posted(told)
        yield intakes.refused(told, "C1", world.words)
    yield intakes.posted(IntakeView(world.name, True, world.words, author=world.name))
    yield intakes.told_here("D1", "1772805600.000100")
    yield parts.unposted(world.words, world.url, world.words)
    yield parts.unposted("", None, "")
    yield answers.help_()
    yield answers.help_(HelpView(True, True, world.many, world.many, 1, world.name))
    for role in ("guest", "teammate", "head", "admin"):
        yield answers.help_(HelpView(True, True, 1, role=role, own=world.name, headed=world.name, is_set_up=False))
    yield answers.unknown(world.words)
    yield answers.help_(HelpView(open_here=1, customer=world.words, is_guess=True, nearest="open"))
    yield answers.unknown(world.words, world.name, world.words)
    yield answers.open_list(world.lines, world.many, world.zone)
    for is_on in (True, False):
        view = MineView(world.promises, world.promises, world.lines, hand_offs, is_on, world.zone, world.promises)
        yield answers.mine(view)
        asked = tuple(replace(one, asked_by="U9", counter=world.due if is_on else None) for one in world.promises)
        yield answers.mine(replace(view, requests=asked, asked=asked))
    yield answers.departments(world.departments)
    yield answers.joined(world.name, True)
    yield answers.digest_set("C1")
    yield answers.digest_set(None)


def customer_messages(world: World) -> Iterator[Message]:
    yield customers.page(
        CustomerView(world.name, False, world.stance, None, (), (), near=(world.name,) * 5, may_change=True)
    )
    people = tuple(f"U{number}" for number in range(min(world.many, 40)))
    for reader in ("U0", "U99"):
        view = CustomerView(
            world.name,
            True,
            world.stance,
            world.name,
            world.lines[:8],
            world.promises[:8],
            id="K1",
            tier=world.name,
            aliases=(world.name,) * world.many,
            addresses=(f"{'a' * 60}.example",) * world.many,
            stances=((world.stance, NOW), ("unknown", NOW)) * world.many,
            owners=people,
            helpers=tuple((one, 7) for one in people),
            merged=tuple((f"K{number}", world.name) for number in range(world.many)),
            reader=reader,
            page=1,
            pages=3,
            may_change=True,
        )
        yield customers.page(view)
        yield customers.page(replace(view, owners=("U0",), helpers=(), mentions=(), promises=(), merged=()))
        yield customers.page(replace(view, owners=(), helpers=(), may_change=False))
    for is_new in (True, False):
        yield customers.added("K1", world.name, is_new)


def customer_forms(world: World) -> Iterator[dict[str, Any]]:
    names = (world.name,) * world.many
    owners = tuple((f"U{number}", world.name) for number in range(world.many))
    view = CustomerForm("K1", 7, world.name or "Acme", names, names, names, world.name or None, "D1", owners)
    yield customers.edit(view, ("gold", "silver"), world.departments)
    yield customers.edit(view, (), ())
    yield customers.merge("K1", world.name)


def rule_messages(world: World) -> Iterator[Message]:
    for one in world.rules[:60]:
        yield rules.proposal(one)
        yield rules.decided(one)
    ways: tuple[Learning, ...] = ("propose", "at_once", "off")
    for way in ways:
        yield rules.listing(RulesView(world.rules, way, is_admin=True))
        yield rules.listing(RulesView(world.rules, way, is_admin=False))
        yield rules.listing(RulesView((), way, is_admin=True))
        yield rules.learning_chosen(way)


def all_messages(world: World) -> Iterator[Message]:
    yield from setup_messages(world.words)
    builders = (
        evidence_messages,
        card_messages,
        part_messages,
        absence_messages,
        loop_messages,
        praise_messages,
        promise_messages,
        request_messages,
        nudge_messages,
        digest_messages,
        answer_messages,
        customer_messages,
    )
    for build in (*builders, rule_messages):
        yield from build(world)


def all_forms(world: World) -> Iterator[dict[str, Any]]:
    promise = world.promise
    yield from customer_forms(world)
    yield from loop_forms(world)
    yield forms.change_date(promise, NOW)
    yield forms.change_date(promise, NOW, world.promise.words or "once the fix is out")
    yield forms.move(promise, NOW)
    yield forms.withdraw(promise)
    yield forms.hand_over(promise)
    yield forms.ask_promise("M1", world.zone, NOW)
    yield forms.ask_promise_of("C1|1.1|1.1|U1", promise, NOW)
    yield forms.at_risk(promise, NOW)
    yield forms.counter(replace(promise, asked_by="U9"), NOW)
    acts = (*history.WORDS, "nudge_before", "nudge_risk", "some_other_act")
    details = {"due": NOW.isoformat(), "before": NOW.isoformat(), "who": "U2", "why": world.words, "late": "True"}
    lines = tuple(HistoryLine(NOW, "U1" if n % 3 else history.BOT, acts[n % len(acts)], details) for n in range(90))
    lives = HistoryView(tuple(PromiseHistory(one, lines[: n * 7]) for n, one in enumerate(world.promises)), world.zone)
    for page in (0, 1, 2, 900):
        yield history.history(lives, "mention|M1", page)
    yield history.history(HistoryView((PromiseHistory(promise, lines),), world.zone), "promise|P1", 1)
    yield forms.bring_in("M1", world.departments)
    yield forms.bring_in("M1", world.departments, world.departments)
    yield forms.bring_in("M1", (), world.departments)
    yield forms.wrong_department("M1", world.departments, world.departments)
    yield forms.wrong_department("M1", world.departments, ())
    yield forms.wrong_department("M1", (), world.departments)
    yield forms.name_someone("M1", world.department)
    for owner in (*world.owners[:2], OwnerView("U1", None, True), OwnerView("U1", world.name, False, True)):
        yield part_forms.part(PartView("M1", world.words, owner))
    yield from answer_forms(world)
    yield from settings_forms(world)
    yield intakes.form_words("C1")
    yield intakes.form_words(None)
    yield intakes.form_words("C1", world.words)
    yield intakes.form_promise(world.zone, NOW)
    yield from setup_forms(world.words, world.department, world.many)


def settings_forms(world: World) -> Iterator[dict[str, Any]]:
    house = (time(9), time(17), frozenset(range(5)))
    days = tuple((date(2026, 12, 1) + timedelta(days=3 * number),) * 2 for number in range(min(world.many, 10)))
    plain = SettingsView(
        world.zone, *house, has_own_hours=False, house=house, quiet=None, off=(), rhythm="merged", evidence=True,
        promises=True, shares=True, channels=(),
    )  # fmt: skip
    yield settings.settings(plain)
    own = replace(plain, start=time(8), end=time(15), days=frozenset(range(7)), has_own_hours=True, off=days)
    for rhythm in ("each", "daily"):
        quiet, shown = (time(12), time(14)), ("C1", "C2") * world.many
        yield settings.settings(replace(own, quiet=quiet, rhythm=rhythm, evidence=False, channels=shown))


def all_homes(world: World) -> Iterator[dict[str, Any]]:
    """Somebody's with nothing, and one in which every list is as long as a page may be."""
    asks = (
        replace(world.promise, state="offered"),
        replace(world.promise, state="requested", asked_by="U9"),
        replace(world.promise, state="requested", asked_by="U9", counter=world.due or NOW),
        HandOffView("H1", world.promise, "U7", world.words),
        world.lead_offer("offered"),
    )
    evidence = EvidenceView("E1", "link", world.url)
    own = (
        replace(world.promise, is_missed=True, is_at_risk=True, is_muted=True),
        replace(world.promise, evidence=evidence),
    )
    rows: dict[str, list[home.Row]] = {
        "Waiting for your answer": [home_rows.question(one, world.zone) for one in asks],
        "Your promises": [home_rows.promise(one, world.zone) for one in own * 3],
        "You are on it": [home_rows.part(world.line, "U1", world.zone)] * 5,
        "Open in your departments": [home_rows.mention(world.line, world.zone)] * 6,
        "Settled lately": [home_rows.settled(replace(world.promise, state="kept"))] * 3,
    }
    full = tuple(
        home.HomeSection(f"list{place}", title, tuple(shown), 1, len(shown), True, 1_000, "hint")
        for place, (title, shown) in enumerate(rows.items())
    )
    yield home.home(home.HomeView(full, True, date(2026, 12, 24)))
    yield home.home(home.HomeView(full * 3, True, date(2026, 12, 24)))
    keys = ("finance", "sales")
    for is_admin in (True, False):
        yield home.home(home.HomeView((), is_admin, None, ("C1", "C2"), keys, is_set_up=not is_admin))
        yield home.home(home.HomeView((), is_admin))
    yield home.home(home.HomeView(full, is_colleague=False))


def answer_forms(world: World) -> Iterator[dict[str, Any]]:
    earlier = EarlierView(world.words, world.words, "U5", world.url)
    writing = tuple((f"U{number}", NOW - timedelta(minutes=5)) for number in range(min(world.many, 9)))
    elsewhere = tuple((who, world.url or "https://acme.slack.com/archives/C1/p1") for who, _ in writing)
    view = AnswerView("M1", world.words, world.owners, world.words, earlier, world.words, writing, NOW, elsewhere)
    yield part_forms.answer(view)
    yield part_forms.answer(replace(view, owners=(), earlier=None, guidelines="", draft=""))
    yield part_forms.answer(replace(view, post_in="C1", post_as=f"{world.name} ({world.name})"))
    yield part_forms.answer_posted(world.words)
    for is_answered in (True, False):
        yield part_forms.answer_saved(world.words, is_answered)
        yield part_forms.answer_saved(world.words, is_answered, "U5")
