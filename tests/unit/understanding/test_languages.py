"""Another language is a folder beside `english`: what `docs/understanding.md` says of it holds."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[3]
UNDERSTANDING = HOUSE / "bot" / "understanding"
SEAM = re.compile(r"bot\.understanding\.english|language: str = \"english\"")
READ = """
from datetime import UTC, datetime
from bot.facts import Post
from bot.understanding import read
for text in ("Een klant zegt dat de lift stuk is", "I'll send her the invoice by morgen", "A client says hello"):
    reading = read(Post(text, datetime(2026, 11, 26, 10, tzinfo=UTC)), ())
    print(reading.mention.is_mention, reading.promise.is_promise, reading.due and reading.due.day)
"""


def seam() -> list[str]:
    """The files outside of the folder that import from it, or load weights from it."""
    paths = (path for path in UNDERSTANDING.rglob("*.py") if "english" not in path.parts)
    return sorted(str(each.relative_to(UNDERSTANDING)) for each in paths if SEAM.search(each.read_text("utf-8")))


def test_the_page_names_every_file_that_imports_a_language() -> None:
    page = (HOUSE / "docs" / "understanding.md").read_text(encoding="utf-8")
    told = page.split("## Another language")[1].split("The seam:")[1].split("\n\n")[0]
    assert sorted(re.findall(r"`([\w/]+\.py)`", told)) == seam()


def test_a_folder_of_another_language_reads_that_language(tmp_path: Path) -> None:
    there = tmp_path / "bot"
    shutil.copytree(HOUSE / "bot", there, ignore=shutil.ignore_patterns("__pycache__", "migrations"))
    understanding = there / "understanding"
    (understanding / "english").rename(understanding / "dummy")
    for path in understanding.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace(".understanding.english", ".understanding.dummy").replace('= "english"', '= "dummy"')
        )
    for name, word, other in (
        ("time_phrases.py", '"mon tue', '"morg mon tue'),
        ("told_words.py", "|clients?|", "|klant(?:en)?|"),
        ("told_words.py", r"<some>\b(?:an?|", r"<some>\b(?:een|an?|"),
        ("spoken_words.py", "(?:says?|said|saying)", "(?:zegt|said|saying)"),
        ("time_words.py", '"tomorrow tomorow', '"morgen tomorow'),
    ):
        path = understanding / "dummy" / name
        text = path.read_text(encoding="utf-8")
        assert word in text, (name, word)
        path.write_text(text.replace(word, other), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", READ], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["True False None", "False True 27", "False False None"], done.stderr
