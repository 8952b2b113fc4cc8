"""The views that anybody may read with another program."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from tests.store.projects import ODD, do, make_project, meeting_layer


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    project = make_project(tmp_path / "p.anno", (ODD, meeting_layer("mai")))
    do(project, edits.add, Kind.ENTITY, "X", [Fragment(0, 9)], article="odd")
    do(project, edits.add, Kind.ENTITY, "Y", [Fragment(13, 18), Fragment(19, 22)], article="odd")
    do(project, edits.add_relation, "near", "T1", "T2", article="odd")
    do(project, edits.add, Kind.EVENT, "Silent", article="odd")
    project.close()
    connection = sqlite3.connect(tmp_path / "p.anno")
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_entities_show_the_words_of_their_fragments(rows: sqlite3.Connection) -> None:
    odd = rows.execute("SELECT * FROM entities WHERE article = 'odd'").fetchall()
    assert [row["text"] for row in odd] == [
        ODD.text[0:9],
        f"{ODD.text[13:18]} {ODD.text[19:22]}",
    ]
    assert [(row["start"], row["end"]) for row in odd] == [(0, 9), (13, 22)]
    meeting = rows.execute("SELECT text FROM entities WHERE reviewer = 'mai' ORDER BY id")
    assert [row["text"] for row in meeting] == ["Đồng Nai", "Đồng", "Ông bà Lý"]


def test_arguments_show_event_role_and_filler(rows: sqlite3.Connection) -> None:
    found = rows.execute(
        "SELECT event_label, trigger, role, text FROM arguments ORDER BY role DESC"
    )
    assert [tuple(row) for row in found] == [
        ("Meeting", "Hội nghị", "Place", "Đồng Nai"),
        ("Meeting", "Hội nghị", "Participant", "Ông bà Lý"),
    ]


def test_events_without_a_trigger_are_shown_too(rows: sqlite3.Connection) -> None:
    found = rows.execute("SELECT label, text, start FROM events WHERE article = 'odd'").fetchall()
    assert [tuple(row) for row in found] == [("Silent", None, None)]


def test_relations_show_both_ends(rows: sqlite3.Connection) -> None:
    (row,) = rows.execute("SELECT * FROM relations")
    assert (row["label"], row["from_id"], row["to_id"]) == ("near", "T1", "T2")
    assert row["from_text"] == ODD.text[0:9]
