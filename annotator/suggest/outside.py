"""Other programs that suggest: what they share.

`http.py` speaks the protocol of Label Studio's machine-learning backends, `command.py` JSON lines
with a command. Both can take as long as their timeout says: they are asked off the window's thread.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.layer import LayerError, check_annotation
from annotator.model.message import AnnotatorError, message
from annotator.suggest.suggestion import Suggestion, id_of


class OutsideError(AnnotatorError):
    """A program that does not answer, or answers what can't be understood."""


def suggestions_from(
    name: str, annotations: Iterable[tuple[Annotation, float]], end_of_text: int
) -> list[Suggestion]:
    """Return what the program `name` proposes: annotations with its confidence in each.

    Ids and links become those of suggestions. Raises OutsideError where one does not fit the text.
    """
    known = list(annotations)
    ids = {each.id: id_of(each.kind, each.label, each.fragments) for each, _ in known}
    return list(_suggestions(name, known, ids, end_of_text))


def _suggestions(
    name: str, known: list[tuple[Annotation, float]], ids: dict[str, str], end_of_text: int
) -> Iterator[Suggestion]:
    reason = message("{0} proposes it.", name)
    for each, confidence in known:
        if each.kind not in (Kind.ENTITY, Kind.EVENT):
            continue
        try:
            check_annotation(each, end_of_text)
        except LayerError as error:
            raise OutsideError(
                "{0} proposes what does not fit the text: {1}", name, error
            ) from error
        links = tuple(Link(role, ids[target]) for role, target in each.links if target in ids)
        proposed = replace(each, id=ids[each.id], links=links, origin=name, note="", rank=0)
        yield Suggestion(proposed, min(1.0, max(0.0, confidence)), reason)


def entity(id: str, label: str, start: int, end: int) -> Annotation:
    """Return an entity of one piece."""
    return Annotation(id, Kind.ENTITY, label, (Fragment(start, end),))
