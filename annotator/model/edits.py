"""What a user does to a layer, as pure functions: each returns the Edit, and changes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.model.annotation import (
    FROM,
    MEMBER,
    TO,
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
    Link,
    merged,
)
from annotator.model.article import Article, Json, Status
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.layer import Layer, LayerError
from annotator.model.message import Message, message
from annotator.model.tagset import COREFERENCE, Tagset


def add(
    layer: Layer,
    kind: Kind,
    label: str,
    fragments: Iterable[Fragment] = (),
    *,
    links: Iterable[Link] = (),
    attributes: Mapping[str, AttributeValue] | None = None,
    origin: str = "",
) -> Edit:
    """Return the edit that adds an annotation; its id is the layer's next of that kind."""
    annotation = Annotation(
        id=layer.new_id(kind),
        kind=kind,
        label=label,
        fragments=merged(fragments),
        links=tuple(links),
        attributes=dict(attributes or {}),
        origin=origin,
        rank=layer.next_rank,
    )
    words = _quoted(layer, annotation)
    title = message("Add {0} {1}", label, words) if words else message("Add {0}", label)
    return _edit(layer, title, [(None, annotation)])


def add_each(layer: Layer, wanted: Sequence[tuple[Kind, str, Fragment]]) -> Edit:
    """Return the edit that adds an annotation for each of some stretches, at least one."""
    added = [
        Annotation(layer.new_id(kind, n), kind, label, (fragment,), rank=layer.next_rank + n)
        for n, (kind, label, fragment) in enumerate(wanted)
    ]
    return _edit(layer, message("Add {0} annotations", len(added)), [(None, a) for a in added])


def add_relation(layer: Layer, label: str, source: str, target: str) -> Edit:
    """Return the edit that adds a relation from the annotation `source` to `target`."""
    return add(layer, Kind.RELATION, label, links=(Link(FROM, source), Link(TO, target)))


def add_cluster(layer: Layer, members: Iterable[str], label: str = COREFERENCE) -> Edit:
    """Return the edit that adds a coreference cluster of `members`."""
    return add(
        layer, Kind.CLUSTER, label, links=(Link(MEMBER, each) for each in dict.fromkeys(members))
    )


def relabel(layer: Layer, ids: Iterable[str], label: str) -> Edit:
    """Return the edit that gives the annotations `ids` another label."""
    old = [layer[id] for id in dict.fromkeys(ids)]
    pairs = [(each, replace(each, label=label)) for each in old]
    return _edit(layer, _title("Relabel {0} as {1}", layer, old, label), pairs)


def set_fragments(layer: Layer, id: str, fragments: Iterable[Fragment]) -> Edit:
    """Return the edit that moves, resizes, splits or joins an annotation's fragments.

    Touching and overlapping fragments become one. None left: only an event's trigger may go.
    """
    old = layer[id]
    new = replace(old, fragments=merged(fragments))
    return _edit(layer, _title("Change the extent of {0}", layer, [old]), [(old, new)])


def add_fragment(layer: Layer, id: str, fragment: Fragment) -> Edit:
    """Return the edit that adds a fragment to an annotation, which so becomes discontinuous."""
    return set_fragments(layer, id, (*layer[id].fragments, fragment))


def remove_fragment(layer: Layer, id: str, fragment: Fragment) -> Edit:
    """Return the edit that takes one fragment from an annotation."""
    return set_fragments(layer, id, (each for each in layer[id].fragments if each != fragment))


def set_attribute(
    layer: Layer, ids: Iterable[str], name: str, value: AttributeValue | None
) -> Edit:
    """Return the edit that gives the attribute `name` a value, or takes it away (None)."""
    old = [layer[id] for id in dict.fromkeys(ids)]
    pairs = [(each, replace(each, attributes=_with(each.attributes, name, value))) for each in old]
    if value is None:
        return _edit(layer, _title("Clear {1} of {0}", layer, old, name), pairs)
    return _edit(layer, _title("Set {1} of {0} to {2}", layer, old, name, value), pairs)


