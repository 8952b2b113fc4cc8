"""What is done in a sitting and timed: `python -m bench.acts NAME PROJECT [TRIES]` prints JSON.

Each prints an object of lists of milliseconds by name, those whose name begins with `least` being
baselines, but for `idle` and `day`, which have other figures, too.
"""

import json
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QWidget

from annotator.model.annotation import Annotation, Kind
from annotator.model.message import AnnotatorError
from annotator.project import Project
from annotator.ui.app import application
from annotator.ui.commands import begin_role
from annotator.ui.importing import Incoming, begin_import
from bench.sitting import Least, Pace, Paints, Sitting, resident, send, turn_for, until

if TYPE_CHECKING:
    from annotator.ui.learning import Learning

BETWEEN = 0.02
"""Seconds from a key to the next: a held key repeats every 0.033."""

REST, REST_OF_LONG = 0.2, 1.5
"""Seconds from an article to the next, and how many more of one of a million characters."""

ROUND = 100
"""Cycles after which the caret goes back to the beginning: a short article has few words."""

CYCLE = {
    "move the caret": "Right",
    "extend the selection": "Ctrl+Shift+Right",
    "tag": "1",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "relabel": "2",
}
"""Gestures and their keys, in the order in which they are done; then the edits are taken back."""
EDITS = ("tag", "undo", "redo", "relabel")
"""Which of them are edits; taking back makes two more."""
FILL = "fill a role"
TRAINING = 180.0
"""Seconds that a training may take."""

Times = dict[str, list[float]]


def cycles(sitting: Sitting, count: int, between: float = BETWEEN) -> Iterator[tuple[str, float]]:
    """Yield the name and the milliseconds of each gesture, `count` times."""
    pace = Pace(between)
    for number in range(count):
        if number % ROUND == 0:
            send(sitting.canvas, "Ctrl+Home")
        for name, key in CYCLE.items():
            yield name, sitting.press(key, pace.arrival())
        for _ in ("relabel", "tag"):
            sitting.press("Ctrl+Z")


def fills(sitting: Sitting, count: int) -> Iterator[float]:
    """Yield the milliseconds of the key that fills a role with the mention of a hint."""
    layer, pace = sitting.editor.layer, Pace(BETWEEN)
    assert layer
    events = [each for each in layer if each.kind is Kind.EVENT][:ROUND]
    chance = random.Random(1)
    for _ in range(count):
        letters = _hint(sitting, chance.choice(events))
        for letter in letters[:-1]:
            send(sitting.canvas, letter)
        yield sitting.press(letters[-1], pace.arrival())
        sitting.press("Ctrl+Z")


def _hint(sitting: Sitting, event: Annotation) -> str:
    """Begin to fill a role of `event`; return the letters of a mention in view."""
    editor, attention = sitting.editor, sitting.canvas.stage.attention
    editor.reveal(event.id)
    sitting.frame(sitting.canvas.viewport().update)
    type = next(each for each in editor.tagset.events if each.label == event.label)
    for role in type.roles:
        begin_role(editor, event.id, role.name)
        filled = {link.target for link in event.links if link.role == role.name}
        free = [hint for id, hint in attention.emphasis.hints.items() if id not in filled]
        if free:
            return free[0]
    raise LookupError(f"{event.label} has no role that a mention in view may fill")


def keys(project: Path, tries: int) -> Times:
    """Keys to paint: the gestures of a cycle, and filling a role."""
    found: Times = defaultdict(list)
    application()
    least, pace = Least(), Pace(BETWEEN)
    found["least key"] = [least.press("A", pace.arrival()) for _ in range(tries)]
    least.close()
    sitting = Sitting(project)
    for name, took in cycles(sitting, tries):
        found[name].append(took)
    found[FILL] = list(fills(sitting, tries))
    return found


def scroll(project: Path, tries: int) -> Times:
    """Frames of the longest article: by page, by wheel; of the same text in a QPlainTextEdit."""
    application()
    pace = Pace(BETWEEN)

    def frames(area: QAbstractScrollArea, page: str, notch: str) -> Times:
        paints, found = Paints(area.viewport()), Times()
        moves = {page: lambda: send(area, "PgDown"), notch: lambda: wheel(area.viewport())}
        for name, move in moves.items():
            send(area, "Ctrl+Home")
            found[name] = [paints.frame(move, pace.arrival()) for _ in range(tries)]
        return found

    plain = QPlainTextEdit(_texts(project)[0])
    plain.resize(1024, 640)
    plain.show()
    least = frames(plain, "least page", "least wheel")
    plain.close()
    ours = frames(Sitting(project).canvas, "scroll by a page", "scroll by the wheel")
    return least | ours


