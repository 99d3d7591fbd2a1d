"""Home, one's own settings, and the setup of the house."""

from __future__ import annotations

from bot.messages import actions as act
from tests.book.book import Book
from tests.book.promises import WORDS
from tests.book.sharing import owned
from tests.flow.homes import click_home, open_home
from tests.flow.seen import BUG, REVIEW, Json


async def at_home(book: Book) -> None:
    town = book.town
    await open_home(town, "@lena")
    await book.home("@lena", "**Lena** opens Home. Nothing waits for her yet:")
    ts = await owned(book)
    await town.say("@tom", WORDS, thread_ts=ts)
    await town.click("@tom", town.offers_to("@tom")[-1], act.TRACK)
    await town.say("@tom", "And I'll send her the form by Thursday noon", thread_ts=ts)
    await town.ours("@tom", "join product")
    await town.say("@yuki", BUG)
    await open_home(town, "@tom")
    await book.home("@tom", "**Tom** has more to do. What he does here, or anywhere, shows at once:")
    await click_home(town, "@tom", act.HOME_SETTINGS)
    await book.form("@tom", "*My settings…*, also `/ours settings`:")
    await town.close_form("@tom")


async def off(book: Book) -> None:
    town = book.town
    await town.ours("@maria", "promise send Ada the invoice by Thursday")
    await town.ours("@maria", "settings")
    wrong = {"work_from": "17:00", "work_until": "09:00", "off_from": "2026-11-10", "off_until": "2026-11-11"}
    await book.sends("@maria", "**Maria** types `/ours settings`. A mistake is told beside its input:", **wrong)
    days = {"work_from": "08:00", "work_until": "16:00", "off_from": "2026-11-17", "off_until": "2026-11-23"}
    await book.sends("@maria", "Days off:", rhythm="daily", **days)
    await open_home(town, "@maria")
    await book.home("@maria", "Her Home:")


async def set_up(book: Book) -> None:
    town = book.town
    told = "Ours is installed. **Maria** owns the workspace, and hears once how to begin:"
    await book.page("@maria", town.welcomes_of("@maria")[-1], told)
    await open_home(town, "@maria")
    await book.home("@maria", "Her Home says the same:")
    await book.asks("@maria", "help")
    await town.ours("@maria", "setup")
    await book.form("@maria", "**Maria**, an admin, types `/ours setup`:")
    for section in _sections(town.form_of("@maria")):
        await town.press("@maria", act.SETUP_SECTION, section)
        await book.form("@maria", f"*{section}*:")
        await town.close_form("@maria")
    await town.close_form("@maria")
    await book.asks("@maria", "departments")
    await book.asks("@maria", "duty")


def _sections(form: Json) -> list[str]:
    """The titles of what the setup has."""
    rows = [
        block
        for block in form["blocks"]
        if block.get("accessory", {}).get("action_id", "").startswith(act.SETUP_SECTION)
    ]
    return [row["text"]["text"].split("*")[1] for row in rows]


async def guided(book: Book) -> None:
    town = book.town
    await town.set_up("@maria", "answers", guidelines="Say sorry once, and say when it will be mended.")
    town.slack.engine.user(user="nora", real_name="Nora Lindqvist", tz="Europe/Berlin")
    await town.settled()
    await town.jump("2026-11-18T09:20:00+01:00")
    await book.page("@nora", town.dms_of("@nora")[-1], "**Nora** joins the workspace. In her working hours:")
    ts = await book.say("@yuki", REVIEW)
    await town.click("@tom", town.card_of(ts), act.CLAIM)
    told = "**Tom** was here before Ours. With his first part, or promise, he gets a shorter one:"
    await book.page("@tom", town.welcomes_of("@tom")[-1], told)
