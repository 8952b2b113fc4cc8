"""A canvas on a real project with one article."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model.annotation import Annotation
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.tagset import (
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.project import Project
from annotator.ui.canvas import Canvas, arc_paint, chip_paint, paint, scene, suggestion_paint
from annotator.ui.editor import Editor
from annotator.ui.fonts import load_fonts
from tests.copies import new_project
from tests.ui.canvas.acting import Hand
from tests.ui.canvas.pictures import SolidPen

TAGSET = Tagset(
    name="made up",
    entities=(
        EntityType("PER", shortcut="1"),
        EntityType("ORG", shortcut="2"),
        EntityType("LOC", shortcut="3"),
        EntityType("<b>x</b>", shortcut="!"),
    ),
    events=(
        EventType(
            "Meeting",
            shortcut="M",
            roles=(
                Role("Organizer", ("ORG",)),
                Role("Chair", ("PER",)),
                Role("Cause", ("Arrest",)),
            ),
        ),
        EventType("Arrest", shortcut="Shift+A", roles=(Role("Person", ("PER",)),)),
    ),
    relations=(RelationType("part_of", shortcut="P", sources=("ORG", "LOC"), targets=("LOC",)),),
    documents=(DocumentType("Politics", shortcut="D"),),
)

Begin = Callable[..., Hand]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Return a function that shows a text with its annotations on a canvas that has the focus."""
    load_fonts()
    projects: list[Project] = []
    kept: list[Hand] = []

    def begin(text: str, *annotations: Annotation, width: int = 800, height: int = 600) -> Hand:
        project = new_project(tmp_path / f"made-up-{len(projects)}.anno", TAGSET)
        projects.append(project)
        article = Article("a", text, {"source": "made up"})
        layers = (Layer(article, "lan", annotations, Status.STARTED),) if annotations else ()
        project.add([Parcel(article, layers, "a")], by="lan")
        editor = Editor(project, "lan")
        editor.open("a")
        canvas = Canvas(editor)
        qtbot.addWidget(canvas)
        canvas.resize(width, height)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.activateWindow()
        canvas.setFocus()
        qtbot.waitUntil(canvas.hasFocus)
        hand = Hand(qtbot, canvas, editor)
        kept.append(hand)
        return hand

    yield begin
    kept.clear()
    for project in projects:
        project.close()
    QApplication.clipboard().clear()


@pytest.fixture
def solid_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is drawn is drawn without dashes."""
    for module in (arc_paint, chip_paint, paint, scene, suggestion_paint):
        monkeypatch.setattr(module, "QPen", SolidPen)
