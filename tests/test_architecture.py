"""The house stands as docs/ARCHITECTURE.md says: checked by the tools that `dev.py lint` runs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
MODULES = sorted(ROOT.glob("annotator/**/*.py"))
LONGEST_MODULE = 400
LONGEST_CLASS = 200


@pytest.mark.parametrize("check", [("ruff", "check"), ("basedpyright",), ("lint-imports",)])
def test_the_code_passes(check: tuple[str, ...]) -> None:
    done = subprocess.run([BIN / check[0], *check[1:]], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_module_is_no_longer_than_one_can_read() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): _lines(path) for path in MODULES}
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_a_class_is_no_longer_than_one_can_read() -> None:
    lengths = {
        f"{path.relative_to(ROOT).as_posix()}:{node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.end_lineno
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_CLASS} == {}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
