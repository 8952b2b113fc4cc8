"""What many formats can't carry, each in the same words, and the one layer that most can."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.formats.format import Losses, Parcel
from annotator.model.annotation import Annotation, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import Message, message

LAYERS = message("reviewers and statuses")
FURTHER_LAYERS = message("layers of further reviewers on the same article")
EVENTS = message("events")
RELATIONS = message("relations")
CLUSTERS = message("coreference clusters")
DOCUMENT_LABELS = message("labels on the whole article")
ATTRIBUTES = message("attributes")
NOTES = message("notes")
ORIGINS = message("which program proposed an annotation")
METADATA = message("metadata")
NAMES = message("ids that are no file names")
DISCONTINUOUS = message("mentions with gaps")
OVERLAPPING = message("mentions that overlap another one")
WIDENED = message("mentions that begin or end inside a token, now widened to it")
UNMARKED_EVENTS = message("events without a trigger")
WHITE_SPACE = message("texts whose white space is not as it was")

OF_KIND: dict[Kind, Message] = {
    Kind.EVENT: EVENTS,
    Kind.RELATION: RELATIONS,
    Kind.CLUSTER: CLUSTERS,
    Kind.DOCUMENT: DOCUMENT_LABELS,
}


class Single(NamedTuple):
    """An article with the one layer of it that is written, or None."""

    article: Article
    layer: Layer | None
    where: str

    def annotations(self) -> Iterable[Annotation]:
        """Return the annotations in the layer's order; none without a layer."""
        return () if self.layer is None else self.layer


def single_layers(
    parcels: Iterable[Parcel], losses: Losses, *, names_reviewers: bool = False
) -> Iterator[Single]:
    """Yield each article once, with its curated layer, else the first one.

    For formats with one layer an article. Counts in `losses` the layers left out, and, unless the
    format `names_reviewers`, those whose reviewer and status are lost. Ids of annotations and their
    order are no content: a format may give others.
    """
    seen: set[str] = set()
    for article, layers, where in parcels:
        chosen = min(layers, key=lambda layer: not layer.curated, default=None)
        if article.id in seen:
            losses[FURTHER_LAYERS] += len(layers)
            continue
        seen.add(article.id)
        if chosen and not names_reviewers:
            losses[LAYERS] += 1
        if len(layers) > 1:
            losses[FURTHER_LAYERS] += len(layers) - 1
        yield Single(article, chosen, where)


def count_properties(
    annotation: Annotation, losses: Losses, *, attributes: bool = True, notes: bool = True
) -> None:
    """Count the attributes, note and origin of an annotation as lost, but for those left out."""
    found = {
        ATTRIBUTES: len(annotation.attributes) if attributes else 0,
        NOTES: int(bool(annotation.note)) if notes else 0,
        ORIGINS: int(bool(annotation.origin)),
    }
    losses.update({what: count for what, count in found.items() if count})
