"""The labels of a tagset as rows: by kind, children below their parents, or best match first."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.language.search import matches, search_key
from annotator.model.annotation import Kind
from annotator.model.tagset import Label, Tagset
from annotator.ui.panels.naming import Names, one_line
from annotator.ui.panels.rows import Count, Row

KINDS = (Kind.ENTITY, Kind.EVENT, Kind.RELATION, Kind.DOCUMENT)


def kind_heading(kind: Kind) -> str:
    """Return what the labels of a kind are called together."""
    match kind:
        case Kind.ENTITY:
            return QCoreApplication.translate("Kind", "Entities")
        case Kind.EVENT:
            return QCoreApplication.translate("Kind", "Events")
        case Kind.RELATION:
            return QCoreApplication.translate("Kind", "Relations")
        case Kind.CLUSTER:
            return QCoreApplication.translate("Kind", "Coreference")
        case Kind.DOCUMENT:
            return QCoreApplication.translate("Kind", "The whole article")


def kind_name(kind: Kind) -> str:
    """Return what one annotation of a kind is called."""
    match kind:
        case Kind.ENTITY:
            return QCoreApplication.translate("Kind", "Entity")
        case Kind.EVENT:
            return QCoreApplication.translate("Kind", "Event")
        case Kind.RELATION:
            return QCoreApplication.translate("Kind", "Relation")
        case Kind.CLUSTER:
            return QCoreApplication.translate("Kind", "Coreference")
        case Kind.DOCUMENT:
            return QCoreApplication.translate("Kind", "Label of the article")


def label_rows(names: Names, counts: Mapping[tuple[Kind, str], int]) -> list[Row]:
    """Return all labels under a heading for each kind, children indented below their parents."""
    rows: list[Row] = []
    for kind in KINDS:
        labels = names.tagset.labels(kind)
        if labels:
            rows.append(Row(key=kind, text=kind_heading(kind), heading=True))
            rows += (
                _row(names, kind, label, level, counts.get((kind, label.label), 0))
                for label, level in _by_hierarchy(labels)
            )
    return rows


def recounted(
    rows: Sequence[Row],
    names: Names,
    counts: Mapping[tuple[Kind, str], int],
    changed: Collection[object],
) -> list[Row]:
    """Return `rows` of either list, with other counts on the labels `changed`."""
    return [
        _row(names, *found, row.level, counts.get((found[0], found[1].label), 0))
        if row.key in changed and (found := declared(names.tagset, row.key))
        else row
        for row in rows
    ]


def found_rows(names: Names, counts: Mapping[tuple[Kind, str], int], query: str) -> list[Row]:
    """Return the labels that `query` finds by label, name or key, the best first."""
    found = [
        (rank, kind, label)
        for kind in KINDS
        for label in names.tagset.labels(kind)
        if (rank := _rank(names, kind, label, query)) is not None
    ]
    found.sort(key=lambda each: each[0])
    return [
        _row(names, kind, label, 0, counts.get((kind, label.label), 0)) for _, kind, label in found
    ]


def declared(tagset: Tagset, key: object) -> tuple[Kind, Label] | None:
    """Return the kind and declaration of the label that a row of this list stands for, or None."""
    if isinstance(key, tuple):
        kind, label = key
        found = tagset.find(kind, label)
        return (kind, found) if found else None
    return None


def _rank(names: Names, kind: Kind, label: Label, query: str) -> int | None:
    """Return how well a label answers a query, 0 the best; None: not at all."""
    name, wanted = names.of_label(kind, label.label), search_key(query)
    keys = (search_key(label.label), search_key(name))
    if wanted in keys:
        return 0
    if any(key.startswith(wanted) for key in keys):
        return 1
    if matches(query, f"{label.label} {name}"):
        return 2
    return 3 if any(wanted in key for key in keys) else None


def _row(names: Names, kind: Kind, label: Label, level: int, count: int) -> Row:
    name = names.of_label(kind, label.label)
    detail = "" if name == label.label else one_line(label.label)
    spoken = [name, detail]
    if label.shortcut:
        spoken.append(QCoreApplication.translate("LabelsPanel", "key {0}").format(label.shortcut))
    spoken.append(QCoreApplication.translate("LabelsPanel", "{0} in this article").format(count))
    return Row(
        key=(kind, label.label),
        text=name,
        detail=detail,
        color=names.color(kind, label.label),
        counts=(Count(str(count)),) if count else (),
        shortcut=label.shortcut.replace("Shift+", "⇧"),
        level=level,
        spoken=", ".join(filter(None, spoken)),
    )


def _by_hierarchy(labels: tuple[Label, ...]) -> Iterator[tuple[Label, int]]:
    """Yield each label once with its depth, children after their parent."""
    known = {each.label for each in labels}
    children: dict[str, list[Label]] = {}
    for each in labels:
        parent = each.parent if each.parent in known and each.parent != each.label else ""
        children.setdefault(parent, []).append(each)
    seen: set[str] = set()

    def walk(parent: str, level: int) -> Iterator[tuple[Label, int]]:
        for each in children.get(parent, ()):
            if each.label not in seen:
                seen.add(each.label)
                yield each, level
                yield from walk(each.label, level + 1)

    yield from walk("", 0)
    yield from ((each, 0) for each in labels if each.label not in seen)
