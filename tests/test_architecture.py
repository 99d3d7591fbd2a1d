"""The house rules, read off the code itself: who may import whom, and what nobody may do.

Every rule takes one `Source` and yields what breaks it, with file, line and remedy. Below the rules stand small bad
sources that prove that each rule can fail.
"""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
PACKAGES = ("bot", "config", "playground")

BASE = frozenset(
    {"database", "outages", "statements", "lanes", "clock", "calendars", "errors", "facts", "tokens"}
)  # lanes: how the database's rows are taken
WIRING = frozenset({"wiring", "seeds", "__main__", "demo"})
EVERYTHING = frozenset({"*"})
MAY_IMPORT = {
    "wiring": EVERYTHING,
    "handlers": frozenset({"inbox", "ledger", "understanding", "messages", "slack", "base"}),
    "jobs": frozenset({"inbox", "outbox", "pace", "understanding", "ledger", "slack", "base"}),
    "slack": frozenset({"outbox", "base"}),
    "ledger": frozenset({"models", "outbox", "messages", "base"}),
    "messages": frozenset({"models", "base"}),
    "understanding": frozenset({"base"}),
    "models": frozenset({"base"}),
    "inbox": frozenset({"base"}),
    "outbox": frozenset({"pace", "base"}),
    "pace": frozenset({"base"}),
    "unread": frozenset({"inbox", "base"}),
    "unsaid": frozenset({"outbox", "base"}),
    "migrations": frozenset({"models", "inbox", "outbox", "base"}),
    "doctor": frozenset({"inbox", "outbox", "unread", "unsaid", "ledger", "base"}),
    "read": frozenset({"understanding", "base"}),
    "importing": frozenset({"understanding", "ledger", "base"}),
    "base": frozenset[str](),
}
# Library: the places that alone may import it.
ONLY_IN = {
    "slack_bolt": ("bot.handlers", "bot.slack", "bot.wiring", "bot.demo", "bot.__main__"),
    "apscheduler": ("bot.jobs.timetable", "bot.wiring"),
    "pydantic": ("config",),
    "pydantic_core": ("config",),
    "pydantic_settings": ("config",),
    "alembic": ("bot.migrations", "bot.__main__"),
}
# What is pure knows neither the network nor the database.
WIRES = ("sqlalchemy", "sqlite3", "psycopg", "slack_sdk", "aiohttp", "starlette", "socket", "urllib.request", "asyncio")
READS_THE_CLOCK = frozenset(
    {
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "datetime.date.today",
        "time.time",
        "time.time_ns",
        "sqlalchemy.func.now",
        "sqlalchemy.func.current_timestamp",
    }
)
SPEAKS_AT_IMPORT = (
    "aiohttp.ClientSession",
    "aiohttp.request",
    "asyncio.run",
    "http.client",
    "psycopg.connect",
    "slack_bolt.async_app.AsyncApp",
    "slack_sdk.web",
    "socket.",
    "sqlalchemy.create_engine",
    "sqlite3.connect",
    "subprocess.",
    "urllib.request",
    "uvicorn.run",
    "websockets.connect",
)
LONGEST, LONG, SHORT_SHARE = 60, 35, 0.95

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Imported:
    """One imported thing: `module` is dotted, `name` what is taken from it (empty for a whole module)."""

    line: int
    module: str
    name: str = ""

    @property
    def dotted(self) -> str:
        return f"{self.module}.{self.name}" if self.name else self.module


