"""What a directory of customers' names costs: a thousand, a hundred thousand and a million names, side by side.

    OURS_DATA=… python -m bench.names [postgresql+psycopg://…]

Real names of companies first, made-up ones to fill up. Prints the memory of the names held in memory (`bot read`) and
of the bitmap before the table (the bot), the time to build them, and the microseconds that a message takes: proposing
spellings, finding them in memory, and asking the ledger, with and without its bitmap: what that adds to what is read
before each message anyway. The ledger's part is told twice: by the clock on the wall, the median message of the middle
round (and of the quickest and the slowest), and what our own processor spends on the mean one. With the address of an
empty database of PostgreSQL it is measured there as well. The last line is how many messages of ordinary chat hold a
real company's name, and in how many one is read as a customer who spoke. Ratios hold from machine to machine; the
absolute figures do not.
"""

from __future__ import annotations

import itertools
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, insert, text
from sqlalchemy.orm import Session

from bench.reading.report import NOW, folder, rows
from bot.database import Base, Ids, Scope, look, make_engine
from bot.facts import Post
from bot.ledger import customers, name_bitmaps
from bot.models import Alias, Customer
from bot.understanding import candidate_names, normalise_name, read
from bot.understanding.directory import Directory

SIZES = (1_000, 100_000, 1_000_000)
TEAM, MESSAGES, ROUNDS, LEDGER_ROUNDS = "T1", 400, 3, 9
Spent = tuple[float, float]
"""Microseconds on the wall, and of our own processor."""
AT_ONCE = 5_000
SYLLABLES = [
    "al",
    "an",
    "ar",
    "bel",
    "ber",
    "bo",
    "ca",
    "cor",
    "da",
    "del",
    "den",
    "dor",
    "el",
    "en",
    "fer",
    "fo",
    "gar",
    "ge",
    "ha",
    "hil",
    "in",
    "is",
    "jo",
    "ka",
    "kel",
    "la",
    "len",
    "lo",
    "ma",
    "mer",
    "mi",
    "mon",
    "na",
    "nor",
    "or",
    "pa",
    "per",
    "qui",
    "ra",
    "ren",
    "ro",
    "sal",
    "sen",
    "so",
    "ta",
    "tel",
    "tor",
    "ul",
    "va",
    "ver",
    "wa",
    "win",
    "yar",
    "zen",
    "zo",
]
TRADES = [
    "Foods",
    "Logistics",
    "Health",
    "Partners",
    "Systems",
    "Bakery",
    "Energy",
    "Design",
    "Motors",
    "Capital",
    "Media",
    "Labs",
    "Textiles",
    "Travel",
]
ENDINGS = ["Inc.", "LLC", "GmbH", "Ltd", "Group", "& Sons", "SA", "Co."]


def made_up() -> Iterator[str]:
    """Names without end, nearly all different; the same ones in every run."""
    chance = random.Random(1)  # noqa: S311 - no secret
    while True:
        first, second = ("".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4)))) for _ in range(2))
        words = [first, *([second] if chance.random() < 0.5 else []), chance.choice(TRADES), chance.choice(ENDINGS)]
        yield " ".join(words).title()


def names(size: int) -> list[str]:
    real = (folder() / "company_names.txt").read_text(encoding="utf-8").splitlines()
    return list(itertools.islice(itertools.chain(real, made_up()), size))


def held(build: Callable[[], Any]) -> tuple[Any, float, float]:
    """What was built, its megabytes, and the seconds that it took without measuring."""
    start = time.perf_counter()
    build()
    seconds = time.perf_counter() - start
    tracemalloc.start()
    built = build()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return built, size / 1e6, seconds


def microseconds(work: Callable[[Any], Any], things: list[Any]) -> float:
    """Of the processor, for one thing; the median round."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for thing in things:
            work(thing)
        times.append((time.process_time() - start) / len(things) * 1e6)
    return statistics.median(times)


def _looked_up(directory: Directory, norms: Sequence[str]) -> list[Any]:
    return [directory.get(norm) for norm in norms]


@dataclass(frozen=True, slots=True)
class Asker:
    """Looks spellings up as the bot does before it reads a message; `fewest` is from how many names a bitmap helps."""

    reader: Engine
    fewest: int = name_bitmaps.FEWEST_NAMES

    def current(self) -> tuple[name_bitmaps.NameBitmap | None, Spent]:
        """What is known of all names, read among much else: so its transaction, and what comes before, don't count."""

        def among_other(session: Session) -> tuple[name_bitmaps.NameBitmap | None, Spent]:
            session.execute(text("SELECT 1"))
            begun = clocks()
            known = name_bitmaps.current(self._scope(session), self.fewest)
            return known, since(begun)

        return look(self.reader, among_other)

    def __call__(self, norms: tuple[str, ...]) -> Spent:
        known, spent = self.current()
        begun = clocks()
        wanted = norms if known is None else [norm for norm in norms if norm in known]
        if wanted:
            look(self.reader, lambda session: customers.look_up(self._scope(session), wanted))
        return spent[0] + (more := since(begun))[0], spent[1] + more[1]

    def rounds(self, spellings: list[tuple[str, ...]]) -> str:
        """On the wall the median message (the middle round, and all from … to), and on our processor the mean one."""
        walls, own = [], []
        for _ in range(LEDGER_ROUNDS):
            spent = [self(norms) for norms in spellings]
            walls.append(statistics.median(wall for wall, _ in spent))
            own.append(statistics.fmean(cpu for _, cpu in spent))
        return f"{statistics.median(walls):.0f} ({min(walls):.0f}-{max(walls):.0f}) / {statistics.median(own):.0f}"

    def _scope(self, session: Session) -> Scope:
        return Scope(session, TEAM, NOW + timedelta(hours=1), str)


