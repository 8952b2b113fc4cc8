"""The first letters of syllables, by which a stretch of text is found with few keys."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from annotator.expressions import expression
from annotator.language.search import search_key
from annotator.language.segmentation import is_word, syllables
from annotator.model.annotation import Fragment

ANY = "*"
"""Stands for the first letter of whatever syllable."""
GAP = "-"
"""Stands for whatever syllables lie between, as few as may be."""
_BREAK = "\n"
"""Stands between the syllables of two lines, and is never typed."""
_PARTING = expression(r"(?V1)[\p{P}\p{S}--[_\-/.,]]|[.,](?!\d)")
"""Marks between what are hardly words of one name."""


class Initials(NamedTuple):
    """The syllables of a stretch of text, and a character for each."""

    text: str
    letters: str
    """What `letter_of` returns of each."""
    syllables: tuple[Fragment, ...]

    def places(self, typed: str) -> Iterator[Fragment]:
        """Yield each stretch of the text whose syllables begin with the letters `typed`, in order.

        `typed` is what `letter_of` returns for each, or ANY, and GAP. Stretches may overlap; none
        goes from one line to another.
        """
        begin, *rest = typed.split(GAP)
        for first in range(len(self.letters) if begin else 0):
            end = first + len(begin) if self._stands_at(first, begin) else None
            for part in rest:
                end = end and self._end_of_next(part, end)
            if end:
                yield Fragment(self.syllables[first].start, self.syllables[end - 1].end)

    def _stands_at(self, first: int, part: str) -> bool:
        here = self.letters[first : first + len(part)]
        fits = len(here) == len(part) and _BREAK not in here
        return fits and all(map(_stands_for, part, here))

    def _end_of_next(self, part: str, first: int) -> int | None:
        """Return which syllable comes after the next `part` from `first` on in the same line."""
        line = self.letters.find(_BREAK, first)
        places = range(first, (line if line >= 0 else len(self.letters)) + 1)
        found = (at + len(part) for at in places if self._stands_at(at, part))
        return next(found, None)

    def likely(self, typed: str, words: Iterable[Fragment], caret: int) -> list[Fragment]:
        """Return the same, what is likeliest meant first.

        That is what no mark of punctuation parts, then what is made of whole `words` and begins
        with a capital, then what comes first after `caret`. (By that a name takes 0.13 presses of
        the key that goes on, by the caret alone 0.97; what fills any role 0.46 and 0.39.)
        """
        starts, ends = set[int](), set[int]()
        for word in words:
            starts.add(word.start)
            ends.add(word.end)

        def rank(place: Fragment) -> tuple[bool, int, bool, int]:
            start, end = place
            fits = (start in starts) + (end in ends) + self.text[start].isupper()
            return _is_parted(self.text[start:end]), -fits, start < caret, start

        return sorted(self.places(typed), key=rank)


def initials(text: str, stretch: Fragment) -> Initials:
    """Return the syllables that begin in `stretch` of `text`; marks of punctuation are passed by.

    Offsets are those of `text`.
    """
    low, high = stretch
    units = [
        Fragment(low + start, low + end)
        for start, end in syllables(text[low:high])
        if is_word(text[low + start : low + end])
    ]
    letters: list[str] = []
    found: list[Fragment] = []
    for unit, following in pairwise([*units, Fragment(high, high)]):
        letters.append(letter_of(text[unit.start : unit.end]))
        found.append(unit)
        if "\n" in text[unit.end : following.start]:
            letters.append(_BREAK)
            found.append(Fragment(unit.end, unit.end))
    return Initials(text, "".join(letters), tuple(found))


def _stands_for(typed: str, letter: str) -> bool:
    return typed in (ANY, letter)


def _is_parted(words: str) -> bool:
    return _PARTING().search(words) is not None


@lru_cache(maxsize=8192)
def letter_of(syllable: str) -> str:
    """Return the first letter or digit of a syllable: small, without diacritics, đ as d.

    `?` where it has none by itself.
    """
    return next(filter(str.isalnum, search_key(syllable)), "?")
