"""What is left of parcels when a format can't carry everything: for `RoundTrip.carried`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import single_layers
from annotator.model.annotation import Annotation
from annotator.model.article import Article, Json
from annotator.model.layer import Layer


def reduced(layer: Layer, change: Callable[[Annotation], Annotation | None]) -> Layer:
    """Return `layer` with each annotation as `change` makes it (None: gone).

    What links to one that is gone loses the link.
    """
    kept = [changed for each in layer if (changed := change(each))]
    ids = {each.id for each in kept}
    linked = [
        replace(each, links=tuple(link for link in each.links if link.target in ids))
        for each in kept
    ]
    return Layer(layer.article, layer.reviewer, linked, layer.status, layer.curated)


def one_layer_each(
    written: Iterable[Parcel],
    change: Callable[[Annotation], Annotation | None] = lambda each: each,
    metadata: Callable[[Article], Mapping[str, Json]] = lambda article: article.metadata,
) -> Iterator[Parcel]:
    """Yield what a format carries that has one layer an article and names no reviewer.

    Every article comes back with a layer, of nobody, though it had none.
    """
    for article, layer, _ in single_layers(written, Losses()):
        again = Article(article.id, article.text, metadata(article))
        left = reduced(layer, change) if layer else ()
        yield Parcel(again, (Layer(again, UNNAMED, left),), "")
