"""Lists of hits as CSV: one row a hit, in the order they are listed."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.files import file_error, replaced_file
from annotator.formats.table_cells import line_of_cells
from annotator.search.hits import Hit

COLUMNS = (
    "article", "title", "start", "end", "left", "hit", "right", "reviewer", "id", "kind", "label",
)  # fmt: skip

_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""


def write_hits(hits: Iterable[Hit], out: BinaryIO | Path) -> None:
    """Write `hits` to `out`, whole or not at all; raises FileError where that can't be done.

    `start` and `end` count code points; `end` is exclusive.
    """
    if not isinstance(out, Path):
        out.writelines(_lines(hits))
        return
    try:
        with replaced_file(out) as file:
            file.writelines(_lines(hits))
    except OSError as error:
        raise file_error(error, out) from error


def _lines(hits: Iterable[Hit]) -> Iterator[bytes]:
    yield f"{_MARK}{line_of_cells(COLUMNS)}".encode()
    for hit in hits:
        yield line_of_cells(_cells(hit)).encode()


def _cells(hit: Hit) -> tuple[str, ...]:
    places = hit.fragments
    return (
        hit.article,
        hit.title,
        str(places[0].start) if places else "",
        str(places[-1].end) if places else "",
        hit.left,
        hit.words,
        hit.right,
        hit.reviewer,
        hit.annotation,
        hit.kind.value if hit.kind else "",
        hit.label,
    )
