"""DyGIE++'s JSON lines: one article a line, in sentences of tokens, everything by token offsets.

As `doc/data.md` of DyGIE++ (Wadden et al., EMNLP 2019) states it; SciERC, PURE and others use the
same. Token offsets count in the document, ends inclusive; a trigger is one token.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from annotator.formats.dygie_reading import DATASET, NO_DATASET, TEXT, WEIGHT, read
from annotator.formats.foreign import line_of
from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.json_stream import head_keys
from annotator.formats.losses import (
    ATTRIBUTES,
    CLUSTERS,
    FURTHER_LAYERS,
    LAYERS,
    METADATA,
    NOTES,
    ORIGINS,
    Single,
    count_properties,
    single_layers,
)
from annotator.formats.sentence_bound import (
    CLUSTER_LABELS,
    LONG_TRIGGERS,
    MEMBER_LEFT_OUT,
    NO_ARTICLE,
    SENTENCE_BOUND,
    UNUSUAL,
    SentenceBound,
)
from annotator.formats.tokens import TokenText
from annotator.language.segmentation import words
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Kind
from annotator.model.article import Json
from annotator.model.layer import Layer
from annotator.model.message import Message, message
from annotator.model.tagset import COREFERENCE

SHARED = message("links to one of several mentions or events of the same tokens, now to the first")
MIXED_CLUSTERS = message("coreference clusters of more than mentions alone or events alone")


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    return "sentences" in keys and not keys.isdisjoint({"doc_key", "clusters", "ner"})


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    stream.writelines(
        line_of(document)
        for single in single_layers(parcels, losses)
        for document in _document(single, losses)
    )
    return losses


def _document(single: Single, losses: Losses) -> Iterator[Json]:
    article, layer, _ = single
    tokens = TokenText(article.text, words)
    if not tokens.sentences:
        losses[NO_ARTICLE] += 1
        return
    numbers = range(len(tokens.sentences))
    known = _metadata(article.metadata)
    if lost := len(article.metadata) - len(known):
        losses[METADATA] += lost
    yield {
        "doc_key": article.id,
        DATASET: NO_DATASET,
        **known,
        "sentences": [list[Json](tokens.words(number)) for number in numbers],
        **(_Lists(layer, tokens, losses).fields() if layer else {}),
        TEXT: [tokens.own_text(number) for number in numbers],
    }


def _metadata(metadata: Mapping[str, Json]) -> dict[str, Json]:
    """Return the metadata that the format has a key for."""
    known: dict[str, Json] = {}
    dataset, weight = metadata.get(DATASET), metadata.get(WEIGHT)
    if isinstance(dataset, str) and dataset not in ("", NO_DATASET):
        known[DATASET] = dataset
    if isinstance(weight, int | float) and not isinstance(weight, bool):
        known[WEIGHT] = weight
    return known


class _Lists:
    """The annotations of a layer as the lists of a document."""

    def __init__(self, layer: Layer, tokens: TokenText, losses: Losses) -> None:
        self._layer = layer
        self._tokens = tokens
        self._losses = losses
        self._bound = SentenceBound(layer, tokens, losses, longest_trigger=1)
        self._first: dict[tuple[Kind, int, int], Annotation] = {}
        """The mention or event that reading finds at a stretch of tokens."""
        for sentence in (*self._bound.entities, *self._bound.events):
            for each in sentence:
                self._first.setdefault((each.kind, *self._span(each.id)), each)
        for annotation in layer:
            count_properties(annotation, losses)

    def fields(self) -> dict[str, Json]:
        """Return the lists by key, those for a sentence each as the format wants them."""
        bound = self._bound
        found: dict[str, Json] = {
            "ner": [[self._entity(each) for each in sentence] for sentence in bound.entities],
            "relations": [[self._relation(each) for each in some] for some in bound.relations],
            "events": [[self._event(each) for each in sentence] for sentence in bound.events],
            "clusters": [],
        }
        clusters: dict[Kind, list[Json]] = {Kind.ENTITY: [], Kind.EVENT: []}
        for cluster in self._layer.of_kind(Kind.CLUSTER):
            kinds = {self._layer[link.target].kind for link in cluster.links}
            if kinds in ({Kind.ENTITY}, {Kind.EVENT}):
                clusters[kinds.pop()] += self._cluster(cluster)
            else:
                self._losses[MIXED_CLUSTERS if kinds else CLUSTERS] += 1
        found["clusters"] = clusters[Kind.ENTITY]
        if clusters[Kind.EVENT]:
            found["event_clusters"] = clusters[Kind.EVENT]
        return found

    def _entity(self, annotation: Annotation) -> Json:
        return [*self._span(annotation.id), annotation.label]

    def _relation(self, annotation: Annotation) -> Json:
        ends = {link.role: link.target for link in annotation.links}
        return [*self._mention(ends[FROM]), *self._mention(ends[TO]), annotation.label]

    def _event(self, annotation: Annotation) -> Json:
        trigger: list[Json] = [self._span(annotation.id)[0], annotation.label]
        arguments: list[Json] = [
            [*self._mention(link.target), link.role] for link in annotation.links
        ]
        return [trigger, *arguments]

    def _cluster(self, cluster: Annotation) -> Iterator[Json]:
        """Yield the cluster, unless none of its members is left."""
        spans: dict[tuple[int, int], None] = {}
        for link in cluster.links:
            self._count(UNUSUAL, link.role != MEMBER)
            if link.target not in self._bound.places:
                self._count(MEMBER_LEFT_OUT)
                continue
            span = self._span(link.target)
            self._count(SHARED, span in spans or not self._is_found(link.target))
            spans[span] = None
        if spans:
            self._count(CLUSTER_LABELS, cluster.label != COREFERENCE)
            yield [list[Json](span) for span in spans]
        else:
            self._count(CLUSTERS)

    def _mention(self, id: str) -> tuple[int, int]:
        """Return the stretch of a mention that a link leads to."""
        self._count(SHARED, not self._is_found(id))
        return self._span(id)

    def _is_found(self, id: str) -> bool:
        """Return whether reading the stretch of `id` finds it, or one that is no other."""
        own = self._layer[id]
        found = self._first[own.kind, *self._span(id)]
        return found.id == id or (own.kind is Kind.ENTITY and found.label == own.label)

    def _span(self, id: str) -> tuple[int, int]:
        """Return the first and the last token, counted in the document."""
        place = self._bound.places[id]
        offset = self._tokens.first_tokens[place.sentence]
        return offset + place.first, offset + place.last

    def _count(self, what: Message, holds: bool = True) -> None:
        if holds:
            self._losses[what] += 1


FORMAT = Format(
    name="dygie",
    extensions=(".dygie.json", ".dygie.jsonl"),
    summary=message("DyGIE++: JSON lines, one article a line, by tokens"),
    cannot_carry=(
        LAYERS, FURTHER_LAYERS, METADATA, *SENTENCE_BOUND, LONG_TRIGGERS, SHARED, MIXED_CLUSTERS,
        MEMBER_LEFT_OUT, CLUSTER_LABELS, CLUSTERS, ATTRIBUTES, NOTES, ORIGINS,
    ),
    read=read,
    write=_write,
    recognizes=_recognizes,
    sign=message("its first line has {0} and {1}", "sentences", "doc_key, ner, clusters"),
)  # fmt: skip
