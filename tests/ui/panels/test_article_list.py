"""The list of very many articles: found in the background, read as far as it is seen."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.article import Status
from annotator.project import Listing, ListQuery, Project, Sort
from annotator.store.listing import ArticleRow
from annotator.ui.editor import Editor
from annotator.ui.panels.articles import ArticlesPanel
from bench.kept import make_project
from tests.ui.panels.acting import Key

COUNT = 20_000
ALL = f"All · {COUNT:,} ▾"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.anno"
    make_project(path, COUNT)
    return path


@pytest.fixture
def many(made: Path) -> Iterator[Project]:
    project = Project.open(made)
    yield project
    project.close()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the list that the number of every row that is read is added to."""
    numbers: list[int] = []
    rows = Listing.rows

    def spied(listing: Listing, wanted: Iterable[int], reviewer: str) -> dict[int, ArticleRow]:
        asked = list(wanted)
        numbers.extend(asked)
        return rows(listing, asked, reviewer)

    monkeypatch.setattr(Listing, "rows", spied)
    return numbers


@pytest.fixture
def panel(qtbot: QtBot, many: Project, read: list[int]) -> Iterator[ArticlesPanel]:
    editor = Editor(many, "lan")
    editor.open("a1")
    shown = ArticlesPanel(editor)
    qtbot.addWidget(shown)
    shown.resize(320, 640)
    with qtbot.waitExposed(shown):
        shown.show()
    wait(qtbot, shown)
    yield shown
    shown.articles.finder.stop()


def wait(qtbot: QtBot, panel: ArticlesPanel) -> None:
    qtbot.waitUntil(lambda: panel.articles.complete)


def opened_id(panel: ArticlesPanel) -> str:
    assert panel.editor.article is not None
    return panel.editor.article.id


def test_no_more_is_read_than_is_seen(qtbot: QtBot, panel: ArticlesPanel, read: list[int]) -> None:
    assert panel.articles.rowCount() == COUNT
    assert panel.query.statuses.text() == ALL
    assert len(read) <= 200
    read.clear()

    panel.view.setFocus()
    qtbot.keyClick(panel.view, Key.Key_End)
    panel.view.viewport().repaint()

    assert panel.view.currentIndex().row() == COUNT - 1
    assert COUNT in read
    assert len(read) <= 200


def test_typing_finds_in_the_background_and_the_count_says_of_how_many(
    qtbot: QtBot, panel: ArticlesPanel, read: list[int]
) -> None:
    qtbot.keyClicks(panel.query.filter, "1234")
    qtbot.waitUntil(
        lambda: panel.articles.complete and panel.query.statuses.text() == "All · 11 of 20,000 ▾"
    )

    found = [panel.articles.article_at(place).id for place in range(11)]
    assert found == ["a1234", *(f"a1234{digit}" for digit in range(10))]
    qtbot.keyClick(panel.query.filter, Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.query.statuses.text() == ALL)


@pytest.mark.parametrize("typed", ["#15000", "#a15000"])
def test_a_number_or_an_id_is_jumped_to_and_enter_opens_it(
    qtbot: QtBot, panel: ArticlesPanel, typed: str
) -> None:
    qtbot.keyClicks(panel.query.filter, typed)
    qtbot.waitUntil(lambda: panel.view.currentIndex().row() == 14_999)
    assert panel.articles.rowCount() == COUNT

    qtbot.keyClick(panel.query.filter, Key.Key_Return)

    assert panel.editor.article is not None
    assert panel.editor.article.id == "a15000"


def test_enter_waits_for_what_is_being_found(qtbot: QtBot, panel: ArticlesPanel) -> None:
    opened: list[str] = []
    panel.editor.opened.connect(lambda: opened.append(opened_id(panel)))
    qtbot.keyClicks(panel.query.filter, "1234")
    qtbot.keyClick(panel.query.filter, Key.Key_Return)
    qtbot.waitUntil(lambda: opened == ["a1234"])
    wait(qtbot, panel)

    panel.query.begin_jump()
    qtbot.keyClicks(panel.query.filter, "15000")
    qtbot.keyClick(panel.query.filter, Key.Key_Return)
    assert not panel.articles.complete
    qtbot.waitUntil(lambda: opened == ["a1234", "a15000"])


def test_enter_is_forgotten_when_one_types_on(qtbot: QtBot, panel: ArticlesPanel) -> None:
    qtbot.keyClicks(panel.query.filter, "1234")
    qtbot.keyClick(panel.query.filter, Key.Key_Return)
    qtbot.keyClicks(panel.query.filter, "5")
    qtbot.waitUntil(lambda: panel.articles.complete and panel.articles.rowCount() == 1)

    assert opened_id(panel) == "a1"


def test_the_selection_is_kept_when_the_list_is_found_anew(
    qtbot: QtBot, panel: ArticlesPanel
) -> None:
    panel.view.setFocus()
    panel.view.go_to_number(7000)
    qtbot.keyClick(panel.view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = [row.key for row in panel.view.selected()]
    assert chosen == ["a7001", "a7002"]

    panel.refresh()
    assert not panel.articles.complete
    assert panel.articles.rowCount() == COUNT
    wait(qtbot, panel)

    assert [row.key for row in panel.view.selected()] == chosen


def test_going_on_passes_by_what_is_finished(panel: ArticlesPanel, many: Project) -> None:
    status = {number: row.status for number, row in many.listing.rows(range(1, 300), "lan").items()}
    unfinished = [n for n in status if status[n] in (Status.NEW, Status.STARTED)]
    here = unfinished[50]
    panel.editor.open(f"a{here}")

    panel.open_unfinished(1)
    assert panel.editor.article is not None
    assert panel.editor.article.id == f"a{unfinished[51]}"
    panel.open_unfinished(-1)
    panel.open_unfinished(-1)
    assert panel.editor.article.id == f"a{unfinished[49]}"


def test_an_edit_of_the_open_article_reads_nothing(
    qtbot: QtBot, panel: ArticlesPanel, read: list[int]
) -> None:
    new = next(row.id for row in panel.editor.project.articles(reviewer="lan", status=Status.NEW))
    panel.editor.open(new)
    panel.catch_up()
    panel.view.viewport().repaint()
    read.clear()

    panel.editor.apply(lambda layer: edits.set_status(layer, Status.STARTED))
    panel.catch_up()
    panel.view.viewport().repaint()

    place = panel.articles.number_of(new)
    assert place is not None
    assert panel.articles.article_at(place).status is Status.STARTED
    assert read == []
    panel.editor.undo()


@pytest.mark.parametrize("sort", ["added", "title", "status"])
def test_what_is_given_up_ends_at_once_and_complains_of_nothing(many: Project, sort: Sort) -> None:
    query = ListQuery(sort=sort, reviewer="lan")

    assert sum(map(len, many.listing.find(query, lambda: True))) < COUNT
    assert sum(map(len, many.listing.find(query))) == COUNT
