"""Short lists that come up in the text: labels for what is selected, roles for an argument."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, repeat
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from annotator.model import edits
from annotator.model.annotation import MEMBER, TO, Annotation, Kind
from annotator.model.layer import Layer
from annotator.model.tagset import COREFERENCE, Tagset
from annotator.ui.commands import begin_role, fill_at_once, tag
from annotator.ui.editor import Editor, Filling
from annotator.ui.language import language
from annotator.ui.panels.candidates import may_fill
from annotator.ui.panels.naming import Names
from annotator.ui.panels.picker import Picker, pick
from annotator.ui.panels.rows import Row

_MARKING = (Kind.ENTITY, Kind.EVENT, Kind.RELATION, Kind.CLUSTER)
_DIGITS = "123456789"


def choose_label(editor: Editor, parent: QWidget, below: QPoint) -> Picker:
    """Ask for a label of any kind, and give it to what is selected."""

    def give(key: Hashable) -> None:
        kind, label = _kind_and_label(key)
        tag(editor, kind, label)

    rows = [row for kind in _MARKING for row in label_rows(editor.tagset, kind)]
    return pick(
        QCoreApplication.translate("Choosers", "Choose a label"),
        rows,
        give,
        parent=parent,
        below=below,
        empty=_nothing(),
    )


def choose_other_label(editor: Editor, parent: QWidget, below: QPoint) -> Picker | None:
    """Ask for another label for the annotations that are selected; None where none is."""
    focused, ids = editor.focused, editor.annotations
    if focused is None:
        return None

    def relabel(key: Hashable) -> None:
        editor.apply(lambda layer: edits.relabel(layer, ids, _kind_and_label(key)[1]))

    rows = label_rows(editor.tagset, focused.kind)
    prompt = QCoreApplication.translate("Choosers", "Choose another label")
    picker = pick(prompt, rows, relabel, parent=parent, below=below, empty=_nothing())
    picker.prefer((focused.kind, focused.label))
    return picker


def choose_role(editor: Editor, parent: QWidget, below: QPoint) -> Picker | None:
    """Ask which role of the event in focus the next mention chosen fills; None without an event."""
    event = editor.focused
    if event is None or event.kind is not Kind.EVENT:
        return None

    def begin(key: Hashable) -> None:
        if isinstance(key, Filling):
            begin_role(editor, key.source, key.role)

    rows = [each.row for each in _numbered(_roles(editor.tagset, event))]
    picker = pick(
        QCoreApplication.translate("Choosers", "Fill which role?"),
        rows,
        begin,
        parent=parent,
        below=below,
        empty=_nothing(),
    )
    return _with_digits(picker, rows)


def choose_link(
    editor: Editor, source: str, target: str, parent: QWidget, below: QPoint
) -> Picker | None:
    """Ask what the annotation `target` is to `source`, and link them so.

    A role of an event, a relation, or another mention of the same; what fits comes first.
    """
    layer = editor.layer
    if layer is None:
        return None
    links = list(possible_links(editor.tagset, layer, layer[source]))
    if layer[source].kind is not Kind.EVENT and layer[target].kind is Kind.EVENT:
        links = [*possible_links(editor.tagset, layer, layer[target]), *links]
    links = _numbered(links)

    def filler(filling: Filling) -> str:
        return source if filling.source == target else target

    def fits(link: _Possible) -> bool:
        return may_fill(editor.tagset, layer, link.filling, layer[filler(link.filling)])

    good, others = (
        [each for each in links if fits(each)],
        [each for each in links if not fits(each)],
    )
    rows = [each.row for each in good]
    if others:
        heading = QCoreApplication.translate("Choosers", "Does not fit")
        rows += [Row(key=heading, text=heading, heading=True), *(each.row for each in others)]

    def fill(key: Hashable) -> None:
        if isinstance(key, Filling):
            fill_at_once(editor, key, filler(key))

    picker = pick(
        QCoreApplication.translate("Choosers", "What is it there?"),
        rows,
        fill,
        parent=parent,
        below=below,
        empty=_nothing(),
    )
    for event in {each.filling.source for each in links if each.filling.kind is Kind.EVENT}:
        _prefer_likeliest(editor, picker, event, source if event == target else target)
    return _with_digits(picker, rows)


def _prefer_likeliest(editor: Editor, picker: Picker, event: str, filler: str) -> None:
    """Let Enter take the role that `filler` most likely has in `event`, as soon as it is known."""
    up = [picker]
    for signal in (picker.picked, picker.dismissed):
        signal.connect(lambda *_: up.clear())

    def prefer(roles: tuple[str, ...]) -> None:
        for each in up:
            each.prefer(Filling(Kind.EVENT, event, roles[0]))

    editor.suggestions.likeliest.ask_roles(event, filler, prefer)


class _Possible(NamedTuple):
    filling: Filling
    row: Row


def possible_links(tagset: Tagset, layer: Layer, source: Annotation) -> Iterator[_Possible]:
    """Yield what can be filled from `source`, each with its row: roles, relations, coreference."""
    if source.kind is Kind.EVENT:
        yield from _roles(tagset, source)
        return
    names = Names(tagset)
    for each in tagset.relations:
        if tagset.may_fill(source.label, each.sources):
            filling = Filling(Kind.RELATION, source.id, TO, each.label)
            row = _label_row(names, Kind.RELATION, each.label)._replace(key=filling)
            yield _Possible(filling, row)
    clusters = [each for each in layer.linking_to(source.id) if each.kind is Kind.CLUSTER]
    if clusters:
        filling = Filling(Kind.CLUSTER, clusters[0].id, MEMBER)
    else:
        filling = Filling(Kind.CLUSTER, source.id, MEMBER, COREFERENCE)
    row = _label_row(names, Kind.CLUSTER, COREFERENCE)._replace(key=filling)
    yield _Possible(filling, row)


def _roles(tagset: Tagset, event: Annotation) -> Iterator[_Possible]:
    declared = tagset.event(event.label)
    names = Names(tagset)
    for role in declared.roles if declared else ():
        filling = Filling(Kind.EVENT, event.id, role.name)
        fillers = ", ".join(role.fillers)
        count = sum(link.role == role.name for link in event.links)
        yield _Possible(
            filling,
            Row(
                key=filling,
                text=role.shown(language()),
                detail=fillers,
                color=names.color(Kind.EVENT, event.label),
                marked=count < role.min,
            ),
        )


def label_rows(tagset: Tagset, kind: Kind) -> list[Row]:
    """Return the labels of `kind` to choose from; the key of each is (kind, label)."""
    names = Names(tagset)
    return [_label_row(names, kind, each.label, each.shortcut) for each in tagset.labels(kind)]


def _label_row(names: Names, kind: Kind, label: str, shortcut: str = "") -> Row:
    name = names.of_label(kind, label)
    return Row(
        key=(kind, label),
        text=name,
        detail="" if name == label else label,
        color=names.color(kind, label),
        icon="events" if kind is Kind.EVENT else "",
        shortcut=shortcut,
    )


def _kind_and_label(key: Hashable) -> tuple[Kind, str]:
    assert isinstance(key, tuple)
    kind, label = key
    return Kind(kind), str(label)


def _numbered(links: Iterable[_Possible]) -> list[_Possible]:
    """Return the links with the digits that pick them: a role has the same one in every list."""
    marks = chain(_DIGITS, repeat(""))
    return [
        each._replace(row=each.row._replace(shortcut=mark))
        for each, mark in zip(links, marks, strict=False)
    ]


def _with_digits(picker: Picker, rows: list[Row]) -> Picker:
    """Let a digit pick its row of `picker` at once."""
    by_digit = {row.shortcut: row for row in rows if row.shortcut}

    def take(typed: str) -> None:
        if typed in by_digit:
            picker.view.chosen.emit(by_digit[typed])

    picker.field.textChanged.connect(take)
    return picker


def _nothing() -> str:
    return QCoreApplication.translate("Choosers", "The tagset has nothing to choose from here.")
