"""Where the Tab key leads."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST = 200


def passed_by_tab(window: QWidget) -> list[str]:
    """Press Tab in `window` until it comes round; return what takes part and was never reached."""
    reached = list[QWidget]()
    while (focused := QApplication.focusWidget()) not in reached:
        assert focused is not None
        assert len(reached) < _MOST
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return [
        f"{type(each).__name__} {each.accessibleName() or getattr(each, 'text', str)()}"
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.window() is window
        and each.focusProxy() is None
        and each.isVisible()
        and each.isEnabled()
        and each not in reached
    ]
