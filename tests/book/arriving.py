"""Ours comes into an empty workspace, and departments get their people."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import BUG, REVIEW, has_button, is_card, only
from tests.flow.test_setting_up import group_ids


async def invited(book: Book) -> None:
    town = book.town
    led = only([one for one in town.welcomes_of("@ada") if has_button(one, act.SETUP_OPEN)])
    await book.page("@ada", led, "Ours is installed. **Ada** is an admin, and hears once how to begin:")
    book.tell("She invites Ours into #team, the first channel of all.")
    await town.join("#team", "@ours", "@ada")
    await book.page("@ben", only(town.from_bot("#team")), "Everybody there reads, once:")
    await town.click("@ada", led, act.SETUP_OPEN)
    await town.press("@ada", act.SETUP_SECTION, "Departments")
    await town.press("@ada", act.GROUPS_OPEN)
    await book.form("@ada", "In her message she clicks *Set up Ours*, then *Departments*, then *From user groups*:")
    await town.send_form("@ada", **{"groups.0": list((await group_ids(town)).values())[:1]})
    await book.form("@ada", "One is enough to begin with. Its people are asked from now on:")
    await town.close_form("@ada")
    await town.press("@ada", act.SETUP_SECTION, "Channels")
    await town.send_form("@ada", watch=["#news"], watch_mode="careful")
    await book.form(
        "@ada", "Under *Channels* she has it read another one. A guest is in there, so it says nothing there:"
    )
    await town.close_form("@ada")
    await town.close_form("@ada")
    ts = await book.say("@ada", REVIEW, "#team")
    card = town.card_of(ts, "#team")
    await book.page("@ben", card, "Where nobody answers for a department yet, the card finds who does:")
    await book.click("@cleo", card, act.ANSWER_FOR, "**Cleo** clicks *I'll answer for Customer Service*:", "Customer")


async def arranged(book: Book) -> None:
    town = book.town
    await town.ours("@maria", "setup departments")
    await town.press("@maria", act.DEPARTMENT_ADD)
    await book.form("@maria", "**Maria**, an admin, clicks *Add one* among the departments:")
    await book.sends("@maria", "A mistake is told beside what it is about:", name="finance", people=["@gus"])
    await town.send_form("@maria", name="Logistics", description="", known_by="parcel, late parcel", people=["@tom"])
    await town.press("@maria", act.DEPARTMENT_EDIT, "Logistics")
    await book.form("@maria", "Its name says what it does. *Edit*:")
    await town.press("@maria", act.DEPARTMENT_ARCHIVE)
    await book.form("@maria", "*Archive*, at the end of that form:")
    await town.close_form("@maria")
    await town.press("@maria", act.DEPARTMENTS_PAGE, "Archived (1)")
    await book.form("@maria", "*Archived (1)* brings it back:")
    await town.close_form("@maria")
    await town.set_up("@maria", "roles", admins=["@tom"])
    for admin in ("@maria", "@tom"):
        await town.ours(admin, "setup hours")
    await town.send_form("@tom", zone="Europe/Berlin", work_end="18:00")
    await book.sends("@maria", "Two admins at once lose nothing. **Maria** saves second:", zone="America/New_York")


async def on_duty(book: Book) -> None:
    town = book.town
    await town.ours("@maria", "departments product")
    await book.form("@maria", "**Maria** types `/ours departments product`:")
    await book.sends("@maria", "And sends it:", head="@tom", on_duty=["@amara", "@sam"])
    await book.asks("@yuki", "duty")
    ts = await town.say("@yuki", BUG)
    ping = next(one for one in town.from_bot("#support", ts) if not is_card(one))
    await book.page("@amara", ping, "Who is on duty is asked instead of the head, and of the rota whoever works now:")
    await town.click("@sam", town.card_of(ts), act.DISMISS)
    over = next(one for one in town.from_bot("#support", ts) if one["ts"] == ping["ts"])
    told = "**Sam** says *Not a customer mention*, and the same message asks nothing any more:"
    await book.page("@amara", over, told)
    await book.asks("@amara", "leave product")
