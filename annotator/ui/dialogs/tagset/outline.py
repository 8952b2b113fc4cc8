"""The list of all that is in a tagset, under a heading for each kind."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Kind
from annotator.model.tagset import Tagset
from annotator.model.tagset_rules import LABEL_KINDS
from annotator.ui.dialogs.tagset.attribute_form import called
from annotator.ui.panels.label_list import kind_heading
from annotator.ui.panels.naming import Names
from annotator.ui.panels.rows import Count, Row


class Item(NamedTuple):
    """One thing in a tagset: a label of a kind; kind None: an attribute, or (no name) itself."""

    kind: Kind | None
    name: str


ITSELF = Item(None, "")
"""The tagset itself: its name and language."""


def outline(tagset: Tagset, counts: Mapping[tuple[Kind, str], int]) -> list[Row]:
    """Return the rows of a tagset; `counts` says how many annotations have each label."""
    return list(_rows(tagset, counts))


def _rows(tagset: Tagset, counts: Mapping[tuple[Kind, str], int]) -> Iterator[Row]:
    names = Names(tagset)
    yield Row(key=ITSELF, text=tagset.name or _tr("The tagset itself"), icon="tagset")
    for kind in LABEL_KINDS:
        labels = tagset.labels(kind)
        parents = {each.label: each.parent for each in labels}
        if labels:
            yield Row(key=kind, text=kind_heading(kind), heading=True)
        for label in labels:
            count = counts.get((kind, label.label), 0)
            name = names.of_label(kind, label.label)
            yield Row(
                key=Item(kind, label.label),
                text=name,
                detail="" if name == label.label else label.label,
                color=names.color(kind, label.label),
                counts=(Count(str(count)),) if count else (),
                shortcut=label.shortcut.replace("Shift+", "⇧"),
                level=_depth(parents, label.label),
            )
    if tagset.attributes:
        yield Row(key="attributes", text=_tr("Attributes"), heading=True)
    for attribute in tagset.attributes:
        name = called(attribute)
        detail = "" if name == attribute.name else attribute.name
        yield Row(key=Item(None, attribute.name), text=name, detail=detail, icon="preferences")


def _depth(parents: Mapping[str, str], label: str) -> int:
    depth = 0
    while label := parents.get(label, ""):
        depth += 1
    return depth


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outline", text)
