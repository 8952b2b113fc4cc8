"""The docs say what the code does: commands, keys, formats, pictures and links."""

import re
from pathlib import Path

import click
import pytest

from annotator.cli import main as annotator
from annotator.search.parsing import parse
from annotator.ui.actions import FIXED_KEYS, table
from docs.reference import DOCUMENTS, SECTIONS, refreshed

ROOT = Path(__file__).parents[1]
EVERY = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def _text(document: Path) -> str:
    return document.read_text(encoding="utf-8")


@EVERY
def test_what_is_made_from_the_code_is_up_to_date(document: Path) -> None:
    text = _text(document)
    assert text == refreshed(text), "out of date: run `python3 dev.py shots`"


def test_every_made_part_stands_somewhere() -> None:
    everything = "".join(map(_text, DOCUMENTS))
    assert all(f"<!-- made: {name} -->" in everything for name in SECTIONS)


@EVERY
def test_commands_in_the_docs_exist(document: Path) -> None:
    assert isinstance(annotator, click.Group)
    lines = re.findall(
        r"^(?:    |)(?:\$ )?(?:annotator|python3 dev\.py run) (.+)$", _text(document), re.MULTILINE
    )
    named = {line.split()[0] for line in lines}
    wrong = {name for name in named if re.fullmatch("[a-z]+", name)} - set(annotator.commands)
    assert wrong == set()


@EVERY
def test_chores_in_the_docs_exist(document: Path) -> None:
    import dev

    named = set(re.findall(r"dev\.py ([a-z]+)", _text(document)))
    assert {name for name in named if not callable(getattr(dev, name, None))} == set()


@EVERY
def test_keys_in_the_docs_do_something(document: Path) -> None:
    known = {key for action in table() for key in action.keys}
    known |= {key for fixed in FIXED_KEYS for key in fixed.keys.split(", ")}
    pattern = r"\b((?:Ctrl|Alt)\+(?:Shift\+|Alt\+)?(?!Shift\b|Alt\b)(?:\w+|[=+,-]))"
    named = set(re.findall(pattern, _text(document)))
    assert named - known == set()


@EVERY
def test_links_and_pictures_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", _text(document))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_queries_in_the_guide_are_queries() -> None:
    table = _text(ROOT / "docs" / "GUIDE.md").split("| query | finds |")[1].split("\n\n")[0]
    firsts = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    queries = [each for first in firsts for each in re.findall("`([^`]+)`", first)]
    assert len(queries) > len(firsts) > 10
    for query in queries:
        parse(query)
