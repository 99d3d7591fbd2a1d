"""What reading costs: each reader on 4,000 characters of ordinary and of hostile text, and the memory of it all.

    python -m bench.readers

Prints milliseconds, the best of five, and on the right what a plain split into words takes, which says how much is the
machine's. What is above 5 ms is marked. The last lines are megabytes of a new process: the bot's own, and what comes on
top when it has read, with a calendar of holidays.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from bot.clock import WorkingHours
from bot.facts import DepartmentWords, Post
from bot.understanding import candidate_names, read, read_due
from bot.understanding.departments import read_departments
from bot.understanding.mentions import read_mention
from bot.understanding.parts import separate
from bot.understanding.promises import read_promise
from bot.understanding.stance import read_stance, read_urgency
from config.departments import read_departments as departments_of
from config.settings import PACKAGED_DEPARTMENTS

LENGTH = 4_000
MOST_MILLISECONDS = 5.0
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
HOURS = WorkingHours()
DEPARTMENTS = tuple(
    DepartmentWords(one.key, one.name, one.description, one.words) for one in departments_of(PACKAGED_DEPARTMENTS)
)
TEXTS = {
    "prose": "They wrote that the parcel had been left outside in the rain, and that nobody answered their mail. ",
    "promises": "I'll send the quote by Friday noon and call them on the 3rd, or in two days at 3pm PT. ",
    "complaints": "Worst service ever!!! I was charged twice, your app crashes, and Acme Ltd will sue you. ",
    "talk": "um so I I just draw it on the the whiteboard yeah, and then we'll uh see what you think of it. ",
    "a log": "2026-11-20T10:00:01Z ERROR pool[12]: 192.168.1.12:8080 timed out after 30s (3/5) ",
    "figures": "1",
    "dates without end": "1/1/",
    "versions": "1.",
    "prepositions": "in in in by by next next ",
    "months": "May March ",
    "weekdays": "Mon Tue Wed ",
    "ranges": "1 - 2 - ",
    "figures and letters": "1_a1",
    "one word": "a",
    "names": "Acme Bank Of ",
    "capitals": "A",
    "dashes": "a-",
    "dots": "a.",
    "addresses": "a@",
    "links": "https://x.com/a/status/1 ",
    "reviews": "<https://www.trustpilot.com/reviews/6659c1f2ab|x> ",
    "figures and marks": "1_",
    "thousands": "1,",
    "quotes": '> "a" ',
    "apostrophes": "I'll ",
    "negations": "not no never ",
    "spaces": " ",
    "lines": "a\n",
    "signs": "?!",
}
READERS: dict[str, Callable[[str], object]] = {
    "parts": lambda text: separate(Post(text, NOW)),
    "names": lambda text: candidate_names(Post(text, NOW)),
    "mention": lambda text: read_mention(post := Post(text, NOW), separate(post)),
    "promise": lambda text: read_promise(text, lambda _: False),
    "due": lambda text: read_due(text, NOW, HOURS),
    "departments": lambda text: read_departments(text, DEPARTMENTS, is_mention=True),
    "stance": read_stance,
    "urgency": read_urgency,
    "all": lambda text: read(Post(text, NOW), DEPARTMENTS),
    "(split)": lambda text: re.split(r"\W+", text),
}
MEMORY = """
import pathlib
import bot.wiring, bot.handlers.commands, bot.jobs.reading

def megabytes():
    status = pathlib.Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024

own = megabytes()
from bench.readers import DEPARTMENTS, NOW, TEXTS
from bot.clock import WorkingHours
from bot.facts import Post
from bot.understanding import read
for text in TEXTS.values():
    read(Post((text * 4000)[:4000], NOW, WorkingHours("Europe/Berlin", holidays="zone")), DEPARTMENTS)
print(f"the bot's own {own:.0f} MB, reading {megabytes() - own:.0f} MB above it")
"""


def best(work: Callable[[str], object], text: str) -> float:
    """The shortest of five times, in milliseconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work(text)
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def memory() -> str:
    """What a new process takes, told in megabytes."""
    done = subprocess.run([sys.executable, "-c", MEMORY], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.strip()


def main() -> None:
    print(f"{'4,000 characters of':<20}" + "".join(f"{name:>13}" for name in READERS))
    for name, unit in TEXTS.items():
        text = (unit * LENGTH)[:LENGTH]
        taken = [best(reader, text) for reader in READERS.values()]
        marks = [f"{one:>12.2f}{'!' if one > MOST_MILLISECONDS else ' '}" for one in taken]
        print(f"{name:<20}" + "".join(marks), flush=True)
    print(memory())


if __name__ == "__main__":
    main()
