"""docs/messages.md is what people read, word for word: each chapter is played, and compared."""

from __future__ import annotations

import os
import re
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.book.book import PICTURES, SPEED, Book, Chapter
from tests.book.camera import open_camera
from tests.book.chapters import CHAPTERS
from tests.flow.harness import open_town
from tests.flow.snapshots import Snapshot

ROOT = Path(__file__).parents[2]
PAGE, ALBUM, SEEN = ROOT / "docs" / "messages.md", ROOT / "docs" / PICTURES, ROOT / "build" / "messages"
HEAD = """\
# What people read

Every message, answer and form of Ours, in the order in which people meet them. Each chapter is played in a
[playground](../playground/README.md) of its own by `tests/book`, which compares this page word for word;
`make messages` writes it anew and takes the pictures. Times that pass while it is played stand as HH:MM.
"""
IS_WRITTEN = "OURS_BOOK" in os.environ


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)
async def test_the_page_of_messages_says_what_people_read(
    chapter: Chapter, town_url: str, snapshot: Snapshot, tmp_path: Path
) -> None:
    opening = snapshot.open(tmp_path, **chapter.options)
    if "world" in chapter.options:
        opening = open_town(town_url, start=snapshot.moment, speed=SPEED, **chapter.options)
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(opening)
        camera = await stack.enter_async_context(open_camera(town.slack.url, ALBUM)) if IS_WRITTEN else None
        book = Book(town, chapter.key, camera)
        await chapter.play(book)
    words = "\n".join([f"## {chapter.title}", "", chapter.words, *book.lines, ""])
    SEEN.mkdir(parents=True, exist_ok=True)
    (SEEN / f"{chapter.key}.md").write_text(words, encoding="utf-8")
    if IS_WRITTEN:
        _write(chapter, words)
    assert _written().get(chapter.title) == words, "what people read has changed: make messages, look, commit"
    assert {name for name in _album() if _key_of(name) == chapter.key} == set(book.pictures)


def test_every_page_and_picture_belongs_to_a_chapter() -> None:
    assert list(_written()) == [chapter.title for chapter in CHAPTERS]
    assert {_key_of(name) for name in _album()} == {chapter.key for chapter in CHAPTERS}


def _written() -> dict[str, str]:
    """The chapters of the page by title."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0].removeprefix("## "): part for part in _closed(parts)}


def _closed(parts: list[str]) -> list[str]:
    """Headings of digests stand in fences: what is split there belongs together."""
    whole: list[str] = []
    for part in parts:
        if whole and whole[-1].count("```") % 2:
            whole[-1] += part
        else:
            whole.append(part)
    return whole


def _album() -> list[str]:
    return [picture.name for picture in ALBUM.iterdir()]


def _key_of(picture: str) -> str:
    return picture.rsplit("-", 2)[0]


def _write(chapter: Chapter, words: str) -> None:
    """The chapter in its place; old pictures of it go."""
    written = {**_written(), chapter.title: words}
    kept = [written[one.title] for one in CHAPTERS if one.title in written]
    PAGE.write_text(f"{HEAD}\n" + "".join(kept), encoding="utf-8")
    for name in _album():
        if _key_of(name) == chapter.key and f"/{name})" not in words:
            (ALBUM / name).unlink()
