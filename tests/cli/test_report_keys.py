"""The keys that reports have as JSON are those that the docs name: scripts go by them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.cli_program import print_json, print_json_list
from tests.cli.commands import ROOT, TEXT, Done, process


def documented(command: str) -> set[str]:
    """Return the keys that docs/FORMATS.md names for the report of `command`."""
    text = (ROOT / "docs" / "FORMATS.md").read_text(encoding="utf-8")
    table = text.split("<!-- reports -->")[1].split("<!-- end of reports -->")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| `")]
    (value,) = [value for _, commands, value, _ in rows if f"`{command}`" in commands]
    return set(re.findall("`([a-z_]+)`", value)) - {"convert"}


def keys(value: Any) -> set[str]:
    """Return the keys of an object, or of the objects of a list, and of those in its lists."""
    if isinstance(value, list):
        return {key for each in value for key in keys(each)}
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys(each)}
    return set()


@pytest.mark.parametrize(
    "args",
    [
        ("import", "{project}", "a.txt"),
        ("export", "{project}", "out", "--format", "text"),
        ("search", "{project}", "entity:LOC"),
        ("formats",),
    ],
    ids=lambda args: args[0],
)
def test_reports_have_the_keys_that_are_documented(
    args: tuple[str, ...], annotator: Callable[..., Done], project: Path
) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    done = annotator(*(each.format(project=project) for each in args), "--json")
    assert keys(json.loads(done.out)) - {"where", "message"} == documented(args[0])


def test_all_counts_of_the_project_are_documented(
    annotator: Callable[..., Done], project: Path
) -> None:
    counts = json.loads(annotator("stats", str(project), "--json").out)
    text = (ROOT / "docs" / "FORMATS.md").read_text(encoding="utf-8")
    told = text.split("`stats` prints counts")[1].split("`agreement` compares")[0]
    assert {key for key in counts if f"`{key}`" not in told} == set()


def test_a_tagset_goes_from_one_project_to_another(
    annotator: Callable[..., Done], project: Path
) -> None:
    here = Path.cwd()
    own = b'name = "Mine"\n[[entity]]\nlabel = "LOC"\n'
    made = process("new", "new.anno", "--tagset", "-", cwd=here, data=own)
    assert (made.returncode, made.stderr) == (0, b"Made new.anno.\n")
    printed = process("tagset", "new.anno", cwd=here).stdout
    done = process("tagset", project, "--set", "-", cwd=here, data=printed)
    assert done.returncode == 1  # labels in use are not in it
    assert process("tagset", project, cwd=here).stdout == printed
    bad = process("tagset", project, "--set", "-", cwd=here, data=b"[[entity]")
    assert (bad.returncode, bad.stderr.partition(b":")[0]) == (2, b"standard input")


@pytest.mark.parametrize("count", [0, 1, 1000, 2001])
def test_a_long_list_is_written_in_parts_and_reads_as_one(
    count: int, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    values = [{"text": "a\n\u2028,\n  Họp", "fragments": [[n, n + 1]]} for n in range(count)]
    print_json_list(iter(values))
    whole = capsysbinary.readouterr().out
    print_json(values)
    assert whole == capsysbinary.readouterr().out
