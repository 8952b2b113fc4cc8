"""The spans, relations and chosen labels of a task of Prodigy, as marks and arcs."""

from collections.abc import Iterator

from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.marks import Arc, Mark, attributes_of
from annotator.model.article import Json
from annotator.model.message import AnnotatorError, Remark

UNLABELLED = "token"
"""The label of what a relation leads to where Prodigy has no span: a token or a phrase."""

UNNAMED = "relation"
"""The label of a relation that has none."""

_OF_SPAN = ("token_start", "token_end", "text", "type", "id", "input_hash", "color", "nth")
_OF_RELATION = ("color", "propertyLabels", "propertyColors")
"""What Prodigy adds: where the tokens are, what stands there, how it is drawn."""


class Spans:
    """The marks and arcs of a task; `errors` are on what was left out or looks otherwise."""

    def __init__(self, fields: Fields, text: str) -> None:
        self.marks: list[Mark] = []
        self.arcs: list[Arc] = []
        self.errors: list[AnnotatorError] = []
        self._text = text
        self._tokens = _listed(fields, "tokens")
        self._by_place: dict[tuple[int, int, str], list[int]] = {}
        self._by_stretch: dict[tuple[int, int], int] = {}
        self._by_last_token: dict[int, int] = {}
        for number, value in enumerate(_listed(fields, "spans")):
            self._take(Fields(value, f"spans[{number}]"))
        for number, value in enumerate(_listed(fields, "relations")):
            self._draw(Fields(value, f"relations[{number}]"))

    def _take(self, span: Fields) -> None:
        start, end = span.take("start", int), span.take("end", int)
        label = span.take("label", str)
        if not label:
            raise FieldError("{0} is empty.", span.name("label"))
        origin = span.take_any("source")
        words, last = span.take_any("text"), span.take_any("token_end")
        _leave(span, _OF_SPAN)
        if isinstance(words, str) and not self._stands(words, start, end):
            self.errors.append(
                Remark("{0} is not what stands at its offsets, which were kept.", span.name("text"))
            )
        attributes = attributes_of(span.rest())
        mark = Mark(start, end, label, attributes, origin if isinstance(origin, str) else "")
        number = self._add(mark)
        if isinstance(last, int):
            self._by_last_token.setdefault(last, number)

    def _stands(self, words: str, start: int, end: int) -> bool:
        return start >= 0 and end - start == len(words) and words == self._text[start:end]

    def _add(self, mark: Mark) -> int:
        number = len(self.marks)
        self.marks.append(mark)
        self._by_place.setdefault((mark.start, mark.end, mark.label), []).append(number)
        self._by_stretch.setdefault((mark.start, mark.end), number)
        return number

    def _draw(self, relation: Fields) -> None:
        head, child = relation.take_any("head"), relation.take_any("child")
        head_span, child_span = relation.take_any("head_span"), relation.take_any("child_span")
        label = relation.take_any("label")
        _leave(relation, _OF_RELATION)
        source = self._end(head, head_span, relation.name("head_span"))
        target = self._end(child, child_span, relation.name("child_span"))
        if source is None or target is None:
            error = AnnotatorError(
                "{0} was left out: neither spans nor tokens say what its ends are.",
                relation.name("").removesuffix("."),
            )
            self.errors.append(error)
            return
        name = UNNAMED if label is None or label == "" else of_type(label, str, "label")
        self.arcs.append(Arc(source, target, name, attributes_of(relation.rest())))

    def _end(self, token: Json, span: Json, name: str) -> int | None:
        """Return the number of the mark that a relation leads from or to.

        Where there is no span, the token or phrase is made one.
        """
        if span is not None:
            return self._of_span(Fields(span, name))
        if type(token) is not int:
            return None
        if token in self._by_last_token:
            return self._by_last_token[token]
        if not 0 <= token < len(self._tokens):
            return None
        place = Fields(self._tokens[token], f"tokens[{token}]")
        start, end = place.take("start", int), place.take("end", int)
        return self._at(start, end)

    def _of_span(self, span: Fields) -> int:
        start, end = span.take("start", int), span.take("end", int)
        label, nth = span.take_any("label"), span.take_any("nth")
        if isinstance(label, str) and label:
            same = self._by_place.get((start, end, label), [])
            if type(nth) is int and 0 <= nth < len(same):
                return same[nth]
            return same[0] if same else self._add(Mark(start, end, label))
        return self._at(start, end)

    def _at(self, start: int, end: int) -> int:
        number = self._by_stretch.get((start, end))
        return self._add(Mark(start, end, UNLABELLED)) if number is None else number


def labels_of(fields: Fields) -> Iterator[str]:
    """Yield the labels that a task has as a whole: its own, and the options that were chosen."""
    label, accept = fields.take_any("label"), fields.take_any("accept")
    options = {
        id: text
        for option in _listed(fields, "options")
        if isinstance(option, dict)
        and isinstance(id := option.get("id"), int)
        and isinstance(text := option.get("text"), str)
    }
    if label:
        yield of_type(label, str, "label")
    for chosen in accept if isinstance(accept, list) else [accept]:
        if isinstance(chosen, int):
            yield options.get(chosen) or str(chosen)
        elif chosen or isinstance(chosen, list):
            yield of_type(chosen, str, "accept")


def _leave(fields: Fields, keys: tuple[str, ...]) -> None:
    for key in keys:
        fields.take_any(key)


def _listed(fields: Fields, key: str) -> list[Json]:
    value = fields.take_any(key)
    return [] if value is None else of_type(value, list, fields.name(key))