@dataclass(frozen=True)
class Source:
    """One file: its path from the repository's root, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All of it, outermost first."""
        return list(ast.walk(self.tree))

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    @property
    def part(self) -> str:
        """The row of the table that this file belongs to; empty outside `bot` and for `bot/__init__.py`."""
        return part_of(self.module)

    @cached_property
    def imports(self) -> list[Imported]:
        return [imported for node in self.nodes for imported in self._imports_of(node)]

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Local name → what it stands for, dotted."""
        names: dict[str, str] = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                names |= {alias.asname: alias.name for alias in node.names if alias.asname}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        return names

    def dotted(self, node: ast.AST) -> str:
        """`a.b.c` with the first name resolved through the imports; empty for anything else."""
        if isinstance(node, ast.Name):
            return self.aliases.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            left = self.dotted(node.value)
            return f"{left}.{node.attr}" if left else ""
        return ""

    def at(self, line: int, words: str) -> str:
        return f"{self.path}:{line} {words}"

    def _imports_of(self, node: ast.AST) -> Iterator[Imported]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Imported(node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield Imported(node.lineno, self._resolve(node), alias.name)
        elif isinstance(node, ast.Call) and _name_of_call(node) in ("import_module", "__import__") and node.args:
            target = node.args[0]
            if isinstance(target, ast.Constant) and isinstance(target.value, str):
                yield Imported(node.lineno, target.value)

    def _resolve(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.module.split(".")
        keep = len(package) - node.level + self.path.endswith("__init__.py")
        return ".".join([*package[:keep], *([node.module] if node.module else [])])


def part_of(module: str) -> str:
    """The part of the house that a dotted name of `bot` lies in; empty for `bot` itself and for others."""
    root, _, rest = module.partition(".")
    first = rest.partition(".")[0]
    if root != "bot" or not first:
        return ""
    if first in BASE:
        return "base"
    return "wiring" if first in WIRING else first


def is_within(module: str, place: str) -> bool:
    return module == place or module.startswith(f"{place}.")


def _name_of_call(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


# The rules


def check_parts(source: Source) -> Iterator[str]:
    """Who may import whom inside `bot`."""
    part = source.part
    if not part:
        return
    if part not in MAY_IMPORT:
        yield source.at(1, f"belongs to no part of the house: add `{part}` to MAY_IMPORT, or move it")
        return
    allowed = MAY_IMPORT[part]
    for imported in source.imports:
        target = part_of(imported.dotted)
        if target and target != part and target not in allowed and allowed != EVERYTHING:
            may = ", ".join(sorted(allowed)) or "nothing of ours"
            yield source.at(imported.line, f"imports {imported.dotted}; {part} may import {may}")


def check_slack_takes_rows_only(source: Source) -> Iterator[str]:
    """From the outbox, the wire takes the class of a row, and no function that reads or writes rows."""
    if source.part != "slack":
        return
    for imported in source.imports:
        takes_class = imported.name[:1].isupper() and not imported.name.isupper()
        if is_within(imported.dotted, "bot.outbox") and not takes_class:
            yield source.at(imported.line, f"imports {imported.dotted}; slack may import the outbox's row only")


def check_packages(source: Source) -> Iterator[str]:
    """`config` is read by wiring alone, `playground` by the demo alone, and both know nothing of `bot`."""
    here = source.module.partition(".")[0]
    for imported in source.imports:
        root = imported.module.partition(".")[0]
        if root not in PACKAGES or root == here:
            continue
        if here == "bot" and root == "config" and source.part == "wiring":
            continue
        if is_within(source.module, "bot.demo") and root == "playground":
            continue
        yield source.at(imported.line, f"imports {imported.module}; {source.module} may import nothing of {root}/")


def check_libraries(source: Source) -> Iterator[str]:
    """Some libraries stay in one room."""
    for imported in source.imports:
        places = ONLY_IN.get(imported.module.partition(".")[0])
        if places and not any(is_within(source.module, place) for place in places):
            yield source.at(imported.line, f"imports {imported.module}, which belongs in {', '.join(places)}")


def check_purity(source: Source) -> Iterator[str]:
    """Understanding and messages are pure; messages take Slack's models, and nothing else of its SDK."""
    if source.part not in ("understanding", "messages"):
        return
    for imported in source.imports:
        if source.part == "messages" and is_within(imported.dotted, "slack_sdk.models"):
            continue
        if any(is_within(imported.dotted, wire) for wire in WIRES):
            yield source.at(imported.line, f"imports {imported.dotted}; {source.part} is pure: no I/O, no clock")


def check_lengths(source: Source) -> Iterator[str]:
    """No function is longer than a screen."""
    for function in functions_of(source):
        if length_of(function) > LONGEST:
            words = f"{function.name} has {length_of(function)} lines; {LONGEST} is the most: split it"
            yield source.at(function.lineno, words)


def check_clock(source: Source) -> Iterator[str]:
    """Time is read in `clock.py` and passed on."""
    if source.path.endswith("/clock.py"):
        return
    for node in source.nodes:
        if isinstance(node, ast.Attribute | ast.Name) and source.dotted(node) in READS_THE_CLOCK:
            yield source.at(node.lineno, f"reads {source.dotted(node)}; take `now` as an argument, or a clock")


