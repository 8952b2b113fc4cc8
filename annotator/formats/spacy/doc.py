"""An article as spaCy has it: words with at most one space behind each, spans of them, entities."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.formats.flat_mentions import (
    Tokenized,
    covered,
    flat_mentions,
    tokenized,
    without_gaps,
)
from annotator.formats.format import Losses
from annotator.model.annotation import Annotation, Kind
from annotator.model.layer import Layer

NOTE = "annotator"
"""The key of a document's user data under which a line of our own format stands."""

GROUP = "sc"
"""The group of spans that spaCy's SpanCategorizer looks for if nobody tells it otherwise."""


class WordSpan(NamedTuple):
    """A mention of the words `[first, last)`."""

    first: int
    last: int
    label: str
    id: str = ""
    kb_id: str = ""


class Words(NamedTuple):
    """The words of a document; `starts` are the numbers of those that begin a sentence."""

    words: list[str]
    spaces: list[bool]
    starts: list[int]


class SpacyDoc(NamedTuple):
    """A document with all its mentions as `spans`, those that do not overlap as `entities`."""

    words: Words
    spans: list[WordSpan]
    entities: list[WordSpan]


def spacy_doc(text: str, layer: Layer | None) -> SpacyDoc:
    """Return `text` with what spaCy can hold of `layer`.

    The words are the syllables; what stands between them, but for one space, is a word too, so that
    the text is the words and spaces. A mention that begins or ends inside a syllable is widened to
    it, white space at its ends is left off; mentions with gaps, or of white space alone, are not
    among the spans. The entities are the longest of the spans that overlap.
    """
    found = tokenized(text)
    words, places = _words(text, found)
    spans: list[WordSpan] = []
    for annotation in layer or ():
        span = _span(annotation, text, found)
        if span:
            spans.append(_moved(span, places))
    mentions = flat_mentions(layer or (), text, found.tokens, Losses())
    flat = [WordSpan(first, last, each.label, each.id) for first, last, each in mentions]
    return SpacyDoc(words, sorted(spans), [_moved(each, places) for each in flat])


def _words(text: str, found: Tokenized) -> tuple[Words, list[int]]:
    """Return the words of `text`, and the number among them of each token."""
    words: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    at = 0
    for start, end in [*found.tokens, (len(text), len(text))]:
        gap = text[at:start]
        if gap.startswith(" ") and words:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
        if start < end:
            places.append(len(words))
            words.append(text[start:end])
            spaces.append(False)
        at = end
    starts = [0, *(places[numbers.start] for numbers in found.sentences() if numbers.start)]
    return Words(words, spaces, starts if words else []), places


def _span(annotation: Annotation, text: str, found: Tokenized) -> WordSpan | None:
    if annotation.kind is not Kind.ENTITY:
        return None
    stretch = without_gaps(annotation, text)
    first, last = covered(stretch, found.tokens) if stretch else (0, 0)
    return WordSpan(first, last, annotation.label, annotation.id) if first < last else None


def _moved(span: WordSpan, places: Sequence[int]) -> WordSpan:
    return span._replace(first=places[span.first], last=places[span.last - 1] + 1)
