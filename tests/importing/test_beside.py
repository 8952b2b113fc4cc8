"""An import by another process: the same as by this one, and nothing is left of one that ends."""

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import processes
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.importing import Incoming, beside, bring_in
from annotator.importing.wire import Request, line, request_to_json
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article
from annotator.model.message import AnnotatorError
from annotator.project import ImportReport, Project, ProjectError
from tests.store.projects import (
    FLOOD,
    MEETING,
    dump_all,
    make_project,
    meeting_layer,
    parcel,
    until,
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = make_project(tmp_path / "news.anno")
    yield project
    project.close()


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with an article, a layer on one that is there, and two files that hold none."""
    folder = tmp_path / "đầu vào"
    folder.mkdir()
    write([parcel(FLOOD), parcel(meeting_layer("mai"))], folder / "a.jsonl")
    (folder / "trống.txt").write_text("")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    return folder


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A file of so many articles that they are written in more than one turn."""
    articles = (Article(f"a{n}", f"Bài số {n}. " + "chữ " * 5_000) for n in range(60))
    write(map(parcel, articles), tmp_path / "long.jsonl")
    return tmp_path / "long.jsonl"


def unheard(_done: int, _total: int, _title: str) -> None:
    pass


def never() -> bool:
    return False


def count(project: Project) -> int:
    return project._store.db.execute("SELECT count(*) FROM articles").fetchone()[0]


def said(report: ImportReport) -> tuple[object, ...]:
    """Return what a report says, with sentences in the place of errors, which are never equal."""
    return (*report[:3], list(map(str, report.refused)), list(map(str, report.remarks)))


def test_it_does_what_this_process_would(project: Project, mixed: Path, tmp_path: Path) -> None:
    other = make_project(tmp_path / "other.anno")
    here = other.add(read(mixed, "auto", "lan"), by="lan")
    there = bring_in(project, Incoming([mixed]), "lan", unheard, never)
    assert said(there) == said(here)
    assert there.added == 1
    assert there.refused
    assert dump_all(project) == dump_all(other)
    assert project.undo("", "lan"), "what went in is a step of whoever had it brought in"
    other.close()


def test_labels_are_given_up_for_others(project: Project, mixed: Path) -> None:
    renamed = {(Kind.ENTITY, "PER"): "HUMAN"}
    bring_in(project, Incoming([mixed], "auto", renamed), "lan", unheard, never)
    labels = {each.label for each in project.layer("meeting", "mai")}
    assert labels == {"LOC", "HUMAN", "Meeting"}


def test_how_far_it_is_is_told(project: Project, long: Path) -> None:
    heard: list[tuple[int, str]] = []

    def progress(done: int, _total: int, title: str) -> None:
        heard.append((done, title))

    bring_in(project, Incoming([long]), "lan", progress, never)
    assert heard[0][0] == 1
    assert heard[0][1].startswith("Bài số 0. chữ")
    assert heard == sorted(heard, key=lambda each: each[0])


def test_edits_go_in_between(project: Project, long: Path) -> None:
    """Each is written while the other process goes on, and both are there in the end."""
    begun, ended = threading.Event(), threading.Event()

    def progress(_done: int, _total: int, _title: str) -> None:
        begun.set()

    def work() -> None:
        bring_in(project, Incoming([long]), "mai", progress, never)
        ended.set()

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(60)
    made = 0
    while not ended.is_set():
        layer = project.layer("meeting", "lan")
        edit = edits.add(layer, Kind.ENTITY, "LOC", (Fragment(made % 9, made % 9 + 1),))
        project.commit(edit, "lan")
        made += 1
    thread.join()
    assert made > 3
    assert len(list(project.layer("meeting", "lan"))) == made
    assert count(project) == 61


def test_cancelled_it_takes_back_what_it_wrote(project: Project, long: Path) -> None:
    def cancelled() -> bool:
        return count_beside(project) > 10

    report = bring_in(project, Incoming([long]), "lan", unheard, cancelled)
    assert report == ImportReport(0, 0, 0, [], [], cancelled=True)
    assert count(project) == 1


def count_beside(project: Project) -> int:
    reader = project.reader()
    try:
        return count(reader)
    finally:
        reader.close()


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of the processes that are begun."""
    begun: list[int] = []
    begin = processes.begin

    def noted(module: str) -> object:
        process = begin(module)
        begun.append(process.pid)
        return process

    monkeypatch.setattr(beside.processes, "begin", noted)
    return begun


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_of_one_that_is_killed_nothing_is_left(
    project: Project, long: Path, children: list[int]
) -> None:
    def kill_it() -> bool:
        if count_beside(project) > 10:
            os.kill(children[0], signal.SIGKILL)
        return False

    with pytest.raises(AnnotatorError, match=r"has ended by itself. Nothing was added."):
        bring_in(project, Incoming([long]), "lan", unheard, kill_it)
    assert count(project) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_one_that_does_not_stop_is_ended(
    project: Project, long: Path, children: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "_PATIENCE", 0.2)
    frozen = threading.Event()

    def freeze_it() -> bool:
        if not frozen.is_set() and count_beside(project) > 10:
            os.kill(children[0], signal.SIGSTOP)
            frozen.set()
        return frozen.is_set()

    report = bring_in(project, Incoming([long]), "lan", unheard, freeze_it)
    assert report.cancelled
    assert count(project) == 1


def test_an_error_is_told_as_it_is(project: Project, long: Path) -> None:
    with pytest.raises(AnnotatorError, match="There is no format odd") as caught:
        bring_in(project, Incoming([long], "odd"), "lan", unheard, never)
    assert caught.value.message.values[0] == "odd"


def test_a_fault_of_the_program_is_raised_with_its_trace(project: Project) -> None:
    with pytest.raises(RuntimeError, match="Traceback"):
        bring_in(project, Incoming([Path("a\0b")]), "lan", unheard, never)
    assert count(project) == 1


def test_what_may_not_be_written_is_not(project: Project, long: Path) -> None:
    reader = Project.open(project.path, read_only=True)
    with pytest.raises(ProjectError, match="reading only"):
        bring_in(reader, Incoming([long]), "lan", unheard, never)
    reader.close()


def test_one_that_nobody_waits_for_any_more_is_ended(
    project: Project, long: Path, children: list[int]
) -> None:
    def leave() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(project, Incoming([long]), "lan", unheard, leave)
    until(lambda: not _runs(children[0]))
    assert count(project) == 1
    assert MEETING.id in [row.id for row in project.articles()]


def test_it_ends_where_the_window_is_gone(project: Project, long: Path) -> None:
    process = processes.begin("annotator.importing.process")
    assert process.stdin
    assert process.stdout
    request = Request(project.path, Incoming([long]), "lan")
    process.stdin.write(line("import", request_to_json(request)))
    process.stdin.flush()
    assert json.loads(process.stdout.readline())
    process.stdin.close()
    assert process.wait(60) == 1
    process.stdout.close()
    assert count(project) == 1


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
