"""All figures about a project, made in one pass over its articles and one over its journal."""

from collections import Counter
from collections.abc import Callable, Iterable

from annotator.language.counting import count_syllables
from annotator.language.segmentation import sentence_ends
from annotator.measure.figures import Figures, ReadArticle, Scope, per_thousand
from annotator.measure.labels import Labels, Reviewers
from annotator.measure.lengths import lengths
from annotator.measure.progress import Progress, Step
from annotator.measure.roles import Roles
from annotator.measure.together import Together
from annotator.model.annotation import Annotation, Kind
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset


class Count:
    """Takes a project in, an article at a time, and then its journal, an edit at a time."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._syllables = 0
        self._labels = Labels()
        self._reviewers = Reviewers()
        self._together = Together()
        self._roles = Roles()
        self._progress = Progress(scope)
        self._of_mentions: Counter[int] = Counter()
        self._of_articles: Counter[int] = Counter()
        self.add_step = self._progress.add

    def add_article(self, article: ReadArticle) -> None:
        """Count an article with its layers."""
        text, layers = article
        syllables = count_syllables(text)
        self._syllables += syllables
        self._of_articles[syllables] += 1
        ends = sentence_ends(text) if any(annotations for *_, annotations in layers) else []
        for reviewer, status, annotations in layers:
            if self._scope.has_reviewer(reviewer):
                counted = [each for each in annotations if self._scope.has_label(each.label)]
                self._labels.add(text, reviewer, counted)
                self._reviewers.add(syllables, reviewer, status, counted)
                self._roles.add(counted)
                self._of_mentions.update(_lengths_of_mentions(text, counted))
                self._together.add(ends, annotations)
        self._labels.end_article()

    def figures(self, tagset: Tagset) -> Figures:
        """Return what came of it; `tagset` says which roles there are to fill."""
        read, mentions = self._reviewers.syllables, self._reviewers.mentions
        return Figures(
            syllables=self._syllables,
            mentions=mentions,
            mentions_per_1000_syllables=per_thousand(mentions, read),
            labels=self._labels.figures(read),
            reviewers=self._reviewers.figures(),
            mention_lengths=lengths(self._of_mentions),
            article_lengths=lengths(self._of_articles),
            co_occurrence=self._together.figures(self._scope.labels),
            events=self._roles.figures(tagset),
            progress=self._progress.figures(),
        )


def measure(
    articles: Iterable[ReadArticle],
    steps: Iterable[Step],
    tagset: Tagset,
    scope: Scope,
    total: int,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Figures:
    """Return the figures about a project; raises AnnotatorError if it was cancelled.

    `total` is how many articles and steps come in all; `progress` hears how many of them are done.
    """
    count = Count(scope)
    done = 0

    def go_on() -> None:
        nonlocal done
        if cancelled():
            raise AnnotatorError("The counting was cancelled.")
        done += 1
        progress(done, total, "")

    for article in articles:
        count.add_article(article)
        go_on()
    for step in steps:
        count.add_step(step)
        go_on()
    return count.figures(tagset)


def _lengths_of_mentions(text: str, annotations: Iterable[Annotation]) -> Iterable[int]:
    return (count_syllables(each.text_in(text)) for each in annotations if each.kind is Kind.ENTITY)
