"""What the window tells programs that drive it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.log import EventLog


@pytest.fixture
def log(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "log"
    monkeypatch.setenv("ANNOTATOR_LOG", str(path))
    made = EventLog()
    made.follow(qapp)
    yield path
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dialogs(log: Path) -> list[tuple[str, bool]]:
    """Return (name, open) of every dialog that was told of."""
    events = map(json.loads, log.read_text("utf-8").splitlines())
    return [(each["name"], each["open"]) for each in events if each["event"] == "dialog"]


def shown(qtbot: QtBot, parent: QWidget | None = None) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName("Made up")
    QVBoxLayout(dialog).addWidget(QLineEdit())
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return dialog


def test_a_dialog_is_told_of_when_it_opens_and_closes(qtbot: QtBot, log: Path) -> None:
    dialog = shown(qtbot)
    dialog.close()
    assert dialogs(log) == [("Made up", True), ("Made up", False)]
    dialog.deleteLater()


@pytest.mark.parametrize("with_parent", [True, False])
def test_one_that_goes_while_it_is_open_is_told_of(
    qtbot: QtBot, log: Path, with_parent: bool
) -> None:
    parent = QWidget()
    dialog = shown(qtbot, parent if with_parent else None)
    (parent if with_parent else dialog).deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert dialogs(log) == [("Made up", True), ("Made up", False)]
