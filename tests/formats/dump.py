"""Parcels as lines to read and compare, so that a failed round trip is a diff."""

from collections.abc import Iterable, Iterator

from annotator.formats.format import Parcel
from annotator.model.annotation import Annotation
from annotator.model.layer import Layer


def dump(parcels: Iterable[Parcel]) -> str:
    """Return all that `parcels` say, the layers of an article together, one thing a line."""
    articles: dict[str, list[str]] = {}
    for article, layers, _ in parcels:
        lines = articles.setdefault(
            article.id,
            [f"article {article.id!r} {article.text!a}"]
            + [f"  {key!r}: {value!r}" for key, value in article.metadata.items()],
        )
        for layer in layers:
            lines += _layer(layer)
    return "\n".join(line for lines in articles.values() for line in lines)


def _layer(layer: Layer) -> Iterator[str]:
    yield f"  layer of {layer.reviewer!r}: {layer.status}{', curated' if layer.curated else ''}"
    for kind in dict.fromkeys(annotation.kind for annotation in sorted(layer, key=_kind)):
        for annotation in layer.of_kind(kind):
            yield f"    {_annotation(annotation)}"


def _kind(annotation: Annotation) -> str:
    return annotation.kind.value


def _annotation(annotation: Annotation) -> str:
    parts = [f"{annotation.kind} {annotation.id!r} {annotation.label!r}"]
    parts += [f"{start}-{end}" for start, end in annotation.fragments]
    parts += [f"{link.role!r}→{link.target!r}" for link in annotation.links]
    parts += [f"{name!r}={value!r}" for name, value in annotation.attributes.items()]
    parts += [f"note {annotation.note!r}"] if annotation.note else []
    parts += [f"origin {annotation.origin!r}"] if annotation.origin else []
    return " ".join(parts)


def comparable(parcels: Iterable[Parcel]) -> str:
    """Return what `parcels` say but for ids and order of annotations, which are no content.

    An annotation stands for itself wherever another one links to it, three links deep.
    """
    articles: dict[str, list[str]] = {}
    for article, layers, _ in parcels:
        lines = articles.setdefault(
            article.id,
            [
                f"article {article.id!r} {article.text!a}",
                *sorted(f"  {key!r}: {value!r}" for key, value in article.metadata.items()),
            ],
        )
        for layer in layers:
            curated = ", curated" if layer.curated else ""
            lines.append(f"  layer of {layer.reviewer!r}: {layer.status}{curated}")
            lines += sorted(f"    {_nested(layer, each, 3)}" for each in layer)
    return "\n".join(line for _, lines in sorted(articles.items()) for line in lines)


def _nested(layer: Layer, annotation: Annotation, depth: int) -> str:
    parts = [f"{annotation.kind} {annotation.label!r}"]
    parts += [f"{start}-{end}" for start, end in annotation.fragments]
    parts += sorted(f"{name!r}={value!r}" for name, value in annotation.attributes.items())
    parts += [f"note {annotation.note!r}"] if annotation.note else []
    parts += [f"origin {annotation.origin!r}"] if annotation.origin else []
    if depth:
        parts += sorted(
            f"{link.role!r}→[{_nested(layer, layer[link.target], depth - 1)}]"
            for link in annotation.links
        )
    return " ".join(parts)