def clocks() -> Spent:
    return time.perf_counter() * 1e6, time.process_time() * 1e6


def since(begun: Spent) -> Spent:
    now = clocks()
    return now[0] - begun[0], now[1] - begun[1]


def fill(engine: Engine, given: list[str]) -> None:
    """The names in the ledger's tables."""
    new_id = Ids(lambda: NOW)
    norms = dict.fromkeys(norm for name in given if (norm := normalise_name(name)))
    customer = [{"team_id": TEAM, "id": new_id(), "name": norm, "created_at": NOW} for norm in norms]
    alias = [one | {"norm": one["name"], "customer_id": one["id"]} for one in customer]
    for table, made in ((Customer, customer), (Alias, alias)):
        for start in range(0, len(made), AT_ONCE):
            with engine.begin() as connection:
                connection.execute(insert(table), made[start : start + AT_ONCE])


def ledger_times(address: str, given: list[str], spellings: list[tuple[str, ...]]) -> tuple[str, str, float, int]:
    """Microseconds of a look-up with the table alone and with the bitmap; seconds to build it, and its bytes."""
    engine = make_engine(address)
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    fill(engine, given)
    reader = make_engine(address, read_only=True)
    alone = Asker(reader, len(given) + 1).rounds(spellings)
    reader.dispose()
    reader = make_engine(address, read_only=True)
    asker = Asker(reader)
    start = time.perf_counter()
    for _ in range(len(given) // name_bitmaps.STEP + 2):
        known, _ = asker.current()
    seconds = time.perf_counter() - start
    helped = asker.rounds(spellings)
    reader.dispose()
    Base.metadata.drop_all(engine)
    engine.dispose()
    return alone, helped, seconds, len(known) if known is not None else 0


def false_hits(directory: Directory, texts: list[str]) -> tuple[int, int]:
    there = spoke = 0
    for words in texts:
        found = tuple((each, name) for each in candidate_names(Post(words, NOW)) if (name := directory.get(each)))
        there += bool(found)
        reading = read(Post(words, NOW, names=found), ()).mention
        spoke += reading.evidence == "name" or reading.customer is not None
    return there, spoke


def main() -> None:
    if not (folder() / "chat.jsonl").is_file():
        raise SystemExit("Set OURS_DATA to the folder with chat.jsonl and company_names.txt.")
    texts = [row["text"] for row in rows("chat.jsonl")]
    posts = [Post(text, NOW) for text in texts[:MESSAGES]]
    spellings = [candidate_names(post) for post in posts]
    print(
        f"{'names':>10} {'in memory':>12} {'built in':>9} {'bitmap':>9} {'read in':>8} | µs a message:"
        f" {'propose':>8} {'memory':>7} {'table':>22} {'bitmap + table':>22}"
    )
    propose = microseconds(candidate_names, posts)
    for size in SIZES:
        given = names(size)
        directory, megabytes, seconds = held(partial(Directory, given))
        memory = microseconds(partial(_looked_up, directory), spellings)
        with tempfile.TemporaryDirectory() as place:
            address = f"sqlite:///{Path(place) / 'bench.db'}"
            alone, helped, read_in, bitmap = ledger_times(address, given, spellings)
        print(
            f"{size:>10,} {megabytes:>9.1f} MB {seconds:>7.1f} s {bitmap / 1e6:>6.1f} MB {read_in:>6.1f} s |"
            f" {propose:>22.0f} {memory:>7.0f} {alone:>22} {helped:>22}",
            flush=True,
        )
        for address in sys.argv[1:]:
            alone, helped, read_in, bitmap = ledger_times(address, given, spellings)
            print(
                f"{'PostgreSQL':>10} {'':>12} {'':>9} {bitmap / 1e6:>6.1f} MB {read_in:>6.1f} s |"
                f" {'':>22} {'':>7} {alone:>22} {helped:>22}",
                flush=True,
            )
    real = Directory((folder() / "company_names.txt").read_text(encoding="utf-8").splitlines())
    there, spoke = false_hits(real, texts)
    print(f"{len(texts)} chat messages: a real company's name in {there}, read as a customer in {spoke}")


if __name__ == "__main__":
    main()
