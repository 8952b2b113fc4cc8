"""What the whole project is asked: where labels are used, what a query finds, how much there is.

What takes many modules is imported when it is asked: a start need not wait for it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from annotator.model.annotation import Kind
from annotator.model.layer import Layer
from annotator.model.tagset_edits import Preview
from annotator.store import articles, journal, layers, tagsets, usage
from annotator.store.connection import Store
from annotator.store.database import Step, unheard
from annotator.store.statistics import Statistics, statistics
from annotator.store.usage import Labels, Usage

if TYPE_CHECKING:
    from annotator.measure.agreement.figures import Agreement, Compared
    from annotator.measure.figures import Figures, Scope
    from annotator.search.hits import Hit
    from annotator.search.query import Condition
    from annotator.store.check import Finding

Progress: TypeAlias = Callable[[int, int, str], None]
"""Hears how much is done, of how much in all (0: not known), and what."""


class Questions:
    """Asks a project; nothing here changes it."""

    _store: Store

    def versioned_layer(self, article_id: str, reviewer: str) -> tuple[int, Layer]:
        """Return a reviewer's layer on an article, with its version, read together."""
        with self._store.snapshot() as db:
            version = journal.last_touch(db, article_id, reviewer)
            return version, layers.layer_on(db, article_id, reviewer)

    def layer_version(self, article_id: str, reviewer: str) -> int:
        """Return a number that is another one after the layer, or the article, was changed."""
        with self._store.reading() as db:
            return journal.last_touch(db, article_id, reviewer)

    def other_layers(self, article_id: str, reviewer: str) -> tuple[int, list[Layer]]:
        """Return the layers of all but `reviewer` on an article, with their version."""
        with self._store.snapshot() as db:
            version = journal.last_touch_of_others(db, article_id, reviewer)
            number, article = articles.find_article(db, article_id)
            found = layers.read_layers(db, number, article)
            return version, [each for each in found if each.reviewer != reviewer]

    def others_version(self, article_id: str, reviewer: str) -> int:
        """Return a number that is another one after one of `other_layers` was changed."""
        with self._store.reading() as db:
            return journal.last_touch_of_others(db, article_id, reviewer)

    def labels_in_use(self) -> dict[tuple[Kind, str], Usage]:
        """Return how often each label is used on the listed articles, the most used first."""
        with self._store.reading() as db:
            return usage.labels_in_use(db)

    def labelled(self, kind: Kind, label: str) -> Preview:
        """Return what an edit of all annotations with a label would touch."""
        with self._store.reading() as db:
            return usage.labelled(db, kind, label)

    def affected_layers(self, labels: Labels, step: Step = unheard) -> Iterator[Layer]:
        """Yield the layers in which one of `labels` is used, of removed articles too.

        `step` hears of how many were read, of how many, and may raise to end it.
        """
        with self._store.reading() as db:
            yield from usage.affected_layers(db, labels, step)

    def affects_many(self, labels: Labels, many: int) -> bool:
        """Return whether `affected_layers` reads some `many` annotations or more; costs little."""
        with self._store.reading() as db:
            return usage.affects_many(db, labels, many)

    def search(
        self, condition: "Condition", progress: Progress, cancelled: Callable[[], bool]
    ) -> "Iterator[Hit]":
        """Yield what `condition` finds on the listed articles, in the order they were added.

        On any thread; the project stands still for it. `progress` gets the number of the article
        that was looked through, and the highest there is. Raises FindError where a regular
        expression takes too long.
        """
        from annotator.search.hits import hits_in
        from annotator.search.needs import needs
        from annotator.search.query import needs_layers
        from annotator.store.searching import candidates

        with closing(self._store.another(read_only=True)) as store, store.snapshot() as db:
            found = candidates(db, needs(condition), with_layers=needs_layers(condition))
            for number, last, article, on_it in found:
                yield from hits_in(condition, article, on_it)
                progress(number, last, article.title)
                if cancelled():
                    return

    def statistics(
        self, scope: "Scope", progress: Progress, cancelled: Callable[[], bool]
    ) -> "tuple[Statistics, Figures]":
        """Return counts of all, and figures of `scope`; on any thread. Raises when `cancelled`."""
        from annotator.measure.statistics import measure
        from annotator.store import measured

        with closing(self._store.another(read_only=True)) as store, store.snapshot() as db:
            total = measured.count_measured(db)
            articles, steps = measured.read_measured(db), measured.read_steps(db)
            tagset = tagsets.read_tagset(db)
            figures = measure(articles, steps, tagset, scope, total, progress, cancelled)
            return statistics(db), figures

    def agreement(
        self, scope: "Compared", progress: Progress, cancelled: Callable[[], bool]
    ) -> "Agreement":
        """Return how far reviewers agree; on any thread. Raises AnnotatorError when `cancelled`.

        One article is held at a time.
        """
        from annotator.measure.agreement.count import measure_agreement
        from annotator.measure.agreement.figures import ReadTwice
        from annotator.store.compared import ComparedLayers

        with closing(self._store.another(read_only=True)) as store, store.snapshot() as db:
            layers = ComparedLayers(db, scope.reviewers, scope.statuses)
            reviewers, compared, alone = layers.readings()
            articles = (ReadTwice(*each) for each in layers.read())
            tagset = tagsets.read_tagset(db)
            return measure_agreement(
                articles, reviewers, alone, tagset, scope, compared, progress, cancelled
            )

    def check(self) -> "list[Finding]":
        """Return what is wrong with the file: nothing, if all is well. Reads all of it."""
        from annotator.store.check import check

        with self._store.snapshot() as db:
            return check(db)
