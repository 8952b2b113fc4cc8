"""Tables of annotations, CSV and TSV, for spreadsheets and for programs: one row an annotation.

Write only: a table has no place for the texts of the articles. A cell that a spreadsheet would take
for a formula gets a `'` in front, and so does one that begins with `'` already: a program that
reads the table takes one `'` off the beginning of a cell, and has what was written.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO

from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.losses import METADATA
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import message

TEXTS = message("the texts of the articles")
EMPTY_LAYERS = message("layers without annotations")

COLUMNS = (
    "article", "reviewer", "status", "curated", "id", "kind", "label", "start", "end", "fragments",
    "text", "arguments", "attributes", "note", "origin",
)  # fmt: skip

_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n']")
"""How a cell begins that a spreadsheet may take for more than text (OWASP, CSV Injection)."""

_SPECIAL = re.compile('[",\t\r\n]')


def _write(
    delimiter: str, line_end: str, mark: str, parcels: Iterable[Parcel], stream: BinaryIO
) -> Losses:
    losses = Losses()
    written: set[str] = set()
    table = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        table.write(mark)
        table.write(delimiter.join(COLUMNS) + line_end)
        for article, layers, _ in parcels:
            if article.id not in written:
                written.add(article.id)
                losses[TEXTS] += 1
                losses[METADATA] += len(article.metadata)
            for layer in layers:
                losses[EMPTY_LAYERS] += not len(layer)
                for cells in _rows(article, layer):
                    table.write(delimiter.join(map(_quoted, map(_defused, cells))) + line_end)
    finally:
        table.detach()
    return +losses


def _rows(article: Article, layer: Layer) -> Iterator[tuple[str, ...]]:
    of_layer = (article.id, layer.reviewer, layer.status.value, _json(layer.curated))
    for annotation in layer:
        yield (*of_layer, *_cells(annotation, article.text))


def _cells(annotation: Annotation, text: str) -> tuple[str, ...]:
    fragments = annotation.fragments
    return (
        annotation.id,
        annotation.kind.value,
        annotation.label,
        str(annotation.start) if fragments else "",
        str(annotation.end) if fragments else "",
        _json(fragments) if fragments else "",
        annotation.text_in(text),
        _json([link._asdict() for link in annotation.links]) if annotation.links else "",
        _json(dict(annotation.attributes)) if annotation.attributes else "",
        annotation.note,
        annotation.origin,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _defused(cell: str) -> str:
    """Return `cell` so that no spreadsheet calculates it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _quoted(cell: str) -> str:
    """Return `cell` as RFC 4180 has it; the module csv leaves a lone CR without marks."""
    return '"{}"'.format(cell.replace('"', '""')) if _SPECIAL.search(cell) else cell


_LOST = (TEXTS, METADATA, EMPTY_LAYERS)

FORMATS = (
    Format(
        name="csv",
        extensions=(".csv",),
        summary=message("a table for spreadsheets: one row an annotation"),
        cannot_carry=_LOST,
        write=partial(_write, ",", "\r\n", "\ufeff"),
    ),
    Format(
        name="tsv",
        extensions=(".tsv",),
        summary=message("a table for programs, its cells parted by tabs: one row an annotation"),
        cannot_carry=_LOST,
        write=partial(_write, "\t", "\n", ""),
    ),
)
