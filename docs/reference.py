"""The parts of the docs that the code knows best: keys, commands and formats.

Each stands in a Markdown file between `<!-- made: NAME -->` and `<!-- end -->`. `dev.py shots`
makes them anew, and a test finds those that are out of date.
"""

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import click

from annotator.cli import main as annotator
from annotator.formats.registry import formats
from annotator.model.tagset import Tagset
from annotator.project import Project
from annotator.ui.actions import FIXED_KEYS, MENUS

ROOT = Path(__file__).parents[1]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_SECTION = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_WIDTH = 96
VIEWS = ("entities", "events", "arguments", "relations")


def keys() -> str:
    """Return every command of the window by menu, with its keys."""
    rows: list[tuple[str, str]] = []
    for menu in MENUS:
        rows.append((f"**{menu.title.replace('&', '')}**", ""))
        rows += [
            (action.text.rstrip("…"), ", ".join(f"`{key}`" for key in action.keys))
            for action in menu.actions
            if action
        ]
    rows.append(("**In the article**", ""))
    rows += [(fixed.text, f"{fixed.keys}") for fixed in FIXED_KEYS]
    return _table(("command", "keys"), rows)


def commands() -> str:
    """Return what `--help` says of each command."""
    assert isinstance(annotator, click.Group)
    parts = [_help("annotator", annotator)]
    parts += [_help(f"annotator {name}", each) for name, each in sorted(annotator.commands.items())]
    return "\n".join(parts)


def format_list() -> str:
    """Return the formats, with what each can't carry."""
    return _table(
        ("name", "files", "reads", "writes", "can't carry"),
        (
            (
                f"`{each.name}`",
                ", ".join(f"`{extension}`" for extension in each.extensions),
                "yes" if each.reads else "no",
                "yes" if each.writes else "no",
                ", ".join(map(str, each.cannot_carry)) or "nothing",
            )
            for each in formats()
        ),
    )


def views() -> str:
    """Return the documented views of a project file, with their columns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.anno"
        Project.create(path, Tagset()).close()
        with closing(sqlite3.connect(path)) as database:
            columns = {view: database.execute(f"PRAGMA table_info({view})") for view in VIEWS}
            rows = [
                (f"`{view}`", ", ".join(f"`{column[1]}`" for column in found))
                for view, found in columns.items()
            ]
    return _table(("view", "columns"), rows)


SECTIONS: dict[str, Callable[[], str]] = {
    "keys": keys,
    "commands": commands,
    "formats": format_list,
    "views": views,
}


def refreshed(text: str) -> str:
    """Return the Markdown `text` with its made sections as they should be."""
    return _SECTION.sub(lambda found: found[1] + SECTIONS[found[2]]() + found[3], text)


def refresh() -> None:
    """Make the made sections of all documents anew."""
    for path in DOCUMENTS:
        path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")


def _help(name: str, command: click.Command) -> str:
    context = click.Context(
        command, info_name=name, terminal_width=_WIDTH, max_content_width=_WIDTH
    )
    return f"```\n{command.get_help(context)}\n```\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)
