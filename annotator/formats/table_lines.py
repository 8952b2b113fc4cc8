"""The lines and rows of a table of any size, in any encoding, and how the table is written."""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple, TextIO, TypedDict

from annotator.formats.article_rows import columns
from annotator.language.encoding import Encoding, decode
from annotator.model.message import AnnotatorError

LONGEST_ROW = 32 << 20
"""Characters that one row may have."""

DELIMITERS = ",;\t|"
"""What may part the cells of a row."""

_TRIED_CHARACTERS = 1 << 18
_SKIPPED = 1 << 20
_REFUSED = re.compile("[\0\ud800-\udfff]")


class Row(NamedTuple):
    """The cells of a row, and the number of the line it begins in."""

    cells: list[str]
    line: int


class Dialect(TypedDict):
    """How a table is written, as the module csv calls it."""

    delimiter: str
    quoting: Literal[0, 3]
    escapechar: str | None
    doublequote: bool
    strict: bool


def open_table(path: Path, encoding: Encoding) -> TextIO:
    """Open a table for `Lines`: bytes that are not in `encoding` become halves of surrogates."""
    match encoding:
        case Encoding.UTF_8:
            return path.open(encoding="utf-8", errors="surrogateescape", newline="")
        case Encoding.UTF_16LE | Encoding.UTF_16BE:
            return path.open(encoding="utf-16", errors="surrogatepass", newline="")
        case _:
            return path.open(encoding="latin-1", newline="")


class Lines:
    """The lines of a table, decoded one by one; those of one row have at most LONGEST_ROW.

    Goes on behind a line that raised AnnotatorError.
    """

    def __init__(self, file: TextIO, encoding: Encoding) -> None:
        self._file = file
        self._legacy = None if encoding.startswith("UTF") else encoding
        self._left = LONGEST_ROW
        self.number = 0

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        try:
            line = self._file.readline(self._left + 1)
        except UnicodeDecodeError as error:
            self._file.seek(0, 2)
            raise AnnotatorError("The file breaks off in the middle of a character.") from error
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > self._left:
            while line and not line.endswith("\n"):
                line = self._file.readline(_SKIPPED)
            raise AnnotatorError(
                "A row has more than {0} MB: is a quotation mark never closed?", LONGEST_ROW >> 20
            )
        self._left -= len(line)
        if self._legacy:
            return decode(line.encode("latin-1"), "", self._legacy)
        return line.removeprefix("\ufeff") if self.number == 1 else line

    def begin_row(self) -> int:
        """Count characters anew, and return the number of the line that comes."""
        self._left = LONGEST_ROW
        return self.number + 1


def rows(lines: Lines, dialect: Dialect, where: str) -> Iterator[Row | AnnotatorError]:
    """Yield the rows that are not empty, with an error in place of each that can't be taken apart.

    Raises OSError.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ROW))
    reader = csv.reader(lines, **dialect)
    while True:
        line = lines.begin_row()
        row_where = f"{where}:{line}"
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield AnnotatorError(
                "The quotation marks of this row are not as a table has them: one inside a cell is "
                "written twice.",
                where=row_where,
            )
        except AnnotatorError as error:
            error.where = row_where
            yield error
        else:
            if any(map(_REFUSED.search, cells)):
                yield AnnotatorError(
                    "The row has a NUL, or bytes that are not in the encoding of the table: "
                    "save it as UTF-8.",
                    where=row_where,
                )
            elif cells:
                yield Row(cells, line)


def dialect_of(lines: Iterator[str]) -> Dialect:
    """Return how a table is written, by its first `lines`.

    The delimiter is the one that gives the first row the most columns with known names, else the
    most columns. Where quotation marks would break rows, they have no meaning if no cell is closed
    by one, and are escaped by a backslash if that is found.
    """
    beginning: list[str] = []
    size = 0
    for line in lines:
        beginning.append(line)
        size += len(line)
        if size > _TRIED_CHARACTERS:
            break
    delimiter = max(DELIMITERS, key=lambda each: _worth(beginning, _dialect(each)))
    quoted = _dialect(delimiter)
    plain = _dialect(delimiter, quoting=csv.QUOTE_NONE)
    escaped = _dialect(delimiter, escapechar="\\", doublequote=False)
    cut = size > _TRIED_CHARACTERS
    if not _broken(beginning, quoted, cut):
        return quoted
    if not _broken(beginning, plain, cut) and not any(map(_is_quoted, _cells(beginning, plain))):
        return plain
    if any('\\"' in line for line in beginning) and not _broken(beginning, escaped, cut):
        return escaped
    return quoted


def tried_rows(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str] | None]:
    """Yield the cells of the rows of `lines`, None for each that can't be taken apart."""
    reader = csv.reader(lines, **dialect)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield None


def _dialect(
    delimiter: str,
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL,
    escapechar: str | None = None,
    doublequote: bool = True,
) -> Dialect:
    return Dialect(
        delimiter=delimiter,
        quoting=quoting,
        escapechar=escapechar,
        doublequote=doublequote,
        strict=True,
    )


def _worth(lines: list[str], dialect: Dialect) -> tuple[bool, int, int]:
    header = next(iter(tried_rows(lines, dialect)), None) or []
    known = columns(header)
    return known.have_text, len(known.names), len(header)


def _broken(lines: list[str], dialect: Dialect, cut: bool) -> int:
    """Return how many rows can't be taken apart, or have not as many cells as the first."""
    tried = list(tried_rows(lines, dialect))
    if cut:
        tried.pop()
    width = len(tried[0] or ()) if tried else 0
    return sum(1 for cells in tried if cells is None or (cells and len(cells) != width))


def _cells(lines: list[str], dialect: Dialect) -> Iterator[str]:
    for cells in tried_rows(lines, dialect):
        yield from cells or ()


def _is_quoted(cell: str) -> bool:
    return len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
