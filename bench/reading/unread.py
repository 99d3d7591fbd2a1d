"""What writers wrote who knew none of the rules and models, and nobody trained on: promises, chat, what is urgent.

What is urgent has been read since; of the others, three shapes of promises were mended when they were first read.
"""

from __future__ import annotations

from pathlib import Path

from bench.reading.promises import promises
from bench.reading.report import NOW, Report, departments
from bot.facts import Post, Reading
from bot.understanding import read

UNREAD = Path(__file__).resolve().parent / "unread"


def measure(report: Report) -> None:
    for corpus in ("mail", "calls"):
        found = [(is_so, promises(text), text) for is_so, text in _lines(corpus)]
        right = sum(is_so and said for is_so, said, _ in found)
        report.f1(f"{corpus}, unread", sum(is_so for is_so, *_ in found), sum(said for _, said, _ in found), right)
        for is_so, said, text in found:
            if is_so != said:
                report.miss(f"promise {corpus} unread {'false' if said else 'missed'}", text)
    _chat(report)
    urgent = [(is_so, _reading(f"> {text}").urgency.is_urgent) for is_so, text in _lines("urgent")]
    for name, wanted in (("urgent, found", True), ("  needless", False)):
        told = [said for is_so, said in urgent if is_so == wanted]
        report.share(name, "urgent, read since", sum(told), len(told))


def _chat(report: Report) -> None:
    texts = [text for _, text in _lines("chat")]
    readings = [_reading(text) for text in texts]
    report.share("  flagged", "chat, unread", sum(reading.promise.is_promise for reading in readings), len(texts))
    report.share(
        "  needless cards", "chat, unread", sum(reading.mention.is_mention for reading in readings), len(texts)
    )


def _reading(text: str) -> Reading:
    return read(Post(text, NOW), departments())


def _lines(name: str) -> list[tuple[bool, str]]:
    """Each text with whether it is what is looked for there."""
    lines = (UNREAD / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(label == "yes", text) for label, _, text in (line.partition(": ") for line in lines)]
