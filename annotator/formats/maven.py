"""MAVEN's JSON lines: one article a line, its events with all their mentions, by token offsets.

As `DataFormat.md` of the MAVEN dataset (Wang et al., EMNLP 2020) states it. Token offsets count in
the sentence, ends exclusive. Of annotations it holds events and their coreference, no arguments.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from annotator.formats.foreign import line_of
from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.json_stream import head_keys
from annotator.formats.losses import (
    ATTRIBUTES,
    CLUSTERS,
    DOCUMENT_LABELS,
    FURTHER_LAYERS,
    LAYERS,
    METADATA,
    NOTES,
    ORIGINS,
    RELATIONS,
    UNMARKED_EVENTS,
    Single,
    count_properties,
    single_layers,
)
from annotator.formats.maven_reading import other_words, read
from annotator.formats.sentence_bound import CLUSTER_LABELS, MEMBER_LEFT_OUT, NO_ARTICLE
from annotator.formats.tokens import CHANGED, LEFT_OUT, Place, TokenText
from annotator.model.annotation import Annotation, Kind
from annotator.model.article import Json
from annotator.model.message import Message, message
from annotator.model.tagset import COREFERENCE

MENTIONS = message("mentions of entities")
ARGUMENTS = message("arguments")
OTHER_CLUSTERS = message("coreference clusters that are not two or more events of one label")
SECOND_CLUSTERS = message("events in a second coreference cluster")


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    return {"id", "title", "content"} <= keys and not keys.isdisjoint({"events", "candidates"})


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    type_ids: dict[str, int] = {}
    stream.writelines(
        line_of(document)
        for single in single_layers(parcels, losses)
        for document in _document(single, type_ids, losses)
    )
    return losses


def _document(single: Single, type_ids: dict[str, int], losses: Losses) -> Iterator[Json]:
    article = single.article
    tokens = TokenText(article.text)
    if not tokens.sentences:
        losses[NO_ARTICLE] += 1
        return
    title = article.metadata.get("title")
    title = title if isinstance(title, str) and title else ""
    if lost := len(article.metadata) - bool(title):
        losses[METADATA] += lost
    events = _Events(single, tokens, losses)
    others = list(_other_words(tokens, events.places.values()))
    yield {
        "id": article.id,
        "title": title,
        "content": [
            {"sentence": tokens.own_text(number), "tokens": list[Json](tokens.words(number))}
            for number in range(len(tokens.sentences))
        ],
        **(
            {"events": list(events.objects(type_ids)), "negative_triggers": others}
            if single.layer
            else {"candidates": others}
        ),
    }


def _other_words(tokens: TokenText, triggers: Iterable[Place]) -> Iterator[Json]:
    """Yield every word that is part of no trigger, as a mention."""
    taken = {
        (place.sentence, token)
        for place in triggers
        for token in range(place.first, place.last + 1)
    }
    sentences = [tokens.words(number) for number in range(len(tokens.sentences))]
    for sentence, number in other_words(sentences, taken):
        place = Place(sentence, number, number)
        yield _mention(f"N{sentence}-{number}", sentences[sentence][number], place)


def _mention(id: str, words: str, place: Place) -> Json:
    offset: list[Json] = [place.first, place.last + 1]
    return {"id": id, "trigger_word": words, "sent_id": place.sentence, "offset": offset}


class _Events:
    """The events of an article, those of one cluster as the mentions of one event.

    `places` has the place of the trigger of each event that is left.
    """

    def __init__(self, single: Single, tokens: TokenText, losses: Losses) -> None:
        self._tokens = tokens
        self._losses = losses
        self._layer = {each.id: each for each in single.annotations()}
        self.places: dict[str, Place] = {}
        for annotation in self._layer.values():
            self._put(annotation)
        self._cluster_of: dict[str, str] = {}
        for annotation in self._layer.values():
            if annotation.kind is Kind.CLUSTER:
                self._join(annotation)

    def objects(self, type_ids: dict[str, int]) -> Iterator[Json]:
        """Yield the events; numbers new types, from 1: 0 is for words that are no trigger."""
        groups: dict[str, list[Annotation]] = {}
        for id in self.places:
            groups.setdefault(self._cluster_of.get(id, id), []).append(self._layer[id])
        for id, mentions in groups.items():
            label = mentions[0].label
            yield {
                "id": id,
                "type": label,
                "type_id": type_ids.setdefault(label, len(type_ids) + 1),
                "mention": [
                    _mention(each.id, self._tokens.words_at(place), place)
                    for each in mentions
                    for place in [self.places[each.id]]
                ],
            }

    def _put(self, annotation: Annotation) -> None:
        count_properties(annotation, self._losses)
        match annotation.kind:
            case Kind.ENTITY:
                self._count(MENTIONS)
            case Kind.RELATION:
                self._count(RELATIONS)
            case Kind.DOCUMENT:
                self._count(DOCUMENT_LABELS)
            case Kind.EVENT if not annotation.fragments:
                self._count(UNMARKED_EVENTS)
            case Kind.EVENT:
                place = self._tokens.place(annotation.fragments)
                if isinstance(place, Message):
                    self._count(place)
                    return
                self.places[annotation.id] = place
                self._losses.update(place.changes)
                self._count(ARGUMENTS, len(annotation.links))
            case Kind.CLUSTER:
                pass

    def _join(self, cluster: Annotation) -> None:
        """Make the events of `cluster` mentions of one, where the format can say that."""
        members = [self._layer[id] for id in cluster.targets()]
        labels = {each.label for each in members}
        if len(members) < 2 or len(labels) > 1 or {each.kind for each in members} != {Kind.EVENT}:
            self._count(OTHER_CLUSTERS)
            return
        placed = [each.id for each in members if each.id in self.places]
        free = [id for id in placed if id not in self._cluster_of]
        self._count(MEMBER_LEFT_OUT, len(members) - len(placed))
        self._count(SECOND_CLUSTERS, len(placed) - len(free))
        if len(free) < 2:
            self._count(CLUSTERS)
            return
        self._cluster_of |= dict.fromkeys(free, cluster.id)
        self._count(CLUSTER_LABELS, int(cluster.label != COREFERENCE))

    def _count(self, what: Message, times: int = 1) -> None:
        if times:
            self._losses[what] += times


FORMAT = Format(
    name="maven",
    extensions=(".maven.jsonl",),
    summary=message("MAVEN: JSON lines with the events of an article, by tokens"),
    cannot_carry=(
        LAYERS, FURTHER_LAYERS, METADATA, NO_ARTICLE, MENTIONS, ARGUMENTS, RELATIONS,
        DOCUMENT_LABELS, *LEFT_OUT, *CHANGED, UNMARKED_EVENTS, OTHER_CLUSTERS, MEMBER_LEFT_OUT,
        SECOND_CLUSTERS, CLUSTER_LABELS, CLUSTERS, ATTRIBUTES, NOTES, ORIGINS,
    ),
    read=read,
    write=_write,
    recognizes=_recognizes,
    sign=message("its first line has {0} and {1}", "id, title, content", "events, candidates"),
)  # fmt: skip