def check_broad_except(source: Source) -> Iterator[str]:
    """Whoever catches everything logs the traceback, or hands the error on: by `raise`, or to a future."""
    for node in source.nodes:
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _accounts_for(node):
            yield source.at(node.lineno, "catches everything without logger.exception(…): the traceback is lost")
        if isinstance(node, ast.Call) and _name_of_call(node) == "suppress" and any(map(_is_broad, node.args)):
            yield source.at(node.lineno, "suppresses everything: name what may fail")


def check_commits(source: Source) -> Iterator[str]:
    """Handlers and jobs open the transaction; the ledger works within it."""
    if source.part != "ledger":
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and _name_of_call(node) in ("commit", "rollback"):
            yield source.at(node.lineno, f"calls {_name_of_call(node)}(): whoever opened the transaction ends it")


def check_locks(source: Source) -> Iterator[str]:
    """What is locked is seen as it is then: `session.get(…, with_for_update=True)` answers what was read before."""
    for node in source.nodes:
        if isinstance(node, ast.Call) and any(one.arg == "with_for_update" for one in node.keywords):
            yield source.at(node.lineno, "locks a row, and may see it as it was: use find_locked of bot/statements.py")


def check_work_at_import(source: Source) -> Iterator[str]:
    """Importing a module speaks with nobody."""
    for node in _walk_import_time(source.tree):
        if isinstance(node, ast.Call):
            called = source.dotted(node.func)
            if any(called == name.rstrip(".") or called.startswith(name) for name in SPEAKS_AT_IMPORT):
                yield source.at(node.lineno, f"calls {called} at import: do it in a function that wiring calls")


