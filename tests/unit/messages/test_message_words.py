"""What people read in channels, whole: a change of a word is a change of a test."""

# ruff: noqa: E501, RUF001 (texts as people read them)

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.messages import actions, cards, digest, welcomes
from bot.messages.house_views import DigestView, DoorView
from bot.messages.nudge_views import ReminderView
from bot.messages.views import AskedView, OffView, OwnerView
from tests.unit.messages.message_examples import CARD, LINE, PROMISE, THREAD, moment_of, reads
from tests.unit.messages.message_limits import buttons, check_message, shown
from tests.unit.messages.message_world import NOW, World, all_messages


def test_the_first_card_names_the_work_and_pings_nobody() -> None:
    reads(
        cards.card(CARD, is_update=False),
        """
        *Ada Smith*, from Trustpilot · unhappy · :rotating_light: *urgent*
        > I was charged twice and nobody answers.
        > Now I call my lawyer!
        ~ <https://trustpilot.com/reviews/1|Open the original>
        ~ here because: a link to Trustpilot · unhappy: “nobody answers” · urgent: “lawyer”
        *Why these departments*
        • *Finance* — “charged twice”
        • *Legal* — “lawyer”
        *Who is on it*
        Nobody yet
        *Promised to the customer*
        Nothing yet
        [Ask for a promise…]
        [I'm on it] [Bring in…] [Wrong department…] [Answered] [Not a customer mention]
        *Legal* has nobody here yet.
        [I'll answer for Legal] [Name someone]
        ~ Owners add up: everyone whose work this touches can be on it.
        """,
    )


def test_the_card_once_people_are_on_it() -> None:
    owners = (OwnerView("U2", "Finance", is_lead=True), OwnerView("U3", None, is_lead=False))
    tags = (CARD.tags[0], replace(CARD.tags[1], has_people=True, brought_in_by="U2"))
    view = replace(CARD, state="owned", owners=owners, tags=tags, promises=(PROMISE,), also_at=(THREAD,))
    reads(
        cards.card(view),
        f"""
        *Ada Smith*, from Trustpilot · unhappy · :rotating_light: *urgent*
        > I was charged twice and nobody answers.
        > Now I call my lawyer!
        ~ <https://trustpilot.com/reviews/1|Open the original> · shared by <@U9> · also shared <{THREAD}|‹1›>
        ~ here because: a link to Trustpilot · unhappy: “nobody answers” · urgent: “lawyer”
        *Why these departments*
        • *Finance* — “charged twice” · asked <@U2>
        • *Legal* — “lawyer” · brought in by <@U2>
        *Who is on it*
        • <@U2> — Finance, lead
        • <@U3>
        *Promised to the customer*
        [Ask for a promise…]
        • <@U1>: <{THREAD}|I'll get back to her by Friday EOD> · due {moment_of(PROMISE)}
        [History]
        [I'm on it] [My part…] [Write the answer…] [Answered]
        [Bring in…] [Wrong department…] [Step back] [Not a customer mention]
        """,
    )


def test_the_card_says_who_answers_for_what_they_shared_themselves() -> None:
    view = replace(CARD, shared_by="U2")
    assert "• *Finance* — “charged twice” · <@U2>, who shared it\n" in shown(cards.card(view))


def test_the_card_says_who_is_not_concerned_and_by_whom() -> None:
    off = tuple(OffView(f"D{number}", name, "U4") for number, name in enumerate(("Sales", "Press", "Legal", "HR")))
    card = cards.card(replace(CARD, off=off))
    assert "~ *HR* is not concerned, says <@U4>.\n[Undo]\n~ *Legal* is not concerned" in shown(card)
    values = [each["value"] for each in buttons(card) if each["action_id"].startswith(actions.CONCERNED)]
    assert values == ["M1|D3", "M1|D2", "M1|D1"], "the latest three"
    assert "says <@U4>" not in shown(cards.card(replace(CARD, off=off), is_update=False)), "a new message pings"


def test_who_has_acted_can_not_be_wrong() -> None:
    tags = tuple(replace(tag, has_acted=True) for tag in CARD.tags)
    assert "Wrong department" not in shown(cards.card(replace(CARD, tags=tags)))
    assert "Wrong department" not in shown(cards.card(replace(CARD, tags=())))
    assert "Wrong department" in shown(cards.card(replace(CARD, tags=(tags[0], CARD.tags[1]))))


