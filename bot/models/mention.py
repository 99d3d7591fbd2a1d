"""A mention: something a customer said, once; where it was seen, whom it concerns, who takes part."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Json, partial_index

MentionState = Literal["new", "owned", "answered", "closed", "dismissed"]
ShareState = Literal["asked", "claimed", "done", "declined"]

# An offer of the lead: the graph in docs/states.md.
LEAD_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "offer": frozenset({(None, "offered")}),
    "accept": frozenset({("offered", "accepted")}),
    "decline": frozenset({("offered", "declined")}),
    "take_back": frozenset({("offered", "taken_back")}),
    "lapse": frozenset({("offered", "lapsed")}),
    "give_back": frozenset({("accepted", "given_back")}),
}

# From where each act of a person may lead: the graph of a share in docs/states.md.
SHARE_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "ask": frozenset({(None, "asked"), ("declined", "asked")}),
    "claim": frozenset({(None, "claimed"), ("asked", "claimed"), ("declined", "claimed"), ("done", "claimed")}),
    "finish": frozenset({("claimed", "done")}),
    "release": frozenset({("asked", "declined"), ("claimed", "declined")}),
}


OPEN = "answered_at IS NULL AND dismissed_at IS NULL"


class Mention(Base):
    """Its state is derived from its facts (see `state_of`), never stored.

    `home_channel_id` and `home_ts` are the thread in which it is dealt with; `card_channel_id` and `card_ts` the
    message that shows it (elsewhere than home where outsiders can read). Quotes stand with the sightings. The sharer
    says that the customer heard back (`heard_back_at`). It waits for a cause while `waits_since` is set (`waits_for` is
    what `waits_by` calls it); once that is fixed, `fix_told_at` is when the customer was told. `check_back_by` wants to
    be asked at `check_back_at` whether it lasted. `quote_by` would like to quote it, and `quote_to` asks the customer.
    """

    __tablename__ = "mention"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    created_at: Mapped[datetime]
    home_channel_id: Mapped[str]
    home_ts: Mapped[str]
    card_channel_id: Mapped[str | None]
    card_ts: Mapped[str | None]
    evidence: Mapped[str]
    source: Mapped[str]
    url: Mapped[str | None]
    customer_id: Mapped[str | None]
    stance: Mapped[str]
    stance_reasons: Mapped[list[str]]
    urgent_reasons: Mapped[list[str]]
    evidence_reasons: Mapped[list[str]]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None]
    dismissed_at: Mapped[datetime | None]
    dismissed_by: Mapped[str | None]
    heard_back_at: Mapped[datetime | None]
    heard_back_by: Mapped[str | None]
    cause_id: Mapped[str | None]
    waits_for: Mapped[str | None]
    waits_by: Mapped[str | None]
    waits_since: Mapped[datetime | None]
    fix_told_at: Mapped[datetime | None]
    check_back_at: Mapped[datetime | None]
    check_back_by: Mapped[str | None]
    quote_state: Mapped[str | None]
    quote_by: Mapped[str | None]
    quote_to: Mapped[str | None]

    __table_args__ = (
        Index("ix_mention_home", "team_id", "home_channel_id", "home_ts"),
        Index("ix_mention_created", "team_id", "created_at", "id"),
        Index("ix_mention_card", "team_id", "card_channel_id", "card_ts"),
        partial_index(
            "ix_mention_customer",
            "team_id",
            "customer_id",
            "id",
            where="customer_id IS NOT NULL",
        ),
        partial_index(
            "ix_mention_cause",
            "team_id",
            "cause_id",
            where="cause_id IS NOT NULL",
        ),
        partial_index(
            "ix_mention_fix_told",
            "team_id",
            "fix_told_at",
            where="fix_told_at IS NOT NULL",
        ),
        # The two columns are always NULL here: without statistics SQLite takes the index of which it can use the most.
        partial_index(
            "ix_mention_open",
            "team_id",
            "answered_at",
            "dismissed_at",
            "home_channel_id",
            where=OPEN,
        ),
        # The same in the order in which they came: a page of them is read without sorting all.
        partial_index(
            "ix_mention_waiting",
            "team_id",
            "answered_at",
            "dismissed_at",
            "id",
            where=OPEN,
        ),
    )

    @property
    def is_praise(self) -> bool:
        """A happy customer's words: they are thanked for, and ask nothing."""
        return self.stance == "advocate" and not self.urgent_reasons


