"""Where in a text the stretches of a brat file are, also where their texts disagree with that.

A stretch is where its offsets say, if its text stands there. Else the offsets may be counted in
another way, all over the file; or the text stands elsewhere, and that is certain in three cases: it
stands there alone in the article, or alone where it overlaps the stretch, or as far away as what
was found next to it.
"""

import re
from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from annotator.formats.brat.offsets import Ruler, normal, other_rulers
from annotator.model.annotation import Fragment

_EFFORT = 400_000_000
"""Characters to search in one file: what is not found by then stays where it is."""

_MOST_BREAKS = 50
"""Line breaks at which one stretch is split."""

_BREAK = re.compile(r"[\n\r]")
_LINE = re.compile(r"[^\n\r]+")


class How(Enum):
    """How the place of a stretch was found."""

    STATED = 1
    MOVED = 2
    DOUBTFUL = 3


class Stretch(NamedTuple):
    """What a file says of a stretch: its spans, and its text with ever more lines after it."""

    spans: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]


class Place(NamedTuple):
    """Where a stretch is, in code points, in the order of its spans; and which of its texts."""

    fragments: tuple[Fragment, ...]
    how: How
    text: int = 0


class Places(NamedTuple):
    """The place of each stretch (None: there is none), and how the file counts offsets."""

    places: list[Place | None]
    ruler: Ruler


def find_places(text: str, stretches: Sequence[Stretch]) -> Places:
    """Return where in `text` each of `stretches` is."""
    ruler = Ruler()
    found = [_stated(text, ruler, each) for each in stretches]
    if None in found:
        for other in other_rulers(text):
            fitting = [_stated(text, other, each) for each in stretches]
            if fitting.count(None) < found.count(None):
                found, ruler = fitting, other
    if None in found and ruler.name:
        exact = (_stated(text, Ruler(), each) for each in stretches)
        found = [one or other for one, other in zip(found, exact, strict=True)]
    if None in found:
        search = _Search(text, ruler, stretches, found)
        found = [
            place or search.doubtful(each)
            for place, each in zip(search.places(), stretches, strict=True)
        ]
    return Places(found, ruler)


def covered(text: str, fragments: Sequence[Fragment]) -> str:
    """Return the text of fragments as a file gives it: joined by spaces, without line breaks."""
    return _BREAK.sub(" ", " ".join(text[start:end] for start, end in fragments))


def agree(stands: str, stated: str) -> bool:
    """Return whether what stands in the article is what a file states, maybe with a comment.

    How much white space there is, and how characters are composed, does not matter; nor does white
    space at the ends of what a file states.
    """
    return (
        stands == stated
        or stated.startswith(f"{stands}\t")
        or (
            len(stands) <= _limit(stated)
            and normal(stands)[0] in (normal(stated)[0], plain(stated))
        )
    )


def plain(text: str) -> str:
    """Return `text` composed, with single spaces, none at its ends."""
    return normal(text)[0].strip()


def _limit(stated: str) -> int:
    """Return how many characters can be the same but for white space and composition."""
    return 4 * len(stated) + 200


def _stated(text: str, ruler: Ruler, stretch: Stretch) -> Place | None:
    fragments = _fragments(len(text), ruler, stretch.spans)
    if not fragments:
        return None
    if not stretch.texts[0]:
        return Place(fragments, How.STATED)
    number = _agreeing(text, fragments, stretch.texts)
    return None if number is None else Place(fragments, How.STATED, number)


def _agreeing(text: str, fragments: tuple[Fragment, ...], texts: tuple[str, ...]) -> int | None:
    """Return the number of the first of `texts` that stands there; early brat joined them bare."""
    if not 0 < _length(fragments) <= _limit(texts[-1]):
        return None
    stands = covered(text, fragments)
    for number, stated in enumerate(texts):
        if agree(stands, stated):
            return number
    bare = "".join(text[start:end] for start, end in fragments)
    return 0 if len(fragments) > 1 and agree(bare, texts[0]) else None


def _length(fragments: Sequence[Fragment]) -> int:
    return sum(end - start for start, end in fragments) + len(fragments) - 1


def _fragments(
    length: int, ruler: Ruler, spans: Sequence[tuple[int, int]], shift: int = 0
) -> tuple[Fragment, ...]:
    """Return the fragments that `spans` are, or nothing where one of them is none."""
    result: list[Fragment] = []
    for span in spans:
        start, end = (ruler.to_code_points(offset) for offset in span)
        if start is None or end is None or not 0 <= start + shift < end + shift <= length:
            return ()
        result.append(Fragment(start + shift, end + shift))
    return tuple(result)


