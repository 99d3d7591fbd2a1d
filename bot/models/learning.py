"""What people correct, and the rules that come of it: a correction says whom a mention concerns or does not."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Json, partial_index

RuleState = Literal["proposed", "accepted", "declined", "retired"]
Learning = Literal["propose", "at_once", "off"]
EVERYBODY = "open"
"""The audience of words that every teammate could open in Slack, as in identities; others are a channel's id."""
STANDS = "undone_at IS NULL"
TEACHES = "undone_at IS NULL AND channel_id IS NOT NULL"

# The graph of docs/states.md: which act leads from which state to which. None is "not there yet".
RULE_MOVES: dict[str, frozenset[tuple[str | None, str]]] = {
    "propose": frozenset({(None, "proposed")}),
    "accept": frozenset({("proposed", "accepted"), ("declined", "accepted"), ("retired", "accepted")}),
    "decline": frozenset({("proposed", "declined")}),
    "retire": frozenset({("accepted", "retired"), ("proposed", "retired")}),
}


class Correction(Base):
    """A person said that a mention concerns a department (`is_right`: they brought it in) or that it does not (its tag
    was taken off). One stands at a time for each mention and department; `undone_at` ends it.

    `features` are what may be learnt: stems and pairs of stems, in no order, each with the words it stands for; never
    a text. `channel_id` is where these words were said. Both are empty where nothing is learnt, and once the words are
    gone. `position` and `reasons` put a tag back that was taken off.
    """

    __tablename__ = "correction"

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    mention_id: Mapped[str]
    department_id: Mapped[str]
    is_right: Mapped[bool]
    by: Mapped[str]
    at: Mapped[datetime]
    features: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    channel_id: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[list[str]] = mapped_column(Json, default=list)
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None]

    __table_args__ = (
        partial_index(
            "uq_correction_stands",
            "team_id",
            "mention_id",
            "department_id",
            is_unique=True,
            where=STANDS,
        ),
        partial_index(
            "ix_correction_teaches",
            "team_id",
            "id",
            where=TEACHES,
        ),
    )


class TagRule(Base):
    """Words that speak for a department (`speaks_for`) or against it, as people's corrections showed: `times` mentions,
    by so many `people`. It weighs in reading only while it is accepted.

    `feature` are the stems, `words` what people read; who could open one of `channel_ids`, in which they were said, may
    read them. `audience` is for whom it was found: "open", or the one private channel. `asked_id` is who was asked.
    """

    __tablename__ = "tag_rule"

    team_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    department_id: Mapped[str]
    feature: Mapped[str]
    words: Mapped[str]
    speaks_for: Mapped[bool]
    audience: Mapped[str]
    channel_ids: Mapped[list[str]]
    times: Mapped[int]
    people: Mapped[int]
    state: Mapped[str]
    asked_id: Mapped[str]
    proposed_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("team_id", "department_id", "feature", "speaks_for", "audience", name="uq_tag_rule_once"),
    )
