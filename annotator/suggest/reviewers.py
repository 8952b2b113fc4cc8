"""What other reviewers made of an article, proposed to whoever makes one agreed layer of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from annotator.model.annotation import Annotation, Kind, Link
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import Message, message
from annotator.pausing import pause, sorted_in_turns
from annotator.suggest.merging import collide
from annotator.suggest.readings import Reading, Readings
from annotator.suggest.settings import REVIEWERS
from annotator.suggest.suggestion import Suggestion

_LINKED = (Kind.RELATION, Kind.CLUSTER)


class Reviewers:
    """The suggester that knows the layers of others on one article, and nothing of any other one.

    The confidence of a reading is the share of those who worked on the article that made it. An
    event comes with the arguments that all who made it gave it, so that one that all agree on
    brings nothing that some did not see; the others follow one by one, once the event stands.
    Clusters are the same where all members are; once one stands, members that others have in
    theirs follow. What collides with what stands is not proposed, unless one reviewer made both.
    """

    name = REVIEWERS

    def __init__(self, layers: Iterable[Layer], symmetric: frozenset[str] = frozenset()) -> None:
        """Take the layers, and the labels of relations whose ends may change places."""
        self._readings = Readings(layers, symmetric)

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:
        """Return what `layer` lacks, by position; of what begins at one place the surest first."""
        if not self._readings.reviewers:
            return []
        found = list(_Comparison(self._readings, article.text, layer).suggestions())
        return sorted_in_turns(found, _order)

    def learn(self, article: Article, edit: Edit) -> None:
        """Do nothing: it sees the layer each time it is asked."""

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Do nothing: what others made stays as it is."""


@dataclass(slots=True)
class _Votes:
    """Who gave one link to an annotation of the layer."""

    link: Link
    key: str
    made: dict[str, None] = field(default_factory=dict[str, None])


