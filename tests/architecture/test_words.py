"""Words: what the pages say in Vietnamese, the English catalogue knows."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import PACKAGE, ROOT, sources

CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES"
QUOTED = re.compile(r"""(?:\{%\s*translate\s+|\b_\()(?:"([^"]+)"|'([^']+)')""")
BLOCK = re.compile(r"\{%\s*blocktranslate[^%]*%\}(.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)
GAP = re.compile(r"\{\{\s*(\w+)\s*\}\}")
MARKED = ("_", "gettext", "gettext_noop", "ngettext")
LABELS = {"Column": (1,), "Filter": (1,), "Tab": (1,), "Empty": (0, 1)}


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    """Every Vietnamese word of the catalogue, with its English."""
    return {msgid: said for msgid, said in _pairs() if msgid}


def _pairs() -> Iterator[tuple[str, str]]:
    for block in (CATALOGUE / "django.po").read_text().split("\n\n"):
        said = {key: _text(lines) for key, lines in _entries(block)}
        if "msgid" in said:
            yield said["msgid"], said.get("msgstr") or said.get("msgstr[0]", "")


def _entries(block: str) -> list[tuple[str, str]]:
    return re.findall(r'^(msg[\w\[\]]+) ((?:"(?:[^"\\]|\\.)*"\n?)+)', block, re.MULTILINE)


def _text(lines: str) -> str:
    return "".join(str(ast.literal_eval(line)) for line in lines.strip().splitlines())


def _of_templates() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("templates/**/*.html")):
        text = path.read_text()
        for found in QUOTED.finditer(text):
            yield _named(path), found[1] or found[2]
        for found in BLOCK.finditer(text):
            yield _named(path), GAP.sub(r"%(\1)s", found[1])


def _of_python() -> Iterator[tuple[str, str]]:
    for path, call in _calls():
        name = getattr(call.func, "id", "")
        places = (0,) if name in MARKED else LABELS.get(name, ()) if "congvu.web.register" in path.read_text() else ()
        for place in places:
            if len(call.args) > place and isinstance(said := call.args[place], ast.Constant) and said.value:
                yield _named(path), str(said.value)


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sources():
        if "tests" in path.parts or path.stem == "gallery" or path.is_relative_to(PACKAGE / "kernel"):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                yield path, node


def _named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_english_knows_every_word_of_the_templates(known):
    assert [(path, said) for path, said in _of_templates() if said not in known] == []


def test_english_knows_the_labels_that_come_from_python(known):
    assert [(path, said) for path, said in _of_python() if said not in known] == []


def test_no_word_is_left_without_its_english(known):
    assert [msgid for msgid, said in known.items() if not said] == []


def test_a_sentence_keeps_its_gaps_in_english(known):
    named = re.compile(r"%\((\w+)\)[sd]")

    assert [key for key, said in known.items() if set(named.findall(key)) != set(named.findall(said))] == []
    assert [key for key, said in known.items() if _gaps(key) != len(set(re.findall(r"\{\d\}", said)))] == []


def _gaps(key: str) -> int:
    return len(re.findall(r"\{[nw]?\}", key))


def test_the_compiled_catalogue_says_what_the_written_one_says(known):
    with (CATALOGUE / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    assert {key: compiled.gettext(key) for key in known} == known
