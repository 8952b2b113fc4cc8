"""Articles and layers brought in: what goes in, what is refused, and what is left of an import."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import processes
from annotator.formats.format import Parcel
from annotator.language.search import key_words, matches, search_key
from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from annotator.project import Project, ProjectError
from annotator.store import imports
from annotator.store.batch import STEP
from annotator.store.imports import _LISTED, _Import
from annotator.store.indexing import Indexing
from annotator.store.journal import Entry, append
from annotator.store.unfinished import in_turns
from tests.store.projects import (
    FLOOD,
    MEETING,
    ODD,
    bring_in,
    do,
    dump,
    dump_all,
    make_project,
    meeting_layer,
    parcel,
    tag,
    until,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = make_project(tmp_path / "news.anno")
    yield project
    project.close()


def rows(project: Project) -> dict[str, int]:
    """Return how many rows each table has, those of the search index too."""
    db = project._store.db
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    counted = [name for name in names if not name.startswith(("words_", "sqlite_", "_sqlite"))]
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in counted}


def rows_of(path: Path, table: str) -> int:
    """Return how many rows a table has, without opening the project."""
    connection = sqlite3.connect(path)
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    connection.close()
    return count


def many(count: int) -> list[Parcel]:
    return [parcel(Article(f"a{n}", f"Bài số {n} " + "chữ " * 500)) for n in range(count)]


def test_importing_again_adds_nothing(project: Project) -> None:
    parcels = [parcel(FLOOD), parcel(meeting_layer("mai")), parcel(ODD)]
    first = project.add(parcels, by="lan")
    assert (first.added, first.layers, first.unchanged, first.refused) == (2, 1, 0, [])
    before = (dump_all(project), rows(project))
    again = project.add(parcels, by="lan")
    assert (again.added, again.layers, again.unchanged, again.refused) == (0, 0, 3, [])
    assert (dump_all(project), rows(project)) == before


def test_layers_of_one_new_article_may_come_one_by_one(project: Project) -> None:
    layers = [Layer(FLOOD, name, status=Status.DONE) for name in ("lan", "mai")]
    report = project.add(map(parcel, layers), by="lan")
    assert (report.added, report.layers, report.unchanged) == (1, 2, 0)
    assert project.layers("flood") == [
        ("lan", Status.DONE, 0, False), ("mai", Status.DONE, 0, False),
    ]  # fmt: skip


def test_what_comes_twice_goes_in_once(project: Project) -> None:
    article = replace(MEETING, id="again")
    layer, other = meeting_layer("mai", article), Layer(article, "mai", status=Status.DONE)
    twice = Parcel(article, (layer, layer, other), "again.txt")
    report = project.add([twice, parcel(article), parcel(layer), parcel(ODD)], by="lan")
    assert (report.added, report.layers, report.unchanged) == (2, 1, 2)
    (refused,) = report.refused
    assert "mai has another layer on the article again already" in str(refused)
    assert dump(project.layer("again", "mai")) == dump(layer)
    assert project.check() == []


def test_articles_keep_their_layers_in_whatever_order_those_came(project: Project) -> None:
    bring_in(project, ODD, FLOOD, *(each.article for each in many(3)))
    for article, names in ((FLOOD, "hoa mai"), (ODD, "mai"), (MEETING, "mai hoa")):
        for name in names.split():
            bring_in(project, Layer(article, name, status=Status.DONE))
    project.commit(edits.remove_articles([("a1", ""), ("odd", "")]), "lan")
    found = list(project.parcels())
    assert [each.article.id for each in found] == ["meeting", "flood", "a0", "a2"]
    assert [each.article.metadata for each in found[:2]] == [MEETING.metadata, FLOOD.metadata]
    assert [[layer.reviewer for layer in each.layers] for each in found] == [
        ["mai", "hoa"], ["hoa", "mai"], [], [],
    ]  # fmt: skip
    assert [each.article.id for each in project.parcels(["hoa"])] == ["meeting", "flood"]


def test_an_entry_keeps_numbers_that_json_can_not_hold_everywhere(project: Project) -> None:
    values = {"big": 2**70, "small": 1e-7, "none": float("inf"), "word": "null"}
    mention = Annotation("T1", Kind.ENTITY, "X", (Fragment(0, 3),), attributes=values)
    bring_in(project, Layer(FLOOD, "mai", [mention]))
    (entry,) = project.history("flood", "mai")
    assert project.layer_at("flood", "mai", entry.number)["T1"] == mention
    assert project.layer("flood", "mai")["T1"] == mention


def test_what_comes_out_is_what_went_in(project: Project) -> None:
    layer = meeting_layer("mai")
    layer.status, layer.curated = Status.LOCKED, True
    bring_in(project, ODD, layer)
    assert project.article("odd") == ODD
    assert project.article("odd").text.encode() == ODD.text.encode()
    assert list(project.article("odd").metadata.items()) == list(ODD.metadata.items())
    assert dump(project.layer("meeting", "mai")) == dump(layer)
    assert project.check() == []


def test_a_layer_larger_than_a_step_goes_in_whole(project: Project) -> None:
    count = 2 * STEP + 1
    mentions = [
        Annotation(f"T{n}", Kind.ENTITY, "X", (Fragment(0, 3),), rank=n + 1) for n in range(count)
    ]
    event = Annotation(
        "E1", Kind.EVENT, "Y", links=(Link("last", f"T{count - 1}"), Link("first", "T0")), rank=0
    )
    layer = Layer(FLOOD, "mai", [event, *mentions])
    for each in (layer, Layer(MEETING, "mai", [event, *mentions])):
        bring_in(project, each)
        assert dump(project.layer(each.article.id, "mai")) == dump(each)
    assert project.articles(reviewer="mai")[1].entities == count
    assert project.check() == []


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (parcel(replace(MEETING, text="Khác")), "meeting.txt: .* another text"),
        (parcel(meeting_layer("hoa")), "hoa has another layer"),
        (parcel(Article("", "x")), "needs an id"),
        (parcel(Article("nul", "a\0b")), r"nul.txt: .*U\+0000"),
        (parcel(Article("half", "a\ud83d")), r"half.txt: .*U\+D83D"),
        (parcel(Article("half", "a", {"author": ["\udc00"]})), r"U\+DC00"),
        (parcel(Layer(FLOOD, "")), "name of its reviewer"),
        (AnnotatorError("not read", where="bad.txt:3"), "bad.txt:3: not read"),
    ],
)
def test_bad_ones_are_refused_and_the_good_ones_go_in(
    project: Project, bad: Parcel | AnnotatorError, reason: str
) -> None:
    tag(project, 0, 3, by="hoa")
    before = project.layers("meeting")
    report = project.add([parcel(ODD), bad, parcel(Article("last", "Cuối"))], by="lan")
    assert (report.added, report.unchanged, report.layers) == (2, 0, 0)
    with pytest.raises(AnnotatorError, match=reason):
        raise report.refused[0]
    assert [row.id for row in project.articles()] == ["meeting", "odd", "last"]
    assert project.layers("meeting") == before
    assert project.check() == []


def test_progress_tells_how_far_it_is(project: Project) -> None:
    told: list[tuple[int, int, str]] = []
    project.add([parcel(FLOOD), parcel(ODD)], by="lan", progress=lambda *each: told.append(each))
    assert [each[:2] for each in told] == [(1, 2), (2, 2)]
    assert told[0][2] == FLOOD.title


def test_a_cancelled_import_leaves_nothing(project: Project) -> None:
    before = (dump_all(project), rows(project))
    asked = iter(range(1000))
    report = project.add(
        [parcel(meeting_layer("mai")), *many(400)], by="lan", cancelled=lambda: next(asked) == 350
    )
    assert report.cancelled
    assert (report.added, report.layers) == (0, 0)
    assert (dump_all(project), rows(project)) == before
    assert project.articles("bai") == []
    assert project.check() == []


def test_a_cancelled_import_tells_what_it_read(project: Project) -> None:
    wrong, odd = AnnotatorError("A line is none.", where="x:1"), Remark("A line is odd.")
    asked = iter(range(1000))
    report = project.add([wrong, odd, *many(9)], by="lan", cancelled=lambda: next(asked) == 8)
    assert report.cancelled
    assert (report.refused, report.remarks) == ([wrong], [odd])


def test_a_cancelled_import_does_not_wait_for_a_process_that_hangs(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(project)
    for name in ("_FEW", "_SOME"):
        monkeypatch.setattr(f"annotator.store.indexing.{name}", 0)
    program = "import sys; sys.stdin.read()"  # it never answers
    monkeypatch.setattr(processes, "command", lambda _module: (sys.executable, "-c", program))
    read, wrong = many(3), AnnotatorError("Line 3 is damaged.")
    asked = iter(range(1000))
    report = project.add([wrong, *read], by="lan", cancelled=lambda: next(asked) > len(read))
    assert report.cancelled
    assert report.refused == [wrong]
    assert rows(project) == before


def test_a_cancelled_import_leaves_what_somebody_went_on_with(project: Project) -> None:
    asked = iter(range(1000))

    def cancelled() -> bool:
        number = next(asked)
        if number == 300:
            until(lambda: project.layers("meeting"))
            do(project, edits.set_status, Status.DONE, by="mai")
        return number == 350

    parcels = [parcel(meeting_layer("mai")), *many(400)]
    assert project.add(parcels, by="lan", cancelled=cancelled).cancelled
    assert project.layers("meeting") == [("mai", Status.DONE, 4, False)]
    assert [row.id for row in project.articles()] == ["meeting"]
    assert project.check() == []


def test_numbers_of_a_cancelled_import_come_no_more(project: Project) -> None:
    work = _Import(project._store, "lan", Indexing(), ThreadPoolExecutor(1))
    work.take(parcel(meeting_layer("mai")))
    work._write_all()
    seen = project.layer_version("meeting", "mai")
    work.take_back()
    assert project.layer_version("meeting", "mai") < seen
    assert tag(project, 4, 8, by="mai").number > seen, "who read ahead would take it for the same"


def test_a_failing_source_leaves_nothing(project: Project) -> None:
    before = (dump_all(project), rows(project))

    def source() -> Iterator[Parcel]:
        yield from many(300)
        raise OSError("the disk was taken away")

    with pytest.raises(OSError, match="taken away"):
        project.add(source(), by="lan")
    assert (dump_all(project), rows(project)) == before


def test_an_import_that_fails_while_it_lists_leaves_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (dump_all(project), rows(project))
    appended: list[int] = []

    def failing(*args: Any, **more: Any) -> Entry:
        if len(appended) == 2:
            raise KeyboardInterrupt
        appended.append(1)
        return append(*args, **more)

    monkeypatch.setattr(imports, "append", failing)
    with pytest.raises(KeyboardInterrupt):
        project.add([parcel(Article(f"a{n}", "chữ")) for n in range(3 * _LISTED)], by="lan")
    assert appended == [1, 1]
    assert (dump_all(project), rows(project)) == before
    assert project.articles("chu") == []


KILLED = """
import sys
from pathlib import Path
from annotator.project import Project
from tests.store.projects import meeting_layer, parcel
from tests.store.test_imports import many
def source():
    yield parcel(meeting_layer("mai"))
    yield from many(300)
    print("written", flush=True)
    sys.stdin.read()
