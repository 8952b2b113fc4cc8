"""What lies under a point of the canvas."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF

from annotator.model.annotation import Annotation, Fragment
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.marks import LineDisplay
from annotator.ui.canvas.page import Block
from annotator.ui.canvas.stage import Stage

_INSIDE, _OUTSIDE = 4.0, 1.5
"""How near the pointer must be to an edge to take it, in pixels at 100 %.

Outside the next word begins: less than a space away.
"""


class Part(Enum):
    """Which part of an annotation was hit."""

    LABEL = auto()
    """Its chip, the bracket under it, or the name of one of its arcs."""
    WORDS = auto()
    """The text it covers."""


class Hit(NamedTuple):
    """The annotations under a point, the one meant first; none: bare text or margin."""

    ids: tuple[str, ...]
    part: Part


class Edge(NamedTuple):
    """An end of one fragment of an annotation: what a drag from here moves."""

    annotation: str
    fragment: Fragment
    at_start: bool


_NOTHING = Hit((), Part.WORDS)


def hit_at(stage: Stage, point: QPointF) -> Hit:
    """Return what lies at `point` of the page."""
    if point.y() < 0:
        item = stage.band.at(QPointF(point.x(), point.y() + stage.band.height))
        return Hit((item.annotation.id,), Part.LABEL) if item else _NOTHING
    number, line = stage.page.spot_at(point.y())
    block = stage.page.block(number)
    y = point.y() - stage.page.heights.top(number)
    found = _label_at(stage, block, line, point.x(), y)
    if found:
        return Hit((found,), Part.LABEL)
    layer = stage.editor.layer
    character = stage.page.character_at(point)
    if layer is None or character is None:
        return _NOTHING
    return Hit(tuple(each.id for each in layer.at(character)), Part.WORDS)


def suggestion_at(stage: Stage, point: QPointF) -> tuple[Suggestion, Part] | None:
    """Return the suggestion at `point` of the page, and what of it is there, or None.

    The name of a suggested arc is a label too.
    """
    shown = stage.editor.suggestions
    if point.y() < 0 or not shown.shown:
        return None
    number, line = stage.page.spot_at(point.y())
    block = stage.page.block(number)
    y = point.y() - stage.page.heights.top(number)
    marks, scale = block.marks[line], stage.scale
    above = block.tops[line] - scale.above - y
    if above >= 0 and not stage.page.below:
        found = shown.by_id.get(_suggested_in_lane(marks, int(above // scale.lane), point.x()))
        return (found, Part.LABEL) if found else None
    character = stage.page.character_at(point)
    found = None if character is None else shown.at(character)
    return (found, Part.WORDS) if found else None


def _suggested_in_lane(marks: LineDisplay, lane: int, x: float) -> str:
    for piece in marks.suggested:
        if piece.lane == lane and piece.chip and piece.chip.left <= x <= piece.chip.right:
            return piece.annotation.id
    for arc in marks.arcs:
        if arc.lane == lane and arc.name.left <= x <= arc.name.right:
            return arc.suggested
    return ""


def edge_at(stage: Stage, point: QPointF) -> Edge | None:
    """Return the edge of the annotation in focus that lies at `point` of the page, or None.

    The nearest: both ends of a narrow letter are within reach.
    """
    focused = stage.editor.focused
    if focused is None:
        return None
    found: list[tuple[float, Edge]] = []
    for fragment in focused.fragments:
        boxes = list(stage.page.boxes(fragment))
        for box, x, at_start in (
            (
                (boxes[0], boxes[0].left(), True),
                (boxes[-1], boxes[-1].right(), False),
            )
            if boxes
            else ()
        ):
            inside = point.x() - x if at_start else x - point.x()
            near = -_OUTSIDE * stage.scale.unit <= inside <= _INSIDE * stage.scale.unit
            if near and box.top() <= point.y() <= box.bottom():
                found.append((abs(inside), Edge(focused.id, fragment, at_start)))
    return min(found, default=(0.0, None))[1]


def _label_at(stage: Stage, block: Block, line: int, x: float, y: float) -> str | None:
    marks, scale = block.marks[line], stage.scale
    above = block.tops[line] - scale.above - y
    if above >= 0 and not stage.page.below:
        return _in_lane(marks, int(above // scale.lane), x)
    beneath = y - block.bottom(line)
    if beneath >= 0 and stage.page.below:
        lane = int(beneath // scale.underline)
        return _reached(marks, lane, x)
    return None


def _in_lane(marks: LineDisplay, lane: int, x: float) -> str | None:
    chips = [
        (piece.annotation, piece.chip)
        for piece in marks.pieces
        if piece.lane == lane and piece.chip
    ]
    chips += [(arc.owner, arc.name) for arc in marks.arcs if arc.lane == lane and not arc.suggested]
    for annotation, chip in chips:
        if chip.left <= x <= chip.right:
            return annotation.id
    return _reached(marks, lane, x)


def _reached(marks: LineDisplay, lane: int, x: float) -> str | None:
    for piece in marks.pieces:
        left, right = piece.reach
        if piece.lane == lane and left <= x <= right:
            return piece.annotation.id
    return None


def next_in_stack(ids: tuple[str, ...], present: Annotation | None) -> str:
    """Return the one of `ids` to select: the first, or the one after `present` if it is there."""
    if present is None or present.id not in ids:
        return ids[0]
    return ids[(ids.index(present.id) + 1) % len(ids)]
