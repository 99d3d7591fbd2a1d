"""The page's own files: they fit together, never make HTML of what was typed, and can be read in both looks."""

import re
from pathlib import Path

import pytest

from playground.pages import FOLDER

SCRIPTS = sorted((FOLDER / "js").rglob("*.js"))
STYLES = sorted((FOLDER / "css").glob("*.css"))
RUNS_TEXT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment|DOMParser"
    r"|srcdoc|setAttribute\(\"style|style: "
)
IMPORT = re.compile(r'^import (?:\{([^}]*)\}|\* as \w+) from "([^"]+)";', re.MULTILINE)
TOKEN = re.compile(r"(--[\w-]+):\s+(.+?);", re.DOTALL)
GROUNDS = ("ground", "surface", "hover", "raised")
TEXT_ON_GROUND = [
    *[(text, ground) for text in ("text", "muted", "link", "accent", "danger") for ground in GROUNDS],
    *[(text, "ground") for text in ("good", "warn", "fresh")],
    *[(f"{name}-text", name) for name in ("accent", "danger")],
    *[(f"{name}-text", f"{name}-ground") for name in ("code", "ping", "self-ping", "side", "badge")],
    *[("side-muted", ground) for ground in ("side-ground", "side-hover", "bar-ground")],
    *[("text", ground) for ground in ("highlight", "private-ground")],
    ("muted", "private-ground"),
]  # fmt: skip


def named(script: Path) -> set[str]:
    """What a module exports."""
    return set(re.findall(r"^export (?:async )?(?:function|class|const|let) (\w+)", script.read_text(), re.MULTILINE))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_module_imports_only_what_is_there(script: Path) -> None:
    for names, source in IMPORT.findall(script.read_text()):
        found = (script.parent / source).resolve()
        assert found.is_relative_to(FOLDER.resolve())
        assert found.is_file(), source
        wanted = {name.split(" as ")[0].strip() for name in names.split(",") if name.strip()}
        assert wanted <= named(found), f"{source} exports no {wanted - named(found)}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_module_never_makes_html_or_code_of_text(script: Path) -> None:
    assert not RUNS_TEXT.search(script.read_text())


def test_the_shell_names_files_that_are_there_and_holds_no_code() -> None:
    shell = (FOLDER / "index.html").read_text()
    named_files = re.findall(r'(?:href|src)="/page/([^"]+)"', shell)
    assert len(named_files) > 5
    assert all((FOLDER / name).is_file() for name in named_files)
    assert not re.search(r"<script(?! type=\"module\" src=)|<style|style=|\son\w+=", shell)


def test_every_icon_that_is_asked_for_is_drawn() -> None:
    drawn = set(re.findall(r"^  (\w+):\s+\"", (FOLDER / "js/icons.js").read_text(), re.MULTILINE))
    asked = {name for script in SCRIPTS for name in re.findall(r"icon\(\"(\w+)\"\)", script.read_text())}
    assert asked
    assert asked <= drawn


def tokens(look: int) -> dict[str, str]:
    """The theme's colours, light (0) or dark (1), as #rrggbb."""
    found = {}
    for name, value in TOKEN.findall((FOLDER / "css/theme.css").read_text()):
        colours = re.findall(r"#[0-9a-f]{6}", value)
        if colours:
            found[name.removeprefix("--")] = colours[look if len(colours) > 1 else 0]
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


@pytest.mark.parametrize("look", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(text: str, ground: str, look: int) -> None:
    colours = tokens(look)
    light, dark = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_styles_use_only_tokens_that_the_theme_has() -> None:
    known = {name for name, _ in TOKEN.findall((FOLDER / "css/theme.css").read_text())} | {"--tint"}
    for style in STYLES:
        text = style.read_text()
        own = {name for name, _ in TOKEN.findall(text)}
        assert set(re.findall(r"var\((--[\w-]+)", text)) <= known | own, style.name
