"""Each kind of bad line gets a message that names line and column, and says what to do; and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import SystemClock
from bot.errors import CommandLineError
from bot.facts import CompanyFacts, PersonFacts
from bot.importing.checking import Checked, check
from bot.importing.command import Wish, import_customers
from bot.importing.csv_lines import armed, delimiter_of, disarmed, read_lines, read_text
from bot.ledger.directory import Known
from tests.importing.test_import import rows_of_directory
from tests.support.world import World

COMPANY = CompanyFacts(
    ("gold", "silver"),
    (("D1", "sales", "Sales"), ("D2", "customer_service", "Customer Service")),
    (
        PersonFacts("UANN", "Ann"),
        PersonFacts("UBEN", "Ben"),
        PersonFacts("UBEN2", "Ben"),
        PersonFacts("UGUEST", "Gus", is_guest=True),
        PersonFacts("UGONE", "Gone", is_deleted=True),
        PersonFacts("UBOT", "Ours", is_bot=True),
    ),
)
HEADER = "name,aliases,domains,handles,tier,home_department,owners"

# What the file has below its header, and what is said of it: where, and words of it.
BAD_LINES: dict[str, tuple[str, str]] = {
    "too few cells": ("Acme,,", "line 2: has 3 cells, and the header 7. Add the commas"),
    "too many cells": (
        "Acme, Inc.,,,,,,",
        "line 2: has 8 cells, and the header 7. Put cells that hold commas in quotes.",
    ),
    "empty line": ("Acme,,,,,,\n\nZed,,,,,,", "line 3: is empty. Delete it."),
    "open quote": ('Acme,"Akme,,,,,\nZed,,,,,,', "line 2, aliases: opens a quote that is never closed."),
    "stray quote": ('Ac"me,,,,,,', "line 2, name: has a quote in the middle of a cell"),
    "words after a quote": ('"Acme" Inc,,,,,,', "line 2, name: goes on after its closing quote: Inc,"),
    "no name": (",Akme,,,,,", "line 2, name: is empty. Every customer needs a name."),
    "nothing in a name": ("…,,,,,,", "line 2, name: “…” has no letter or digit"),
    "long name": ("x" * 201 + ",,,,,,", "is 201 characters long. Shorten it to 200 at most."),
    "line break in a name": ('"Ac\nme",,,,,,', "line 2, name: “Ac·me” holds a line break"),
    "lost sign in a name": ("Caf\ufffd,,,,,,", "line 2, name: “Caf·” holds"),
    "nothing in an alias": ("Acme,!!,,,,,", "line 2, aliases: “!!” has no letter or digit"),
    "long alias": (f"Acme,{'y' * 300},,,,,", "is 300 characters long"),
    "too many aliases": (
        f"Acme,{';'.join(f'a{n}' for n in range(51))},,,,,",
        "line 2, aliases: has 51 of them. Keep the 50",
    ),
    "no domain": ("Acme,,acme,,,,", "line 2, domains: “acme” is no domain. Write it like acme.com"),
    "no mail address": ("Acme,,ada@acme,,,,", "line 2, domains: “ada@acme” is no domain"),
    "everybody's mail": ("Acme,,gmail.com,,,,", "line 2, domains: gmail.com is everybody's."),
    "everybody's ending": ("Acme,,co.uk,,,,", "line 2, domains: co.uk is everybody's."),
    "handle without a site": (
        "Acme,,,@acme,,,",
        "line 2, handles: “@acme” is no handle behind its site. Write it like x.com/acme.",
    ),
    "a post of nobody": (
        "Acme,,,https://x.com/i/status/1,,,",
        "line 2, handles: “https://x.com/i/status/1” is no handle",
    ),
    "unknown tier": (
        "Acme,,,,glod,,",
        "line 2, tier: “glod” is no tier. Did you mean gold? The tiers are gold and silver",
    ),
    "unknown department": ("Acme,,,,,slaes,", "line 2, home_department: “slaes” is no department. Did you mean Sales?"),
    "unknown owner": ("Acme,,,,,,Zoe", "line 2, owners: “Zoe” is nobody whom I know. Write a teammate's name"),
    "owner of two": ("Acme,,,,,,Ben", "line 2, owners: “Ben” may be 2 people. Write the member ID"),
    "owner gone": ("Acme,,,,,,Gone", "line 2, owners: “Gone” has no account any more."),
    "guest as an owner": ("Acme,,,,,,Gus", "line 2, owners: “Gus” is a guest, a bot or from outside."),
    "bot as an owner": ("Acme,,,,,,UBOT", "line 2, owners: “UBOT” is a guest, a bot or from outside."),
    "a name twice": ("Acme,,,,,,\nZed,,,,,,\nacme inc.,,,,,,", "line 4, name: “acme inc.” is in line 2 already."),
    "a name that is an alias": ("Acme,Akme,,,,,\nAkme,,,,,,", "line 3, name: “Akme” is in line 2 already."),
    "an alias twice": ("Acme,Akme,,,,,\nZed,AKME,,,,,", "line 3, aliases: “AKME” is in line 2 already."),
    "a domain twice": ("Acme,,a.com,,,,\nZed,,www.a.com,,,,", "line 3, domains: “a.com” is in line 2 already."),
    "a handle twice": ("Acme,,,x.com/a,,,\nZed,,,twitter.com/A,,,", "line 3, handles: “x.com/a” is in line 2 already."),
}
BAD_HEADERS: dict[str, tuple[str, str]] = {
    "unknown column": (
        "name,domain",
        "line 1, domain: is no column that I know. Did you mean domains? The columns are",
    ),
    "column twice": ("name,tier,Tier", "line 1, tier: is there twice. Keep one of the two columns."),
    "column without a name": ("name,,tier", "line 1: column 2 has no name. Name it, or delete it."),
    "no column of names": ("aliases,tier", "line 1: the header has no column “name”."),
    "quote in the header": ('"name,tier', "line 1: the header opens a quote that is never closed."),
    "empty": ("", "line 1"),
}


def looked_at(text: str) -> Checked:
    """With an empty directory."""
    return check(text, COMPANY, lambda _: Known({}, {}, {}, {}))


@pytest.mark.parametrize("kind", BAD_LINES)
def test_each_kind_of_bad_line_is_told_with_its_place_and_a_remedy(kind: str) -> None:
    lines, told = BAD_LINES[kind]
    found = looked_at(f"{HEADER}\n{lines}\n")
    assert [str(one) for one in found.wrong if told in str(one)], [str(one) for one in found.wrong]
    assert all(one.words.rstrip().endswith((".", ")")) for one in found.wrong)


@pytest.mark.parametrize("kind", BAD_HEADERS)
def test_each_kind_of_bad_header_is_told(kind: str) -> None:
    header, told = BAD_HEADERS[kind]
    assert told in str(looked_at(f"{header}\nAcme,x\n").wrong[0])


def test_there_are_at_least_twenty_kinds() -> None:
    assert len(BAD_LINES) + len(BAD_HEADERS) >= 20


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    found = looked_at(f'{HEADER}\nAcme,,acme,@acme,glod,slaes,Zoe\n"Zed,,,,,,\n,,,,,,\n')
    assert [(one.line, one.column) for one in found.wrong] == [
        (2, "domains"),
        (2, "handles"),
        (2, "tier"),
        (2, "home_department"),
        (2, "owners"),
        (3, "name"),
        (4, "name"),
    ]


GOOD = """name;aliases;domains;tier;owners
"Acme; the ""real"" one";"Akme
Acme Labs";https://www.acme.com/ acme.de;GOLD;@Ann
Zed;;ada@gmail.com;;UBEN
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_other_programs_are_read(tmp_path: Path, ending: str, mark: str) -> None:
    """Semicolons, quotes, line breaks within a cell, a byte order mark, any line ends."""
    file = tmp_path / "customers.csv"
    file.write_bytes((mark + GOOD.replace("\n", ending)).encode())
    found = looked_at(read_text(str(file)))
    assert found.wrong == []
    acme, zed = found.rows
    assert (acme.name, acme.aliases) == ('Acme; the "real" one', (("akme", "Akme"), ("acme labs", "Acme Labs")))
    assert (acme.addresses, acme.tier, acme.owners) == (("acme.com", "acme.de"), "gold", ("UANN",))
    assert (zed.addresses, zed.owners) == (("ada@gmail.com",), ("UBEN",))