class LeadOffer(Base):
    """The lead of a mention, offered to a teammate: it passes on only when they accept. Unanswered, it lapses at
    `lapses_at`. `why` is set where nobody chose it: whoever leads is on leave, or out of hours (`Absence`), and a
    stand-in is asked; the lead goes back to them when they are at work again.
    """

    __tablename__ = "lead_offer"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str]
    from_id: Mapped[str]
    to_id: Mapped[str]
    note: Mapped[str]
    state: Mapped[str] = mapped_column(String, default="offered")
    created_at: Mapped[datetime]
    lapses_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(String, default="")

    __table_args__ = (
        # One stands at a time.
        partial_index(
            "uq_lead_offer_stands",
            "team_id",
            "mention_id",
            is_unique=True,
            where="state = 'offered'",
        ),
        partial_index(
            "ix_lead_offer_to",
            "team_id",
            "to_id",
            where="state = 'offered'",
        ),
        Index("ix_lead_offer_lapses", "state", "lapses_at"),
        partial_index(
            "ix_lead_offer_stood_in",
            "team_id",
            "from_id",
            where="why <> '' AND state IN ('offered', 'accepted')",
        ),
    )


class Identity(Base):
    """What makes two posts the same mention: a canonical address or a quote, within one audience.

    `key` begins with the audience ("open", or a private channel's id): a place that could not open the first
    thread is never led there.
    """

    __tablename__ = "identity"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    key: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str]


class Sighting(Base):
    """One place where a mention was posted. `thread_ts` is the thread's root (its own ts outside threads). `marks` are
    the reactions that made a mention of it ("who:emoji"), as long as they stand.
    """

    __tablename__ = "sighting"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str]
    channel_id: Mapped[str]
    ts: Mapped[str]
    thread_ts: Mapped[str]
    shared_by: Mapped[str | None]
    shared_at: Mapped[datetime]
    quote: Mapped[str]
    edited_ts: Mapped[str | None]
    deleted_at: Mapped[datetime | None]
    note_ts: Mapped[str | None]
    marks: Mapped[list[str]] = mapped_column(Json, default=list, server_default="[]")

    __table_args__ = (
        UniqueConstraint("team_id", "channel_id", "ts"),
        Index("ix_sighting_mention", "team_id", "mention_id", "id"),
        Index("ix_sighting_thread", "team_id", "channel_id", "thread_ts"),
    )


class Tag(Base):
    """This mention concerns that department because of these reasons; a tag asks, it owns nothing.

    `brought_in_by` is the teammate who tagged it (None: the bot). `asked_id` is the person who was pinged for it,
    `acted_at` when someone of the department claimed a share.
    """

    __tablename__ = "tag"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str] = mapped_column(String, primary_key=True)
    department_id: Mapped[str] = mapped_column(String, primary_key=True)
    position: Mapped[int]
    reasons: Mapped[list[str]]
    brought_in_by: Mapped[str | None]
    asked_id: Mapped[str | None]
    pinged_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    acted_at: Mapped[datetime | None]

    __table_args__ = (
        partial_index(
            "ix_tag_door",
            "team_id",
            "acted_at",
            where="brought_in_by IS NOT NULL",
        ),
    )


class Share(Base):
    """A teammate's part in a mention. The first who claims leads; claims add up. `note` is what they found or did, in
    their own words, for whoever reads the card.
    """

    __tablename__ = "share"

    team_id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_id: Mapped[str] = mapped_column(String, primary_key=True)
    user_id: Mapped[str] = mapped_column(String, primary_key=True)
    department_id: Mapped[str | None]
    state: Mapped[str]
    is_lead: Mapped[bool] = mapped_column(default=False)
    is_muted: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String, default="")
    asked_at: Mapped[datetime | None]
    claimed_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_share_user", "team_id", "user_id", "state"),)


def state_of(mention: Mention, shares: list[Share]) -> MentionState:
    """The state of a mention, derived from its facts."""
    if mention.dismissed_at is not None:
        return "dismissed"
    claimed = [share for share in shares if share.state in {"claimed", "done"}]
    if mention.answered_at is not None:
        return "closed" if claimed and all(share.state == "done" for share in claimed) else "answered"
    return "owned" if claimed else "new"
