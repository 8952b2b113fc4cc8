"""What has a form of its own: dates, amounts, documents, titles, found by rules."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from time import monotonic
from typing import Any, TypeAlias

import regex

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Json
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.lazy import lazy
from annotator.model.message import Message
from annotator.model.tagset import Tagset
from annotator.pausing import pause
from annotator.suggest.pattern_rules import Rule, shipped_rules
from annotator.suggest.settings import PATTERNS, SettingsError
from annotator.suggest.suggestion import Suggestion, id_of

_SECONDS = 0.2
"""What one rule may take for one line: one that needs more finds nothing from there on."""

_KEPT_TEXTS = 4
_Found: TypeAlias = tuple[Fragment, Rule, str]
_LINE = regex.compile(r"[^\r\n]+")


class Patterns:
    """The suggester that knows rules: those that ship, and a project's own, which go first.

    A rule proposes the first of its labels that the tagset has; none: nothing. Without a tagset it
    proposes the first. Of matches of several rules that meet, the longest stays.
    """

    name = PATTERNS

    def __init__(self, tagset: Tagset | None = None, rules: Sequence[Rule] = ()) -> None:
        self._own_rules = rules
        self._tagset = tagset
        self._decided: dict[str, tuple[int, int]] = {}
        self._texts: OrderedDict[str, list[_Found]] = OrderedDict()
        self.slow: set[str] = set()
        """The names of rules that took too long for a text, and found nothing there."""

    @lazy
    def _rules(self) -> list[tuple[Rule, str]]:
        """The rules with their labels: those that ship take long to compile, so when first used."""
        return list(_labelled((*self._own_rules, *shipped_rules()), self._tagset))

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:  # noqa: ARG002
        """Return what the rules find; a text that was searched before is not searched again."""
        return [_suggestion(*each, self._confidence(each[1])) for each in self._known(article.text)]

    def found_in(self, text: str) -> list[Suggestion]:
        """Return what the rules find in `text`: for trying out, too."""
        return [_suggestion(*each, each[1].confidence) for each in self._search(text)]

    def _known(self, text: str) -> list[_Found]:
        if text not in self._texts:
            self._texts[text] = self._search(text)
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.popitem(last=False)
        return self._texts[text]

    def _confidence(self, rule: Rule) -> float:
        """Return how often `rule` was right, its own confidence counted as if four were decided."""
        right, wrong = self._decided.get(rule.name, (0, 0))
        return (4 * rule.confidence + right) / (4 + right + wrong)

    def _search(self, text: str) -> list[_Found]:
        found: list[tuple[Fragment, Rule, str]] = []
        for rule, label in self._rules:
            found += ((fragment, rule, label) for fragment in self._matches(rule, text))
        found.sort(key=lambda each: (each[0].start, -each[0].end))
        kept: list[_Found] = []
        for each in found:
            if not kept or each[0].start >= kept[-1][0].end:
                kept.append(each)
        return kept

    def learn(self, article: Article, edit: Edit) -> None:
        """Count the rules that found what the edit adds as right once more."""
        for change in edit.changes:
            pause()
            for value, times in ((change.before, -1), (change.after, 1)):
                if isinstance(value, Annotation) and value.kind is Kind.ENTITY:
                    self._count(article, value, right=times)

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Count the rules that found what is refused as wrong once more."""
        if suggestion.annotation.kind is Kind.ENTITY:
            self._count(article, suggestion.annotation, wrong=times)

    def to_json(self) -> dict[str, Json]:
        """Return how often each rule was right and wrong."""
        return {name: list(counts) for name, counts in self._decided.items()}

    def load_json(self, data: Mapping[str, Any]) -> None:
        """Take in what `to_json` gave; raises SettingsError where it is something else."""
        try:
            self._decided = {
                name: (int(right), int(wrong)) for name, (right, wrong) in data.items()
            }
        except (AttributeError, TypeError, ValueError) as error:
            raise SettingsError("The stored counts of rules can't be read: {0}.", error) from error

    def _count(
        self, article: Article, annotation: Annotation, right: int = 0, wrong: int = 0
    ) -> None:
        found = self._known(article.text)
        first = bisect_left(found, annotation.start, key=lambda each: each[0].start)
        for fragment, rule, label in found[first : first + 1]:  # they do not overlap
            if annotation.fragments == (fragment,) and annotation.label == label:
                counts = self._decided.get(rule.name, (0, 0))
                self._decided[rule.name] = max(0, counts[0] + right), max(0, counts[1] + wrong)

    def _matches(self, rule: Rule, text: str) -> Iterator[Fragment]:
        try:
            yield from _matches(rule, text)
        except TimeoutError:
            self.slow.add(rule.name)


def _matches(rule: Rule, text: str, most: float = inf) -> Iterator[Fragment]:
    """Yield what `rule` finds, line by line.

    Raises TimeoutError where a line takes too long, or all of them more than `most` seconds.
    """
    end = monotonic() + most
    for line in _LINE.finditer(text):
        pause()
        left = min(_SECONDS, max(0.0, end - monotonic()))
        for match in rule.pattern.finditer(text, *line.span(), timeout=left):
            fragment = Fragment(*match.span(rule.group))
            if fragment.start < fragment.end:
                yield fragment


def _labelled(rules: Iterable[Rule], tagset: Tagset | None) -> Iterator[tuple[Rule, str]]:
    known = (
        {each.label.casefold(): each.label for each in tagset.labels(Kind.ENTITY)}
        if tagset
        else None
    )
    for rule in rules:
        if known is None:
            yield rule, rule.labels[0]
        else:
            label = next(
                (known[each.casefold()] for each in rule.labels if each.casefold() in known), ""
            )
            if label:
                yield rule, label


def _suggestion(fragment: Fragment, rule: Rule, label: str, confidence: float) -> Suggestion:
    fragments = (fragment,)
    annotation = Annotation(
        id_of(Kind.ENTITY, label, fragments), Kind.ENTITY, label, fragments, origin=PATTERNS
    )
    return Suggestion(
        annotation, confidence, Message("It has the form of: {0}.", (Message(rule.name),))
    )


def tried(rule: Rule, text: str) -> list[str]:
    """Return what `rule` alone finds in `text`; raises TimeoutError where it takes too long."""
    return [text[start:end] for start, end in _matches(rule, text, _SECONDS)]


def label_in(tagset: Tagset, rule: Rule) -> str:
    """Return the label that `rule` proposes in a project with `tagset`; empty: it proposes none."""
    return next((label for _, label in _labelled([rule], tagset)), "")