class _Comparison:
    """The readings beside one layer as it is now."""

    def __init__(self, readings: Readings, text: str, layer: Layer) -> None:
        self._readings = readings
        self._text = text
        self._layer = layer
        self._ids = readings.ids_in(layer)
        self._standing: dict[str, str] = {}
        for id, reading in self._ids.items():
            self._standing.setdefault(reading, id)
        self._places = {each.id: self._place(each) for each in readings.by_id.values()}
        """What stands for a reading: the id of an annotation of the layer, or its own."""
        self._at: dict[str, list[Reading]] = {}
        for each in readings.by_id.values():
            self._at.setdefault(self._places[each.id], []).append(each)
        self._members = [
            (each, frozenset(link.target for link in self._links(each)))
            for each in readings.clusters
        ]

    def suggestions(self) -> Iterator[Suggestion]:
        """Yield what is proposed, in no order."""
        linked: dict[tuple[Kind, str, frozenset[Link]], list[Reading]] = {}
        for each in self._readings.by_id.values():
            pause()
            kind = each.annotation.kind
            if self._places[each.id] != each.id:
                continue
            if kind in _LINKED:
                key = (kind, each.annotation.label, frozenset(self._links(each)))
                linked.setdefault(key, []).append(each)
            else:
                yield self._suggestion(each, self._links(each), each.made)
        for (kind, label, links), same in linked.items():
            if len(links) > 1 and not (kind is Kind.CLUSTER and self._beside(label, links)):
                made = {name: None for each in same for name in each.made}
                yield self._suggestion(same[0], self._links(same[0]), made)
        for event in self._layer.of_kind(Kind.EVENT):
            pause()
            here = self._at.get(event.id, ())
            same = [each for each in here if each.annotation.label == event.label]
            yield from self._missing(event, same)
        for cluster in self._layer.of_kind(Kind.CLUSTER):
            yield from self._missing(cluster, self._readings_like(cluster))

    def _place(self, reading: Reading) -> str:
        """Return what links to `reading` lead to: what stands as it or in its place, or itself."""
        pause()
        if standing := self._standing.get(reading.id):
            return standing
        annotation = reading.annotation
        if not annotation.fragments:
            return reading.id
        taken = [
            each
            for each in self._layer.overlapping(annotation.start, annotation.end)
            if each.kind is annotation.kind
            and collide(annotation, each)
            and self._ids[each.id] not in reading.together
        ]
        nearest = min(taken, key=lambda each: _distance(annotation, each), default=None)
        return nearest.id if nearest else reading.id

    def _links(self, reading: Reading) -> tuple[Link, ...]:
        """Return where `reading` leads to: for an event what all who made it agree on."""
        first, *others = (
            self._resolved(reviewer, annotation) for reviewer, annotation in reading.made.items()
        )
        if reading.annotation.kind is Kind.EVENT:
            return tuple(link for link in first if all(link in each for each in others))
        return tuple(first)

    def _resolved(self, reviewer: str, annotation: Annotation) -> dict[Link, str]:
        """Return the links of `annotation` as they lead to what stands by now, with their keys."""
        found: dict[Link, str] = {}
        for link in annotation.links:
            target = self._readings.target(reviewer, link)
            found.setdefault(Link(link.role, self._places[target]), f"{link.role}={target}")
        return found

    def _suggestion(
        self, reading: Reading, links: tuple[Link, ...], made: Collection[str]
    ) -> Suggestion:
        annotation = replace(reading.annotation, links=links, origin=REVIEWERS)
        others = {
            reviewer: self._said(annotation, self._readings.otherwise(reading, reviewer))
            for reviewer in self._readings.reviewers
            if reviewer not in made
        }
        known = annotation.kind in (Kind.ENTITY, Kind.DOCUMENT) or annotation.fragments
        return Suggestion(
            annotation,
            len(made) / len(self._readings.reviewers),
            _reason(made, others),
            together=frozenset(reading.together),
            key="" if known else reading.id,
        )

    def _said(self, annotation: Annotation, there: Iterable[Annotation]) -> str:
        """Return what is there in the place of `annotation`: the label, and words that differ."""
        return ", ".join(
            each.label
            if each.fragments == annotation.fragments
            else f"{each.label} “{' '.join(each.text_in(self._text).split())}”"
            for each in there
        )

    def _beside(self, label: str, links: Collection[Link]) -> bool:
        """Return whether a cluster that stands has one of the members."""
        targets = {link.target for link in links}
        return any(
            each.label == label and not targets.isdisjoint(each.targets())
            for each in self._layer.of_kind(Kind.CLUSTER)
        )

    def _readings_like(self, cluster: Annotation) -> Iterator[Reading]:
        """Yield the clusters of the reviewers that share a member with `cluster`."""
        targets = set(cluster.targets())
        for each, members in self._members:
            if each.annotation.label == cluster.label and not targets.isdisjoint(members):
                yield each

    def _missing(self, owner: Annotation, readings: Iterable[Reading]) -> Iterator[Suggestion]:
        """Yield the links that `owner`, which stands, lacks, each as a suggestion of its own."""
        votes: dict[Link, _Votes] = {}
        for each in readings:
            for reviewer, annotation in each.made.items():
                for link, key in self._resolved(reviewer, annotation).items():
                    if link.target != owner.id:
                        votes.setdefault(link, _Votes(link, key)).made[reviewer] = None
        present = set(owner.links)
        for each in votes.values():
            if each.link in present:
                continue
            role, target = each.link
            roles = {other.link.role: other.made for other in votes.values()
                     if other.link.target == target and other.link.role != role}  # fmt: skip
            others = {
                reviewer: ", ".join(name for name, made in roles.items() if reviewer in made)
                for reviewer in self._readings.reviewers
                if reviewer not in each.made
            }
            both = (name for name, made in roles.items() if not made.keys().isdisjoint(each.made))
            yield Suggestion(
                replace(owner, links=(each.link,), origin=REVIEWERS),
                len(each.made) / len(self._readings.reviewers),
                _reason(each.made, others),
                owner.id,
                together=frozenset(both),
                key=each.key if owner.fragments else f"{owner.id} {each.key}",
            )


def _reason(made: Collection[str], others: Mapping[str, str]) -> Message:
    """Return who made it, who has something else there, and who has nothing."""
    names = ", ".join(made)
    otherwise = "; ".join(f"{name}: {said}" for name, said in others.items() if said)
    nothing = ", ".join(name for name, said in others.items() if not said)
    if otherwise and nothing:
        return message("{0}; {1}; not {2}.", names, otherwise, nothing)
    if otherwise:
        return message("{0}; {1}.", names, otherwise)
    if nothing:
        return message("{0}; not {1}.", names, nothing)
    return message("All who read it: {0}.", names)


def _distance(one: Annotation, other: Annotation) -> tuple[int, int]:
    return abs(one.start - other.start) + abs(one.end - other.end), other.rank


def _order(each: Suggestion) -> tuple[int, float, int]:
    """Return what they are put in order by; equal ones stay in the order of the layers."""
    return (each.annotation.start, -each.confidence, -each.annotation.end)