def set_note(layer: Layer, id: str, note: str, gesture: str = "") -> Edit:
    """Return the edit that changes an annotation's note; one `gesture` is one step of undo."""
    old = layer[id]
    title = _title("Write a note on {0}", layer, [old])
    return replace(_edit(layer, title, [(old, replace(old, note=note))]), gesture=gesture)


def add_link(layer: Layer, id: str, role: str, target: str) -> Edit:
    """Return the edit that fills `role` of the annotation `id` with `target`."""
    old = layer[id]
    if target == id:
        raise LayerError("An annotation can't fill a role of its own.")
    link = Link(role, target)
    if link in old.links:
        raise LayerError("{0} fills {1} already.", _named(layer, layer[target]), role)
    new = replace(old, links=(*old.links, link))
    title = message("Make {0} {1} of {2}", _named(layer, layer[target]), role, _named(layer, old))
    return _edit(layer, title, [(old, new)])


def remove_link(layer: Layer, id: str, link: Link) -> Edit:
    """Return the edit that takes one link from an annotation.

    A relation goes with its end, a cluster with its last but one member.
    """
    old = layer[id]
    kept = tuple(each for each in old.links if each != link)
    new = _shortened(old, kept)
    title = message("Remove {0} from {1}", link.role, _named(layer, old))
    return _edit(layer, title, [(old, new)] if new else removals(layer, [id]))


def change_role(layer: Layer, id: str, link: Link, role: str) -> Edit:
    """Return the edit that moves a filler to another role of the same event."""
    old = layer[id]
    links = tuple(Link(role, each.target) if each == link else each for each in old.links)
    title = message("Move {0} of {1} to {2}", link.role, _named(layer, old), role)
    return _edit(layer, title, [(old, replace(old, links=tuple(dict.fromkeys(links))))])


def remove(layer: Layer, ids: Iterable[str]) -> Edit:
    """Return the edit that removes annotations, and with them what can't be without them."""
    gone = list(dict.fromkeys(ids))
    old = [layer[id] for id in gone]
    return _edit(layer, _title("Remove {0}", layer, old), removals(layer, gone))


def set_status(layer: Layer, status: Status) -> Edit:
    """Return the edit that changes how far the reviewer is with the article, if it does."""
    return set_status_of(layer.reviewer, [(layer.article.id, layer.status)], status)


def set_status_of(reviewer: str, present: Iterable[tuple[str, Status]], status: Status) -> Edit:
    """Return the edit that sets the status of a reviewer's layers on several articles in one step.

    `present` gives the id and the status of each as it is.
    """
    pairs = list(present)
    changes = tuple(
        Change(Address(Subject.STATUS, id, reviewer), before, status)
        for id, before in pairs
        if before is not status
    )
    if len(pairs) == 1:
        return Edit(message("Set the status to {0}", status.value), changes)
    return Edit(message("Set the status of {0} articles to {1}", len(pairs), status.value), changes)


def set_curated(layer: Layer, curated: bool) -> Edit:
    """Return the edit that makes the layer the adjudicated one, or no longer so."""
    address = Address(Subject.CURATED, layer.article.id, layer.reviewer)
    title = message("Mark as curated") if curated else message("Mark as not curated")
    return Edit(title, (Change(address, layer.curated or None, curated or None),))


def restore(layer: Layer, past: Layer, step: Message) -> Edit:
    """Return the edit that brings `layer` back to `past`, as it stood after `step`."""
    ids = dict.fromkeys(each.id for each in (*past, *layer))
    pairs = [(layer.get(id), past.get(id)) for id in ids]
    title = message("Go back to how it was after: {0}", step)
    return _edit(layer, title, [(now, then) for now, then in pairs if now != then])


