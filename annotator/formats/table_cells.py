"""Cells of CSV and TSV that no spreadsheet calculates, and every one reads.

A cell that a spreadsheet would take for a formula gets a `'` in front, and so does one that begins
with `'` already: a program that reads the table takes one `'` off the beginning of a cell, and has
what was written.
"""

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n']")
"""How a cell begins that a spreadsheet may take for more than text (OWASP, CSV Injection)."""

_SPECIAL = re.compile('[",\t\r\n]')


def line_of_cells(cells: Iterable[str], delimiter: str = ",", end: str = "\r\n") -> str:
    """Return one row of a table."""
    return delimiter.join(map(_quoted, map(_defused, cells))) + end


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _quoted(cell: str) -> str:
    """Return `cell` as RFC 4180 has it; the module csv leaves a lone CR without marks."""
    return '"{}"'.format(cell.replace('"', '""')) if _SPECIAL.search(cell) else cell
