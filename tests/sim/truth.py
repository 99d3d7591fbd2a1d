"""What people truly said: known by construction, whatever became of it on its way to the bot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["mention", "again", "chatter", "promise", "reply", "pointed", "told", "reminder", "told directly"]
"""`pointed` is a message that an emoji may make a mention; `told` and `reminder` came another way than as a message."""
MARK = re.compile(r"\b[mp]qz\d{4}\b")
"""A made-up word in each customer's words (m) and each promise (p), by which they are known wherever they are shown."""


@dataclass
class Post:
    """One message of a person. `mark` is its made-up word; `thread` the root's ts, where it is a reply. `is_taken_back`
    says that its promise was edited away, or the emoji that shared it taken away; `is_certain` that whoever brought it
    knows that it was taken.
    """

    kind: Kind
    person: str
    room: str
    ts: str
    mark: str = ""
    thread: str | None = None
    url: str = ""
    is_gone: bool = False
    is_taken_back: bool = False
    is_certain: bool = False


@dataclass
class Truth:
    """`posts` in the order in which they were said, `by_mark` those with a word of their own."""

    posts: list[Post] = field(default_factory=list)
    by_mark: dict[str, Post] = field(default_factory=dict)
    at: dict[tuple[str, str], Post] = field(default_factory=dict)
    _count: int = 0

    def new_mark(self, letter: str) -> str:
        self._count += 1
        return f"{letter}qz{self._count:04d}"

    def add(self, post: Post) -> Post:
        self.posts.append(post)
        self.at[post.room, post.ts] = post
        if post.mark and post.kind not in {"again", "reply", "chatter"}:
            self.by_mark[post.mark] = post
        return post

    def mentions(self) -> list[Post]:
        return [post for post in self.posts if post.kind == "mention"]


def marks(text: str) -> list[str]:
    return MARK.findall(text)