Project.open(Path(sys.argv[1])).add(source(), by="lan")
"""


def test_a_killed_import_is_cleared_away_at_the_next_opening(project: Project) -> None:
    before = (dump_all(project), rows(project))
    project.close()
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, project.path],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout
        assert other.stdout.readline() == "written\n"
        other.kill()
    assert rows_of(project.path, "unfinished") == 1
    again = Project.open(project.path)
    assert (dump_all(again), rows(again)) == before
    assert again.check() == []
    again.close()


def test_a_layer_that_somebody_went_on_with_stays_after_a_kill(project: Project) -> None:
    work = _Import(project._store, "lan", Indexing(), ThreadPoolExecutor(1))
    for reviewer in ("mai", "hoa"):
        work.take(parcel(meeting_layer(reviewer)))
    work._write_all()
    tag(project, 4, 8, by="mai")
    project.close()
    again = Project.open(project.path)
    assert [reviewer for reviewer, *_ in again.layers("meeting")] == ["mai"]
    assert again.check() == []
    again.close()
    assert rows_of(project.path, "unfinished") == 0


def test_what_an_import_left_does_not_shut_a_project_without_room(project: Project) -> None:
    work = _Import(project._store, "lan", Indexing(), ThreadPoolExecutor(1))
    work.take(parcel(Article("long", " ".join(f"chữ{n}" for n in range(20_000)))))
    work._write_all()
    project.close()
    said = subprocess.run(
        [sys.executable, "-c", NO_ROOM, project.path],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert said.stdout == "meeting\n"
    assert rows_of(project.path, "articles") == 2
    Project.open(project.path).close()
    assert rows_of(project.path, "articles") == 1


NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from annotator.project import Project
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (33_000, resource.RLIM_INFINITY))  # the index beside it
project = Project.open(Path(sys.argv[1]))
print(*(row.id for row in project.articles()))
project.close()
"""


