"""The drop-down list in a narrow place."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from annotator.ui.panels.still_choice import StillChoice


def test_what_is_too_long_ends_in_dots(qtbot: QtBot) -> None:
    choice = StillChoice("Label")
    qtbot.addWidget(choice)
    choice.addItem("W" * 100)
    choice.resize(200, 32)
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    place = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    picture = choice.grab().toImage()
    end = QRect(place.right() - 12, 8, 10, 8)  # dots stand lower
    for y in range(end.top(), end.bottom()):
        assert len({picture.pixel(x, y) for x in range(end.left(), end.right())}) == 1