class _Search:
    """Looks for stretches that are not where they should be, in the light of those that are."""

    def __init__(
        self,
        text: str,
        ruler: Ruler,
        stretches: Sequence[Stretch],
        found: Sequence[Place | None],
    ) -> None:
        self._text = text
        self._ruler = ruler
        self._stretches = stretches
        self._found = list(found)
        self._hay, self._hay_ruler = normal(text)
        self._effort = _EFFORT
        self._shifts: list[tuple[int, int]] = sorted(
            (place.fragments[0].start, 0) for place in found if place and place.fragments
        )

    def places(self) -> list[Place | None]:
        """Return the places: those found first, and those that can be found now."""
        missing = [number for number, place in enumerate(self._found) if place is None]
        for find in (self._alone, self._as_the_next):
            for number in missing:
                if not self._found[number]:
                    self._found[number] = find(self._stretches[number])
        return self._found

    def doubtful(self, stretch: Stretch) -> Place | None:
        """Return where a stretch is by its offsets, whatever stands there."""
        for ruler in (self._ruler, Ruler()):
            if fragments := _fragments(len(self._text), ruler, stretch.spans):
                lengths = [len(each) for each in stretch.texts]
                length = _length(fragments)
                number = lengths.index(length) if length in lengths else 0
                return Place(fragments, How.DOUBTFUL, number)
        return None

    def _alone(self, stretch: Stretch) -> Place | None:
        """Return the one place that a text of the stretch has, in all or where it should be."""
        (start, end), *more = stretch.spans
        if more:
            return self._spread(stretch)
        for number in reversed(range(len(stretch.texts))):
            needle = plain(stretch.texts[number])
            if not needle:
                continue
            near = (self._in_hay(start) - len(needle) + 1, self._in_hay(end) + len(needle) - 1)
            for low, high in ((0, len(self._hay)), near):
                if (at := self._only(needle, low, high)) is not None:
                    fragment = self._fragment(at, at + len(needle))
                    if fragment:
                        insort(self._shifts, (start, fragment.start - self._code_point(start)))
                        return Place((fragment,), How.MOVED, number)
        return None

    def _spread(self, stretch: Stretch) -> Place | None:
        """Return the one place at which all fragments stand, as far from each other as stated."""
        first = stretch.spans[0]
        words = stretch.texts[0][: max(0, first[1] - first[0])]
        at = self._only(plain(words), 0, len(self._hay)) if words.strip() else None
        found = self._fragment(at, at + len(plain(words))) if at is not None else None
        if not found:
            return None
        return self._shifted(stretch, found.start - self._code_point(first[0]))

    def _as_the_next(self, stretch: Stretch) -> Place | None:
        """Return where a stretch is if it moved as far as one next to it, before or after."""
        at = bisect_left(self._shifts, (stretch.spans[0][0], 0))
        nearest = self._shifts[max(0, at - 1) : at + 1]
        moved = (self._shifted(stretch, shift) for shift in {shift for _, shift in nearest})
        found = [place for place in moved if place]
        return found[0] if len(found) == 1 else None

    def _shifted(self, stretch: Stretch, shift: int) -> Place | None:
        fragments = _fragments(len(self._text), self._ruler, stretch.spans, shift)
        number = _agreeing(self._text, fragments, stretch.texts)
        return None if number is None else Place(fragments, How.MOVED, number)

    def _only(self, needle: str, low: int, high: int) -> int | None:
        """Return where `needle` stands in that part of the text, if it does so once."""
        low, high = max(0, low), min(high, len(self._hay))
        self._effort -= max(0, high - low)
        if self._effort < 0:
            return None
        first = self._hay.find(needle, low, high)
        if first < 0 or self._hay.find(needle, first + 1, high) >= 0:
            return None
        return first

    def _code_point(self, offset: int) -> int:
        at = self._ruler.to_code_points(offset)
        return offset if at is None else at

    def _in_hay(self, offset: int) -> int:
        return self._hay_ruler.from_code_points(self._code_point(offset))

    def _fragment(self, start: int, end: int) -> Fragment | None:
        ends = self._hay_ruler.to_code_points(start), self._hay_ruler.to_code_points(end)
        if ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
            return None
        return Fragment(ends[0], ends[1])


class LineBreaks:
    """Splits fragments of one text where they go over line breaks: no line of brat's holds one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = array("L", (match.start() for match in _BREAK.finditer(text)))

    def split(self, fragments: Iterable[Fragment]) -> Iterator[Fragment]:
        """Yield `fragments` without line breaks; one that is nothing else stays whole.

        So does one that goes over very many.
        """
        for start, end in fragments:
            breaks = bisect_left(self._breaks, end) - bisect_left(self._breaks, start)
            if 0 < breaks <= _MOST_BREAKS:
                lines = _LINE.finditer(self._text, start, end)
                yield from [Fragment(*line.span()) for line in lines] or [Fragment(start, end)]
            else:
                yield Fragment(start, end)
