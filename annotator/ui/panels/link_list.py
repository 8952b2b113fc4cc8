"""Relations, coreference and document labels of a layer as rows of one list."""

from collections.abc import Hashable, Iterator

from PySide6.QtCore import QModelIndex

from annotator.model.annotation import Annotation, Kind
from annotator.model.layer import Layer
from annotator.model.problems import problems_of
from annotator.ui.language import say
from annotator.ui.panels.label_list import kind_heading
from annotator.ui.panels.naming import Names, words_of
from annotator.ui.panels.rows import AnyIndex, Button, Count, Row, RowModel


class LinkList(RowModel):
    """All links of a layer under a heading for each kind, each row made when it is painted.

    Keys: ("heading", kind), ("link", id) of a relation or cluster, ("member", cluster, id),
    ("label", label) of a document label.
    """

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._layer: Layer | None = None
        self._keys: list[tuple[str, ...]] = []
        self._numbers: dict[Hashable, int] = {}

    def show(self, layer: Layer | None, names: Names) -> None:
        """Show the links of `layer` (None: none) as they are now."""
        self.beginResetModel()
        self._layer, self._names = layer, names
        self._keys = list(_keys(names, layer)) if layer else []
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def number_of(self, key: Hashable) -> int | None:
        return self._numbers.get(key)

    def key_at(self, number: int) -> tuple[str, ...] | None:
        """Return what the row at `number` stands for, or None where there is none."""
        return self._keys[number] if 0 <= number < len(self._keys) else None

    def row_at(self, number: int) -> Row:
        assert self._layer is not None
        layer = self._layer
        match self._keys[number]:
            case ("heading", kind):
                return self._heading(Kind(kind), layer)
            case ("link", id) if id not in layer:
                return Row(key=("link", id), text="")
            case ("link", id) if layer[id].kind is Kind.RELATION:
                return self._relation(layer[id], layer)
            case ("link", id):
                return self._cluster(layer[id], layer)
            case ("member", cluster, id):
                return self._member(cluster, id, layer)
            case (*_, label):
                return self._document(label, layer)
            case _:
                raise IndexError(number)

    def _heading(self, kind: Kind, layer: Layer) -> Row:
        if kind is Kind.DOCUMENT:
            return Row(key=("heading", kind), text=kind_heading(kind), heading=True)
        add = self.tr("Add a relation")
        if kind is Kind.CLUSTER:
            add = self.tr("Say that two mentions are the same")
        count = layer.count(kind)
        return Row(
            key=("heading", kind),
            text=kind_heading(kind),
            heading=True,
            counts=(Count(str(count)),) if count else (),
            buttons=(Button("+", "add", add),),
            spoken=f"{kind_heading(kind)}, {add}",
        )

    def _relation(self, relation: Annotation, layer: Layer) -> Row:
        names = self._names
        name, words = names.of(relation), words_of(layer, relation)
        faults = [say(each.message) for each in problems_of(names.tagset, layer, relation)]
        return Row(
            key=("link", relation.id),
            text=words,
            detail="; ".join((name, *faults)),
            color=names.color(Kind.RELATION, relation.label),
            icon="problems" if faults else "",
            tone="problem",
            detail_tone="problem" if faults else "muted",
            buttons=(Button("out", "close", self.tr("Remove")),),
            spoken=f"{name}: {words}",
            tip="\n".join((words, name, *faults)),
        )

    def _cluster(self, cluster: Annotation, layer: Layer) -> Row:
        words = words_of(layer, cluster)
        more = self.tr("Add a mention of {0}").format(words)
        return Row(
            key=("link", cluster.id),
            text=words,
            icon="clusters",
            counts=(Count(str(len(cluster.links))),),
            buttons=(Button("+", "add", more),),
            spoken=self.tr("{0}, mentions: {1}").format(words, len(cluster.links)),
        )

    def _member(self, cluster: str, id: str, layer: Layer) -> Row:
        member = layer.get(id)
        if member is None:
            return Row(key=("member", cluster, id), text="")
        return Row(
            key=("member", cluster, id),
            text=words_of(layer, member),
            detail=self._names.of(member),
            color=self._names.color(member.kind, member.label),
            level=1,
            buttons=(Button("out", "close", self.tr("Take out")),),
        )

    def _document(self, label: str, layer: Layer) -> Row:
        strange = self._names.tagset.find(Kind.DOCUMENT, label) is None
        return Row(
            key=("label", label),
            text=self._names.of_label(Kind.DOCUMENT, label),
            detail=self.tr("not in the tagset") if strange else "",
            detail_tone="problem" if strange else "muted",
            checked=any(each.label == label for each in layer.of_kind(Kind.DOCUMENT)),
        )


def _keys(names: Names, layer: Layer) -> Iterator[tuple[str, ...]]:
    yield ("heading", Kind.RELATION)
    for relation in layer.of_kind(Kind.RELATION):
        yield ("link", relation.id)
    yield ("heading", Kind.CLUSTER)
    for cluster in layer.of_kind(Kind.CLUSTER):
        yield ("link", cluster.id)
        for id in cluster.targets():
            yield ("member", cluster.id, id)
    known = [each.label for each in names.tagset.documents]
    given = (each.label for each in layer.of_kind(Kind.DOCUMENT))
    labels = dict.fromkeys((*known, *given))
    if labels:
        yield ("heading", Kind.DOCUMENT)
    for label in labels:
        yield ("label", label)
