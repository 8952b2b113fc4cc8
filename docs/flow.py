"""Makes the pictures of suggestions in the docs, with the real window and real keys.

`python -m docs.flow FOLDER SEEDS` writes them to FOLDER.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from annotator.formats.format import Parcel
from annotator.formats.reading import assigned_to, read
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.presets import preset
from annotator.project import Project
from annotator.suggest.settings import REVIEWERS
from annotator.ui.suggesting import Suggesting
from bench.sitting import dressed, send, turn_for, until

TEXT = """Khánh thành trạm bơm Lâm Khê

Sáng 3/11/2020, UBND tỉnh Sơn Hà khánh thành trạm bơm Lâm Khê. Bà Trần Thị Hoài Thu, Phó Chủ tịch \
UBND tỉnh Sơn Hà, và ông Đỗ Quang Minh dự lễ. Trạm bơm tốn 45 tỷ đồng, tưới cho 1.200 ha lúa của \
huyện Lâm Khê và huyện Vân Đình.

Ông Bùi Văn Lực, người dân xã Mỹ Hoà, cho biết vụ trước nhiều ruộng thiếu nước. Theo ông Bùi Văn \
Lực, trạm bơm sẽ giúp xã Mỹ Hoà trồng thêm một vụ. Chiều cùng ngày, bà Thu thăm nhà ông Bùi Văn Lực.
"""
"""Made up."""
TAGGED = "Bùi Văn Lực"
AGREED = (
    ("TIME", "Sáng 3/11/2020"), ("PER", "Trần Thị Hoài Thu"), ("PER", "Đỗ Quang Minh"),
    ("MONEY", "45 tỷ đồng"), ("PER", "Bùi Văn Lực"),
)  # fmt: skip
OWN = {
    "an": (("ORG", "UBND tỉnh Sơn Hà"), ("LOC", "huyện Vân Đình"), ("LOC", "xã Mỹ Hoà")),
    "binh": (("ORG", "UBND tỉnh Sơn Hà"), ("LOC", "Vân Đình"), ("LOC", "xã Mỹ Hoà")),
    "chi": (("GPE", "tỉnh Sơn Hà"), ("LOC", "huyện Vân Đình"), ("QUANTITY", "1.200 ha")),
}
"""What each of three reviewers made of it, beside what all of them did."""
_MOMENT = 0.1
"""Seconds until nothing is left to be laid out."""


def pictures(folder: Path, seeds: Path) -> None:
    """Write three pictures to `folder`; what was tagged before is in `seeds`."""
    with tempfile.TemporaryDirectory() as made:
        project = Project.create(Path(made) / "news.anno", preset())
        project.add(assigned_to("lan", read(seeds)), by="lan")
        project.add([Parcel(Article("made-up-pump", TEXT), (), "")], by="lan")
        program = dressed("lan", finds_words=False)
        program.show(project, "made-up-pump")
        window, editor = program.window, program.editor
        window.resize(QSize(1280, 800))
        until(lambda: isinstance(editor.suggestions.source, Suggesting))
        source = editor.suggestions.source
        assert isinstance(source, Suggesting)
        until(lambda: not source.busy and bool(editor.suggestions.shown))
        send(window.canvas, ".")
        until(lambda: editor.suggestions.focused is not None)
        _take(window, folder / "suggested.png")
        at = TEXT.index(TAGGED)
        editor.select(Fragment(at, at + len(TAGGED)))
        send(window.canvas, editor.tagset.entities[0].shortcut)
        until(lambda: window.everywhere.offers and not window.everywhere.busy and not source.busy)
        _take(window, folder / "everywhere.png")
        editor.undo()  # so that nobody worked on it
        editor.select(Fragment(0, 0))
        program.become("tam")
        project.add([Parcel(Article("made-up-pump", TEXT), tuple(_layers()), "")], by="tam")
        window.bindings["curate"].trigger()
        window.raise_panel("suggestions")
        until(lambda: {each.annotation.origin for each in editor.suggestions.shown} == {REVIEWERS})
        until(window.bindings["suggestion.accept-sure"].isEnabled)
        window.bindings["suggestion.accept-sure"].trigger()
        turn_for(_MOMENT)
        send(window.canvas, ".")
        until(lambda: editor.suggestions.focused is not None)
        _take(window, folder / "curated.png")
        window.close()


def _layers() -> Iterator[Layer]:
    """Yield what three reviewers made of the text."""
    for reviewer, own in OWN.items():
        made: list[Annotation] = []
        for label, words in sorted((*AGREED, *own), key=lambda each: TEXT.index(each[1])):
            start, id = TEXT.index(words), f"T{len(made) + 1}"
            made.append(Annotation(id, Kind.ENTITY, label, (Fragment(start, start + len(words)),)))
        yield Layer(Article("made-up-pump", TEXT), reviewer, made, Status.DONE)


def _take(window: QWidget, path: Path) -> None:
    """Write a picture of `window` as it looks once nothing is left to be laid out."""
    turn_for(_MOMENT)
    window.grab().save(str(path))


if __name__ == "__main__":
    pictures(*map(Path, sys.argv[1:]))
