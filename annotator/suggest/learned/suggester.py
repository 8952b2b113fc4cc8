"""The suggester that has learned: it also judges what others propose."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.suggest.costs import BY_HAND, LABELLED
from annotator.suggest.learned.candidates import Candidate, gap
from annotator.suggest.learned.known import Progress
from annotator.suggest.learned.model import Model
from annotator.suggest.learned.reading import Reading, Span, reading_of, spans_of
from annotator.suggest.learned.several import several
from annotator.suggest.learned.span_model import Found
from annotator.suggest.settings import LEARNED
from annotator.suggest.suggestion import Suggestion, id_of

_KEPT = 8
_LONGEST = 100_000
"""Characters of an article: in a longer one to look at everything takes minutes, not seconds."""
_MOST_SELECTED = 80
"""Units of a selection that may be made of several mentions."""
_LIKELY = 0.4
"""From which probability on a trigger that nobody accepted yet counts as one for the rest."""


_Asked: TypeAlias = tuple[int, str, Kind, tuple[Span, ...]]
"""What was looked through for what: model, text, kind, triggers."""


class Learned:
    """Proposes triggers, mentions and arguments by what `model` learned.

    Mentions are sought given the triggers that stand in the layer, or the likely ones where none
    stands there yet; arguments given triggers and mentions that stand there or are likely. In an
    article longer than a hundred thousand characters nothing is proposed or judged.
    """

    name = LEARNED

    def __init__(self, model: Model | None = None) -> None:
        self.model = model or Model()
        self._found: OrderedDict[_Asked, Found] = OrderedDict()
        self._judged_last: dict[Kind, tuple[tuple[_Asked, tuple[Span, ...]], list[Candidate]]] = {}

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:
        """Return what is likely, the least likely too: who shows it says what pays."""
        if not self.model.spans or len(article.text) > _LONGEST:
            return []
        reading = reading_of(article.text)
        stand = _standing(reading, layer)
        return [*self._spans(article, reading, stand), *self._arguments(reading, layer, stand)]

    def judge(
        self, article: Article, layer: Layer, proposed: Sequence[Suggestion]
    ) -> list[Suggestion]:
        """Return what others proposed, with the confidence that experience gives it.

        What has a label that was never given keeps its own.
        """
        if len(article.text) > _LONGEST:
            return list(proposed)
        reading = reading_of(article.text)
        asked = {
            kind: spans_of(reading, (each.annotation for each in proposed if not each.event), kind)
            for kind in self.model.spans
        }
        if not any(asked.values()):
            return list(proposed)
        mine = {
            each.id: each
            for each in self._spans(article, reading, _standing(reading, layer), asked)
        }
        judged: list[Suggestion] = []
        for each in proposed:
            own = mine.get(each.id)
            judged.append(
                replace(each, confidence=own.confidence, harmless=own.harmless, by_hand=own.by_hand)
                if own
                else each
            )
        return judged

    def labels(
        self, article: Article, layer: Layer, fragment: Fragment, kind: Kind
    ) -> list[tuple[str, float]]:
        """Return the likeliest labels of `kind` for what a person selected, likeliest first."""
        reading = reading_of(article.text)
        units = reading.tokens.units(fragment)
        model = self.model.spans.get(kind)
        if not units or not model:
            return []
        triggers = spans_of(reading, layer, Kind.EVENT) if kind is Kind.ENTITY else ()
        above = Progress(reading, spans_of(reading, layer, kind)).above(units[0])
        return model.labels(reading, Span(*units, ""), triggers, above)

    def kinds(self, article: Article, fragment: Fragment) -> dict[Kind, float]:
        """Return how probable each kind is for what a person selected, of those known."""
        reading = reading_of(article.text)
        units = reading.tokens.units(fragment)
        return self.model.kind_chances(reading, Span(*units, "")) if units else {}

    def several(
        self, article: Article, layer: Layer, fragment: Fragment
    ) -> list[tuple[str, Fragment]]:
        """Return mentions that what a person selected is made of; none where it is one."""
        reading = reading_of(article.text)
        units = reading.tokens.units(fragment)
        model = self.model.spans.get(Kind.ENTITY)
        if not model or not units or not 2 <= units[1] - units[0] <= _MOST_SELECTED:
            return []
        stand = _standing(reading, layer)
        near = [each for each in reading.bounds if each[0] < units[1] and units[0] < each[1]]
        found = model.find(replace(reading, bounds=near), stand[Kind.EVENT])
        tagged = [each for each in stand[Kind.ENTITY] if gap(each, Span(*units, "")) == 0]
        free = [
            each
            for each in model.judged(found, Progress(reading, stand[Kind.ENTITY]))
            if all(gap(each.span, other) for other in tagged)
        ]
        return [
            (each.label, reading.tokens.fragment(each.first, each.end))
            for each in several(free, *units)
        ]

    def roles(
        self, article: Article, layer: Layer, event: str, target: str
    ) -> list[tuple[str, float]]:
        """Return how probable each role is that `target` may fill in `event`, both of `layer`."""
        reading = reading_of(article.text)
        stand = _standing(reading, layer)
        found = self.model.roles_of_pairs(reading, stand[Kind.EVENT], stand[Kind.ENTITY])
        return [
            role
            for pair, chances in found
            for role in chances.items()
            if (pair.trigger.id, pair.filler.id) == (event, target)
        ]

    def learn(self, article: Article, edit: Edit) -> None:
        """Do nothing: it learns by training on articles that are done."""

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Do nothing: what is refused stands in no lesson."""

    def _spans(
        self,
        article: Article,
        reading: Reading,
        stand: Mapping[Kind, Sequence[Span]],
        asked: Mapping[Kind, Sequence[Span]] | None = None,
    ) -> list[Suggestion]:
        """Return triggers and mentions, those `asked` for too."""
        asked = asked or {}
        events = self._judged(article, reading, Kind.EVENT, stand, (), asked)
        likely = [each.span for each in events if each.probability >= _LIKELY]
        triggers = stand[Kind.EVENT] or likely
        mentions = self._judged(article, reading, Kind.ENTITY, stand, triggers, asked)
        return [
            *(_suggestion(reading, Kind.EVENT, each) for each in events),
            *(_suggestion(reading, Kind.ENTITY, each) for each in mentions),
        ]

    def _judged(
        self,
        article: Article,
        reading: Reading,
        kind: Kind,
        stand: Mapping[Kind, Sequence[Span]],
        triggers: Sequence[Span],
        asked: Mapping[Kind, Sequence[Span]],
    ) -> list[Candidate]:
        model = self.model.spans.get(kind)
        if model is None:
            return []
        # The model itself is part of what is looked up: a new one finds anew.
        place = id(model), article.text, kind, tuple(triggers)
        found = self._found.get(place)
        if found is None:
            found = self._found[place] = model.find(reading, triggers)
            if len(self._found) > _KEPT:
                self._found.popitem(last=False)
        tagged = tuple(stand[kind])
        last = self._judged_last.get(kind)
        if last and last[0] == (place, tagged):
            candidates = last[1]
        else:
            candidates = model.judged(found, Progress(reading, tagged))
            self._judged_last[kind] = (place, tagged), candidates
        known = {each.span for each in candidates}
        others = [each for each in asked.get(kind, ()) if each not in known]
        if others:
            return model.judged(found, Progress(reading, tagged), others)
        return candidates

    def _arguments(
        self, reading: Reading, layer: Layer, stand: Mapping[Kind, Sequence[Span]]
    ) -> list[Suggestion]:
        """Return arguments for the events that stand in the layer, of mentions that do too."""
        found = self.model.arguments(reading, stand[Kind.EVENT], stand[Kind.ENTITY])
        suggestions: list[Suggestion] = []
        for pair, role, probability, other in found:
            event = layer[pair.trigger.id]
            annotation = replace(event, links=(Link(role, pair.filler.id),), origin=LEARNED)
            reason = message(
                "{0} of {1}: by their labels, places and the words between them.", role, event.label
            )
            suggestions.append(
                Suggestion(annotation, probability, reason, event.id, other, LABELLED)
            )
        return suggestions


def _standing(reading: Reading, layer: Layer) -> dict[Kind, list[Span]]:
    return {kind: spans_of(reading, layer, kind) for kind in (Kind.EVENT, Kind.ENTITY)}


def _suggestion(reading: Reading, kind: Kind, each: Candidate) -> Suggestion:
    fragments = (reading.tokens.fragment(each.span.first, each.span.end),)
    label = each.span.label
    annotation = Annotation(id_of(kind, label, fragments), kind, label, fragments, origin=LEARNED)
    reason = message("Learned from articles that are done: by its words and those around it.")
    by_hand = LABELLED if each.likeliest else BY_HAND
    return Suggestion(annotation, each.probability, reason, harmless=each.harmless, by_hand=by_hand)
