"""What files hold, looked at before anything of it goes anywhere."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from annotator.formats.format import UNNAMED, Format, Found, Parcel, Source
from annotator.formats.reading import AUTO, read
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message, Remark
from annotator.model.uses import LabelKey, Uses

MOST = 5000
"""Articles that are looked at, and seconds that it may take: enough to know what is there."""
_SECONDS = 20.0
_SHOWN = 200


class Seen(NamedTuple):
    """An article that was looked at: its title, where it is, how much is annotated."""

    title: str
    where: str
    annotations: int


@dataclass(slots=True)
class Looked:
    """What was found: `formats` counts files by format and by what it was recognised by."""

    formats: Counter[tuple[str, Message]] = field(default_factory=Counter[tuple[str, Message]])
    articles: int = 0
    shown: list[Seen] = field(default_factory=list[Seen])
    """The first of the articles."""
    uses: Uses = field(default_factory=Uses)
    left_out: list[AnnotatorError] = field(default_factory=list[AnnotatorError])
    remarks: list[Remark] = field(default_factory=list[Remark])
    complete: bool = True
    """Whether all was looked at, or only the first part of it."""

    def notice(self, _source: Source, format: Format, reason: Message) -> None:
        """Count a file of `format`."""
        self.formats[format.name, reason] += 1

    def take(self, found: Found) -> None:
        """Take in what reading gave."""
        match found:
            case Remark():
                self.remarks.append(found)
            case AnnotatorError():
                self.left_out.append(found)
            case Parcel():
                self.articles += 1
                for layer in found.layers:
                    for annotation in layer:
                        self.uses.take(annotation)
                if len(self.shown) < _SHOWN:
                    count = sum(map(len, found.layers))
                    self.shown.append(Seen(found.article.title, found.where, count))


def look(
    paths: Iterable[Path],
    format: str = AUTO,
    reviewer: str = UNNAMED,
    progress: Callable[[int], None] = lambda _done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Looked:
    """Return what the files and folders `paths` hold, or the first part of it.

    `progress` hears how many articles were seen. Raises FormatError as `read` does.
    """
    looked = Looked()
    ends = time.monotonic() + _SECONDS
    for path in paths:
        for found in read(path, format, reviewer, looked.notice):
            looked.take(found)
            progress(looked.articles)
            if cancelled() or looked.articles >= MOST or time.monotonic() > ends:
                looked.complete = False
                return looked
    return looked


def relabelled(found: Iterable[Found], labels: Mapping[LabelKey, str]) -> Iterator[Found]:
    """Yield `found` with the labels that are keys of `labels` made their values."""
    for each in found:
        if isinstance(each, AnnotatorError) or not labels:
            yield each
        else:
            yield each._replace(layers=tuple(_relabelled(layer, labels) for layer in each.layers))


def _relabelled(layer: Layer, labels: Mapping[LabelKey, str]) -> Layer:
    annotations = (
        replace(each, label=labels.get((each.kind, each.label), each.label)) for each in layer
    )
    return Layer(layer.article, layer.reviewer, annotations, layer.status, layer.curated)
