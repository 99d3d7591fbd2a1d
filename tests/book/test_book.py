"""docs/messages.md is what people read, word for word: it is played, and compared."""

from __future__ import annotations

import os
from contextlib import AsyncExitStack
from pathlib import Path

from tests.book import customers, house, parts, promises, sharing, waiting
from tests.book.book import PICTURES, Book
from tests.book.camera import open_camera
from tests.flow.harness import Town

DOCS = Path(__file__).parents[2] / "docs"
HEAD = """\
# What people read

Every message, answer and form of Ours, in the order in which a company meets them: played in the
[playground](../playground/README.md) by `tests/book`, which compares this page word for word. `make messages` writes it
and takes the pictures anew. Times that pass while it is played stand as HH:MM."""


async def test_the_page_of_messages_is_what_people_read(town: Town) -> None:
    is_written = "OURS_BOOK" in os.environ
    async with AsyncExitStack() as stack:
        folder = DOCS / PICTURES
        camera = await stack.enter_async_context(open_camera(town.slack.url, folder)) if is_written else None
        book = Book(town, camera)
        await play(book)
    page = DOCS / "messages.md"
    words = "\n".join([HEAD, *book.lines, ""])
    seen = DOCS.parent / "build" / "messages.md"
    seen.parent.mkdir(exist_ok=True)
    seen.write_text(words, encoding="utf-8")
    if is_written:
        page.write_text(words, encoding="utf-8")
        for old in set(folder.iterdir()) - {folder / name for name in book.pictures}:
            old.unlink()
    assert page.read_text(encoding="utf-8") == words, (
        "what people read has changed: make messages, look, commit (build/messages.md)"
    )
    assert {picture.name for picture in (DOCS / PICTURES).iterdir()} == set(book.pictures)


async def play(book: Book) -> None:
    """In the order in which a company meets it."""
    await house.arranged(book)
    ts = await sharing.shared(book)
    await sharing.likely(book)
    await sharing.corrected(book)
    await parts.owned(book, ts)
    await promises.kept(book)
    await promises.missed(book)
    await promises.in_trouble(book)
    await promises.requested(book)
    await promises.shown_to_be_kept(book)
    await waiting.waiting(book)
    await customers.known(book)
    await house.asked(book)
    await waiting.monday(book)
