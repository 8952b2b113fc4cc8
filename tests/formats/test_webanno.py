"""WebAnno TSV: rows of tokens carry all but what belongs to the article as a whole."""

from collections.abc import Iterator, Sequence

from annotator.formats.file_names import stem_of
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import (
    ATTRIBUTES,
    CLUSTERS,
    DOCUMENT_LABELS,
    METADATA,
    NAMES,
    NOTES,
    ORIGINS,
    single_layers,
)
from annotator.formats.shapes import LINKS
from annotator.model.annotation import Annotation, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats.round_trip import RoundTrip


def file_of(article: Article) -> str:
    return f"{stem_of(article.id)}.tsv"


def mentions(layer: Layer, cluster: Annotation) -> list[Link]:
    """Return the links of a cluster that chains can hold: those to mentions and triggers."""
    kinds = {each.id: each.kind for each in layer}
    return [link for link in cluster.links if kinds[link.target] in (Kind.ENTITY, Kind.EVENT)]


def carried(layer: Layer) -> Iterator[Annotation]:
    for each in layer:
        if each.kind is Kind.CLUSTER:
            if links := mentions(layer, each):
                yield Annotation(each.id, each.kind, each.label, links=tuple(links))
        elif each.kind is not Kind.DOCUMENT:
            yield each


class TestRoundTrip(RoundTrip):
    format = "webanno"
    out = "out"
    keeps_ids = False

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        result: list[Parcel] = []
        for article, layer, _ in single_layers(written, Losses()):
            again = Article(stem_of(article.id), article.text, {"source": file_of(article)})
            left = carried(layer) if layer else ()
            result.append(Parcel(again, (Layer(again, UNNAMED, left),), ""))
        return result

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        for article, layer, _ in single_layers(written, losses):
            losses[NAMES] += stem_of(article.id) != article.id
            losses[METADATA] += len(article.metadata)
            for each in layer or ():
                losses[DOCUMENT_LABELS] += each.kind is Kind.DOCUMENT
                if each.kind is not Kind.CLUSTER or layer is None:
                    continue
                links = mentions(layer, each)
                losses[LINKS] += len(each.links) - len(links)
                losses[CLUSTERS] += not links
                if links:
                    losses[ATTRIBUTES] += len(each.attributes)
                    losses[NOTES] += bool(each.note)
                    losses[ORIGINS] += bool(each.origin)
        return +losses
