"""What nudges and reminders show: see `views` for what holds of all views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.facts import Absence
from bot.messages.views import MentionLine, PromiseView

NudgedAs = Literal["asked", "sharer", "head"]


@dataclass(frozen=True, slots=True)
class NudgeView:
    """A nudge on a promise, to its promiser. `head` and `head_hears_at` are said when it was missed; an escalation
    tells a head as whose head they hear, and when (`told_at`) the promiser heard that it would come, or why they
    could not (`absence`). `instead_of` is the head in whose place they hear, who is on leave.
    """

    promise: PromiseView
    now: datetime
    head: str | None = None
    head_hears_at: datetime | None = None
    head_of: str = ""
    head_of_key: str = ""
    told_at: datetime | None = None
    which: Literal["before", "missed", "head", "risk", "evidence"] = "before"
    absence: Absence = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class UnclaimedView:
    """A nudge on a mention that nobody has claimed, to somebody of that department; `instead_of` as in `NudgeView`."""

    line: MentionLine
    department: str
    role: NudgedAs
    now: datetime
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class LoopView:
    """What a mention waited for (`cause`) is fixed, says `by`; or somebody (`is_asker`: the reader) wanted to be asked
    whether it lasted.
    """

    line: MentionLine
    which: Literal["fixed", "check_back"]
    now: datetime
    customer: str = ""
    cause: str = ""
    cause_id: str = ""
    by: str | None = None
    is_asker: bool = True


@dataclass(frozen=True, slots=True)
class NudgesView:
    """All that one person is nudged about in one message; what needs them most comes first. Offers that are not
    answered lapse at `lapse_at`.
    """

    now: datetime
    zone: str
    nudges: tuple[NudgeView | UnclaimedView | LoopView, ...]
    offers: tuple[PromiseView, ...]
    lapse_at: datetime


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
