"""Separates the teammate's own words from what they quoted: a promise in a quote is not the teammate's.

Quoted are: lines that start with `>` (Slack sends `&gt;`), everything after `>>>` and below the heading of a pasted
mail, the mails and attachments of a post, and what stands between quotation marks when it is a sentence of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts import Post
from bot.understanding.english.quoting_words import FORWARDED, HEADING, RELAYED, SENDER, TELLING_FIELDS
from bot.understanding.text import MOST_CHARACTERS, plain_text

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_QUOTE_LINE = re.compile(r"\s*(?:&gt;|>)(?!&gt;|>)\s?(.*)")
_QUOTE_REST = re.compile(r"\s*(?:&gt;){3}|\s*>>>")
_SAID = re.compile(
    r"[“\"]([^“”\"\n]{12,4000})[”\"]|(?<!\w)[\u2018']([^\u2018\u2019'\n]{25,4000})[\u2019'](?!\w)"
    r"|[「『]([^「」『』\n]{4,4000})[」』]"
)

_FEW_LINES = 6
_AT = re.compile(r"@([\w-]{1,63}(?:\.[\w-]{1,63})+)")


@dataclass(frozen=True, slots=True)
class Parts:
    """A post taken apart, all as plain text: `own` is the writer's, `quotes` are lines marked as quotes,
    `said` stands between quotation marks (it is blanked in `own`), `code` tells that code was pasted,
    `inside` that the last quote is a pasted mail whose heading names no sender from outside.
    """

    own: str
    quotes: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    code: bool = False
    inside: bool = False


def separate(post: Post) -> Parts:
    """Take the text of a post apart."""
    return separate_text(post.text)


def separate_text(mrkdwn: str) -> Parts:
    """Take a text in Slack's mrkdwn apart."""
    text = mrkdwn[:MOST_CHARACTERS]
    without_code = _CODE.sub(" ", text) if "`" in text else text
    own, quotes, inside = _split_lines(without_code)
    plain = plain_text("\n".join(own))
    said: list[str] = []

    def take(match: re.Match[str]) -> str:
        words = match.group(1) or match.group(2) or match.group(3) or ""
        said.append(words.strip())
        return ' "…" '

    plain = _SAID.sub(take, plain)
    quoted = tuple(quote for quote in (plain_text("\n".join(lines)).strip() for lines in quotes) if quote)
    return Parts(plain.strip(), quoted, tuple(said), without_code != text, inside)


def without_relayed(own: str) -> str:
    """The writer's words less what they relay after a colon: "she wrote: I'll cancel"."""
    return RELAYED.sub(" ", own) if ":" in own else own


def _split_lines(text: str) -> tuple[list[str], list[list[str]], bool]:
    own: list[str] = []
    quotes: list[list[str]] = []
    open_quote = inside = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if rest := _QUOTE_REST.match(line):
            quotes.append([line[rest.end() :], *(_unquoted(after) for after in lines[number + 1 :])])
            break
        if (mail := _mail_from(lines, number)) is not None:
            quotes.append(_without_heading([_unquoted(after) for after in mail]))
            inside = mail[:1] == [line] and not _is_from_outside(mail)
            break
        if quoted := _QUOTE_LINE.match(line):
            if not open_quote:
                quotes.append([])
            quotes[-1].append(quoted.group(1))
            open_quote = True
        else:
            if not FORWARDED.match(line):
                own.append(line)
            open_quote = False
    return own, quotes, inside


def _mail_from(lines: list[str], number: int) -> list[str] | None:
    """The lines of a mail that begins here and is quoted to the end of the post."""
    if FORWARDED.match(lines[number]):
        after = lines[number + 1 :]
        first = next((line for line in after[:_FEW_LINES] if line.strip()), "")
        return None if _QUOTE_LINE.match(first) else after
    if not SENDER.match(lines[number]):
        return None
    fields = []
    for line in lines[number : number + _FEW_LINES]:
        if not (heading := HEADING.match(line)):
            break
        fields.append(heading["field"].casefold())
    return lines[number:] if TELLING_FIELDS.intersection(fields) else None


def _is_from_outside(mail: list[str]) -> bool:
    """Whether the heading gives the addresses of a sender and of others, at different places."""
    sender = {place.casefold() for place in _AT.findall(mail[0])}
    heading = "\n".join(line for line in mail[1:_FEW_LINES] if HEADING.match(line))
    others = {place.casefold() for place in _AT.findall(heading)}
    return bool(sender and others) and not sender & others


def _without_heading(mail: list[str]) -> list[str]:
    """A mail's words: of its heading the subject stays."""
    subject: list[str] = []
    for number, line in enumerate(mail):
        heading = HEADING.match(line)
        if heading and heading["field"].casefold() == "subject":
            subject.append(heading["says"])
        elif line.strip() and not heading:
            return [*subject, *mail[number:]]
    return subject


def _unquoted(line: str) -> str:
    quoted = _QUOTE_LINE.match(line)
    return quoted.group(1) if quoted else line