def test_other_metadata_of_an_article_that_is_there_are_remarked_on(project: Project) -> None:
    metadata = {**MEETING.metadata, "title": "Khác", "pages": True}
    other = replace(MEETING, metadata=metadata)
    fewer = replace(MEETING, metadata={"source": "made up"})
    layers = [Layer(other, name) for name in ("mai", "hoa")]
    report = project.add([*map(parcel, layers), parcel(fewer)], by="lan")
    assert (report.layers, report.refused) == (2, [])
    (remark,) = report.remarks
    assert "meeting is in the project already, with other metadata: title, pages." in str(remark)
    assert remark.where == "meeting.jsonl"
    assert project.article("meeting") == MEETING
    assert project.add([parcel(fewer)], by="lan").remarks == []
    edit = edits.set_metadata(project.article("meeting"), "pages", 1)
    project.commit(edit, "lan")
    (remark,) = project.add([parcel(replace(MEETING, metadata={"pages": True}))], by="lan").remarks
    assert "pages" in str(remark)


def test_a_reviewer_of_spaces_is_none(project: Project) -> None:
    (refused,) = project.add([parcel(meeting_layer("  "))], by="lan").refused
    assert "name of its reviewer" in str(refused)


def test_edits_go_on_while_another_thread_imports(project: Project) -> None:
    reports = []
    started, go_on = threading.Event(), threading.Event()

    def source() -> Iterator[Parcel]:
        yield from many(200)
        started.set()
        go_on.wait(30)
        yield parcel(meeting_layer("mai"))

    worker = threading.Thread(target=lambda: reports.append(project.add(source(), by="mai")))
    worker.start()
    started.wait(30)
    for start in range(20):
        tag(project, start, start + 3)
    assert [row.id for row in project.articles()] == ["meeting"]
    go_on.set()
    for start in range(20):
        tag(project, start, start + 3)
    worker.join()
    assert reports[0].added == 200
    assert len(project.layer("meeting", "lan")) == 40
    assert len(project.articles()) == 201
    assert project.check() == []


