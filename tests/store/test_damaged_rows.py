"""Rows that another program has damaged: an export says which, and writes nothing."""

import io
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.project import Project
from tests.store.projects import MEETING, make_project, meeting_layer, parcel


def written(parcels: Iterable[Parcel]) -> bytes:
    stream = io.BytesIO()
    write(parcels, stream, "jsonl")
    return stream.getvalue()


DAMAGE = [
    ("UPDATE annotations SET fragments = '[[1]]' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET fragments = '[[0, 1]],[[2, 3]]' WHERE id = 'T1'", "can't be read"),
    ("UPDATE annotations SET fragments = '[[[1, 2], [3, 4]]]' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET fragments = '[5]' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET fragments = '[[1, 2.5]]' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET fragments = '[[true, 2]]' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET fragments = '' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET fragments = x'ff' WHERE id = 'T1'", "T1 can't be read|damaged"),
    ("UPDATE annotations SET fragments = '[[5, 5]]' WHERE id = 'T1'", "5–5 of T1 is empty"),
    ("UPDATE annotations SET fragments = '[[0, 999]]' WHERE id = 'T1'", "T1 lies outside"),
    ("UPDATE annotations SET fragments = '[]' WHERE id = 'T1'", "T1 has no fragment"),
    ("UPDATE annotations SET rank = 'x' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET label = x'ff' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET note = x'ff' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET label = CAST(x'ff' AS TEXT) WHERE id = 'T1'", "damaged"),
    ("UPDATE annotations SET attributes = '{\"a\": NaN}' WHERE id = 'T1'", "NaN is no number in"),
    ("UPDATE annotations SET attributes = '[1]' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE annotations SET attributes = 'x' WHERE id = 'T1'", "T1 can't be read"),
    ("UPDATE layers SET status = 'gone'", "status of a layer is damaged: gone"),
    ("UPDATE metadata SET value = 'Infinity'", "Infinity is no number in JSON"),
    ("UPDATE metadata SET value = '['", "metadata of an article can't be read"),
    ("UPDATE articles SET text = x'ff'", "row of the article .* is damaged"),
]  # fmt: skip


OF_LINKS = [
    ("UPDATE links SET role = x'ff'", "can't be read"),
    ("UPDATE links SET target = 'T99'", "links to T99, which does not exist"),
]


TITLED = replace(MEETING, metadata={"title": "Họp"})
LINKED = meeting_layer(article=TITLED)
BARE = Layer(
    TITLED,
    "lan",
    [Annotation(f"T{n}", Kind.ENTITY, "LOC", (Fragment(n, n + 3),), rank=n) for n in range(4)],
)


@pytest.mark.parametrize(
    ("layer", "statement", "sentence"),
    [(layer, *each) for layer in (LINKED, BARE) for each in DAMAGE]
    + [(LINKED, *each) for each in OF_LINKS],
)
def test_damaged_rows_are_told_of_and_nothing_is_written(
    tmp_path: Path, layer: Layer, statement: str, sentence: str
) -> None:
    make_project(tmp_path / "a.anno", (layer,)).close()
    change(tmp_path / "a.anno", statement)
    out = tmp_path / "out.jsonl"
    with (
        closing(Project.open(tmp_path / "a.anno")) as project,
        pytest.raises(AnnotatorError, match=sentence),
    ):
        write(project.parcels(), out)
    assert not out.exists()


def test_a_damaged_layer_does_not_keep_the_others_from_being_written(tmp_path: Path) -> None:
    make_project(tmp_path / "a.anno", (LINKED, meeting_layer("minh", TITLED))).close()
    change(
        tmp_path / "a.anno",
        "UPDATE annotations SET note = x'ff' WHERE layer ="
        " (SELECT number FROM layers WHERE reviewer = 'minh')",
    )
    with closing(Project.open(tmp_path / "a.anno")) as project:
        assert written(project.parcels(["lan"])) == written([parcel(LINKED)])
        with pytest.raises(AnnotatorError, match="E1 can't be read"):
            written(project.parcels())


def change(path: Path, statement: str) -> None:
    """Do to a project what this program never does."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        assert connection.execute(statement).rowcount > 0
        connection.commit()
