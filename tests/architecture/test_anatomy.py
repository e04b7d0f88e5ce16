"""Files: each has its place, its name and its measure."""

import re
from pathlib import Path

import pytest

from tests.architecture import PACKAGE, ROOT, contract, layers, sources

DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "services",
    "service",
    "signals",
    "mixins",
    "managers",
}
FOLDERS = {"templates", "static", "locale", "data"}  # what a context may hold besides Python


def test_a_context_holds_only_the_files_of_the_anatomy():
    anatomy = contract("Inside a context")
    allowed = {peer for peers in layers("Inside a context") for peer in peers} | set(anatomy["exhaustive_ignores"])

    strangers = [
        str(path.relative_to(PACKAGE))
        for context in (PACKAGE / "contexts").iterdir()
        if context.is_dir() and context.name != "__pycache__"
        for path in context.iterdir()
        if path.stem not in allowed | FOLDERS | {"__init__", "__pycache__"}
    ]

    assert strangers == []


@pytest.mark.parametrize(("folder", "name"), [("kernel", "Kernel"), ("contexts", "Ranks of contexts")])
def test_every_room_has_its_place_in_a_contract(folder, name):
    rooms = {path.parent.name for path in (PACKAGE / folder).glob("*/__init__.py")}

    assert rooms - {room for peers in layers(name) for room in peers} == set()


def test_there_is_no_drawer_for_everything():
    drawers = [str(path.relative_to(ROOT)) for path in sources() if DRAWERS & {path.stem, path.parent.name}]

    assert drawers == []


def test_no_file_is_longer_than_three_hundred_lines():
    long = {
        str(path.relative_to(ROOT)): length
        for path in [*sources(), *sources(ROOT / "tests"), ROOT / "conftest.py"]
        if (length := len(path.read_text().splitlines())) > 300
    }

    assert long == {}


def test_nothing_is_left_for_later():
    later = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")

    assert [str(path.relative_to(ROOT)) for path in _written() if later.search(path.read_text())] == []


def test_no_file_knows_the_machine_it_was_written_on():
    place = re.compile(r"(?<![\w.])/(home|root|work|Users)/[\w-]")

    assert [str(path.relative_to(ROOT)) for path in _written() if place.search(path.read_text())] == []


@pytest.mark.parametrize(
    ("forbidden", "instead"),
    [
        (r"\{%\s*url\b[^%]*\bas\b", "the view hands the address over"),
        (r"\|\s*safe\b", "the view hands over what is safe already"),
        (r"<[^>]*\son[a-z]+\s*=", "a file of script listens"),
        (r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/json\")[^>]*>", "a file of script"),
        (r"https?://(?!127\.0\.0\.1|www\.w3\.org)", "a page loads nothing from elsewhere"),
    ],
)
def test_templates_only_show(forbidden, instead):
    found = re.compile(forbidden)

    assert [str(path.relative_to(ROOT)) for path in sources(suffix=".html") if found.search(path.read_text())] == [], (
        instead
    )


def _written() -> list[Path]:
    texts = [
        *sources(),
        *sources(ROOT / "tests"),
        *sources(suffix=".html"),
        *sources(suffix=".js"),
        *sources(suffix=".css"),
    ]
    pages = [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "scripts").iterdir(),
        *(ROOT / ".ci").iterdir(),
    ]
    return [*texts, *pages, ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / "conftest.py"]
