"""The suggester that has learned: it also judges what others propose."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.suggest.learned.candidates import Candidate, marked_strings
from annotator.suggest.learned.labelling import labels_of, span_features
from annotator.suggest.learned.model import Model
from annotator.suggest.learned.reading import Reading, Span, reading_of, spans_of
from annotator.suggest.settings import LEARNED
from annotator.suggest.suggestion import Suggestion, id_of

_KEPT = 8
_LIKELY = 0.4
"""From which probability on a trigger that nobody accepted yet counts as one for the rest."""


class Learned:
    """Proposes triggers, mentions and arguments by what `model` learned.

    Mentions are sought given the triggers that stand in the layer, or the likely ones where none
    stands there yet; arguments given triggers and mentions that stand there or are likely.
    """

    name = LEARNED

    def __init__(self, model: Model | None = None) -> None:
        self.model = model or Model()
        self._found: OrderedDict[tuple[int, str, Kind, tuple[Span, ...]], list[Candidate]] = (
            OrderedDict()
        )

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:
        """Return what is likely, the least likely too: who shows it says what pays."""
        if not self.model.spans:
            return []
        reading = reading_of(article.text)
        stand = {kind: spans_of(reading, layer, kind) for kind in (Kind.EVENT, Kind.ENTITY)}
        events = self._judged(article, reading, Kind.EVENT, stand[Kind.EVENT], ())
        likely = [each.span for each in events if each.probability >= _LIKELY]
        triggers = stand[Kind.EVENT] or likely
        mentions = self._judged(article, reading, Kind.ENTITY, stand[Kind.ENTITY], triggers)
        spans = [_suggestion(reading, Kind.EVENT, each) for each in events]
        spans += [_suggestion(reading, Kind.ENTITY, each) for each in mentions]
        return [*spans, *self._arguments(reading, layer, stand)]

    def judge(
        self, article: Article, layer: Layer, proposed: Sequence[Suggestion]
    ) -> list[Suggestion]:
        """Return what others proposed, with the confidence that experience gives it.

        Of strings and labels that were tagged in the lessons, it is known how often they were not.
        """
        mine = {each.id: each.confidence for each in self.suggest(article, layer)}
        judged: list[Suggestion] = []
        reading = reading_of(article.text)
        for each in proposed:
            model = self.model.spans.get(each.annotation.kind)
            string = (
                reading.tokens.key(each.annotation.fragments[0])
                if each.annotation.fragments
                else None
            )
            if each.id in mine:
                judged.append(replace(each, confidence=mine[each.id]))
            elif model and string and model.lexicon.counts(string, each.annotation.label)[1]:
                judged.append(replace(each, confidence=min(each.confidence, 0.1)))
            else:
                judged.append(each)
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
        rows = span_features(reading, [Span(*units, "")], model.lexicon, triggers)
        return labels_of(model.labeller, rows)[0]

    def roles(
        self, article: Article, layer: Layer, event: str, target: str
    ) -> list[tuple[str, float]]:
        """Return the likeliest role of `target` in `event`, both of `layer`, if any is known."""
        reading = reading_of(article.text)
        stand = {kind: spans_of(reading, layer, kind) for kind in (Kind.EVENT, Kind.ENTITY)}
        found = self.model.arguments(reading, stand[Kind.EVENT], stand[Kind.ENTITY])
        return [
            (role, probability)
            for pair, role, probability in found
            if (pair.trigger.id, pair.filler.id) == (event, target)
        ]

    def learn(self, article: Article, edit: Edit) -> None:
        """Do nothing: it learns by training on articles that are done."""

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Do nothing: what is refused stands in no lesson."""

    def _judged(
        self,
        article: Article,
        reading: Reading,
        kind: Kind,
        stand: Sequence[Span],
        triggers: Sequence[Span],
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
        return model.judged(reading, found, marked_strings(reading, stand), triggers)

    def _arguments(
        self, reading: Reading, layer: Layer, stand: dict[Kind, list[Span]]
    ) -> list[Suggestion]:
        """Return arguments for the events that stand in the layer, of mentions that do too."""
        found = self.model.arguments(reading, stand[Kind.EVENT], stand[Kind.ENTITY])
        suggestions: list[Suggestion] = []
        for pair, role, probability in found:
            event = layer[pair.trigger.id]
            annotation = replace(event, links=(Link(role, pair.filler.id),), origin=LEARNED)
            reason = message(
                "{0} of {1}: by their labels, places and the words between them.", role, event.label
            )
            suggestions.append(Suggestion(annotation, probability, reason, event.id))
        return suggestions


def _suggestion(reading: Reading, kind: Kind, each: Candidate) -> Suggestion:
    fragments = (reading.tokens.fragment(each.span.first, each.span.end),)
    label = each.span.label
    annotation = Annotation(id_of(kind, label, fragments), kind, label, fragments, origin=LEARNED)
    reason = message("Learned from articles that are done: by its words and those around it.")
    return Suggestion(annotation, each.probability, reason)