def test_the_answered_card_says_by_whom_and_can_be_reopened() -> None:
    view = replace(CARD, state="answered", answered_by="U2", urgent_reasons=(), evidence_reasons=(), stance="unknown")
    reads(
        cards.card(view),
        """
        *Ada Smith*, from Trustpilot · :white_check_mark: *answered* by <@U2>
        > I was charged twice and nobody answers.
        > Now I call my lawyer!
        ~ <https://trustpilot.com/reviews/1|Open the original> · shared by <@U9>
        *Who is on it*
        Nobody has to be any more
        [Not answered yet]
        """,
    )


def test_the_dismissed_card_shrinks_to_a_line() -> None:
    message = cards.card(replace(CARD, state="dismissed", dismissed_by="U2"))
    reads(message, "Not a customer mention, says <@U2>. I'll leave it alone.\n[Undo]")
    assert "lawyer" not in str(message)


def test_the_menu_of_a_card_has_what_is_rarer() -> None:
    for state in ("new", "owned", "answered", "closed"):
        message = cards.card(replace(CARD, state=state))
        (menu,) = [one["accessory"] for one in message.blocks if one.get("accessory", {}).get("type") == "overflow"]
        found = [(one["text"]["text"], one["value"]) for one in menu["options"]]
        assert found == [("Waits for…", "waits|M1"), ("Check back…", "check|M1")]


def test_buttons_of_the_card_carry_what_they_act_on() -> None:
    found = {each["action_id"]: each["value"] for each in buttons(cards.card(CARD))}
    assert found == {
        actions.CLAIM: "M1",
        actions.BRING_IN: "M1",
        actions.WRONG_DEPARTMENT: "M1",
        actions.ASK_PROMISE: "M1",
        actions.ANSWERED: "M1",
        actions.DISMISS: "M1",
        actions.numbered(actions.ANSWER_FOR, 0): "M1|D2",
        actions.numbered(actions.NAME_SOMEONE, 0): "M1|D2",
    }


def test_a_person_asked_for_two_departments_is_pinged_once() -> None:
    asked = (
        AskedView("Finance", ("“charged twice”",), "U2", role="duty"),
        AskedView("Legal", ("“lawyer”",), "U2", role="head"),
        AskedView("Product", ("a bug",), "U3"),
        AskedView("Sales", ("a price",), group_id="S1"),
    )
    reads(
        cards.ping(asked, THREAD, is_urgent=True),
        f"""
        :rotating_light: *This one is urgent.*
        <@U2>, on duty for *Finance*, head of *Legal*: “charged twice”, “lawyer”
        <@U3>, answering for *Product*: a bug
        <!subteam^S1>, all of *Sales*, since it is urgent: a price
        ~ *I'm on it* on <{THREAD}|the card> settles this; *Bring in…* asks someone better placed.
        ~ `/ours departments` shows who is asked for what, and changes it.
        """,
    )


def test_the_digest() -> None:
    owned = replace(LINE, state="owned", stance="advocate", owners=("U1", "U2"), shared_by="U8")
    week = DigestView(
        datetime(2026, 3, 2, tzinfo=UTC),
        datetime(2026, 3, 9, tzinfo=UTC),
        "UTC",
        mentions=(LINE, owned),
        kept=(PROMISE,),
        kept_late=(PROMISE,),
        still_open=(),
        missed=(),
        doors=(DoorView("U1", "Legal", THREAD),),
    )
    reads(
        digest.digest(week),
        f"""
        Your week with your customers
        ~ 2 to 8 March
        *What customers said*
        • *2* mentions <{THREAD}|‹1›> <{THREAD}|‹2›>
        • *1* unhappy <{THREAD}|‹1›>
        :sunflower: *Good news*
        • *1* fan <{THREAD}|‹1›>
        *How we shared the work*
        • *1* owned together <{THREAD}|‹1›>
        • *1* waiting for an owner <{THREAD}|‹1›>
        • <@U1> opened a door to *Legal*, thank you <{THREAD}|‹1›>
        *Promises to customers*
        • *1* kept on time <{THREAD}|‹1›>
        • *1* kept late <{THREAD}|‹1›>
        :seedling: Thank you for sharing, <@U9> and <@U8>.
        ~ Each number opens what it counts. Another channel or none: `/ours setup`.
        """,
    )
    quiet = replace(week, mentions=(), kept=(), kept_late=(), doors=(), is_preview=True)
    reads(
        digest.digest(quiet),
        """
        *A quiet week* · 2 to 8 March · a preview; only you see this
        Nobody shared what a customer said, and no promise from a thread is open.
        ~ A customer told you something? Paste it into a channel I'm in.
        ~ Another channel or none: `/ours setup`.
        """,
    )


