"""What the pinned PySide6 must not do: these fail before the program would."""

import sys

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count from Python 3.12")
def test_laying_out_lines_loses_no_reference_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses one at each call, and aborts after a few thousand."""
    layout = QTextLayout("Lạng Sơn")
    layout.beginLayout()
    line = layout.createLine()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        line.setLineWidth(100)
        line.setPosition(QPointF(0, 0))
    after = sys.getrefcount(None)
    layout.endLayout()
    assert abs(after - before) < CALLS // 2
