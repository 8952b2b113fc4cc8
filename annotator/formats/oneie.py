"""OneIE's JSON lines: one sentence a line, with its tokens, mentions, relations and events.

The format that the information extraction system OneIE (Lin et al., ACL 2020) trains on, as its
preprocessing of ACE 2005 and ERE writes it. Token offsets count in the sentence, ends exclusive.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

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
from annotator.formats.oneie_reading import (
    ENDS,
    MENTION,
    OF_UNKNOWN_TYPE,
    SUBTYPE,
    read,
)
from annotator.formats.sentence_bound import NO_ARTICLE, SENTENCE_BOUND, SentenceBound
from annotator.formats.tokens import TokenText
from annotator.model.annotation import Annotation, AttributeValue, Kind
from annotator.model.article import Json
from annotator.model.message import message


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    return "tokens" in keys and ("entity_mentions" in keys or "event_mentions" in keys)


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    for single in single_layers(parcels, losses):
        stream.writelines(map(line_of, _lines(single, losses)))
    return losses


def _lines(single: Single, losses: Losses) -> Iterator[Json]:
    article = single.article
    tokens = TokenText(article.text)
    if not tokens.sentences:
        losses[NO_ARTICLE] += 1
        return
    if article.metadata:
        losses[METADATA] += len(article.metadata)
    layer = _LayerLines(single, tokens, losses)
    for number in range(len(tokens.sentences)):
        yield {
            "doc_id": article.id,
            "sent_id": f"{article.id}-{number}",
            "tokens": list[Json](tokens.words(number)),
            "sentence": tokens.own_text(number),
            **layer.of(number),
        }


class _LayerLines:
    """The mentions, relations and events of an article, sentence by sentence."""

    def __init__(self, single: Single, tokens: TokenText, losses: Losses) -> None:
        self._tokens = tokens
        self._losses = losses
        self._bound = SentenceBound(single.annotations(), tokens, losses)
        for annotation in single.annotations():
            count_properties(annotation, losses, attributes=False)
            carried = _carried(annotation)
            if lost := len(annotation.attributes) - len(carried):
                losses[ATTRIBUTES] += lost
            if annotation.kind is Kind.CLUSTER:
                losses[CLUSTERS] += 1

    def of(self, sentence: int) -> Mapping[str, Json]:
        """Return the three lists of a line."""
        return {
            "entity_mentions": [self._entity(each) for each in self._bound.entities[sentence]],
            "relation_mentions": [self._relation(each) for each in self._bound.relations[sentence]],
            "event_mentions": [self._event(each) for each in self._bound.events[sentence]],
        }

    def _entity(self, annotation: Annotation) -> Json:
        carried = _carried(annotation)
        return {
            "id": annotation.id,
            "text": self._text(annotation.id),
            "entity_type": annotation.label,
            "mention_type": carried.get(MENTION, OF_UNKNOWN_TYPE),
            **({"entity_subtype": carried[SUBTYPE]} if SUBTYPE in carried else {}),
            **self._bounds(annotation.id),
        }

    def _relation(self, annotation: Annotation) -> Json:
        return {
            "id": annotation.id,
            "relation_type": annotation.label,
            "relation_subtype": _carried(annotation).get(SUBTYPE, annotation.label),
            "arguments": [
                self._argument(link.target, ENDS[link.role]) for link in annotation.links
            ],
        }

    def _event(self, annotation: Annotation) -> Json:
        trigger = {"text": self._text(annotation.id), **self._bounds(annotation.id)}
        return {
            "id": annotation.id,
            "event_type": annotation.label,
            "trigger": trigger,
            "arguments": [self._argument(link.target, link.role) for link in annotation.links],
        }

    def _argument(self, id: str, role: str) -> Json:
        return {"entity_id": id, "text": self._text(id), "role": role}

    def _text(self, id: str) -> str:
        return self._tokens.words_at(self._bound.places[id])

    def _bounds(self, id: str) -> dict[str, Json]:
        place = self._bound.places[id]
        return {"start": place.first, "end": place.last + 1}


def _carried(annotation: Annotation) -> dict[str, AttributeValue]:
    """Return the attributes that the format has a key for, and would give back."""
    none_is_said_by = {
        Kind.ENTITY: {MENTION: OF_UNKNOWN_TYPE, SUBTYPE: ""},
        Kind.RELATION: {SUBTYPE: annotation.label},
    }
    return {
        name: value
        for name, none in none_is_said_by.get(annotation.kind, {}).items()
        if isinstance(value := annotation.attributes.get(name), str) and value not in ("", none)
    }


FORMAT = Format(
    name="oneie",
    extensions=(".oneie.json", ".oneie.jsonl"),
    summary=message("OneIE: JSON lines, one sentence a line, by tokens"),
    cannot_carry=(
        LAYERS, FURTHER_LAYERS, METADATA, *SENTENCE_BOUND, CLUSTERS, ATTRIBUTES, NOTES, ORIGINS,
    ),
    read=read,
    write=_write,
    recognizes=_recognizes,
    sign=message("its first line has {0} and {1}", "tokens", "entity_mentions, event_mentions"),
)  # fmt: skip
