"""Commands, and how an admin arranges the house."""

from __future__ import annotations

from tests.book.book import Book


async def arranged(book: Book) -> None:
    town = book.town
    book.chapter("Setting up", "Everything is arranged in Slack, by an admin or by whoever it concerns.")
    await book.asks("@maria", "help")
    await town.ours("@maria", "setup", "#general")
    await book.form("@maria", "`/ours setup`, to an admin, in the channel that it is typed in:")
    await town.send_form("@maria", zone="America/New_York", digest_channel="#general")
    await town.close_form("@maria")
    await book.asks("@maria", "departments")
    await town.ours("@maria", "departments finance")
    await book.form("@maria", "`/ours departments finance`:")
    await town.close_form("@maria")
    await book.asks("@maria", "duty")


async def asked(book: Book) -> None:
    book.chapter("Asking Ours", "Whatever it answers, the asker alone sees it.")
    await book.asks("@tom", "open")
    await book.asks("@tom", "mine")
    await book.asks("@tom", "digest")
    await book.asks("@maria", "rules")
    await book.asks("@tom", "whats new")
