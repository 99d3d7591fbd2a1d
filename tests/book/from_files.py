"""Departments and customers from a file, and into one."""

from __future__ import annotations

import asyncio
import re
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.clock import SystemClock
from bot.importing.command import Wish, import_customers
from bot.messages import actions as act
from tests.book.book import Book
from tests.flow.seen import only

WRONG = '[finance]\nname = 3\nhead = "Tom"'
RETURNS = '[returns]\nname = "Returns"\ndescription = "Handles what comes back."\nwords = ["send back", "exchange"]\n'
RIGHT = f'{RETURNS}\n[legal]\nname = "Law"\n'

HEADER = "name,domains,tier,owners"
BAD_LINES = ("Acme,acme.com,business,maria", "Globex,gmail.com,platinum,maria", "Acme,,,nora")
GOOD_LINES = ("Acme,acme.com,business,maria", "Globex,globex.com,,tom")


_SECONDS = re.compile(r"took \d+ s")


async def departments(book: Book) -> None:
    town = book.town
    await town.ours("@maria", "setup files")
    await town.press("@maria", act.EXPORT)
    await book.form("@maria", "**Maria** clicks *Send me the file* under *Import and export*:")
    sent = only([one for one in town.dms_of("@maria") if one.get("files")])
    await book.page("@maria", sent, "She finds it in her direct messages:")
    await book.sends("@maria", "An import with a mistake changes nothing, and says what to mend:", toml=WRONG)
    await town.send_form("@maria", toml=RIGHT)
    await book.form("@maria", "Without one, it says first what it would change:")
    await town.send_form("@maria")
    await book.form("@maria", "*Import it*:")
    await town.close_form("@maria")


async def customers(book: Book) -> None:
    for user in ("@maria", "@tom"):
        await book.town.ours(user, "join sales")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "customers.csv"
        for caption, lines, is_dry in (
            ("A file with mistakes changes nothing; each is told with its line:", BAD_LINES, True),
            ("`--dry-run` says what would change:", GOOD_LINES, True),
            ("Without it, it is done:", GOOD_LINES, False),
        ):
            file.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
            said = await asyncio.to_thread(_import, Wish(book.town.url, str(file), None, ("business",), is_dry))
            book.prints(caption, said.replace(folder + "/", ""))
    await book.asks("@tom", "customer acme.com")


def _import(wish: Wish) -> str:
    """What the command says."""
    told = StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        import_customers(wish, SystemClock())
    return _SECONDS.sub("took N s", told.getvalue())
