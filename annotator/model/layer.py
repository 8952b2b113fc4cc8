"""All annotations of one reviewer on one article, and the rules they keep."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Status
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.lazy import lazy
from annotator.model.message import AnnotatorError
from annotator.pausing import pause

_BUCKET = 256
"""Code points a bucket of the position index spans: some five mentions where text is dense."""


class LayerError(AnnotatorError):
    """An annotation or a change that would break the layer's rules; nothing was changed."""


class Layer:
    """The annotations of `reviewer` on `article`, indexed by id, by position and by target.

    Changed by `apply` alone, which does all of an edit or nothing. Iterating gives the annotations
    in the layer's order (`Annotation.rank`).
    """

    def __init__(
        self,
        article: Article,
        reviewer: str,
        annotations: Iterable[Annotation] = (),
        status: Status = Status.NEW,
        curated: bool = False,
    ) -> None:
        self.article = article
        self.reviewer = reviewer
        self.status = status
        self.curated = curated
        self._by_id: dict[str, Annotation] = {}
        self._next_rank = 0
        self._order = attrgetter("rank")
        self._known_index: _Index | None = None
        end = len(article.text)
        by_id = self._by_id
        for annotation in annotations:
            id, rank = annotation.id, annotation.rank
            if id in by_id:
                raise LayerError("Two annotations have the id {0}.", id)
            check_annotation(annotation, end)
            by_id[id] = annotation
            if rank >= self._next_rank:
                self._next_rank = rank + 1
        for annotation in by_id.values():
            if annotation.links:
                self._check_targets(annotation)

    def copy(self) -> "Layer":
        """Return a layer that is equal to this one, and does not change with it."""
        copied = Layer(self.article, self.reviewer, (), self.status, self.curated)
        copied._by_id = self._by_id.copy()
        copied._next_rank, copied._order = self._next_rank, self._order
        return copied

    @property
    def _index(self) -> "_Index":
        """The indexes: made when first asked for, as a layer that is only written needs none."""
        if self._known_index is None:
            self._known_index = _Index(self._by_id)
        return self._known_index

    def __iter__(self) -> Iterator[Annotation]:
        return iter(sorted(self._by_id.values(), key=self._order))

    def __len__(self) -> int:
        return len(self._by_id)

    def __bool__(self) -> bool:
        """A layer without annotations is a layer all the same."""
        return True

    def __contains__(self, id: str) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Annotation:
        """Return the annotation called `id`; raises LayerError where there is none."""
        if found := self._by_id.get(id):
            return found
        raise LayerError("{0} is no longer there: it was removed since.", id)

    def get(self, id: str) -> Annotation | None:
        """Return the annotation called `id`, or None."""
        return self._by_id.get(id)

    def of_kind(self, kind: Kind) -> list[Annotation]:
        """Return the annotations of `kind` in the layer's order."""
        found = map(self._by_id.__getitem__, self._index.kinds[kind])
        return sorted(found, key=lambda each: each.rank)

    def count(self, kind: Kind) -> int:
        """Return how many annotations are of `kind`."""
        return len(self._index.kinds[kind])

    def overlapping(self, start: int, end: int) -> list[Annotation]:
        """Return the annotations with a character in `[start, end)`, by position.

        Costs what lies near the stretch, not what the layer holds. Annotations whose fragments pass
        around the stretch are not among them.
        """
        stretch = Fragment(start, end)
        ids: set[str] = set()
        for bucket in range(start // _BUCKET, (max(start, end - 1)) // _BUCKET + 1):
            ids |= self._index.buckets.get(bucket, set())
        found = [
            each
            for each in map(self._by_id.__getitem__, ids)
            if any(fragment.overlaps(stretch) for fragment in each.fragments)
        ]
        return sorted(found, key=position)

    def at(self, offset: int) -> list[Annotation]:
        """Return the annotations that cover the character at `offset`, the shortest first."""
        return sorted(self.overlapping(offset, offset + 1), key=lambda a: (a.end - a.start, a.rank))

    def linking_to(self, id: str) -> list[Annotation]:
        """Return the annotations that have a link to `id`, in the layer's order."""
        sources = (self._by_id[source] for source in self._index.sources.get(id, ()))
        return sorted(sources, key=lambda each: each.rank)

    def new_id(self, kind: Kind, after: int = 0) -> str:
        """Return an id for a new annotation of `kind`: one above the highest used, plus `after`."""
        return f"{kind.id_prefix}{self._index.next_number.get(kind, 1) + after}"

    @property
    def next_rank(self) -> int:
        """The rank that puts an annotation behind all others."""
        return self._next_rank

    def address(self, id: str) -> Address:
        """Return the address of the annotation called `id` in this layer."""
        return Address(Subject.ANNOTATION, self.article.id, self.reviewer, id)

    def applies_to(self, change: Change) -> bool:
        """Return whether `change` is one of this layer."""
        address = change.address
        return (
            address.subject in (Subject.ANNOTATION, Subject.STATUS, Subject.CURATED)
            and address.article == self.article.id
            and address.reviewer == self.reviewer
        )

    def apply(self, edit: Edit) -> None:
        """Make the changes of `edit` that are this layer's, all or none.

        Raises LayerError where the present is not what a change expects before it, or where the
        outcome would break a rule: fragments inside the text, sorted, not empty, not overlapping;
        targets of links present.
        """
        done: list[Change] = []
        try:
            for change in edit.changes:
                if self.applies_to(change):
                    self._make(change)
                    done.append(change)
            for change in done:
                self._check_outcome(change)
        except LayerError:
            for change in reversed(done):
                self._make(change.inverse())
            raise

    def _make(self, change: Change) -> None:
        match change.address.subject:
            case Subject.STATUS:
                after = Status(str(change.after)) if change.after else Status.NEW
                _expect(self.status == (change.before or Status.NEW))
                self.status = after
            case Subject.CURATED:
                _expect(self.curated == bool(change.before))
                self.curated = bool(change.after)
            case _:
                self._replace(change)

    def _replace(self, change: Change) -> None:
        before, after = change.before, change.after
        _expect(self._by_id.get(change.address.key) == before)
        if isinstance(after, Annotation):
            check_annotation(after, len(self.article.text))
        if isinstance(before, Annotation):
            self._take(before.id)
        elif isinstance(after, Annotation) and after.rank < self._next_rank:
            # It comes back, maybe beside one that was given its rank since: a file orders them so.
            self._order = attrgetter("rank", "id")
        if isinstance(after, Annotation):
            self._put(after)

    def _check_outcome(self, change: Change) -> None:
        if change.address.subject is not Subject.ANNOTATION:
            return
        id = change.address.key
        if id in self._by_id:
            self._check_targets(self._by_id[id])
        elif self._index.sources.get(id):
            raise LayerError("Other annotations still link to {0}.", id)

    def _check_targets(self, annotation: Annotation) -> None:
        for target in annotation.targets():
            if target not in self._by_id:
                raise LayerError("{0} links to {1}, which does not exist.", annotation.id, target)
            if target == annotation.id:
                raise LayerError("{0} links to itself.", annotation.id)

    def _put(self, annotation: Annotation) -> None:
        self._by_id[annotation.id] = annotation
        self._next_rank = max(self._next_rank, annotation.rank + 1)
        self._index.put(annotation)

    def _take(self, id: str) -> None:
        self._index.take(self._by_id.pop(id))


class _Index:
    """Where the annotations of a layer are found; each way is made when it is first asked for."""

    def __init__(self, by_id: Mapping[str, Annotation]) -> None:
        self._by_id = by_id

    @lazy
    def kinds(self) -> dict[Kind, dict[str, None]]:
        """The ids of each kind."""
        kinds: dict[Kind, dict[str, None]] = {kind: {} for kind in Kind}
        for id, annotation in self._by_id.items():
            kinds[annotation.kind][id] = None
        return kinds

    @lazy
    def buckets(self) -> dict[int, set[str]]:
        """The ids by the stretches of `_BUCKET` code points that they have a character in."""
        buckets: dict[int, set[str]] = {}
        for id, annotation in self._by_id.items():
            pause()
            for bucket in _buckets(annotation):
                buckets.setdefault(bucket, set()).add(id)
        return buckets

    @lazy
    def sources(self) -> dict[str, set[str]]:
        """The ids of those that link to an annotation, by its id."""
        sources: dict[str, set[str]] = {}
        for id, annotation in self._by_id.items():
            for link in annotation.links:
                sources.setdefault(link.target, set()).add(id)
        return sources

    @lazy
    def next_number(self) -> dict[Kind, int]:
        """The number that an id of each kind may have next, where one of the kind has a number."""
        found: dict[Kind, int] = {}
        for annotation in self._by_id.values():
            _count_number(found, annotation)
        return found

    def put(self, annotation: Annotation) -> None:
        """Let `annotation` be found."""
        id, made = annotation.id, vars(self)
        if "kinds" in made:
            self.kinds[annotation.kind][id] = None
        if "buckets" in made:
            for bucket in _buckets(annotation):
                self.buckets.setdefault(bucket, set()).add(id)
        if "sources" in made:
            for target in annotation.targets():
                self.sources.setdefault(target, set()).add(id)
        if "next_number" in made:
            _count_number(self.next_number, annotation)

    def take(self, annotation: Annotation) -> None:
        """Let `annotation` be found no more; its number is not used again."""
        id, made = annotation.id, vars(self)
        if "kinds" in made:
            del self.kinds[annotation.kind][id]
        if "buckets" in made:
            for bucket in _buckets(annotation):
                self.buckets[bucket].discard(id)
        if "sources" in made:
            for target in annotation.targets():
                self.sources[target].discard(id)
        _count_number(self.next_number, annotation)


def _count_number(next_number: dict[Kind, int], annotation: Annotation) -> None:
    kind = annotation.kind
    digits = annotation.id.removeprefix(kind.id_prefix)
    if digits.isascii() and digits.isdigit() and len(digits) < 16:
        next_number[kind] = max(next_number.get(kind, 1), int(digits) + 1)


def check_annotation(annotation: Annotation, end_of_text: int) -> None:
    """Raise LayerError where `annotation` breaks a rule by itself.

    Its fragments lie inside the text, `end_of_text` code points long, are sorted, not empty
    and do not overlap each other; an entity has one.
    """
    if len(annotation.fragments) == 1:
        start, end = annotation.fragments[0]
        if 0 <= start < end <= end_of_text:
            return
    if annotation.fragments and (annotation.start < 0 or annotation.end > end_of_text):
        raise LayerError(
            "The fragment {0}–{1} of {2} lies outside the text, which has {3} characters.",
            annotation.start, annotation.end, annotation.id, end_of_text,
        )  # fmt: skip
    previous = annotation.start
    for start, end in annotation.fragments:
        if start >= end:
            raise LayerError(
                "The fragment {0}–{1} of {2} is empty or reversed.", start, end, annotation.id
            )
        if start < previous:
            raise LayerError(
                "The fragments of {0} are not sorted, or overlap each other.", annotation.id
            )
        previous = end
    if annotation.kind is Kind.ENTITY and not annotation.fragments:
        raise LayerError("The entity {0} has no fragment.", annotation.id)


def _expect(holds: bool) -> None:
    if not holds:
        raise LayerError("The annotation is no longer as it was: it was changed since.")


def position(annotation: Annotation) -> tuple[int, int, int]:
    """Return a sort key: by where it begins, longer ones first, then by rank."""
    return (annotation.start, -annotation.end, annotation.rank)


def _buckets(annotation: Annotation) -> Iterable[int]:
    if len(annotation.fragments) == 1:
        start, end = annotation.fragments[0]
        return range(start // _BUCKET, (end - 1) // _BUCKET + 1)
    return {
        bucket
        for start, end in annotation.fragments
        for bucket in range(start // _BUCKET, (end - 1) // _BUCKET + 1)
    }
