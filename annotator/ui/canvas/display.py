"""What is to be drawn on the lines of one paragraph, worked out from the layer. No Qt here."""

from collections.abc import Iterator

from annotator.model.annotation import Annotation, Kind
from annotator.model.problems import problems_of
from annotator.ui.canvas.arcs import add_arcs
from annotator.ui.canvas.lanes import mention_lanes
from annotator.ui.canvas.marks import (
    Chip,
    LineDisplay,
    Measure,
    Piece,
    Places,
    Sight,
    short,
    span_of,
)


def display_of(places: Places, sight: Sight, measure: Measure) -> list[LineDisplay]:
    """Return what is drawn on each line of a paragraph.

    `measure` gives the width of a chip for its text, in pixels. Costs what the paragraph holds,
    not what the layer does.
    """
    start, end = places.stretch
    present = [each for each in sight.layer.overlapping(start, end) if each.fragments]
    lines = [LineDisplay() for _ in range(len(places))]
    for annotation in present:
        problem = bool(problems_of(sight.tagset, sight.layer, annotation))
        for number, piece in _pieces(annotation, places, sight.chips, measure, problem):
            lines[number].pieces.append(piece)
    for each in sight.suggested.near:
        if not each.event:
            for number, piece in _pieces(each.annotation, places, sight.chips, measure, False):
                lines[number].suggested.append(piece)
    for line in lines:
        _stack(line)
    if sight.arcs:
        add_arcs(lines, present, places, sight, measure)
    return lines


def _pieces(
    annotation: Annotation,
    places: Places,
    chips: bool,
    measure: Measure,
    problem: bool,
) -> Iterator[tuple[int, Piece]]:
    by_line: dict[int, list[tuple[float, float]]] = {}
    for start, end in annotation.fragments:
        for extent in places.extents(start, end):
            by_line.setdefault(extent.line, []).append((extent.left, extent.right))
    for number, boxes in by_line.items():
        low, high = places.bounds(number)
        opens, closes = low <= annotation.start, annotation.end <= high
        boxes.sort()
        chip = None
        if chips:
            text = short(annotation.label)
            text = text if opens else f"…{text}"
            flag = annotation.kind is Kind.EVENT
            while measure(text, flag) > places.width and len(text) > 2:
                text = f"{text[:-2]}…"
            width = min(measure(text, flag), places.width)
            chip = Chip(text, max(0.0, min(boxes[0][0], places.width - width)), width)
        reach = (boxes[0][0] if opens else 0.0, boxes[-1][1] if closes else places.width)
        yield number, Piece(annotation, tuple(boxes), reach, 0, chip, opens, closes, problem)


def _stack(line: LineDisplay) -> None:
    """Give each piece its lane: a suggestion the one that it has when it is accepted."""
    pieces = [*line.pieces, *line.suggested]
    numbers = mention_lanes([span_of(piece) for piece in pieces])
    placed = [piece._replace(lane=lane) for piece, lane in zip(pieces, numbers, strict=True)]
    line.pieces, line.suggested = placed[: len(line.pieces)], placed[len(line.pieces) :]
    line.lanes = max(numbers, default=-1) + 1
