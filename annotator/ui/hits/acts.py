"""What is done to all ticked hits: one edit, which one undo takes back."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Kind
from annotator.model.layer import Layer
from annotator.project import Project
from annotator.search.bulk import Bulk, relabel_all, remove_all, tag_all
from annotator.search.hits import Hit
from annotator.ui.language import say
from annotator.ui.panels.naming import Names
from annotator.ui.panels.picker import pick
from annotator.ui.panels.rows import Row
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window

_SPANS = (Kind.ENTITY, Kind.EVENT)


def ask_label(
    window: "Window", kinds: tuple[Kind, ...], then: Callable[[Kind, str], None], under: QWidget
) -> None:
    """Ask for a label of `kinds` below `under`, and call `then` with it."""
    names = Names(window.editor.tagset)
    rows = [
        Row(key=(kind, each.label), text=each.label, detail=_name(names, kind, each.label))
        for kind in kinds
        for each in window.editor.tagset.labels(kind)
    ]

    def take(key: Hashable) -> None:
        assert isinstance(key, tuple)
        then(*key)

    below = under.mapToGlobal(QPoint(0, under.height()))
    pick(_tr("Label"), rows, take, parent=window, below=below, empty=_tr("There is no such label."))


def _name(names: Names, kind: Kind, label: str) -> str:
    name = names.of_label(kind, label)
    return "" if name == label else name


def tag(window: "Window", hits: list[Hit], under: QWidget, then: Callable[[], None]) -> None:
    """Ask for a label, and tag the words of `hits` with it."""

    def do(kind: Kind, label: str) -> None:
        _carry_out(window, lambda layer_of: tag_all(hits, kind, label, layer_of), then)

    ask_label(window, _SPANS, do, under)


def relabel(window: "Window", hits: list[Hit], under: QWidget, then: Callable[[], None]) -> None:
    """Ask for a label, and give it to the annotations of `hits`; these are of one kind."""

    def do(_kind: Kind, label: str) -> None:
        _carry_out(window, lambda layer_of: relabel_all(hits, label, layer_of), then)

    kinds = {each.kind for each in hits if each.kind}
    if len(kinds) == 1:
        ask_label(window, tuple(kinds), do, under)
    else:
        window.messages.refuse(
            _tr("These are annotations of several kinds: tick those of one kind.")
        )


def remove(window: "Window", hits: list[Hit], then: Callable[[], None]) -> None:
    """Remove the annotations of `hits`."""
    _carry_out(window, lambda layer_of: remove_all(hits, layer_of), then)


def _carry_out(
    window: "Window",
    make: Callable[[Callable[[str], Layer]], Bulk],
    then: Callable[[], None],
) -> None:
    """Make the edit in the background; carry it out, say what was done, and call `then`."""
    project, reviewer = window.editor.project, window.editor.reviewer

    def prepare(_job: Job) -> Bulk:
        return _prepared(project, reviewer, make)

    def finish(bulk: Bulk) -> None:
        if window.editor.apply(bulk.edit):
            _tell(window, bulk)
            then()

    window.work.begin(_tr("Prepare the changes"), prepare, finish)


def _prepared(
    project: Project, reviewer: str, make: Callable[[Callable[[str], Layer]], Bulk]
) -> Bulk:
    reader = project.reader()
    try:
        return make(lambda article: reader.layer(article, reviewer))
    finally:
        reader.close()


def _tell(window: "Window", bulk: Bulk) -> None:
    done = _tr("Changed: {0}.").format(bulk.done)
    if bulk.refused:
        why = say(bulk.refused[0].message)
        left = _tr("Articles left as they are: {0} ({1})").format(len(bulk.refused), why)
        window.messages.refuse(f"{done} {left}")
    else:
        window.messages.tell(done)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Window", text)
