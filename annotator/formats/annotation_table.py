"""Tables of annotations, CSV and TSV, for spreadsheets and for programs: one row an annotation.

Write only: a table has no place for the texts of the articles. A cell that a spreadsheet would take
for a formula gets a `'` in front, and so does one that begins with `'` already: a program that
reads the table takes one `'` off the beginning of a cell, and has what was written.
"""

import io
import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO

from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.losses import METADATA
from annotator.formats.table_cells import line_of_cells
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


def _write(
    delimiter: str, line_end: str, mark: str, parcels: Iterable[Parcel], stream: BinaryIO
) -> Losses:
    losses = Losses()
    written: set[str] = set()
    table = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        table.write(mark)
        table.write(line_of_cells(COLUMNS, delimiter, line_end))
        for article, layers, _ in parcels:
            if article.id not in written:
                written.add(article.id)
                losses[TEXTS] += 1
                losses[METADATA] += len(article.metadata)
            for layer in layers:
                losses[EMPTY_LAYERS] += not len(layer)
                for cells in _rows(article, layer):
                    table.write(line_of_cells(cells, delimiter, line_end))
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
