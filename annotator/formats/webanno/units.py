"""Tokens, parts of tokens and sentences that a text is written in as WebAnno TSV.

The format has text of sentences alone, which begin at their first token, and annotations of tokens
alone. So sentences go on to the next one, white space before the first is a token, and so is what
an annotation covers where no token is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.language.segmentation import sentences, syllables
from annotator.model.annotation import Fragment, merged


class Unit(NamedTuple):
    """A token, or where `part` is not 0 a part of it; `sentence` and `token` count from 1."""

    sentence: int
    token: int
    part: int
    stretch: Fragment

    @property
    def id(self) -> str:
        """How the file names it: `1-2`, `1-2.1`."""
        return f"{self.sentence}-{self.token}" + (f".{self.part}" if self.part else "")


@dataclass(slots=True)
class Written:
    """A sentence as it is written: its text, its units in order."""

    text: str
    units: list[Unit] = field(default_factory=list[Unit])


class Grid:
    """The sentences of a text, and the units that each of some stretches of it is written on."""

    def __init__(self, text: str, stretches: Iterable[Fragment]) -> None:
        spans = sorted(set(stretches))
        self._tokens = _tokens(text, spans)
        self._starts = [token.start for token in self._tokens]
        self._ends = [token.end for token in self._tokens]
        pieces = {span: list(self._pieces(span)) for span in spans}
        parts: dict[int, set[Fragment]] = {}
        for found in pieces.values():
            for token, piece in found:
                if piece != self._tokens[token]:
                    parts.setdefault(token, set()).add(piece)
        self.sentences: list[Written] = []
        units: dict[tuple[int, Fragment], Unit] = {}
        for first, last in _sentences(text, self._tokens):
            is_last = last == len(self._tokens)
            next_start = len(text) if is_last else self._starts[last]
            end = _without_break(text, self._ends[last - 1], next_start, is_last=is_last)
            written = Written(text[self._starts[first] : end])
            self.sentences.append(written)
            for token in range(first, last):
                whole = self._tokens[token]
                for number, piece in enumerate([whole, *sorted(parts.get(token, ()))]):
                    unit = Unit(len(self.sentences), token - first + 1, number, piece)
                    units[token, piece] = unit
                    written.units.append(unit)
        self._units = {span: [units[key] for key in found] for span, found in pieces.items()}

    def units(self, stretch: Fragment) -> list[Unit]:
        """Return the units that `stretch`, one of those given at first, is written on."""
        return self._units[stretch]

    def _pieces(self, span: Fragment) -> Iterator[tuple[int, Fragment]]:
        """Yield the tokens that `span` lies on, and which piece of each."""
        if span.start == span.end:
            token = max(0, bisect_right(self._starts, span.start) - 1)
            at = min(span.start, self._ends[token])
            yield token, Fragment(at, at)
            return
        for token in range(
            bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        ):
            start, end = self._tokens[token]
            yield token, Fragment(max(start, span.start), min(end, span.end))


def _tokens(text: str, spans: Sequence[Fragment]) -> list[Fragment]:
    """Return the syllables of `text`, and what else must be a token."""
    tokens = syllables(text)
    blank = tokens[0].start if tokens else len(text)
    if blank or not tokens:
        tokens.insert(0, Fragment(0, blank))
    ends, starts = [token.end for token in tokens], [token.start for token in tokens]
    uncovered = [
        span
        for span in spans
        if span.start < span.end and bisect_right(ends, span.start) >= bisect_left(starts, span.end)
    ]
    return sorted([*tokens, *merged(uncovered)])


def _sentences(text: str, tokens: Sequence[Fragment]) -> Iterator[tuple[int, int]]:
    """Yield the first token of each sentence, and that after its last."""
    starts = [sentence.start for sentence in sentences(text)]
    first = 0
    number = bisect_right(starts, tokens[0].start)
    for token, (start, _) in enumerate(tokens):
        if (here := bisect_right(starts, start)) != number and number and token:
            yield first, token
            first = token
        number = here
    yield first, len(tokens)


def _without_break(text: str, start: int, end: int, *, is_last: bool) -> int:
    """Return where a sentence whose last token ends at `start`, the next beginning at `end`, ends.

    What a reader fills in between two sentences, a line feed and spaces, is left out.
    """
    between = text[start:end].rstrip(" ")
    return start + len(between) - 1 if between.endswith("\n") and not is_last else end
