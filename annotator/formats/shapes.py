"""What annotations of each kind hold where a format has no place for other fragments and links."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from annotator.formats.format import Losses
from annotator.formats.losses import OF_KIND
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Kind, Link
from annotator.model.message import AnnotatorError, message

UNUSUAL = message("fragments and links that annotations of their kind have no place for")
LINKS = message("arguments and members that are no mentions")
ENDS = message("relations that do not join two mentions")

SPANS = frozenset({Kind.ENTITY, Kind.EVENT})


def regular(
    annotations: Iterable[Annotation],
    losses: Losses,
    kinds: Collection[Kind] = tuple(Kind),
    targets: Collection[Kind] = SPANS,
    members: Collection[Kind] = SPANS,
) -> list[Annotation]:
    """Return `annotations` as their kinds have them, and count in `losses` what that leaves out.

    Only those of `kinds` are kept. Entities and labels on the article have no links; events none
    but to annotations of the kinds `targets`; relations one end `from` and one `to` of these kinds,
    in this order, and no fragments; clusters members of the kinds `members`.
    """
    kept: dict[str, Annotation] = {}
    for each in annotations:
        if each.kind in kinds:
            kept[each.id] = each
        else:
            losses[OF_KIND[each.kind]] += 1

    def is_target(id: str) -> bool:
        return id in kept and kept[id].kind in targets

    for id in _without_ends({id: _ends(each) for id, each in kept.items()}, is_target):
        losses[ENDS] += 1
        del kept[id]
    found: Losses = Losses()
    result = [_regular(each, kept, targets, members, found) for each in kept.values()]
    losses.update(+found)
    return result


def _ends(annotation: Annotation) -> tuple[str, ...] | None:
    """Return the ids that a relation joins, `from` and `to`; None: it is no relation."""
    if annotation.kind is not Kind.RELATION:
        return None
    ends = {link.role: link.target for link in reversed(annotation.links)}
    return tuple(ends.get(role, "") for role in (FROM, TO))


def _without_ends(
    ends: Mapping[str, tuple[str, ...] | None], is_there: Callable[[str], bool]
) -> set[str]:
    """Return the relations with an end that is not there, or is one of these relations."""
    sources: dict[str, list[str]] = defaultdict(list)
    broken: list[str] = []
    for id, targets in ends.items():
        for target in targets or ():
            sources[target].append(id)
            if target == id or not is_there(target):
                broken.append(id)
    result: set[str] = set()
    while broken:
        if (id := broken.pop()) not in result:
            result.add(id)
            broken += sources[id]
    return result


def _regular(
    annotation: Annotation,
    kept: Mapping[str, Annotation],
    targets: Collection[Kind],
    members: Collection[Kind],
    losses: Losses,
) -> Annotation:
    links: tuple[Link, ...] = ()
    left = annotation.links
    match annotation.kind:
        case Kind.EVENT:
            links = tuple(each for each in left if _is(each, kept, targets))
            losses[LINKS] += len(left) - len(links)
        case Kind.CLUSTER:
            named = [each for each in left if each.role == MEMBER]
            links = tuple(each for each in named if _is(each, kept, members))
            losses[LINKS] += len(named) - len(links)
            losses[UNUSUAL] += len(left) - len(named)
        case Kind.RELATION:
            ends = {each.role: each for each in reversed(left)}
            links = (ends[FROM], ends[TO])
            losses[UNUSUAL] += len(left) - 2
        case Kind.ENTITY | Kind.DOCUMENT:
            losses[UNUSUAL] += len(left)
    if annotation.kind in SPANS:
        return replace(annotation, links=links)
    losses[UNUSUAL] += len(annotation.fragments)
    return replace(annotation, links=links, fragments=())


def _is(link: Link, kept: Mapping[str, Annotation], kinds: Collection[Kind]) -> bool:
    return link.target in kept and kept[link.target].kind in kinds


def joined(
    annotations: Iterable[Annotation], where: Callable[[str], str]
) -> Iterator[Annotation | AnnotatorError]:
    """Yield `annotations` with no link that leads nowhere, and an error for each that does.

    A relation that loses an end is left out, and with it links to it. `where` gives the place of
    the annotation with an id.
    """
    kept = {each.id: each for each in annotations}
    for id in sorted(
        _without_ends({id: _ends(each) for id, each in kept.items()}, kept.__contains__)
    ):
        relation = kept.pop(id)
        yield AnnotatorError(
            "The relation {0} was left out: one of its ends is no annotation that was read.",
            relation.label, where=where(id),
        )  # fmt: skip
    for each in kept.values():
        links = tuple(link for link in each.links if link.target in kept and link.target != each.id)
        for link in each.links:
            if link.target not in kept or link.target == each.id:
                yield AnnotatorError(
                    "“{0}” of {1} was left out: it leads to no other annotation that was read.",
                    link.role, each.label, where=where(each.id),
                )  # fmt: skip
        yield each if len(links) == len(each.links) else replace(each, links=links)
