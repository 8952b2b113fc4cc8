"""The suggesters of a project, and what they propose together."""

from collections.abc import Iterable, Mapping

from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.tagset import Tagset
from annotator.suggest.merging import fitting, merged, remaining
from annotator.suggest.settings import Settings
from annotator.suggest.suggestion import Judge, Place, Suggester, Suggestion


class Engine:
    """Asks each suggester that is on, and hands on to each what a person did.

    What was refused is kept by article and place, and never proposed there again until the refusal
    is taken back: `refused` is to be stored by whoever opens the project. With a `tagset` nothing
    is proposed that it has no label for.
    """

    def __init__(
        self,
        suggesters: Iterable[Suggester],
        settings: Settings | None = None,
        tagset: Tagset | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self._tagset = tagset
        self.refused: dict[str, set[Place]] = {}
        self.stopped = False
        """Set by whoever no longer waits for an answer, on any thread: it is empty then."""
        self._suggesters = {each.name: each for each in suggesters}

    @property
    def suggesters(self) -> Mapping[str, Suggester]:
        """The suggesters by name, in the order of precedence."""
        names = sorted(self._suggesters, key=lambda name: (self.settings.precedence(name), name))
        return {name: self._suggesters[name] for name in names}

    def register(self, suggester: Suggester) -> None:
        """Let `suggester` propose too, in the place of one of the same name."""
        self._suggesters[suggester.name] = suggester

    def suggest(self, article: Article, layer: Layer, only: Iterable[str] = ()) -> list[Suggestion]:
        """Return what is proposed for `layer`, by position; `only`: by the suggesters named so.

        A suggester that fails raises what it raises: those that may (outside ones) are asked off
        the window's thread, and by themselves.
        """
        wanted = set(only)
        proposed: list[Suggestion] = []
        for name, suggester in self.suggesters.items():
            if self.settings.is_on(name) and (not wanted or name in wanted):
                proposed += suggester.suggest(article, layer)
            if self.stopped:
                return []
        return self.merge(article, layer, self._judged(article, layer, proposed))

    def _judged(
        self, article: Article, layer: Layer, proposed: list[Suggestion]
    ) -> list[Suggestion]:
        """Return `proposed`, each with the confidence that a suggester with experience gives it."""
        for name, suggester in self.suggesters.items():
            if isinstance(suggester, Judge) and self.settings.is_on(name):
                others = [each for each in proposed if each.annotation.origin != name]
                own = [each for each in proposed if each.annotation.origin == name]
                proposed = [*suggester.judge(article, layer, others), *own]
        return proposed

    def merge(
        self, article: Article, layer: Layer, proposed: Iterable[Suggestion]
    ) -> list[Suggestion]:
        """Return what of `proposed`, by whatever suggesters, is to be shown, by position."""
        refused = frozenset(self.refused.get(article.id, ()))
        if self._tagset is not None:
            proposed = fitting(proposed, self._tagset)
        return merged(layer, proposed, self.settings, refused)

    def compare(self, article: Article, layer: Layer, reviewers: Suggester) -> list[Suggestion]:
        """Return what `reviewers` alone propose for `layer`, but for what was refused.

        Nothing else is left out: of readings that collide the person chooses.
        """
        found = reviewers.suggest(article, layer)
        return remaining(layer, found, found, frozenset(self.refused.get(article.id, ())))

    def learn(self, article: Article, edit: Edit) -> None:
        """Tell each suggester of an edit of a layer on `article`; undoing is an edit too."""
        for suggester in self._suggesters.values():
            suggester.learn(article, edit)

    def refuse(self, article: Article, suggestion: Suggestion) -> None:
        """Take note that `suggestion` is wrong there."""
        places = self.refused.setdefault(article.id, set())
        if suggestion.place not in places:
            places.add(suggestion.place)
            for suggester in self._suggesters.values():
                suggester.refuse(article, suggestion)

    def take_back_refusal(self, article: Article, suggestion: Suggestion) -> None:
        """Take note that `suggestion` was refused by mistake."""
        places = self.refused.setdefault(article.id, set())
        if suggestion.place in places:
            places.remove(suggestion.place)
            for suggester in self._suggesters.values():
                suggester.refuse(article, suggestion, -1)
