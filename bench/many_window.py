"""The window on a project of many articles, in this process, driven by keys: prints what they took.

`python -m bench.many_window PROJECT`: a JSON object of milliseconds by gesture, and the memory.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.project import Project
from annotator.ui.program import Program
from bench.sitting import Paints, dressed, resident, send_letter

TRIES = 500
WORDS = ("lạng sơn", "hội nghị", "77777")
_PATIENCE = 60.0
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class _Driver:
    def __init__(self, program: Program) -> None:
        self.window = program.window
        self.panel = program.window.left
        self.view, self.field = self.panel.view, self.panel.query.filter
        self._rows, self._letters = Paints(self.view.viewport()), Paints(self.field)
        self._text = Paints(self.window.canvas.viewport())
        self.answers = 0
        self.panel.articles.progressed.connect(self._count)

    def _count(self) -> None:
        self.answers += 1

    def until(self, reached: Callable[[], bool]) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not reached():
            QApplication.processEvents()
            if time.monotonic() > deadline:
                raise TimeoutError

    def key(
        self,
        press: Callable[[], object],
        reached: Callable[[], bool] = lambda: True,
        paints: Paints | None = None,
    ) -> float:
        """Return the ms from a key to the end of the first paint of the list after `reached`.

        With `paints` of what they note.
        """
        paints = paints or self._rows
        began = before = time.perf_counter()
        press()
        while True:
            if not reached():
                before = time.perf_counter()
            QApplication.processEvents()
            if paints.ended > before and reached():
                return (paints.ended - began) * 1000
            if time.perf_counter() - began > _PATIENCE:
                raise TimeoutError

    def scroll(self) -> list[float]:
        self.view.setFocus()
        return [
            self.key(lambda: QTest.keyClick(self.view, Qt.Key.Key_PageDown)) for _ in range(TRIES)
        ]

    def ends(self) -> list[float]:
        keys = (Qt.Key.Key_End, Qt.Key.Key_Home) * 20
        return [self.key(lambda key=key: QTest.keyClick(self.view, key)) for key in keys]

    def filter(self) -> tuple[list[float], list[float]]:
        """Type words, the next letter when the first rows are seen; return letters and rows."""
        letters: list[float] = []
        rows: list[float] = []
        for word in WORDS:
            self.field.setFocus()
            for letter in word:
                before = self.answers
                began = time.perf_counter()
                letters.append(
                    self.key(
                        lambda each=letter: send_letter(self.field, each), paints=self._letters
                    )
                )
                if letter != " ":
                    self.until(lambda before=before: self.answers > before)
                    QApplication.processEvents()
                    rows.append((time.perf_counter() - began) * 1000)
            self.until(lambda: self.panel.articles.complete)
            self.field.clear()
            self.settle()
        return letters, rows

    def jump(self, count: int) -> list[float]:
        """Type where to go to; the last digit is timed."""
        found: list[float] = []
        for number in range(1, 51):
            row = str(number * (count // 51))
            self.field.setText("#" + row[:-1])
            QApplication.processEvents()
            self.field.setFocus()
            found.append(
                self.key(
                    lambda row=row: send_letter(self.field, row[-1]),
                    lambda row=row: self.view.currentIndex().row() == int(row) - 1,
                )
            )
        self.field.clear()
        self.settle()
        return found

    def next(self, modifiers: Qt.KeyboardModifier) -> tuple[list[float], list[float]]:
        """Go to the next article; return when its text was painted, and when its row was."""
        texts: list[float] = []
        rows: list[float] = []
        self.window.canvas.setFocus()
        for _ in range(TRIES // 5):
            here, began = self.window.editor.article, time.perf_counter()
            texts.append(
                self.key(
                    lambda: QTest.keyClick(self.window.canvas, Qt.Key.Key_Down, modifiers),
                    lambda here=here: self.window.editor.article is not here,
                    self._text,
                )
            )
            self.until(lambda began=began: self._rows.ended > began)
            rows.append((time.perf_counter() - began) * 1000)
            QTest.qWait(30)
        return texts, rows

    def settle(self) -> None:
        QApplication.processEvents()
        self.until(lambda: self.panel.articles.complete)


def main() -> None:
    """Do every gesture and print the figures."""
    program = dressed("lan", finds_words=False)
    project = Project.open(Path(sys.argv[1]))
    count = project.listing.count()
    began = time.perf_counter()
    program.show(project)
    driver = _Driver(program)
    driver.until(lambda: driver.panel.articles.rowCount() > 0)
    QApplication.processEvents()
    shown = (time.perf_counter() - began) * 1000
    driver.settle()
    whole = (time.perf_counter() - began) * 1000
    letters, rows = driver.filter()
    scrolls, ends, jumps = driver.scroll(), driver.ends(), driver.jump(count)
    next_texts, next_rows = driver.next(_ALT)
    unfinished, _ = driver.next(_ALT | _SHIFT)
    figures: dict[str, list[float]] = {
        "window to first rows": [shown],
        "window to the whole list": [whole],
        "scroll by a page": scrolls,
        "to the end, to the top": ends,
        "filter: the letter": letters,
        "filter: first rows": rows,
        "jump": jumps,
        "next article": next_texts,
        "next article: its row in the list": next_rows,
        "next unfinished": unfinished,
    }
    print(json.dumps({"ms": figures, "MB": resident()}))
    program.window.close()


if __name__ == "__main__":
    main()
