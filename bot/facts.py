"""The plain facts that travel through the house: what was posted, and what was read in it.

No Slack dictionaries, no I/O. Moments are aware. Text is Slack's mrkdwn as events carry it
(`&amp; &lt; &gt;` escaped, `<@U…>`, `<#C…|name>`, `<https://…|label>` for pings and links).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.clock import WorkingHours

Evidence = Literal["structure", "words", "name"]
Stance = Literal["prospect", "advocate", "adversary", "influencer", "unknown"]


PROMISED_FROM = 0.59
"""The score from which words are a promise, of a writer whose answers to offers say nothing else."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that Slack or an app attached to a post: mostly an unfurled link."""

    url: str = ""
    title: str = ""
    text: str = ""
    author: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class MailFile:
    """A mail that was forwarded into a channel as a file."""

    subject: str = ""
    sender: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One message as a reader meets it.

    `at` is when it was written, `hours` the writer's zone and working hours (moments are read in them).
    `by_app` says that an integration wrote it, not a person. `names` are the customers of the directory
    that were found among `understanding.candidate_names(post)`: spelling in the text → customer's name; `homes` has the
    key of the department that they are at home with, if they have one: customer's name → key. `addresses` are those of
    `understanding.candidate_addresses(post)` that are a customer's: address → customer's name.
    `promise_threshold` is from which score on the writer is offered a promise (see `understanding.promise_threshold`).
    `asked` is what somebody said right before a reply that only agrees (see `understanding.agrees`), to its writer.
    """

    text: str
    at: datetime
    hours: WorkingHours = field(default_factory=WorkingHours)
    locale: str = "en-US"
    attachments: tuple[Attachment, ...] = ()
    mails: tuple[MailFile, ...] = ()
    by_app: bool = False
    app_name: str = ""
    names: tuple[tuple[str, str], ...] = ()
    homes: tuple[tuple[str, str], ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    promise_threshold: float = PROMISED_FROM
    asked: str = ""


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """What is to be known of a customer. `norm` is the name's normal form, `aliases` are other names (normal form, as
    written), `addresses` domains, mail addresses and handles in normal form. `home` is a department's id, `owners` are
    ids of people. None, and an empty tuple, say nothing. `id` is set where a customer that exists is meant.
    """

    name: str
    norm: str
    aliases: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()
    tier: str | None = None
    home: str | None = None
    owners: tuple[str, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one field, and how to mend it: words for people."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """What fields of a customer may name: tiers, the highest first; departments as (id, key, name); people."""

    tiers: tuple[str, ...] = ()
    departments: tuple[tuple[str, str, str], ...] = ()
    people: tuple[PersonFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class DepartmentWords:
    """What reading needs to know of a department."""

    key: str
    name: str
    description: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What reading needs to know of a rule that people accepted: `feature` (stems) speaks for the department of that
    key, or against it. `why` is the reason that people read; it is as private as the words it quotes.
    """

    key: str
    feature: str
    speaks_for: bool
    why: str


@dataclass(frozen=True, slots=True)
class Example:
    """One correction: a person said that a mention concerns the department of that key (`is_right`), or does not.

    `features` are stems and pairs of stems, each with the words that it stands for; `channel_id` is where these were
    said, and `audience` who may read them: "open", or the one channel whose members may.
    """

    key: str
    is_right: bool
    features: Mapping[str, str]
    mention_id: str
    by: str
    at: datetime
    audience: str
    channel_id: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A mention's words, the keys of the departments that it is tagged with, and of those that acted on it."""

    words: str
    keys: frozenset[str]
    acted: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundRule:
    """A rule that people's corrections show: `times` mentions, by so many `people`, in these channels."""

    key: str
    feature: str
    words: str
    speaks_for: bool
    audience: str
    times: int
    people: int
    channel_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was read: `kind` for machines, `words` a short phrase for people.

    The words may quote the text (“'refund', 'charged twice'”): they are as private as the text is.
    """

    kind: str
    words: str


NOTHING_SPECIFIC = "a customer speaks; nothing more specific was found"
"""The reason of a department that was only guessed: words that come later may say better whom it concerns."""


@dataclass(frozen=True, slots=True)
class MentionReading:
    """Whether a customer's words are in the post. `quote` is what the customer said, as plain text.

    `url` is the canonical address of the outside post, if there is one; `source` says where it was said,
    for people ("Trustpilot", "a forwarded mail", "a quote"). `customer` is a name of the directory.
    """

    is_mention: bool
    score: float
    evidence: Evidence | None
    reasons: tuple[Reason, ...] = ()
    quote: str = ""
    url: str | None = None
    source: str = ""
    customer: str | None = None


@dataclass(frozen=True, slots=True)
class PromiseReading:
    """Whether the writer commits to an act of their own; `words` is the sentence that does, as plain text.

    `waits_for` has the words of a cause that the promise is bound to ("once the fix is out"): it has no due
    moment then, unless it names one beside.
    """

    is_promise: bool
    score: float
    reasons: tuple[Reason, ...] = ()
    words: str = ""
    waits_for: str = ""


Absence = Literal["", "gone", "leave", "hours"]
"""Why somebody's part is offered to another: no account any more, on leave, or out of hours when it matters."""

