"""What the digest, departments, rules and the setup show: see `views` for what holds of all views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.messages.views import MentionLine, PromiseView

Learning = Literal["propose", "at_once", "off"]
ChannelMode = Literal["careful", "eager", "off"]
RuleState = Literal["proposed", "accepted", "declined", "retired"]


@dataclass(frozen=True, slots=True)
class DoorView:
    """A teammate brought a department in, and it acted."""

    user_id: str
    department: str
    link: str | None


@dataclass(frozen=True, slots=True)
class DigestView:
    """A week of shared ownership, for the readers of one channel. `told` are mentions whose customers heard of a fix.

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
    told: tuple[MentionLine, ...] = ()

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
class SetupRow:
    """One section of the setup: its `key`, and what holds there just now, in a line."""

    key: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class SetupView:
    """What `/ours setup` shows: this channel's choices, and the sections that its reader may change. `asks` is an
    admin, where the reader is none.
    """

    channel_id: str | None
    channel_name: str
    channel_mode: Literal["careful", "eager", "off"]
    channel_promises: bool
    channel_reminders: bool = True
    channel_intake: bool = False
    rows: tuple[SetupRow, ...] = ()
    asks: str | None = None


@dataclass(frozen=True, slots=True)
class HoursView:
    """When a workspace works: `days` are 0 (Monday) to 6, `holidays` a calendar, `holidays_name` as people call it."""

    zone: str
    start: str
    end: str
    days: tuple[int, ...]
    holidays: str
    holidays_name: str


@dataclass(frozen=True, slots=True)
class DepartmentPage:
    """Some of the departments, for whoever sets them up: page `page` (from 0) of `pages`. `has_groups`: there
    are user groups to make them of.
    """

    departments: tuple[DepartmentView, ...]
    page: int
    pages: int
    total: int
    is_archive: bool = False
    archived: int = 0
    has_groups: bool = True


@dataclass(frozen=True, slots=True)
class DepartmentSheet:
    """All that the form of a department shows. `words` is None where they are too many for it, `people` where they are;
    `may_edit` says whether the reader may change what it is, `may_archive` whether they may archive it.
    """

    view: DepartmentView
    words: str | None
    people: tuple[str, ...] | None
    is_archived: bool = False
    may_edit: bool = False
    may_archive: bool = False


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A user group that is no department yet. `becomes` is the department that gets its people, if there is one."""

    id: str
    name: str
    people: int
    becomes: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel that the bot is in, and how it reads there."""

    id: str
    mode: Literal["careful", "eager", "off"]


@dataclass(frozen=True, slots=True)
class ChannelPage:
    channels: tuple[ChannelLine, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What an import would do with one department: `what` changes, in words; nothing where it stays as it is."""

    name: str
    act: Literal["create", "change", "keep"]
    what: tuple[str, ...] = ()


Role = Literal["guest", "teammate", "head", "admin"]


@dataclass(frozen=True, slots=True)
class HelpView:
    """What fits the moment for whoever asks for help: nobody answers for any department yet; the bot is not in this
    channel; how much is open here; how many promises and offers of theirs wait; whose channel it is. `is_guess`: their
    words were not understood, and `nearest` is the subcommand that they came near, if any.

    `role` is what they are here; `own` a department that they are in, `headed` one that they head, `other` one that
    they could join, each by its key. `is_set_up`: somebody has set up the workspace.
    """

    nobody_answers: bool = False
    is_absent: bool = False
    open_here: int = 0
    promises: int = 0
    offers: int = 0
    customer: str = ""
    is_guess: bool = False
    nearest: str = ""
    role: Role = "teammate"
    own: str = ""
    headed: str = ""
    other: str = "finance"
    is_set_up: bool = True


@dataclass(frozen=True, slots=True)
class IntakeView:
    """What a customer said, from a form or from a listening tool (`is_tool`), which `by` names."""

    by: str
    is_tool: bool
    words: str
    author: str = ""
    customer: str = ""
    url: str = ""
    source: str = ""
    at: datetime | None = None
    zone: str = "UTC"
