"""Relations, coreference and document labels of a layer as rows of one list."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Annotation, Kind
from annotator.model.layer import Layer
from annotator.model.problems import problems_of
from annotator.ui.language import say
from annotator.ui.panels.label_list import kind_heading
from annotator.ui.panels.naming import Names, words_of
from annotator.ui.panels.rows import Button, Count, Row


def link_rows(names: Names, layer: Layer) -> list[Row]:
    """Return the rows of all links under a heading for each kind.

    Keys: ("heading", kind), ("link", id) of a relation or cluster, ("member", cluster, id),
    ("label", label) of a document label.
    """
    return [*_relations(names, layer), *_clusters(names, layer), *_documents(names, layer)]


def _relations(names: Names, layer: Layer) -> Iterator[Row]:
    found = layer.of_kind(Kind.RELATION)
    add = QCoreApplication.translate("Links", "Add a relation")
    yield _heading(Kind.RELATION, len(found), add)
    for relation in found:
        name, words = names.of(relation), words_of(layer, relation)
        faults = [say(each.message) for each in problems_of(names.tagset, layer, relation)]
        yield Row(
            key=("link", relation.id),
            text=words,
            detail="; ".join((name, *faults)),
            color=names.color(Kind.RELATION, relation.label),
            icon="problems" if faults else "",
            tone="problem",
            detail_tone="problem" if faults else "muted",
            buttons=(Button("out", "close", QCoreApplication.translate("Links", "Remove")),),
            spoken=f"{name}: {words}",
            tip="\n".join((words, name, *faults)),
        )


def _clusters(names: Names, layer: Layer) -> Iterator[Row]:
    found = layer.of_kind(Kind.CLUSTER)
    add = QCoreApplication.translate("Links", "Say that two mentions are the same")
    yield _heading(Kind.CLUSTER, len(found), add)
    for cluster in found:
        words = words_of(layer, cluster)
        more = QCoreApplication.translate("Links", "Add a mention of {0}").format(words)
        yield Row(
            key=("link", cluster.id),
            text=words,
            icon="clusters",
            counts=(Count(str(len(cluster.links))),),
            buttons=(Button("+", "add", more),),
            spoken=QCoreApplication.translate("Links", "{0}, {1} mentions").format(
                words, len(cluster.links)
            ),
        )
        for id in cluster.targets():
            yield _member(names, layer, cluster, layer[id])


def _member(names: Names, layer: Layer, cluster: Annotation, member: Annotation) -> Row:
    return Row(
        key=("member", cluster.id, member.id),
        text=words_of(layer, member),
        detail=names.of(member),
        color=names.color(member.kind, member.label),
        level=1,
        buttons=(Button("out", "close", QCoreApplication.translate("Links", "Take out")),),
    )


def _documents(names: Names, layer: Layer) -> Iterator[Row]:
    given = dict.fromkeys(each.label for each in layer.of_kind(Kind.DOCUMENT))
    known = [each.label for each in names.tagset.documents]
    strange = [label for label in given if label not in known]
    if known or strange:
        yield Row(key=("heading", Kind.DOCUMENT), text=kind_heading(Kind.DOCUMENT), heading=True)
    for label in (*known, *strange):
        name = names.of_label(Kind.DOCUMENT, label)
        unknown = QCoreApplication.translate("Links", "not in the tagset")
        yield Row(
            key=("label", label),
            text=name,
            detail=unknown if label in strange else "",
            detail_tone="problem" if label in strange else "muted",
            checked=label in given,
        )


def _heading(kind: Kind, count: int, add: str) -> Row:
    return Row(
        key=("heading", kind),
        text=kind_heading(kind),
        heading=True,
        counts=(Count(str(count)),) if count else (),
        buttons=(Button("+", "add", add),),
        spoken=f"{kind_heading(kind)}, {add}",
    )
