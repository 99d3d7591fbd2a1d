"""The first tables.

Revision ID: 0001
Revises: nothing
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.database import Json, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_absence()
    _create_alias()
    _create_channel()
    _create_channel_reminder()
    _create_customer()
    _create_department()
    _create_department_member()
    _create_digest()
    _create_entry()
    _create_hand_off()
    _create_identity()
    _create_inbox()
    _create_lane()
    _create_membership()
    _create_mention()
    _create_outbox()
    _create_pace()
    _create_presence()
    _create_promise()
    _create_share()
    _create_sighting()
    _create_slot()
    _create_tag()
    _create_teammate()
    _create_watermark()
    _create_workspace()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


TABLES = (
    "absence",
    "alias",
    "channel",
    "channel_reminder",
    "customer",
    "department",
    "department_member",
    "digest",
    "entry",
    "hand_off",
    "identity",
    "inbox",
    "lane",
    "membership",
    "mention",
    "outbox",
    "pace",
    "presence",
    "promise",
    "share",
    "sighting",
    "slot",
    "tag",
    "teammate",
    "watermark",
    "workspace",
)


def _create_absence() -> None:
    op.create_table(
        "absence",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("began_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("promises", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(
            "ix_absence_open",
            ["team_id"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )


def _create_alias() -> None:
    op.create_table(
        "alias",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("norm", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "norm", name=op.f("pk_alias")),
    )


def _create_channel() -> None:
    op.create_table(
        "channel",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("is_direct", sa.Boolean(), nullable=False),
        sa.Column("is_shared_outside", sa.Boolean(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("bot_is_in", sa.Boolean(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("promises_off", sa.Boolean(), nullable=False),
        sa.Column("reminders_off", sa.Boolean(), nullable=False),
        sa.Column("welcomed_at", UTCDateTime(), nullable=True),
        sa.Column("members_at", UTCDateTime(), nullable=True),
        sa.Column("fetched_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_channel")),
    )


def _create_channel_reminder() -> None:
    op.create_table(
        "channel_reminder",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("subjects", Json, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "channel_id", "day", name=op.f("pk_channel_reminder")),
    )


def _create_customer() -> None:
    op.create_table(
        "customer",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tier", sa.String(), nullable=True),
        sa.Column("home_department_id", sa.String(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_customer")),
    )


def _create_department() -> None:
    op.create_table(
        "department",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("words", Json, nullable=False),
        sa.Column("head_id", sa.String(), nullable=True),
        sa.Column("on_duty_id", sa.String(), nullable=True),
        sa.Column("group_id", sa.String(), nullable=True),
        sa.Column("channel_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_department")),
        sa.UniqueConstraint("team_id", "key", name=op.f("uq_department_team_id_key")),
    )


def _create_department_member() -> None:
    op.create_table(
        "department_member",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("department_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "department_id", "user_id", name=op.f("pk_department_member")),
    )


def _create_digest() -> None:
    op.create_table(
        "digest",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("week_end", UTCDateTime(), nullable=False),
        sa.Column("queued_at", UTCDateTime(), nullable=False),
        sa.Column("ts", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "week_end", name=op.f("pk_digest")),
    )


def _create_entry() -> None:
    op.create_table(
        "entry",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_entry")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index("ix_entry_subject", ["team_id", "subject_id"], unique=False)


def _create_hand_off() -> None:
    op.create_table(
        "hand_off",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("promise_id", sa.String(), nullable=False),
        sa.Column("from_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_hand_off")),
    )
    with op.batch_alter_table("hand_off", schema=None) as batch_op:
        batch_op.create_index("ix_hand_off_promise", ["team_id", "promise_id"], unique=False)
        batch_op.create_index("ix_hand_off_to", ["team_id", "to_id", "state"], unique=False)


def _create_identity() -> None:
    op.create_table(
        "identity",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "key", name=op.f("pk_identity")),
    )


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("lane_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("message_key", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("payload", Json, nullable=True),
        sa.Column("received_at", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failing_since", UTCDateTime(), nullable=True),
        sa.Column("next_at", UTCDateTime(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("edited_ts", sa.String(), nullable=True),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("team_id", "event_id", name=op.f("uq_inbox_team_id_event_id")),
        sa.UniqueConstraint("team_id", "message_key", name=op.f("uq_inbox_team_id_message_key")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_inbox_waiting",
            ["team_id", "lane_id", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index(
            "ix_inbox_done",
            ["state", "done_at"],
            unique=False,
            sqlite_where=sa.text("done_at IS NOT NULL"),
            postgresql_where=sa.text("done_at IS NOT NULL"),
        )


def _create_lane() -> None:
    op.create_table(
        "lane",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("box", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ready_at", UTCDateTime(), nullable=True),
        sa.Column("next_at", UTCDateTime(), nullable=True),
        sa.Column("taken_by", sa.String(), nullable=True),
        sa.Column("taken_until", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "box", "id", name=op.f("pk_lane")),
    )
    with op.batch_alter_table("lane", schema=None) as batch_op:
        batch_op.create_index(
            "ix_lane_ready",
            ["box", "ready_at"],
            unique=False,
            sqlite_where=sa.text("ready_at IS NOT NULL"),
            postgresql_where=sa.text("ready_at IS NOT NULL"),
        )


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "channel_id", "user_id", name=op.f("pk_membership")),
    )


def _create_mention() -> None:
    op.create_table(
        "mention",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("home_channel_id", sa.String(), nullable=False),
        sa.Column("home_ts", sa.String(), nullable=False),
        sa.Column("card_channel_id", sa.String(), nullable=True),
        sa.Column("card_ts", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("customer_id", sa.String(), nullable=True),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("stance_reasons", Json, nullable=False),
        sa.Column("urgent_reasons", Json, nullable=False),
        sa.Column("evidence_reasons", Json, nullable=False),
        sa.Column("answered_at", UTCDateTime(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("dismissed_at", UTCDateTime(), nullable=True),
        sa.Column("dismissed_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_mention")),
    )
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.create_index("ix_mention_created", ["team_id", "created_at", "id"], unique=False)
        batch_op.create_index("ix_mention_home", ["team_id", "home_channel_id", "home_ts"], unique=False)
        batch_op.create_index("ix_mention_card", ["team_id", "card_channel_id", "card_ts"], unique=False)
        batch_op.create_index(
            "ix_mention_customer",
            ["team_id", "customer_id", "id"],
            unique=False,
            sqlite_where=sa.text("customer_id IS NOT NULL"),
            postgresql_where=sa.text("customer_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_mention_open",
            ["team_id", "answered_at", "dismissed_at", "home_channel_id"],
            unique=False,
            sqlite_where=sa.text("answered_at IS NULL AND dismissed_at IS NULL"),
            postgresql_where=sa.text("answered_at IS NULL AND dismissed_at IS NULL"),
        )


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("lane_id", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=True),
        sa.Column("slot_id", sa.String(), nullable=True),
        sa.Column("details", Json, nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("not_before", UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failing_since", UTCDateTime(), nullable=True),
        sa.Column("started_at", UTCDateTime(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("channel_id", sa.String(), nullable=True),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_outbox")),
    )
    _index_outbox()


def _index_outbox() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_subject", ["team_id", "subject_id"], unique=False)
        batch_op.create_index(
            "ix_outbox_unsent",
            ["team_id", "lane_id", "id"],
            unique=False,
            sqlite_where=sa.text("state IN ('waiting', 'started', 'uncertain')"),
            postgresql_where=sa.text("state IN ('waiting', 'started', 'uncertain')"),
        )
        batch_op.create_index(
            "uq_outbox_waiting_key",
            ["team_id", "key"],
            unique=True,
            sqlite_where=sa.text("state = 'waiting' AND key IS NOT NULL"),
            postgresql_where=sa.text("state = 'waiting' AND key IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_outbox_failed",
            ["team_id", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )
        batch_op.create_index(
            "ix_outbox_merged",
            ["team_id", "ended_at"],
            unique=False,
            sqlite_where=sa.text("purpose = 'nudge' AND subject_id IS NULL"),
            postgresql_where=sa.text("purpose = 'nudge' AND subject_id IS NULL"),
        )
        batch_op.create_index(
            "ix_outbox_said",
            ["team_id", "channel_id", "ts"],
            unique=False,
            sqlite_where=sa.text("ts IS NOT NULL"),
            postgresql_where=sa.text("ts IS NOT NULL"),
        )


def _create_pace() -> None:
    op.create_table(
        "pace",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("blocked_until", UTCDateTime(), nullable=False),
        sa.Column("silent_since", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "method", name=op.f("pk_pace")),
    )


def _create_presence() -> None:
    op.create_table(
        "presence",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("listened_at", UTCDateTime(), nullable=False),
        sa.Column("silent_at", UTCDateTime(), nullable=False),
        sa.Column("pass_at", UTCDateTime(), nullable=True),
        sa.Column("pass_due_at", UTCDateTime(), nullable=False),
        sa.Column("alarm_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_presence")),
    )


def _create_promise() -> None:
    op.create_table(
        "promise",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=True),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=True),
        sa.Column("ts", sa.String(), nullable=True),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("due_at", UTCDateTime(), nullable=True),
        sa.Column("due_wall", sa.String(), nullable=True),
        sa.Column("due_zone", sa.String(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("reminded_at", UTCDateTime(), nullable=True),
        sa.Column("expires_at", UTCDateTime(), nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=True),
        sa.Column("missed_at", UTCDateTime(), nullable=True),
        sa.Column("told_at", UTCDateTime(), nullable=True),
        sa.Column("head_hears_at", UTCDateTime(), nullable=True),
        sa.Column("muted_at", UTCDateTime(), nullable=True),
        sa.Column("head_muted_id", sa.String(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("marks", Json, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_promise")),
        sa.UniqueConstraint("team_id", "channel_id", "ts", name=op.f("uq_promise_team_id_channel_id_ts")),
    )
    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.create_index("ix_promise_due", ["team_id", "state", "due_at"], unique=False)
        batch_op.create_index("ix_promise_expires", ["state", "expires_at"], unique=False)
        batch_op.create_index("ix_promise_mention", ["team_id", "mention_id"], unique=False)
        batch_op.create_index("ix_promise_user", ["team_id", "user_id", "state"], unique=False)
        batch_op.create_index("ix_promise_ended", ["team_id", "state", "ended_at"], unique=False)


def _create_share() -> None:
    op.create_table(
        "share",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("department_id", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("is_lead", sa.Boolean(), nullable=False),
        sa.Column("is_muted", sa.Boolean(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=True),
        sa.Column("claimed_at", UTCDateTime(), nullable=True),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "mention_id", "user_id", name=op.f("pk_share")),
    )
    with op.batch_alter_table("share", schema=None) as batch_op:
        batch_op.create_index("ix_share_user", ["team_id", "user_id", "state"], unique=False)


def _create_sighting() -> None:
    op.create_table(
        "sighting",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("ts", sa.String(), nullable=False),
        sa.Column("thread_ts", sa.String(), nullable=False),
        sa.Column("shared_by", sa.String(), nullable=True),
        sa.Column("shared_at", UTCDateTime(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("edited_ts", sa.String(), nullable=True),
        sa.Column("deleted_at", UTCDateTime(), nullable=True),
        sa.Column("note_ts", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_sighting")),
        sa.UniqueConstraint("team_id", "channel_id", "ts", name=op.f("uq_sighting_team_id_channel_id_ts")),
    )
    with op.batch_alter_table("sighting", schema=None) as batch_op:
        batch_op.create_index("ix_sighting_mention", ["team_id", "mention_id", "id"], unique=False)
        batch_op.create_index("ix_sighting_thread", ["team_id", "channel_id", "thread_ts"], unique=False)


def _create_slot() -> None:
    op.create_table(
        "slot",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("which", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("fire_at", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_slot")),
    )
    with op.batch_alter_table("slot", schema=None) as batch_op:
        batch_op.create_index(
            "uq_slot_once",
            ["team_id", "subject_id", "due_at", "which", "person_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'skipped'"),
            postgresql_where=sa.text("state <> 'skipped'"),
        )
        batch_op.create_index(
            "ix_slot_due",
            ["fire_at"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )


def _create_tag() -> None:
    op.create_table(
        "tag",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("department_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reasons", Json, nullable=False),
        sa.Column("brought_in_by", sa.String(), nullable=True),
        sa.Column("asked_id", sa.String(), nullable=True),
        sa.Column("pinged_at", UTCDateTime(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("acted_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "mention_id", "department_id", name=op.f("pk_tag")),
    )
    with op.batch_alter_table("tag", schema=None) as batch_op:
        batch_op.create_index(
            "ix_tag_door",
            ["team_id", "acted_at"],
            unique=False,
            sqlite_where=sa.text("brought_in_by IS NOT NULL"),
            postgresql_where=sa.text("brought_in_by IS NOT NULL"),
        )


def _create_teammate() -> None:
    op.create_table(
        "teammate",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("locale", sa.String(), nullable=True),
        sa.Column("is_bot", sa.Boolean(), nullable=False),
        sa.Column("is_guest", sa.Boolean(), nullable=False),
        sa.Column("is_admin", sa.Boolean(), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("is_stranger", sa.Boolean(), nullable=False),
        sa.Column("dm_channel_id", sa.String(), nullable=True),
        sa.Column("work_start", sa.Time(), nullable=True),
        sa.Column("work_end", sa.Time(), nullable=True),
        sa.Column("work_days", sa.String(), nullable=True),
        sa.Column("promises_off", sa.Boolean(), nullable=False),
        sa.Column("share_offers_off", sa.Boolean(), nullable=False),
        sa.Column("share_offered_at", UTCDateTime(), nullable=True),
        sa.Column("fetched_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_teammate")),
    )
    with op.batch_alter_table("teammate", schema=None) as batch_op:
        batch_op.create_index(
            "ix_teammate_outside",
            ["team_id", "id"],
            unique=False,
            sqlite_where=sa.text("is_guest = 1 OR is_stranger = 1"),
            postgresql_where=sa.text("is_guest OR is_stranger"),
        )


def _create_watermark() -> None:
    op.create_table(
        "watermark",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("thread_ts", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("read_until", sa.String(), nullable=False),
        sa.Column("top", sa.String(), nullable=True),
        sa.Column("reached", sa.String(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("wanted_at", UTCDateTime(), nullable=True),
        sa.Column("read_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "channel_id", "thread_ts", name=op.f("pk_watermark")),
    )
    with op.batch_alter_table("watermark", schema=None) as batch_op:
        batch_op.create_index(
            "ix_watermark_wanted",
            ["team_id", "rank", "wanted_at"],
            unique=False,
            sqlite_where=sa.text("wanted_at IS NOT NULL"),
            postgresql_where=sa.text("wanted_at IS NOT NULL"),
        )


def _create_workspace() -> None:
    op.create_table(
        "workspace",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("app_id", sa.String(), nullable=True),
        sa.Column("bot_user_id", sa.String(), nullable=False),
        sa.Column("bot_id", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("work_start", sa.Time(), nullable=False),
        sa.Column("work_end", sa.Time(), nullable=False),
        sa.Column("work_days", sa.String(), nullable=False),
        sa.Column("digest_channel_id", sa.String(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_workspace")),
    )
