"""Separates the teammate's own words from what they quoted: a promise in a quote is not the teammate's.

Quoted are: lines that start with `>` (Slack sends `&gt;`), everything after `>>>` and below the heading of a pasted
mail, the mails and attachments of a post, and what stands between quotation marks when it is a sentence of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts import Post
from bot.understanding.english.quoting_words import RELAYED
from bot.understanding.pasted import Origin, Pasted, headed, is_forward, mail_at, origin_of_forward
from bot.understanding.patterns import regex
from bot.understanding.shared import shared_at
from bot.understanding.text import MOST_CHARACTERS, plain_text

_CODE = regex(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_QUOTE_LINE = regex(r"\s*(?:&gt;|>)(?!&gt;|>)\s?(.*)")
_QUOTE_REST = regex(r"\s*(?:&gt;){3}|\s*>>>")
_SAID = regex(
    r"[“\"]([^“”\"\n]{12,4000})[”\"]|(?<!\w)[\u2018']([^\u2018\u2019'\n]{25,4000})[\u2019'](?!\w)"
    r"|[「『]([^「」『』\n]{4,4000})[」』]"
)
_FEW_LINES = 6


@dataclass(frozen=True, slots=True)
class Parts:
    """A post taken apart, all as plain text: `own` is the writer's, `quotes` are lines marked as quotes and mails,
    each from where `origins` tells, `said` stands between quotation marks (it is blanked in `own`), `code` tells that
    code was pasted.
    """

    own: str
    quotes: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    code: bool = False
    origins: tuple[Origin, ...] = ()


def separate(post: Post) -> Parts:
    """Take the text of a post apart."""
    return separate_text(post.text)


def separate_text(mrkdwn: str) -> Parts:
    """Take a text in Slack's mrkdwn apart."""
    text = mrkdwn[:MOST_CHARACTERS].replace(":star:", "\u2b50")
    without_code = _CODE.sub(" ", text) if "`" in text else text
    own, quotes = _split_lines(without_code)
    plain = plain_text("\n".join(own))
    said: list[str] = []

    def take(match: re.Match[str]) -> str:
        words = match.group(1) or match.group(2) or match.group(3) or ""
        said.append(words.strip())
        return ' "…" '

    plain = _SAID.sub(take, plain)
    quoted = [(plain_text("\n".join(quote.lines)).strip(), quote.origin) for quote in quotes]
    quoted = [(words, origin) for words, origin in quoted if words]
    origins = tuple(origin for _, origin in quoted)
    return Parts(plain.strip(), tuple(words for words, _ in quoted), tuple(said), without_code != text, origins)


def without_relayed(own: str) -> str:
    """The writer's words less what they relay after a colon: "she wrote: I'll cancel"."""
    return RELAYED.sub(" ", own) if ":" in own else own


def _split_lines(text: str) -> tuple[list[str], list[Pasted]]:
    own: list[str] = []
    quotes: list[Pasted] = []
    block: list[str] | None = None
    origin: Origin = ""
    lines = text.split("\n")
    resume = 0
    for number, line in enumerate(lines):
        if number < resume:
            continue
        if quoted := _QUOTE_LINE.match(line):
            if block is None:
                block = []
                quotes.append(Pasted(block, origin))
            block.append(quoted.group(1))
            continue
        block = None
        before = "\n".join(own[-_FEW_LINES:])
        if rest := _QUOTE_REST.match(line):
            quotes.append(Pasted([line[rest.end() :], *_unquoted(lines[number + 1 :])], origin))
            break
        if is_forward(line) and _is_quoted_below(lines, number):
            origin = origin_of_forward(line, before)
        elif mail := mail_at(lines, number, before):
            quotes.append(Pasted(_unquoted(mail.lines), mail.origin))
            break
        elif shared := shared_at(lines, number):
            own.append(shared.introduction)
            quotes.append(Pasted(shared.lines, shared.origin))
            resume = shared.end
        else:
            own.append(line)
            origin = origin if not line.strip() else ""
    return own, [_with_origin(quote, "\n".join(own)) for quote in quotes]


def _is_quoted_below(lines: list[str], number: int) -> bool:
    first = next((line for line in lines[number + 1 : number + 1 + _FEW_LINES] if line.strip()), "")
    return bool(_QUOTE_LINE.match(first))


def _with_origin(quote: Pasted, own: str) -> Pasted:
    """A quote that is a mail with its heading came from where that tells."""
    return quote if quote.origin else headed(quote.lines, own) or quote


def _unquoted(lines: list[str]) -> list[str]:
    return [quoted.group(1) if (quoted := _QUOTE_LINE.match(line)) else line for line in lines]
