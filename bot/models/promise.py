"""A promise: a reply or act owed to a customer. And a hand-off: one that is offered to a colleague."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Json, partial_index

PromiseState = Literal["requested", "offered", "open", "kept", "withdrawn", "declined", "expired"]

# The graph of docs/states.md: which act leads from which state to which. None is "not there yet".
PROMISE_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "offer": frozenset({(None, "offered"), ("declined", "offered"), ("expired", "offered")}),
    "make": frozenset({(None, "open")}),
    "track": frozenset({("offered", "open"), ("requested", "open")}),
    "decline": frozenset({("offered", "declined"), ("requested", "declined")}),
    "ask": frozenset(
        {(None, "requested"), ("offered", "requested"), ("declined", "requested"), ("expired", "requested")}
    ),
    "counter": frozenset({("requested", "requested")}),
    "agree": frozenset({("requested", "open")}),
    "take_back": frozenset({("requested", "expired")}),
    "reconsider": frozenset({("declined", "requested"), ("expired", "requested")}),
    "expire": frozenset({("offered", "expired"), ("requested", "expired")}),
    "move": frozenset({("open", "open")}),
    "keep": frozenset({("open", "kept")}),
    "withdraw": frozenset({("open", "withdrawn")}),
    "reopen": frozenset({("kept", "open"), ("withdrawn", "open")}),
}
# The graph of docs/states.md for hand-offs.
HAND_OFF_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "offer": frozenset({(None, "offered")}),
    "take_over": frozenset({(None, "accepted")}),
    "accept": frozenset({("offered", "accepted")}),
    "decline": frozenset({("offered", "declined")}),
    "take_back": frozenset({("offered", "taken_back")}),
    "lapse": frozenset({("offered", "lapsed")}),
}
SETTLED = frozenset({"kept", "withdrawn", "declined", "expired"})


class Promise(Base):
    """`words` is the promising sentence (until the offer ends unaccepted). `due_at` is the moment; `due_wall` and
    `due_zone` are what the promiser meant, for zones whose rules change. `missed_at` is a fact beside the state:
    kept after it counts as late. `told_at` is when the promiser was told of a miss, `head_hears_at` what was said.
    `head_muted_id` is a head who wants to hear of it no more. `marks` are the promiser's ✅ that stand on it or on
    its nudges, as channel:ts:name; those of whoever had it before begin with their id and "|". `asked_by_id` asked
    for it (at `asked_at`), if anybody did; `counter_at` is the other moment that the asked person proposes, until
    the asker answers. `at_risk_at` is when the promiser said that it may be late, and `at_risk_why` why.
    `said_due_at` is the moment that its message names, `is_read` whether that reads as a promise (None where
    `words` are not the message's), `edited_ts` its last edit that was followed. `waits_for` names the cause that
    its words are bound to, if they name one: once it is tracked, its mention waits for that.
    """

    __tablename__ = "promise"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str | None]
    user_id: Mapped[str]
    state: Mapped[str]
    words: Mapped[str]
    channel_id: Mapped[str | None]
    ts: Mapped[str | None]
    thread_ts: Mapped[str | None]
    due_at: Mapped[datetime | None]
    due_wall: Mapped[str | None]
    due_zone: Mapped[str | None]
    created_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    missed_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    head_hears_at: Mapped[datetime | None]
    muted_at: Mapped[datetime | None]
    head_muted_id: Mapped[str | None]
    ended_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    marks: Mapped[list[str]] = mapped_column(Json, default=list)
    asked_by_id: Mapped[str | None]
    asked_at: Mapped[datetime | None]
    counter_at: Mapped[datetime | None]
    at_risk_at: Mapped[datetime | None]
    at_risk_why: Mapped[str | None]
    said_due_at: Mapped[datetime | None]
    is_read: Mapped[bool | None]
    edited_ts: Mapped[str | None]
    waits_for: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("team_id", "channel_id", "ts"),
        Index("ix_promise_user", "team_id", "user_id", "state"),
        Index("ix_promise_mention", "team_id", "mention_id"),
        Index("ix_promise_due", "team_id", "state", "due_at"),
        Index("ix_promise_expires", "state", "expires_at"),
        Index("ix_promise_ended", "team_id", "state", "ended_at"),
        partial_index(
            "ix_promise_asked",
            "team_id",
            "asked_by_id",
            "state",
            where="asked_by_id IS NOT NULL",
        ),
    )

    @property
    def own_marks(self) -> list[str]:
        """The ✅ of whoever has it now."""
        return [one for one in self.marks if "|" not in one]

    def pass_on_to(self, user_id: str) -> None:
        """It is another's: a ✅ that stands there is not theirs, but whose it was it is again when it comes back."""
        named = [one if "|" in one else f"{self.user_id}|{one}" for one in self.marks]
        self.marks = [one.removeprefix(f"{user_id}|") for one in named]
        self.user_id = user_id

    @property
    def was_late(self) -> bool:
        """Kept, but after it was due."""
        return self.state == "kept" and self.missed_at is not None


# The graph of docs/states.md for evidence of keeping.
EVIDENCE_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "offer": frozenset({(None, "offered")}),
    "count": frozenset({("offered", "counted"), ("refused", "counted")}),
    "refuse": frozenset({("offered", "refused"), ("counted", "refused")}),
    "lapse": frozenset({("offered", "lapsed")}),
}
OFFERED = "state = 'offered'"


class Evidence(Base):
    """What may show that a promise was kept: a message at a place, by its kind (`EvidenceKind`); `url` is where a link
    in it leads. Its promiser counts it, or says *Not yet*. Once its message is deleted it has no place any more.
    """

    __tablename__ = "evidence"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    promise_id: Mapped[str]
    kind: Mapped[str]
    channel_id: Mapped[str | None]
    ts: Mapped[str | None]
    thread_ts: Mapped[str | None]
    url: Mapped[str | None]
    state: Mapped[str]
    found_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("team_id", "promise_id", "channel_id", "ts"),
        # One question about a promise at a time.
        partial_index(
            "uq_evidence_offered",
            "team_id",
            "promise_id",
            is_unique=True,
            where=OFFERED,
        ),
        Index("ix_evidence_at", "team_id", "channel_id", "ts"),
    )


class HandOff(Base):
    """A promise offered to a colleague, who accepts or declines it; until then it stays where it is. `why` is set where
    its promiser did not ask: they are gone, on leave, or out of hours (`Absence`); `told_at` is when they, back at
    work, heard of it.
    """

    __tablename__ = "hand_off"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    promise_id: Mapped[str]
    from_id: Mapped[str]
    to_id: Mapped[str]
    note: Mapped[str]
    state: Mapped[str] = mapped_column(String, default="offered")
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(String, default="")
    told_at: Mapped[datetime | None]

    __table_args__ = (
        partial_index(
            "ix_hand_off_untold",
            "team_id",
            "from_id",
            where="why <> '' AND told_at IS NULL",
        ),
        Index("ix_hand_off_promise", "team_id", "promise_id"),
        Index("ix_hand_off_to", "team_id", "to_id", "state"),
    )