def test_a_digest_that_comes_late_says_so() -> None:
    start, end = datetime(2026, 3, 2, 14, tzinfo=UTC), datetime(2026, 3, 9, 13, tzinfo=UTC)
    quiet = DigestView(start, end, "America/New_York", (), (), (), (), (), ())
    assert "late" not in shown(digest.digest(quiet))
    reads(
        digest.digest(replace(quiet, is_late=True)),
        """
        *A quiet week* · 2 to 9 March
        This comes late: it was due Monday 9 March, 09:00, and I could not send it then.
        Nobody shared what a customer said, and no promise from a thread is open.
        ~ A customer told you something? Paste it into a channel I'm in.
        ~ Another channel or none: `/ours setup`.
        """,
    )
    busy = shown(digest.digest(replace(quiet, mentions=(LINE,), is_late=True)))
    assert (
        "~ 2 to 9 March\n~ This comes late: it was due Monday 9 March, 09:00, and I could not send it then.\n" in busy
    )


def test_a_week_across_new_year_and_over_a_leap_day() -> None:
    week = DigestView(datetime(2026, 12, 28, 9, tzinfo=UTC), datetime(2027, 1, 4, tzinfo=UTC), "UTC", *((),) * 6)
    assert "28 December to 3 January" in shown(digest.digest(week))
    leap = replace(week, start=datetime(2028, 2, 28, tzinfo=UTC), end=datetime(2028, 3, 1, tzinfo=UTC))
    assert "28 to 29 February" in shown(digest.digest(leap))


def test_a_week_across_two_months() -> None:
    start = datetime(2026, 3, 30, tzinfo=UTC)
    week = DigestView(start, start + timedelta(days=7), "UTC", (LINE,), (), (), (), (), ())
    assert "~ 30 March to 5 April" in shown(digest.digest(week))


def test_the_welcome_where_guests_read_names_the_channel_and_where_cards_go() -> None:
    reads(
        welcomes.welcome_elsewhere("C1", is_open=True),
        """
        :wave: *Hello, I'm Ours. Thank you for inviting me to <#C1>.*
        Guests or people from outside can read it, so I post nothing in it. What customers say there gets its card in the channel of a department it concerns; `/ours departments NAME` chooses that channel. Where none is chosen, whoever shared it is told.
        *I read* messages there, for what customers say, and for replies that teammates promise them: those I offer by direct message.
        *I keep* shared mentions and tracked promises. All other text is erased as soon as it is read.
        *Switch me off* with `/ours setup` in <#C1>, or remove me from it. `/ours help` shows the rest.
        """,
    )
    assert "cards of it stand nowhere" in shown(welcomes.welcome_elsewhere("C1", is_open=False))


def test_the_reminder_stays_short_and_names_nobody() -> None:
    full = digest.reminder(ReminderView(NOW, (LINE,) * 9, (replace(LINE, owners=("U1",)),) * 9, (PROMISE,) * 9))
    check_message(full, people=frozenset())
    assert len(shown(full).split("\n")) <= 11
    reads(
        digest.reminder(ReminderView(NOW, (LINE,), (), (PROMISE,))),
        f"""
        *Open here today* · Friday 6 March
        *1 without an owner yet*
        • :rotating_light: <{THREAD}|I was charged twice> · unhappy · Finance and Legal
        *1 promise due*
        • <{THREAD}|I'll get back to her by Friday EOD> · {moment_of(PROMISE)}
        ~ One message a day, updated as things settle. `/ours setup` in this channel switches it off.
        """,
    )
    assert "and 7 more — `/ours mine` has your own" in shown(full)  # `/ours open` lists no promises
    done = digest.reminder(ReminderView(NOW, (), (), ()))
    reads(done, ":white_check_mark: *All done here today* · Friday 6 March")


def test_no_message_blames_or_ranks() -> None:
    for message in all_messages(World()):
        words = shown(message).lower()
        assert not any(word in words for word in ("overdue", "failed", "forgot", "top ", "leader", "score"))


def test_a_bare_link_has_no_quotation_and_a_quote_names_no_place() -> None:
    bare = shown(cards.card(replace(CARD, quote="", customer=None)))
    assert "A customer*, from Trustpilot" in bare
    assert "\n> " not in bare
    quoted = shown(cards.card(replace(CARD, source="a quote", customer=None)))
    assert "from a quote" not in quoted
