"""Tables of articles: CSV and TSV with a column for the text and others that describe it.

Read only. The columns are known by their names in the first row; delimiter, quotation marks and
encoding by which of them make sense of the beginning.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice

from annotator.formats.article_files import ENCODING
from annotator.formats.article_rows import Columns, article_of, columns, no_text
from annotator.formats.format import HEAD, Format, Found, Parcel, Source
from annotator.formats.table_lines import (
    DELIMITERS,
    Lines,
    Row,
    dialect_of,
    open_table,
    rows,
    tried_rows,
)
from annotator.language.encoding import Encoding, EncodingError, detect, remark_on
from annotator.model.article import Json
from annotator.model.message import AnnotatorError, message

_ANNOTATIONS = {"article", "kind", "label", "fragments"}
"""Columns of the table that `csv` and `tsv` write, which holds no articles."""

_LONGEST_HEADER = 1 << 16
_PART_OF_CHARACTER = re.compile(rb"[\x80-\xff]{1,3}\Z")


def _recognizes(head: bytes) -> bool:
    encoding = "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    beginning = head[:_LONGEST_HEADER].decode(encoding, "replace").removeprefix("\ufeff")
    first = beginning.partition("\n")[0]
    if not any(_header(first.split(each)).describe_text for each in DELIMITERS):
        return False
    dialect = dialect_of(io.StringIO(beginning, newline=""))
    tried = tried_rows(io.StringIO(beginning, newline=""), dialect)
    header, row = islice(chain(tried, (None, None)), 2)
    return (
        header is not None
        and row is not None
        and len(row) == len(header)
        and columns(header).describe_text
        and not _ANNOTATIONS.issubset(header)
    )


def _header(cells: list[str]) -> Columns:
    return columns(cell.strip().strip('"') for cell in cells)


def _read(source: Source) -> Iterator[Found]:
    try:
        encoding = _encoding(source)
    except EncodingError as error:
        yield error
        return
    with open_table(source.path, encoding) as file:
        dialect = dialect_of(_readable(Lines(file, encoding)))
    if remark := remark_on(encoding, source.where):
        yield remark
    with open_table(source.path, encoding) as file:
        found = rows(Lines(file, encoding), dialect, source.where)
        try:
            names = _names(next(found, None), source.where)
        except AnnotatorError as error:
            yield error
            return
        yield from _parcels(found, names, encoding, source)


def _encoding(source: Source) -> Encoding:
    with source.path.open("rb") as file:
        head = file.read(HEAD)
    if len(head) == HEAD:
        head = head[: head.rfind(b"\n") + 1] or _PART_OF_CHARACTER.sub(b"", head)
    return detect(head, source.where)


def _readable(lines: Lines) -> Iterator[str]:
    with suppress(AnnotatorError):
        yield from lines


def _names(header: Row | AnnotatorError | None, where: str) -> list[str]:
    """Return the names of the columns; raises AnnotatorError where they are not those of texts."""
    if header is None:
        raise AnnotatorError("The table has no rows.", where=where)
    if isinstance(header, AnnotatorError):
        raise header
    names = [cell.strip() or f"column {n}" for n, cell in enumerate(header.cells, 1)]
    if _ANNOTATIONS.issubset(names):
        raise AnnotatorError(
            "This is a table of annotations, which can only be written: import jsonl instead.",
            where=where,
        )
    twice, count = Counter(names).most_common(1)[0]
    if count > 1:
        raise AnnotatorError("Two columns are called {0}: rename one.", twice, where=where)
    if not columns(names).have_text:
        raise no_text(f"{where}:{header.line}")
    return names


def _parcels(
    found: Iterator[Row | AnnotatorError], names: list[str], encoding: Encoding, source: Source
) -> Iterator[Found]:
    known = columns(names)
    described: dict[str, Json] = {} if encoding == Encoding.UTF_8 else {ENCODING: encoding.value}
    number = 0
    for row in found:
        if isinstance(row, AnnotatorError):
            yield row
            continue
        number += 1
        where = f"{source.where}:{row.line}"
        cells = row.cells[: len(names)]
        if len(cells) < len(names) or any(row.cells[len(names) :]):
            yield AnnotatorError(
                "The row has {0} cells, the first row {1}: is a quotation mark missing?",
                len(row.cells), len(names), where=where,
            )  # fmt: skip
            continue
        values: dict[str, Json] = dict(described)
        values |= {name: cell for name, cell in zip(names, cells, strict=True) if cell}
        try:
            article = article_of(values, known, f"{source.id}/{number}", source.name, where)
        except AnnotatorError as error:
            error.where = where
            yield error
        else:
            yield Parcel(article, (), where)


FORMAT = Format(
    name="text-csv",
    extensions=(".csv", ".tsv", ".tab"),
    summary=message("articles as a table (CSV, TSV) with a column for the text"),
    read=_read,
    recognizes=_recognizes,
    sign=message("its first row names a column {0}, and others", "text, content, nội dung"),
)
