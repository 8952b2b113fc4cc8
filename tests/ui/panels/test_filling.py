"""What is being filled is said, and can be chosen from a list or given up."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.model.annotation import TO, Kind, Link
from annotator.ui.editor import Editor, Filling
from annotator.ui.panels.filling import FillingBanner
from tests.ui.panels.acting import Key, Tag, choose


def test_a_role_being_filled_is_said_and_can_be_given_up(
    qtbot: QtBot, editor: Editor, tag: Tag
) -> None:
    event = tag("Meeting", "tổ chức", kind=Kind.EVENT)
    parent = QWidget()
    qtbot.addWidget(parent)
    banner = FillingBanner(editor, parent)
    parent.show()
    assert not banner.isVisible()

    editor.fill(Filling(Kind.EVENT, event, "Chair"))
    assert banner.isVisible()
    assert banner.text.text().startswith("Chair of Meeting “tổ chức”: ")
    qtbot.mouseClick(banner.stop, Qt.MouseButton.LeftButton)
    assert editor.filling is None
    assert not banner.isVisible()


def test_in_a_narrow_window_the_buttons_stand_below_what_is_said(
    qtbot: QtBot, editor: Editor, tag: Tag
) -> None:
    event = tag("Meeting", "tổ chức", kind=Kind.EVENT)
    parent = QWidget()
    qtbot.addWidget(parent)
    banner = FillingBanner(editor, parent)
    editor.fill(Filling(Kind.EVENT, event, "Chair"))
    parent.show()

    def stands(below: bool) -> bool:
        beside = banner.choose.x() > banner.text.geometry().right()
        return beside != below and banner.text.width() > 200

    for width in (290, 700):
        banner.resize(width, 200)
        qtbot.waitUntil(partial(stands, width < 500))
    editor.fill(None)


def test_the_other_end_of_a_relation_is_chosen_from_a_list(
    qtbot: QtBot, editor: Editor, tag: Tag
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    banner = FillingBanner(editor, parent)
    parent.show()
    place, office = tag("LOC", "Lạng Sơn"), tag("ORG", "Ủy ban nhân dân")
    editor.fill(Filling(Kind.RELATION, office, TO, "part_of"))
    assert "Ủy ban nhân dân" in banner.text.text()

    banner.choose.setFocus()
    qtbot.keyClick(banner.choose, Key.Key_Space)
    choose(qtbot, "")
    assert editor.layer is not None
    (relation,) = editor.layer.of_kind(Kind.RELATION)
    assert Link(TO, place) in relation.links
    assert not banner.isVisible()
