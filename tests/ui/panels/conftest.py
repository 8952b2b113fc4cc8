"""A real project with one tagged article, and an editor on it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article
from annotator.model.message import Message
from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.project import Project
from annotator.ui.editor import Editor
from annotator.ui.panels.panel import Panel
from tests.copies import copied
from tests.ui.panels.acting import P, Show, Tag

TEXT = (
    "Ngày 2/7, Ủy ban nhân dân tỉnh Lạng Sơn tổ chức hội nghị.\n"
    "Ông Hồ Tiến Thiệu chủ trì. Bà Nguyễn Thị Hoà bị bắt tại Lạng Sơn.\n"
)

TAGSET = Tagset(
    name="made up",
    entities=(
        EntityType("PER", {"en": "Person"}, shortcut="1", guideline="A **name** of a person."),
        EntityType("ORG", {"en": "Organisation"}, shortcut="2"),
        EntityType("GOV", {"en": "Government"}, parent="ORG"),
        EntityType("LOC", {"en": "Location"}, shortcut="3"),
        EntityType("TIME", {"en": "Time"}),
    ),
    events=(
        EventType(
            "Meeting",
            shortcut="M",
            roles=(
                Role("Organizer", ("ORG", "PER"), min=1),
                Role("Chair", ("PER",), max=1),
                Role("Place", ("LOC",)),
                Role("Cause", ("Arrest",)),
            ),
        ),
        EventType("Arrest", roles=(Role("Person", ("PER",), min=1), Role("Place", ("LOC",)))),
    ),
    relations=(
        RelationType("part_of", sources=("ORG", "LOC"), targets=("LOC",)),
        RelationType("knows", sources=("PER",), targets=("PER",), symmetric=True),
    ),
    attributes=(
        Attribute("Sure", on=("PER",), values=(True, False), default=True),
        Attribute("Tense", on=("Meeting",), values=("past", "future"), default="past"),
        Attribute("Wiki", on=("PER", "LOC")),
    ),
    documents=(DocumentType("Politics"), DocumentType("Law")),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Return a project with three articles and nothing tagged."""
    made = copied(tmp_path / "made-up.anno", _make)
    yield made
    made.close()


def _make(path: Path) -> Project:
    made = Project.create(path, TAGSET)
    titles = {
        "a": ("Hội nghị ở Lạng Sơn", "2020-07-02T14:52:00+07:00"),
        "b": ("Đồng bằng được mùa", "2021-03-01"),
        "c": ("<b>Bão</b> số 5", ""),
    }
    made.add(
        (
            Parcel(
                Article(id, TEXT, {"title": title, "published_at": date, "source": "made up"}),
                (),
                id,
            )
            for id, (title, date) in titles.items()
        ),
        by="lan",
    )
    return made


@pytest.fixture
def editor(qtbot: QtBot, project: Project) -> Editor:
    """Return lan's editor with the first article open."""
    made = Editor(project, "lan")
    made.open("a")
    return made


@pytest.fixture
def refusals(editor: Editor) -> list[Message]:
    """Return the list that every refusal of the editor is added to."""
    told: list[Message] = []
    editor.refused.connect(told.append)
    return told


@pytest.fixture
def tag(editor: Editor) -> Tag:
    """Return a function that tags words of the text (their nth place), and returns the id."""

    def tag(label: str, words: str = "", nth: int = 0, kind: Kind = Kind.ENTITY) -> str:
        assert editor.layer is not None
        id = editor.layer.new_id(kind)
        fragments = ()
        if words:
            start = -1
            for _ in range(nth + 1):
                start = editor.layer.article.text.index(words, start + 1)
            fragments = (Fragment(start, start + len(words)),)
        assert editor.apply(lambda layer: edits.add(layer, kind, label, fragments))
        return id

    return tag


def follow_if_seen(panel: Panel, *_told: object) -> None:
    """Let a panel show what it has just heard."""
    if panel.isVisible():
        panel.catch_up()


@pytest.fixture
def show(qtbot: QtBot, editor: Editor) -> Iterator[Show]:
    """Return a function that makes a panel of a class, shows it and hands it back.

    It follows its editor at once, as if nothing else were ever to be done.
    """
    kept: list[Panel] = []

    def show(panel_class: type[P]) -> P:
        panel = panel_class(editor)
        kept.append(panel)
        for signal in (
            editor.opened, editor.edited, editor.selected, editor.tagset_changed,
            editor.articles_changed,
        ):  # fmt: skip
            signal.connect(partial(follow_if_seen, panel))
        qtbot.addWidget(panel)
        panel.resize(320, 640)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel

    yield show
    kept.clear()