def wheel(viewport: QWidget) -> None:
    """Turn the wheel by one notch, down."""
    at = QPointF(200, 200)
    event = QWheelEvent(
        at, viewport.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def _texts(project: Path) -> list[str]:
    with closing(Project.open(project)) as opened:
        return [opened.article(each.id).text for each in opened.articles()]


def open_articles(project: Path, tries: int) -> Times:
    """Alt+Down and Alt+Up between two articles, to the first screen; the texts in a plain field."""
    application()
    plain = QPlainTextEdit()
    plain.resize(1024, 640)
    plain.show()
    paints = Paints(plain.viewport())
    both = _texts(project)
    least = [
        paints.frame(lambda text=both[number % 2]: plain.setPlainText(text), time.perf_counter())
        for number in range(tries)
    ]
    plain.close()
    sitting = Sitting(project)
    editor, pace = sitting.editor, Pace(REST + REST_OF_LONG * len(both[0]) / 1_000_000)
    found: list[float] = []
    for number in range(tries):
        before = editor.article
        found.append(
            sitting.frame(
                lambda key=("Alt+Down", "Alt+Up")[number % 2]: send(sitting.canvas, key),
                pace.arrival(),
            )
        )
        assert editor.article is not before
    return {"open": found, "least open": least}


def day(project: Path, tries: int) -> dict[str, Any]:
    """Many edits in one sitting: gestures before and after, and what the memory grew by.

    `tries` counts the edits; a cycle has six. Every 50 cycles the next article is gone to. There is
    a model from the beginning, as on any day but the first.
    """
    sitting = Sitting(project)
    _wait_for_model(sitting)
    assert sitting.editor.article
    first = sitting.editor.article.id
    before, after = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
    measured = max(1, tries // 50)
    for name, took in cycles(sitting, measured):
        before[name].append(took)
    memory = resident()
    made = 0
    while made < tries:
        names = [name for name, _ in cycles(sitting, min(50, -((made - tries) // 6)), between=0)]
        made += sum(1 for name in names if name in EDITS) + 2 * names.count("tag")
        send(sitting.canvas, "Alt+Down")
        turn_for(0.05)
    sitting.editor.open(first)
    sitting.settle()
    grown = resident() - memory
    for name, took in cycles(sitting, measured):
        after[name].append(took)
    return {"before": before, "after": after, "MB": grown, "edits": made}


class _Timers(QObject):
    """Counts the timers that fire in an application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.number = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Timer
        return False


def idle(project: Path, tries: int) -> dict[str, float]:
    """Nothing, for `tries` seconds: the share of a core, beside a plain text field with a caret.

    `timers` is how many fired a second, `caret` how many the caret's blinking needs.
    """
    application()
    plain = QPlainTextEdit()
    plain.show()
    plain.setFocus()
    turn_for(1)
    least = _share(tries)
    plain.close()
    sitting = Sitting(project)
    turn_for(3)
    ours = _share(tries)
    counted = _Timers(sitting.program.app)
    turn_for(tries / 2)
    fired = counted.number / (tries / 2)
    sitting.program.app.removeEventFilter(counted)
    blink = QApplication.cursorFlashTime() / 2000
    return {"ours": ours, "least": least, "timers": fired, "caret": 1 / blink}


def _share(seconds: float) -> float:
    began = time.process_time()
    turn_for(seconds)
    return 100 * (time.process_time() - began) / seconds


def busy_importing(project: Path, tries: int, source: Path) -> dict[str, Any]:
    """Keys before and during the import of `source`, until there were `tries`, or it has ended."""
    sitting = Sitting(project)
    quiet = [took for _, took in cycles(sitting, max(1, tries // len(CYCLE)))]
    begin_import(sitting.window, Incoming([source]))
    work = sitting.program.work
    found = _keys_while(sitting, lambda: bool(work.jobs), tries)
    until(lambda: not work.jobs, TRAINING)
    count = sitting.editor.project.listing.count()
    return {"least quiet": quiet, "busy": found, "articles": count}


def busy_training(project: Path, tries: int) -> dict[str, Any]:
    """Keys before and during trainings, until there were `tries` of them."""
    sitting = Sitting(project)
    learning = _wait_for_model(sitting)
    quiet = [took for _, took in cycles(sitting, max(1, tries // len(CYCLE)))]
    found: list[float] = []
    while len(found) < tries:
        learning.train()
        found += _keys_while(sitting, lambda: learning.busy, tries - len(found))
        _check(learning)
    lessons = learning.lessons
    return {"least quiet": quiet, "busy": found, "lessons": lessons}


def _wait_for_model(sitting: Sitting) -> "Learning":
    """Wait for the first training of a project, and return what trains."""
    from annotator.ui.suggesting import Suggesting

    source = sitting.editor.suggestions.source
    assert isinstance(source, Suggesting)
    learning = source.learning
    until(lambda: not learning.busy and (learning.at != "" or bool(learning.trouble)), TRAINING)
    _check(learning)
    sitting.settle()
    return learning


def _check(learning: "Learning") -> None:
    """Raise why the last training failed, if it did."""
    if learning.trouble:
        raise learning.trouble


def _keys_while(sitting: Sitting, goes_on: Callable[[], bool], most: int) -> list[float]:
    found: list[float] = []
    while goes_on() and len(found) < most:
        for _, took in cycles(sitting, 1):
            found.append(took)
            if not goes_on():
                break
    return found


ACTS: dict[str, Callable[..., dict[str, Any]]] = {
    each.__name__: each
    for each in (keys, scroll, open_articles, day, idle, busy_importing, busy_training)
}


def main() -> None:
    """Do the act that the command line names, and print what it gave.

    The process ends at once: every edit is durable, and to close a window takes as long as the
    suggestions that are being worked out, in a long article minutes.
    """
    name, project, tries, *more = sys.argv[1:]
    try:
        print(json.dumps(ACTS[name](Path(project), int(tries), *map(Path, more))), flush=True)
    except AnnotatorError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
