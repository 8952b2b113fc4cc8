"""A layer as formats hold it whose mentions, arguments and relations stay within one sentence."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.formats.format import Losses
from annotator.formats.losses import DOCUMENT_LABELS, UNMARKED_EVENTS
from annotator.formats.tokens import CHANGED, LEFT_OUT, Place, TokenText
from annotator.model.annotation import FROM, TO, Annotation, Kind, Link
from annotator.model.message import Message, message

NO_ARTICLE = message("articles without a word in them")
LONG_TRIGGERS = message("events whose trigger is more than one token")
ARGUMENT_OF_NO_MENTION = message("arguments that are no mentions, but events or relations")
ARGUMENT_LEFT_OUT = message("arguments whose mention was left out")
ARGUMENT_ELSEWHERE = message("arguments in another sentence than the event")
RELATION_OF_NO_MENTIONS = message("relations that do not join two mentions")
RELATION_LEFT_OUT = message("relations of a mention that was left out")
RELATION_ELSEWHERE = message("relations from one sentence to another")
MEMBER_LEFT_OUT = message("members of coreference clusters that were left out")
CLUSTER_LABELS = message("labels of coreference clusters")
UNUSUAL = message("stretches or links of annotations that have none in this format")

SENTENCE_BOUND = (
    NO_ARTICLE, *LEFT_OUT, *CHANGED, UNMARKED_EVENTS, ARGUMENT_OF_NO_MENTION, ARGUMENT_LEFT_OUT,
    ARGUMENT_ELSEWHERE, RELATION_OF_NO_MENTIONS, RELATION_LEFT_OUT, RELATION_ELSEWHERE, UNUSUAL,
    DOCUMENT_LABELS,
)  # fmt: skip
"""What `SentenceBound` may count; LONG_TRIGGERS only where it is told how long they may be."""


class SentenceBound:
    """What of a layer fits into sentences of tokens; the rest is counted in `losses`.

    `places` has the place of each mention and trigger that is left; `events` what is left of each
    event, with those of its arguments that are mentions of its sentence; `relations` those between
    two mentions of one sentence, by the sentence. Clusters are left to the format.
    """

    def __init__(
        self,
        annotations: Iterable[Annotation],
        tokens: TokenText,
        losses: Losses,
        longest_trigger: int | None = None,
    ) -> None:
        self._losses = losses
        self._by_id = {each.id: each for each in annotations}
        self._longest_trigger = longest_trigger
        self.places: dict[str, Place] = {}
        self.entities: list[list[Annotation]] = [[] for _ in tokens.sentences]
        self.events: list[list[Annotation]] = [[] for _ in tokens.sentences]
        self.relations: list[list[Annotation]] = [[] for _ in tokens.sentences]
        for annotation in self._by_id.values():
            self._put(annotation, tokens)
        for annotation in self._by_id.values():
            match annotation.kind:
                case Kind.EVENT if annotation.id in self.places:
                    self._keep_arguments(annotation)
                case Kind.RELATION:
                    self._keep_relation(annotation)
                case _:
                    pass

    def is_mention(self, id: str) -> bool:
        """Return whether the annotation called `id` is a mention, left out or not."""
        return self._by_id[id].kind is Kind.ENTITY

    def _put(self, annotation: Annotation, tokens: TokenText) -> None:
        match annotation.kind:
            case Kind.ENTITY:
                self._count(UNUSUAL, len(annotation.links))
                if place := self._place(annotation, tokens):
                    self.entities[place.sentence].append(annotation)
            case Kind.EVENT if not annotation.fragments:
                self._count(UNMARKED_EVENTS)
            case Kind.EVENT:
                self._place(annotation, tokens)
            case Kind.DOCUMENT:
                self._count(DOCUMENT_LABELS)
            case _:
                self._count(UNUSUAL, int(bool(annotation.fragments)))

    def _place(self, annotation: Annotation, tokens: TokenText) -> Place | None:
        place = tokens.place(annotation.fragments)
        if isinstance(place, Message):
            self._count(place)
            return None
        if (
            annotation.kind is Kind.EVENT
            and self._longest_trigger is not None
            and place.last - place.first >= self._longest_trigger
        ):
            self._count(LONG_TRIGGERS)
            return None
        self._losses.update(place.changes)
        self.places[annotation.id] = place
        return place

    def _keep_arguments(self, event: Annotation) -> None:
        sentence = self.places[event.id].sentence
        kept: list[Link] = []
        for link in event.links:
            place = self.places.get(link.target)
            if not self.is_mention(link.target):
                self._count(ARGUMENT_OF_NO_MENTION)
            elif place is None:
                self._count(ARGUMENT_LEFT_OUT)
            elif place.sentence != sentence:
                self._count(ARGUMENT_ELSEWHERE)
            else:
                kept.append(link)
        self.events[sentence].append(_with_links(event, kept))

    def _keep_relation(self, relation: Annotation) -> None:
        ends = [link for role in (FROM, TO) for link in relation.links if link.role == role]
        if [link.role for link in ends] != [FROM, TO] or not all(
            self.is_mention(link.target) for link in ends
        ):
            self._count(RELATION_OF_NO_MENTIONS)
            return
        self._count(UNUSUAL, len(relation.links) - len(ends))
        places = [self.places.get(link.target) for link in ends]
        sentences = {place.sentence for place in places if place}
        if None in places:
            self._count(RELATION_LEFT_OUT)
        elif len(sentences) > 1:
            self._count(RELATION_ELSEWHERE)
        else:
            self.relations[sentences.pop()].append(_with_links(relation, ends))

    def _count(self, what: Message, times: int = 1) -> None:
        if times:
            self._losses[what] += times


def _with_links(annotation: Annotation, links: Iterable[Link]) -> Annotation:
    return replace(annotation, links=tuple(links))
