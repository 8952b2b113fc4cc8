"""The band above the text: labels of the whole article, and events that no words announce."""

from itertools import chain
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from annotator.model.annotation import Annotation, Kind
from annotator.model.layer import Layer
from annotator.ui.canvas.marks import short
from annotator.ui.canvas.scale import Scale

_GAP = 8.0
"""Between two items, and below the band, in pixels at 100 %."""
_DETAIL = 120
"""Characters of what an event's arguments say."""


class Item(NamedTuple):
    """One annotation of the band: its chip, and what stands beside it, in the band's pixels."""

    annotation: Annotation
    chip: QRectF
    text: str
    detail: str


class Band:
    """The annotations without a place in the text, laid out in rows above it."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.height = 0.0
        """0 where there are none."""
        self._ids: dict[str, None] = {}

    def read(self, layer: Layer | None) -> None:
        """Find all annotations of `layer` that belong here."""
        found = layer and chain(layer.of_kind(Kind.DOCUMENT), layer.of_kind(Kind.EVENT))
        self._ids = {each.id: None for each in found or () if _belongs(each)}

    def take(self, id: str, layer: Layer) -> None:
        """Take note of a change of the annotation `id`."""
        annotation = layer.get(id)
        if annotation and _belongs(annotation):
            self._ids[id] = None
        else:
            self._ids.pop(id, None)

    def arrange(self, layer: Layer | None, scale: Scale, width: float) -> None:
        """Lay the items out in rows of `width`.

        What is gone from `layer` is passed over: suggestions may go before it is told of.
        """
        self.items = []
        self.height = 0.0
        if layer is None or not self._ids:
            return
        gap, x, y = _GAP * scale.unit, 0.0, 0.0
        row = scale.chip_height + 6 * scale.unit
        found = (each for each in map(layer.get, self._ids) if each)
        for annotation in sorted(found, key=lambda each: each.rank):
            text = short(annotation.label)
            detail = _arguments(annotation, layer)
            chip = scale.measure(text, annotation.kind is Kind.EVENT)
            room = chip + (scale.measure(detail) if detail else 0.0)
            if x and x + room > width:
                x, y = 0.0, y + row
            self.items.append(Item(annotation, QRectF(x, y, chip, scale.chip_height), text, detail))
            x += room + gap
        self.height = float(ceil(y + row + gap))

    def at(self, point: QPointF) -> Item | None:
        """Return the item under `point`, given from the band's corner."""
        return next((item for item in self.items if item.chip.contains(point)), None)


def _belongs(annotation: Annotation) -> bool:
    return annotation.kind is Kind.DOCUMENT or (
        annotation.kind is Kind.EVENT and not annotation.fragments
    )


def _arguments(event: Annotation, layer: Layer) -> str:
    text = layer.article.text
    parts = [
        f"{role} {' '.join(layer[target].text_in(text).split()) or layer[target].label}"
        for role, target in event.links
    ]
    line = "  ·  ".join(parts)
    return line if len(line) <= _DETAIL else f"{line[: _DETAIL - 1]}…"