def set_metadata(article: Article, key: str, value: Json, gesture: str = "") -> Edit:
    """Return the edit that changes one key of an article's metadata (None: removes it)."""
    address = Address(Subject.METADATA, article.id, key=key)
    change = Change(address, article.metadata.get(key), value)
    return Edit(message("Change {0} of {1}", key, article.title), (change,), gesture)


def remove_articles(articles: Iterable[tuple[str, str]]) -> Edit:
    """Return the edit that takes articles, given as (id, title), off the list."""
    pairs = list(articles)
    changes = tuple(Change(Address(Subject.ARTICLE, id), True, None) for id, _ in pairs)
    if len(pairs) == 1:
        return Edit(message("Remove the article {0}", pairs[0][1]), changes)
    return Edit(message("Remove {0} articles", len(pairs)), changes)


def set_tagset(old: Tagset, new: Tagset) -> Edit:
    """Return the edit that replaces the tagset and touches no annotation."""
    return Edit(message("Change the tagset"), (Change(Address(Subject.TAGSET), old, new),))


def removals(layer: Layer, ids: list[str]) -> Sequence[tuple[Annotation, Annotation | None]]:
    """Return (before, after) of every annotation that changes when those called `ids` go.

    An event loses the arguments they filled, a relation goes with its end, a cluster is shortened,
    and goes when it would have fewer than two members.
    """
    gone = dict.fromkeys(ids)
    queue = list(gone)
    altered: dict[str, Annotation] = {}
    for id in queue:
        for source in layer.linking_to(id):
            if source.id in gone:
                continue
            present = altered.get(source.id, source)
            kept = tuple(link for link in present.links if link.target != id)
            shorter = _shortened(present, kept)
            if shorter is None:
                gone[source.id] = None
                queue.append(source.id)
                altered.pop(source.id, None)
            else:
                altered[source.id] = shorter
    return [(layer[id], new) for id, new in altered.items()] + [(layer[id], None) for id in gone]


def _edit(
    layer: Layer, title: Message, pairs: Iterable[tuple[Annotation | None, Annotation | None]]
) -> Edit:
    check_unlocked(layer)
    changes = [
        Change(layer.address(present.id), before, after)
        for before, after in pairs
        if before != after and (present := before or after)
    ]
    return Edit(title, (*beginning(layer), *changes) if changes else ())


def check_unlocked(layer: Layer) -> None:
    """Raise LayerError where `layer` is locked."""
    if layer.status is Status.LOCKED:
        raise LayerError("The article is locked. Set another status to go on tagging it.")


def beginning(layer: Layer) -> tuple[Change, ...]:
    """Return what goes before the changes of an edit: the first one starts work on a new layer."""
    if layer.status is not Status.NEW:
        return ()
    address = Address(Subject.STATUS, layer.article.id, layer.reviewer)
    return (Change(address, Status.NEW, Status.STARTED),)


def _shortened(annotation: Annotation, links: tuple[Link, ...]) -> Annotation | None:
    least = {Kind.RELATION: 2, Kind.CLUSTER: 2}.get(annotation.kind, 0)
    return replace(annotation, links=links) if len(links) >= least else None


def _with(
    attributes: Mapping[str, AttributeValue], name: str, value: AttributeValue | None
) -> dict[str, AttributeValue]:
    kept = dict(attributes)
    if value is None:
        kept.pop(name, None)
    else:
        kept[name] = value
    return kept


def _title(template: str, layer: Layer, old: list[Annotation], *more: object) -> Message:
    what = _named(layer, old[0]) if len(old) == 1 else f"{len(old)} ×"
    return message(template, what, *more)


def _named(layer: Layer, annotation: Annotation) -> str:
    words = _quoted(layer, annotation)
    return f"{annotation.label} {words}" if words else f"{annotation.label} {annotation.id}"


def _quoted(layer: Layer, annotation: Annotation) -> str:
    words = " ".join(annotation.text_in(layer.article.text).split())
    if not words:
        return ""
    return f"“{words[:40]}…”" if len(words) > 41 else f"“{words}”"
