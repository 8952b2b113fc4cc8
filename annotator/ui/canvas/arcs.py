"""The arcs of a paragraph: which lines each touches, where it turns, what it says. No Qt here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.model.annotation import FROM, TO, Annotation, Kind
from annotator.model.layer import Layer
from annotator.model.tagset import Tagset
from annotator.ui.canvas.lanes import GAP, TURN, Wire, arc_lanes, bundles_of, free_place
from annotator.ui.canvas.marks import (
    Arc,
    Chip,
    Joint,
    LineDisplay,
    Measure,
    Piece,
    Places,
    Sight,
    short,
    span_of,
)

_RIGHT, _LEFT = 1, -1


class _Way(NamedTuple):
    """One arc as far as a line sees it; an end is None where it stands on another line.

    `toward` says on which side of the source the target stands, by the order of the text.
    """

    owner: Annotation
    source: Piece | None
    target: Piece | None
    targets: tuple[str, ...]
    source_id: str
    name: str
    toward: int
    points: bool
    suggested: str


def add_arcs(
    lines: list[LineDisplay],
    present: Sequence[Annotation],
    places: Places,
    sight: Sight,
    measure: Measure,
) -> None:
    """Add to `lines` the arcs that begin or end on them, each in a lane of its own or its event's.

    An arc to another line leaves at the right edge of the upper one and comes in at the left edge
    of the lower one; the lines between show nothing of it.
    """
    anchors = _anchors(lines)
    ways: dict[int, list[_Way]] = defaultdict(list)
    for owner, suggested in _owners(present, sight):
        for source, target, name in _ways_of(owner):
            for number, way in _on_lines(owner, source, target, name, anchors, sight):
                ways[number].append(way._replace(suggested=suggested))
    for number, found in ways.items():
        _draw(lines[number], _shared(found), places.width, measure)


def _anchors(lines: list[LineDisplay]) -> dict[str, tuple[int, Piece]]:
    return {
        piece.annotation.id: (number, piece)
        for number, line in enumerate(lines)
        for piece in (*line.pieces, *line.suggested)
        if piece.opens
    }


def _on_lines(
    owner: Annotation,
    source: str,
    target: str,
    name: str,
    anchors: dict[str, tuple[int, Piece]],
    sight: Sight,
) -> list[tuple[int, _Way]]:
    first, second = sight.find(source), sight.find(target)
    if not (first and second and first.fragments and second.fragments):
        return []
    toward = _RIGHT if (second.start, target) > (first.start, source) else _LEFT
    points = owner.kind is Kind.EVENT or not _symmetric(sight.tagset, owner.label)
    way = _Way(owner, None, None, (target,), source, name, toward, points, "")
    begins, ends = anchors.get(source), anchors.get(target)
    if begins and ends and begins[0] == ends[0]:
        return [(begins[0], way._replace(source=begins[1], target=ends[1]))]
    found: list[tuple[int, _Way]] = []
    if begins:
        found.append((begins[0], way._replace(source=begins[1])))
    if ends:
        found.append((ends[0], way._replace(target=ends[1])))
    return found


def _symmetric(tagset: Tagset, label: str) -> bool:
    declared = tagset.relation(label)
    return declared is not None and declared.symmetric


def _shared(ways: list[_Way]) -> list[_Way]:
    """Join the ways of one owner that leave a line by the same edge."""
    leaving: dict[tuple[str, int, bool], _Way] = {}
    result: list[_Way] = []
    for way in ways:
        if way.target is not None:
            result.append(way)
            continue
        key = (way.owner.id, way.toward, bool(way.suggested))
        before = leaving.get(key)
        if before:
            names = dict.fromkeys((*before.name.split(" · "), way.name))
            way = before._replace(targets=(*before.targets, *way.targets), name=" · ".join(names))
        leaving[key] = way
    return [*result, *leaving.values()]


def _draw(line: LineDisplay, ways: list[_Way], width: float, measure: Measure) -> None:
    joints = _joints(ways, width)
    texts = [short(way.name) if way.target else way.name for way in ways]
    wires = [
        Wire(way.owner.id, home.x, away.x, home.lane < 0, away.lane < 0, min(measure(text), width))
        for way, text, (home, away) in zip(ways, texts, joints, strict=True)
    ]
    pieces = [*line.pieces, *line.suggested]
    bundles = bundles_of(wires, width)
    lanes = arc_lanes(bundles, list(map(span_of, pieces)), [piece.lane for piece in pieces])
    for bundle, lane in zip(bundles, lanes, strict=True):
        for index, left in zip(bundle.wires, bundle.names, strict=True):
            way, (home, away) = ways[index], joints[index]
            name = Chip(texts[index], left, wires[index].name)
            points = way.points and way.target is not None
            line.arcs.append(
                Arc(
                    way.owner, way.source_id, way.targets, home, away, lane, name, points,
                    way.suggested,
                )
            )  # fmt: skip
        line.lanes = max(line.lanes, lane + 1)
    line.arcs = [_clear_of_stems(arc, line.arcs) for arc in line.arcs]


def _clear_of_stems(arc: Arc, arcs: list[Arc]) -> Arc:
    """Return `arc` with its name where no other arc goes down through it, if there is room."""
    stems = [
        joint.x
        for other in arcs
        for joint in (other.home, other.away)
        if 0 <= joint.lane < arc.lane < other.lane
    ]
    name = arc.name
    if not any(name.left - GAP < x < name.right + GAP for x in stems):
        return arc
    blocked = [(x - GAP, x + GAP) for x in stems]
    blocked += [
        (other.name.left - GAP, other.name.right + GAP)
        for other in arcs
        if other.lane == arc.lane and other is not arc
    ]
    blocked += [
        (other.away.x - GAP, other.away.x + GAP)
        for other in arcs
        if other.lane == arc.lane and other.away.lane >= 0
    ]
    low, high = sorted((arc.home.x, arc.away.x))
    place = free_place(name.left, name.width, low + TURN, high - TURN, blocked)
    return arc if place is None else arc._replace(name=name._replace(left=place))


def _joints(ways: list[_Way], width: float) -> list[tuple[Joint, Joint]]:
    """Return both ends of each way; the ends on one chip are spread over it.

    All arcs that leave a source on one side begin at one point.
    """
    ends: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, way in enumerate(ways):
        if way.source:
            ends[way.source.annotation.id].append((_side(way, 1), f"home {way.owner.id}"))
        if way.target:
            ends[way.target.annotation.id].append((_side(way, -1), f"away {index}"))
    spread = {id: sorted(set(found)) for id, found in ends.items()}

    def joint(piece: Piece, end: tuple[int, str]) -> Joint:
        order = spread[piece.annotation.id]
        left, room = _top_edge(piece)
        return Joint(left + room * (order.index(end) + 1) / (len(order) + 1), piece.lane)

    result: list[tuple[Joint, Joint]] = []
    for index, way in enumerate(ways):
        upper = Joint(width, -1)
        lower = Joint(0.0, -1)
        edge = upper if (way.toward is _RIGHT) == (way.source is not None) else lower
        home = joint(way.source, (_side(way, 1), f"home {way.owner.id}")) if way.source else edge
        away = joint(way.target, (_side(way, -1), f"away {index}")) if way.target else edge
        result.append((home, away))
    return result


def _side(way: _Way, sign: int) -> int:
    """Return the side on which the way leaves its source (1) or reaches its target (-1)."""
    if way.source and way.target:
        return way.toward * sign
    later = (way.toward is _RIGHT) == (way.source is not None)
    return _RIGHT if later else _LEFT


def _top_edge(piece: Piece) -> tuple[float, float]:
    if piece.chip:
        return piece.chip.left, piece.chip.width
    return piece.boxes[0][0], piece.boxes[0][1] - piece.boxes[0][0]


def _owners(present: Sequence[Annotation], sight: Sight) -> Iterator[tuple[Annotation, str]]:
    """Yield what draws an arc from or to something here, and the id of a suggestion's."""
    for owner in _linked(sight.layer, present):
        yield owner, ""
    here = {each.id for each in (*present, *(each.annotation for each in sight.suggested.near))}
    for each in sight.suggested.linked:
        owner = each.annotation
        draws = owner.kind in (Kind.EVENT, Kind.RELATION)
        if draws and not here.isdisjoint((owner.id, *owner.targets())):
            yield owner, each.id


def _linked(layer: Layer, present: Iterable[Annotation]) -> list[Annotation]:
    """Return the events and relations that draw an arc from or to one of `present`."""
    found: dict[str, Annotation] = {}
    for annotation in present:
        if annotation.kind is Kind.EVENT and annotation.links:
            found[annotation.id] = annotation
        for source in layer.linking_to(annotation.id):
            drawn = source.kind is Kind.RELATION or (source.kind is Kind.EVENT and source.fragments)
            if drawn:
                found[source.id] = source
    return list(found.values())


def _ways_of(annotation: Annotation) -> Iterator[tuple[str, str, str]]:
    """Yield (source id, target id, name) of each arc that `annotation` draws."""
    if annotation.kind is Kind.EVENT:
        for role, target in annotation.links:
            yield annotation.id, target, role
        return
    ends = dict(annotation.links)
    if FROM in ends and TO in ends:
        yield ends[FROM], ends[TO], annotation.label
