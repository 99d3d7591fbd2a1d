"""Who says whom a mention concerns leaves an example; it goes with its act, and with the words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.database import Scope
from bot.errors import AdminsOnly, DepartmentActed, MentionGone, NotAllowed
from bot.facts import ChannelFacts
from bot.handlers.learning import learn_from
from bot.ledger import corrections, entries, mentions, people, rules, sightings, tags, views
from bot.models import Correction
from tests.support.world import ANN, BEN, CAT, DAN, OPEN, PEOPLE, PRIVATE, World, reading

WORDS = "Where are my loyalty stamps?"


def departments_of(world: World, mention_id: str) -> list[str]:
    return [tag.department_id for tag in world.run(tags.of_mention, mention_id)]


def standing(world: World) -> list[Correction]:
    statement = select(Correction).where(Correction.undone_at.is_(None)).order_by(Correction.id)
    return world.run(lambda scope: list(scope.session.execute(statement).scalars()))


def leave_out(world: World, mention_id: str, key: str = "product", by: str = BEN) -> bool:
    """As the form does it: the act and what it teaches, in one transaction."""

    def act(scope: Scope, department_id: str) -> bool:
        done = mentions.leave_out(scope, mention_id, department_id, by)
        if done:
            learn_from(scope, mention_id, department_id)
        return done

    return world.run(act, world.department(key))


def bring_in(world: World, mention_id: str, key: str = "finance", by: str = BEN) -> bool:
    def act(scope: Scope, department_id: str) -> bool:
        done = mentions.bring_in(scope, mention_id, department_id, by)
        if done:
            learn_from(scope, mention_id, department_id)
        return done

    return world.run(act, world.department(key))


def test_a_department_that_is_not_concerned_is_asked_no_more_and_can_be_put_back(world: World) -> None:
    product = world.join("product", CAT)
    mention_id = world.share(quote=WORDS).mention_id
    assert world.run(tags.of_mention, mention_id)[0].asked_id == CAT
    assert leave_out(world, mention_id)
    assert departments_of(world, mention_id) == []
    assert world.slots(mention_id, "waiting") == []
    card = world.run(lambda scope: views.card(scope, mentions.get(scope, mention_id)))
    assert [(off.department_id, off.by) for off in card.off] == [(product, BEN)]
    assert world.run(mentions.undo_leave_out, mention_id, product, ANN)
    (tag,) = world.run(tags.of_mention, mention_id)
    assert (tag.asked_id, tag.reasons, tag.brought_in_by) == (CAT, ["about product"], None)
    acts = [(entry.act, entry.by) for entry in world.run(entries.history, mention_id)]
    assert acts[-2:] == [("leave_out", BEN), ("undo_leave_out", ANN)]


def test_both_acts_leave_an_example_without_the_text(world: World) -> None:
    mention_id = world.share(quote=WORDS).mention_id
    bring_in(world, mention_id)
    leave_out(world, mention_id, by=CAT)
    right, wrong = world.run(corrections.examples)
    assert (right.key, right.is_right, right.by) == ("finance", True, BEN)
    assert (wrong.key, wrong.is_right, wrong.by) == ("product", False, CAT)
    assert dict(right.features) == {"loyalty": "loyalty", "loyalty stamp": "loyalty stamps", "stamp": "stamps"}
    assert right.audience == "open"


def test_a_second_click_changes_nothing(world: World) -> None:
    mention_id = world.share(quote=WORDS).mention_id
    assert leave_out(world, mention_id)
    assert not leave_out(world, mention_id, by=CAT)
    assert [one.by for one in standing(world)] == [BEN]
    product = world.department("product")
    assert world.run(mentions.undo_leave_out, mention_id, product, ANN)
    assert not world.run(mentions.undo_leave_out, mention_id, product, CAT)
    assert len(departments_of(world, mention_id)) == 1


def test_two_people_at_once_leave_one_example(postgresql_world: World) -> None:
    world = postgresql_world
    mention_id = world.share(quote=WORDS).mention_id
    done = world.at_once(*[lambda by=by: leave_out(world, mention_id, by=by) for by in (ANN, BEN, CAT)])
    assert sorted(done) == [False, False, True]
    assert len(standing(world)) == 1
    product = world.department("product")
    back = world.at_once(
        *[lambda by=by: world.run(mentions.undo_leave_out, mention_id, product, by) for by in (ANN, BEN, CAT)]
    )
    assert sorted(back) == [False, False, True]
    assert standing(world) == []
    assert departments_of(world, mention_id) == [product]


def test_who_acted_is_not_left_out(world: World) -> None:
    world.join("product", CAT)
    mention_id = world.share(quote=WORDS).mention_id
    world.claim(mention_id, CAT)
    with pytest.raises(DepartmentActed):
        leave_out(world, mention_id)
    assert standing(world) == []
    assert departments_of(world, mention_id) == [world.department("product")]


def test_a_dismissed_or_foreign_mention_is_not_corrected(world: World) -> None:
    secret = world.share(PRIVATE, quote=WORDS).mention_id
    with pytest.raises(MentionGone):
        leave_out(world, secret, by=CAT)
    mention_id = world.share(quote="other words").mention_id
    leave_out(world, mention_id)
    world.run(mentions.dismiss, mention_id, ANN)
    with pytest.raises(NotAllowed):
        leave_out(world, mention_id)
    with pytest.raises(NotAllowed):
        world.run(mentions.undo_leave_out, mention_id, world.department("product"), ANN)


def test_who_was_brought_in_is_taken_back_and_no_example_of_it_stays(world: World) -> None:
    mention_id = world.share(quote=WORDS).mention_id
    bring_in(world, mention_id)
    assert leave_out(world, mention_id, "finance", by=CAT)
    assert standing(world) == []
    assert world.run(corrections.examples) == []
    (undone,) = world.run(lambda scope: list(scope.session.execute(select(Correction)).scalars()))
    assert (undone.undone_by, undone.features, undone.channel_id) == (CAT, {}, None)
    bring_in(world, mention_id)
    world.run(mentions.take_back, mention_id, world.department("finance"), CAT)
    assert standing(world) == []


def test_bringing_in_what_was_left_out_takes_that_back(world: World) -> None:
    mention_id = world.share(quote=WORDS).mention_id
    leave_out(world, mention_id)
    assert bring_in(world, mention_id, "product", by=CAT)
    assert [(one.is_right, one.by) for one in standing(world)] == [(True, CAT)]
    assert not world.run(mentions.undo_leave_out, mention_id, world.department("product"), ANN)


def test_reading_again_puts_nothing_back(world: World) -> None:
    said = world.said(OPEN, ANN)
    mention_id = world.run(sightings.record, said, reading(WORDS), ANN).mention_id
    leave_out(world, mention_id)
    world.run(sightings.record, replace(said, edited_ts="9.9"), reading(WORDS, ("product", "sales")), ANN)
    assert departments_of(world, mention_id) == [world.department("sales")]


def test_nothing_stays_of_words_that_were_deleted_or_changed(world: World) -> None:
    said = world.said(OPEN, ANN)
    mention_id = world.run(sightings.record, said, reading(WORDS), ANN).mention_id
    leave_out(world, mention_id)
    world.run(sightings.record, replace(said, edited_ts="9.1"), reading(WORDS), ANN)
    assert len(world.run(corrections.examples)) == 1, "the same words"
    world.run(sightings.record, replace(said, edited_ts="9.2"), reading("Other words altogether"), ANN)
    assert world.run(corrections.examples) == []
    assert len(standing(world)) == 1, "what was said of the department still holds"
    other = world.share(quote=WORDS, by=ANN)
    bring_in(world, other.mention_id)
    mention = world.mention(other.mention_id)
    world.run(sightings.deleted, OPEN, mention.home_ts)
    assert world.run(corrections.examples) == []


def test_what_is_a_year_old_is_forgotten(world: World) -> None:
    mention_id = world.share(quote=WORDS).mention_id
    leave_out(world, mention_id)
    world.later(days=364)
    assert world.run(corrections.forget_old) == 0
    world.later(days=2)
    assert world.run(corrections.forget_old) == 1
    assert world.run(corrections.examples) == []
    assert len(standing(world)) == 1


def test_words_of_a_private_channel_are_its_members_alone(world: World) -> None:
    mention_id = world.share(PRIVATE, quote=WORDS).mention_id
    leave_out(world, mention_id)
    (one,) = world.run(corrections.examples)
    assert one.audience == PRIVATE
    assert [seen.words for seen in world.run(corrections.mentions_of, PRIVATE)] == [WORDS]
    assert world.run(corrections.mentions_of, "open") == []


def test_a_channel_that_turns_private_takes_its_words_along(world: World) -> None:
    mention_id = world.share(OPEN, quote=WORDS).mention_id
    leave_out(world, mention_id)
    before = world.run(corrections.latest)
    world.run(people.remember_channel, ChannelFacts(OPEN, "customers", is_private=True, bot_is_in=True))
    (one,) = world.run(corrections.examples)
    assert one.audience == OPEN
    assert world.run(corrections.latest) != before


def test_a_workspace_that_wants_it_so_learns_nothing(world: World) -> None:
    admin(world, DAN)
    mention_id = world.share(quote=WORDS).mention_id
    leave_out(world, mention_id)
    with pytest.raises(AdminsOnly):
        world.run(rules.choose_learning, "off", BEN)
    world.run(rules.choose_learning, "off", DAN)
    assert world.run(corrections.examples) == []
    bring_in(world, mention_id)
    assert world.run(corrections.examples) == []
    assert len(standing(world)) == 2, "the acts themselves stand"
    world.run(rules.choose_learning, "propose", DAN)
    bring_in(world, mention_id, "sales")
    assert len(world.run(corrections.examples)) == 1


def admin(world: World, user_id: str) -> None:
    facts = next(one for one in PEOPLE if one.id == user_id)
    world.run(people.remember, [replace(facts, is_admin=True)])


def test_a_tag_that_is_off_asks_nobody_in_the_ping_that_waits(world: World) -> None:
    world.join("product", CAT)
    mention_id = world.share(quote=WORDS).mention_id
    leave_out(world, mention_id)
    said = [row.purpose for row, _ in world.send()]
    assert said == ["card"]
    world.later(hours=6)
    assert world.told() == []
