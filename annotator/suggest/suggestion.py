"""What a suggester is, and what it gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import Message
from annotator.suggest.costs import BY_HAND


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An annotation that a program proposes for a layer.

    `annotation.origin` names the suggester. Its id is none of the layer's (`id_of`); links lead to
    annotations of the layer, or to other suggestions of the same answer. `confidence` is the
    probability, from 0 to 1, that a person accepts it as it is; `reason` says why it was made.

    `harmless` is the probability that it is wrong, and yet costs nothing: it goes away by itself,
    as a person tags what it can't stand beside. `by_hand` is how many actions it takes to tag.

    `event` not empty: an argument for the event of the layer with this id, or a member for the
    cluster. `annotation` is that event then, with the one link that is proposed in place of those
    it has.

    `together` names what may stand beside it though it is in its place, for one person made both:
    annotations as `id_of` does, or the roles that the same target may fill too. `key`, where links
    are part of what it is, tells it from others of its label, whatever stands in the layer by now.
    """

    annotation: Annotation
    confidence: float
    reason: Message
    event: str = ""
    harmless: float = 0.0
    by_hand: float = BY_HAND
    together: frozenset[str] = frozenset()
    key: str = ""

    @property
    def id(self) -> str:
        """What tells it from the other suggestions for the layer, and is the same next time."""
        if self.event:
            role, target = self.annotation.links[0]
            return f"~{self.event}:{role}:{target}"
        return self.annotation.id

    @property
    def place(self) -> "Place":
        """What a refusal is remembered by."""
        annotation = self.annotation
        link = annotation.links[0] if self.event and not self.key else None
        return Place(annotation.kind, annotation.label, annotation.fragments, link, self.key)


class Place(NamedTuple):
    """What was proposed where: refused once, it is not proposed in this article again."""

    kind: Kind
    label: str
    fragments: tuple[Fragment, ...]
    link: Link | None = None
    key: str = ""


def id_of(kind: Kind, label: str, fragments: Iterable[Fragment]) -> str:
    """Return the id of a suggested annotation: no id of a layer begins so."""
    return f"~{kind.id_prefix}:{label}:" + ",".join(f"{start}-{end}" for start, end in fragments)


class Suggester(Protocol):
    """One way to find what a person would tag."""

    @property
    def name(self) -> str:
        """The name under which it is switched, and the origin of what it proposes."""
        ...

    def suggest(self, article: Article, layer: Layer) -> Sequence[Suggestion]:
        """Return what it proposes, given what the layer holds, in any order.

        It need not look for what stands in the layer or was refused: that is taken out after it.
        """
        ...

    def learn(self, article: Article, edit: Edit) -> None:
        """Take note of an edit of a layer on `article`: of what was tagged, removed, relabelled.

        The inverse of an edit takes back what the edit taught.
        """
        ...

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Take note of a refusal; `times` -1: of one taken back."""
        ...


@runtime_checkable
class Judge(Protocol):
    """A suggester that knows from experience how often what others propose is right."""

    def judge(
        self, article: Article, layer: Layer, proposed: Sequence[Suggestion]
    ) -> Sequence[Suggestion]:
        """Return `proposed`, by other suggesters, with the confidence that it deserves."""
        ...
