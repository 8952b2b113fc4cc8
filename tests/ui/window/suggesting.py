"""A suggester for tests, whose suggestions are known beforehand, and a hand on the window."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.suggest.suggestion import Suggestion, id_of

ENTITIES = (("PER", "Thiệu", 0.95), ("LOC", "Lạng Sơn", 0.6), ("LOC", "Đồng Tháp", 0.8))


class Fixed:
    """Proposes the same words in whatever article they stand, and remembers what it was told."""

    name = "fixed"

    def __init__(self, *, events: bool = False) -> None:
        self.learned: list[tuple[str, Edit]] = []
        self.refused: list[tuple[str, str, int]] = []
        self._events = events

    def suggest(self, article: Article, _layer: Layer) -> Sequence[Suggestion]:
        """Return a suggestion for each word of the list that stands in the article."""
        found = [
            suggested(article.text, label, words, confidence)
            for label, words, confidence in ENTITIES
            if words in article.text
        ]
        if self._events and "chủ trì" in article.text:
            event = suggested(article.text, "Meeting", "chủ trì", 0.7, Kind.EVENT)
            links = (Link("Chair", found[0].id),)
            annotation = Annotation(
                event.annotation.id, Kind.EVENT, "Meeting", event.annotation.fragments, links,
                origin=self.name,
            )  # fmt: skip
            found.append(Suggestion(annotation, 0.7, event.reason))
        return found

    def learn(self, article: Article, edit: Edit) -> None:
        """Remember an edit."""
        self.learned.append((article.id, edit))

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Remember a refusal."""
        self.refused.append((article.id, suggestion.annotation.label, times))


def suggested(
    text: str, label: str, words: str, confidence: float, kind: Kind = Kind.ENTITY
) -> Suggestion:
    """Return the suggestion that `words` of `text`, where they first stand, have `label`."""
    start = text.index(words)
    fragments = (Fragment(start, start + len(words)),)
    annotation = Annotation(
        id_of(kind, label, fragments), kind, label, fragments, origin=Fixed.name
    )
    return Suggestion(annotation, confidence, message("Made up."))


class WithArgument(Fixed):
    """Proposes an event, mentions, and who chairs the event once both stand."""

    def suggest(self, article: Article, layer: Layer) -> Sequence[Suggestion]:
        """Return mentions and events without arguments, and arguments apart."""
        found = [
            replace(each, annotation=replace(each.annotation, links=()))
            for each in super().suggest(article, layer)
        ]
        people = [each for each in layer if each.label == "PER"]
        for event in layer.of_kind(Kind.EVENT):
            for each in people:
                chair = replace(event, links=(Link("Chair", each.id),), origin=self.name)
                found.append(Suggestion(chair, 0.9, message("Made up."), event.id))
        return found
