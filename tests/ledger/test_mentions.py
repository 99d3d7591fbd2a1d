"""Mentions: once, however often they are posted; owners add up; every act has its reverse."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.database import Scope
from bot.errors import MentionGone, NotAllowed
from bot.ledger import departments, entries, mention_views, mentions, people, shares, sightings, tags, views
from bot.ledger.visibility import Audience
from bot.models import Mention, Share, Sighting, Tag
from bot.models.mention import state_of
from tests.support.world import (
    ANN,
    BEN,
    BOT,
    CAT,
    CHANNELS,
    CONNECT,
    DAN,
    EVA,
    GONE,
    GUEST,
    OPEN,
    PRIVATE,
    SECOND,
    World,
    reading,
)

URL = ("url:https://reviews.example/1",)


def all_of(world: World, kind: type[Mention] | type[Sighting] | type[Tag]) -> int:
    return len(world.run(lambda scope: scope.session.execute(select(kind)).scalars().all()))


def state(world: World, mention_id: str) -> str:
    return world.run(lambda scope: state_of(mentions.get(scope, mention_id), shares.of_mention(scope, mention_id)))


def owners(world: World, mention_id: str) -> list[tuple[str, str, bool]]:
    found = world.run(shares.of_mention, mention_id)
    return [(share.user_id, share.state, share.is_lead) for share in found]


def acts(world: World, subject_id: str) -> list[str]:
    return [entry.act for entry in world.run(entries.history, subject_id)]


# Sightings


def test_the_same_outside_post_twice_is_one_mention_with_two_sightings_and_a_note(world: World) -> None:
    first, second = world.share(OPEN, keys=URL), world.share(SECOND, BEN, keys=URL)
    assert (second.mention_id, second.is_new) == (first.mention_id, False)
    assert (all_of(world, Mention), all_of(world, Sighting)) == (1, 2)
    (note,) = world.rows("sighting_note")
    assert note.lane_id == SECOND
    assert "share_again" in acts(world, first.mention_id)


def test_the_card_shows_where_else_it_was_posted(world: World) -> None:
    first = world.share(OPEN, keys=URL)
    world.send()
    world.share(SECOND, BEN, keys=URL)
    assert [row.lane_id for row in world.rows("card")] == [OPEN]
    assert len(world.run(lambda s: views.card(s, mentions.get(s, first.mention_id))).also_at) == 1


def test_the_same_message_read_twice_changes_nothing(world: World) -> None:
    said = world.said()
    twice = [world.run(sightings.record, said, reading(), ANN) for _ in range(2)]
    assert [one.is_new for one in twice] == [True, False]
    assert all_of(world, Sighting) == 1


def test_posts_without_anything_in_common_are_mentions_of_their_own(world: World) -> None:
    assert world.share(keys=("url:1",)).mention_id != world.share(keys=("url:2",)).mention_id


def test_two_workers_who_read_the_same_post_at_once_make_one_mention(world: World) -> None:
    found = world.at_once(*(lambda channel=channel: world.share(channel, keys=URL) for channel in (OPEN, SECOND) * 3))
    assert len({one.mention_id for one in found}) == 1
    assert [one.is_new for one in found].count(True) == 1
    assert (all_of(world, Mention), all_of(world, Sighting)) == (1, 6)


def test_private_first_then_public_are_separate(world: World) -> None:
    private, public = world.share(PRIVATE, keys=URL), world.share(OPEN, CAT, keys=URL)
    assert private.mention_id != public.mention_id
    assert world.rows("sighting_note") == []
    assert world.share(SECOND, keys=URL).mention_id == public.mention_id
    assert world.share(PRIVATE, keys=URL).mention_id == private.mention_id


def test_public_first_then_private_are_one(world: World) -> None:
    public = world.share(OPEN, keys=URL)
    assert world.share(PRIVATE, keys=URL).mention_id == public.mention_id
    assert [row.lane_id for row in world.rows("sighting_note")] == [PRIVATE]


def test_where_outsiders_read_a_post_is_never_one_with_ours(world: World) -> None:
    inside, outside = world.share(OPEN, keys=URL), world.share(CONNECT, keys=URL)
    assert inside.mention_id != outside.mention_id
    assert CONNECT not in {row.lane_id for row in world.rows()}


def test_a_channel_that_became_private_keeps_its_mention_to_itself(world: World) -> None:
    before = world.share(SECOND, keys=URL)
    facts, members = CHANNELS[PRIVATE]
    now_private = facts.__class__(SECOND, "product", is_private=True, bot_is_in=True)
    world.run(people.remember_channel, now_private)
    world.run(people.remember_members, SECOND, members)
    after = world.share(OPEN, CAT, keys=URL)
    assert after.is_new
    assert after.mention_id != before.mention_id
    assert world.share(OPEN, keys=URL).mention_id == after.mention_id


def test_not_the_same_gives_the_sighting_a_mention_of_its_own(world: World) -> None:
    world.join("product", DAN)
    first, _ = world.share(OPEN, keys=URL), world.share(SECOND, BEN, keys=URL)
    seen = world.run(lambda s: s.session.execute(select(Sighting).where(Sighting.channel_id == SECOND)).scalar_one())
    world.send()
    split = world.run(sightings.split, seen.id, BEN)
    assert split != first.mention_id
    assert world.mention(split).home_channel_id == SECOND
    assert {row.subject_id for row in world.rows("card")} == {split, first.mention_id}
    assert owners(world, split) == [(DAN, "asked", False)]
    assert acts(world, split) == ["split"]
    assert world.run(sightings.split, seen.id, BEN) == split, "a second click changes nothing"


# Edits and deletions


def edited(world: World, ts: str, version: str, quote: str, *concerned: str) -> None:
    world.run(sightings.record, world.said(ts=ts, edited_ts=version), reading(quote, concerned or ("product",)), ANN)


def quote(world: World, mention_id: str) -> str:
    return world.run(lambda scope: views.card(scope, mentions.get(scope, mention_id))).quote


def test_newer_words_replace_older_and_departments_add_up(world: World) -> None:
    said = world.said()
    mention_id = world.run(sightings.record, said, reading("old"), ANN).mention_id
    edited(world, said.ts, "20.0", "newest", "finance")
    edited(world, said.ts, "10.0", "older, but late")
    assert quote(world, mention_id) == "newest"
    names = [tag.name for tag in world.run(lambda s: views.card(s, mentions.get(s, mention_id))).tags]
    assert names == ["Product", "Finance"]


def test_a_deleted_post_takes_its_words_along(world: World) -> None:
    said = world.said()
    mention_id = world.run(sightings.record, said, reading("secret"), ANN).mention_id
    for _ in range(2):
        world.run(sightings.deleted, said.channel_id, said.ts)
    assert state(world, mention_id) == "dismissed"
    assert quote(world, mention_id) == ""
    assert acts(world, mention_id).count("delete_sighting") == 1


def test_a_mention_that_stands_elsewhere_survives_a_deletion(world: World) -> None:
    said = world.said(keys=URL)
    mention_id = world.run(sightings.record, said, reading(), ANN).mention_id
    world.share(SECOND, keys=URL)
    world.run(sightings.deleted, said.channel_id, said.ts)
    assert state(world, mention_id) == "new"


def test_deleted_here_and_posted_there_is_a_mention_anew(world: World) -> None:
    said = world.said(keys=URL)
    world.run(sightings.record, said, reading(), ANN)
    world.run(sightings.deleted, said.channel_id, said.ts)
    again = world.share(SECOND, keys=URL)
    assert again.is_new
    assert state(world, again.mention_id) == "new"


# Claims


def test_claims_add_up_and_the_first_one_leads(world: World) -> None:
    mention_id = world.share().mention_id
    for user in (BEN, ANN, CAT):
        world.later(minutes=1)
        assert world.claim(mention_id, user)
    assert not world.claim(mention_id, ANN), "they have it already"
    assert owners(world, mention_id) == [
        (BEN, "claimed", True),
        (ANN, "claimed", False),
        (CAT, "claimed", False),
    ]
    assert acts(world, mention_id).count("claim") == 3


def test_when_all_claim_at_the_same_instant_exactly_one_leads(world: World) -> None:
    mention_id = world.share().mention_id
    world.at_once(*(lambda user=user: world.claim(mention_id, user) for user in (ANN, BEN, CAT, DAN, EVA)))
    found = owners(world, mention_id)
    assert len(found) == 5
    assert [lead for _, _, lead in found].count(True) == 1


def test_claims_and_releases_at_once_leave_exactly_one_lead(world: World) -> None:
    mention_id = world.share().mention_id
    for user in (ANN, BEN, CAT):
        world.claim(mention_id, user)
    world.at_once(
        lambda: world.release(mention_id, ANN),
        lambda: world.release(mention_id, BEN),
        lambda: world.claim(mention_id, DAN),
        lambda: world.claim(mention_id, EVA),
    )
    left = [(user, lead) for user, state_now, lead in owners(world, mention_id) if state_now == "claimed"]
    assert {user for user, _ in left} == {CAT, DAN, EVA}
    assert [lead for _, lead in left].count(True) == 1


def test_releasing_hands_the_lead_to_whoever_claimed_next(world: World) -> None:
    mention_id = world.share().mention_id
    for user in (BEN, ANN):
        world.later(minutes=1)
        world.claim(mention_id, user)
    assert world.release(mention_id, BEN)
    assert not world.release(mention_id, BEN)
    assert owners(world, mention_id)[1] == (ANN, "claimed", True)
    assert world.claim(mention_id, BEN), "a release is taken back by claiming again"
    assert [lead for _, _, lead in owners(world, mention_id)].count(True) == 1


def test_a_claim_counts_for_the_tagged_department_of_the_claimer(world: World) -> None:
    world.join("sales", BEN)
    product = world.join("product", BEN)
    mention_id = world.share(concerned=("product",)).mention_id
    world.claim(mention_id, BEN)
    share = world.run(shares.get, mention_id, BEN)
    assert share is not None
    assert share.department_id == product
    assert world.run(tags.of_mention, mention_id)[0].acted_at == world.now


# Answered, dismissed, and back


def test_answered_and_undone(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    assert state(world, mention_id) == "owned"
    assert world.run(mentions.mark_answered, mention_id, ANN)
    assert not world.run(mentions.mark_answered, mention_id, ANN)
    assert state(world, mention_id) == "closed"
    assert world.run(mentions.undo_answered, mention_id, BEN)
    assert not world.run(mentions.undo_answered, mention_id, BEN)
    assert state(world, mention_id) == "owned"
    assert owners(world, mention_id) == [(ANN, "claimed", True)], "the same owners have it again"
    assert acts(world, mention_id)[-2:] == ["answer", "reopen"]


def test_answered_while_another_owner_is_still_on_it(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    world.claim(mention_id, BEN)
    world.run(mentions.mark_answered, mention_id, ANN)
    assert state(world, mention_id) == "answered"


def test_dismissed_and_undone(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share().mention_id
    assert world.run(mentions.dismiss, mention_id, BEN)
    assert not world.run(mentions.dismiss, mention_id, BEN)
    assert state(world, mention_id) == "dismissed"
    assert world.rows("ping") == []
    assert world.slots(mention_id, "waiting") == []
    with pytest.raises(NotAllowed, match="Undo"):
        world.run(mentions.bring_in, mention_id, world.department("sales"), BEN)
    world.later(minutes=1)
    assert world.run(mentions.undo_dismiss, mention_id, ANN)
    assert state(world, mention_id) == "new"
    assert len(world.rows("ping")) == len(world.slots(mention_id, "waiting")) == 1


def test_undoing_a_dismissal_pings_who_was_not_pinged_even_if_someone_is_on_it(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    world.run(mentions.dismiss, mention_id, BEN)
    world.run(mentions.undo_dismiss, mention_id, BEN)
    assert len(world.rows("ping")) == 1
    assert world.slots(mention_id, "waiting") == []


def test_an_answered_mention_pings_nobody_any_more(world: World) -> None:
    world.join("product", DAN)
    mention_id = world.share().mention_id
    world.run(mentions.mark_answered, mention_id, ANN)
    assert "ping" not in {row.purpose for row, _ in world.send()}


def test_bringing_in_a_department_asks_it_once(world: World) -> None:
    sales = world.join("sales", EVA)
    mention_id = world.share().mention_id
    assert world.run(mentions.bring_in, mention_id, sales, BEN, "they want more seats")
    assert not world.run(mentions.bring_in, mention_id, sales, CAT)
    tag = world.run(tags.of_mention, mention_id)[-1]
    assert (tag.brought_in_by, tag.asked_id, tag.reasons) == (BEN, EVA, ["they want more seats"])
    assert owners(world, mention_id) == [(EVA, "asked", False)]


def test_answering_for_a_department_without_people(world: World) -> None:
    finance = world.department("finance")
    mention_id = world.share(concerned=("finance",)).mention_id
    world.run(mentions.answer_for, mention_id, finance, ANN, ANN)
    assert owners(world, mention_id) == [(ANN, "claimed", True)]
    assert world.run(departments.get, finance).head_id == ANN


def test_naming_someone_asks_them(world: World) -> None:
    finance = world.department("finance")
    mention_id = world.share(concerned=("finance",)).mention_id
    world.run(mentions.answer_for, mention_id, finance, CAT, ANN)
    assert owners(world, mention_id) == [(CAT, "asked", False)]
    for nobody in (BOT, GONE, "UNEVERSEEN"):
        with pytest.raises(NotAllowed):
            world.run(mentions.answer_for, mention_id, finance, nobody, ANN)


def test_who_could_not_open_the_thread_finds_no_mention(world: World) -> None:
    mention_id = world.share(PRIVATE).mention_id
    for act in (mentions.mark_answered, mentions.dismiss, mentions.undo_dismiss, mentions.undo_answered):
        with pytest.raises(MentionGone):
            world.run(act, mention_id, CAT)
    with pytest.raises(MentionGone):
        world.claim(mention_id, GUEST)


# Whom to ask


def ask_whom(world: World, channel: str, key: str = "product") -> str | None:
    department_id = world.department(key)
    return world.run(lambda s: departments.person_to_ask(s, departments.get(s, department_id), channel))


def on_duty(scope: Scope, department_id: str, user_id: str | None) -> None:
    departments.get(scope, department_id).rota = [user_id] if user_id else []


def test_on_duty_goes_before_the_head_and_the_head_before_members(world: World) -> None:
    product = world.join("product", CAT, DAN)
    assert ask_whom(world, OPEN) == CAT
    world.run(on_duty, product, DAN)
    assert ask_whom(world, OPEN) == DAN
    world.run(departments.leave, product, CAT, CAT)
    world.run(departments.leave, product, DAN, DAN)
    assert ask_whom(world, OPEN) is None


def test_in_a_private_channel_only_its_members_are_asked(world: World) -> None:
    world.join("product", CAT, DAN, BEN)
    assert ask_whom(world, PRIVATE) == BEN


def test_a_department_of_people_who_left_has_none(world: World) -> None:
    product = world.department("product")
    mention_id = world.share().mention_id
    tag = world.run(lambda s: views.card(s, mentions.get(s, mention_id))).tags[0]
    assert not tag.has_people
    world.run(departments.join, product, GONE, ANN)
    assert not world.run(lambda s: departments.has_people(s, departments.get(s, product)))
    assert world.run(departments.join, product, ANN, ANN), "who comes after someone without an account heads it"
    assert world.run(lambda s: departments.has_people(s, departments.get(s, product)))


def test_one_person_of_two_departments_is_asked_once(world: World) -> None:
    world.join("product", DAN)
    world.join("finance", DAN)
    mention_id = world.share(concerned=("product", "finance")).mention_id
    assert owners(world, mention_id) == [(DAN, "asked", False)]
    assert len(world.slots(mention_id, "waiting")) == 1
    assert len(world.rows("ping")) == 1


def test_a_share_has_no_state_outside_the_graph(world: World) -> None:
    mention_id = world.share().mention_id
    world.claim(mention_id, ANN)
    found = world.run(lambda s: s.session.execute(select(Share.state)).scalars().all())
    assert set(found) <= {"asked", "claimed", "done", "declined"}


def test_what_a_channel_sees_of_it(world: World) -> None:
    mention_id = world.share(PRIVATE).mention_id
    line = world.run(lambda s: mention_views.line(s, mentions.get(s, mention_id), Audience(channel_id=OPEN)))
    assert line is None