EvidenceKind = Literal["link", "words", "mail", "customer"]


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What in a message may show that a promise was kept: a link to a public reply (`url`), or words that say so."""

    kind: Literal["link", "words"]
    url: str | None


@dataclass(frozen=True, slots=True)
class DepartmentReading:
    """How much a department is concerned, 0 to 1; `tagged` is the decision."""

    key: str
    score: float
    reasons: tuple[Reason, ...]
    tagged: bool


@dataclass(frozen=True, slots=True)
class StanceReading:
    """`negative` and `prospect` are scores, 0 to 1."""

    label: Stance
    negative: float
    prospect: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class UrgencyReading:
    is_urgent: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one post. `due` is in the writer's zone, whenever the text names one moment."""

    mention: MentionReading
    promise: PromiseReading
    due: datetime | None
    departments: tuple[DepartmentReading, ...]
    stance: StanceReading
    urgency: UrgencyReading


@dataclass(frozen=True, slots=True)
class Said:
    """Where and by whom something was said. `thread_ts` is the thread's root, the message's own ts outside threads.

    `user_id` is a person's (None for an integration's post); `edited_ts` tells a later state from an earlier one.
    `keys` name the outside post (address, quote), so that the same one posted twice is one mention.
    """

    channel_id: str
    ts: str
    thread_ts: str
    user_id: str | None
    at: datetime
    edited_ts: str | None = None
    keys: tuple[str, ...] = ()

    @property
    def is_reply(self) -> bool:
        return self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What Slack says of a person. `is_away`: their status says that they are on leave, until `away_until` (None: until
    they change it).
    """

    id: str
    name: str
    zone: str | None = None
    locale: str | None = None
    is_bot: bool = False
    is_guest: bool = False
    is_admin: bool = False
    is_deleted: bool = False
    is_stranger: bool = False
    is_away: bool = False
    away_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """What Slack says of a conversation."""

    id: str
    name: str
    is_private: bool = False
    is_direct: bool = False
    is_shared_outside: bool = False
    is_archived: bool = False
    bot_is_in: bool = False


@dataclass(frozen=True, slots=True)
class WorkspaceFacts:
    """What Slack says of the workspace and of the bot in it."""

    team_id: str
    name: str
    url: str
    bot_user_id: str
    bot_id: str | None = None
    app_id: str | None = None


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """A department as `departments.toml` holds it: those of a new workspace, and those of an export. `head`, `people`
    and `on_duty` are ids of people, `channel` and `group` Slack's; None says nothing, and "" that there is none. An
    import without a name or a description leaves those as they are.
    """

    key: str
    name: str
    description: str
    words: tuple[str, ...] | None = None
    head: str | None = None
    people: tuple[str, ...] | None = None
    on_duty: tuple[str, ...] | None = None
    channel: str | None = None
    group: str | None = None
    is_archived: bool | None = None


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A user group of the workspace: `people` are ids."""

    id: str
    name: str
    handle: str = ""
    description: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing is to be said any more, because of `reason`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call to Slack, ready to be made but for the channel: the sender adds it, and the row's metadata."""

    method: str
    arguments: dict[str, object]
