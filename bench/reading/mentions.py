"""Mentions: recall at few false alarms, and customers' names that come up in ordinary chat."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.reading.report import NOW, Report, departments, folder, microseconds, recall_at, rows
from bot.facts import MentionReading, Post
from bot.understanding import candidate_names, normalise_name, read, separate
from bot.understanding.mentions import read_mention

LONG = 4_000
ORDINARY = Path(__file__).resolve().parent / "ordinary"


def measure(report: Report) -> None:
    teams = departments()
    scores: dict[str, list[float]] = {}
    for name in ("chat", "complaints", "banking77"):
        texts = [row["text"] for row in rows(f"{name}.jsonl")]
        readings = [read(Post(text, NOW), teams) for text in texts]
        scores[name] = [reading.mention.score for reading in readings]
        for text, reading in zip(texts, readings, strict=True):
            if reading.mention.is_mention == (name == "chat"):
                report.miss(f"mention {name}", reading.mention.score, text)
        report.share("mentions, found", name, sum(each.mention.is_mention for each in readings), len(readings))
        report.figure(
            "  microseconds a text", name, "", microseconds(lambda text: read(Post(text, NOW), teams), texts[:500])
        )
    for corpus, name in (("lin_enron", "work mail"), ("ami", "meetings")):
        work = [row["text"] for row in rows("promises.jsonl") if row["corpus"] == corpus]
        flagged = [text for text in work if read(Post(text, NOW), teams).mention.is_mention]
        for text in flagged:
            report.miss(f"mention in {name}", text)
        report.share("  needless", name, len(flagged), len(work))
    _times(report)
    report.area("  AUC", "complaints, chat", scores["complaints"], scores["chat"])
    report.figure("  recall at 1 % alarms", "complaints, chat", recall_at(scores["complaints"], scores["chat"]))
    _names(report)
    measure_ordinary(report)


def measure_ordinary(report: Report) -> None:
    """Needless cards on ordinary messages of our own, and the cards that are due, with a directory and without."""
    directory = {normalise_name(name): name for name in lines_of("customers")}
    for path in sorted(ORDINARY.glob("*.txt")):
        if path.stem == "customers":
            continue
        is_due = path.stem.startswith("due")
        texts = lines_of(path.stem)
        for known, note in ((directory, "directory"), ({}, "none")):
            found = [text for text in texts if read(_post(text, known), ()).mention.is_mention]
            for text in texts:
                if (text in found) != is_due:
                    report.miss(f"card {path.stem} {note}", text)
            part = "cards that are due" if is_due else "  needless cards"
            report.share(part, f"{path.stem}, {note}", len(found), len(texts))


def lines_of(name: str) -> list[str]:
    """The messages of one set."""
    lines = (ORDINARY / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _post(text: str, directory: Mapping[str, str]) -> Post:
    names = tuple((each, directory[each]) for each in candidate_names(Post(text, NOW)) if each in directory)
    return Post(text, NOW, names=names)


def _times(report: Report) -> None:
    """Of reading mentions alone: a chat message, and 4,000 characters."""

    def alone(text: str) -> MentionReading:
        post = Post(text, NOW)
        return read_mention(post, separate(post))

    chat = [row["text"] for row in rows("chat.jsonl")][:1000]
    long = [(row["text"] * 8)[:LONG] for row in rows("complaints.jsonl")[:100]]
    for name, texts in (("chat", chat), (f"{LONG} characters", long)):
        report.figure("  microseconds, alone", name, "", microseconds(alone, texts))


def _names(report: Report) -> None:
    names = (folder() / "company_names.txt").read_text(encoding="utf-8").splitlines()
    directory = {normalise_name(name): name for name in names}
    texts = [row["text"] for row in rows("chat.jsonl")]
    looked_up = named = 0
    for text in texts:
        post = _post(text, directory)
        looked_up += bool(post.names)
        reading = read(post, ())
        if reading.mention.customer or reading.mention.evidence == "name":
            named += 1
            report.miss("name chat", post.names, text)
    report.share("names, looked up", "chat", looked_up, len(texts))
    report.share("names, read as customers", "chat", named, len(texts))
