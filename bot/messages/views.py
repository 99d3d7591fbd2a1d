"""What messages show: plain facts that the ledger has chosen for one audience.

Whoever builds a view has already left out what its readers could not open in Slack. Moments are aware;
`zone` is the zone in which a reader wants them. Texts of people are raw (plain text, neither escaped nor cut).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeVar

from bot.facts import EvidenceKind, Stance

Role = Literal["duty", "head", "member"]
NudgedAs = Literal["asked", "sharer", "head"]
Learning = Literal["propose", "at_once", "off"]
LeadOfferState = Literal["offered", "accepted", "declined", "taken_back", "lapsed"]
RuleState = Literal["proposed", "accepted", "declined", "retired"]
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
    """`note` is what they found or did; `asked_to_lead` whom they have asked to lead instead."""

    user_id: str
    department: str | None
    is_lead: bool
    is_done: bool = False
    note: str = ""
    asked_to_lead: str | None = None


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
    """All that whoever writes an answer wants beside them. `writing` are others who began lately, with the moment."""

    mention_id: str
    quote: str
    owners: tuple[OwnerView, ...]
    draft: str
    earlier: EarlierView | None
    guidelines: str
    writing: tuple[tuple[str, datetime], ...]
    now: datetime


@dataclass(frozen=True, slots=True)
class LeadOfferView:
    """The lead of a mention, offered by `from_user`. `lapses_at` is shown in `zone`, the reader's."""

    id: str
    from_user: str
    to_user: str
    note: str
    state: LeadOfferState
    about: str
    link: str | None
    lapses_at: datetime
    zone: str


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
    it may be late; `evidence` is what shows that it was kept, or what its promiser is asked about.
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

    @property
    def is_urgent(self) -> bool:
        return bool(self.urgent_reasons)


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


@dataclass(frozen=True, slots=True)
class NudgeView:
    """A nudge on a promise, to its promiser. `head` and `head_hears_at` are said when it was missed; an escalation
    tells a head as whose head they hear, and when (`told_at`) the promiser heard that it would come.
    """

    promise: PromiseView
    now: datetime
    head: str | None = None
    head_hears_at: datetime | None = None
    head_of: str = ""
    head_of_key: str = ""
    told_at: datetime | None = None
    which: Literal["before", "missed", "head", "risk", "evidence"] = "before"


@dataclass(frozen=True, slots=True)
class UnclaimedView:
    """A nudge on a mention that nobody has claimed, to somebody of that department."""

    line: MentionLine
    department: str
    role: NudgedAs
    now: datetime


@dataclass(frozen=True, slots=True)
class NudgesView:
    """All that one person is nudged about in one message; what needs them most comes first. Offers that are not
    answered lapse at `lapse_at`.
    """

    now: datetime
    zone: str
    nudges: tuple[NudgeView | UnclaimedView, ...]
    offers: tuple[PromiseView, ...]
    lapse_at: datetime


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry of a promise's life: `details` are ids, ISO moments and reasons that people gave."""

    at: datetime
    by: str
    act: str
    details: Mapping[str, str] = field(default_factory=dict)

    def moment(self, name: str) -> datetime | None:
        return datetime.fromisoformat(self.details[name]) if name in self.details else None


@dataclass(frozen=True, slots=True)
class PromiseHistory:
    promise: PromiseView
    lines: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The lives of promises as one person may read them, the oldest first; `zone` is the reader's."""

    promises: tuple[PromiseHistory, ...]
    zone: str


@dataclass(frozen=True, slots=True)
class HandOffView:
    id: str
    promise: PromiseView
    from_user: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReminderView:
    """What is open and due in one channel today; `day` is the local day, `nothing_left` when all was settled since."""

    day: datetime
    unowned: tuple[MentionLine, ...]
    owned: tuple[MentionLine, ...]
    due: tuple[PromiseView, ...]

    @property
    def nothing_left(self) -> bool:
        return not (self.unowned or self.owned or self.due)


