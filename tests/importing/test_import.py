"""An import from beginning to end: a dry run, the import, once more, interrupted, resumed; and the export."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.clock import SystemClock
from bot.database import Scope
from bot.errors import CommandLineError, ImportUnderWay, LeaseLost
from bot.facts import CustomerFacts
from bot.importing.command import Wish, export_customers, import_customers
from bot.importing.store import Pace, Store, open_store
from bot.ledger import customers, directory, imports, merging
from bot.models import Entry
from tests.ledger.test_two_workspaces import rows_of
from tests.support.world import ANN, TEAM, World

TIERS = ("gold", "silver")
HEADER = "name,aliases,domains,handles,tier,home_department,owners"
TABLES = ("customer", "alias", "address", "customer_owner", "staged_customer", "customer_import")


def rows_of_directory(world: World) -> dict[str, Any]:
    rows = rows_of(world.engine, TEAM)
    return {name: rows[name] for name in TABLES}


def counts(world: World) -> list[int]:
    return [len(rows) for rows in rows_of_directory(world).values()]


class Office:
    """Somebody at the command line."""

    def __init__(self, url: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.url, self.file, self._capsys = url, folder / "customers.csv", capsys

    def write(self, *lines: str, header: str = HEADER) -> None:
        self.file.write_text("\n".join([header, *lines, ""]), encoding="utf-8")

    def import_(self, *, is_dry: bool = False, workspace: str | None = None) -> tuple[int, str]:
        """The exit code, and all that was said."""
        code = import_customers(Wish(self.url, str(self.file), workspace, TIERS, is_dry), SystemClock())
        said = self._capsys.readouterr()
        return code, said.out + said.err

    def export(self) -> str:
        assert export_customers(Wish(self.url, "-", None, TIERS), SystemClock()) == 0
        return self._capsys.readouterr().out


@pytest.fixture
def office(marked: World, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(url, tmp_path, capsys)


def test_a_dry_run_says_what_would_change_and_changes_nothing(marked: World, office: Office) -> None:
    office.write("Acme,,acme.com,,gold,Sales,Ann", "Zed,,,,,,")
    assert office.import_()[0] == 0
    office.write("Acme,,acme.com,,silver,Sales,Ann", "Zed,,,,,,", "New,,,,,,")
    before = rows_of_directory(marked)
    code, said = office.import_(is_dry=True)
    assert code == 0
    assert "Would add 1:\n  line 4: New\nWould change 1:\n  line 2: Acme (tier)\n1 would stay as they are." in said
    assert rows_of_directory(marked) == before


def test_an_import_adds_changes_and_done_again_does_nothing(marked: World, office: Office) -> None:
    office.write("Acme,Akme,acme.com,x.com/acme,gold,customer service,Ann; Ben", "Zed,,,,,,")
    assert "2 added, 0 changed, 0 unchanged." in office.import_()[1]
    before = rows_of_directory(marked)
    assert "0 added, 0 changed, 2 unchanged." in office.import_()[1]
    assert rows_of_directory(marked) == before
    office.write("akme,,acme.de,,,,Cat", "Zed,,,,silver,,")
    assert "0 added, 2 changed, 0 unchanged." in office.import_()[1]
    assert counts(marked) == [2, 3, 3, 3, 0, 0]
    assert marked.run(customers.look_up, ["acme", "akme"]) == {"acme": "Acme", "akme": "Acme"}


def test_each_customer_has_an_entry_and_the_import_one(marked: World, office: Office) -> None:
    office.write("Acme,,,,,,", "Zed,,,,,,")
    office.import_()
    found = marked.run(lambda scope: list(scope.session.execute(select(Entry).order_by(Entry.id)).scalars()))
    told = [(one.act, one.by) for one in found if one.act != "install"]
    assert told == [("add_customer", "operator")] * 2 + [("import_customers", "operator")]
    assert {one.details.get("import") for one in found[-3:-1]} == {found[-1].subject_id}
    assert found[-1].details == {"added": 2}


def test_what_was_exported_is_imported_without_a_change(marked: World, office: Office) -> None:
    office.write(
        '"Acme, Inc.",Akme; AC,acme.com ada@gmail.com,x.com/acme,gold,sales,UANN; UBEN', "Zed,,,,,,", "Zet,Z1,,,,,"
    )
    office.import_()
    ids = {name: marked.run(customers.find, name) for name in ("zed", "zet")}
    assert ids["zed"] is not None
    assert ids["zet"] is not None
    marked.run(merging.merge, ids["zed"].id, ids["zet"].id, ANN)
    exported = office.export()
    assert exported.splitlines()[1].endswith(
        ',"Acme, Inc.",Akme; AC,acme.com; ada@gmail.com,x.com/acme,gold,sales,UANN; UBEN'
    )
    assert ",Zed,Zet; Z1,,,,," in exported
    office.file.write_text(exported, encoding="utf-8")
    assert "0 added, 0 changed, 2 unchanged." in office.import_()[1]
    office.file.write_text(exported.replace(",Zed,", ",Zedd,"), encoding="utf-8")
    assert "0 added, 1 changed, 1 unchanged." in office.import_()[1]
    assert marked.run(customers.look_up, ["zed"]) == {"zed": "Zedd"}


def test_a_name_that_is_a_formula_is_exported_as_words_and_read_back(marked: World, office: Office) -> None:
    office.write('"=HYPERLINK(""http://evil.example"")",@Home; -Dash,,,,,', "'Quoted',,,,,,")
    office.import_()
    exported = office.export()
    assert "\"'=HYPERLINK(" in exported
    assert ",'@Home; -Dash," in exported
    office.file.write_text(exported, encoding="utf-8")
    assert "0 added, 0 changed, 2 unchanged." in office.import_()[1]
    assert "'Quoted'" in exported


def test_names_and_addresses_of_others_in_the_directory_are_told(marked: World, office: Office) -> None:
    office.write("Acme,Akme,acme.com,x.com/acme,,,", "Zed,,,,,,")
    office.import_()
    before = rows_of_directory(marked)
    zed = marked.run(customers.find, "zed")
    assert zed is not None
    cases = {
        "New,Akme,,,,,": "line 2, aliases: “Akme” is a name of Acme already. Take it out;",
        "New,,acme.com,,,,": "line 2, domains: acme.com is of Acme already.",
        "New,,,twitter.com/ACME,,,": "line 2, handles: x.com/acme is of Acme already.",
        "Acme,,,,,,\nAkme,,,,,,": "line 3, id: “Acme” is in line 2 already.",
    }
    for lines, told in cases.items():
        office.write(lines)
        code, said = office.import_()
        assert (code, told in said) == (1, True), said
    for lines, told in {
        "0,New": "line 2, id: stands for no customer.",
        f"{zed.id},Acme": "line 2, name: “Acme” is",
    }.items():
        office.write(lines, header="id,name")
        code, said = office.import_()
        assert (code, told in said) == (1, True), said
    assert rows_of_directory(marked) == before


def interrupted(marked: World, rows: int, staged: bool, written: int = 0) -> str:
    """An import that ended in the middle, a minute ago."""
    facts = [CustomerFacts(f"Customer {number}", f"customer {number}") for number in range(rows)]
    machine = SystemClock().machine() - timedelta(minutes=1)
    import_id = marked.run(imports.begin, rows, machine)
    marked.run(imports.stage, import_id, 0, facts, machine)
    if staged:
        marked.run(imports.all_staged, import_id, machine)
    if written:
        marked.run(imports.write_some, import_id, written, machine, "operator")
    return import_id


def test_an_import_that_ended_before_all_was_staged_did_nothing_and_is_forgotten(marked: World, office: Office) -> None:
    interrupted(marked, 30, staged=False)
    assert counts(marked) == [0, 0, 0, 0, 30, 1]
    office.write("Acme,,,,,,")
    assert "1 added" in office.import_()[1]
    assert counts(marked) == [1, 1, 0, 0, 0, 0]


def test_an_import_that_ended_while_it_wrote_is_finished_by_the_next(marked: World, office: Office) -> None:
    interrupted(marked, 30, staged=True, written=10)
    assert counts(marked) == [10, 10, 0, 0, 20, 1]
    office.write(*(f"Customer {number},,,,,," for number in range(30)))
    code, said = office.import_()
    assert (code, "its last 20 of 30 rows are written first" in said) == (0, True)
    assert "30 unchanged" in said
    assert counts(marked) == [30, 30, 0, 0, 0, 0]


def test_a_second_import_is_told_of_the_first(marked: World, office: Office) -> None:
    machine = SystemClock().machine()
    import_id = marked.run(imports.begin, 5, machine)
    office.write("Acme,,,,,,")
    with pytest.raises(ImportUnderWay, match="5 of 5 rows are left"):
        office.import_()
    with pytest.raises(ImportUnderWay):
        marked.run(imports.begin, 5, machine)
    assert office.import_(is_dry=True)[0] == 0, "looking disturbs nobody"
    marked.run(imports.let_go, import_id, machine - timedelta(seconds=1))
    assert "1 added" in office.import_()[1]


def test_who_lost_the_stage_writes_no_more(marked: World, office: Office) -> None:
    machine = SystemClock().machine()
    import_id = interrupted(marked, 3, staged=True)
    office.write("Acme,,,,,,")
    office.import_()
    with pytest.raises(LeaseLost):
        marked.run(imports.write_some, import_id, 5, machine, "operator")
    with pytest.raises(LeaseLost):
        marked.run(imports.stage, import_id, 0, [CustomerFacts("A", "a")], machine)


def test_a_name_that_somebody_took_since_the_check_is_told_and_the_others_are_written(marked: World) -> None:
    import_id = interrupted(marked, 3, staged=True)
    taker = CustomerFacts("Zed", "zed", (("customer 1", "Customer 1"),), ("zed.com",))

    def take(scope: Scope) -> None:
        found = directory.compare(directory.known(scope, [taker]), taker)
        assert isinstance(found, directory.Change)
        directory.write(scope, [found], ANN)

    marked.run(take)
    written, refused = marked.run(imports.write_some, import_id, 10, SystemClock().machine(), "operator")
    assert (written["added"], written["unchanged"], refused) == (2, 1, []), "it is Zed, who is called so, too"


def test_the_workspace_is_named_where_there_are_several(marked: World, office: Office) -> None:
    office.write("Acme,,,,,,")
    with pytest.raises(CommandLineError, match="There is no workspace T9 here"):
        office.import_(workspace="T9")
    World(marked.engine, team_id="T2").install()
    with pytest.raises(CommandLineError, match="--workspace T1"):
        office.import_()
    assert office.import_(workspace="T2")[0] == 0
    assert counts(marked)[0] == 0


def test_a_transaction_takes_as_many_rows_as_it_writes_in_a_moment(marked: World, url: str) -> None:
    with open_store(url, None, SystemClock()) as store:
        assert isinstance(store, Store)
        pace = Pace(store, 100)
        with pace.keeping():
            pass
        assert pace.rows == 200, "no quicker than twice as many"


def test_progress_is_told_in_plain_lines_where_there_is_no_terminal(marked: World, office: Office) -> None:
    office.write(*(f"Customer {number},,,,,," for number in range(1_500)))
    said = office.import_()[1]
    assert "Writing: 1,500 of 1,500" in said
    assert "\x1b" not in said
