"""Suggestions made part of a layer: one edit, whose undo takes them all out again."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.annotation import Annotation, Kind, Link
from annotator.model.change import Change, Edit
from annotator.model.edits import beginning, check_unlocked
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import Tagset
from annotator.suggest.suggestion import Suggestion


def accept(layer: Layer, suggestions: Sequence[Suggestion]) -> Edit:
    """Return the edit that puts `suggestions`, at least one, into `layer`.

    Links among them lead to the new ids; links to suggestions that are not among them are left out,
    and so is what is not `whole` for it. Raises LayerError where the layer is locked.
    """
    check_unlocked(layer)
    suggestions = whole(layer, suggestions)
    added = [each for each in suggestions if not each.event]
    ids: dict[str, str] = {}
    counts = dict.fromkeys(Kind, 0)
    for each in added:
        kind = each.annotation.kind
        ids[each.id] = layer.new_id(kind, counts[kind])
        counts[kind] += 1
    changes = list(beginning(layer))
    # Events after what they may link to, so that each stage of the edit is a whole layer.
    for rank, each in enumerate(sorted(added, key=lambda each: bool(each.annotation.links))):
        annotation = replace(
            each.annotation,
            id=ids[each.id],
            links=_resolved(each.annotation.links, ids, layer),
            rank=layer.next_rank + rank,
        )
        changes.append(Change(layer.address(annotation.id), None, annotation))
    changes += _arguments(layer, suggestions, ids)
    title = message("Accept {0} suggestions", len(suggestions))
    if len(suggestions) == 1:
        one = suggestions[0].annotation
        words = one.text_in(layer.article.text)[:41]
        title = message("Accept {0} “{1}”", one.label, words)
        if not words:
            title = message("Accept {0}", one.label)
    return Edit(title, tuple(changes))


def whole(layer: Layer, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return `suggestions` but for relations and clusters of which `layer` and they lack an end."""
    known = {each.id for each in suggestions}

    def is_whole(each: Suggestion) -> bool:
        needs_two = not each.event and each.annotation.kind in (Kind.RELATION, Kind.CLUSTER)
        targets = [link.target for link in each.annotation.links]
        there = sum(target in layer or target in known for target in targets)
        return there > 1 or not needs_two

    return list(filter(is_whole, suggestions))


def relabelled(suggestion: Suggestion, label: str, tagset: Tagset) -> Suggestion:
    """Return `suggestion` with another label, and of its arguments those that this has roles for.

    What fills them keeps its own label.
    """
    event, links = tagset.event(label), suggestion.annotation.links
    kept = tuple(link for link in links if event is None or event.role(link.role))
    return replace(suggestion, annotation=replace(suggestion.annotation, label=label, links=kept))


def _resolved(links: Sequence[Link], ids: dict[str, str], layer: Layer) -> tuple[Link, ...]:
    known = (Link(role, ids.get(target, target)) for role, target in links)
    return tuple(link for link in known if link.target in layer or link.target in ids.values())


def _arguments(
    layer: Layer, suggestions: Sequence[Suggestion], ids: dict[str, str]
) -> list[Change]:
    """Return the changes that give events of the layer the arguments proposed for them."""
    after: dict[str, Annotation] = {}
    for each in suggestions:
        if each.event and each.event in layer:
            event = after.get(each.event, layer[each.event])
            links = _resolved(each.annotation.links, ids, layer)
            after[each.event] = replace(event, links=tuple(dict.fromkeys((*event.links, *links))))
    return [Change(layer.address(id), layer[id], event) for id, event in after.items()]