@given(st.lists(st.lists(st.text(alphabet='ab",;\n ', max_size=5), min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_is_quoted_as_it_should_be_is_read_as_it_was_meant(rows: list[list[str]]) -> None:
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert [list(line.cells) for line in read_lines(text, ",")] == rows
    assert not [line for line in read_lines(text, ",") if line.fault]


@given(st.text(alphabet='ab",;\n\t ', max_size=60))
def test_whatever_stands_in_a_file_is_read_or_told(text: str) -> None:
    numbers = [line.number for line in read_lines(text, delimiter_of(text))]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    for raw, told in (
        (b"name\nAcme\nCaf\xe9\n", "Line 3 of"),
        ("name\nAcme\n".encode("utf-16"), "is UTF-16"),
    ):
        file.write_bytes(raw)
        with pytest.raises(CommandLineError, match=told):
            read_text(str(file))
    with pytest.raises(CommandLineError, match="can't be read"):
        read_text(str(tmp_path / "nowhere.csv"))
    with pytest.raises(CommandLineError, match="a header and no lines"):
        looked_at(HEADER)


def test_one_bad_line_among_many_and_nothing_is_written(
    marked: World, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "customers.csv"
    lines = [f"Customer {number},,c{number}.com,,,," for number in range(50)]
    for kind, (bad, _) in BAD_LINES.items():
        file.write_text("\n".join([HEADER, *lines, bad, ""]), encoding="utf-8")
        if kind in {"unknown tier", "owner of two", "unknown department"}:
            continue  # other tiers and people there
        before = rows_of_directory(marked)
        assert import_customers(Wish(url, str(file), None, ("gold", "silver")), SystemClock()) == 1, kind
        shown = capsys.readouterr()
        assert "line 5" in shown.err, (kind, shown.err)
        assert "Nothing was imported" in shown.err
        assert rows_of_directory(marked) == before


@given(st.text(alphabet="'=+-@a ", max_size=6))
def test_no_cell_is_a_formula_and_each_comes_back_as_it_was(cell: str) -> None:
    assert not disarmed(cell).startswith(("=", "+", "-", "@"))
    assert armed(disarmed(cell)) == cell