@dataclass(frozen=True, slots=True)
class DoorView:
    """A teammate brought a department in, and it acted."""

    user_id: str
    department: str
    link: str | None


@dataclass(frozen=True, slots=True)
class DigestView:
    """A week of shared ownership, for the readers of one channel.

    `groups` are the mentions once more, by stance and by how they were shared ("together", "answered", "waiting"), and
    `thanked` those who shared them; None where all mentions are given, and these can be told from them.
    """

    start: datetime
    end: datetime
    zone: str
    mentions: tuple[MentionLine, ...]
    kept: tuple[PromiseView, ...]
    kept_late: tuple[PromiseView, ...]
    still_open: tuple[PromiseView, ...]
    missed: tuple[PromiseView, ...]
    doors: tuple[DoorView, ...]
    is_preview: bool = False
    is_late: bool = False
    groups: Mapping[str, tuple[MentionLine, ...]] | None = None
    thanked: tuple[str, ...] | None = None

    @property
    def sharers(self) -> tuple[str, ...]:
        """Who shared mentions, each once, in the order of sharing (never ranked)."""
        if self.thanked is not None:
            return self.thanked
        return tuple(dict.fromkeys(line.shared_by for line in self.mentions if line.shared_by))


@dataclass(frozen=True, slots=True)
class DepartmentView:
    """`rota` as it was arranged; `in_turn` who is asked first just now, and who next."""

    id: str
    key: str
    name: str
    description: str
    head: str | None
    on_duty: str | None
    members: tuple[str, ...]
    group_id: str | None = None
    channel_id: str | None = None
    rota: tuple[str, ...] = ()
    in_turn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule that corrections showed: `words` tag a department, or speak against it. `channel_id` is set where only its
    members may read the words; `may_decide` and `is_head` say what the reader is to it.
    """

    id: str
    department: str
    words: str
    speaks_for: bool
    times: int
    people: int
    state: RuleState
    decided_by: str | None = None
    channel_id: str | None = None
    may_decide: bool = False
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class RulesView:
    """`/ours rules`: the rules that hold or wait for an answer, and how the workspace learns."""

    rules: tuple[RuleView, ...]
    learning: Learning
    is_admin: bool = False


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


@dataclass(frozen=True, slots=True)
class CustomerView:
    """A customer's page, as far as its reader may see it: page `page` (from 0) of `pages`.

    `stances` are how they stood and since when, the newest first. `owners` know them, and so do those who took part in
    mentions (`helpers`: who, in how many). `merged` are duplicates that count as them: id and name. `near` are names
    like this one, of a customer who is not known. `may_change` says whether the reader may add, edit and merge.
    """

    name: str
    is_known: bool
    stance: Stance
    home_department: str | None
    mentions: tuple[MentionLine, ...]
    promises: tuple[PromiseView, ...]
    id: str = ""
    tier: str | None = None
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    stances: tuple[tuple[Stance, datetime], ...] = ()
    owners: tuple[str, ...] = ()
    helpers: tuple[tuple[str, int], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    near: tuple[str, ...] = ()
    reader: str = ""
    zone: str = "UTC"
    page: int = 0
    pages: int = 1
    may_change: bool = False


@dataclass(frozen=True, slots=True)
class CustomerForm:
    """What the form of a customer starts with. `addresses` are domains and mail addresses, `owners` (id, name)."""

    id: str
    version: int
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    handles: tuple[str, ...]
    tier: str | None
    home_id: str | None
    owners: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SetupView:
    """What `/ours setup` shows: the workspace's and this channel's choices, and the person's own."""

    channel_id: str | None
    channel_name: str
    channel_mode: Literal["careful", "eager", "off"]
    channel_promises: bool
    digest_channel_id: str | None
    zone: str
    own_promises: bool
    may_set_workspace: bool
    own_shares: bool = True
    channel_reminders: bool = True
    guidelines: str = ""
