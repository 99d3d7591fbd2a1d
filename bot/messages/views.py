"""What messages show: plain facts that the ledger has chosen for one audience.

Whoever builds a view has already left out what its readers could not open in Slack. Moments are aware;
`zone` is the zone in which a reader wants them. Texts of people are raw (plain text, neither escaped nor cut).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeVar

from bot.facts import Absence, EvidenceKind, Stance

Role = Literal["duty", "head", "member"]
LeadOfferState = Literal["offered", "accepted", "declined", "taken_back", "lapsed", "given_back"]
StandInRole = Literal["owner", "duty", "head"]
"""As what somebody is asked to stand in: they are on it too, are on duty, or head the department."""
Outcome = Literal["leads_again", "leads_now", "answered", "asked", "taken", "kept", "withdrawn", "yours"]
MentionState = Literal["new", "owned", "answered", "closed", "dismissed"]
T = TypeVar("T")


class Some(tuple[T, ...]):
    """The first of what may be more than a message shows; `total` counts them all."""

    total: int

    def __new__(cls, found: Iterable[T], total: int | None = None) -> Some[T]:
        self = super().__new__(cls, found)
        self.total = len(self) if total is None else total
        return self


def total(found: Sequence[object]) -> int:
    """How many there are, shown or not."""
    return found.total if isinstance(found, Some) else len(found)


@dataclass(frozen=True, slots=True)
class Message:
    """A Slack payload: fallback text and blocks (dicts, checked against Slack's limits)."""

    text: str
    blocks: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class TagView:
    """A department that a mention concerns, because of `reasons`. `asked` is the person who was pinged for it."""

    department_id: str
    name: str
    reasons: tuple[str, ...]
    has_people: bool
    asked: str | None = None
    brought_in_by: str | None = None
    has_acted: bool = False


@dataclass(frozen=True, slots=True)
class OffView:
    """A department that a teammate said a mention does not concern."""

    department_id: str
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class OwnerView:
    """`note` is what they found or did; `asked_to_lead` whom they have asked to lead instead,
    or who was asked to stand in for them (`is_stood_in`).
    """

    user_id: str
    department: str | None
    is_lead: bool
    is_done: bool = False
    note: str = ""
    asked_to_lead: str | None = None
    is_stood_in: bool = False


@dataclass(frozen=True, slots=True)
class PartView:
    """One's own part in a mention, as its form shows it."""

    mention_id: str
    about: str
    owner: OwnerView


@dataclass(frozen=True, slots=True)
class EarlierView:
    """What a customer said before, and how it was answered; for one reader."""

    quote: str
    words: str
    by: str
    link: str | None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """All that whoever writes an answer wants beside them. `writing` are others who began lately, with the moment;
    `elsewhere` those who write to the same customer about something else, with where that is.
    `post_in` is the channel shared with the customer in which it may be posted, and `post_as` in whose name.
    """

    mention_id: str
    quote: str
    owners: tuple[OwnerView, ...]
    draft: str
    earlier: EarlierView | None
    guidelines: str
    writing: tuple[tuple[str, datetime], ...]
    now: datetime
    elsewhere: tuple[tuple[str, str], ...] = ()
    post_in: str = ""
    post_as: str = ""


@dataclass(frozen=True, slots=True)
class LeadOfferView:
    """The lead of a mention, offered by `from_user`. `lapses_at` is shown in `zone`, the reader's. `is_led`: whoever
    offered it leads it still.
    """

    id: str
    from_user: str
    to_user: str
    note: str
    state: LeadOfferState
    about: str
    link: str | None
    lapses_at: datetime
    zone: str
    stand_in: StandInView | None = None
    is_led: bool = True


@dataclass(frozen=True, slots=True)
class StandInView:
    """Why somebody is asked to stand in for another, and as what (for `department`); `back_at` is when the other works
    again, in the reader's zone, if that is known. `note` is what the other had found.
    """

    why: Absence
    role: StandInRole
    department: str
    back_at: datetime | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeanwhileView:
    """What became of one part or promise while its owner was away. `who` stood in, or was asked to."""

    outcome: Outcome
    about: str
    link: str | None
    who: str


@dataclass(frozen=True, slots=True)
class EndedView:
    """How a mention ended, for whoever shared it."""

    mention_id: str
    about: str
    link: str | None
    owners: tuple[OwnerView, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What may show that a promise was kept; `link` leads to it, where its reader could open it."""

    id: str
    kind: EvidenceKind
    link: str | None


@dataclass(frozen=True, slots=True)
class PromiseView:
    """One promise. `link` leads to where it was made, `about` says in a few words which mention it belongs to.
    `asked_by` asked for it; of a request, `counter` is the other moment that the asked person proposes. `risk` is why
    it may be late; `evidence` is what shows that it was kept, or what its promiser is asked about; `to_take` is who was
    asked to take it over.
    """

    id: str
    user_id: str
    words: str
    due: datetime | None
    zone: str
    state: Literal["requested", "offered", "open", "kept", "withdrawn", "declined", "expired"]
    is_missed: bool = False
    is_muted: bool = False
    about: str = ""
    link: str | None = None
    asked_by: str | None = None
    counter: datetime | None = None
    is_at_risk: bool = False
    risk: str = ""
    evidence: EvidenceView | None = None
    to_take: str | None = None


@dataclass(frozen=True, slots=True)
class CauseView:
    """What a mention waits for, as somebody called it (`by`: who did, or who says that it is fixed)."""

    id: str
    words: str
    is_fixed: bool
    by: str | None
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class CauseAsked:
    """The question whether a cause is fixed; `link` leads to the post that says so."""

    id: str
    words: str
    waiting: int
    link: str | None


@dataclass(frozen=True, slots=True)
class QuoteView:
    """`by` would like to quote a mention, `to` asks the customer."""

    state: Literal["asked", "allowed", "refused", "taken_back"]
    by: str
    to: str


@dataclass(frozen=True, slots=True)
class CheckBackView:
    at: datetime
    by: str
    zone: str


@dataclass(frozen=True, slots=True)
class CardView:
    mention_id: str
    state: MentionState
    quote: str
    source: str
    url: str | None
    customer: str | None
    stance: Stance
    stance_reasons: tuple[str, ...]
    urgent_reasons: tuple[str, ...]
    evidence_reasons: tuple[str, ...]
    shared_by: str | None
    tags: tuple[TagView, ...]
    owners: tuple[OwnerView, ...]
    promises: tuple[PromiseView, ...]
    answered_by: str | None = None
    dismissed_by: str | None = None
    is_gone: bool = False
    also_at: tuple[str, ...] = ()
    link: str | None = None
    off: tuple[OffView, ...] = ()
    has_heard_back: bool = False
    cause: CauseView | None = None
    check_back: CheckBackView | None = None
    credited: tuple[str, ...] = ()
    quote_ask: QuoteView | None = None

    @property
    def is_urgent(self) -> bool:
        return bool(self.urgent_reasons)

    @property
    def is_praise(self) -> bool:
        return self.stance == "advocate" and not self.is_urgent


@dataclass(frozen=True, slots=True)
class AskedView:
    """Who is pinged for a department and why: a person, and as what; or a whole user group when it is urgent."""

    department: str
    reasons: tuple[str, ...]
    user_id: str | None = None
    group_id: str | None = None
    role: Role = "member"


@dataclass(frozen=True, slots=True)
class MentionLine:
    """One mention in a list. `about` is a few plain words of it; `departments` and `owners` are short."""

    mention_id: str
    about: str
    link: str | None
    channel_id: str
    state: MentionState
    at: datetime
    stance: Stance
    is_urgent: bool
    departments: tuple[str, ...]
    owners: tuple[str, ...]
    shared_by: str | None = None
    source: str = ""

    @property
    def is_praise(self) -> bool:
        return self.stance == "advocate" and not self.is_urgent


@dataclass(frozen=True, slots=True)
class HandOffView:
    id: str
    promise: PromiseView
    from_user: str
    note: str = ""
    stand_in: StandInView | None = None
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class MineView:
    """All that one person owes or was offered, seen by that person alone; `settled` lately, the latest first.
    `requests` are promises that others ask of them, `asked` those they asked of others and wait for.
    `is_offered_less`: they declined offers lately, so only clearer promises are offered.
    """

    offers: tuple[PromiseView, ...]
    open: tuple[PromiseView, ...]
    shares: tuple[MentionLine, ...]
    hand_offs: tuple[HandOffView, ...]
    reading_is_on: bool
    zone: str
    settled: tuple[PromiseView, ...] = ()
    is_offered_less: bool = False
    requests: tuple[PromiseView, ...] = ()
    asked: tuple[PromiseView, ...] = ()
