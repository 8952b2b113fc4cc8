"""The list of articles by keys and mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article, Status
from annotator.project import Project
from annotator.ui.editor import Editor
from annotator.ui.panels.articles import ArticlesPanel
from annotator.ui.steps import MANY
from tests.ui.panels.acting import Key, Show, Tag, click, go_to, row_of, rows, texts

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_id(editor: Editor) -> str | None:
    return editor.article.id if editor.article else None


def test_it_shows_title_date_status_and_counts(show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn")
    panel = show(ArticlesPanel)

    first, second, third = rows(panel.view)
    assert first.text == "Hội nghị ở Lạng Sơn"
    assert first.detail.startswith("Started · ")
    assert "2020" in first.detail
    assert [count.number for count in first.counts] == ["1", "0"]
    assert second.detail.startswith("New · ")
    assert (third.text, third.detail) == ("<b>Bão</b> số 5", "New")
    assert first.said().startswith("Hội nghị ở Lạng Sơn, Started, ")


def test_typing_narrows_with_and_without_diacritics(qtbot: QtBot, show: Show) -> None:
    panel = show(ArticlesPanel)

    qtbot.keyClicks(panel.query.filter, "dong mua")
    qtbot.waitUntil(lambda: texts(panel.view) == ["Đồng bằng được mùa"])
    qtbot.keyClick(panel.query.filter, Key.Key_Return)
    assert open_id(panel.editor) == "b"

    qtbot.keyClick(panel.query.filter, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(texts(panel.view)) == 3)
    qtbot.keyClicks(panel.query.filter, "nothing like it")
    qtbot.waitUntil(lambda: texts(panel.view) == [])
    assert "Clear the filter" in panel.view.accessibleDescription()


def test_down_from_the_filter_and_enter_open_an_article(qtbot: QtBot, show: Show) -> None:
    panel = show(ArticlesPanel)
    panel.query.filter.setFocus()

    qtbot.keyClick(panel.query.filter, Key.Key_Down)
    assert panel.view.hasFocus()
    qtbot.keyClick(panel.view, Key.Key_Down)
    assert open_id(panel.editor) == "a"
    qtbot.keyClick(panel.view, Key.Key_Return)

    assert open_id(panel.editor) == "b"
    assert row_of(panel.view, "b").marked
    assert not row_of(panel.view, "a").marked


def test_a_click_opens(qtbot: QtBot, show: Show) -> None:
    panel = show(ArticlesPanel)
    click(qtbot, panel.view, "c")
    assert open_id(panel.editor) == "c"
    assert [row.key for row in panel.view.selected()] == ["c"]


def test_next_and_previous_follow_the_order_shown(qtbot: QtBot, show: Show) -> None:
    panel = show(ArticlesPanel)
    panel.query.sorts.choose("title")
    panel.query.sorts.choose("down")
    order = [row.key for row in rows(panel.view)]
    panel.editor.open(str(order[0]))

    panel.open_next()
    assert open_id(panel.editor) == order[1]
    panel.open_previous()
    panel.open_previous()
    assert open_id(panel.editor) == order[0]
    assert panel.view.currentIndex().row() == 0


def test_next_opens_the_first_where_none_is_open(qtbot: QtBot, editor: Editor) -> None:
    panel = ArticlesPanel(editor)
    qtbot.addWidget(panel)
    editor.open(None)

    panel.open_next()

    assert open_id(editor) == "a"


def test_one_status_alone_is_shown(qtbot: QtBot, show: Show) -> None:
    panel = show(ArticlesPanel)
    editor = panel.editor
    panel.query.statuses.choose("done")
    assert texts(panel.view) == []

    editor.apply(lambda layer: edits.set_status(layer, Status.DONE))
    assert [row.key for row in rows(panel.view)] == ["a"]
    editor.undo()
    assert texts(panel.view) == []


def test_delete_removes_the_selected_and_undo_brings_them_back(qtbot: QtBot, show: Show) -> None:
    panel = show(ArticlesPanel)
    click(qtbot, panel.view, "a")
    click(qtbot, panel.view, "b", CONTROL)
    assert open_id(panel.editor) == "a"

    qtbot.keyClick(panel.view, Key.Key_Delete)
    assert [row.key for row in rows(panel.view)] == ["c"]
    assert open_id(panel.editor) == "c"

    panel.editor.undo()
    assert [row.key for row in rows(panel.view)] == ["a", "b", "c"]


def test_several_get_a_status_in_one_step(qtbot: QtBot, show: Show, project: Project) -> None:
    panel = show(ArticlesPanel)
    click(qtbot, panel.view, "a")
    click(qtbot, panel.view, "b", CONTROL)

    panel.set_status(Status.DONE)

    assert [row.detail.split(" · ")[0] for row in rows(panel.view)] == ["Done", "Done", "New"]
    assert [row.key for row in panel.view.selected()] == ["a", "b"]
    assert panel.editor.layer is not None
    assert panel.editor.layer.status is Status.DONE
    panel.editor.undo()
    assert {row.status for row in project.articles(reviewer="lan")} == {Status.NEW}


def test_very_many_get_a_status_behind_the_window(
    qtbot: QtBot, show: Show, project: Project
) -> None:
    count = MANY + 100
    more = [Parcel(Article(f"n{n}", "Mưa.", {"title": f"Mưa {n}"}), (), "n") for n in range(count)]
    project.add(more, by="lan")
    panel = show(ArticlesPanel)
    editor = panel.editor
    panel.view.selectAll()

    panel.set_status(Status.DONE)
    assert editor.work.jobs

    def statuses() -> set[Status]:
        return {row.status for row in project.articles(reviewer="lan")}

    qtbot.waitUntil(lambda: not editor.work.jobs and statuses() == {Status.DONE})
    assert editor.layer is not None
    assert editor.layer.status is Status.DONE
    editor.undo()
    qtbot.waitUntil(lambda: not editor.work.jobs and statuses() == {Status.NEW})


def test_very_many_are_removed_behind_the_window(
    qtbot: QtBot, show: Show, project: Project
) -> None:
    more = [Parcel(Article(f"n{n}", "Mưa.", {}), (), "n") for n in range(MANY + 100)]
    project.add(more, by="lan")
    panel = show(ArticlesPanel)
    panel.view.selectAll()

    panel.remove_selected()
    assert panel.editor.work.jobs
    qtbot.waitUntil(lambda: not panel.editor.work.jobs and not project.articles())
    assert open_id(panel.editor) is None


def test_the_menu_offers_statuses_and_removal(qtbot: QtBot, show: Show) -> None:
    panel = show(ArticlesPanel)
    go_to(panel.view, "b")
    panel.view.menu_asked.emit(row_of(panel.view, "b"), panel.mapToGlobal(QPoint(20, 20)))
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())

    said = [action.text() for action in menu.actions() if action.text()]

    assert said == ["Open", "Set status", "Remove from the project"]
    menu.close()


def test_an_edit_changes_the_counts_of_its_row(show: Show, tag: Tag) -> None:
    panel = show(ArticlesPanel)
    told: list[int] = []
    panel.articles.dataChanged.connect(lambda top, _bottom: told.append(top.row()))

    tag("LOC", "Lạng Sơn")

    assert told == [0]
    assert row_of(panel.view, "a").counts[0].number == "1"


def test_articles_added_elsewhere_are_shown(show: Show, project: Project) -> None:
    panel = show(ArticlesPanel)
    project.add([Parcel(Article("d", "Made up.", {"source": "made up"}), (), "d")], by="lan")

    panel.editor.articles_changed.emit()

    assert [row.key for row in rows(panel.view)] == ["a", "b", "c", "d"]
    assert panel.view.currentIndex().row() == 0


def test_another_reviewer_has_statuses_of_their_own(show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn")
    panel = show(ArticlesPanel)

    panel.editor.open_as("minh")

    assert row_of(panel.view, "a").detail.startswith("New")


def test_the_open_article_is_seen_among_many(show: Show, project: Project) -> None:
    text = "Made up."
    parcels = (Parcel(Article(f"x{n}", text, {}), (), "") for n in range(200))
    project.add(parcels, by="lan")
    panel = show(ArticlesPanel)

    panel.editor.open("x190")

    area = panel.view.visualRect(panel.articles.index(panel.articles.number_of("x190") or 0, 0))
    assert panel.view.viewport().rect().contains(area)


def test_edits_of_another_layer_leave_the_list_alone(show: Show, project: Project) -> None:
    panel = show(ArticlesPanel)
    layer = project.layer("b", "minh")
    edit = edits.add(layer, Kind.ENTITY, "LOC", [Fragment(0, 4)])
    shown = rows(panel.view)

    project.commit(edit, "minh")
    panel.editor.edited.emit(edit, None)

    assert rows(panel.view) == shown
