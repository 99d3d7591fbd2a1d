"""Separates the teammate's own words from what they quoted: a promise in a quote is not the teammate's.

Quoted are: lines that start with `>` (Slack sends `&gt;`), everything after `>>>`, the mails and attachments
of a post, and what stands between quotation marks when it is a sentence of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts import Post
from bot.understanding.text import MOST_CHARACTERS, plain_text

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_QUOTE_LINE = re.compile(r"\s*(?:&gt;|>)(?!&gt;|>)\s?(.*)")
_QUOTE_REST = re.compile(r"\s*(?:&gt;){3}|\s*>>>")
_FORWARD = re.compile(
    r"(?i)^\s*(?:-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message:?|on .{4,120} wrote:)\s*$"
)
_SAID = re.compile(r"[“\"]([^“”\"\n]{12,4000})[”\"]|(?<!\w)[\u2018']([^\u2018\u2019'\n]{25,4000})[\u2019'](?!\w)")


@dataclass(frozen=True, slots=True)
class Parts:
    """A post taken apart, all as plain text: `own` is the writer's, `quotes` are lines marked as quotes,
    `said` stands between quotation marks (it is blanked in `own`), `code` tells that code was pasted.
    """

    own: str
    quotes: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    code: bool = False


def separate(post: Post) -> Parts:
    """Take the text of a post apart."""
    return separate_text(post.text)


def separate_text(mrkdwn: str) -> Parts:
    """Take a text in Slack's mrkdwn apart."""
    text = mrkdwn[:MOST_CHARACTERS]
    without_code = _CODE.sub(" ", text) if "`" in text else text
    own, quotes = _split_lines(without_code)
    plain = plain_text("\n".join(own))
    said: list[str] = []

    def take(match: re.Match[str]) -> str:
        words = match.group(1) or match.group(2) or ""
        said.append(words.strip())
        return ' "…" '

    plain = _SAID.sub(take, plain)
    quoted = tuple(quote for quote in (plain_text("\n".join(lines)).strip() for lines in quotes) if quote)
    return Parts(plain.strip(), quoted, tuple(said), without_code != text)


def _split_lines(text: str) -> tuple[list[str], list[list[str]]]:
    own: list[str] = []
    quotes: list[list[str]] = []
    open_quote = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if (rest := _QUOTE_REST.match(line)) or _FORWARD.match(line):
            first = [line[rest.end() :]] if rest else []
            quotes.append([*first, *(_unquoted(after) for after in lines[number + 1 :])])
            break
        if quoted := _QUOTE_LINE.match(line):
            if not open_quote:
                quotes.append([])
            quotes[-1].append(quoted.group(1))
            open_quote = True
        else:
            own.append(line)
            open_quote = False
    return own, quotes


def _unquoted(line: str) -> str:
    quoted = _QUOTE_LINE.match(line)
    return quoted.group(1) if quoted else line
