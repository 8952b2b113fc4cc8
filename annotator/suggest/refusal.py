"""Suggestions refused: an edit that a project keeps, so that they are not made there again."""

import json
from collections.abc import Sequence

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.edits import check_unlocked
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.suggest.suggestion import Place, Suggestion, id_of


class PlaceError(AnnotatorError):
    """A stored place that this program can't read."""


def refuse(layer: Layer, suggestions: Sequence[Suggestion]) -> Edit:
    """Return the edit that refuses `suggestions`, at least one, for `layer`, which it leaves alone.

    Raises LayerError where the layer is locked.
    """
    check_unlocked(layer)
    places = dict.fromkeys(each.place for each in suggestions)
    changes = tuple(Change(_address(layer, place), None, True) for place in places)
    if len(suggestions) == 1:
        one = suggestions[0].annotation
        words = one.text_in(layer.article.text)[:41]
        title = message("Refuse {0} “{1}”", one.label, words)
        return Edit(title if words else message("Refuse {0}", one.label), changes)
    return Edit(message("Refuse {0} suggestions", len(places)), changes)


def _address(layer: Layer, place: Place) -> Address:
    return Address(Subject.REFUSAL, layer.article.id, layer.reviewer, place_to_text(place))


def place_to_text(place: Place) -> str:
    """Return `place` as the text that a project keeps it by."""
    kind, label, fragments, link, key = place
    value = [kind.value, label, fragments, link, *filter(None, [key])]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def place_from_text(text: str) -> Place:
    """Return the place that `place_to_text` wrote; raises PlaceError."""
    try:
        kind, label, fragments, link, *key = json.loads(text)
        return Place(
            Kind(kind),
            str(label),
            tuple(Fragment(int(start), int(end)) for start, end in fragments),
            None if link is None else Link(*map(str, link)),
            *map(str, key),
        )
    except (TypeError, ValueError, RecursionError) as error:
        raise PlaceError("What was refused can't be read: {0}.", text) from error


def at(place: Place) -> Suggestion:
    """Return a suggestion of `place`: what suggesters are told of where it was refused."""
    kind, label, fragments, link, key = place
    id = id_of(kind, label, fragments)
    annotation = Annotation(id, kind, label, fragments, (link,) if link else ())
    event = id if link or (key and fragments) else ""
    return Suggestion(annotation, 0.0, message("It was refused here."), event, key=key)
