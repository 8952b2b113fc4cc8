"""What has a form of its own: dates, amounts, documents, titles, found by rules."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import Tagset
from annotator.suggest.pattern_rules import Rule, shipped_rules
from annotator.suggest.settings import PATTERNS
from annotator.suggest.suggestion import Suggestion, id_of

_SECONDS = 0.2
"""What one rule may take for one text: one that needs more is passed by there."""


class Patterns:
    """The suggester that knows rules: those that ship, and a project's own, which go first.

    A rule proposes the first of its labels that the tagset has; none: nothing. Without a tagset it
    proposes the first. Of matches of several rules that meet, the longest stays.
    """

    name = PATTERNS

    def __init__(self, tagset: Tagset | None = None, rules: Sequence[Rule] = ()) -> None:
        self._rules = list(_labelled((*rules, *shipped_rules()), tagset))
        self.slow: set[str] = set()
        """The names of rules that took too long for a text, and found nothing there."""

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:
        """Return what the rules find."""
        return self.found_in(article.text)

    def found_in(self, text: str) -> list[Suggestion]:
        """Return what the rules find in `text`: for trying out, too."""
        found: list[tuple[Fragment, Rule, str]] = []
        for rule, label in self._rules:
            found += ((fragment, rule, label) for fragment in self._matches(rule, text))
        found.sort(key=lambda each: (each[0].start, -each[0].end))
        suggestions: list[Suggestion] = []
        for fragment, rule, label in found:
            if not suggestions or fragment.start >= suggestions[-1].annotation.end:
                suggestions.append(_suggestion(fragment, rule, label))
        return suggestions

    def learn(self, article: Article, edit: Edit) -> None:
        """Do nothing: rules are written."""

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Do nothing: rules are written."""

    def _matches(self, rule: Rule, text: str) -> Iterator[Fragment]:
        try:
            for match in rule.pattern.finditer(text, timeout=_SECONDS):
                start, end = match.span("it" if "it" in rule.pattern.groupindex else 0)
                if start < end:
                    yield Fragment(start, end)
        except TimeoutError:
            self.slow.add(rule.name)


def _labelled(rules: Iterable[Rule], tagset: Tagset | None) -> Iterator[tuple[Rule, str]]:
    known = {each.label.casefold(): each.label for each in tagset.labels(Kind.ENTITY)} if tagset else None
    for rule in rules:
        if known is None:
            yield rule, rule.labels[0]
        else:
            label = next((known[each.casefold()] for each in rule.labels if each.casefold() in known), "")
            if label:
                yield rule, label


def _suggestion(fragment: Fragment, rule: Rule, label: str) -> Suggestion:
    fragments = (fragment,)
    annotation = Annotation(
        id_of(Kind.ENTITY, label, fragments), Kind.ENTITY, label, fragments, origin=PATTERNS
    )
    return Suggestion(annotation, rule.confidence, message("It has the form of: {0}.", rule.name))


def tried(rule: Rule, text: str) -> list[str]:
    """Return what `rule` alone finds in `text`; raises TimeoutError where it takes too long."""
    group = "it" if "it" in rule.pattern.groupindex else 0
    found: Iterator[regex.Match[str]] = rule.pattern.finditer(text, timeout=_SECONDS)
    return [match.group(group) for match in found]
