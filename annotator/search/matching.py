"""Whether what a query asks for holds, and where in a text it stands."""

import json
from typing import NamedTuple

import regex

from annotator.language.find import Query as Wanted
from annotator.language.find import finder
from annotator.model.annotation import Annotation, Fragment
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.search.query import (
    OF_ARTICLE,
    OF_LAYER,
    And,
    Condition,
    HasRole,
    Inside,
    Labelled,
    Not,
    Operator,
    Or,
    Pattern,
    Says,
    Words,
)

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


class Found(dict[Words | Pattern, list[Fragment]]):
    """Where texts stand in one article, each looked for when it is first asked for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, wanted: Words | Pattern) -> list[Fragment]:
        found = self[wanted] = stretches(wanted, self._text)
        return found


class Scope(NamedTuple):
    """Of what a condition is asked: an article, perhaps a layer on it, an annotation in that.

    `found` is what was found in the article, for all that is asked of it.
    """

    article: Article
    found: Found
    layer: Layer | None = None
    annotation: Annotation | None = None


def stretches(wanted: Words | Pattern, text: str) -> list[Fragment]:
    """Return where `wanted` stands in `text`, from the beginning, in code points."""
    if isinstance(wanted, Pattern):
        return finder(Wanted(wanted.expression, expression=True))(text)
    found = finder(Wanted(wanted.text, whole_words=not wanted.prefix))(text)
    if not wanted.prefix:
        return found
    begun = (each for each in found if not _WORD.match(text, max(0, each.start - 1), each.start))
    return [Fragment(start, _end_of_word(text, end)) for start, end in begun]


def _end_of_word(text: str, offset: int) -> int:
    rest = _WORD.match(text, offset)
    return rest.end() if rest else offset


def holds(condition: Condition, scope: Scope) -> bool:
    """Return whether `condition` holds of `scope`.

    What asks for an annotation or a layer holds of none where there is none.
    """
    match condition:
        case And(conditions):
            return all(holds(each, scope) for each in conditions)
        case Or(conditions):
            return any(holds(each, scope) for each in conditions)
        case Not(inner):
            return not holds(inner, scope)
        case Words() | Pattern():
            return bool(scope.found[condition])
        case Labelled(kind, label):
            one = scope.annotation
            return one is not None and kind in (None, one.kind) and label in ("*", one.label)
        case Says():
            return _says(condition, scope)
        case HasRole():
            return _has_role(condition, scope)
        case Inside(outer):
            return any(holds(outer, around) for around in _around(scope))


def _says(condition: Says, scope: Scope) -> bool:
    text = _field(condition, scope)
    return text is not None and _compares(text, condition.operator, condition.value)


def _field(condition: Says, scope: Scope) -> str | None:
    """Return what stands in the field; None: `scope` has no such field."""
    article, _, layer, annotation = scope
    if condition.field in OF_ARTICLE:
        of_article = {"title": article.title, "article": article.id}
        return of_article.get(condition.field) or _text(article.metadata.get(condition.name))
    if condition.field in OF_LAYER:
        if layer is None:
            return None
        return layer.reviewer if condition.field == "by" else layer.status.value
    if annotation is None:
        return None
    match condition.field:
        case "text":
            return annotation.text_in(article.text)
        case "note":
            return annotation.note
        case "origin":
            return annotation.origin
        case _:
            return _text(annotation.attributes.get(condition.name))


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _compares(text: str, operator: Operator | None, value: str) -> bool:
    if operator != "~" and "_" not in value:
        text = text.replace("_", " ")  # as in a value that was typed without quotation marks
    match operator:
        case None:
            return bool(text)
        case ":":
            return bool(finder(Wanted(value, whole_words=True))(text))
        case "=":
            return finder(Wanted(value))(text) == [Fragment(0, len(text))]
        case "~":
            return bool(finder(Wanted(value, expression=True))(text))


def _has_role(condition: HasRole, scope: Scope) -> bool:
    _, _, layer, annotation = scope
    if layer is None or annotation is None:
        return False
    return any(
        condition.name in ("*", role)
        and (
            condition.filler is None
            or holds(condition.filler, scope._replace(annotation=layer[target]))
        )
        for role, target in annotation.links
    )


def _around(scope: Scope) -> list[Scope]:
    """Return the annotations that link to the one of `scope`, or whose words hold its words."""
    _, _, layer, annotation = scope
    if layer is None or annotation is None:
        return []
    found = {each.id: each for each in layer.linking_to(annotation.id)}
    if annotation.fragments:
        start, end = annotation.start, annotation.end
        found |= {
            each.id: each
            for each in layer.overlapping(start, end)
            if any(outer.start <= start and end <= outer.end for outer in each.fragments)
        }
    found.pop(annotation.id, None)
    return [scope._replace(annotation=each) for each in found.values()]