def test_who_waits_to_write_does_so_after_the_step_that_goes_on(project: Project) -> None:
    store, wrote = project._store, threading.Event()

    def write() -> None:
        other = store.another(read_only=False)
        with other.writing():
            wrote.set()
        other.close()

    waiting = threading.Thread(target=write)
    seen: list[bool] = []

    def steps() -> Iterator[None]:
        yield
        waiting.start()
        while not store.awaited:
            pass
        seen.append(wrote.is_set())
        yield
        seen.append(wrote.is_set())
        yield

    in_turns(store, steps())
    waiting.join()
    assert seen == [False, True]


def test_only_a_project_that_may_be_written_takes_articles(project: Project) -> None:
    reader = project.reader()
    with pytest.raises(ProjectError, match="for reading only"):
        reader.add([parcel(FLOOD)], by="lan")
    reader.close()


SYLLABLES = st.sampled_from(["Đồng", "đông", "hoà", "hòa", "Thu\u0309y", "12", "b😀c", "ﬁ", "ß"])


@given(
    texts=st.lists(st.lists(SYLLABLES, max_size=4).map(" ".join), min_size=1, max_size=4),
    query=st.lists(SYLLABLES | st.text("đdohòà ", max_size=3), max_size=2).map(" ".join),
)
def test_the_list_finds_what_filtering_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str
) -> None:
    made = [Article(str(n), text + "\n.", {"title": "x"}) for n, text in enumerate(texts)]
    project = make_project(tmp_path_factory.mktemp("p") / "p.anno", made)
    found = [row.id for row in project.articles(query)]
    project.close()
    assert found == [each.id for each in made if matches(query, f"x\n{each.text}")]
    assert key_words(search_key(query)) or len(found) == len(made)