def _is_broad(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(map(_is_broad, caught.elts))
    return caught is None or (isinstance(caught, ast.Name) and caught.id in ("Exception", "BaseException"))


def _accounts_for(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    flies_on = isinstance(last, ast.Raise) and last.exc is None
    return flies_on or any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("exception", "set_exception")
        for node in ast.walk(handler)
    )


def _walk_import_time(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs when the module is imported: not the bodies of functions, but their decorators."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            outside = [*child.decorator_list, *child.args.defaults, *filter(None, child.args.kw_defaults)]
            for expression in outside:
                yield from _walk_import_time(expression)
        elif not isinstance(child, ast.Lambda) and not _is_main_guard(child):
            yield from _walk_import_time(child)


def _is_main_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.dump(node.test)


def functions_of(source: Source) -> list[Function]:
    return [node for node in source.nodes if isinstance(node, Function)]


def length_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


Rule = Callable[[Source], Iterator[str]]
RULES: tuple[Rule, ...] = (
    check_parts,
    check_slack_takes_rows_only,
    check_packages,
    check_libraries,
    check_purity,
    check_lengths,
    check_clock,
    check_broad_except,
    check_commits,
    check_locks,
    check_work_at_import,
)


def name_of_rule(rule: Rule) -> str:
    return rule.__name__.removeprefix("check_")


def read_sources(*folders: str) -> list[Source]:
    files = sorted(
        path for folder in folders for path in (REPOSITORY / folder).rglob("*.py") if "node_modules" not in path.parts
    )
    return [Source(path.relative_to(REPOSITORY).as_posix(), path.read_text(encoding="utf-8")) for path in files]


# The house keeps them


@pytest.fixture(scope="module")
def house() -> Iterator[list[Source]]:
    """Read once, and let go again: parsed, it takes a hundred megabytes."""
    sources = read_sources(*PACKAGES)
    yield sources
    sources.clear()


@pytest.mark.parametrize("rule", RULES, ids=name_of_rule)
def test_the_house_keeps_the_rule(rule: Rule, house: list[Source]) -> None:
    broken = [words for source in house for words in rule(source)]
    assert not broken, f"{rule.__doc__}\n" + "\n".join(broken)


def test_tests_are_short_as_well() -> None:
    broken = [words for source in read_sources("tests") for words in check_lengths(source)]
    assert not broken, "\n".join(broken)


def test_nearly_all_functions_fit_the_eye(house: list[Source]) -> None:
    found = [(length_of(function), source, function) for source in house for function in functions_of(source)]
    long = sorted((item for item in found if item[0] > LONG), key=lambda item: -item[0])
    listed = "\n".join(source.at(function.lineno, f"{function.name}: {length}") for length, source, function in long)
    assert len(long) <= (1 - SHORT_SHARE) * len(found), f"too many functions have over {LONG} lines:\n{listed}"


IMPORT_ALL = """
import importlib, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "sqlite3.connect", "subprocess.Popen"):
        raise SystemExit(f"importing {name} does {event} {arguments}")

name = ""
sys.addaudithook(refuse)
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_importing_everything_opens_no_connection_and_no_process(house: list[Source]) -> None:
    # alembic alone runs the environment and the versions of its migrations
    modules = [source.module for source in house if source.part != "migrations"]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *modules], check=False, cwd=REPOSITORY, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_every_part_of_the_table_is_a_place_or_will_be() -> None:
    named = {name for parts in MAY_IMPORT.values() for name in parts if name != "*"}
    assert named <= MAY_IMPORT.keys()
    for place in (place for places in ONLY_IN.values() for place in places if place.partition(".")[0] == "bot"):
        assert part_of(place) in MAY_IMPORT


# Each rule can fail

BAD: list[tuple[Rule, str, str, str]] = [
    (check_parts, "bot/ledger/shares.py", "from bot.slack import wire", "bot.slack.wire; ledger may import base, m"),
    (check_parts, "bot/ledger/shares.py", "from bot import slack", "imports bot.slack"),
    (check_parts, "bot/ledger/shares.py", "from ..slack import wire", "imports bot.slack.wire"),
    (check_parts, "bot/ledger/__init__.py", "from ..slack import wire", "imports bot.slack.wire"),
    (check_parts, "bot/messages/card.py", "import bot.ledger.shares", "messages may import base, models"),
    (check_parts, "bot/messages/card.py", "def f():\n    from bot.inbox import put", "bot/messages/card.py:2 imports"),
    (check_parts, "bot/messages/card.py", "import importlib\nimportlib.import_module('bot.jobs')", "imports bot.jobs"),
    (
        check_parts,
        "bot/understanding/due.py",
        "from bot.models.promise import Promise",
        "understanding may import base",
    ),
    (check_parts, "bot/handlers/claim.py", "from bot.outbox import put", "handlers may import"),
    (check_parts, "bot/handlers/claim.py", "from bot.models.share import Share", "handlers may import"),
    (check_parts, "bot/jobs/digest.py", "from bot.messages import digest", "jobs may import"),
    (check_parts, "bot/inbox.py", "from bot.outbox import put", "inbox may import base"),
    (check_parts, "bot/clock.py", "from bot.ledger import people", "base may import nothing of ours"),
    (check_parts, "bot/slack/wire.py", "from bot.wiring import build", "slack may import base, outbox"),
    (check_parts, "bot/migrations/env.py", "from bot.ledger import people", "migrations may import base, inbox"),
    (check_parts, "bot/odds.py", "", "belongs to no part of the house"),
    (check_slack_takes_rows_only, "bot/slack/wire.py", "from bot.outbox import put", "the outbox's row only"),
    (check_slack_takes_rows_only, "bot/slack/wire.py", "import bot.outbox", "the outbox's row only"),
    (check_packages, "bot/ledger/shares.py", "from config.settings import load", "may import nothing of config/"),
    (check_packages, "bot/wiring.py", "import playground.engine", "may import nothing of playground/"),
    (check_packages, "playground/engine.py", "from bot.clock import Clock", "may import nothing of bot/"),
    (check_packages, "config/settings.py", "import bot.errors", "may import nothing of bot/"),
    (check_libraries, "bot/jobs/digest.py", "from slack_bolt.async_app import AsyncApp", "belongs in bot.handlers"),
    (check_libraries, "bot/jobs/digest.py", "import apscheduler.schedulers", "belongs in bot.jobs.timetable"),
    (check_libraries, "bot/facts.py", "from pydantic import BaseModel", "belongs in config"),
    (check_libraries, "bot/database.py", "from alembic import command", "belongs in bot.migrations"),
    (check_purity, "bot/messages/card.py", "from slack_sdk.web.async_client import AsyncWebClient", "messages is pure"),
    (check_purity, "bot/messages/card.py", "from slack_sdk import WebClient", "messages is pure"),
    (check_purity, "bot/understanding/due.py", "import sqlalchemy as sa", "understanding is pure"),
    (check_lengths, "bot/inbox.py", "def f():\n" + "    x = 1\n" * 60, "f has 61 lines"),
    (check_clock, "bot/inbox.py", "from datetime import datetime\nx = datetime.now()", "datetime.datetime.now"),
    (check_clock, "bot/inbox.py", "import datetime as d\nx = d.datetime.utcnow()", "datetime.datetime.utcnow"),
    (check_clock, "bot/inbox.py", "import time\ntime.time()", "bot/inbox.py:2 reads time.time"),
    (check_clock, "bot/inbox.py", "from time import time\nx = f(default=time)", "reads time.time"),
    (check_clock, "bot/models/x.py", "from sqlalchemy import func\nfunc.now()", "reads sqlalchemy.func.now"),
    (check_broad_except, "bot/inbox.py", "try:\n    f()\nexcept Exception:\n    log.error('x')", "traceback is lost"),
    (check_broad_except, "bot/inbox.py", "try:\n    f()\nexcept:\n    pass", "bot/inbox.py:3 catches everything"),
    (check_broad_except, "bot/inbox.py", "try:\n    f()\nexcept (KeyError, Exception):\n    pass", "traceback"),
    (check_broad_except, "bot/inbox.py", "from contextlib import suppress\nsuppress(Exception)", "suppresses"),
    (check_commits, "bot/ledger/shares.py", "def f(session):\n    session.commit()", "calls commit()"),
    (check_locks, "bot/ledger/x.py", "def f(s):\n    s.get(A, 1, with_for_update=True)", "locks a row"),
    (check_work_at_import, "bot/inbox.py", "import asyncio\nasyncio.run(f())", "calls asyncio.run at import"),
    (check_work_at_import, "bot/x.py", "import socket\nclass A:\n    s = socket.create_connection(x)", "at import"),
    (check_work_at_import, "bot/x.py", "from sqlalchemy import create_engine as c\n@c('x')\ndef f(): ...", "at import"),
]

GOOD: list[tuple[str, str]] = [
    (
        "bot/wiring.py",
        "from config.settings import load\nfrom bot.jobs import timetable\nimport slack_bolt, apscheduler",
    ),
    ("bot/demo/stage.py", "from playground.engine import Engine\nfrom bot.wiring import build"),
    ("bot/ledger/shares.py", "from bot.models.share import Share\nfrom bot.outbox import put\nfrom . import people"),
    ("bot/messages/card.py", "from slack_sdk.models.blocks import SectionBlock\nfrom bot.facts import Reading"),
    ("bot/slack/wire.py", "from bot.outbox import OutboxRow\nfrom bot.clock import Clock"),
    ("bot/jobs/timetable.py", "from apscheduler.schedulers.asyncio import AsyncIOScheduler"),
    ("bot/clock.py", "from datetime import UTC, datetime\nx = datetime.now(UTC)"),
    ("bot/inbox.py", "try:\n    f()\nexcept Exception:\n    log.exception('inbox')"),
    ("bot/inbox.py", "try:\n    f()\nexcept BaseException:\n    undo()\n    raise"),
    ("bot/inbox.py", "try:\n    f()\nexcept BaseException as e:\n    future.set_exception(e)"),
    ("bot/inbox.py", "import asyncio\nif __name__ == '__main__':\n    asyncio.run(f())"),
    ("bot/inbox.py", "def f():\n" + "    x = 1\n" * 59),
    ("bot/handlers/x.py", "def f(session):\n    session.commit()"),
]


@pytest.mark.parametrize(("rule", "path", "text", "words"), BAD)
def test_a_rule_finds_what_breaks_it(rule: Rule, path: str, text: str, words: str) -> None:
    found = list(rule(Source(path, text)))
    assert found
    assert words in found[0]


@pytest.mark.parametrize(("path", "text"), GOOD)
def test_no_rule_minds_what_is_right(path: str, text: str) -> None:
    assert [words for rule in RULES for words in rule(Source(path, text))] == []


def test_every_rule_is_shown_to_fail() -> None:
    assert {rule for rule, *_ in BAD} == set(RULES)
    assert all(left != right for left, right in pairwise(BAD))
    assert all(importlib.util.find_spec(package) for package in PACKAGES)
