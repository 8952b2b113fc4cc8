"""Every sentence the program may show is there in Vietnamese, with the same gaps."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot

from annotator.model.message import AnnotatorError, Message, message
from annotator.suggest.pattern_rules import shipped_rules
from annotator.ui.actions import MENUS
from annotator.ui.bindings import shown_keys
from annotator.ui.language import Language, language, say, set_language, translations_file
from tests.ui.strings import message_templates, window_texts

NAMES = {"QShortcut", "QGuiApplication", "QMimeType"}
"""Contexts of Qt that hold keys and the system's own names, not sentences."""
GAP = re.compile(r"\{\d\}")


def pairs() -> dict[str, str]:
    """Return the translations: English to Vietnamese."""
    entries = ElementTree.parse(translations_file("vi")).getroot().iter("message")
    return {each.findtext("source", ""): each.findtext("translation", "") for each in entries}


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[None]:
    set_language("vi")
    yield
    set_language("en")


class Untranslated(QTranslator):
    """Asked after all others: notes what none of them had."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = set[str]()

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> None:
        if context not in NAMES and not text.startswith("Alt+"):
            self.texts.add(text)


def test_every_text_of_the_window_is_translated() -> None:
    assert sorted(window_texts() - pairs().keys()) == []


def test_every_message_is_translated() -> None:
    assert sorted(message_templates() - pairs().keys()) == []


def test_the_rules_that_ship_have_translated_names() -> None:
    assert sorted({each.name for each in shipped_rules()} - pairs().keys()) == []


@pytest.mark.parametrize(
    "title",
    [
        "Imported {0} annotations",
        "Add {0} labels from files",
        "Tag “{0}” as {1} in {2} places",
    ],
)
def test_titles_that_projects_keep_from_before_are_translated(title: str) -> None:
    assert title in pairs()


def test_gaps_are_the_same() -> None:
    odd = {
        english: vietnamese
        for english, vietnamese in pairs().items()
        if set(GAP.findall(english)) != set(GAP.findall(vietnamese)) or not vietnamese
    }
    assert odd == {}


def test_messages_are_said_in_the_language(vietnamese: None) -> None:
    assert language() == "vi"
    assert say(message("Remove the article {0}", "Bão {1}")) == "Bỏ bài Bão {1}"
    error = AnnotatorError("There is no article to write.", where="x.jsonl:3")
    form = Message("It has the form of: {0}.", (Message("age"),))
    assert say(form) == "Có dạng: tuổi."
    assert str(form) == "It has the form of: age."
    assert say(error) == "x.jsonl:3: Không có bài nào để ghi."


def test_what_has_no_translation_stays(vietnamese: None) -> None:
    assert QCoreApplication.translate("Nowhere", "Never written") == "Never written"


def test_english_is_as_written(qapp: QApplication) -> None:
    assert say(message("Remove the article {0}", "x")) == "Remove the article x"


def test_dialogs_and_menus_that_qt_brings_are_translated(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    untranslated = Untranslated()
    qapp.installTranslator(untranslated)
    set_language("vi")
    saving, opening = QFileDialog.AcceptMode.AcceptSave, QFileDialog.AcceptMode.AcceptOpen
    files, folders = QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory
    for what, how in ((files, opening), (folders, opening), (files, saving)):
        dialog = QFileDialog(None, "Mở", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(what)
        dialog.setAcceptMode(how)
        with qtbot.waitExposed(dialog):
            dialog.show()
    colors = QColorDialog()
    qtbot.addWidget(colors)
    colors.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    with qtbot.waitExposed(colors):
        colors.show()
    for field in (QLineEdit(), QTextBrowser()):
        qtbot.addWidget(field)
        field.createStandardContextMenu()
    qapp.removeTranslator(untranslated)
    set_language("en")
    assert untranslated.texts == set()


def clashing(texts: Iterable[str]) -> list[str]:
    """Return the keys that more than one text underlines."""
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    return sorted({key for key in keys if key and keys.count(key) > 1})


@pytest.mark.parametrize("chosen", ["en", "vi"])
def test_each_menu_has_a_key_of_its_own(qapp: QApplication, chosen: Language) -> None:
    set_language(chosen)
    titles = [QCoreApplication.translate("Menu", menu.title) for menu in MENUS]
    set_language("en")
    assert all(QKeySequence.mnemonic(title).toString() for title in titles)
    assert clashing(titles) == []


@pytest.mark.parametrize("kind", [QColorDialog, QFileDialog])
def test_each_control_of_dialogs_that_qt_brings_has_a_key_of_its_own(
    qtbot: QtBot, vietnamese: None, kind: type[QColorDialog] | type[QFileDialog]
) -> None:
    dialog: QDialog = kind()
    qtbot.addWidget(dialog)
    if isinstance(dialog, QFileDialog):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    elif isinstance(dialog, QColorDialog):
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    shown = [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]
    assert clashing(each.text() for each in shown if each.isVisible()) == []


def test_keys_are_called_as_the_sentences_call_them(vietnamese: None) -> None:
    assert shown_keys("Alt+Down") == "Alt+Xuống"
    assert QKeySequence("Alt+Down") == QKeySequence("Alt+Xuống")
